/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which character set a text is in: the order of the questions, and what is binary. */
#include "config.h"

#include "core/shape/charset.h"

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/shape/charset-private.h"

#include <string.h>
#include <uchardet.h>

/* How much of a text may be controls and the like before it is no text: one in this many bytes, and
 * a little for short ones. Compressed data has one in ten, text with a damaged spot far less. */
#define TEXT_PER_BAD 32
/* Below this mean fit Norwegian is in doubt and uchardet is asked for other languages. */
#define DOUBTFUL_FIT 2.5
/* uchardet knows letters by their company; fewer than this are no company. */
#define UCHARDET_MIN_LETTERS 4
/* What a declaration weighs against the fit of a byte, and what a guess of uchardet does: they
 * decide between sets that read nearly alike. */
#define DECLARED_BONUS 2.0
#define GUESSED_BONUS 1.0
/* Where readers look for a PDF's header. */
#define PDF_HEADER_BYTES ((size_t)1024)
/* Bytes that uchardet is shown. */
#define UCHARDET_BYTES ((size_t)1 << 20)

/* A text on its way. */
typedef struct {
    GString *text;
    char *charset;
    GString *doubts; /* clauses, joined by "; " */
    size_t bad;      /* controls, stray NULs, damaged units: what text does not hold */
} Draft;

static void draft_clear(Draft *draft)
{
    if (draft->text != NULL) {
        g_string_free(draft->text, TRUE);
    }
    g_string_free(draft->doubts, TRUE);
    g_free(draft->charset);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Draft, draft_clear)

void samsok_decoded_text_clear(SamsokDecodedText *decoded)
{
    g_clear_pointer(&decoded->text, g_free);
    g_clear_pointer(&decoded->charset, g_free);
    g_clear_pointer(&decoded->warning, g_free);
    decoded->text_len = 0;
}

static void doubt(Draft *draft, const char *format, ...) G_GNUC_PRINTF(2, 3);
static void doubt(Draft *draft, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_string_append(draft->doubts, draft->doubts->len > 0 ? "; " : "");
    g_string_append_vprintf(draft->doubts, format, args);
    va_end(args);
}

/* Byte order marks. UTF-32LE begins as UTF-16LE does and stands before it. */
static const struct {
    const char *charset;
    const char *mark;
    size_t mark_len;
    size_t unit;
} marks[] = {
    {"UTF-8", "\xEF\xBB\xBF", 3, 1},    {"UTF-32LE", "\xFF\xFE\0\0", 4, 4},
    {"UTF-32BE", "\0\0\xFE\xFF", 4, 4}, {"UTF-16LE", "\xFF\xFE", 2, 2},
    {"UTF-16BE", "\xFE\xFF", 2, 2},
};

/* The set a byte order mark tells, NULL without one; its length in `out_len`. */
static const char *marked_charset(const char *bytes, size_t len, size_t *out_len)
{
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        if (len >= marks[i].mark_len && memcmp(bytes, marks[i].mark, marks[i].mark_len) == 0) {
            *out_len = marks[i].mark_len;
            return marks[i].charset;
        }
    }
    *out_len = 0;
    return NULL;
}

static size_t unit_of(const char *charset)
{
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        if (strcmp(marks[i].charset, charset) == 0) {
            return marks[i].unit;
        }
    }
    return 1;
}

/* Controls that no text holds. BS, SUB and ESC stand in terminal logs and DOS files, 0x14 and 0x15
 * are ¶ and § there. */
static size_t count_controls(const char *text, size_t len)
{
    static const guint32 tolerated = 1u << '\0' | 1u << '\b' | 1u << '\t' | 1u << '\n' |
                                     1u << '\v' | 1u << '\f' | 1u << '\r' | 1u << 0x14 |
                                     1u << 0x15 | 1u << 0x1A | 1u << 0x1B;
    size_t count = 0;
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        count += (c < 0x20 && (tolerated >> c & 1u) == 0) || c == 0x7F;
    }
    return count;
}

/* Characters that bytes taken for UTF-16 or UTF-32 wrongly turn into. */
static size_t count_strange(const char *text, size_t len)
{
    size_t count = 0;
    for (const char *p = text; p < text + len; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        bool private_use = c >= 0xE000 && c <= 0xF8FF && (c < 0xF000 || c > 0xF0FF);
        count += c == 0xFFFD || private_use || !g_unichar_isdefined(c);
    }
    return count;
}

/* Drops NUL bytes; one here and there is damage, a stretch of them a hole in the file. */
static void drop_nuls(Draft *draft)
{
    GString *text = draft->text;
    char *to = memchr(text->str, '\0', text->len);
    if (to == NULL) {
        return;
    }
    size_t runs = 0;
    bool in_run = false;
    const char *end = text->str + text->len;
    for (const char *from = to; from < end; from++) {
        runs += *from == '\0' && !in_run;
        in_run = *from == '\0';
        if (!in_run) {
            *to++ = *from;
        }
    }
    size_t dropped = (size_t)(end - to);
    g_string_truncate(text, (gsize)(to - text->str));
    draft->bad += runs - 1;
    doubt(draft, "NUL bytes left out: %" G_GSIZE_FORMAT, dropped);
}

