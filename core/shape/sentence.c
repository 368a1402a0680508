/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where sentences end: each full stop, question mark and the like is weighed by what stands around it. */
#include "config.h"

#include "core/shape/sentence.h"

#include <stdbool.h>
#include <string.h>

#include "core/shape/abbreviation.h"

/* How far the closing quote is looked for. */
enum { MAX_QUOTE_BYTES = 300 };

static const char *const months[] = {"januar",    "februar", "mars",     "april",
                                     "mai",       "juni",    "juli",     "august",
                                     "september", "oktober", "november", "desember"};

typedef struct {
    const char *start;    /* of the sentence that is open */
    const char *line_end; /* of the line it stands in */
    bool in_quote;        /* a « or “ has not been closed on this line */
} Scan;

static bool is_blank(gunichar c)
{
    return c == ' ' || (c >= 0x80 && g_unichar_isspace(c)) || c == '\t' || c == '\n' || c == '\f' ||
           c == '\r';
}

static const char *skip_blanks(const char *p, const char *end)
{
    while (p < end && is_blank(g_utf8_get_char(p))) {
        p = g_utf8_next_char(p);
    }
    return p;
}

static bool is_closing_mark(gunichar c)
{
    return c == ')' || c == ']' || c == '"' || c == '\'' || c == 0xBB || c == 0x201D || c == 0x2019;
}

static bool is_opening_mark(gunichar c)
{
    return c == '(' || c == '[' || c == '"' || c == '\'' || c == 0xAB || c == 0x201C ||
           c == 0x2018 || c == 0x201E;
}

static bool is_dash(gunichar c)
{
    return c == '-' || c == 0x2013 || c == 0x2014;
}

static bool is_raised_digit(gunichar c)
{
    return c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
}

static bool is_stop(gunichar c)
{
    return c == '.' || c == '!' || c == '?' || c == 0x2026;
}

/* The first character that shows whether a sentence begins at `p`: quotes, brackets and dashes are
 * passed over. 0 at the line's end. */
static gunichar first_letter(const char *p, const char *end)
{
    while (p < end) {
        gunichar c = g_utf8_get_char(p);
        if (!is_blank(c) && !is_opening_mark(c) && !is_dash(c)) {
            return c;
        }
        p = g_utf8_next_char(p);
    }
    return 0;
}

/* The word that ends at `end`: back to a blank, an opening mark, a slash or a dash. */
static const char *word_start(const char *start, const char *end)
{
    const char *p = end;
    while (p > start) {
        const char *before = g_utf8_prev_char(p);
        gunichar c = g_utf8_get_char(before);
        if (is_blank(c) || is_opening_mark(c) || is_dash(c) || c == '/') {
            break;
        }
        p = before;
    }
    return p;
}

/* The word before the one that begins at `p`; its end goes to `out_end`. */
static const char *word_before(const char *start, const char *p, const char **out_end)
{
    while (p > start && is_blank(g_utf8_get_char(g_utf8_prev_char(p)))) {
        p = g_utf8_prev_char(p);
    }
    *out_end = p;
    return word_start(start, p);
}

static bool is_word(const char *p, const char *end, const char *word)
{
    size_t len = strlen(word);
    return (size_t)(end - p) == len && g_ascii_strncasecmp(p, word, len) == 0;
}

static bool is_any_word(const char *p, const char *end, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (is_word(p, end, *words)) {
            return true;
        }
    }
    return false;
}

static size_t digits_at(const char *p, const char *end)
{
    size_t len = 0;
    while (p + len < end && g_ascii_isdigit(p[len])) {
        len++;
    }
    return len;
}

/* "T." of a name: alone, first of the sentence, after a capital, a comma or another initial. A
 * capital after a small word («alternativ B. Det») ends a sentence. */
static bool is_initial(const Scan *scan, const char *word)
{
    static const char *const joining[] = {"og", "and", "av", "by", "ved", "med", "&", "mot", NULL};
    const char *end = NULL;
    const char *before = word_before(scan->start, word, &end);
    if (before == end || end[-1] == ',' || end[-1] == '.' || end[-1] == ';') {
        return true;
    }
    return g_unichar_isupper(g_utf8_get_char(before)) || is_any_word(before, end, joining);
}

static bool is_number(const char *p, const char *end)
{
    bool has_digit = false;
    for (; p < end; p++) {
        has_digit = has_digit || g_ascii_isdigit(*p);
        if (!g_ascii_isdigit(*p) && *p != '.') {
            return false;
        }
    }
    return has_digit;
}

/* A small letter that a sentence may end with: «… som vi lever i. Det», «§ 31 a. Klagen». Others are
 * marks of items or stand for a word. */
static bool is_whole_letter(const Scan *scan, const char *word)
{
    const char *end = NULL;
    const char *before = word_before(scan->start, word, &end);
    if (before == end) {
        return false;
    }
    bool is_word = *word == 'i' && g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(end)));
    return is_word || is_number(before, end);
}

