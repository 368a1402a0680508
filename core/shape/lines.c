/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines stage: leads line runs through records, roles and groups to draft blocks. */
#include "config.h"

#include "core/shape/draft.h"

#include "core/shape/block.h"
#include "core/shape/breaks.h"
#include "core/shape/group.h"
#include "core/shape/headlines.h"
#include "core/shape/hyphen.h"
#include "core/shape/line.h"
#include "core/shape/spacing.h"
#include "core/shape/table.h"

/* Pages found in the text itself, when the format has none. */
static void add_pages(SamsokDraft *draft, guint count)
{
    for (guint i = 0; i < count; i++) {
        SamsokDraftPage page = {.label = g_strdup("")};
        g_array_append_val(draft->pages, page);
    }
}

static SamsokLayout lay_out_text(SamsokDraft *draft, SamsokLines *lines)
{
    SamsokLayout layout = samsok_spacing_measure(lines);
    samsok_spacing_undo(lines, &layout);
    if (draft->pages->len == 0) {
        add_pages(draft, samsok_spacing_pages(lines, &layout));
    }
    return layout;
}

void samsok_shape_lines(SamsokDraft *draft)
{
    g_autoptr(SamsokLines) lines = samsok_lines_new(draft->runs);
    if (samsok_lines_len(lines) == 0) {
        return;
    }
    SamsokLayout layout = lay_out_text(draft, lines);
    samsok_tables_mark(lines, &layout);
    samsok_labels_mark(lines, &layout);
    samsok_breaks_mark(lines, &layout);
    g_autoptr(SamsokGroups) groups = samsok_groups_new(lines);
    samsok_headings_mark(groups, &layout);
    samsok_groups_join_parts(groups);
    g_autoptr(SamsokHyphens) hyphens = samsok_hyphens_new(lines, draft->options);
    samsok_blocks_add(draft, groups, hyphens, &layout);
}
