/* SPDX-License-Identifier: GPL-3.0-or-later */
/* References to reports and other documents that a document makes: what is cited, and where.
 *
 * Five forms are known, told apart by the best that is known of what is meant:
 *
 *     number       «Difi-rapport 2014:07», «Rapport 1/2017», «NOU 2005: 6», «Meld. St. 19 (2008–2009)»,
 *                  «Dok. 3:3 (2012–2013)», «2014:7» alone
 *     title        «Mot alle odds?» in quotes, where something says that it is a document: the word
 *                  rapporten before it, -rapporten behind it, (Difi 2016) behind it, a heading of its own
 *     author-year  (Difi 2014), (Waterman, Peters & Phillips 1980), Christensen og Lægreid (2018)
 *     listed       an entry of a reference list, with whatever it says
 *     mention      told of without any of these: «Difi-rapporten fra 2014», «Rapporten fra prosjektet …
 *                  høsten 2014», «rapporten om deres samordningsroller»
 *
 * What stands side by side and speaks of one document is one reference: «Saman om felles mål»
 * (Difi-rapport 2010:18) has title, series, number and year. Nothing is looked up here: which report of a
 * corpus is meant is decided when somebody asks (index/resolve.h), for it may come later.
 *
 * What looks alike and is none: times (20:15), paragraphs (§ 2-1), ISSN and ISBN, standards (ISO
 * 9001:2015), ranges of years, budgets, quoted sentences before a reference, «denne rapporten».
 *
 * Source: domain notes on the numbering of Difi and DFØ; Stortinget's own way of citing its papers.
 */
#ifndef SAMSOK_INSIGHT_REFERENCES_H
#define SAMSOK_INSIGHT_REFERENCES_H

#include "core/model/document.h"

#include <glib.h>

G_BEGIN_DECLS

/* X(FORM, name in output), best first. */
#define SAMSOK_REFERENCE_FORM_LIST(X) \
    X(NUMBER, "number") \
    X(TITLE, "title") \
    X(AUTHOR_YEAR, "author-year") \
    X(LISTED, "listed") \
    X(MENTION, "mention")

typedef enum {
#define X(form, name) SAMSOK_REFERENCE_##form,
    SAMSOK_REFERENCE_FORM_LIST(X)
#undef X
} SamsokReferenceForm;

/* "author-year" */
const char *samsok_reference_form_name(SamsokReferenceForm form);
/* The form called `name`; MENTION when there is none. */
SamsokReferenceForm samsok_reference_form_from_name(const char *name);

/* Strings are owned and never NULL; "" is unknown. */
typedef struct {
    SamsokReferenceForm form;
    char *text;    /* as written, white space squeezed */
    char *series;  /* "Difi-rapport", "Rapport", "NOU", "Meld. St.", … ; the kind alone where no
                    * publisher is named */
    char *number;  /* as printed, without blanks around signs: "2014:07", "1/2017", "19", "3:3" */
    guint year;    /* of «2014:7» and «(Difi 2014)»; the first of a session «2008–2009»; 0 */
    guint serial;  /* the number as an integer beside the year: 7 of «2014:07», 19; 0 */
    char *author;  /* "Difi", "Christensen og Lægreid" */
    char *title;   /* without quotes */
    char *chapter; /* «kap. 5.7» → "5.7" */
    char *page;    /* «s. 34» → "34" */
    guint block;   /* index in the document */
    guint start;   /* code points in the block's text */
    guint end;     /* behind the last one */
    guint start_byte;
    guint end_byte;
    SamsokPlace place; /* of the reference: its page and line, as nearly as the block's tell */
} SamsokReference;

void samsok_reference_free(SamsokReference *reference);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokReference, samsok_reference_free)

/* Finds references; one belongs to one thread and serves many documents. */
typedef struct _SamsokReferenceFinder SamsokReferenceFinder;

SamsokReferenceFinder *samsok_reference_finder_new(void);
void samsok_reference_finder_free(SamsokReferenceFinder *finder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokReferenceFinder, samsok_reference_finder_free)

/* The references in all blocks but contents and furniture, in order of place, not overlapping, at most
 * SAMSOK_MAX_REFERENCES. Those to the document itself (its own number on its title page) are among them.
 * Owner: the caller; a GPtrArray of SamsokReference *. */
GPtrArray *samsok_reference_finder_document(SamsokReferenceFinder *finder,
                                            const SamsokDocument *document);

/* What a text by itself is taken for. */
typedef enum { SAMSOK_CITING_BODY, SAMSOK_CITING_HEADING, SAMSOK_CITING_ENTRY } SamsokCitingText;

/* The same for one text (clean) by itself, as block 0 without place. */
GPtrArray *samsok_reference_finder_text(SamsokReferenceFinder *finder, const char *text,
                                        SamsokCitingText kind);

G_END_DECLS

#endif
