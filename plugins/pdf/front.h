/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a PDF says of itself before its first page: metadata and bookmarks, as a row of entries.
 *
 * Read: title, author, subject, keywords, producer and creation date of the document information
 * dictionary; dc:language of the XMP packet; the outline with its destinations, named ones too.
 * Not read: the rest of XMP (it repeats the dictionary), the catalog's Lang (poppler-glib does not
 * hand it out), article threads, structure elements.
 */
#ifndef SAMSOK_PDF_FRONT_H
#define SAMSOK_PDF_FRONT_H

#include <stdint.h>

#include <poppler.h>

/* One entry; strings are owned by the front. */
typedef struct {
    uint32_t kind; /* SAMSOK_RUN_META, SAMSOK_RUN_OUTLINE or SAMSOK_RUN_WARNING */
    uint32_t level;
    uint32_t page;
    const char *name; /* NULL for OUTLINE */
    const char *text;
} SamsokPdfFrontEntry;

typedef struct _SamsokPdfFront SamsokPdfFront;

/* Reads the entries of `document`. The outline ends with a warning where it is longer than the
 * limit; deeper levels than the limit are left out. Values are cut at 4096 bytes.
 * Owner: the caller; `document` is not kept. */
SamsokPdfFront *samsok_pdf_front_new(PopplerDocument *document);
void samsok_pdf_front_free(SamsokPdfFront *front);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokPdfFront, samsok_pdf_front_free)

guint samsok_pdf_front_len(const SamsokPdfFront *front);
const SamsokPdfFrontEntry *samsok_pdf_front_at(const SamsokPdfFront *front, guint index);

#endif
