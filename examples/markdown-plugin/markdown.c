/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An example of a format plugin for samsok: Markdown, the part of it that reports use.
 *
 * Read: headings of both kinds, paragraphs, lists with their depth, block quotes, fenced code.
 * Of inline markup, emphasis, code marks and link targets are removed. Not read as what they are:
 * tables, reference links, HTML, indented code; they come as paragraphs. Standard: CommonMark 0.31,
 * sections 4 and 5.
 */
#include <samsok/plugin.h>

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { BID_MARKED = 70, MAX_HEADING = 6, INDENT_OF_A_LEVEL = 2, FENCE_LEN = 3 };

struct SamsokReader {
    const SamsokInput *input;
    const char *at;   /* the beginning of the next line */
    const char *end;
    uint32_t line;    /* number of the next line */
    char *text;       /* of the run at hand; has room for the whole file */
    size_t text_len;
};

/* A line without its end. */
typedef struct {
    const char *text;
    size_t len;
    size_t indent;
} Line;

static Line line_at(const char *at, const char *end)
{
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    Line line = {.text = at, .len = (size_t)((stop == NULL ? end : stop) - at)};
    while (line.len > 0 && (line.text[line.len - 1] == '\r' || line.text[line.len - 1] == ' ')) {
        line.len--;
    }
    while (line.indent < line.len && line.text[line.indent] == ' ') {
        line.indent++;
    }
    line.text += line.indent;
    line.len -= line.indent;
    return line;
}

static void step(SamsokReader *reader)
{
    const char *stop = memchr(reader->at, '\n', (size_t)(reader->end - reader->at));
    reader->at = stop == NULL ? reader->end : stop + 1;
    reader->line++;
}

static size_t count_of(const Line *line, char c)
{
    size_t count = 0;
    while (count < line->len && line->text[count] == c) {
        count++;
    }
    return count;
}

/* 1 to 6 for "## Title", else 0. */
static size_t heading_level(const Line *line)
{
    size_t level = count_of(line, '#');
    return level <= MAX_HEADING && level < line->len && line->text[level] == ' ' ? level : 0;
}

/* 1 or 2 for a line of "===" or "---" below a title, else 0. */
static size_t underline_level(const Line *line)
{
    if (line->len < FENCE_LEN) {
        return 0;
    }
    return count_of(line, '=') == line->len ? 1 : count_of(line, '-') == line->len ? 2 : 0;
}

/* The length of a list marker: 1 for "- x", 2 for "3. x"; else 0. */
static size_t marker_len(const Line *line)
{
    size_t len = 0;
    while (len < line->len && line->text[len] >= '0' && line->text[len] <= '9') {
        len++;
    }
    bool is_numbered = len > 0 && len < line->len && (line->text[len] == '.' || line->text[len] == ')');
    bool is_bullet = len == 0 && line->len > 0 && strchr("-*+", line->text[0]) != NULL;
    len = is_numbered ? len + 1 : is_bullet ? 1 : 0;
    return len > 0 && len < line->len && line->text[len] == ' ' ? len : 0;
}

static bool is_fence(const Line *line)
{
    return count_of(line, '`') >= FENCE_LEN || count_of(line, '~') >= FENCE_LEN;
}

/* True where a paragraph or an item that is being read ends before this line. */
static bool begins_block(const Line *line)
{
    return line->len == 0 || heading_level(line) > 0 || marker_len(line) > 0 || is_fence(line) ||
           line->text[0] == '>';
}

/* Appends without inline markup: `*`, `_` at a word's edge, "`", and "](target)" after a link. */
static void append_inline(SamsokReader *reader, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        char c = text[i];
        bool at_edge = i == 0 || i + 1 == len || text[i - 1] == ' ' || text[i + 1] == ' ';
        bool is_mark = c == '*' || c == '`' || c == '[' || (c == '_' && at_edge);
        const char *close = c == ']' && i + 1 < len && text[i + 1] == '('
                                ? memchr(text + i, ')', len - i) : NULL;
        if (close != NULL) {
            i = (size_t)(close - text);
        } else if (!is_mark && c != ']') {
            reader->text[reader->text_len++] = c;
        }
    }
}

static void append_line(SamsokReader *reader, const char *text, size_t len)
{
    if (reader->text_len > 0) {
        reader->text[reader->text_len++] = ' ';
    }
    append_inline(reader, text, len);
}

static void take_fenced(SamsokReader *reader, SamsokRun *run)
{
    run->kind = SAMSOK_RUN_PRE;
    step(reader);
    while (reader->at < reader->end) {
        Line line = line_at(reader->at, reader->end);
        const char *start = reader->at;
        step(reader);
        if (is_fence(&line)) {
            return;
        }
        size_t len = (size_t)(reader->at - start);
        memcpy(reader->text + reader->text_len, start, len);
        reader->text_len += len;
    }
}