static gboolean read_wide(Draft *draft, const char *bytes, size_t len, const char *charset,
                          GError **error)
{
    size_t damaged = 0;
    size_t unit = unit_of(charset);
    draft->text = samsok_charset_convert(bytes, len, charset, unit, &damaged, error);
    if (draft->text == NULL) {
        return FALSE;
    }
    if (damaged > 0) {
        doubt(draft, "units that are not valid %s: %" G_GSIZE_FORMAT, charset, damaged);
    }
    draft->charset = g_strdup(charset);
    drop_nuls(draft);
    /* A strange character weighs as the bytes of its unit, so that the measure is the same. */
    draft->bad += count_strange(draft->text->str, draft->text->len) * unit;
    return TRUE;
}

/* True for a byte with which UTF-8 begins letters of Norwegian, its quotation marks and dashes, and no eight-bit
 * set a last letter that Norwegian words have: Â, Ã, â in Latin-1. */
static bool begins_norwegian(char byte)
{
    return byte == '\xC2' || byte == '\xC3' || byte == '\xE2';
}

/* True when `bytes` are UTF-8, be it that the last character is cut; `out_len` is without it. A text without
 * whole characters of several bytes is only trusted to be cut where no word ends so: «nå» at the end of a
 * Latin-1 text looks like the beginning of a cut character too. */
static bool is_utf8(const char *bytes, size_t len, size_t *out_len)
{
    const char *stop = NULL;
    bool whole = g_utf8_validate_len(bytes, len, &stop);
    size_t valid = (size_t)(stop - bytes);
    *out_len = valid;
    if (whole) {
        return true;
    }
    size_t rest = len - valid;
    bool cut = rest < 4 && g_utf8_get_char_validated(stop, (gssize)rest) == (gunichar)-2;
    return cut && (begins_norwegian(*stop) || g_utf8_strlen(bytes, (gssize)valid) < (glong)valid);
}

/* What uchardet takes the bytes for, NULL if nothing. */
static char *uchardet_guess(const char *bytes, size_t len)
{
    uchardet_t detector = uchardet_new();
    char *name = NULL;
    if (uchardet_handle_data(detector, bytes, MIN(len, UCHARDET_BYTES)) == 0) {
        uchardet_data_end(detector);
        name = g_strdup(uchardet_get_charset(detector));
    }
    uchardet_delete(detector);
    if (name != NULL && *name == '\0') {
        g_clear_pointer(&name, g_free);
    }
    return name;
}

static bool is_doubtful(const SamsokEightBitReading *reading)
{
    size_t in_sequences = reading->high_bytes - reading->stray_bytes;
    bool damaged_utf8 = reading->mixed && in_sequences > reading->stray_bytes;
    return reading->fit < DOUBTFUL_FIT && !damaged_utf8;
}

/* Converts the whole of it from a set of several bytes a character, if it is nothing but that. */
static bool read_multibyte(Draft *draft, const char *bytes, size_t len, const char *charset)
{
    size_t damaged = 0;
    GString *text = samsok_charset_convert(bytes, len, charset, 1, &damaged, NULL);
    if (text == NULL || damaged > 0) {
        if (text != NULL) {
            g_string_free(text, TRUE);
        }
        return false;
    }
    g_string_free(draft->text, TRUE);
    draft->text = text;
    draft->charset = g_strdup(charset);
    return true;
}

static void doubt_reading(Draft *draft, const SamsokEightBitReading *reading)
{
    if (reading->mixed) {
        doubt(draft, "UTF-8 is mixed with other bytes (%" G_GSIZE_FORMAT "), read as %s",
              reading->stray_bytes, reading->charset);
    } else if (is_doubtful(reading)) {
        doubt(draft, "the character set is a guess: %s", reading->charset);
    }
}

/* Replaces the bytes in draft->text, which are not valid UTF-8, by their characters. */
static void read_eightbit(Draft *draft, const char *declared)
{
    const char *bytes = draft->text->str;
    size_t len = draft->text->len;
    SamsokEightBitReading reading = samsok_eightbit_guess(bytes, len, declared, DECLARED_BONUS);
    g_autofree char *guessed = NULL;
    if (is_doubtful(&reading)) {
        if (declared != NULL && !samsok_eightbit_is_known(declared) &&
            read_multibyte(draft, bytes, len, declared)) {
            return;
        }
        guessed = reading.high_bytes < UCHARDET_MIN_LETTERS ? NULL : uchardet_guess(bytes, len);
        if (guessed != NULL && samsok_eightbit_is_known(guessed)) {
            reading = samsok_eightbit_guess(bytes, len, guessed, GUESSED_BONUS);
        } else if (guessed != NULL && read_multibyte(draft, bytes, len, guessed)) {
            doubt(draft, "the character set is a guess: %s", guessed);
            return;
        }
    }
    doubt_reading(draft, &reading);
    GString *text = samsok_eightbit_decode(bytes, len, &reading);
    g_string_free(draft->text, TRUE);
    draft->text = text;
    draft->charset = g_strdup(reading.mixed ? "UTF-8" : reading.charset);
    /* Compressed data has both; a text in an unknown script has misfits alone. */
    size_t controls = count_controls(text->str, text->len) + draft->bad;
    draft->bad += controls > 0 ? reading.misfits / 4 : 0;
}

