/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes line records of the runs of any line format. */
#include "config.h"

#include "core/shape/line.h"

#include <string.h>

#include "core/shape/marker.h"

/* One block of the chunk for texts that had to be put together. */
enum { CHUNK_BYTES = 16 << 10 };
/* A tab reaches to the next multiple of this column, as terminals and editors have it. */
enum { TAB_COLUMNS = 8 };
/* Blanks in a row of plain text that part two pieces; two follow a full stop in many typescripts, so
 * two part pieces only where they do so at least twice in the row. */
enum { WIDE_BLANKS = 3, NARROW_BLANKS = 2, NARROW_PIECES = 3 };

/* What is carried from run to run while records are made. */
typedef struct {
    SamsokLines *lines;
    guint blank_lines;
    guint blank_only;
} Reading;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/* Strips blanks at both ends; returns the columns of white space in front. */
static guint strip(const char **text, guint *len, guint *out_trailing)
{
    const char *p = *text;
    const char *end = p + *len;
    guint column = 0;
    for (; p < end && is_blank(*p); p++) {
        column = *p == '\t' ? (column / TAB_COLUMNS + 1) * TAB_COLUMNS : column + 1;
    }
    const char *stop = end;
    while (stop > p && is_blank(stop[-1])) {
        stop--;
    }
    *out_trailing = (guint)(end - stop);
    *text = p;
    *len = (guint)(stop - p);
    return column;
}

static SamsokLine *add(SamsokLines *lines, const char *text, guint len)
{
    SamsokLine line = {.text = text, .len = len, .kind = SAMSOK_BLOCK_PARAGRAPH};
    g_array_append_val(lines->lines, line);
    return samsok_lines_at(lines, lines->lines->len - 1);
}

/* A bullet or section number waits for the text at the tab stop behind it; a number before a number
 * is the cell of a table. */
static bool waits_for_text(const char *text, guint len, const char *next, guint next_len)
{
    return next_len > 0 && samsok_marker_is_lone(text, len) &&
           (!g_ascii_isdigit(text[len - 1]) || !g_ascii_isdigit(*next));
}

/* The length of the piece that begins at `text`, up to `wide` blanks, and of the blanks behind it;
 * `is_first`: of its row. */
static guint piece_len(const char *text, guint len, guint wide, bool is_first, guint *out_blanks,
                       guint *out_columns)
{
    guint i = 0;
    while (i < len) {
        guint blanks = 0;
        bool has_tab = false;
        while (i + blanks < len && is_blank(text[i + blanks])) {
            has_tab = has_tab || text[i + blanks] == '\t';
            blanks++;
        }
        const char *next = text + i + blanks;
        bool is_wide = blanks >= wide || has_tab;
        if (is_wide && !(is_first && waits_for_text(text, i, next, len - i - blanks))) {
            *out_blanks = blanks;
            *out_columns = has_tab ? MAX(blanks, TAB_COLUMNS) : blanks;
            return i;
        }
        i += MAX(blanks, 1);
    }
    *out_blanks = 0;
    *out_columns = 0;
    return len;
}

/* How many blanks part pieces in this row: two where they make columns of short capitalised heads. */
static guint wide_blanks(const char *text, guint len)
{
    guint pieces = 0;
    while (len > 0) {
        guint blanks = 0;
        guint columns = 0;
        guint piece = piece_len(text, len, NARROW_BLANKS, pieces == 0, &blanks, &columns);
        gunichar first = samsok_line_first_char(text, piece);
        if (samsok_line_ends_sentence(text, piece) || g_unichar_islower(first) || first == 0) {
            return WIDE_BLANKS;
        }
        pieces++;
        text += piece + blanks;
        len -= piece + blanks;
    }
    return pieces >= NARROW_PIECES ? NARROW_BLANKS : WIDE_BLANKS;
}

