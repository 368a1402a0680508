/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON of hits, reports and passages. */
#include "config.h"

#include "tools/json.h"

#include "index/mentioned.h"

/* The report as a hit names it. */
static json_t *report_head(const SamsokReportRecord *report)
{
    g_autofree char *path = g_filename_display_name(report->path);
    json_t *object = json_object();
    samsok_json_set_string(object, "id", report->id);
    samsok_json_set_string(object, "title", report->title);
    samsok_json_set_known(object, "series", report->series);
    samsok_json_set_known(object, "number", report->number);
    samsok_json_set_known_number(object, "year", report->year);
    samsok_json_set_known(object, "language", report->language);
    samsok_json_set_string(object, "path", path);
    samsok_json_set_string(object, "media_type", report->media_type);
    return object;
}

static json_t *section_object(const SamsokPassageRecord *passage)
{
    json_t *object = json_object();
    samsok_json_set_known(object, "number", passage->section_number);
    samsok_json_set_known(object, "title", passage->section_title);
    json_object_set_new(object, "path", samsok_json_strings((const char *const *)passage->section_path));
    samsok_json_set_known(object, "kind", passage->section_kind);
    return object;
}

static void set_pages(json_t *object, const SamsokPassageRecord *passage)
{
    if (passage->place.page_first == 0) {
        json_object_set_new(object, "pages", json_null());
        return;
    }
    json_t *pages = json_object();
    samsok_json_set_number(pages, "first", passage->place.page_first);
    samsok_json_set_number(pages, "last", passage->place.page_last);
    samsok_json_set_known(pages, "first_label", passage->label_first);
    samsok_json_set_known(pages, "last_label", passage->label_last);
    json_object_set_new(object, "pages", pages);
}

static void set_passage(json_t *object, const SamsokReportRecord *report,
                        const SamsokPassageRecord *passage)
{
    samsok_json_set_string(object, "type", "passage");
    samsok_json_set_string(object, "id", passage->id);
    json_object_set_new(object, "report", report_head(report));
    json_object_set_new(object, "section", section_object(passage));
    set_pages(object, passage);
    samsok_json_set_lines(object, &passage->place);
    samsok_json_set_known(object, "language", passage->language);
    samsok_json_set_string(object, "text", passage->text);
}

json_t *samsok_json_concepts(const GPtrArray *mentions)
{
    json_t *array = json_array();
    for (guint i = 0; i < mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(mentions, i);
        json_array_append_new(array, samsok_json_named(mention->concept, mention->label));
    }
    return array;
}

/* The concepts that the passage mentions. */
static json_t *concepts_array(const SamsokPassageRecord *passage)
{
    g_autoptr(GPtrArray) concepts = samsok_passage_record_concepts(passage);
    return samsok_json_concepts(concepts);
}

/* Each mention with the words and the rule that told it. */
static json_t *mentions_array(const SamsokPassageRecord *passage)
{
    json_t *array = json_array();
    for (guint i = 0; i < passage->mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(passage->mentions, i);
        json_t *object = json_object();
        samsok_json_set_string(object, "concept", mention->concept);
        samsok_json_set_number(object, "start", mention->start);
        samsok_json_set_number(object, "end", mention->end);
        samsok_json_set_string(object, "label", mention->matched);
        samsok_json_set_string(object, "rule", mention->rule);
        json_array_append_new(array, object);
    }
    return array;
}

json_t *samsok_json_passage(const SamsokReportRecord *report, const SamsokPassageRecord *passage)
{
    g_autofree char *citation = samsok_citation(report, passage);
    json_t *object = json_object();
    set_passage(object, report, passage);
    json_object_set_new(object, "concepts", concepts_array(passage));
    json_object_set_new(object, "mentions", mentions_array(passage));
    samsok_json_set_string(object, "citation", citation);
    return object;
}

static json_t *highlights(const SamsokHit *hit)
{
    json_t *array = json_array();
    for (guint i = 0; i < hit->highlights->len; i++) {
        const SamsokSpan *span = &g_array_index(hit->highlights, SamsokSpan, i);
        json_t *pair = json_array();
        json_array_append_new(pair, json_integer(span->start));
        json_array_append_new(pair, json_integer(span->end));
        json_array_append_new(array, pair);
    }
    return array;
}

json_t *samsok_json_hit(const SamsokHit *hit)
{
    json_t *object = json_object();
    samsok_json_set_number(object, "rank", hit->rank);
    samsok_json_set_real(object, "score", hit->score);
    set_passage(object, hit->report, hit->passage);
    samsok_json_set_string(object, "snippet", hit->snippet);
    json_object_set_new(object, "highlights", highlights(hit));
    json_object_set_new(object, "concepts", concepts_array(hit->passage));
    samsok_json_set_string(object, "citation", hit->citation);
    samsok_json_set_number(object, "duplicates", hit->duplicates);
    return object;
}

