/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line a reader pastes into a memo to say where a passage stands. */
#include "config.h"

#include <stdbool.h>
#include <string.h>

#include "index/search.h"

/* The length of `title` without the stop of a sentence; «m.m.» and «mv.» keep theirs. */
static int length_of_title(const char *title)
{
    enum { LONGEST_ABBREVIATION_BYTES = 4 }; /* with its stop: «etc.» */
    size_t len = strlen(title);
    const char *blank = strrchr(title, ' ');
    const char *last = blank == NULL ? title : blank + 1;
    bool is_word = strlen(last) > LONGEST_ABBREVIATION_BYTES && strchr(last, '.') == title + len - 1;
    return (int)(is_word ? len - 1 : len);
}

/* «Difi-notat 2017:2»; title and year where there is no series or number. */
static void append_report(GString *out, const SamsokReportRecord *report)
{
    if (*report->series != '\0' && *report->number != '\0') {
        g_string_append_printf(out, "%s %s", report->series, report->number);
        return;
    }
    const char *name = *report->title != '\0' ? report->title : report->id;
    g_string_append_len(out, name, length_of_title(name));
    if (report->year > 0) {
        g_string_append_printf(out, ", %u", report->year);
    }
}

/* A section that is called as the report is says nothing more; one of a law has its own sign. */
static void append_section(GString *out, const SamsokReportRecord *report,
                           const SamsokPassageRecord *passage)
{
    bool is_title = g_strcmp0(passage->section_title, report->title) == 0;
    if (*passage->section_number != '\0') {
        const char *sign = g_str_has_prefix(passage->section_number, "§") ? "" : "kap. ";
        g_string_append_printf(out, ", %s%s", sign, passage->section_number);
    } else if (*passage->section_title != '\0' && !is_title) {
        g_string_append_printf(out, ", «%s»", passage->section_title);
    }
}

/* The page as it is printed; the physical one where nothing is. */
static char *page_name(const char *label, guint page)
{
    return *label != '\0' ? g_strdup(label) : g_strdup_printf("%u", page);
}

static void append_pages(GString *out, const SamsokPassageRecord *passage)
{
    if (passage->place.page_first == 0) {
        return;
    }
    g_autofree char *first = page_name(passage->label_first, passage->place.page_first);
    g_autofree char *last = page_name(passage->label_last, passage->place.page_last);
    bool is_range = passage->place.page_last > passage->place.page_first && strcmp(first, last) != 0;
    g_string_append_printf(out, ", s. %s", first);
    if (is_range) {
        g_string_append_printf(out, "–%s", last);
    }
}

char *samsok_citation(const SamsokReportRecord *report, const SamsokPassageRecord *passage)
{
    GString *out = g_string_new(NULL);
    append_report(out, report);
    append_section(out, report, passage);
    append_pages(out, passage);
    return g_string_free(out, FALSE);
}
