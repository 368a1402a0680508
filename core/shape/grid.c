/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds tables on printed pages by the blank strips between their columns. */
#include "config.h"

#include "core/shape/grid.h"

#include <string.h>

enum { MAX_TABLES = 20, MAX_HEAD_ROWS = 2, MAX_COLUMNS = 16, MIN_BESIDE = 2, MIN_PROSE_ROWS = 8 };
/* Rows of a table stand nearer than this, in multiples of the text's size. */
static const double max_row_distance = 4.0;
/* Rows whose feet differ by less share a printed row, in multiples of the size. */
static const double same_row_share = 0.35;
/* Columns of running text: both at least so wide, in characters, and about as wide as each other. */
static const double min_prose_chars = 34.0;
static const double max_prose_ratio = 1.4;
/* Larger letters are a heading's. */
static const double large_share = 1.08;
/* A first cell that stands so much lower than the row above, in multiples of the size, is a new one. */
static const double wrapped_pitch = 1.45;

typedef struct {
    double left;
    double right;
} Strip;

typedef struct {
    guint first; /* in Page.order: pieces of one printed row, from left to right */
    guint end;
    double foot;
} PrintedRow;

typedef struct {
    Strip columns[MAX_COLUMNS];
    guint count;
} Columns;

typedef struct {
    SamsokLines *lines;
    const SamsokLayout *layout;
    guint start;    /* records [start, end) of the page */
    GArray *order;  /* of guint: records by row, then from left to right */
    GArray *rows;   /* of PrintedRow */
    Columns last_columns; /* of the table that the page's text ends with */
    Columns carried; /* of the table that the page before ended with; count is 0 if it did not */
} Page;

static const SamsokLine *piece(const Page *page, guint at)
{
    return samsok_lines_at(page->lines, g_array_index(page->order, guint, at));
}

static double foot(const SamsokLine *line)
{
    return line->top + line->height;
}

static gint by_foot(gconstpointer a, gconstpointer b, gpointer data)
{
    const SamsokLines *lines = data;
    double left = foot(samsok_lines_at(lines, *(const guint *)a));
    double right = foot(samsok_lines_at(lines, *(const guint *)b));
    return left < right ? -1 : left > right ? 1 : 0;
}

static gint by_left(gconstpointer a, gconstpointer b, gpointer data)
{
    const SamsokLines *lines = data;
    double left = samsok_lines_at(lines, *(const guint *)a)->left;
    double right = samsok_lines_at(lines, *(const guint *)b)->left;
    return left < right ? -1 : left > right ? 1 : 0;
}

static void gather_rows(Page *page)
{
    guint *order = (guint *)(void *)page->order->data;
    g_array_sort_with_data(page->order, by_foot, page->lines);
    guint first = 0;
    for (guint i = 1; i <= page->order->len; i++) {
        const SamsokLine *line = i < page->order->len ? piece(page, i) : NULL;
        double size = MAX(page->layout->body_size, 1.0);
        if (line != NULL && foot(line) - foot(piece(page, i - 1)) < same_row_share * size) {
            continue;
        }
        PrintedRow row = {.first = first, .end = i, .foot = foot(piece(page, first))};
        g_qsort_with_data(order + first, (gint)(i - first), sizeof *order, by_left, page->lines);
        g_array_append_val(page->rows, row);
        first = i;
    }
}

/* The columns with another strip: those it overlaps become one. */
static bool add_strip(Columns *columns, Strip strip)
{
    guint first = 0;
    while (first < columns->count && columns->columns[first].right <= strip.left) {
        first++;
    }
    guint last = first;
    while (last < columns->count && columns->columns[last].left < strip.right) {
        strip.left = MIN(strip.left, columns->columns[last].left);
        strip.right = MAX(strip.right, columns->columns[last].right);
        last++;
    }
    if (first == last && columns->count == MAX_COLUMNS) {
        return false;
    }
    memmove(columns->columns + first + 1, columns->columns + last, (columns->count - last) * sizeof strip);
    columns->count = columns->count + 1 - (last - first);
    columns->columns[first] = strip;
    return true;
}

static guint column_of(const Columns *columns, const SamsokLine *line)
{
    guint at = 0;
    while (at + 1 < columns->count && columns->columns[at + 1].left <= line->left) {
        at++;
    }
    return at;
}

static bool is_beside(const PrintedRow *row)
{
    return row->end - row->first >= MIN_BESIDE;
}

static bool is_settled(const Page *page, const PrintedRow *row)
{
    bool settled = false;
    for (guint i = row->first; i < row->end; i++) {
        settled = settled || piece(page, i)->is_settled;
    }
    return settled;
}

