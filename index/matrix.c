/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Meets the passages of each row with those of each column. */
#include "config.h"

#include "index/matrix.h"

#include <string.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "index/lookup.h"
#include "index/matrix_texts.h"
#include "index/meant.h"
#include "index/opened.h"
#include "index/schema.h"
#include "index/tagged.h"

static size_t cell_count(const SamsokMatrix *matrix)
{
    return (size_t)matrix->rows->len * matrix->columns->len;
}

void samsok_matrix_free(SamsokMatrix *matrix)
{
    if (matrix == NULL) {
        return;
    }
    for (size_t i = 0; matrix->cells != NULL && i < cell_count(matrix); i++) {
        g_clear_pointer(&matrix->cells[i].texts, g_ptr_array_unref);
    }
    g_clear_pointer(&matrix->rows, g_ptr_array_unref);
    g_clear_pointer(&matrix->columns, g_ptr_array_unref);
    samsok_thesaurus_free(matrix->thesaurus);
    g_free(matrix->cells);
    g_free(matrix);
}

/* ---- Axes ---- */

static bool is_broader_of(const SamsokConcept *concept, const SamsokConcept *other)
{
    for (guint i = 0; i < other->broader->len; i++) {
        if (strcmp(g_ptr_array_index(other->broader, i), concept->id) == 0) {
            return true;
        }
    }
    return false;
}

/* True for the head of a kind: it stands above others of the kind, and none of them above it. */
static bool is_head(const GPtrArray *concepts, const SamsokConcept *concept)
{
    bool is_above = false;
    for (guint i = 0; i < concepts->len; i++) {
        const SamsokConcept *other = g_ptr_array_index(concepts, i);
        if (is_broader_of(other, concept)) {
            return false;
        }
        is_above = is_above || is_broader_of(concept, other);
    }
    return is_above;
}

/* True when none of `concepts` stands above `concept`. */
static bool is_top(const GPtrArray *concepts, const SamsokConcept *concept)
{
    bool is_below = false;
    for (guint i = 0; !is_below && i < concepts->len; i++) {
        is_below = is_broader_of(g_ptr_array_index(concepts, i), concept);
    }
    return !is_below;
}

/* Adds those below `parent` (NULL: below none), each before what is below it, and no head. A ring of concepts has
 * no top and is left out: `concepts check` calls it an error. */
static void add_branch(const GPtrArray *concepts, const SamsokConcept *parent, GPtrArray *axis)
{
    for (guint i = 0; i < concepts->len; i++) {
        const SamsokConcept *concept = g_ptr_array_index(concepts, i);
        bool is_here = parent == NULL ? is_top(concepts, concept) : is_broader_of(parent, concept);
        if (!is_here || g_ptr_array_find(axis, concept, NULL)) {
            continue;
        }
        if (!is_head(concepts, concept)) {
            g_ptr_array_add(axis, (gpointer)concept);
        }
        add_branch(concepts, concept, axis);
    }
}

static gint by_order(gconstpointer a, gconstpointer b)
{
    const SamsokConcept *first = *(const SamsokConcept *const *)a;
    const SamsokConcept *second = *(const SamsokConcept *const *)b;
    return first->order < second->order ? -1 : first->order > second->order;
}

static GPtrArray *axis_of(const SamsokThesaurus *thesaurus, const char *typed, GError **error)
{
    const char *kind = samsok_meant_kind(typed);
    g_autoptr(GPtrArray) of_kind =
        samsok_meant_concepts(thesaurus, kind == NULL ? typed : kind, "*");
    g_autoptr(GPtrArray) axis = g_ptr_array_new();
    add_branch(of_kind, NULL, axis);
    if (axis->len == 0) {
        g_ptr_array_unref(g_steal_pointer(&axis));
        axis = samsok_meant_concepts(thesaurus, NULL, typed);
    }
    if (axis->len == 0) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING,
                    "'%s': no kind of concepts and no concept in the vocabulary of the index", typed);
        return NULL;
    }
    g_ptr_array_sort(axis, by_order);
    return g_steal_pointer(&axis);
}

/* ---- Cells ---- */

/* The passages of the row at hand. */
typedef struct {
    SamsokIndex *index;
    SamsokMatrix *matrix;
    GHashTable *read;     /* document numbers of passages whose tables were read */
    GArray *docids;       /* of uint32_t, rising */
    GPtrArray *reports;   /* of their reports' ids, of char * */
    GHashTable *counted;  /* of the cell at hand: set of ids */
    SamsokMatrixCell *cell;
    GError *failure;
} Row;

