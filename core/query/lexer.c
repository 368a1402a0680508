/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From characters to words, phrases, parentheses and operators. */
#include "config.h"

#include "core/query/lexer.h"

#include <string.h>

#include "core/query/query.h"

typedef struct {
    const char *p;
    GStringChunk *strings;
    GPtrArray *notes;
    GArray *lexemes;
} Lexer;

typedef struct {
    const char *open;
    const char *close[3];
} QuotePair;

/* German-style „…“ is met in older Norwegian text, »…« in text set the Danish way. */
static const QuotePair quote_pairs[] = {
    {"\"", {"\""}},
    {"«", {"»"}},
    {"»", {"«"}},
    {"“", {"”", "“", "\""}},
    {"”", {"”"}},
    {"„", {"“", "”", "\""}},
};

typedef struct {
    const char *name;
    SamsokLexemeKind kind;
} Operator;

static const Operator operators[] = {
    {"OG", SAMSOK_LEXEME_AND},   {"AND", SAMSOK_LEXEME_AND}, {"ELLER", SAMSOK_LEXEME_OR},
    {"OR", SAMSOK_LEXEME_OR},    {"IKKE", SAMSOK_LEXEME_NOT}, {"NOT", SAMSOK_LEXEME_NOT},
    {"IKKJE", SAMSOK_LEXEME_NOT}, {"NÆR", SAMSOK_LEXEME_NEAR}, {"NEAR", SAMSOK_LEXEME_NEAR},
};

SamsokLexemeKind samsok_query_operator(const char *text)
{
    for (size_t i = 0; i < G_N_ELEMENTS(operators); i++) {
        if (strcmp(text, operators[i].name) == 0) {
            return operators[i].kind;
        }
    }
    return SAMSOK_LEXEME_WORD;
}

static const QuotePair *quote_at(const char *p)
{
    for (size_t i = 0; i < G_N_ELEMENTS(quote_pairs); i++) {
        if (g_str_has_prefix(p, quote_pairs[i].open)) {
            return &quote_pairs[i];
        }
    }
    return NULL;
}

/* The first closing quote of `pair` at or behind `p`; its length in *out_len. NULL if none. */
static const char *closing_quote(const QuotePair *pair, const char *p, size_t *out_len)
{
    const char *first = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(pair->close) && pair->close[i] != NULL; i++) {
        const char *found = strstr(p, pair->close[i]);
        if (found != NULL && (first == NULL || found < first)) {
            first = found;
            *out_len = strlen(pair->close[i]);
        }
    }
    return first;
}

static bool ends_word(const char *p)
{
    return *p == '\0' || *p == '(' || *p == ')' || g_unichar_isspace(g_utf8_get_char(p)) ||
           quote_at(p) != NULL;
}

static const char *keep(Lexer *lexer, const char *start, const char *end)
{
    return g_string_chunk_insert_len(lexer->strings, start, end - start);
}

static void emit(Lexer *lexer, SamsokLexeme lexeme)
{
    g_array_append_val(lexer->lexemes, lexeme);
}

/* `+` and `-` count before something; standing alone they are passed over. */
static char read_sign(Lexer *lexer)
{
    char c = *lexer->p;
    if (c != '+' && c != '-') {
        return 0;
    }
    lexer->p++;
    const char *next = lexer->p;
    if (*next == '\0' || *next == ')' || g_unichar_isspace(g_utf8_get_char(next))) {
        samsok_query_note(lexer->notes, "a '%c' that stands alone was left out", c);
        return 0;
    }
    return c;
}

static bool takes_value(const char *p)
{
    return *p != '\0' && *p != ')' && *p != ':' && !g_unichar_isspace(g_utf8_get_char(p));
}

/* Reads `name:` when it is a field with a value behind it; else stays where it is. */
static SamsokQueryField read_field(Lexer *lexer)
{
    const char *end = lexer->p;
    while (g_unichar_isalpha(g_utf8_get_char(end))) {
        end = g_utf8_next_char(end);
    }
    if (*end != ':' || end == lexer->p) {
        return SAMSOK_QUERY_FIELD_TEXT;
    }
    SamsokQueryField field = samsok_query_field_from_name(lexer->p, (size_t)(end - lexer->p));
    bool is_address = g_str_has_prefix(end, "://");
    if (field < SAMSOK_QUERY_FIELD_COUNT && takes_value(end + 1)) {
        lexer->p = end + 1;
        return field;
    }
    if (takes_value(end + 1) && !is_address) {
        samsok_query_note(lexer->notes, "'%.*s:' is no field and was taken as a word",
                          (int)(end - lexer->p), lexer->p);
    } else if (field < SAMSOK_QUERY_FIELD_COUNT) {
        samsok_query_note(lexer->notes, "'%.*s:' has no value and was taken as a word",
                          (int)(end - lexer->p), lexer->p);
    }
    return SAMSOK_QUERY_FIELD_TEXT;
}

