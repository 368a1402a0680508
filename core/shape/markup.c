/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Follows the markup of plain text. */
#include "config.h"

#include "core/shape/markup.h"

#include <string.h>

enum { MAX_HASHES = 6, MIN_RULE_LEN = 3, MIN_FENCE_LEN = 3, MAX_FRONT_ROWS = 60 };
/* Signs that underline headings. Source: reStructuredText markup specification, sections. */
static const char underline_signs[] = "=-~^\"'*+#`.:_";

typedef struct {
    SamsokLines *lines;
    char underlines[MAX_HASHES]; /* in the order in which they first came: a level each */
    guint underline_count;
    guint headings;
} Markup;

static SamsokLine *settle(Markup *markup, guint i, SamsokBlockKind kind, bool opens)
{
    SamsokLine *line = samsok_lines_at(markup->lines, i);
    line->kind = kind;
    line->is_settled = true;
    line->opens = opens;
    return line;
}

static void skip_bytes(SamsokLine *line, guint bytes)
{
    while (bytes < line->len && line->text[bytes] == ' ') {
        bytes++;
    }
    line->text += bytes;
    line->len -= bytes;
}

/* The sign that all of the row consists of; 0 if it is none. */
static char rule_sign(const SamsokLine *line)
{
    char sign = line->text[0];
    if (line->len < MIN_RULE_LEN || line->same_row || strchr(underline_signs, sign) == NULL) {
        return 0;
    }
    for (guint i = 1; i < line->len; i++) {
        if (line->text[i] != sign) {
            return 0;
        }
    }
    return sign;
}

static void drop(Markup *markup, guint i, SamsokBlockKind kind, bool opens)
{
    settle(markup, i, kind, opens)->is_dropped = true;
}

/* "# Tittel": returns true if it was one. */
static bool mark_hashes(Markup *markup, guint i)
{
    SamsokLine *line = samsok_lines_at(markup->lines, i);
    guint hashes = 0;
    while (hashes < line->len && line->text[hashes] == '#') {
        hashes++;
    }
    if (hashes == 0 || hashes > MAX_HASHES || hashes >= line->len || line->text[hashes] != ' ') {
        return false;
    }
    settle(markup, i, SAMSOK_BLOCK_HEADING, true)->level = hashes;
    skip_bytes(line, hashes);
    while (line->len > 1 && strchr("# ", line->text[line->len - 1]) != NULL) {
        line->len--;
    }
    markup->headings++;
    return true;
}

static guint underline_level(Markup *markup, char sign)
{
    for (guint i = 0; i < markup->underline_count; i++) {
        if (markup->underlines[i] == sign) {
            return i + 1;
        }
    }
    if (markup->underline_count < MAX_HASHES) {
        markup->underlines[markup->underline_count++] = sign;
    }
    return markup->underline_count;
}

/* A rule: under a row of its length it makes a heading of it, elsewhere it is an ornament. */
static bool mark_rule(Markup *markup, guint i)
{
    const SamsokLine *line = samsok_lines_at(markup->lines, i);
    char sign = rule_sign(line);
    if (sign == 0) {
        return false;
    }
    SamsokLine *above = i > 0 ? samsok_lines_at(markup->lines, i - 1) : NULL;
    bool underlines = above != NULL && line->blank_lines == 0 && !above->is_settled && !above->same_row &&
                      2 * line->len >= (guint)(above->right - above->left);
    drop(markup, i, underlines ? SAMSOK_BLOCK_HEADING : SAMSOK_BLOCK_FURNITURE, !underlines);
    if (underlines) {
        settle(markup, i - 1, SAMSOK_BLOCK_HEADING, true)->level = underline_level(markup, sign);
        markup->headings++;
    }
    return true;
}

static guint fence_len(const SamsokLine *line)
{
    guint len = 0;
    while (len < line->len && (line->text[len] == '`' || line->text[len] == '~') && line->text[len] == line->text[0]) {
        len++;
    }
    return len >= MIN_FENCE_LEN ? len : 0;
}

