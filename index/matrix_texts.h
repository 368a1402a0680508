/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report's own tables say where two concepts meet. */
#ifndef SAMSOK_INDEX_MATRIX_TEXTS_H
#define SAMSOK_INDEX_MATRIX_TEXTS_H

#include "index/matrix.h"
#include "index/record.h"

#include <glib.h>

G_BEGIN_DECLS

/* Adds to the cells of `matrix` what the tables of `passage` say. In a passage a table is a run of lines whose
 * cells are parted by « | », its first line the heads of the columns. */
void samsok_matrix_add_texts(SamsokMatrix *matrix, const SamsokPassageRecord *passage);

G_END_DECLS

#endif
