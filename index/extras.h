/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents of a report beside its passages: points, references, cases.
 *
 * An extra is a record of bytes with terms of its own, found in a fresh document and stored with the
 * report, in the same transaction. It holds the report's XR term and filters, so that whoever removes the
 * report removes it; into a new generation it is carried over from its record, its terms made anew.
 * What an extra is about is read out of the mentions of the passages it stands in each time it is
 * written, so that it follows when passages are tagged again.
 *
 * To add a kind: its term in index/schema.h, a SamsokExtraKind in a module of its own, its line in the
 * list in extras.c.
 */
#ifndef SAMSOK_INDEX_EXTRAS_H
#define SAMSOK_INDEX_EXTRAS_H

#include "core/model/document.h"
#include "index/record.h"
#include "index/tagging.h"
#include "index/terms.h"
#include "index/xapian/index.h"

#include <glib.h>

G_BEGIN_DECLS

/* A report as far as it is known when its extras are found and written. */
typedef struct {
    const SamsokReportRecord *report;
    const GPtrArray *passages;    /* of SamsokPassageRecord *, in order */
    const SamsokTagging *tagging;
} SamsokReportContent;

typedef struct {
    const char *term; /* the kind's boolean term: SAMSOK_KIND_… */
    /* Adds a GBytes to `out` for each extra that `document` holds. The passages are not tagged yet. */
    gboolean (*find)(const SamsokReportContent *content, const SamsokDocument *document,
                     GPtrArray *out, GError **error);
    /* Adds to the passages' mentions what the structure tells of them; called after each tagging.
     * NULL: nothing. The mentions (samsok_mention_record_new) are put in order afterwards. */
    gboolean (*mark)(const SamsokReportContent *content, GBytes *record, GError **error);
    /* The record as it is stored: with what the tagged passages tell of it. NULL: as it was found.
     * Owner: the caller; NULL on error. */
    GBytes *(*complete)(const SamsokReportContent *content, GBytes *record, GError **error);
    /* Adds the terms that the completed `record` is found by; the kind, the report and its filters are in `entry`
     * already. The passages are tagged. */
    gboolean (*describe)(const SamsokReportContent *content, GBytes *record, SamsokTerms *terms,
                         SamsokEntry *entry, GError **error);
} SamsokExtraKind;

/* An extra on its way into a database. */
typedef struct {
    const SamsokExtraKind *kind;
    GBytes *record;
    uint32_t docid; /* where it was loaded from; 0: fresh */
} SamsokExtra;

/* All kinds, NULL-terminated. */
extern const SamsokExtraKind *const samsok_extra_kinds[];

/* The extras of a fresh document: GPtrArray of SamsokExtra *. Owner: the caller; NULL on error. */
GPtrArray *samsok_extras_find(const SamsokReportContent *content, const SamsokDocument *document,
                              GError **error);
/* Those stored with the report `id`, likewise. Errors: IO, CORRUPT, STALE. */
GPtrArray *samsok_extras_load(SamsokDatabase *reader, const char *id, GError **error);
/* Lets each of `extras` mark the passages. */
gboolean samsok_extras_mark(const SamsokReportContent *content, const GPtrArray *extras,
                            GError **error);

G_END_DECLS

#endif
