/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compiles labels and cues into a trie of stems, and answers where a walk over it leads. */
#include "config.h"

#include "core/concepts/lexicon-private.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/concepts/wording.h"
#include "core/language/accents.h"

/* Shorter words are not looked for inside longer ones. */
#define MIN_PART_BYTES 5
/* Of the table of steps; it grows. */
enum { FIRST_STEPS = 1 << 10 };

static void rule_free(gpointer data)
{
    SamsokContextRule *rule = data;
    g_clear_pointer(&rule->near, g_array_unref);
    g_clear_pointer(&rule->in_section, g_array_unref);
    g_clear_pointer(&rule->not_near, g_array_unref);
    g_clear_pointer(&rule->not_in, g_array_unref);
    g_free(rule);
}

static void array_unref(gpointer data)
{
    g_clear_pointer((GArray **)&data, g_array_unref);
}

static guint symbol_of(SamsokLexicon *lexicon, const char *stem)
{
    guint symbol = samsok_lexicon_symbol(lexicon, stem);
    if (symbol == 0) {
        symbol = g_hash_table_size(lexicon->symbols) + 1;
        g_hash_table_insert(lexicon->symbols, g_string_chunk_insert(lexicon->strings, stem),
                            GUINT_TO_POINTER(symbol));
    }
    return symbol;
}

static SamsokTrieNode *node_at(const SamsokLexicon *lexicon, guint node)
{
    return &g_array_index(lexicon->nodes, SamsokTrieNode, node);
}

static guint new_node(SamsokLexicon *lexicon, guint parent, guint symbol)
{
    SamsokTrieNode node = {.parent = parent, .symbol = symbol};
    g_array_append_val(lexicon->nodes, node);
    return lexicon->nodes->len - 1;
}

/* ---- From a node to the next: a hash table, for a node may have as many children as there are labels ---- */

/* Where the step from `node` over `symbol` is kept, or the free place for it. */
static guint *step_place(const SamsokLexicon *lexicon, guint node, guint symbol)
{
    guint mask = lexicon->steps->len - 1;
    /* Near 2^32 by the golden ratio (Knuth, TAOCP 3, 6.4); the high bits of the product are the mixed ones. */
    const guint factor = UINT32_C(2654435769);
    guint mixed = (node * factor + symbol) * factor;
    for (guint at = (mixed ^ mixed >> 16) & mask;; at = (at + 1) & mask) {
        guint *place = &g_array_index(lexicon->steps, guint, at);
        const SamsokTrieNode *found = node_at(lexicon, *place);
        if (*place == 0 || (found->parent == node && found->symbol == symbol)) {
            return place;
        }
    }
}

static void grow_steps(SamsokLexicon *lexicon)
{
    g_autoptr(GArray) old = lexicon->steps;
    lexicon->steps = g_array_new(FALSE, TRUE, sizeof(guint));
    g_array_set_size(lexicon->steps, old->len * 2);
    for (guint i = 0; i < old->len; i++) {
        guint node = g_array_index(old, guint, i);
        if (node != 0) {
            *step_place(lexicon, node_at(lexicon, node)->parent, node_at(lexicon, node)->symbol) = node;
        }
    }
}

static guint grow_entry(SamsokLexicon *lexicon, SamsokRoot root, guint symbol)
{
    GArray *entries = lexicon->entries[root];
    if (entries->len <= symbol) {
        g_array_set_size(entries, symbol + 1);
    }
    guint node = g_array_index(entries, guint, symbol);
    if (node == 0) {
        node = new_node(lexicon, 0, symbol);
        g_array_index(entries, guint, symbol) = node;
    }
    return node;
}

static guint grow_step(SamsokLexicon *lexicon, guint node, guint symbol)
{
    guint child = samsok_lexicon_step(lexicon, node, symbol);
    if (child != 0) {
        return child;
    }
    if (++lexicon->step_count * 2 > lexicon->steps->len) {
        grow_steps(lexicon);
    }
    child = new_node(lexicon, node, symbol);
    *step_place(lexicon, node, symbol) = child;
    node_at(lexicon, node)->goes_on = true;
    return child;
}

/* The stem under which the last word of a pattern is looked for. */
typedef enum {
    LAST_STEM,    /* virkemiddel */
    LAST_WORD,    /* the word itself: «toppleder» has the stem toppled, «toppledere» toppleder */
    LAST_AGENT,   /* «topplederne» has the stem toppledern: words in -er only */
    LAST_GENITIVE /* names that end in a vowel keep their genitive s when stemmed: Difis */
} LastWord;