/* A row of plain text: one record for each piece between wide blanks. */
static void add_row(Reading *reading, const SamsokRun *run, const char *text, guint len)
{
    guint trailing = 0;
    double column = strip(&text, &len, &trailing);
    guint wide = wide_blanks(text, len);
    bool is_first = true;
    while (len > 0) {
        guint blanks = 0;
        guint columns = 0;
        guint piece = piece_len(text, len, wide, is_first, &blanks, &columns);
        SamsokLine *line = add(reading->lines, text, piece);
        line->page = run->page;
        line->line = run->line;
        line->left = column;
        line->text_left = column;
        line->right = column + (double)g_utf8_strlen(text, piece);
        line->same_row = !is_first;
        line->trailing = piece + blanks == len ? trailing : 0;
        line->blank_lines = is_first ? reading->blank_lines : 0;
        line->blank_only = is_first ? reading->blank_only : 0;
        column = line->right + columns;
        text += piece + blanks;
        len -= piece + blanks;
        is_first = false;
    }
    reading->blank_lines = 0;
    reading->blank_only = 0;
}

/* A row typed with bars, "| a | b |": one record for each cell that is not empty. */
static bool add_piped_row(Reading *reading, const SamsokRun *run, const char *text, guint len)
{
    guint trailing = 0;
    guint column = strip(&text, &len, &trailing);
    if (len < 3 || text[0] != '|' || memchr(text + 1, '|', len - 1) == NULL) {
        return false;
    }
    const char *end = text + len;
    bool is_first = true;
    guint cell = 0;
    for (const char *p = text + 1; p < end; cell++) {
        const char *bar = memchr(p, '|', (gsize)(end - p));
        const char *stop = bar == NULL ? end : bar;
        const char *piece = p;
        guint piece_bytes = (guint)(stop - p);
        guint ignored = 0;
        strip(&piece, &piece_bytes, &ignored);
        if (piece_bytes > 0) {
            SamsokLine *line = add(reading->lines, piece, piece_bytes);
            line->page = run->page;
            line->line = run->line;
            line->left = column + (double)(piece - text);
            line->text_left = line->left;
            line->right = line->left + (double)g_utf8_strlen(piece, piece_bytes);
            line->is_piped = true;
            line->cell = cell;
            line->same_row = !is_first;
            line->blank_lines = is_first ? reading->blank_lines : 0;
            is_first = false;
        }
        p = stop + 1;
    }
    reading->blank_lines = is_first ? reading->blank_lines : 0;
    return true;
}

static bool on_row_of(const SamsokLine *before, const SamsokRun *run)
{
    if (before == NULL || before->page != run->page || run->height <= 0.0) {
        return false;
    }
    double overlap = MIN(before->top + before->height, run->y + run->height) - MAX(before->top, run->y);
    return overlap >= 0.5 * MIN(before->height, run->height) && run->x >= before->right;
}

/* A marker and its text are one piece, which begins where the marker stands. */
static void append_to_marker(SamsokLines *lines, const SamsokRun *run, const char *text, guint len)
{
    SamsokLine *line = samsok_lines_at(lines, samsok_lines_len(lines) - 1);
    g_autofree char *joined = g_strdup_printf("%.*s %.*s", (int)line->len, line->text, (int)len, text);
    line->len += 1 + len;
    line->text = g_string_chunk_insert_len(lines->chunk, joined, (gssize)line->len);
    line->text_left = run->x;
    line->right = run->x + run->width;
    line->size = run->font_size;
    line->is_bold = (run->flags & SAMSOK_RUN_BOLD) != 0;
}

