/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How labels and rules are put into a lexicon while it is made. */
#ifndef SAMSOK_CONCEPTS_LEXICON_PRIVATE_H
#define SAMSOK_CONCEPTS_LEXICON_PRIVATE_H

#include "core/concepts/lexicon.h"
#include "core/language/analyser.h"

G_BEGIN_DECLS

typedef struct {
    guint parent;  /* the node before; 0: a root */
    guint symbol;  /* that leads here from it */
    guint pattern;
    bool goes_on;  /* it is the parent of others */
} SamsokTrieNode;

struct _SamsokLexicon {
    const SamsokVocabulary *vocabulary;
    GStringChunk *strings;
    GHashTable *symbols;     /* stem → symbol */
    GHashTable *first_parts; /* stem → symbol */
    GHashTable *last_parts;  /* stem → symbol */
    GArray *entries[SAMSOK_ROOT_COUNT]; /* of guint: the node of a symbol below a root */
    GArray *nodes;           /* of SamsokTrieNode; 0 is unused */
    GArray *steps;           /* of guint: nodes by parent and symbol, 0 for a free place; a power of two */
    guint step_count;
    GArray *patterns;        /* of SamsokPattern; 0 is unused */
    GHashTable *cues[2];     /* phrase → key: those that match by stems, those as written */
    GPtrArray *cue_names;    /* by key - resource count */
    GPtrArray *rules;        /* of SamsokContextRule, all there are */
    GPtrArray *rule_lists;   /* of GPtrArray, one a pattern with rules */
    GHashTable *section_keys;
    GPtrArray *ancestors;    /* by resource: GArray of guint, or NULL */
    SamsokAnalyser *analyser;
    GArray *tokens;          /* scratch */
    SamsokLexicon *cases;    /* names of cases; NULL in that one itself */
};

/* Puts `pattern` in under `language`, "" for both roots. Its text is cut here. */
void samsok_lexicon_put(SamsokLexicon *lexicon, const SamsokPattern *pattern,
                        const char *language);
/* Makes the rules that `concept` states, and hands each pattern of it from `first_pattern` on those
 * that are about its label. */
void samsok_lexicon_put_rules(SamsokLexicon *lexicon, guint concept, guint first_pattern);
/* Finds out what stands above what. */
void samsok_lexicon_find_ancestors(SamsokLexicon *lexicon);

G_END_DECLS

#endif
