/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of concepts for a terminal, as JSON and as CSV. */
#include "config.h"

#include "tools/matrix.h"

#include <stdio.h>
#include <string.h>

#include "tools/cite_render.h"

/* Columns of letters for the counts of a cell. */
enum { MIN_COLUMN = 9 };

static const SamsokConcept *concept_at(const GPtrArray *axis, guint index)
{
    return g_ptr_array_index(axis, index);
}

/* «trinn 4» of «trinn 4: utvikle felles plan …». Owner: the caller. */
static char *short_label(const SamsokConcept *concept, const char *language)
{
    const char *label = samsok_concept_label(concept, language);
    const char *colon = strstr(label, ": ");
    return colon == NULL ? g_strdup(label) : g_strndup(label, (gsize)(colon - label));
}

/* The short labels of an axis, of char *. Owner: the caller. */
static GPtrArray *labels_of(const GPtrArray *axis, const char *language)
{
    GPtrArray *labels = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < axis->len; i++) {
        g_ptr_array_add(labels, short_label(concept_at(axis, i), language));
    }
    return labels;
}

/* Padded by letters, not by bytes. */
static void print_padded(const char *text, glong width)
{
    printf("%s%*s", text, (int)MAX(width - g_utf8_strlen(text, -1), 0), "");
}

/* "3 (2)": passages and reports. Owner: the caller. */
static char *cell_text(const SamsokMatrixCell *cell)
{
    return cell->passages == 0 ? g_strdup("-")
                               : g_strdup_printf("%u (%u)", cell->passages, cell->reports);
}

/* What the reports' own tables say, one cell after the other. */
static void print_own(const SamsokMatrix *matrix, const GPtrArray *rows, const GPtrArray *columns)
{
    bool is_first = true;
    for (guint i = 0; i < rows->len * columns->len; i++) {
        guint row = i / columns->len;
        guint column = i % columns->len;
        const SamsokMatrixCell *cell = samsok_matrix_cell(matrix, row, column);
        const GPtrArray *texts = cell->texts;
        for (guint j = 0; texts != NULL && j < texts->len; j++) {
            const SamsokMatrixText *own = g_ptr_array_index(texts, j);
            printf("%s  %s \302\267 %s: %s\n    %s\n",
                   is_first ? "\nI rapportenes egne tabeller\n" : "",
                   (const char *)g_ptr_array_index(rows, row),
                   (const char *)g_ptr_array_index(columns, column), own->text, own->passage);
            is_first = false;
        }
        if (cell->texts_left_out > 0) {
            printf("    og %u til\n", cell->texts_left_out);
        }
    }
}

void samsok_text_matrix(const SamsokMatrix *matrix, const char *language)
{
    g_autoptr(GPtrArray) rows = labels_of(matrix->rows, language);
    g_autoptr(GPtrArray) columns = labels_of(matrix->columns, language);
    glong first = 0;
    for (guint row = 0; row < rows->len; row++) {
        first = MAX(first, g_utf8_strlen(g_ptr_array_index(rows, row), -1));
    }
    printf("Avsnitt (rapporter)\n");
    print_padded("", first);
    for (guint column = 0; column < columns->len; column++) {
        printf("  ");
        print_padded(g_ptr_array_index(columns, column), MIN_COLUMN);
    }
    putchar('\n');
    for (guint row = 0; row < rows->len; row++) {
        print_padded(g_ptr_array_index(rows, row), first);
        for (guint column = 0; column < columns->len; column++) {
            g_autofree char *text = cell_text(samsok_matrix_cell(matrix, row, column));
            glong width = g_utf8_strlen(g_ptr_array_index(columns, column), -1);
            printf("  ");
            print_padded(text, MAX(width, MIN_COLUMN));
        }
        putchar('\n');
    }
    print_own(matrix, rows, columns);
}

static json_t *axis_array(const GPtrArray *axis, const char *language)
{
    json_t *array = json_array();
    for (guint i = 0; i < axis->len; i++) {
        const SamsokConcept *concept = concept_at(axis, i);
        json_array_append_new(array, samsok_json_named(concept->id, samsok_concept_label(concept, language)));
    }
    return array;
}

static json_t *texts_array(const SamsokMatrixCell *cell)
{
    json_t *array = json_array();
    for (guint i = 0; cell->texts != NULL && i < cell->texts->len; i++) {
        const SamsokMatrixText *own = g_ptr_array_index(cell->texts, i);
        json_t *object = json_object();
        samsok_json_set_string(object, "text", own->text);
        samsok_json_set_string(object, "passage", own->passage);
        json_array_append_new(array, object);
    }
    return array;
}

json_t *samsok_json_matrix(const SamsokMatrix *matrix, const char *language)
{
    json_t *cells = json_array();
    for (guint row = 0; row < matrix->rows->len; row++) {
        for (guint column = 0; column < matrix->columns->len; column++) {
            const SamsokMatrixCell *cell = samsok_matrix_cell(matrix, row, column);
            json_t *object = json_object();
            samsok_json_set_string(object, "row", concept_at(matrix->rows, row)->id);
            samsok_json_set_string(object, "column", concept_at(matrix->columns, column)->id);
            samsok_json_set_number(object, "passages", cell->passages);
            samsok_json_set_number(object, "reports", cell->reports);
            json_object_set_new(object, "texts", texts_array(cell));
            samsok_json_set_number(object, "texts_left_out", cell->texts_left_out);
            json_array_append_new(cells, object);
        }
    }
    json_t *object = json_object();
    json_object_set_new(object, "rows", axis_array(matrix->rows, language));
    json_object_set_new(object, "columns", axis_array(matrix->columns, language));
    json_object_set_new(object, "cells", cells);
    return object;
}

void samsok_csv_matrix(const SamsokMatrix *matrix, const char *language)
{
    const SamsokCiteStyle style = {.format = SAMSOK_FORMAT_CSV, .separator = ','};
    /* Without a mark spreadsheets do not know it for UTF-8. */
    g_autoptr(GString) out = g_string_new("\357\273\277");
    for (guint column = 0; column < matrix->columns->len; column++) {
        g_string_append_c(out, style.separator);
        const SamsokConcept *concept = concept_at(matrix->columns, column);
        samsok_table_append_cell(out, samsok_concept_label(concept, language), &style);
    }
    g_string_append(out, "\r\n");
    for (guint row = 0; row < matrix->rows->len; row++) {
        const SamsokConcept *concept = concept_at(matrix->rows, row);
        samsok_table_append_cell(out, samsok_concept_label(concept, language), &style);
        for (guint column = 0; column < matrix->columns->len; column++) {
            guint passages = samsok_matrix_cell(matrix, row, column)->passages;
            g_string_append_printf(out, "%c%u", style.separator, passages);
        }
        g_string_append(out, "\r\n");
    }
    fputs(out->str, stdout);
}
