/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for the lines and sentences of a text in passages. */
#include "config.h"

#include "index/point_spans.h"

#include <string.h>

bool samsok_point_next_span(const char **p, SamsokPointSpan *out)
{
    if (**p == '\0') {
        return false;
    }
    guint64 *const numbers[] = {&out->ordinal, &out->start, &out->end, &out->at};
    char *end = NULL;
    for (guint i = 0; i < G_N_ELEMENTS(numbers); i++) {
        *numbers[i] = g_ascii_strtoull(*p, &end, 10);
        *p = end;
    }
    *p = **p == ';' ? *p + 1 : "";
    return true;
}

typedef struct {
    const GPtrArray *passages;
    const char *text;
    GString *spans;
} Placing;

/* "ORDINAL START END AT;": code points [START, END) of the passage are those from AT on of the point. */
static void add_span(Placing *placing, guint ordinal, const char *passage, const char *found,
                     const char *piece, size_t len)
{
    glong start = g_utf8_pointer_to_offset(passage, found);
    glong at = g_utf8_pointer_to_offset(placing->text, piece);
    glong count = g_utf8_strlen(piece, (gssize)len);
    g_string_append_printf(placing->spans, "%u %ld %ld %ld;", ordinal, start, start + count, at);
}

/* Looks for the `len` bytes at `piece` in the passages [first, end). */
static bool place_piece(Placing *placing, const char *piece, size_t len, guint first, guint end)
{
    g_autofree char *wanted = g_strndup(piece, len);
    for (guint i = first; i < end; i++) {
        const SamsokPassageRecord *passage = g_ptr_array_index(placing->passages, i);
        const char *found = strstr(passage->text, wanted);
        if (found != NULL) {
            add_span(placing, i, passage->text, found, piece, len);
            return true;
        }
    }
    return false;
}

/* A line that stands in no passage whole is split between two: each sentence is looked for. */
static void place_line(Placing *placing, const char *line, size_t len, guint first, guint end)
{
    if (place_piece(placing, line, len, first, end)) {
        return;
    }
    const char *stop = line + len;
    while (line < stop) {
        const char *next = g_strstr_len(line, stop - line, ". ");
        const char *until = next == NULL ? stop : next + 1;
        place_piece(placing, line, (size_t)(until - line), first, end);
        line = next == NULL ? stop : next + 2;
    }
}

char *samsok_point_spans(const SamsokReportContent *content, const SamsokDocument *document, const char *text,
                         guint first_block, guint end_block)
{
    guint first = 0;
    guint count = MIN(samsok_document_passage_count(document), content->passages->len);
    while (first < count && samsok_document_passage(document, first)->end_block <= first_block) {
        first++;
    }
    guint end = first;
    while (end < count && samsok_document_passage(document, end)->first_block < end_block) {
        end++;
    }
    Placing placing = {content->passages, text, g_string_new(NULL)};
    for (const char *line = text; *line != '\0';) {
        size_t len = strcspn(line, "\n");
        place_line(&placing, line, len, first, end);
        line += len + (line[len] == '\n' ? 1 : 0);
    }
    return g_string_free(placing.spans, FALSE);
}
