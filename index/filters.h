/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What filters mean to the index: years, reports, series, authors, languages as boolean terms; concepts are
 * those of index/filter_concepts.
 *
 * Values are looked up among the terms that exist, so that «difi» finds the series difi-rapport and
 * difi-notat, and a range of years is an OR of the years there are. A value that nothing in the index
 * has matches nothing and is told in a note.
 *
 * Owner: every node is the caller's; NULL on error. Errors: IO, STALE, CORRUPT.
 */
#ifndef SAMSOK_INDEX_FILTERS_H
#define SAMSOK_INDEX_FILTERS_H

#include "core/query/query.h"
#include "index/search.h"
#include "index/xapian/index.h"

#include <glib.h>

G_BEGIN_DECLS

/* The filter that a VALUE or YEARS leaf is. */
SamsokNode *samsok_filter_leaf(SamsokIndex *index, const SamsokQueryNode *leaf, GPtrArray *notes,
                               GError **error);

/* Adds a node for each filter that `filters` sets to `out` (of SamsokNode *, not owned by it). */
gboolean samsok_filter_nodes(SamsokIndex *index, const SamsokFilters *filters, GPtrArray *notes,
                             GPtrArray *out, GError **error);

/* What SamsokFilters.except leaves out. Owner: the caller. */
SamsokNode *samsok_filter_except(const char *id);

G_END_DECLS

#endif
