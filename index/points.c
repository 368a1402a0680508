/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points of a document as records with terms. */
#include "config.h"

#include "index/points.h"

#include <string.h>

#include "core/base/error.h"
#include "core/insight/point_basis.h"
#include "core/insight/points.h"
#include "core/language/analyser.h"
#include "index/opened.h"
#include "index/point_cited.h"
#include "index/point_concepts.h"
#include "index/point_spans.h"
#include "index/point_told.h"
#include "index/project_places.h"
#include "index/schema.h"
#include "index/tagged.h"

/* ---- Finding ---- */

static const char *short_name(SamsokPointKind kind)
{
    switch (kind) {
    case SAMSOK_POINT_LEARNING:
        return "lp";
    case SAMSOK_POINT_ADVICE:
        return "rad";
    case SAMSOK_POINT_RECOMMENDATION:
        return "anb";
    case SAMSOK_POINT_FOCUS_AREA:
        return "io";
    case SAMSOK_POINT_FINDING:
    case SAMSOK_POINT_KIND_COUNT:
        break;
    }
    return "funn";
}

/* Owner: the caller. `given` holds the ids in use, each with the last number given behind it, so
 * that equal points are not counted from one for each. */
static char *id_of(const char *report, const SamsokPoint *point, GHashTable *given)
{
    const char *name = short_name(point->kind);
    g_autofree char *number = g_utf8_strdown(point->number, -1);
    g_autofree char *id = g_strdup_printf("%s#%s-%s", report, name, number);
    bool is_brief = point->summary_of != SAMSOK_NONE;
    if (*number == '\0' || is_brief || g_hash_table_contains(given, id)) {
        g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, point->text, -1);
        g_autofree char *first = g_strdup_printf("%s#%s-%.6s", report, name, digest);
        guint last = GPOINTER_TO_UINT(g_hash_table_lookup(given, first));
        g_free(id);
        id = g_strdup(first);
        while (g_hash_table_contains(given, id)) {
            g_free(id);
            id = g_strdup_printf("%s-%u", first, ++last);
        }
        g_hash_table_insert(given, g_strdup(first), GUINT_TO_POINTER(MAX(last, 1)));
    }
    if (!g_hash_table_contains(given, id)) {
        g_hash_table_insert(given, g_strdup(id), GUINT_TO_POINTER(1));
    }
    return g_steal_pointer(&id);
}

/* The passage whose section and headings are the point's: the first that holds a piece of it, else the
 * nearest before it. */
static const SamsokPassageRecord *passage_of(const SamsokReportContent *content, const char *spans)
{
    guint64 ordinal = g_ascii_strtoull(spans, NULL, 10);
    return ordinal < content->passages->len ? g_ptr_array_index(content->passages, ordinal) : NULL;
}

static const char *label_of(const SamsokDocument *document, guint page)
{
    const SamsokPage *found = samsok_document_page(document, page);
    return found == NULL ? "" : found->label;
}

typedef struct {
    const SamsokReportContent *content;
    const SamsokDocument *document;
    GPtrArray *points;
    GPtrArray *ids;
    bool has_summary;
    SamsokPointBases *bases; /* NULL where no point sums up */
} Storing;

static char *spans_of(const Storing *storing, const SamsokPoint *point)
{
    return samsok_point_spans(storing->content, storing->document, point->text, point->first_block,
                              point->end_block);
}

/* Where the points of the summary stand that shorten point `index`. Owner: the caller. */
static char *brief_spans_of(const Storing *storing, guint index)
{
    GString *spans = g_string_new(NULL);
    for (guint i = 0; storing->has_summary && i < storing->points->len; i++) {
        const SamsokPoint *brief = g_ptr_array_index(storing->points, i);
        if (brief->summary_of == index) {
            g_autofree char *own = spans_of(storing, brief);
            g_string_append(spans, own);
        }
    }
    return g_string_free(spans, FALSE);
}

