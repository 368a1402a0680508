/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts as sets of stems, to ask how much of one another says.
 *
 * Stop words are left out, the parts of compounds stand beside their words. A stem weighs the more the fewer of
 * the texts have it. Threads: one set of texts belongs to one thread.
 */
#ifndef SAMSOK_INSIGHT_STEM_SETS_H
#define SAMSOK_INSIGHT_STEM_SETS_H

#include "core/language/analyser.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SamsokStemSets SamsokStemSets;

/* `analyser` is lent and must outlive it. Owner: the caller. */
SamsokStemSets *samsok_stem_sets_new(SamsokAnalyser *analyser);
void samsok_stem_sets_free(SamsokStemSets *sets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokStemSets, samsok_stem_sets_free)

/* Adds a text; the texts count from 0. `language` as for the analyser. */
void samsok_stem_sets_add(SamsokStemSets *sets, const char *text, const char *language);
/* The share of text `brief` that text `full` says, by the weight of its stems: 0 to 1. */
double samsok_stem_sets_share(const SamsokStemSets *sets, guint brief, guint full);
/* How many stems text `index` has. */
guint samsok_stem_sets_size(const SamsokStemSets *sets, guint index);

G_END_DECLS

#endif
