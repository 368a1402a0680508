/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds what surrounds a document on its page: navigation, cookie notices, buttons, hidden parts.
 *
 * What is found is marked as dropped in the tree. Marks that a page's author set on purpose (nav,
 * role, hidden) are believed; class names and ids are believed only when what they name looks the
 * part: short, or mostly links. A class never drops most of a page.
 */
#ifndef SAMSOK_HTML_CHROME_H
#define SAMSOK_HTML_CHROME_H

#include "plugins/html/tree.h"

/* Marks what is no part of the text, below the body. Measures prose anew. */
void html_chrome_drop(HtmlTree *tree);

/* True when the element is a table of contents: its lines are kept as such where it stands inside
 * the main content. */
bool html_chrome_is_contents(const HtmlTree *tree, uint32_t index);

/* True when the whole text of a block is a phrase that pages offer as a link or button, such as
 * «Til toppen», «Skriv ut» or «Hopp til hovedinnhold». */
bool html_chrome_is_phrase(const char *text, size_t len);

/* True when the attribute's value, cut into words at anything but letters and at capitals inside a
 * word, holds one of the words: "page-navFooter" holds "footer". */
bool html_chrome_has_part(const HtmlTree *tree, uint32_t index, const char *attribute,
                          const char *const *words);

#endif
