/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page says of itself: title, authors, date, publisher, language, address. */
#include "config.h"

#include "plugins/html/metadata.h"

#include "plugins/html/facts.h"
#include "plugins/html/strings.h"

#include <string.h>

/* A value longer than this is no value; in bytes. */
#define VALUE_MAX 4096

/* Names of `meta` elements and the keys they speak for. Later entries are trusted more: they are
 * written later, and the last value of a key wins. */
static const struct {
    const char *name;
    const char *key;
} names[] = {
    {"og:locale", SAMSOK_META_LANGUAGE},
    {"content-language", SAMSOK_META_LANGUAGE},
    {"og:title", SAMSOK_META_TITLE},
    {"dc.title", SAMSOK_META_TITLE},
    {"dcterms.title", SAMSOK_META_TITLE},
    {"citation_title", SAMSOK_META_TITLE},
    {"author", SAMSOK_META_AUTHOR},
    {"dc.creator", SAMSOK_META_AUTHOR},
    {"dcterms.creator", SAMSOK_META_AUTHOR},
    {"citation_author", SAMSOK_META_AUTHOR},
    {"article:modified_time", "modified"},
    {"dcterms.modified", "modified"},
    {"date", SAMSOK_META_DATE},
    {"article:published_time", SAMSOK_META_DATE},
    {"dc.date", SAMSOK_META_DATE},
    {"dcterms.date", SAMSOK_META_DATE},
    {"dcterms.created", SAMSOK_META_DATE},
    {"dc.date.issued", SAMSOK_META_DATE},
    {"dcterms.issued", SAMSOK_META_DATE},
    {"citation_publication_date", SAMSOK_META_DATE},
    {"og:site_name", SAMSOK_META_PUBLISHER},
    {"publisher", SAMSOK_META_PUBLISHER},
    {"dc.publisher", SAMSOK_META_PUBLISHER},
    {"dcterms.publisher", SAMSOK_META_PUBLISHER},
    {"citation_publisher", SAMSOK_META_PUBLISHER},
    {"dc.language", SAMSOK_META_LANGUAGE},
    {"dcterms.language", SAMSOK_META_LANGUAGE},
    {"citation_language", SAMSOK_META_LANGUAGE},
    {"og:description", SAMSOK_META_DESCRIPTION},
    {"description", SAMSOK_META_DESCRIPTION},
    {"dc.description", SAMSOK_META_DESCRIPTION},
    {"dcterms.abstract", SAMSOK_META_DESCRIPTION},
    {"keywords", SAMSOK_META_KEYWORDS},
    {"dc.subject", SAMSOK_META_KEYWORDS},
    {"dcterms.subject", SAMSOK_META_KEYWORDS},
    {"dc.identifier", "identifier"},
    {"dcterms.identifier", "identifier"},
    {"dcterms.ispartof", SAMSOK_META_SERIES},
    {"citation_series_title", SAMSOK_META_SERIES},
    {"citation_technical_report_number", SAMSOK_META_NUMBER},
    {"og:url", SAMSOK_META_URL},
    {"generator", SAMSOK_META_PRODUCER},
};

/* What stands between a title and the name of the site, blanks around it. */
static const char *const separators[] = {" | ", " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", " :: ",
                                         " \xc2\xbb ", " \xc2\xb7 ", NULL};

static const char *meta_name(const HtmlTree *tree, uint32_t index)
{
    static const char *const attributes[] = {"name", "property", "http-equiv", "itemprop"};
    for (size_t i = 0; i < sizeof attributes / sizeof attributes[0]; i++) {
        const char *name = html_tree_attribute(tree, index, attributes[i]);
        if (name != NULL) {
            return name;
        }
    }
    return NULL;
}

/* The content of the first `meta` of that name, trimmed; NULL when there is none. */
static const char *meta_content(const HtmlTree *tree, const char *wanted, size_t *out_len)
{
    for (uint32_t i = 0; i < tree->len; i++) {
        const char *name = tree->nodes[i].tag == GUMBO_TAG_META ? meta_name(tree, i) : NULL;
        const char *content = name != NULL && html_equals(name, strlen(name), wanted)
                                  ? html_tree_attribute(tree, i, "content")
                                  : NULL;
        if (content != NULL) {
            *out_len = strlen(content);
            html_trim(&content, out_len);
            return content;
        }
    }
    *out_len = 0;
    return NULL;
}

