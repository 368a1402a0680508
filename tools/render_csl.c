/* SPDX-License-Identifier: GPL-3.0-or-later */
/* References as CSL-JSON, for citation processors (Zotero, pandoc, citeproc).
 *
 * Only members that the schema of CSL 1.0.2 has; `custom`, its place for what it has no name for, holds the
 * section, the physical page, the link to the file and the kind of hit. A locator belongs to a citation and
 * not to an item, so the hit's printed pages stand in `page`.
 * Source: citation-style-language/schema, csl-data.json.
 */
#include "config.h"

#include <string.h>

#include "core/base/text.h"
#include "tools/cite_names.h"
#include "tools/cite_render.h"
#include "tools/json.h"

static void set_text(json_t *object, const char *name, const char *value)
{
    g_autofree char *flat = samsok_text_squeeze(samsok_citable_known(value));
    if (*flat != '\0') {
        samsok_json_set_string(object, name, flat);
    }
}

static void set_authors(json_t *object, const SamsokReportRecord *report)
{
    g_autoptr(GPtrArray) names = samsok_cite_names(report);
    if (names->len == 0) {
        return;
    }
    json_t *array = json_array();
    for (guint i = 0; i < names->len; i++) {
        const SamsokCiteName *name = g_ptr_array_index(names, i);
        json_t *person = json_object();
        set_text(person, name->given == NULL ? "literal" : "family", name->family);
        set_text(person, "given", name->given);
        json_array_append_new(array, person);
    }
    json_object_set_new(object, "author", array);
}

/* The parts of "2017-03-09" that are numbers; the year alone where the date says another. */
static json_t *date_parts(const SamsokReportRecord *report)
{
    json_t *parts = json_array();
    g_auto(GStrv) pieces = g_strsplit(samsok_citable_known(report->date), "-", 3);
    bool is_date = pieces[0] != NULL && g_ascii_strtoull(pieces[0], NULL, 10) == report->year;
    json_array_append_new(parts, json_integer(report->year));
    static const guint64 most[] = {12, 31};
    for (guint i = 0; is_date && i < G_N_ELEMENTS(most) && pieces[i + 1] != NULL; i++) {
        guint64 part = 0;
        if (!g_ascii_string_to_unsigned(pieces[i + 1], 10, 1, most[i], &part, NULL)) {
            break;
        }
        json_array_append_new(parts, json_integer((gint64)part));
    }
    return parts;
}

static void set_issued(json_t *object, const SamsokReportRecord *report)
{
    if (report->year == 0) {
        return;
    }
    json_t *dates = json_array();
    json_array_append_new(dates, date_parts(report));
    json_t *issued = json_object();
    json_object_set_new(issued, "date-parts", dates);
    json_object_set_new(object, "issued", issued);
}

static void set_report(json_t *object, const SamsokReportRecord *report)
{
    const char *title = samsok_citable_known(report->title);
    set_authors(object, report);
    set_text(object, "title", *title != '\0' ? title : report->id);
    set_issued(object, report);
    set_text(object, "collection-title", report->series);
    set_text(object, "number", report->number);
    set_text(object, "publisher", report->publisher);
    set_text(object, "language", report->language);
}

static json_t *custom_object(const SamsokCitable *citable)
{
    g_autofree char *section = samsok_citable_dup_section(citable);
    g_autofree char *link = samsok_citable_dup_link(citable->report, &citable->place);
    g_autofree char *citation = samsok_citable_dup_citation(citable);
    json_t *custom = json_object();
    set_text(custom, "kind", citable->kind);
    set_text(custom, "label", citable->label);
    set_text(custom, "citation", citation);
    set_text(custom, "section", section);
    if (citable->place.page_first != 0) {
        samsok_json_set_number(custom, "physical-page", citable->place.page_first);
    }
    set_text(custom, "link", link);
    return custom;
}

void samsok_csl_append(GString *out, const SamsokCitable *citable)
{
    g_autofree char *pages = samsok_citable_dup_pages(citable, "–");
    g_autofree char *url = samsok_citable_dup_url(citable);
    g_autofree char *note = samsok_citable_dup_note(citable);
    json_t *object = json_object();
    samsok_json_set_string(object, "id", citable->id);
    samsok_json_set_string(object, "type", "report");
    set_report(object, citable->report);
    set_text(object, "page", pages);
    set_text(object, "URL", url);
    if (citable->concepts != NULL) {
        g_autofree char *keywords = g_strjoinv(", ", (char **)citable->concepts);
        set_text(object, "keyword", keywords);
    }
    set_text(object, "note", note);
    set_text(object, "annote", samsok_citable_quote(citable));
    json_object_set_new(object, "custom", custom_object(citable));
    g_autofree char *text = samsok_json_text(object);
    g_string_append(out, text);
}
