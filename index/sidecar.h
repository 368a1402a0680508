/* SPDX-License-Identifier: GPL-3.0-or-later */
/* metadata.csv beside the files: what a person knows of them better than their text does.
 *
 * As spreadsheets save it: comma, semicolon or tab (the one most frequent in the first line), with
 * or without byte order mark, quotes doubled inside quotes, any line end, UTF-8 or windows-1252. The
 * first line names the columns, in any order: path and the fields of core/model/metadata.h
 * (id,title,series,number,year,date,authors,publisher,language,url); others are passed over. A path
 * is relative to the folder of metadata.csv, or absolute; '/' or '\' between folders.
 */
#ifndef SAMSOK_INDEX_SIDECAR_H
#define SAMSOK_INDEX_SIDECAR_H

#include "core/model/metadata.h"

#include <glib.h>

G_BEGIN_DECLS

/* What is said of one file. */
typedef struct {
    SamsokMetadata *metadata; /* all of it from SAMSOK_SOURCE_SIDECAR */
    char *sha256;             /* hex, of what is said: changes when anything of it does */
} SamsokSidecarRow;

/* The rows of all sidecars of a run, by the absolute path of the file they speak of. */
typedef struct _SamsokSidecars SamsokSidecars;

SamsokSidecars *samsok_sidecars_new(void);
void samsok_sidecars_free(SamsokSidecars *sidecars);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokSidecars, samsok_sidecars_free)

/* Reads the metadata.csv at `path`. A row that cannot be used is passed over and named, with its
 * line, in *out_complaint (NULL when there is none; Owner: the caller). Of two rows for a file the
 * last one read counts.
 * Errors: IO, LIMIT (SAMSOK_MAX_SIDECAR_BYTES), FORMAT (no column "path"). */
gboolean samsok_sidecars_read(SamsokSidecars *sidecars, const char *path, char **out_complaint,
                              GError **error);

/* What is said of the file at `path`; NULL if nothing. Lent. */
const SamsokSidecarRow *samsok_sidecars_row(const SamsokSidecars *sidecars, const char *path);

G_END_DECLS

#endif
