/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the character set recogniser tell each other; nobody else includes this.
 *
 * Libraries do what libraries can: iconv converts, uchardet guesses. uchardet decides by letter
 * statistics of whole languages, needs some hundred letters, knows no cp865 or MacRoman for
 * Norwegian and calls short or mixed files anything. Norwegian text has three letters that settle
 * the question when one asks where each stands in its word, which is what charset_fit.c does.
 */
#ifndef SAMSOK_SHAPE_CHARSET_PRIVATE_H
#define SAMSOK_SHAPE_CHARSET_PRIVATE_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

/* charset_fit.c: how well a character fits where it stands in a Norwegian text. */

/* What stands beside a character. */
typedef enum {
    SAMSOK_BESIDE_EDGE, /* white space, or the end of the text */
    SAMSOK_BESIDE_LOWER,
    SAMSOK_BESIDE_UPPER,
    SAMSOK_BESIDE_DIGIT,
    SAMSOK_BESIDE_MARK,    /* punctuation */
    SAMSOK_BESIDE_FOREIGN, /* a letter of another script */
    SAMSOK_BESIDE_OTHER    /* symbols, controls, nothing known */
} SamsokBeside;

/* What a character is, as far as its fit is concerned; the values are charset_fit.c's own. */
typedef struct {
    guint8 kind;
    guint8 beside; /* SamsokBeside, as its neighbours see it */
} SamsokCharTraits;

/* Bounds of samsok_char_fit. A misfit is a character no Norwegian would write there. */
#define SAMSOK_FIT_BEST 6
#define SAMSOK_FIT_MISFIT (-4)
#define SAMSOK_FIT_WORST (-8)

SamsokCharTraits samsok_char_traits(gunichar c);
/* From SAMSOK_FIT_WORST to SAMSOK_FIT_BEST; 0 says nothing either way. */
int samsok_char_fit(SamsokCharTraits traits, SamsokBeside before, SamsokBeside after);

/* charset_eightbit.c: sets of one byte a character, alone or mixed with UTF-8. */

/* A way to read bytes that are not valid UTF-8. */
typedef struct {
    const char *charset; /* IANA name; static, or the `extra` that was given */
    bool mixed;          /* valid UTF-8 sequences are read as UTF-8 */
    bool has_c1;         /* bytes 0x80 to 0x9F occur */
    size_t high_bytes;   /* bytes above 0x7F */
    size_t stray_bytes;  /* those outside of UTF-8 sequences */
    size_t misfits;      /* bytes that this reading makes implausible */
    double fit;          /* mean fit of a high byte, for comparison with 0 to SAMSOK_FIT_BEST */
} SamsokEightBitReading;

/* True when iconv knows `charset` as a set of one byte a character that extends ASCII. */
bool samsok_eightbit_is_known(const char *charset);

/* The best reading among the sets Norwegian has been written in and `extra` (NULL for none), which
 * is preferred by `extra_bonus` a byte. */
SamsokEightBitReading samsok_eightbit_guess(const char *bytes, size_t len, const char *extra,
                                            double extra_bonus);

/* Reads `bytes` so; what the set does not define becomes U+FFFD. */
GString *samsok_eightbit_decode(const char *bytes, size_t len,
                                const SamsokEightBitReading *reading);

/* charset_wide.c: UTF-16 and UTF-32. */

/* The set that the bytes' zeros show, "UTF-16LE" …, without a byte order mark; NULL if none. */
const char *samsok_wide_guess(const char *bytes, size_t len);

/* charset_convert.c: iconv. */

/* Converts with iconv; each unit of `unit` bytes that is not valid becomes U+FFFD and is counted in
 * out_damaged, a unit cut off at the end is counted and left out.
 * Errors: UNSUPPORTED (iconv does not know the set), LIMIT. */
GString *samsok_charset_convert(const char *bytes, size_t len, const char *charset, size_t unit,
                                size_t *out_damaged, GError **error);

/* charset_double.c: UTF-8 that was taken for an 8-bit set and encoded again. */

/* Undoes it wherever it stands in `text` (valid UTF-8), also repeated. Returns NULL when there was
 * nothing to undo, else the mended text; out_count counts the characters mended. */
GString *samsok_charset_undo_double(const char *text, size_t len, size_t *out_count);

G_END_DECLS

#endif
