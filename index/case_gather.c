/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers what passages tell of each case. */
#include "config.h"

#include "index/cases-private.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/insight/polarity.h"
#include "core/shape/sentence.h"
#include "index/filters.h"
#include "index/lookup.h"
#include "index/opened.h"
#include "index/schema.h"

/* Where a case is from, beside what it is (SamsokCaseQuestion.kinds). */
static const char *const source_vocabulary = "vocabulary";
static const char *const source_structure = "structure";

typedef struct {
    SamsokIndex *index;
    SamsokCases *cases;
    SamsokCase *one;
    const SamsokProjectCase *project; /* NULL: a case of the vocabulary */
    GHashTable *counts; /* concept id → SamsokCaseConcept *, lent by the card */
    GArray *sentences;  /* scratch */
} Gathering;

static const SamsokReportRecord *report_of(Gathering *gathering, const char *id, GError **error)
{
    SamsokReportRecord *report = g_hash_table_lookup(gathering->cases->reports, id);
    if (report == NULL) {
        report = samsok_lookup_report(gathering->index->reader, id, error);
        if (report != NULL) {
            g_hash_table_insert(gathering->cases->reports, g_strdup(id), report);
        }
    }
    return report;
}

static void count_concept(Gathering *gathering, const char *id)
{
    const SamsokConcept *concept = samsok_thesaurus_find(gathering->cases->thesaurus, id);
    if (concept == NULL || strcmp(concept->kind, "case") == 0) {
        return;
    }
    SamsokCaseConcept *counted = g_hash_table_lookup(gathering->counts, id);
    if (counted == NULL) {
        counted = g_new0(SamsokCaseConcept, 1);
        counted->concept = concept;
        g_ptr_array_add(gathering->one->concepts, counted);
        g_hash_table_insert(gathering->counts, (gpointer)concept->id, counted);
    }
    counted->count++;
}

/* ---- Years ---- */

static void add_year(GArray *years, guint year)
{
    guint at = 0;
    while (at < years->len && g_array_index(years, guint, at) < year) {
        at++;
    }
    if (at == years->len || g_array_index(years, guint, at) != year) {
        g_array_insert_val(years, at, year);
    }
}

/* Four digits by themselves, and not the number of a report («2014:7»). */
static void add_years(GArray *years, const char *text)
{
    for (const char *at = text; *at != '\0';) {
        gsize digits = strspn(at, "0123456789");
        bool is_number = at[digits] == ':' || (at > text && (at[-1] == ':' || at[-1] == '.'));
        if (digits == 4 && !is_number) {
            guint64 year = g_ascii_strtoull(at, NULL, 10);
            if (year >= 1980 && year <= 2050) {
                add_year(years, (guint)year);
            }
        }
        at += MAX(digits, 1);
    }
}

/* ---- A passage ---- */

static void add_quote(const Gathering *gathering, const SamsokReportRecord *report,
                      const SamsokPassageRecord *passage, const char *sentence)
{
    const char *cue = NULL;
    SamsokPolarity polarity = samsok_polarity(sentence, &cue);
    if (polarity == SAMSOK_POLARITY_NONE) {
        return;
    }
    GPtrArray *quotes = polarity == SAMSOK_POLARITY_HELPS ? gathering->one->helped
                                                          : gathering->one->hindered;
    if (quotes->len >= SAMSOK_MAX_CASE_QUOTES) {
        return;
    }
    SamsokCaseQuote *quote = g_new0(SamsokCaseQuote, 1);
    quote->text = g_strdup(sentence);
    quote->citation = samsok_citation(report, passage);
    quote->cue = cue;
    quote->passage = passage;
    g_ptr_array_add(quotes, quote);
}

