/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds references in the texts of points and resolves them. */
#include "config.h"

#include "index/point_cited.h"

#include "index/quote.h"

static void cited_free(gpointer data)
{
    SamsokPointCited *cited = data;
    samsok_reference_free(cited->reference);
    g_clear_pointer(&cited->candidates, g_array_unref);
    g_free(cited);
}

/* The references of a point, not resolved yet. */
static GPtrArray *references_of(SamsokReferenceFinder *finder, const char *text)
{
    g_autoptr(GPtrArray) references =
        samsok_reference_finder_text(finder, text, SAMSOK_CITING_BODY);
    GPtrArray *all = g_ptr_array_new_with_free_func(cited_free);
    while (references->len > 0) {
        SamsokPointCited *cited = g_new0(SamsokPointCited, 1);
        cited->reference = g_ptr_array_steal_index(references, 0);
        g_ptr_array_add(all, cited);
    }
    return all;
}

static void resolve(SamsokResolver *resolver, SamsokHit *hit)
{
    for (guint i = 0; i < hit->cited->len;) {
        SamsokPointCited *cited = g_ptr_array_index(hit->cited, i);
        cited->candidates = samsok_resolver_find(resolver, cited->reference, hit->report->id,
                                                 hit->passage->text, &cited->state);
        if (cited->state == SAMSOK_RESOLUTION_SELF) {
            g_ptr_array_remove_index(hit->cited, i);
        } else {
            i++;
        }
    }
}

gboolean samsok_points_cite(SamsokIndex *index, SamsokAnswer *answer, GError **error)
{
    g_autoptr(SamsokReferenceFinder) finder = samsok_reference_finder_new();
    bool cites = false;
    for (guint i = 0; i < answer->hits->len; i++) {
        SamsokHit *hit = g_ptr_array_index(answer->hits, i);
        hit->cited = references_of(finder, hit->passage->text);
        cites = cites || hit->cited->len > 0;
    }
    if (!cites) {
        return TRUE;
    }
    answer->corpus = samsok_index_reports(index, error);
    if (answer->corpus == NULL) {
        return FALSE;
    }
    g_autoptr(SamsokResolver) resolver = samsok_resolver_new(answer->corpus);
    for (guint i = 0; i < answer->hits->len; i++) {
        resolve(resolver, g_ptr_array_index(answer->hits, i));
    }
    return TRUE;
}
