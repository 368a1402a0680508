/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words of a heading tell: its number, its depth, what kind of section it opens. */
#ifndef SAMSOK_SHAPE_HEADING_H
#define SAMSOK_SHAPE_HEADING_H

#include "core/model/document.h"

#include <glib.h>

G_BEGIN_DECLS

/* Splits the number off a heading: "2.3 KMDs roller" is "2.3" and "KMDs roller", "Kapittel 4: Funn" is
 * "4" and "Funn", "A.1 Metode" is "A.1" and "Metode", "II. Del" is "II" and "Del". NULL for a heading
 * without a number, such as «10 råd» (a small letter follows), «2014 i tall» (a year), «Vedlegg 1».
 * `out_title` is lent by `text`: the rest, or all of `text` where nothing else is there.
 * Owner: the caller frees the number. */
char *samsok_heading_number(const char *text, const char **out_title);

/* The parts of a number: 2 for "2.3", 1 for "II"; 0 for NULL or "". */
guint samsok_heading_depth(const char *number);

/* What a section with this title is, in bokmål, nynorsk or English: «Føreord», «Samandrag»,
 * «Vedlegg 1: Metode», «References». */
SamsokSectionKind samsok_heading_kind(const char *title);

/* Letters and digits in lower case: by this, titles of contents page, bookmarks and headings are
 * compared. Owner: the caller frees. */
char *samsok_heading_key(const char *title);

G_END_DECLS

#endif
