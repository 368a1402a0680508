/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of concepts as `samsok concepts matrix` prints it. */
#ifndef SAMSOK_TOOLS_MATRIX_H
#define SAMSOK_TOOLS_MATRIX_H

#include "index/matrix.h"
#include "tools/json.h"

G_BEGIN_DECLS

void samsok_text_matrix(const SamsokMatrix *matrix);
/* A table of passages, with labels. */
void samsok_csv_matrix(const SamsokMatrix *matrix);
/* Owner: the caller. */
JsonObject *samsok_json_matrix(const SamsokMatrix *matrix);

G_END_DECLS

#endif
