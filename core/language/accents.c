/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes letters apart by Unicode's decompositions, and by a table where there are none. */
#include "config.h"

#include "core/language/accents.h"

#include <string.h>

#include "core/language/analyser.h"
#include "core/language/plain.h"

enum { AE = 0xE6, OE = 0xF8, AA = 0xE5 };

static bool is_norwegian(gunichar c)
{
    return c < 0x80 || c == AE || c == OE || c == AA;
}

/* What Unicode does not take apart, or not as Norwegian does. */
static const char *spelling_of(gunichar c)
{
    static const struct {
        gunichar letter;
        const char *spelling;
    } spellings[] = {
        {0xE4, "æ"},  {0xF6, "ø"},  {0xF0, "d"},   {0x111, "d"},  {0xFE, "th"}, {0xDF, "ss"}, {0x153, "oe"},
        {0x142, "l"}, {0x131, "i"}, {0x127, "h"}, {0x167, "t"}, {0x14B, "n"}, {0, NULL},
    };
    guint i = 0;
    while (spellings[i].spelling != NULL && spellings[i].letter != c) {
        i++;
    }
    return spellings[i].spelling;
}

/* The letter below the marks, as far as need be: a Norwegian one, or one that is spelt otherwise; `c` when there is
 * none. */
static gunichar base_of(gunichar c)
{
    gunichar base = c;
    gunichar mark = 0;
    while (!is_norwegian(base) && spelling_of(base) == NULL) {
        if (!g_unichar_decompose(base, &base, &mark) || !g_unichar_ismark(mark)) {
            return c;
        }
    }
    return base;
}

static bool is_accent(gunichar c)
{
    return c >= 0x300 && c <= 0x36F;
}

/* Appends the letter to what ends at `out` and returns where it ends now. */
static char *append_plain(char *out, gunichar c)
{
    if (is_accent(c)) {
        return out;
    }
    gunichar base = base_of(c);
    const char *spelling = spelling_of(base);
    return spelling == NULL ? out + g_unichar_to_utf8(base, out) : g_stpcpy(out, spelling);
}

const char *samsok_accents_strip(const char *word, SamsokPlainWord plain)
{
    size_t len = strlen(word);
    const char *foreign = samsok_first_foreign(word, word + len);
    if (*foreign == '\0' || len > SAMSOK_MAX_WORD_BYTES) {
        return word;
    }
    memcpy(plain, word, (size_t)(foreign - word));
    char *out = plain + (foreign - word);
    for (; *foreign != '\0'; foreign = g_utf8_next_char(foreign)) {
        out = append_plain(out, g_utf8_get_char(foreign));
    }
    *out = '\0';
    return *plain == '\0' || strcmp(plain, word) == 0 ? word : plain;
}

const char *samsok_accents_strip_meaningful(const char *word, SamsokPlainWord plain)
{
    const char *stripped = samsok_accents_strip(word, plain);
    return stripped != word && samsok_analyser_is_stop_word(stripped) ? word : stripped;
}

bool samsok_accents_ends_stressed(const char *word)
{
    return g_str_has_suffix(word, "é") || g_str_has_suffix(word, "è") || g_str_has_suffix(word, "ê");
}

bool samsok_accents_begins(const char *word, const char *prefix)
{
    SamsokPlainWord plain;
    return g_str_has_prefix(samsok_accents_strip(word, plain), prefix);
}
