/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cleaning of text at the border: valid UTF-8, NFC, controls and ligatures gone. */
#include "config.h"

#include "core/base/text.h"

#include <glib.h>
#include <string.h>

/* Alphabetic Presentation Forms, Latin part: U+FB00 to U+FB06. */
static const char *const ligatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

/* What becomes of a character that does not stay as it is. */
typedef enum { KEEP, DROP, NEWLINE, BLANK, LIGATURE } CharFate;

static CharFate control_fate(gunichar c)
{
    if (c == '\t' || c == '\n') {
        return KEEP;
    }
    /* CR LF would give two line ends; LF alone follows CR nearly always, so CR is dropped by the
     * caller when LF follows. */
    return (c == '\r' || c == '\v' || c == '\f' || c == 0x85) ? NEWLINE : DROP;
}

static bool is_odd_space(gunichar c)
{
    return c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

static bool is_invisible(gunichar c)
{
    return c == 0x200B || c == 0x200C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x206F) || c == 0xFEFF ||
           (c >= 0xFFF9 && c <= 0xFFFB);
}

static CharFate char_fate(gunichar c)
{
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
        return control_fate(c);
    }
    if (c < 0xA0) {
        return KEEP;
    }
    if (is_odd_space(c)) {
        return BLANK;
    }
    if (c == 0x2028 || c == 0x2029) {
        return NEWLINE;
    }
    if (is_invisible(c)) {
        return DROP;
    }
    return c >= 0xFB00 && c <= 0xFB06 ? LIGATURE : KEEP;
}

static bool is_plain_ascii(const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        if ((c < 0x20 && c != '\t' && c != '\n') || c >= 0x7F) {
            return false;
        }
    }
    return true;
}

/* Characters that NFC neither changes nor joins to the one before them: all below U+0300 and the
 * dashes, quotation marks, currency signs and private-use bullets that reports are full of. Saying
 * no of others costs time only. */
static bool is_its_own_nfc(gunichar c)
{
    return c < 0x300 || (c >= 0x2010 && c <= 0x2027) || (c >= 0x20A0 && c <= 0x20BF) ||
           (c >= 0xE000 && c <= 0xF8FF);
}

bool samsok_text_is_clean(const char *text, size_t len)
{
    if (is_plain_ascii(text, len)) {
        return true;
    }
    if (!g_utf8_validate(text, (gssize)len, NULL)) {
        return false;
    }
    const char *end = text + len;
    bool composed = true;
    for (const char *p = text; p < end; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (char_fate(c) != KEEP) {
            return false;
        }
        composed = composed && is_its_own_nfc(c);
    }
    if (composed) {
        return true;
    }
    g_autofree char *nfc = g_utf8_normalize(text, (gssize)len, G_NORMALIZE_NFC);
    return nfc != NULL && strlen(nfc) == len && memcmp(nfc, text, len) == 0;
}

static void append_char(GString *out, gunichar c)
{
    switch (char_fate(c)) {
    case KEEP:
        g_string_append_unichar(out, c);
        break;
    case DROP:
        break;
    case NEWLINE:
        g_string_append_c(out, '\n');
        break;
    case BLANK:
        g_string_append_c(out, ' ');
        break;
    case LIGATURE:
        g_string_append(out, ligatures[c - 0xFB00]);
        break;
    }
}

/* The end of the invalid sequence at `p`: one mark for it, not one for each of its bytes. */
static const char *invalid_end(const char *p, const char *end)
{
    bool lead = (unsigned char)*p >= 0xC0;
    p++;
    while (lead && p < end && ((unsigned char)*p & 0xC0) == 0x80) {
        p++;
    }
    return p;
}

static GString *repaired(const char *bytes, size_t len)
{
    GString *out = g_string_sized_new(len + 1);
    const char *end = bytes + len;
    const char *p = bytes;
    while (p < end) {
        gunichar c = g_utf8_get_char_validated(p, end - p);
        if (c == (gunichar)-1 || c == (gunichar)-2) {
            /* GLib calls NUL and cut sequences invalid too; a NUL is dropped, not marked. */
            g_string_append(out, *p == '\0' ? "" : "\xEF\xBF\xBD");
            p = invalid_end(p, end);
            continue;
        }
        bool crlf = c == '\r' && p + 1 < end && p[1] == '\n';
        if (!crlf) {
            append_char(out, c);
        }
        p = g_utf8_next_char(p);
    }
    return out;
}

char *samsok_text_clean(const char *bytes, size_t len, size_t *out_len)
{
    char *text = NULL;
    if (len == 0 || samsok_text_is_clean(bytes, len)) {
        text = g_strndup(len == 0 ? "" : bytes, len);
    } else {
        GString *fixed = repaired(bytes, len);
        text = g_utf8_normalize(fixed->str, (gssize)fixed->len, G_NORMALIZE_NFC);
        g_string_free(fixed, TRUE);
    }
    if (out_len != NULL) {
        *out_len = strlen(text);
    }
    return text;
}

/* As GLib's functions for all characters; without a call for those of ASCII, which most are. */
static bool is_space(gunichar c)
{
    return c < 0x80 ? g_ascii_isspace((char)c) : g_unichar_isspace(c);
}

/* Past the spaces at `p`, or past what is none. */
static const char *skip_row(const char *p, bool of_spaces)
{
    while (*p != '\0' && is_space(g_utf8_get_char(p)) == of_spaces) {
        p = g_utf8_next_char(p);
    }
    return p;
}

char *samsok_text_squeeze(const char *text)
{
    GString *out = g_string_sized_new(strlen(text) + 1);
    const char *p = skip_row(text, true);
    while (*p != '\0') {
        const char *end = skip_row(p, false);
        if (out->len > 0) {
            g_string_append_c(out, ' ');
        }
        g_string_append_len(out, p, end - p);
        p = skip_row(end, true);
    }
    return g_string_free(out, FALSE);
}

static bool is_alnum(gunichar c)
{
    return c < 0x80 ? g_ascii_isalnum((char)c) : g_unichar_isalnum(c);
}

/* Behind the rest of a word at `p` that is ASCII, or in the block of two bytes with æ, ø and å, which has no
 * blanks (U+00C0 to U+00FF). */
static const char *skip_word(const char *p, const char *end)
{
    while (p < end && (((guchar)*p > ' ' && (guchar)*p < 0x80) || (guchar)*p == 0xC3)) {
        p += (guchar)*p == 0xC3 ? 2 : 1;
    }
    return p;
}

guint samsok_text_words_within(const char *text, size_t len)
{
    guint count = 0;
    bool in_word = false;
    const char *end = text + len;
    for (const char *p = text; p < end; p = g_utf8_next_char(p)) {
        p = in_word ? skip_word(p, end) : p;
        if (p >= end) {
            break;
        }
        gunichar c = (guchar)*p < 0x80 ? (guchar)*p : g_utf8_get_char(p);
        if (is_space(c)) {
            in_word = false;
        } else if (!in_word && is_alnum(c)) {
            in_word = true;
            count++;
        }
    }
    return count;
}

guint samsok_text_word_count(const char *text)
{
    return samsok_text_words_within(text, strlen(text));
}

char *samsok_text_cut(const char *text, size_t max_bytes)
{
    size_t len = strlen(text);
    if (len <= max_bytes) {
        return g_strdup(text);
    }
    const char *edge = g_utf8_find_prev_char(text, text + max_bytes + 1);
    return g_strndup(text, edge == NULL ? 0 : (gsize)(edge - text));
}
