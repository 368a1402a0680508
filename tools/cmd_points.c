/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samsok points: what was learnt, advised and recommended, whole and with its place. */
#include "config.h"

#include "core/insight/points.h"
#include "index/points.h"
#include "index/tagged.h"
#include "tools/batch.h"
#include "tools/cite.h"
#include "tools/command.h"
#include "tools/json.h"
#include "tools/question.h"
#include "tools/text.h"

typedef struct {
    SamsokQuestionOptions common;
    char *batch;
    char **kinds;
    SamsokQuestion question;
    GPtrArray *kind_names; /* as stored, NULL-terminated; NULL: all */
    SamsokThesaurus *thesaurus;
} PointsOptions;

static void options_clear(PointsOptions *options)
{
    samsok_question_options_clear(&options->common);
    g_free(options->batch);
    g_strfreev(options->kinds);
    g_clear_pointer(&options->kind_names, g_ptr_array_unref);
    samsok_thesaurus_free(options->thesaurus);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(PointsOptions, options_clear)

/* Kinds by their English or Norwegian names. */
static bool read_kinds(PointsOptions *options)
{
    if (options->kinds == NULL) {
        return true;
    }
    options->kind_names = g_ptr_array_new();
    for (guint i = 0; options->kinds[i] != NULL; i++) {
        SamsokPointKind kind = samsok_point_kind_from_name(options->kinds[i]);
        if (kind == SAMSOK_POINT_KIND_COUNT) {
            samsok_cli_usage(&samsok_cmd_points,
                             "--kind '%s' is none of learning-point, advice, recommendation, "
                             "focus-area, finding",
                             options->kinds[i]);
            return false;
        }
        g_ptr_array_add(options->kind_names, (gpointer)samsok_point_kind_name(kind));
    }
    g_ptr_array_add(options->kind_names, NULL);
    options->question.filters.point_kinds = (const char *const *)options->kind_names->pdata;
    return true;
}

static void print_points(const PointsOptions *options, const SamsokAnswer *answer,
                         const SamsokCiteStyle *style)
{
    if (style->format == SAMSOK_FORMAT_TEXT) {
        samsok_text_points(answer);
    } else if (samsok_cite_is_format(style->format)) {
        samsok_cite_answer(answer, style);
    } else if (style->format == SAMSOK_FORMAT_JSON) {
        samsok_json_print(samsok_json_points(answer, options->thesaurus), true);
    } else {
        for (guint i = 0; i < answer->hits->len; i++) {
            const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
            samsok_json_print(samsok_json_point(hit, options->thesaurus), false);
        }
    }
}

static int ask_once(SamsokIndex *index, PointsOptions *options, char **words, const SamsokCiteStyle *style)
{
    g_autofree char *query = samsok_question_query(&samsok_cmd_points, words);
    if (query == NULL) {
        return SAMSOK_EXIT_USAGE;
    }
    options->question.query = query;
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokAnswer) answer = samsok_index_points(index, &options->question, &error);
    if (answer == NULL) {
        return samsok_cli_fail(error);
    }
    samsok_question_print_notes(answer->notes);
    print_points(options, answer, style);
    return answer->hits->len == 0 ? SAMSOK_EXIT_NOTHING_FOUND : SAMSOK_EXIT_DONE;
}

static json_t *batch_line(const char *id, const SamsokAnswer *answer, const void *data)
{
    const PointsOptions *options = data;
    json_t *line = samsok_json_points(answer, options->thesaurus);
    samsok_json_set_string(line, "qid", id);
    samsok_json_set_number(line, "took_us", answer->took_us);
    return line;
}

static int open_and_ask(PointsOptions *options, char **words, const SamsokCiteStyle *style)
{
    g_autofree char *dir = samsok_cli_index_dir(options->common.index_dir);
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokIndex) index = samsok_cli_open_index(dir, &error);
    if (index == NULL) {
        return samsok_cli_fail(error);
    }
    options->thesaurus = samsok_index_thesaurus(index, &error);
    if (options->thesaurus == NULL) {
        return samsok_cli_fail(error);
    }
    const SamsokBatch batch = {index, &options->question, samsok_index_points, batch_line, options};
    return options->batch != NULL ? samsok_batch_answer(&batch, options->batch)
                                  : ask_once(index, options, words, style);
}

static int run_points(int argc, char **argv)
{
    g_auto(PointsOptions) options = {.common.limit = SAMSOK_HITS_DEFAULT};
    const GOptionEntry entries[] = {
        SAMSOK_QUESTION_ENTRIES(options.common),
        {"kind", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.kinds,
         "Only learning-point, advice, recommendation, focus-area or finding (repeatable)", "K"},
        {"batch", 0, 0, G_OPTION_ARG_FILENAME, &options.batch,
         "Answer a file of queries, one a line: ID<TAB>QUERY ('-': standard input)", "FILE"},
        G_OPTION_ENTRY_NULL,
    };
    SamsokCiteStyle style = {0};
    if (!samsok_cli_options(&samsok_cmd_points, entries, &argc, &argv) ||
        !samsok_question_read(&samsok_cmd_points, &options.common, &options.question) ||
        !read_kinds(&options) ||
        !samsok_cite_style_read(&samsok_cmd_points, options.common.format,
                                options.common.csv_separator, &style)) {
        return SAMSOK_EXIT_USAGE;
    }
    if (samsok_cite_is_format(style.format) && options.batch != NULL) {
        return samsok_cli_usage(&samsok_cmd_points, "--batch has no such --format");
    }
    if (argc > 1 && options.batch != NULL) {
        return samsok_cli_usage(&samsok_cmd_points, "give a query or a file of queries, not both");
    }
    return open_and_ask(&options, argv + 1, &style);
}

const SamsokCommand samsok_cmd_points = {
    .name = "points",
    .arguments = "[QUERY...]",
    .summary = "List what was learnt, advised and recommended, or find it",
    .description =
        "Without a query all points are listed by report, with one the best come first; findings\n"
        "(sentences that say what should be done) come behind all others. A point of a summary names\n"
        "the full one it shortens. --concept takes cases too: case-ny-giv, prosjekt-... (see 'samsok cases').\n"
        "Exit status: 0 found, 1 nothing found.",
    .run = run_points,
};
