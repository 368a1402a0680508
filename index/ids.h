/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Report ids: from series and number, else from title and year, made unique.
 *
 * «Difi-rapport», «2014:07» gives difi-rapport-2014-07; a report without number has its title and
 * year: erfaringer-og-laeringspunkter-2017. A second report with the same id gets "-2". An id in
 * metadata.csv wins over both. Ids given out in the same order are the same ids.
 */
#ifndef SAMSOK_INDEX_IDS_H
#define SAMSOK_INDEX_IDS_H

#include "core/model/metadata.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct _SamsokIds SamsokIds;

SamsokIds *samsok_ids_new(void);
void samsok_ids_free(SamsokIds *ids);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokIds, samsok_ids_free)

/* Marks `id` as taken. */
void samsok_ids_take(SamsokIds *ids, const char *id);
/* Gives `id` free again. */
void samsok_ids_release(SamsokIds *ids, const char *id);

/* The id that `metadata` asks for, before it is made unique. `name` is the file's name without
 * folders, for a report without any title. Owner: the caller frees. */
char *samsok_ids_wanted(const SamsokMetadata *metadata, const char *name);

/* Gives `wanted` out, with "-2" or more behind it when it is taken. Owner: the caller frees. */
char *samsok_ids_give(SamsokIds *ids, const char *wanted);

/* True when `id` is `wanted`, or `wanted` made unique: a report may keep it. */
bool samsok_ids_is_form_of(const char *id, const char *wanted);

G_END_DECLS

#endif
