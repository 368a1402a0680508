/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: rows and cells where they hold data, blocks where they only lay out the page. */
#include "config.h"

#include "plugins/html/walker.h"

#include "plugins/html/strings.h"

#include <string.h>

/* A cell with more text than this is a column of a page, not a value; tables that have headings
 * for their columns may have longer cells. */
#define CELL_TEXT_MAX 1200
#define HEADED_CELL_TEXT_MAX 6000

static bool is_cell(GumboTag tag)
{
    return tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
}

/* What one look over a table finds. */
typedef struct {
    uint32_t rows;
    uint32_t columns;     /* of the widest row */
    uint32_t marked_rows; /* rows of two cells, the first a list marker */
    uint32_t longest;     /* text of the longest cell */
    bool has_blocks;      /* headings or tables inside */
    bool has_head;        /* th, thead or caption */
} TableLook;

/* In a column of their own, letters and Roman numerals need no sign behind them to be markers. */
static bool is_marker_cell(const char *text, size_t len)
{
    size_t numerals = 0;
    while (numerals < len && strchr("ivxlIVXL", text[numerals]) != NULL) {
        numerals++;
    }
    return html_is_marker(text, len) || (len > 0 && len <= 5 && numerals == len) ||
           (len == 1 && html_is_letter(text[0]));
}

static void look_at_row(const HtmlTree *tree, uint32_t row, TableLook *look)
{
    uint32_t cells = 0;
    bool is_marked = false;
    for (uint32_t i = row + 1; i < tree->nodes[row].end; i = tree->nodes[i].end) {
        const HtmlNode *node = &tree->nodes[i];
        if (!is_cell(node->tag)) {
            continue;
        }
        char text[HTML_MARKER_MAX];
        size_t len = cells == 0 ? html_walker_peek(tree, i, text, sizeof text) : 0;
        is_marked = is_marked || (len < sizeof text && is_marker_cell(text, len));
        look->longest = node->text > look->longest ? node->text : look->longest;
        cells++;
    }
    look->rows++;
    look->columns = cells > look->columns ? cells : look->columns;
    look->marked_rows += is_marked && cells == 2;
}

static TableLook look_at(const HtmlTree *tree, uint32_t table)
{
    TableLook look = {0};
    uint32_t i = table + 1;
    while (i < tree->nodes[table].end) {
        GumboTag tag = tree->nodes[i].tag;
        look.has_blocks = look.has_blocks || tag == GUMBO_TAG_TABLE ||
                          html_tag_heading_level(tag) > 0;
        look.has_head = look.has_head || tag == GUMBO_TAG_TH || tag == GUMBO_TAG_THEAD ||
                        tag == GUMBO_TAG_CAPTION;
        if (tag == GUMBO_TAG_TR) {
            look_at_row(tree, i, &look);
        }
        i = tag == GUMBO_TAG_TABLE ? tree->nodes[i].end : i + 1;
    }
    return look;
}

static HtmlTableKind kind_by_look(const TableLook *look)
{
    uint32_t longest_allowed = look->has_head ? HEADED_CELL_TEXT_MAX : CELL_TEXT_MAX;
    if (look->rows > 0 && look->marked_rows == look->rows && !look->has_head) {
        return HTML_TABLE_ITEMS;
    }
    bool is_single_row = look->rows < 2 && !look->has_head;
    if (look->has_blocks || look->columns < 2 || is_single_row || look->longest > longest_allowed) {
        return HTML_TABLE_BLOCKS;
    }
    return HTML_TABLE_ROWS;
}

void html_table_enter(HtmlWalker *walker)
{
    static const char *const layout_roles[] = {"presentation", "none", NULL};
    HtmlFrame *frame = html_walker_top(walker);
    html_walker_border(walker);
    TableLook look = look_at(walker->tree, frame->index);
    bool is_layout = frame->state.is_flat ||
                     html_tree_has_word(walker->tree, frame->index, "role", layout_roles);
    frame->table_kind = is_layout ? HTML_TABLE_BLOCKS : kind_by_look(&look);
    frame->state.table = walker->len - 1;
    if (frame->table_kind == HTML_TABLE_ROWS) {
        walker->columns = look.columns < HTML_COLUMNS_MAX ? look.columns : HTML_COLUMNS_MAX;
        memset(walker->spans, 0, sizeof walker->spans);
    }
    if (frame->table_kind == HTML_TABLE_ITEMS) {
        frame->state.depth++;
        frame->state.list = HTML_NONE;
    }
}

static HtmlTableKind kind_around(const HtmlWalker *walker, const HtmlFrame *frame)
{
    return frame->state.table == HTML_NONE ? HTML_TABLE_BLOCKS
                                           : walker->frames[frame->state.table].table_kind;
}

/* Gives the cells that reach down from the rows above, up to the next free column. */
static void repeat_spanning_cells(HtmlWalker *walker)
{
    while (walker->column < HTML_COLUMNS_MAX && walker->spans[walker->column].rows_left > 0) {
        HtmlSpan *span = &walker->spans[walker->column++];
        span->rows_left--;
        if (span->cell == HTML_NONE) {
            html_sink_add(walker->sink, SAMSOK_RUN_CELL, NULL, "", 0);
        } else {
            html_sink_repeat(walker->sink, span->cell);
        }
    }
}

