/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The options that every asking command has: the index, the page of hits, the filters. */
#ifndef SAMSOK_TOOLS_QUESTION_H
#define SAMSOK_TOOLS_QUESTION_H

#include "index/search.h"
#include "tools/command.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct {
    char *index_dir;
    char *format;
    char *csv_separator;
    char *year;
    char *path_glob;
    char **reports;
    char **series;
    char **languages;
    char **concepts;
    int limit;
    int offset;
    int per_report;
    gboolean is_exact;
} SamsokQuestionOptions;

enum { SAMSOK_HITS_DEFAULT = 10 };

/* Their entries for samsok_cli_options. */
#define SAMSOK_QUESTION_ENTRIES(options) \
    {"index", 'd', 0, G_OPTION_ARG_FILENAME, &(options).index_dir, "The index", "DIR"}, \
    {"csv-separator", 0, 0, G_OPTION_ARG_STRING, &(options).csv_separator, \
     "With --format csv: ',' (the usual one) or ';'", "C"}, \
    {"limit", 'n', 0, G_OPTION_ARG_INT, &(options).limit, "Hits at most (10)", "N"}, \
    {"offset", 0, 0, G_OPTION_ARG_INT, &(options).offset, "Leave out the first N hits", "N"}, \
    {"per-report", 0, 0, G_OPTION_ARG_INT, &(options).per_report, "At most N hits a report", "N"}, \
    {"report", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &(options).reports, "Only in this report", "ID"}, \
    {"series", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &(options).series, "Only in this series", "S"}, \
    {"year", 0, 0, G_OPTION_ARG_FILENAME, &(options).year, "Only of these years", "A..B"}, \
    {"language", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &(options).languages, \
     "Only in this language: nb, nn or en", "L"}, \
    {"concept", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &(options).concepts, \
     "Only what mentions this concept or a narrower one (repeatable: all of them)", "ID"}, \
    {"path", 0, 0, G_OPTION_ARG_FILENAME, &(options).path_glob, "Only files of this pattern, or below this folder/", "GLOB"}, \
    {"count-all", 0, 0, G_OPTION_ARG_NONE, &(options).is_exact, "Count every match exactly", NULL}, \
    {"format", 0, 0, G_OPTION_ARG_FILENAME, &(options).format, "text, json, jsonl, csv, tsv, bibtex, ris, csl-json or markdown", "F"}

void samsok_question_options_clear(SamsokQuestionOptions *options);

/* True when an option says which passages are wanted: that is a question without a word. */
bool samsok_question_chooses(const SamsokQuestionOptions *options);

/* Makes a question of the options, which lend it their strings; its query is left out. False after
 * printing one line. */
bool samsok_question_read(const SamsokCommand *command, const SamsokQuestionOptions *options,
                          SamsokQuestion *out);

/* The words of the command line as one query, clean; NULL after printing one line that it is too long.
 * Owner: the caller. */
char *samsok_question_query(const SamsokCommand *command, char **words);
/* What was taken otherwise than typed (of char *), on standard error. */
void samsok_question_print_notes(const GPtrArray *notes);

G_END_DECLS

#endif
