/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A matrix that an extract has laid out cell after cell. */
#ifndef SAMSOK_SHAPE_MATRIX_H
#define SAMSOK_SHAPE_MATRIX_H

#include "core/shape/layout.h"
#include "core/shape/line.h"

#include <glib.h>

G_BEGIN_DECLS

/* Reads the row at `head` as column heads and the short rows below it as labels («Trinn 4») with
 * their cells one below the other. Where a cell ends is not marked: with n columns the n − 1 best
 * places under a label are taken, judged by the space there, by whether the row above ends without a
 * full stop, and by even sizes. The label is cell 0, under an empty head.
 *
 * Settles the records and returns the first behind them; `head` itself if there is no matrix. */
guint samsok_matrix_mark(SamsokLines *lines, const SamsokLayout *layout, guint head);

G_END_DECLS

#endif
