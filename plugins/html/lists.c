/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists and their markers. */
#include "config.h"

#include "plugins/html/walker.h"

#include "plugins/html/strings.h"

#include <stdio.h>
#include <string.h>

#define BULLET "\xe2\x80\xa2"

/* Signs that people type in front of items; the longest is three bytes. */
static const char *const bullets[] = {"-", "\xe2\x80\x93", "\xe2\x80\x94", "\xe2\x80\xa2",
                                      "\xc2\xb7", "*", "\xe2\x80\xa3", "\xe2\x97\xa6",
                                      "\xe2\x96\xaa", "\xe2\x9c\x93", NULL};

/* The number of items a reversed list counts down from. */
static int count_items(const HtmlTree *tree, uint32_t list)
{
    int count = 0;
    for (uint32_t i = list + 1; i < tree->nodes[list].end; i = tree->nodes[i].end) {
        count += tree->nodes[i].tag == GUMBO_TAG_LI;
    }
    return count;
}

void html_list_enter(HtmlWalker *walker)
{
    const HtmlTree *tree = walker->tree;
    HtmlFrame *frame = html_walker_top(walker);
    html_walker_border(walker);
    frame->state.depth++;
    frame->state.list = walker->len - 1;
    frame->state.item = HTML_NONE;
    if (tree->nodes[frame->index].tag != GUMBO_TAG_OL) {
        frame->style = 0;
        return;
    }
    const char *type = html_tree_attribute(tree, frame->index, "type");
    bool is_reversed = html_tree_attribute(tree, frame->index, "reversed") != NULL;
    frame->style = type != NULL && strchr("1aAiI", type[0]) != NULL && type[0] != '\0' ? type[0]
                                                                                      : '1';
    frame->step = is_reversed ? -1 : 1;
    int first = is_reversed ? count_items(tree, frame->index) : 1;
    frame->number = html_tree_number(tree, frame->index, "start", first);
}

static void write_letters(int number, char first, char out[HTML_MARKER_MAX])
{
    char letters[HTML_MARKER_MAX];
    size_t count = 0;
    for (; number > 0 && count < 8; number = (number - 1) / 26) {
        letters[count++] = (char)(first + (number - 1) % 26);
    }
    for (size_t i = 0; i < count; i++) {
        out[i] = letters[count - 1 - i];
    }
    memcpy(out + count, ".", sizeof ".");
}

static void write_roman(int number, bool is_upper, char out[HTML_MARKER_MAX])
{
    static const struct {
        int value;
        const char *sign;
    } signs[] = {{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"},
                 {9, "ix"},  {5, "v"},   {4, "iv"}, {1, "i"}};
    size_t count = 0;
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        while (number >= signs[i].value) {
            for (const char *sign = signs[i].sign; *sign != '\0'; sign++) {
                out[count++] = (char)(is_upper ? *sign - 'a' + 'A' : *sign);
            }
            number -= signs[i].value;
        }
    }
    memcpy(out + count, ".", sizeof ".");
}

/* Letters and Roman numerals only where they have a form of moderate length. */
static void write_marker(int number, char style, char out[HTML_MARKER_MAX])
{
    if ((style == 'a' || style == 'A') && number > 0) {
        write_letters(number, style, out);
    } else if ((style == 'i' || style == 'I') && number > 0 && number < 300) {
        write_roman(number, style == 'I', out);
    } else {
        snprintf(out, HTML_MARKER_MAX, "%d.", number);
    }
}

void html_item_enter(HtmlWalker *walker)
{
    HtmlFrame *frame = html_walker_top(walker);
    html_walker_border(walker);
    frame->state.item = walker->len - 1;
    if (frame->state.kind == SAMSOK_RUN_QUOTE) {
        frame->state.kind = SAMSOK_RUN_PARAGRAPH;
    }
    if (frame->state.list == HTML_NONE) {
        frame->state.depth++;
    }
    const char *own = html_tree_attribute(walker->tree, frame->index, "data-li-identifier");
    HtmlFrame *list = frame->state.list == HTML_NONE ? NULL : &walker->frames[frame->state.list];
    if (list != NULL && list->style != 0) {
        int number = html_tree_number(walker->tree, frame->index, "value", list->number);
        write_marker(number, list->style, frame->marker);
        list->number = number + list->step;
    } else if (own != NULL && own[0] != '\0' && strlen(own) < HTML_MARKER_MAX) {
        memcpy(frame->marker, own, strlen(own) + 1);
    } else {
        memcpy(frame->marker, BULLET, sizeof BULLET);
    }
}

static bool is_bullet(const char *text, size_t len)
{
    return html_is_one_of(text, len, bullets);
}

bool html_is_marker(const char *text, size_t len)
{
    html_trim(&text, &len);
    if (is_bullet(text, len)) {
        return true;
    }
    if (html_starts_with(text, len, "\xc2\xa7")) {
        text += 2;
        len -= 2;
        html_trim(&text, &len);
    }
    bool has_parenthesis = len > 0 && text[0] == '(';
    size_t at = has_parenthesis;
    size_t digits = 0;
    size_t letters = 0;
    while (at < len && (html_is_digit(text[at]) || html_is_letter(text[at]) ||
                        (text[at] == '.' && at + 1 < len && html_is_digit(text[at + 1])))) {
        digits += html_is_digit(text[at]);
        letters += html_is_letter(text[at]);
        at++;
    }
    bool has_end = at < len && (text[at] == ')' || text[at] == '.');
    return at + has_end == len && at <= 8 && letters <= 4 && (digits > 0 || letters > 0) &&
           (has_end || letters == 0);
}

void html_item_claim_marker(HtmlWalker *walker)
{
    size_t len = 0;
    const char *text = html_sink_text(walker->sink, &len);
    size_t end = 0;
    while (end < len && end <= HTML_MARKER_MAX && !html_is_space(text[end])) {
        end++;
    }
    bool has_number = end > 1 && html_is_digit(text[end - 2]) && text[end - 1] == '.';
    bool has_letter = end > 1 && text[end - 1] == ')';
    bool is_repeated = end == walker->sink->block.name_len && end > 0 &&
                       memcmp(text, html_sink_name(walker->sink), end) == 0;
    if (end < len && (is_bullet(text, end) || is_repeated ||
                      ((has_number || has_letter) && html_is_marker(text, end)))) {
        html_sink_split(walker->sink, 0, end, end + 1);
    }
}
