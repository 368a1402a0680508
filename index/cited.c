/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through the references of an index and resolves what they mean. */
#include "config.h"

#include "index/cited.h"

#include <string.h>

#include "core/base/limits.h"
#include "index/opened.h"
#include "index/reference_extra.h"
#include "index/schema.h"

typedef struct {
    SamsokCitedTable *table;
    GHashTable *by_id;            /* report id → its record, lent */
    SamsokResolver *resolver;
    GError *failure;
} Scan;

/* ---- Freeing ---------------------------------------------------------------------------------------- */

static void place_free(gpointer data)
{
    SamsokCitedPlace *place = data;
    samsok_reference_free(place->reference);
    g_free(place->passage);
    g_free(place->section);
    g_free(place->citation);
    g_free(place->label);
    g_array_unref(place->candidates);
    g_free(place);
}

static void report_free(gpointer report)
{
    samsok_report_record_free(report);
}

void samsok_cited_table_free(SamsokCitedTable *table)
{
    if (table == NULL) {
        return;
    }
    g_ptr_array_unref(table->places);
    g_ptr_array_unref(table->reports);
    g_free(table);
}

static void scan_clear(Scan *scan)
{
    g_clear_pointer(&scan->table, samsok_cited_table_free);
    g_clear_pointer(&scan->by_id, g_hash_table_unref);
    g_clear_pointer(&scan->resolver, samsok_resolver_free);
    g_clear_error(&scan->failure);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Scan, scan_clear)

/* ---- References ---------------------------------------------------------------------------------------- */

static SamsokReference *reference_of(const SamsokReferenceRecord *record)
{
    SamsokReference *reference = g_new0(SamsokReference, 1);
    *reference = (SamsokReference){
        .form = samsok_reference_form_from_name(record->form),
        .text = g_strdup(record->text),
        .series = g_strdup(record->series),
        .number = g_strdup(record->number),
        .year = record->year,
        .serial = record->serial,
        .author = g_strdup(record->author),
        .title = g_strdup(record->title),
        .chapter = g_strdup(record->chapter),
        .page = g_strdup(record->page),
        .start = record->start,
        .end = record->end,
        .place = record->place,
    };
    return reference;
}

static char *citation_of(const SamsokReportRecord *report, const SamsokReferenceRecord *record)
{
    const SamsokPassageRecord place = {
        .section_number = record->section_number,
        .section_title = record->section_title,
        .place = record->place,
        .label_first = record->label_first,
        .label_last = record->label_last,
    };
    return samsok_citation(report, &place);
}

static void add_place(Scan *scan, const SamsokReportRecord *report, const SamsokReferenceRecord *record)
{
    SamsokCitedPlace *place = g_new0(SamsokCitedPlace, 1);
    place->reference = reference_of(record);
    place->report = report;
    place->passage = g_strdup(record->passage);
    bool has_number = *record->section_number != '\0';
    place->section = g_strdup(has_number ? record->section_number : record->section_title);
    place->citation = citation_of(report, record);
    place->place = record->place;
    place->label = g_strdup(record->label_first);
    place->candidates = samsok_resolver_find(scan->resolver, place->reference, report->id,
                                             record->context, &place->state);
    g_ptr_array_add(scan->table->places, place);
}

static bool take_references(uint32_t docid, const void *bytes, size_t len, void *data)
{
    (void)docid;
    Scan *scan = data;
    g_autoptr(SamsokReferencesRecord) record =
        samsok_references_record_unpack(bytes, len, &scan->failure);
    if (record == NULL) {
        return false;
    }
    const SamsokReportRecord *report = g_hash_table_lookup(scan->by_id, record->report);
    for (guint i = 0; report != NULL && i < record->references->len; i++) {
        if (scan->table->places->len >= SAMSOK_MAX_CITED_PLACES) {
            scan->table->is_cut = true;
            return false;
        }
        add_place(scan, report, g_ptr_array_index(record->references, i));
    }
    return true;
}

static bool take_report(uint32_t docid, const void *bytes, size_t len, void *data)
{
    (void)docid;
    Scan *scan = data;
    SamsokReportRecord *report = samsok_report_record_unpack(bytes, len, &scan->failure);
    if (report != NULL) {
        g_ptr_array_add(scan->table->reports, report);
        g_hash_table_insert(scan->by_id, (gpointer)report->id, report);
    }
    return report != NULL;
}

/* ---- All ---------------------------------------------------------------------------------------------- */

static gint by_id(gconstpointer a, gconstpointer b)
{
    const SamsokReportRecord *first = *(const SamsokReportRecord *const *)a;
    const SamsokReportRecord *second = *(const SamsokReportRecord *const *)b;
    return strcmp(first->id, second->id);
}

/* A report has its references in one document; the reports' own order is by id. */
static gint by_report(gconstpointer a, gconstpointer b)
{
    const SamsokCitedPlace *first = *(const SamsokCitedPlace *const *)a;
    const SamsokCitedPlace *second = *(const SamsokCitedPlace *const *)b;
    return strcmp(first->report->id, second->report->id);
}

static gboolean each(SamsokIndex *index, Scan *scan, const char *kind, SamsokEachDocument take, GError **error)
{
    if (!samsok_database_each_document(index->reader, kind, take, scan, error)) {
        return FALSE;
    }
    if (scan->failure != NULL) {
        g_propagate_error(error, g_steal_pointer(&scan->failure));
        return FALSE;
    }
    return TRUE;
}

static gboolean try_cited(SamsokIndex *index, void *data, GError **error)
{
    g_auto(Scan) scan = {0};
    scan.table = g_new0(SamsokCitedTable, 1);
    scan.table->reports = g_ptr_array_new_with_free_func(report_free);
    scan.table->places = g_ptr_array_new_with_free_func(place_free);
    scan.by_id = g_hash_table_new(g_str_hash, g_str_equal);
    if (!each(index, &scan, SAMSOK_KIND_REPORT, take_report, error)) {
        return FALSE;
    }
    g_ptr_array_sort(scan.table->reports, by_id);
    scan.resolver = samsok_resolver_new(scan.table->reports);
    if (!each(index, &scan, SAMSOK_KIND_REFERENCES, take_references, error)) {
        return FALSE;
    }
    g_ptr_array_sort(scan.table->places, by_report);
    *(SamsokCitedTable **)data = g_steal_pointer(&scan.table);
    return TRUE;
}

SamsokCitedTable *samsok_index_cited(SamsokIndex *index, GError **error)
{
    SamsokCitedTable *table = NULL;
    samsok_index_retry(index, try_cited, &table, error);
    return table;
}

bool samsok_cited_place_means(const SamsokCitedPlace *place, const char *id)
{
    for (guint i = 0; place->state != SAMSOK_RESOLUTION_SELF && i < place->candidates->len; i++) {
        if (strcmp(g_array_index(place->candidates, SamsokResolved, i).report->id, id) == 0) {
            return true;
        }
    }
    return false;
}
