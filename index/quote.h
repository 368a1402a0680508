/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a quotation stands in the corpus: verbatim, nearly, or not at all, and where.
 *
 * Verbatim means that a reader would call it so: the same letters whatever white space, capitals and the look of
 * quotes and dashes; «[…]» in the quotation stands for anything between two parts in order. Nearly means that
 * most words are the same in the same order; the difference is told word by word.
 *
 * The quotation's telling words find passages through the index; a bounded number of them, each with the passages
 * beside it, is compared with the quotation in the stored text.
 */
#ifndef SAMSOK_INDEX_QUOTE_H
#define SAMSOK_INDEX_QUOTE_H

#include "index/search.h"

#include <glib.h>

G_BEGIN_DECLS

/* X(STATE, name in output) */
#define SAMSOK_QUOTE_LIST(X) \
    X(VERBATIM, "verbatim") \
    X(NEARLY, "nearly") \
    X(NOT_FOUND, "not-found")

typedef enum {
#define X(state, name) SAMSOK_QUOTE_##state,
    SAMSOK_QUOTE_LIST(X)
#undef X
} SamsokQuoteState;

/* "not-found" */
const char *samsok_quote_state_name(SamsokQuoteState state);

typedef struct {
    SamsokQuoteState state;
    double score;                 /* share of the words that are the same, 0 to 1 */
    SamsokPassageRecord *passage; /* where it stands, or begins; NULL when not found */
    SamsokReportRecord *report;
    char *citation;
    char *difference;             /* NEARLY: the quotation with [-words that are not in the source-] and
                                   * {+words of the source+}; "" else */
} SamsokQuoteFound;

void samsok_quote_found_free(SamsokQuoteFound *found);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokQuoteFound, samsok_quote_found_free)

/* Looks for `quotation` (clean, without its quotes). When it stands in several reports, the one with the id
 * `preferred` (may be NULL) is taken before others. Owner: the caller. Errors: IO, CORRUPT, STALE. */
SamsokQuoteFound *samsok_index_quote(SamsokIndex *index, const char *quotation, const char *preferred,
                                     GError **error);

/* All reports of the index: GPtrArray of SamsokReportRecord *. Owner: the caller. Errors: likewise. */
GPtrArray *samsok_index_reports(SamsokIndex *index, GError **error);

G_END_DECLS

#endif
