/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds where a quotation stands. */
#include "config.h"

#include "index/quote.h"

#include <stdbool.h>
#include <string.h>

#include "core/base/limits.h"
#include "index/alignment.h"
#include "index/opened.h"
#include "index/schema.h"

/* Less alike is not the same sentence. */
static const double least_score = 0.55;

static const char *const state_names[] = {
#define X(state, name) [SAMSOK_QUOTE_##state] = name,
    SAMSOK_QUOTE_LIST(X)
#undef X
};

const char *samsok_quote_state_name(SamsokQuoteState state)
{
    return state_names[state];
}

void samsok_quote_found_free(SamsokQuoteFound *found)
{
    if (found == NULL) {
        return;
    }
    samsok_passage_record_free(found->passage);
    samsok_report_record_free(found->report);
    g_free(found->citation);
    g_free(found->difference);
    g_free(found);
}

/* ---- The question ----------------------------------------------------------------------------------- */

/* The words that tell most, or all when none does. Owner: the caller. */
static char *query_of(SamsokIndex *index, const char *quotation, bool with_stop_words)
{
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    samsok_analyser_tokens(index->analyser, quotation, "", tokens);
    GString *query = g_string_new(NULL);
    guint count = 0;
    for (guint i = 0; i < tokens->len && count < SAMSOK_SIMILAR_WORDS; i++) {
        const char *word = g_array_index(tokens, SamsokToken, i).word;
        if (with_stop_words || !samsok_analyser_is_stop_word(word)) {
            g_string_append_printf(query, "%s ", word);
            count++;
        }
    }
    return g_string_free(query, FALSE);
}

static SamsokAnswer *ask(SamsokIndex *index, const char *quotation, const char *report, GError **error)
{
    g_autofree char *query = query_of(index, quotation, false);
    if (*query == '\0') {
        g_free(query);
        query = query_of(index, quotation, true);
    }
    const char *const reports[] = {report, NULL};
    const SamsokQuestion question = {
        .query = query,
        .filters.reports = report == NULL ? NULL : reports,
        .count = SAMSOK_QUOTE_CANDIDATES,
        .only_bm25 = true,
    };
    return samsok_index_search(index, &question, error);
}

/* ---- Comparing -------------------------------------------------------------------------------------- */

/* What the candidates are compared for. */
typedef struct {
    SamsokIndex *index;
    const char *quotation;
    SamsokQuoteState state;
    double score;
    char *difference;
    char *passage; /* id */
} Comparison;

static void comparison_clear(Comparison *comparison)
{
    g_clear_pointer(&comparison->difference, g_free);
    g_clear_pointer(&comparison->passage, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Comparison, comparison_clear)

/* The passages around a candidate, as one text: quotations run over the end of a passage and of a page. */
typedef struct {
    const SamsokPassageRecord *records[3];
    guint count;
} Stretch;

/* The passage of the stretch in which `place` (0 to 1 of its text) lies. */
static const SamsokPassageRecord *passage_at(const Stretch *stretch, double place, gsize len)
{
    gsize at = (gsize)(place * (double)len);
    gsize begin = 0;
    for (guint i = 0; i < stretch->count; i++) {
        begin += strlen(stretch->records[i]->text) + 1;
        if (at + 2 < begin) {
            return stretch->records[i];
        }
    }
    return stretch->records[stretch->count - 1];
}

static void keep(Comparison *comparison, SamsokQuoteState state, double score, char *difference, const char *passage)
{
    comparison_clear(comparison);
    comparison->state = state;
    comparison->score = score;
    comparison->difference = difference;
    comparison->passage = g_strdup(passage);
}

static void compare(Comparison *comparison, const Stretch *stretch)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < stretch->count; i++) {
        g_string_append_printf(text, "%s%s", i == 0 ? "" : "\n", stretch->records[i]->text);
    }
    double place = 0;
    if (samsok_alignment_is_verbatim(comparison->quotation, text->str, &place)) {
        keep(comparison, SAMSOK_QUOTE_VERBATIM, 1, g_strdup(""), passage_at(stretch, place, text->len)->id);
        return;
    }
    char *difference = NULL;
    double score = samsok_alignment_score(comparison->quotation, text->str, &difference, &place);
    if (score >= least_score && score > comparison->score) {
        keep(comparison, SAMSOK_QUOTE_NEARLY, score, difference, passage_at(stretch, place, text->len)->id);
    } else {
        g_free(difference);
    }
}

