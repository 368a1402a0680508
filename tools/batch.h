/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers a file of queries, one a line: ID<TAB>QUERY.
 *
 * Lines end in LF or CRLF and in nothing else: a query may hold any other character. Empty lines are
 * passed over. What is read is made clean text, so an id or query may differ from its bytes.
 */
#ifndef SAMSOK_TOOLS_BATCH_H
#define SAMSOK_TOOLS_BATCH_H

#include "index/search.h"

#include <glib.h>
#include <jansson.h>

G_BEGIN_DECLS

/* How a command answers each query. All is lent. */
typedef struct {
    SamsokIndex *index;
    SamsokQuestion *question; /* its query becomes each in turn */
    SamsokAnswer *(*ask)(SamsokIndex *index, const SamsokQuestion *question, GError **error);
    json_t *(*line)(const char *id, const SamsokAnswer *answer, const void *data);
    const void *data;
} SamsokBatch;

/* Answers the queries of the file at `path`, "-" for standard input: a line of JSON each on standard output, and
 * on standard error what was taken otherwise than typed, with the query's id before it. Ends at the first line
 * that is none (no tab, an id or query beyond its limit) and names it. Gives the exit status. */
int samsok_batch_answer(const SamsokBatch *batch, const char *path);

G_END_DECLS

#endif
