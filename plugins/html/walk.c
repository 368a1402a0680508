/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through the chosen parts of the tree in document order and writes their runs. */
#include "config.h"

#include "plugins/html/walk.h"

#include "plugins/html/chrome.h"
#include "plugins/html/walker.h"

#include <stdlib.h>
#include <string.h>

/* A law's paragraphs stand below its parts and chapters. */
enum { LAW_LEVEL = 3, ZERO_WIDTH_BYTES = 3 };

HtmlFrame *html_walker_top(HtmlWalker *walker)
{
    return &walker->frames[walker->len - 1];
}

static bool is_zero_width(const char *text)
{
    return strncmp(text, "\xe2\x80\x8b", ZERO_WIDTH_BYTES) == 0;
}

size_t html_walker_peek(const HtmlTree *tree, uint32_t index, char *out, size_t size)
{
    size_t len = 0;
    for (uint32_t i = index; i < tree->nodes[index].end && len < size; i++) {
        if (!html_tree_is_text(tree, i)) {
            continue;
        }
        for (const char *text = html_tree_text(tree, i); *text != '\0' && len < size; text++) {
            if (is_zero_width(text)) {
                text += ZERO_WIDTH_BYTES - 1;
            } else if (!html_is_space(*text)) {
                out[len++] = *text;
            }
        }
    }
    return len;
}

/* A mark with nothing behind it: the section sign and number of a law's paragraph, or an item's
 * marker in an element of its own. */
static bool is_mark_alone(const HtmlSink *sink)
{
    size_t len = 0;
    const char *text = html_sink_text(sink, &len);
    bool is_item = sink->block.kind == SAMSOK_RUN_ITEM;
    bool is_section = sink->block.kind == SAMSOK_RUN_PARAGRAPH &&
                      html_starts_with(text, len, "\xc2\xa7");
    return len > 0 && len < HTML_MARKER_MAX && (is_item || is_section) && html_is_marker(text, len);
}

static void finish_block(HtmlWalker *walker)
{
    HtmlSink *sink = walker->sink;
    if (sink->block.kind == SAMSOK_RUN_ITEM) {
        html_item_claim_marker(walker);
    } else if (sink->block.kind == SAMSOK_RUN_NOTE) {
        html_note_claim_mark(walker);
    }
    size_t len = 0;
    const char *text = html_sink_text(sink, &len);
    bool is_button = !walker->is_whole && sink->block.kind != SAMSOK_RUN_CELL &&
                     sink->block.kind != SAMSOK_RUN_HEADING && sink->link_bytes * 2 > sink->word_bytes &&
                     html_chrome_is_phrase(text, len);
    if (is_button) {
        html_sink_drop(sink);
    }
    html_sink_close(sink);
    walker->is_waiting = false;
}

void html_walker_close(HtmlWalker *walker)
{
    if (html_sink_is_open(walker->sink)) {
        finish_block(walker);
    }
}

void html_walker_border(HtmlWalker *walker)
{
    html_sink_blank(walker->sink);
    if (html_walker_top(walker)->state.is_flat || !html_sink_is_open(walker->sink)) {
        return;
    }
    if (!walker->is_waiting && !walker->is_whole && is_mark_alone(walker->sink)) {
        walker->is_waiting = true;
    } else if (!walker->is_waiting) {
        finish_block(walker);
    }
}

static void open_note(HtmlWalker *walker, const HtmlState *state)
{
    const HtmlFrame *item = state->item == HTML_NONE ? NULL : &walker->frames[state->item];
    size_t len = item != NULL && html_is_digit(item->marker[0]) ? strlen(item->marker) - 1 : 0;
    html_sink_open(walker->sink, SAMSOK_RUN_NOTE, 0, 0, len > 0 ? item->marker : NULL, len);
}

static void open_item(HtmlWalker *walker, const HtmlState *state)
{
    HtmlFrame *item = &walker->frames[state->item];
    html_sink_open(walker->sink, SAMSOK_RUN_ITEM, state->depth, 0, item->marker,
                   strlen(item->marker));
    item->marker[0] = '\0';
}

/* The kind of a block that begins now. */
static uint32_t kind_of(const HtmlState *state)
{
    bool is_item = state->kind == SAMSOK_RUN_PARAGRAPH && state->item != HTML_NONE;
    return is_item ? SAMSOK_RUN_ITEM : state->kind;
}

