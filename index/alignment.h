/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares a quotation with a text: the same letters, or word by word. */
#ifndef SAMSOK_INDEX_ALIGNMENT_H
#define SAMSOK_INDEX_ALIGNMENT_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

/* True when all parts of `quotation` between ellipses ([…], (…), … between blanks) stand in `text` in order, as
 * core/query/letters.h compares letters. *out_place is the part of `text` before it, 0 to 1. */
bool samsok_alignment_is_verbatim(const char *quotation, const char *text, double *out_place);

/* The stretch of `text` that is most like `quotation`: words kept, less half of those put in, as a share of
 * the quotation's words, 0 to 1. *out_difference (owned by the caller) tells the words that differ. Bounded by
 * SAMSOK_MAX_ALIGNED_WORDS on both sides. */
double samsok_alignment_score(const char *quotation, const char *text, char **out_difference, double *out_place);

G_END_DECLS

#endif
