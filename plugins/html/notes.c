/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Footnotes: the notes themselves and the raised marks that lead to them. */
#include "config.h"

#include "plugins/html/walker.h"

#include "plugins/html/chrome.h"
#include "plugins/html/strings.h"

#include <string.h>

/* The longest reference mark that is raised: "[123]". */
#define MARK_MAX 8

static bool may_hold_note(GumboTag tag)
{
    return tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_P ||
           tag == GUMBO_TAG_ASIDE || tag == GUMBO_TAG_DD || tag == GUMBO_TAG_ARTICLE;
}

/* "fn1", "fn:1", "ftn.idm12", "_footnotedef_3", "cite_note-2": what the converters in use write. */
static bool is_note_id(const char *id)
{
    static const char *const beginnings[] = {
        "_footnotedef", "footnotedef", "sdfootnote", "sdendnote", "footnote", "fotnote", "endnote",
        "cite_note", "_ftn", "_edn", "ftn", "edn", "fn", NULL};
    size_t len = strlen(id);
    for (const char *const *beginning = beginnings; *beginning != NULL; beginning++) {
        if (!html_starts_with(id, len, *beginning)) {
            continue;
        }
        const char *rest = id + strlen(*beginning);
        rest += strspn(rest, "-_.:");
        rest += html_starts_with(rest, strlen(rest), "id") ? strspn(rest, "idm") : 0;
        return html_is_digit(rest[0]);
    }
    return false;
}

bool html_is_note(const HtmlTree *tree, uint32_t index)
{
    static const char *const roles[] = {"doc-footnote", "doc-endnote", NULL};
    static const char *const classes[] = {"footnote", "fotnote", "footnotetext", "fotnotetekst",
                                          "msofootnotetext", "msoendnotetext", "endnote", NULL};
    if (!may_hold_note(tree->nodes[index].tag)) {
        return false;
    }
    const char *id = html_tree_attribute(tree, index, "id");
    return html_tree_has_word(tree, index, "role", roles) ||
           html_tree_has_word(tree, index, "class", classes) || (id != NULL && is_note_id(id));
}

/* Takes "12", "[12]", "12.", "12)" and "*" for marks. */
static size_t mark_len(const char *text, size_t len, size_t *out_at, size_t *out_end)
{
    size_t at = len > 0 && (text[0] == '[' || text[0] == '(');
    *out_at = at;
    if (at < len && text[at] == '*') {
        at += strspn(text + at, "*");
    } else if (at + 1 < len && html_is_letter(text[at]) && text[at + 1] == ']') {
        at++;
    } else {
        while (at < len && at < *out_at + 3 && html_is_digit(text[at])) {
            at++;
        }
    }
    size_t found = at - *out_at;
    while (at < len && strchr("]).:", text[at]) != NULL) {
        at++;
    }
    *out_end = at;
    return found;
}

void html_note_claim_mark(HtmlWalker *walker)
{
    size_t len = 0;
    const char *text = html_sink_text(walker->sink, &len);
    size_t at = 0;
    size_t end = 0;
    size_t found = walker->sink->block.name_len == 0 ? mark_len(text, len, &at, &end) : 0;
    if (found == 0 || (end < len && !html_is_space(text[end]) && html_is_digit(text[end]))) {
        return;
    }
    size_t start = end;
    while (start < len && html_is_space(text[start])) {
        start++;
    }
    html_sink_split(walker->sink, at, found, start);
}

static bool leads_to_note(const HtmlTree *tree, uint32_t index)
{
    static const char *const roles[] = {"doc-noteref", NULL};
    static const char *const parts[] = {"footnote", "noteref", "fotnote", "fn", "endnote", NULL};
    const char *href = html_tree_attribute(tree, index, "href");
    return html_tree_has_word(tree, index, "role", roles) ||
           html_chrome_has_part(tree, index, "class", parts) ||
           (href != NULL && href[0] == '#' && is_note_id(href + 1));
}

static void write_raised(HtmlWalker *walker, const char *digits, size_t len)
{
    static const char *const raised[] = {"\xe2\x81\xb0", "\xc2\xb9",     "\xc2\xb2", "\xc2\xb3",
                                         "\xe2\x81\xb4", "\xe2\x81\xb5", "\xe2\x81\xb6",
                                         "\xe2\x81\xb7", "\xe2\x81\xb8", "\xe2\x81\xb9"};
    html_walker_open(walker);
    for (size_t i = 0; i < len; i++) {
        const char *digit = raised[digits[i] - '0'];
        html_sink_write(walker->sink, digit, strlen(digit), 0, false);
    }
}

bool html_note_reference(HtmlWalker *walker, uint32_t index)
{
    GumboTag tag = walker->tree->nodes[index].tag;
    if ((tag != GUMBO_TAG_SUP && tag != GUMBO_TAG_A) || html_walker_top(walker)->state.is_note ||
        (tag == GUMBO_TAG_A && !leads_to_note(walker->tree, index))) {
        return false;
    }
    char text[MARK_MAX];
    size_t len = html_walker_peek(walker->tree, index, text, sizeof text);
    if (len == 0 || len >= sizeof text) {
        return false;
    }
    const char *digits = text;
    if (len > 2 && (text[0] == '[' || text[0] == '(')) {
        digits++;
        len -= 2;
    }
    for (size_t i = 0; i < len; i++) {
        if (!html_is_digit(digits[i])) {
            return false;
        }
    }
    write_raised(walker, digits, len);
    return true;
}

bool html_is_anchor_sign(const HtmlWalker *walker, uint32_t index)
{
    static const char *const signs[] = {"\xe2\x86\xa9", "\xe2\x86\xa9\xef\xb8\x8e", "\xe2\x86\x91",
                                        "^", "\xe2\x8f\x8e", "\xe2\x86\xb5", "#", "\xc2\xb6",
                                        "\xe2\x86\xa9\xef\xb8\x8f", "\xf0\x9f\x94\x97", NULL};
    if (walker->is_whole || walker->tree->nodes[index].tag != GUMBO_TAG_A) {
        return false;
    }
    char text[MARK_MAX];
    size_t len = html_walker_peek(walker->tree, index, text, sizeof text);
    return len > 0 && len < sizeof text && html_is_one_of(text, len, signs);
}
