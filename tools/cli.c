/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the subcommands share: options, messages, the index folder, the terminal. */
#include "config.h"

#include "tools/command.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "core/base/error.h"

enum { WIDTH_DEFAULT = 100, WIDTH_MIN = 40, WIDTH_MAX = 200 };

bool samsok_cli_options(const SamsokCommand *command, const GOptionEntry *entries, int *argc,
                        char ***argv)
{
    g_autofree char *program = g_strdup_printf("samsok %s", command->name);
    g_set_prgname(program);
    g_autoptr(GOptionContext) context = g_option_context_new(command->arguments);
    g_option_context_set_summary(context, command->summary);
    g_option_context_set_description(context, command->description);
    g_option_context_add_main_entries(context, entries, NULL);
    g_autoptr(GError) error = NULL;
    if (!g_option_context_parse(context, argc, argv, &error)) {
        samsok_cli_usage(command, "%s", error->message);
        return false;
    }
    /* "--" has done its work; a second one would be a word. */
    if (*argc > 1 && strcmp((*argv)[1], "--") == 0) {
        memmove(*argv + 1, *argv + 2, sizeof(char *) * (size_t)(*argc - 1));
        (*argc)--;
    }
    return true;
}

static void print_line(const char *text)
{
    /* One line an event, whatever a file is called. */
    g_autofree char *line = g_strdup(text);
    g_strdelimit(line, "\n\r", ' ');
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
    return samsok_registry_load(&options, error);
}

bool samsok_cli_format(const SamsokCommand *command, const char *value, SamsokFormat *out)
{
    static const char *const names[] = {"text", "json", "jsonl"};
    if (value == NULL) {
        *out = SAMSOK_FORMAT_TEXT;
        return true;
    }
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strcmp(value, names[i]) == 0) {
            *out = (SamsokFormat)i;
            return true;
        }
    }
    samsok_cli_usage(command, "no format '%s'; there are text, json and jsonl", value);
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

char *samsok_cli_shown_path(const char *path)
{
    g_autofree char *here = g_get_current_dir();
    size_t len = strlen(here);
    bool below = strncmp(path, here, len) == 0 && path[len] == '/' && len > 1;
    return g_filename_display_name(below ? path + len + 1 : path);
}
