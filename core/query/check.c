/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weighs a query tree against the text of one passage. */
#include "config.h"

#include "core/query/check.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/query/letters.h"

/* A text of the target: its tokens, and its letters once a phrase asks for them. */
typedef struct {
    const char *text;
    GArray *tokens;   /* of SamsokToken */
    GString *letters; /* see core/query/letters.h */
    bool has_letters;
} CheckText;

struct _SamsokQueryCheck {
    const SamsokQuery *query;
    SamsokAnalyser *analyser;
    GHashTable *phrases; /* PHRASE node → its letters */
    const SamsokQueryTarget *target;
    CheckText body;
    CheckText title;
    CheckText headings;
    GString *joined_headings;
};

static bool node_needs_check(const SamsokQueryNode *node)
{
    bool inexact = node->kind == SAMSOK_QUERY_PHRASE || node->kind == SAMSOK_QUERY_NEAR ||
                   node->kind == SAMSOK_QUERY_PREFIX || node->field == SAMSOK_QUERY_FIELD_SECTION;
    for (guint i = 0; !inexact && node->children != NULL && i < node->children->len; i++) {
        inexact = node_needs_check(g_ptr_array_index(node->children, i));
    }
    return inexact;
}

bool samsok_query_needs_check(const SamsokQuery *query)
{
    return query->root != NULL && node_needs_check(query->root);
}

static void init_text(CheckText *text)
{
    text->tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    text->letters = g_string_new(NULL);
}

static void clear_text(CheckText *text)
{
    g_array_unref(text->tokens);
    g_string_free(text->letters, TRUE);
}

SamsokQueryCheck *samsok_query_check_new(const SamsokQuery *query, SamsokAnalyser *analyser)
{
    SamsokQueryCheck *check = g_new0(SamsokQueryCheck, 1);
    check->query = query;
    check->analyser = analyser;
    check->phrases = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    check->joined_headings = g_string_new(NULL);
    init_text(&check->body);
    init_text(&check->title);
    init_text(&check->headings);
    for (guint i = 0; i < query->nodes->len; i++) {
        SamsokQueryNode *node = g_ptr_array_index(query->nodes, i);
        if (node->kind == SAMSOK_QUERY_PHRASE) {
            GString *letters = g_string_new(NULL);
            samsok_letters_of(node->text, letters);
            g_hash_table_insert(check->phrases, node, g_string_free(letters, FALSE));
        }
    }
    return check;
}

void samsok_query_check_free(SamsokQueryCheck *check)
{
    if (check == NULL) {
        return;
    }
    g_hash_table_unref(check->phrases);
    g_string_free(check->joined_headings, TRUE);
    clear_text(&check->body);
    clear_text(&check->title);
    clear_text(&check->headings);
    g_free(check);
}

static bool token_is(const SamsokToken *token, const SamsokQueryNode *leaf,
                     const SamsokQueryWord *word)
{
    if (leaf->kind == SAMSOK_QUERY_PREFIX) {
        return g_str_has_prefix(token->word, word->word);
    }
    return strcmp(token->stem, word->stem) == 0 || strcmp(token->stem, word->english_stem) == 0;
}

static bool text_has_word(const CheckText *text, const SamsokQueryNode *leaf,
                          const SamsokQueryWord *word)
{
    for (guint i = 0; i < text->tokens->len; i++) {
        if (token_is(&g_array_index(text->tokens, SamsokToken, i), leaf, word)) {
            return true;
        }
    }
    return false;
}

static bool field_has_word(const SamsokQueryCheck *check, const SamsokQueryNode *leaf,
                           const SamsokQueryWord *word)
{
    bool anywhere = leaf->field == SAMSOK_QUERY_FIELD_TEXT;
    bool in_title = leaf->field == SAMSOK_QUERY_FIELD_TITLE;
    bool in_headings = leaf->field == SAMSOK_QUERY_FIELD_SECTION;
    return (anywhere && text_has_word(&check->body, leaf, word)) ||
           ((anywhere || in_title) && text_has_word(&check->title, leaf, word)) ||
           ((anywhere || in_headings) && text_has_word(&check->headings, leaf, word));
}

/* `seksjon:2.3` also means the section of that number and all below it. */
static bool is_section_number(const SamsokQueryCheck *check, const SamsokQueryNode *leaf)
{
    const char *number = check->target->section_number;
    size_t len = strlen(leaf->text);
    return leaf->field == SAMSOK_QUERY_FIELD_SECTION && strncmp(number, leaf->text, len) == 0 &&
           (number[len] == '\0' || number[len] == '.');
}

static bool words_match(const SamsokQueryCheck *check, const SamsokQueryNode *leaf)
{
    if (is_section_number(check, leaf)) {
        return true;
    }
    guint found = 0;
    for (guint i = 0; i < leaf->words->len; i++) {
        found += field_has_word(check, leaf, &g_array_index(leaf->words, SamsokQueryWord, i));
    }
    return leaf->occurrence == SAMSOK_WELCOME ? found > 0 : found == leaf->words->len;
}

