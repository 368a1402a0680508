/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A query as understood: a tree of words, phrases and filters. core/query/parse.h makes it.
 *
 *     BAG    children with an occurrence each: required, forbidden or welcome. With nothing but
 *            filters required, one of the welcome ones must be there. «a OG b» is a bag of required
 *            children.
 *     OR     any child
 *     NEAR   its words, in any order, within SAMSOK_NEAR_WORDS words
 *     WORD   what was typed without a blank; `0-24-samarbeidet` gives three words
 *     PREFIX words that begin so
 *     PHRASE exactly these letters, but for case, white space and the look of dashes and quotes
 *     VALUE  a filter's value;  YEARS a range of years
 *
 * Words know their stems in both languages, so that everything that looks for a word (the index, the
 * check of stored text, the snippet) looks for the same. Classes of stems, compound parts and
 * corrections are further alternatives of a SamsokQueryWord.
 *
 * Phrases, NEAR, filters and words of a named field are required in a bag unless forbidden: who types
 * them wants nothing else. A second value of the same filter beside the first means either.
 *
 * All strings and nodes live as long as the query.
 */
#ifndef SAMSOK_QUERY_QUERY_H
#define SAMSOK_QUERY_QUERY_H

#include "core/query/fields.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
    SAMSOK_QUERY_BAG,
    SAMSOK_QUERY_OR,
    SAMSOK_QUERY_NEAR,
    SAMSOK_QUERY_WORD,
    SAMSOK_QUERY_PREFIX,
    SAMSOK_QUERY_PHRASE,
    SAMSOK_QUERY_VALUE,
    SAMSOK_QUERY_YEARS
} SamsokQueryKind;

typedef enum {
    SAMSOK_WELCOME,  /* only in a bag: ranks higher when there */
    SAMSOK_REQUIRED, /* everywhere but in a bag, too */
    SAMSOK_FORBIDDEN
} SamsokOccurrence;

#define SAMSOK_WORD_ALTERNATIVES 16
#define SAMSOK_WORD_PARTS 4
#define SAMSOK_WORD_MEANT 3

/* What the parser cannot know (alternatives, parts, correction) is filled in by who knows the index;
 * without it a word is its stems alone. */
typedef struct {
    const char *word;         /* folded; that of a PREFIX has no accents */
    const char *stem;         /* Norwegian */
    const char *english_stem; /* the same pointer as `stem` when it is equal */
    bool is_stop;
    bool is_met; /* some passage has one of these stems */
    const char *alternatives[SAMSOK_WORD_ALTERNATIVES + 1]; /* further stems that mean the same */
    const char *parts[SAMSOK_WORD_PARTS + 1]; /* stems of the parts of a compound */
    const char *meant[SAMSOK_WORD_MEANT + 1]; /* what an unknown word was taken for, likeliest first */
    const char *bokmal;       /* what a word of nynorsk was also taken for, blanks between; NULL */
    const char *concept;      /* id of what it abbreviates or is English for; NULL */
    const char *norwegian;    /* the concept's label that an English word was also taken for; NULL */
} SamsokQueryWord;

/* True when `stem` is one of the word's stems: Norwegian, English or an alternative. */
bool samsok_query_word_has_stem(const SamsokQueryWord *word, const char *stem);
/* Adds an alternative or a part, unless it is one of the word's stems or parts already or there is no
 * room; parts of three letters and fewer are passed over. The string is lent. */
void samsok_query_word_add_stem(SamsokQueryWord *word, const char *stem);
void samsok_query_word_add_part(SamsokQueryWord *word, const char *stem);

typedef struct _SamsokQueryNode SamsokQueryNode;
struct _SamsokQueryNode {
    SamsokQueryKind kind;
    SamsokOccurrence occurrence;
    SamsokQueryField field;
    const char *text;    /* WORD, PREFIX, PHRASE, VALUE: as typed, without quotes and star; else "" */
    guint year_first;    /* YEARS */
    guint year_last;
    GArray *words;       /* of SamsokQueryWord; WORD, PREFIX, PHRASE: at least one; else NULL */
    GPtrArray *children; /* of SamsokQueryNode *; BAG, OR, NEAR: at least one; else NULL */
};

typedef struct {
    SamsokQueryNode *root; /* NULL when nothing to look for was typed */
    SamsokQueryNode *names; /* BAG of words that rank and are shown but need not be there; NULL */
    GPtrArray *notes;      /* of char *: what was taken otherwise than typed */
    GPtrArray *nodes;      /* owns every node */
    GStringChunk *strings;
} SamsokQuery;

void samsok_query_free(SamsokQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokQuery, samsok_query_free)

/* The query as it was understood, in the query language itself: parsed again it gives the same tree.
 * "" without a root. Owner: the caller. */
char *samsok_query_describe(const SamsokQuery *query);
/* The same with what unknown words were taken for in their places; NULL where no word was. Owner: the caller. */
char *samsok_query_describe_corrected(const SamsokQuery *query);
/* How deep the description's parentheses nest: those typed and those it shows for operators. */
guint samsok_query_depth(const SamsokQuery *query);

/* True for a node that chooses and never ranks: VALUE, YEARS and an OR of such. */
bool samsok_query_node_is_filter(const SamsokQueryNode *node);

/* Adds a note unless it is there already; after SAMSOK_MAX_QUERY_NOTES of them it is dropped. */
void samsok_query_note(GPtrArray *notes, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Calls `each` for every leaf that a hit may show: words, prefixes and phrases not below something
 * forbidden, and the names. */
typedef void (*SamsokEachLeaf)(const SamsokQueryNode *leaf, void *data);
void samsok_query_each_shown(const SamsokQuery *query, SamsokEachLeaf each, void *data);

G_END_DECLS

#endif
