/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recognises list markers at the start of a line. */
#include "config.h"

#include "core/shape/marker.h"

#include <string.h>

/* Lists that run past this are numbered paragraphs, years or table cells. */
enum { MAX_ORDINAL = 99 };
/* The longest marker or section number that stands alone before a tab stop. */
enum { MAX_LONE_BYTES = 12 };
/* A word in front of a number: "Anbefaling 3:". */
enum { MAX_LABEL_CHARS = 20 };

/* Wingdings' tick and boxed tick, in the private-use area where Word puts symbol fonts. */
enum { PUA_FIRST = 0xF000, PUA_LAST = 0xF0FF, PUA_TICK = 0xF0FC, PUA_TICK_BOX = 0xF0FE };

static bool is_blank_at(const char *text, guint len, guint i)
{
    return i < len && (text[i] == ' ' || text[i] == '\t');
}

static guint skip_blanks(const char *text, guint len, guint i)
{
    while (is_blank_at(text, len, i)) {
        i++;
    }
    return i;
}

static bool is_bullet(gunichar c)
{
    static const gunichar bullets[] = {0xB7,   0x2022, 0x2023, 0x2043, 0x2219, 0x25A0, 0x25A1, 0x25AA,
                                       0x25AB, 0x25B6, 0x25BA, 0x25CB, 0x25CF, 0x25E6, 0x2192, 0x2713,
                                       0x2714, 0x2756, 0x27A2, 0x2794, 0x25C6, 0x2611, 0x2610};
    if (c >= PUA_FIRST && c <= PUA_LAST) {
        return true;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(bullets); i++) {
        if (bullets[i] == c) {
            return true;
        }
    }
    return false;
}

static bool is_dash(gunichar c)
{
    return c == '-' || c == 0x2013 || c == 0x2014 || c == 0x2212;
}

static bool read_bullet(const char *text, guint len, SamsokMarker *out)
{
    gunichar c = g_utf8_get_char(text);
    guint end = (guint)(g_utf8_next_char(text) - text);
    bool is_typed = c == '*' || c == '+' || c == 'o';
    if (!is_bullet(c) && !is_typed) {
        return false;
    }
    guint next = skip_blanks(text, len, end);
    if (is_typed && next == end) {
        return false;
    }
    *out = (SamsokMarker){.kind = SAMSOK_MARKER_BULLET, .len = next, .is_glued = next == end};
    return true;
}

/* "- text", and "-Text": a dash glued to a small letter is half of a coordinated compound. */
static bool read_dash(const char *text, guint len, SamsokMarker *out)
{
    gunichar c = g_utf8_get_char(text);
    if (!is_dash(c)) {
        return false;
    }
    guint end = (guint)(g_utf8_next_char(text) - text);
    guint next = skip_blanks(text, len, end);
    if (next == end && (end >= len || !g_unichar_isupper(g_utf8_get_char(text + end)))) {
        return false;
    }
    *out = (SamsokMarker){.kind = SAMSOK_MARKER_DASH, .len = next, .is_glued = next == end};
    return true;
}

static guint digits_at(const char *text, guint len, guint i, guint *out_value)
{
    guint value = 0;
    guint start = i;
    while (i < len && g_ascii_isdigit(text[i]) && value <= MAX_ORDINAL) {
        value = value * 10 + (guint)g_ascii_digit_value(text[i]);
        i++;
    }
    *out_value = value;
    return i - start;
}

/* "i" to "xii", as they mark items; 0 for anything else. */
static guint roman_value(const char *text, guint len)
{
    static const char *const romans[] = {"i",   "ii",   "iii", "iv", "v",  "vi",
                                         "vii", "viii", "ix",  "x",  "xi", "xii"};
    for (guint i = 0; i < G_N_ELEMENTS(romans); i++) {
        if (strlen(romans[i]) == len && strncmp(romans[i], text, len) == 0) {
            return i + 1;
        }
    }
    return 0;
}

static guint letters_at(const char *text, guint len, guint i, guint *out_value)
{
    guint n = 0;
    while (i + n < len && g_ascii_isalpha(text[i + n])) {
        n++;
    }
    if (n == 1) {
        *out_value = (guint)(g_ascii_tolower(text[i]) - 'a') + 1;
        return 1;
    }
    *out_value = n > 0 ? roman_value(text + i, n) : 0;
    return *out_value > 0 ? n : 0;
}

