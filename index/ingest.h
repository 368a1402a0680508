/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a document to what the index holds of it: records, and the terms they are found by.
 *
 * A lean index: stems without positions; the stems of the report's title and of the
 * headings above a passage count as words of the passage, once each; the title's stems once more
 * under their own prefix; what filters is boolean, concepts among it, each with all above it. The same
 * functions tag and write a passage fresh from a document and one that is carried over from an older
 * generation, so that both are found alike.
 *
 * Threads: an ingest belongs to one thread.
 */
#ifndef SAMSOK_INDEX_INGEST_H
#define SAMSOK_INDEX_INGEST_H

#include "core/model/document.h"
#include "index/extras.h"
#include "index/record.h"
#include "index/tagging.h"
#include "index/xapian/index.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SamsokIngest SamsokIngest;

/* Writes to `writer`, which must outlive it or be replaced; NULL: one is set before anything is
 * written. `tagging` must outlive it. Owner: the caller. Errors: INTERNAL. */
SamsokIngest *samsok_ingest_new(SamsokWriter *writer, const SamsokTagging *tagging, GError **error);
/* Goes on with another database. */
void samsok_ingest_set_writer(SamsokIngest *ingest, SamsokWriter *writer);
void samsok_ingest_free(SamsokIngest *ingest);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokIngest, samsok_ingest_free)

/* What `document` says of itself as a record; the fields on the file are empty. Its strings are
 * lent by the document. Owner: the caller frees it with samsok_report_record_free. */
SamsokReportRecord *samsok_ingest_record(const SamsokDocument *document);

/* Writes the report `record`, in place of the one with its id if there is one. Errors: IO. */
gboolean samsok_ingest_report(SamsokIngest *ingest, const SamsokReportRecord *record,
                              GError **error);
/* Adds what `document` holds to the report `record`: its passages, tagged, and its extras
 * (index/extras.h). Errors: IO. */
gboolean samsok_ingest_document(SamsokIngest *ingest, const SamsokReportRecord *record,
                                const SamsokDocument *document, GError **error);
/* The same with what was stored of it: all its passages (of SamsokPassageRecord *) in order, whose
 * mentions are replaced, and its extras (of SamsokExtra *). Errors: IO. */
gboolean samsok_ingest_content(SamsokIngest *ingest, const SamsokReportRecord *record,
                               const GPtrArray *passages, const GPtrArray *extras, GError **error);
/* The steps of tagging stored passages again (index/retag.h): tags those of `content`; puts the record and
 * the concept terms of one of them in place of those stored under its document number; writes extras,
 * which were loaded, in place of themselves. Errors: IO, CORRUPT. */
gboolean samsok_ingest_tag(SamsokIngest *ingest, const SamsokReportContent *content,
                           const GPtrArray *extras, GError **error);
gboolean samsok_ingest_rewrite_tags(SamsokIngest *ingest, const SamsokPassageRecord *passage,
                                    GError **error);
gboolean samsok_ingest_rewrite_extras(SamsokIngest *ingest, const SamsokReportContent *content,
                                      const GPtrArray *extras, GError **error);
/* Removes what belongs to the report with `id`, and the report itself. Errors: IO. */
gboolean samsok_ingest_remove_content(SamsokIngest *ingest, const char *id, GError **error);
gboolean samsok_ingest_remove(SamsokIngest *ingest, const char *id, GError **error);

G_END_DECLS

#endif
