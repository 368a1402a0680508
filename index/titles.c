/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares titles. */
#include "config.h"

#include "index/titles.h"

#include <string.h>

#include "index/schema.h"

enum {
    MAX_WORD = SAMSOK_TITLE_WORD_BYTES,
    MAX_TITLE_WORDS = SAMSOK_TITLE_WORDS_COMPARED,
    LONG_WORD = 5       /* shorter words are alike only when they are the same */
};
/* Words are variants of each other when so much of them is the same: «moglegheiter», «muligheter». */
static const double alike = 0.6;

char **samsok_title_words(const char *title)
{
    g_autofree char *folded = samsok_schema_fold(title);
    return g_strsplit(folded, "-", -1);
}

/* The places of a letter or digit in a word, a bit each. */
static guint sign_of(char letter)
{
    return (guint)(guint8)letter - '0';
}

void samsok_title_word_init(SamsokTitleWord *word, const char *text)
{
    *word = (SamsokTitleWord){.text = text, .len = MIN(strlen(text), MAX_WORD)};
    for (gsize i = 0; i < word->len; i++) {
        guint sign = sign_of(text[i]);
        if (sign < SAMSOK_TITLE_SIGNS) {
            word->places[sign] |= (guint64)1 << i;
        }
    }
}

/* Levenshtein's distance of two words of at most 64 bytes, all cells of a column in one word of bits.
 * Source: Myers, A fast bit-vector algorithm for approximate string matching based on dynamic programming,
 * J. ACM 46(3), 1999, with the first row of Hyyrö 2003 (whole words, not places in a text). */
static gsize distance(const SamsokTitleWord *one, const char *other, gsize columns)
{
    guint64 rises = ~(guint64)0;
    guint64 falls = 0;
    const guint64 last = (guint64)1 << (one->len - 1);
    gsize result = one->len;
    for (gsize c = 0; c < columns; c++) {
        guint sign = sign_of(other[c]);
        guint64 same = sign < SAMSOK_TITLE_SIGNS ? one->places[sign] : 0;
        guint64 across = (((same & rises) + rises) ^ rises) | same;
        guint64 along = same | falls;
        guint64 up = falls | ~(across | rises);
        guint64 down = rises & across;
        result += (up & last) != 0 ? 1 : 0;
        result -= (down & last) != 0 ? 1 : 0;
        up = (up << 1) | 1;
        down <<= 1;
        rises = down | ~(along | up);
        falls = up & along;
    }
    return result;
}

bool samsok_title_changes_allow(gsize changes, gsize len)
{
    return len == 0 || 1.0 - (double)changes / (double)len >= alike;
}

/* 1 for the same word, less for a variant, 0 for another one. */
static double word_score(const SamsokTitleWord *one, const char *other)
{
    if (strcmp(one->text, other) == 0) {
        return 1;
    }
    gsize len = MIN(strlen(other), MAX_WORD);
    gsize longer = MAX(one->len, len);
    if (MIN(one->len, len) < LONG_WORD ||
        !samsok_title_changes_allow(longer - MIN(one->len, len), longer)) {
        return 0;
    }
    /* The distance as a share of the longer word, turned around. */
    double score = 1.0 - (double)distance(one, other, len) / (double)longer;
    return score >= alike ? 0.8 + 0.2 * score : 0;
}

bool samsok_title_word_is_like(const SamsokTitleWord *word, const char *other)
{
    return word_score(word, other) > 0;
}

static double best_of(const SamsokTitleWord *word, const char *const *words)
{
    double best = 0;
    for (guint i = 0; words[i] != NULL && i < MAX_TITLE_WORDS && best < 1; i++) {
        double score = word_score(word, words[i]);
        best = MAX(best, score);
    }
    return best;
}

SamsokTitleWord *samsok_title_words_ready(const char *const *words, guint *out_count)
{
    guint count = MIN(g_strv_length((char **)words), MAX_TITLE_WORDS);
    SamsokTitleWord *ready = g_new(SamsokTitleWord, count);
    for (guint i = 0; i < count; i++) {
        samsok_title_word_init(&ready[i], words[i]);
    }
    *out_count = count;
    return ready;
}

/* True when enough of the words stand at their own places. */
static bool is_in_order(const SamsokTitleWord *cited, guint count, const char *const *whole)
{
    guint in_order = 0;
    for (guint i = 0; i < count && whole[i] != NULL; i++) {
        in_order += word_score(&cited[i], whole[i]) > 0 ? 1 : 0;
    }
    return count <= 2 ? in_order == count : in_order * 2 >= count;
}

double samsok_title_score_ready(const SamsokTitleWord *cited, guint count, const char *const *whole)
{
    guint whole_count = g_strv_length((char **)whole);
    bool too_short = count == 1 && whole_count > 1;
    if (count == 0 || whole_count == 0 || too_short || !is_in_order(cited, count, whole)) {
        return 0;
    }
    double sum = 0;
    for (guint i = 0; i < count; i++) {
        sum += best_of(&cited[i], whole);
    }
    return sum / count * (0.9 + 0.1 * MIN(1.0, (double)count / whole_count));
}

double samsok_title_score(const char *const *cited, const char *const *whole)
{
    guint count = 0;
    g_autofree SamsokTitleWord *ready = samsok_title_words_ready(cited, &count);
    return samsok_title_score_ready(ready, count, whole);
}

double samsok_title_share(const char *const *title, const char *const *text)
{
    guint long_words = 0;
    guint found = 0;
    for (guint i = 0; title[i] != NULL && i < MAX_TITLE_WORDS; i++) {
        if (strlen(title[i]) < LONG_WORD) {
            continue;
        }
        long_words++;
        found += g_strv_contains(text, title[i]) ? 1 : 0;
    }
    return long_words == 0 ? 0 : (double)found / long_words;
}

char *samsok_title_main(const char *title)
{
    static const char *const ends[] = {": ", " – ", " - ", " — ", ". ", "? ", "! "};
    const char *first = NULL;
    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
        const char *at = strstr(title, ends[i]);
        first = at != NULL && at > title && (first == NULL || at < first) ? at : first;
    }
    return first == NULL ? NULL : g_strndup(title, (gsize)(first - title));
}
