/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a question to an answer: parse, ask, check, and dress the hits. */
#include "config.h"

#include "index/search.h"

#include <string.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/query/matcher.h"
#include "core/query/parse.h"
#include "index/candidates.h"
#include "index/expand.h"
#include "index/lookup.h"
#include "index/names.h"
#include "index/opened.h"
#include "index/project_places.h"
#include "index/query_nodes.h"
#include "index/schema.h"
#include "index/word_parts.h"

/* Words of some questions: their table fits the cache beside all else. */
#define WORDS_BETWEEN_QUESTIONS 4000

static void hit_free(gpointer data)
{
    SamsokHit *hit = data;
    samsok_passage_record_free(hit->passage);
    g_free(hit->features);
    g_free(hit->snippet);
    g_clear_pointer(&hit->highlights, g_array_unref);
    g_free(hit->citation);
    g_clear_pointer(&hit->cited, g_ptr_array_unref);
    g_free(hit);
}

static void report_free(gpointer report)
{
    samsok_report_record_free(report);
}

static SamsokAnswer *answer_new(void)
{
    SamsokAnswer *answer = g_new0(SamsokAnswer, 1);
    answer->notes = g_ptr_array_new_with_free_func(g_free);
    answer->hits = g_ptr_array_new_with_free_func(hit_free);
    answer->reports = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, report_free);
    return answer;
}

void samsok_answer_free(SamsokAnswer *answer)
{
    if (answer == NULL) {
        return;
    }
    g_free(answer->understood);
    g_free(answer->corrected);
    g_ptr_array_unref(answer->notes);
    g_ptr_array_unref(answer->hits);
    g_clear_pointer(&answer->corpus, g_ptr_array_unref);
    g_hash_table_unref(answer->reports);
    samsok_explanation_free(answer->explanation);
    g_free(answer);
}

/* A question on its way to an answer. */
typedef struct {
    const SamsokQuestion *question;
    SamsokQuery *query;
    SamsokAnswer *answer;
} Asking;

/* The report of a passage, kept with the answer. Lent. NULL on error. */
static const SamsokReportRecord *answer_report(SamsokAnswer *answer, SamsokIndex *index,
                                               const SamsokPassageRecord *passage, GError **error)
{
    SamsokReportRecord *report = g_hash_table_lookup(answer->reports, passage->report);
    if (report == NULL) {
        report = samsok_lookup_report_of(index->reader, passage, error);
        if (report != NULL) {
            g_hash_table_insert(answer->reports, g_strdup(passage->report), report);
        }
    }
    return report;
}

static gboolean add_hit(const Asking *asking, SamsokIndex *index, SamsokQueryMatcher *matcher,
                        SamsokCandidate *candidate, GError **error)
{
    SamsokAnswer *answer = asking->answer;
    const SamsokReportRecord *report =
        answer_report(answer, index, candidate->passage, error);
    if (report == NULL) {
        return FALSE;
    }
    SamsokHit *hit = g_new0(SamsokHit, 1);
    hit->rank = asking->question->offset + answer->hits->len + 1;
    hit->score = candidate->score;
    hit->bm25 = candidate->bm25;
    hit->duplicates = candidate->duplicates;
    hit->features = g_steal_pointer(&candidate->features);
    hit->passage = g_steal_pointer(&candidate->passage);
    hit->report = report;
    hit->highlights = g_array_new(FALSE, FALSE, sizeof(SamsokSpan));
    hit->snippet = samsok_snippet(hit->passage->text, hit->passage->language, matcher,
                                  index->analyser, hit->highlights);
    hit->citation = samsok_citation(report, hit->passage);
    g_ptr_array_add(answer->hits, hit);
    return TRUE;
}

static gboolean fill_answer(const Asking *asking, SamsokIndex *index, SamsokHitPage *page,
                            GError **error)
{
    SamsokAnswer *answer = asking->answer;
    g_autoptr(SamsokQueryMatcher) matcher = samsok_query_matcher_new(asking->query);
    g_autoptr(SamsokWordParts) parts = samsok_word_parts_new(index->reader);
    for (guint i = 0; i < page->candidates->len; i++) {
        SamsokCandidate *candidate = g_ptr_array_index(page->candidates, i);
        bool is_english = strcmp(candidate->passage->language, "en") == 0; /* whose words are not split */
        samsok_query_matcher_ask(matcher, is_english ? NULL : samsok_word_parts_of, parts);
        if (!add_hit(asking, index, matcher, candidate, error)) {
            return FALSE;
        }
    }
    if (!samsok_word_parts_check(parts, error)) {
        return FALSE;
    }
    answer->total = page->total;
    answer->total_is_exact = page->total_is_exact;
    if (page->cut_short) {
        samsok_query_note(answer->notes, "more candidates than are checked: there may be more hits");
    }
    return TRUE;
}

