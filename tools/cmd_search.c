/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samsok search: the passages that answer, best first. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/base/text.h"
#include "index/search.h"
#include "tools/command.h"
#include "tools/json.h"
#include "tools/text.h"

enum { HITS_DEFAULT = 10, HITS_MAX = 10000 };

typedef struct {
    char *index_dir;
    char *format;
    char *batch;
    char *year;
    char *path_glob;
    char **reports;
    char **series;
    char **languages;
    int count;
    int offset;
    int per_report;
    gboolean exact;
    SamsokQuestion question;
} SearchOptions;

static void options_clear(SearchOptions *options)
{
    g_free(options->index_dir);
    g_free(options->format);
    g_free(options->batch);
    g_free(options->year);
    g_free(options->path_glob);
    g_strfreev(options->reports);
    g_strfreev(options->series);
    g_strfreev(options->languages);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(SearchOptions, options_clear)

/* One end of a range: digits or nothing. */
static bool read_year(const char *text, size_t len, guint *out_year)
{
    g_autofree char *digits = g_strndup(text, len);
    guint64 year = 0;
    if (*digits == '\0') {
        *out_year = 0;
        return true;
    }
    if (!g_ascii_string_to_unsigned(digits, 10, 1, 9999, &year, NULL)) {
        return false;
    }
    *out_year = (guint)year;
    return true;
}

/* "2014", "2014..2017", "2014.." or "..2017". */
static bool read_years(const char *text, SamsokFilters *filters)
{
    const char *dots = strstr(text, "..");
    if (dots == NULL) {
        bool good = read_year(text, strlen(text), &filters->year_first);
        filters->year_last = filters->year_first;
        return good && filters->year_first != 0;
    }
    return read_year(text, (size_t)(dots - text), &filters->year_first) &&
           read_year(dots + 2, strlen(dots + 2), &filters->year_last);
}

static bool read_question(SearchOptions *options)
{
    if (options->count < 1 || options->count > HITS_MAX) {
        samsok_cli_usage(&samsok_cmd_search, "-n must lie within 1 and %d", HITS_MAX);
        return false;
    }
    if (options->offset < 0 || options->per_report < 0) {
        samsok_cli_usage(&samsok_cmd_search, "--offset and --per-report must not be negative");
        return false;
    }
    SamsokQuestion *question = &options->question;
    if (options->year != NULL && !read_years(options->year, &question->filters)) {
        samsok_cli_usage(&samsok_cmd_search, "--year '%s' is no year and no range A..B",
                         options->year);
        return false;
    }
    question->filters.reports = (const char *const *)options->reports;
    question->filters.series = (const char *const *)options->series;
    question->filters.languages = (const char *const *)options->languages;
    question->filters.path_glob = options->path_glob;
    question->count = (uint32_t)options->count;
    question->offset = (uint32_t)options->offset;
    question->per_report = (uint32_t)options->per_report;
    question->exact_total = options->exact;
    return true;
}

static void print_notes(const SamsokAnswer *answer)
{
    for (guint i = 0; i < answer->notes->len; i++) {
        samsok_cli_warn("%s", (const char *)g_ptr_array_index(answer->notes, i));
    }
}

static void print_answer(const char *query, const SamsokAnswer *answer, SamsokFormat format)
{
    switch (format) {
    case SAMSOK_FORMAT_TEXT:
        samsok_text_answer(answer);
        break;
    case SAMSOK_FORMAT_JSON:
        samsok_json_print(samsok_json_answer(query, answer), true);
        break;
    case SAMSOK_FORMAT_JSONL:
        for (guint i = 0; i < answer->hits->len; i++) {
            samsok_json_print(samsok_json_hit(g_ptr_array_index(answer->hits, i)), false);
        }
        break;
    }
}

static int search_once(SamsokIndex *index, SearchOptions *options, char **words,
                       SamsokFormat format)
{
    g_autofree char *typed = g_strjoinv(" ", words);
    g_autofree char *query = samsok_text_clean(typed, strlen(typed), NULL);
    options->question.query = query;
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokAnswer) answer = samsok_index_search(index, &options->question, &error);
    if (answer == NULL) {
        return samsok_cli_fail(error);
    }
    print_notes(answer);
    print_answer(query, answer, format);
    return answer->hits->len == 0 ? SAMSOK_EXIT_NOTHING_FOUND : SAMSOK_EXIT_DONE;
}

/* One line of a batch file: ID<TAB>QUERY. */
static bool answer_line(SamsokIndex *index, SearchOptions *options, const char *line, guint number,
                        GError **error)
{
    const char *tab = strchr(line, '\t');
    if (tab == NULL) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_QUERY,
                    "'%s': line %u: no tab between id and query", options->batch, number);
        return false;
    }
    g_autofree char *qid = samsok_text_clean(line, (size_t)(tab - line), NULL);
    g_autofree char *query = samsok_text_clean(tab + 1, strlen(tab + 1), NULL);
    options->question.query = query;
    g_autoptr(SamsokAnswer) answer = samsok_index_search(index, &options->question, error);
    if (answer == NULL) {
        return false;
    }
    print_notes(answer);
    samsok_json_print(samsok_json_batch_line(qid, answer), false);
    return true;
}

static GIOChannel *open_batch(const char *path, GError **error)
{
    if (strcmp(path, "-") == 0) {
        return g_io_channel_unix_new(fileno(stdin));
    }
    g_autoptr(GError) reason = NULL;
    GIOChannel *channel = g_io_channel_new_file(path, "r", &reason);
    if (channel == NULL) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING, "'%s': %s", path, reason->message);
    }
    return channel;
}

