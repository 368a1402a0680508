/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What printed lines show by their places: the body's font size and pitch, gaps, the text's edge. */
#ifndef SAMSOK_SHAPE_GEOMETRY_H
#define SAMSOK_SHAPE_GEOMETRY_H

#include "core/shape/layout.h"
#include "core/shape/line.h"

#include <glib.h>

G_BEGIN_DECLS

/* Measures the size and width of printed lines; changes nothing. */
SamsokLayout samsok_geometry_measure(const SamsokLines *lines);

/* Settles as FURNITURE the line numbers in a margin: small digits alone, left of the text. */
void samsok_geometry_mark_margins(SamsokLines *lines, const SamsokLayout *layout);

/* Sets `is_label`: other records stand on both sides, or one does to the right that begins in the left half of the page. Two columns of text do neither. */
void samsok_geometry_mark_labels(SamsokLines *lines, const SamsokLayout *layout);

/* Puts the records of contents pages, where leaders and page numbers are pieces of their own, into
 * the order of their rows, from left to right. */
void samsok_geometry_sort_contents(SamsokLines *lines);

/* Sets `gap`, `starts_page` and `starts_column`. The pitch is the usual distance of two rows of one size, as a multiple of that size: a row's gap
 * is what it stands further below than that. Rows that stand higher than the one before open a
 * column and have no gap. */
void samsok_geometry_set_gaps(SamsokLines *lines);

G_END_DECLS

#endif
