/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What gathering and ranking of cases share. */
#ifndef SAMSOK_INDEX_CASES_PRIVATE_H
#define SAMSOK_INDEX_CASES_PRIVATE_H

#include "core/language/analyser.h"
#include "index/cases.h"
#include "index/xapian/index.h"

G_BEGIN_DECLS

void samsok_case_free(gpointer one);

/* Every case that `question` asks for and any passage speaks of, with its docids alone, into `cases`. */
gboolean samsok_cases_find(SamsokIndex *index, const SamsokCaseQuestion *question,
                           SamsokCases *cases, GError **error);
/* Sets the points of all that are left in `cases`. */
gboolean samsok_cases_read_points(SamsokIndex *index, const SamsokCaseQuestion *question,
                                 SamsokCases *cases, GError **error);

/* Reads what its passages tell; done twice, it is done once. `is_compared`: with its words, for ranking. */
gboolean samsok_case_read(SamsokIndex *index, SamsokCases *cases, SamsokCase *one, bool is_compared,
                          GError **error);

/* A word or concept of a request. */
typedef struct {
    char *key;       /* stem, or concept id */
    char *bokmal;    /* the stem of its bokmål; NULL */
    char *shown;
    double weight;
    bool is_concept;
    GPtrArray *names; /* of GStrv: the stems of each name of a concept; NULL for a word */
} SamsokCaseWish;

/* Where there are more cases than SAMSOK_MAX_CASE_CARDS, leaves those whose passages have most of the
 * heaviest of `wishes` (of SamsokCaseWish *, heaviest first), those that `query` names among them, and
 * says so in a note. Cases of the vocabulary all stay. */
gboolean samsok_cases_choose(SamsokIndex *index, const char *query, const GPtrArray *wishes,
                             SamsokCases *cases, GError **error);
/* True when a query holds a name of the case and so means it. */
bool samsok_case_is_named(const SamsokCase *one, const char *query);

/* Reads and scores the cases by `model` (passages) and the words of `query`, both may be NULL, and takes
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
