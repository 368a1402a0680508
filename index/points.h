/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The points of a report as documents of the index: stored with it, ranked as passages are.
 *
 * A point's record is that of a passage with the fields of SamsokPointFields; its text is the whole
 * item. Its ordinal is its place among the points of its report, its mentions are those of the passages
 * it stands in, moved to where they stand in its own text.
 *
 * Its id is the report's id, '#', the kind in short (lp, rad, anb, io, funn), and its own number, as in
 * «difi-notat-2017-02#lp-5»; where it has none, or another has it too, six hex digits of the SHA-256 of
 * its text.
 */
#ifndef SAMSOK_INDEX_POINTS_H
#define SAMSOK_INDEX_POINTS_H

#include "index/extras.h"
#include "index/search.h"

#include <glib.h>

G_BEGIN_DECLS

extern const SamsokExtraKind samsok_extra_point;

/* Points by `question`, whose filters.point_kinds may be NULL for all kinds. With words to look for,
 * the best first; findings come behind all others. Without, by report and place, findings last. Each hit
 * has its `cited` set.
 * Owner: the caller. Errors: as samsok_index_search. */
SamsokAnswer *samsok_index_points(SamsokIndex *index, const SamsokQuestion *question, GError **error);
/* The one point with `id`, as the only hit. Owner: the caller. Errors: MISSING, IO, CORRUPT, STALE. */
SamsokAnswer *samsok_index_point(SamsokIndex *index, const char *id, GError **error);

G_END_DECLS

#endif
