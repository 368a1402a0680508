/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Weighs a query tree against the text of one passage. */
#include "config.h"

#include "core/query/check.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/language/accents.h"
#include "core/query/letters.h"

/* A text of the target: where its tokens are, and its letters once a phrase asks for them. */
typedef struct {
    guint start;      /* bytes [start, stop) of the check's `joined` */
    guint stop;
    guint first;      /* tokens [first, end) of the check's */
    guint end;
    GString *letters; /* see core/query/letters.h */
    bool has_letters;
} CheckText;

struct _SamsokQueryCheck {
    const SamsokQuery *query;
    SamsokAnalyser *analyser;
    GHashTable *phrases; /* PHRASE node → its letters */
    const SamsokQueryTarget *target;
    GString *joined; /* all texts, so that one call makes the tokens: they are lent until the next */
    GArray *tokens;  /* of SamsokToken, made when a word is asked for: phrases need none */
    bool has_tokens;
    CheckText body;
    CheckText title;
    CheckText headings;
};

bool samsok_query_node_is_inexact(const SamsokQueryNode *node)
{
    bool inexact = node->kind == SAMSOK_QUERY_PHRASE || node->kind == SAMSOK_QUERY_NEAR ||
                   node->kind == SAMSOK_QUERY_PREFIX || node->field == SAMSOK_QUERY_FIELD_SECTION;
    for (guint i = 0; !inexact && node->children != NULL && i < node->children->len; i++) {
        inexact = samsok_query_node_is_inexact(g_ptr_array_index(node->children, i));
    }
    return inexact;
}

bool samsok_query_needs_check(const SamsokQuery *query)
{
    return query->root != NULL && samsok_query_node_is_inexact(query->root);
}

SamsokQueryCheck *samsok_query_check_new(const SamsokQuery *query, SamsokAnalyser *analyser)
{
    SamsokQueryCheck *check = g_new0(SamsokQueryCheck, 1);
    check->query = query;
    check->analyser = analyser;
    check->phrases = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    check->joined = g_string_new(NULL);
    check->tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    check->body.letters = g_string_new(NULL);
    check->title.letters = g_string_new(NULL);
    check->headings.letters = g_string_new(NULL);
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
    g_string_free(check->joined, TRUE);
    g_array_unref(check->tokens);
    g_string_free(check->body.letters, TRUE);
    g_string_free(check->title.letters, TRUE);
    g_string_free(check->headings.letters, TRUE);
    g_free(check);
}

static bool token_is(const SamsokToken *token, const SamsokQueryNode *leaf,
                     const SamsokQueryWord *word)
{
    if (leaf->kind == SAMSOK_QUERY_PREFIX) {
        return samsok_accents_begins(token->word, word->word);
    }
    return samsok_query_word_has_stem(word, token->stem);
}

static void find_tokens(const SamsokQueryCheck *check, CheckText *text)
{
    text->first = 0;
    text->end = 0;
    for (guint i = 0; i < check->tokens->len; i++) {
        guint start = g_array_index(check->tokens, SamsokToken, i).start;
        text->first += start < text->start;
        text->end += start < text->stop;
    }
}

static void need_tokens(SamsokQueryCheck *check)
{
    if (!check->has_tokens) {
        samsok_analyser_tokens(check->analyser, check->joined->str, check->target->language,
                               check->tokens);
        find_tokens(check, &check->body);
        find_tokens(check, &check->title);
        find_tokens(check, &check->headings);
        check->has_tokens = true;
    }
}

