/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points that stand in the column of a table whose head announces them: «Anbefaling», «Læringspunkt». */
#include "config.h"

#include <string.h>

#include "core/insight/point_cues.h"
#include "core/insight/points-private.h"

/* The column whose head announces points, and nothing else; SAMSOK_NONE when there is none. «Tips» above
 * a column is the frame of a remark. */
static guint announcing_column(const SamsokBlock *head, SamsokPointCue *out)
{
    enum { HEAD_BYTES = 40 };
    for (guint i = 0; head->cells != NULL && head->cells[i] != NULL; i++) {
        if (strlen(head->cells[i]) <= HEAD_BYTES && samsok_cue_announced(head->cells[i], out) &&
            (out->kind == SAMSOK_POINT_LEARNING || out->kind == SAMSOK_POINT_RECOMMENDATION)) {
            return i;
        }
    }
    return SAMSOK_NONE;
}

/* The cell of a row; NULL when it is not there or says less than a few words. */
static const char *telling_cell(const SamsokBlock *row, guint column)
{
    enum { LEAST_BYTES = 12 };
    guint count = row->cells == NULL ? 0 : g_strv_length((char **)row->cells);
    const char *cell = column < count ? row->cells[column] : NULL;
    return cell != NULL && strlen(cell) >= LEAST_BYTES && strchr(cell, ' ') != NULL ? cell : NULL;
}

static void add_rows(SamsokPointFinder *finder, guint head, guint column, SamsokPointKind kind)
{
    const char *title = samsok_point_block(finder, head)->cells[column];
    for (guint i = head + 1; i < samsok_document_block_count(finder->document); i++) {
        const SamsokBlock *row = samsok_point_block(finder, i);
        if (samsok_point_is_aside(row)) {
            continue;
        }
        if (row->kind != SAMSOK_BLOCK_TABLE_ROW || row->is_table_head) {
            return;
        }
        const char *cell = telling_cell(row, column);
        if (cell != NULL) {
            SamsokPoint *point = samsok_point_add(finder, kind, i, i + 1, g_strdup(cell));
            samsok_point_set_cue(point, g_strdup_printf("column «%s»", title));
        }
    }
}

void samsok_points_find_tables(SamsokPointFinder *finder)
{
    guint count = finder->is_law ? 0 : samsok_document_block_count(finder->document);
    for (guint i = 0; i < count; i++) {
        const SamsokBlock *block = samsok_point_block(finder, i);
        if (block->kind != SAMSOK_BLOCK_TABLE_ROW || !block->is_table_head) {
            continue;
        }
        SamsokPointCue cue;
        guint column = announcing_column(block, &cue);
        /* A table of one column frames a remark. */
        bool is_table = column > 0 || (block->cells != NULL && block->cells[0] != NULL && block->cells[1] != NULL);
        if (column != SAMSOK_NONE && is_table && !samsok_point_tells_rules(finder)) {
            add_rows(finder, i, column, cue.kind);
        }
    }
}
