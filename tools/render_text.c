/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hits, reports and passages for a terminal. */
#include "config.h"

#include "tools/text.h"

#include <stdio.h>
#include <string.h>

#include "index/mentioned.h"
#include "tools/citable.h"
#include "tools/command.h"
#include "tools/wrap.h"

/* Of a report. */
enum { SHOWN_CONCEPTS = 12 };

static void print_bold(const char *text)
{
    if (samsok_cli_colour()) {
        printf("\033[1m%s\033[0m", text);
    } else {
        fputs(text, stdout);
    }
}

/* "Difi-notat 2017:2 · 2017": what stands to the right of a title. */
static char *report_line(const SamsokReportRecord *report)
{
    GString *line = g_string_new(report->series);
    if (*report->number != '\0') {
        g_string_append_printf(line, "%s%s", line->len > 0 ? " " : "", report->number);
    }
    if (report->year != 0) {
        g_string_append_printf(line, "%s%u", line->len > 0 ? " · " : "", report->year);
    }
    return g_string_free(line, FALSE);
}

/* "s. 9", "s. iv–v", the physical page where no label is known; "" without pages. */
static char *page_text(const SamsokPassageRecord *passage)
{
    const SamsokPlace *place = &passage->place;
    if (place->page_first == 0) {
        return g_strdup("");
    }
    g_autofree char *first = *passage->label_first != '\0' ? g_strdup(passage->label_first)
                                                          : g_strdup_printf("%u", place->page_first);
    g_autofree char *last = *passage->label_last != '\0' ? g_strdup(passage->label_last)
                                                        : g_strdup_printf("%u", place->page_last);
    return strcmp(first, last) == 0 ? g_strdup_printf("s. %s", first)
                                    : g_strdup_printf("s. %s–%s", first, last);
}

static char *section_text(const SamsokPassageRecord *passage)
{
    const char *number = passage->section_number;
    const char *title = passage->section_title;
    return g_strconcat(number, *number != '\0' && *title != '\0' ? " › " : "", title, NULL);
}

/* `left`, blanks, `right` at the right margin; on two lines where they do not fit on one. */
static void print_both_ends(guint indent, const char *left, const char *right, bool bold)
{
    glong width = samsok_cli_width();
    glong used = (glong)indent + g_utf8_strlen(left, -1) + g_utf8_strlen(right, -1);
    printf("%*s", (int)indent, "");
    if (bold) {
        print_bold(left);
    } else {
        fputs(left, stdout);
    }
    if (*right == '\0') {
        putchar('\n');
    } else if (used + 2 <= width) {
        printf("%*s%s\n", (int)(width - used), "", right);
    } else {
        printf("\n%*s%s\n", (int)indent, "", right);
    }
}

/* The snippet with its matches marked: bold on a colour terminal, [so] elsewhere. */
static char *marked(const SamsokHit *hit)
{
    bool colour = samsok_cli_colour();
    const char *open = colour ? "\033[1m" : "[";
    const char *close = colour ? "\033[0m" : "]";
    GString *out = g_string_new(NULL);
    const char *p = hit->snippet;
    guint at = 0;
    for (guint i = 0; i < hit->highlights->len; i++) {
        const SamsokSpan *span = &g_array_index(hit->highlights, SamsokSpan, i);
        const char *start = g_utf8_offset_to_pointer(p, (glong)(span->start - at));
        const char *end = g_utf8_offset_to_pointer(start, (glong)(span->end - span->start));
        g_string_append_len(out, p, start - p);
        g_string_append(out, open);
        g_string_append_len(out, start, end - start);
        g_string_append(out, close);
        p = end;
        at = span->end;
    }
    g_string_append(out, p);
    return g_string_free(out, FALSE);
}

void samsok_text_report_head(const SamsokReportRecord *report)
{
    g_autofree char *line = report_line(report);
    print_both_ends(0, report->title, line, true);
}

void samsok_text_source(const SamsokHit *hit)
{
    g_autofree char *link = samsok_citable_dup_link(hit->report, &hit->passage->place);
    printf("    %s · %s · %s\n", hit->citation, link, hit->passage->id);
}

