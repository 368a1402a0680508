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

SamsokMatrixCell *samsok_matrix_cell(const SamsokMatrix *matrix, guint row, guint column)
{
    return &matrix->cells[(size_t)row * matrix->columns->len + column];
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

/* The concepts of one kind, as a tree. */
typedef struct {
    GHashTable *below; /* id → GPtrArray of the concepts right below it, in the vocabulary's order */
    GHashTable *added; /* set of concepts that were met */
    GPtrArray *axis;
} Branches;

/* Adds `concept`, before what is below it. The head of the kind, which stands on top of others, is left out. */
static void add_branch(Branches *branches, const SamsokConcept *concept, bool is_top)
{
    const GPtrArray *below = g_hash_table_lookup(branches->below, concept->id);
    if (!g_hash_table_add(branches->added, (gpointer)concept)) {
        return;
    }
    if (!is_top || below == NULL) {
        g_ptr_array_add(branches->axis, (gpointer)concept);
    }
    for (guint i = 0; below != NULL && i < below->len; i++) {
        add_branch(branches, g_ptr_array_index(below, i), false);
    }
}

/* Notes `concept` below each of `known` that stands right above it; false when none does. */
static bool note_above(GHashTable *below, GHashTable *known, const SamsokConcept *concept)
{
    bool is_below = false;
    for (guint i = 0; i < concept->broader->len; i++) {
        gpointer id = g_ptr_array_index(concept->broader, i);
        if (!g_hash_table_contains(known, id)) {
            continue;
        }
        GPtrArray *list = g_hash_table_lookup(below, id);
        if (list == NULL) {
            list = g_ptr_array_new();
            g_hash_table_insert(below, id, list);
        }
        g_ptr_array_add(list, (gpointer)concept);
        is_below = true;
    }
    return is_below;
}

/* `concepts` (of one kind) each behind what is above it, without the heads. A ring of concepts has no top
 * and is left out: `concepts check` calls it an error. Owner: the caller. */
static GPtrArray *in_order_of_tree(const GPtrArray *concepts)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) added = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) below = g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
                                                        (GDestroyNotify)g_ptr_array_unref);
    g_autoptr(GPtrArray) tops = g_ptr_array_new();
    for (guint i = 0; i < concepts->len; i++) {
        g_hash_table_add(known, (gpointer)((const SamsokConcept *)g_ptr_array_index(concepts, i))->id);
    }
    for (guint i = 0; i < concepts->len; i++) {
        if (!note_above(below, known, g_ptr_array_index(concepts, i))) {
            g_ptr_array_add(tops, g_ptr_array_index(concepts, i));
        }
    }
    Branches branches = {below, added, g_ptr_array_new()};
    for (guint i = 0; i < tops->len; i++) {
        add_branch(&branches, g_ptr_array_index(tops, i), true);
    }
    return branches.axis;
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
    g_autoptr(GPtrArray) axis = in_order_of_tree(of_kind);
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

static gboolean count_cells(Row *row, guint number, GError **error)
{
    const SamsokMatrix *matrix = row->matrix;
    for (guint i = 0; i < matrix->columns->len; i++) {
        g_autofree char *term = term_of(g_ptr_array_index(matrix->columns, i));
        g_hash_table_remove_all(row->counted);
        row->cell = samsok_matrix_cell(matrix, number, i);
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
    return count_cells(&row, number, error);
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
