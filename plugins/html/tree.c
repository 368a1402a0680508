/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parsed document as one flat array in document order, with how much text lies where. */
#include "config.h"

#include "plugins/html/tree.h"

#include "plugins/html/strings.h"

#include <stdlib.h>
#include <string.h>

static const GumboVector *children_of(const GumboNode *node)
{
    switch (node->type) {
    case GUMBO_NODE_DOCUMENT:
        return &node->v.document.children;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
        return &node->v.element.children;
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_COMMENT:
    case GUMBO_NODE_WHITESPACE:
        break;
    }
    return NULL;
}

static uint32_t add_node(HtmlTree *tree, const GumboNode *node, uint32_t parent)
{
    tree->nodes = html_grow(tree->nodes, tree->len, &tree->size, sizeof(HtmlNode));
    bool is_element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
    tree->nodes[tree->len] = (HtmlNode){
        .node = node,
        .parent = parent,
        .end = 0, /* while the node is open: the number of children already added */
        .tag = is_element ? node->v.element.tag : GUMBO_TAG_LAST,
    };
    return tree->len++;
}

static void flatten(HtmlTree *tree, const GumboNode *document)
{
    uint32_t open = add_node(tree, document, HTML_NONE);
    while (open != HTML_NONE) {
        const GumboVector *children = children_of(tree->nodes[open].node);
        uint32_t added = tree->nodes[open].end;
        if (children != NULL && added < children->length) {
            tree->nodes[open].end++;
            open = add_node(tree, children->data[added], open);
        } else {
            tree->nodes[open].end = tree->len;
            open = tree->nodes[open].parent;
        }
    }
}

static uint32_t visible_bytes(const char *text)
{
    uint32_t count = 0;
    for (; *text != '\0'; text++) {
        count += !html_is_space(*text);
    }
    return count;
}

/* Descendants come after their ancestors, so one pass from the end adds everything up. */
static void measure(HtmlTree *tree)
{
    for (uint32_t i = tree->len; i-- > 1;) {
        HtmlNode *node = &tree->nodes[i];
        HtmlNode *parent = &tree->nodes[node->parent];
        if (html_tree_is_text(tree, i)) {
            node->text = visible_bytes(html_tree_text(tree, i));
        }
        if (html_tag_is_code(node->tag)) {
            node->text = 0;
            node->link = 0;
        }
        if (node->tag == GUMBO_TAG_A && html_tree_attribute(tree, i, "href") != NULL) {
            node->link = node->text;
        }
        parent->text += node->text;
        parent->link += node->link;
    }
}

void html_tree_init(HtmlTree *tree, const GumboNode *document)
{
    *tree = (HtmlTree){0};
    flatten(tree, document);
    measure(tree);
    html_tree_measure_prose(tree);
}

void html_tree_clear(HtmlTree *tree)
{
    free(tree->nodes);
    *tree = (HtmlTree){0};
}

void html_tree_measure_prose(HtmlTree *tree)
{
    for (uint32_t i = 0; i < tree->len; i++) {
        tree->nodes[i].prose = html_tree_is_text(tree, i) ? tree->nodes[i].text : 0;
    }
    for (uint32_t i = tree->len; i-- > 1;) {
        HtmlNode *node = &tree->nodes[i];
        bool is_link = node->tag == GUMBO_TAG_A && node->link == node->text;
        if (node->is_dropped || is_link || html_tag_is_code(node->tag)) {
            node->prose = 0;
        }
        tree->nodes[node->parent].prose += node->prose;
    }
}

bool html_tree_is_text(const HtmlTree *tree, uint32_t index)
{
    GumboNodeType type = tree->nodes[index].node->type;
    return type == GUMBO_NODE_TEXT || type == GUMBO_NODE_CDATA || type == GUMBO_NODE_WHITESPACE;
}

bool html_tree_is_element(const HtmlTree *tree, uint32_t index)
{
    return tree->nodes[index].tag != GUMBO_TAG_LAST;
}

const char *html_tree_text(const HtmlTree *tree, uint32_t index)
{
    return tree->nodes[index].node->v.text.text;
}

const char *html_tree_attribute(const HtmlTree *tree, uint32_t index, const char *name)
{
    if (!html_tree_is_element(tree, index)) {
        return NULL;
    }
    const GumboAttribute *attribute =
        gumbo_get_attribute(&tree->nodes[index].node->v.element.attributes, name);
    return attribute == NULL ? NULL : attribute->value;
}

int html_tree_number(const HtmlTree *tree, uint32_t index, const char *name, int otherwise)
{
    const char *value = html_tree_attribute(tree, index, name);
    if (value == NULL) {
        return otherwise;
    }
    while (html_is_space(*value)) {
        value++;
    }
    bool is_negative = *value == '-';
    value += is_negative;
    if (!html_is_digit(*value)) {
        return otherwise;
    }
    int number = 0;
    for (; html_is_digit(*value) && number < 100000; value++) {
        number = number * 10 + (*value - '0');
    }
    return is_negative ? -number : number;
}

bool html_tree_has_word(const HtmlTree *tree, uint32_t index, const char *name,
                        const char *const *words)
{
    const char *value = html_tree_attribute(tree, index, name);
    while (value != NULL && *value != '\0') {
        size_t len = 0;
        while (value[len] != '\0' && !html_is_space(value[len])) {
            len++;
        }
        if (html_is_one_of(value, len, words)) {
            return true;
        }
        value += len;
        while (html_is_space(*value)) {
            value++;
        }
    }
    return false;
}

uint32_t html_tree_find(const HtmlTree *tree, uint32_t root, GumboTag tag)
{
    for (uint32_t i = root + 1; i < tree->nodes[root].end; i++) {
        if (tree->nodes[i].tag == tag) {
            return i;
        }
    }
    return HTML_NONE;
}

bool html_tree_is_inside(const HtmlTree *tree, uint32_t index, GumboTag tag)
{
    for (uint32_t i = index; i != HTML_NONE; i = tree->nodes[i].parent) {
        if (tree->nodes[i].tag == tag) {
            return true;
        }
    }
    return false;
}
