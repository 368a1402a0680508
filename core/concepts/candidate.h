/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place where a pattern's words stand, before rules and longer labels have been asked. */
#ifndef SAMSOK_CONCEPTS_CANDIDATE_H
#define SAMSOK_CONCEPTS_CANDIDATE_H

#include "core/concepts/lexicon.h"
#include "core/concepts/tagger.h"

G_BEGIN_DECLS

typedef struct {
    guint pattern;
    guint section;
    guint block;
    guint first; /* tokens, counted through the document */
    guint last;
    guint gap;   /* the first of two tokens in between that are not the label's; 0 for none */
    guint start;
    guint end;
    guint start_byte;
    guint end_byte;
    SamsokTagMatch match;
    bool dropped;
    bool evident;   /* its rules are content, so it is evidence for others */
    const char *evidence;
} SamsokCandidate;

/* Asks the rules of every candidate, drops those that fail, and those that say no more than a longer
 * one on the same words. `candidates` (of SamsokCandidate) are in order of their first token. */
void samsok_candidates_judge(const SamsokLexicon *lexicon, GArray *candidates);

G_END_DECLS

#endif