static json_t *hits_array(const SamsokAnswer *answer)
{
    json_t *array = json_array();
    for (guint i = 0; i < answer->hits->len; i++) {
        const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
        json_t *object = samsok_json_hit(hit);
        samsok_json_explain_hit(object, answer, hit);
        json_array_append_new(array, object);
    }
    return array;
}

json_t *samsok_json_answer(const char *query, const SamsokAnswer *answer)
{
    json_t *asked = json_object();
    samsok_json_set_string(asked, "text", query);
    samsok_json_set_string(asked, "understood", answer->understood);
    samsok_json_set_known(asked, "corrected", answer->corrected);
    samsok_json_explain_query(asked, answer);
    json_t *object = json_object();
    json_object_set_new(object, "query", asked);
    samsok_json_set_number(object, "total", answer->total);
    samsok_json_set_bool(object, "total_is_exact", answer->total_is_exact);
    samsok_json_set_number(object, "took_us", answer->took_us);
    json_object_set_new(object, "hits", hits_array(answer));
    json_object_set_new(object, "facets", json_object());
    return object;
}

static json_t *features_object(const SamsokFeatures *features)
{
    json_t *object = json_object();
    for (guint i = 0; i < SAMSOK_FEATURE_COUNT; i++) {
        samsok_json_set_real(object, samsok_feature_name((SamsokFeature)i), features->values[i]);
    }
    return object;
}

static void add_features(json_t *hits, const SamsokAnswer *answer)
{
    for (guint i = 0; i < answer->hits->len; i++) {
        const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
        if (hit->features != NULL) {
            json_object_set_new(json_array_get(hits, i), "features", features_object(hit->features));
        }
    }
}

json_t *samsok_json_batch_line(const char *qid, const SamsokAnswer *answer, bool with_features)
{
    json_t *object = json_object();
    samsok_json_set_string(object, "qid", qid);
    samsok_json_set_number(object, "took_us", answer->took_us);
    samsok_json_set_number(object, "total", answer->total);
    json_t *hits = hits_array(answer);
    if (with_features) {
        add_features(hits, answer);
    }
    json_object_set_new(object, "hits", hits);
    return object;
}

static json_t *carriers_array(const GPtrArray *carriers)
{
    json_t *array = json_array();
    for (guint i = 0; i < carriers->len; i++) {
        json_array_append_new(array, report_head(g_ptr_array_index(carriers, i)));
    }
    return array;
}

static json_t *counts_array(const GPtrArray *concepts)
{
    json_t *array = json_array();
    for (guint i = 0; i < concepts->len; i++) {
        const SamsokMentionCount *count = g_ptr_array_index(concepts, i);
        json_t *object = samsok_json_named(count->concept, count->label);
        samsok_json_set_number(object, "passages", count->passages);
        samsok_json_set_number(object, "mentions", count->mentions);
        json_array_append_new(array, object);
    }
    return array;
}

json_t *samsok_json_report(const SamsokReportRecord *report, const GPtrArray *carriers,
                           const GPtrArray *concepts)
{
    json_t *object = report_head(report);
    samsok_json_set_string(object, "type", "report");
    json_object_set_new(object, "authors", samsok_json_authors(report->authors));
    samsok_json_set_known(object, "publisher", report->publisher);
    samsok_json_set_known(object, "date", report->date);
    samsok_json_set_known(object, "url", report->url);
    samsok_json_set_known(object, "charset", report->charset);
    samsok_json_set_number(object, "pages", report->page_count);
    samsok_json_set_number(object, "passages", report->passage_count);
    samsok_json_set_string(object, "sha256", report->sha256);
    samsok_json_set_string(object, "plugin", report->plugin);
    samsok_json_set_string(object, "indexed_at", report->indexed_at);
    samsok_json_set_known(object, "stale", report->stale);
    json_object_set_new(object, "carriers", carriers_array(carriers));
    json_object_set_new(object, "concepts", counts_array(concepts));
    json_t *outline = json_array();
    for (guint i = 0; i < report->outline->len; i++) {
        const SamsokOutlineRecord *entry = g_ptr_array_index(report->outline, i);
        json_t *line = json_object();
        samsok_json_set_number(line, "level", entry->level);
        samsok_json_set_known(line, "number", entry->number);
        samsok_json_set_string(line, "title", entry->title);
        samsok_json_set_known_number(line, "page", entry->page);
        samsok_json_set_known_number(line, "line", entry->line);
        json_array_append_new(outline, line);
    }
    json_object_set_new(object, "outline", outline);
    json_object_set_new(object, "warnings", samsok_json_string_array(report->warnings));
    return object;
}
