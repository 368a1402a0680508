/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON as scripts know it, through Jansson: members may be added, none is renamed or dropped.
 *
 * Each function gives a new value that the caller owns (or hands to an object or array). Members stand
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
#include <jansson.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Once, before the first value: memory that runs out ends the process as it does in GLib, and no member is left out. */
void samsok_json_init(void);

/* Prints one object on standard output, over several lines when standard output is a terminal and
 * `may_be_pretty`, else on one. Owner: takes `object`. */
void samsok_json_print(json_t *object, bool may_be_pretty);
/* The same as one line of text. Owner: takes `object`; the caller owns the text, to be freed by g_free. */
char *samsok_json_text(json_t *object);

/* Set a member, whatever the value: Jansson has none for bytes that are no UTF-8, nor for a number that is not
 * finite, and would leave the member out. Such bytes are mended; such a number and NULL become null. */
void samsok_json_set_string(json_t *object, const char *name, const char *value);
void samsok_json_set_real(json_t *object, const char *name, double value);
void samsok_json_set_number(json_t *object, const char *name, guint64 value);
void samsok_json_set_bool(json_t *object, const char *name, bool value);
/* A `value` that is NULL, "" or 0, our records' way of saying "not known", becomes null; so do the lines of a
 * place that has none. */
void samsok_json_set_known(json_t *object, const char *name, const char *value);
void samsok_json_set_known_number(json_t *object, const char *name, guint64 value);
void samsok_json_set_lines(json_t *object, const SamsokPlace *place);
void samsok_json_add_string(json_t *array, const char *value);
/* Arrays of strings: of a list that ends in NULL (NULL: none), of an array of char *, of the names in "A; B". */
json_t *samsok_json_strings(const char *const *strings);
json_t *samsok_json_string_array(const GPtrArray *strings);
json_t *samsok_json_authors(const char *joined);
/* What has a name for machines and one for people. */
json_t *samsok_json_named(const char *id, const char *label);

json_t *samsok_json_document(const char *path, const char *media_type,
                             const SamsokDocument *document);
json_t *samsok_json_hit(const SamsokHit *hit);
json_t *samsok_json_answer(const char *query, const SamsokAnswer *answer);
/* Add what was explained, if it was: the words and what was left out to the query's object, where the
 * score comes from to a hit's. */
void samsok_json_explain_query(json_t *query, const SamsokAnswer *answer);
void samsok_json_explain_hit(json_t *object, const SamsokAnswer *answer, const SamsokHit *hit);
/* The contract's concepts: id and label of each of `mentions` (of SamsokMentionRecord *). */
json_t *samsok_json_concepts(const GPtrArray *mentions);
/* What is known of a reference, and the reports it may mean (of SamsokResolved). */
void samsok_json_set_reference(json_t *object, const SamsokReference *reference);
json_t *samsok_json_candidates(const GArray *candidates);
/* The contract's points; `thesaurus` tells which of the concepts mentioned are cases. */
json_t *samsok_json_point(const SamsokHit *hit, const SamsokThesaurus *thesaurus);
json_t *samsok_json_points(const SamsokAnswer *answer, const SamsokThesaurus *thesaurus);
/* The line of `search --batch`; each hit with its ranking features when `with_features`. */
json_t *samsok_json_batch_line(const char *qid, const SamsokAnswer *answer, bool with_features);
/* The contract's "facets": a list of values by facet. */
json_t *samsok_json_facets(const SamsokFacets *facets);
/* `carriers` (of SamsokReportRecord *): the same work in other files; `concepts` (of SamsokMentionCount *):
 * those it mentions. */
json_t *samsok_json_report(const SamsokReportRecord *report, const GPtrArray *carriers,
                           const GPtrArray *concepts);
json_t *samsok_json_passage(const SamsokReportRecord *report, const SamsokPassageRecord *passage);
json_t *samsok_json_run(const SamsokRunReport *run);
json_t *samsok_json_plugins(const SamsokRegistry *registry);
json_t *samsok_json_status(const char *dir, const SamsokStatusInfo *status);

G_END_DECLS

#endif