/* A word counts the more the fewer passages have it, in any of its stems. */
static gboolean weigh_word(SamsokIndex *index, SamsokWantedWord *wanted, uint32_t all, GError **error)
{
    const SamsokQueryWord *word = wanted->word;
    uint32_t most = 0;
    const char *stem = word->stem;
    for (guint i = 0; stem != NULL; stem = i == 0 ? word->english_stem : word->alternatives[i - 1], i++) {
        uint32_t count = 0;
        if (!samsok_database_term_count(index->reader, stem, &count, error)) {
            return FALSE;
        }
        most = MAX(most, count);
    }
    wanted->weight = samsok_wanted_weight(most, all);
    return TRUE;
}

/* What the query wants, weighed; NULL in *out_wanted when nothing of it can be ranked by. */
static gboolean weigh(SamsokIndex *index, const SamsokQuery *query, SamsokWanted **out_wanted,
                      GError **error)
{
    g_autoptr(SamsokWanted) wanted = samsok_wanted_new(query);
    uint32_t all = 0;
    if (samsok_wanted_count(wanted) == 0) {
        return TRUE;
    }
    if (!samsok_database_term_count(index->reader, SAMSOK_KIND_PASSAGE, &all, error)) {
        return FALSE;
    }
    for (guint i = 0; i < samsok_wanted_count(wanted); i++) {
        if (!weigh_word(index, samsok_wanted_word(wanted, i), all, error)) {
            return FALSE;
        }
    }
    *out_wanted = g_steal_pointer(&wanted);
    return TRUE;
}

static gboolean ask(const Asking *asking, SamsokIndex *index, SamsokHitPage *page, GError **error)
{
    const SamsokQuestion *question = asking->question;
    SamsokExplanation *explanation = asking->answer->explanation;
    SamsokBudget budget = {.max_postings = SAMSOK_POSTING_BUDGET};
    if (explanation != NULL) {
        g_ptr_array_set_size(explanation->left_out, 0);
        budget.left_out = explanation->left_out;
    }
    g_autoptr(SamsokNode) node = samsok_query_nodes(index, asking->query, &question->filters,
                                                    question->exact_total ? NULL : &budget,
                                                    asking->answer->notes, error);
    if (node == NULL) {
        return FALSE;
    }
    g_autoptr(SamsokWanted) wanted = NULL;
    bool ranks = !question->only_bm25;
    if ((ranks || question->explain) && !weigh(index, asking->query, &wanted, error)) {
        return FALSE;
    }
    g_autoptr(SamsokQueryCheck) check = NULL;
    if (samsok_query_needs_check(asking->query)) {
        check = samsok_query_check_new(asking->query, index->analyser);
    }
    SamsokHitRequest request = {
        .node = node,
        .check = check,
        .wanted = ranks ? wanted : NULL,
        .weights = question->weights == NULL ? samsok_rerank_weights_usual() : question->weights,
        .offset = MIN(question->offset, SAMSOK_MAX_OFFSET),
        .count = MIN(question->count, SAMSOK_MAX_HITS),
        .per_report = question->per_report,
        .exact_total = question->exact_total,
    };
    if (!samsok_hit_page_fill(index, &request, page, error)) {
        return FALSE;
    }
    page->total_is_exact = page->total_is_exact && !budget.is_exceeded;
    if (explanation != NULL) {
        samsok_wanted_free(explanation->wanted);
        explanation->wanted = g_steal_pointer(&wanted);
        explanation->weights = *request.weights;
    }
    return TRUE;
}

static gboolean try_search(SamsokIndex *index, void *data, GError **error)
{
    const Asking *asking = data;
    g_ptr_array_set_size(asking->answer->hits, 0);
    g_hash_table_remove_all(asking->answer->reports);
    g_ptr_array_set_size(index->asked, 0);
    SamsokHitPage page = {0};
    gboolean ok = samsok_names_add(index, asking->query, &asking->question->filters, error) &&
                  samsok_query_expand(index, asking->query, error) &&
                  ask(asking, index, &page, error) && fill_answer(asking, index, &page, error);
    samsok_hit_page_clear(&page);
    const char *kind = asking->question->filters.hit_kind;
    if (ok && (kind == NULL || strcmp(kind, SAMSOK_KIND_POINT) != 0)) { /* points get those of all undertakings */
        samsok_hits_mark_asked(index, asking->answer);
    }
    return ok;
}

