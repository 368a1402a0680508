/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds running heads, footers and page numbers. */
#include "config.h"

#include "core/shape/furniture.h"

#include <string.h>

/* Rows looked at from the head and from the foot of each page. */
enum { EDGE_ROWS = 3 };
/* Pages on which a row must say the same; of two pages both. */
enum { MIN_REPEATS = 3 };
/* Longer rows are text, whatever they say. */
enum { MAX_KEY_CHARS = 120 };
/* Share of the pages that have a row at the same height, and space in rows that parts it. */
static const double min_slot_share = 0.5;
static const double min_slot_gap = 0.6;
/* Rows larger than the text are running heads only when so many pages have them. */
static const double large_share = 1.08;
static const double min_large_share = 0.6;
/* Rows at the same height differ by less than this, in points. */
static const double slot_height = 4.0;

typedef struct {
    guint index;    /* first record of the row */
    guint page;
    double place;   /* from the page's top: points, or in plain text the row's number */
    bool is_foot;
    bool is_apart;  /* space between it and the next row inwards */
    char *key;      /* its text with numbers made alike */
} EdgeRow;

typedef struct {
    SamsokLines *lines;
    const SamsokLayout *layout;
    GArray *rows;       /* of EdgeRow */
    GHashTable *keys;   /* key → number of pages */
    GHashTable *slots;  /* head or foot and height → number of pages */
    guint page_count;
} Furniture;

static void clear_row(gpointer data)
{
    g_free(((EdgeRow *)data)->key);
}

/* Digits and blanks folded: "Rapport 2018:9   12" is "rapport #:# #". */
static char *row_key(const SamsokLines *lines, guint index)
{
    g_autoptr(GString) key = g_string_new(NULL);
    guint end = samsok_lines_row_end(lines, index);
    for (guint i = index; i < end; i++) {
        const SamsokLine *line = samsok_lines_at(lines, i);
        for (const char *p = line->text; p < line->text + line->len; p = g_utf8_next_char(p)) {
            gunichar c = g_utf8_get_char(p);
            bool is_digit = g_unichar_isdigit(c);
            if (!is_digit && !g_unichar_isspace(c)) {
                g_string_append_unichar(key, g_unichar_tolower(c));
            } else if (is_digit && (key->len == 0 || key->str[key->len - 1] != '#')) {
                g_string_append_c(key, '#');
            }
        }
    }
    return g_utf8_strlen(key->str, -1) > MAX_KEY_CHARS ? g_strdup("") : g_strdup(key->str);
}

static gint by_place(gconstpointer a, gconstpointer b)
{
    double left = ((const EdgeRow *)a)->place;
    double right = ((const EdgeRow *)b)->place;
    return left < right ? -1 : left > right ? 1 : 0;
}

static bool is_apart(const Furniture *furniture, const EdgeRow *row, const EdgeRow *inner)
{
    if (!furniture->layout->has_geometry) {
        guint below = row->is_foot ? row->index : inner->index;
        return samsok_lines_at(furniture->lines, below)->gap > 0.0;
    }
    const SamsokLine *line = samsok_lines_at(furniture->lines, row->index);
    const SamsokLine *next = samsok_lines_at(furniture->lines, inner->index);
    double distance = ABS(row->place - inner->place) - MAX(line->height, next->height);
    return distance > min_slot_gap * MAX(furniture->layout->body_size, 1.0);
}

/* The outer rows of one page, gathered from all of its rows. */
static void take_page(Furniture *furniture, GArray *page_rows)
{
    g_array_sort(page_rows, by_place);
    guint len = page_rows->len;
    for (guint i = 0; i < len; i++) {
        EdgeRow *row = &g_array_index(page_rows, EdgeRow, i);
        bool is_head = i < EDGE_ROWS;
        row->is_foot = i + EDGE_ROWS >= len && (!is_head || 2 * i >= len);
        if ((!is_head && !row->is_foot) || samsok_lines_at(furniture->lines, row->index)->is_settled) {
            continue;
        }
        guint inner = row->is_foot ? i - MIN(i, 1) : MIN(i + 1, len - 1);
        row->is_apart = inner != i && is_apart(furniture, row, &g_array_index(page_rows, EdgeRow, inner));
        row->key = row_key(furniture->lines, row->index);
        g_array_append_val(furniture->rows, *row);
    }
    g_array_set_size(page_rows, 0);
}

static void gather(Furniture *furniture)
{
    g_autoptr(GArray) page_rows = g_array_new(FALSE, TRUE, sizeof(EdgeRow));
    guint page = 0;
    guint number = 0;
    for (guint i = 0; i < samsok_lines_len(furniture->lines); i = samsok_lines_row_end(furniture->lines, i)) {
        const SamsokLine *line = samsok_lines_at(furniture->lines, i);
        if (line->page != page) {
            take_page(furniture, page_rows);
            page = line->page;
            number = 0;
        }
        double place = furniture->layout->has_geometry ? line->top + line->height : number++;
        EdgeRow row = {.index = i, .page = page, .place = place};
        g_array_append_val(page_rows, row);
    }
    take_page(furniture, page_rows);
}

