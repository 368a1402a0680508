/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads tables in the text of passages: which concept heads which column and row. */
#include "config.h"

#include "index/matrix_texts.h"

#include <string.h>

#include "core/base/limits.h"

#define CELL_BORDER " | "

/* A cell of a line. */
typedef struct {
    char *text;
    guint start; /* code points in the passage */
    guint end;
} Cell;

static void cell_clear(gpointer data)
{
    g_free(((Cell *)data)->text);
}

/* The cells of a line that begins at code point `start`. A line of heads may begin with an empty cell. */
static GArray *cells_of(const char *line, guint start)
{
    GArray *cells = g_array_new(FALSE, FALSE, sizeof(Cell));
    g_array_set_clear_func(cells, cell_clear);
    if (g_str_has_prefix(line, "| ")) {
        const Cell empty = {g_strdup(""), start, start};
        g_array_append_val(cells, empty);
        line += 2;
        start += 2;
    }
    g_auto(GStrv) texts = g_strsplit(line, CELL_BORDER, -1);
    for (guint i = 0; texts[i] != NULL; i++) {
        guint end = start + (guint)g_utf8_strlen(texts[i], -1);
        const Cell cell = {g_strdup(texts[i]), start, end};
        g_array_append_val(cells, cell);
        start = end + (guint)strlen(CELL_BORDER);
    }
    return cells;
}

/* True when `cell` mentions `concept` or a narrower one. */
static bool is_headed_by(const SamsokMatrix *matrix, const SamsokPassageRecord *passage,
                         const Cell *cell, const SamsokConcept *concept)
{
    for (guint i = 0; i < passage->mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(passage->mentions, i);
        const GPtrArray *above = samsok_thesaurus_above(matrix->thesaurus, mention->concept);
        bool is_inside = mention->start >= cell->start && mention->end <= cell->end &&
                         mention->end > mention->start;
        for (guint j = 0; is_inside && above != NULL && j < above->len; j++) {
            if (strcmp(g_ptr_array_index(above, j), concept->id) == 0) {
                return true;
            }
        }
    }
    return false;
}

static void text_free(gpointer data)
{
    SamsokMatrixText *text = data;
    g_free(text->text);
    g_free(text->passage);
    g_free(text);
}

static void add_text(SamsokMatrixCell *into, const SamsokPassageRecord *passage, const char *text)
{
    if (into->texts == NULL) {
        into->texts = g_ptr_array_new_with_free_func(text_free);
    }
    if (*text != '\0' && into->texts->len == SAMSOK_MAX_MATRIX_TEXTS) {
        into->texts_left_out++;
    } else if (*text != '\0') {
        SamsokMatrixText *added = g_new0(SamsokMatrixText, 1);
        added->text = g_strdup(text);
        added->passage = g_strdup(passage->id);
        g_ptr_array_add(into->texts, added);
    }
}

/* One cell of a table, for all cells of the matrix that its heads stand for, either way around. */
static void take_cell(SamsokMatrix *matrix, const SamsokPassageRecord *passage, const Cell *head,
                      const Cell *label, const Cell *cell)
{
    for (guint row = 0; row < matrix->rows->len; row++) {
        const SamsokConcept *one = g_ptr_array_index(matrix->rows, row);
        bool heads = is_headed_by(matrix, passage, head, one);
        bool labels = is_headed_by(matrix, passage, label, one);
        for (guint column = 0; (heads || labels) && column < matrix->columns->len; column++) {
            const SamsokConcept *other = g_ptr_array_index(matrix->columns, column);
            if ((heads && is_headed_by(matrix, passage, label, other)) ||
                (labels && is_headed_by(matrix, passage, head, other))) {
                add_text(samsok_matrix_cell(matrix, row, column), passage, cell->text);
            }
        }
    }
}

static void take_line(SamsokMatrix *matrix, const SamsokPassageRecord *passage, const GArray *heads,
                      const GArray *cells)
{
    for (guint i = 1; i < MIN(heads->len, cells->len); i++) {
        take_cell(matrix, passage, &g_array_index(heads, Cell, i), &g_array_index(cells, Cell, 0),
                  &g_array_index(cells, Cell, i));
    }
}

void samsok_matrix_add_texts(SamsokMatrix *matrix, const SamsokPassageRecord *passage)
{
    if (strstr(passage->text, CELL_BORDER) == NULL) {
        return;
    }
    g_auto(GStrv) lines = g_strsplit(passage->text, "\n", -1);
    g_autoptr(GArray) heads = NULL;
    guint start = 0;
    for (guint i = 0; lines[i] != NULL; i++) {
        if (strstr(lines[i], CELL_BORDER) == NULL) {
            g_clear_pointer(&heads, g_array_unref);
        } else if (heads == NULL) {
            heads = cells_of(lines[i], start);
        } else {
            g_autoptr(GArray) cells = cells_of(lines[i], start);
            take_line(matrix, passage, heads, cells);
        }
        start += (guint)g_utf8_strlen(lines[i], -1) + 1;
    }
}
