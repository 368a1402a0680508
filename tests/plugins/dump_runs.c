/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small host in this process, and the textual form of runs. */
#include "config.h"

#include "tests/plugins/dump_runs.h"

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/model/runs.h"
#include "core/shape/charset.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* Longer texts are shown by their beginning and their length. */
#define SHOWN_BYTES 400

/* What SamsokInput.host_data points to. */
typedef struct {
    char *bytes;
    gsize len;
    char *reason;
    GPtrArray *decoded; /* SamsokDecodedText, kept until close as the interface promises */
} Host;

static void decoded_free(gpointer decoded)
{
    samsok_decoded_text_clear(decoded);
    g_free(decoded);
}

static void host_clear(Host *host)
{
    g_free(host->bytes);
    g_free(host->reason);
    g_ptr_array_unref(host->decoded);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Host, host_clear)

static void host_fail(const SamsokInput *input, const char *reason)
{
    Host *host = input->host_data;
    g_free(host->reason);
    host->reason = g_strdup(reason);
}

static SamsokStatus host_contents(const SamsokInput *input, const char **out_bytes, size_t *out_len)
{
    const Host *host = input->host_data;
    *out_bytes = host->bytes;
    *out_len = host->len;
    return SAMSOK_OK;
}

static SamsokStatus host_decode(const SamsokInput *input, const char *bytes, size_t len,
                                const char *declared, SamsokDecoded *out)
{
    Host *host = input->host_data;
    SamsokDecodedText *text = g_new0(SamsokDecodedText, 1);
    g_ptr_array_add(host->decoded, text);
    g_autoptr(GError) error = NULL;
    if (!samsok_charset_decode(bytes, len, declared, text, &error)) {
        host_fail(input, error->message);
        return g_error_matches(error, SAMSOK_ERROR, SAMSOK_ERROR_LIMIT) ? SAMSOK_LIMIT
                                                                        : SAMSOK_FORMAT;
    }
    *out = (SamsokDecoded){.text = text->text,
                           .text_len = text->text_len,
                           .charset = text->charset,
                           .warning = text->warning};
    return SAMSOK_OK;
}

static void host_alive(const SamsokInput *input)
{
}

static const SamsokHost services = {
    .struct_size = sizeof(SamsokHost),
    .contents = host_contents,
    .decode = host_decode,
    .fail = host_fail,
    .alive = host_alive,
};

static const SamsokLimits limits = {
    .struct_size = sizeof(SamsokLimits),
    .max_pages = SAMSOK_MAX_PAGES,
    .max_file_bytes = SAMSOK_MAX_FILE_BYTES,
    .max_text_bytes = SAMSOK_MAX_TEXT_BYTES,
    .max_depth = SAMSOK_MAX_TREE_DEPTH,
};

const SamsokPlugin *dump_runs_load(const char *path, GError **error)
{
    void *module = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    const SamsokPlugin *plugin = module == NULL ? NULL : dlsym(module, SAMSOK_PLUGIN_ENTRY);
    if (plugin == NULL || plugin->magic != SAMSOK_PLUGIN_MAGIC) {
        const char *why = dlerror();
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_PLUGIN, "'%s': %s", path,
                    why != NULL ? why : "not a plugin");
        return NULL;
    }
    return plugin;
}

static void append_quoted(GString *out, const char *text, size_t len)
{
    size_t shown = MIN(len, (size_t)SHOWN_BYTES);
    while (shown < len && shown > 0 && ((unsigned char)text[shown] & 0xC0) == 0x80) {
        shown--;
    }
    g_string_append(out, " \"");
    for (size_t i = 0; i < shown; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '"' || c == '\\') {
            g_string_append_printf(out, "\\%c", c);
        } else if (c == '\n' || c == '\t') {
            g_string_append(out, c == '\n' ? "\\n" : "\\t");
        } else if (c < 0x20 || c == 0x7F) {
            g_string_append_printf(out, "\\x%02X", c);
        } else {
            g_string_append_c(out, (char)c);
        }
    }
    g_string_append_c(out, '"');
    if (shown < len) {
        g_string_append_printf(out, " of %" G_GSIZE_FORMAT " bytes", len);
    }
}

