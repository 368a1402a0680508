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
enum { MAX_KEY_CHARS = 120, MAX_SLOT_WORDS = 12 };
/* "xxxviii" is the longest Roman number of a preface; printed page numbers have four digits at most. */
enum { MAX_ROMAN_BYTES = 7, MAX_LABEL_BYTES = 7, KEY_CHUNK_BYTES = 4 << 10 };
/* Share of the pages that have a row at the same height, and space in rows that parts it. */
static const double min_slot_share = 0.5;
static const double min_slot_gap = 0.6;
/* Rows larger than the text are running heads only when so many pages have them. */
static const double large_share = 1.08;
static const double min_large_share = 0.6;
/* Rows close to the text are running heads only when so many pages have them. */
static const double min_close_share = 0.2;
/* Pieces whose feet differ by less stand on one row, rows at places that differ by less at the same
 * height; in points. */
static const double row_height = 2.0;
static const double slot_height = 4.0;

typedef struct {
    guint record;
    double place; /* from the page's top: points, or in plain text the row's number */
    double left;
} Piece;

typedef struct {
    guint first;    /* pieces [first, end): one printed row */
    guint end;
    guint page;
    double place;
    bool is_foot;
    bool is_apart;  /* space between it and the next row inwards */
    bool is_inmost; /* no row inwards of it: the page has no text */
    char *key;      /* its text with numbers made alike */
} EdgeRow;

typedef struct {
    SamsokLines *lines;
    const SamsokLayout *layout;
    GArray *pieces;     /* of Piece, by page and place */
    GArray *rows;       /* of EdgeRow: each page from its head to its foot */
    GHashTable *keys;   /* key, in print with its place → number of pages */
    GHashTable *slots;  /* head or foot and place → number of pages */
    guint page_count;
} Furniture;

static void clear_row(gpointer data)
{
    g_free(((EdgeRow *)data)->key);
}

static const Piece *piece_at(const Furniture *furniture, guint index)
{
    return &g_array_index(furniture->pieces, Piece, index);
}

static SamsokLine *line_of(const Furniture *furniture, guint index)
{
    return samsok_lines_at(furniture->lines, piece_at(furniture, index)->record);
}

/* Bytes of the page number that is all of a piece, "12" or "iv"; 0 if it is something else. */
static guint number_len(const SamsokLine *line)
{
    guint digits = 0;
    guint roman = 0;
    for (guint i = 0; i < line->len; i++) {
        digits += g_ascii_isdigit(line->text[i]) ? 1 : 0;
        roman += strchr("ivxlc", line->text[i]) != NULL ? 1 : 0;
    }
    bool is_number = digits == line->len || (roman == line->len && line->len <= MAX_ROMAN_BYTES);
    return is_number ? line->len : 0;
}

static void append_folded(GString *key, const SamsokLine *line)
{
    bool is_number = number_len(line) > 0;
    for (const char *p = line->text; p < line->text + line->len; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        bool is_digit = is_number || g_unichar_isdigit(c);
        if (!is_digit && !g_unichar_isspace(c)) {
            g_string_append_unichar(key, g_unichar_tolower(c));
        } else if (is_digit && (key->len == 0 || key->str[key->len - 1] != '#')) {
            g_string_append_c(key, '#');
        }
    }
}

/* Numbers and blanks folded: "Rapport 2018:9   12" is "rapport#:#". */
static char *row_key(const Furniture *furniture, const EdgeRow *row)
{
    g_autoptr(GString) key = g_string_new(NULL);
    for (guint i = row->first; i < row->end; i++) {
        append_folded(key, line_of(furniture, i));
    }
    return g_utf8_strlen(key->str, -1) > MAX_KEY_CHARS ? g_strdup("") : g_strdup(key->str);
}

static gint compare(double left, double right)
{
    return left < right ? -1 : left > right ? 1 : 0;
}

static gint by_place(gconstpointer a, gconstpointer b)
{
    return compare(((const Piece *)a)->place, ((const Piece *)b)->place);
}

static gint by_left(gconstpointer a, gconstpointer b)
{
    return compare(((const Piece *)a)->left, ((const Piece *)b)->left);
}

static void sort_pieces(const Furniture *furniture, guint first, guint end, GCompareFunc by)
{
    if (furniture->layout->has_geometry) {
        qsort(&g_array_index(furniture->pieces, Piece, first), end - first, sizeof(Piece), by);
    }
}

static bool is_apart(const Furniture *furniture, const EdgeRow *row, const EdgeRow *inner)
{
    const SamsokLine *line = line_of(furniture, row->first);
    const SamsokLine *next = line_of(furniture, inner->first);
    if (!furniture->layout->has_geometry) {
        return (row->is_foot ? line : next)->gap > 0.0;
    }
    double distance = ABS(row->place - inner->place) - MAX(line->height, next->height);
    return distance > min_slot_gap * MAX(furniture->layout->body_size, 1.0);
}

