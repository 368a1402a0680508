/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: rows of aligned pieces, and matrices that an extract has laid out cell after cell. */
#ifndef SAMSOK_SHAPE_TABLE_H
#define SAMSOK_SHAPE_TABLE_H

#include "core/shape/layout.h"
#include "core/shape/line.h"

#include <glib.h>

G_BEGIN_DECLS

/* Settles the records of tables as TABLE_ROW: the first record of each table row `opens`, `cell`
 * says which cell a record belongs to, `is_head` marks a row of column heads.
 *
 * A linearised matrix is a row of column heads, then for each row its label («Trinn 4») and its
 * cells one below the other, each in short rows. Where a cell ends is not marked: with n columns
 * the n − 1 best places of a row are taken, judged by the space there, by whether the row above
 * ends without a full stop, and by even sizes. */
void samsok_tables_mark(SamsokLines *lines, const SamsokLayout *layout);

/* Settles as CAPTION the labels of a figure that stand in the middle of a sentence: short rows
 * without punctuation between a full row that does not end its sentence and one that goes on with a
 * small letter. */
void samsok_labels_mark(SamsokLines *lines, const SamsokLayout *layout);

G_END_DECLS

#endif