void html_walker_open(HtmlWalker *walker)
{
    const HtmlState *state = &html_walker_top(walker)->state;
    HtmlSink *sink = walker->sink;
    uint32_t kind = kind_of(state);
    if (html_sink_is_open(sink) && walker->is_waiting) {
        bool goes_on = sink->block.kind == kind &&
                       (kind != SAMSOK_RUN_ITEM || walker->frames[state->item].marker[0] == '\0');
        if (!goes_on) {
            finish_block(walker);
        }
        walker->is_waiting = false;
    }
    if (html_sink_is_open(sink)) {
        return;
    }
    uint32_t level = kind == SAMSOK_RUN_HEADING    ? state->level
                     : kind == SAMSOK_RUN_CONTENTS ? (state->depth > 0 ? state->depth : 1)
                                                   : 0;
    if (kind == SAMSOK_RUN_ITEM) {
        open_item(walker, state);
    } else if (kind == SAMSOK_RUN_NOTE) {
        open_note(walker, state);
    } else {
        html_sink_open(sink, kind, level, state->flags & ~SAMSOK_RUN_BOLD, NULL, 0);
    }
}

static bool has_visible(const char *text)
{
    while (html_is_space(*text)) {
        text++;
    }
    return *text != '\0';
}

static void write_text(HtmlWalker *walker, uint32_t index)
{
    const char *text = html_tree_text(walker->tree, index);
    const HtmlState *state = &html_walker_top(walker)->state;
    if (!html_sink_is_open(walker->sink) || walker->is_waiting) {
        if (!has_visible(text)) {
            return;
        }
        html_walker_open(walker);
    }
    if (state->is_pre) {
        html_sink_write_raw(walker->sink, text, strlen(text));
    } else {
        /* «§ 1.» and its title in two elements that only style parts. */
        if (is_mark_alone(walker->sink)) {
            html_sink_blank(walker->sink);
        }
        html_sink_write(walker->sink, text, strlen(text), state->flags, state->is_link);
    }
}

static void write_break(HtmlWalker *walker)
{
    const HtmlState *state = &html_walker_top(walker)->state;
    HtmlSink *sink = walker->sink;
    if (state->is_pre) {
        html_sink_write_raw(sink, "\n", 1);
    } else if (sink->saw_break && !state->is_flat) {
        html_walker_border(walker);
    } else {
        html_sink_blank(sink);
        sink->saw_break = true;
    }
}

/* An image's text where nothing else says what it says. */
static void write_image(HtmlWalker *walker, uint32_t index)
{
    const HtmlTree *tree = walker->tree;
    const char *text = html_tree_attribute(tree, index, "alt");
    if (text == NULL || !has_visible(text)) {
        return;
    }
    for (uint32_t i = tree->nodes[index].parent; i != HTML_NONE; i = tree->nodes[i].parent) {
        GumboTag tag = tree->nodes[i].tag;
        bool is_alone = (tag == GUMBO_TAG_FIGURE || html_tag_heading_level(tag) > 0) &&
                        tree->nodes[i].text == 0;
        if (is_alone) {
            html_walker_open(walker);
            html_sink_write(walker->sink, text, strlen(text), 0, false);
        }
        if (is_alone || html_tag_is_block(tag)) {
            return;
        }
    }
}

/* A figure's or table's title by class, as DocBook and AsciiDoc write it. */
static bool is_caption(const HtmlTree *tree, uint32_t index)
{
    static const char *const title[] = {"title", NULL};
    static const char *const caption[] = {"caption", "wp-caption-text", "figuretext", NULL};
    static const char *const around[] = {"figure", "table", "imageblock", "tableblock", NULL};
    GumboTag tag = tree->nodes[index].tag;
    if (tag == GUMBO_TAG_CAPTION || tag == GUMBO_TAG_FIGCAPTION) {
        return true;
    }
    if (tag != GUMBO_TAG_P && tag != GUMBO_TAG_DIV) {
        return false;
    }
    return html_tree_has_word(tree, index, "class", caption) ||
           (html_tree_has_word(tree, index, "class", title) &&
            html_tree_has_word(tree, tree->nodes[index].parent, "class", around));
}

static void enter_flat(HtmlWalker *walker, uint32_t kind, uint32_t level)
{
    HtmlState *state = &html_walker_top(walker)->state;
    html_walker_border(walker);
    if (state->is_flat) {
        return;
    }
    html_walker_close(walker);
    state->kind = kind;
    state->level = level;
    state->is_flat = true;
    state->is_note = kind == SAMSOK_RUN_NOTE;
    state->flags = 0;
}

