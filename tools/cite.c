/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing what can be cited: reads the format, and frames the entries. */
#include "config.h"

#include "tools/cite.h"

#include <stdio.h>
#include <string.h>

#include "tools/cite_render.h"

bool samsok_cite_is_format(SamsokFormat format)
{
    return format >= SAMSOK_FORMAT_CSV;
}

bool samsok_cite_style_read(const SamsokCommand *command, const char *format, const char *separator,
                            SamsokCiteStyle *out)
{
    SamsokCiteStyle style = {.separator = ','};
    if (!samsok_cli_any_format(command, format, &style.format)) {
        return false;
    }
    if (separator != NULL && style.format != SAMSOK_FORMAT_CSV) {
        samsok_cli_usage(command, "--csv-separator goes with --format csv");
        return false;
    }
    if (separator != NULL && strcmp(separator, ",") != 0 && strcmp(separator, ";") != 0) {
        samsok_cli_usage(command, "--csv-separator '%s' is neither ',' nor ';'", separator);
        return false;
    }
    style.separator = separator == NULL ? ',' : *separator;
    *out = style;
    return true;
}

/* What stands before the first entry. */
static void append_begin(GString *out, const SamsokCiteStyle *style)
{
    if (style->format == SAMSOK_FORMAT_CSV || style->format == SAMSOK_FORMAT_TSV) {
        samsok_table_append_head(out, style);
    } else if (style->format == SAMSOK_FORMAT_CSL_JSON) {
        g_string_append_c(out, '[');
    }
}

static void append_entry(GString *out, const SamsokCitable *citable, bool is_first,
                         const SamsokCiteStyle *style)
{
    switch (style->format) {
    case SAMSOK_FORMAT_CSV:
    case SAMSOK_FORMAT_TSV:
        samsok_table_append(out, citable, style);
        break;
    case SAMSOK_FORMAT_BIBTEX:
        g_string_append(out, is_first ? "" : "\n");
        samsok_bibtex_append(out, citable);
        break;
    case SAMSOK_FORMAT_RIS:
        samsok_ris_append(out, citable);
        break;
    case SAMSOK_FORMAT_CSL_JSON:
        g_string_append(out, is_first ? "\n" : ",\n");
        samsok_csl_append(out, citable);
        break;
    case SAMSOK_FORMAT_MARKDOWN:
        g_string_append(out, is_first ? "" : "\n");
        samsok_markdown_append(out, citable);
        break;
    case SAMSOK_FORMAT_TEXT:
    case SAMSOK_FORMAT_JSON:
    case SAMSOK_FORMAT_JSONL:
        g_assert_not_reached();
    }
}

/* Written entry by entry: a reader at the other end of a pipe need not wait for the last. */
void samsok_cite_print(const GArray *citables, const SamsokCiteStyle *style)
{
    g_autoptr(GString) out = g_string_new(NULL);
    append_begin(out, style);
    for (guint i = 0; i < citables->len; i++) {
        append_entry(out, &g_array_index(citables, SamsokCitable, i), i == 0, style);
        fwrite(out->str, 1, out->len, stdout);
        g_string_truncate(out, 0);
    }
    if (style->format == SAMSOK_FORMAT_CSL_JSON) {
        g_string_append(out, citables->len == 0 ? "]\n" : "\n]\n");
    }
    fwrite(out->str, 1, out->len, stdout);
}

void samsok_cite_answer(const SamsokAnswer *answer, const SamsokCiteStyle *style)
{
    GArray *citables = samsok_citables_of_answer(answer);
    samsok_cite_print(citables, style);
    samsok_citables_free(citables);
}
