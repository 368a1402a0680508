/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON as scripts know it, through json-glib: members may be added, none is renamed or dropped.
 *
 * Each function gives a new object that the caller owns (or hands to another object). Members stand
 * in the order in which they always stood. A string that is not known is null where it always was, else "".
 */
#ifndef SAMSOK_TOOLS_JSON_H
#define SAMSOK_TOOLS_JSON_H

#include "core/extract/registry.h"
#include "core/insight/references.h"
#include "core/model/document.h"
#include "index/facets.h"
#include "index/search.h"
#include "index/thesaurus.h"
#include "index/update.h"

#include <glib.h>
#include <json-glib/json-glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Prints one object on standard output, over several lines when standard output is a terminal and
 * `may_be_pretty`, else on one. Owner: takes `object`. */
void samsok_json_print(JsonObject *object, bool may_be_pretty);
/* The same as one line of text. Owner: takes `object`; the caller owns the text. */
char *samsok_json_text(JsonObject *object);

/* Members that several objects have. A known `value` that is NULL, "" or 0, our records' way of saying
 * "not known", becomes null; so do the lines of a place that has none. */
void samsok_json_set_known(JsonObject *object, const char *name, const char *value);
void samsok_json_set_known_number(JsonObject *object, const char *name, guint64 value);
void samsok_json_set_number(JsonObject *object, const char *name, guint64 value);
void samsok_json_set_lines(JsonObject *object, const SamsokPlace *place);
/* "A; B" as an array of names. Owner: the caller. */
JsonArray *samsok_json_authors(const char *joined);

JsonObject *samsok_json_document(const char *path, const char *media_type,
                                 const SamsokDocument *document);
JsonObject *samsok_json_hit(const SamsokHit *hit);
JsonObject *samsok_json_answer(const char *query, const SamsokAnswer *answer);
/* Add what was explained, if it was: the words and what was left out to the query's object, where the
 * score comes from to a hit's. */
void samsok_json_explain_query(JsonObject *query, const SamsokAnswer *answer);
void samsok_json_explain_hit(JsonObject *object, const SamsokAnswer *answer, const SamsokHit *hit);
/* The contract's concepts: id and label of each of `mentions` (of SamsokMentionRecord *). */
JsonArray *samsok_json_concepts(const GPtrArray *mentions);
/* What is known of a reference, and the reports it may mean (of SamsokResolved). */
void samsok_json_set_reference(JsonObject *object, const SamsokReference *reference);
JsonArray *samsok_json_candidates(const GArray *candidates);
/* The contract's points; `thesaurus` tells which of the concepts mentioned are cases. */
JsonObject *samsok_json_point(const SamsokHit *hit, const SamsokThesaurus *thesaurus);
JsonObject *samsok_json_points(const SamsokAnswer *answer, const SamsokThesaurus *thesaurus);
/* The line of `search --batch`; each hit with its ranking features when `with_features`. */
JsonObject *samsok_json_batch_line(const char *qid, const SamsokAnswer *answer, bool with_features);
/* The contract's "facets": a list of values by facet. */
JsonObject *samsok_json_facets(const SamsokFacets *facets);
/* `carriers` (of SamsokReportRecord *): the same work in other files; `concepts` (of SamsokMentionCount *):
 * those it mentions. */
JsonObject *samsok_json_report(const SamsokReportRecord *report, const GPtrArray *carriers,
                               const GPtrArray *concepts);
JsonObject *samsok_json_passage(const SamsokReportRecord *report,
                                const SamsokPassageRecord *passage);
JsonObject *samsok_json_run(const SamsokRunReport *run);
JsonObject *samsok_json_plugins(const SamsokRegistry *registry);
JsonObject *samsok_json_status(const char *dir, const SamsokStatusInfo *status);

G_END_DECLS

#endif
