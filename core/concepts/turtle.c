/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads Turtle through serd into a vocabulary, statement by statement. */
#include "config.h"

#include <errno.h>
#include <serd/serd.h>
#include <stdio.h>
#include <string.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/concepts/vocabulary-private.h"

/* One file being read. serd asks for a byte at a time (page size 1), so that `line` is where the
 * statement at hand ends: serd tells the place of errors but not of statements. */
typedef struct {
    SamsokVocabulary *vocabulary;
    FILE *stream;
    SerdEnv *env;
    uint64_t read_bytes;
    guint file;
    guint line;
    char *reason; /* why reading stopped; the first reason stays */
    guint reason_line;
    bool too_large;
} Reading;

static void reading_fail(Reading *reading, guint line, const char *reason)
{
    if (reading->reason == NULL) {
        g_autofree char *clean = samsok_text_clean(reason, strlen(reason), NULL);
        reading->reason = samsok_text_squeeze(clean);
        reading->reason_line = line;
    }
}

static size_t read_bytes(void *buf, size_t size, size_t count, void *handle)
{
    Reading *reading = handle;
    size_t got = fread(buf, size, count, reading->stream);
    reading->read_bytes += got;
    if (reading->read_bytes > SAMSOK_MAX_VOCABULARY_BYTES) {
        reading->too_large = true;
        return 0;
    }
    if (got == 1 && *(const char *)buf == '\n') {
        reading->line++;
    }
    return got;
}

static int stream_error(void *handle)
{
    const Reading *reading = handle;
    return ferror(reading->stream) != 0 || reading->too_large;
}

/* serd hands its own format on: none of ours could stand in its place. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static char *dup_reason(const SerdError *problem)
{
    return g_strdup_vprintf(problem->fmt, *problem->args);
}
#pragma GCC diagnostic pop

static SerdStatus on_error(void *handle, const SerdError *problem)
{
    g_autofree char *message = dup_reason(problem);
    reading_fail(handle, problem->line, message);
    return SERD_SUCCESS;
}

static SerdStatus on_base(void *handle, const SerdNode *uri)
{
    Reading *reading = handle;
    return serd_env_set_base_uri(reading->env, uri);
}

static SerdStatus on_prefix(void *handle, const SerdNode *name, const SerdNode *uri)
{
    Reading *reading = handle;
    return serd_env_set_prefix(reading->env, name, uri);
}

/* The whole IRI of `node`, or its name if it is blank. Owner: the caller; NULL when its prefix is
 * not known. Blank nodes are named by file, for two files may use one name. */
static char *whole_name(Reading *reading, const SerdNode *node)
{
    if (node->type == SERD_BLANK) {
        return g_strdup_printf("_:%u.%s", reading->file, (const char *)node->buf);
    }
    SerdNode whole = serd_env_expand_node(reading->env, node);
    if (whole.buf == NULL) {
        g_autofree char *reason =
            g_strdup_printf("'%s' has a prefix that is not declared", (const char *)node->buf);
        reading_fail(reading, reading->line, reason);
        return NULL;
    }
    char *name = g_strndup((const char *)whole.buf, whole.n_bytes);
    serd_node_free(&whole);
    return name;
}

/* Literals are cleaned as all text is; one that is too long for a label or definition is refused. */
static char *literal_text(Reading *reading, const SerdNode *node)
{
    if (node->n_bytes > SAMSOK_MAX_VOCABULARY_TEXT_BYTES) {
        g_autofree char *reason =
            g_strdup_printf("a text of more than %zu bytes", SAMSOK_MAX_VOCABULARY_TEXT_BYTES);
        reading_fail(reading, reading->line, reason);
        return NULL;
    }
    g_autofree char *clean = samsok_text_clean((const char *)node->buf, node->n_bytes, NULL);
    return samsok_text_squeeze(clean);
}

/* Fills the value of `statement`; `out_text` owns its text. */
static bool read_object(Reading *reading, const SerdNode *object, SamsokStatement *statement,
                        char **out_text)
{
    bool literal = object->type == SERD_LITERAL;
    g_autofree char *text =
        literal ? literal_text(reading, object) : whole_name(reading, object);
    if (text == NULL) {
        return false;
    }
    statement->object =
        literal ? SAMSOK_NO_RESOURCE : samsok_vocabulary_intern(reading->vocabulary, text);
    statement->text = text;
    *out_text = g_steal_pointer(&text);
    return true;
}