static void write_metas(const HtmlTree *tree, const uint32_t *metas, uint32_t count, HtmlSink *sink)
{
    for (size_t n = 0; n < sizeof names / sizeof names[0]; n++) {
        for (uint32_t i = 0; i < count; i++) {
            const char *name = meta_name(tree, metas[i]);
            const char *content = html_tree_attribute(tree, metas[i], "content");
            if (name != NULL && content != NULL && html_equals(name, strlen(name), names[n].name)) {
                html_fact_write(sink, names[n].key, content, strlen(content));
            }
        }
    }
}

/* Where the site's name begins in a title; `len` when it has none. */
static size_t title_end(const char *title, size_t len, const char *site, size_t site_len,
                        const HtmlText *heading)
{
    for (size_t i = 1; i < len; i++) {
        for (const char *const *separator = separators; *separator != NULL; separator++) {
            if (!html_starts_with(title + i, len - i, *separator)) {
                continue;
            }
            const char *rest = title + i + strlen(*separator);
            size_t rest_len = len - i - strlen(*separator);
            bool is_site = site != NULL && rest_len == site_len && memcmp(rest, site, rest_len) == 0;
            bool is_heading = heading->len == i && memcmp(title, heading->bytes, i) == 0;
            if (is_site || is_heading) {
                return i;
            }
        }
    }
    return len;
}

/* The first h1 that is not dropped itself; one in a dropped page header is the page's title. */
static uint32_t find_heading(const HtmlTree *tree)
{
    for (uint32_t i = 0; i < tree->len; i++) {
        if (tree->nodes[i].tag == GUMBO_TAG_H1 && !tree->nodes[i].is_dropped) {
            return i;
        }
    }
    return HTML_NONE;
}

static void write_titles(const HtmlTree *tree, HtmlSink *sink)
{
    HtmlText heading = {0};
    HtmlText title = {0};
    uint32_t h1 = find_heading(tree);
    if (h1 != HTML_NONE) {
        html_fact_text(tree, h1, VALUE_MAX, &heading);
        html_fact_write(sink, SAMSOK_META_TITLE, heading.bytes, heading.len);
    }
    uint32_t head = html_tree_find(tree, 0, GUMBO_TAG_HEAD);
    uint32_t element = head == HTML_NONE ? HTML_NONE : html_tree_find(tree, head, GUMBO_TAG_TITLE);
    if (element != HTML_NONE) {
        size_t site_len = 0;
        const char *site = meta_content(tree, "og:site_name", &site_len);
        html_fact_text(tree, element, VALUE_MAX, &title);
        size_t len = title_end(title.bytes, title.len, site, site_len, &heading);
        html_fact_write(sink, SAMSOK_META_TITLE, title.bytes, len);
    }
    html_text_clear(&heading);
    html_text_clear(&title);
}

static void write_language(const HtmlTree *tree, HtmlSink *sink)
{
    static const char *const attributes[] = {"lang", "xml:lang"};
    for (uint32_t i = 0; i < tree->len; i++) {
        GumboTag tag = tree->nodes[i].tag;
        bool is_outer = tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_MAIN ||
                        tag == GUMBO_TAG_ARTICLE || tree->nodes[i].text * 2 > tree->nodes[0].text;
        for (size_t a = 0; is_outer && a < 2; a++) {
            const char *value = html_tree_attribute(tree, i, attributes[a]);
            if (value != NULL && html_is_letter(value[0])) {
                html_fact_write(sink, SAMSOK_META_LANGUAGE, value, strlen(value));
                return;
            }
        }
    }
}

static void write_address(const HtmlTree *tree, HtmlSink *sink)
{
    static const char *const canonical[] = {"canonical", NULL};
    for (uint32_t i = 0; i < tree->len; i++) {
        const char *href = tree->nodes[i].tag == GUMBO_TAG_LINK &&
                                   html_tree_has_word(tree, i, "rel", canonical)
                               ? html_tree_attribute(tree, i, "href")
                               : NULL;
        if (href != NULL) {
            html_fact_write(sink, SAMSOK_META_URL, href, strlen(href));
            return;
        }
    }
}

/* More `meta` elements than this are not looked at: no page describes itself so. */
#define METAS_MAX 256

void html_metadata_read(HtmlTree *tree, HtmlSink *sink)
{
    uint32_t metas[METAS_MAX];
    uint32_t count = 0;
    for (uint32_t i = 0; i < tree->len && count < METAS_MAX; i++) {
        if (tree->nodes[i].tag == GUMBO_TAG_META) {
            metas[count++] = i;
        }
    }
    write_titles(tree, sink);
    write_language(tree, sink);
    write_metas(tree, metas, count, sink);
    write_address(tree, sink);
    html_facts_take(tree, sink);
}
