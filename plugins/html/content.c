/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which parts of the page are the document. */
#include "config.h"

#include "plugins/html/content.h"

#include "plugins/html/chrome.h"
#include "plugins/html/strings.h"

#include <stdlib.h>
#include <string.h>

/* A page with less visible text than this, in bytes, is a fragment or a test, not a page with
 * something around it. A cookie notice alone is longer. */
#define WHOLE_PAGE_MAX 120
/* The part of the prose, in percent, that a container must hold to be the core of the page. */
#define CORE_PERCENT 80

void html_content_clear(HtmlContent *content)
{
    free(content->roots);
    *content = (HtmlContent){0};
}

static void add_root(HtmlContent *content, uint32_t index)
{
    content->roots = html_grow(content->roots, content->len, &content->size, sizeof(uint32_t));
    content->roots[content->len++] = index;
}

static bool is_main(const HtmlTree *tree, uint32_t index)
{
    static const char *const main_role[] = {"main", NULL};
    return tree->nodes[index].tag == GUMBO_TAG_MAIN ||
           html_tree_has_word(tree, index, "role", main_role);
}

static bool is_article(const HtmlTree *tree, uint32_t index)
{
    return tree->nodes[index].tag == GUMBO_TAG_ARTICLE;
}

/* Takes the outermost kept elements that `matches` likes; false, and none, when they hold less than
 * half of the prose. */
static bool take_roots(const HtmlTree *tree, uint32_t body, HtmlContent *out,
                       bool (*matches)(const HtmlTree *, uint32_t))
{
    uint32_t prose = 0;
    uint32_t i = body;
    while (i < tree->nodes[body].end) {
        bool is_root = !tree->nodes[i].is_dropped && html_tree_is_element(tree, i) &&
                       matches(tree, i);
        if (is_root) {
            add_root(out, i);
            prose += tree->nodes[i].prose;
        }
        i = is_root || tree->nodes[i].is_dropped ? tree->nodes[i].end : i + 1;
    }
    if (out->len > 0 && (uint64_t)prose * 2 >= tree->nodes[body].prose) {
        return true;
    }
    out->len = 0;
    return false;
}

static bool is_container(GumboTag tag)
{
    return tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_TABLE ||
           tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_TR || tag == GUMBO_TAG_TD ||
           tag == GUMBO_TAG_CENTER || tag == GUMBO_TAG_FORM || tag == GUMBO_TAG_ARTICLE ||
           tag == GUMBO_TAG_MAIN;
}

/* The smallest container that still holds nearly all the prose. */
static uint32_t find_core(const HtmlTree *tree, uint32_t body)
{
    uint32_t core = body;
    uint32_t i = body + 1;
    while (i < tree->nodes[core].end) {
        const HtmlNode *node = &tree->nodes[i];
        uint64_t needed = (uint64_t)tree->nodes[body].prose * CORE_PERCENT;
        if (is_container(node->tag) && (uint64_t)node->prose * 100 >= needed) {
            core = i;
            i++;
        } else {
            i = node->end;
        }
    }
    return core;
}

/* A table with head cells holds data even where its cells are links. */
static bool is_headed_table(const HtmlTree *tree, uint32_t index)
{
    return tree->nodes[index].tag == GUMBO_TAG_TABLE &&
           html_tree_find(tree, index, GUMBO_TAG_TH) != HTML_NONE;
}

static bool is_link_block(const HtmlTree *tree, uint32_t index)
{
    const HtmlNode *node = &tree->nodes[index];
    return html_tag_is_block(node->tag) && html_tag_heading_level(node->tag) == 0 &&
           node->text > 0 && node->link * 2 > node->text &&
           html_tree_find(tree, index, GUMBO_TAG_TH) == HTML_NONE;
}

/* Outside the core a block that is mostly links is navigation. */
static void drop_links_around(HtmlTree *tree, uint32_t body, uint32_t core)
{
    uint32_t i = body + 1;
    while (i < tree->nodes[body].end) {
        bool holds_core = i < core && core < tree->nodes[i].end;
        if (holds_core) {
            i++;
            continue;
        }
        bool is_kept =
            i == core || html_chrome_is_contents(tree, i) || is_headed_table(tree, i);
        if (!is_kept && is_link_block(tree, i)) {
            tree->nodes[i].is_dropped = true;
        }
        i = is_kept || tree->nodes[i].is_dropped ? tree->nodes[i].end : i + 1;
    }
}

/* The first h1 among what is kept below `root`. */
static bool has_kept_title(const HtmlTree *tree, uint32_t root)
{
    uint32_t i = root;
    while (i < tree->nodes[root].end) {
        if (tree->nodes[i].tag == GUMBO_TAG_H1 && !tree->nodes[i].is_dropped) {
            return true;
        }
        i = tree->nodes[i].is_dropped ? tree->nodes[i].end : i + 1;
    }
    return false;
}

/* The page's own title often stands in the page header, outside the content; it comes first. A
 * title that is a link is the site's name. */
static void add_page_title(const HtmlTree *tree, uint32_t body, HtmlContent *out)
{
    for (uint32_t i = 0; i < out->len; i++) {
        if (has_kept_title(tree, out->roots[i])) {
            return;
        }
    }
    uint32_t title = html_tree_find(tree, body, GUMBO_TAG_H1);
    if (title == HTML_NONE || tree->nodes[title].is_dropped ||
        tree->nodes[title].link * 2 > tree->nodes[title].text) {
        return;
    }
    add_root(out, title);
    memmove(out->roots + 1, out->roots, (out->len - 1) * sizeof(uint32_t));
    out->roots[0] = title;
}

void html_content_find(HtmlTree *tree, HtmlContent *out)
{
    *out = (HtmlContent){0};
    uint32_t body = html_tree_find(tree, 0, GUMBO_TAG_BODY);
    if (body == HTML_NONE || tree->nodes[0].text <= WHOLE_PAGE_MAX) {
        out->is_whole = true;
        add_root(out, 0);
        return;
    }
    html_chrome_drop(tree);
    if (tree->nodes[body].prose == 0 && tree->nodes[body].link == 0) {
        out->is_whole = true;
        add_root(out, 0);
        return;
    }
    if (!take_roots(tree, body, out, is_main) && !take_roots(tree, body, out, is_article)) {
        drop_links_around(tree, body, find_core(tree, body));
        add_root(out, body);
    }
    add_page_title(tree, body, out);
}
