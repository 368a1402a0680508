/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page says of itself: title, authors, date, publisher, language, address.
 *
 * Read are, in rising order of trust: the first heading, `title`, Open Graph and article properties,
 * Dublin Core and citation names, and lists of metadata in the page such as Lovdata's («Dato»,
 * «Departement», «Korttittel»). A site's name behind a separator is taken off the title when it is
 * named elsewhere as the site's, or when the first heading is the rest.
 */
#ifndef SAMSOK_HTML_METADATA_H
#define SAMSOK_HTML_METADATA_H

#include "plugins/html/sink.h"
#include "plugins/html/tree.h"

/* Writes the META runs. Lists of metadata found in the page are marked as dropped. */
void html_metadata_read(HtmlTree *tree, HtmlSink *sink);

#endif