/* Where it stands what the point sums up. Owner: the caller. */
static char *basis_spans_of(const Storing *storing, const SamsokPoint *point)
{
    SamsokPointBasis basis = {0};
    if (storing->bases == NULL || !samsok_point_sums_up(storing->document, point) ||
        !samsok_point_basis(storing->bases, point, &basis)) {
        return g_strdup("");
    }
    const char *block = samsok_document_block(storing->document, basis.block)->text;
    g_autofree char *text = g_strndup(block + basis.start, basis.end - basis.start);
    return samsok_point_spans(storing->content, storing->document, text, basis.block, basis.block + 1);
}

static GBytes *record_of(const Storing *storing, guint index)
{
    const SamsokPoint *point = g_ptr_array_index(storing->points, index);
    const SamsokDocument *document = storing->document;
    g_autofree char *spans = spans_of(storing, point);
    g_autofree char *brief_spans = brief_spans_of(storing, index);
    g_autofree char *basis_spans = basis_spans_of(storing, point);
    const SamsokPassageRecord *passage = passage_of(storing->content, spans);
    const SamsokSection *section = point->section == SAMSOK_NONE
                                       ? NULL
                                       : samsok_document_section(document, point->section);
    SamsokPassageRecord record = {
        .id = g_ptr_array_index(storing->ids, index),
        .report = storing->content->report->id,
        .text = point->text,
        .section_number = section == NULL ? "" : section->number,
        .section_title = section == NULL ? "" : section->title,
        .section_path = passage == NULL ? NULL : passage->section_path,
        .section_titles = passage == NULL ? NULL : passage->section_titles,
        .section_kind =
            samsok_section_kind_name(section == NULL ? SAMSOK_SECTION_BODY : section->kind),
        .place = point->place,
        .label_first = label_of(document, point->place.page_first),
        .label_last = label_of(document, point->place.page_last),
        .language = samsok_document_block(document, point->first_block)->language,
        .ordinal = index,
        .point =
            {
                .kind = samsok_point_kind_name(point->kind),
                .number = point->number,
                .lead_in = point->lead_in,
                .cue = point->cue,
                .summary_of = point->summary_of == SAMSOK_NONE
                                  ? ""
                                  : g_ptr_array_index(storing->ids, point->summary_of),
                .summary_permille = (guint)(point->summary_score * 1000 + 0.5),
                .is_negated = point->is_negated ? 1 : 0,
                .spans = spans,
                .brief_spans = brief_spans,
                .basis_spans = basis_spans,
            },
    };
    return samsok_passage_record_pack(&record);
}

static bool any_sums_up(const SamsokDocument *document, const GPtrArray *points)
{
    for (guint i = 0; i < points->len; i++) {
        if (samsok_point_sums_up(document, g_ptr_array_index(points, i))) {
            return true;
        }
    }
    return false;
}

/* Of its own: that of the index's terms notes the words it meets first. Owner: the caller. */
static SamsokAnalyser *new_analyser(GError **error)
{
    SamsokAnalyser *analyser = samsok_analyser_new(error);
    if (analyser != NULL) {
        samsok_analyser_split(analyser, samsok_headwords_shared());
    }
    return analyser;
}

static gboolean find_points(const SamsokReportContent *content, const SamsokDocument *document,
                            GPtrArray *out, GError **error)
{
    g_autoptr(GPtrArray) points = samsok_points(document);
    bool has_summary = samsok_points_have_summary(document, points);
    bool sums_up = any_sums_up(document, points);
    g_autoptr(SamsokAnalyser) analyser = has_summary || sums_up ? new_analyser(error) : NULL;
    if ((has_summary || sums_up) && analyser == NULL) {
        return FALSE;
    }
    if (has_summary) {
        samsok_points_join_summary(document, analyser, points);
    }
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) given = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    /* The full points first, so that a short one with the same text does not take their id. */
    g_ptr_array_set_size(ids, (gint)points->len);
    for (guint i = 0; i < 2 * points->len; i++) {
        guint at = i % points->len;
        const SamsokPoint *point = g_ptr_array_index(points, at);
        if ((point->summary_of != SAMSOK_NONE) == (i >= points->len)) {
            g_ptr_array_index(ids, at) = id_of(content->report->id, point, given);
        }
    }
    g_autoptr(SamsokPointBases) bases = sums_up ? samsok_point_bases_new(document, analyser) : NULL;
    const Storing storing = {content, document, points, ids, has_summary, bases};
    for (guint i = 0; i < points->len; i++) {
        g_ptr_array_add(out, record_of(&storing, i));
    }
    return TRUE;
}