/* The printed rows of the pieces from `start` on. */
static GArray *rows_of_page(const Furniture *furniture, guint start, guint page)
{
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(EdgeRow));
    double tolerance = furniture->layout->has_geometry ? row_height : 0.0;
    for (guint i = start; i < furniture->pieces->len; i++) {
        double place = piece_at(furniture, i)->place;
        EdgeRow *last = rows->len == 0 ? NULL : &g_array_index(rows, EdgeRow, rows->len - 1);
        if (last != NULL && place - last->place <= tolerance) {
            last->end = i + 1;
            continue;
        }
        EdgeRow row = {.first = i, .end = i + 1, .page = page, .place = place};
        g_array_append_val(rows, row);
    }
    return rows;
}

/* The outer rows of the page whose pieces begin at `start`. */
static void take_page(Furniture *furniture, guint start, guint page)
{
    if (start == furniture->pieces->len) {
        return;
    }
    sort_pieces(furniture, start, furniture->pieces->len, by_place);
    g_autoptr(GArray) rows = rows_of_page(furniture, start, page);
    for (guint i = 0; i < rows->len; i++) {
        EdgeRow *row = &g_array_index(rows, EdgeRow, i);
        bool is_head = i < EDGE_ROWS;
        row->is_foot = i + EDGE_ROWS >= rows->len && (!is_head || 2 * i >= rows->len);
        if (!is_head && !row->is_foot) {
            continue;
        }
        guint inner = row->is_foot ? i - MIN(i, 1) : MIN(i + 1, rows->len - 1);
        row->is_inmost = inner == i;
        row->is_apart = inner != i && is_apart(furniture, row, &g_array_index(rows, EdgeRow, inner));
        sort_pieces(furniture, row->first, row->end, by_left);
        row->key = row_key(furniture, row);
        g_array_append_val(furniture->rows, *row);
    }
}

static void gather(Furniture *furniture)
{
    guint page = 0;
    guint number = 0;
    guint start = 0;
    for (guint i = 0; i < samsok_lines_len(furniture->lines); i++) {
        const SamsokLine *line = samsok_lines_at(furniture->lines, i);
        if (line->page != page) {
            take_page(furniture, start, page);
            start = furniture->pieces->len;
            page = line->page;
            number = 0;
        }
        number += line->same_row ? 0 : 1;
        if (!line->is_settled) {
            double place = furniture->layout->has_geometry ? line->top + line->height : number;
            Piece piece = {.record = i, .place = place, .left = line->left};
            g_array_append_val(furniture->pieces, piece);
        }
    }
    take_page(furniture, start, page);
}

/* `step`: the place beside, for rows that differ by a hair across the border of two places. */
static gpointer slot_of(const EdgeRow *row, int step)
{
    int place = (int)(row->place / slot_height) + step;
    return GINT_TO_POINTER(2 * place + (row->is_foot ? 1 : 0));
}

/* A running head says the same at one height; a table's labels say it anywhere. */
static char *placed_key(const Furniture *furniture, const EdgeRow *row, int step)
{
    return furniture->layout->has_geometry
               ? g_strdup_printf("%d %s", GPOINTER_TO_INT(slot_of(row, step)), row->key)
               : g_strdup(row->key);
}

static void count_pages(GHashTable *counts, GHashTable *last_pages, gpointer key, guint page)
{
    if (GPOINTER_TO_UINT(g_hash_table_lookup(last_pages, key)) != page) {
        g_hash_table_insert(last_pages, key, GUINT_TO_POINTER(page));
        guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, key));
        g_hash_table_insert(counts, key, GUINT_TO_POINTER(count + 1));
    }
}

/* Short, no larger than the text and apart from it. */
static bool may_be_running(const Furniture *furniture, const EdgeRow *row)
{
    guint words = 0;
    for (guint i = row->first; i < row->end; i++) {
        const SamsokLine *line = line_of(furniture, i);
        words += samsok_line_word_count(line);
        if (line->size > furniture->layout->body_size || line->is_bold) {
            return false;
        }
    }
    return furniture->layout->has_geometry && row->is_apart && *row->key != '\0' && words <= MAX_SLOT_WORDS;
}

static void count_rows(Furniture *furniture, GStringChunk *chunk)
{
    g_autoptr(GHashTable) key_pages = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) slot_pages = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < furniture->rows->len; i++) {
        const EdgeRow *row = &g_array_index(furniture->rows, EdgeRow, i);
        g_autofree char *key = placed_key(furniture, row, 0);
        count_pages(furniture->keys, key_pages, g_string_chunk_insert_const(chunk, key), row->page);
        if (may_be_running(furniture, row)) {
            count_pages(furniture->slots, slot_pages, slot_of(row, 0), row->page);
        }
    }
}

static guint pages_of_key(const Furniture *furniture, const EdgeRow *row)
{
    guint pages = 0;
    int reach = furniture->layout->has_geometry ? 1 : 0;
    for (int step = -reach; step <= reach; step++) {
        g_autofree char *key = placed_key(furniture, row, step);
        pages += GPOINTER_TO_UINT(g_hash_table_lookup(furniture->keys, key));
    }
    return pages;
}

