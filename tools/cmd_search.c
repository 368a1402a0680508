/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samsok search: the passages that answer, best first. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/query/fields.h"
#include "index/search.h"
#include "tools/batch.h"
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

static bool are_languages(char **names)
{
    for (guint i = 0; names != NULL && names[i] != NULL; i++) {
        if (samsok_query_languages(names[i]) == NULL) {
            samsok_cli_usage(&samsok_cmd_search, "--language '%s' is none of nb, nn and en", names[i]);
            return false;
        }
    }
    return true;
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
    SamsokFilters *filters = &question->filters;
    if (options->year != NULL &&
        !samsok_query_parse_years(options->year, &filters->year_first, &filters->year_last)) {
        samsok_cli_usage(&samsok_cmd_search, "--year '%s' is no year and no range A..B",
                         options->year);
        return false;
    }
    if (!are_languages(options->languages)) {
        return false;
    }
    filters->reports = (const char *const *)options->reports;
    filters->series = (const char *const *)options->series;
    filters->languages = (const char *const *)options->languages;
    filters->path_glob = options->path_glob;
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
    if (strlen(query) > SAMSOK_MAX_QUERY_BYTES) {
        return samsok_cli_usage(&samsok_cmd_search, "a query has %zu bytes at most",
                                SAMSOK_MAX_QUERY_BYTES);
    }
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

static int search_batch(SamsokIndex *index, SearchOptions *options)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokBatch) batch = samsok_batch_open(options->batch, &error);
    if (batch == NULL) {
        return samsok_cli_fail(error);
    }
    const char *id = NULL;
    while (samsok_batch_next(batch, &id, &options->question.query, &error)) {
        g_autoptr(SamsokAnswer) answer = samsok_index_search(index, &options->question, &error);
        if (answer == NULL) {
            return samsok_cli_fail(error);
        }
        print_notes(answer);
        samsok_json_print(samsok_json_batch_line(id, answer), false);
    }
    return error == NULL ? SAMSOK_EXIT_DONE : samsok_cli_fail(error);
}

/* True for "-n5". */
static bool is_count(const char *argument)
{
    return g_str_has_prefix(argument, "-n") && g_ascii_isdigit(argument[2]) &&
           strspn(argument + 2, "0123456789") == strlen(argument + 2);
}

/* True for "-ord": a word to leave out, not a row of options, which are told by their length. */
static bool is_excluded_word(const char *argument)
{
    return argument[0] == '-' && argument[1] != '-' && argument[1] != '\0' && argument[2] != '\0';
}

/* Makes the command line such as GLib's parser of options understands it: "-n5" becomes "-n 5", and
 * words such as "-ord" lose their dash, so that they may stand where they are; `hidden` gets those.
 * Owner: the caller frees the array, the strings are those of `argv`. */
static GPtrArray *dup_arguments(char **argv, GHashTable *hidden)
{
    GPtrArray *arguments = g_ptr_array_new();
    bool only_words = false;
    for (guint i = 0; argv[i] != NULL; i++) {
        bool is_value = i > 0 && (strcmp(argv[i - 1], "-n") == 0 || strcmp(argv[i - 1], "-d") == 0);
        bool is_plain = i == 0 || is_value || only_words;
        only_words = only_words || (!is_value && strcmp(argv[i], "--") == 0);
        if (!is_plain && is_count(argv[i])) {
            g_ptr_array_add(arguments, (char *)"-n");
            g_ptr_array_add(arguments, argv[i] + 2);
        } else if (!is_plain && is_excluded_word(argv[i])) {
            g_ptr_array_add(arguments, argv[i] + 1);
            g_hash_table_add(hidden, argv[i] + 1);
        } else {
            g_ptr_array_add(arguments, argv[i]);
        }
    }
    g_ptr_array_add(arguments, NULL);
    return arguments;
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
    g_autoptr(GHashTable) hidden = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) arguments = dup_arguments(argv, hidden);
    char **rest = (char **)arguments->pdata;
    argc = (int)arguments->len - 1;
    SamsokFormat format = SAMSOK_FORMAT_TEXT;
    if (!samsok_cli_options(&samsok_cmd_search, entries, &argc, &rest) || !read_question(&options) ||
        !samsok_cli_format(&samsok_cmd_search, options.format, &format)) {
        return SAMSOK_EXIT_USAGE;
    }
    if (argc < 2 && options.batch == NULL) {
        return samsok_cli_usage(&samsok_cmd_search, "what is to be found?");
    }
    if (argc > 1 && options.batch != NULL) {
        return samsok_cli_usage(&samsok_cmd_search, "give a query or a file of queries, not both");
    }
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    for (int i = 1; i < argc; i++) {
        bool was_hidden = g_hash_table_contains(hidden, rest[i]);
        g_ptr_array_add(words, was_hidden ? rest[i] - 1 : rest[i]);
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