static SerdStatus on_statement(void *handle, SerdStatementFlags flags, const SerdNode *graph,
                               const SerdNode *subject, const SerdNode *predicate,
                               const SerdNode *object, const SerdNode *datatype,
                               const SerdNode *language)
{
    (void)flags;
    (void)graph;
    (void)datatype;
    Reading *reading = handle;
    g_autofree char *who = whole_name(reading, subject);
    g_autofree char *what = who == NULL ? NULL : whole_name(reading, predicate);
    if (what == NULL) {
        return SERD_ERR_BAD_CURIE;
    }
    SamsokStatement statement = {
        .property = samsok_vocabulary_property(reading->vocabulary, what),
        .file = reading->file,
        .line = reading->line,
    };
    if (statement.property == SAMSOK_PROPERTY_COUNT) {
        return SERD_SUCCESS;
    }
    g_autofree char *tag =
        g_ascii_strdown(language == NULL ? "" : (const char *)language->buf, -1);
    statement.language = tag;
    g_autofree char *text = NULL;
    if (!read_object(reading, object, &statement, &text)) {
        return SERD_ERR_BAD_ARG;
    }
    guint index = samsok_vocabulary_intern(reading->vocabulary, who);
    if (!samsok_vocabulary_add(reading->vocabulary, index, &statement)) {
        reading_fail(reading, reading->line, "too many statements");
        return SERD_ERR_INTERNAL;
    }
    return SERD_SUCCESS;
}

/* serd says why through on_error; some statuses come without a word. */
static void read_stream(Reading *reading, SerdReader *reader, const char *path)
{
    serd_reader_set_strict(reader, true);
    serd_reader_set_error_sink(reader, on_error, reading);
    SerdStatus status = serd_reader_start_source_stream(reader, read_bytes, stream_error, reading,
                                                        (const uint8_t *)path, 1);
    while (status == SERD_SUCCESS && reading->reason == NULL) {
        status = serd_reader_read_chunk(reader);
    }
    serd_reader_end_stream(reader);
    if (status != SERD_SUCCESS && status != SERD_FAILURE) {
        reading_fail(reading, reading->line, (const char *)serd_strerror(status));
    }
}

static bool report(const Reading *reading, const char *shown, GError **error)
{
    if (reading->too_large) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_LIMIT, "'%s': more than %zu bytes", shown,
                    SAMSOK_MAX_VOCABULARY_BYTES);
        return false;
    }
    if (ferror(reading->stream) != 0) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_IO, "'%s': cannot be read", shown);
        return false;
    }
    if (reading->reason != NULL) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_QUERY, "'%s': line %u: %s", shown,
                    reading->reason_line, reading->reason);
        return false;
    }
    return true;
}

bool samsok_vocabulary_load(SamsokVocabulary *vocabulary, const char *path, GError **error)
{
    g_autofree char *shown = g_filename_display_name(path);
    FILE *stream = fopen(path, "rbe");
    if (stream == NULL) {
        int code = errno == ENOENT ? SAMSOK_ERROR_MISSING : SAMSOK_ERROR_IO;
        g_set_error(error, SAMSOK_ERROR, code, "'%s': %s", shown, g_strerror(errno));
        return false;
    }
    g_autofree char *absolute = g_canonicalize_filename(path, NULL);
    SerdNode base = serd_node_new_file_uri((const uint8_t *)absolute, NULL, NULL, true);
    Reading reading = {
        .vocabulary = vocabulary,
        .stream = stream,
        .env = serd_env_new(&base),
        .file = samsok_vocabulary_add_file(vocabulary, shown),
        .line = 1,
    };
    SerdReader *reader = serd_reader_new(SERD_TURTLE, &reading, NULL, on_base, on_prefix,
                                         on_statement, NULL);
    read_stream(&reading, reader, absolute);
    bool done = report(&reading, shown, error);
    serd_reader_free(reader);
    serd_env_free(reading.env);
    serd_node_free(&base);
    g_free(reading.reason);
    fclose(stream);
    samsok_vocabulary_settle(vocabulary);
    return done;
}