static gpointer slot_of(const EdgeRow *row)
{
    return GUINT_TO_POINTER(2 * (guint)MAX(row->place / slot_height + 0.5, 0.0) + (row->is_foot ? 1 : 0));
}

static void count_pages(GHashTable *counts, GHashTable *last_pages, gpointer key, guint page)
{
    if (GPOINTER_TO_UINT(g_hash_table_lookup(last_pages, key)) != page) {
        g_hash_table_insert(last_pages, key, GUINT_TO_POINTER(page));
        guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, key));
        g_hash_table_insert(counts, key, GUINT_TO_POINTER(count + 1));
    }
}

static void count_rows(Furniture *furniture)
{
    g_autoptr(GHashTable) key_pages = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) slot_pages = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < furniture->rows->len; i++) {
        EdgeRow *row = &g_array_index(furniture->rows, EdgeRow, i);
        count_pages(furniture->keys, key_pages, row->key, row->page);
        if (row->is_apart) {
            count_pages(furniture->slots, slot_pages, slot_of(row), row->page);
        }
    }
}

static bool is_repeated(const Furniture *furniture, const EdgeRow *row)
{
    guint pages = GPOINTER_TO_UINT(g_hash_table_lookup(furniture->keys, row->key));
    const SamsokLine *line = samsok_lines_at(furniture->lines, row->index);
    bool is_large = line->size > large_share * furniture->layout->body_size && furniture->layout->has_geometry;
    if (is_large && pages < min_large_share * furniture->page_count) {
        return false; /* the title of some slides, the head of a table that goes on */
    }
    return *row->key != '\0' && pages >= MIN(MIN_REPEATS, MAX(furniture->page_count, 2)) &&
           (strcmp(row->key, "#") != 0 || row->is_apart || furniture->layout->has_geometry);
}

/* A running head that carries a chapter's title: other words on each page, the same place. */
static bool is_in_slot(const Furniture *furniture, const EdgeRow *row)
{
    if (!furniture->layout->has_geometry || !row->is_apart) {
        return false;
    }
    const SamsokLine *line = samsok_lines_at(furniture->lines, row->index);
    guint pages = GPOINTER_TO_UINT(g_hash_table_lookup(furniture->slots, slot_of(row)));
    return pages >= MIN_REPEATS && pages >= min_slot_share * furniture->page_count &&
           line->size <= furniture->layout->body_size && !line->is_bold && *row->key != '\0' &&
           samsok_line_word_count(line) <= 12;
}

/* The page number a row shows: its only number, alone or after "Side"; NULL if it shows none. */
static char *page_label(const SamsokLines *lines, const EdgeRow *row)
{
    static const char *const frames[] = {"#", "-#-", "–#–", "side#", "side#av#", "s.#", "page#", "page#of#", "#av#", "#/#", "|#", "#|", "side|#", NULL};
    for (guint k = 0; frames[k] != NULL; k++) {
        if (strcmp(frames[k], row->key) != 0) {
            continue;
        }
        guint end = samsok_lines_row_end(lines, row->index);
        for (guint i = row->index; i < end; i++) {
            const SamsokLine *line = samsok_lines_at(lines, i);
            const char *digits = strpbrk(line->text, "0123456789");
            if (digits != NULL && digits < line->text + line->len) {
                return g_strndup(digits, strspn(digits, "0123456789"));
            }
        }
    }
    return NULL;
}

static void settle(SamsokLines *lines, guint index)
{
    guint end = samsok_lines_row_end(lines, index);
    for (guint i = index; i < end; i++) {
        SamsokLine *line = samsok_lines_at(lines, i);
        line->kind = SAMSOK_BLOCK_FURNITURE;
        line->is_settled = true;
        line->opens = i == index;
    }
}

void samsok_furniture_mark(SamsokLines *lines, const SamsokLayout *layout, guint page_count, char **labels)
{
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(EdgeRow));
    g_array_set_clear_func(rows, clear_row);
    g_autoptr(GHashTable) keys = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) slots = g_hash_table_new(NULL, NULL);
    Furniture furniture = {.lines = lines,
                           .layout = layout,
                           .rows = rows,
                           .keys = keys,
                           .slots = slots,
                           .page_count = page_count};
    gather(&furniture);
    count_rows(&furniture);
    for (guint i = 0; i < rows->len; i++) {
        const EdgeRow *row = &g_array_index(rows, EdgeRow, i);
        if (!is_repeated(&furniture, row) && !is_in_slot(&furniture, row)) {
            continue;
        }
        settle(lines, row->index);
        g_autofree char *label = page_label(lines, row);
        if (labels != NULL && label != NULL && row->page >= 1 && row->page <= page_count &&
            labels[row->page - 1] == NULL) {
            labels[row->page - 1] = g_steal_pointer(&label);
        }
    }
}
