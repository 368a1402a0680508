/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Joins the points of a summary to the full points they shorten, by what they say. */
#include "config.h"

#include "core/insight/points.h"

#include <math.h>

/* How much of a short point, weighed by rarity, the full one must say. By judgement. */
#define LEAST_SHARE 0.35

typedef struct {
    GPtrArray *points;
    GPtrArray *stems;   /* of GHashTable: a set of stems for each point */
    GHashTable *counts; /* stem → in how many points */
} Comparison;

static GHashTable *stems_of(SamsokAnalyser *analyser, const char *text, const char *language,
                            GArray *tokens)
{
    GHashTable *stems = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    samsok_analyser_tokens(analyser, text, language, tokens);
    for (guint i = 0; i < tokens->len; i++) {
        const SamsokToken *token = &g_array_index(tokens, SamsokToken, i);
        if (samsok_analyser_is_stop_word(token->word)) {
            continue;
        }
        g_hash_table_add(stems, g_strdup(token->stem));
        for (guint j = 0; token->parts != NULL && token->parts[j] != NULL; j++) {
            g_hash_table_add(stems, g_strdup(token->parts[j]));
        }
    }
    return stems;
}

static void count_stems(Comparison *comparison, GHashTable *stems)
{
    GHashTableIter iter;
    gpointer stem = NULL;
    g_hash_table_iter_init(&iter, stems);
    while (g_hash_table_iter_next(&iter, &stem, NULL)) {
        guint before = GPOINTER_TO_UINT(g_hash_table_lookup(comparison->counts, stem));
        g_hash_table_insert(comparison->counts, stem, GUINT_TO_POINTER(before + 1));
    }
}

static double weight_of(const Comparison *comparison, gconstpointer stem)
{
    guint count = GPOINTER_TO_UINT(g_hash_table_lookup(comparison->counts, stem));
    return log(1 + (double)comparison->points->len / MAX(count, 1));
}

/* The share of `brief` that `full` says, by the weight of its stems. */
static double share_said(const Comparison *comparison, GHashTable *brief, GHashTable *full)
{
    GHashTableIter iter;
    gpointer stem = NULL;
    double said = 0;
    double all = 0;
    g_hash_table_iter_init(&iter, brief);
    while (g_hash_table_iter_next(&iter, &stem, NULL)) {
        double weight = weight_of(comparison, stem);
        all += weight;
        said += g_hash_table_contains(full, stem) ? weight : 0;
    }
    return all > 0 ? said / all : 0;
}

static bool is_in_summary(const SamsokDocument *document, const SamsokPoint *point)
{
    return point->section != SAMSOK_NONE &&
           samsok_document_section(document, point->section)->kind == SAMSOK_SECTION_SUMMARY;
}

/* True for a point that may shorten another. */
static bool is_brief(const SamsokDocument *document, const SamsokPoint *point)
{
    return point->kind != SAMSOK_POINT_FINDING && is_in_summary(document, point);
}

bool samsok_points_have_summary(const SamsokDocument *document, const GPtrArray *points)
{
    for (guint i = 0; i < points->len; i++) {
        if (is_brief(document, g_ptr_array_index(points, i))) {
            return true;
        }
    }
    return false;
}

static void join_one(const SamsokDocument *document, const Comparison *comparison, guint index)
{
    SamsokPoint *brief = g_ptr_array_index(comparison->points, index);
    for (guint i = 0; i < comparison->points->len; i++) {
        const SamsokPoint *full = g_ptr_array_index(comparison->points, i);
        if (full->kind != brief->kind || is_in_summary(document, full)) {
            continue;
        }
        double score = share_said(comparison, g_ptr_array_index(comparison->stems, index),
                                  g_ptr_array_index(comparison->stems, i));
        if (score >= LEAST_SHARE && score > brief->summary_score) {
            brief->summary_score = score;
            brief->summary_of = i;
        }
    }
}

/* Of two short points for one full one the nearer keeps it. */
static void keep_nearest(GPtrArray *points)
{
    for (guint i = 0; i < points->len; i++) {
        SamsokPoint *one = g_ptr_array_index(points, i);
        for (guint j = 0; j < points->len; j++) {
            const SamsokPoint *other = g_ptr_array_index(points, j);
            bool is_nearer = other->summary_score > one->summary_score ||
                             (other->summary_score == one->summary_score && j < i);
            if (one->summary_of != SAMSOK_NONE && i != j && other->summary_of == one->summary_of &&
                is_nearer) {
                one->summary_of = SAMSOK_NONE;
                one->summary_score = 0;
            }
        }
    }
}

static void destroy_set(gpointer set)
{
    g_hash_table_unref(set);
}

void samsok_points_join_summary(const SamsokDocument *document, SamsokAnalyser *analyser,
                                GPtrArray *points)
{
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    g_autoptr(GPtrArray) stems = g_ptr_array_new_with_free_func(destroy_set);
    g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
    Comparison comparison = {points, stems, counts};
    for (guint i = 0; i < points->len; i++) {
        const SamsokPoint *point = g_ptr_array_index(points, i);
        const char *language = samsok_document_block(document, point->first_block)->language;
        g_ptr_array_add(stems, stems_of(analyser, point->text, language, tokens));
        count_stems(&comparison, g_ptr_array_index(stems, i));
    }
    for (guint i = 0; i < points->len; i++) {
        if (is_brief(document, g_ptr_array_index(points, i))) {
            join_one(document, &comparison, i);
        }
    }
    keep_nearest(points);
}