static bool phrase_matches(SamsokQueryCheck *check, const SamsokQueryNode *leaf)
{
    CheckText *text = leaf->field == SAMSOK_QUERY_FIELD_TITLE     ? &check->title
                      : leaf->field == SAMSOK_QUERY_FIELD_SECTION ? &check->headings
                                                                  : &check->body;
    if (!text->has_letters) {
        samsok_letters_of(text->text, text->letters);
        text->has_letters = true;
    }
    return samsok_letters_find(text->letters->str, g_hash_table_lookup(check->phrases, leaf));
}

/* Which of the words of NEAR the token is, as bits. Words beyond the width of the mask count as
 * found: SAMSOK_NEAR_WORDS leaves no room for so many. */
static uint64_t near_bits(const SamsokQueryNode *near, const SamsokToken *token, uint64_t *out_all)
{
    uint64_t bits = 0;
    guint next = 0;
    for (guint i = 0; i < near->children->len; i++) {
        const SamsokQueryNode *leaf = g_ptr_array_index(near->children, i);
        for (guint j = 0; j < leaf->words->len && next < 63; j++, next++) {
            const SamsokQueryWord *word = &g_array_index(leaf->words, SamsokQueryWord, j);
            bits |= token_is(token, leaf, word) ? UINT64_C(1) << next : 0;
        }
    }
    *out_all = (UINT64_C(1) << next) - 1;
    return bits;
}

static bool near_matches(const SamsokQueryCheck *check, const SamsokQueryNode *near)
{
    const GArray *tokens = check->body.tokens;
    g_autofree uint64_t *bits = g_new0(uint64_t, tokens->len + 1);
    uint64_t all = 0;
    for (guint i = 0; i < tokens->len; i++) {
        bits[i] = near_bits(near, &g_array_index(tokens, SamsokToken, i), &all);
    }
    for (guint i = 0; i < tokens->len; i++) {
        uint64_t found = 0;
        for (guint j = i; bits[i] != 0 && j < tokens->len && j - i <= SAMSOK_NEAR_WORDS; j++) {
            found |= bits[j];
        }
        if (found == all && found != 0) {
            return true;
        }
    }
    return false;
}

static bool node_matches(SamsokQueryCheck *check, const SamsokQueryNode *node);

static bool bag_matches(SamsokQueryCheck *check, const SamsokQueryNode *bag)
{
    bool has_required = false;
    bool has_welcome = false;
    bool has_any = false;
    for (guint i = 0; i < bag->children->len; i++) {
        const SamsokQueryNode *child = g_ptr_array_index(bag->children, i);
        bool matches = node_matches(check, child);
        if (matches != (child->occurrence == SAMSOK_REQUIRED) && child->occurrence != SAMSOK_WELCOME) {
            return false;
        }
        has_required = has_required || child->occurrence == SAMSOK_REQUIRED;
        has_welcome = has_welcome || child->occurrence == SAMSOK_WELCOME;
        has_any = has_any || (child->occurrence == SAMSOK_WELCOME && matches);
    }
    return has_required || has_any || !has_welcome;
}

static bool any_matches(SamsokQueryCheck *check, const SamsokQueryNode *either)
{
    for (guint i = 0; i < either->children->len; i++) {
        if (node_matches(check, g_ptr_array_index(either->children, i))) {
            return true;
        }
    }
    return false;
}

static bool node_matches(SamsokQueryCheck *check, const SamsokQueryNode *node)
{
    switch (node->kind) {
    case SAMSOK_QUERY_BAG:
        return bag_matches(check, node);
    case SAMSOK_QUERY_OR:
        return any_matches(check, node);
    case SAMSOK_QUERY_NEAR:
        return near_matches(check, node);
    case SAMSOK_QUERY_WORD:
    case SAMSOK_QUERY_PREFIX:
        return words_match(check, node);
    case SAMSOK_QUERY_PHRASE:
        return phrase_matches(check, node);
    case SAMSOK_QUERY_VALUE:
    case SAMSOK_QUERY_YEARS:
        return true;
    }
    return false;
}

static void set_text(SamsokQueryCheck *check, CheckText *text, const char *string)
{
    text->text = string;
    text->has_letters = false;
    samsok_analyser_tokens(check->analyser, string, check->target->language, text->tokens);
}

bool samsok_query_check_matches(SamsokQueryCheck *check, const SamsokQueryTarget *target)
{
    if (check->query->root == NULL) {
        return true;
    }
    check->target = target;
    g_string_truncate(check->joined_headings, 0);
    for (guint i = 0; target->section_titles != NULL && target->section_titles[i] != NULL; i++) {
        g_string_append_printf(check->joined_headings, "%s\n", target->section_titles[i]);
    }
    set_text(check, &check->body, target->text);
    set_text(check, &check->title, target->title);
    set_text(check, &check->headings, check->joined_headings->str);
    return node_matches(check, check->query->root);
}
