/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts, for each head word, the words that begin or end with it and those whose rest is a head word, too. */
#include "config.h"

#include "core/language/families.h"

#include <math.h>

/* A part has three letters and more. Bytes: letters outside ASCII have two, so that a cut may fall into one
 * of them, where no head word ends. */
#define MIN_PART_BYTES 3
/* How much the share of all head words weighs against the one counted, and what it is: odds of a word that
 * few others begin or end with are near those of any word. */
#define PRIOR_WORDS 3.0
#define PRIOR_SHARE 0.5
#define MAX_ODDS 4.0
/* The first round knows head words only, the second which cuts are likely. */
#define ROUNDS 2

typedef struct {
    guint32 seen[2];     /* words that begin, and that end, with it */
    guint32 compound[2]; /* those of them whose rest is a head word */
} Family;

/* The families by where their words are held: a word takes eight bytes and more, so that no two share one. */
enum { BYTES_APART = 8 };

/* How the words around a head word are told apart. */
typedef struct {
    const SamsokHeadTable *table;
    Family *families;
    bool knows_odds; /* an earlier round has set them */
} Count;

/* Where a word can be cut into two head words: the last one begins `joint` bytes behind the first. */
typedef struct {
    size_t end;
    size_t joint;
} Cut;

static guint32 find(const Count *count, const char *word, size_t len)
{
    return len < MIN_PART_BYTES ? 0 : samsok_head_table_find(count->table, word, len);
}

static int odds_at(const Count *count, guint32 held, SamsokHeadPlace place)
{
    return samsok_head_table_odds(count->table, held, place);
}

static bool is_joint(char letter)
{
    return letter == 's' || letter == 'e';
}

/* Keeps the cut behind `end` bytes if its last part is a head word and it is the likeliest so far. */
static void try_cut(const Count *count, const char *word, size_t len, Cut cut, int first_odds, Cut *best,
                    int *best_odds)
{
    size_t start = cut.end + cut.joint;
    guint32 last = start > len ? 0 : find(count, word + start, len - start);
    int odds = last == 0 ? 0 : first_odds + odds_at(count, last, SAMSOK_HEAD_LAST);
    if (odds > *best_odds) {
        *best_odds = odds;
        *best = cut;
    }
}

/* The likeliest cut of the word by the odds of the round before; end 0 when it is likelier that it is none. */
static Cut likeliest_cut(const Count *count, const char *word, size_t len)
{
    Cut best = {0};
    int best_odds = 0;
    for (size_t end = MIN_PART_BYTES; count->knows_odds && end + MIN_PART_BYTES <= len; end++) {
        guint32 first = find(count, word, end);
        if (first == 0) {
            continue;
        }
        int odds = odds_at(count, first, SAMSOK_HEAD_FIRST);
        try_cut(count, word, len, (Cut){end, 0}, odds, &best, &best_odds);
        if (is_joint(word[end])) {
            try_cut(count, word, len, (Cut){end, 1}, odds, &best, &best_odds);
        }
    }
    return best;
}

/* True when what is left of the word behind a first part of `end` bytes is a joint and a head word. */
static bool has_joined_rest(const Count *count, const char *word, size_t len, size_t end)
{
    return is_joint(word[end]) && find(count, word + end + 1, len - end - 1) != 0;
}

/* True when what stands before a last part that begins at `start` is a head word and a joint. */
static bool has_joined_begin(const Count *count, const char *word, size_t start)
{
    return is_joint(word[start - 1]) && find(count, word, start - 1) != 0;
}

static void add(const Count *count, guint32 held, SamsokHeadPlace place, bool is_compound)
{
    Family *family = &count->families[held / BYTES_APART];
    family->seen[place]++;
    family->compound[place] += is_compound;
}

/* The word is evidence for the two parts of its likeliest cut and says nothing of others («fotografi|kunst» is
 * nothing against «fot»); a word without one is evidence, for or against, for whatever begins or ends it. */
static void count_word(const Count *count, const char *word, size_t len)
{
    Cut likeliest = likeliest_cut(count, word, len);
    if (likeliest.end > 0) {
        size_t start = likeliest.end + likeliest.joint;
        add(count, find(count, word, likeliest.end), SAMSOK_HEAD_FIRST, true);
        add(count, find(count, word + start, len - start), SAMSOK_HEAD_LAST, true);
        return;
    }
    for (size_t cut = MIN_PART_BYTES; cut + MIN_PART_BYTES <= len; cut++) {
        guint32 first = find(count, word, cut);
        guint32 last = find(count, word + cut, len - cut);
        if (first != 0) {
            bool fits = !count->knows_odds && (last != 0 || has_joined_rest(count, word, len, cut));
            add(count, first, SAMSOK_HEAD_FIRST, fits);
        }
        if (last != 0) {
            bool fits = !count->knows_odds && (first != 0 || has_joined_begin(count, word, cut));
            add(count, last, SAMSOK_HEAD_LAST, fits);
        }
    }
}

static gint8 odds_of(const Family *family, SamsokHeadPlace place)
{
    double share = (family->compound[place] + PRIOR_WORDS * PRIOR_SHARE) / (family->seen[place] + PRIOR_WORDS);
    double odds = log(share / (1 - share + 1e-9));
    return (gint8)lround(CLAMP(odds, -MAX_ODDS, MAX_ODDS) * SAMSOK_FAMILY_ODDS_UNIT);
}

static void set_odds(SamsokHeadTable *table, const Family *families)
{
    for (guint32 held = samsok_head_table_next(table, 0); held != 0;
         held = samsok_head_table_next(table, held)) {
        const Family *family = &families[held / BYTES_APART];
        samsok_head_table_set_odds(table, held, SAMSOK_HEAD_FIRST, odds_of(family, SAMSOK_HEAD_FIRST));
        samsok_head_table_set_odds(table, held, SAMSOK_HEAD_LAST, odds_of(family, SAMSOK_HEAD_LAST));
    }
}

/* Returns families with room for every word of the table. */
static Family *make_families(const SamsokHeadTable *table)
{
    guint32 end = 0;
    for (guint32 held = samsok_head_table_next(table, 0); held != 0;
         held = samsok_head_table_next(table, held)) {
        end = held;
    }
    return g_new0(Family, end / BYTES_APART + 1);
}

void samsok_families_weigh(SamsokHeadTable *table)
{
    for (guint round = 0; round < ROUNDS; round++) {
        g_autofree Family *families = make_families(table);
        Count count = {.table = table, .families = families, .knows_odds = round > 0};
        for (guint32 held = samsok_head_table_next(table, 0); held != 0;
             held = samsok_head_table_next(table, held)) {
            size_t len = 0;
            const char *word = samsok_head_table_word(table, held, &len);
            count_word(&count, word, len);
        }
        set_odds(table, families);
    }
}
