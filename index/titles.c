/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares titles. */
#include "config.h"

#include "index/titles.h"

#include <stdbool.h>
#include <string.h>

#include "index/schema.h"

enum {
    MAX_WORD = 48,      /* bytes of a word that are compared */
    MAX_TITLE_WORDS = 60,
    LONG_WORD = 5       /* shorter words are alike only when they are the same */
};
/* Words are variants of each other when so much of them is the same: «moglegheiter», «muligheter». */
static const double alike = 0.6;

char **samsok_title_words(const char *title)
{
    g_autofree char *folded = samsok_schema_fold(title);
    return g_strsplit(folded, "-", -1);
}

/* Levenshtein's distance as a share of the longer word, turned around. */
static double likeness(const char *one, const char *other)
{
    size_t rows = MIN(strlen(one), MAX_WORD);
    size_t columns = MIN(strlen(other), MAX_WORD);
    guint8 row[MAX_WORD + 1];
    for (size_t c = 0; c <= columns; c++) {
        row[c] = (guint8)c;
    }
    for (size_t r = 1; r <= rows; r++) {
        guint8 corner = row[0];
        row[0] = (guint8)r;
        for (size_t c = 1; c <= columns; c++) {
            guint8 change = (guint8)(corner + (one[r - 1] == other[c - 1] ? 0 : 1));
            guint8 shift = (guint8)(MIN(row[c], row[c - 1]) + 1);
            corner = row[c];
            row[c] = MIN(change, shift);
        }
    }
    size_t longer = MAX(rows, columns);
    return longer == 0 ? 0 : 1.0 - (double)row[columns] / (double)longer;
}

/* 1 for the same word, less for a variant, 0 for another one. */
static double word_score(const char *one, const char *other)
{
    if (strcmp(one, other) == 0) {
        return 1;
    }
    if (strlen(one) < LONG_WORD || strlen(other) < LONG_WORD) {
        return 0;
    }
    double score = likeness(one, other);
    return score >= alike ? 0.8 + 0.2 * score : 0;
}

static double best_of(const char *word, const char *const *words)
{
    double best = 0;
    for (guint i = 0; words[i] != NULL && i < MAX_TITLE_WORDS && best < 1; i++) {
        double score = word_score(word, words[i]);
        best = MAX(best, score);
    }
    return best;
}

double samsok_title_score(const char *const *cited, const char *const *whole)
{
    double sum = 0;
    guint count = 0;
    guint in_order = 0;
    guint whole_count = 0;
    while (whole[whole_count] != NULL) {
        whole_count++;
    }
    for (; cited[count] != NULL && count < MAX_TITLE_WORDS; count++) {
        sum += best_of(cited[count], whole);
        in_order += count < whole_count && word_score(cited[count], whole[count]) > 0 ? 1 : 0;
    }
    if (count == 0 || whole_count == 0 || (count <= 2 && in_order < count) || in_order * 2 < count) {
        return 0;
    }
    bool too_short = count == 1 && whole_count > 1;
    double share = sum / count;
    return too_short ? 0 : share * (0.9 + 0.1 * MIN(1.0, (double)count / whole_count));
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
