/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences of Norwegian and English running text: found here, once, for all later stages.
 *
 * A full stop ends a sentence unless it belongs to an abbreviation (bl.a., f.eks., jf., kap., nr.),
 * an ordinal or a date (3. mai, 17. november), an initial, a number (2014.7) or an ellipsis inside a
 * sentence; a note mark glued to the stop («kommuner.9 Det …») belongs to the sentence it ends.
 * Closing quotes and brackets go with the sentence they close.
 */
#ifndef SAMSOK_SHAPE_SENTENCE_H
#define SAMSOK_SHAPE_SENTENCE_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Byte offsets in the text, white space between sentences excluded. */
typedef struct {
    guint start;
    guint end;
} SamsokSentence;

/* Replaces the contents of `sentences` (a GArray of SamsokSentence) with those of `text` (clean).
 * A line feed always ends a sentence. Every character that is not white space lies in exactly one. */
void samsok_sentences(const char *text, GArray *sentences);

/* True when a sentence of `text` ends with a mark (. ! ? … :), behind which a note or closing quotes and brackets may
 * stand; false of what a line's end alone ends. */
bool samsok_sentence_is_whole(const char *text, const SamsokSentence *sentence);

G_END_DECLS

#endif
