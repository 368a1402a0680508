/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the likeliest way to cut a word into head words. */
#include "config.h"

#include "core/language/compound.h"

#include <string.h>

#define MIN_WORD_LETTERS 7
/* A part of fewer letters is one of a few nouns. */
#define MIN_PART_LETTERS 3
#define MIN_FIRST_LETTERS 2
#define MIN_LAST_LETTERS 2
#define MAX_LETTERS 60

/* What speaks for a cut, as natural logarithms of odds: those of its parts (core/language/families.h), up to
 * a limit, less these costs. Chosen on words of which people judged the cuts
 * (tests/language/compounds-judged.txt); half or twice of one changes few of them. */
#define MOST_ODDS 3.0
#define COST_THREE_LETTERS 0.9
#define COST_FOUR_LETTERS 0.3
#define COST_JOINING_S 0.2
#define COST_S_AFTER_S 1.2
#define COST_JOINING_E 0.8
#define COST_THIRD_PART 1.0
/* A word that the dictionary lacks is rather a compound than not. */
#define ODDS_OF_UNKNOWN 1.5
#define LONGEST_BEFORE_E 5

typedef struct {
    const SamsokHeadwords *headwords;
    const char *word;
    guint offsets[MAX_LETTERS + 1]; /* where each letter begins; the last is the word's end */
    guint letters;
    guint body; /* letters before what only inflects the word; all where the dictionary lacks it */
    SamsokCompoundPart chosen[SAMSOK_COMPOUND_MAX_PARTS];
    guint depth;
    double best_odds; /* of the best way to cut; what it must beat while there is none */
    SamsokCompoundPart best[SAMSOK_COMPOUND_MAX_PARTS];
    guint best_count;
} Splitter;

/* The few nouns of two letters that compounds are made of, whose odds nobody counts: in a dictionary nearly
 * every word begins or ends with some word of two letters. */
static bool is_short_noun(const char *part, size_t len)
{
    static const char *const nouns[] = {"by", "el", "øy", "år"};
    for (size_t i = 0; i < G_N_ELEMENTS(nouns); i++) {
        if (strlen(nouns[i]) == len && memcmp(part, nouns[i], len) == 0) {
            return true;
        }
    }
    return false;
}

/* The odds of a part, at most the limit, less what its few letters cost. */
static double weighed(double odds, guint letters)
{
    return MIN(odds, MOST_ODDS) -
           (letters == 3 ? COST_THREE_LETTERS : letters == 4 ? COST_FOUR_LETTERS : 0);
}

/* True when the letters [first, end) can be a part that another follows; `odds` are its own then. */
static bool first_odds(const Splitter *splitter, guint first, guint end, double *odds)
{
    const char *part = splitter->word + splitter->offsets[first];
    size_t len = splitter->offsets[end] - splitter->offsets[first];
    if (end - first < MIN_PART_LETTERS) {
        *odds = 0;
        return is_short_noun(part, len);
    }
    bool found = samsok_headwords_first_odds(splitter->headwords, part, len, odds);
    *odds = weighed(*odds, end - first);
    return found;
}

/* The same of the letters from `first` on as the last part. */
static bool last_odds(const Splitter *splitter, guint first, double *odds)
{
    const char *part = splitter->word + splitter->offsets[first];
    size_t len = strlen(part);
    if (splitter->letters - first < MIN_PART_LETTERS) {
        *odds = MOST_ODDS;
        return strcmp(part, "år") == 0;
    }
    bool found = samsok_headwords_last_odds(splitter->headwords, part, len, odds);
    *odds = weighed(*odds, splitter->letters - first);
    return found;
}

static void cut_from(Splitter *splitter, guint first, double odds);

/* «problem|ene» and «forutsigbar|het» are no compounds, though the dictionary has «ene» and «het». */
static bool is_ending(const char *part)
{
    static const char *const endings[] = {
        "ene",   "enes",   "ens", "ers",  "ets",   "ane",    "anes",  "ende",   "ande",  "ast",  "aste",
        "het",   "heten",  "heter", "hetene", "ing", "inga", "ingen", "ingene", "inger", "ingar",
        "ingane", "elig",  "elige"};
    for (size_t i = 0; i < G_N_ELEMENTS(endings); i++) {
        if (strcmp(part, endings[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* The rest of the word as its last part: more than an inflection. */
static void try_last(Splitter *splitter, guint first, double odds)
{
    double last = 0;
    if (first + MIN_LAST_LETTERS > splitter->body || is_ending(splitter->word + splitter->offsets[first]) ||
        !last_odds(splitter, first, &last) || odds + last <= splitter->best_odds) {
        return;
    }
    splitter->chosen[splitter->depth] =
        (SamsokCompoundPart){splitter->offsets[first], splitter->offsets[splitter->letters]};
    splitter->best_odds = odds + last;
    splitter->best_count = splitter->depth + 1;
    memcpy(splitter->best, splitter->chosen, sizeof splitter->best);
}

/* Goes on behind the letters [first, end), a head word, with each joint that may follow. */
static void go_on(Splitter *splitter, guint first, guint end, double odds)
{
    const char *joint = splitter->word + splitter->offsets[end];
    bool ends_in_s = joint[-1] == 's';
    splitter->chosen[splitter->depth] =
        (SamsokCompoundPart){splitter->offsets[first], splitter->offsets[end]};
    splitter->depth++;
    cut_from(splitter, end, odds);
    bool has_room = splitter->letters - end > MIN_LAST_LETTERS;
    if (has_room && *joint == 's') {
        cut_from(splitter, end + 1, odds - (ends_in_s ? COST_S_AFTER_S : COST_JOINING_S));
    }
    if (has_room && *joint == 'e' && end - first <= LONGEST_BEFORE_E) {
        cut_from(splitter, end + 1, odds - COST_JOINING_E);
    }
    splitter->depth--;
}

static void cut_from(Splitter *splitter, guint first, double odds)
{
    if (splitter->depth > 0) {
        try_last(splitter, first, odds);
    }
    if (splitter->depth + 1 == SAMSOK_COMPOUND_MAX_PARTS) {
        return;
    }
    double before = odds - (splitter->depth > 0 ? COST_THIRD_PART : 0);
    for (guint end = first + MIN_FIRST_LETTERS; end + MIN_LAST_LETTERS <= splitter->letters; end++) {
        double mine = 0;
        if (first_odds(splitter, first, end, &mine)) {
            go_on(splitter, first, end, before + mine);
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
        splitter->best_odds = -ODDS_OF_UNKNOWN;
    }
}

guint samsok_compound_split(const SamsokHeadwords *headwords, const char *word,
                            SamsokCompoundPart parts[SAMSOK_COMPOUND_MAX_PARTS])
{
    Splitter splitter = {.headwords = headwords, .word = word};
    if (samsok_headwords_count(headwords) == 0 || !read_letters(&splitter) ||
        splitter.letters < MIN_WORD_LETTERS) {
        return 0;
    }
    find_body(&splitter);
    cut_from(&splitter, 0, 0);
    memcpy(parts, splitter.best, sizeof splitter.best);
    return splitter.best_count;
}
