/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a report says at length what one of its points sums up.
 *
 * «Våre viktigste anbefalinger er oppsummert:» and a line each: the chapter before has said the same with its
 * grounds. It is found by what it says, as the most alike sentence of another section, with the sentence behind it
 * in the same block; a point that no sentence is enough alike has none.
 */
#ifndef SAMSOK_INSIGHT_POINT_BASIS_H
#define SAMSOK_INSIGHT_POINT_BASIS_H

#include "core/insight/points.h"

#include <stdbool.h>

G_BEGIN_DECLS

/* Bytes [start, end) of a block. */
typedef struct {
    guint block;
    guint start;
    guint end;
} SamsokPointBasis;

/* True for a point that sums up: its lead-in or its section says so. */
bool samsok_point_sums_up(const SamsokDocument *document, const SamsokPoint *point);

/* The sentences of a document, to be asked for several points. */
typedef struct _SamsokPointBases SamsokPointBases;

/* Both are lent and must outlive it. Owner: the caller. */
SamsokPointBases *samsok_point_bases_new(const SamsokDocument *document, SamsokAnalyser *analyser);
void samsok_point_bases_free(SamsokPointBases *bases);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokPointBases, samsok_point_bases_free)

/* Writes to `out` where `point` is said at length; false where nowhere, and for more than
 * SAMSOK_MAX_SUMMED_POINTS of a document. */
bool samsok_point_basis(SamsokPointBases *bases, const SamsokPoint *point, SamsokPointBasis *out);

G_END_DECLS

#endif
