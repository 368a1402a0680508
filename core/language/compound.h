/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Splits Norwegian compounds: samordningsutfordringer → samordning + utfordringer.
 *
 * A word of seven letters or more is cut into two or three parts, all but the last head words of the
 * dictionary, the last one a form of one, with nothing, s or e between. An inflection is no part: a known
 * form is not cut so that the last part lies behind what its head word has. Of all ways to cut the one
 * with the fewest and longest parts is taken (RETRIEVAL.md §5; §9: corpus frequencies add nothing, so
 * that a split depends on the word alone and shards agree). Some splits are not what a person would
 * say (stag + nasjonen): they do no harm when both sides of a search split alike, but they are not
 * for showing.
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