static int search_batch(SamsokIndex *index, SearchOptions *options)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GIOChannel) channel = open_batch(options->batch, &error);
    if (channel == NULL) {
        return samsok_cli_fail(error);
    }
    g_io_channel_set_encoding(channel, NULL, NULL);
    for (guint number = 1;; number++) {
        g_autofree char *line = NULL;
        gsize end = 0;
        g_autoptr(GError) reason = NULL;
        GIOStatus status = g_io_channel_read_line(channel, &line, NULL, &end, &reason);
        if (status == G_IO_STATUS_EOF) {
            return SAMSOK_EXIT_DONE;
        }
        if (status != G_IO_STATUS_NORMAL) {
            samsok_cli_warn("'%s': %s", options->batch, reason == NULL ? "cannot be read" : reason->message);
            return SAMSOK_EXIT_OUTPUT;
        }
        line[end] = '\0';
        if (*line != '\0' && !answer_line(index, options, line, number, &error)) {
            return samsok_cli_fail(error);
        }
    }
}

/* True for "-ord": a word to leave out, not a row of options. Options of one letter are told by
 * their length, so "-n5" must be typed "-n 5". */
static bool is_excluded_word(const char *argument)
{
    return argument[0] == '-' && argument[1] != '-' && argument[1] != '\0' && argument[2] != '\0';
}

/* Moves words such as "-ord" behind the options' reach. Owner: *out_words, a GStrv, is the
 * caller's; argv loses them. The words keep their order. */
static void set_words_aside(int *argc, char **argv, GPtrArray *words)
{
    int kept = 1;
    bool only_words = false;
    for (int i = 1; i < *argc; i++) {
        bool is_value = i > 1 && !only_words &&
                        (strcmp(argv[i - 1], "-n") == 0 || strcmp(argv[i - 1], "-d") == 0);
        only_words = only_words || (!is_value && strcmp(argv[i], "--") == 0);
        if (!is_value && !only_words && is_excluded_word(argv[i])) {
            g_ptr_array_add(words, argv[i]);
        } else {
            argv[kept++] = argv[i];
        }
    }
    *argc = kept;
    argv[kept] = NULL;
}

static int open_and_search(SearchOptions *options, char **words, SamsokFormat format)
{
    g_autofree char *dir = samsok_cli_index_dir(options->index_dir);
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokIndex) index = samsok_index_open(dir, &error);
    if (index == NULL) {
        return samsok_cli_fail(error);
    }
    return options->batch != NULL ? search_batch(index, options)
                                  : search_once(index, options, words, format);
}

static int run_search(int argc, char **argv)
{
    g_auto(SearchOptions) options = {.count = HITS_DEFAULT};
    const GOptionEntry entries[] = {
        {"index", 'd', 0, G_OPTION_ARG_FILENAME, &options.index_dir, "The index", "DIR"},
        {"count", 'n', 0, G_OPTION_ARG_INT, &options.count, "Hits at most (10)", "N"},
        {"offset", 0, 0, G_OPTION_ARG_INT, &options.offset, "Leave out the first N hits", "N"},
        {"per-report", 0, 0, G_OPTION_ARG_INT, &options.per_report, "At most N hits a report", "N"},
        {"report", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.reports, "Only in this report", "ID"},
        {"series", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.series, "Only in this series", "S"},
        {"year", 0, 0, G_OPTION_ARG_FILENAME, &options.year, "Only of these years", "A..B"},
        {"language", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.languages,
         "Only in this language: nb, nn or en", "L"},
        {"path", 0, 0, G_OPTION_ARG_FILENAME, &options.path_glob, "Only files of this pattern", "GLOB"},
        {"count-all", 0, 0, G_OPTION_ARG_NONE, &options.exact, "Count every match exactly", NULL},
        {"format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, "text, json or jsonl", "F"},
        {"batch", 0, 0, G_OPTION_ARG_FILENAME, &options.batch,
         "Answer a file of queries, one a line: ID<TAB>QUERY ('-': standard input)", "FILE"},
        G_OPTION_ENTRY_NULL,
    };
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    g_autofree char **arguments = g_new0(char *, (gsize)argc + 1);
    memcpy(arguments, argv, sizeof(char *) * (gsize)argc);
    char **rest = arguments;
    set_words_aside(&argc, rest, words);
    SamsokFormat format = SAMSOK_FORMAT_TEXT;
    if (!samsok_cli_options(&samsok_cmd_search, entries, &argc, &rest) || !read_question(&options) ||
        !samsok_cli_format(&samsok_cmd_search, options.format, &format)) {
        return SAMSOK_EXIT_USAGE;
    }
    for (int i = argc - 1; i > 0; i--) {
        g_ptr_array_insert(words, 0, rest[i]);
    }
    if (words->len == 0 && options.batch == NULL) {
        return samsok_cli_usage(&samsok_cmd_search, "what is to be found?");
    }
    g_ptr_array_add(words, NULL);
    return open_and_search(&options, (char **)words->pdata, format);
}

const SamsokCommand samsok_cmd_search = {
    .name = "search",
    .arguments = "QUERY...",
    .summary = "Find the passages that answer, best first",
    .description =
        "Words in any order; \"exact phrases\"; +must -not; OG ELLER IKKE N\303\206R (AND OR NOT NEAR) in\n"
        "capitals, parentheses; ord* ; fields tittel: forfatter: \303\245r: rapport: serie: spr\303\245k: type:\n"
        "seksjon: (title: author: year: report: series: language: kind: section:), \303\245r:2014..2017.\n"
        "Quote what the shell would take: samsok search '\"felles probleml\303\270sning\" -kommune'.\n"
        "Exit status: 0 found, 1 nothing found.",
    .run = run_search,
};
