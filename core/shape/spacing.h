/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a plain text uses its line ends and empty lines: measured, then undone.
 *
 * Text extracts differ in what a line end means. In a wrapped text it means nothing, in a text with
 * one paragraph a line it is everything; some tools write an empty line after each line, and then an
 * empty line means nothing either. The evidence is how often a row begins with a small letter:
 * Norwegian sentences seldom do, the rows of a wrapped paragraph do three times in four.
 */
#ifndef SAMSOK_SHAPE_SPACING_H
#define SAMSOK_SHAPE_SPACING_H

#include "core/shape/layout.h"
#include "core/shape/line.h"

#include <glib.h>

G_BEGIN_DECLS

/* Measures; changes nothing. An empty text is one of paragraphs. */
SamsokLayout samsok_spacing_measure(const SamsokLines *lines);

/* Sets `gap` of each record in paragraph gaps beyond the usual. */
void samsok_spacing_undo(SamsokLines *lines, const SamsokLayout *layout);

/* Finds the page breaks of a double-spaced extract, where a page's first line is the only one that
 * follows another without an empty line and begins with one blank; sets `page` and `starts_page`.
 * Returns the number of pages; 0, and nothing is changed, when there are none to be found. */
guint samsok_spacing_pages(SamsokLines *lines, const SamsokLayout *layout);

G_END_DECLS

#endif