void samsok_text_concepts(const GPtrArray *concepts)
{
    g_autoptr(GString) line = g_string_new(NULL);
    for (guint i = 0; i < concepts->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(concepts, i);
        g_string_append_printf(line, "%s%s", line->len > 0 ? " · " : "", mention->label);
    }
    if (line->len > 0) {
        samsok_wrap_print(line->str, 4, samsok_cli_width());
    }
}

static void print_hit(const SamsokHit *hit)
{
    g_autofree char *section = section_text(hit->passage);
    g_autofree char *page = page_text(hit->passage);
    g_autofree char *text = marked(hit);
    if (*section != '\0' || *page != '\0') {
        print_both_ends(2, section, page, false);
    }
    samsok_wrap_print(text, 4, samsok_cli_width());
    g_autoptr(GPtrArray) concepts = samsok_passage_record_concepts(hit->passage);
    samsok_text_concepts(concepts);
    samsok_text_source(hit);
    if (hit->duplicates > 0) {
        printf("    samme tekst i %u andre\n", hit->duplicates);
    }
}

/* Each mention with its words and the reason why it stands. */
static void print_mentions(const SamsokPassageRecord *passage, int indent)
{
    glong len = g_utf8_strlen(passage->text, -1);
    for (guint i = 0; i < passage->mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(passage->mentions, i);
        bool is_inside = mention->start <= mention->end && (glong)mention->end <= len;
        g_autofree char *text =
            is_inside ? g_utf8_substring(passage->text, mention->start, mention->end) : g_strdup("");
        printf("%*s%s: %s [%s]\n", indent, "", mention->concept, g_strdelimit(text, "\n", ' '),
               mention->rule);
    }
}

static guint hits_of_report(const SamsokAnswer *answer, const char *id)
{
    guint count = 0;
    for (guint i = 0; i < answer->hits->len; i++) {
        const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
        count += strcmp(hit->report->id, id) == 0;
    }
    return count;
}

static void print_group(const SamsokAnswer *answer, const SamsokReportRecord *report)
{
    g_autofree char *line = report_line(report);
    guint count = hits_of_report(answer, report->id);
    g_autofree char *right = g_strdup_printf("%s%s%u treff", line, *line == '\0' ? "" : " · ", count);
    print_both_ends(0, report->title, right, true);
    for (guint i = 0; i < answer->hits->len; i++) {
        const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
        if (strcmp(hit->report->id, report->id) == 0) {
            print_hit(hit);
            samsok_text_explain_hit(answer, hit);
            if (answer->explanation != NULL) {
                print_mentions(hit->passage, 6);
            }
        }
    }
    putchar('\n');
}

void samsok_text_answer(const SamsokAnswer *answer)
{
    g_autoptr(GHashTable) printed = g_hash_table_new(g_str_hash, g_str_equal);
    samsok_text_explain_query(answer);
    for (guint i = 0; i < answer->hits->len; i++) {
        const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
        if (g_hash_table_add(printed, (gpointer)hit->report->id)) {
            print_group(answer, hit->report);
        }
    }
    if (answer->hits->len == 0) {
        puts("Ingen treff.");
        return;
    }
    printf("%u av %s%" G_GUINT64_FORMAT " avsnitt, %.1f ms\n", answer->hits->len,
           answer->total_is_exact ? "" : "omtrent ", answer->total, (double)answer->took_us / 1000);
}

/* What the name of a field takes. */
enum { FIELD_COLUMNS = 12 };

static void print_field(const char *name, const char *value)
{
    if (value != NULL && *value != '\0') {
        printf("%-*s%s\n", FIELD_COLUMNS, name, value);
    }
}

/* "s. iv" as it is printed, which passages on the page know; where pages have names and this one's is not known,
 * the page of the file. Owner: the caller. */
static char *dup_page(const GPtrArray *passages, guint page)
{
    bool have_names = false;
    for (guint i = 0; i < passages->len; i++) {
        const SamsokPassageRecord *passage = g_ptr_array_index(passages, i);
        const char *label = passage->place.page_first == page  ? passage->label_first
                            : passage->place.page_last == page ? passage->label_last
                                                               : "";
        if (*label != '\0') {
            return g_strdup_printf("s. %s", label);
        }
        have_names = have_names || *passage->label_first != '\0';
    }
    return g_strdup_printf(have_names ? "side %u i fila" : "s. %u", page);
}

