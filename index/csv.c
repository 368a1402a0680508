/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows and fields. */
#include "config.h"

#include "index/csv.h"

#include <string.h>

void samsok_csv_init(SamsokCsv *csv, const char *text)
{
    static const char separators[] = ",;\t";
    guint counts[3] = {0};
    bool quoted = false;
    for (const char *p = text; *p != '\0' && (quoted || *p != '\n'); p++) {
        quoted = *p == '"' ? !quoted : quoted;
        const char *found = quoted ? NULL : strchr(separators, *p);
        if (found != NULL) {
            counts[found - separators]++;
        }
    }
    guint best = 0;
    for (guint i = 1; i < G_N_ELEMENTS(counts); i++) {
        best = counts[i] > counts[best] ? i : best;
    }
    *csv = (SamsokCsv){.at = text, .separator = separators[best], .next_line = 1};
}

/* The rest of a field that began with a quote; what follows the closing quote is taken as it is. */
static void read_quoted(SamsokCsv *csv, GString *field, bool *out_unclosed)
{
    csv->at++;
    while (*csv->at != '\0') {
        if (csv->at[0] == '"' && csv->at[1] != '"') {
            csv->at++;
            return;
        }
        csv->at += csv->at[0] == '"' ? 1 : 0;
        csv->next_line += *csv->at == '\n' ? 1 : 0;
        g_string_append_c(field, *csv->at++);
    }
    *out_unclosed = true;
}

static char *read_field(SamsokCsv *csv, bool *out_unclosed)
{
    GString *field = g_string_new(NULL);
    if (*csv->at == '"') {
        read_quoted(csv, field, out_unclosed);
    }
    while (*csv->at != '\0' && *csv->at != '\n' && *csv->at != csv->separator) {
        g_string_append_c(field, *csv->at++);
    }
    return g_string_free(field, FALSE);
}

bool samsok_csv_next(SamsokCsv *csv, GPtrArray *fields, bool *out_unclosed)
{
    g_ptr_array_set_size(fields, 0);
    *out_unclosed = false;
    while (*csv->at == '\n') {
        csv->at++;
        csv->next_line++;
    }
    if (*csv->at == '\0') {
        return false;
    }
    csv->line = csv->next_line;
    g_ptr_array_add(fields, read_field(csv, out_unclosed));
    while (*csv->at == csv->separator) {
        csv->at++;
        g_ptr_array_add(fields, read_field(csv, out_unclosed));
    }
    if (*csv->at == '\n') {
        csv->at++;
        csv->next_line++;
    }
    return true;
}
