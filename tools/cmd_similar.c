/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samsok similar: passages and reports like a report, a passage or a file. */
#include "config.h"

#include <string.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/extract/extractor.h"
#include "index/identity.h"
#include "index/similar.h"
#include "tools/answers.h"
#include "tools/command.h"
#include "tools/question.h"

typedef struct {
    SamsokQuestionOptions common;
    char *file;
    char **plugin_dirs;
} SimilarOptions;

static void options_clear(SimilarOptions *options)
{
    samsok_question_options_clear(&options->common);
    g_free(options->file);
    g_strfreev(options->plugin_dirs);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(SimilarOptions, options_clear)

/* The document in the file. Owner: the caller; NULL on error. */
static SamsokDocument *read_document(const SimilarOptions *options, GError **error)
{
    int fd = samsok_identity_open(options->file, NULL, error);
    return samsok_cli_read(fd, options->file, options->plugin_dirs, error);
}

static int find_similar(const SimilarOptions *options, const char *id, SamsokQuestion *question,
                        const SamsokCiteStyle *style)
{
    g_autofree char *dir = samsok_cli_index_dir(options->common.index_dir);
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokIndex) index = samsok_cli_open_index(dir, &error);
    if (index == NULL) {
        return samsok_cli_fail(error);
    }
    g_autoptr(SamsokDocument) document = id == NULL ? read_document(options, &error) : NULL;
    if (id == NULL && document == NULL) {
        return samsok_cli_fail(error);
    }
    SamsokModelText model = {.id = id, .document = document};
    g_autoptr(SamsokAnswer) answer = samsok_index_similar(index, &model, question, &error);
    if (answer == NULL) {
        return samsok_cli_fail(error);
    }
    samsok_question_print_notes(answer->notes);
    samsok_answer_print(answer->understood, answer, NULL, style);
    return answer->hits->len == 0 ? SAMSOK_EXIT_NOTHING_FOUND : SAMSOK_EXIT_DONE;
}

static int run_similar(int argc, char **argv)
{
    g_auto(SimilarOptions) options = {.common.limit = SAMSOK_HITS_DEFAULT};
    const GOptionEntry entries[] = {
        SAMSOK_QUESTION_ENTRIES(options.common),
        {"file", 0, 0, G_OPTION_ARG_FILENAME, &options.file, "Like this file, in the index or not",
         "FILE"},
        {"plugin-dir", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.plugin_dirs,
         "Look for format plugins here first (repeatable)", "DIR"},
        G_OPTION_ENTRY_NULL,
    };
    SamsokCiteStyle style = {0};
    SamsokQuestion question = {0};
    if (!samsok_cli_options(&samsok_cmd_similar, entries, &argc, &argv) ||
        !samsok_question_read(&samsok_cmd_similar, &options.common, &question) ||
        !samsok_cite_style_read(&samsok_cmd_similar, options.common.format,
                                options.common.csv_separator, &style)) {
        return SAMSOK_EXIT_USAGE;
    }
    if (argc > 2 || (argc == 2) == (options.file != NULL)) {
        return samsok_cli_usage(&samsok_cmd_similar, "give one id, or --file FILE");
    }
    bool is_passage = argc == 2 && strchr(argv[1], '#') != NULL;
    if (!is_passage && question.per_report == 0) {
        question.per_report = 1;
    }
    return find_similar(&options, argc == 2 ? argv[1] : NULL, &question, &style);
}

const SamsokCommand samsok_cmd_similar = {
    .name = "similar",
    .arguments = "ID | --file FILE",
    .summary = "Find what is like a passage, a report or a file",
    .description =
        "The words that tell most of what the text is about are looked for; the text itself is not\n"
        "among the hits. For a report or a file each report shows its best passage (--per-report 1).\n"
        "Exit status: 0 found, 1 nothing like it, 66 no such report, passage or file.",
    .run = run_similar,
};
