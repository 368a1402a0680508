/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samsok search: the passages that answer, best first. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "index/facets.h"
#include "index/search.h"
#include "tools/answers.h"
#include "tools/batch.h"
#include "tools/cite.h"
#include "tools/command.h"
#include "tools/json.h"
#include "tools/question.h"

typedef struct {
    SamsokQuestionOptions common;
    char *batch;
    char *facets;
    gboolean count_only;
    gboolean features;
    gboolean explain;
    char *rank;
    SamsokRerankWeights weights;
    SamsokQuestion question;
    char **facet_names; /* NULL when none are wanted */
} SearchOptions;

static void options_clear(SearchOptions *options)
{
    samsok_question_options_clear(&options->common);
    g_free(options->batch);
    g_free(options->facets);
    g_free(options->rank);
    g_strfreev(options->facet_names);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(SearchOptions, options_clear)

/* "series,year" */
static bool read_facets(SearchOptions *options)
{
    if (options->facets == NULL) {
        return true;
    }
    g_autofree char *valid = g_utf8_make_valid(options->facets, -1);
    options->facet_names = g_strsplit(valid, ",", -1);
    bool is_empty = options->facet_names[0] == NULL;
    for (guint i = 0; is_empty || options->facet_names[i] != NULL; i++) {
        const char *name = is_empty ? "" : g_strstrip(options->facet_names[i]);
        if (!samsok_facet_is_known(name)) {
            samsok_cli_usage(&samsok_cmd_search,
                             "--facets: '%s' is none of series, year, language, kind, concept, "
                             "role, step, instrument, mechanism, case, actor",
                             name);
            return false;
        }
    }
    return true;
}

static bool read_question(SearchOptions *options)
{
    if (!samsok_question_read(&samsok_cmd_search, &options->common, &options->question) ||
        !read_facets(options)) {
        return false;
    }
    options->question.exact_total |= options->count_only;
    options->question.explain = options->explain;
    return true;
}

static void print_total(const SamsokAnswer *answer, const SamsokCiteStyle *style)
{
    if (style->format == SAMSOK_FORMAT_TEXT) {
        printf("%" G_GUINT64_FORMAT "\n", answer->total);
        return;
    }
    json_t *object = json_object();
    samsok_json_set_number(object, "total", answer->total);
    samsok_json_set_bool(object, "total_is_exact", answer->total_is_exact);
    samsok_json_print(object, false);
}

static int search_once(SamsokIndex *index, SearchOptions *options, char **words,
                       const SamsokCiteStyle *style)
{
    g_autofree char *query = samsok_question_query(&samsok_cmd_search, words);
    if (query == NULL) {
        return SAMSOK_EXIT_USAGE;
    }
    options->question.query = query;
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokAnswer) answer = samsok_index_search(index, &options->question, &error);
    if (answer == NULL) {
        return samsok_cli_fail(error);
    }
    samsok_question_print_notes(answer->notes);
    if (options->count_only) {
        print_total(answer, style);
        return answer->total == 0 ? SAMSOK_EXIT_NOTHING_FOUND : SAMSOK_EXIT_DONE;
    }
    g_autoptr(SamsokFacets) facets = NULL;
    if (options->facet_names != NULL) {
        const char *const *names = (const char *const *)options->facet_names;
        facets = samsok_index_facets(index, &options->question, names, &error);
        if (facets == NULL) {
            return samsok_cli_fail(error);
        }
    }
    samsok_answer_print(query, answer, facets, style);
    return answer->hits->len == 0 ? SAMSOK_EXIT_NOTHING_FOUND : SAMSOK_EXIT_DONE;
}

