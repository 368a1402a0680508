/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Joins the points of a summary to the full points they shorten, by what they say. */
#include "config.h"

#include "core/insight/points.h"

#include "core/insight/stem_sets.h"

/* How much of a short point, weighed by rarity, the full one must say. By judgement. */
#define LEAST_SHARE 0.35

typedef struct {
    GPtrArray *points;
    SamsokStemSets *sets; /* a text for each point */
} Comparison;

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
        double score = samsok_stem_sets_share(comparison->sets, index, i);
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

void samsok_points_join_summary(const SamsokDocument *document, SamsokAnalyser *analyser,
                                GPtrArray *points)
{
    g_autoptr(SamsokStemSets) sets = samsok_stem_sets_new(analyser);
    const Comparison comparison = {points, sets};
    for (guint i = 0; i < points->len; i++) {
        const SamsokPoint *point = g_ptr_array_index(points, i);
        samsok_stem_sets_add(sets, point->text, samsok_document_block(document, point->first_block)->language);
    }
    for (guint i = 0; i < points->len; i++) {
        if (is_brief(document, g_ptr_array_index(points, i))) {
            join_one(document, &comparison, i);
        }
    }
    keep_nearest(points);
}
