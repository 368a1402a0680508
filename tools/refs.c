/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts the references of a corpus into what is cited, who cites, and what is lacking. */
#include "config.h"

#include "tools/refs.h"

#include <string.h>

#include "index/schema.h"
#include "tools/command.h"

static void missing_free(gpointer data)
{
    SamsokMissing *missing = data;
    g_ptr_array_unref(missing->reports);
    g_free(missing);
}

void samsok_refs_free(SamsokRefs *refs)
{
    if (refs == NULL) {
        return;
    }
    g_ptr_array_unref(refs->cites);
    g_ptr_array_unref(refs->cited_by);
    g_ptr_array_unref(refs->lacking);
    g_ptr_array_unref(refs->missing);
    g_free(refs);
}

/* What two references to one document have in common, whatever they are written like. */
static char *group_key(const SamsokReference *reference)
{
    if (*reference->number != '\0') {
        g_autofree char *key = samsok_schema_number(reference->series, reference->number);
        return g_strdup_printf("n %s %u", key, reference->year);
    }
    g_autofree char *named = samsok_schema_fold(*reference->title == '\0' ? reference->author : reference->title);
    bool has_title = *reference->title != '\0';
    return *named == '\0' ? g_strdup_printf("m %s", reference->text)
                          : g_strdup_printf("%s %s %u", has_title ? "t" : "a", named, has_title ? 0 : reference->year);
}

static gint by_count(gconstpointer a, gconstpointer b)
{
    const SamsokMissing *first = *(const SamsokMissing *const *)a;
    const SamsokMissing *second = *(const SamsokMissing *const *)b;
    if (first->count != second->count) {
        return first->count > second->count ? -1 : 1;
    }
    return strcmp(first->reference->text, second->reference->text);
}

static void group(SamsokRefs *refs)
{
    g_autoptr(GHashTable) groups = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < refs->lacking->len; i++) {
        const SamsokCitedPlace *place = g_ptr_array_index(refs->lacking, i);
        char *key = group_key(place->reference);
        SamsokMissing *missing = g_hash_table_lookup(groups, key);
        if (missing == NULL) {
            missing = g_new0(SamsokMissing, 1);
            missing->reference = place->reference;
            missing->reports = g_ptr_array_new();
            g_ptr_array_add(refs->missing, missing);
            g_hash_table_insert(groups, g_strdup(key), missing);
        }
        g_free(key);
        missing->count++;
        guint count = missing->reports->len;
        const char *last = count == 0 ? "" : g_ptr_array_index(missing->reports, count - 1);
        if (strcmp(last, place->report->id) != 0) {
            g_ptr_array_add(missing->reports, (gpointer)place->report->id);
        }
    }
    g_ptr_array_sort(refs->missing, by_count);
}

static void sort_place(SamsokRefs *refs, SamsokCitedPlace *place, gboolean with_mentions)
{
    bool is_mention = place->reference->form == SAMSOK_REFERENCE_MENTION;
    switch (place->state) {
    case SAMSOK_RESOLUTION_RESOLVED:
    case SAMSOK_RESOLUTION_AMBIGUOUS:
        g_ptr_array_add(refs->cites, place);
        break;
    case SAMSOK_RESOLUTION_UNRESOLVED:
        if (with_mentions || !is_mention) {
            g_ptr_array_add(refs->lacking, place);
        }
        break;
    case SAMSOK_RESOLUTION_SELF:
        break;
    }
}

SamsokRefs *samsok_refs_new(const SamsokCitedTable *table, const SamsokReportRecord *report,
                            gboolean with_mentions)
{
    SamsokRefs *refs = g_new0(SamsokRefs, 1);
    refs->report = report;
    refs->cites = g_ptr_array_new();
    refs->cited_by = g_ptr_array_new();
    refs->lacking = g_ptr_array_new();
    refs->missing = g_ptr_array_new_with_free_func(missing_free);
    for (guint i = 0; i < table->places->len; i++) {
        SamsokCitedPlace *place = g_ptr_array_index(table->places, i);
        if (report == NULL || strcmp(place->report->id, report->id) == 0) {
            sort_place(refs, place, with_mentions);
        } else if (samsok_cited_place_means(place, report->id)) {
            g_ptr_array_add(refs->cited_by, place);
        }
    }
    group(refs);
    return refs;
}

static void add_once(GPtrArray *reports, const SamsokReportRecord *report)
{
    if (!g_ptr_array_find(reports, report, NULL)) {
        g_ptr_array_add(reports, (gpointer)report);
    }
}

GPtrArray *samsok_refs_targets(const GPtrArray *places)
{
    GPtrArray *reports = g_ptr_array_new();
    for (guint i = 0; i < places->len; i++) {
        const SamsokCitedPlace *place = g_ptr_array_index(places, i);
        add_once(reports, g_array_index(place->candidates, SamsokResolved, 0).report);
    }
    return reports;
}

GPtrArray *samsok_refs_sources(const GPtrArray *places)
{
    GPtrArray *reports = g_ptr_array_new();
    for (guint i = 0; i < places->len; i++) {
        add_once(reports, ((const SamsokCitedPlace *)g_ptr_array_index(places, i))->report);
    }
    return reports;
}
