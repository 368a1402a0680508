/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which report of the corpus a reference means: by series and number, then title, then author and year.
 *
 * Nothing is guessed away: where several reports fit alike, all of them are kept with their scores, and
 * the reference is ambiguous. «2017:1» without a series is a report, a note and a guide; Difi's reports
 * became DFØ's, so the two publishers stand for each other. Titles are compared word by word, whatever
 * their signs, their subtitle and their written language («Utenforskapets muligheter»,
 * «Utanforskapens moglegheiter»).
 *
 * Threads: a resolver belongs to one thread.
 */
#ifndef SAMSOK_INDEX_RESOLVE_H
#define SAMSOK_INDEX_RESOLVE_H

#include "core/insight/references.h"
#include "index/record.h"

#include <glib.h>

G_BEGIN_DECLS

/* X(STATE, name in output) */
#define SAMSOK_RESOLUTION_LIST(X) \
    X(RESOLVED, "resolved") \
    X(AMBIGUOUS, "ambiguous") \
    X(SELF, "self") \
    X(UNRESOLVED, "unresolved")

typedef enum {
#define X(state, name) SAMSOK_RESOLUTION_##state,
    SAMSOK_RESOLUTION_LIST(X)
#undef X
} SamsokResolutionState;

/* "resolved" */
const char *samsok_resolution_name(SamsokResolutionState state);

/* A report that may be meant. */
typedef struct {
    const SamsokReportRecord *report; /* lent */
    double score;                     /* 0 to 1; 1: series and number, or the title, are the same */
} SamsokResolved;

typedef struct _SamsokResolver SamsokResolver;

/* `reports` (of SamsokReportRecord *) are the corpus; they are lent and must outlive it. */
SamsokResolver *samsok_resolver_new(const GPtrArray *reports);
void samsok_resolver_free(SamsokResolver *resolver);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokResolver, samsok_resolver_free)

/* The reports that `reference`, made in the report with id `own` (NULL: outside the corpus), may mean:
 * the best first, those that are clearly worse left out. `context` is the text around it: titles told
 * there decide between reports of one author and year.
 * Owner: the caller; a GArray of SamsokResolved. */
GArray *samsok_resolver_find(SamsokResolver *resolver, const SamsokReference *reference, const char *own,
                             const char *context, SamsokResolutionState *out_state);

G_END_DECLS

#endif
