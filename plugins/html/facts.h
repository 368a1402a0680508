/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Metadata as label and value: how values are written, and lists of them in the page itself. */
#ifndef SAMSOK_HTML_FACTS_H
#define SAMSOK_HTML_FACTS_H

#include "plugins/html/sink.h"
#include "plugins/html/tree.h"

/* Writes a META run. Dates are made ISO 8601 where they can be read, language tags are cut to
 * language and region; a value that says nothing writes nothing. */
void html_fact_write(HtmlSink *sink, const char *key, const char *value, size_t len);

/* Appends at most `most` bytes of the text below a node to `out`, white space collapsed. */
void html_fact_text(const HtmlTree *tree, uint32_t index, size_t most, HtmlText *out);

/* Finds definition lists and tables that describe the document (most of their labels are known ones
 * such as «Dato», «Departement», «Korttittel»), writes their values and marks them as dropped. */
void html_facts_take(HtmlTree *tree, HtmlSink *sink);

#endif
