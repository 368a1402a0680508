/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cases that the text around a point tells it is about, where its own words do not name them:
 *
 *     lead-in   «Erfaringene fra Ny Giv er:» above a list
 *     before    «Ny Giv ble evaluert. Strategien bør …»: one case in the sentence before, and a point that begins
 *               with a noun of an undertaking in its definite form
 *     summary   the bullet of a summary that shortens it
 */
#ifndef SAMSOK_INDEX_POINT_TOLD_H
#define SAMSOK_INDEX_POINT_TOLD_H

#include "index/extras.h"
#include "index/record.h"

#include <glib.h>

G_BEGIN_DECLS

/* Code points [start, end) of a passage are those from `at` on of a point. */
typedef struct {
    guint64 ordinal;
    guint64 start;
    guint64 end;
    guint64 at;
} SamsokPointSpan;

/* Reads the next of the spans at *p («ORDINAL START END AT;» each) into `out`; false at their end. */
bool samsok_point_next_span(const char **p, SamsokPointSpan *out);

/* Adds to `mentions` (of SamsokMentionRecord *) each case that is told of `point` and not among them, as a mention
 * of the whole of it whose rule is one of the three above. The passages of `content` are tagged. */
void samsok_point_add_told(const SamsokReportContent *content, const SamsokPassageRecord *point,
                           GPtrArray *mentions);

G_END_DECLS

#endif