/* True for a number whose dot makes it an ordinal, a date or the mark of a list item. */
static bool is_ordinal(const Scan *scan, const char *word, const char *dot, const char *next)
{
    static const char *const ordinal_leads[] = {"den", "under", "hver", "kong", NULL};
    if (word == scan->start) {
        return true;
    }
    size_t len = (size_t)(dot - word);
    if (len > 2) {
        return false;
    }
    size_t next_digits = digits_at(next, scan->line_end);
    if (next_digits > 0 && next_digits <= 2) {
        return true;
    }
    const char *before_end = NULL;
    const char *before = word_before(scan->start, word, &before_end);
    /* «17. 11. 2014» */
    if (next_digits == 4 && before_end > before + 1 && before_end[-1] == '.' &&
        is_number(before, before_end)) {
        return true;
    }
    const char *next_end = next;
    while (next_end < scan->line_end && g_unichar_isalpha(g_utf8_get_char(next_end))) {
        next_end = g_utf8_next_char(next_end);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(months); i++) {
        if (is_word(next, next_end, months[i])) {
            return true;
        }
    }
    return is_any_word(before, before_end, ordinal_leads);
}

/* "s. 12", "m. 3": one small letter before a stop never ends a sentence; a capital may. */
static bool dot_belongs_to_word(const Scan *scan, const char *dot, const char *next, gunichar first)
{
    const char *word = word_start(scan->start, dot);
    if (word == dot) {
        return false;
    }
    if (is_number(word, dot)) {
        return is_ordinal(scan, word, dot, next);
    }
    gunichar c = g_utf8_get_char(word);
    if (g_utf8_next_char(word) == dot && g_unichar_isalpha(c)) {
        return g_unichar_islower(c) ? !is_whole_letter(scan, word) : is_initial(scan, word);
    }
    switch (samsok_abbreviation_kind(word, (size_t)(dot - word))) {
    case SAMSOK_ABBREVIATION_OPEN:
        return true;
    case SAMSOK_ABBREVIATION_NUMBERED:
        return g_unichar_isdigit(first);
    case SAMSOK_ABBREVIATION_CLOSING:
        return first == 0xA7; /* «fiskeloven m.v. § 53» */
    case SAMSOK_ABBREVIATION_NONE:
        break;
    }
    return false;
}

/* A stop inside «…» that is a title or a quotation within a longer sentence does not end it:
 * nothing closes the quotation itself, or the sentence goes on after it. */
static bool is_embedded(const Scan *scan, const char *p)
{
    if (!scan->in_quote) {
        return false;
    }
    const char *limit = MIN(scan->line_end, p + MAX_QUOTE_BYTES);
    gunichar last = 0;
    for (; p < limit; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c == 0xBB || c == 0x201D) {
            gunichar next = first_letter(g_utf8_next_char(p), scan->line_end);
            return !is_stop(last) || g_unichar_islower(next) || next == ',' || next == ';';
        }
        last = c;
    }
    return false;
}

/* Passes a note mark glued to the stop: «kommuner.9 Det», «notat.¹², [3]». After a year only where
 * the words around leave no doubt: «fra 2013.9 Det» is a mark, «2014.7» is a number. */
static const char *skip_note_mark(const Scan *scan, const char *stop, const char *p)
{
    static const char *const year_leads[] = {"i", "fra", "frå", "til", "siden", "sidan", "etter",
                                             "før", "in", "since", NULL};
    const char *q = p;
    while (q < scan->line_end && is_raised_digit(g_utf8_get_char(q))) {
        q = g_utf8_next_char(q);
    }
    if (q > p) {
        return q;
    }
    bool bracket = *p == '[';
    size_t len = digits_at(p + (bracket ? 1 : 0), scan->line_end);
    if (len == 0 || len > 3 || (bracket && p[len + 1] != ']')) {
        return p;
    }
    if (!bracket && stop > scan->start && g_ascii_isdigit(stop[-1])) {
        const char *end = NULL;
        const char *year = word_start(scan->start, stop);
        const char *before = word_before(scan->start, year, &end);
        if (stop - year != 4 || !is_any_word(before, end, year_leads)) {
            return p;
        }
    }
    return p + len + (bracket ? 2 : 0);
}

/* The end of the sentence when the stop at `stop` ends one, else NULL. */
static const char *sentence_end(const Scan *scan, const char *stop)
{
    const char *p = stop;
    while (p < scan->line_end && is_stop(g_utf8_get_char(p))) {
        p = g_utf8_next_char(p);
    }
    bool single_dot = *stop == '.' && p == stop + 1;
    while (p < scan->line_end && is_closing_mark(g_utf8_get_char(p))) {
        p = g_utf8_next_char(p);
    }
    p = skip_note_mark(scan, stop, p);
    if (p < scan->line_end && !is_blank(g_utf8_get_char(p))) {
        return NULL;
    }
    const char *next = skip_blanks(p, scan->line_end);
    gunichar first = first_letter(next, scan->line_end);
    if (first == 0) {
        return p;
    }
    /* «… av rollene». (2016)»: a year in brackets belongs to what it dates. */
    bool year = *next == '(' && digits_at(next + 1, scan->line_end) == 4 && next[5] == ')';
    if (g_unichar_islower(first) || year || is_embedded(scan, p)) {
        return NULL;
    }
    if (single_dot && dot_belongs_to_word(scan, stop, next, first)) {
        return NULL;
    }
    return p;
}

