/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes draft blocks of groups. */
#include "config.h"

#include "core/shape/block.h"

#include <string.h>

#include "core/shape/footnote.h"
#include "core/shape/marker.h"

typedef struct {
    SamsokDraft *draft;
    const SamsokGroups *groups;
    const SamsokHyphens *hyphens;
    const SamsokLayout *layout;
} Making;

/* A word cut without a sign: this extract ends every row with a blank, but not this one. */
static bool is_cut(const Making *making, const SamsokLine *above, const SamsokLine *line)
{
    return making->layout->usual_trailing > 0 && above->trailing == 0 && !line->same_row &&
           g_unichar_islower(g_utf8_get_char(line->text)) &&
           g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(above->text + above->len)));
}

static void append_line(const Making *making, GString *text, const SamsokLine *above, const SamsokLine *line,
                        guint skip)
{
    const char *row = line->text + skip;
    gsize len = line->len - skip;
    if (line->is_pre && text->len > 0) {
        g_string_append_c(text, '\n');
        g_string_append_len(text, row, (gssize)len);
    } else if (text->len > 0 && above != NULL && is_cut(making, above, line)) {
        samsok_hyphens_glue(text, row, len);
    } else {
        samsok_hyphens_append(making->hyphens, text, row, len);
    }
}

/* A contents line as it is read aloud: the dots between title and page number become a blank. */
static void drop_leaders(GString *text)
{
    SamsokContentsLine contents;
    if (samsok_contents_read(text->str, (guint)text->len, &contents)) {
        g_string_erase(text, contents.title_len, (gssize)(contents.page_start - contents.title_len));
        g_string_insert_c(text, contents.title_len, ' ');
    }
}

static void widen_place(SamsokPlace *place, const SamsokLine *line)
{
    place->page_last = line->page;
    place->line_last = line->line;
}

/* The text of `group` and its further parts, with the place of each row. */
static void fill_text(const Making *making, SamsokDraftBlock *block, const SamsokGroup *group)
{
    g_autoptr(GString) text = g_string_new(NULL);
    const SamsokLine *above = NULL;
    guint skip = group->mark_len;
    while (group != NULL) {
        for (guint i = group->first; i < group->end; i++) {
            const SamsokLine *line = samsok_lines_at(making->groups->lines, i);
            if (line->is_dropped) {
                continue;
            }
            guint offset = (guint)text->len;
            append_line(making, text, above, line, skip);
            samsok_draft_block_mark(block, MIN(offset, (guint)text->len), line->page, line->line);
            widen_place(&block->place, line);
            above = line;
            skip = 0;
        }
        group = group->next_part == SAMSOK_NONE ? NULL : samsok_groups_at(making->groups, group->next_part);
    }
    if (block->kind == SAMSOK_BLOCK_CONTENTS) {
        drop_leaders(text);
    }
    samsok_draft_block_take_text(block, g_strdup(text->str));
}

static guint cell_count(const SamsokLines *lines, const SamsokGroup *group)
{
    guint count = 0;
    for (guint i = group->first; i < group->end; i++) {
        count = MAX(count, samsok_lines_at(lines, i)->cell + 1);
    }
    return count;
}

static void fill_cells(const Making *making, SamsokDraftBlock *block, const SamsokGroup *group)
{
    const SamsokLines *lines = making->groups->lines;
    guint count = cell_count(lines, group);
    block->cells = g_new0(char *, count + 1);
    for (guint cell = 0; cell < count; cell++) {
        g_autoptr(GString) text = g_string_new(NULL);
        const SamsokLine *above = NULL;
        for (guint i = group->first; i < group->end; i++) {
            const SamsokLine *line = samsok_lines_at(lines, i);
            if (line->cell != cell || line->is_dropped) {
                continue;
            }
            append_line(making, text, above, line, above == NULL ? line->mark_len : 0);
            widen_place(&block->place, line);
            above = line;
        }
        block->cells[cell] = g_strdup(text->str);
    }
    g_autofree char *joined = g_strjoinv(" | ", block->cells);
    samsok_draft_block_take_text(block, g_strdup(g_strstrip(joined)));
}

static void fill_marker(SamsokDraftBlock *block, const SamsokLine *line, guint mark_len)
{
    SamsokMarker marker;
    bool has_marker = block->kind == SAMSOK_BLOCK_LIST_ITEM && mark_len > 0 &&
                      samsok_marker_read(line->text, line->len, &marker);
    if (has_marker) {
        block->marker = samsok_marker_text(line->text, &marker);
    } else if (block->kind == SAMSOK_BLOCK_FOOTNOTE && mark_len > 0) {
        block->marker = samsok_raised_len(line->text, mark_len) > 0
                            ? samsok_raised_digits(line->text, mark_len)
                            : g_strchomp(g_strndup(line->text, mark_len));
    }
}

static void add_block(const Making *making, const SamsokGroup *group)
{
    const SamsokLine *line = samsok_group_first(making->groups, group);
    SamsokDraftBlock *block = samsok_draft_add_block(making->draft, group->kind);
    bool has_level = group->kind == SAMSOK_BLOCK_HEADING || group->kind == SAMSOK_BLOCK_LIST_ITEM;
    block->level = has_level ? MAX(group->level, 1) : 0;
    block->font_size = line->size;
    block->is_bold = line->is_bold;
    block->is_pre = line->is_pre;
    block->is_table_head = line->is_head;
    block->place = (SamsokPlace){line->page, line->page, line->line, line->line};
    if (group->num_len > 0) {
        block->number = g_strndup(line->text + group->num_start, group->num_len);
    }
    fill_marker(block, line, group->mark_len);
    if (group->kind == SAMSOK_BLOCK_TABLE_ROW) {
        fill_cells(making, block, group);
    } else {
        fill_text(making, block, group);
    }
}

static bool is_all_dropped(const SamsokLines *lines, const SamsokGroup *group)
{
    for (guint i = group->first; i < group->end; i++) {
        if (!samsok_lines_at(lines, i)->is_dropped) {
            return false;
        }
    }
    return true;
}

void samsok_blocks_add(SamsokDraft *draft, const SamsokGroups *groups, const SamsokHyphens *hyphens,
                       const SamsokLayout *layout)
{
    Making making = {.draft = draft, .groups = groups, .hyphens = hyphens, .layout = layout};
    for (guint i = 0; i < samsok_groups_len(groups); i++) {
        const SamsokGroup *group = samsok_groups_at(groups, i);
        if (!group->is_part && !is_all_dropped(groups->lines, group)) {
            add_block(&making, group);
        }
    }
}