/* An empty row uses up a row of the cells that reach into it, and is otherwise nothing. */
static void pass_row(HtmlWalker *walker)
{
    for (uint32_t i = 0; i < HTML_COLUMNS_MAX; i++) {
        walker->spans[i].rows_left -= walker->spans[i].rows_left > 0;
    }
}

bool html_row_enter(HtmlWalker *walker)
{
    HtmlFrame *frame = html_walker_top(walker);
    html_walker_border(walker);
    HtmlTableKind kind = kind_around(walker, frame);
    if (kind == HTML_TABLE_ITEMS) {
        frame->state.item = walker->len - 1;
    }
    if (kind != HTML_TABLE_ROWS) {
        return true;
    }
    if (walker->tree->nodes[frame->index].text == 0) {
        pass_row(walker);
        return false;
    }
    html_walker_close(walker);
    html_sink_add(walker->sink, SAMSOK_RUN_ROW, NULL, "", 0);
    walker->column = 0;
    return true;
}

void html_row_leave(HtmlWalker *walker)
{
    if (kind_around(walker, html_walker_top(walker)) == HTML_TABLE_ROWS) {
        repeat_spanning_cells(walker);
    }
    html_walker_border(walker);
}

static bool take_marker(HtmlWalker *walker, const HtmlFrame *cell)
{
    HtmlFrame *row = cell->state.item == HTML_NONE ? NULL : &walker->frames[cell->state.item];
    uint32_t first = row == NULL ? HTML_NONE : row->index + 1;
    while (first != HTML_NONE && first < cell->index && !is_cell(walker->tree->nodes[first].tag)) {
        first = walker->tree->nodes[first].end;
    }
    if (first != cell->index) {
        return false;
    }
    char text[HTML_MARKER_MAX];
    size_t len = html_walker_peek(walker->tree, cell->index, text, sizeof text);
    memcpy(row->marker, text, len);
    row->marker[len] = '\0';
    return true;
}

bool html_cell_enter(HtmlWalker *walker)
{
    HtmlFrame *frame = html_walker_top(walker);
    HtmlTableKind kind = kind_around(walker, frame);
    html_walker_border(walker);
    if (kind == HTML_TABLE_ITEMS && take_marker(walker, frame)) {
        return false;
    }
    if (kind != HTML_TABLE_ROWS) {
        return true;
    }
    html_walker_close(walker);
    repeat_spanning_cells(walker);
    bool is_head = walker->tree->nodes[frame->index].tag == GUMBO_TAG_TH ||
                   html_tree_is_inside(walker->tree, frame->index, GUMBO_TAG_THEAD);
    frame->state.kind = SAMSOK_RUN_CELL;
    frame->state.flags = is_head ? SAMSOK_RUN_HEADER : 0;
    frame->state.item = HTML_NONE;
    frame->state.is_flat = true;
    html_sink_open(walker->sink, SAMSOK_RUN_CELL, 0, frame->state.flags, NULL, 0);
    return true;
}

static uint32_t span_of(const HtmlWalker *walker, uint32_t cell, const char *name, uint32_t most)
{
    int span = html_tree_number(walker->tree, cell, name, 1);
    return span < 1 ? 1 : (uint32_t)span < most ? (uint32_t)span : most;
}

/* Whether another cell follows in the same row. */
static bool is_followed(const HtmlTree *tree, uint32_t cell)
{
    uint32_t end = tree->nodes[tree->nodes[cell].parent].end;
    for (uint32_t i = tree->nodes[cell].end; i < end; i = tree->nodes[i].end) {
        if (is_cell(tree->nodes[i].tag)) {
            return true;
        }
    }
    return false;
}

/* A cell over several columns has its text in the first; the others are empty, to keep what follows
 * in its column. */
void html_cell_leave(HtmlWalker *walker)
{
    HtmlFrame *frame = html_walker_top(walker);
    if (frame->state.kind != SAMSOK_RUN_CELL || kind_around(walker, frame) != HTML_TABLE_ROWS) {
        html_walker_border(walker);
        return;
    }
    html_sink_close(walker->sink);
    uint32_t cell = walker->sink->len - 1;
    uint32_t columns = span_of(walker, frame->index, "colspan", walker->columns);
    uint32_t rows = span_of(walker, frame->index, "rowspan", UINT32_MAX);
    bool is_last = !is_followed(walker->tree, frame->index);
    for (uint32_t i = 0; i < columns && walker->column < HTML_COLUMNS_MAX; i++) {
        walker->spans[walker->column++] =
            (HtmlSpan){.rows_left = rows - 1, .cell = i == 0 ? cell : HTML_NONE};
        if (i > 0 && !is_last) {
            html_sink_add(walker->sink, SAMSOK_RUN_CELL, NULL, "", 0);
        }
    }
}
