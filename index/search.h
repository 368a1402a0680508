/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking an index: from what a person typed to ranked hits with snippet, place and citation.
 *
 * An SamsokIndex is opened once and asked many times. Hits are self-contained: no source file is
 * opened for them.
 */
#ifndef SAMSOK_INDEX_SEARCH_H
#define SAMSOK_INDEX_SEARCH_H

#include "core/query/rerank.h"
#include "core/query/snippet.h"
#include "index/explanation.h"
#include "index/record.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef struct _SamsokIndex SamsokIndex;

/* Opens the index at `dir` (index/schema.h). Errors: MISSING, CORRUPT (also: newer schema), IO. */
SamsokIndex *samsok_index_open(const char *dir, GError **error);
void samsok_index_close(SamsokIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokIndex, samsok_index_close)
/* True when another version of the analyser made the words of the index. They are still found, but not by
 * every form or part; the next run makes them anew. */
bool samsok_index_is_outdated(const SamsokIndex *index);

/* Zero and NULL mean "no such filter". Strings are clean. */
typedef struct {
    const char *const *reports;   /* report ids, any of them */
    const char *const *series;
    const char *const *languages;
    const char *const *concepts;  /* ids or labels, those of cases that reports name too: all of
                                   * them, narrower ones count */
    const char *path_glob;
    const char *hit_kind;         /* SAMSOK_KIND_POINT: points are asked for; NULL: passages */
    const char *const *point_kinds; /* of points: any of these kinds */
    const char *except;           /* neither this report (its id) nor this passage (its id) */
    guint year_first;
    guint year_last;
} SamsokFilters;

typedef struct {
    const char *query;      /* as typed */
    SamsokFilters filters;
    uint32_t count;         /* hits wanted */
    uint32_t offset;
    uint32_t per_report;    /* at most so many hits a report; 0: no limit. offset and count apply to
                             * what it leaves, so that pages fit together */
    bool exact_total;       /* count all matches */
    bool only_bm25;         /* leave the index's own order */
    bool is_untyped;        /* the words are those of a text: how they were taken is told to nobody */
    bool explain;           /* keep what the answer was made with */
    const SamsokRerankWeights *weights; /* NULL: the usual ones */
} SamsokQuestion;

typedef struct {
    guint rank;                    /* from 1 */
    double score;
    double bm25;                   /* the index's own score, before reranking */
    guint duplicates;              /* passages of other reports with the same text, which are left out */
    SamsokFeatures *features;      /* why it stands where it does; NULL when it was not reranked */
    SamsokPassageRecord *passage;
    const SamsokReportRecord *report; /* lent by the answer */
    char *snippet;                 /* whole sentences, one line */
    GArray *highlights;            /* of SamsokSpan, in the snippet */
    char *citation;                /* «Difi-notat 2017:2, kap. 2.3, s. 9» */
    GPtrArray *cited;              /* of SamsokPointCited *, of a point (index/point_cited.h); else NULL */
} SamsokHit;

typedef struct {
    char *understood;  /* the query as understood, readable */
    char *corrected;   /* the query with its unknown words corrected, which were also looked for; NULL */
    GPtrArray *notes;  /* of char *: what was taken otherwise than typed, or cut short, for standard error */
    uint64_t total;    /* matching passages, whatever per_report leaves out */
    bool total_is_exact;
    uint64_t took_us;  /* from question to answer, in process */
    GPtrArray *hits;   /* of SamsokHit * */
    GHashTable *reports; /* report id → SamsokReportRecord * */
    GPtrArray *corpus;   /* all reports, of SamsokReportRecord *, where points cite some; else NULL */
    SamsokExplanation *explanation; /* NULL unless asked for */
} SamsokAnswer;

void samsok_answer_free(SamsokAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokAnswer, samsok_answer_free)

/* Any bytes are a query; none fails for what was typed. Owner: the caller.
 * Errors: IO, CORRUPT, STALE (after the bounded number of retries), LIMIT (query longer than
 * SAMSOK_MAX_QUERY_BYTES). */
SamsokAnswer *samsok_index_search(SamsokIndex *index, const SamsokQuestion *question,
                                  GError **error);

/* One report or passage by id. Owner: the caller. Errors: MISSING, IO, CORRUPT, STALE. */
SamsokReportRecord *samsok_index_report(SamsokIndex *index, const char *id, GError **error);
SamsokPassageRecord *samsok_index_passage(SamsokIndex *index, const char *id, GError **error);
/* The passages of a report in order of place: GPtrArray of SamsokPassageRecord *. */
GPtrArray *samsok_index_passages(SamsokIndex *index, const char *report_id, GError **error);

/* The citation line of a place in a report. Owner: the caller. */
char *samsok_citation(const SamsokReportRecord *report, const SamsokPassageRecord *passage);

/* 0 where a shard does not say it; empty ones say nothing. */
typedef struct {
    guint schema;
    guint shape;
    guint analyser;
    guint tagger;
} SamsokShardVersions;

typedef struct {
    SamsokShardVersions versions; /* of a stub the first shard's */
    GPtrArray *shards;   /* of SamsokShardVersions *, in their order, where those of a stub differ; else empty */
    char *generation;
    char *last_run;      /* "" if none ended */
    char *vocabulary;    /* edition the passages are tagged with; "" for none */
    char *digest;        /* of it; "" when some passages are not tagged with it */
    uint64_t reports;
    uint64_t passages;
    uint64_t stale;
    bool is_outdated;    /* samsok_index_is_outdated */
    guint headwords;     /* of the system's dictionaries; 0: words have their stems alone */
    GPtrArray *quarantine; /* of char *: "path: reason" */
} SamsokStatusInfo;
void samsok_status_info_free(SamsokStatusInfo *info);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokStatusInfo, samsok_status_info_free)
SamsokStatusInfo *samsok_index_status(SamsokIndex *index, GError **error);

G_END_DECLS

#endif
