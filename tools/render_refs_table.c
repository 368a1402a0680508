/* SPDX-License-Identifier: GPL-3.0-or-later */
/* References between reports as a table for spreadsheets. */
#include "config.h"

#include "tools/cite_render.h"
#include "tools/refs.h"

#include <stdio.h>

static void append_row(GString *out, const char *const *cells, guint count, const SamsokCiteStyle *style)
{
    const char separator[] = {style->format == SAMSOK_FORMAT_TSV ? '\t' : style->separator, '\0'};
    for (guint i = 0; i < count; i++) {
        g_string_append(out, i == 0 ? "" : separator);
        samsok_table_append_cell(out, cells[i], style);
    }
    g_string_append(out, style->format == SAMSOK_FORMAT_TSV ? "\n" : "\r\n");
}

static void append_place(GString *out, const char *relation, const SamsokCitedPlace *place,
                         const SamsokCiteStyle *style)
{
    g_autoptr(GString) meant = g_string_new(NULL);
    for (guint i = 0; i < place->candidates->len; i++) {
        const SamsokResolved *candidate = &g_array_index(place->candidates, SamsokResolved, i);
        g_string_append_printf(meant, "%s%s", i == 0 ? "" : "; ", candidate->report->id);
    }
    const SamsokReference *reference = place->reference;
    const char *const cells[] = {
        relation,         place->report->id, reference->text, samsok_resolution_name(place->state),
        meant->str,       reference->title,  reference->series, reference->number,
        reference->author, place->citation,  place->passage,
    };
    append_row(out, cells, G_N_ELEMENTS(cells), style);
}

void samsok_refs_print_table(const SamsokRefs *refs, const SamsokCiteStyle *style)
{
    static const char *const columns[] = {
        "relation", "report", "reference", "state", "means", "title",
        "series",   "number", "author",    "citation", "passage",
    };
    const struct {
        const char *relation;
        const GPtrArray *places;
    } parts[] = {{"cites", refs->cites}, {"cited-by", refs->cited_by}, {"lacking", refs->lacking}};
    g_autoptr(GString) out = g_string_new(style->format == SAMSOK_FORMAT_CSV ? "\xef\xbb\xbf" : "");
    append_row(out, columns, G_N_ELEMENTS(columns), style);
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        for (guint k = 0; k < parts[i].places->len; k++) {
            append_place(out, parts[i].relation, g_ptr_array_index(parts[i].places, k), style);
        }
    }
    fwrite(out->str, 1, out->len, stdout);
}
