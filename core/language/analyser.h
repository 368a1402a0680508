/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words and their stems: the one analyser for index, query, snippet and highlight.
 *
 * A token is a maximal stretch of letters and digits; a number may hold dots and commas between
 * digits (3,5 and 2014.7), everything else separates. The folded form is lower case, NFC. The stem
 * is Snowball's Norwegian for all text but English, whatever its capitals: STEM_SOME's habit of
 * leaving capitalised words alone loses «Norges» for «Norge». æ, ø and å are
 * letters and stay; the stem has no accents (core/language/accents.h), the folded form keeps them.
 *
 * Each distinct word is analysed once in the life of an analyser: a hash table keeps folded form and
 * stem, bounded by SAMSOK_ANALYSER_MAX_WORDS, after which it starts anew.
 *
 * Threads: one analyser belongs to one thread.
 */
#ifndef SAMSOK_LANGUAGE_ANALYSER_H
#define SAMSOK_LANGUAGE_ANALYSER_H

#include "core/language/headwords.h"
#include "core/language/sieve.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>
#include <stddef.h>

G_BEGIN_DECLS

/* Rises when the same text would give other terms: such an index is rebuilt from stored text. */
#define SAMSOK_ANALYSER_VERSION 11

/* A token. Its strings are lent by the analyser until it is freed or its table starts anew,
 * which happens only between calls of samsok_analyser_tokens. */
typedef struct {
    const char *word; /* folded */
    const char *stem; /* never empty; equal stems are one pointer */
    const char *const *parts; /* stems of its compound parts other than `stem`, NULL-terminated; none
                               * without head words and in English */
    guint last;       /* byte offset in `word` of a compound's last part; 0: it is none, or English */
    guint number;     /* of the word in this kind of language, in the order in which they are met, from 1 on;
                       * what others know of words they keep under it until the analyser starts anew */
    guint start;      /* byte offset in the text */
    guint end;        /* byte offset behind the token */
} SamsokToken;

typedef struct _SamsokAnalyser SamsokAnalyser;

/* Owner: the caller. Errors: INTERNAL when libstemmer lacks Norwegian or English. */
SamsokAnalyser *samsok_analyser_new(GError **error);
void samsok_analyser_free(SamsokAnalyser *analyser);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokAnalyser, samsok_analyser_free)

/* From now on tokens have their parts, as core/language/compound.h splits them with `headwords`, which
 * must outlive the analyser; NULL: from now on they have none. Forgets all words. */
void samsok_analyser_split(SamsokAnalyser *analyser, const SamsokHeadwords *headwords);

/* Replaces the contents of `tokens` (a GArray of SamsokToken) with the tokens of `text` (clean).
 * `language` is "nb", "nn", "en" or "". Nothing is allocated per token for words seen before. */
void samsok_analyser_tokens(SamsokAnalyser *analyser, const char *text, const char *language,
                            GArray *tokens);

/* Starts anew when more than `most` words are known. Who asks about a few texts at a time calls it between them:
 * a table that fits the processor's cache is quicker, words met anew and all, than one of all words ever met. */
void samsok_analyser_forget(SamsokAnalyser *analyser, guint most);

/* The same for who looks for a few words: what the sieve holds back has neither word nor stem nor parts, all
 * NULL, and no number. Of English text nothing is held back, for its stems are no beginnings. */
void samsok_analyser_sift(SamsokAnalyser *analyser, const char *text, const char *language,
                          const SamsokSieve *sieve, GArray *tokens);

/* How often the analyser has started anew: numbers of words hold as long as it stays the same. */
guint samsok_analyser_age(const SamsokAnalyser *analyser);

/* The Norwegian stem of a folded word: Snowball's of it without accents, but the word where that is a stop word and
 * the word is none (jeger, Hamar). Lent as a token's. */
const char *samsok_analyser_stem(SamsokAnalyser *analyser, const char *word);

/* True for words that carry no meaning of their own in a question (og, er, hva, the, …), folded. */
bool samsok_analyser_is_stop_word(const char *word);

G_END_DECLS

#endif
