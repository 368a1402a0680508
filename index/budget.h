/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leaves the commonest words of a question out of the search in a large index (RETRIEVAL.md §9.4).
 *
 * What a search costs is the number of postings it reads, and most of them are those of the commonest
 * words, which decide least. The welcome words of a bag are taken rarest first until the budget is
 * spent; the rarest is always taken. In a small index nothing is left out, nor ever a word that is
 * required; and the ranking of what was found still sees every word.
 */
#ifndef SAMSOK_INDEX_BUDGET_H
#define SAMSOK_INDEX_BUDGET_H

#include "core/query/query.h"
#include "index/xapian/index.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef struct {
    uint64_t max_postings;
    bool is_exceeded; /* words were left out: there are more matches than are found */
    GPtrArray *left_out; /* of char *: gets their texts; NULL: not wanted. Lent */
} SamsokBudget;

/* The children of `bag` to leave out: a set of SamsokQueryNode *, lent by the query. Sets
 * budget->is_exceeded when there are any. Owner: the caller. NULL on error. Errors: IO, STALE,
 * CORRUPT. */
GHashTable *samsok_budget_left_out(SamsokBudget *budget, SamsokDatabase *database,
                                   const SamsokQueryNode *bag, GError **error);

G_END_DECLS

#endif