static void take_quote(SamsokReader *reader, SamsokRun *run)
{
    run->kind = SAMSOK_RUN_QUOTE;
    while (reader->at < reader->end) {
        Line line = line_at(reader->at, reader->end);
        if (line.len == 0 || line.text[0] != '>') {
            return;
        }
        size_t skip = line.len > 1 && line.text[1] == ' ' ? 2 : 1;
        append_line(reader, line.text + skip, line.len - skip);
        step(reader);
    }
}

/* A paragraph, an item, or a title with a line below it. */
static void take_lines(SamsokReader *reader, SamsokRun *run)
{
    Line line = line_at(reader->at, reader->end);
    size_t marker = marker_len(&line);
    run->kind = marker > 0 ? SAMSOK_RUN_ITEM : SAMSOK_RUN_PARAGRAPH;
    if (marker > 0) {
        run->level = (uint32_t)(line.indent / INDENT_OF_A_LEVEL + 1);
        run->name = line.text;
        run->name_len = marker;
    }
    append_line(reader, line.text + marker + (marker > 0), line.len - marker - (marker > 0));
    step(reader);
    while (reader->at < reader->end) {
        line = line_at(reader->at, reader->end);
        size_t level = marker == 0 ? underline_level(&line) : 0;
        if (level > 0) {
            run->kind = SAMSOK_RUN_HEADING;
            run->level = (uint32_t)level;
            step(reader);
            return;
        }
        if (begins_block(&line)) {
            return;
        }
        append_line(reader, line.text, line.len);
        step(reader);
    }
}

static void take_heading(SamsokReader *reader, SamsokRun *run, const Line *line)
{
    size_t level = heading_level(line);
    size_t len = line->len;
    while (len > level && (line->text[len - 1] == '#' || line->text[len - 1] == ' ')) {
        len--;
    }
    run->kind = SAMSOK_RUN_HEADING;
    run->level = (uint32_t)level;
    append_line(reader, line->text + level + (len > level), len - level - (len > level));
    step(reader);
}

static SamsokStatus markdown_next(SamsokReader *reader, SamsokRun *run)
{
    while (reader->at < reader->end && line_at(reader->at, reader->end).len == 0) {
        step(reader);
    }
    if (reader->at >= reader->end) {
        return SAMSOK_END;
    }
    Line line = line_at(reader->at, reader->end);
    reader->text_len = 0;
    run->line = reader->line;
    if (is_fence(&line)) {
        take_fenced(reader, run);
    } else if (heading_level(&line) > 0) {
        take_heading(reader, run, &line);
    } else if (line.text[0] == '>') {
        take_quote(reader, run);
    } else {
        take_lines(reader, run);
    }
    if (reader->text_len > SAMSOK_RUN_MAX_BYTES) {
        reader->input->host->fail(reader->input, "a paragraph is longer than 1 MiB");
        return SAMSOK_LIMIT;
    }
    run->text = reader->text;
    run->text_len = reader->text_len;
    return SAMSOK_OK;
}

static SamsokStatus markdown_open(const SamsokInput *input, SamsokReader **out_reader)
{
    const char *bytes = NULL;
    size_t len = 0;
    SamsokDecoded decoded;
    SamsokStatus status = input->host->contents(input, &bytes, &len);
    if (status == SAMSOK_OK) {
        status = input->host->decode(input, bytes, len, NULL, &decoded);
    }
    if (status != SAMSOK_OK) {
        return status; /* the host has said why */
    }
    SamsokReader *reader = calloc(1, sizeof(*reader));
    /* A blank between two lines takes the place of the line's end, so the text never outgrows the
     * file; one more for a file without text. */
    char *text = malloc(decoded.text_len + 1);
    if (reader == NULL || text == NULL) {
        free(reader);
        free(text);
        input->host->fail(input, "there is not enough memory");
        return SAMSOK_LIMIT;
    }
    reader->input = input;
    reader->at = decoded.text;
    reader->end = decoded.text + decoded.text_len;
    reader->line = 1;
    reader->text = text;
    *out_reader = reader;
    return SAMSOK_OK;
}

static void markdown_close(SamsokReader *reader)
{
    free(reader->text);
    free(reader);
}

/* The name of a Markdown file says more than its head: "# " may begin many a text. */
static int markdown_probe(const char *head, size_t len, const char *media_type)
{
    (void)head;
    (void)len;
    return strcmp(media_type, "text/markdown") == 0 ? BID_MARKED : 0;
}

static const char *const media_types[] = {"text/markdown", NULL};

const SamsokPlugin samsok_plugin_entry = {
    .magic = SAMSOK_PLUGIN_MAGIC,
    .abi_major = SAMSOK_PLUGIN_ABI_MAJOR,
    .abi_minor = SAMSOK_PLUGIN_ABI_MINOR,
    .struct_size = sizeof(SamsokPlugin),
    .trust = SAMSOK_TRUST_OWN_CODE,
    .name = "markdown",
    .version = "1.0",
    .licence = "GPL-3.0-or-later",
    .media_types = media_types,
    .probe = markdown_probe,
    .open = markdown_open,
    .next = markdown_next,
    .close = markdown_close,
};
