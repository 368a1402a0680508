/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What samsok refs prints, for the command and its formats. */
#ifndef SAMSOK_TOOLS_REFS_H
#define SAMSOK_TOOLS_REFS_H

#include "index/cited.h"
#include "tools/cite.h"

#include <glib.h>

G_BEGIN_DECLS

/* References to one document that the corpus lacks. */
typedef struct {
    const SamsokReference *reference; /* the first of them, lent */
    guint count;
    GPtrArray *reports;               /* of const char *: ids of those that cite it */
} SamsokMissing;

/* The part of the table that was asked for; places are lent by it. */
typedef struct {
    const SamsokReportRecord *report; /* NULL: the whole corpus */
    GPtrArray *cites;    /* of SamsokCitedPlace *: resolved and ambiguous, self-references left out */
    GPtrArray *cited_by; /* those of others that mean `report`; empty for the corpus */
    GPtrArray *lacking;  /* unresolved ones */
    bool only_lacking;   /* the others were not asked for */
    GPtrArray *missing;  /* of SamsokMissing *: the same, grouped, most frequent first */
} SamsokRefs;

/* Sorts the table's places by what they mean. Mentions that name nothing are left out of what is lacking unless
 * `with_mentions`. Owner: the caller. */
SamsokRefs *samsok_refs_new(const SamsokCitedTable *table, const SamsokReportRecord *report,
                            gboolean with_mentions);
void samsok_refs_free(SamsokRefs *refs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokRefs, samsok_refs_free)

/* The reports that the references at `places` mean, or where several may be meant the likeliest; those that
 * make them. Each once, of const SamsokReportRecord *, lent by the table. Owner: the caller. */
GPtrArray *samsok_refs_targets(const GPtrArray *places);
GPtrArray *samsok_refs_sources(const GPtrArray *places);

/* "siterer" and "sitert av" with the reports, for `samsok show`; nothing where there are none. */
void samsok_refs_print_reports(const SamsokRefs *refs);
void samsok_refs_print_text(const SamsokRefs *refs);
void samsok_refs_print_json(const SamsokRefs *refs);
/* One reference a line. */
void samsok_refs_print_jsonl(const SamsokRefs *refs);
/* One reference a row, as CSV or TSV. */
void samsok_refs_print_table(const SamsokRefs *refs, const SamsokCiteStyle *style);
/* Reports as nodes, "cites" as edges with their number, as GraphML 1.0 and as DOT. */
void samsok_refs_print_graphml(const SamsokRefs *refs);
void samsok_refs_print_dot(const SamsokRefs *refs);

G_END_DECLS

#endif
