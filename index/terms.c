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
        .seen = g_hash_table_new(g_str_hash, g_str_equal),
        .met = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
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
    g_hash_table_unref(terms->seen);
    g_hash_table_unref(terms->met);
    samsok_word_notes_free(terms->notes);
}

static gboolean add_stem(SamsokTerms *terms, SamsokEntry *entry, const char *prefix,
                         const char *stem, GError **error)
{
    g_string_assign(terms->term, prefix);
    g_string_append(terms->term, stem);
    return terms->term->len > SAMSOK_MAX_TERM_BYTES ||
           samsok_entry_add_term(entry, terms->term->str, 1, error);
}

/* Notes the class of a word for samsok_terms_store_words when it is met first: each hub with the stem,
 * and the stem with each hub. */
static void note_class(SamsokTerms *terms, const SamsokToken *token)
{
    const char *hubs[SAMSOK_CLASS_MAX_HUBS + 1] = {NULL};
    const char *const stem[] = {token->stem, NULL};
    guint count = samsok_class_hubs(terms->analyser, samsok_headwords_shared(), token->word,
                                    token->stem, hubs);
    for (guint i = 0; i < count; i++) {
        samsok_word_notes_add(terms->notes, hubs[i], SAMSOK_WORD_FORM, stem);
    }
    if (count > 0) {
        samsok_word_notes_add(terms->notes, token->stem, SAMSOK_WORD_HUB, hubs);
    }
}

static void analyse(SamsokTerms *terms, const char *text, const char *language)
{
    if (!terms->splits) {
        samsok_analyser_split(terms->analyser, samsok_headwords_shared());
        terms->splits = true;
    }
    samsok_analyser_tokens(terms->analyser, text, language, terms->tokens);
    bool is_english = strcmp(language, "en") == 0;
    for (guint i = 0; !is_english && i < terms->tokens->len; i++) {
        const SamsokToken *token = &g_array_index(terms->tokens, SamsokToken, i);
        if (token->is_first) {
            note_class(terms, token);
        }
    }
}

/* Notes the parts of a compound for samsok_terms_store_words, once a form: forms of one stem need not
 * have the same parts. */
static void note_parts(SamsokTerms *terms, const SamsokToken *token)
{
    if (token->parts[0] == NULL || g_hash_table_contains(terms->met, token->word)) {
        return;
    }
    if (g_hash_table_size(terms->met) > SAMSOK_ANALYSER_MAX_WORDS) {
        g_hash_table_remove_all(terms->met);
    }
    g_hash_table_add(terms->met, g_strdup(token->word));
    samsok_word_notes_add(terms->notes, token->stem, SAMSOK_WORD_PART, token->parts);
}

/* The stem and the parts of a token; with `seen`, those of them that are not in it yet. */
static gboolean add_token(SamsokTerms *terms, SamsokEntry *entry, const char *prefix,
                          const SamsokToken *token, GHashTable *seen, GError **error)
{
    note_parts(terms, token);
    const char *stem = token->stem;
    for (guint i = 0; stem != NULL; stem = token->parts[i++]) {
        bool is_new = seen == NULL || g_hash_table_add(seen, (gpointer)stem);
        if (is_new && !add_stem(terms, entry, prefix, stem, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean add_tokens(SamsokTerms *terms, SamsokEntry *entry, const char *prefix,
                           GHashTable *seen, GError **error)
{
    for (guint i = 0; i < terms->tokens->len; i++) {
        const SamsokToken *token = &g_array_index(terms->tokens, SamsokToken, i);
        if (!add_token(terms, entry, prefix, token, seen, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

gboolean samsok_terms_add(SamsokTerms *terms, SamsokEntry *entry, const char *prefix,
                          const char *text, const char *language, GError **error)
{
    analyse(terms, text, language);
    return add_tokens(terms, entry, prefix, NULL, error);
}

gboolean samsok_terms_add_once(SamsokTerms *terms, SamsokEntry *entry, const char *prefix,
                               const char *const *texts, const char *language, GError **error)
{
    /* Stems are lent between two calls of the analyser only, so all texts are asked for at once. */
    g_autofree char *joined = g_strjoinv("\n", (char **)texts);
    analyse(terms, joined, language);
    g_hash_table_remove_all(terms->seen);
    return add_tokens(terms, entry, prefix, terms->seen, error);
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