static uint32_t next_sibling(const HtmlTree *tree, uint32_t index)
{
    uint32_t end = tree->nodes[tree->nodes[index].parent].end;
    uint32_t i = tree->nodes[index].end;
    while (i < end && !html_tree_is_element(tree, i)) {
        i = tree->nodes[i].end;
    }
    return i < end ? i : HTML_NONE;
}

/* The number of a law's paragraph with its title in the next element: Lovdata's pages have no other
 * headings for them. */
static bool is_law_number(const HtmlTree *tree, uint32_t index)
{
    static const char *const number[] = {"paragrafvalue", NULL};
    static const char *const title[] = {"paragraftittel", NULL};
    if (!html_tree_has_word(tree, index, "class", number)) {
        return false;
    }
    uint32_t next = next_sibling(tree, index);
    return next != HTML_NONE && html_tree_has_word(tree, next, "class", title);
}

/* The title behind a law's number: it goes on with the open heading. */
static bool is_law_title(const HtmlWalker *walker, uint32_t index)
{
    static const char *const title[] = {"paragraftittel", NULL};
    return walker->is_waiting && walker->sink->block.kind == SAMSOK_RUN_HEADING &&
           html_tree_has_word(walker->tree, index, "class", title);
}

static void enter_law_title(HtmlWalker *walker)
{
    HtmlState *state = &html_walker_top(walker)->state;
    html_sink_blank(walker->sink);
    state->kind = SAMSOK_RUN_HEADING;
    state->is_flat = true;
    state->flags = 0;
}

static void enter_pre(HtmlWalker *walker)
{
    HtmlState *state = &html_walker_top(walker)->state;
    html_walker_border(walker);
    if (!state->is_flat) {
        html_walker_close(walker);
        state->kind = SAMSOK_RUN_PRE;
        state->is_pre = true;
        state->is_flat = true;
    }
}

static void enter_block(HtmlWalker *walker, GumboTag tag)
{
    HtmlState *state = &html_walker_top(walker)->state;
    html_walker_border(walker);
    if (state->is_flat) {
        return;
    }
    if (state->kind == SAMSOK_RUN_CONTENTS) {
        state->depth += tag == GUMBO_TAG_DL;
    } else if (tag == GUMBO_TAG_BLOCKQUOTE) {
        state->kind = SAMSOK_RUN_QUOTE;
    } else if (tag == GUMBO_TAG_FIGURE) {
        state->kind = SAMSOK_RUN_CAPTION;
    } else if (tag == GUMBO_TAG_DT || tag == GUMBO_TAG_SUMMARY) {
        state->flags |= SAMSOK_RUN_BOLD;
    }
}

static void enter_inline(HtmlWalker *walker, GumboTag tag)
{
    HtmlState *state = &html_walker_top(walker)->state;
    if (tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG) {
        state->flags |= SAMSOK_RUN_BOLD;
    } else if (tag == GUMBO_TAG_A) {
        state->is_link = true;
    }
}

/* Sets the state of an element that was just pushed. False when its content is not to be walked. */
static bool enter(HtmlWalker *walker, uint32_t index)
{
    const HtmlTree *tree = walker->tree;
    GumboTag tag = tree->nodes[index].tag;
    HtmlState *state = &html_walker_top(walker)->state;
    if (!walker->is_whole && html_chrome_is_contents(tree, index)) {
        state->kind = SAMSOK_RUN_CONTENTS;
    }
    if (is_law_number(tree, index)) {
        enter_flat(walker, SAMSOK_RUN_HEADING, LAW_LEVEL);
    } else if (is_law_title(walker, index)) {
        enter_law_title(walker);
    } else if (html_tag_heading_level(tag) > 0) {
        uint32_t kind = state->kind == SAMSOK_RUN_CONTENTS ? state->kind : SAMSOK_RUN_HEADING;
        enter_flat(walker, kind, html_tag_heading_level(tag));
    } else if (html_is_note(tree, index)) {
        if (tag == GUMBO_TAG_LI) {
            html_item_enter(walker);
        }
        enter_flat(walker, SAMSOK_RUN_NOTE, 0);
    } else if (is_caption(tree, index)) {
        enter_flat(walker, SAMSOK_RUN_CAPTION, 0);
    } else if (tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_MENU ||
               tag == GUMBO_TAG_DIR) {
        html_list_enter(walker);
    } else if (tag == GUMBO_TAG_LI) {
        html_item_enter(walker);
    } else if (tag == GUMBO_TAG_TABLE) {
        html_table_enter(walker);
    } else if (tag == GUMBO_TAG_TR) {
        return html_row_enter(walker);
    } else if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) {
        return html_cell_enter(walker);
    } else if (tag == GUMBO_TAG_PRE || tag == GUMBO_TAG_XMP || tag == GUMBO_TAG_LISTING ||
               tag == GUMBO_TAG_PLAINTEXT || tag == GUMBO_TAG_TEXTAREA) {
        enter_pre(walker);
    } else if (html_tag_is_block(tag)) {
        enter_block(walker, tag);
    } else {
        enter_inline(walker, tag);
    }
    return true;
}

