/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which parts of the page are the document.
 *
 * In this order: everything, when the page is so small that nothing on it can be told apart; `main`;
 * the articles; else the body without the blocks of links around the part that holds most of the
 * text. What was chosen must hold at least half of the page's running text, or the body is taken:
 * a document with some navigation in it is better than one that is not there.
 */
#ifndef SAMSOK_HTML_CONTENT_H
#define SAMSOK_HTML_CONTENT_H

#include "plugins/html/tree.h"

typedef struct {
    uint32_t *roots; /* in reading order; the page's title may come first from outside them */
    uint32_t len;
    uint32_t size;
    bool is_whole;   /* the page is taken as it is, nothing dropped but code */
} HtmlContent;

/* Drops what surrounds the document (chrome.h) and chooses the roots to be walked.
 * Owner: the caller clears `out`. */
void html_content_find(HtmlTree *tree, HtmlContent *out);
void html_content_clear(HtmlContent *content);

#endif
