/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Element runs to blocks: for formats that know meaning (HTML, Markdown). */
#include "config.h"

#include "core/shape/draft.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/base/text.h"

/* A row of a table while its cells come in. */
typedef struct {
    SamsokDraftBlock *block; /* NULL: no row is open */
    GPtrArray *cells;        /* of char * */
    guint filled;            /* cells with text */
    guint heads;             /* of these, head cells */
} Row;

static bool block_kind_of(guint run_kind, SamsokBlockKind *out_kind)
{
    switch (run_kind) {
    case SAMSOK_RUN_HEADING:
        *out_kind = SAMSOK_BLOCK_HEADING;
        return true;
    case SAMSOK_RUN_PARAGRAPH:
    case SAMSOK_RUN_PRE:
        *out_kind = SAMSOK_BLOCK_PARAGRAPH;
        return true;
    case SAMSOK_RUN_ITEM:
        *out_kind = SAMSOK_BLOCK_LIST_ITEM;
        return true;
    case SAMSOK_RUN_CAPTION:
        *out_kind = SAMSOK_BLOCK_CAPTION;
        return true;
    case SAMSOK_RUN_NOTE:
        *out_kind = SAMSOK_BLOCK_FOOTNOTE;
        return true;
    case SAMSOK_RUN_QUOTE:
        *out_kind = SAMSOK_BLOCK_QUOTE;
        return true;
    case SAMSOK_RUN_CONTENTS:
        *out_kind = SAMSOK_BLOCK_CONTENTS;
        return true;
    default: /* lines, pages and metadata are no elements */
        return false;
    }
}

/* Preformatted text keeps its lines; blanks at their ends and empty lines around it go. */
static char *preformatted(const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    GString *out = g_string_sized_new(strlen(text));
    for (char **line = lines; *line != NULL; line++) {
        g_string_append(out, g_strchomp(*line));
        g_string_append_c(out, '\n');
    }
    char *kept = g_string_free(out, FALSE);
    g_strchomp(kept);
    gsize empty = 0;
    for (gsize i = 0; g_ascii_isspace(kept[i]); i++) {
        empty = kept[i] == '\n' ? i + 1 : empty;
    }
    memmove(kept, kept + empty, strlen(kept + empty) + 1);
    return kept;
}

/* The text of the run at `index` with the runs that continue it; the last of them to `out_last`. */
static char *whole_text(const SamsokDraft *draft, guint index, guint *out_last)
{
    const SamsokRun *run = samsok_runs_at(draft->runs, index);
    GString *text = g_string_new(run->text);
    guint last = index;
    while (last + 1 < samsok_runs_len(draft->runs)) {
        const SamsokRun *next = samsok_runs_at(draft->runs, last + 1);
        if ((next->flags & SAMSOK_RUN_CONTINUES) == 0 || next->kind != run->kind) {
            break;
        }
        g_string_append(text, next->text);
        last++;
    }
    *out_last = last;
    char *result = run->kind == SAMSOK_RUN_PRE ? preformatted(text->str) : samsok_text_squeeze(text->str);
    g_string_free(text, TRUE);
    return result;
}

static guint block_level(SamsokBlockKind kind, guint level)
{
    bool has_level = kind == SAMSOK_BLOCK_HEADING || kind == SAMSOK_BLOCK_LIST_ITEM;
    return has_level ? CLAMP(level, 1, SAMSOK_MAX_LEVEL) : 0;
}

static void add_block(SamsokDraft *draft, const SamsokRun *run, SamsokBlockKind kind, char *text)
{
    SamsokDraftBlock *block = samsok_draft_add_block(draft, kind);
    samsok_draft_block_take_text(block, text);
    bool is_marked = kind == SAMSOK_BLOCK_LIST_ITEM || kind == SAMSOK_BLOCK_FOOTNOTE;
    block->marker = is_marked ? samsok_text_squeeze(run->name) : NULL;
    block->level = block_level(kind, run->level);
    block->is_pre = run->kind == SAMSOK_RUN_PRE;
    block->is_bold = (run->flags & SAMSOK_RUN_BOLD) != 0;
    block->font_size = run->font_size;
    block->place = (SamsokPlace){run->page, run->page, run->line, run->line};
}

/* A row of nothing but empty cells leaves no block. A row is a head when all its cells are. */
static void close_row(SamsokDraft *draft, Row *row)
{
    if (row->block == NULL) {
        return;
    }
    SamsokDraftBlock *block = g_steal_pointer(&row->block);
    if (row->filled == 0) {
        g_ptr_array_set_size(row->cells, 0);
        g_ptr_array_remove_index(draft->blocks, draft->blocks->len - 1);
        return;
    }
    g_ptr_array_add(row->cells, NULL);
    block->cells = g_strdupv((char **)row->cells->pdata);
    block->is_table_head = row->heads == row->filled;
    samsok_draft_block_take_text(block, g_strjoinv(" | ", block->cells));
    g_ptr_array_set_size(row->cells, 0);
}

static void open_row(SamsokDraft *draft, Row *row, const SamsokRun *run)
{
    close_row(draft, row);
    *row = (Row){.block = samsok_draft_add_block(draft, SAMSOK_BLOCK_TABLE_ROW), .cells = row->cells};
    row->block->place = (SamsokPlace){run->page, run->page, run->line, run->line};
}

static void add_cell(SamsokDraft *draft, Row *row, const SamsokRun *run, char *text)
{
    if (row->block == NULL) {
        open_row(draft, row, run);
    }
    bool filled = *text != '\0';
    row->filled += filled ? 1 : 0;
    row->heads += filled && (run->flags & SAMSOK_RUN_HEADER) != 0 ? 1 : 0;
    g_ptr_array_add(row->cells, text);
}

/* Takes the run at `index` in; the last run used is returned. */
static guint take_run(SamsokDraft *draft, Row *row, guint index)
{
    const SamsokRun *run = samsok_runs_at(draft->runs, index);
    SamsokBlockKind kind = SAMSOK_BLOCK_PARAGRAPH;
    guint last = index;
    if (run->kind == SAMSOK_RUN_ROW) {
        open_row(draft, row, run);
        return last;
    }
    if (run->kind == SAMSOK_RUN_CELL) {
        add_cell(draft, row, run, whole_text(draft, index, &last));
        return last;
    }
    if (!block_kind_of(run->kind, &kind)) {
        return last;
    }
    close_row(draft, row);
    g_autofree char *text = whole_text(draft, index, &last);
    if (*text != '\0') {
        bool furniture = (run->flags & SAMSOK_RUN_FURNITURE) != 0;
        add_block(draft, run, furniture ? SAMSOK_BLOCK_FURNITURE : kind, g_steal_pointer(&text));
    }
    return last;
}

void samsok_shape_elements(SamsokDraft *draft)
{
    guint before = draft->blocks->len;
    g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func(g_free);
    Row row = {.cells = cells};
    for (guint i = 0; i < samsok_runs_len(draft->runs); i++) {
        i = take_run(draft, &row, i);
    }
    close_row(draft, &row);
    if (draft->blocks->len > before) {
        samsok_shape_notes(draft, before);
    }
}