static bool is_repeated(const Furniture *furniture, const EdgeRow *row)
{
    guint pages = pages_of_key(furniture, row);
    const SamsokLine *line = line_of(furniture, row->first);
    bool is_large = line->size > large_share * furniture->layout->body_size && furniture->layout->has_geometry;
    if (is_large && pages < min_large_share * furniture->page_count) {
        return false; /* the title of some slides, the head of a table that goes on */
    }
    return *row->key != '\0' && pages >= MIN(MIN_REPEATS, MAX(furniture->page_count, 2));
}

/* Space parts the row at `index`, or a repeated row inside of it, from the text: the labels of a table
 * that many pages begin or end with are text. */
static bool is_parted(const Furniture *furniture, guint index, int inwards)
{
    const EdgeRow *row = &g_array_index(furniture->rows, EdgeRow, index);
    guint page = row->page;
    bool is_foot = row->is_foot;
    for (guint i = index; i < furniture->rows->len; i += (guint)inwards) {
        row = &g_array_index(furniture->rows, EdgeRow, i);
        if (row->page != page || row->is_foot != is_foot || !is_repeated(furniture, row)) {
            return false;
        }
        bool is_parted_here = row->is_apart || row->is_inmost;
        if (is_parted_here || pages_of_key(furniture, row) >= min_close_share * furniture->page_count) {
            return true;
        }
    }
    return false;
}

/* A running head that carries a chapter's title: other words on each page, the same place. */
static bool is_in_slot(const Furniture *furniture, const EdgeRow *row)
{
    guint pages = 0;
    for (int step = -1; step <= 1; step++) {
        pages += GPOINTER_TO_UINT(g_hash_table_lookup(furniture->slots, slot_of(row, step)));
    }
    return may_be_running(furniture, row) && pages >= MIN_REPEATS && pages >= min_slot_share * furniture->page_count;
}

/* "Side 3 av 20" and its like, numbers folded. */
static bool is_number_frame(const char *key)
{
    static const char *const frames[] = {"#", "-#-", "–#–", "side#", "side#av#", "s.#", "page#", "page#of#",
                                         "#av#", "#/#", "|#", "#|", "side|#", NULL};
    return g_strv_contains(frames, key);
}

/* The page number a row shows: a piece of its own, or the first number of "Side 3 av 20"; NULL if it
 * shows none. */
static char *page_label(const Furniture *furniture, const EdgeRow *row)
{
    for (guint i = row->first; i < row->end; i++) {
        const SamsokLine *line = line_of(furniture, i);
        guint len = number_len(line);
        if (len > 0 && len <= MAX_LABEL_BYTES) {
            return g_strndup(line->text, len);
        }
        const char *digits = strpbrk(line->text, "0123456789");
        if (is_number_frame(row->key) && digits != NULL && digits < line->text + line->len) {
            return g_strndup(digits, strspn(digits, "0123456789"));
        }
    }
    return NULL;
}

static void settle(const Furniture *furniture, const EdgeRow *row)
{
    for (guint i = row->first; i < row->end; i++) {
        SamsokLine *line = line_of(furniture, i);
        line->kind = SAMSOK_BLOCK_FURNITURE;
        line->is_settled = true;
        line->opens = i == row->first || !line->same_row;
    }
}

static void take_label(const Furniture *furniture, const EdgeRow *row, char **labels)
{
    g_autofree char *label = page_label(furniture, row);
    if (labels != NULL && label != NULL && row->page >= 1 && row->page <= furniture->page_count &&
        labels[row->page - 1] == NULL) {
        labels[row->page - 1] = g_steal_pointer(&label);
    }
}

/* Furniture stands outside of the text: a row with text between it and the page's edge is none. */
static void settle_outer(const Furniture *furniture, bool is_foot, char **labels)
{
    guint blocked_page = 0;
    for (guint k = 0; k < furniture->rows->len; k++) {
        guint i = is_foot ? furniture->rows->len - 1 - k : k;
        const EdgeRow *row = &g_array_index(furniture->rows, EdgeRow, i);
        if (row->is_foot != is_foot || row->page == blocked_page) {
            continue;
        }
        bool is_running = is_repeated(furniture, row) &&
                          (!furniture->layout->has_geometry || is_parted(furniture, i, is_foot ? -1 : 1));
        if (is_running || is_in_slot(furniture, row)) {
            settle(furniture, row);
            take_label(furniture, row, labels);
        } else {
            blocked_page = row->page;
        }
    }
}

void samsok_furniture_mark(SamsokLines *lines, const SamsokLayout *layout, guint page_count, char **labels)
{
    g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(EdgeRow));
    g_array_set_clear_func(rows, clear_row);
    g_autoptr(GHashTable) keys = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) slots = g_hash_table_new(NULL, NULL);
    g_autoptr(GStringChunk) chunk = g_string_chunk_new(KEY_CHUNK_BYTES);
    Furniture furniture = {.lines = lines,
                           .layout = layout,
                           .pieces = pieces,
                           .rows = rows,
                           .keys = keys,
                           .slots = slots,
                           .page_count = page_count};
    gather(&furniture);
    count_rows(&furniture, chunk);
    settle_outer(&furniture, false, labels);
    settle_outer(&furniture, true, labels);
}
