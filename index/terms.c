/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text to terms. */
#include "config.h"

#include "index/terms.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/language/classes.h"
#include "index/schema.h"

gboolean samsok_terms_init(SamsokTerms *terms, GError **error)
{
    SamsokAnalyser *analyser = samsok_analyser_new(error);
    if (analyser == NULL) {
        return FALSE;
    }
    *terms = (SamsokTerms){
        .analyser = analyser,
        .tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken)),
        .term = g_string_new(NULL),
        .counts = samsok_stem_counts_new(),
        .told = g_byte_array_new(),
        .told_parts = g_hash_table_new(g_str_hash, g_str_equal),
        .notes = samsok_word_notes_new(),
    };
    return TRUE;
}

void samsok_terms_clear(SamsokTerms *terms)
{
    if (terms->analyser == NULL) {
        return;
    }
    samsok_analyser_free(terms->analyser);
    g_array_unref(terms->tokens);
    g_string_free(terms->term, TRUE);
    samsok_stem_counts_free(terms->counts);
    g_byte_array_unref(terms->told);
    g_hash_table_unref(terms->told_parts);
    samsok_word_notes_free(terms->notes);
}

void samsok_terms_load(SamsokTerms *terms)
{
    if (!terms->splits) {
        samsok_analyser_split(terms->analyser, samsok_headwords_shared());
        terms->splits = true;
    }
}

/* Notes the class of a word for samsok_terms_store_words: each hub with the stem, and the stem with each hub.
 * `last`: see samsok_class_hubs. */
static void note_class(SamsokTerms *terms, const char *word, guint last, const char *stem)
{
    const char *hubs[SAMSOK_CLASS_MAX_HUBS + 1] = {NULL};
    const char *const stems[] = {stem, NULL};
    guint count = samsok_class_hubs(terms->analyser, samsok_headwords_shared(), word, last, stem, hubs);
    for (guint i = 0; i < count; i++) {
        samsok_word_notes_add(terms->notes, hubs[i], SAMSOK_WORD_FORM, stems);
    }
    if (count > 0) {
        samsok_word_notes_add(terms->notes, stem, SAMSOK_WORD_HUB, hubs);
    }
}

/* The class of a word, and that of its last part, which is a term that no word of the text need have as its stem. */
static void note_classes(SamsokTerms *terms, const SamsokToken *token)
{
    note_class(terms, token->word, token->last, token->stem);
    const char *part = token->word + token->last;
    if (token->last > 0 && g_hash_table_add(terms->told_parts, (gpointer)part)) {
        note_class(terms, part, 0, samsok_analyser_stem(terms->analyser, part));
    }
}

/* Notes what is known of the word, once a form: forms of one stem need not have the same parts. */
static void note_word(SamsokTerms *terms, const SamsokToken *token, bool is_english)
{
    guint known = terms->told->len;
    if (token->number >= known) {
        g_byte_array_set_size(terms->told, MAX(token->number + 1, known * 2));
        memset(terms->told->data + known, 0, terms->told->len - known);
    }
    if (terms->told->data[token->number] != 0) {
        return;
    }
    terms->told->data[token->number] = 1;
    if (!is_english) {
        note_classes(terms, token);
    }
    if (token->parts[0] != NULL) {
        samsok_word_notes_add_parts(terms->notes, token->stem, token->word, token->parts);
    }
}

static void count_tokens(SamsokTerms *terms, const GArray *tokens, const char *language)
{
    if (terms->age != samsok_analyser_age(terms->analyser)) {
        terms->age = samsok_analyser_age(terms->analyser);
        g_byte_array_set_size(terms->told, 0);
        g_hash_table_remove_all(terms->told_parts);
    }
    bool is_english = strcmp(language, "en") == 0;
    for (guint i = 0; i < tokens->len; i++) {
        const SamsokToken *token = &g_array_index(tokens, SamsokToken, i);
        note_word(terms, token, is_english);
        const char *stem = token->stem;
        for (guint k = 0; stem != NULL; stem = token->parts[k++]) {
            samsok_stem_counts_add(terms->counts, stem);
        }
    }
}

static void count_text(SamsokTerms *terms, const char *text, const char *language)
{
    samsok_terms_load(terms);
    samsok_analyser_tokens(terms->analyser, text, language, terms->tokens);
    count_tokens(terms, terms->tokens, language);
}

GBytes *samsok_terms_of_tokens(SamsokTerms *terms, const GArray *tokens, const char *language)
{
    count_tokens(terms, tokens, language);
    return samsok_stem_counts_take(terms->counts, false);
}

GBytes *samsok_terms_of(SamsokTerms *terms, const char *text, const char *language)
{
    count_text(terms, text, language);
    return samsok_stem_counts_take(terms->counts, false);
}

GBytes *samsok_terms_once(SamsokTerms *terms, const char *const *texts, const char *language)
{
    /* Stems are lent between two calls of the analyser only, so all texts are asked for at once. */
    g_autofree char *joined = g_strjoinv("\n", (char **)texts);
    count_text(terms, joined, language);
    return samsok_stem_counts_take(terms->counts, true);
}

gboolean samsok_terms_add_counted(SamsokTerms *terms, SamsokEntry *entry, const char *prefix,
                                  GBytes *counted, GError **error)
{
    const char *at = NULL;
    const char *stem = NULL;
    guint count = 0;
    g_string_assign(terms->term, prefix);
    gsize prefix_len = terms->term->len;
    while (samsok_stem_counts_next(counted, &at, &stem, &count)) {
        g_string_truncate(terms->term, prefix_len);
        g_string_append(terms->term, stem);
        if (terms->term->len <= SAMSOK_MAX_TERM_BYTES &&
            !samsok_entry_add_term(entry, terms->term->str, count, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

gboolean samsok_terms_add(SamsokTerms *terms, SamsokEntry *entry, const char *prefix,
                          const char *text, const char *language, GError **error)
{
    g_autoptr(GBytes) counted = samsok_terms_of(terms, text, language);
    return samsok_terms_add_counted(terms, entry, prefix, counted, error);
}

gboolean samsok_terms_add_once(SamsokTerms *terms, SamsokEntry *entry, const char *prefix,
                               const char *const *texts, const char *language, GError **error)
{
    g_autoptr(GBytes) counted = samsok_terms_once(terms, texts, language);
    return samsok_terms_add_counted(terms, entry, prefix, counted, error);
}

gboolean samsok_terms_store_words(SamsokTerms *terms, SamsokWriter *writer, GError **error)
{
    return samsok_word_notes_store(terms->notes, writer, error);
}

gboolean samsok_terms_add_filter(SamsokEntry *entry, const char *prefix, const char *value,
                                 GError **error)
{
    if (*value == '\0') {
        return TRUE;
    }
    g_autofree char *term = samsok_schema_term(prefix, value);
    return samsok_entry_add_boolean(entry, term, error);
}
