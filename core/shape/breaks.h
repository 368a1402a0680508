/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a block begins: each row is compared with the row above it.
 *
 * A row opens a block when it carries a mark of its own (a list marker, a section number, a caption)
 * in a place where one can stand, when visible space parts it from the row above, or when the row
 * above was ended on purpose: the first word of this row would still have fitted there.
 */
#ifndef SAMSOK_SHAPE_BREAKS_H
#define SAMSOK_SHAPE_BREAKS_H

#include "core/shape/layout.h"
#include "core/shape/line.h"

#include <glib.h>

G_BEGIN_DECLS

/* Sets `opens` of every record, and `kind`, `level` and `mark_len` of those that open a list item or
 * a caption. Section numbers only open: whether they are headings is decided later, for that needs
 * the whole block. Settled records keep their kind. */
void samsok_breaks_mark(SamsokLines *lines, const SamsokLayout *layout);

G_END_DECLS

#endif
