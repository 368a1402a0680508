/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hits as CSV and TSV, a line each, such as a spreadsheet shows them and executes nothing in them.
 *
 * A cell that a spreadsheet would take for a formula (it begins with = + - @, their wide forms, a tab or CR)
 * has an apostrophe before it. With ';' between cells the file is one for a spreadsheet set up for
 * Norwegian: decimals have a comma, and what would become a date or a time of day there ("2017:2", "2.3")
 * has the apostrophe too.
 * Source: RFC 4180; OWASP, CSV Injection; IANA text/tab-separated-values.
 */
#include "config.h"

#include <string.h>

#include "tools/cite_render.h"

static const char *const columns[] = {
    "rank",         "score",         "kind", "report",   "series",   "number", "title", "year", "section",
    "page_printed", "page_physical", "line", "citation", "snippet", "text", "concepts", "id",   "link", "url",
    "label",        "cited",
};

static bool begins_formula(const char *cell)
{
    gunichar first = g_utf8_get_char(cell);
    static const gunichar wide[] = {0xff1d, 0xff0b, 0xff0d, 0xff20};
    for (gsize i = 0; i < G_N_ELEMENTS(wide); i++) {
        if (first == wide[i]) {
            return true;
        }
    }
    return *cell != '\0' && strchr("=+-@\t\r", *cell) != NULL;
}

/* True for digits with points, colons, strokes or hyphens between them. */
static bool looks_like_date(const char *cell)
{
    gsize len = strlen(cell);
    return len > 0 && strspn(cell, "0123456789.:/-") == len && strpbrk(cell, ".:/-") != NULL &&
           g_ascii_isdigit(cell[0]);
}

static void append_csv(GString *out, const char *cell, char separator)
{
    const char marks[] = {separator, '"', '\n', '\r', '\0'};
    bool is_quoted = strpbrk(cell, marks) != NULL || *cell == ' ';
    if (!is_quoted) {
        g_string_append(out, cell);
        return;
    }
    g_string_append_c(out, '"');
    for (const char *p = cell; *p != '\0'; p++) {
        g_string_append(out, *p == '"' ? "\"" : "");
        g_string_append_c(out, *p);
    }
    g_string_append_c(out, '"');
}

/* A quotation mark that begins a cell opens a quoted one to many readers: it counts as a formula. */
static void append_tsv(GString *out, const char *cell)
{
    g_string_append(out, *cell == '"' ? "'" : "");
    for (const char *p = cell; *p != '\0'; p++) {
        g_string_append_c(out, strchr("\t\n\r", *p) != NULL ? ' ' : *p);
    }
}

static void append_separator(GString *line, const SamsokCiteStyle *style)
{
    if (line->len > 0) {
        g_string_append_c(line, style->format == SAMSOK_FORMAT_TSV ? '\t' : style->separator);
    }
}

/* A cell of our own making: a number or nothing. */
static void append_number(GString *line, const char *number, const SamsokCiteStyle *style)
{
    append_separator(line, style);
    g_string_append(line, number);
}

static void append_count(GString *line, guint64 number, const SamsokCiteStyle *style)
{
    g_autofree char *cell = number == 0 ? g_strdup("") : g_strdup_printf("%" G_GUINT64_FORMAT, number);
    append_number(line, cell, style);
}

void samsok_table_append_cell(GString *line, const char *cell, const SamsokCiteStyle *style)
{
    bool is_dangerous = begins_formula(cell) || (style->separator == ';' && looks_like_date(cell));
    g_autofree char *safe = g_strconcat(is_dangerous ? "'" : "", cell, NULL);
    if (style->format == SAMSOK_FORMAT_TSV) {
        append_tsv(line, safe);
    } else {
        append_csv(line, safe, style->separator);
    }
}

static void append_text(GString *line, const char *value, const SamsokCiteStyle *style)
{
    append_separator(line, style);
    samsok_table_append_cell(line, samsok_citable_known(value), style);
}

static void append_end(GString *out, const GString *line, const SamsokCiteStyle *style)
{
    g_string_append_len(out, line->str, (gssize)line->len);
    g_string_append(out, style->format == SAMSOK_FORMAT_TSV ? "\n" : "\r\n");
}

void samsok_table_append_head(GString *out, const SamsokCiteStyle *style)
{
    g_autoptr(GString) line = g_string_new(NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(columns); i++) {
        append_text(line, columns[i], style);
    }
    g_string_append(out, style->format == SAMSOK_FORMAT_CSV ? "\xef\xbb\xbf" : "");
    append_end(out, line, style);
}

static void append_place(GString *line, const SamsokCitable *citable, const SamsokCiteStyle *style)
{
    g_autofree char *section = samsok_citable_dup_section(citable);
    g_autofree char *printed = samsok_citable_dup_pages(citable, "–");
    append_text(line, section, style);
    append_text(line, printed, style);
    append_count(line, citable->place.page_first, style);
    append_count(line, citable->place.line_first, style);
}

static void append_score(GString *line, double score, const SamsokCiteStyle *style)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(number, sizeof number, "%.3f", score);
    if (style->separator == ';') {
        g_strdelimit(number, ".", ',');
    }
    append_number(line, number, style);
}

void samsok_table_append(GString *out, const SamsokCitable *citable, const SamsokCiteStyle *style)
{
    const SamsokReportRecord *report = citable->report;
    g_autofree char *citation = samsok_citable_dup_citation(citable);
    g_autofree char *link = samsok_citable_dup_link(report, &citable->place);
    g_autofree char *url = samsok_citable_dup_url(citable);
    g_autofree char *concepts =
        citable->concepts == NULL ? NULL : g_strjoinv("; ", (char **)citable->concepts);
    g_autofree char *cited =
        citable->cited == NULL ? NULL : g_strjoinv("; ", (char **)citable->cited);
    g_autoptr(GString) line = g_string_new(NULL);
    g_autofree char *rank = g_strdup_printf("%u", citable->rank);
    append_number(line, rank, style);
    append_score(line, citable->score, style);
    const char *const head[] = {citable->kind, report->id, report->series, report->number, report->title};
    for (gsize i = 0; i < G_N_ELEMENTS(head); i++) {
        append_text(line, head[i], style);
    }
    append_count(line, report->year, style);
    append_place(line, citable, style);
    const char *const tail[] = {citation, samsok_citable_quote(citable), citable->text, concepts,
                                citable->id, link, url,
                                citable->label, cited};
    for (gsize i = 0; i < G_N_ELEMENTS(tail); i++) {
        append_text(line, tail[i], style);
    }
    append_end(out, line, style);
}
