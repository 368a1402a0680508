/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares the candidates of a query with each other: by BM25, by report, by neighbourhood. */
#include "config.h"

#include "core/query/features.h"

#include <string.h>

/* The candidates of one report. */
typedef struct {
    double levels[SAMSOK_MAX_WANTED];
    double aggregate;
    double step; /* what the next passage counts: 1, 0.5, 0.25 … */
    double top;
    double cov;
    double sentence;
    double all;
    guint count;
} ReportBest;

typedef struct {
    const SamsokWanted *wanted;
    const SamsokRankedPassage *passages;
    SamsokFeatures *features;
    guint count;
    GHashTable *reports; /* id → ReportBest */
} Comparison;

static double coverage(const SamsokWanted *wanted, const double *levels)
{
    double sum = 0;
    double all = 0;
    for (guint i = 0; i < samsok_wanted_count(wanted); i++) {
        double weight = samsok_wanted_word((SamsokWanted *)wanted, i)->weight;
        sum += weight * levels[i];
        all += weight;
    }
    return all > 0 ? sum / all : 0;
}

static void raise_levels(double *levels, const double *by)
{
    for (guint i = 0; i < SAMSOK_MAX_WANTED; i++) {
        levels[i] = MAX(levels[i], by[i]);
    }
}

static ReportBest *report_of(Comparison *comparison, const char *id)
{
    ReportBest *best = g_hash_table_lookup(comparison->reports, id);
    if (best == NULL) {
        best = g_new0(ReportBest, 1);
        best->step = 1;
        g_hash_table_insert(comparison->reports, (gpointer)id, best);
    }
    return best;
}

/* Passages come best BM25 first, so the first of a report is its best by that. */
static void add_to_report(Comparison *comparison, guint index)
{
    const SamsokFeatures *features = &comparison->features[index];
    ReportBest *best = report_of(comparison, comparison->passages[index].report);
    raise_levels(best->levels, features->levels);
    best->aggregate += best->step * features->values[SAMSOK_FEATURE_TOP];
    best->step /= 2;
    best->top = MAX(best->top, features->values[SAMSOK_FEATURE_TOP]);
    best->cov = MAX(best->cov, features->values[SAMSOK_FEATURE_COV]);
    best->sentence = MAX(best->sentence, features->values[SAMSOK_FEATURE_SENTENCE_REST]);
    best->all = MAX(best->all, features->values[SAMSOK_FEATURE_SENTENCE_ALL]);
    best->count++;
}

static double neighbour_coverage(const Comparison *comparison, guint index)
{
    const SamsokRankedPassage *own = &comparison->passages[index];
    double levels[SAMSOK_MAX_WANTED];
    memcpy(levels, comparison->features[index].levels, sizeof levels);
    for (guint i = 0; i < comparison->count; i++) {
        const SamsokRankedPassage *other = &comparison->passages[i];
        bool is_next = other->ordinal + 1 == own->ordinal || other->ordinal == own->ordinal + 1;
        if (is_next && strcmp(other->report, own->report) == 0) {
            raise_levels(levels, comparison->features[i].levels);
        }
    }
    return coverage(comparison->wanted, levels);
}

static void rank_by_bm25(Comparison *comparison)
{
    double best = comparison->passages[0].bm25;
    double worst = comparison->passages[comparison->count - 1].bm25;
    for (guint i = 0; i < comparison->count; i++) {
        double bm25 = comparison->passages[i].bm25;
        double *values = comparison->features[i].values;
        values[SAMSOK_FEATURE_BM25] = bm25 / 10;
        values[SAMSOK_FEATURE_TOP] = best > 0 ? bm25 / best : 0;
        values[SAMSOK_FEATURE_SPREAD] = best > worst ? (bm25 - worst) / (best - worst) : 0;
        values[SAMSOK_FEATURE_RANK] = 1.0 / (1 + i);
    }
}

static void compare_one(Comparison *comparison, guint index)
{
    double *values = comparison->features[index].values;
    const ReportBest *best = report_of(comparison, comparison->passages[index].report);
    values[SAMSOK_FEATURE_REPORT] = best->aggregate / 2;
    values[SAMSOK_FEATURE_REPORT_COV] = coverage(comparison->wanted, best->levels);
    values[SAMSOK_FEATURE_REPORT_SHARE] = (double)best->count / comparison->count;
    values[SAMSOK_FEATURE_NEIGHBOUR_COV] = neighbour_coverage(comparison, index);
    values[SAMSOK_FEATURE_LESS_TOP] = best->top - values[SAMSOK_FEATURE_TOP];
    values[SAMSOK_FEATURE_LESS_COV] = best->cov - values[SAMSOK_FEATURE_COV];
    values[SAMSOK_FEATURE_LESS_SENTENCE] =
        best->sentence - values[SAMSOK_FEATURE_SENTENCE_REST];
    values[SAMSOK_FEATURE_LESS_ALL] = best->all - values[SAMSOK_FEATURE_SENTENCE_ALL];
}

void samsok_features_compare(const SamsokWanted *wanted, const SamsokRankedPassage *passages,
                             SamsokFeatures *features, guint count)
{
    if (count == 0) {
        return;
    }
    Comparison comparison = {
        .wanted = wanted, .passages = passages, .features = features, .count = count};
    comparison.reports = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    rank_by_bm25(&comparison);
    for (guint i = 0; i < count; i++) {
        add_to_report(&comparison, i);
    }
    for (guint i = 0; i < count; i++) {
        compare_one(&comparison, i);
    }
    g_hash_table_unref(comparison.reports);
}
