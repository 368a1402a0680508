/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables on printed pages, found by what stands beside each other, whatever the order of the runs. */
#ifndef SAMSOK_SHAPE_GRID_H
#define SAMSOK_SHAPE_GRID_H

#include "core/shape/layout.h"
#include "core/shape/line.h"

#include <glib.h>

G_BEGIN_DECLS

/* Settles the records of tables on printed pages as TABLE_ROW and brings them into the order of rows
 * and cells. A table is a stretch of printed rows in which at least two hold pieces side by side and
 * no piece crosses a blank strip that all of them leave; a row of it goes on as long as its first
 * column brings nothing new. Two columns of running text are none. Plain text is left as it is. */
void samsok_grid_mark(SamsokLines *lines, const SamsokLayout *layout);

G_END_DECLS

#endif
