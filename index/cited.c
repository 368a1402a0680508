/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through the passages of an index and resolves what they cite. */
#include "config.h"

#include "index/cited.h"

#include <string.h>

#include "core/base/limits.h"
#include "index/opened.h"
#include "index/schema.h"

typedef struct {
    SamsokCitedTable *table;
    GHashTable *by_id;            /* report id → its record, lent */
    SamsokReferenceFinder *finder;
    SamsokResolver *resolver;
    char *last_report;            /* of the passage before */
    GPtrArray *last_titles;       /* of char *: titles of the sections it stands in */
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
    g_clear_pointer(&scan->finder, samsok_reference_finder_free);
    g_clear_pointer(&scan->resolver, samsok_resolver_free);
    g_clear_pointer(&scan->last_report, g_free);
    g_clear_pointer(&scan->last_titles, g_ptr_array_unref);
    g_clear_error(&scan->failure);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Scan, scan_clear)

/* ---- Passages ----------------------------------------------------------------------------------------- */

/* A heading's own place, which the report's outline knows. */
static void set_heading_place(SamsokPlace *place, const SamsokReportRecord *report, const char *title)
{
    for (guint i = 0; i < report->outline->len; i++) {
        const SamsokOutlineRecord *entry = g_ptr_array_index(report->outline, i);
        if (strcmp(entry->title, title) == 0) {
            *place = (SamsokPlace){entry->page, entry->page, entry->line, entry->line};
            return;
        }
    }
}

/* The line of the source in which the code point `at` of the passage stands, as if all were equally long. */
static guint line_at(const SamsokPassageRecord *passage, guint at)
{
    guint len = (guint)g_utf8_strlen(passage->text, -1);
    guint lines = passage->place.line_last - passage->place.line_first;
    bool known = passage->place.line_first != 0 && len > 0;
    return passage->place.line_first + (known ? (guint)((guint64)at * (lines + 1) / (len + 1)) : 0);
}

static void set_lines(SamsokPlace *place, const SamsokPassageRecord *passage, const SamsokReference *reference)
{
    place->line_first = line_at(passage, reference->start);
    place->line_last = line_at(passage, reference->end);
}

/* Owner: takes `reference`. */
static void add_place(Scan *scan, const SamsokReportRecord *report, const SamsokPassageRecord *passage,
                      SamsokReference *reference, const char *context)
{
    SamsokCitedPlace *place = g_new0(SamsokCitedPlace, 1);
    place->reference = reference;
    place->report = report;
    place->passage = g_strdup(passage->id);
    place->section = g_strdup(*passage->section_number == '\0' ? passage->section_title : passage->section_number);
    place->citation = samsok_citation(report, passage);
    place->place = passage->place;
    if (reference->end == 0) {
        set_heading_place(&place->place, report, context);
    } else {
        set_lines(&place->place, passage, reference);
    }
    place->label = g_strdup(passage->label_first);
    place->candidates = samsok_resolver_find(scan->resolver, reference, report->id, context, &place->state);
    g_ptr_array_add(scan->table->places, place);
}

/* The references in one text of a passage, which begins `offset` code points into it. */
static void scan_text(Scan *scan, const SamsokReportRecord *report, const SamsokPassageRecord *passage,
                      const char *text, SamsokCitingText kind, guint offset)
{
    g_autoptr(GPtrArray) found = samsok_reference_finder_text(scan->finder, text, kind);
    for (guint i = 0; i < found->len; i++) {
        if (scan->table->places->len >= SAMSOK_MAX_CITED_PLACES) {
            scan->table->is_cut = true;
            return;
        }
        SamsokReference *reference = g_steal_pointer(&g_ptr_array_index(found, i));
        bool is_heading = kind == SAMSOK_CITING_HEADING;
        reference->start = is_heading ? 0 : reference->start + offset;
        reference->end = is_heading ? 0 : reference->end + offset;
        add_place(scan, report, passage, reference, text);
    }
}

/* The headings that no passage before this one stood under. */
static void scan_headings(Scan *scan, const SamsokReportRecord *report, const SamsokPassageRecord *passage)
{
    bool same_report = g_strcmp0(scan->last_report, report->id) == 0;
    bool same = same_report;
    GPtrArray *titles = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; passage->section_titles[i] != NULL; i++) {
        const char *title = passage->section_titles[i];
        same = same && i < scan->last_titles->len && strcmp(g_ptr_array_index(scan->last_titles, i), title) == 0;
        g_ptr_array_add(titles, g_strdup(title));
        if (!same) {
            scan_text(scan, report, passage, title, SAMSOK_CITING_HEADING, 0);
        }
    }
    g_ptr_array_unref(scan->last_titles);
    scan->last_titles = titles;
    if (!same_report) {
        g_free(scan->last_report);
        scan->last_report = g_strdup(report->id);
    }
}

static void scan_passage(Scan *scan, const SamsokReportRecord *report, const SamsokPassageRecord *passage)
{
    bool is_list = strcmp(passage->section_kind, samsok_section_kind_name(SAMSOK_SECTION_REFERENCES)) == 0;
    scan_headings(scan, report, passage);
    g_auto(GStrv) lines = g_strsplit(passage->text, "\n", -1);
    guint offset = 0;
    for (char **line = lines; *line != NULL; line++) {
        scan_text(scan, report, passage, *line, is_list ? SAMSOK_CITING_ENTRY : SAMSOK_CITING_BODY, offset);
        offset += (guint)g_utf8_strlen(*line, -1) + 1;
    }
}

static bool take_passage(uint32_t docid, const void *bytes, size_t len, void *data)
{
    (void)docid;
    Scan *scan = data;
    g_autoptr(SamsokPassageRecord) passage = samsok_passage_record_unpack(bytes, len, &scan->failure);
    if (passage == NULL) {
        return false;
    }
    const SamsokReportRecord *report = g_hash_table_lookup(scan->by_id, passage->report);
    if (report != NULL) {
        scan_passage(scan, report, passage);
    }
    return !scan->table->is_cut;
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

/* Shards hold the passages of one report together; the reports' own order is by id. */
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
    scan.finder = samsok_reference_finder_new();
    scan.last_titles = g_ptr_array_new_with_free_func(g_free);
    if (!each(index, &scan, SAMSOK_KIND_REPORT, take_report, error)) {
        return FALSE;
    }
    g_ptr_array_sort(scan.table->reports, by_id);
    scan.resolver = samsok_resolver_new(scan.table->reports);
    if (!each(index, &scan, SAMSOK_KIND_PASSAGE, take_passage, error)) {
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
