/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What gathering and ranking of cases share. */
#ifndef SAMSOK_INDEX_CASES_PRIVATE_H
#define SAMSOK_INDEX_CASES_PRIVATE_H

#include "core/language/analyser.h"
#include "index/cases.h"
#include "index/xapian/index.h"

G_BEGIN_DECLS

/* Every case with what is told of it, unranked, into `cases`. */
gboolean samsok_cases_gather(SamsokIndex *index, const SamsokCaseQuestion *question,
                             SamsokCases *cases, GError **error);
/* Scores the gathered cases by `model` (passages) and the words of `query`, both may be NULL, and takes
 * out those without anything in common. */
gboolean samsok_cases_score(SamsokIndex *index, const char *query, const GPtrArray *model,
                            SamsokCases *cases, GError **error);

/* Where a word stands decides how much it counts. */
typedef enum { SAMSOK_CASE_NAME, SAMSOK_CASE_OWN_TEXT, SAMSOK_CASE_NEIGHBOUR } SamsokCaseText;

/* Raises what `stems` has for each telling word of `text` to what a word of such a text counts, where it
 * is less; of words of nynorsk their bokmål too. */
void samsok_case_add_text(SamsokAnalyser *analyser, GHashTable *stems, const char *text,
                          const char *language, SamsokCaseText kind);
G_END_DECLS

#endif
