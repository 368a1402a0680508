/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a stored passage is what a query asks for: phrases to the letter, nearness by words.
 *
 * The index knows stems and no places, so it answers phrases, NEAR, wildcards and words of headings
 * with candidates: passages that hold the stems. Here the whole tree is weighed against the text.
 *
 *     PHRASE  its letters in this order, whole words at both ends; case, white space, the look of
 *             dashes and quotes and soft hyphens do not count
 *     NEAR    its words, as stems and in any order, within SAMSOK_NEAR_WORDS words
 *     PREFIX  a word that begins so
 *     WORD    its stems, in the text, the headings above it or the report's title; a word of several
 *             parts (0-24-samarbeidet) needs them all unless it is merely welcome
 *     VALUE, YEARS  taken as true: the index has seen to them
 *
 * Threads: a check belongs to one thread, that of its analyser.
 */
#ifndef SAMSOK_QUERY_CHECK_H
#define SAMSOK_QUERY_CHECK_H

#include "core/language/analyser.h"
#include "core/query/query.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* True when the index can only give candidates for `node`, or for something below it. */
bool samsok_query_node_is_inexact(const SamsokQueryNode *node);
/* The same for the whole query: its candidates must be checked. */
bool samsok_query_needs_check(const SamsokQuery *query);

/* A passage and what stands above it. Lent for the call. */
typedef struct {
    const char *text;
    const char *language;
    const char *title;                 /* of the report */
    const char *section_number;
    const char *const *section_titles; /* NULL-terminated, from the top */
} SamsokQueryTarget;

typedef struct _SamsokQueryCheck SamsokQueryCheck;

/* `query` and `analyser` are lent and must outlive the check. Owner: the caller. */
SamsokQueryCheck *samsok_query_check_new(const SamsokQuery *query, SamsokAnalyser *analyser);
void samsok_query_check_free(SamsokQueryCheck *check);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokQueryCheck, samsok_query_check_free)

/* True when the answer may depend on the report's title; else the target's may be "". */
bool samsok_query_check_reads_title(const SamsokQueryCheck *check);

bool samsok_query_check_matches(SamsokQueryCheck *check, const SamsokQueryTarget *target);

G_END_DECLS

#endif
