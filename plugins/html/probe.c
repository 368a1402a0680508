/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How sure the HTML plugin is that a file is HTML, from its first bytes. */
#include "config.h"

#include "plugins/html/probe.h"

#include "plugins/html/strings.h"

#include <string.h>

/* Bids. A declared media type counts 50, so a fragment must pass that. */
#define BID_CERTAIN 95
#define BID_FRAGMENT 80
#define BID_TAGS 60
#define BID_NAMED 50
#define BID_NONE 0

/* Elements with which a fragment begins. Only what Markdown files do not usually begin with counts
 * as much; `p`, `div` and `img` stand on top of many a README and must be followed by more. */
static const char *const opening_tags[] = {
    "head",  "body", "title",   "meta",   "main",    "article", "section", "header", "nav", "h1",
    "h2",    "h3",   "h4",      "p",      "div",     "table",   "ul",      "ol",     "dl",  "blockquote",
    "style", "link", "base",    "script", "center",  "form",    "aside",   "span",   "a",   "frameset",
    "b",     "font", "details", "figure", "pre",     "hr",      NULL};

static size_t skip_spaces(const char *head, size_t len, size_t at)
{
    while (at < len && html_is_space(head[at])) {
        at++;
    }
    return at;
}

/* Past white space, a byte order mark, comments and processing instructions. */
static size_t skip_prologue(const char *head, size_t len)
{
    size_t at = len >= 3 && memcmp(head, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    for (;;) {
        at = skip_spaces(head, len, at);
        const char *closing = html_starts_with(head + at, len - at, "<!--")   ? "-->"
                              : html_starts_with(head + at, len - at, "<?xml") ? "?>"
                                                                               : NULL;
        if (closing == NULL) {
            return at;
        }
        at += html_find(head + at, len - at, closing);
        at = at < len ? at + strlen(closing) : len;
    }
}

static size_t name_len(const char *tag, size_t len)
{
    size_t count = 0;
    while (count < len && (html_is_letter(tag[count]) || html_is_digit(tag[count]))) {
        count++;
    }
    return count;
}

/* How many start or end tags of blocks the head holds, and how many lines look like Markdown. */
static void count_marks(const char *head, size_t len, size_t *out_tags, size_t *out_markdown)
{
    static const char *const blocks[] = {"p",  "div", "li", "td",  "tr", "h1",      "h2",      "h3",
                                         "ul", "ol",  "br", "table", "section", "article", NULL};
    *out_tags = 0;
    *out_markdown = 0;
    for (size_t i = 0; i + 2 < len; i++) {
        if (head[i] == '<') {
            size_t at = i + 1 + (head[i + 1] == '/');
            *out_tags += html_is_one_of(head + at, name_len(head + at, len - at), blocks);
        }
        bool is_line_start = i == 0 || head[i - 1] == '\n';
        *out_markdown += is_line_start && (head[i] == '#' || memcmp(head + i, "```", 3) == 0 ||
                                           memcmp(head + i, "* ", 2) == 0 ||
                                           memcmp(head + i, "- ", 2) == 0);
    }
}

/* UTF-16 pages are ASCII in every other byte: enough to know the beginning by. */
static size_t narrow(const char *head, size_t len, char *out, size_t size)
{
    if (len < 4 || !((head[0] == '\xff' && head[1] == '\xfe') ||
                     (head[0] == '\xfe' && head[1] == '\xff'))) {
        return 0;
    }
    size_t count = 0;
    for (size_t i = 2 + (head[0] == '\xfe'); i < len && count < size; i += 2) {
        out[count++] = head[i];
    }
    return count;
}

static int bid_for(const char *head, size_t len, bool is_named)
{
    size_t at = skip_prologue(head, len);
    const char *start = head + at;
    size_t left = len - at;
    if (html_starts_with(start, left, "<!doctype")) {
        size_t type = skip_spaces(start, left, strlen("<!doctype"));
        bool is_html = html_starts_with(start + type, left - type, "html");
        bool is_xml = html_starts_with(head, len, "<?xml");
        return is_html ? BID_CERTAIN : is_named && !is_xml ? BID_NAMED : BID_NONE;
    }
    if (html_starts_with(start, left, "<html")) {
        return BID_CERTAIN;
    }
    bool begins_with_tag = left > 1 && start[0] == '<' &&
                           html_is_one_of(start + 1, name_len(start + 1, left - 1), opening_tags);
    bool is_other_xml = html_starts_with(head, len, "<?xml") && !begins_with_tag;
    if (is_other_xml) {
        return html_find(start, left, "<html") < left ? BID_TAGS : BID_NONE;
    }
    size_t tags = 0;
    size_t markdown = 0;
    count_marks(start, left, &tags, &markdown);
    if (begins_with_tag && tags > 2 * markdown) {
        return BID_FRAGMENT;
    }
    bool is_mostly_tags = (tags >= 6 && tags > 4 * markdown) || (begins_with_tag && markdown == 0);
    return is_named ? BID_NAMED : is_mostly_tags ? BID_TAGS : BID_NONE;
}

int html_probe(const char *head, size_t len, const char *media_type)
{
    bool is_named = media_type != NULL && (strcmp(media_type, "text/html") == 0 ||
                                           strcmp(media_type, "application/xhtml+xml") == 0);
    char wide[1024];
    size_t narrowed = narrow(head, len, wide, sizeof wide);
    return narrowed > 0 ? bid_for(wide, narrowed, is_named) : bid_for(head, len, is_named);
}
