/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samsok show: a report by its id, a passage among its neighbours, a point, a case or a concept. */
#include "config.h"

#include <string.h>

#include "core/base/error.h"
#include "index/carriers.h"
#include "index/mentioned.h"
#include "index/points.h"
#include "index/search.h"
#include "index/tagged.h"
#include "tools/cases.h"
#include "tools/command.h"
#include "tools/concepts.h"
#include "tools/json.h"
#include "tools/refs.h"
#include "tools/text.h"

static json_t *report_ids(const GPtrArray *reports)
{
    json_t *ids = json_array();
    for (guint i = 0; i < reports->len; i++) {
        samsok_json_add_string(ids, ((const SamsokReportRecord *)g_ptr_array_index(reports, i))->id);
    }
    return ids;
}

static json_t *json_report(const SamsokReportRecord *report, const GPtrArray *carriers,
                           const GPtrArray *concepts, const SamsokRefs *refs)
{
    g_autoptr(GPtrArray) targets = samsok_refs_targets(refs->cites);
    g_autoptr(GPtrArray) sources = samsok_refs_sources(refs->cited_by);
    json_t *object = samsok_json_report(report, carriers, concepts);
    json_object_set_new(object, "cites", report_ids(targets));
    json_object_set_new(object, "cited_by", report_ids(sources));
    return object;
}

static int show_report(SamsokIndex *index, const char *id, SamsokFormat format, GError **error)
{
    g_autoptr(SamsokReportRecord) report = samsok_index_report(index, id, error);
    if (report == NULL) {
        return -1;
    }
    g_autoptr(GPtrArray) carriers = samsok_index_carriers(index, report, error);
    g_autoptr(GPtrArray) passages =
        carriers == NULL ? NULL : samsok_index_passages(index, report->id, error);
    g_autoptr(SamsokCitedTable) table = passages == NULL ? NULL : samsok_index_cited(index, error);
    if (table == NULL) {
        return -1;
    }
    g_autoptr(GPtrArray) concepts = samsok_mentioned_count(passages);
    g_autoptr(SamsokRefs) refs = samsok_refs_new(table, report, FALSE);
    if (format == SAMSOK_FORMAT_TEXT) {
        samsok_text_report(report, passages, carriers, concepts);
        samsok_refs_print_reports(refs);
    } else {
        samsok_json_print(json_report(report, carriers, concepts, refs), format == SAMSOK_FORMAT_JSON);
    }
    return SAMSOK_EXIT_DONE;
}

static guint place_of(const GPtrArray *passages, const char *id)
{
    for (guint i = 0; i < passages->len; i++) {
        const SamsokPassageRecord *passage = g_ptr_array_index(passages, i);
        if (strcmp(passage->id, id) == 0) {
            return i;
        }
    }
    return 0;
}

static int show_point(SamsokIndex *index, const char *id, SamsokFormat format, GError **error)
{
    g_autoptr(SamsokAnswer) answer = samsok_index_point(index, id, error);
    g_autoptr(SamsokThesaurus) thesaurus =
        answer == NULL ? NULL : samsok_index_thesaurus(index, error);
    if (thesaurus == NULL) {
        return -1;
    }
    if (format == SAMSOK_FORMAT_TEXT) {
        samsok_text_points(answer);
    } else {
        samsok_json_print(samsok_json_point(g_ptr_array_index(answer->hits, 0), thesaurus),
                          format == SAMSOK_FORMAT_JSON);
    }
    return SAMSOK_EXIT_DONE;
}

static int show_passage(SamsokIndex *index, const char *id, SamsokFormat format, GError **error)
{
    g_autoptr(SamsokPassageRecord) passage = samsok_index_passage(index, id, error);
    if (passage == NULL) {
        return -1;
    }
    g_autoptr(SamsokReportRecord) report = samsok_index_report(index, passage->report, error);
    if (report == NULL) {
        return -1;
    }
    if (passage->point.kind != NULL && *passage->point.kind != '\0') {
        return show_point(index, id, format, error);
    }
    if (format != SAMSOK_FORMAT_TEXT) {
        samsok_json_print(samsok_json_passage(report, passage), format == SAMSOK_FORMAT_JSON);
        return SAMSOK_EXIT_DONE;
    }
    g_autoptr(GPtrArray) passages = samsok_index_passages(index, passage->report, error);
    if (passages == NULL) {
        return -1;
    }
    samsok_text_passage(report, passages, place_of(passages, id));
    return SAMSOK_EXIT_DONE;
}

/* Nothing printed and -1 when there is no such case. */
static int show_case(SamsokIndex *index, const char *id, SamsokFormat format)
{
    SamsokCaseQuestion question = {.only = id, .count = 1};
    g_autoptr(SamsokCases) cases = samsok_index_cases(index, &question, NULL);
    return cases == NULL || cases->cases->len == 0
               ? -1
               : samsok_cli_print_cases(cases, &(SamsokCiteStyle){.format = format});
}

static int show(const char *index_dir, const char *id, SamsokFormat format)
{
    g_autofree char *dir = samsok_cli_index_dir(index_dir);
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokIndex) index = samsok_index_open(dir, &error);
    if (index == NULL) {
        return samsok_cli_fail(error);
    }
    int status = strchr(id, '#') != NULL ? show_passage(index, id, format, &error)
                                         : show_report(index, id, format, &error);
    bool not_found = g_error_matches(error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING);
    if (status < 0 && not_found) {
        status = show_case(index, id, format);
        bool is_case = g_str_has_prefix(id, "case-"); /* one that no report tells of is not there */
        status = status >= 0 || is_case
                     ? status
                     : samsok_cli_show_concept(index_dir, id, format);
    }
    if (status < 0 && not_found && strchr(id, '#') == NULL) {
        g_clear_error(&error);
        g_set_error(&error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING,
                    "no report, case or concept '%s' in the index", id);
    }
    return status >= 0 ? status : samsok_cli_fail_asking(error);
}

static int run_show(int argc, char **argv)
{
    g_autofree char *index_dir = NULL;
    g_autofree char *format_name = NULL;
    const GOptionEntry entries[] = {
        {"index", 'd', 0, G_OPTION_ARG_FILENAME, &index_dir, "The index", "DIR"},
        {"format", 0, 0, G_OPTION_ARG_FILENAME, &format_name, "text, json or jsonl", "F"},
        G_OPTION_ENTRY_NULL,
    };
    SamsokFormat format = SAMSOK_FORMAT_TEXT;
    if (!samsok_cli_options(&samsok_cmd_show, entries, &argc, &argv) ||
        !samsok_cli_format(&samsok_cmd_show, format_name, &format)) {
        return SAMSOK_EXIT_USAGE;
    }
    if (argc != 2) {
        return samsok_cli_usage(&samsok_cmd_show,
                                "give one id of a report, a passage, a point, a case or a concept");
    }
    return show(index_dir, argv[1], format);
}

const SamsokCommand samsok_cmd_show = {
    .name = "show",
    .arguments = "ID",
    .summary = "Show a report with its outline and what it cites, a passage in its context, a point, a case or a concept",
    .description = "Ids stand under each hit of 'samsok search': difi-notat-2017-02 is a report,\n"
                   "difi-notat-2017-02#7f3a91c2d0 a passage, difi-notat-2017-02#lp-5 a point, and one of\n"
                   "'samsok cases', as case-0-24, a case, or of 'samsok concepts', as lederdepartement, a concept.\n"
                   "Exit status: 1 no such id.",
    .run = run_show,
};
