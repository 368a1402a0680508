/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the name of a PDF font says about its look. */
#ifndef SAMSOK_PDF_FONT_H
#define SAMSOK_PDF_FONT_H

#include <stdint.h>

/* SAMSOK_RUN_BOLD and SAMSOK_RUN_ITALIC as far as `name` tells, 0 for NULL. The name is the only
 * evidence: poppler-glib does not hand out font descriptors. It may carry a subset prefix
 * ("ABCDEF+Arial,Bold"). Regular fonts with a telling name ("Blackadder") are taken at their word.
 * Source: ISO 32000-1 9.6.2.2 and 9.6.4 for the forms of names; TeX names by the CM and EC fonts. */
uint32_t samsok_pdf_font_flags(const char *name);

#endif