static void add_placed(Reading *reading, const SamsokRun *run, const char *text, guint len)
{
    guint trailing = 0;
    strip(&text, &len, &trailing);
    if (len == 0) {
        return;
    }
    guint count = samsok_lines_len(reading->lines);
    const SamsokLine *before = count == 0 ? NULL : samsok_lines_at(reading->lines, count - 1);
    bool same_row = on_row_of(before, run);
    bool is_bare = same_row && g_ascii_isdigit(before->text[before->len - 1]) &&
                   memchr(before->text, '.', before->len) == NULL;
    if (same_row && !(before->same_row && is_bare) &&
        waits_for_text(before->text, before->len, text, len)) {
        append_to_marker(reading->lines, run, text, len);
        return;
    }
    SamsokLine *line = add(reading->lines, text, len);
    line->page = run->page;
    line->line = run->line;
    line->left = run->x;
    line->text_left = run->x;
    line->right = run->x + run->width;
    line->top = run->y;
    line->height = run->height;
    line->size = run->font_size;
    line->same_row = same_row;
    line->is_bold = (run->flags & SAMSOK_RUN_BOLD) != 0;
    line->is_italic = (run->flags & SAMSOK_RUN_ITALIC) != 0;
    line->has_raised_mark = (run->flags & SAMSOK_RUN_SUPERSCRIPT) != 0;
    if ((run->flags & SAMSOK_RUN_FURNITURE) != 0) {
        line->kind = SAMSOK_BLOCK_FURNITURE;
        line->is_settled = true;
    }
}

static void add_line(Reading *reading, const SamsokRun *run, const char *text, guint len)
{
    if (reading->lines->has_geometry) {
        add_placed(reading, run, text, len);
        return;
    }
    const char *stripped = text;
    guint rest = len;
    guint trailing = 0;
    strip(&stripped, &rest, &trailing);
    if (rest == 0) {
        reading->blank_lines++;
        reading->blank_only += len > 0 ? 1 : 0;
        return;
    }
    if (!add_piped_row(reading, run, text, len)) {
        add_row(reading, run, text, len);
    }
}

/* The text of the run at `*index` with its continuations, which are passed over. */
static const char *whole_text(SamsokLines *lines, const SamsokRuns *runs, guint *index, guint *out_len)
{
    const SamsokRun *run = samsok_runs_at(runs, *index);
    guint count = samsok_runs_len(runs);
    g_autoptr(GString) joined = NULL;
    for (; *index + 1 < count; (*index)++) {
        const SamsokRun *next = samsok_runs_at(runs, *index + 1);
        if (next->kind != SAMSOK_RUN_LINE || (next->flags & SAMSOK_RUN_CONTINUES) == 0) {
            break;
        }
        if (joined == NULL) {
            joined = g_string_new_len(run->text, (gssize)run->text_len);
        }
        g_string_append_len(joined, next->text, (gssize)next->text_len);
    }
    *out_len = joined == NULL ? (guint)run->text_len : (guint)joined->len;
    return joined == NULL ? run->text : g_string_chunk_insert_len(lines->chunk, joined->str, (gssize)joined->len);
}

SamsokLines *samsok_lines_new(const SamsokRuns *runs)
{
    SamsokLines *lines = g_new0(SamsokLines, 1);
    lines->lines = g_array_new(FALSE, FALSE, sizeof(SamsokLine));
    lines->chunk = g_string_chunk_new(CHUNK_BYTES);
    Reading reading = {.lines = lines};
    for (guint i = 0; i < samsok_runs_len(runs); i++) {
        const SamsokRun *run = samsok_runs_at(runs, i);
        if (run->kind != SAMSOK_RUN_LINE) {
            continue;
        }
        lines->has_geometry = lines->has_geometry || run->height > 0.0;
        guint len = 0;
        const char *text = whole_text(lines, runs, &i, &len);
        add_line(&reading, run, text, len);
    }
    lines->last_blank_lines = reading.blank_lines;
    return lines;
}

void samsok_lines_free(SamsokLines *lines)
{
    if (lines == NULL) {
        return;
    }
    g_array_unref(lines->lines);
    g_string_chunk_free(lines->chunk);
    g_free(lines);
}

guint samsok_lines_len(const SamsokLines *lines)
{
    return lines->lines->len;
}

SamsokLine *samsok_lines_at(const SamsokLines *lines, guint index)
{
    g_assert(index < lines->lines->len);
    return &g_array_index(lines->lines, SamsokLine, index);
}

