/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facets: how the matches of a question spread over series, years, languages, kinds of section.
 *
 * Reports and passages are counted both: a report counts once for each value that a matching passage
 * of it has. Every matching passage is counted, up to SAMSOK_MAX_COUNTED_CANDIDATES of them, and not
 * only those of the page; beyond that, and where matches must be checked in the stored text (phrases,
 * NEAR) and are too many, the counts are an estimate and say so.
 *
 * It costs two lists of documents for each value of a facet, and one for each report of the index: do
 * not ask for facets where nobody looks at them.
 */
#ifndef SAMSOK_INDEX_FACETS_H
#define SAMSOK_INDEX_FACETS_H

#include "index/search.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

typedef struct {
    char *value; /* as a filter takes it: "difi-rapport", "2014", "nb", "summary" */
    char *label; /* as people write it: "Difi-rapport", "2014", "bokmål", "sammendrag"; a concept's label.
                  * A concept counts where it or a narrower one is mentioned */
    uint64_t passages;
    uint64_t reports;
} SamsokFacetValue;

typedef struct {
    char *name;        /* as asked for */
    GPtrArray *values; /* of SamsokFacetValue *: most passages first, then by value */
} SamsokFacet;

typedef struct {
    GPtrArray *facets; /* of SamsokFacet *, as asked for */
    bool is_exact;
} SamsokFacets;

/* "series", "year", "language", "kind" (of section), "concept", or a kind of concepts in Norwegian or English
 * («rolle», "step": samsok_meant_kind). */
bool samsok_facet_is_known(const char *name);

/* The facets `names` (NULL-terminated, known) of what `question` matches, wherever its page lies; of all
 * passages when its query is NULL.
 * Owner: the caller. Errors: those of samsok_index_search. */
SamsokFacets *samsok_index_facets(SamsokIndex *index, const SamsokQuestion *question,
                                  const char *const *names, GError **error);
void samsok_facets_free(SamsokFacets *facets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokFacets, samsok_facets_free)

G_END_DECLS

#endif