static void leave(HtmlWalker *walker)
{
    const HtmlFrame *frame = html_walker_top(walker);
    GumboTag tag = walker->tree->nodes[frame->index].tag;
    bool was_flat = walker->len > 1 && walker->frames[walker->len - 2].state.is_flat;
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) {
        html_cell_leave(walker);
    } else if (tag == GUMBO_TAG_TR) {
        html_row_leave(walker);
    } else if (frame->state.is_flat && !was_flat && is_law_number(walker->tree, frame->index)) {
        walker->is_waiting = html_sink_is_open(walker->sink);
    } else if (frame->state.is_flat && !was_flat) {
        html_walker_close(walker);
    } else if (html_tag_is_block(tag)) {
        html_walker_border(walker);
    }
    walker->len--;
}

static void push(HtmlWalker *walker, uint32_t index)
{
    walker->frames = html_grow(walker->frames, walker->len, &walker->size, sizeof(HtmlFrame));
    HtmlFrame *frame = &walker->frames[walker->len];
    *frame = (HtmlFrame){.index = index};
    if (walker->len > 0) {
        frame->state = walker->frames[walker->len - 1].state;
    } else {
        frame->state = (HtmlState){.kind = SAMSOK_RUN_PARAGRAPH,
                                   .list = HTML_NONE,
                                   .item = HTML_NONE,
                                   .table = HTML_NONE};
    }
    walker->len++;
}

/* Elements of which nothing is walked. The document's title is metadata. */
static bool is_passed_over(const HtmlWalker *walker, uint32_t index)
{
    const HtmlNode *node = &walker->tree->nodes[index];
    bool is_title = node->tag == GUMBO_TAG_TITLE &&
                    walker->tree->nodes[node->parent].tag == GUMBO_TAG_HEAD &&
                    html_tree_find(walker->tree, node->parent, GUMBO_TAG_TITLE) == index;
    return html_tag_is_code(node->tag) || is_title || (node->is_dropped && !walker->is_whole) ||
           html_is_anchor_sign(walker, index);
}

/* Takes one node; returns the index to go on with. */
static uint32_t step(HtmlWalker *walker, uint32_t index)
{
    const HtmlNode *node = &walker->tree->nodes[index];
    if (html_tree_is_text(walker->tree, index)) {
        write_text(walker, index);
        return node->end;
    }
    if (!html_tree_is_element(walker->tree, index)) {
        return index + 1;
    }
    if (is_passed_over(walker, index)) {
        if (html_tag_is_block(node->tag)) {
            html_walker_border(walker);
        }
        return node->end;
    }
    if (node->tag == GUMBO_TAG_BR) {
        write_break(walker);
        return node->end;
    }
    if (node->tag == GUMBO_TAG_IMG) {
        write_image(walker, index);
        return node->end;
    }
    if (html_note_reference(walker, index)) {
        return node->end;
    }
    push(walker, index);
    if (!enter(walker, index)) {
        walker->len--;
        return node->end;
    }
    return index + 1;
}

static void walk_root(HtmlWalker *walker, uint32_t root)
{
    uint32_t end = walker->tree->nodes[root].end;
    uint32_t parent = walker->tree->nodes[root].parent;
    push(walker, parent == HTML_NONE ? root : parent);
    uint32_t i = root;
    while (i < end) {
        while (walker->len > 1 && walker->tree->nodes[html_walker_top(walker)->index].end <= i) {
            leave(walker);
        }
        i = step(walker, i);
    }
    while (walker->len > 1) {
        leave(walker);
    }
    html_walker_close(walker);
    walker->len = 0;
}

void html_walk(const HtmlTree *tree, const HtmlContent *content, HtmlSink *sink)
{
    HtmlWalker walker = {.tree = tree, .sink = sink, .is_whole = content->is_whole};
    for (uint32_t i = 0; i < content->len; i++) {
        walk_root(&walker, content->roots[i]);
    }
    free(walker.frames);
}