/* Notes stand once, so that what expanding the words adds can be told after what parsing did. */
static void tell_notes(const Asking *asking)
{
    const SamsokQuery *query = asking->query;
    for (guint i = 0; i < query->notes->len && !asking->question->is_untyped; i++) {
        samsok_query_note(asking->answer->notes, "%s", (const char *)g_ptr_array_index(query->notes, i));
    }
}

static bool is_plain_word(const SamsokQueryNode *node)
{
    return node->kind == SAMSOK_QUERY_WORD && node->occurrence == SAMSOK_WELCOME &&
           !g_array_index(node->words, SamsokQueryWord, 0).is_stop;
}

/* True when the query has a phrase among words, and does not insist on it with a '+'. */
static bool has_welcome_phrase(const SamsokQuery *query, const char *text)
{
    bool has_phrase = false;
    bool has_word = false;
    bool is_bag = query->root != NULL && query->root->kind == SAMSOK_QUERY_BAG;
    for (guint i = 0; is_bag && i < query->root->children->len; i++) {
        const SamsokQueryNode *child = g_ptr_array_index(query->root->children, i);
        has_phrase = has_phrase || (child->kind == SAMSOK_QUERY_PHRASE &&
                                    child->occurrence == SAMSOK_REQUIRED);
        has_word = has_word || is_plain_word(child);
    }
    return has_phrase && has_word && strchr(text, '+') == NULL;
}

static char *without_quotes(const char *text)
{
    GString *words = g_string_new(NULL);
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        bool is_quote = c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F);
        g_string_append_unichar(words, is_quote ? ' ' : c);
    }
    return g_string_free(words, FALSE);
}

/* Nothing has the phrase: asks for its words instead, and says so. A quotation within a question is
 * often a name, and one wrong letter in it would leave nothing. Replaces the query. */
static gboolean ask_for_words(Asking *asking, SamsokQuery **query, const char *text,
                              SamsokIndex *index, GError **error)
{
    SamsokAnswer *answer = asking->answer;
    g_autofree char *words = without_quotes(text);
    samsok_query_free(*query);
    *query = samsok_query_parse(words, index->analyser);
    asking->query = *query;
    g_free(answer->understood);
    answer->understood = samsok_query_describe(*query);
    samsok_query_note(answer->notes, "ingen avsnitt har det som står i hermetegn; ordene er søkt enkeltvis");
    return samsok_index_retry(index, try_search, asking, error);
}

SamsokAnswer *samsok_index_search(SamsokIndex *index, const SamsokQuestion *question,
                                  GError **error)
{
    gint64 begin_us = g_get_monotonic_time();
    size_t typed_len = strlen(question->query);
    if (typed_len > SAMSOK_MAX_QUERY_BYTES) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_LIMIT,
                    "query: %zu bytes, at most %zu are read", typed_len, SAMSOK_MAX_QUERY_BYTES);
        return NULL;
    }
    samsok_analyser_forget(index->analyser, WORDS_BETWEEN_QUESTIONS);
    g_autofree char *text = samsok_text_clean(question->query, typed_len, NULL);
    g_autoptr(SamsokQuery) query = samsok_query_parse(text, index->analyser);
    g_autoptr(SamsokAnswer) answer = answer_new();
    answer->understood = samsok_query_describe(query);
    answer->explanation = question->explain ? samsok_explanation_new() : NULL;
    Asking asking = {.question = question, .query = query, .answer = answer};
    tell_notes(&asking);
    if (!samsok_index_retry(index, try_search, &asking, error) ||
        (answer->total == 0 && has_welcome_phrase(query, text) &&
         !ask_for_words(&asking, &query, text, index, error))) {
        return NULL;
    }
    tell_notes(&asking);
    answer->corrected = samsok_query_describe_corrected(query);
    if (answer->corrected != NULL && !question->is_untyped) {
        samsok_query_note(answer->notes, "mente du: %s", answer->corrected);
    }
    if (question->explain) {
        answer->explanation->query = g_steal_pointer(&query);
    }
    answer->took_us = (uint64_t)(g_get_monotonic_time() - begin_us);
    return g_steal_pointer(&answer);
}
