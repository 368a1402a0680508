/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report says was learnt, advises, recommends and wants done: its points, whole, with the cue
 * that told each.
 *
 * A point is told by structure first, then by wording:
 *
 *   marker    «Råd 3: …», «Anbefaling: …»: the item names itself
 *   lead-in   a paragraph that ends in a colon before a list, or a slide's title: «De viktigste
 *             læringspunktene er:», «Departementet bør:»
 *             or a list item, for the items below it; one that only names an example leads into none.
 *             A lead-in may announce numbered headings or short paragraphs that ask, as it would a list;
 *             of what somebody holds («Hovedsynspunktene våre:») only what is demanded counts
 *   column    a table's column whose head is «Anbefaling» or the like: each cell below it; typed without
 *             bars at its ends too
 *   label     a word alone on its line: «Anbefaling:», with the paragraphs below it, «Råd 2», with the one
 *             below it; or a title that the shape took for a paragraph, above a list
 *   count     «Ni råd for …», as the title of the document or of a row of headings numbered from 1
 *   run       pieces of one paragraph behind bullets, announced or orders, where a list has lost its lines
 *   heading   Anbefalinger, Tilrådingar, Læringspunkter, Råd til …: the list below it, its numbered
 *             paragraphs, or those of its paragraphs that ask for something; the lists of its subsections,
 *             and what ought to be done in their paragraphs. A heading that says more than its cue takes
 *             only what is demanded or ordered. One that itself says what ought to be done is a
 *             recommendation
 *   oughts    a list of which most say «bør», outside rules: recommendations
 *   orders    a list of imperatives, outside manuals and rules, not the steps or principles of a process or
 *             what is done at a keyboard; a list of two where the document has more of them. Below
 *             «Suksessfaktorer» infinitives count as imperatives do
 *   wording   a paragraph with «Vi anbefaler at …» or what a body proposes, or what was proposed in a
 *             meeting that is told of, is a recommendation, whole unless it is long, one with «Erfaringene
 *             viser at …» a learning point and one with «det kan være lurt å …» advice, unless the report
 *             gathers them in a list of their own. What a body ought to do is a recommendation below
 *             «Konklusjon» where the report names none elsewhere; other sentences that say what should be
 *             done (bør, må, det er behov for) are findings, which rank lower
 *   guide     in a document that bids its reader often, and is no manual of a program: titles of which most
 *             bid («Involver brukerne tidlig»), paragraphs that bid by a verb of advice, and, where its title
 *             says that it guides and it has no list of advice, what it weighs for its reader («det er viktig
 *             å …», «bør»)
 *
 * A kind is what the report itself calls it: the word of the item first, then of its label, lead-in or
 * heading. What stands below «Anbefaling:» is a recommendation, in a guide too, and what stands below
 * «Råd» is advice. Below «Erfaringer og råd» an item that asks for nothing is a learning point.
 *
 * Standards, laws and manuals are full of bør and must, and none of it is advice: a document of that
 * kind gives no findings, and a document without any cue gives nothing at all.
 *
 * Points of a summary are joined to the full ones they shorten by what they say, not by their order.
 */
#ifndef SAMSOK_INSIGHT_POINTS_H
#define SAMSOK_INSIGHT_POINTS_H

#include "core/language/analyser.h"
#include "core/model/document.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* X(KIND, name in JSON, name in Norwegian) */
#define SAMSOK_POINT_KIND_LIST(X) \
    X(LEARNING, "learning-point", "læringspunkt") \
    X(ADVICE, "advice", "råd") \
    X(RECOMMENDATION, "recommendation", "anbefaling") \
    X(FOCUS_AREA, "focus-area", "innsatsområde") \
    X(FINDING, "finding", "funn")

typedef enum {
#define X(kind, name, norwegian) SAMSOK_POINT_##kind,
    SAMSOK_POINT_KIND_LIST(X)
#undef X
        SAMSOK_POINT_KIND_COUNT
} SamsokPointKind;

/* "learning-point"; "læringspunkt" */
const char *samsok_point_kind_name(SamsokPointKind kind);
const char *samsok_point_kind_norwegian(SamsokPointKind kind);
/* The kind with either name; SAMSOK_POINT_KIND_COUNT when there is none. */
SamsokPointKind samsok_point_kind_from_name(const char *name);

typedef struct {
    SamsokPointKind kind;
    char *number;      /* its own: "5"; "" when it has none */
    char *text;        /* the whole item, without its marker; parts of it are separated by LF */
    char *lead_in;     /* the sentence or heading that announces it; "" for none */
    char *cue;         /* what told: "marker «Råd 3:»", "heading «Anbefalinger»" */
    guint section;     /* of the document, or SAMSOK_NONE */
    guint first_block; /* blocks [first_block, end_block) */
    guint end_block;
    guint start;       /* bytes [start, end) in the block where the point is a sentence of it; */
    guint end;         /* 0 and 0 where it is the blocks as a whole */
    SamsokPlace place;
    bool is_negated;   /* advises against: «fraråder», «anbefales ikke» */
    guint summary_of;  /* the point it shortens, an index into the same array; SAMSOK_NONE for none */
    double summary_score; /* how much of it is said there, 0 to 1 */
} SamsokPoint;

/* All points of `document`, in its order, not joined. Owner: the caller unrefs the array of
 * SamsokPoint *. */
GPtrArray *samsok_points(const SamsokDocument *document);
/* True when the summary has points to be joined; without them no analyser is needed. */
bool samsok_points_have_summary(const SamsokDocument *document, const GPtrArray *points);
/* Joins the points of the summary to the full ones. */
void samsok_points_join_summary(const SamsokDocument *document, SamsokAnalyser *analyser,
                                GPtrArray *points);

G_END_DECLS

#endif
