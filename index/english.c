/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the vocabulary's English labels in a query, and what they are in Norwegian. */
#include "config.h"

#include "index/english.h"

#include <string.h>

/* A label that stands in the query. */
typedef struct {
    const SamsokConcept *concept;
    guint start; /* among the query's words */
    guint count;
} Found;

typedef struct {
    SamsokAnalyser *analyser;
    SamsokQuery *query;
    GPtrArray *words;  /* of SamsokQueryWord *, in the order typed */
    GArray *tokens;    /* of the label at hand */
    GArray *norwegian; /* of another label of its concept */
    GArray *found;     /* of Found */
} Search;

static bool is_english(const SamsokConceptLabel *label)
{
    return g_str_has_prefix(label->language, "en");
}

static bool is_bokmal(const SamsokConceptLabel *label)
{
    return g_str_has_prefix(label->language, "nb") && label->kind != SAMSOK_LABEL_HIDDEN;
}

static SamsokQueryWord *word_at(const Search *search, guint at)
{
    return g_ptr_array_index(search->words, at);
}

static void collect_words(const SamsokQuery *query, GPtrArray *words)
{
    for (guint i = 0; i < query->nodes->len; i++) {
        const SamsokQueryNode *node = g_ptr_array_index(query->nodes, i);
        bool counts = node->kind == SAMSOK_QUERY_WORD && node->field == SAMSOK_QUERY_FIELD_TEXT;
        for (guint j = 0; counts && j < node->words->len; j++) {
            g_ptr_array_add(words, &g_array_index(node->words, SamsokQueryWord, j));
        }
    }
}

/* True when `tokens`, those of a label in English or Norwegian, are the query's words from `start` on. */
static bool stands_at(const Search *search, const GArray *tokens, guint start, bool in_english)
{
    guint count = tokens->len;
    if (count == 0 || start + count > search->words->len) {
        return false;
    }
    for (guint i = 0; i < count; i++) {
        const SamsokToken *token = &g_array_index(tokens, SamsokToken, i);
        const SamsokQueryWord *word = word_at(search, start + i);
        if (strcmp(in_english ? word->english_stem : word->stem, token->stem) != 0) {
            return false;
        }
    }
    return true;
}

/* True when what was typed is a Norwegian label of the concept too: «mandat». A hidden one says only that
 * Norwegian reports use the English words. */
static bool is_norwegian(Search *search, const SamsokConcept *concept, guint start)
{
    for (guint i = 0; i < concept->labels->len; i++) {
        const SamsokConceptLabel *label = g_ptr_array_index(concept->labels, i);
        if (!is_english(label) && label->kind != SAMSOK_LABEL_HIDDEN) {
            samsok_analyser_tokens(search->analyser, label->folded, "nb", search->norwegian);
            if (stands_at(search, search->norwegian, start, false)) {
                return true;
            }
        }
    }
    return false;
}

/* At least so many words it has: those that are told by a blank before them. */
static guint least_words(const char *text)
{
    guint count = 0;
    for (const char *p = text; *p != '\0'; p++) {
        count += g_ascii_isalnum(*p) && (p == text || p[-1] == ' ');
    }
    return count;
}

/* Makes tokens of the label; none of one that has more words than the query. */
static void read_label(Search *search, const char *text)
{
    g_array_set_size(search->tokens, 0);
    if (least_words(text) <= search->words->len) {
        samsok_analyser_tokens(search->analyser, text, "en", search->tokens);
    }
}

/* A SamsokLabelTest. */
static bool stands_somewhere(const char *text, void *data)
{
    Search *search = data;
    read_label(search, text);
    for (guint start = 0; start + search->tokens->len <= search->words->len; start++) {
        if (stands_at(search, search->tokens, start, true)) {
            return true;
        }
    }
    return false;
}

bool samsok_english_may_be(const char *text, SamsokAnalyser *analyser, const SamsokQuery *query)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    Search search = {.analyser = analyser, .words = words, .tokens = tokens};
    collect_words(query, words);
    return samsok_thesaurus_text_has(text, "en", stands_somewhere, &search);
}

