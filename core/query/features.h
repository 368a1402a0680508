/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What tells good passages of a query from less good ones, as numbers about 0 to 1.
 *
 * The reranker (core/query/rerank.h) and the script that trains its weights (tools of tests/bench) see
 * these numbers and nothing else. But for ANSWER, ANSWER_COV and DEFINITION, which are 0 without a question
 * word, none knows of question words or of a passage's position beyond «first of its report», so that what is
 * learnt from short texts holds for long ones.
 * «cov» is coverage: the wanted words that are there, each by its level (core/query/wanted.h) and
 * weighed by how rare it is, as a share of all.
 */
#ifndef SAMSOK_QUERY_FEATURES_H
#define SAMSOK_QUERY_FEATURES_H

#include "core/query/answer.h"

#include <glib.h>

G_BEGIN_DECLS

/* X(NAME, name in the weights file). The first ones are of a passage alone, those from TOP on compare
 * it with the other candidates. */
#define SAMSOK_FEATURE_LIST(X) \
    X(COV, "cov")                     /* of the text */ \
    X(COV_FORM, "cov_form")           /* the same forms alone */ \
    X(COV_STEM, "cov_stem")           /* forms and stems alone */ \
    X(COV_TITLE, "cov_title")         /* of the report's title */ \
    X(COV_HEADINGS, "cov_headings")   /* of the headings above the passage */ \
    X(COV_ALL, "cov_all")             /* of text, title and headings together */ \
    X(OFTEN, "often")                 /* of COV_ALL, what comes again counting more: the sum as BM25 has it, in tens */ \
    X(MISSING, "missing")             /* the rarest word that is nowhere, as a share of the rarest */ \
    X(SENTENCE, "sentence")           /* of the best sentence */ \
    X(SENTENCE_REST, "sentence_rest") /* of the best sentence, over the words that are not in the title */ \
    X(SENTENCE_ALL, "sentence_all")   /* of the best sentence with title and headings */ \
    X(SENTENCE_TWO, "sentence_two")   /* of the best sentence and the one before it */ \
    X(ADJACENT, "adjacent")           /* neighbours in the query that are neighbours in the text */ \
    X(NEARNESS, "nearness")           /* neighbours in the query, by how near they come in the text */ \
    X(RUN, "run")                     /* the longest run of the query's words, stop words too */ \
    X(SUBSEQUENCE, "subsequence")     /* its longest subsequence in one sentence */ \
    X(PAIRS, "pairs")                 /* neighbours in the query, stop words too, that the text has in a row */ \
    X(RUN_WORDS, "run_words")         /* as RUN, each word alike */ \
    X(CHAIN_WORDS, "chain_words")     /* as SUBSEQUENCE, of the best sentence, each word alike */ \
    X(SENTENCE_NEAR, "sentence_near") /* how near the words stand to each other in the best sentence */ \
    X(DEFINITION, "definition")       /* a first passage's cov_title, for a query that asks what or who it is */ \
    X(NUMBERS, "numbers")             /* of the query's numbers */ \
    X(ANSWER, "answer")               /* the kind of answer asked for, in the best sentence or the next */ \
    X(ANSWER_COV, "answer_cov")       /* such an answer times what its sentence covers, the best of all sentences */ \
    X(TITLE_ONLY, "title_only")       /* 1 where the text has none of the words: title and headings alone do */ \
    X(FRAGMENT, "fragment")           /* a few words and no whole sentence, as on title pages: the fewer, the nearer 1 */ \
    X(LENGTH, "length")               /* logarithm of the words, of 1 at 150 */ \
    X(FIRST, "first")                 /* 1 for the first passage of a report */ \
    X(EARLY, "early")                 /* 1/(1 + its place in the report) */ \
    X(BM25, "bm25")                   /* BM25, in tens */ \
    X(TOP, "top")                     /* BM25 as a share of the best */ \
    X(SPREAD, "spread")               /* BM25 between the worst, 0, and the best, 1 */ \
    X(RANK, "rank")                   /* 1/(1 + its place by BM25) */ \
    X(REPORT, "report")               /* the report's passages: sum of 0.5^k times the k-th best share */ \
    X(REPORT_COV, "report_cov")       /* of the report's candidates together */ \
    X(REPORT_SHARE, "report_share")   /* of the candidates, those of the report */ \
    X(NEIGHBOUR_COV, "neighbour_cov") /* together with the passages right before and behind it */ \
    X(LESS_TOP, "less_top")           /* BM25 share below the report's best passage */ \
    X(LESS_COV, "less_cov")           /* cov below the report's best */ \
    X(LESS_SENTENCE, "less_sentence") /* sentence_rest below the report's best */ \
    X(LESS_ALL, "less_all")           /* sentence_all below the report's best */

typedef enum {
#define X(code, name) SAMSOK_FEATURE_##code,
    SAMSOK_FEATURE_LIST(X)
#undef X
    SAMSOK_FEATURE_COUNT
} SamsokFeature;

const char *samsok_feature_name(SamsokFeature feature);
/* The feature of that name; SAMSOK_FEATURE_COUNT when there is none. */
SamsokFeature samsok_feature_from_name(const char *name);

/* A passage and what stands above it. */
typedef struct {
    const char *text;
    const char *language;
    const char *title;
    const char *const *section_titles; /* NULL-terminated */
    const char *report;                /* id */
    guint ordinal;                     /* its place in the report, from 0 */
    double bm25;
} SamsokRankedPassage;

/* Numbers found on the way that comparing passages needs. */
typedef struct {
    double values[SAMSOK_FEATURE_COUNT];
    double levels[SAMSOK_MAX_WANTED]; /* the best of text, title and headings */
} SamsokFeatures;

/* What is needed for reading passages; held by value. */
typedef struct {
    SamsokWanted *wanted;     /* lent; weights set */
    SamsokSieve sieve;        /* of the words that matter */
    SamsokAnswerKind answer;  /* what the query asks for */
    bool asks_what_it_is;     /* it asks for a thing itself */
    SamsokAnalyser *analyser; /* lent */
    GString *joined;
    GArray *tokens;
    GArray *sentences;
} SamsokFeatureReader;

void samsok_feature_reader_init(SamsokFeatureReader *reader, SamsokWanted *wanted,
                                SamsokAnalyser *analyser);
void samsok_feature_reader_clear(SamsokFeatureReader *reader);

/* Fills the features of the passage alone. */
void samsok_features_of_passage(SamsokFeatureReader *reader, const SamsokRankedPassage *passage,
                                SamsokFeatures *features);
/* Fills the features that compare: `passages` and `features` are `count` of each, best BM25 first. */
void samsok_features_compare(const SamsokWanted *wanted, const SamsokRankedPassage *passages,
                             SamsokFeatures *features, guint count);

G_END_DECLS

#endif
