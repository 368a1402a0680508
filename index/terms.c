/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text to terms. */
#include "config.h"

#include "index/terms.h"

#include "core/base/limits.h"
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
}

static gboolean add_stem(SamsokTerms *terms, SamsokEntry *entry, const char *prefix,
                         const char *stem, GError **error)
{
    g_string_assign(terms->term, prefix);
    g_string_append(terms->term, stem);
    return terms->term->len > SAMSOK_MAX_TERM_BYTES ||
           samsok_entry_add_term(entry, terms->term->str, 1, error);
}

gboolean samsok_terms_add(SamsokTerms *terms, SamsokEntry *entry, const char *prefix,
                          const char *text, const char *language, GError **error)
{
    samsok_analyser_tokens(terms->analyser, text, language, terms->tokens);
    for (guint i = 0; i < terms->tokens->len; i++) {
        const SamsokToken *token = &g_array_index(terms->tokens, SamsokToken, i);
        if (!add_stem(terms, entry, prefix, token->stem, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

gboolean samsok_terms_add_once(SamsokTerms *terms, SamsokEntry *entry, const char *prefix,
                               const char *const *texts, const char *language, GError **error)
{
    /* Stems are lent between two calls of the analyser only, so all texts are asked for at once. */
    g_autofree char *joined = g_strjoinv("\n", (char **)texts);
    samsok_analyser_tokens(terms->analyser, joined, language, terms->tokens);
    g_hash_table_remove_all(terms->seen);
    for (guint i = 0; i < terms->tokens->len; i++) {
        const SamsokToken *token = &g_array_index(terms->tokens, SamsokToken, i);
        bool is_new = g_hash_table_add(terms->seen, (gpointer)token->stem);
        if (is_new && !add_stem(terms, entry, prefix, token->stem, error)) {
            return FALSE;
        }
    }
    return TRUE;
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
