/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quotations as Markdown to paste into a memo: what was found in bold, the source with its link below.
 *
 * All that Markdown (CommonMark, GitHub, pandoc) would take for its own is escaped with a backslash.
 * Source: CommonMark 0.30, §2.4 (any ASCII punctuation may be escaped), §6.2 (emphasis).
 */
#include "config.h"

#include <string.h>

#include "core/base/text.h"
#include "tools/cite_render.h"

static bool is_special(char c)
{
    return c != '\0' && strchr("\\`*_{}[]<>&~|$^@", c) != NULL;
}

static void append_escaped(GString *out, const char *text, gsize len)
{
    for (gsize i = 0; i < len; i++) {
        g_string_append(out, is_special(text[i]) ? "\\" : "");
        g_string_append_c(out, text[i]);
    }
}

/* Escapes what is a mark at the head of a line only: "# ", "- ", "+ ", "5. ". Gives what is left. */
static const char *append_line_head(GString *out, const char *line, const char *end)
{
    const char *p = line;
    while (p < end && g_ascii_isdigit(*p)) {
        p++;
    }
    g_string_append_len(out, line, p - line);
    bool is_number = p > line && p < end && (*p == '.' || *p == ')');
    bool is_mark = p == line && p < end && strchr("#-+=:%", *p) != NULL;
    if (is_number || is_mark) {
        g_string_append_c(out, '\\');
        g_string_append_c(out, *p);
        p++;
    }
    return p;
}

/* A stretch of the text in bold. Marks at its ends stay outside: behind them «**» would not close. */
static void append_bold(GString *out, const char *start, const char *end)
{
    const char *first = start;
    while (first < end && !g_unichar_isalnum(g_utf8_get_char(first))) {
        first = g_utf8_next_char(first);
    }
    const char *last = end;
    while (last > first && !g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(last)))) {
        last = g_utf8_prev_char(last);
    }
    append_escaped(out, start, (gsize)(first - start));
    if (last > first) {
        g_string_append(out, "**");
        append_escaped(out, first, (gsize)(last - first));
        g_string_append(out, "**");
    }
    append_escaped(out, last, (gsize)(end - last));
}

/* The part of a line from `at` to `end`, with its highlights. `quote` is what they count from. */
static void append_marked(GString *out, const char *quote, const char *at, const char *end,
                          const GArray *highlights)
{
    for (guint i = 0; highlights != NULL && i < highlights->len; i++) {
        const SamsokSpan *span = &g_array_index(highlights, SamsokSpan, i);
        const char *start = g_utf8_offset_to_pointer(quote, (glong)span->start);
        const char *stop = g_utf8_offset_to_pointer(quote, (glong)span->end);
        if (start >= at && stop <= end && stop > start) {
            append_escaped(out, at, (gsize)(start - at));
            append_bold(out, start, stop);
            at = stop;
        }
    }
    append_escaped(out, at, (gsize)(end - at));
}

static void append_quote(GString *out, const SamsokCitable *citable)
{
    const char *quote = samsok_citable_quote(citable);
    for (const char *line = quote; *line != '\0';) {
        const char *end = line + strcspn(line, "\n");
        const char *text = line + strspn(line, " \t");
        if (text < end) {
            g_string_append(out, out->len > 0 ? ">\n> " : "> ");
            const char *rest = append_line_head(out, text, end);
            append_marked(out, quote, rest, end, citable->highlights);
            g_string_append_c(out, '\n');
        }
        line = *end == '\0' ? end : end + 1;
    }
}

/* Where a link goes, such as nothing in it ends the link. */
static char *dup_target(const SamsokCitable *citable)
{
    const SamsokPlace *place = &citable->place;
    const SamsokPlace page_alone = {.page_first = place->page_first, .page_last = place->page_last};
    g_autofree char *link = samsok_citable_dup_link(citable->report, &page_alone);
    return g_uri_escape_string(link, "/#=:,;+@!$&'", TRUE);
}

/* The citation, which leads to the report on the web, if it is there, else to its file. */
static void append_source(GString *out, const SamsokCitable *citable)
{
    g_autofree char *citation = samsok_citable_dup_citation(citable);
    g_autofree char *title = samsok_text_squeeze(samsok_citable_known(citable->report->title));
    g_autofree char *url = samsok_citable_dup_url(citable);
    g_autofree char *file = dup_target(citable);
    g_string_append(out, ">\n> — ");
    if (*title != '\0' && !g_str_has_prefix(citation, title)) {
        g_string_append_c(out, '*');
        append_escaped(out, title, strlen(title));
        g_string_append(out, "*, ");
    }
    g_string_append_c(out, '[');
    append_escaped(out, citation, strlen(citation));
    g_string_append_printf(out, "](<%s>)", *url != '\0' ? url : file);
    if (*url != '\0') {
        g_string_append_printf(out, " ([fil](<%s>))", file);
    }
    g_string_append_printf(out, " `%s`\n", citable->id);
    for (guint i = 0; citable->cited != NULL && citable->cited[i] != NULL; i++) {
        g_string_append(out, i == 0 ? ">\n> Viser til: " : "; ");
        append_escaped(out, citable->cited[i], strlen(citable->cited[i]));
    }
    g_string_append(out, citable->cited == NULL || citable->cited[0] == NULL ? "" : "\n");
}

void samsok_markdown_append(GString *out, const SamsokCitable *citable)
{
    g_autoptr(GString) entry = g_string_new(NULL);
    append_quote(entry, citable);
    append_source(entry, citable);
    g_string_append_len(out, entry->str, (gssize)entry->len);
}
