/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The named undertakings of a report as a document of the index: one for all of them, stored with it.
 *
 * Only names are stored, with what the report tells of them itself. Which of them are cases, and where they
 * stand, is found when somebody asks (index/project_cases.h), for another report may tell more.
 */
#ifndef SAMSOK_INDEX_PROJECT_EXTRA_H
#define SAMSOK_INDEX_PROJECT_EXTRA_H

#include "core/insight/projects.h"
#include "index/extras.h"

#include <glib.h>

G_BEGIN_DECLS

extern const SamsokExtraKind samsok_extra_projects;

/* A name as stored. Strings never NULL. */
typedef struct {
    const char *name;
    const char *key;
    const char *kind;       /* samsok_project_kind_name */
    const char *definition;
    guint count;
    guint is_supported;
    guint is_subject;
    guint is_bare_too; /* core/insight/projects.h */
} SamsokProjectRecord;

typedef struct {
    const char *report;
    GPtrArray *projects; /* of SamsokProjectRecord * */
} SamsokProjectsRecord;

GBytes *samsok_projects_record_pack(const SamsokProjectsRecord *record);
/* Errors: CORRUPT. */
SamsokProjectsRecord *samsok_projects_record_unpack(const void *bytes, size_t len, GError **error);
void samsok_projects_record_free(SamsokProjectsRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokProjectsRecord, samsok_projects_record_free)

G_END_DECLS

#endif
