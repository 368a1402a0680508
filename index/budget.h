/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leaves the commonest words of a question out of the search in a large index.
 *
 * What a search costs is the number of postings it reads, and most of them are those of the commonest
 * words, which decide least. The welcome words of a bag and the parts of its compounds are taken rarest first until
 * the budget is spent, a part as if it were so much more common as it counts less; the rarest is always
 * taken. In a small index nothing is left out, nor ever a word that is required; and the ranking of what was
 * found still sees every word.
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

/* What a part of a compound counts beside a word that was typed. */
#define SAMSOK_PART_WEIGHT 0.4

/* Adds to the set `left_out` the children of `bag` (SamsokQueryNode *) and the parts of their words
 * (the const char * of SamsokQueryWord.parts) to leave out, all lent by the query. Sets
 * budget->is_exceeded when there are any. Errors: IO, STALE, CORRUPT. */
gboolean samsok_budget_leave_out(SamsokBudget *budget, SamsokDatabase *database,
                                 const SamsokQueryNode *bag, GHashTable *left_out, GError **error);

G_END_DECLS

#endif