static bool take_passage(uint32_t docid, const void *bytes, size_t len, void *data)
{
    Row *row = data;
    g_autoptr(SamsokPassageRecord) passage =
        samsok_passage_record_unpack(bytes, len, &row->failure);
    if (passage == NULL) {
        return false;
    }
    if (g_hash_table_add(row->read, GUINT_TO_POINTER(docid))) {
        samsok_matrix_add_texts(row->matrix, passage);
    }
    g_array_append_val(row->docids, docid);
    g_ptr_array_add(row->reports, g_strdup(passage->report));
    return true;
}

static void count_passage(guint place, void *data)
{
    Row *row = data;
    row->cell->passages++;
    if (g_hash_table_add(row->counted, g_ptr_array_index(row->reports, place))) {
        row->cell->reports++;
    }
}

static char *term_of(const SamsokConcept *concept)
{
    return samsok_schema_term(SAMSOK_PREFIX_CONCEPT, concept->id);
}

static gboolean count_cells(Row *row, const SamsokMatrix *matrix, SamsokMatrixCell *cells,
                            GError **error)
{
    for (guint i = 0; i < matrix->columns->len; i++) {
        g_autofree char *term = term_of(g_ptr_array_index(matrix->columns, i));
        g_hash_table_remove_all(row->counted);
        row->cell = &cells[i];
        if (!samsok_database_meet(row->index->reader, term, row->docids, count_passage, row, error)) {
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean count_row(SamsokIndex *index, SamsokMatrix *matrix, GHashTable *read, guint number,
                          GError **error)
{
    g_autoptr(GArray) docids = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    g_autoptr(GPtrArray) reports = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GHashTable) counted = g_hash_table_new(g_str_hash, g_str_equal);
    g_autofree char *term = term_of(g_ptr_array_index(matrix->rows, number));
    Row row = {
        .index = index,
        .matrix = matrix,
        .read = read,
        .docids = docids,
        .reports = reports,
        .counted = counted,
    };
    if (!samsok_database_each_of_kind(index->reader, SAMSOK_KIND_PASSAGE, term, take_passage, &row,
                                      error)) {
        g_clear_error(&row.failure);
        return FALSE;
    }
    if (row.failure != NULL) {
        g_propagate_error(error, row.failure);
        return FALSE;
    }
    return count_cells(&row, matrix, matrix->cells + (size_t)number * matrix->columns->len, error);
}

typedef struct {
    const char *rows;
    const char *columns;
    SamsokMatrix *matrix;
} Wanted;

static bool make_cells(SamsokMatrix *matrix, GError **error)
{
    if (cell_count(matrix) > SAMSOK_MAX_MATRIX_CELLS) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_LIMIT,
                    "%u by %u concepts: more than %zu cells; name a concept for one of them",
                    matrix->rows->len, matrix->columns->len, SAMSOK_MAX_MATRIX_CELLS);
        return false;
    }
    matrix->cells = g_new0(SamsokMatrixCell, cell_count(matrix));
    return true;
}

static gboolean try_matrix(SamsokIndex *index, void *data, GError **error)
{
    Wanted *wanted = data;
    g_autoptr(SamsokMatrix) matrix = g_new0(SamsokMatrix, 1);
    matrix->thesaurus = samsok_tagged_thesaurus(index->reader, error);
    matrix->rows =
        matrix->thesaurus == NULL ? NULL : axis_of(matrix->thesaurus, wanted->rows, error);
    matrix->columns =
        matrix->rows == NULL ? NULL : axis_of(matrix->thesaurus, wanted->columns, error);
    if (matrix->columns == NULL || !make_cells(matrix, error)) {
        return FALSE;
    }
    g_autoptr(GHashTable) read = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < matrix->rows->len; i++) {
        if (!count_row(index, matrix, read, i, error)) {
            return FALSE;
        }
    }
    wanted->matrix = g_steal_pointer(&matrix);
    return TRUE;
}

SamsokMatrix *samsok_index_matrix(SamsokIndex *index, const char *rows, const char *columns,
                                  GError **error)
{
    Wanted wanted = {.rows = rows, .columns = columns};
    samsok_index_retry(index, try_matrix, &wanted, error);
    return wanted.matrix;
}
