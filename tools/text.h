/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Results as a person reads them on a terminal.
 *
 * Everything goes to standard output. Colour and width come from the terminal (tools/command.h);
 * elsewhere matches are marked [so] and lines are as wide as 100 columns.
 */
#ifndef SAMSOK_TOOLS_TEXT_H
#define SAMSOK_TOOLS_TEXT_H

#include "core/extract/registry.h"
#include "core/model/document.h"
#include "index/facets.h"
#include "index/search.h"
#include "index/update.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* A document as it reads: headings, paragraphs, lists, tables, notes. Running heads and contents
 * lines are left out unless `everything`. */
void samsok_text_document(const SamsokDocument *document, bool everything);
/* Its passages, each under a line with id, section and place. */
void samsok_text_passages(const SamsokDocument *document);
/* What was explained, if it was: before the hits, and below one. */
void samsok_text_explain_query(const SamsokAnswer *answer);
void samsok_text_explain_hit(const SamsokAnswer *answer, const SamsokHit *hit);
/* Hits grouped by report, best report first. */
void samsok_text_answer(const SamsokAnswer *answer);
/* A line for each facet, the most frequent values first. */
void samsok_text_facets(const SamsokFacets *facets);
/* `passages` (of SamsokPassageRecord *) are the report's, and know what its pages are called; `carriers` (of
 * SamsokReportRecord *): the same work in other files; of `concepts` (of SamsokMentionCount *) the most
 * frequent are shown. */
void samsok_text_report(const SamsokReportRecord *report, const GPtrArray *passages,
                        const GPtrArray *carriers, const GPtrArray *concepts);
/* `passages` (of SamsokPassageRecord *) around the one at `index`, which is marked. */
void samsok_text_passage(const SamsokReportRecord *report, const GPtrArray *passages, guint index);
/* One paragraph that says what a run did. */
void samsok_text_run(const SamsokRunReport *run, bool dry_run);
void samsok_text_plugins(const SamsokRegistry *registry);
void samsok_text_status(const char *dir, const SamsokStatusInfo *status);

void samsok_text_points(const SamsokAnswer *answer);
/* The title of a report with its series and number at the right margin. */
void samsok_text_report_head(const SamsokReportRecord *report);
/* The labels of `concepts`, of const SamsokMentionRecord *; nothing when there are none. */
void samsok_text_concepts(const GPtrArray *concepts);
/* The line under a hit: citation, the file with the place to open, id. */
void samsok_text_source(const SamsokHit *hit);

G_END_DECLS

#endif
