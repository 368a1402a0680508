/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parentheses and operators that do not fit are dropped or become words. */
#include "config.h"

#include "core/query/repair.h"

#include <stdbool.h>

#include "core/base/limits.h"
#include "core/query/lexer.h"
#include "core/query/query.h"

static SamsokLexeme *at(GArray *lexemes, guint index)
{
    return &g_array_index(lexemes, SamsokLexeme, index);
}

/* Marks in `drop` the parentheses that have no fellow or lie too deep. */
static void mark_parentheses(GArray *lexemes, guint max_depth, bool *drop, GPtrArray *notes)
{
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < lexemes->len; i++) {
        SamsokLexemeKind kind = at(lexemes, i)->kind;
        if (kind == SAMSOK_LEXEME_OPEN) {
            g_array_append_val(open, i);
            drop[i] = true; /* until its fellow is met */
        } else if (kind == SAMSOK_LEXEME_CLOSE && open->len == 0) {
            drop[i] = true;
            samsok_query_note(notes, "a ')' without its '(' was left out");
        } else if (kind == SAMSOK_LEXEME_CLOSE) {
            bool too_deep = open->len > max_depth;
            drop[i] = too_deep;
            drop[g_array_index(open, guint, open->len - 1)] = too_deep;
            g_array_set_size(open, open->len - 1);
            if (too_deep) {
                samsok_query_note(notes, "parentheses deeper than %u were left out", max_depth);
            }
        }
    }
    if (open->len > 0) {
        samsok_query_note(notes, "a '(' that is never closed was left out");
    }
}

static void drop_parentheses(GArray *lexemes, guint max_depth, GPtrArray *notes)
{
    g_autofree bool *drop = g_new0(bool, lexemes->len);
    mark_parentheses(lexemes, max_depth, drop, notes);
    guint kept = 0;
    for (guint i = 0; i < lexemes->len; i++) {
        if (!drop[i]) {
            *at(lexemes, kept++) = *at(lexemes, i);
        }
    }
    g_array_set_size(lexemes, kept);
}

static bool ends_operand(SamsokLexemeKind kind)
{
    return kind == SAMSOK_LEXEME_WORD || kind == SAMSOK_LEXEME_PHRASE || kind == SAMSOK_LEXEME_CLOSE;
}

static bool begins_operand(SamsokLexemeKind kind)
{
    return kind == SAMSOK_LEXEME_WORD || kind == SAMSOK_LEXEME_PHRASE ||
           kind == SAMSOK_LEXEME_OPEN || kind == SAMSOK_LEXEME_NOT;
}

static bool is_plain_word(const SamsokLexeme *lexeme)
{
    return lexeme->kind == SAMSOK_LEXEME_WORD && lexeme->field == SAMSOK_QUERY_FIELD_TEXT;
}

/* Whether the operator at `i` has what it joins beside it. */
static bool is_at_home(GArray *lexemes, guint i)
{
    const SamsokLexeme *next = at(lexemes, i + 1); /* END is always behind an operator */
    const SamsokLexeme *previous = i == 0 ? NULL : at(lexemes, i - 1);
    switch (at(lexemes, i)->kind) {
    case SAMSOK_LEXEME_NOT:
        return begins_operand(next->kind);
    case SAMSOK_LEXEME_AND:
    case SAMSOK_LEXEME_OR:
        return previous != NULL && ends_operand(previous->kind) && begins_operand(next->kind);
    case SAMSOK_LEXEME_NEAR:
        return previous != NULL && is_plain_word(previous) && is_plain_word(next) && next->sign == 0;
    case SAMSOK_LEXEME_WORD:
    case SAMSOK_LEXEME_PHRASE:
    case SAMSOK_LEXEME_OPEN:
    case SAMSOK_LEXEME_CLOSE:
    case SAMSOK_LEXEME_END:
        return true;
    }
    return true;
}

static void settle_operator(GArray *lexemes, guint i, GStringChunk *strings, GPtrArray *notes)
{
    SamsokLexeme *lexeme = at(lexemes, i);
    if (is_at_home(lexemes, i)) {
        return;
    }
    samsok_query_note(notes, "'%s' joins nothing here and was taken as a word", lexeme->text);
    g_autofree char *folded = g_utf8_strdown(lexeme->text, -1);
    lexeme->kind = SAMSOK_LEXEME_WORD;
    lexeme->text = g_string_chunk_insert(strings, folded);
}

void samsok_query_repair(GArray *lexemes, guint max_depth, GStringChunk *strings, GPtrArray *notes)
{
    drop_parentheses(lexemes, max_depth, notes);
    /* What a NOT forbids stands behind it, so these are settled from the end; the others lean on what
     * stands before them. */
    for (guint i = lexemes->len; i-- > 0;) {
        if (at(lexemes, i)->kind == SAMSOK_LEXEME_NOT) {
            settle_operator(lexemes, i, strings, notes);
        }
    }
    for (guint i = 0; i < lexemes->len; i++) {
        settle_operator(lexemes, i, strings, notes);
    }
}
