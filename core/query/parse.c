/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recursive descent over lexemes that were made to fit the grammar before it. */
#include "config.h"

#include "core/query/parse.h"

#include "core/base/limits.h"
#include "core/query/leaf.h"
#include "core/query/lexer.h"
#include "core/query/repair.h"

typedef struct {
    const SamsokLexeme *next;
    SamsokLeafMaker leaves;
} Parser;

static SamsokQueryNode *parse_either(Parser *parser, SamsokQueryField field);

/* A required filter on the same field as `child`, which was named without a sign. */
static guint find_same_filter(const SamsokQueryNode *bag, const SamsokQueryNode *child)
{
    for (guint i = 0; i < bag->children->len; i++) {
        const SamsokQueryNode *other = g_ptr_array_index(bag->children, i);
        if (other->field == child->field && other->occurrence == SAMSOK_REQUIRED) {
            return i;
        }
    }
    return bag->children->len;
}

/* Makes the filter at `index` of the bag an OR of itself and `child`. */
static void join_filter(Parser *parser, SamsokQueryNode *bag, guint index, SamsokQueryNode *child)
{
    SamsokQueryNode *other = g_ptr_array_index(bag->children, index);
    if (other->kind != SAMSOK_QUERY_OR) {
        SamsokQueryNode *either = samsok_leaf_maker_parent(&parser->leaves, SAMSOK_QUERY_OR);
        either->field = child->field;
        either->occurrence = SAMSOK_REQUIRED;
        g_ptr_array_add(either->children, other);
        g_ptr_array_index(bag->children, index) = either;
        other = either;
    }
    child->occurrence = SAMSOK_REQUIRED;
    g_ptr_array_add(other->children, child);
}

static void add_to_bag(Parser *parser, SamsokQueryNode *bag, SamsokQueryNode *child)
{
    if (child->occurrence == SAMSOK_WELCOME && !samsok_query_field_has_words(child->field)) {
        guint same = find_same_filter(bag, child);
        if (same < bag->children->len) {
            join_filter(parser, bag, same, child);
            return;
        }
    }
    if (child->occurrence == SAMSOK_WELCOME && samsok_leaf_is_wanted(child)) {
        child->occurrence = SAMSOK_REQUIRED;
    }
    g_ptr_array_add(bag->children, child);
}

/* A parent of one child that it says nothing about is that child. */
static SamsokQueryNode *collapse(SamsokQueryNode *parent)
{
    if (parent->children->len == 0) {
        return NULL;
    }
    SamsokQueryNode *only = g_ptr_array_index(parent->children, 0);
    bool is_empty_shell = parent->children->len == 1 && only->occurrence != SAMSOK_FORBIDDEN;
    return is_empty_shell ? only : parent;
}

/* phrase | word { NÆR word }; nearness counts in the text alone: elsewhere the words are all required */
static SamsokQueryNode *parse_words(Parser *parser, SamsokQueryField field)
{
    bool in_text = field == SAMSOK_QUERY_FIELD_TEXT;
    SamsokQueryNode *near = samsok_leaf_maker_parent(
        &parser->leaves, in_text ? SAMSOK_QUERY_NEAR : SAMSOK_QUERY_BAG);
    bool goes_on = true;
    while (goes_on) {
        SamsokQueryNode *leaf = samsok_leaf_maker_leaf(&parser->leaves, parser->next, field);
        parser->next++;
        if (leaf != NULL) {
            leaf->occurrence = SAMSOK_REQUIRED;
            g_ptr_array_add(near->children, leaf);
        }
        goes_on = parser->next->kind == SAMSOK_LEXEME_NEAR;
        parser->next += goes_on ? 1 : 0;
    }
    return collapse(near);
}

static SamsokQueryNode *parse_group(Parser *parser, SamsokQueryField field)
{
    SamsokQueryField own = parser->next->field == SAMSOK_QUERY_FIELD_TEXT ? field : parser->next->field;
    parser->next++;
    SamsokQueryNode *inner = parse_either(parser, own);
    parser->next++; /* the closing parenthesis, which repair saw to */
    return inner;
}

static SamsokQueryNode *parse_item(Parser *parser, SamsokQueryField field)
{
    bool is_forbidden = false;
    while (parser->next->kind == SAMSOK_LEXEME_NOT) {
        is_forbidden = true;
        parser->next++;
    }
    char sign = is_forbidden ? '-' : parser->next->sign;
    SamsokQueryNode *item = parser->next->kind == SAMSOK_LEXEME_OPEN ? parse_group(parser, field)
                                                                     : parse_words(parser, field);
    if (item != NULL) {
        item->occurrence = sign == '-'   ? SAMSOK_FORBIDDEN
                           : sign == '+' ? SAMSOK_REQUIRED
                                         : SAMSOK_WELCOME;
    }
    return item;
}

static bool begins_item(SamsokLexemeKind kind)
{
    return kind == SAMSOK_LEXEME_WORD || kind == SAMSOK_LEXEME_PHRASE ||
           kind == SAMSOK_LEXEME_OPEN || kind == SAMSOK_LEXEME_NOT;
}