/* ---- Completing and describing ---- */

static SamsokPassageRecord *unpack(GBytes *record, GError **error)
{
    gsize len = 0;
    const void *bytes = g_bytes_get_data(record, &len);
    return samsok_passage_record_unpack(bytes, len, error);
}

static bool mentions_already(const GPtrArray *mentions, const char *concept)
{
    for (guint i = 0; i < mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(mentions, i);
        if (strcmp(mention->concept, concept) == 0) {
            return true;
        }
    }
    return false;
}

/* The mentions of the passage that lie in one span, moved to where they stand in the point, and what the
 * whole section is about. */
static void take_mentions(const SamsokReportContent *content, const SamsokPointSpan *span, GPtrArray *out)
{
    if (span->ordinal >= content->passages->len) {
        return;
    }
    const SamsokPassageRecord *passage = g_ptr_array_index(content->passages, span->ordinal);
    for (guint i = 0; i < passage->mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(passage->mentions, i);
        bool is_of_section = mention->end == 0; /* a case that a heading names */
        if (is_of_section && !mentions_already(out, mention->concept)) {
            g_ptr_array_add(out, samsok_mention_record_new(mention));
        }
        if (!is_of_section && mention->start >= span->start && mention->end <= span->end) {
            SamsokMentionRecord moved = *mention;
            moved.start = (guint)(mention->start - span->start + span->at);
            moved.end = (guint)(mention->end - span->start + span->at);
            g_ptr_array_add(out, samsok_mention_record_new(&moved));
        }
    }
}

/* A passage that holds a piece of a point mentions the concept that the point is. */
static gboolean mark_point(const SamsokReportContent *content, GBytes *bytes, GError **error)
{
    g_autoptr(SamsokPassageRecord) record = unpack(bytes, error);
    if (record == NULL) {
        return FALSE;
    }
    const SamsokVocabulary *vocabulary = samsok_lexicon_vocabulary(content->tagging->lexicon);
    const SamsokPointFields *point = &record->point;
    const char *name = short_name(samsok_point_kind_from_name(point->kind));
    guint concept = *point->summary_of == '\0'
                        ? samsok_point_concept(vocabulary, name, point->number, record->text)
                        : SAMSOK_NO_RESOURCE;
    SamsokPointSpan span = {0};
    for (const char *p = point->spans; concept != SAMSOK_NO_RESOURCE && samsok_point_next_span(&p, &span);) {
        if (span.ordinal >= content->passages->len) {
            continue;
        }
        const SamsokPassageRecord *passage = g_ptr_array_index(content->passages, span.ordinal);
        const SamsokMentionRecord mention = {
            .concept = samsok_vocabulary_id(vocabulary, concept),
            .label = samsok_vocabulary_label(vocabulary, concept, "nb"),
            .start = (guint)span.start,
            .end = (guint)span.end,
            .matched = point->cue,
            .rule = "structure",
        };
        g_ptr_array_add(passage->mentions, samsok_mention_record_new(&mention));
    }
    return TRUE;
}

static GBytes *complete_point(const SamsokReportContent *content, GBytes *bytes, GError **error)
{
    g_autoptr(SamsokPassageRecord) record = unpack(bytes, error);
    if (record == NULL) {
        return NULL;
    }
    g_autoptr(GPtrArray) mentions = g_ptr_array_new_with_free_func(g_free);
    SamsokPointSpan span = {0};
    for (const char *p = record->point.spans; samsok_point_next_span(&p, &span);) {
        take_mentions(content, &span, mentions);
    }
    samsok_point_add_told(content, record, mentions);
    GPtrArray *own = record->mentions;
    record->mentions = mentions;
    record->report_title = content->report->title;
    GBytes *completed = samsok_passage_record_pack(record);
    record->mentions = own;
    return completed;
}

