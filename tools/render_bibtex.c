/* SPDX-License-Identifier: GPL-3.0-or-later */
/* References as BibTeX, such as both BibTeX and biber take them.
 *
 * The entry is a @techreport, which biblatex knows too; its `type` is the name of the series, so that
 * styles print «Difi-notat 2017:2» and not "Technical Report 2017:2". Letters stand as UTF-8. The quote goes
 * into `annote`: `note` would be printed in every bibliography.
 * Source: Patashnik, BibTeXing (1988); biblatex manual, §2.2.2 and §2.3.
 */
#include "config.h"

#include <string.h>

#include "core/base/text.h"
#include "tools/cite_names.h"
#include "tools/cite_render.h"

/* What LaTeX would obey, or a font without T1 would lack, and how to write it. Braces are counted by
 * BibTeX even behind a backslash, so they are spelled out; each command stands in braces of its own, where
 * every reader of BibTeX looks for it. */
static const struct {
    gunichar letter;
    const char *written;
} escapes[] = {
    {'\\', "{\\textbackslash}"}, {'{', "{\\textbraceleft}"}, {'}', "{\\textbraceright}"},
    {'%', "\\%"},                {'&', "\\&"},               {'#', "\\#"},
    {'$', "\\$"},                {'_', "\\_"},               {'^', "{\\textasciicircum}"},
    {'~', "{\\textasciitilde}"}, {0xab, "{\\guillemotleft}"}, {0xbb, "{\\guillemotright}"},
};

static void append_letter(GString *out, gunichar letter)
{
    for (gsize i = 0; i < G_N_ELEMENTS(escapes); i++) {
        if (escapes[i].letter == letter) {
            g_string_append(out, escapes[i].written);
            return;
        }
    }
    g_string_append_unichar(out, letter);
}

static void append_escaped(GString *out, const char *text)
{
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        append_letter(out, g_utf8_get_char(p));
    }
}

/* `value`, which must be escaped. */
static void append_raw_field(GString *out, const char *name, const char *value)
{
    if (*value != '\0') {
        g_string_append_printf(out, ",\n  %s = {%s}", name, value);
    }
}

static void append_field(GString *out, const char *name, const char *value)
{
    g_autofree char *flat = samsok_text_squeeze(samsok_citable_known(value));
    g_autoptr(GString) escaped = g_string_new(NULL);
    append_escaped(escaped, flat);
    append_raw_field(out, name, escaped->str);
}

/* True for a word whose capitals a style would make small: all but the first word's first letter. */
static bool needs_braces(const char *word, bool is_first)
{
    const char *p = word;
    while (is_first && *p != '\0' && !g_unichar_isalpha(g_utf8_get_char(p))) {
        p = g_utf8_next_char(p);
    }
    p = is_first && *p != '\0' ? g_utf8_next_char(p) : p;
    for (; *p != '\0'; p = g_utf8_next_char(p)) {
        if (g_unichar_isupper(g_utf8_get_char(p))) {
            return true;
        }
    }
    return false;
}

static void append_title(GString *out, const char *title)
{
    g_autofree char *flat = samsok_text_squeeze(title);
    g_auto(GStrv) words = g_strsplit(flat, " ", -1);
    g_autoptr(GString) value = g_string_new(NULL);
    for (guint i = 0; words[i] != NULL; i++) {
        bool braces = needs_braces(words[i], i == 0);
        g_string_append(value, i == 0 ? "" : " ");
        g_string_append(value, braces ? "{" : "");
        append_escaped(value, words[i]);
        g_string_append(value, braces ? "}" : "");
    }
    append_raw_field(out, "title", value->str);
}

static void append_authors(GString *out, const SamsokReportRecord *report)
{
    g_autoptr(GPtrArray) names = samsok_cite_names(report);
    g_autoptr(GString) value = g_string_new(NULL);
    for (guint i = 0; i < names->len; i++) {
        const SamsokCiteName *name = g_ptr_array_index(names, i);
        g_string_append(value, i == 0 ? "" : " and ");
        if (name->given == NULL) {
            g_string_append_c(value, '{');
            append_escaped(value, name->family);
            g_string_append_c(value, '}');
        } else {
            append_escaped(value, name->family);
            g_string_append(value, ", ");
            append_escaped(value, name->given);
        }
    }
    append_raw_field(out, "author", value->str);
}

/* babel's name of the report's language. */
static const char *language_name(const char *code)
{
    static const char *const names[][2] = {{"nb", "norsk"}, {"nn", "nynorsk"}, {"en", "english"}};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strcmp(samsok_citable_known(code), names[i][0]) == 0) {
            return names[i][1];
        }
    }
    return "";
}

static const char *type_name(const SamsokReportRecord *report)
{
    const char *series = samsok_citable_known(report->series);
    const char *general = strcmp(samsok_citable_known(report->language), "en") == 0 ? "Report" : "Rapport";
    return *series != '\0' ? series : general;
}

static void append_report(GString *out, const SamsokReportRecord *report)
{
    const char *title = samsok_citable_known(report->title);
    append_authors(out, report);
    append_title(out, *title != '\0' ? title : report->id);
    append_field(out, "institution", report->publisher);
    if (report->year != 0) {
        g_string_append_printf(out, ",\n  year = {%u}", report->year);
    }
    append_field(out, "type", type_name(report));
    append_field(out, "number", report->number);
}

void samsok_bibtex_append(GString *out, const SamsokCitable *citable)
{
    g_autofree char *key = samsok_citable_dup_key(citable);
    g_autofree char *pages = samsok_citable_dup_pages(citable, "--");
    g_autofree char *url = samsok_citable_dup_url(citable);
    g_autofree char *note = samsok_citable_dup_note(citable);
    g_string_append_printf(out, "@techreport{%s", key);
    append_report(out, citable->report);
    append_field(out, "chapter", citable->section_number);
    append_field(out, "pages", pages);
    append_raw_field(out, "url", url);
    append_raw_field(out, "langid", language_name(citable->report->language));
    if (citable->concepts != NULL) {
        g_autofree char *keywords = g_strjoinv(", ", (char **)citable->concepts);
        append_field(out, "keywords", keywords);
    }
    append_field(out, "annote", note);
    g_string_append(out, "\n}\n");
}