static bool is_done(const Comparison *comparison)
{
    return comparison->state == SAMSOK_QUOTE_VERBATIM;
}

/* The candidate alone first: most quotations stand in one passage. */
static void compare_alone(Comparison *comparison, const SamsokAnswer *answer)
{
    for (guint i = 0; i < answer->hits->len && !is_done(comparison); i++) {
        const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
        Stretch stretch = {.records = {hit->passage}, .count = 1};
        compare(comparison, &stretch);
    }
}

static void compare_with_neighbours(Comparison *comparison, const GPtrArray *passages, guint ordinal)
{
    Stretch stretch = {.count = 0};
    for (guint i = 0; i < passages->len; i++) {
        const SamsokPassageRecord *passage = g_ptr_array_index(passages, i);
        bool near = passage->ordinal + 1 >= ordinal && passage->ordinal <= ordinal + 1;
        if (near && stretch.count < G_N_ELEMENTS(stretch.records)) {
            stretch.records[stretch.count++] = passage;
        }
    }
    if (stretch.count > 1) {
        compare(comparison, &stretch);
    }
}

static gboolean compare_around(Comparison *comparison, const SamsokAnswer *answer, GError **error)
{
    for (guint i = 0; i < MIN(answer->hits->len, SAMSOK_QUOTE_NEIGHBOURS) && !is_done(comparison); i++) {
        const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
        g_autoptr(GPtrArray) passages = samsok_index_passages(comparison->index, hit->passage->report, error);
        if (passages == NULL) {
            return FALSE;
        }
        compare_with_neighbours(comparison, passages, hit->passage->ordinal);
    }
    return TRUE;
}

static gboolean look(Comparison *comparison, const char *report, GError **error)
{
    g_autoptr(SamsokAnswer) answer = ask(comparison->index, comparison->quotation, report, error);
    if (answer == NULL) {
        return FALSE;
    }
    compare_alone(comparison, answer);
    return is_done(comparison) || compare_around(comparison, answer, error);
}

SamsokQuoteFound *samsok_index_quote(SamsokIndex *index, const char *quotation, const char *preferred,
                                     GError **error)
{
    g_auto(Comparison) comparison = {.index = index, .quotation = quotation, .state = SAMSOK_QUOTE_NOT_FOUND};
    if (preferred != NULL && !look(&comparison, preferred, error)) {
        return NULL;
    }
    if (!is_done(&comparison) && !look(&comparison, NULL, error)) {
        return NULL;
    }
    g_autoptr(SamsokQuoteFound) found = g_new0(SamsokQuoteFound, 1);
    found->state = comparison.state;
    found->score = comparison.score;
    found->difference = g_strdup(comparison.difference == NULL ? "" : comparison.difference);
    found->citation = g_strdup("");
    if (comparison.passage != NULL) {
        found->passage = samsok_index_passage(index, comparison.passage, error);
        found->report = found->passage == NULL ? NULL : samsok_index_report(index, found->passage->report, error);
        if (found->report == NULL) {
            return NULL;
        }
        g_free(found->citation);
        found->citation = samsok_citation(found->report, found->passage);
    }
    return g_steal_pointer(&found);
}

/* ---- All reports -------------------------------------------------------------------------------------- */

typedef struct {
    GPtrArray *reports;
    GError *failure;
} Reports;

static void free_report(gpointer report)
{
    samsok_report_record_free(report);
}

static bool take_report(uint32_t docid, const void *bytes, size_t len, void *data)
{
    (void)docid;
    Reports *reports = data;
    SamsokReportRecord *report = samsok_report_record_unpack(bytes, len, &reports->failure);
    if (report != NULL) {
        g_ptr_array_add(reports->reports, report);
    }
    return report != NULL;
}

static gboolean try_reports(SamsokIndex *index, void *data, GError **error)
{
    Reports *reports = data;
    g_ptr_array_set_size(reports->reports, 0);
    if (!samsok_database_each_document(index->reader, SAMSOK_KIND_REPORT, take_report, reports, error)) {
        return FALSE;
    }
    if (reports->failure != NULL) {
        g_propagate_error(error, g_steal_pointer(&reports->failure));
        return FALSE;
    }
    return TRUE;
}

GPtrArray *samsok_index_reports(SamsokIndex *index, GError **error)
{
    Reports reports = {.reports = g_ptr_array_new_with_free_func(free_report)};
    if (!samsok_index_retry(index, try_reports, &reports, error)) {
        g_clear_pointer(&reports.reports, g_ptr_array_unref);
    }
    return reports.reports;
}
