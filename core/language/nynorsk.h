/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bokmål of words of nynorsk: verkemidla → virkemiddel.
 *
 * The table is made when samsok is built (tools/nynorsk-table.py): of the forms in the system's nynorsk
 * dictionary and apertium's translations where both are there, and in any case of data/nynorsk.words, a
 * short list of our own for this field. Words that differ by their ending alone (utfordringar,
 * utfordringer) are not in it: they have one stem.
 */
#ifndef SAMSOK_LANGUAGE_NYNORSK_H
#define SAMSOK_LANGUAGE_NYNORSK_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* The bokmål of a folded word, head words mostly; an empty list when it is none of the table's.
 * *out_is_sure is false when bokmål has a word of these letters, too, with another meaning (leiing,
 * skule): then only a text in nynorsk means this one. Owner: the caller. */
char **samsok_nynorsk_bokmal(const char *word, bool *out_is_sure);

/* The number of words that have a bokmål: tells whether apertium's are among them. */
guint samsok_nynorsk_count(void);

G_END_DECLS

#endif
