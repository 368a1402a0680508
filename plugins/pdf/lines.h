/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The printed lines of one PDF page, in poppler's reading order. */
#ifndef SAMSOK_PDF_LINES_H
#define SAMSOK_PDF_LINES_H

#include "plugins/pdf/segment.h"

#include <poppler.h>

typedef struct _SamsokPdfLines SamsokPdfLines;

SamsokPdfLines *samsok_pdf_lines_new(void);
void samsok_pdf_lines_free(SamsokPdfLines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokPdfLines, samsok_pdf_lines_free)

/* Reads the lines of `page`; those of the page before are forgotten. Lines of white space alone are
 * left out. */
void samsok_pdf_lines_read(SamsokPdfLines *lines, PopplerPage *page);

/* Forgets all lines. */
void samsok_pdf_lines_clear(SamsokPdfLines *lines);

guint samsok_pdf_lines_len(const SamsokPdfLines *lines);
/* The piece at `index` and its text (not NUL-terminated), both lent until the next read. */
const SamsokPdfPiece *samsok_pdf_lines_at(const SamsokPdfLines *lines, guint index,
                                          const char **out_text);

#endif