static SamsokQueryNode *parse_bag(Parser *parser, SamsokQueryField field)
{
    SamsokQueryNode *bag = samsok_leaf_maker_parent(&parser->leaves, SAMSOK_QUERY_BAG);
    while (begins_item(parser->next->kind)) {
        SamsokQueryNode *item = parse_item(parser, field);
        if (item != NULL) {
            add_to_bag(parser, bag, item);
        }
    }
    return collapse(bag);
}

/* Adds an operand of OG. A bag of which nothing is merely welcome says the same without its bag. */
static void add_required(SamsokQueryNode *all, SamsokQueryNode *operand)
{
    bool is_bag = operand->kind == SAMSOK_QUERY_BAG;
    for (guint i = 0; is_bag && i < operand->children->len; i++) {
        const SamsokQueryNode *child = g_ptr_array_index(operand->children, i);
        is_bag = child->occurrence != SAMSOK_WELCOME;
    }
    if (!is_bag) {
        operand->occurrence = SAMSOK_REQUIRED;
        g_ptr_array_add(all->children, operand);
        return;
    }
    g_ptr_array_extend(all->children, operand->children, NULL, NULL);
}

static SamsokQueryNode *parse_all(Parser *parser, SamsokQueryField field)
{
    SamsokQueryNode *first = parse_bag(parser, field);
    if (parser->next->kind != SAMSOK_LEXEME_AND) {
        return first;
    }
    SamsokQueryNode *all = samsok_leaf_maker_parent(&parser->leaves, SAMSOK_QUERY_BAG);
    if (first != NULL) {
        add_required(all, first);
    }
    while (parser->next->kind == SAMSOK_LEXEME_AND) {
        parser->next++;
        SamsokQueryNode *operand = parse_bag(parser, field);
        if (operand != NULL) {
            add_required(all, operand);
        }
    }
    return collapse(all);
}

static SamsokQueryNode *parse_either(Parser *parser, SamsokQueryField field)
{
    SamsokQueryNode *either = samsok_leaf_maker_parent(&parser->leaves, SAMSOK_QUERY_OR);
    bool goes_on = true;
    while (goes_on) {
        SamsokQueryNode *operand = parse_all(parser, field);
        if (operand != NULL) {
            g_ptr_array_add(either->children, operand);
        }
        goes_on = parser->next->kind == SAMSOK_LEXEME_OR;
        parser->next += goes_on ? 1 : 0;
    }
    for (guint i = 0; either->children->len > 1 && i < either->children->len; i++) {
        SamsokQueryNode *operand = g_ptr_array_index(either->children, i);
        operand->occurrence = SAMSOK_REQUIRED;
    }
    return collapse(either);
}

/* The tree that shows when parentheses typed deeper than `max_depth` are passed over. */
static SamsokQuery *parse_within(const char *text, SamsokAnalyser *analyser, guint max_depth)
{
    SamsokQuery *query = g_new0(SamsokQuery, 1);
    query->notes = g_ptr_array_new_with_free_func(g_free);
    query->nodes = g_ptr_array_new();
    query->strings = g_string_chunk_new(1 << 10);
    g_autoptr(GArray) lexemes = samsok_query_lex(text, query->strings, query->notes);
    samsok_query_repair(lexemes, max_depth, query->strings, query->notes);

    Parser parser = {.next = &g_array_index(lexemes, SamsokLexeme, 0)};
    samsok_leaf_maker_init(&parser.leaves, query, analyser);
    query->root = parse_either(&parser, SAMSOK_QUERY_FIELD_TEXT);
    samsok_leaf_maker_clear(&parser.leaves);
    return query;
}

/* Operators nest too, and are described with parentheses of their own, up to three for a typed one: so a
 * query that is described deeper than is read is read again, less deep, until it is not. */
SamsokQuery *samsok_query_parse(const char *text, SamsokAnalyser *analyser)
{
    guint max_depth = SAMSOK_MAX_QUERY_DEPTH;
    SamsokQuery *query = parse_within(text, analyser, max_depth);
    while (max_depth > 0 && samsok_query_depth(query) > SAMSOK_MAX_QUERY_DEPTH) {
        samsok_query_free(query);
        query = parse_within(text, analyser, --max_depth);
    }
    return query;
}

void samsok_query_add_name(SamsokQuery *query, const char *text, SamsokAnalyser *analyser)
{
    SamsokLeafMaker leaves;
    SamsokLexeme lexeme = {.kind = SAMSOK_LEXEME_WORD, .text = text};
    samsok_leaf_maker_init(&leaves, query, analyser);
    if (query->names == NULL) {
        query->names = samsok_leaf_maker_parent(&leaves, SAMSOK_QUERY_BAG);
    }
    SamsokQueryNode *leaf = samsok_leaf_maker_leaf(&leaves, &lexeme, SAMSOK_QUERY_FIELD_TEXT);
    if (leaf != NULL) {
        g_ptr_array_add(query->names->children, leaf);
    }
    samsok_leaf_maker_clear(&leaves);
}