static char *stem_of(const SamsokToken *token, LastWord form)
{
    SamsokPlainWord plain;
    const char *word = samsok_accents_strip(token->word, plain);
    switch (form) {
    case LAST_STEM:
        return g_strdup(token->stem);
    case LAST_WORD:
        return g_strdup(word);
    case LAST_AGENT:
        return g_strconcat(word, "n", NULL);
    case LAST_GENITIVE:
        return g_strconcat(token->stem, "s", NULL);
    }
    return NULL;
}

static void put_path(SamsokLexicon *lexicon, SamsokPattern pattern, SamsokRoot root,
                     LastWord last_word)
{
    guint node = 0;
    for (guint i = 0; i < lexicon->tokens->len; i++) {
        const SamsokToken *token = &g_array_index(lexicon->tokens, SamsokToken, i);
        bool last = i + 1 == lexicon->tokens->len;
        g_autofree char *stem = stem_of(token, last ? last_word : LAST_STEM);
        guint symbol = symbol_of(lexicon, stem);
        node = node == 0 ? grow_entry(lexicon, root, symbol) : grow_step(lexicon, node, symbol);
    }
    pattern.next = node_at(lexicon, node)->pattern;
    g_array_append_val(lexicon->patterns, pattern);
    node_at(lexicon, node)->pattern = lexicon->patterns->len - 1;
}

static void put_paths(SamsokLexicon *lexicon, const SamsokPattern *pattern, SamsokRoot root)
{
    const SamsokToken *last =
        &g_array_index(lexicon->tokens, SamsokToken, lexicon->tokens->len - 1);
    SamsokPlainWord plain;
    put_path(lexicon, *pattern, root, LAST_STEM);
    if (!pattern->exact && strcmp(last->stem, samsok_accents_strip(last->word, plain)) != 0) {
        put_path(lexicon, *pattern, root, LAST_WORD);
    }
    if (!pattern->exact && root == SAMSOK_ROOT_NORWEGIAN && g_str_has_suffix(last->word, "er")) {
        put_path(lexicon, *pattern, root, LAST_AGENT);
    }
    if (pattern->case_sensitive) {
        put_path(lexicon, *pattern, root, LAST_GENITIVE);
    }
}

static void put_parts(SamsokLexicon *lexicon, const SamsokPattern *pattern)
{
    const SamsokToken *token = &g_array_index(lexicon->tokens, SamsokToken, 0);
    guint symbol = symbol_of(lexicon, token->stem);
    const char *stem = g_string_chunk_insert_const(lexicon->strings, token->stem);
    if (pattern->as_first_part) {
        g_hash_table_insert(lexicon->first_parts, (gpointer)stem, GUINT_TO_POINTER(symbol));
    }
    if (pattern->as_last_part) {
        g_hash_table_insert(lexicon->last_parts, (gpointer)stem, GUINT_TO_POINTER(symbol));
    }
}

void samsok_lexicon_put(SamsokLexicon *lexicon, const SamsokPattern *given, const char *language)
{
    SamsokPattern pattern = *given;
    bool english = g_str_has_prefix(language, "en");
    bool both = language[0] == '\0' || pattern.case_sensitive;
    samsok_analyser_tokens(lexicon->analyser, pattern.text, english ? "en" : "nb",
                           lexicon->tokens);
    pattern.token_count = lexicon->tokens->len;
    if (pattern.token_count == 0 || pattern.token_count > SAMSOK_MAX_LABEL_TOKENS) {
        return;
    }
    const char *last = g_array_index(lexicon->tokens, SamsokToken, pattern.token_count - 1).word;
    pattern.is_law = samsok_is_law_word(last);
    pattern.is_doer = samsok_is_doer_word(last);
    pattern.as_first_part = pattern.as_first_part && pattern.token_count == 1;
    pattern.as_last_part = pattern.as_last_part && pattern.token_count == 1;
    put_parts(lexicon, &pattern);
    for (guint root = 0; root < SAMSOK_ROOT_COUNT; root++) {
        if (!both && english != (root == SAMSOK_ROOT_ENGLISH)) {
            continue;
        }
        put_paths(lexicon, &pattern, root);
    }
}

/* A word with a capital behind its first letter: KMD, IMDi. */
static bool has_inner_capital(const char *text)
{
    bool capital = false;
    for (const char *p = g_utf8_next_char(text); *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (!g_unichar_isalnum(c)) {
            return false;
        }
        capital = capital || g_unichar_isupper(c);
    }
    return capital;
}

