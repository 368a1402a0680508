/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A query tree as the index is asked: stems with weights, filters without, phrases as candidates.
 *
 * A word is all its stems, one term to the ranking; the parts of a compound count less, and only where
 * the word is welcome. Stop words are left out of a
 * bag that holds other words. Phrases and NEAR ask for all their stems, a wildcard for the terms that
 * begin so and for the shorter stems its words may have; core/query/check.h says which of the
 * candidates are meant. What is forbidden and inexact is left to the check alone.
 */
#ifndef SAMSOK_INDEX_QUERY_NODES_H
#define SAMSOK_INDEX_QUERY_NODES_H

#include "core/query/query.h"
#include "index/budget.h"
#include "index/search.h"
#include "index/xapian/index.h"

#include <glib.h>

G_BEGIN_DECLS

/* The node for `query` within `filters`, passages only or what filters->hit_kind says; `budget` NULL: no word is left out. Notes are added to `notes`. Owner: the
 * caller. NULL on error. Errors: IO, STALE, CORRUPT. */
SamsokNode *samsok_query_nodes(SamsokIndex *index, const SamsokQuery *query,
                               const SamsokFilters *filters, SamsokBudget *budget, GPtrArray *notes,
                               GError **error);

G_END_DECLS

#endif