guint samsok_lines_row_end(const SamsokLines *lines, guint index)
{
    guint end = index + 1;
    while (end < lines->lines->len && samsok_lines_at(lines, end)->same_row) {
        end++;
    }
    return end;
}

/* Text 0, notes 1, furniture 2: the order of a page. */
static guint aside_rank(const SamsokLine *line)
{
    return line->kind == SAMSOK_BLOCK_FURNITURE ? 2 : line->kind == SAMSOK_BLOCK_FOOTNOTE ? 1 : 0;
}

static void move_page_aside(const SamsokLines *lines, guint start, guint end, GArray *out)
{
    bool has_page = samsok_lines_at(lines, start)->page > 0;
    for (guint rank = 0; rank <= 2; rank++) {
        guint above = SAMSOK_NONE; /* the record moved last */
        for (guint i = start; i < end; i++) {
            SamsokLine line = *samsok_lines_at(lines, i);
            if ((has_page ? aside_rank(&line) : 0) != rank) {
                continue;
            }
            line.same_row = line.same_row && above + 1 == i;
            above = i;
            g_array_append_val(out, line);
        }
    }
}

void samsok_lines_move_aside(SamsokLines *lines)
{
    GArray *out = g_array_sized_new(FALSE, FALSE, sizeof(SamsokLine), lines->lines->len);
    guint start = 0;
    for (guint i = 1; i <= lines->lines->len; i++) {
        if (i == lines->lines->len || samsok_lines_at(lines, i)->page != samsok_lines_at(lines, start)->page) {
            move_page_aside(lines, start, i, out);
            start = i;
        }
    }
    g_array_unref(lines->lines);
    lines->lines = out;
}

static bool is_closing(gunichar c)
{
    return c == ')' || c == ']' || c == '"' || c == '\'' || c == 0xBB || c == 0x201D || c == 0x2019 ||
           c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079) || c == '*' || c == '_';
}

gunichar samsok_line_last_char(const char *text, guint len)
{
    const char *p = text + len;
    gunichar c = 0;
    while (p > text) {
        p = g_utf8_prev_char(p);
        c = g_utf8_get_char(p);
        if (!is_closing(c)) {
            return c;
        }
    }
    return c;
}

bool samsok_line_ends_sentence(const char *text, guint len)
{
    gunichar c = samsok_line_last_char(text, len);
    return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == ':';
}

static bool is_opening(gunichar c)
{
    return c == '(' || c == '[' || c == '"' || c == '\'' || c == 0xAB || c == 0x201C || c == 0x201E ||
           c == 0x2018 || c == '*' || c == '_';
}

gunichar samsok_line_first_char(const char *text, guint len)
{
    const char *end = text + len;
    for (const char *p = text; p < end; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isalnum(c)) {
            return c;
        }
        if (!is_opening(c)) {
            return 0;
        }
    }
    return 0;
}

bool samsok_line_starts_lower(const SamsokLine *line)
{
    return g_unichar_islower(samsok_line_first_char(line->text, line->len));
}

bool samsok_line_starts_upper(const SamsokLine *line)
{
    return g_unichar_isupper(samsok_line_first_char(line->text, line->len));
}

guint samsok_line_first_word_chars(const SamsokLine *line)
{
    const char *blank = memchr(line->text, ' ', line->len);
    gssize bytes = blank == NULL ? (gssize)line->len : blank - line->text;
    return (guint)g_utf8_strlen(line->text, bytes);
}

guint samsok_line_word_count(const SamsokLine *line)
{
    guint count = 0;
    bool in_word = false;
    const char *end = line->text + line->len;
    for (const char *p = line->text; p < end; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isspace(c)) {
            in_word = false;
        } else if (!in_word && g_unichar_isalnum(c)) {
            in_word = true;
            count++;
        }
    }
    return count;
}

double samsok_line_char_width(const SamsokLine *line)
{
    glong chars = g_utf8_strlen(line->text, (gssize)line->len);
    return chars <= 0 ? 1.0 : (line->right - line->left) / (double)chars;
}
