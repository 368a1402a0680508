/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a character fits where it stands in a Norwegian text.
 *
 * The same byte is æ in one set, a quotation mark in the next and a box corner in a third. Between
 * two small letters only the first makes a word. The fits below grade such evidence: what Norwegian
 * uses daily at its natural place is worth most, what cannot stand there is a misfit. They are
 * measured on real texts in all the sets, whole and cut down to a few words.
 */
#include "config.h"

#include "core/shape/charset-private.h"

#include <glib.h>

typedef enum {
    NORDIC,     /* æ ø å */
    ACUTE_E,    /* é: én, idé, kafé */
    FAMILIAR,   /* ò ö ä …: òg, fôr, names */
    SELDOM,     /* è à ç, and č đ ŋ š ŧ ž of Sámi names */
    LATIN,      /* other Latin letters */
    FOREIGN,    /* letters of other scripts */
    OPENING,    /* « “ and © */
    CLOSING,    /* » ” */
    APOSTROPHE, /* ’ */
    DASH,       /* – — */
    SECTION,    /* § */
    AFTER_WORD, /* … ° ™: closes what stands before it */
    BULLET,     /* • · */
    BLANK,      /* no-break space */
    HYPHEN,     /* soft hyphen */
    AMOUNT,     /* € £ ½ ± ×: stand beside numbers */
    SYMBOL,     /* what texts hardly use */
    DRAWING,    /* box drawing and blocks */
    CONTROL,    /* C1 controls */
    UNDEFINED   /* no character at all */
} CharKind;

static bool is_one_of(gunichar c, const char *list)
{
    return g_utf8_strchr(list, -1, c) != NULL;
}

static CharKind letter_kind(gunichar c)
{
    gunichar lower = g_unichar_tolower(c);
    if (is_one_of(lower, "æøå")) {
        return NORDIC;
    }
    if (lower == 0xE9) {
        return ACUTE_E;
    }
    if (is_one_of(lower, "òóôäöüá")) {
        return FAMILIAR;
    }
    if (is_one_of(lower, "èêàçčđŋšŧž")) {
        return SELDOM;
    }
    GUnicodeScript script = g_unichar_get_script(c);
    return script == G_UNICODE_SCRIPT_LATIN ? LATIN : FOREIGN;
}

static CharKind mark_kind(gunichar c)
{
    static const struct {
        CharKind kind;
        const char *chars;
    } marks[] = {
        {OPENING, "«“„‘©"}, {CLOSING, "»”"},      {APOSTROPHE, "’"}, {DASH, "–—"},
        {SECTION, "§"},     {AFTER_WORD, "…°™®"}, {BULLET, "•·"},    {AMOUNT, "€£½¼¾±×²³‰"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        if (is_one_of(c, marks[i].chars)) {
            return marks[i].kind;
        }
    }
    return c >= 0x2500 && c <= 0x259F ? DRAWING : SYMBOL;
}

static CharKind char_kind(gunichar c)
{
    if (c == 0xFFFD) {
        return UNDEFINED;
    }
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
        return CONTROL;
    }
    if (c == 0xA0) {
        return BLANK;
    }
    if (c == 0xAD) {
        return HYPHEN;
    }
    /* Unicode counts ª, º, µ and ƒ among letters; in the 8-bit sets they are symbols. */
    if (is_one_of(c, "ªºµƒ")) {
        return SYMBOL;
    }
    return g_unichar_isalpha(c) ? letter_kind(c) : mark_kind(c);
}

static SamsokBeside beside(gunichar c, CharKind kind)
{
    if (kind == FOREIGN) {
        return SAMSOK_BESIDE_FOREIGN;
    }
    if (g_unichar_isspace(c)) {
        return SAMSOK_BESIDE_EDGE;
    }
    if (kind == SYMBOL || kind >= DRAWING) {
        return g_unichar_ispunct(c) && c < 0x80 ? SAMSOK_BESIDE_MARK : SAMSOK_BESIDE_OTHER;
    }
    if (g_unichar_isdigit(c)) {
        return SAMSOK_BESIDE_DIGIT;
    }
    if (g_unichar_isalpha(c)) {
        return g_unichar_isupper(c) ? SAMSOK_BESIDE_UPPER : SAMSOK_BESIDE_LOWER;
    }
    return SAMSOK_BESIDE_MARK;
}

SamsokCharTraits samsok_char_traits(gunichar c)
{
    CharKind kind = char_kind(c);
    bool upper = kind <= LATIN && g_unichar_isupper(c);
    SamsokBeside side = upper ? SAMSOK_BESIDE_UPPER : beside(c, kind);
    return (SamsokCharTraits){.kind = (guint8)kind, .beside = (guint8)side};
}

static bool is_latin(SamsokBeside side)
{
    return side == SAMSOK_BESIDE_LOWER || side == SAMSOK_BESIDE_UPPER;
}

static bool is_open(SamsokBeside side)
{
    return side == SAMSOK_BESIDE_EDGE || side == SAMSOK_BESIDE_MARK;
}

