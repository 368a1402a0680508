/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The passages of one page, taken from the index in rank order.
 *
 * The first SAMSOK_RERANK_POOL of the index's own order are ordered anew (core/query/rerank.h), whatever
 * page is asked for; behind them the index's order stands. What the index cannot decide is decided here, candidate by candidate, until the page is full: the
 * check of phrases and the limit of passages a report. Nothing of this depends on the page, so the
 * pages of one question put together are one long page.
 */
#ifndef SAMSOK_INDEX_CANDIDATES_H
#define SAMSOK_INDEX_CANDIDATES_H

#include "core/query/check.h"
#include "core/query/rerank.h"
#include "index/opened.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef struct {
    SamsokPassageRecord *passage;
    double score;
    double bm25;
    guint place;              /* in the index's own order, from 0 */
    guint duplicates;         /* passages of other reports with the same text, left out */
    SamsokFeatures *features; /* NULL when the passage was not reranked */
} SamsokCandidate;

void samsok_candidate_free(SamsokCandidate *candidate);

typedef struct {
    const SamsokNode *node;
    SamsokQueryCheck *check; /* NULL when the index decides alone */
    SamsokWanted *wanted;    /* NULL: the index's order stands */
    const SamsokRerankWeights *weights;
    uint32_t offset;
    uint32_t count;
    uint32_t per_report; /* 0: no limit */
    bool exact_total;
} SamsokHitRequest;

typedef struct {
    GPtrArray *candidates; /* of SamsokCandidate *, best first */
    uint64_t total;
    bool total_is_exact;
    bool cut_short; /* more candidates than are looked at: the page may lack some */
} SamsokHitPage;

void samsok_hit_page_clear(SamsokHitPage *page);

/* Fills `page`, which the caller clears also on failure. Errors: STALE, IO, CORRUPT, QUERY. */
gboolean samsok_hit_page_fill(SamsokIndex *index, const SamsokHitRequest *request, SamsokHitPage *page,
                          GError **error);

G_END_DECLS

#endif
