/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head words of forms that a stemmer cannot lead back to them: skrev → skrive, bøkene → bok, valgt → velge,
 * nasjonalt → nasjonal.
 *
 * The table is data/irregular.words, a list of the commonest; verbs that are made of them by a first part
 * (viderebrakt) are led back as compounds are (core/language/classes.h). A form that may be of another word, too,
 * is in it only where the word is by far the one that is meant.
 *
 * Threads: the functions have no state.
 */
#ifndef SAMSOK_LANGUAGE_IRREGULAR_H
#define SAMSOK_LANGUAGE_IRREGULAR_H

#include <glib.h>

G_BEGIN_DECLS

/* The head words of a folded form, one mostly; an empty list when the table has none. Owner: the caller. */
char **samsok_irregular_heads(const char *form);

G_END_DECLS

#endif