/* A PDF may be all ASCII and is no text all the same. Its header may have junk before it. */
static bool is_pdf(const char *bytes, size_t len)
{
    const char *mark = g_strstr_len(bytes, (gssize)MIN(len, PDF_HEADER_BYTES), "%PDF-");
    bool at_line_start = mark != NULL && (mark == bytes || mark[-1] == '\n' || mark[-1] == '\r');
    return at_line_start && g_strstr_len(bytes, (gssize)len, " obj") != NULL;
}

static gboolean refuse_binary(const Draft *draft, size_t len, GError **error)
{
    size_t text_len = draft->text->len;
    size_t bad = draft->bad + count_controls(draft->text->str, text_len);
    if ((len > 0 && text_len == 0) || bad * TEXT_PER_BAD > text_len + TEXT_PER_BAD / 2 ||
        is_pdf(draft->text->str, text_len)) {
        g_set_error_literal(error, SAMSOK_ERROR, SAMSOK_ERROR_FORMAT,
                            "binary data: no text in any character set");
        return FALSE;
    }
    return TRUE;
}

static gboolean read_bytes(Draft *draft, const char *bytes, size_t len, const char *declared,
                           GError **error)
{
    if (len > SAMSOK_MAX_TEXT_BYTES) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_LIMIT,
                    "the text is larger than %" G_GSIZE_FORMAT " bytes", SAMSOK_MAX_TEXT_BYTES);
        return FALSE;
    }
    draft->text = g_string_new_len(bytes, (gssize)len);
    drop_nuls(draft);
    if (!refuse_binary(draft, len, error)) {
        return FALSE;
    }
    size_t valid = 0;
    if (!is_utf8(draft->text->str, draft->text->len, &valid)) {
        read_eightbit(draft, declared);
        return TRUE;
    }
    if (valid < draft->text->len) {
        g_string_truncate(draft->text, valid);
        doubt(draft, "the text is cut in the middle of a character");
    }
    draft->charset = g_strdup("UTF-8");
    return TRUE;
}

static void undo_double(Draft *draft)
{
    size_t count = 0;
    GString *mended = samsok_charset_undo_double(draft->text->str, draft->text->len, &count);
    if (mended == NULL) {
        return;
    }
    g_string_free(draft->text, TRUE);
    draft->text = mended;
    if (count > 0) {
        doubt(draft, "characters that were encoded wrongly, mended: %" G_GSIZE_FORMAT, count);
    }
}

/* A declaration of what is read as its superset or subset is no contradiction: pages that say
 * ISO-8859-1 mean windows-1252. */
static bool contradicts(const char *declared, const Draft *draft)
{
    static const char *const latin1[] = {"ISO-8859-1", "windows-1252", "latin1", NULL};
    bool ascii = g_str_is_ascii(draft->text->str);
    bool both_latin1 = false;
    for (size_t i = 0; latin1[i] != NULL; i++) {
        both_latin1 = both_latin1 || g_ascii_strcasecmp(declared, latin1[i]) == 0;
    }
    both_latin1 = both_latin1 && g_strv_contains(latin1, draft->charset);
    return !ascii && !both_latin1 && g_ascii_strcasecmp(declared, draft->charset) != 0;
}

gboolean samsok_charset_decode(const char *bytes, size_t len, const char *declared,
                               SamsokDecodedText *out, GError **error)
{
    g_auto(Draft) draft = {.doubts = g_string_new(NULL)};
    size_t mark_len = 0;
    const char *charset = marked_charset(bytes, len, &mark_len);
    bytes += mark_len;
    len -= mark_len;
    if (charset == NULL) {
        charset = samsok_wide_guess(bytes, len);
    }
    bool wide = charset != NULL && unit_of(charset) > 1;
    gboolean read = wide ? read_wide(&draft, bytes, len, charset, error)
                         : read_bytes(&draft, bytes, len, declared, error);
    if (!read || !refuse_binary(&draft, len, error)) {
        return FALSE;
    }
    undo_double(&draft);
    if (declared != NULL && contradicts(declared, &draft)) {
        doubt(&draft, "declared as %s, read as %s", declared, draft.charset);
    }
    *out = (SamsokDecodedText){
        .text_len = draft.text->len,
        .charset = g_steal_pointer(&draft.charset),
        .warning = draft.doubts->len > 0 ? g_strdup(draft.doubts->str) : NULL,
    };
    out->text = g_string_free(g_steal_pointer(&draft.text), FALSE);
    return TRUE;
}
