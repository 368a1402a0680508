/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Alternatives, parts and corrections of a query's words. */
#include "config.h"

#include "index/expand.h"

#include "core/language/accents.h"
#include "core/language/classes.h"
#include "core/language/headwords.h"
#include "core/language/nynorsk.h"
#include "core/language/which.h"
#include "index/english.h"
#include "index/spelling.h"
#include "index/words.h"

#include <string.h>

typedef struct {
    SamsokIndex *index;
    SamsokQuery *query;
    GArray *tokens;           /* scratch */
    bool is_nynorsk;          /* the query looks so */
    bool is_english;
    bool is_name;             /* the words at hand are one that was added */
    bool is_shown;            /* a hit may show them: none of them is forbidden */
} Expansion;

static const char *keep(Expansion *expansion, const char *text)
{
    return g_string_chunk_insert_const(expansion->query->strings, text);
}

typedef struct {
    Expansion *expansion;
    SamsokQueryWord *word;
    const char *form; /* whose facts are looked up */
    GPtrArray *hubs;  /* of char *, lent by the query; NULL: they are not wanted */
    bool has_parts;   /* the form has */
    bool has_others;  /* another form of its stem has */
} Filling;

static void add_part(Filling *filling, const char *form_and_part)
{
    const char *part = samsok_word_part(form_and_part, filling->form);
    if (part == NULL) {
        filling->has_others = true;
        return;
    }
    filling->has_parts = true;
    samsok_query_word_add_part(filling->word, keep(filling->expansion, part));
}

static void add_fact(SamsokWordFact fact, const char *other, void *data)
{
    Filling *filling = data;
    switch (fact) {
    case SAMSOK_WORD_PART:
        add_part(filling, other);
        break;
    case SAMSOK_WORD_HUB:
        if (filling->hubs != NULL) {
            g_ptr_array_add(filling->hubs, (gpointer)keep(filling->expansion, other));
        }
        break;
    case SAMSOK_WORD_FORM:
        samsok_query_word_add_stem(filling->word, keep(filling->expansion, other));
        break;
    }
}

/* As add_fact, of a hub: its forms, not the parts that it has as a compound. */
static void add_form(SamsokWordFact fact, const char *other, void *data)
{
    if (fact == SAMSOK_WORD_FORM) {
        add_fact(fact, other, data);
    }
}

/* Adds a hub and the stems whose hub it is. `hub` must live as long as the query. */
static gboolean add_members(Expansion *expansion, SamsokQueryWord *word, const char *hub,
                            GError **error)
{
    Filling filling = {.expansion = expansion, .word = word};
    samsok_query_word_add_stem(word, hub);
    return samsok_words_each(expansion->index->reader, hub, add_form, &filling, error);
}

/* Leaves the form's tokens in expansion->tokens, with the parts that the dictionaries tell. */
static gboolean split(Expansion *expansion, const char *form, GError **error)
{
    SamsokAnalyser *splitter = samsok_opened_splitter(expansion->index, error);
    if (splitter == NULL) {
        return FALSE;
    }
    samsok_analyser_tokens(splitter, form, "nb", expansion->tokens);
    return TRUE;
}

/* Adds the parts of a form as the dictionaries have them. */
static gboolean add_split_parts(Expansion *expansion, SamsokQueryWord *word, const char *form,
                                GError **error)
{
    if (!split(expansion, form, error)) {
        return FALSE;
    }
    for (guint i = 0; i < expansion->tokens->len; i++) {
        const SamsokToken *token = &g_array_index(expansion->tokens, SamsokToken, i);
        for (guint j = 0; token->parts[j] != NULL; j++) {
            samsok_query_word_add_part(word, keep(expansion, token->parts[j]));
        }
    }
    return TRUE;
}

/* Adds what is stored of the word's form with this stem: its parts, the stems whose hub it is, and its own
 * hubs with theirs. Where the stem is known of other compounds alone, the form may be none or one that
 * no passage has: the dictionaries tell. */
static gboolean add_stored(Expansion *expansion, SamsokQueryWord *word, const char *form,
                           const char *stem, GError **error)
{
    g_autoptr(GPtrArray) hubs = g_ptr_array_new();
    Filling filling = {.expansion = expansion, .word = word, .form = form, .hubs = hubs};
    gboolean ok = samsok_words_each(expansion->index->reader, stem, add_fact, &filling, error);
    if (ok && filling.has_others && !filling.has_parts && !expansion->is_name) {
        ok = add_split_parts(expansion, word, form, error);
    }
    for (guint i = 0; ok && i < hubs->len; i++) {
        ok = add_members(expansion, word, g_ptr_array_index(hubs, i), error);
    }
    return ok;
}

