/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head words of the system's Norwegian dictionaries (hunspell's nb_NO and nn_NO), and which of them
 * a form is a form of.
 *
 * has_form is generous: a form is known when it is a head word or becomes one by taking off one of the
 * endings of Norwegian nouns, adjectives and verbs. That is what splitting compounds needs. Lemmas are strict: the
 * dictionary's own rules lead from the head word to the form (core/language/inflection.h). That is what doubting
 * the spelling of a word needs, for many a slip looks like an ending (kommunne, kirkeen).
 *
 * Names are left out: a head word begins with a small letter and has letters only.
 *
 * Threads: the words never change after loading, and any thread may ask.
 */
#ifndef SAMSOK_LANGUAGE_HEADWORDS_H
#define SAMSOK_LANGUAGE_HEADWORDS_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

typedef struct _SamsokHeadwords SamsokHeadwords;

/* The head words of both dictionaries in the first of `folders` (NULL-terminated) that has one of
 * them; NULL for $DICPATH and then the folders where systems keep them, whose table is kept in the user's
 * cache folder (core/language/head_table.h). Never NULL: without a dictionary the table is empty.
 * Owner: the caller. */
SamsokHeadwords *samsok_headwords_load(const char *const *folders);
void samsok_headwords_free(SamsokHeadwords *headwords);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokHeadwords, samsok_headwords_free)

/* The system's head words, loaded when first asked for and kept until the program ends. */
const SamsokHeadwords *samsok_headwords_shared(void);

/* 0 when no dictionary was found. */
guint samsok_headwords_count(const SamsokHeadwords *headwords);
/* True when the `len` bytes at `word` (folded) are a head word. */
bool samsok_headwords_has(const SamsokHeadwords *headwords, const char *word, size_t len);
/* True when they are a head word or an inflected form of one. */
bool samsok_headwords_has_form(const SamsokHeadwords *headwords, const char *word, size_t len);
/* Calls `each` with every head word that the form is one of, itself included, once or more often. The
 * word ends with a NUL and is lent during the call. */
typedef void (*SamsokEachLemma)(const char *lemma, void *data);
void samsok_headwords_lemmas(const SamsokHeadwords *headwords, const char *form, size_t len,
                             SamsokEachLemma each, void *data);
/* True when the form has one: strictly, it is a head word or one inflected by the dictionary's rules. */
bool samsok_headwords_has_lemma(const SamsokHeadwords *headwords, const char *form, size_t len);
/* Sets `odds` to how likely the `len` bytes at `word` (folded) are the first part of a compound that begins
 * with them (natural logarithm; core/language/families.h); false when they are no head word. */
bool samsok_headwords_first_odds(const SamsokHeadwords *headwords, const char *word, size_t len, double *odds);
/* The same of a form as the last part of one that ends with it; false when it is no form of a head word. */
bool samsok_headwords_last_odds(const SamsokHeadwords *headwords, const char *form, size_t len, double *odds);
/* samsok_headwords_has_form of a folded word and the system's head words, in the form of a SamsokKnownWord
 * (core/shape/shape.h): evidence for joining a hyphen at a line's end. `data` is not used. */
bool samsok_headwords_attest(const char *word, void *data);

G_END_DECLS

#endif
