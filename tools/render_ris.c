/* SPDX-License-Identifier: GPL-3.0-or-later */
/* References as RIS, for EndNote, Zotero and Mendeley.
 *
 * A line is two letters, two blanks, a hyphen, a blank and the value, and ends in CR LF; TY is the first
 * line of an entry and ER the last. Series and number of a report stand in T2 and SN, where EndNote and
 * Zotero read them, and the number in M1 as well, where others do. A body's name ends in a comma: without
 * it EndNote takes the last word for a family name.
 * Source: RIS format specification (2011), the table for RPRT; Zotero's RIS translator.
 */
#include "config.h"

#include <string.h>

#include "core/base/text.h"
#include "tools/cite_names.h"
#include "tools/cite_render.h"

static void append_field(GString *out, const char *tag, const char *value)
{
    g_autofree char *flat = samsok_text_squeeze(samsok_citable_known(value));
    if (*flat != '\0') {
        g_string_append_printf(out, "%s  - %s\r\n", tag, flat);
    }
}

static void append_authors(GString *out, const SamsokReportRecord *report)
{
    g_autoptr(GPtrArray) names = samsok_cite_names(report);
    for (guint i = 0; i < names->len; i++) {
        const SamsokCiteName *name = g_ptr_array_index(names, i);
        /* A comma within a body's name parts it anyway: no further one. */
        const char *end = strchr(name->family, ',') == NULL ? "," : "";
        g_autofree char *line = name->given == NULL ? g_strconcat(name->family, end, NULL)
                                                    : g_strconcat(name->family, ", ", name->given, NULL);
        append_field(out, "AU", line);
    }
}

static void append_report(GString *out, const SamsokReportRecord *report)
{
    const char *title = samsok_citable_known(report->title);
    append_authors(out, report);
    append_field(out, "TI", *title != '\0' ? title : report->id);
    append_field(out, "T2", report->series);
    append_field(out, "SN", report->number);
    append_field(out, "M1", report->number);
    if (report->year != 0) {
        g_string_append_printf(out, "PY  - %u\r\n", report->year);
    }
    append_field(out, "PB", report->publisher);
    append_field(out, "LA", report->language);
}

static void append_pages(GString *out, const SamsokCitable *citable)
{
    g_autofree char *pages = samsok_citable_dup_pages(citable, "\n");
    const char *gap = strchr(pages, '\n');
    if (gap == NULL) {
        append_field(out, "SP", pages);
        append_field(out, "EP", pages);
        return;
    }
    g_autofree char *first = g_strndup(pages, (gsize)(gap - pages));
    append_field(out, "SP", first);
    append_field(out, "EP", gap + 1);
}

void samsok_ris_append(GString *out, const SamsokCitable *citable)
{
    g_autofree char *section = samsok_citable_dup_section(citable);
    g_autofree char *url = samsok_citable_dup_url(citable);
    g_autofree char *note = samsok_citable_dup_note(citable);
    g_string_append(out, "TY  - RPRT\r\n");
    append_report(out, citable->report);
    append_field(out, "SE", section);
    append_pages(out, citable);
    append_field(out, "UR", url);
    for (guint i = 0; citable->concepts != NULL && citable->concepts[i] != NULL; i++) {
        append_field(out, "KW", citable->concepts[i]);
    }
    append_field(out, "N1", note);
    append_field(out, "ID", citable->id);
    g_string_append(out, "ER  - \r\n\r\n");
}
