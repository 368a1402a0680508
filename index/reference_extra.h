/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The references of a report as a document of the index: one for all of them, stored with it.
 *
 * They are found in the document as it was read, so that they know their own page and line; where they
 * stand in the passages is stored beside that, for a hit needs no file. What they mean is not stored: the
 * report that is meant may come later (index/resolve.h).
 */
#ifndef SAMSOK_INDEX_REFERENCE_EXTRA_H
#define SAMSOK_INDEX_REFERENCE_EXTRA_H

#include "core/insight/references.h"
#include "index/extras.h"

#include <glib.h>

G_BEGIN_DECLS

extern const SamsokExtraKind samsok_extra_references;

/* A reference as stored. Strings never NULL. */
typedef struct {
    const char *form;    /* samsok_reference_form_name */
    const char *text;
    const char *series;
    const char *number;
    const char *author;
    const char *title;
    const char *chapter;
    const char *page;
    guint year;
    guint serial;
    const char *context; /* what stands around one that is only author and year; "" for others */
    const char *passage; /* id of the passage it stands in; of one in a heading, the first below it */
    const char *section_number;
    const char *section_title;
    guint start;         /* code points in the passage's text; both 0 for one in a heading */
    guint end;
    SamsokPlace place;   /* its own page and line */
    const char *label_first; /* printed page labels; "" */
    const char *label_last;
} SamsokReferenceRecord;

typedef struct {
    const char *report;    /* id of the report that cites */
    GPtrArray *references; /* of SamsokReferenceRecord *, in order of place */
} SamsokReferencesRecord;

GBytes *samsok_references_record_pack(const SamsokReferencesRecord *record);
/* Errors: CORRUPT. */
SamsokReferencesRecord *samsok_references_record_unpack(const void *bytes, size_t len, GError **error);
void samsok_references_record_free(SamsokReferencesRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokReferencesRecord, samsok_references_record_free)

G_END_DECLS

#endif