/* The class of a word that no passage has, by the dictionaries. */
static gboolean add_unknown_class(Expansion *expansion, SamsokQueryWord *word, GError **error)
{
    const char *hubs[SAMSOK_CLASS_MAX_HUBS];
    if (!split(expansion, word->word, error)) {
        return FALSE;
    }
    guint last = expansion->tokens->len == 0 ? 0 : g_array_index(expansion->tokens, SamsokToken, 0).last;
    guint count = samsok_class_hubs(expansion->index->analyser, samsok_headwords_shared(), word->word, last,
                                    word->stem, hubs);
    gboolean ok = TRUE;
    for (guint i = 0; ok && i < count; i++) {
        ok = add_members(expansion, word, keep(expansion, hubs[i]), error);
    }
    return ok;
}

/* Also looks for a word of nynorsk as its bokmål. */
static gboolean add_bokmal(Expansion *expansion, SamsokQueryWord *word, GError **error)
{
    bool is_sure = false;
    g_auto(GStrv) bokmal = samsok_nynorsk_bokmal(word->word, &is_sure);
    if (*bokmal == NULL || (!is_sure && !expansion->is_nynorsk)) {
        return TRUE;
    }
    for (guint i = 0; bokmal[i] != NULL; i++) {
        const char *stem = keep(expansion, samsok_analyser_stem(expansion->index->analyser, bokmal[i]));
        samsok_query_word_add_stem(word, stem);
        if (!add_stored(expansion, word, bokmal[i], stem, error)) {
            return FALSE;
        }
    }
    g_autofree char *joined = g_strjoinv(" ", bokmal);
    word->bokmal = keep(expansion, joined);
    samsok_query_note(expansion->query->notes, "nynorsk: %s, bokmål: %s", word->word, joined);
    return TRUE;
}

/* True when some passage has a stem of the word. */
static gboolean is_in_index(Expansion *expansion, const SamsokQueryWord *word, bool *out_known,
                            GError **error)
{
    SamsokDatabase *reader = expansion->index->reader;
    uint32_t norwegian = 0;
    uint32_t english = 0;
    if (!samsok_database_term_count(reader, word->stem, &norwegian, error) ||
        !samsok_database_term_count(reader, word->english_stem, &english, error)) {
        return FALSE;
    }
    *out_known = norwegian + english > 0;
    return TRUE;
}

/* True when some passage has another form of the word. */
static gboolean has_other_form(Expansion *expansion, const SamsokQueryWord *word, bool *out_has, GError **error)
{
    uint32_t count = 0;
    for (guint i = 0; count == 0 && word->alternatives[i] != NULL; i++) {
        if (!samsok_database_term_count(expansion->index->reader, word->alternatives[i], &count, error)) {
            return FALSE;
        }
    }
    *out_has = count > 0;
    return TRUE;
}

static bool is_in_dictionary(const char *word)
{
    SamsokPlainWord buffer;
    const char *plain = samsok_accents_strip(word, buffer);
    return samsok_headwords_has_lemma(samsok_headwords_shared(), word, strlen(word)) ||
           (plain != word && samsok_headwords_has_lemma(samsok_headwords_shared(), plain, strlen(plain)));
}

/* Also looks for a name on -e (Jose) as the same on -é, which is its own stem. */
static gboolean add_stressed(Expansion *expansion, SamsokQueryWord *word, GError **error)
{
    uint32_t count = 0;
    if (!g_str_has_suffix(word->word, "e") || strcmp(word->word, word->stem) == 0) {
        return TRUE;
    }
    if (!samsok_database_term_count(expansion->index->reader, word->word, &count, error)) {
        return FALSE;
    }
    if (count > 0 && !is_in_dictionary(word->word)) {
        samsok_query_word_add_stem(word, keep(expansion, word->word));
    }
    return TRUE;
}

/* Also looks for all that the word was taken for. Their stems come first: the relatives of one must not take the
 * room of the next. */
static gboolean add_meant(Expansion *expansion, SamsokQueryWord *word, GError **error)
{
    const char *stems[SAMSOK_WORD_MEANT] = {NULL};
    gboolean ok = TRUE;
    for (guint i = 0; word->meant[i] != NULL; i++) {
        stems[i] = keep(expansion, samsok_analyser_stem(expansion->index->analyser, word->meant[i]));
        samsok_query_word_add_stem(word, stems[i]);
    }
    for (guint i = 0; ok && word->meant[i] != NULL; i++) {
        ok = add_stored(expansion, word, word->meant[i], stems[i], error);
    }
    return ok;
}

/* The first of those that were meant is shown in place of the word; where there are more, all are told. */
static void tell_meant(Expansion *expansion, const SamsokQueryWord *word)
{
    if (word->meant[0] == NULL || word->meant[1] == NULL) {
        return;
    }
    g_autoptr(GString) told = g_string_new(word->meant[0]);
    for (guint i = 1; word->meant[i] != NULL; i++) {
        g_string_append_printf(told, "%s%s", word->meant[i + 1] == NULL ? " eller " : ", ", word->meant[i]);
    }
    samsok_query_note(expansion->query->notes, "%s: %s", word->word, told->str);
}

