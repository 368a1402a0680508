/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The subcommands of samsok and what they share: options, errors, exit statuses.
 *
 * A subcommand is one file, cmd_<name>.c, that defines one SamsokCommand; the list of them stands in
 * samsok.c. Results go to standard output and nothing else does; errors and progress go to standard
 * error, one line an event, beginning with "samsok: ".
 */
#ifndef SAMSOK_TOOLS_COMMAND_H
#define SAMSOK_TOOLS_COMMAND_H

#include "core/extract/extractor.h"
#include "core/extract/registry.h"
#include "core/model/document.h"
#include "index/search.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Exit statuses that are not an error's (those are samsok_error_exit_status's). */
enum {
    SAMSOK_EXIT_DONE = 0,
    SAMSOK_EXIT_NOTHING_FOUND = 1,
    SAMSOK_EXIT_SOME_UNREADABLE = 3,
    SAMSOK_EXIT_USAGE = 64,
    SAMSOK_EXIT_OUTPUT = 74
};

typedef struct {
    const char *name;
    const char *arguments;   /* "[PATH...]": for the usage line */
    const char *summary;     /* one line for `samsok --help` */
    const char *description; /* shown by `samsok help NAME` below the options */
    int (*run)(int argc, char **argv); /* argv[0] is the command's name; gives the exit status */
} SamsokCommand;

extern const SamsokCommand samsok_cmd_index;
extern const SamsokCommand samsok_cmd_search;
extern const SamsokCommand samsok_cmd_similar;
extern const SamsokCommand samsok_cmd_points;
extern const SamsokCommand samsok_cmd_cases;
extern const SamsokCommand samsok_cmd_show;
extern const SamsokCommand samsok_cmd_extract;
extern const SamsokCommand samsok_cmd_tag;
extern const SamsokCommand samsok_cmd_concepts;
extern const SamsokCommand samsok_cmd_refs;
extern const SamsokCommand samsok_cmd_quote;
extern const SamsokCommand samsok_cmd_plugins;
extern const SamsokCommand samsok_cmd_status;

/* Parses `entries` out of argc and argv, which keep the command's name and the remaining words.
 * Prints the help, in UTF-8 whatever the locale, and ends the program for --help. On a wrong option prints one line and returns
 * false: the command returns SAMSOK_EXIT_USAGE. */
bool samsok_cli_options(const SamsokCommand *command, const GOptionEntry *entries, int *argc,
                        char ***argv);

/* "samsok: MESSAGE" on standard error, as one line without control characters; the message as printf
 * makes it. */
void samsok_cli_warn(const char *format, ...) G_GNUC_PRINTF(1, 2);
/* Prints `error` likewise and gives its exit status. */
int samsok_cli_fail(const GError *error);
/* The same of a question to an open index, where MISSING is an empty answer and not a missing index. */
int samsok_cli_fail_asking(const GError *error);
/* Prints the message, points at `samsok help COMMAND`, gives SAMSOK_EXIT_USAGE. */
int samsok_cli_usage(const SamsokCommand *command, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* The index folder: `option`, else $SAMSOK_INDEX, else $XDG_DATA_HOME/samsok/index. Owner: the
 * caller. */
char *samsok_cli_index_dir(const char *option);

/* Finds the plugins to read files with, those of `dirs` (--plugin-dir, may be NULL) first. Owner: the
 * caller. Errors: those of samsok_registry_load; CONFIG when not one plugin can be used: a run
 * without plugins would pass over every file as of an unknown format and end well. */
SamsokRegistry *samsok_cli_registry(char **dirs, GError **error);

/* The document that the file behind `fd` makes; `path` names it in messages. Owner: takes `fd` and
 * closes it in any case; the caller owns the document and *out_media_type (may be NULL).
 * Errors: those of samsok_extractor_read. */
SamsokDocument *samsok_cli_document(SamsokExtractor *extractor, int fd, const char *path,
                                    char **out_media_type, GError **error);
/* The same for one file alone, with the plugins of `plugin_dirs` (NULL: the usual ones) and the usual
 * limits. `fd` -1: opening it failed, `error` is set. */
SamsokDocument *samsok_cli_read(int fd, const char *path, char **plugin_dirs, GError **error);

/* How results are printed: by the command itself, and, from CSV on, by tools/cite. */
typedef enum {
    SAMSOK_FORMAT_TEXT,
    SAMSOK_FORMAT_JSON,
    SAMSOK_FORMAT_JSONL,
    SAMSOK_FORMAT_CSV,
    SAMSOK_FORMAT_TSV,
    SAMSOK_FORMAT_BIBTEX,
    SAMSOK_FORMAT_RIS,
    SAMSOK_FORMAT_CSL_JSON,
    SAMSOK_FORMAT_MARKDOWN
} SamsokFormat;
/* Reads a --format value, NULL for the default, text: one of the first three. False after printing one
 * line. */
bool samsok_cli_format(const SamsokCommand *command, const char *value, SamsokFormat *out);
/* The same of all formats, for commands whose results can be cited (tools/cite.h). */
bool samsok_cli_any_format(const SamsokCommand *command, const char *value, SamsokFormat *out);

/* True when colour is wanted on standard output: a terminal, no NO_COLOR, TERM not "dumb". */
bool samsok_cli_colour(void);
/* Columns of the terminal on standard output, within 40 and 200; 100 where it is none. */
guint samsok_cli_width(void);

/* What makes an English noun one of `count`: "" or "s". Lent. */
const char *samsok_cli_plural(uint64_t count);

/* `text` on one line, with '?' for control characters, which a terminal would obey: for what may hold a
 * file's name. Owner: the caller. */
char *samsok_cli_printable(const char *text);

/* `path` as shown to people: relative when below the working folder; bytes that are no UTF-8 as
 * U+FFFD; printable. Owner: the caller. */
char *samsok_cli_shown_path(const char *path);
/* What helps against an index that another version made: to be said behind a colon. A stub file is none that
 * can be written; the indexes it names are. */
const char *samsok_cli_update_advice(const char *dir);

/* Opens the index at `dir` to find words in it, and warns when words of another version stand there. Owner: the
 * caller; NULL on error, as samsok_index_open. */
SamsokIndex *samsok_cli_open_index(const char *dir, GError **error);

/* Opens the regular file at `path` for reading. Owner: the caller closes the descriptor; -1 on error.
 * Errors: MISSING, IO, UNSUPPORTED for what is no regular file. */
int samsok_cli_open(const char *path, GError **error);

G_END_DECLS

#endif
