/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines stage: leads line runs through records, roles and groups to draft blocks. */
#include "config.h"

#include "core/shape/draft.h"

#include "core/shape/block.h"
#include "core/shape/breaks.h"
#include "core/shape/contents.h"
#include "core/shape/footnote.h"
#include "core/shape/furniture.h"
#include "core/shape/geometry.h"
#include "core/shape/grid.h"
#include "core/shape/group.h"
#include "core/shape/headlines.h"
#include "core/shape/hyphen.h"
#include "core/shape/line.h"
#include "core/shape/markup.h"
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
    guint headings = samsok_markup_mark(lines);
    SamsokLayout layout = samsok_spacing_measure(lines);
    layout.has_markup = headings > 0;
    samsok_spacing_undo(lines, &layout);
    if (draft->pages->len == 0) {
        add_pages(draft, samsok_spacing_pages(lines, &layout));
    }
    return layout;
}

/* Running heads go before anything is joined; the page numbers among them become labels. */
static void find_furniture(SamsokDraft *draft, SamsokLines *lines, const SamsokLayout *layout)
{
    guint count = samsok_runs_page_count(draft->runs);
    if (count == 0) {
        return; /* pages found in the text itself have lost their heads and feet */
    }
    g_autofree char **labels = g_new0(char *, count);
    samsok_furniture_mark(lines, layout, count, labels);
    for (guint i = 0; i < count; i++) {
        SamsokDraftPage *page = &g_array_index(draft->pages, SamsokDraftPage, i);
        bool is_unknown = page->label == NULL || *page->label == '\0';
        if (labels[i] != NULL && is_unknown) {
            g_free(page->label);
            page->label = g_steal_pointer(&labels[i]);
        }
        g_free(labels[i]);
    }
}

/* What interrupts the text of a page goes behind it. */
static void put_aside(SamsokDraft *draft, SamsokLines *lines, const SamsokLayout *layout)
{
    if (layout->has_geometry) {
        samsok_geometry_mark_margins(lines, layout);
        samsok_geometry_set_gaps(lines);
    }
    find_furniture(draft, lines, layout);
    samsok_footnotes_mark(lines, layout);
    samsok_lines_move_aside(lines);
    if (layout->has_geometry) {
        samsok_geometry_sort_contents(lines);
        samsok_geometry_set_gaps(lines);
        samsok_geometry_mark_labels(lines, layout);
    }
}

static bool is_deck(const SamsokRuns *runs)
{
    guint pages = 0;
    guint wide = 0;
    for (guint i = 0; i < samsok_runs_len(runs); i++) {
        const SamsokRun *run = samsok_runs_at(runs, i);
        if (run->kind == SAMSOK_RUN_PAGE) {
            pages++;
            wide += run->width > run->height ? 1 : 0;
        }
    }
    return 2 * wide > pages;
}

static SamsokLayout lay_out_print(const SamsokDraft *draft, const SamsokLines *lines)
{
    SamsokLayout layout = samsok_geometry_measure(lines);
    layout.is_deck = is_deck(draft->runs);
    return layout;
}

void samsok_shape_lines(SamsokDraft *draft)
{
    g_autoptr(SamsokLines) lines = samsok_lines_new(draft->runs);
    if (samsok_lines_len(lines) == 0) {
        return;
    }
    SamsokLayout layout = lines->has_geometry ? lay_out_print(draft, lines) : lay_out_text(draft, lines);
    put_aside(draft, lines, &layout);
    samsok_contents_mark(lines, &layout);
    samsok_grid_mark(lines, &layout);
    samsok_tables_mark(lines, &layout);
    samsok_labels_mark(lines, &layout);
    samsok_breaks_mark(lines, &layout);
    g_autoptr(SamsokGroups) groups = samsok_groups_new(lines);
    samsok_headings_mark(groups, &layout);
    samsok_groups_join_parts(groups);
    g_autoptr(SamsokHyphens) hyphens = samsok_hyphens_new(lines, draft->options);
    samsok_blocks_add(draft, groups, hyphens, &layout);
    if (!layout.has_geometry) {
        samsok_shape_notes(draft, 0);
    }
}
