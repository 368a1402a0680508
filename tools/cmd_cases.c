/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samsok cases: precedent cases as cards, all of them or those like a question, a passage or a memo. */
#include "config.h"

#include "core/base/error.h"
#include "core/concepts/lexicon.h"
#include "index/passages.h"
#include "index/tagging.h"
#include "tools/cases.h"
#include "tools/command.h"
#include "tools/question.h"
#include "tools/vocabularies.h"

typedef struct {
    SamsokQuestionOptions common;
    char *like;
    char *like_file;
    char **kinds;
    char **vocabularies;
    char **plugin_dirs;
} CasesOptions;

static void options_clear(CasesOptions *options)
{
    samsok_question_options_clear(&options->common);
    g_free(options->like);
    g_free(options->like_file);
    g_strfreev(options->kinds);
    g_strfreev(options->vocabularies);
    g_strfreev(options->plugin_dirs);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CasesOptions, options_clear)

/* The passages of the file, tagged. Owner: the caller; NULL on error. */
static GPtrArray *read_model(const CasesOptions *options, GError **error)
{
    g_autoptr(SamsokVocabulary) vocabulary = samsok_cli_vocabulary(options->vocabularies, error);
    g_autoptr(SamsokLexicon) lexicon =
        vocabulary == NULL ? NULL : samsok_cli_lexicon(vocabulary, error);
    SamsokTagging tagging = {.lexicon = lexicon};
    g_autoptr(SamsokAnalyser) analyser = lexicon == NULL ? NULL : samsok_analyser_new(error);
    if (analyser == NULL) {
        return NULL;
    }
    g_autoptr(SamsokPassageTagger) tagger = samsok_passage_tagger_new(&tagging, analyser);
    int fd = samsok_cli_open(options->like_file, error);
    g_autoptr(SamsokDocument) document =
        samsok_cli_read(fd, options->like_file, options->plugin_dirs, error);
    if (document == NULL) {
        return NULL;
    }
    GPtrArray *passages = samsok_passages_of(document, "memo");
    samsok_passage_tagger_tag(tagger, passages, "nb", NULL, NULL);
    return passages;
}

static int print_cases(const CasesOptions *options, SamsokCaseQuestion *question,
                       const SamsokCiteStyle *style)
{
    g_autofree char *dir = samsok_cli_index_dir(options->common.index_dir);
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokIndex) index = samsok_cli_open_index(dir, &error);
    if (index == NULL) {
        return samsok_cli_fail(error);
    }
    g_autoptr(GPtrArray) model = NULL;
    if (options->like_file != NULL) {
        model = read_model(options, &error);
        if (model == NULL) {
            return samsok_cli_fail(error);
        }
        question->model = model;
    }
    g_autoptr(SamsokCases) cases = samsok_index_cases(index, question, &error);
    if (cases == NULL) {
        return samsok_cli_fail_asking(error);
    }
    samsok_question_print_notes(cases->notes);
    return samsok_cli_print_cases(cases, style);
}

/* False after printing one line. */
static bool check_kinds(char *const *kinds)
{
    for (guint i = 0; kinds != NULL && kinds[i] != NULL; i++) {
        if (samsok_case_kind_is_known(kinds[i])) {
            continue;
        }
        g_autoptr(GString) known = g_string_new("vocabulary, structure");
        for (guint k = 0; k < SAMSOK_PROJECT_KIND_COUNT; k++) {
            const char *name = samsok_project_kind_name((SamsokProjectKind)k);
            g_string_append_printf(known, ", %s", name);
        }
        samsok_cli_usage(&samsok_cmd_cases, "--kind '%s' is none of %s", kinds[i], known->str);
        return false;
    }
    return true;
}

static int run_cases(int argc, char **argv)
{
    g_auto(CasesOptions) options = {.common.limit = SAMSOK_HITS_DEFAULT};
    const GOptionEntry entries[] = {
        SAMSOK_QUESTION_ENTRIES(options.common),
        {"like", 0, 0, G_OPTION_ARG_FILENAME, &options.like,
         "Like this case, report or passage", "ID"},
        {"like-file", 0, 0, G_OPTION_ARG_FILENAME, &options.like_file,
         "Like this file, such as a memo of your own", "FILE"},
        {"kind", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.kinds,
         "vocabulary, structure (named by reports), or what a case is: programme, reform, ... (repeatable)", "K"},
        {"vocabulary", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.vocabularies,
         "A SKOS vocabulary to read the file with (repeatable)", "FILE"},
        {"plugin-dir", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.plugin_dirs,
         "Look for format plugins here first (repeatable)", "DIR"},
        G_OPTION_ENTRY_NULL,
    };
    SamsokCiteStyle style = {0};
    SamsokQuestion common = {0};
    if (!samsok_cli_options(&samsok_cmd_cases, entries, &argc, &argv) ||
        !samsok_question_read(&samsok_cmd_cases, &options.common, &common) ||
        !check_kinds(options.kinds) ||
        !samsok_cite_style_read(&samsok_cmd_cases, options.common.format,
                                options.common.csv_separator, &style)) {
        return SAMSOK_EXIT_USAGE;
    }
    if (options.common.per_report != 0 || options.common.is_exact) {
        return samsok_cli_usage(&samsok_cmd_cases, "%s is for hits: cases are gathered of all reports and always counted",
                                options.common.is_exact ? "--count-all" : "--per-report");
    }
    if ((argc > 1) + (options.like != NULL) + (options.like_file != NULL) > 1) {
        return samsok_cli_usage(&samsok_cmd_cases, "give a query, --like ID or --like-file FILE");
    }
    g_autofree char *query = argc > 1 ? samsok_question_query(&samsok_cmd_cases, argv + 1) : NULL;
    if (argc > 1 && query == NULL) {
        return SAMSOK_EXIT_USAGE;
    }
    SamsokCaseQuestion question = {
        .query = query,
        .like = options.like,
        .kinds = (const char *const *)options.kinds,
        .filters = common.filters,
        .count = common.count,
        .offset = common.offset,
    };
    return print_cases(&options, &question, &style);
}

const SamsokCommand samsok_cmd_cases = {
    .name = "cases",
    .arguments = "[QUERY...]",
    .summary = "Show precedent cases: what all reports tell of a project or strategy",
    .description =
        "A case is a named project, programme or strategy that a report mentions: one of the vocabulary, or\n"
        "one that reports name by structure (programmet «...», Meldingsløftet, Evaluering av ...). Its card\n"
        "gathers who takes part, instruments, roles, the points that name it, and sentences that tell what\n"
        "helped and what stood in the way: those are chosen by single words, to be read, not counted. With a\n"
        "query, --like or --like-file the cases most like it come first, with what they share and lack.\n"
        "Formats for citing give an entry for each report that tells of a case.\n"
        "Exit status: 0 found, 1 nothing found or no such id, 66 no such index or file.",
    .run = run_cases,
};
