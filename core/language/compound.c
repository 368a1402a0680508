/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the cheapest way to cut a word into head words. */
#include "config.h"

#include "core/language/compound.h"

#include <string.h>

#define MIN_WORD_LETTERS 7
#define MIN_PART_LETTERS 3
#define MAX_LETTERS 60

/* What a cut costs, from RETRIEVAL.md §5 with all frequencies alike. */
#define COST_PART 14.0
#define COST_THREE_LETTERS 4.0
#define COST_FOUR_LETTERS 1.5
#define COST_JOINING_S 0.5
#define COST_S_AFTER_S 5.0
#define COST_JOINING_E 1.5
#define LONGEST_BEFORE_E 5
#define COST_NONE 1e9

typedef struct {
    const SamsokHeadwords *headwords;
    const char *word;
    guint offsets[MAX_LETTERS + 1]; /* where each letter begins; the last is the word's end */
    guint letters;
    guint body; /* letters before what only inflects the word; all where the dictionary lacks it */
    SamsokCompoundPart chosen[SAMSOK_COMPOUND_MAX_PARTS];
    guint depth;
    double best_cost;
    SamsokCompoundPart best[SAMSOK_COMPOUND_MAX_PARTS];
    guint best_count;
} Splitter;

static double part_cost(guint letters)
{
    return COST_PART + (letters == 3 ? COST_THREE_LETTERS : letters == 4 ? COST_FOUR_LETTERS : 0);
}

static void cut_from(Splitter *splitter, guint first, double cost);

/* «problem|ene» and «forutsigbar|het» are no compounds, though the dictionary has «ene» and «het». */
static bool is_ending(const char *part)
{
    static const char *const endings[] = {"ene", "enes", "ens", "ers", "ets", "ane", "anes", "ende", "ande",
                                          "ast", "het", "heten", "heter", "hetene"};
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        if (strcmp(part, endings[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* The rest of the word as its last part: more than an inflection. */
static void try_last(Splitter *splitter, guint first, double cost)
{
    guint letters = splitter->letters - first;
    double total = cost + part_cost(letters);
    const char *rest = splitter->word + splitter->offsets[first];
    if (total < splitter->best_cost && first + MIN_PART_LETTERS <= splitter->body &&
        !is_ending(rest) &&
        samsok_headwords_has_form(splitter->headwords, rest, strlen(rest))) {
        splitter->chosen[splitter->depth] = (SamsokCompoundPart){
            splitter->offsets[first], splitter->offsets[splitter->letters]};
        splitter->best_cost = total;
        splitter->best_count = splitter->depth + 1;
        memcpy(splitter->best, splitter->chosen, sizeof splitter->best);
    }
}

/* Goes on behind the letters [first, end), a head word, with each joint that may follow. */
static void go_on(Splitter *splitter, guint first, guint end, double cost)
{
    const char *joint = splitter->word + splitter->offsets[end];
    bool ends_in_s = joint[-1] == 's';
    splitter->chosen[splitter->depth] =
        (SamsokCompoundPart){splitter->offsets[first], splitter->offsets[end]};
    splitter->depth++;
    cut_from(splitter, end, cost);
    bool has_room = splitter->letters - end > MIN_PART_LETTERS;
    if (has_room && *joint == 's') {
        cut_from(splitter, end + 1, cost + (ends_in_s ? COST_S_AFTER_S : COST_JOINING_S));
    }
    if (has_room && *joint == 'e' && end - first <= LONGEST_BEFORE_E) {
        cut_from(splitter, end + 1, cost + COST_JOINING_E);
    }
    splitter->depth--;
}

static void cut_from(Splitter *splitter, guint first, double cost)
{
    if (splitter->depth > 0) {
        try_last(splitter, first, cost);
    }
    if (splitter->depth + 1 == SAMSOK_COMPOUND_MAX_PARTS) {
        return;
    }
    const char *start = splitter->word + splitter->offsets[first];
    for (guint end = first + MIN_PART_LETTERS; end + MIN_PART_LETTERS <= splitter->letters; end++) {
        double next = cost + part_cost(end - first);
        /* At least one more part must come. */
        if (next + COST_PART < splitter->best_cost &&
            samsok_headwords_has(splitter->headwords, start,
                                 splitter->offsets[end] - splitter->offsets[first])) {
            go_on(splitter, first, end, next);
        }
    }
}

/* Notes where the letters begin; false for a word with anything but letters in it. */
static bool read_letters(Splitter *splitter)
{
    const char *p = splitter->word;
    for (; *p != '\0' && splitter->letters < MAX_LETTERS; p = g_utf8_next_char(p)) {
        if (!g_unichar_isalpha(g_utf8_get_char(p))) {
            return false;
        }
        splitter->offsets[splitter->letters++] = (guint)(p - splitter->word);
    }
    splitter->offsets[splitter->letters] = (guint)(p - splitter->word);
    return *p == '\0';
}

/* Widens the body by what the form shares with one of its head words. */
static void take_lemma(const char *lemma, void *data)
{
    Splitter *splitter = data;
    guint shared = 0;
    while (shared < splitter->letters && lemma[splitter->offsets[shared]] != '\0' &&
           strncmp(lemma, splitter->word, splitter->offsets[shared + 1]) == 0) {
        shared++;
    }
    splitter->body = MAX(splitter->body, shared);
}

static void find_body(Splitter *splitter)
{
    samsok_headwords_lemmas(splitter->headwords, splitter->word, strlen(splitter->word), take_lemma,
                            splitter);
    if (splitter->body == 0) {
        splitter->body = splitter->letters;
    }
}

guint samsok_compound_split(const SamsokHeadwords *headwords, const char *word,
                            SamsokCompoundPart parts[SAMSOK_COMPOUND_MAX_PARTS])
{
    Splitter splitter = {.headwords = headwords, .word = word, .best_cost = COST_NONE};
    if (samsok_headwords_count(headwords) == 0 || !read_letters(&splitter) ||
        splitter.letters < MIN_WORD_LETTERS) {
        return 0;
    }
    find_body(&splitter);
    cut_from(&splitter, 0, 0);
    memcpy(parts, splitter.best, sizeof splitter.best);
    return splitter.best_count;
}