/* Fenced code from `i` on; returns the first record behind it, or `i`. */
static guint mark_fence(Markup *markup, guint i)
{
    guint len = samsok_lines_len(markup->lines);
    guint fence = fence_len(samsok_lines_at(markup->lines, i));
    guint end = i + 1;
    while (fence > 0 && end < len && fence_len(samsok_lines_at(markup->lines, end)) < fence) {
        end++;
    }
    if (fence == 0 || end == len) {
        return i;
    }
    SamsokLine *open = settle(markup, i, SAMSOK_BLOCK_FURNITURE, true);
    open->is_dropped = open->len == fence;
    skip_bytes(open, open->is_dropped ? 0 : fence);
    for (guint k = i + 1; k < end; k++) {
        settle(markup, k, SAMSOK_BLOCK_PARAGRAPH, k == i + 1)->is_pre = true;
    }
    drop(markup, end, SAMSOK_BLOCK_FURNITURE, true);
    SamsokLine *close = samsok_lines_at(markup->lines, end);
    close->is_dropped = close->len == fence_len(close);
    return end + 1;
}

static bool mark_quote(Markup *markup, guint i)
{
    SamsokLine *line = samsok_lines_at(markup->lines, i);
    if (line->text[0] != '>' || line->same_row || line->len < 2) {
        return false;
    }
    const SamsokLine *above = i > 0 ? samsok_lines_at(markup->lines, i - 1) : NULL;
    bool goes_on = above != NULL && above->kind == SAMSOK_BLOCK_QUOTE && line->blank_lines == 0;
    settle(markup, i, SAMSOK_BLOCK_QUOTE, !goes_on);
    skip_bytes(line, 1);
    return true;
}

static bool is_separator(const SamsokLine *line)
{
    for (guint i = 0; i < line->len; i++) {
        if (strchr("-:= ", line->text[i]) == NULL) {
            return false;
        }
    }
    return true;
}

/* The cells of a row typed with |; the row above a row of dashes is the head. */
static guint mark_piped_row(Markup *markup, guint i)
{
    guint end = samsok_lines_row_end(markup->lines, i);
    if (!samsok_lines_at(markup->lines, i)->is_piped) {
        return i;
    }
    bool separates = true;
    for (guint k = i; k < end; k++) {
        SamsokLine *line = settle(markup, k, SAMSOK_BLOCK_TABLE_ROW, k == i);
        separates = separates && is_separator(line);
    }
    for (guint k = i; k < end && separates; k++) {
        samsok_lines_at(markup->lines, k)->is_dropped = true;
    }
    for (guint k = i; k > 0 && separates; k--) {
        SamsokLine *line = samsok_lines_at(markup->lines, k - 1);
        line->is_head = line->kind == SAMSOK_BLOCK_TABLE_ROW;
        if (!line->same_row) {
            break;
        }
    }
    return end;
}

/* Front matter on top: --- lines around "key: value". Its title is the document's. */
static guint mark_front_matter(Markup *markup)
{
    guint len = samsok_lines_len(markup->lines);
    guint end = 1;
    if (len < 2 || rule_sign(samsok_lines_at(markup->lines, 0)) != '-' || samsok_lines_at(markup->lines, 0)->line > 1) {
        return 0;
    }
    while (end < len && end < MAX_FRONT_ROWS && rule_sign(samsok_lines_at(markup->lines, end)) != '-') {
        end++;
    }
    if (end == len || end == MAX_FRONT_ROWS) {
        return 0;
    }
    drop(markup, 0, SAMSOK_BLOCK_FURNITURE, true);
    for (guint i = 1; i < end; i++) {
        settle(markup, i, SAMSOK_BLOCK_FURNITURE, !samsok_lines_at(markup->lines, i)->same_row);
    }
    drop(markup, end, SAMSOK_BLOCK_FURNITURE, true);
    return end + 1;
}

guint samsok_markup_mark(SamsokLines *lines)
{
    Markup markup = {.lines = lines};
    guint i = mark_front_matter(&markup);
    while (i < samsok_lines_len(lines)) {
        guint end = mark_fence(&markup, i);
        end = end > i ? end : mark_piped_row(&markup, i);
        if (end == i) {
            (void)(mark_hashes(&markup, i) || mark_rule(&markup, i) || mark_quote(&markup, i));
            end = i + 1;
        }
        i = end;
    }
    return markup.headings;
}