/* Past characters that neither end a sentence nor quote, as far as they can be told by their first bytes:
 * 0xC2 begins « and », 0xE2 the other quotes and the ellipsis. */
static const char *skip_plain(const char *p, const char *end)
{
    static const bool may_tell[256] = {
        ['.'] = true, ['!'] = true, ['?'] = true, [0xC2] = true, [0xE2] = true};
    while (p < end && !may_tell[(guchar)*p]) {
        p++;
    }
    return p;
}

/* Past the character at `p`, and past the whole row where that is a row of stops: dotted leaders are
 * looked at once. */
static const char *skip_stops(const char *p, const char *end)
{
    bool stop = is_stop(g_utf8_get_char(p));
    p = g_utf8_next_char(p);
    while (stop && p < end && is_stop(g_utf8_get_char(p))) {
        p = g_utf8_next_char(p);
    }
    return p;
}

static void append(GArray *sentences, const char *text, const char *start, const char *end)
{
    while (end > start && is_blank(g_utf8_get_char(g_utf8_prev_char(end)))) {
        end = g_utf8_prev_char(end);
    }
    if (end > start) {
        SamsokSentence sentence = {.start = (guint)(start - text), .end = (guint)(end - text)};
        g_array_append_val(sentences, sentence);
    }
}

static bool closes_quote(const char *p, const char *end)
{
    for (; p < end; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c == 0xBB || c == 0x201D) {
            return true;
        }
    }
    return false;
}

static void scan_line(const char *text, const char *line, const char *line_end, GArray *sentences)
{
    Scan scan = {.start = skip_blanks(line, line_end), .line_end = line_end};
    for (const char *p = skip_plain(scan.start, line_end); p < line_end; p = skip_plain(p, line_end)) {
        gunichar c = g_utf8_get_char(p);
        if (c == 0xAB || c == 0x201C) {
            scan.in_quote = true;
        } else if (c == 0xBB || c == 0x201D) {
            scan.in_quote = false;
        }
        const char *end = is_stop(c) ? sentence_end(&scan, p) : NULL;
        if (end == NULL) {
            p = skip_stops(p, line_end);
            continue;
        }
        append(sentences, text, scan.start, end);
        scan.in_quote = scan.in_quote && !closes_quote(p, end);
        scan.start = skip_blanks(end, line_end);
        p = scan.start;
    }
    append(sentences, text, scan.start, line_end);
}

void samsok_sentences(const char *text, GArray *sentences)
{
    g_array_set_size(sentences, 0);
    const char *line = text;
    while (*line != '\0') {
        const char *line_end = line + strcspn(line, "\n");
        scan_line(text, line, line_end, sentences);
        line = *line_end == '\n' ? line_end + 1 : line_end;
    }
}

/* The beginning of a note that ends at `end`: «[12]», or up to three digits behind a stop (kommuner.9), which are none
 * of a number (2017.9). NULL when there is none. */
static const char *before_note(const char *start, const char *end)
{
    enum { MAX_DIGITS = 3 };
    bool in_brackets = end[-1] == ']';
    const char *last = in_brackets ? end - 1 : end;
    const char *p = last;
    while (p > start && g_ascii_isdigit(p[-1])) {
        p--;
    }
    if (p == last || p == start) {
        return NULL;
    }
    if (in_brackets) {
        return p[-1] == '[' ? p - 1 : NULL;
    }
    bool is_mark = last - p <= MAX_DIGITS && strchr(".!?", p[-1]) != NULL;
    bool in_number = p - start > 1 && g_ascii_isdigit(p[-2]);
    return is_mark && !in_number ? p : NULL;
}

bool samsok_sentence_is_whole(const char *text, const SamsokSentence *sentence)
{
    enum { OPENING_OR_CLOSING_QUOTE = 0x201C }; /* “ closes „ */
    const char *start = text + sentence->start;
    const char *end = text + sentence->end;
    while (end > start) {
        const char *note = before_note(start, end);
        const char *last = note != NULL ? note : g_utf8_prev_char(end);
        gunichar c = g_utf8_get_char(last);
        bool may_follow = is_closing_mark(c) || is_raised_digit(c) || c == OPENING_OR_CLOSING_QUOTE;
        if (note == NULL && !may_follow) {
            return is_stop(c) || c == ':';
        }
        end = last;
    }
    return false;
}
