/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of many titles may be the one that is cited, without comparing it with all of them.
 *
 * Nothing that samsok_title_score (index/titles.h) would find is lost. Its score is at most the share of the
 * cited words that the whole title has, the same or as a variant. So for a score of at least s, of n
 * cited words at least m = ceil(s n) must stand there, and of any n - m + 1 of them at least one. It is
 * enough to look up the titles that have one of the n - m + 1 rarest.
 *
 * Threads: an index belongs to one thread.
 */
#ifndef SAMSOK_INDEX_TITLE_INDEX_H
#define SAMSOK_INDEX_TITLE_INDEX_H

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SamsokTitleIndex SamsokTitleIndex;

/* `least` is the score (over 0, at most 1) that is asked for. */
SamsokTitleIndex *samsok_title_index_new(double least);
void samsok_title_index_free(SamsokTitleIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokTitleIndex, samsok_title_index_free)

/* Adds a title (samsok_title_words), which has the next number, from 0. The words are copied. */
void samsok_title_index_add(SamsokTitleIndex *index, const char *const *words);

/* The numbers of the titles that may reach the score with `cited`, rising, each once: GArray of guint.
 * Lent until the next call. */
const GArray *samsok_title_index_find(SamsokTitleIndex *index, const char *const *cited);

G_END_DECLS

#endif
