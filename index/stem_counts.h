/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often each stem of a text occurs.
 *
 * Counting is asked for every word of every text, so it goes by the stems' addresses (an analyser gives
 * equal stems as one pointer) in a table small enough for the processor's nearest cache. The result
 * is bytes of its own: the terms of a text wait for its tags longer than an analyser lends its strings.
 *
 * Threads: one belongs to one thread.
 */
#ifndef SAMSOK_INDEX_STEM_COUNTS_H
#define SAMSOK_INDEX_STEM_COUNTS_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct _SamsokStemCounts SamsokStemCounts;

SamsokStemCounts *samsok_stem_counts_new(void);
void samsok_stem_counts_free(SamsokStemCounts *counts);

/* Counts `stem`, lent until the counts are taken. */
void samsok_stem_counts_add(SamsokStemCounts *counts, const char *stem);
/* What was counted since the last call, in the order in which the stems came; each as if it had come once
 * when `once`. Owner: the caller. */
GBytes *samsok_stem_counts_take(SamsokStemCounts *counts, bool once);

/* Walks what was taken: steps from `*at`, first NULL, to the next stem and how often it came there (a
 * frequent one may come again). False at the end. */
bool samsok_stem_counts_next(GBytes *taken, const char **at, const char **out_stem, guint *out_count);

G_END_DECLS

#endif
