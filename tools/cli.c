/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the subcommands share: options, messages, the index folder, the terminal. */
#include "config.h"

#include "tools/command.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/language/headwords.h"
#include "core/shape/shape.h"

enum { WIDTH_DEFAULT = 100, WIDTH_MIN = 40, WIDTH_MAX = 200 };

/* Gives the exit status. */
static int print_help(GOptionContext *context)
{
    g_autofree char *text = g_option_context_get_help(context, TRUE, NULL);
    fputs(text, stdout);
    return fflush(stdout) == 0 ? SAMSOK_EXIT_DONE : SAMSOK_EXIT_OUTPUT;
}

bool samsok_cli_options(const SamsokCommand *command, const GOptionEntry *entries, int *argc,
                        char ***argv)
{
    g_autofree char *program = g_strdup_printf("samsok %s", command->name);
    g_set_prgname(program);
    g_autoptr(GOptionContext) context = g_option_context_new(command->arguments);
    g_option_context_set_summary(context, command->summary);
    g_option_context_set_description(context, command->description);
    /* GLib's own --help would translate to the locale's character set; ours is always UTF-8. */
    gboolean wants_help = FALSE;
    const GOptionEntry help[] = {
        {"help", 'h', 0, G_OPTION_ARG_NONE, &wants_help, "Show this help", NULL},
        G_OPTION_ENTRY_NULL,
    };
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_add_main_entries(context, help, NULL);
    g_option_context_add_main_entries(context, entries, NULL);
    g_autoptr(GError) error = NULL;
    if (!g_option_context_parse(context, argc, argv, &error)) {
        samsok_cli_usage(command, "%s", error->message);
        return false;
    }
    if (wants_help) {
        exit(print_help(context));
    }
    /* "--" has done its work; a second one would be a word. */
    if (*argc > 1 && strcmp((*argv)[1], "--") == 0) {
        memmove(*argv + 1, *argv + 2, sizeof(char *) * (size_t)(*argc - 1));
        (*argc)--;
    }
    return true;
}

char *samsok_cli_printable(const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    GString *out = g_string_new(NULL);
    for (const char *p = valid; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar letter = g_utf8_get_char(p);
        g_string_append_unichar(out, g_unichar_iscntrl(letter) ? '?' : letter);
    }
    return g_string_free(out, FALSE);
}

static void print_line(const char *text)
{
    g_autofree char *line = samsok_cli_printable(text);
    fprintf(stderr, "samsok: %s\n", line);
}

void samsok_cli_warn(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    print_line(text);
}

int samsok_cli_fail(const GError *error)
{
    print_line(error->message);
    return samsok_error_exit_status(error);
}

int samsok_cli_fail_asking(const GError *error)
{
    int failed = samsok_cli_fail(error);
    bool not_found = g_error_matches(error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING);
    return not_found ? SAMSOK_EXIT_NOTHING_FOUND : failed;
}

int samsok_cli_usage(const SamsokCommand *command, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *text = g_strdup_vprintf(format, args);
    va_end(args);
    samsok_cli_warn("%s: %s (see 'samsok help %s')", command->name, text, command->name);
    return SAMSOK_EXIT_USAGE;
}

char *samsok_cli_index_dir(const char *option)
{
    if (option != NULL) {
        return g_strdup(option);
    }
    const char *from_environment = g_getenv("SAMSOK_INDEX");
    if (from_environment != NULL && *from_environment != '\0') {
        return g_strdup(from_environment);
    }
    return g_build_filename(g_get_user_data_dir(), "samsok", "index", NULL);
}

SamsokRegistry *samsok_cli_registry(char **dirs, GError **error)
{
    SamsokRegistryOptions options = {.dirs = (const char *const *)dirs};
    g_autoptr(SamsokRegistry) registry = samsok_registry_load(&options, error);
    if (registry == NULL) {
        return NULL;
    }
    for (guint i = 0; i < samsok_registry_len(registry); i++) {
        if (*samsok_registry_at(registry, i)->refusal == '\0') {
            return g_steal_pointer(&registry);
        }
    }
    g_set_error_literal(error, SAMSOK_ERROR, SAMSOK_ERROR_CONFIG,
                        "no format plugin can be used (see 'samsok plugins')");
    return NULL;
}