/* "1." "1)" "(1)" "a)" "(a)" "a."; a dot after a capital is an initial. */
static bool read_enumerator(const char *text, guint len, SamsokMarker *out)
{
    bool has_paren = text[0] == '(';
    guint i = has_paren ? 1 : 0;
    guint value = 0;
    SamsokMarkerKind kind = SAMSOK_MARKER_NUMBER;
    guint n = digits_at(text, len, i, &value);
    if (n == 0) {
        kind = SAMSOK_MARKER_LETTER;
        n = letters_at(text, len, i, &value);
    }
    i += n;
    if (n == 0 || value == 0 || value > MAX_ORDINAL || i >= len) {
        return false;
    }
    bool closed = text[i] == ')';
    bool dotted = text[i] == '.' && !has_paren && !(kind == SAMSOK_MARKER_LETTER && n > 1) &&
                  !g_ascii_isupper(text[0]);
    if (!closed && !dotted) {
        return false;
    }
    guint next = skip_blanks(text, len, i + 1);
    bool is_glued = next == i + 1;
    /* "1.datterforetak" and "a)eit" are how some laws are typed; "2.3" and "a.b" are not markers. */
    bool may_glue = (closed || kind == SAMSOK_MARKER_NUMBER) && next < len && !has_paren &&
                    g_unichar_isalpha(g_utf8_get_char(text + next));
    if (is_glued && next < len && !may_glue) {
        return false;
    }
    *out = (SamsokMarker){.kind = kind, .len = next, .ordinal = value, .is_glued = is_glued};
    return true;
}

/* "Råd 3: Søk …": one capitalised word, a number, a colon. */
static bool read_label(const char *text, guint len, SamsokMarker *out)
{
    if (!g_unichar_isupper(g_utf8_get_char(text)) || samsok_is_caption(text, len)) {
        return false;
    }
    const char *blank = memchr(text, ' ', len);
    if (blank == NULL || g_utf8_strlen(text, blank - text) > MAX_LABEL_CHARS) {
        return false;
    }
    for (const char *p = g_utf8_next_char(text); p < blank; p = g_utf8_next_char(p)) {
        if (!g_unichar_islower(g_utf8_get_char(p))) {
            return false;
        }
    }
    guint i = (guint)(blank - text) + 1;
    guint value = 0;
    guint n = digits_at(text, len, i, &value);
    i += n;
    if (n == 0 || value == 0 || value > MAX_ORDINAL || i >= len || text[i] != ':') {
        return false;
    }
    guint next = skip_blanks(text, len, i + 1);
    *out = (SamsokMarker){.kind = SAMSOK_MARKER_LABEL, .len = next, .ordinal = value, .is_glued = next == i + 1};
    return next > i + 1;
}

static bool read_any(const char *text, guint len, SamsokMarker *out)
{
    *out = (SamsokMarker){.kind = SAMSOK_MARKER_NONE};
    if (len == 0) {
        return false;
    }
    return read_bullet(text, len, out) || read_dash(text, len, out) ||
           read_enumerator(text, len, out) || read_label(text, len, out);
}

bool samsok_marker_read(const char *text, guint len, SamsokMarker *out)
{
    if (read_any(text, len, out) && out->len < len) {
        return true;
    }
    *out = (SamsokMarker){.kind = SAMSOK_MARKER_NONE};
    return false;
}

bool samsok_marker_is_lone(const char *text, guint len)
{
    if (len == 0 || len > MAX_LONE_BYTES) {
        return false;
    }
    SamsokMarker marker;
    if (read_any(text, len, &marker) && marker.len == len && marker.kind != SAMSOK_MARKER_LABEL) {
        return true;
    }
    gunichar c = g_utf8_get_char(text);
    if (g_utf8_strlen(text, len) == 1 && (is_dash(c) || c == 'o')) {
        return true;
    }
    /* "2.3", and "A.1" of an appendix. */
    bool has_letter = len > 2 && g_ascii_isupper(text[0]) && text[1] == '.';
    if (!g_ascii_isdigit(text[0]) && !has_letter) {
        return false;
    }
    guint dots = 0;
    for (guint i = has_letter ? 1 : 0; i < len; i++) {
        if (text[i] == '.') {
            dots++;
        } else if (!g_ascii_isdigit(text[i])) {
            return false;
        }
    }
    return dots > 0 || len <= 2;
}

char *samsok_marker_text(const char *text, const SamsokMarker *marker)
{
    gunichar c = g_utf8_get_char(text);
    if (c == PUA_TICK || c == PUA_TICK_BOX) {
        return g_strdup("✓");
    }
    if (c >= PUA_FIRST && c <= PUA_LAST) {
        return g_strdup("•");
    }
    return g_strchomp(g_strndup(text, marker->len));
}
