/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undoes double encoding: UTF-8 that was taken for an 8-bit set and encoded as UTF-8 again.
 *
 * «på» then reads «pÃ¥» (through windows-1252), «p√•» (MacRoman) or «p├Ñ» (cp850). The damage is
 * undone sequence by sequence, so a sound text with a damaged paragraph comes out whole. Only
 * results are accepted that a Norwegian text holds: letters and signs of Latin-1, typographic
 * marks, private use bullets, ligatures and combining marks. A C1 control, which text never holds,
 * is read as windows-1252: the trace of text that was taken for ISO-8859-1.
 */
#include "config.h"

#include "core/shape/charset-private.h"

#include <glib.h>
#include <string.h>

/* Rounds of damage that are undone; each takes one more encoding away. */
#define MAX_ROUNDS 3

/* A set through which UTF-8 was misread: the characters of bytes 0x80 to 0xFF. */
typedef struct {
    gunichar chars[128];
} Codec;

static void codec_init(Codec *codec, const char *charset)
{
    SamsokEightBitReading reading = {.charset = charset, .high_bytes = 128};
    char bytes[128];
    for (int i = 0; i < 128; i++) {
        bytes[i] = (char)(i + 128);
    }
    GString *text = samsok_eightbit_decode(bytes, sizeof(bytes), &reading);
    const char *p = text->str;
    for (int i = 0; i < 128; i++, p = g_utf8_next_char(p)) {
        codec->chars[i] = g_utf8_get_char(p);
    }
    g_string_free(text, TRUE);
}

/* Bytes C2, C3, CC and E2 as MacRoman and cp850 show them, as far as they lie above U+0100. */
static bool is_symbol_lead(gunichar c)
{
    return c == 0x221A || c == 0x201A || c == 0x251C || c == 0x252C || c == 0x2560;
}

static bool is_drawing(gunichar c)
{
    return c >= 0x2500 && c <= 0x259F;
}

/* The byte that `codec` shows as `c`; 0 if none. windows-1252 leaves five bytes undefined, which
 * programs show as the C1 control of the same number. */
static unsigned char byte_of(const Codec *codec, gunichar c)
{
    for (size_t i = 0; i < G_N_ELEMENTS(codec->chars); i++) {
        if (codec->chars[i] == c && c != 0xFFFD) {
            return (unsigned char)(i + 128);
        }
    }
    return c >= 0x80 && c < 0xA0 ? (unsigned char)c : 0;
}

static bool is_credible(gunichar c)
{
    bool mark = (c >= 0x300 && c <= 0x36F) || (c >= 0x2010 && c <= 0x2044) || c == 0x20AC ||
                c == 0x2122 || c == 0x2212 || (c >= 0x25A0 && c <= 0x25FF) || c == 0xFEFF;
    bool symbol_font = c >= 0xF000 && c <= 0xF0FF;
    bool ligature = c >= 0xFB00 && c <= 0xFB06;
    bool picture = c >= 0x1F000 && c < 0x1FB00;
    bool letter = (c >= 0xA0 && c <= 0xFF) || g_utf8_strchr("čđŋšŧžČĐŊŠŦŽ", -1, c) != NULL;
    return letter || mark || symbol_font || ligature || picture;
}

/* True when the character before `p` belongs to running text and not to a drawing. */
static bool follows_text(const char *start, const char *p)
{
    const char *before = g_utf8_find_prev_char(start, p);
    gunichar c = before == NULL ? ' ' : g_utf8_get_char(before);
    return !g_unichar_isspace(c) && !is_drawing(c);
}

/* Tries to read the characters at `p` as one sequence misread through `codec`. Returns where the
 * sequence ends and its character in `out_char`, or NULL. */