static void print_outline(const SamsokReportRecord *report, const GPtrArray *passages)
{
    if (report->outline->len > 0) {
        putchar('\n');
    }
    for (guint i = 0; i < report->outline->len; i++) {
        const SamsokOutlineRecord *entry = g_ptr_array_index(report->outline, i);
        g_autofree char *title = g_strconcat(entry->number, *entry->number == '\0' ? "" : " ",
                                             entry->title, NULL);
        g_autofree char *place = entry->page != 0   ? dup_page(passages, entry->page)
                                 : entry->line != 0 ? g_strdup_printf("linje %u", entry->line)
                                                    : g_strdup("");
        print_both_ends(2 * entry->level, title, place, false);
    }
}

static void print_carriers(const GPtrArray *carriers)
{
    for (guint i = 0; i < carriers->len; i++) {
        const SamsokReportRecord *carrier = g_ptr_array_index(carriers, i);
        g_autofree char *path = samsok_cli_shown_path(carrier->path);
        g_autofree char *line = g_strdup_printf("%s (%s)", carrier->id, path);
        print_field("also as", line);
    }
}

/* The most frequent concepts with the number of passages of each, below `size`. */
static void print_counts(const GPtrArray *concepts)
{
    g_autoptr(GString) line = g_string_new(NULL);
    for (guint i = 0; i < MIN(concepts->len, SHOWN_CONCEPTS); i++) {
        const SamsokMentionCount *count = g_ptr_array_index(concepts, i);
        g_string_append_printf(line, "%s%s %u", i == 0 ? "" : " · ", count->label,
                               count->passages);
    }
    if (line->len > 0) {
        samsok_wrap_field("concepts", line->str, FIELD_COLUMNS, samsok_cli_width());
    }
}

void samsok_text_report(const SamsokReportRecord *report, const GPtrArray *passages,
                        const GPtrArray *carriers, const GPtrArray *concepts)
{
    g_autofree char *year = report->year == 0 ? g_strdup("") : g_strdup_printf("%u", report->year);
    g_autofree char *path = samsok_cli_shown_path(report->path);
    g_autofree char *size = g_strdup_printf(
        "%u page%s, %u passage%s", report->page_count, samsok_cli_plural(report->page_count),
        report->passage_count, samsok_cli_plural(report->passage_count));
    print_bold(report->title);
    putchar('\n');
    print_field("id", report->id);
    print_field("series", report->series);
    print_field("number", report->number);
    print_field("year", year);
    print_field("authors", report->authors);
    print_field("publisher", report->publisher);
    print_field("language", report->language);
    print_field("url", report->url);
    print_field("file", path);
    print_field("format", report->media_type);
    print_field("charset", report->charset);
    print_field("size", size);
    print_counts(concepts);
    print_carriers(carriers);
    print_field("indexed", report->indexed_at);
    print_field("stale", report->stale);
    for (guint i = 0; i < report->warnings->len; i++) {
        print_field("warning", g_ptr_array_index(report->warnings, i));
    }
    print_outline(report, passages);
}

static void print_passage(const SamsokPassageRecord *passage, bool is_wanted)
{
    guint indent = is_wanted ? 2 : 6;
    g_auto(GStrv) lines = g_strsplit(passage->text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        samsok_wrap_print(lines[i], indent, samsok_cli_width());
    }
    putchar('\n');
}

void samsok_text_passage(const SamsokReportRecord *report, const GPtrArray *passages, guint index)
{
    const SamsokPassageRecord *wanted = g_ptr_array_index(passages, index);
    g_autofree char *line = report_line(report);
    g_autofree char *section = section_text(wanted);
    g_autofree char *page = page_text(wanted);
    g_autofree char *citation = samsok_citation(report, wanted);
    g_autofree char *link = samsok_citable_dup_link(report, &wanted->place);
    print_both_ends(0, report->title, line, true);
    print_both_ends(2, section, page, false);
    putchar('\n');
    guint first = index == 0 ? 0 : index - 1;
    guint end = MIN(index + 2, passages->len);
    for (guint i = first; i < end; i++) {
        print_passage(g_ptr_array_index(passages, i), i == index);
    }
    print_mentions(wanted, 2);
    fputs(wanted->mentions->len > 0 ? "\n" : "", stdout);
    printf("%s · %s\n", citation, link);
}
