/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the options of an asking command into a question. */
#include "config.h"

#include "tools/question.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/query/fields.h"

enum { HITS_MAX = 10000 };

void samsok_question_options_clear(SamsokQuestionOptions *options)
{
    g_free(options->index_dir);
    g_free(options->format);
    g_free(options->csv_separator);
    g_free(options->year);
    g_free(options->path_glob);
    g_strfreev(options->reports);
    g_strfreev(options->series);
    g_strfreev(options->languages);
    g_strfreev(options->concepts);
}

static bool are_languages(const SamsokCommand *command, char **names)
{
    for (guint i = 0; names != NULL && names[i] != NULL; i++) {
        if (samsok_query_languages(names[i]) == NULL) {
            samsok_cli_usage(command, "--language '%s' is none of nb, nn and en", names[i]);
            return false;
        }
    }
    return true;
}

/* Makes UTF-8 of what was typed as names of something, in place. */
static void make_valid(char **names)
{
    for (guint i = 0; names != NULL && names[i] != NULL; i++) {
        char *valid = g_utf8_make_valid(names[i], -1);
        g_free(names[i]);
        names[i] = valid;
    }
}

bool samsok_question_chooses(const SamsokQuestionOptions *options)
{
    return options->year != NULL || options->path_glob != NULL || options->reports != NULL ||
           options->series != NULL || options->languages != NULL || options->concepts != NULL;
}

bool samsok_question_read(const SamsokCommand *command, const SamsokQuestionOptions *options,
                          SamsokQuestion *out)
{
    if (options->limit < 1 || options->limit > HITS_MAX) {
        samsok_cli_usage(command, "-n must lie within 1 and %d", HITS_MAX);
        return false;
    }
    if (options->offset < 0 || options->per_report < 0) {
        samsok_cli_usage(command, "--offset and --per-report must not be negative");
        return false;
    }
    make_valid(options->reports);
    make_valid(options->series);
    make_valid(options->concepts);
    SamsokQuestion question = {
        .filters.reports = (const char *const *)options->reports,
        .filters.series = (const char *const *)options->series,
        .filters.languages = (const char *const *)options->languages,
        .filters.concepts = (const char *const *)options->concepts,
        .filters.path_glob = options->path_glob,
        .count = (uint32_t)options->limit,
        .offset = (uint32_t)options->offset,
        .per_report = (uint32_t)options->per_report,
        .exact_total = options->is_exact,
    };
    SamsokFilters *filters = &question.filters;
    if (options->year != NULL &&
        !samsok_query_parse_years(options->year, &filters->year_first, &filters->year_last)) {
        samsok_cli_usage(command, "--year '%s' is no year and no range A..B", options->year);
        return false;
    }
    if (!are_languages(command, options->languages)) {
        return false;
    }
    *out = question;
    return true;
}

char *samsok_question_query(const SamsokCommand *command, char **words)
{
    g_autofree char *typed = g_strjoinv(" ", words);
    g_autofree char *query = samsok_text_clean(typed, strlen(typed), NULL);
    if (strlen(query) > SAMSOK_MAX_QUERY_BYTES) {
        samsok_cli_usage(command, "a query has %zu bytes at most", SAMSOK_MAX_QUERY_BYTES);
        return NULL;
    }
    return g_steal_pointer(&query);
}

void samsok_question_print_notes(const GPtrArray *notes)
{
    for (guint i = 0; i < notes->len; i++) {
        samsok_cli_warn("%s", (const char *)g_ptr_array_index(notes, i));
    }
}
