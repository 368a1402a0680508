/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program samsok: finds the subcommand and runs it. */
#include "config.h"

#include <fcntl.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "tools/command.h"
#include "tools/json.h"

static const SamsokCommand *const commands[] = {
    &samsok_cmd_index, &samsok_cmd_search,  &samsok_cmd_similar, &samsok_cmd_points, &samsok_cmd_show,
    &samsok_cmd_status, &samsok_cmd_extract, &samsok_cmd_tag,     &samsok_cmd_concepts,
    &samsok_cmd_refs,   &samsok_cmd_quote,   &samsok_cmd_cases,   &samsok_cmd_plugins,
};

static void print_help(void)
{
    puts("Usage: samsok COMMAND [OPTION...] [ARGUMENT...]\n\n"
         "Indexes reports (PDF, HTML, text) and finds the passage that answers, with its page.\n\n"
         "Commands:");
    for (guint i = 0; i < G_N_ELEMENTS(commands); i++) {
        printf("  %-9s %s\n", commands[i]->name, commands[i]->summary);
    }
    puts("\n'samsok help COMMAND' tells more. The index is the folder given with -d, else $SAMSOK_INDEX,\n"
         "else samsok/index in the user's data folder.\n\n"
         "  samsok index ~/rapporter\n"
         "  samsok search hva er samordningsstigen");
}

static const SamsokCommand *find_command(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(commands); i++) {
        if (strcmp(commands[i]->name, name) == 0) {
            return commands[i];
        }
    }
    return NULL;
}

static int run_command(const char *name, int argc, char **argv)
{
    const SamsokCommand *command = find_command(name);
    if (command == NULL) {
        samsok_cli_warn("no command '%s' (see 'samsok --help')", name);
        return SAMSOK_EXIT_USAGE;
    }
    return command->run(argc, argv);
}

static int help(int argc, char **argv)
{
    if (argc < 3) {
        print_help();
        return SAMSOK_EXIT_DONE;
    }
    char *arguments[] = {argv[2], (char *)"--help", NULL};
    return run_command(argv[2], 2, arguments);
}

static int dispatch(int argc, char **argv)
{
    if (argc < 2) {
        print_help();
        return SAMSOK_EXIT_USAGE;
    }
    const char *word = argv[1];
    if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0 || strcmp(word, "help") == 0) {
        return help(argc, argv);
    }
    if (strcmp(word, "--version") == 0) {
        puts("samsok " PACKAGE_VERSION);
        return SAMSOK_EXIT_DONE;
    }
    return run_command(word, argc - 1, argv + 1);
}

/* Puts something on the standard descriptors that are closed: else the next file that is opened, one
 * of the index perhaps, becomes standard output and results are printed into it. Each is opened the
 * wrong way round, so that using it is still an error. False when that cannot be done. */
static bool hold_standard_descriptors(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
        if (fcntl(fd, F_GETFD) < 0 &&
            open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd) {
            return false;
        }
    }
    return true;
}

int main(int argc, char **argv)
{
    if (!hold_standard_descriptors()) {
        return SAMSOK_EXIT_OUTPUT;
    }
    /* A file that may not grow is an error with a message, not a death. */
    signal(SIGXFSZ, SIG_IGN);
    /* Command lines are UTF-8 whatever the locale says; only message texts of the system follow it. */
    setlocale(LC_MESSAGES, "");
    samsok_json_init();
    int status = dispatch(argc, argv);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        samsok_cli_warn("standard output: cannot be written");
        return SAMSOK_EXIT_OUTPUT;
    }
    return status;
}
