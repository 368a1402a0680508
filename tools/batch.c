/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a file of queries line by line, each within its limits. */
#include "config.h"

#include "tools/batch.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/base/text.h"
#include "tools/command.h"
#include "tools/json.h"

enum { MAX_LINE_BYTES = SAMSOK_MAX_QUERY_ID_BYTES + SAMSOK_MAX_QUERY_BYTES + 2 };

typedef struct {
    char *name;
    FILE *file;
    GString *line;
    guint number; /* of the line, from 1 */
    char *id;
    char *query;
} Queries;

/* Owner: the caller. Errors: MISSING. */
static Queries *queries_open(const char *path, GError **error)
{
    bool is_stdin = strcmp(path, "-") == 0;
    g_autofree char *shown = g_filename_display_name(path);
    FILE *file = is_stdin ? stdin : fopen(path, "re");
    if (file == NULL) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING, "'%s': %s", shown,
                    g_strerror(errno));
        return NULL;
    }
    Queries *queries = g_new0(Queries, 1);
    queries->name = is_stdin ? g_strdup("standard input") : g_strdup_printf("'%s'", shown);
    queries->file = file;
    queries->line = g_string_new(NULL);
    return queries;
}

static void queries_free(Queries *queries)
{
    if (queries == NULL) {
        return;
    }
    if (queries->file != stdin) {
        fclose(queries->file);
    }
    g_string_free(queries->line, TRUE);
    g_free(queries->name);
    g_free(queries->id);
    g_free(queries->query);
    g_free(queries);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Queries, queries_free)

/* Reads a line without its end; the rest of one that is too long is not read. False when there is
 * none. */
static bool read_line(Queries *queries)
{
    g_string_set_size(queries->line, 0);
    int byte = getc_unlocked(queries->file);
    if (byte == EOF) {
        return false;
    }
    while (byte != EOF && byte != '\n' && queries->line->len <= MAX_LINE_BYTES) {
        g_string_append_c(queries->line, (char)byte);
        byte = getc_unlocked(queries->file);
    }
    if (queries->line->len > 0 && queries->line->str[queries->line->len - 1] == '\r') {
        g_string_truncate(queries->line, queries->line->len - 1);
    }
    queries->number++;
    return true;
}

static bool refuse(const Queries *queries, const char *reason, GError **error)
{
    g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_QUERY, "%s: line %u: %s", queries->name,
                queries->number, reason);
    return false;
}

/* Parts the line that was read at its first tab. */
static bool take_line(Queries *queries, GError **error)
{
    const char *line = queries->line->str;
    const char *tab = memchr(line, '\t', queries->line->len);
    if (tab == NULL) {
        return refuse(queries, "no tab between id and query", error);
    }
    size_t id_len = (size_t)(tab - line);
    size_t query_len = queries->line->len - id_len - 1;
    if (id_len > SAMSOK_MAX_QUERY_ID_BYTES) {
        return refuse(queries, "the id is too long", error);
    }
    if (query_len > SAMSOK_MAX_QUERY_BYTES) {
        return refuse(queries, "the query is too long", error);
    }
    g_free(queries->id);
    g_free(queries->query);
    queries->id = samsok_text_clean(line, id_len, NULL);
    queries->query = samsok_text_clean(tab + 1, query_len, NULL);
    return true;
}

/* Reads the next query. False at the end of the file, and, with `error` set (QUERY, IO), where it cannot be read
 * on. */
static bool queries_next(Queries *queries, GError **error)
{
    bool is_read = read_line(queries);
    while (is_read && queries->line->len == 0) {
        is_read = read_line(queries);
    }
    if (ferror(queries->file)) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_IO, "%s: %s", queries->name, g_strerror(errno));
        return false;
    }
    return is_read && take_line(queries, error);
}

static void print_notes(const char *id, const GPtrArray *notes)
{
    for (guint i = 0; i < notes->len; i++) {
        samsok_cli_warn("%s: %s", id, (const char *)g_ptr_array_index(notes, i));
    }
}

int samsok_batch_answer(const SamsokBatch *batch, const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Queries) queries = queries_open(path, &error);
    while (queries != NULL && queries_next(queries, &error)) {
        batch->question->query = queries->query;
        g_autoptr(SamsokAnswer) answer = batch->ask(batch->index, batch->question, &error);
        if (answer == NULL) {
            break;
        }
        print_notes(queries->id, answer->notes);
        samsok_json_print(batch->line(queries->id, answer, batch->data), false);
    }
    return error == NULL ? SAMSOK_EXIT_DONE : samsok_cli_fail(error);
}
