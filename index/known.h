/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the index knew of files when a run began: the memory against which a plan is made.
 *
 * Of a report only what a plan needs is kept, so that a hundred thousand fit in some tens of
 * megabytes. A file that is no report as it is (it failed, it is a copy of another, nobody reads
 * its kind) is known by path, stamp and SHA-256, so that it is not read again either; what was
 * wrong with its content is a verdict.
 */
#ifndef SAMSOK_INDEX_KNOWN_H
#define SAMSOK_INDEX_KNOWN_H

#include "index/identity.h"
#include "index/record.h"
#include "index/verdict.h"
#include "index/xapian/index.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
    uint32_t docid;
    const char *id;
    const char *path;
    const char *source;
    SamsokStamp stamp;
    const char *sha256;
    const char *stale;
    const char *sidecar;
    const char *series;
    const char *number;
    guint shape_version;
} SamsokKnownReport;

typedef struct {
    const char *path;
    SamsokStamp stamp;
    const char *sha256;
} SamsokKnownFile;

/* All strings live as long as this. */
typedef struct {
    GStringChunk *chunk;
    GPtrArray *reports;    /* of SamsokKnownReport *, in order of document number */
    GHashTable *by_path;   /* path → SamsokKnownReport *, lent */
    GHashTable *files;     /* path → SamsokKnownFile * */
    GHashTable *verdicts;  /* content → SamsokVerdict *, of builds in use */
    GPtrArray *outdated;   /* of char *: keys of verdicts of builds no longer in use */
    GHashTable *sources;   /* set of paths */
} SamsokKnown;

/* Reads it from `reader`; NULL stands for an index that holds nothing. `registry` says which builds
 * are in use. Owner: the caller. Errors: IO, CORRUPT, STALE. */
SamsokKnown *samsok_known_load(SamsokDatabase *reader, const SamsokRegistry *registry,
                               GError **error);
void samsok_known_free(SamsokKnown *known);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokKnown, samsok_known_free)

/* Key and value of a known file in the index's metadata. Owner: the caller frees. */
char *samsok_known_file_key(const char *path);
char *samsok_known_file_value(const SamsokKnownFile *file);
/* Back from a value; false when it is none. `out` is lent by *out_parts, which the caller frees. */
bool samsok_known_file_parse(const char *value, SamsokKnownFile *out, char ***out_parts);
/* Key of a source. */
char *samsok_known_source_key(const char *path);

G_END_DECLS

#endif
