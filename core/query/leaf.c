/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nodes of the query tree: words with their stems, prefixes, phrases, values and years. */
#include "config.h"

#include "core/query/leaf.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/language/accents.h"

void samsok_leaf_maker_init(SamsokLeafMaker *maker, SamsokQuery *query, SamsokAnalyser *analyser)
{
    *maker = (SamsokLeafMaker){
        .query = query,
        .analyser = analyser,
        .tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken)),
        .english_stems = g_ptr_array_new(),
    };
}

void samsok_leaf_maker_clear(SamsokLeafMaker *maker)
{
    g_array_unref(maker->tokens);
    g_ptr_array_unref(maker->english_stems);
}

static void node_free(gpointer data)
{
    SamsokQueryNode *node = data;
    g_clear_pointer(&node->words, g_array_unref);
    g_clear_pointer(&node->children, g_ptr_array_unref);
    g_free(node);
}

static SamsokQueryNode *new_node(SamsokLeafMaker *maker, SamsokQueryKind kind)
{
    SamsokQueryNode *node = g_new0(SamsokQueryNode, 1);
    node->kind = kind;
    node->text = "";
    g_ptr_array_set_free_func(maker->query->nodes, node_free);
    g_ptr_array_add(maker->query->nodes, node);
    return node;
}

SamsokQueryNode *samsok_leaf_maker_parent(SamsokLeafMaker *maker, SamsokQueryKind kind)
{
    SamsokQueryNode *node = new_node(maker, kind);
    node->children = g_ptr_array_new();
    return node;
}

static const char *keep(SamsokLeafMaker *maker, const char *text)
{
    return g_string_chunk_insert(maker->query->strings, text);
}

/* Counts what the index will be asked for; false and a note when it is too much. */
static bool has_room(SamsokLeafMaker *maker, guint count)
{
    if (maker->term_count + count > SAMSOK_MAX_QUERY_TERMS) {
        samsok_query_note(maker->query->notes, "more than %u words: the rest was left out",
                          SAMSOK_MAX_QUERY_TERMS);
        maker->term_count = SAMSOK_MAX_QUERY_TERMS;
        return false;
    }
    maker->term_count += count;
    return true;
}

/* The words of `text` in both languages; a token's borders do not depend on the language. Tokens are
 * lent until the next call, so the English stems are kept before the Norwegian ones are made. */
static void analyse(SamsokLeafMaker *maker, const char *text)
{
    samsok_analyser_tokens(maker->analyser, text, "en", maker->tokens);
    g_ptr_array_set_size(maker->english_stems, 0);
    for (guint i = 0; i < maker->tokens->len; i++) {
        const SamsokToken *token = &g_array_index(maker->tokens, SamsokToken, i);
        g_ptr_array_add(maker->english_stems, (gpointer)keep(maker, token->stem));
    }
    samsok_analyser_tokens(maker->analyser, text, "nb", maker->tokens);
}

static GArray *take_words(SamsokLeafMaker *maker)
{
    GArray *words = g_array_new(FALSE, FALSE, sizeof(SamsokQueryWord));
    for (guint i = 0; i < maker->tokens->len; i++) {
        const SamsokToken *token = &g_array_index(maker->tokens, SamsokToken, i);
        const char *english = g_ptr_array_index(maker->english_stems, i);
        SamsokQueryWord word = {
            .word = keep(maker, token->word),
            .stem = keep(maker, token->stem),
            .is_stop = samsok_analyser_is_stop_word(token->word),
        };
        word.english_stem = strcmp(english, token->stem) == 0 ? word.stem : english;
        g_array_append_val(words, word);
    }
    return words;
}

/* True for one word with nothing but stars behind it. */
static bool is_prefix(const SamsokLeafMaker *maker, const char *text)
{
    if (maker->tokens->len != 1) {
        return false;
    }
    const char *rest = text + g_array_index(maker->tokens, SamsokToken, 0).end;
    return *rest == '*' && strspn(rest, "*") == strlen(rest);
}

