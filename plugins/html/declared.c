/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the first kilobyte of a page says of its character set, and whether the page can be parsed. */
#include "config.h"

#include "plugins/html/declared.h"

#include "plugins/html/strings.h"

#include <gumbo.h>
#include <string.h>

/* How far the HTML standard lets a declaration stand from the start. Pages with a long comment or
 * script before it are common, and looking further costs nothing. */
#define DECLARATION_BYTES 4096

/* Copies the value that begins at `bytes`, quoted or not. */
static void copy_value(const char *bytes, size_t len, char out[HTML_CHARSET_MAX])
{
    size_t at = 0;
    while (at < len && (html_is_space(bytes[at]) || bytes[at] == '"' || bytes[at] == '\'')) {
        at++;
    }
    size_t count = 0;
    while (at < len && count < HTML_CHARSET_MAX - 1 && strchr("\"'>;/? \t\r\n\f", bytes[at]) == NULL) {
        out[count++] = bytes[at++];
    }
    out[count] = '\0';
    if (html_starts_with(out, count, "utf-16")) {
        memcpy(out, "utf-8", sizeof "utf-8");
    }
}

/* Finds `name=` in the `len` bytes and copies what stands behind. */
static bool copy_assigned(const char *bytes, size_t len, const char *name,
                          char out[HTML_CHARSET_MAX])
{
    size_t name_len = strlen(name);
    size_t at = html_find(bytes, len, name);
    while (at < len) {
        at += name_len;
        while (at < len && html_is_space(bytes[at])) {
            at++;
        }
        if (at < len && bytes[at] == '=') {
            copy_value(bytes + at + 1, len - at - 1, out);
            return out[0] != '\0';
        }
        at += html_find(bytes + at, len - at, name);
    }
    return false;
}

/* The bytes of the tag that begins at `at`, its end not counted. */
static size_t tag_len(const char *bytes, size_t len)
{
    const char *end = memchr(bytes, '>', len);
    return end == NULL ? len : (size_t)(end - bytes);
}

void html_declared_charset(const char *bytes, size_t len, char out[HTML_CHARSET_MAX])
{
    out[0] = '\0';
    len = len < DECLARATION_BYTES ? len : DECLARATION_BYTES;
    if (html_starts_with(bytes, len, "<?xml") &&
        copy_assigned(bytes, tag_len(bytes, len), "encoding", out)) {
        return;
    }
    size_t at = 0;
    while (at < len) {
        if (html_starts_with(bytes + at, len - at, "<!--")) {
            at += html_find(bytes + at, len - at, "-->");
            continue;
        }
        if (html_starts_with(bytes + at, len - at, "<meta") &&
            copy_assigned(bytes + at, tag_len(bytes + at, len - at), "charset", out)) {
            return;
        }
        at++;
    }
}

/* Elements that have no content or that the parser closes by itself before the next of their kind:
 * leaving out their end tags nests nothing. */
static bool ends_itself(GumboTag tag)
{
    switch ((int)tag) {
    case GUMBO_TAG_AREA:
    case GUMBO_TAG_BASE:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_COL:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_META:
    case GUMBO_TAG_PARAM:
    case GUMBO_TAG_SOURCE:
    case GUMBO_TAG_TRACK:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_P:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_A:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_BODY:
        return true;
    default:
        return false;
    }
}

/* The longest tag name that is looked up; longer ones are no element of HTML. */
#define TAG_NAME_MAX 24

static GumboTag tag_at(const char *bytes, size_t len)
{
    char name[TAG_NAME_MAX];
    size_t count = 0;
    while (count < len && count < TAG_NAME_MAX - 1 &&
           (html_is_letter(bytes[count]) || html_is_digit(bytes[count]))) {
        name[count] = bytes[count];
        count++;
    }
    name[count] = '\0';
    return gumbo_tag_enum(name);
}

/* Open elements are counted for each tag by itself: a stray end tag must not hide the nesting of
 * other elements. */
void html_measure_extent(const char *bytes, size_t len, HtmlExtent *out)
{
    size_t open[GUMBO_TAG_LAST + 1] = {0};
    size_t depth = 0;
    *out = (HtmlExtent){0};
    const char *end = bytes + len;
    for (const char *at = memchr(bytes, '<', len); at != NULL;
         at = memchr(at, '<', (size_t)(end - at))) {
        at++;
        bool is_end = at < end && *at == '/';
        at += is_end;
        if (at >= end || !html_is_letter(*at)) {
            continue;
        }
        GumboTag tag = tag_at(at, (size_t)(end - at));
        out->tags += !is_end;
        if (ends_itself(tag) || (is_end && open[tag] == 0)) {
            continue;
        }
        open[tag] += is_end ? (size_t)-1 : 1;
        depth += is_end ? (size_t)-1 : 1;
        out->depth = depth > out->depth ? depth : out->depth;
    }
}
