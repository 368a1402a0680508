/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a file of queries line by line, each within its limits. */
#include "config.h"

#include "tools/batch.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/base/text.h"

enum { MAX_LINE_BYTES = SAMSOK_MAX_QUERY_ID_BYTES + SAMSOK_MAX_QUERY_BYTES + 2 };

struct _SamsokBatch {
    char *name;
    FILE *file;
    GString *line;
    guint number; /* of the line, from 1 */
    char *id;
    char *query;
};

SamsokBatch *samsok_batch_open(const char *path, GError **error)
{
    bool is_stdin = strcmp(path, "-") == 0;
    g_autofree char *shown = g_filename_display_name(path);
    FILE *file = is_stdin ? stdin : fopen(path, "re");
    if (file == NULL) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING, "'%s': %s", shown,
                    g_strerror(errno));
        return NULL;
    }
    SamsokBatch *batch = g_new0(SamsokBatch, 1);
    batch->name = is_stdin ? g_strdup("standard input") : g_strdup_printf("'%s'", shown);
    batch->file = file;
    batch->line = g_string_new(NULL);
    return batch;
}

void samsok_batch_free(SamsokBatch *batch)
{
    if (batch == NULL) {
        return;
    }
    if (batch->file != stdin) {
        fclose(batch->file);
    }
    g_string_free(batch->line, TRUE);
    g_free(batch->name);
    g_free(batch->id);
    g_free(batch->query);
    g_free(batch);
}

/* Reads a line without its end; the rest of one that is too long is not read. False when there is
 * none. */
static bool read_line(SamsokBatch *batch)
{
    g_string_set_size(batch->line, 0);
    int byte = getc_unlocked(batch->file);
    if (byte == EOF) {
        return false;
    }
    while (byte != EOF && byte != '\n' && batch->line->len <= MAX_LINE_BYTES) {
        g_string_append_c(batch->line, (char)byte);
        byte = getc_unlocked(batch->file);
    }
    if (batch->line->len > 0 && batch->line->str[batch->line->len - 1] == '\r') {
        g_string_truncate(batch->line, batch->line->len - 1);
    }
    batch->number++;
    return true;
}

static bool refuse(const SamsokBatch *batch, const char *reason, GError **error)
{
    g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_QUERY, "%s: line %u: %s", batch->name,
                batch->number, reason);
    return false;
}

/* Parts the line that was read at its first tab. */
static bool take_line(SamsokBatch *batch, GError **error)
{
    const char *line = batch->line->str;
    const char *tab = memchr(line, '\t', batch->line->len);
    if (tab == NULL) {
        return refuse(batch, "no tab between id and query", error);
    }
    size_t id_len = (size_t)(tab - line);
    size_t query_len = batch->line->len - id_len - 1;
    if (id_len > SAMSOK_MAX_QUERY_ID_BYTES) {
        return refuse(batch, "the id is too long", error);
    }
    if (query_len > SAMSOK_MAX_QUERY_BYTES) {
        return refuse(batch, "the query is too long", error);
    }
    g_free(batch->id);
    g_free(batch->query);
    batch->id = samsok_text_clean(line, id_len, NULL);
    batch->query = samsok_text_clean(tab + 1, query_len, NULL);
    return true;
}

bool samsok_batch_next(SamsokBatch *batch, const char **out_id, const char **out_query,
                       GError **error)
{
    bool is_read = read_line(batch);
    while (is_read && batch->line->len == 0) {
        is_read = read_line(batch);
    }
    if (ferror(batch->file)) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_IO, "%s: %s", batch->name, g_strerror(errno));
        return false;
    }
    if (!is_read || !take_line(batch, error)) {
        return false;
    }
    *out_id = batch->id;
    *out_query = batch->query;
    return true;
}
