/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records by id and by document number, without retrying: for use inside one try. */
#ifndef SAMSOK_INDEX_LOOKUP_H
#define SAMSOK_INDEX_LOOKUP_H

#include "index/record.h"
#include "index/xapian/index.h"

#include <glib.h>
#include <stdbool.h>
#include <stdint.h>

G_BEGIN_DECLS

/* Owner: the caller. Errors: MISSING, STALE, IO, CORRUPT. */
SamsokReportRecord *samsok_lookup_report(SamsokDatabase *reader, const char *id, GError **error);
/* The report whose record has the document number `docid`. */
SamsokReportRecord *samsok_lookup_report_at(SamsokDatabase *reader, uint32_t docid, GError **error);
/* Where a run writes the report of a passage from the index: right before its passages. 0: that cannot be. */
uint32_t samsok_lookup_likely_docid(SamsokDatabase *reader, const SamsokPassageRecord *passage);
/* The report of a passage or point from the index. Looks at the likely place first, which spares most of the
 * reading; those of points are elsewhere, as those of passages may be. */
SamsokReportRecord *samsok_lookup_report_of(SamsokDatabase *reader, const SamsokPassageRecord *passage, GError **error);
/* The report's title alone, for a fraction of what its record costs. */
char *samsok_lookup_title(SamsokDatabase *reader, const char *id, GError **error);
/* A passage is looked for among those of its report, a point by its own term. */
SamsokPassageRecord *samsok_lookup_passage(SamsokDatabase *reader, const char *id, GError **error);
/* The passage with the document number `docid`, which is one of a passage. */
SamsokPassageRecord *samsok_lookup_match(SamsokDatabase *reader, uint32_t docid, GError **error);
/* The numbers, rising, of the documents that `node` finds: the best `most` where there are more, which *out_is_cut
 * tells. Owner: the caller; a GArray of uint32_t. Errors: STALE, QUERY, IO, CORRUPT. */
GArray *samsok_lookup_documents(SamsokDatabase *reader, const SamsokNode *node, guint most,
                                bool *out_is_cut, GError **error);

G_END_DECLS

#endif
