/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words one edit away from an unknown one: attested ones first, then by how many passages have them. */
#include "config.h"

#include "index/spelling.h"

#include "core/language/accents.h"
#include "core/language/headwords.h"

#include <string.h>

/* Shorter words have too many neighbours, longer ones are none that was typed. */
#define MIN_LETTERS 4
#define MAX_LETTERS 40
/* Whoever mistypes a word mostly gets its first letter right. */
#define FIRST_LETTER_PENALTY 8
/* How much oftener a letter is doubled, left out of two or swapped with the next one than anything else happens to it. */
#define COMMON_SLIP_FACTOR 8
/* Shorter words are never corrected to a form that nothing attests: names are short, and every name is near
 * some stem. */
#define MIN_LETTERS_OF_FORM 6

static const gunichar letters[] = {'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j',
                                   'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't',
                                   'u', 'v', 'w', 'x', 'y', 'z', 0xE6, 0xF8, 0xE5};

/* How likely a word was ever written. The index knows stems, not words: «tanleg» is of «tanlegen» as of nothing that
 * was. Of words with one stem the likeliest is shown. */
typedef enum {
    LIKE_NOTHING,  /* no more than its stem is known */
    LIKE_STEM,     /* it is its stem, and some language may have it so */
    LIKE_TYPED,    /* it ends as the typed word does (Ibsn: rather Ibsen than ibs) */
    LIKE_DICTIONARY
} Likeness;

/* What went wrong if the candidate is right, what is rare first. */
typedef enum {
    SLIP_ADDED,   /* a letter of another kind than its neighbours */
    SLIP_OTHER,   /* a letter left out, or another one typed */
    SLIP_COMMON,  /* a letter doubled, or one left out of two; two letters swapped */
} Slip;

typedef struct {
    char *word;
    const char *stem; /* lent by the analyser: equal ones are one pointer */
    Likeness likeness;
    Slip slip;
    bool ends_alike; /* as the typed word */
    bool is_attested; /* it is a word of the dictionaries, or its own stem */
    double weight;
} Candidate;

typedef struct {
    SamsokDatabase *database;
    SamsokAnalyser *analyser;
    gunichar typed[MAX_LETTERS];
    guint length;
    gunichar tried[MAX_LETTERS + 1];
    Candidate best[SAMSOK_WORD_MEANT + 1]; /* best first, each of a stem of its own; the last one is scratch */
    guint count;
    GError **error;
} Correction;

static gunichar last_letter(const char *word)
{
    return g_utf8_get_char(g_utf8_prev_char(word + strlen(word)));
}

static void judge(const Correction *correction, Candidate *candidate)
{
    const char *word = candidate->word;
    bool is_stem = strcmp(word, candidate->stem) == 0;
    bool is_known = samsok_headwords_has_lemma(samsok_headwords_shared(), word, strlen(word));
    candidate->ends_alike = last_letter(word) == correction->typed[correction->length - 1];
    candidate->is_attested = is_known || is_stem;
    candidate->likeness = is_known                ? LIKE_DICTIONARY
                          : candidate->ends_alike ? LIKE_TYPED
                          : is_stem               ? LIKE_STEM
                                                  : LIKE_NOTHING;
}

/* Where the one of the same stem is; their number when there is none. */
static guint place_of(const Correction *correction, const char *stem)
{
    guint at = 0;
    while (at < correction->count && correction->best[at].stem != stem) {
        at++;
    }
    return at;
}

/* Of two with different stems. */
static bool is_better(const Candidate *one, const Candidate *other)
{
    return one->is_attested == other->is_attested ? one->weight > other->weight : one->is_attested;
}

/* The word of the two with this stem that is shown, with what either is attested by. */
static Candidate joined(const Candidate *one, const Candidate *other)
{
    Candidate both = *other;
    bool are_likely = one->likeness >= LIKE_TYPED && other->likeness >= LIKE_TYPED;
    if (are_likely && (one->slip == SLIP_COMMON) != (other->slip == SLIP_COMMON)) {
        both = one->slip == SLIP_COMMON ? *one : *other; /* Norgee: rather Norge than norges */
    } else if (one->likeness != other->likeness) {
        both = one->likeness > other->likeness ? *one : *other;
    } else if (one->slip != other->slip) {
        both = one->slip > other->slip ? *one : *other;
    } else if (one->ends_alike) {
        both = *one;
    }
    both.is_attested = one->is_attested || other->is_attested;
    both.weight = MAX(one->weight, other->weight);
    return both;
}

/* Keeps the candidate when it is among the best, and the likeliest of its stem. Takes its word. */
static void consider(Correction *correction, Candidate candidate)
{
    guint at = place_of(correction, candidate.stem);
    if (at < correction->count) {
        Candidate both = joined(&candidate, &correction->best[at]);
        g_free(both.word == candidate.word ? correction->best[at].word : candidate.word);
        candidate = both;
    } else {
        correction->count++;
    }
    for (; at > 0 && is_better(&candidate, &correction->best[at - 1]); at--) {
        correction->best[at] = correction->best[at - 1];
    }
    correction->best[at] = candidate;
    if (correction->count > SAMSOK_WORD_MEANT) {
        g_free(correction->best[--correction->count].word);
    }
}