/* Takes pieces side by side into the columns, if at least two columns are left by it. */
static bool widens(const Page *page, const PrintedRow *row, Columns *columns)
{
    Columns with = *columns;
    for (guint i = row->first; i < row->end; i++) {
        const SamsokLine *line = piece(page, i);
        if (!add_strip(&with, (Strip){line->left, line->right})) {
            return false;
        }
    }
    if (with.count < MIN_BESIDE || with.count < columns->count) {
        return false;
    }
    *columns = with;
    return true;
}

/* How many columns a piece that stands alone reaches into. */
static guint reach(const Page *page, const PrintedRow *row, const Columns *columns)
{
    const SamsokLine *line = piece(page, row->first);
    guint count = 0;
    for (guint i = 0; i < columns->count; i++) {
        count += columns->columns[i].left < line->right && columns->columns[i].right > line->left ? 1 : 0;
    }
    return count;
}

static bool is_heading_like(const Page *page, const PrintedRow *row)
{
    for (guint i = row->first; i < row->end; i++) {
        if (piece(page, i)->size > large_share * page->layout->body_size) {
            return true;
        }
    }
    return false;
}

/* The row behind the rows from `start` on that are near enough to each other and leave columns. */
static guint stretch_end(const Page *page, guint start, Columns *columns)
{
    double size = MAX(page->layout->body_size, 1.0);
    guint i = start;
    columns->count = 0;
    for (; i < page->rows->len; i++) {
        const PrintedRow *row = &g_array_index(page->rows, PrintedRow, i);
        bool is_near = i == start || row->foot - (row - 1)->foot <= max_row_distance * size;
        bool fits = is_beside(row) ? widens(page, row, columns) : i > start && reach(page, row, columns) <= 1;
        if (!is_near || !fits || is_heading_like(page, row) || is_settled(page, row)) {
            break;
        }
    }
    return i;
}

/* Does the single piece of row `at` go on the first cell of the row above? */
static bool wraps_label(const Page *page, guint at, guint start)
{
    const PrintedRow *row = &g_array_index(page->rows, PrintedRow, at);
    const SamsokLine *line = piece(page, row->first);
    if (at == start || !samsok_line_starts_lower(line)) {
        return false;
    }
    const SamsokLine *above = piece(page, (row - 1)->first);
    return ABS(above->left - line->left) < 1.0 && row->foot - (row - 1)->foot < wrapped_pitch * MAX(line->size, 1.0) &&
           line->right - line->left < page->layout->width / 2;
}

/* The row behind the table that begins at row `start`; `start` if none does. */
static guint table_end(const Page *page, guint start, Columns *columns)
{
    guint stretch = stretch_end(page, start, columns);
    guint beside = 0;
    guint end = start;
    for (guint i = start; i < stretch; i++) {
        const PrintedRow *row = &g_array_index(page->rows, PrintedRow, i);
        if (!is_beside(row) && reach(page, row, columns) != 1) {
            break; /* columns found further below: it stands in none or crosses two */
        }
        beside += is_beside(row) ? 1 : 0;
        /* A single piece belongs to the table when it goes on a cell; in the first column it may be
         * the text below. */
        bool goes_on = column_of(columns, piece(page, row->first)) > 0 || wraps_label(page, i, start);
        end = is_beside(row) || goes_on ? i + 1 : end;
    }
    return beside >= MIN_BESIDE ? end : start;
}

/* The row behind those at the head of the page in which the table of the page before goes on; 0 if
 * it does not: one row is enough, but each piece must stand in one of its columns. */
static guint continued_end(const Page *page)
{
    double size = MAX(page->layout->body_size, 1.0);
    guint end = 0;
    for (guint i = 0; page->carried.count > 0 && i < page->rows->len; i++) {
        const PrintedRow *row = &g_array_index(page->rows, PrintedRow, i);
        bool is_near = i == 0 || row->foot - (row - 1)->foot <= max_row_distance * size;
        bool fits = is_near && !is_heading_like(page, row) && !is_settled(page, row);
        guint first = 0;
        guint last = 0;
        for (guint k = row->first; fits && k < row->end; k++) {
            PrintedRow alone = {.first = k, .end = k + 1};
            fits = reach(page, &alone, &page->carried) == 1;
            last = column_of(&page->carried, piece(page, k));
            first = k == row->first ? last : first;
        }
        if (!fits) {
            break;
        }
        end = last > first || (end > 0 && first > 0) ? i + 1 : end;
    }
    return end;
}

/* Heads may tell columns apart that the rows do not: "Trinn" and «Betydning» above "1 Dele". */
static bool is_finer_head(const Page *page, guint at, const Columns *columns)
{
    const PrintedRow *row = &g_array_index(page->rows, PrintedRow, at);
    bool is_head = row->end - row->first > columns->count && !is_settled(page, row) && !is_heading_like(page, row) &&
                   (row + 1)->foot - row->foot <= max_row_distance * MAX(page->layout->body_size, 1.0);
    for (guint i = row->first; is_head && i < row->end; i++) {
        PrintedRow alone = {.first = i, .end = i + 1};
        is_head = piece(page, i)->is_bold && reach(page, &alone, columns) <= 1;
    }
    return is_head;
}