static void find_label(Search *search, const SamsokConcept *concept, const char *text)
{
    read_label(search, text);
    guint count = search->tokens->len;
    for (guint start = 0; start + count <= search->words->len; start++) {
        if (stands_at(search, search->tokens, start, true) && !is_norwegian(search, concept, start)) {
            Found found = {concept, start, count};
            g_array_append_val(search->found, found);
        }
    }
}

static void find_labels(Search *search, const SamsokThesaurus *thesaurus)
{
    for (guint i = 0; i < samsok_thesaurus_count(thesaurus); i++) {
        const SamsokConcept *concept = samsok_thesaurus_at(thesaurus, i);
        for (guint j = 0; j < concept->labels->len; j++) {
            const SamsokConceptLabel *label = g_ptr_array_index(concept->labels, j);
            if (is_english(label)) {
                find_label(search, concept, label->text);
            }
        }
    }
}

/* Keeps of the tokens those of the first idea of a label: «ministeransvar» of «ministeransvar og
 * ministerstyre». What stands behind a function word only widens or explains it. */
static guint first_idea(const Search *search)
{
    guint count = 0;
    while (count < search->tokens->len &&
           !samsok_analyser_is_stop_word(g_array_index(search->tokens, SamsokToken, count).word)) {
        count++;
    }
    return count;
}

/* Word by word where both have as many; the last word of either takes what the other has more of. */
static void add_stems(Search *search, const Found *found)
{
    guint count = first_idea(search);
    for (guint i = 0; i < MAX(count, found->count) && count > 0; i++) {
        const SamsokToken *token =
            &g_array_index(search->tokens, SamsokToken, MIN(i, count - 1));
        SamsokQueryWord *word = word_at(search, found->start + MIN(i, found->count - 1));
        samsok_query_word_add_stem(
            word, g_string_chunk_insert_const(search->query->strings, token->stem));
    }
}

static bool is_taken(const Search *search, const Found *found)
{
    for (guint i = 0; i < found->count; i++) {
        if (word_at(search, found->start + i)->norwegian != NULL) {
            return true;
        }
    }
    return false;
}

static void take(Search *search, const Found *found)
{
    const GPtrArray *labels = found->concept->labels;
    for (guint i = 0; i < labels->len; i++) {
        const SamsokConceptLabel *label = g_ptr_array_index(labels, i);
        if (is_bokmal(label)) {
            samsok_analyser_tokens(search->analyser, label->folded, "nb", search->tokens);
            add_stems(search, found);
        }
    }
    GString *typed = g_string_new(NULL);
    for (guint i = 0; i < found->count; i++) {
        SamsokQueryWord *word = word_at(search, found->start + i);
        word->concept =
            g_string_chunk_insert_const(search->query->strings, found->concept->id);
        word->norwegian =
            g_string_chunk_insert_const(search->query->strings, found->concept->label);
        g_string_append_printf(typed, "%s%s", i == 0 ? "" : " ", word->word);
    }
    samsok_query_note(search->query->notes, "engelsk: %s, norsk: %s", typed->str,
                      found->concept->label);
    g_string_free(typed, TRUE);
}

/* Longest first; of equally long ones the first in the query, then in the vocabulary. */
static int compare_found(gconstpointer first, gconstpointer second)
{
    const Found *a = first;
    const Found *b = second;
    return a->count != b->count ? (a->count < b->count ? 1 : -1)
                                : (a->start > b->start) - (a->start < b->start);
}

bool samsok_english_expand(const SamsokThesaurus *thesaurus, SamsokAnalyser *analyser,
                           SamsokQuery *query)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    g_autoptr(GArray) norwegian = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(Found));
    Search search = {analyser, query, words, tokens, norwegian, found};
    collect_words(query, words);
    find_labels(&search, thesaurus);
    g_array_sort(found, compare_found);
    for (guint i = 0; i < found->len; i++) {
        const Found *one = &g_array_index(found, Found, i);
        if (!is_taken(&search, one)) {
            take(&search, one);
        }
    }
    return found->len > 0;
}
