/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How readily a head word is part of compounds, learnt from the dictionary's own words.
 *
 * A dictionary holds thousands of compounds without saying where their parts meet. Of the words that begin
 * with «bok», most go on with another head word (bok|hylle, bok|handel); of those that begin with «kon»,
 * hardly any do (kon|takt by chance). The share of the words around a head word that could be its compounds
 * — its family in the sense of Schreuder and Baayen, «How complex simplex words can be», 1997, measured
 * against chance — tells a part from letters that happen to be a word.
 */
#ifndef SAMSOK_LANGUAGE_FAMILIES_H
#define SAMSOK_LANGUAGE_FAMILIES_H

#include "core/language/head_table.h"

G_BEGIN_DECLS

/* Odds are kept as natural logarithms times this. */
#define SAMSOK_FAMILY_ODDS_UNIT 16.0

/* Sets the odds of every word in the table as the first and as the last part of a compound. Takes
 * most of a second for both dictionaries. */
void samsok_families_weigh(SamsokHeadTable *table);

G_END_DECLS

#endif
