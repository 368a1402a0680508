/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something that can be cited: a passage, a point, a case, with the report and the place it stands in.
 *
 * A command that can print references fills one SamsokCitable for each of its hits and hands the array to
 * samsok_cite_print (tools/cite.h), which knows the formats. All strings are lent by who fills the struct
 * and must live until it is printed; NULL is as good as "" in every one of them. What is derived from the
 * struct (citation line, link, key, …) is made here, so that all formats say the same.
 */
#ifndef SAMSOK_TOOLS_CITABLE_H
#define SAMSOK_TOOLS_CITABLE_H

#include "core/model/document.h"
#include "index/search.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
    const SamsokReportRecord *report; /* never NULL: for a case, the report that is quoted */
    const char *id;             /* stable: "difi-notat-2017-02#7f3a91c2d0"; never NULL, unique in the array */
    const char *kind;           /* as in JSON: "passage", "learning-point", "case" */
    const char *label;          /* what the text is, for readers: «læringspunkt 5»; NULL for a passage */
    guint rank;                 /* from 1; 0 where there is no order */
    double score;
    const char *section_number;
    const char *section_title;
    SamsokPlace place;
    const char *label_first;    /* printed page labels; "" where none is known */
    const char *label_last;
    const char *text;           /* the whole of it, with its line breaks */
    const char *quote;          /* what a reference quotes; NULL: the whole text */
    const GArray *highlights;   /* of SamsokSpan in the quote; NULL: none */
    const char *const *concepts; /* labels, NULL-terminated; NULL: none known */
    const char *const *cited;    /* ids of the reports it refers to, what the corpus lacks as it is
                                  * written; likewise */
} SamsokCitable;

/* What is known from the passage a thing stands in: report, id, section, place, text. A filler for another
 * kind goes on from here and sets what differs. */
SamsokCitable samsok_citable_of_passage(const SamsokReportRecord *report,
                                        const SamsokPassageRecord *passage);
/* The hits of an answer, passages or points, which lends its strings. Owner: the caller, who frees it with
 * samsok_citables_free; of SamsokCitable. */
GArray *samsok_citables_of_answer(const SamsokAnswer *answer);
void samsok_citables_free(GArray *citables);

/* "" for NULL. */
const char *samsok_citable_known(const char *value);
/* The quote, or the whole text. Lent. */
const char *samsok_citable_quote(const SamsokCitable *citable);

/* All of the following give a new string that the caller frees. */

/* «læringspunkt 5». */
char *samsok_citable_dup_label(const SamsokPointFields *point);
/* «Difi-notat 2017:2, kap. 3, s. 12 (læringspunkt 5)». */
char *samsok_citable_dup_citation(const SamsokCitable *citable);
/* Printed pages, the physical ones where none is printed, `dash` between first and last; "" without pages. */
char *samsok_citable_dup_pages(const SamsokCitable *citable, const char *dash);
/* "2.3 KMDs samordningsroller". */
char *samsok_citable_dup_section(const SamsokCitable *citable);
/* The file with the place to open, as shown to people: "a.pdf#page=14", "a.txt:437". */
char *samsok_citable_dup_link(const SamsokReportRecord *report, const SamsokPlace *place);
/* The report's address on the web with every character that no URL has encoded, at the page where it is
 * that of a PDF; "" when it has none. */
char *samsok_citable_dup_url(const SamsokCitable *citable);
/* A key for LaTeX: ASCII without anything special, the same in every run, unique where ids are, upper and
 * lower case being the same to BibTeX. "difi-notat-2017-02_7f3a91c2d0". */
char *samsok_citable_dup_key(const SamsokCitable *citable);
/* One line for a reference manager's note: «quote» – citation. Link. Id. */
char *samsok_citable_dup_note(const SamsokCitable *citable);

G_END_DECLS

#endif