static bool text_has_word(const SamsokQueryCheck *check, const CheckText *text,
                          const SamsokQueryNode *leaf, const SamsokQueryWord *word)
{
    for (guint i = text->first; i < text->end; i++) {
        if (token_is(&g_array_index(check->tokens, SamsokToken, i), leaf, word)) {
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
    return (anywhere && text_has_word(check, &check->body, leaf, word)) ||
           ((anywhere || in_title) && text_has_word(check, &check->title, leaf, word)) ||
           ((anywhere || in_headings) && text_has_word(check, &check->headings, leaf, word));
}

/* `seksjon:2.3` also means the section of that number and all below it. */
static bool is_section_number(const SamsokQueryCheck *check, const SamsokQueryNode *leaf)
{
    const char *number = check->target->section_number;
    size_t len = strlen(leaf->text);
    return leaf->field == SAMSOK_QUERY_FIELD_SECTION && strncmp(number, leaf->text, len) == 0 &&
           (number[len] == '\0' || number[len] == '.');
}

static bool words_match(SamsokQueryCheck *check, const SamsokQueryNode *leaf)
{
    if (is_section_number(check, leaf)) {
        return true;
    }
    need_tokens(check);
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
        g_autofree char *alone = g_strndup(check->joined->str + text->start, text->stop - text->start);
        samsok_letters_of(alone, text->letters);
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

static bool near_matches(SamsokQueryCheck *check, const SamsokQueryNode *near)
{
    need_tokens(check);
    guint count = check->body.end - check->body.first;
    g_autofree uint64_t *bits = g_new0(uint64_t, count + 1);
    uint64_t all = 0;
    for (guint i = 0; i < count; i++) {
        const SamsokToken *token =
            &g_array_index(check->tokens, SamsokToken, check->body.first + i);
        bits[i] = near_bits(near, token, &all);
    }
    for (guint i = 0; i < count; i++) {
        uint64_t found = 0;
        for (guint j = i; bits[i] != 0 && j < count && j - i <= SAMSOK_NEAR_WORDS; j++) {
            found |= bits[j];
        }
        if (found == all && found != 0) {
            return true;
        }
    }
    return false;
}

static bool node_matches(SamsokQueryCheck *check, const SamsokQueryNode *node);

/* Whether something but filters is required, so that what is welcome decides nothing. */
static bool has_required(const SamsokQueryNode *bag)
{
    for (guint i = 0; i < bag->children->len; i++) {
        const SamsokQueryNode *child = g_ptr_array_index(bag->children, i);
        if (child->occurrence == SAMSOK_REQUIRED && !samsok_query_node_is_filter(child)) {
            return true;
        }
    }
    return false;
}

static bool bag_matches(SamsokQueryCheck *check, const SamsokQueryNode *bag)
{
    bool skip_welcome = has_required(bag);
    bool has_welcome = false;
    bool found = false;
    for (guint i = 0; i < bag->children->len; i++) {
        const SamsokQueryNode *child = g_ptr_array_index(bag->children, i);
        bool is_welcome = child->occurrence == SAMSOK_WELCOME;
        if (is_welcome && (skip_welcome || found)) {
            continue;
        }
        bool matches = node_matches(check, child);
        if (!is_welcome && matches != (child->occurrence == SAMSOK_REQUIRED)) {
            return false;
        }
        has_welcome = has_welcome || is_welcome;
        found = found || (is_welcome && matches);
    }
    return found || !has_welcome;
}

static bool node_reads_title(const SamsokQueryNode *node)
{
    bool reads = node->field == SAMSOK_QUERY_FIELD_TITLE ||
                 (node->field == SAMSOK_QUERY_FIELD_TEXT && (node->kind == SAMSOK_QUERY_WORD ||
                                                             node->kind == SAMSOK_QUERY_PREFIX));
    bool skip_welcome = node->kind == SAMSOK_QUERY_BAG && has_required(node);
    bool goes_down = node->children != NULL && node->kind != SAMSOK_QUERY_NEAR;
    for (guint i = 0; !reads && goes_down && i < node->children->len; i++) {
        const SamsokQueryNode *child = g_ptr_array_index(node->children, i);
        bool skip = skip_welcome && child->occurrence == SAMSOK_WELCOME;
        reads = !skip && node_reads_title(child);
    }
    return reads;
}

bool samsok_query_check_reads_title(const SamsokQueryCheck *check)
{
    return check->query->root != NULL && node_reads_title(check->query->root);
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

/* Puts `strings` behind what is there and notes where they stand. */
static void join(SamsokQueryCheck *check, CheckText *text, const char *const *strings)
{
    text->start = (guint)check->joined->len;
    text->has_letters = false;
    for (guint i = 0; strings != NULL && strings[i] != NULL; i++) {
        g_string_append(check->joined, strings[i]);
        g_string_append_c(check->joined, '\n');
    }
    text->stop = (guint)check->joined->len;
}

bool samsok_query_check_matches(SamsokQueryCheck *check, const SamsokQueryTarget *target)
{
    if (check->query->root == NULL) {
        return true;
    }
    check->target = target;
    g_string_truncate(check->joined, 0);
    join(check, &check->body, (const char *const[]){target->text, NULL});
    join(check, &check->title, (const char *const[]){target->title, NULL});
    join(check, &check->headings, target->section_titles);
    check->has_tokens = false;
    return node_matches(check, check->query->root);
}
