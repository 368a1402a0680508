/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The HTML plugin: pages and fragments as runs of headings, paragraphs, lists, tables and notes.
 *
 * Reads HTML as the HTML standard says browsers do (gumbo), XHTML likewise, in any character set.
 * The main content of a page is found and what stands around it is left out: navigation, page
 * headers and footers, cookie notices, buttons, hidden parts. Scripts, styles and inert templates
 * are not read; nothing is fetched or run; style sheets count only where an element itself says
 * display:none or visibility:hidden. A page of a few words is taken whole.
 */
#include "config.h"

#include "plugins/html/arena.h"
#include "plugins/html/content.h"
#include "plugins/html/declared.h"
#include "plugins/html/metadata.h"
#include "plugins/html/probe.h"
#include "plugins/html/sink.h"
#include "plugins/html/tree.h"
#include "plugins/html/walk.h"

#include <stdlib.h>
#include <string.h>

/* The parser's time grows with the square of the depth: a page may nest this many times deeper than
 * the host's depth for trees, which takes it a tenth of a second. */
#define DEPTH_FACTOR 16
/* An element with attributes costs the parser about a kilobyte: this many stay within a worker's
 * memory. The largest page seen has a tenth of it. */
#define TAGS_MAX ((size_t)700000)

struct SamsokReader {
    HtmlSink sink;
};

static SamsokStatus refuse(const SamsokInput *input, const char *reason)
{
    input->host->fail(input, reason);
    return SAMSOK_LIMIT;
}

static SamsokStatus check_extent(const SamsokInput *input, const char *bytes, size_t len)
{
    HtmlExtent extent;
    html_measure_extent(bytes, len, &extent);
    if (input->limits->max_depth > 0 &&
        extent.depth > (size_t)input->limits->max_depth * DEPTH_FACTOR) {
        return refuse(input, "elements are nested too deeply");
    }
    return extent.tags > TAGS_MAX ? refuse(input, "too many elements") : SAMSOK_OK;
}

/* Static site generators leave a block of settings in front of their sources. */
static size_t front_matter_len(const char *text, size_t len)
{
    if (len < 4 || memcmp(text, "---\n", 4) != 0) {
        return 0;
    }
    const char *end = strstr(text + 4, "\n---\n");
    return end == NULL ? 0 : (size_t)(end - text) + 5;
}

static const char no_text[] = "the page has no text of its own; a script may put it there";

static void *allocate(void *arena, size_t size)
{
    return html_arena_allocate(arena, size);
}

static void keep(void *arena, void *piece)
{
}

static void gather(const SamsokDecoded *decoded, HtmlSink *sink)
{
    size_t skipped = front_matter_len(decoded->text, decoded->text_len);
    HtmlArena arena = {0};
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate;
    options.deallocator = keep;
    options.userdata = &arena;
    options.max_errors = 0;
    GumboOutput *output = gumbo_parse_with_options(&options, decoded->text + skipped,
                                                   decoded->text_len - skipped);
    HtmlTree tree;
    HtmlContent content;
    html_tree_init(&tree, output->document);
    html_content_find(&tree, &content);
    html_metadata_read(&tree, sink);
    uint32_t before = sink->len;
    html_walk(&tree, &content, sink);
    if (sink->len == before && decoded->text_len > 0) {
        html_sink_add(sink, SAMSOK_RUN_WARNING, "no-text", no_text, strlen(no_text));
    }
    html_content_clear(&content);
    html_tree_clear(&tree);
    html_arena_clear(&arena);
}

static SamsokStatus html_open(const SamsokInput *input, SamsokReader **out_reader)
{
    const char *bytes = NULL;
    size_t len = 0;
    SamsokStatus status = input->host->contents(input, &bytes, &len);
    if (status != SAMSOK_OK) {
        return status;
    }
    char charset[HTML_CHARSET_MAX];
    html_declared_charset(bytes, len, charset);
    SamsokDecoded decoded = {0};
    status = input->host->decode(input, bytes, len, charset[0] == '\0' ? NULL : charset, &decoded);
    if (status == SAMSOK_OK) {
        status = check_extent(input, decoded.text, decoded.text_len);
    }
    if (status != SAMSOK_OK) {
        return status;
    }
    input->host->alive(input);
    SamsokReader *reader = html_reallocate(NULL, 1, sizeof *reader);
    *reader = (SamsokReader){0};
    if (decoded.charset != NULL) {
        html_sink_add(&reader->sink, SAMSOK_RUN_META, SAMSOK_META_CHARSET, decoded.charset,
                      strlen(decoded.charset));
    }
    if (decoded.warning != NULL) {
        html_sink_add(&reader->sink, SAMSOK_RUN_WARNING, "charset", decoded.warning,
                      strlen(decoded.warning));
    }
    gather(&decoded, &reader->sink);
    *out_reader = reader;
    return SAMSOK_OK;
}

static SamsokStatus html_next(SamsokReader *reader, SamsokRun *run)
{
    return html_sink_next(&reader->sink, run) ? SAMSOK_OK : SAMSOK_END;
}

static void html_close(SamsokReader *reader)
{
    html_sink_clear(&reader->sink);
    free(reader);
}

static const char *const media_types[] = {"text/html", "application/xhtml+xml", NULL};

const SamsokPlugin samsok_plugin_entry = {
    .magic = SAMSOK_PLUGIN_MAGIC,
    .abi_major = SAMSOK_PLUGIN_ABI_MAJOR,
    .abi_minor = SAMSOK_PLUGIN_ABI_MINOR,
    .struct_size = sizeof(SamsokPlugin),
    .trust = SAMSOK_TRUST_MAINTAINED,
    .name = "html",
    .version = PACKAGE_VERSION,
    .licence = "GPL-3.0-or-later",
    .media_types = media_types,
    .probe = html_probe,
    .open = html_open,
    .next = html_next,
    .close = html_close,
};
