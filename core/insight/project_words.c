/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps from word to word around a place in a text. */
#include "config.h"

#include "core/insight/projects-private.h"

#include <string.h>

/* Longer quotations are sentences. */
enum { MAX_NAME_BYTES = 120 };

static bool is_dash(gunichar c)
{
    return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013;
}

static bool opens_quote(gunichar c)
{
    return c == 0xAB || c == 0x201C || c == 0x201E || c == '"';
}

static bool closes_quote(gunichar c)
{
    return c == 0xBB || c == 0x201C || c == 0x201D || c == '"';
}

static gunichar letter_at(const char *text, gsize at)
{
    return g_utf8_get_char(text + at);
}

/* The character before byte `at`; 0 at the beginning. */
static gunichar letter_before(const char *text, gsize at)
{
    return at == 0 ? 0 : g_utf8_get_char(g_utf8_prev_char(text + at));
}

static bool is_inside(const char *text, const char *dash)
{
    return is_dash(g_utf8_get_char(dash)) && dash > text &&
           g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(dash))) &&
           g_unichar_isalnum(g_utf8_get_char(g_utf8_next_char(dash)));
}

static gsize end_of_word(const char *text, gsize at)
{
    const char *p = text + at;
    while (*p != '\0' && (g_unichar_isalnum(g_utf8_get_char(p)) || is_inside(text, p))) {
        p = g_utf8_next_char(p);
    }
    return (gsize)(p - text);
}

SamsokProjectWord samsok_project_word_ending(const char *text, gsize end)
{
    const char *p = text + end;
    while (p > text) {
        const char *before = g_utf8_prev_char(p);
        if (!g_unichar_isalnum(g_utf8_get_char(before)) && !is_inside(text, before)) {
            break;
        }
        p = before;
    }
    return (SamsokProjectWord){(gsize)(p - text), end};
}

bool samsok_project_word_after(const char *text, gsize at, SamsokProjectWord *out)
{
    if (text[at] != ' ' || !g_unichar_isalnum(letter_at(text, at + 1))) {
        return false;
    }
    *out = (SamsokProjectWord){at + 1, end_of_word(text, at + 1)};
    return true;
}

bool samsok_project_word_before(const char *text, gsize at, SamsokProjectWord *out)
{
    if (at < 2 || text[at - 1] != ' ' || !g_unichar_isalnum(letter_before(text, at - 1))) {
        return false;
    }
    *out = samsok_project_word_ending(text, at - 1);
    return true;
}

/* ---- Sentences ---- */

bool samsok_project_begins_sentence(const char *text, gsize at)
{
    while (at > 0 && (text[at - 1] == ' ' || opens_quote(letter_before(text, at)))) {
        at = (gsize)(g_utf8_prev_char(text + at) - text);
    }
    gunichar before = letter_before(text, at);
    return before == 0 || !(g_unichar_isalnum(before) || before == ',' ||
                            before == '/' || is_dash(before) || closes_quote(before));
}

static bool ends_sentence(const char *p)
{
    return *p == '\n' || ((*p == '.' || *p == '!' || *p == '?') && (p[1] == ' ' || p[1] == '\0'));
}

/* True for the stop of «1. mars» and «kap. 3», which goes on in small letters or with a number. */
static bool goes_on(const char *stop)
{
    return *stop != '\n' && stop[1] == ' ' && !g_unichar_isupper(g_utf8_get_char(stop + 2)) &&
           !opens_quote(g_utf8_get_char(stop + 2));
}

gsize samsok_project_sentence_start(const char *text, gsize at)
{
    while (at > 0 && !(ends_sentence(text + at - 1) && !goes_on(text + at - 1))) {
        at--;
    }
    return at + strspn(text + at, " \n");
}

gsize samsok_project_sentence_end(const char *text, gsize at)
{
    while (text[at] != '\0' && !(ends_sentence(text + at) && !goes_on(text + at))) {
        at++;
    }
    return text[at] == '\0' || text[at] == '\n' ? at : at + 1;
}

/* ---- Quotes ---- */

bool samsok_project_quoted_after(const char *text, gsize at, SamsokProjectWord *out)
{
    at += text[at] == ' ' ? 1 : 0;
    if (!opens_quote(letter_at(text, at))) {
        return false;
    }
    const char *start = g_utf8_next_char(text + at);
    const char *p = start;
    while (*p != '\0' && *p != '\n' && !closes_quote(g_utf8_get_char(p))) {
        p = g_utf8_next_char(p);
    }
    *out = (SamsokProjectWord){(gsize)(start - text), (gsize)(p - text)};
    return p > start && p - start <= MAX_NAME_BYTES && closes_quote(g_utf8_get_char(p));
}

bool samsok_project_quoted_before(const char *text, gsize at, SamsokProjectWord *out)
{
    if (!closes_quote(letter_before(text, at))) {
        return false;
    }
    const char *end = g_utf8_prev_char(text + at);
    const char *p = end;
    while (p > text && !opens_quote(letter_before(text, (gsize)(p - text)))) {
        p = g_utf8_prev_char(p);
    }
    *out = (SamsokProjectWord){(gsize)(p - text), (gsize)(end - text)};
    return p > text && p < end && end - p <= MAX_NAME_BYTES;
}

/* ---- Kinds of word ---- */

bool samsok_project_is_capital(const char *text, gsize at)
{
    return g_unichar_isupper(letter_at(text, at));
}

bool samsok_project_is_one_of(const char *text, const SamsokProjectWord *word, const char *list)
{
    g_autofree char *low = g_utf8_strdown(text + word->start, (gssize)(word->end - word->start));
    g_autofree char *wanted = g_strconcat("|", low, "|", NULL);
    return strstr(list, wanted) != NULL;
}

bool samsok_project_ends_name(const char *text, const SamsokProjectWord *word)
{
    return samsok_project_is_one_of(
        text, word,
        "|er|var|ble|blir|blei|vart|vert|blitt|har|hadde|skal|skulle|kan|kunne|vil|ville|må|måtte|bør|burde|"
        "fikk|får|fekk|gir|gav|ga|gjer|gjorde|går|gikk|gjekk|står|sto|stod|tar|tok|kom|kommer|kjem|ligger|ligg|lå|"
        "viser|viste|antyder|tilsier|tilseier|peker|peikar|beskriver|beskriv|foreslår|krever|krev|angir|setter|definerer|skisserer|inneholder|inneheld|handler|handlar|bidrar|bidro|består|omfatter|omfattar|innebærer|inneber|inkluderer|sikrer|skapte|startet|starta|åpnet|opna|"
        "som|der|når|at|men|hvor|kor|hvis|om|enn|slik|også|ikke|ikkje|nå|no|bare|berre|allerede|dette|denne|den|det|de|dei|vi|"
        "jf|jfr|kap|side|etter|fra|frå|før|siden|sidan|gjennom|ved|fordi|mens|medan|samt|eller|blant|mellom|under|over|uten|utan|med|til|");
}