static const char *undone_at(const Codec *codec, const GString *text, const char *p,
                             gunichar *out_char)
{
    const char *end = text->str + text->len;
    bool may_be_drawn = !follows_text(text->str, p);
    unsigned char first = byte_of(codec, g_utf8_get_char(p));
    size_t need = first < 0xE0 ? 2 : (first < 0xF0 ? 3 : 4);
    if (first < 0xC2 || first > 0xF4) {
        return NULL;
    }
    char sequence[5] = {(char)first};
    p = g_utf8_next_char(p);
    for (size_t i = 1; i < need; i++) {
        gunichar next = p < end ? g_utf8_get_char(p) : 0;
        unsigned char byte = byte_of(codec, next);
        /* A box corner followed by another piece of a box is a drawn table. */
        if (byte < 0x80 || byte > 0xBF || (may_be_drawn && is_drawing(next))) {
            return NULL;
        }
        sequence[i] = (char)byte;
        p = g_utf8_next_char(p);
    }
    gunichar c = g_utf8_get_char_validated(sequence, (gssize)need);
    if (c == (gunichar)-1 || c == (gunichar)-2 || !is_credible(c)) {
        return NULL;
    }
    *out_char = c;
    return p;
}

/* Where the next character is that could be damage: a lead, or a C1 control; `end` if nowhere. */
static const char *next_suspect(const char *p, const char *end)
{
    /* Â Ã Ä Å Ì Ô â ï ð; with ¬ and ´ below the leads under U+0100. The letters that sound
     * Norwegian is full of are passed over. */
    static const unsigned char latin_leads[] = {0x82, 0x83, 0x84, 0x85, 0x8C,
                                                0x94, 0xA2, 0xAF, 0xB0};
    for (; p < end; p++) {
        unsigned char byte = (unsigned char)*p;
        if (byte < 0xC2) {
            continue;
        }
        unsigned char next = (unsigned char)p[1];
        bool c1 = byte == 0xC2 && (next < 0xA0 || next == 0xAC || next == 0xB4);
        bool latin = byte == 0xC3 && memchr(latin_leads, next, sizeof(latin_leads)) != NULL;
        if (c1 || latin || (byte == 0xE2 && is_symbol_lead(g_utf8_get_char(p)))) {
            return p;
        }
    }
    return end;
}

static gunichar mended_control(const Codec *windows, gunichar c)
{
    gunichar meant = c >= 0x80 && c < 0xA0 ? windows->chars[c - 0x80] : 0xFFFD;
    return meant == 0xFFFD ? c : meant;
}

static size_t undo_once(const Codec *codecs, size_t codec_count, const GString *text, GString *out)
{
    const char *end = text->str + text->len;
    const char *p = text->str;
    size_t count = 0;
    while (p < end) {
        const char *suspect = next_suspect(p, end);
        g_string_append_len(out, p, suspect - p);
        p = suspect;
        if (p == end) {
            break;
        }
        gunichar was = g_utf8_get_char(p);
        gunichar c = was;
        const char *after = NULL;
        for (size_t k = 0; k < codec_count && after == NULL; k++) {
            after = undone_at(&codecs[k], text, p, &c);
        }
        if (after == NULL) {
            c = mended_control(&codecs[0], was);
            after = g_utf8_next_char(p);
        }
        count += c != was;
        g_string_append_unichar(out, c);
        p = after;
    }
    return count;
}

GString *samsok_charset_undo_double(const char *text, size_t len, size_t *out_count)
{
    *out_count = 0;
    if (next_suspect(text, text + len) == text + len) {
        return NULL;
    }
    /* cp850 before MacRoman: «ÔÇô» is a dash in the one and a private character in the other. */
    static const char *const charsets[] = {"windows-1252", "IBM850", "macintosh"};
    enum { CODEC_COUNT = G_N_ELEMENTS(charsets) };
    Codec codecs[CODEC_COUNT];
    for (size_t k = 0; k < CODEC_COUNT; k++) {
        codec_init(&codecs[k], charsets[k]);
    }
    GString *now = g_string_new_len(text, (gssize)len);
    size_t mended = 1;
    for (int round = 0; round < MAX_ROUNDS && mended > 0; round++) {
        GString *next = g_string_sized_new(now->len + 1);
        mended = undo_once(codecs, CODEC_COUNT, now, next);
        *out_count += mended;
        g_string_free(now, TRUE);
        now = next;
    }
    return now;
}
