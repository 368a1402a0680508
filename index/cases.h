/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Precedent cases: what all reports together tell of a named project, programme or strategy.
 *
 * A case is a concept of kind "case" in the vocabulary the index is tagged with, or an undertaking that
 * reports name (index/project_cases.h). Its passages are those that mention it and those of sections whose
 * heading names it. What is told *of the case* is its own text: a passage of such a section whole; of others
 * the sentences that name it, and the one behind each. Concepts, years, and what helped or hindered are
 * read there alone. Nothing is stored of a card: the passages of every case are looked up when
 * somebody asks, and cards are gathered of at most SAMSOK_MAX_CASE_PASSAGES passages: those of the page, and
 * those that a request is compared with (at most SAMSOK_MAX_CASE_CARDS).
 */
#ifndef SAMSOK_INDEX_CASES_H
#define SAMSOK_INDEX_CASES_H

#include "index/project_cases.h"
#include "index/search.h"
#include "index/thesaurus.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
    char *text;
    char *citation;
    const char *cue; /* why it is here (core/insight/polarity.h) */
    const SamsokPassageRecord *passage;
} SamsokCaseQuote;

typedef struct {
    const SamsokConcept *concept;
    guint count; /* mentions in the case's own text */
} SamsokCaseConcept;

/* A card. Pointers without a word on them are lent by the answer. */
typedef struct {
    guint rank; /* from 1 */
    double score; /* 0 where nothing was asked */
    const SamsokConcept *concept;
    SamsokProjectKind kind;          /* what its names say that it is */
    const SamsokProjectCase *project; /* NULL: it is of the vocabulary */
    GArray *docids;      /* of uint32_t: the passages that speak of it */
    bool is_cut;         /* more do than SAMSOK_MAX_CASE_PASSAGES */
    GPtrArray *passages; /* of SamsokPassageRecord *: the card's */
    GPtrArray *reports;  /* of const SamsokReportRecord * */
    GPtrArray *points;   /* of SamsokPassageRecord *: points that mention it, findings last */
    GArray *years;       /* of guint, rising */
    GPtrArray *concepts; /* of SamsokCaseConcept *, most mentioned first; no cases */
    GPtrArray *helped;   /* of SamsokCaseQuote * */
    GPtrArray *hindered; /* likewise */
    GPtrArray *shares;   /* of const SamsokConcept *: in the request and here, rarest first */
    GPtrArray *lacks;    /* likewise: in the request and not here */
    GPtrArray *words;    /* of char *: telling words of the request found here */
    GHashTable *text;    /* of the ranking: stem → weight of its best place */
} SamsokCase;

typedef struct {
    SamsokThesaurus *thesaurus;
    GPtrArray *projects; /* of SamsokProjectCase *: what cards lend of them */
    GHashTable *reports; /* id → SamsokReportRecord * */
    GPtrArray *cases;    /* of SamsokCase *, best first: the page asked for */
    GPtrArray *notes;    /* of char *: filters that nothing in the index fits, and what was left out, for
                          * standard error */
    guint total;
} SamsokCases;

void samsok_cases_free(SamsokCases *cases);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokCases, samsok_cases_free)

typedef struct {
    const char *query;           /* words; NULL */
    const char *like;            /* id of a case, report or passage; NULL */
    const GPtrArray *model;      /* passages (tagged) of a text in no index; NULL */
    const char *only;            /* this case alone; NULL */
    const char *const *kinds;    /* names of kinds and sources (samsok_case_kind_is_known); NULL: all */
    SamsokFilters filters;       /* of the passages */
    guint count;
    guint offset;
} SamsokCaseQuestion;

/* True for a kind of undertaking (core/insight/projects.h) and for where a case is from: "vocabulary" (one of
 * its cases) or "structure" (named by reports). */
bool samsok_case_kind_is_known(const char *name);

/* The cases mentioned in passages that pass the filters. With a request (query, like, model) ranked by
 * the words and concepts they share with it, without those that share nothing; else by how much is told of them. Owner: the caller.
 * Errors: MISSING for an unknown id; IO, CORRUPT, STALE. */
SamsokCases *samsok_index_cases(SamsokIndex *index, const SamsokCaseQuestion *question,
                                GError **error);

G_END_DECLS

#endif
