/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which named undertakings of all reports together are cases beside those of the vocabulary.
 *
 * One is a case when a report supports its name (core/insight/projects.h), or two reports have it. A name with one
 * place and without any is one; the same name in two places is two. A name
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
    bool is_placed;        /* another of its name is in another place: its name stands with its own */
    bool has_namesakes;    /* its name without a place is that of several in places: it stands without one */
    GPtrArray *bare_in;    /* of char *: ids of the reports that name it without its place too; of one that has
                            * namesakes, of the reports that mean one of these */
} SamsokProjectCase;

/* Those of all reports that `reader` has, most told of first. Owner: the caller; a GPtrArray of
 * SamsokProjectCase *. Errors: IO, CORRUPT, STALE. */
GPtrArray *samsok_project_cases(SamsokDatabase *reader, const SamsokThesaurus *thesaurus,
                                GError **error);

/* The one of `cases` that has the id or the name `typed`, with its place or without; NULL when none has. Lent. */
const SamsokProjectCase *samsok_project_case_meant(const GPtrArray *cases, const char *typed);

/* Adds to `nodes` one for each word of the name: passages and points that may speak of the case have them
 * all, in their text or in the headings above it. */
void samsok_project_case_nodes(const SamsokProjectCase *one, SamsokAnalyser *analyser,
                               GPtrArray *nodes);

G_END_DECLS

#endif