/* True for the case at hand and for one that is a part of it. */
static bool is_case(const Gathering *gathering, const char *concept)
{
    if (gathering->project != NULL) {
        return strcmp(concept, gathering->one->concept->id) == 0;
    }
    const GPtrArray *above = samsok_thesaurus_above(gathering->cases->thesaurus, concept);
    for (guint i = 0; above != NULL && i < above->len; i++) {
        if (strcmp(g_ptr_array_index(above, i), gathering->one->concept->id) == 0) {
            return true;
        }
    }
    return false;
}

/* True when code points `start` to `end` mention the case or the passage's section is about it. */
static bool is_about(const Gathering *gathering, const SamsokPassageRecord *passage, guint start,
                     guint end)
{
    for (guint i = 0; i < passage->mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(passage->mentions, i);
        bool is_here = mention->start >= start && mention->start < end;
        bool is_throughout = strcmp(mention->rule, "structure") == 0;
        if ((is_here || is_throughout) && is_case(gathering, mention->concept)) {
            return true;
        }
    }
    return false;
}

static void count_concepts(Gathering *gathering, const SamsokPassageRecord *passage, guint start,
                           guint end)
{
    for (guint i = 0; i < passage->mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(passage->mentions, i);
        if (mention->start >= start && mention->start < end) {
            count_concept(gathering, mention->concept);
        }
    }
}

static void read_sentences(Gathering *gathering, const SamsokReportRecord *report,
                           const SamsokPassageRecord *passage)
{
    SamsokCase *one = gathering->one;
    bool was_about = false;
    samsok_sentences(passage->text, gathering->sentences);
    for (guint i = 0; i < gathering->sentences->len; i++) {
        const SamsokSentence *place = &g_array_index(gathering->sentences, SamsokSentence, i);
        guint start = (guint)g_utf8_strlen(passage->text, place->start);
        g_autofree char *sentence = g_strndup(passage->text + place->start, place->end - place->start);
        guint end = start + (guint)g_utf8_strlen(sentence, -1);
        bool names_it = is_about(gathering, passage, start, end);
        bool is_own = names_it || was_about;
        samsok_case_add_text(gathering->index->analyser, one->text, sentence, passage->language,
                             is_own ? SAMSOK_CASE_OWN_TEXT : SAMSOK_CASE_NEIGHBOUR);
        if (is_own) {
            count_concepts(gathering, passage, start, end);
            add_quote(gathering, report, passage, sentence);
        }
        if (names_it) {
            add_years(one->years, sentence);
        }
        was_about = names_it;
    }
}

static gboolean read_passage(Gathering *gathering, uint32_t docid, GError **error)
{
    g_autoptr(SamsokPassageRecord) passage =
        samsok_lookup_match(gathering->index->reader, docid, error);
    const SamsokReportRecord *report =
        passage == NULL ? NULL : report_of(gathering, passage->report, error);
    if (report == NULL) {
        return FALSE;
    }
    if (gathering->project != NULL &&
        !samsok_project_case_mark(gathering->project, report->title, passage)) {
        return TRUE;
    }
    if (!g_ptr_array_find(gathering->one->reports, report, NULL)) {
        g_ptr_array_add(gathering->one->reports, (gpointer)report);
    }
    read_sentences(gathering, report, passage);
    g_ptr_array_add(gathering->one->passages, g_steal_pointer(&passage));
    return TRUE;
}

/* ---- A case ---- */

static void quote_free(gpointer data)
{
    SamsokCaseQuote *quote = data;
    g_free(quote->text);
    g_free(quote->citation);
    g_free(quote);
}

static void passage_free(gpointer passage)
{
    samsok_passage_record_free(passage);
}

static SamsokCase *case_new(const SamsokConcept *concept)
{
    SamsokCase *one = g_new0(SamsokCase, 1);
    one->concept = concept;
    one->passages = g_ptr_array_new_with_free_func(passage_free);
    one->reports = g_ptr_array_new();
    one->points = g_ptr_array_new_with_free_func(g_free);
    one->years = g_array_new(FALSE, FALSE, sizeof(guint));
    one->concepts = g_ptr_array_new_with_free_func(g_free);
    one->helped = g_ptr_array_new_with_free_func(quote_free);
    one->hindered = g_ptr_array_new_with_free_func(quote_free);
    one->shares = g_ptr_array_new();
    one->lacks = g_ptr_array_new();
    one->words = g_ptr_array_new_with_free_func(g_free);
    one->text = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    return one;
}