/* Rows above `start` that are heads set lower or higher than their neighbours. */
static guint head_start(const Page *page, guint start, const Columns *columns)
{
    double size = MAX(page->layout->body_size, 1.0);
    const PrintedRow *first = &g_array_index(page->rows, PrintedRow, start);
    guint head = start;
    while (head > 0 && start - head < MAX_HEAD_ROWS && piece(page, first->first)->is_bold) {
        const PrintedRow *row = &g_array_index(page->rows, PrintedRow, head - 1);
        bool belongs = !is_beside(row) && piece(page, row->first)->is_bold && !is_settled(page, row) &&
                       !is_heading_like(page, row) && reach(page, row, columns) == 1 &&
                       (row + 1)->foot - row->foot < size;
        if (!belongs) {
            break;
        }
        head--;
    }
    return head == start && head > 0 && is_finer_head(page, head - 1, columns) ? head - 1 : head;
}

static bool is_prose(const Page *page, guint start, guint end, const Columns *columns)
{
    if (columns->count != 2 || end - start < MIN_PROSE_ROWS) {
        return false;
    }
    double widths[2];
    for (guint i = 0; i < 2; i++) {
        widths[i] = columns->columns[i].right - columns->columns[i].left;
    }
    const PrintedRow *row = &g_array_index(page->rows, PrintedRow, start);
    double char_width = samsok_line_char_width(piece(page, row->first));
    return MIN(widths[0], widths[1]) >= min_prose_chars * char_width &&
           MAX(widths[0], widths[1]) <= max_prose_ratio * MIN(widths[0], widths[1]);
}

/* Does a row of the table begin here? Its first column brings something that is not the rest of the
 * cell above. */
static bool opens_row(const Page *page, guint start, guint i, const Columns *columns, double last_foot)
{
    const PrintedRow *row = &g_array_index(page->rows, PrintedRow, i);
    const SamsokLine *line = piece(page, row->first);
    if (i == start) {
        return true;
    }
    if (column_of(columns, line) > 0) {
        return false;
    }
    bool goes_on = foot(line) - last_foot < wrapped_pitch * MAX(line->size, 1.0) &&
                   (samsok_line_starts_lower(line) || row->end - row->first == 1);
    return !goes_on;
}

static bool is_all_bold(const Page *page, const PrintedRow *row)
{
    bool bold = true;
    for (guint i = row->first; i < row->end; i++) {
        bold = bold && piece(page, i)->is_bold;
    }
    return bold;
}

/* Rows of the table, from printed row `start` on: `opens` says where one begins. */
static void part_rows(const Page *page, guint start, guint end, const Columns *columns, bool *opens)
{
    double last_foot = 0.0;
    for (guint i = start; i < end; i++) {
        const PrintedRow *row = &g_array_index(page->rows, PrintedRow, i);
        opens[i - start] = opens_row(page, start, i, columns, last_foot);
        last_foot = column_of(columns, piece(page, row->first)) == 0 ? row->foot : last_foot;
    }
}

/* The same where first cells stand at half the height of their rows: a row reaches as far below its
 * first cell as above it. */
static void part_centred_rows(const Page *page, guint start, guint end, const Columns *columns, bool *opens)
{
    guint first = start;
    for (guint i = start; i < end; i++) {
        const PrintedRow *row = &g_array_index(page->rows, PrintedRow, i);
        opens[i - start] = i == first;
        if (column_of(columns, piece(page, row->first)) > 0 || i < first) {
            continue;
        }
        double top = g_array_index(page->rows, PrintedRow, first).foot;
        double limit = 2 * row->foot - top + page->layout->body_size / 2;
        guint next = i + 1;
        while (next < end && g_array_index(page->rows, PrintedRow, next).foot <= limit) {
            next++;
        }
        first = next;
    }
}

static guint head_end(const Page *page, guint start, guint end)
{
    guint i = start;
    while (i < end && is_all_bold(page, &g_array_index(page->rows, PrintedRow, i))) {
        i++;
    }
    return i < end ? i : start;
}

typedef struct {
    guint record;
    guint row;
    guint cell;
} Placed;

static gint by_row_and_cell(gconstpointer a, gconstpointer b)
{
    const Placed *left = a;
    const Placed *right = b;
    if (left->row != right->row) {
        return left->row < right->row ? -1 : 1;
    }
    return left->cell < right->cell ? -1 : left->cell > right->cell ? 1 : 0;
}

