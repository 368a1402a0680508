/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words a query wants, in the order typed, and how well a token of a passage is one of them.
 *
 * Levels: the same form, as typed or as corrected, 1, a stem of the word 0.9, the word within a compound or a
 * compound's part 0.5, the same first letters 0.3, else 0. A compound in the text is known by the
 * letters it begins or ends with, so that no dictionary is asked. What a distinct token is worth is
 * found once in the life of the object.
 */
#ifndef SAMSOK_QUERY_WANTED_H
#define SAMSOK_QUERY_WANTED_H

#include "core/language/analyser.h"
#include "core/query/query.h"

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

#define SAMSOK_LEVEL_FORM 1.0
#define SAMSOK_LEVEL_STEM 0.9
#define SAMSOK_LEVEL_PART 0.5
#define SAMSOK_LEVEL_PREFIX 0.3

/* Words beyond these many are not ranked by, and those of the sequence not looked at: its places are bits. */
#define SAMSOK_MAX_WANTED 32
#define SAMSOK_MAX_SEQUENCE 64

/* A wanted word. Stop words are wanted only where the query has no others; they still stand in the
 * sequence. */
typedef struct {
    const SamsokQueryWord *word;
    double weight; /* how rare it is; set by who knows the index, 1 until then */
} SamsokWantedWord;

/* What a token is: its level for each wanted word, and the places in the sequence that hold its stem. */
typedef struct {
    uint64_t sequence;
    bool matches; /* some level is above 0 */
    double levels[SAMSOK_MAX_WANTED];
} SamsokTokenLevels;

typedef struct _SamsokWanted SamsokWanted;

/* `query` is lent and must outlive the object. Owner: the caller. */
SamsokWanted *samsok_wanted_new(const SamsokQuery *query);
void samsok_wanted_free(SamsokWanted *wanted);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokWanted, samsok_wanted_free)

guint samsok_wanted_count(const SamsokWanted *wanted);
SamsokWantedWord *samsok_wanted_word(SamsokWanted *wanted, guint index);
/* What a word counts that `count` of `all` passages have: its inverse document frequency as BM25 has
 * it, above 0. */
double samsok_wanted_weight(uint32_t count, uint32_t all);
/* The number of words in the sequence, stop words too: at most SAMSOK_MAX_SEQUENCE. */
guint samsok_wanted_sequence_length(const SamsokWanted *wanted);
/* The word at a place of the sequence, folded. Lent by the query. */
const char *samsok_wanted_word_at(const SamsokWanted *wanted, guint place);
/* The wanted word at a place of the sequence; -1 for a stop word. */
int samsok_wanted_at(const SamsokWanted *wanted, guint place);

/* What lets all tokens pass that have a level or a place in the sequence. Lent. */
const SamsokSieve *samsok_wanted_sieve(const SamsokWanted *wanted);

/* Lent until the object is freed. A token that a sieve held back is nothing. Tokens must
 * all be of one analyser that does not start anew meanwhile. */
const SamsokTokenLevels *samsok_wanted_levels(SamsokWanted *wanted, const SamsokToken *token);

G_END_DECLS

#endif
