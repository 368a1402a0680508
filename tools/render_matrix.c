/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of concepts for a terminal, as JSON and as CSV. */
#include "config.h"

#include "tools/matrix.h"

#include <stdio.h>
#include <string.h>

static const SamsokMatrixCell *cell_at(const SamsokMatrix *matrix, guint row, guint column)
{
    return &matrix->cells[(size_t)row * matrix->columns->len + column];
}

static const SamsokConcept *concept_at(const GPtrArray *axis, guint index)
{
    return g_ptr_array_index(axis, index);
}

static glong widest(const GPtrArray *axis)
{
    glong width = 0;
    for (guint i = 0; i < axis->len; i++) {
        width = MAX(width, g_utf8_strlen(concept_at(axis, i)->id, -1));
    }
    return width;
}

/* Padded by letters, not by bytes. */
static void print_padded(const char *text, glong width)
{
    printf("%s%*s", text, (int)MAX(width - g_utf8_strlen(text, -1), 0), "");
}

void samsok_text_matrix(const SamsokMatrix *matrix)
{
    glong first = widest(matrix->rows);
    printf("Avsnitt (rapporter)\n");
    print_padded("", first);
    for (guint column = 0; column < matrix->columns->len; column++) {
        printf("  %s", concept_at(matrix->columns, column)->id);
    }
    putchar('\n');
    for (guint row = 0; row < matrix->rows->len; row++) {
        print_padded(concept_at(matrix->rows, row)->id, first);
        for (guint column = 0; column < matrix->columns->len; column++) {
            const SamsokMatrixCell *cell = cell_at(matrix, row, column);
            g_autofree char *text = cell->passages == 0
                                        ? g_strdup("-")
                                        : g_strdup_printf("%u (%u)", cell->passages, cell->reports);
            printf("  ");
            print_padded(text, g_utf8_strlen(concept_at(matrix->columns, column)->id, -1));
        }
        putchar('\n');
    }
}

static JsonArray *axis_array(const GPtrArray *axis)
{
    JsonArray *array = json_array_new();
    for (guint i = 0; i < axis->len; i++) {
        JsonObject *object = json_object_new();
        json_object_set_string_member(object, "id", concept_at(axis, i)->id);
        json_object_set_string_member(object, "label", concept_at(axis, i)->label);
        json_array_add_object_element(array, object);
    }
    return array;
}

JsonObject *samsok_json_matrix(const SamsokMatrix *matrix)
{
    JsonArray *cells = json_array_new();
    for (guint row = 0; row < matrix->rows->len; row++) {
        for (guint column = 0; column < matrix->columns->len; column++) {
            const SamsokMatrixCell *cell = cell_at(matrix, row, column);
            JsonObject *object = json_object_new();
            json_object_set_string_member(object, "row", concept_at(matrix->rows, row)->id);
            json_object_set_string_member(object, "column", concept_at(matrix->columns, column)->id);
            samsok_json_set_number(object, "passages", cell->passages);
            samsok_json_set_number(object, "reports", cell->reports);
            json_array_add_object_element(cells, object);
        }
    }
    JsonObject *object = json_object_new();
    json_object_set_array_member(object, "rows", axis_array(matrix->rows));
    json_object_set_array_member(object, "columns", axis_array(matrix->columns));
    json_object_set_array_member(object, "cells", cells);
    return object;
}

/* Ids hold neither commas nor quotes but where they are whole IRIs. */
static void print_field(const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, "\"", -1);
    g_autofree char *doubled = g_strjoinv("\"\"", parts);
    bool is_plain = strpbrk(text, ",\"") == NULL;
    printf(is_plain ? "%s" : "\"%s\"", doubled);
}

void samsok_csv_matrix(const SamsokMatrix *matrix)
{
    puts("row,column,passages,reports");
    for (guint row = 0; row < matrix->rows->len; row++) {
        for (guint column = 0; column < matrix->columns->len; column++) {
            const SamsokMatrixCell *cell = cell_at(matrix, row, column);
            print_field(concept_at(matrix->rows, row)->id);
            putchar(',');
            print_field(concept_at(matrix->columns, column)->id);
            printf(",%u,%u\n", cell->passages, cell->reports);
        }
    }
}