static gboolean add_concepts(const SamsokReportContent *content, const SamsokPassageRecord *record,
                             SamsokEntry *entry, GError **error)
{
    for (guint i = 0; i < record->mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(record->mentions, i);
        if (!samsok_tagging_add_terms(content->tagging, entry, mention->concept, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean describe_point(const SamsokReportContent *content, GBytes *bytes,
                               SamsokTerms *terms, SamsokEntry *entry, GError **error)
{
    g_autoptr(SamsokPassageRecord) record = unpack(bytes, error);
    if (record == NULL) {
        return FALSE;
    }
    const SamsokReportRecord *report = content->report;
    const char *language = *record->language == '\0' ? report->language : record->language;
    const char *const above[] = {report->title, record->section_title, record->point.lead_in, NULL};
    const char *const title[] = {report->title, NULL};
    return samsok_terms_add_filter(entry, SAMSOK_PREFIX_ID, record->id, error) &&
           samsok_terms_add_filter(entry, SAMSOK_PREFIX_POINT, record->point.kind, error) &&
           samsok_terms_add_filter(entry, SAMSOK_PREFIX_LANGUAGE, language, error) &&
           samsok_terms_add_filter(entry, SAMSOK_PREFIX_SECTION, record->section_kind, error) &&
           add_concepts(content, record, entry, error) &&
           samsok_terms_add(terms, entry, "", record->text, language, error) &&
           samsok_terms_add_once(terms, entry, "", above, report->language, error) &&
           samsok_terms_add_once(terms, entry, SAMSOK_PREFIX_TITLE, title, report->language, error);
}

const SamsokExtraKind samsok_extra_point = {
    .term = SAMSOK_KIND_POINT,
    .find = find_points,
    .mark = mark_point,
    .complete = complete_point,
    .describe = describe_point,
};

/* ---- Asking ---- */

static gint by_place(gconstpointer a, gconstpointer b)
{
    const SamsokHit *first = *(const SamsokHit *const *)a;
    const SamsokHit *second = *(const SamsokHit *const *)b;
    int reports = strcmp(first->report->id, second->report->id);
    if (reports != 0) {
        return reports;
    }
    guint left = first->passage->ordinal;
    guint right = second->passage->ordinal;
    return left < right ? -1 : left > right;
}

/* Moves the hits and reports of `more` behind those of `answer`. */
static void append_answer(SamsokAnswer *answer, SamsokAnswer *more)
{
    GHashTableIter iter;
    gpointer id = NULL;
    gpointer report = NULL;
    g_hash_table_iter_init(&iter, more->reports);
    while (g_hash_table_iter_next(&iter, &id, &report)) {
        g_hash_table_iter_steal(&iter);
        SamsokReportRecord *known = g_hash_table_lookup(answer->reports, id);
        for (guint i = 0; known != NULL && i < more->hits->len; i++) {
            SamsokHit *hit = g_ptr_array_index(more->hits, i);
            hit->report = hit->report == report ? known : hit->report;
        }
        if (known != NULL) {
            samsok_report_record_free(report);
            g_free(id);
        } else {
            g_hash_table_insert(answer->reports, id, report);
        }
    }
    g_ptr_array_extend_and_steal(answer->hits, g_ptr_array_ref(more->hits));
    answer->total += more->total;
    answer->total_is_exact = answer->total_is_exact && more->total_is_exact;
    answer->took_us += more->took_us;
}

/* Leaves hits [offset, offset + count) and numbers them. */
static void cut_page(SamsokAnswer *answer, const SamsokQuestion *question)
{
    guint offset = MIN(question->offset, answer->hits->len);
    guint left = answer->hits->len - offset;
    if (left > question->count) {
        g_ptr_array_remove_range(answer->hits, offset + question->count, left - question->count);
    }
    if (offset > 0) {
        g_ptr_array_remove_range(answer->hits, 0, offset);
    }
    for (guint i = 0; i < answer->hits->len; i++) {
        ((SamsokHit *)g_ptr_array_index(answer->hits, i))->rank = question->offset + i + 1;
    }
}

static bool is_finding(const char *kind)
{
    return strcmp(kind, samsok_point_kind_name(SAMSOK_POINT_FINDING)) == 0;
}

/* The wanted kinds that are findings, or that are none; NULL-terminated, lent. */
static GPtrArray *kinds_of(const char *const *wanted, bool findings)
{
    GPtrArray *kinds = g_ptr_array_new();
    for (guint i = 0; wanted != NULL && wanted[i] != NULL; i++) {
        if (is_finding(wanted[i]) == findings) {
            g_ptr_array_add(kinds, (gpointer)wanted[i]);
        }
    }
    for (guint i = 0; wanted == NULL && i < SAMSOK_POINT_KIND_COUNT; i++) {
        const char *name = samsok_point_kind_name((SamsokPointKind)i);
        if (is_finding(name) == findings) {
            g_ptr_array_add(kinds, (gpointer)name);
        }
    }
    g_ptr_array_add(kinds, NULL);
    return kinds;
}

/* As samsok_index_points, without what the points cite. */
static SamsokAnswer *ask_points(SamsokIndex *index, const SamsokQuestion *question, GError **error)
{
    g_autoptr(SamsokAnswer) answer = NULL;
    bool lists = *question->query == '\0';
    for (guint pass = 0; pass < 2; pass++) {
        g_autoptr(GPtrArray) kinds = kinds_of(question->filters.point_kinds, pass == 1);
        if (kinds->len == 1) {
            continue;
        }
        SamsokQuestion asked = *question;
        asked.filters.hit_kind = SAMSOK_KIND_POINT;
        asked.filters.point_kinds = (const char *const *)kinds->pdata;
        asked.offset = 0;
        asked.count = lists ? UINT32_MAX : question->offset + question->count;
        g_autoptr(SamsokAnswer) found = samsok_index_search(index, &asked, error);
        if (found == NULL) {
            return NULL;
        }
        if (lists) {
            g_ptr_array_sort(found->hits, by_place);
        }
        if (answer == NULL) {
            answer = g_steal_pointer(&found);
        } else {
            append_answer(answer, found);
        }
    }
    if (answer == NULL) {
        g_set_error_literal(error, SAMSOK_ERROR, SAMSOK_ERROR_ARGUMENT, "no kind of point is wanted");
        return NULL;
    }
    cut_page(answer, question);
    return g_steal_pointer(&answer);
}

/* With the reports and undertakings they name. Takes `answer`; NULL hands on an error that was set. */
static SamsokAnswer *with_named(SamsokIndex *index, SamsokAnswer *answer, GError **error)
{
    g_autoptr(SamsokAnswer) points = answer;
    bool ok = points != NULL && samsok_points_cite(index, points, error) &&
              samsok_points_mark_projects(index, points, error);
    return ok ? g_steal_pointer(&points) : NULL;
}

SamsokAnswer *samsok_index_points(SamsokIndex *index, const SamsokQuestion *question, GError **error)
{
    return with_named(index, ask_points(index, question, error), error);
}

SamsokAnswer *samsok_index_point(SamsokIndex *index, const char *id, GError **error)
{
    g_autoptr(SamsokPassageRecord) record = samsok_index_passage(index, id, error);
    if (record == NULL) {
        return NULL;
    }
    const char *const reports[] = {record->report, NULL};
    const SamsokQuestion question = {
        .query = "",
        .count = UINT32_MAX,
        .filters.reports = reports,
    };
    g_autoptr(SamsokAnswer) answer = ask_points(index, &question, error);
    if (answer == NULL) {
        return NULL;
    }
    for (guint i = answer->hits->len; i > 0; i--) {
        const SamsokHit *hit = g_ptr_array_index(answer->hits, i - 1);
        if (strcmp(hit->passage->id, id) != 0) {
            g_ptr_array_remove_index(answer->hits, i - 1);
        }
    }
    if (answer->hits->len != 1) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING, "no point '%s'", id);
        return NULL;
    }
    answer->total = 1;
    return with_named(index, g_steal_pointer(&answer), error);
}
