/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tagging stored passages again, in place, when the vocabulary changed.
 *
 * No file is read and no word is analysed anew: of a passage whose mentions change, its record and its
 * concept terms are replaced; the others are not touched. A report's extras are written again when one of
 * its passages changes, for what they are about follows from the passages.
 *
 * Threads: a retagger belongs to one thread.
 */
#ifndef SAMSOK_INDEX_RETAG_H
#define SAMSOK_INDEX_RETAG_H

#include "index/ingest.h"
#include "index/record.h"
#include "index/tagging.h"
#include "index/update.h"
#include "index/xapian/index.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SamsokRetagger SamsokRetagger;

/* Reads from `reader`, writes to `writer`, which shows the same commit; NULL: says what would change and
 * writes nothing. `before` is the thesaurus that the index is tagged by. What changes is counted in
 * `report`, and without a writer told passage by passage. All must outlive it. Owner: the caller.
 * Errors: INTERNAL. */
SamsokRetagger *samsok_retagger_new(SamsokDatabase *reader, SamsokWriter *writer,
                                    const SamsokTagging *tagging, const SamsokThesaurus *before,
                                    SamsokRunReport *report, GError **error);
void samsok_retagger_free(SamsokRetagger *retagger);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokRetagger, samsok_retagger_free)

/* Tags the passages of the report whose record has the document number `docid`. Errors: IO, CORRUPT. */
gboolean samsok_retagger_report(SamsokRetagger *retagger, uint32_t docid, GError **error);

G_END_DECLS

#endif
