/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who cites whom in an index: every reference that its passages make, with the reports it may mean.
 *
 * References are found when a report is read and stored with it (index/reference_extra.h); what they mean
 * is decided when somebody asks, so that a report that came later is found by those that cite it.
 */
#ifndef SAMSOK_INDEX_CITED_H
#define SAMSOK_INDEX_CITED_H

#include "core/insight/references.h"
#include "index/resolve.h"
#include "index/search.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* One reference and where it stands. */
typedef struct {
    SamsokReference *reference; /* start and end: code points in the passage's text; both 0 for one in a
                                 * heading */
    const SamsokReportRecord *report; /* the report that cites; lent by the table */
    char *passage;              /* id of the passage */
    char *section;              /* number of its section, else its title; "" */
    char *citation;             /* «Difi-notat 2017:2, kap. 2.3, s. 9» */
    SamsokPlace place;          /* its own page and line */
    char *label;                /* its first page's printed label; "" */
    SamsokResolutionState state;
    GArray *candidates;         /* of SamsokResolved, best first */
} SamsokCitedPlace;

typedef struct {
    GPtrArray *reports; /* of SamsokReportRecord *: the corpus, in order of ids */
    GPtrArray *places;  /* of SamsokCitedPlace *, in order of reports and places */
    bool is_cut;        /* SAMSOK_MAX_CITED_PLACES was reached */
} SamsokCitedTable;

void samsok_cited_table_free(SamsokCitedTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokCitedTable, samsok_cited_table_free)

/* Owner: the caller. Errors: IO, CORRUPT, STALE. */
SamsokCitedTable *samsok_index_cited(SamsokIndex *index, GError **error);

/* True when `place` cites the report with `id` or may do so. */
bool samsok_cited_place_means(const SamsokCitedPlace *place, const char *id);

G_END_DECLS

#endif