/* Also looks for what an unknown word may have been meant to be; the typed one stays. A form that the dictionaries
 * tell, or a compound of one (brannmenn) whose other forms are met, is no mistake. Nothing is left out for what a
 * forbidden word may have been meant to be. */
static gboolean correct_word(Expansion *expansion, SamsokQueryWord *word, GError **error)
{
    SamsokIndex *index = expansion->index;
    g_autoptr(GPtrArray) meant = g_ptr_array_new_with_free_func(g_free);
    bool has_other = false;
    if (!expansion->is_shown || is_in_dictionary(word->word)) {
        return TRUE;
    }
    if (!has_other_form(expansion, word, &has_other, error)) {
        return FALSE;
    }
    if (has_other) {
        return TRUE;
    }
    if (!samsok_spelling_correct(index->reader, index->analyser, word->word, meant, error)) {
        return FALSE;
    }
    for (guint i = 0; i < meant->len; i++) {
        word->meant[i] = keep(expansion, g_ptr_array_index(meant, i));
    }
    word->is_stop = word->meant[0] != NULL && samsok_analyser_is_stop_word(word->meant[0]);
    tell_meant(expansion, word);
    return add_meant(expansion, word, error);
}

static gboolean expand_word(Expansion *expansion, SamsokQueryWord *word, GError **error)
{
    bool is_known = false;
    if (word->meant[0] != NULL) { /* a try before this one found it, and may have come no further */
        return add_meant(expansion, word, error);
    }
    if (!is_in_index(expansion, word, &is_known, error) || !add_stressed(expansion, word, error) ||
        !add_bokmal(expansion, word, error) || !add_stored(expansion, word, word->word, word->stem, error)) {
        return FALSE;
    }
    word->is_met = is_known;
    if (is_known || word->bokmal != NULL || expansion->is_english || expansion->is_name) {
        return TRUE;
    }
    return add_unknown_class(expansion, word, error) && correct_word(expansion, word, error) &&
           (word->meant[0] != NULL || add_split_parts(expansion, word, word->word, error));
}

static gboolean expand_words(Expansion *expansion, GArray *words, GError **error)
{
    for (guint i = 0; i < words->len; i++) {
        SamsokQueryWord *word = &g_array_index(words, SamsokQueryWord, i);
        bool is_unfinished = word->meant[0] != NULL; /* by a try before this one */
        if ((!word->is_stop || is_unfinished) && !expand_word(expansion, word, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

static void vote(const SamsokQuery *query, SamsokLanguageVotes *votes)
{
    for (guint i = 0; i < query->nodes->len; i++) {
        const SamsokQueryNode *node = g_ptr_array_index(query->nodes, i);
        for (guint j = 0; node->kind == SAMSOK_QUERY_WORD && j < node->words->len; j++) {
            samsok_language_vote(votes, g_array_index(node->words, SamsokQueryWord, j).word);
        }
    }
}

/* Adds the Norwegian of English labels; the thesaurus is made only where one of them stands in the query. */
static gboolean add_english(Expansion *expansion, GError **error)
{
    SamsokIndex *index = expansion->index;
    const char *text = samsok_opened_thesaurus_text(index, error);
    if (text == NULL || !samsok_english_may_be(text, index->analyser, expansion->query)) {
        return text != NULL;
    }
    const SamsokThesaurus *thesaurus = samsok_opened_thesaurus(index, error);
    bool is_found = samsok_english_expand(thesaurus, index->analyser, expansion->query);
    expansion->is_english = is_found || expansion->is_english;
    return TRUE;
}

/* Finds which language the query is in. The vocabulary's English is looked for where no function word is
 * Norwegian: most who ask in English type nouns alone. */
static gboolean find_language(Expansion *expansion, GError **error)
{
    SamsokLanguageVotes votes = {0};
    vote(expansion->query, &votes);
    expansion->is_nynorsk = votes.nynorsk > votes.bokmal;
    expansion->is_english = votes.english > votes.bokmal + votes.nynorsk + votes.shared;
    return votes.bokmal + votes.nynorsk + votes.shared > 0 || add_english(expansion, error);
}

static void note_leaf(const SamsokQueryNode *leaf, void *data)
{
    g_ptr_array_add(data, (gpointer)leaf);
}

gboolean samsok_query_expand(SamsokIndex *index, SamsokQuery *query, GError **error)
{
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    g_autoptr(GPtrArray) shown = g_ptr_array_new();
    Expansion expansion = {.index = index, .query = query, .tokens = tokens};
    gboolean ok = find_language(&expansion, error);
    samsok_query_each_shown(query, note_leaf, shown);
    for (guint i = 0; ok && i < query->nodes->len; i++) {
        SamsokQueryNode *node = g_ptr_array_index(query->nodes, i);
        expansion.is_name =
            query->names != NULL && g_ptr_array_find(query->names->children, node, NULL);
        expansion.is_shown = g_ptr_array_find(shown, node, NULL);
        ok = node->kind != SAMSOK_QUERY_WORD || expand_words(&expansion, node->words, error);
    }
    return ok;
}
