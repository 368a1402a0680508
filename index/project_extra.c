/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds, packs and unpacks the names of undertakings that a report tells of. */
#include "config.h"

#include "index/project_extra.h"

#include "index/pack.h"
#include "index/schema.h"

#define PROJECT(tag, kind, member) {tag, SAMSOK_PACK_##kind, offsetof(SamsokProjectRecord, member)}
static const SamsokPackField fields[] = {
    PROJECT(1, TEXT, name),       PROJECT(2, TEXT, key),     PROJECT(3, TEXT, kind),
    PROJECT(4, TEXT, definition), PROJECT(5, UINT32, count), PROJECT(6, UINT32, is_supported),
    PROJECT(7, UINT32, is_subject), PROJECT(8, UINT32, is_bare_too),
};
enum { RECORD_REPORT = 1, RECORD_PROJECT = 2 };

GBytes *samsok_projects_record_pack(const SamsokProjectsRecord *record)
{
    GByteArray *out = g_byte_array_new();
    samsok_pack_text(out, RECORD_REPORT, record->report);
    for (guint i = 0; i < record->projects->len; i++) {
        samsok_pack_nested(out, RECORD_PROJECT, fields, G_N_ELEMENTS(fields),
                           g_ptr_array_index(record->projects, i));
    }
    return g_byte_array_free_to_bytes(out);
}

static bool store(SamsokProjectsRecord *record, const SamsokPackFound *found)
{
    if (found->tag == RECORD_REPORT) {
        record->report = samsok_pack_utf8_of(found);
        return record->report != NULL;
    }
    if (found->tag != RECORD_PROJECT) {
        return true;
    }
    SamsokProjectRecord *project = g_new0(SamsokProjectRecord, 1);
    g_ptr_array_add(record->projects, project);
    return samsok_pack_store_nested(fields, G_N_ELEMENTS(fields), found, project);
}

SamsokProjectsRecord *samsok_projects_record_unpack(const void *bytes, size_t len, GError **error)
{
    SamsokPackInput input = {0};
    g_autoptr(SamsokProjectsRecord) record =
        samsok_pack_allocate(sizeof *record, bytes, len, &input);
    const guint8 *start = input.at;
    record->report = "";
    record->projects = g_ptr_array_new_with_free_func(g_free);
    while (input.at < input.end) {
        SamsokPackFound found = {0};
        if (!samsok_pack_read(&input, &found) || !store(record, &found)) {
            samsok_pack_set_corrupt(error, "set of undertakings", (size_t)(input.at - start));
            return NULL;
        }
    }
    return g_steal_pointer(&record);
}

void samsok_projects_record_free(SamsokProjectsRecord *record)
{
    if (record == NULL) {
        return;
    }
    g_ptr_array_unref(record->projects);
    g_free(record);
}

static gboolean find_projects(const SamsokReportContent *content, const SamsokDocument *document,
                              GPtrArray *out, GError **error)
{
    (void)error;
    g_autoptr(GPtrArray) found = samsok_projects(document);
    if (found->len == 0) {
        return TRUE;
    }
    g_autoptr(GPtrArray) records = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < found->len; i++) {
        const SamsokProject *project = g_ptr_array_index(found, i);
        SamsokProjectRecord *record = g_new0(SamsokProjectRecord, 1);
        *record = (SamsokProjectRecord){
            .name = project->name,
            .key = project->key,
            .kind = samsok_project_kind_name(project->kind),
            .definition = project->definition,
            .count = project->count,
            .is_supported = project->is_supported ? 1 : 0,
            .is_subject = project->is_subject ? 1 : 0,
            .is_bare_too = project->is_bare_too ? 1 : 0,
        };
        g_ptr_array_add(records, record);
    }
    const SamsokProjectsRecord all = {.report = content->report->id, .projects = records};
    g_ptr_array_add(out, samsok_projects_record_pack(&all));
    return TRUE;
}

/* Found by their kind and their report alone. */
static gboolean describe_projects(const SamsokReportContent *content, GBytes *record,
                                  SamsokTerms *terms, SamsokEntry *entry, GError **error)
{
    (void)content, (void)record, (void)terms, (void)entry, (void)error;
    return TRUE;
}

const SamsokExtraKind samsok_extra_projects = {
    .term = SAMSOK_KIND_PROJECTS,
    .find = find_projects,
    .describe = describe_projects,
};