/* True when `concept` says `property` of the label `text`. */
static bool says_of(const SamsokVocabulary *vocabulary, guint concept, SamsokProperty property,
                    const char *text)
{
    for (guint i = 0; i < samsok_vocabulary_statement_count(vocabulary, concept); i++) {
        const SamsokStatement *statement = samsok_vocabulary_statement(vocabulary, concept, i);
        if (statement->property == property && strcmp(statement->text, text) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_label(const SamsokStatement *statement)
{
    bool kind = statement->property == SAMSOK_PROPERTY_PREF_LABEL ||
                statement->property == SAMSOK_PROPERTY_ALT_LABEL ||
                statement->property == SAMSOK_PROPERTY_HIDDEN_LABEL;
    return kind && statement->text[0] != '\0';
}

static void put_label(SamsokLexicon *lexicon, guint concept, const SamsokStatement *statement)
{
    const SamsokVocabulary *vocabulary = lexicon->vocabulary;
    const char *text = statement->text;
    SamsokPattern pattern = {
        .key = concept,
        .text = text,
        .kind = statement->property,
        .exact = says_of(vocabulary, concept, SAMSOK_PROPERTY_EXACT, text),
        .case_sensitive = has_inner_capital(text) ||
                          says_of(vocabulary, concept, SAMSOK_PROPERTY_CASE_SENSITIVE, text),
        .open = says_of(vocabulary, concept, SAMSOK_PROPERTY_OPEN, text),
        .not_after_name = says_of(vocabulary, concept, SAMSOK_PROPERTY_NOT_AFTER_NAME, text),
        .not_denied = says_of(vocabulary, concept, SAMSOK_PROPERTY_NOT_DENIED, text),
        .as_first_part = says_of(vocabulary, concept, SAMSOK_PROPERTY_COMPOUND, text),
        .as_last_part = says_of(vocabulary, concept, SAMSOK_PROPERTY_COMPOUND_LAST, text),
        .file = statement->file,
        .line = statement->line,
    };
    samsok_lexicon_put(lexicon, &pattern, statement->language);
}

static void put_concept(SamsokLexicon *lexicon, guint concept)
{
    const SamsokVocabulary *vocabulary = lexicon->vocabulary;
    guint first = lexicon->patterns->len;
    for (guint i = 0; i < samsok_vocabulary_statement_count(vocabulary, concept); i++) {
        const SamsokStatement *statement = samsok_vocabulary_statement(vocabulary, concept, i);
        if (is_label(statement)) {
            put_label(lexicon, concept, statement);
        }
    }
    samsok_lexicon_put_rules(lexicon, concept, first);
}

static SamsokLexicon *empty_lexicon(const SamsokVocabulary *vocabulary)
{
    SamsokLexicon *lexicon = g_new0(SamsokLexicon, 1);
    lexicon->vocabulary = vocabulary;
    lexicon->strings = g_string_chunk_new(1 << 14);
    lexicon->symbols = g_hash_table_new(g_str_hash, g_str_equal);
    lexicon->first_parts = g_hash_table_new(g_str_hash, g_str_equal);
    lexicon->last_parts = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint root = 0; root < SAMSOK_ROOT_COUNT; root++) {
        lexicon->entries[root] = g_array_new(FALSE, TRUE, sizeof(guint));
    }
    lexicon->nodes = g_array_new(FALSE, TRUE, sizeof(SamsokTrieNode));
    g_array_set_size(lexicon->nodes, 1);
    lexicon->steps = g_array_new(FALSE, TRUE, sizeof(guint));
    g_array_set_size(lexicon->steps, FIRST_STEPS);
    lexicon->patterns = g_array_new(FALSE, TRUE, sizeof(SamsokPattern));
    g_array_set_size(lexicon->patterns, 1);
    lexicon->cues[0] = g_hash_table_new(g_str_hash, g_str_equal);
    lexicon->cues[1] = g_hash_table_new(g_str_hash, g_str_equal);
    lexicon->cue_names = g_ptr_array_new();
    lexicon->rules = g_ptr_array_new_with_free_func(rule_free);
    lexicon->rule_lists = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    lexicon->section_keys = g_hash_table_new(NULL, NULL);
    lexicon->ancestors = g_ptr_array_new_with_free_func(array_unref);
    lexicon->tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    return lexicon;
}

/* A lexicon of the concepts that `assigned_by` tells; NULL: of those that words alone tell. */
static SamsokLexicon *lexicon_of(const SamsokVocabulary *vocabulary, const char *assigned_by,
                                 GError **error)
{
    g_autoptr(SamsokLexicon) lexicon = empty_lexicon(vocabulary);
    lexicon->analyser = samsok_analyser_new(error);
    if (lexicon->analyser == NULL) {
        return NULL;
    }
    samsok_lexicon_find_ancestors(lexicon);
    for (guint i = 0; i < samsok_vocabulary_resource_count(vocabulary); i++) {
        const char *teller =
            samsok_vocabulary_text(vocabulary, i, SAMSOK_PROPERTY_ASSIGNED_BY, "");
        if (samsok_vocabulary_is_concept(vocabulary, i) && g_strcmp0(teller, assigned_by) == 0) {
            put_concept(lexicon, i);
        }
    }
    g_clear_pointer(&lexicon->analyser, samsok_analyser_free);
    g_clear_pointer(&lexicon->tokens, g_array_unref);
    return g_steal_pointer(&lexicon);
}

SamsokLexicon *samsok_lexicon_new(const SamsokVocabulary *vocabulary, GError **error)
{
    g_autoptr(SamsokLexicon) lexicon = lexicon_of(vocabulary, NULL, error);
    if (lexicon == NULL) {
        return NULL;
    }
    lexicon->cases = lexicon_of(vocabulary, "cases", error);
    return lexicon->cases == NULL ? NULL : g_steal_pointer(&lexicon);
}

const SamsokLexicon *samsok_lexicon_cases(const SamsokLexicon *lexicon)
{
    return lexicon->cases;
}

void samsok_lexicon_free(SamsokLexicon *lexicon)
{
    if (lexicon == NULL) {
        return;
    }
    samsok_lexicon_free(lexicon->cases);
    g_clear_pointer(&lexicon->tokens, g_array_unref);
    samsok_analyser_free(lexicon->analyser);
    g_ptr_array_unref(lexicon->ancestors);
    g_hash_table_unref(lexicon->section_keys);
    g_ptr_array_unref(lexicon->rule_lists);
    g_ptr_array_unref(lexicon->rules);
    g_ptr_array_unref(lexicon->cue_names);
    g_hash_table_unref(lexicon->cues[1]);
    g_hash_table_unref(lexicon->cues[0]);
    g_array_unref(lexicon->patterns);
    g_array_unref(lexicon->steps);
    g_array_unref(lexicon->nodes);
    for (guint root = 0; root < SAMSOK_ROOT_COUNT; root++) {
        g_array_unref(lexicon->entries[root]);
    }
    g_hash_table_unref(lexicon->last_parts);
    g_hash_table_unref(lexicon->first_parts);
    g_hash_table_unref(lexicon->symbols);
    g_string_chunk_free(lexicon->strings);
    g_free(lexicon);
}

const SamsokVocabulary *samsok_lexicon_vocabulary(const SamsokLexicon *lexicon)
{
    return lexicon->vocabulary;
}

guint samsok_lexicon_symbol(const SamsokLexicon *lexicon, const char *stem)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(lexicon->symbols, stem));
}