/* Weighs the `length` letters in `tried`; false on error. */
static bool weigh(Correction *correction, guint length, Slip slip)
{
    g_autofree char *word = g_ucs4_to_utf8(correction->tried, length, NULL, NULL, NULL);
    const char *stem = samsok_analyser_stem(correction->analyser, word);
    Candidate candidate = {.word = word, .stem = stem, .slip = slip};
    uint32_t count = 0;
    if (!samsok_database_term_count(correction->database, stem, &count, correction->error)) {
        return false;
    }
    if (count == 0) {
        return true;
    }
    bool same_start = correction->tried[0] == correction->typed[0];
    candidate.weight = (same_start ? count : (double)count / FIRST_LETTER_PENALTY) *
                       (slip == SLIP_COMMON ? COMMON_SLIP_FACTOR : 1);
    judge(correction, &candidate);
    if (candidate.is_attested || correction->length >= MIN_LETTERS_OF_FORM) {
        candidate.word = g_steal_pointer(&word);
        consider(correction, candidate);
    }
    return true;
}

/* Copies the typed letters [from, length) behind the first `at` tried ones; their number in all. */
static guint copy_rest(Correction *correction, guint at, guint from)
{
    for (guint i = from; i < correction->length; i++) {
        correction->tried[at++] = correction->typed[i];
    }
    return at;
}

/* True when the letter typed before the place is this one. */
static bool stands_beside(const Correction *correction, guint place, gunichar letter)
{
    return place > 0 && correction->typed[place - 1] == letter;
}

/* The edits at one place, the letters before it being in `tried`. */
static bool try_place(Correction *correction, guint place)
{
    bool ok = true;
    if (place < correction->length) {
        bool was_doubled = stands_beside(correction, place, correction->typed[place]);
        ok = weigh(correction, copy_rest(correction, place, place + 1), was_doubled ? SLIP_COMMON : SLIP_ADDED);
    }
    if (ok && place + 1 < correction->length) {
        correction->tried[place] = correction->typed[place + 1];
        correction->tried[place + 1] = correction->typed[place];
        ok = weigh(correction, copy_rest(correction, place + 2, place + 2), SLIP_COMMON);
    }
    for (guint i = 0; ok && i < G_N_ELEMENTS(letters); i++) {
        correction->tried[place] = letters[i];
        bool is_doubled = stands_beside(correction, place, letters[i]) ||
                          (place < correction->length && correction->typed[place] == letters[i]);
        ok = weigh(correction, copy_rest(correction, place + 1, place), is_doubled ? SLIP_COMMON : SLIP_OTHER);
        if (ok && place < correction->length) {
            ok = weigh(correction, copy_rest(correction, place + 1, place + 1), SLIP_OTHER);
        }
    }
    return ok;
}

static bool try_edits(Correction *correction)
{
    bool ok = true;
    for (guint place = 0; ok && place <= correction->length; place++) {
        copy_rest(correction, 0, 0);
        ok = try_place(correction, place);
    }
    return ok;
}

static gunichar joined_letter(gunichar first, gunichar second)
{
    if (second != 'e' && second != 'a') {
        return 0;
    }
    if (second == 'e') {
        return first == 'a' ? 0xE6 : first == 'o' ? 0xF8 : 0;
    }
    return first == 'a' ? 0xE5 : 0;
}

/* The word as it would be typed with æ, ø and å. */
static bool try_spelt_out(Correction *correction)
{
    guint length = 0;
    for (guint i = 0; i < correction->length; i++) {
        gunichar next = i + 1 < correction->length ? correction->typed[i + 1] : 0;
        gunichar joined = joined_letter(correction->typed[i], next);
        i += joined == 0 ? 0 : 1;
        correction->tried[length++] = joined == 0 ? correction->typed[i] : joined;
    }
    return length == correction->length || weigh(correction, length, SLIP_OTHER);
}

static bool take_letters(Correction *correction, const char *word)
{
    for (const char *p = word; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (!g_unichar_isalpha(c) || correction->length == MAX_LETTERS) {
            return false;
        }
        correction->typed[correction->length++] = c;
    }
    return correction->length >= MIN_LETTERS;
}

gboolean samsok_spelling_correct(SamsokDatabase *database, SamsokAnalyser *analyser,
                                 const char *word, GPtrArray *words, GError **error)
{
    Correction correction = {.database = database, .analyser = analyser, .error = error};
    bool ok = true;
    SamsokPlainWord plain; /* candidates are looked up by their stems, which have no accents */
    if (take_letters(&correction, samsok_accents_strip(word, plain))) {
        ok = try_spelt_out(&correction);
        if (ok && correction.count == 0) {
            ok = try_edits(&correction);
        }
    }
    bool says_nothing = correction.count > 0 && samsok_analyser_is_stop_word(correction.best[0].word);
    for (guint i = 0; i < correction.count; i++) {
        if (i == 0 || (!says_nothing && !samsok_analyser_is_stop_word(correction.best[i].word))) {
            g_ptr_array_add(words, correction.best[i].word);
        } else {
            g_free(correction.best[i].word);
        }
    }
    return ok;
}
