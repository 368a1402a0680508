/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weighs the words of a text and asks for the best of them. */
#include "config.h"

#include "index/similar.h"

#include <math.h>
#include <string.h>

#include "core/base/limits.h"
#include "index/opened.h"
#include "index/schema.h"

typedef struct {
    char *word;     /* the form that was met first */
    guint count;    /* in the text */
    double weight;
} Word;

/* The words of a text. */
typedef struct {
    SamsokIndex *index;
    GHashTable *words; /* stem → Word * */
    GArray *tokens;    /* scratch */
} Words;

static void free_word(gpointer data)
{
    Word *word = data;
    g_free(word->word);
    g_free(word);
}

static void words_clear(Words *words)
{
    g_clear_pointer(&words->words, g_hash_table_unref);
    g_clear_pointer(&words->tokens, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Words, words_clear)

/* Letters all, and more than one: numbers and letters of lists say little of what a text is about. */
static bool is_telling(const char *word)
{
    guint letters = 0;
    for (const char *at = word; *at != '\0'; at = g_utf8_next_char(at)) {
        if (!g_unichar_isalpha(g_utf8_get_char(at))) {
            return false;
        }
        letters++;
    }
    return letters > 1 && !samsok_analyser_is_stop_word(word);
}

static void add_text(Words *words, const char *text, const char *language)
{
    samsok_analyser_tokens(words->index->analyser, text, language, words->tokens);
    for (guint i = 0; i < words->tokens->len; i++) {
        const SamsokToken *token = &g_array_index(words->tokens, SamsokToken, i);
        if (!is_telling(token->word)) {
            continue;
        }
        Word *word = g_hash_table_lookup(words->words, token->stem);
        if (word == NULL) {
            word = g_new0(Word, 1);
            word->word = g_strdup(token->word);
            g_hash_table_insert(words->words, g_strdup(token->stem), word);
        }
        word->count++;
    }
}

static void add_document(Words *words, const SamsokDocument *document)
{
    for (guint i = 0; i < samsok_document_passage_count(document); i++) {
        const SamsokPassage *passage = samsok_document_passage(document, i);
        add_text(words, passage->text, passage->language);
    }
}

/* The text behind `id`: a passage's own, a report's all. */
static gboolean add_stored(Words *words, const char *id, GError **error)
{
    if (strchr(id, '#') != NULL) {
        g_autoptr(SamsokPassageRecord) passage = samsok_index_passage(words->index, id, error);
        if (passage == NULL) {
            return FALSE;
        }
        add_text(words, passage->text, passage->language);
        return TRUE;
    }
    g_autoptr(GPtrArray) passages = samsok_index_passages(words->index, id, error);
    for (guint i = 0; passages != NULL && i < passages->len; i++) {
        const SamsokPassageRecord *passage = g_ptr_array_index(passages, i);
        add_text(words, passage->text, passage->language);
    }
    return passages != NULL;
}

/* ---- The best of them ---- */

static gint by_weight(gconstpointer a, gconstpointer b)
{
    const Word *first = *(const Word *const *)a;
    const Word *second = *(const Word *const *)b;
    if (first->weight != second->weight) {
        return first->weight > second->weight ? -1 : 1;
    }
    return strcmp(first->word, second->word);
}

typedef struct {
    Words *words;
    uint32_t own; /* passages that hold a word because they are the text itself: 0 or 1 */
} Weighing;

static gboolean weigh(SamsokIndex *index, void *data, GError **error)
{
    const Weighing *weighing = data;
    uint32_t all = 0;
    if (!samsok_database_term_count(index->reader, SAMSOK_KIND_PASSAGE, &all, error)) {
        return FALSE;
    }
    GHashTableIter iter;
    gpointer stem = NULL;
    gpointer value = NULL;
    g_hash_table_iter_init(&iter, weighing->words->words);
    while (g_hash_table_iter_next(&iter, &stem, &value)) {
        Word *word = value;
        uint32_t count = 0;
        if (!samsok_database_term_count(index->reader, stem, &count, error)) {
            return FALSE;
        }
        double idf = count > weighing->own ? log((all + 1.0) / count) : 0;
        word->weight = word->count * idf;
    }
    return TRUE;
}

/* The most telling words, as a query. Owner: the caller. NULL on error. */
static char *query_of(Words *words, bool is_in_index, GError **error)
{
    Weighing weighing = {.words = words, .own = is_in_index ? 1 : 0};
    if (!samsok_index_retry(words->index, weigh, &weighing, error)) {
        return NULL;
    }
    g_autoptr(GPtrArray) sorted = g_ptr_array_sized_new(g_hash_table_size(words->words));
    GHashTableIter iter;
    gpointer value = NULL;
    g_hash_table_iter_init(&iter, words->words);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        g_ptr_array_add(sorted, value);
    }
    g_ptr_array_sort(sorted, by_weight);
    GString *query = g_string_new(NULL);
    for (guint i = 0; i < MIN(sorted->len, SAMSOK_SIMILAR_WORDS); i++) {
        const Word *word = g_ptr_array_index(sorted, i);
        if (word->weight > 0) {
            g_string_append_printf(query, "%s ", word->word);
        }
    }
    return g_string_free(query, FALSE);
}

SamsokAnswer *samsok_index_similar(SamsokIndex *index, const SamsokModelText *model,
                                   const SamsokQuestion *question, GError **error)
{
    g_auto(Words) words = {
        .index = index,
        .words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_word),
        .tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken)),
    };
    if (model->document != NULL) {
        add_document(&words, model->document);
    } else if (!add_stored(&words, model->id, error)) {
        return NULL;
    }
    g_autofree char *query = query_of(&words, model->id != NULL, error);
    if (query == NULL) {
        return NULL;
    }
    SamsokQuestion asked = *question;
    asked.query = query;
    asked.filters.except = model->id;
    asked.is_untyped = true;
    asked.only_bm25 = true; /* the reranker learnt from questions */
    return samsok_index_search(index, &asked, error);
}
