/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parsed document as one flat array in document order, with how much text lies where.
 *
 * Every later step (finding navigation, finding the main content, walking, metadata) goes over this
 * array with loops, never by recursion, so that no nesting can exhaust the stack. The node at index
 * i has its descendants at i+1 … end−1; its first child is at i+1, its next sibling at its end.
 */
#ifndef SAMSOK_HTML_TREE_H
#define SAMSOK_HTML_TREE_H

#include <gumbo.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* No node: the parent of the root, or nothing found. */
#define HTML_NONE UINT32_MAX

typedef struct {
    const GumboNode *node;
    uint32_t parent;
    uint32_t end;       /* the index after the last descendant */
    uint32_t text;      /* bytes of visible text below, white space not counted */
    uint32_t link;      /* of these, bytes inside links */
    uint32_t prose;     /* of these, bytes outside links and outside what was dropped */
    GumboTag tag;       /* GUMBO_TAG_LAST for what is no element */
    bool is_dropped;    /* it and all below is not the document's text */
} HtmlNode;

typedef struct {
    HtmlNode *nodes; /* nodes[0] is the document */
    uint32_t len;
    uint32_t size;
} HtmlTree;

/* Flattens and measures a parsed document. The tree points into `document`, which must outlive it.
 * Owner: the caller clears it. */
void html_tree_init(HtmlTree *tree, const GumboNode *document);
void html_tree_clear(HtmlTree *tree);

/* Fills in `prose`, after nodes were marked as dropped. */
void html_tree_measure_prose(HtmlTree *tree);

bool html_tree_is_text(const HtmlTree *tree, uint32_t index);
bool html_tree_is_element(const HtmlTree *tree, uint32_t index);
/* A text node's text, NUL-terminated, lent by the document. */
const char *html_tree_text(const HtmlTree *tree, uint32_t index);
/* An attribute's value, lent by the document; NULL when the element has none of that name. */
const char *html_tree_attribute(const HtmlTree *tree, uint32_t index, const char *name);
/* An attribute's value as a number; `otherwise` when it is absent or none. Held within ±999999. */
int html_tree_number(const HtmlTree *tree, uint32_t index, const char *name, int otherwise);
/* True when the words of the attribute `name` ("class", "role", …) contain one of `words`. A word
 * ends at white space only; letters of either case are alike. */
bool html_tree_has_word(const HtmlTree *tree, uint32_t index, const char *name,
                        const char *const *words);
/* The first element with that tag below `root`; HTML_NONE when there is none. */
uint32_t html_tree_find(const HtmlTree *tree, uint32_t root, GumboTag tag);
/* True when `index` or one of its ancestors up to but not including `root` has the tag. */
bool html_tree_is_inside(const HtmlTree *tree, uint32_t index, GumboTag tag);

/* Whether the element begins and ends a block, as browsers show it by default. */
bool html_tag_is_block(GumboTag tag);
/* Whether its content is code, style or an inert template, which nobody reads. */
bool html_tag_is_code(GumboTag tag);
/* 1 to 6 for h1 to h6, else 0. */
uint32_t html_tag_heading_level(GumboTag tag);

#endif
