/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON of hits, reports and passages. */
#include "config.h"

#include "tools/json.h"

#include "index/mentioned.h"

/* The report as a hit names it. */
static JsonObject *report_head(const SamsokReportRecord *report)
{
    g_autofree char *path = g_filename_display_name(report->path);
    JsonObject *object = json_object_new();
    json_object_set_string_member(object, "id", report->id);
    json_object_set_string_member(object, "title", report->title);
    samsok_json_set_known(object, "series", report->series);
    samsok_json_set_known(object, "number", report->number);
    samsok_json_set_known_number(object, "year", report->year);
    samsok_json_set_known(object, "language", report->language);
    json_object_set_string_member(object, "path", path);
    json_object_set_string_member(object, "media_type", report->media_type);
    return object;
}

static JsonObject *section_object(const SamsokPassageRecord *passage)
{
    JsonObject *object = json_object_new();
    samsok_json_set_known(object, "number", passage->section_number);
    samsok_json_set_known(object, "title", passage->section_title);
    JsonArray *path = json_array_new();
    for (guint i = 0; passage->section_path != NULL && passage->section_path[i] != NULL; i++) {
        json_array_add_string_element(path, passage->section_path[i]);
    }
    json_object_set_array_member(object, "path", path);
    samsok_json_set_known(object, "kind", passage->section_kind);
    return object;
}

static void set_pages(JsonObject *object, const SamsokPassageRecord *passage)
{
    if (passage->place.page_first == 0) {
        json_object_set_null_member(object, "pages");
        return;
    }
    JsonObject *pages = json_object_new();
    samsok_json_set_number(pages, "first", passage->place.page_first);
    samsok_json_set_number(pages, "last", passage->place.page_last);
    samsok_json_set_known(pages, "first_label", passage->label_first);
    samsok_json_set_known(pages, "last_label", passage->label_last);
    json_object_set_object_member(object, "pages", pages);
}

static void set_passage(JsonObject *object, const SamsokReportRecord *report,
                        const SamsokPassageRecord *passage)
{
    json_object_set_string_member(object, "type", "passage");
    json_object_set_string_member(object, "id", passage->id);
    json_object_set_object_member(object, "report", report_head(report));
    json_object_set_object_member(object, "section", section_object(passage));
    set_pages(object, passage);
    samsok_json_set_lines(object, &passage->place);
    samsok_json_set_known(object, "language", passage->language);
    json_object_set_string_member(object, "text", passage->text);
}

JsonArray *samsok_json_concepts(const GPtrArray *mentions)
{
    JsonArray *array = json_array_new();
    for (guint i = 0; i < mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(mentions, i);
        JsonObject *object = json_object_new();
        json_object_set_string_member(object, "id", mention->concept);
        json_object_set_string_member(object, "label", mention->label);
        json_array_add_object_element(array, object);
    }
    return array;
}

/* The concepts that the passage mentions. */
static JsonArray *concepts_array(const SamsokPassageRecord *passage)
{
    g_autoptr(GPtrArray) concepts = samsok_passage_record_concepts(passage);
    return samsok_json_concepts(concepts);
}

/* Each mention with the words and the rule that told it. */
static JsonArray *mentions_array(const SamsokPassageRecord *passage)
{
    JsonArray *array = json_array_new();
    for (guint i = 0; i < passage->mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(passage->mentions, i);
        JsonObject *object = json_object_new();
        json_object_set_string_member(object, "concept", mention->concept);
        samsok_json_set_number(object, "start", mention->start);
        samsok_json_set_number(object, "end", mention->end);
        json_object_set_string_member(object, "label", mention->matched);
        json_object_set_string_member(object, "rule", mention->rule);
        json_array_add_object_element(array, object);
    }
    return array;
}

JsonObject *samsok_json_passage(const SamsokReportRecord *report,
                                const SamsokPassageRecord *passage)
{
    g_autofree char *citation = samsok_citation(report, passage);
    JsonObject *object = json_object_new();
    set_passage(object, report, passage);
    json_object_set_array_member(object, "concepts", concepts_array(passage));
    json_object_set_array_member(object, "mentions", mentions_array(passage));
    json_object_set_string_member(object, "citation", citation);
    return object;
}

static JsonArray *highlights(const SamsokHit *hit)
{
    JsonArray *array = json_array_new();
    for (guint i = 0; i < hit->highlights->len; i++) {
        const SamsokSpan *span = &g_array_index(hit->highlights, SamsokSpan, i);
        JsonArray *pair = json_array_new();
        json_array_add_int_element(pair, span->start);
        json_array_add_int_element(pair, span->end);
        json_array_add_array_element(array, pair);
    }
    return array;
}

JsonObject *samsok_json_hit(const SamsokHit *hit)
{
    JsonObject *object = json_object_new();
    samsok_json_set_number(object, "rank", hit->rank);
    json_object_set_double_member(object, "score", hit->score);
    set_passage(object, hit->report, hit->passage);
    json_object_set_string_member(object, "snippet", hit->snippet);
    json_object_set_array_member(object, "highlights", highlights(hit));
    json_object_set_array_member(object, "concepts", concepts_array(hit->passage));
    json_object_set_string_member(object, "citation", hit->citation);
    samsok_json_set_number(object, "duplicates", hit->duplicates);
    return object;
}