static SamsokQueryNode *word_leaf(SamsokLeafMaker *maker, const char *text, SamsokQueryField field)
{
    analyse(maker, text);
    if (maker->tokens->len == 0 || !has_room(maker, maker->tokens->len)) {
        return NULL;
    }
    bool prefix = is_prefix(maker, text);
    if (!prefix && strchr(text, '*') != NULL) {
        samsok_query_note(maker->query->notes, "'%.40s': a * counts only at the end of one word", text);
    }
    const SamsokToken *first = &g_array_index(maker->tokens, SamsokToken, 0);
    const SamsokToken *last =
        &g_array_index(maker->tokens, SamsokToken, maker->tokens->len - 1);
    g_autofree char *core = g_strndup(text + first->start, last->end - first->start);
    SamsokQueryNode *node = new_node(maker, prefix ? SAMSOK_QUERY_PREFIX : SAMSOK_QUERY_WORD);
    node->field = field;
    /* `+OG` asks for the word; shown as it stands it would be read as the operator. */
    bool as_folded = prefix || samsok_query_operator(core) != SAMSOK_LEXEME_WORD;
    node->text = keep(maker, as_folded ? first->word : core);
    node->words = take_words(maker);
    if (prefix) {
        SamsokPlainWord plain;
        SamsokQueryWord *begun = &g_array_index(node->words, SamsokQueryWord, 0);
        begun->word = keep(maker, samsok_accents_strip(begun->word, plain));
    }
    return node;
}

static SamsokQueryNode *phrase_leaf(SamsokLeafMaker *maker, const char *text, SamsokQueryField field)
{
    analyse(maker, text);
    if (maker->tokens->len == 0 || !has_room(maker, maker->tokens->len)) {
        return NULL;
    }
    SamsokQueryNode *node = new_node(maker, SAMSOK_QUERY_PHRASE);
    node->field = field;
    node->text = keep(maker, text);
    node->words = take_words(maker);
    return node;
}

/* A value taken as words must not be read as anything else when it is shown and typed again. */
static char *plain_words(const char *text)
{
    GString *plain = g_string_new(NULL);
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        g_string_append_unichar(plain, g_unichar_isalnum(c) ? g_unichar_tolower(c) : '-');
    }
    return g_string_free(plain, FALSE);
}

/* A value that is no year or no language known here is taken as words, with a note. */
static SamsokQueryNode *value_leaf(SamsokLeafMaker *maker, const char *text, SamsokQueryField field)
{
    guint first = 0;
    guint last = 0;
    bool years = field == SAMSOK_QUERY_FIELD_YEAR;
    bool is_good = years ? samsok_query_parse_years(text, &first, &last)
                         : field != SAMSOK_QUERY_FIELD_LANGUAGE || samsok_query_languages(text) != NULL;
    if (!is_good) {
        samsok_query_note(maker->query->notes, "'%.40s' is no %s and was taken as a word", text,
                          years ? "year" : "language known here");
        g_autofree char *plain = plain_words(text);
        return word_leaf(maker, plain, SAMSOK_QUERY_FIELD_TEXT);
    }
    if (!has_room(maker, 1)) {
        return NULL;
    }
    SamsokQueryNode *node = new_node(maker, years ? SAMSOK_QUERY_YEARS : SAMSOK_QUERY_VALUE);
    node->field = field;
    node->text = keep(maker, text);
    node->year_first = first;
    node->year_last = last;
    return node;
}

/* Values typed in running text carry its punctuation: «år:2014, serie:…». */
static char *trimmed_value(const SamsokLexeme *lexeme)
{
    char *value = g_strstrip(g_strdup(lexeme->text));
    size_t len = strlen(value);
    while (lexeme->kind == SAMSOK_LEXEME_WORD && len > 1 && strchr(",;?!", value[len - 1]) != NULL) {
        value[--len] = '\0';
    }
    return value;
}

SamsokQueryNode *samsok_leaf_maker_leaf(SamsokLeafMaker *maker, const SamsokLexeme *lexeme,
                                        SamsokQueryField field)
{
    SamsokQueryField own = lexeme->field == SAMSOK_QUERY_FIELD_TEXT ? field : lexeme->field;
    if (!samsok_query_field_has_words(own)) {
        g_autofree char *value = trimmed_value(lexeme);
        return value_leaf(maker, value, own);
    }
    return lexeme->kind == SAMSOK_LEXEME_PHRASE ? phrase_leaf(maker, lexeme->text, own)
                                                : word_leaf(maker, lexeme->text, own);
}

bool samsok_leaf_is_wanted(const SamsokQueryNode *node)
{
    switch (node->kind) {
    case SAMSOK_QUERY_PHRASE:
    case SAMSOK_QUERY_VALUE:
    case SAMSOK_QUERY_YEARS:
    case SAMSOK_QUERY_NEAR:
        return true;
    case SAMSOK_QUERY_WORD:
    case SAMSOK_QUERY_PREFIX:
        return node->field != SAMSOK_QUERY_FIELD_TEXT;
    case SAMSOK_QUERY_BAG:
        return false;
    case SAMSOK_QUERY_OR:
        for (guint i = 0; i < node->children->len; i++) {
            if (!samsok_leaf_is_wanted(g_ptr_array_index(node->children, i))) {
                return false;
            }
        }
        return true;
    }
    return false;
}
