/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers records to groups, and groups to the blocks that something interrupted. */
#include "config.h"

#include "core/shape/group.h"

/* What may stand between the parts of a paragraph, at most: a page of notes and a table. */
enum { MAX_BETWEEN = 60 };

static void add_group(SamsokGroups *groups, guint first, guint end)
{
    const SamsokLine *line = samsok_lines_at(groups->lines, first);
    SamsokGroup group = {.first = first,
                         .end = end,
                         .kind = line->kind,
                         .level = line->level,
                         .mark_len = line->mark_len,
                         .next_part = SAMSOK_NONE};
    g_array_append_val(groups->groups, group);
}

SamsokGroups *samsok_groups_new(SamsokLines *lines)
{
    SamsokGroups *groups = g_new0(SamsokGroups, 1);
    groups->lines = lines;
    groups->groups = g_array_new(FALSE, FALSE, sizeof(SamsokGroup));
    guint first = 0;
    guint len = samsok_lines_len(lines);
    for (guint i = 1; i <= len; i++) {
        if (i == len || samsok_lines_at(lines, i)->opens) {
            add_group(groups, first, i);
            first = i;
        }
    }
    return groups;
}

void samsok_groups_free(SamsokGroups *groups)
{
    if (groups == NULL) {
        return;
    }
    g_array_unref(groups->groups);
    g_free(groups);
}

guint samsok_groups_len(const SamsokGroups *groups)
{
    return groups->groups->len;
}

SamsokGroup *samsok_groups_at(const SamsokGroups *groups, guint index)
{
    g_assert(index < groups->groups->len);
    return &g_array_index(groups->groups, SamsokGroup, index);
}

SamsokLine *samsok_group_first(const SamsokGroups *groups, const SamsokGroup *group)
{
    return samsok_lines_at(groups->lines, group->first);
}

SamsokLine *samsok_group_last(const SamsokGroups *groups, const SamsokGroup *group)
{
    return samsok_lines_at(groups->lines, group->end - 1);
}

bool samsok_group_ends_sentence(const SamsokGroups *groups, const SamsokGroup *group)
{
    const SamsokLine *last = samsok_group_last(groups, group);
    return samsok_line_ends_sentence(last->text, last->len);
}

guint samsok_group_words(const SamsokGroups *groups, const SamsokGroup *group, guint max)
{
    guint words = 0;
    for (guint i = group->first; i < group->end && words < max; i++) {
        words += samsok_line_word_count(samsok_lines_at(groups->lines, i));
    }
    return MIN(words, max);
}

guint samsok_group_rows(const SamsokGroups *groups, const SamsokGroup *group, guint max)
{
    guint rows = 0;
    for (guint i = group->first; i < group->end && rows < max; i++) {
        rows += samsok_lines_at(groups->lines, i)->same_row ? 0 : 1;
    }
    return rows;
}

static bool is_text(const SamsokGroup *group)
{
    return group->kind == SAMSOK_BLOCK_PARAGRAPH || group->kind == SAMSOK_BLOCK_LIST_ITEM;
}

static bool may_interrupt(const SamsokGroup *group)
{
    return group->kind == SAMSOK_BLOCK_CAPTION || group->kind == SAMSOK_BLOCK_FOOTNOTE ||
           group->kind == SAMSOK_BLOCK_FURNITURE || group->kind == SAMSOK_BLOCK_TABLE_ROW;
}

/* The group in which `index` goes on behind what interrupts it, or SAMSOK_NONE. */
static guint find_part(const SamsokGroups *groups, guint index)
{
    guint end = MIN(index + 1 + MAX_BETWEEN, samsok_groups_len(groups));
    for (guint i = index + 1; i < end; i++) {
        const SamsokGroup *group = samsok_groups_at(groups, i);
        if (may_interrupt(group)) {
            continue;
        }
        const SamsokLine *line = samsok_group_first(groups, group);
        bool turns_page = samsok_group_last(groups, samsok_groups_at(groups, index))->page != line->page;
        bool goes_on = group->kind == SAMSOK_BLOCK_PARAGRAPH && !line->is_settled &&
                       samsok_line_starts_lower(line) && (i > index + 1 || turns_page);
        return goes_on ? i : SAMSOK_NONE;
    }
    return SAMSOK_NONE;
}

void samsok_groups_join_parts(SamsokGroups *groups)
{
    for (guint i = 0; i + 1 < samsok_groups_len(groups); i++) {
        SamsokGroup *group = samsok_groups_at(groups, i);
        bool may_go_on = is_text(group) && !samsok_group_ends_sentence(groups, group) &&
                         !samsok_group_last(groups, group)->is_pre;
        guint part = may_go_on ? find_part(groups, i) : SAMSOK_NONE;
        if (part != SAMSOK_NONE) {
            group->next_part = part;
            samsok_groups_at(groups, part)->is_part = true;
        }
    }
}
