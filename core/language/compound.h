/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Splits Norwegian compounds: samordningsutfordringer → samordning + utfordringer.
 *
 * A word of seven letters or more is cut into two or three parts, all but the last head words of the
 * dictionary, the last one a form of one, with nothing, s or e between. What decides is how readily each part
 * is part of compounds in the dictionary's own words (core/language/families.h): «kontoret» is no «kon» with a
 * «toret». A word stays whole unless a cut is likelier than none. An inflection is no part: a known form is
 * not cut so that the last part lies behind what its head word has. A split depends on the word and the
 * dictionaries alone, so that shards agree.
 */
#ifndef SAMSOK_LANGUAGE_COMPOUND_H
#define SAMSOK_LANGUAGE_COMPOUND_H

#include "core/language/headwords.h"

#include <glib.h>

G_BEGIN_DECLS

#define SAMSOK_COMPOUND_MAX_PARTS 3

/* A part: bytes [start, end) of the word, without what joins it to the next. */
typedef struct {
    guint start;
    guint end;
} SamsokCompoundPart;

/* Fills `parts` and returns how many there are: 2 or 3; 0 when `word` (folded) is no compound. */
guint samsok_compound_split(const SamsokHeadwords *headwords, const char *word,
                            SamsokCompoundPart parts[SAMSOK_COMPOUND_MAX_PARTS]);

G_END_DECLS

#endif