static guint first_part(const SamsokLexicon *lexicon, char *word, size_t len)
{
    for (size_t cut = len - 1; cut >= MIN_PART_BYTES; cut--) {
        char kept = word[cut];
        word[cut] = '\0';
        guint symbol = GPOINTER_TO_UINT(g_hash_table_lookup(lexicon->first_parts, word));
        word[cut] = kept;
        if (symbol != 0) {
            return symbol;
        }
    }
    return 0;
}

guint samsok_lexicon_part(const SamsokLexicon *lexicon, const char *word)
{
    size_t len = strlen(word);
    if (len <= MIN_PART_BYTES || len > SAMSOK_MAX_WORD_BYTES) {
        return 0;
    }
    for (size_t start = 2; g_hash_table_size(lexicon->last_parts) > 0 && start + 4 <= len; start++) {
        guint symbol = GPOINTER_TO_UINT(g_hash_table_lookup(lexicon->last_parts, word + start));
        if (symbol != 0) {
            return symbol;
        }
    }
    char copy[SAMSOK_MAX_WORD_BYTES + 1];
    memcpy(copy, word, len + 1);
    return g_hash_table_size(lexicon->first_parts) > 0 ? first_part(lexicon, copy, len) : 0;
}

guint samsok_lexicon_enter(const SamsokLexicon *lexicon, SamsokRoot root, guint symbol)
{
    const GArray *entries = lexicon->entries[root];
    return symbol < entries->len ? g_array_index(entries, guint, symbol) : 0;
}

guint samsok_lexicon_step(const SamsokLexicon *lexicon, guint node, guint symbol)
{
    return *step_place(lexicon, node, symbol);
}

bool samsok_lexicon_goes_on(const SamsokLexicon *lexicon, guint node)
{
    return node_at(lexicon, node)->goes_on;
}

guint samsok_lexicon_ending(const SamsokLexicon *lexicon, guint node)
{
    return node_at(lexicon, node)->pattern;
}

const SamsokPattern *samsok_lexicon_pattern(const SamsokLexicon *lexicon, guint pattern)
{
    return &g_array_index(lexicon->patterns, SamsokPattern, pattern);
}

guint samsok_lexicon_pattern_count(const SamsokLexicon *lexicon)
{
    return lexicon->patterns->len - 1;
}