static const char *kind_name(uint32_t kind)
{
    static const char *const names[] = {
        "?",    "meta",    "page", "line",  "heading", "paragraph", "item",    "row",
        "cell", "caption", "note", "quote", "pre",     "outline",   "warning", "contents",
    };
    return kind < G_N_ELEMENTS(names) ? names[kind] : names[0];
}

static void append_number(GString *out, const char *letter, uint32_t number)
{
    if (number != 0) {
        g_string_append_printf(out, " %s%u", letter, number);
    }
}

/* Whole points: what a library rounds differently from version to version is no difference. */
static void append_place(GString *out, const SamsokRun *run)
{
    if (run->width > 0 || run->height > 0) {
        g_string_append_printf(out, " x%.0f y%.0f w%.0f h%.0f", run->x, run->y, run->width, run->height);
    }
    if (run->font_size > 0) {
        g_string_append_printf(out, " s%.0f", run->font_size);
    }
}

static void append_run(GString *out, const SamsokRun *run)
{
    static const char *const flags[] = {"bold",   "italic",      "continues",
                                        "header", "superscript", "furniture"};
    g_string_append(out, kind_name(run->kind));
    append_number(out, "p", run->page);
    append_number(out, "l", run->line);
    append_number(out, "v", run->level);
    append_place(out, run);
    for (size_t i = 0; i < G_N_ELEMENTS(flags); i++) {
        if ((run->flags & 1u << i) != 0) {
            g_string_append_printf(out, " %s", flags[i]);
        }
    }
    if (run->name != NULL) {
        g_string_append_printf(out, " %.*s", (int)run->name_len, run->name);
    }
    if (run->text != NULL) {
        append_quoted(out, run->text, run->text_len);
    }
    g_string_append_c(out, '\n');
}

static void append_outcome(GString *out, SamsokStatus status, const Host *host)
{
    static const char *const names[] = {"ok",          "end",   "format", "encrypted",
                                        "unsupported", "limit", "io"};
    const char *name = status < G_N_ELEMENTS(names) ? names[status] : "no such status";
    g_string_append(out, name);
    if (status != SAMSOK_END) {
        const char *reason = host->reason != NULL ? host->reason : "no reason given";
        g_string_append_printf(out, ": %s", reason);
    }
    g_string_append_c(out, '\n');
}

static SamsokStatus append_runs(GString *out, const SamsokPlugin *plugin, SamsokReader *reader)
{
    g_autoptr(SamsokRuns) runs = samsok_runs_new();
    SamsokStatus status = SAMSOK_OK;
    while (status == SAMSOK_OK) {
        SamsokRun run = {.struct_size = sizeof(SamsokRun)};
        status = plugin->next(reader, &run);
        if (status != SAMSOK_OK) {
            break;
        }
        append_run(out, &run);
        g_autoptr(GError) error = NULL;
        if (!samsok_runs_append(runs, &run, &error)) {
            g_string_append_printf(out, "refused: %s\n", error->message);
            status = SAMSOK_END;
        }
    }
    return status;
}

static void append_probe(GString *out, const SamsokPlugin *plugin, const Host *host)
{
    if (plugin->probe != NULL) {
        size_t head = MIN(host->len, SAMSOK_HEAD_BYTES);
        int bid = plugin->probe(host->bytes, head, "application/octet-stream");
        g_string_append_printf(out, "probe %d\n", bid);
    }
}

char *dump_runs_of_file(const SamsokPlugin *plugin, const char *path, GError **error)
{
    g_auto(Host) host = {.decoded = g_ptr_array_new_with_free_func(decoded_free)};
    if (!g_file_get_contents(path, &host.bytes, &host.len, error)) {
        return NULL;
    }
    SamsokInput input = {
        .struct_size = sizeof(SamsokInput),
        .fd = open(path, O_RDONLY | O_CLOEXEC),
        .size_bytes = host.len,
        .media_type = plugin->media_types[0],
        .limits = &limits,
        .host = &services,
        .host_data = &host,
    };
    GString *out = g_string_new(NULL);
    append_probe(out, plugin, &host);
    SamsokReader *reader = NULL;
    SamsokStatus status = plugin->open(&input, &reader);
    if (status == SAMSOK_OK) {
        status = append_runs(out, plugin, reader);
        plugin->close(reader);
    }
    append_outcome(out, status, &host);
    close(input.fd);
    return g_string_free(out, FALSE);
}
