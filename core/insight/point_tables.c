/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points that stand in the column of a table whose head announces them: «Anbefaling», «Læringspunkt». */
#include "config.h"

#include <string.h>

#include "core/insight/point_cues.h"
#include "core/insight/points-private.h"

/* The cells of a row; of a row typed without bars at its ends, «Funn | Anbefaling», its pieces. NULL for any
 * other block. Owner: the caller. */
static GStrv cells_of(const SamsokBlock *block)
{
    if (block->kind == SAMSOK_BLOCK_TABLE_ROW && block->cells != NULL) {
        return g_strdupv((char **)block->cells);
    }
    bool is_typed = block->kind == SAMSOK_BLOCK_PARAGRAPH && strstr(block->text, " | ") != NULL;
    return is_typed ? g_strsplit(block->text, " | ", -1) : NULL;
}

/* The column whose head announces points, and nothing else; SAMSOK_NONE when there is none. «Tips» above
 * a column is the frame of a remark. */
static guint announcing_column(const GStrv head, SamsokPointCue *out)
{
    enum { HEAD_BYTES = 40 };
    for (guint i = 0; head[i] != NULL; i++) {
        if (strlen(head[i]) <= HEAD_BYTES && samsok_cue_announced(head[i], out) &&
            (out->kind == SAMSOK_POINT_LEARNING || out->kind == SAMSOK_POINT_RECOMMENDATION)) {
            return i;
        }
    }
    return SAMSOK_NONE;
}

/* Where nothing marks the head of a table, it is a first row of names, each a few words. */
static bool is_row_of_names(const GStrv cells)
{
    enum { NAME_BYTES = 30 };
    for (guint i = 0; cells[i] != NULL; i++) {
        size_t len = strlen(cells[i]);
        if (len == 0 || len > NAME_BYTES || strchr(".!?;", cells[i][len - 1]) != NULL) {
            return false;
        }
    }
    return true;
}

static bool is_row(const SamsokBlock *block)
{
    return block->kind == SAMSOK_BLOCK_TABLE_ROW ||
           (block->kind == SAMSOK_BLOCK_PARAGRAPH && strstr(block->text, " | ") != NULL);
}

/* The cells of the block where it heads a table; NULL elsewhere. Owner: the caller. */
static GStrv head_at(const SamsokPointFinder *finder, guint index)
{
    const SamsokBlock *block = samsok_point_block(finder, index);
    bool is_first = index == 0 || !is_row(samsok_point_block(finder, index - 1));
    if (!is_row(block) || (!block->is_table_head && !is_first)) {
        return NULL;
    }
    g_auto(GStrv) cells = cells_of(block);
    /* A table of one column frames a remark. */
    bool heads = cells != NULL && cells[0] != NULL && cells[1] != NULL &&
                 (block->is_table_head || is_row_of_names(cells));
    return heads ? g_steal_pointer(&cells) : NULL;
}

/* Says more than a few words, which a mark or a number does not. */
static bool tells(const char *cell)
{
    enum { LEAST_BYTES = 12 };
    return strlen(cell) >= LEAST_BYTES && strchr(cell, ' ') != NULL;
}

static void add_rows(SamsokPointFinder *finder, guint head, const char *title, guint column,
                     SamsokPointKind kind)
{
    SamsokBlockKind row_kind = samsok_point_block(finder, head)->kind;
    for (guint i = head + 1; i < samsok_document_block_count(finder->document); i++) {
        const SamsokBlock *row = samsok_point_block(finder, i);
        if (samsok_point_is_aside(row)) {
            continue;
        }
        if (row->kind != row_kind || !is_row(row) || row->is_table_head) {
            return;
        }
        g_auto(GStrv) cells = cells_of(row);
        bool is_there = cells != NULL && column < g_strv_length(cells);
        if (is_there && tells(cells[column])) {
            SamsokPoint *point = samsok_point_add(finder, kind, i, i + 1, g_strdup(cells[column]));
            samsok_point_set_cue(point, g_strdup_printf("column «%s»", title));
        }
    }
}

void samsok_points_find_tables(SamsokPointFinder *finder)
{
    guint count = finder->is_law ? 0 : samsok_document_block_count(finder->document);
    for (guint i = 0; i < count; i++) {
        g_auto(GStrv) head = head_at(finder, i);
        SamsokPointCue cue;
        guint column = head == NULL ? SAMSOK_NONE : announcing_column(head, &cue);
        if (column != SAMSOK_NONE && !samsok_point_tells_rules(finder)) {
            add_rows(finder, i, head[column], column, cue.kind);
        }
    }
}
