/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with a vocabulary, for a terminal and as JSON. */
#include "config.h"

#include <stdio.h>

#include "tools/concepts.h"

static guint count_errors(const GPtrArray *findings)
{
    guint count = 0;
    for (guint i = 0; i < findings->len; i++) {
        const SamsokFinding *finding = g_ptr_array_index(findings, i);
        count += samsok_finding_is_wrong(finding->kind) ? 1 : 0;
    }
    return count;
}

static const char *severity_of(const SamsokFinding *finding)
{
    return samsok_finding_is_wrong(finding->kind) ? "error" : "note";
}

static json_t *json_finding(const SamsokVocabulary *vocabulary, const SamsokFinding *finding)
{
    const char *file = samsok_vocabulary_file(vocabulary, finding->file);
    g_autofree char *shown = g_filename_display_name(file);
    const char *id = finding->concept == SAMSOK_NO_RESOURCE
                         ? NULL
                         : samsok_vocabulary_id(vocabulary, finding->concept);
    json_t *object = json_object();
    samsok_json_set_string(object, "file", shown);
    samsok_json_set_number(object, "line", finding->line);
    samsok_json_set_string(object, "severity", severity_of(finding));
    samsok_json_set_string(object, "kind", samsok_finding_name(finding->kind));
    samsok_json_set_known(object, "concept", id);
    samsok_json_set_string(object, "text", finding->text);
    return object;
}

static void print_object(const SamsokVocabulary *vocabulary, const GPtrArray *findings)
{
    json_t *object = json_object();
    json_t *array = json_array();
    for (guint i = 0; i < findings->len; i++) {
        json_array_append_new(array, json_finding(vocabulary, g_ptr_array_index(findings, i)));
    }
    guint errors = count_errors(findings);
    samsok_json_set_number(object, "errors", errors);
    samsok_json_set_number(object, "notes", findings->len - errors);
    json_object_set_new(object, "findings", array);
    samsok_json_print(object, true);
}

guint samsok_print_findings(const SamsokVocabulary *vocabulary, const GPtrArray *findings,
                            SamsokFormat format)
{
    if (format == SAMSOK_FORMAT_JSON) {
        print_object(vocabulary, findings);
        return count_errors(findings);
    }
    for (guint i = 0; i < findings->len; i++) {
        const SamsokFinding *finding = g_ptr_array_index(findings, i);
        if (format == SAMSOK_FORMAT_JSONL) {
            samsok_json_print(json_finding(vocabulary, finding), false);
            continue;
        }
        printf("%s:%u: %s: %s [%s]\n", samsok_vocabulary_file(vocabulary, finding->file),
               finding->line, severity_of(finding), finding->text,
               samsok_finding_name(finding->kind));
    }
    return count_errors(findings);
}
