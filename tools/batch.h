/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of queries, one a line: ID<TAB>QUERY.
 *
 * Lines end in LF or CRLF and in nothing else: a query may hold any other character. Empty lines are
 * passed over. What is read is made clean text, so an id or query may differ from its bytes.
 */
#ifndef SAMSOK_TOOLS_BATCH_H
#define SAMSOK_TOOLS_BATCH_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct _SamsokBatch SamsokBatch;

/* `path` "-" is standard input. Errors: MISSING. Owner: the caller. */
SamsokBatch *samsok_batch_open(const char *path, GError **error);
void samsok_batch_free(SamsokBatch *batch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokBatch, samsok_batch_free)

/* Reads the next query; both strings are lent until the next call. False at the end of the file, and,
 * with `error` set, where it cannot be read on.
 * Errors: QUERY (no tab in a line, an id or query beyond its limit; the message names the line), IO. */
bool samsok_batch_next(SamsokBatch *batch, const char **out_id, const char **out_query,
                       GError **error);

G_END_DECLS

#endif