static json_t *batch_line(const char *id, const SamsokAnswer *answer, const void *data)
{
    const SearchOptions *options = data;
    return samsok_json_batch_line(id, answer, options->features);
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

/* "bm25" or a file of weights. */
static gboolean read_ranking(SearchOptions *options, GError **error)
{
    options->question.only_bm25 = g_strcmp0(options->rank, "bm25") == 0;
    if (options->rank == NULL || options->question.only_bm25) {
        return TRUE;
    }
    options->question.weights = &options->weights;
    return samsok_rerank_weights_load(options->rank, &options->weights, error);
}

static int open_and_search(SearchOptions *options, char **words, const SamsokCiteStyle *style)
{
    g_autofree char *dir = samsok_cli_index_dir(options->common.index_dir);
    g_autoptr(GError) error = NULL;
    if (!read_ranking(options, &error)) {
        return samsok_cli_fail(error);
    }
    g_autoptr(SamsokIndex) index = samsok_cli_open_index(dir, &error);
    if (index == NULL) {
        return samsok_cli_fail(error);
    }
    const SamsokBatch batch = {index, &options->question, samsok_index_search, batch_line, options};
    return options->batch != NULL ? samsok_batch_answer(&batch, options->batch)
                                  : search_once(index, options, words, style);
}

static int run_search(int argc, char **argv)
{
    g_auto(SearchOptions) options = {.common.limit = SAMSOK_HITS_DEFAULT};
    const GOptionEntry entries[] = {
        SAMSOK_QUESTION_ENTRIES(options.common),
        {"facets", 0, 0, G_OPTION_ARG_FILENAME, &options.facets,
         "Count matches by series, year, language, kind, concept, role, step, …", "LIST"},
        {"count", 'c', 0, G_OPTION_ARG_NONE, &options.count_only,
         "Print only how many passages match, exactly", NULL},
        {"rank", 0, 0, G_OPTION_ARG_FILENAME, &options.rank,
         "bm25: leave the index's own order; else a file of weights to rerank with", "HOW"},
        {"explain", 0, 0, G_OPTION_ARG_NONE, &options.explain,
         "Show each word as it was looked for, and where each hit's score comes from", NULL},
        {"features", 0, 0, G_OPTION_ARG_NONE, &options.features,
         "With --batch: give each hit's ranking features, for training", NULL},
        {"batch", 0, 0, G_OPTION_ARG_FILENAME, &options.batch,
         "Answer a file of queries, one a line: ID<TAB>QUERY ('-': standard input)", "FILE"},
        G_OPTION_ENTRY_NULL,
    };
    g_autoptr(GHashTable) hidden = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) arguments = dup_arguments(argv, hidden);
    char **rest = (char **)arguments->pdata;
    argc = (int)arguments->len - 1;
    SamsokCiteStyle style = {0};
    if (!samsok_cli_options(&samsok_cmd_search, entries, &argc, &rest) || !read_question(&options) ||
        !samsok_cite_style_read(&samsok_cmd_search, options.common.format,
                                options.common.csv_separator, &style)) {
        return SAMSOK_EXIT_USAGE;
    }
    if (argc < 2 && options.batch == NULL && !samsok_question_chooses(&options.common)) {
        return samsok_cli_usage(&samsok_cmd_search, "what is to be found?");
    }
    bool is_cited = samsok_cite_is_format(style.format);
    if (is_cited && (options.batch != NULL || options.facets != NULL || options.count_only)) {
        return samsok_cli_usage(&samsok_cmd_search,
                                "--batch, --facets and --count have no such --format");
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
    return open_and_search(&options, (char **)words->pdata, &style);
}

const SamsokCommand samsok_cmd_search = {
    .name = "search",
    .arguments = "[QUERY...]",
    .summary = "Find the passages that answer, best first",
    .description =
        "Words in any order; \"exact phrases\"; +must -not; OG ELLER IKKE N\303\206R (AND OR NOT NEAR) in\n"
        "capitals, parentheses; ord* ; fields tittel: forfatter: \303\245r: rapport: serie: spr\303\245k: type:\n"
        "seksjon: (title: author: year: report: series: language: kind: section:), \303\245r:2014..2017;\n"
        "begrep: rolle: virkemiddel: mekanisme: trinn: sak: akt\303\270r: (concept: role: instrument:\n"
        "mechanism: step: case: actor:) by id or name, trinn:3..4, rolle:*.\n"
        "Quote what the shell would take: samsok search '\"felles probleml\303\270sning\" -kommune'.\n"
        "Without words, options that choose (--concept, --year, ...) show all that they choose.\n"
        "Exit status: 0 found, 1 nothing found.",
    .run = run_search,
};