SamsokDocument *samsok_cli_document(SamsokExtractor *extractor, int fd, const char *path,
                                    char **out_media_type, GError **error)
{
    g_autofree char *name = g_filename_display_basename(path);
    g_auto(SamsokExtract) extract = {0};
    gboolean is_read = samsok_extractor_read(extractor, fd, name, &extract, NULL, error);
    close(fd);
    if (!is_read) {
        return NULL;
    }
    SamsokShapeOptions shape = {
        .file_name = name,
        .media_type = extract.media_type,
        .known_word = samsok_headwords_attest,
    };
    if (out_media_type != NULL) {
        *out_media_type = g_strdup(extract.media_type);
    }
    return samsok_shape(extract.runs, &shape);
}

SamsokDocument *samsok_cli_read(int fd, const char *path, char **plugin_dirs, GError **error)
{
    if (fd < 0) {
        return NULL;
    }
    g_autoptr(SamsokRegistry) registry = samsok_cli_registry(plugin_dirs, error);
    if (registry == NULL) {
        close(fd);
        return NULL;
    }
    const SamsokExtractorOptions limits = {0};
    g_autoptr(SamsokExtractor) extractor = samsok_extractor_new(registry, &limits);
    return samsok_cli_document(extractor, fd, path, NULL, error);
}

/* In the order of SamsokFormat. */
static const char *const format_names[] = {"text",   "json", "jsonl",    "csv",     "tsv",
                                           "bibtex", "ris",  "csl-json", "markdown"};

/* Looks among the first `count` formats. */
static bool find_format(const char *value, guint count, SamsokFormat *out)
{
    for (guint i = 0; i < count; i++) {
        if (strcmp(value, format_names[i]) == 0) {
            *out = (SamsokFormat)i;
            return true;
        }
    }
    return false;
}

bool samsok_cli_format(const SamsokCommand *command, const char *value, SamsokFormat *out)
{
    *out = SAMSOK_FORMAT_TEXT;
    if (value == NULL || find_format(value, SAMSOK_FORMAT_JSONL + 1, out)) {
        return true;
    }
    samsok_cli_usage(command, "no format '%s'; there are text, json and jsonl", value);
    return false;
}

bool samsok_cli_any_format(const SamsokCommand *command, const char *value, SamsokFormat *out)
{
    *out = SAMSOK_FORMAT_TEXT;
    if (value == NULL || find_format(value, G_N_ELEMENTS(format_names), out)) {
        return true;
    }
    samsok_cli_usage(command,
                     "no format '%s'; there are text, json, jsonl, csv, tsv, bibtex, ris, csl-json and "
                     "markdown",
                     value);
    return false;
}

bool samsok_cli_colour(void)
{
    const char *term = g_getenv("TERM");
    return isatty(STDOUT_FILENO) && g_getenv("NO_COLOR") == NULL && g_strcmp0(term, "dumb") != 0;
}

guint samsok_cli_width(void)
{
    struct winsize size = {0};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
        return WIDTH_DEFAULT;
    }
    return CLAMP((guint)size.ws_col, WIDTH_MIN, WIDTH_MAX);
}

const char *samsok_cli_plural(uint64_t count)
{
    return count == 1 ? "" : "s";
}

char *samsok_cli_shown_path(const char *path)
{
    g_autofree char *here = g_get_current_dir();
    size_t len = strlen(here);
    bool below = strncmp(path, here, len) == 0 && path[len] == '/' && len > 1;
    g_autofree char *name = g_filename_display_name(below ? path + len + 1 : path);
    return samsok_cli_printable(name);
}

const char *samsok_cli_update_advice(const char *dir)
{
    bool is_stub = g_file_test(dir, G_FILE_TEST_IS_REGULAR);
    return is_stub ? "bring each of the indexes it names up to date with 'samsok index'"
                   : "run 'samsok index' on the same paths again";
}

SamsokIndex *samsok_cli_open_index(const char *dir, GError **error)
{
    g_autoptr(SamsokIndex) index = samsok_index_open(dir, error);
    if (index != NULL && samsok_index_is_outdated(index)) {
        g_autofree char *path = samsok_cli_shown_path(dir);
        samsok_cli_warn("'%s': made by another version of samsok, so that forms and parts of words may be "
                        "missed: %s", path, samsok_cli_update_advice(dir));
    }
    return g_steal_pointer(&index);
}

/* O_NONBLOCK: a fifo must not hang us before fstat tells. */
int samsok_cli_open(const char *path, GError **error)
{
    g_autofree char *shown = samsok_cli_shown_path(path);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0) {
        int code = errno == ENOENT ? SAMSOK_ERROR_MISSING : SAMSOK_ERROR_IO;
        g_set_error(error, SAMSOK_ERROR, code, "'%s': %s", shown, g_strerror(errno));
        return -1;
    }
    struct stat status;
    if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_UNSUPPORTED, "'%s': not a regular file", shown);
        close(fd);
        return -1;
    }
    return fd;
}