static int letter_fit(SamsokCharTraits traits, SamsokBeside before, SamsokBeside after)
{
    static const int worth[] = {
        [NORDIC] = SAMSOK_FIT_BEST, [ACUTE_E] = 4, [FAMILIAR] = 3, [SELDOM] = 2, [LATIN] = 1};
    bool upper = traits.beside == SAMSOK_BESIDE_UPPER;
    bool stray = before == SAMSOK_BESIDE_FOREIGN || before == SAMSOK_BESIDE_OTHER ||
                 after == SAMSOK_BESIDE_FOREIGN || after == SAMSOK_BESIDE_OTHER;
    /* «lUnd», «Lund» written as «lUND» and «5å» do not occur; «EØS», «På» and «å» do. */
    bool case_breaks = upper ? before == SAMSOK_BESIDE_LOWER : after == SAMSOK_BESIDE_UPPER;
    if (stray || case_breaks || before == SAMSOK_BESIDE_DIGIT) {
        return SAMSOK_FIT_MISFIT;
    }
    if (upper && before == SAMSOK_BESIDE_UPPER && after == SAMSOK_BESIDE_LOWER) {
        return 0;
    }
    if (upper && is_open(before) && after == SAMSOK_BESIDE_UPPER) {
        return (worth[traits.kind] + 1) / 2; /* «ÅPENT»; but also a mark before a capital */
    }
    bool alone = !is_latin(before) && !is_latin(after);
    if (!alone) {
        return worth[traits.kind];
    }
    /* «å» is a word, «à» one in prices; other letters alone are marks of another set. */
    return traits.kind == NORDIC ? 3 : (traits.kind < LATIN ? 0 : -1);
}

static int foreign_fit(SamsokBeside before, SamsokBeside after)
{
    if (is_latin(before) || is_latin(after)) {
        return SAMSOK_FIT_MISFIT;
    }
    bool in_word = before == SAMSOK_BESIDE_FOREIGN || after == SAMSOK_BESIDE_FOREIGN;
    return in_word ? 2 : -1;
}

static int quote_fit(bool opening, SamsokBeside before, SamsokBeside after)
{
    SamsokBeside outside = opening ? before : after;
    SamsokBeside inside = opening ? after : before;
    if (!is_open(outside)) {
        /* «Samspill»s; nothing is glued to the front of a quotation. */
        return !opening && is_latin(outside) && inside != SAMSOK_BESIDE_EDGE ? 1 : -1;
    }
    return inside == SAMSOK_BESIDE_EDGE ? 1 : 3;
}

static int mark_fit(CharKind kind, SamsokBeside before, SamsokBeside after)
{
    bool inside_word = is_latin(before) && is_latin(after);
    bool by_number = before == SAMSOK_BESIDE_DIGIT || after == SAMSOK_BESIDE_DIGIT;
    switch (kind) {
    case APOSTROPHE:
        return is_latin(before) ? 3 : 1;
    case DASH:
        return inside_word ? 0 : 3;
    case SECTION:
        return is_latin(before) || is_latin(after) ? -1 : 3;
    case AFTER_WORD:
        if (before == SAMSOK_BESIDE_EDGE || inside_word) {
            return -1;
        }
        return before == SAMSOK_BESIDE_MARK ? 1 : 3;
    case BULLET:
        return before == SAMSOK_BESIDE_EDGE && after == SAMSOK_BESIDE_EDGE ? 3 : 0;
    case BLANK:
        return inside_word ? 0 : 2;
    case HYPHEN:
        return inside_word ? 1 : 0;
    case AMOUNT:
        return inside_word ? SAMSOK_FIT_MISFIT : (by_number ? 2 : 1);
    case DRAWING:
        return is_latin(before) || is_latin(after) ? SAMSOK_FIT_MISFIT : 0;
    case SYMBOL:
        return inside_word ? SAMSOK_FIT_MISFIT : -2;
    case NORDIC:
    case ACUTE_E:
    case FAMILIAR:
    case SELDOM:
    case LATIN:
    case FOREIGN:
    case OPENING:
    case CLOSING:
    case CONTROL:
    case UNDEFINED:
        break; /* samsok_char_fit deals with them */
    }
    return 0;
}

int samsok_char_fit(SamsokCharTraits traits, SamsokBeside before, SamsokBeside after)
{
    CharKind kind = (CharKind)traits.kind;
    switch (kind) {
    case NORDIC:
    case ACUTE_E:
    case FAMILIAR:
    case SELDOM:
    case LATIN:
        return letter_fit(traits, before, after);
    case FOREIGN:
        return foreign_fit(before, after);
    case OPENING:
    case CLOSING:
        return quote_fit(kind == OPENING, before, after);
    case CONTROL:
        return -6;
    case UNDEFINED:
        return SAMSOK_FIT_WORST;
    case APOSTROPHE:
    case DASH:
    case SECTION:
    case AFTER_WORD:
    case BULLET:
    case BLANK:
    case HYPHEN:
    case AMOUNT:
    case SYMBOL:
    case DRAWING:
        return mark_fit(kind, before, after);
    }
    return 0;
}
