/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cases that the text around a point tells it is about, where its own words do not name them:
 *
 *     lead-in   «Erfaringene fra Ny Giv er:» above a list
 *     before    «Ny Giv ble evaluert. Strategien bør …»: one case in the sentence before, and a point that begins
 *               with a noun of an undertaking in its definite form
 *     summary   the bullet of a summary that shortens it
 *     basis     the sentence that it sums up, and the one behind that (core/insight/point_basis.h)
 */
#ifndef SAMSOK_INDEX_POINT_TOLD_H
#define SAMSOK_INDEX_POINT_TOLD_H

#include "index/extras.h"
#include "index/record.h"

#include <glib.h>

G_BEGIN_DECLS

/* Adds to `mentions` (of SamsokMentionRecord *) each case that is told of `point` and not among them, as a mention
 * of the whole of it whose rule is one of those above. The passages of `content` are tagged. */
void samsok_point_add_told(const SamsokReportContent *content, const SamsokPassageRecord *point,
                           GPtrArray *mentions);

G_END_DECLS

#endif