static JsonArray *hits_array(const SamsokAnswer *answer)
{
    JsonArray *array = json_array_new();
    for (guint i = 0; i < answer->hits->len; i++) {
        const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
        JsonObject *object = samsok_json_hit(hit);
        samsok_json_explain_hit(object, answer, hit);
        json_array_add_object_element(array, object);
    }
    return array;
}

JsonObject *samsok_json_answer(const char *query, const SamsokAnswer *answer)
{
    JsonObject *asked = json_object_new();
    json_object_set_string_member(asked, "text", query);
    json_object_set_string_member(asked, "understood", answer->understood);
    samsok_json_set_known(asked, "corrected", answer->corrected);
    samsok_json_explain_query(asked, answer);
    JsonObject *object = json_object_new();
    json_object_set_object_member(object, "query", asked);
    samsok_json_set_number(object, "total", answer->total);
    json_object_set_boolean_member(object, "total_is_exact", answer->total_is_exact);
    samsok_json_set_number(object, "took_us", answer->took_us);
    json_object_set_array_member(object, "hits", hits_array(answer));
    json_object_set_object_member(object, "facets", json_object_new());
    return object;
}

static JsonObject *features_object(const SamsokFeatures *features)
{
    JsonObject *object = json_object_new();
    for (guint i = 0; i < SAMSOK_FEATURE_COUNT; i++) {
        json_object_set_double_member(object, samsok_feature_name((SamsokFeature)i),
                                      features->values[i]);
    }
    return object;
}

static void add_features(JsonArray *hits, const SamsokAnswer *answer)
{
    for (guint i = 0; i < answer->hits->len; i++) {
        const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
        if (hit->features != NULL) {
            json_object_set_object_member(json_array_get_object_element(hits, i), "features",
                                          features_object(hit->features));
        }
    }
}

JsonObject *samsok_json_batch_line(const char *qid, const SamsokAnswer *answer, bool with_features)
{
    JsonObject *object = json_object_new();
    json_object_set_string_member(object, "qid", qid);
    samsok_json_set_number(object, "took_us", answer->took_us);
    samsok_json_set_number(object, "total", answer->total);
    JsonArray *hits = hits_array(answer);
    if (with_features) {
        add_features(hits, answer);
    }
    json_object_set_array_member(object, "hits", hits);
    return object;
}

static JsonArray *carriers_array(const GPtrArray *carriers)
{
    JsonArray *array = json_array_new();
    for (guint i = 0; i < carriers->len; i++) {
        json_array_add_object_element(array, report_head(g_ptr_array_index(carriers, i)));
    }
    return array;
}

static JsonArray *counts_array(const GPtrArray *concepts)
{
    JsonArray *array = json_array_new();
    for (guint i = 0; i < concepts->len; i++) {
        const SamsokMentionCount *count = g_ptr_array_index(concepts, i);
        JsonObject *object = json_object_new();
        json_object_set_string_member(object, "id", count->concept);
        json_object_set_string_member(object, "label", count->label);
        samsok_json_set_number(object, "passages", count->passages);
        samsok_json_set_number(object, "mentions", count->mentions);
        json_array_add_object_element(array, object);
    }
    return array;
}

JsonObject *samsok_json_report(const SamsokReportRecord *report, const GPtrArray *carriers,
                               const GPtrArray *concepts)
{
    JsonObject *object = report_head(report);
    json_object_set_string_member(object, "type", "report");
    json_object_set_array_member(object, "authors", samsok_json_authors(report->authors));
    samsok_json_set_known(object, "publisher", report->publisher);
    samsok_json_set_known(object, "date", report->date);
    samsok_json_set_known(object, "url", report->url);
    samsok_json_set_known(object, "charset", report->charset);
    samsok_json_set_number(object, "pages", report->page_count);
    samsok_json_set_number(object, "passages", report->passage_count);
    json_object_set_string_member(object, "sha256", report->sha256);
    json_object_set_string_member(object, "plugin", report->plugin);
    json_object_set_string_member(object, "indexed_at", report->indexed_at);
    samsok_json_set_known(object, "stale", report->stale);
    json_object_set_array_member(object, "carriers", carriers_array(carriers));
    json_object_set_array_member(object, "concepts", counts_array(concepts));
    JsonArray *outline = json_array_new();
    for (guint i = 0; i < report->outline->len; i++) {
        const SamsokOutlineRecord *entry = g_ptr_array_index(report->outline, i);
        JsonObject *line = json_object_new();
        samsok_json_set_number(line, "level", entry->level);
        samsok_json_set_known(line, "number", entry->number);
        json_object_set_string_member(line, "title", entry->title);
        samsok_json_set_known_number(line, "page", entry->page);
        samsok_json_set_known_number(line, "line", entry->line);
        json_array_add_object_element(outline, line);
    }
    json_object_set_array_member(object, "outline", outline);
    JsonArray *warnings = json_array_new();
    for (guint i = 0; i < report->warnings->len; i++) {
        json_array_add_string_element(warnings, g_ptr_array_index(report->warnings, i));
    }
    json_object_set_array_member(object, "warnings", warnings);
    return object;
}
