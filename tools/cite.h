/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing what can be cited in the formats of spreadsheets, reference managers and memos.
 *
 *   csv       RFC 4180 with a header line, CR LF and a byte order mark, which Excel needs for æøå
 *   tsv       the same columns without quoting: a tab or line break in a cell becomes a blank
 *   bibtex    @techreport, for BibTeX and biber alike
 *   ris       RPRT, for EndNote, Zotero, Mendeley
 *   csl-json  an array of items for citation processors (CSL 1.0.2)
 *   markdown  a quotation with its source below, for a memo
 *
 * Each hit is one entry whose pages are those of the hit, and whose note holds the quotation. Nothing to
 * cite makes an empty document that is valid: a header line, an empty array, or nothing.
 */
#ifndef SAMSOK_TOOLS_CITE_H
#define SAMSOK_TOOLS_CITE_H

#include "tools/citable.h"
#include "tools/command.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct {
    SamsokFormat format;
    char separator; /* CSV: ',', or ';' as spreadsheets set up for Norwegian want it */
} SamsokCiteStyle;

/* True for the formats above; text, JSON and JSON lines are the command's own. */
bool samsok_cite_is_format(SamsokFormat format);

/* Reads --format and --csv-separator (both may be NULL) of a command that can print all formats. False
 * after printing one line. */
bool samsok_cite_style_read(const SamsokCommand *command, const char *format, const char *separator,
                            SamsokCiteStyle *out);

/* Prints `citables` (of SamsokCitable) on standard output. */
void samsok_cite_print(const GArray *citables, const SamsokCiteStyle *style);
/* The hits of `answer`. */
void samsok_cite_answer(const SamsokAnswer *answer, const SamsokCiteStyle *style);

G_END_DECLS

#endif