static bool is_word_char(gunichar c)
{
    return g_unichar_isalpha(c) || g_unichar_isdigit(c);
}

/* A phrase without a letter or digit, or a blank value, says nothing. */
static bool says_something(const char *text, bool is_words)
{
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (is_words ? is_word_char(c) : !g_unichar_isspace(c)) {
            return true;
        }
    }
    return false;
}

/* What stands before a word, as in «…stat» or «§5», is never looked for; nor is a quote that is never
 * closed. */
static void skip_noise(Lexer *lexer)
{
    for (;;) {
        const QuotePair *pair = quote_at(lexer->p);
        size_t close_len = 0;
        bool is_stray = pair != NULL &&
                        closing_quote(pair, lexer->p + strlen(pair->open), &close_len) == NULL;
        if (is_stray) {
            samsok_query_note(lexer->notes, "a quote %s that is never closed was left out", pair->open);
            lexer->p += strlen(pair->open);
        } else if (!ends_word(lexer->p) && !is_word_char(g_utf8_get_char(lexer->p))) {
            lexer->p = g_utf8_next_char(lexer->p);
        } else {
            return;
        }
    }
}

static bool read_phrase(Lexer *lexer, SamsokLexeme *lexeme)
{
    const QuotePair *pair = quote_at(lexer->p);
    if (pair == NULL) {
        return false;
    }
    const char *start = lexer->p + strlen(pair->open);
    size_t close_len = 0;
    const char *close = closing_quote(pair, start, &close_len);
    if (close == NULL) { /* behind a filter, whose value may begin with anything */
        lexer->p = start;
        return true;
    }
    lexeme->kind = SAMSOK_LEXEME_PHRASE;
    lexeme->text = keep(lexer, start, close);
    lexer->p = close + close_len;
    return true;
}

static void read_word(Lexer *lexer, SamsokLexeme *lexeme)
{
    const char *start = lexer->p;
    while (!ends_word(lexer->p)) {
        lexer->p = g_utf8_next_char(lexer->p);
    }
    lexeme->text = keep(lexer, start, lexer->p);
    bool is_bare = lexeme->sign == 0 && lexeme->field == SAMSOK_QUERY_FIELD_TEXT;
    lexeme->kind = is_bare ? samsok_query_operator(lexeme->text) : SAMSOK_LEXEME_WORD;
}

static void read_piece(Lexer *lexer)
{
    if (*lexer->p == ')') {
        lexer->p++;
        emit(lexer, (SamsokLexeme){.kind = SAMSOK_LEXEME_CLOSE, .text = ""});
        return;
    }
    SamsokLexeme lexeme = {.text = ""};
    lexeme.sign = read_sign(lexer);
    skip_noise(lexer);
    lexeme.field = read_field(lexer);
    bool is_words = samsok_query_field_has_words(lexeme.field);
    if (is_words) {
        skip_noise(lexer);
    }
    if (*lexer->p == '(') {
        lexer->p++;
        lexeme.kind = SAMSOK_LEXEME_OPEN;
        emit(lexer, lexeme);
        return;
    }
    if (!read_phrase(lexer, &lexeme) && !ends_word(lexer->p)) {
        read_word(lexer, &lexeme);
    }
    if (says_something(lexeme.text, is_words)) {
        emit(lexer, lexeme);
    }
}

GArray *samsok_query_lex(const char *text, GStringChunk *strings, GPtrArray *notes)
{
    Lexer lexer = {
        .p = text,
        .strings = strings,
        .notes = notes,
        .lexemes = g_array_new(FALSE, FALSE, sizeof(SamsokLexeme)),
    };
    while (*lexer.p != '\0') {
        if (g_unichar_isspace(g_utf8_get_char(lexer.p))) {
            lexer.p = g_utf8_next_char(lexer.p);
        } else {
            read_piece(&lexer);
        }
    }
    emit(&lexer, (SamsokLexeme){.kind = SAMSOK_LEXEME_END, .text = ""});
    return lexer.lexemes;
}
