/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One entry in each format, appended to a text: what tools/cite.h prints, and what tests look at. */
#ifndef SAMSOK_TOOLS_CITE_RENDER_H
#define SAMSOK_TOOLS_CITE_RENDER_H

#include "tools/citable.h"
#include "tools/cite.h"

#include <glib.h>

G_BEGIN_DECLS

void samsok_bibtex_append(GString *out, const SamsokCitable *citable);
void samsok_ris_append(GString *out, const SamsokCitable *citable);
void samsok_markdown_append(GString *out, const SamsokCitable *citable);
/* One object, without a line break at its end. */
void samsok_csl_append(GString *out, const SamsokCitable *citable);
/* A cell as CSV or TSV has it and no spreadsheet takes for a formula, without what parts it from the next. */
void samsok_table_append_cell(GString *line, const char *cell, const SamsokCiteStyle *style);
/* The line of column names, and a line of cells. `style` is that of CSV or TSV. */
void samsok_table_append_head(GString *out, const SamsokCiteStyle *style);
void samsok_table_append(GString *out, const SamsokCitable *citable, const SamsokCiteStyle *style);

G_END_DECLS

#endif
