/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which language a text is in, told by its function words: bokmål, nynorsk, English, or none of these.
 *
 * Words as «ikke» and «ikkje», «hvordan» and «korleis» part bokmål from nynorsk with certainty within
 * a few sentences, where letter statistics do not: libexttextcat's fingerprints call most bokmål
 * Danish (18 of 20 news texts tried). Words that both share (og, som, å) part Norwegian from English;
 * words of the neighbours (af, och, und, ahte …) keep Danish, Swedish, German, French, Spanish and
 * North Sámi from being taken for Norwegian.
 *
 * Votes are counted per text and may be added up, so that a short block can lean on its neighbours.
 *
 * Threads: no state.
 */
#ifndef SAMSOK_LANGUAGE_WHICH_H
#define SAMSOK_LANGUAGE_WHICH_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
    guint bokmal;  /* words that only bokmål has */
    guint nynorsk; /* words that only nynorsk has */
    guint shared;  /* words that both have */
    guint english;
    guint foreign; /* words of languages that are none of these */
} SamsokLanguageVotes;

/* Adds the votes of `text` (clean). */
void samsok_language_vote(SamsokLanguageVotes *votes, const char *text);

/* Adds `more`. */
void samsok_language_add(SamsokLanguageVotes *votes, const SamsokLanguageVotes *more);

/* "nb", "nn" or "en"; "" for another language or when there are too few votes to tell. Lent, static. */
const char *samsok_language_decide(const SamsokLanguageVotes *votes);

/* The code for a BCP 47 tag or a language's name as files declare it: "no", "nb-NO", "Norsk bokmål" →
 * "nb"; "nn-NO", "nynorsk" → "nn"; "en-GB" → "en"; NULL and others → "". Lent, static. */
const char *samsok_language_of_tag(const char *tag);

G_END_DECLS

#endif
