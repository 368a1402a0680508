/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Orders the first matches anew. */
#include "config.h"

#include "index/pool.h"

#include <stdlib.h>
#include <string.h>

#include "index/schema.h"

/* ---- Equals ------------------------------------------------------------------------------------- */

/* A match that was read. */
typedef struct {
    SamsokMatch match;
    SamsokPassageRecord *passage;
    guint8 order[SAMSOK_ORDER_BYTES];
} ReadMatch;

static int by_weight(const void *left, const void *right)
{
    const ReadMatch *first = left;
    const ReadMatch *second = right;
    if (first->match.weight != second->match.weight) {
        return first->match.weight > second->match.weight ? -1 : 1;
    }
    return memcmp(first->order, second->order, sizeof first->order);
}

void samsok_pool_order_equals(GArray *matches, GPtrArray *passages)
{
    g_autofree ReadMatch *all = g_new0(ReadMatch, passages->len + 1);
    for (guint i = 0; i < passages->len; i++) {
        all[i].match = g_array_index(matches, SamsokMatch, i);
        all[i].passage = g_ptr_array_index(passages, i);
        samsok_schema_order(all[i].passage->id, all[i].order);
    }
    qsort(all, passages->len, sizeof *all, by_weight);
    for (guint i = 0; i < passages->len; i++) {
        g_array_index(matches, SamsokMatch, i) = all[i].match;
        g_ptr_array_index(passages, i) = all[i].passage;
    }
}

/* ---- The order anew ----------------------------------------------------------------------------- */

static int by_score(const void *left, const void *right)
{
    const SamsokCandidate *first = *(SamsokCandidate *const *)left;
    const SamsokCandidate *second = *(SamsokCandidate *const *)right;
    if (first->score != second->score) {
        return first->score > second->score ? -1 : 1;
    }
    return first->place < second->place ? -1 : first->place > second->place;
}

static void describe(SamsokIndex *index, SamsokWanted *wanted, const char *const *titles,
                     const GPtrArray *pool, SamsokFeatures *features)
{
    g_autofree SamsokRankedPassage *passages = g_new0(SamsokRankedPassage, pool->len);
    SamsokFeatureReader reader;
    samsok_feature_reader_init(&reader, wanted, index->analyser);
    for (guint i = 0; i < pool->len; i++) {
        const SamsokCandidate *candidate = g_ptr_array_index(pool, i);
        const SamsokPassageRecord *passage = candidate->passage;
        passages[i] = (SamsokRankedPassage){
            .text = passage->text,
            .language = passage->language,
            .title = titles[i],
            .section_titles = passage->section_titles,
            .report = passage->report,
            .ordinal = passage->ordinal,
            .bm25 = candidate->bm25,
        };
        samsok_features_of_passage(&reader, &passages[i], &features[i]);
    }
    samsok_features_compare(wanted, passages, features, pool->len);
    samsok_feature_reader_clear(&reader);
}

void samsok_pool_rerank(SamsokIndex *index, const SamsokHitRequest *request, const char *const *titles,
                        GPtrArray *pool)
{
    if (pool->len == 0) {
        return;
    }
    g_autofree SamsokFeatures *features = g_new0(SamsokFeatures, pool->len);
    describe(index, request->wanted, titles, pool, features);
    double least = G_MAXDOUBLE;
    for (guint i = 0; i < pool->len; i++) {
        SamsokCandidate *candidate = g_ptr_array_index(pool, i);
        candidate->features = g_memdup2(&features[i], sizeof features[i]);
        candidate->score = samsok_rerank_score(request->weights, &features[i]);
        least = MIN(least, candidate->score);
    }
    const SamsokCandidate *last = g_ptr_array_index(pool, pool->len - 1);
    double lift = last->bm25 - least;
    for (guint i = 0; i < pool->len; i++) {
        ((SamsokCandidate *)g_ptr_array_index(pool, i))->score += lift;
    }
    qsort(pool->pdata, pool->len, sizeof(gpointer), by_score);
}
