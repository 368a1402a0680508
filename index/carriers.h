/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One work in several files: the PDF of a report and its web page, or a copy.
 *
 * Files are carriers of one work when they have the same series and number, or the same title and no
 * different years, and when most of the shorter one's text stands in the other. The text decides: the
 * chapters of a report share its number and not its text, minutes share a title and not their text.
 */
#ifndef SAMSOK_INDEX_CARRIERS_H
#define SAMSOK_INDEX_CARRIERS_H

#include "index/search.h"

#include <glib.h>

G_BEGIN_DECLS

/* The other carriers of the report's work, in order of their ids: GPtrArray of SamsokReportRecord *.
 * Owner: the caller. Errors: IO, CORRUPT, STALE. */
GPtrArray *samsok_index_carriers(SamsokIndex *index, const SamsokReportRecord *report, GError **error);

/* What the works a report may carry are looked up by (SAMSOK_PREFIX_WORK): its series and number, its
 * title. NULL-terminated. Owner: the caller frees with g_strfreev. */
char **samsok_carriers_works(const SamsokReportRecord *report);

/* The share of the shorter text's rows of four words that stand in the other, 0 to 1. The texts are
 * those of passages (GPtrArray of SamsokPassageRecord *). */
double samsok_carriers_overlap(const GPtrArray *one, const GPtrArray *other);

G_END_DECLS

#endif
