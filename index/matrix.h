/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which concepts are mentioned together: a table of passages and reports.
 *
 * An axis is a kind of concepts («rolle», "step"), in the vocabulary's order or by their place in an ordered
 * collection, or one concept. Of a kind the head is left out: «rolle» is pådriver, systemforvalter, …, not
 * samordningsrolle, which stands above them. A concept counts where it or a narrower one is mentioned.
 *
 * Where a report itself has a table with one concept at the head of a column and the other at the head of a
 * row, what stands where they meet is kept too: a report's own matrix comes out as it went in.
 */
#ifndef SAMSOK_INDEX_MATRIX_H
#define SAMSOK_INDEX_MATRIX_H

#include "index/search.h"
#include "index/thesaurus.h"

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/* What stands in a table of a report where two concepts meet. */
typedef struct {
    char *text;
    char *passage; /* its id */
} SamsokMatrixText;

typedef struct {
    uint32_t passages;
    uint32_t reports;
    GPtrArray *texts; /* of SamsokMatrixText *, at most SAMSOK_MAX_MATRIX_TEXTS; NULL for none */
    uint32_t texts_left_out; /* beyond those */
} SamsokMatrixCell;

typedef struct {
    SamsokThesaurus *thesaurus;
    GPtrArray *rows;    /* of const SamsokConcept *, lent by the thesaurus */
    GPtrArray *columns;
    SamsokMatrixCell *cells; /* row by row; samsok_matrix_cell finds one */
} SamsokMatrix;

/* Lent. */
SamsokMatrixCell *samsok_matrix_cell(const SamsokMatrix *matrix, guint row, guint column);
void samsok_matrix_free(SamsokMatrix *matrix);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokMatrix, samsok_matrix_free)

/* The table of `rows` by `columns`, each as typed. Owner: the caller. Errors: MISSING when one of them
 * names neither a kind nor a concept of the index; LIMIT beyond SAMSOK_MAX_MATRIX_CELLS; IO, CORRUPT, STALE. */
SamsokMatrix *samsok_index_matrix(SamsokIndex *index, const char *rows, const char *columns,
                                  GError **error);

G_END_DECLS

#endif
