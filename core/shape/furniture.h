/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running heads, footers and page numbers, by repetition and place over the pages. */
#ifndef SAMSOK_SHAPE_FURNITURE_H
#define SAMSOK_SHAPE_FURNITURE_H

#include "core/shape/layout.h"
#include "core/shape/line.h"

#include <glib.h>

G_BEGIN_DECLS

/* Settles as FURNITURE the rows at the head and foot of pages that
 *   - say the same, numbers aside, on several pages (left and right pages may differ),
 *   - hold nothing but a page number that fits the numbers of other pages, or
 *   - stand, apart from the text and no larger than it, where such rows stand on most pages: running
 *     heads that carry the chapter's title.
 *
 * `labels` (may be NULL) has room for one string a page; where a page number is found, it is put
 * there if nothing is. Owner: the caller frees the strings. */
void samsok_furniture_mark(SamsokLines *lines, const SamsokLayout *layout, guint page_count, char **labels);

G_END_DECLS

#endif
