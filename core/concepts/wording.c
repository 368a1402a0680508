/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at the signs around a word. */
#include "config.h"

#include "core/concepts/wording.h"

#include <string.h>

#include "core/language/analyser.h"

/* ---- For machines ---- */

/* What parts one piece of writing from the next: blanks, and the brackets and quotes around links. */
static bool is_border(gunichar c)
{
    bool is_bracket = c < 0x80 && strchr("<>()[]{}|\"`", (int)c) != NULL;
    return c <= 0x20 || c == 0xA0 || c == 0xAB || c == 0xBB || is_bracket;
}

static const char *border_before(const char *text, const char *p)
{
    while (p > text) {
        const char *before = g_utf8_prev_char(p);
        if (is_border(g_utf8_get_char(before))) {
            break;
        }
        p = before;
    }
    return p;
}

static const char *border_behind(const char *p)
{
    while (*p != '\0' && !is_border(g_utf8_get_char(p))) {
        p = g_utf8_next_char(p);
    }
    return p;
}

static bool is_alnum(const char *p)
{
    return g_unichar_isalnum(g_utf8_get_char(p));
}

/* How many letters stand together before `p`, from `start` on; 2 for two or more. */
static guint letters_before(const char *start, const char *p)
{
    guint count = 0;
    while (count < 2 && p > start) {
        p = g_utf8_prev_char(p);
        if (!is_alnum(p)) {
            break;
        }
        count++;
    }
    return count;
}

/* «no» behind the dot of «difi.no»: two small letters or more, and no full stop without a blank, which
 * a capital follows. */
static bool is_domain_part(const char *p)
{
    return g_ascii_islower(p[0]) && g_ascii_islower(p[1]);
}

/* A sign between letters that no prose has there; `p` is inside [start, end). */
static bool is_machine_sign(const char *start, const char *p, const char *end)
{
    bool between = p > start && p + 1 < end && is_alnum(p + 1) && is_alnum(g_utf8_prev_char(p));
    switch (*p) {
    case '_':
    case '@':
    case '=':
    case '\\':
        return between;
    case '.':
        return between && letters_before(start, p) == 2 && is_domain_part(p + 1);
    case ':':
        return end - p > 3 && p[1] == '/' && p[2] == '/';
    case '/':
        return p == start && memchr(p + 1, '/', (size_t)(end - p - 1)) != NULL;
    }
    return false;
}

bool samsok_is_machine_text(const char *text, guint offset)
{
    const char *start = border_before(text, text + offset);
    const char *end = border_behind(text + offset);
    for (const char *p = start; p < end; p++) {
        if (is_machine_sign(start, p, end)) {
            return true;
        }
    }
    return g_str_has_prefix(start, "www.");
}

/* ---- Laws ---- */

bool samsok_is_law_word(const char *folded)
{
    static const char *const endings[] = {"lov",    "loven", "lova",  "lovens",
                                          "lovene", "lovas", "lover"};
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        if (g_str_has_suffix(folded, endings[i]) && strcmp(folded, endings[i]) != 0) {
            return true;
        }
    }
    return false;
}

/* ---- Participles ---- */

bool samsok_is_doer_word(const char *folded)
{
    return g_str_has_suffix(folded, "er") || g_str_has_suffix(folded, "ar");
}

bool samsok_is_participle(const char *folded)
{
    return g_str_has_suffix(folded, "ende") || g_str_has_suffix(folded, "ande");
}

/* ---- Behind a name ---- */

/* True when a sentence, a cell or the text begins at `p`. */
static bool is_start(const char *text, const char *p)
{
    while (p > text && strchr(" \n\"(", p[-1]) != NULL) {
        p--;
        if (*p == '\n') {
            return true;
        }
    }
    return p == text || strchr(".!?:;|-", p[-1]) != NULL;
}

/* Where the word begins that ends at `end`; `end` itself where none does. */
static const char *word_start(const char *text, const char *end)
{
    while (end > text && is_alnum(g_utf8_prev_char(end))) {
        end = g_utf8_prev_char(end);
    }
    return end;
}

bool samsok_is_behind_name(const char *text, guint offset)
{
    const char *behind = text + offset;
    if (offset < 2 || behind[-1] != ' ') {
        return false;
    }
    const char *end = behind - 1;
    const char *start = word_start(text, end);
    if (start == end || !g_unichar_isupper(g_utf8_get_char(start))) {
        return false;
    }
    g_autofree char *folded = g_utf8_strdown(start, end - start);
    return !is_start(text, start) || !samsok_analyser_is_stop_word(folded);
}

/* ---- Denied ---- */

/* The word before `end` in the same clause, in lower case; NULL when there is none. `*out_start` is where it
 * begins. Owner: the caller. */
static char *word_before(const char *text, const char *end, const char **out_start)
{
    while (end > text && (end[-1] == ' ' || end[-1] == '\n')) {
        end--;
    }
    const char *start = word_start(text, end);
    *out_start = start;
    return start == end ? NULL : g_utf8_strdown(start, end - start);
}

bool samsok_is_denied(const char *text, guint offset)
{
    static const char *const denials[] = {"ikke", "ikkje", "aldri", "not", "never", NULL};
    static const char *const beings[] = {"er",   "var",  "blir", "ble",  "blei", "vart", "bli",
                                         "være", "vere", "vera", "vært", "vore", "is",   "are",
                                         "was",  "were", "be",   "been", NULL};
    static const char *const fillers[] = {
        "en",     "et",       "ein",     "ei",      "eit",    "noen",     "noe",       "nokon", "noko",
        "som",    "lenger",   "lengre",  "formelt", "utpekt", "utpeikt",  "utnevnt",   "utnemnt", "har",
        "hadde",  "ha",       "selv",    "sjølv",   "egentlig", "eigentleg", "the",    "a",     "an",
        "any",    "longer",   "has",     "have",    "had",    NULL,
    };
    const char *at = text + offset;
    bool denial = false;
    bool being = false;
    for (bool goes_on = true; goes_on && !(denial && being);) {
        g_autofree char *word = word_before(text, at, &at);
        bool is_denial = word != NULL && g_strv_contains(denials, word);
        bool is_being = word != NULL && g_strv_contains(beings, word);
        goes_on = is_denial || is_being || (word != NULL && g_strv_contains(fillers, word));
        denial = denial || is_denial;
        being = being || is_being;
    }
    /* «Det er ikke noe lederdepartement» tells that there is none, and is about it. */
    static const char *const nobody[] = {"det", "der", "there", NULL};
    g_autofree char *who = word_before(text, at, &at);
    return denial && being && (who == NULL || !g_strv_contains(nobody, who));
}
