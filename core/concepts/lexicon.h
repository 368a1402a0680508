/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A vocabulary made ready for matching: its labels and the phrases of its rules as a trie of stems.
 *
 * A pattern is a label of a concept, or a phrase (a cue) that a rule asks for. Patterns are cut into
 * tokens by the analyser, in the label's language; each distinct stem is a symbol, a number. From a
 * root the trie leads over symbols to the patterns that end at a node. English labels hang on a root
 * of their own, because «art» is a word in both languages; labels without a language and those that
 * match with their capitals (names) hang on both.
 *
 * Built once a vocabulary, never changed after: several matchers may use one at the same time.
 */
#ifndef SAMSOK_CONCEPTS_LEXICON_H
#define SAMSOK_CONCEPTS_LEXICON_H

#include "core/concepts/vocabulary.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum { SAMSOK_ROOT_NORWEGIAN, SAMSOK_ROOT_ENGLISH, SAMSOK_ROOT_COUNT } SamsokRoot;

/* Something a rule asks for: a cue's pattern, or a concept. Keys of both kinds share one number
 * space: concepts are their resource numbers, cues follow. */
typedef guint SamsokKey;

/* samsok:rule, ready to be asked. The arrays (of SamsokKey) are NULL when empty. */
typedef struct {
    GArray *near;
    GArray *in_section;
    GArray *not_near;
    GArray *not_in;
} SamsokContextRule;

typedef struct {
    SamsokKey key;       /* the concept, or the cue */
    bool is_cue;
    const char *text;    /* as written in the vocabulary */
    SamsokProperty kind; /* PREF_LABEL, ALT_LABEL, HIDDEN_LABEL */
    guint token_count;
    bool exact;          /* words as written, not stems */
    bool case_sensitive; /* capitals too */
    bool open;           /* concepts inside are kept */
    bool not_after_name; /* see samsok_is_behind_name */
    bool not_denied;     /* see samsok_is_denied */
    bool is_law;         /* its last word is a law's name … */
    bool is_doer;        /* … or may name who does it */
    bool as_first_part;  /* may begin a longer word; single words only */
    bool as_last_part;
    GPtrArray *rules;    /* of SamsokContextRule, NULL when there are none */
    guint next;          /* another pattern that ends at the same node, 0 for none */
    guint file;          /* where it was said, for `concepts check` */
    guint line;
} SamsokPattern;

typedef struct _SamsokLexicon SamsokLexicon;

/* Owner: the caller; `vocabulary` is lent and must outlive it.
 * Errors: INTERNAL when there is no stemmer. */
SamsokLexicon *samsok_lexicon_new(const SamsokVocabulary *vocabulary, GError **error);
void samsok_lexicon_free(SamsokLexicon *lexicon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokLexicon, samsok_lexicon_free)

const SamsokVocabulary *samsok_lexicon_vocabulary(const SamsokLexicon *lexicon);
/* The names of cases (samsok:assignedBy "cases") as a lexicon of their own, so that the name of a
 * project silences no concept in it. Lent. */
const SamsokLexicon *samsok_lexicon_cases(const SamsokLexicon *lexicon);

/* The symbol of `stem`, 0 when no pattern has it. */
guint samsok_lexicon_symbol(const SamsokLexicon *lexicon, const char *stem);
/* The symbol of a pattern's word that `word` (folded, not itself a symbol) begins or ends with,
 * where the vocabulary allows it, the longest one; else 0. Costs a look-up a letter: remember it. */
guint samsok_lexicon_part(const SamsokLexicon *lexicon, const char *word);

/* Walking: from a root or a node over a symbol to a node; 0 when there is no way. */
guint samsok_lexicon_enter(const SamsokLexicon *lexicon, SamsokRoot root, guint symbol);
guint samsok_lexicon_step(const SamsokLexicon *lexicon, guint node, guint symbol);
/* True when a longer pattern leads on from `node`. */
bool samsok_lexicon_goes_on(const SamsokLexicon *lexicon, guint node);
/* The first pattern that ends at `node`, 0 for none; more follow by `next`. */
guint samsok_lexicon_ending(const SamsokLexicon *lexicon, guint node);
const SamsokPattern *samsok_lexicon_pattern(const SamsokLexicon *lexicon, guint pattern);
/* Patterns are numbered from 1 to this. */
guint samsok_lexicon_pattern_count(const SamsokLexicon *lexicon);

/* What a rule's key is called: a concept's id, or the cue's phrase. */
const char *samsok_lexicon_key_name(const SamsokLexicon *lexicon, SamsokKey key);
/* True when a rule asks whether `key` stands in the section. */
bool samsok_lexicon_is_asked_in_section(const SamsokLexicon *lexicon, SamsokKey key);
/* `key` and what stands above it, nearest first (GArray of guint, lent); NULL for a cue. More than
 * SAMSOK_MAX_CONCEPTS_ABOVE mean that not all are there. */
const GArray *samsok_lexicon_above(const SamsokLexicon *lexicon, SamsokKey key);
/* True when `concept` is `ancestor` or below it. */
bool samsok_lexicon_is_below(const SamsokLexicon *lexicon, guint concept, guint ancestor);

G_END_DECLS

#endif