/* What the vocabulary itself says of it. */
static void read_concept(const Gathering *gathering)
{
    SamsokCase *one = gathering->one;
    SamsokAnalyser *analyser = gathering->index->analyser;
    for (guint i = 0; i < one->concept->labels->len; i++) {
        const SamsokConceptLabel *label = g_ptr_array_index(one->concept->labels, i);
        samsok_case_add_text(analyser, one->text, label->text, label->language, SAMSOK_CASE_NAME);
    }
    samsok_case_add_text(analyser, one->text, one->concept->definition, "nb", SAMSOK_CASE_NAME);
    add_years(one->years, one->concept->definition);
}

static gint by_count(gconstpointer a, gconstpointer b)
{
    const SamsokCaseConcept *first = *(const SamsokCaseConcept *const *)a;
    const SamsokCaseConcept *second = *(const SamsokCaseConcept *const *)b;
    if (first->count != second->count) {
        return first->count > second->count ? -1 : 1;
    }
    return strcmp(first->concept->id, second->concept->id);
}

/* The documents of `kind` that mention it, filters applied. Owner: the caller; NULL on error. */
static GArray *find_documents(const Gathering *gathering, const SamsokCaseQuestion *question,
                              const char *kind, GError **error)
{
    SamsokIndex *index = gathering->index;
    SamsokDatabase *reader = index->reader;
    GPtrArray *notes = gathering->cases->notes;
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    g_ptr_array_add(nodes, samsok_node_term(kind));
    if (gathering->project != NULL) {
        samsok_project_case_nodes(gathering->project, index->analyser, nodes);
    } else {
        g_autofree char *own =
            samsok_schema_term(SAMSOK_PREFIX_CONCEPT, gathering->one->concept->id);
        g_ptr_array_add(nodes, samsok_node_term(own));
    }
    gboolean ok = samsok_filter_nodes(index, &question->filters, notes, nodes, error);
    g_autoptr(SamsokNode) node = samsok_node_combine(
        SAMSOK_OP_AND, (SamsokNode *const *)nodes->pdata, nodes->len);
    SamsokSearchOptions options = {
        .count = SAMSOK_MAX_CASE_PASSAGES,
        .k1 = 0.6,
        .tie_slot = SAMSOK_SLOT_ORDER,
    };
    GArray *matches = NULL;
    if (ok && samsok_database_search(reader, node, &options, &matches, NULL, NULL, error)) {
        return matches;
    }
    return NULL;
}

static gint by_place(gconstpointer a, gconstpointer b)
{
    const SamsokMatch *first = a;
    const SamsokMatch *second = b;
    return (first->docid > second->docid) - (first->docid < second->docid);
}

/* The ids of points that mention it: a point's record is a passage's. */
static gboolean gather_points(Gathering *gathering, const SamsokCaseQuestion *question,
                              GError **error)
{
    g_autoptr(GArray) matches = find_documents(gathering, question, SAMSOK_KIND_POINT, error);
    if (matches == NULL) {
        return FALSE;
    }
    g_array_sort(matches, by_place);
    for (guint i = 0; i < matches->len; i++) {
        uint32_t docid = g_array_index(matches, SamsokMatch, i).docid;
        g_autoptr(SamsokPassageRecord) point =
            samsok_lookup_match(gathering->index->reader, docid, error);
        if (point == NULL) {
            return FALSE;
        }
        if (gathering->project == NULL ||
            samsok_project_case_mark(gathering->project, "", point)) {
            g_ptr_array_add(gathering->one->points, g_strdup(point->id));
        }
    }
    return TRUE;
}

