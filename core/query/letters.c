/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds text for phrases and finds them. */
#include "config.h"

#include "core/query/letters.h"

#include <string.h>

static gunichar letter_of(gunichar c)
{
    switch (c) {
    case 0x2010: /* hyphen … horizontal bar, minus */
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
        return '-';
    case 0xAB: /* « » “ ” „ ‟ */
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
        return '"';
    case 0x2018: /* ‘ ’ ‚ ‛ */
    case 0x2019:
    case 0x201A:
    case 0x201B:
        return '\'';
    default:
        return g_unichar_tolower(c);
    }
}

static bool is_graph(char c)
{
    return c > ' ' && c < 0x7F;
}

/* How many bytes at `p` only want small letters: a letter or mark of ASCII, a small letter of Latin-1 as «æøå»
 * are, a single blank before such. */
static size_t plain_len(const char *p)
{
    if (is_graph(*p)) {
        return 1;
    }
    if ((guchar)*p == 0xC3) {
        return (guchar)p[1] >= 0xA0 ? 2 : 0;
    }
    return *p == ' ' && is_graph(p[1]) ? 1 : 0;
}

/* Appends what is plain at `p`, as nearly all text is, and returns where it ends. */
static const char *append_plain(const char *p, GString *out)
{
    const char *end = p;
    for (size_t len = plain_len(end); len > 0; len = plain_len(end)) {
        end += len;
    }
    gsize first = out->len;
    g_string_append_len(out, p, end - p);
    for (char *c = out->str + first; *c != '\0'; c++) {
        *c = *c >= 'A' && *c <= 'Z' ? (char)(*c | 0x20) : *c;
    }
    return end;
}

/* Appends the character at `p`, which is no blank, and returns what is behind it. */
static const char *append_letter(const char *p, GString *out)
{
    gunichar c = g_utf8_get_char(p);
    if (c < 0x80) {
        g_string_append_c(out, g_ascii_tolower((char)c));
    } else if (c != 0xAD) {
        g_string_append_unichar(out, letter_of(c));
    }
    return g_utf8_next_char(p);
}

void samsok_letters_of(const char *text, GString *out)
{
    g_string_truncate(out, 0);
    bool blank = false;
    const char *p = text;
    while (*p != '\0') {
        bool is_plain = *p != ' ' && plain_len(p) > 0;
        if (!is_plain && g_unichar_isspace(g_utf8_get_char(p))) {
            blank = out->len > 0;
            p = g_utf8_next_char(p);
            continue;
        }
        if (blank) {
            g_string_append_c(out, ' ');
            blank = false;
        }
        p = is_plain ? append_plain(p, out) : append_letter(p, out);
    }
}

static bool is_word_char(gunichar c)
{
    return g_unichar_isalpha(c) || g_unichar_isdigit(c);
}

/* True when the character before `p` and the one at it belong to one word. */
static bool splits_word(const char *start, const char *p)
{
    return p > start && is_word_char(g_utf8_get_char(p)) &&
           is_word_char(g_utf8_get_char(g_utf8_prev_char(p)));
}

bool samsok_letters_find(const char *letters, const char *phrase)
{
    size_t len = strlen(phrase);
    const char *found = len == 0 ? NULL : strstr(letters, phrase);
    while (found != NULL && (splits_word(letters, found) || splits_word(letters, found + len))) {
        found = strstr(g_utf8_next_char(found), phrase);
    }
    return found != NULL;
}
