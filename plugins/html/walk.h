/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through the chosen parts of the tree in document order and writes their runs.
 *
 * Blocks become runs of their kind; inline elements add nothing of their own. What a block is called
 * depends on what it stands in, so a stack of frames runs along, one for each open element, each
 * with the state that holds inside it.
 *
 *   - A list item's first block is an ITEM with its marker; further blocks of the same item are ITEM
 *     runs without a marker: they go on with it.
 *   - A description list's terms are bold paragraphs, its descriptions paragraphs.
 *   - Two line breaks in a row part paragraphs, one is a blank.
 *   - A raised note mark becomes superscript digits behind its word.
 *   - An image's text is dropped (it repeats the caption or names an icon), except where it is all
 *     that a heading or a figure without caption has.
 */
#ifndef SAMSOK_HTML_WALK_H
#define SAMSOK_HTML_WALK_H

#include "plugins/html/content.h"
#include "plugins/html/sink.h"
#include "plugins/html/tree.h"

void html_walk(const HtmlTree *tree, const HtmlContent *content, HtmlSink *sink);

#endif
