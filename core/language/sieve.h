/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sieve for tokens: what it holds back is certainly none of a few words.
 *
 * Of the thousands of words in the passages of a question a handful matter, and each look-up in the table of
 * all words misses the processor's cache. The sieve tells most of the others by four bytes of the folded word:
 * a Norwegian stem is a beginning of its word, so a word whose stem begins or ends as one that was added begins
 * so too, or holds that end somewhere. Some words pass that are none of them; numbers always pass, and so do words
 * that may have accents, which their stems have not.
 *
 * Held by value; all zeros is the empty sieve.
 */
#ifndef SAMSOK_LANGUAGE_SIEVE_H
#define SAMSOK_LANGUAGE_SIEVE_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

enum { SAMSOK_SIEVE_SIZE = 4096 };

typedef struct {
    guchar beginnings[SAMSOK_SIEVE_SIZE]; /* 1 by the hash of the first four bytes, or all of a shorter text */
    guchar endings[SAMSOK_SIEVE_SIZE];    /* of the last four, likewise */
    guint32 short_firsts;                 /* a bit by the first byte of each text that is shorter */
    bool has_endings;
    guchar short_endings;                 /* bit i: some ending has i bytes, fewer than four */
} SamsokSieve;

/* Lets pass every word that begins as `text` does, or is stemmed to it. */
void samsok_sieve_add(SamsokSieve *sieve, const char *text);
/* The same, and every word that has a stem that ends as `text` does. */
void samsok_sieve_add_inner(SamsokSieve *sieve, const char *text);

/* False when the word (folded, `len` bytes) is none of them. */
bool samsok_sieve_passes(const SamsokSieve *sieve, const char *word, size_t len);
/* The end of the word at `text`, as it stands there, when it is certainly none of them; NULL also when that is not
 * seen at a glance: the word is a number, has more than ASCII, æ, ø and å, or something else stands right behind it;
 * or some ending is shorter than four bytes. */
const char *samsok_sieve_pass_over(const SamsokSieve *sieve, const char *text);
/* False when `text` itself begins as none of them, or ends so. */
bool samsok_sieve_has_beginning(const SamsokSieve *sieve, const char *text);
bool samsok_sieve_has_ending(const SamsokSieve *sieve, const char *text);

G_END_DECLS

#endif