static gboolean gather_case(Gathering *gathering, const SamsokCaseQuestion *question, GError **error)
{
    g_autoptr(GArray) matches =
        find_documents(gathering, question, SAMSOK_KIND_PASSAGE, error);
    if (matches == NULL) {
        return FALSE;
    }
    g_array_sort(matches, by_place);
    for (guint i = 0; i < matches->len; i++) {
        if (!read_passage(gathering, g_array_index(matches, SamsokMatch, i).docid, error)) {
            return FALSE;
        }
    }
    read_concept(gathering);
    g_ptr_array_sort(gathering->one->concepts, by_count);
    return matches->len == 0 || gather_points(gathering, question, error);
}

/* ---- All of them ---- */

/* What the names of a case of the vocabulary say that it is, else its definition. */
static SamsokProjectKind kind_of(const SamsokConcept *concept)
{
    SamsokProjectKind kind = SAMSOK_PROJECT_OTHER;
    for (guint i = 0; i < concept->labels->len && kind == SAMSOK_PROJECT_OTHER; i++) {
        const SamsokConceptLabel *label = g_ptr_array_index(concept->labels, i);
        kind = samsok_project_kind_of(label->text);
    }
    return kind == SAMSOK_PROJECT_OTHER ? samsok_project_kind_of(concept->definition) : kind;
}

static bool is_wanted(const SamsokCaseQuestion *question, const SamsokCase *one)
{
    const char *source = one->project == NULL ? source_vocabulary : source_structure;
    bool is_kind = question->kinds == NULL;
    for (guint i = 0; !is_kind && question->kinds[i] != NULL; i++) {
        is_kind = strcmp(question->kinds[i], source) == 0 ||
                  samsok_project_kind_from_name(question->kinds[i]) == one->kind;
    }
    return is_kind && (question->only == NULL || strcmp(question->only, one->concept->id) == 0);
}

/* Adds the card of one case, unless nobody asked for it or nothing is told of it. */
static gboolean add_case(SamsokIndex *index, const SamsokCaseQuestion *question, SamsokCases *cases,
                         const SamsokConcept *concept, const SamsokProjectCase *project,
                         GError **error)
{
    g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GArray) sentences = g_array_new(FALSE, FALSE, sizeof(SamsokSentence));
    SamsokCase *one = case_new(concept);
    g_ptr_array_add(cases->cases, one);
    one->project = project;
    one->kind = project == NULL ? kind_of(concept) : project->kind;
    Gathering gathering = {index, cases, one, project, counts, sentences};
    bool is_asked = is_wanted(question, one);
    if (is_asked && !gather_case(&gathering, question, error)) {
        return FALSE;
    }
    if (one->passages->len == 0) {
        g_ptr_array_remove_index(cases->cases, cases->cases->len - 1);
    }
    return TRUE;
}

gboolean samsok_cases_gather(SamsokIndex *index, const SamsokCaseQuestion *question,
                             SamsokCases *cases, GError **error)
{
    for (guint i = 0; i < samsok_thesaurus_count(cases->thesaurus); i++) {
        const SamsokConcept *concept = samsok_thesaurus_at(cases->thesaurus, i);
        if (strcmp(concept->kind, "case") == 0 &&
            !add_case(index, question, cases, concept, NULL, error)) {
            return FALSE;
        }
    }
    cases->projects = samsok_project_cases(index->reader, cases->thesaurus, error);
    for (guint i = 0; cases->projects != NULL && i < cases->projects->len; i++) {
        const SamsokProjectCase *project = g_ptr_array_index(cases->projects, i);
        if (!add_case(index, question, cases, &project->concept, project, error)) {
            return FALSE;
        }
    }
    return cases->projects != NULL;
}

bool samsok_case_kind_is_known(const char *name)
{
    return strcmp(name, source_vocabulary) == 0 || strcmp(name, source_structure) == 0 ||
           samsok_project_kind_from_name(name) != SAMSOK_PROJECT_KIND_COUNT;
}
