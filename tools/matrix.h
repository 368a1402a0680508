/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of concepts as `samsok concepts matrix` prints it. */
#ifndef SAMSOK_TOOLS_MATRIX_H
#define SAMSOK_TOOLS_MATRIX_H

#include "index/matrix.h"
#include "tools/json.h"

G_BEGIN_DECLS

/* Each with labels in `language`. */
void samsok_text_matrix(const SamsokMatrix *matrix, const char *language);
/* A table of passages. */
void samsok_csv_matrix(const SamsokMatrix *matrix, const char *language);
/* Owner: the caller. */
json_t *samsok_json_matrix(const SamsokMatrix *matrix, const char *language);

G_END_DECLS

#endif
