/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of a passage that shows best why it was found, with the words that matched marked.
 *
 * The window is whole sentences in a row, at most SAMSOK_SNIPPET_WORDS words; one sentence may be
 * longer. It holds as many different words of the query as can be, then as many words as fit. A
 * sentence beyond SAMSOK_SNIPPET_HARD_WORDS is cut around its matches, with «…» where it was cut.
 */
#ifndef SAMSOK_QUERY_SNIPPET_H
#define SAMSOK_QUERY_SNIPPET_H

#include "core/language/analyser.h"
#include "core/query/matcher.h"

#include <glib.h>

G_BEGIN_DECLS

/* A highlighted stretch: code points from the start of the snippet, end excluded. */
typedef struct {
    guint start;
    guint end;
} SamsokSpan;

/* The snippet of `text` (clean) as one line. Where `analyser` splits compounds, those with a word of the query as
 * a part match too. `highlights` (a GArray of SamsokSpan) is replaced with
 * the matched words in it, in order and apart from each other. Owner: the caller frees. */
char *samsok_snippet(const char *text, const char *language, const SamsokQueryMatcher *matcher,
                     SamsokAnalyser *analyser, GArray *highlights);

G_END_DECLS

#endif
