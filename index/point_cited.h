/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reports that a point names, as far as the corpus has them. Looked for when somebody asks, for a
 * report may come after the one that cites it. */
#ifndef SAMSOK_INDEX_POINT_CITED_H
#define SAMSOK_INDEX_POINT_CITED_H

#include "core/insight/references.h"
#include "index/resolve.h"
#include "index/search.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
    SamsokReference *reference; /* start and end: code points in the point's text */
    SamsokResolutionState state;
    GArray *candidates; /* of SamsokResolved, best first; their reports are lent by the answer */
} SamsokPointCited;

/* Sets `cited` of each hit of `answer`, all of them points: what it refers to but itself. The index's reports
 * are read only when a point refers to anything; the answer keeps them. Errors: IO, CORRUPT, STALE. */
gboolean samsok_points_cite(SamsokIndex *index, SamsokAnswer *answer, GError **error);

G_END_DECLS

#endif