/* Settles the table's records and appends them to `placed` in the order of rows and cells. */
static void settle_table(const Page *page, guint start, guint end, const Columns *columns, GArray *placed)
{
    g_autofree bool *opens = g_new0(bool, end - start);
    guint body = head_end(page, start, end);
    const PrintedRow *first = &g_array_index(page->rows, PrintedRow, body);
    bool is_centred = body > start && column_of(columns, piece(page, first->first)) > 0;
    (is_centred ? part_centred_rows : part_rows)(page, body, end, columns, opens + (body - start));
    opens[0] = true;
    guint row_number = 0;
    for (guint i = start; i < end; i++) {
        const PrintedRow *row = &g_array_index(page->rows, PrintedRow, i);
        row_number += opens[i - start] ? 1 : 0;
        for (guint k = row->first; k < row->end; k++) {
            guint record = g_array_index(page->order, guint, k);
            SamsokLine *line = samsok_lines_at(page->lines, record);
            line->kind = SAMSOK_BLOCK_TABLE_ROW;
            line->is_settled = true;
            line->cell = column_of(columns, line);
            line->is_head = i < body;
            Placed place = {.record = record, .row = row_number, .cell = line->cell};
            g_array_append_val(placed, place);
        }
    }
    g_array_sort(placed, by_row_and_cell); /* stable: within a cell the rows keep their order */
}

/* Puts the table's lines where the first of its records stood; the other records keep their order. */
static void move_table(const Page *page, const GArray *placed, guint end)
{
    guint count = end - page->start;
    g_autofree SamsokLine *lines = g_new(SamsokLine, count);
    guint first = G_MAXUINT;
    for (guint i = 0; i < placed->len; i++) {
        first = MIN(first, g_array_index(placed, Placed, i).record);
    }
    /* Records of this table are told by a mark that no settled record has. */
    for (guint i = 0; i < placed->len; i++) {
        samsok_lines_at(page->lines, g_array_index(placed, Placed, i).record)->is_piped = true;
    }
    guint at = 0;
    for (guint i = page->start; i < end; i++) {
        for (guint k = 0; i == first && k < placed->len; k++) {
            const Placed *place = &g_array_index(placed, Placed, k);
            lines[at] = *samsok_lines_at(page->lines, place->record);
            lines[at].same_row = false;
            lines[at].is_piped = false;
            lines[at++].opens = k == 0 || place->row != g_array_index(placed, Placed, k - 1).row;
        }
        const SamsokLine *line = samsok_lines_at(page->lines, i);
        if (!line->is_piped) {
            lines[at] = *line;
            lines[at++].same_row = line->same_row && !samsok_lines_at(page->lines, i - 1)->is_piped;
        }
    }
    g_assert(at == count);
    memcpy(samsok_lines_at(page->lines, page->start), lines, count * sizeof *lines);
}

/* Finds and settles one table of the page; false if there is none left. */
static bool mark_table(Page *page, guint end)
{
    g_array_set_size(page->order, 0);
    g_array_set_size(page->rows, 0);
    for (guint i = page->start; i < end; i++) {
        const SamsokLine *line = samsok_lines_at(page->lines, i);
        if (line->kind != SAMSOK_BLOCK_FURNITURE && line->kind != SAMSOK_BLOCK_FOOTNOTE) {
            g_array_append_val(page->order, i);
        }
    }
    gather_rows(page);
    for (guint i = 0; i < page->rows->len;) {
        Columns columns = page->carried;
        guint continued = i == 0 ? continued_end(page) : 0;
        guint behind = continued > 0 ? continued : table_end(page, i, &columns);
        page->carried.count = 0;
        bool is_table = behind > i && !is_prose(page, i, behind, &columns);
        if (is_table) {
            g_autoptr(GArray) placed = g_array_new(FALSE, FALSE, sizeof(Placed));
            settle_table(page, head_start(page, i, &columns), behind, &columns, placed);
            move_table(page, placed, end);
            page->last_columns = behind == page->rows->len ? columns : page->last_columns;
            return true;
        }
        i = MAX(behind, i + 1);
    }
    return false;
}

static void mark_page(Page *page, guint end)
{
    guint tables = 0;
    page->carried = page->last_columns;
    page->last_columns.count = 0;
    while (tables < MAX_TABLES && mark_table(page, end)) {
        tables++;
    }
}

void samsok_grid_mark(SamsokLines *lines, const SamsokLayout *layout)
{
    if (!layout->has_geometry) {
        return;
    }
    g_autoptr(GArray) order = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(PrintedRow));
    Page page = {.lines = lines, .layout = layout, .order = order, .rows = rows};
    for (guint i = 1; i <= samsok_lines_len(lines); i++) {
        bool ends = i == samsok_lines_len(lines) ||
                    samsok_lines_at(lines, i)->page != samsok_lines_at(lines, page.start)->page;
        if (ends) {
            mark_page(&page, i);
            page.start = i;
        }
    }
}
