/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which named undertakings of all reports together are cases beside those of the vocabulary.
 *
 * One is a case when a report supports its name (core/insight/projects.h), or two reports have it. A name
 * that the vocabulary has for anything, or that holds the name of one of its cases, is left to the
 * vocabulary. Its concept is made for the asking: id «prosjekt-» and the folded name, kind "case",
 * the spellings as labels, the first sentence that defines it as definition.
 */
#ifndef SAMSOK_INDEX_PROJECT_CASES_H
#define SAMSOK_INDEX_PROJECT_CASES_H

#include "core/insight/projects.h"
#include "core/language/analyser.h"
#include "index/record.h"
#include "index/thesaurus.h"
#include "index/xapian/index.h"

#include <glib.h>

G_BEGIN_DECLS

#define SAMSOK_PROJECT_CASE_PREFIX "prosjekt-"

typedef struct {
    SamsokConcept concept;
    SamsokProjectKind kind;
    guint count;   /* places, as the reports told when they were read */
    guint reports;
    bool is_supported;
    GPtrArray *subject_of; /* of char *: ids of the reports that are about it */
} SamsokProjectCase;

/* Those of all reports that `reader` has, most told of first. Owner: the caller; a GPtrArray of
 * SamsokProjectCase *. Errors: IO, CORRUPT, STALE. */
GPtrArray *samsok_project_cases(SamsokDatabase *reader, const SamsokThesaurus *thesaurus,
                                GError **error);

/* The one of `cases` that has the id or the name `typed`; NULL when none has. Lent. */
const SamsokProjectCase *samsok_project_case_meant(const GPtrArray *cases, const char *typed);

/* Adds to `nodes` one for each word of the name: passages and points that may speak of the case have them
 * all, in their text or in the headings above it. */
void samsok_project_case_nodes(const SamsokProjectCase *one, SamsokAnalyser *analyser,
                               GPtrArray *nodes);

/* Finds where passages and points speak of cases, of all of them in one go. */
typedef struct _SamsokProjectMarker SamsokProjectMarker;

/* `cases` (`count` of them) are lent and must outlive it. */
SamsokProjectMarker *samsok_project_marker_new(const SamsokProjectCase *const *cases, guint count);
void samsok_project_marker_free(SamsokProjectMarker *marker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokProjectMarker, samsok_project_marker_free)

/* Adds a mention to `passage` for each place that speaks of a case, and one for the whole when a heading
 * above it or `title`, that of its report, does (rule "structure"). A point is about a case too that its lead-in
 * names ("lead-in"), or where neither it nor what stands above it names any, that its report is about ("report").
 * False when it speaks of none. */
bool samsok_project_marker_mark(SamsokProjectMarker *marker, const char *title,
                                SamsokPassageRecord *passage);

G_END_DECLS

#endif
