/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pool: the first matches of the index's own order, which are ordered anew (core/query/rerank.h). */
#ifndef SAMSOK_INDEX_POOL_H
#define SAMSOK_INDEX_POOL_H

#include "index/candidates.h"

#include <glib.h>

G_BEGIN_DECLS

/* Puts equals in the order that SAMSOK_SLOT_ORDER has them in, which their ids tell as well: the first of the
 * matches and with them their passages (GPtrArray of SamsokPassageRecord), as many as there are of these. */
void samsok_pool_order_equals(GArray *matches, GPtrArray *passages);

/* Sorts the pool (GPtrArray of SamsokCandidate, best BM25 first) by the features' sum, which is moved up so that no
 * score lies below the BM25 of what comes behind the pool. `titles` holds that of each candidate's report. */
void samsok_pool_rerank(SamsokIndex *index, const SamsokHitRequest *request, const char *const *titles,
                        GPtrArray *pool);

G_END_DECLS

#endif
