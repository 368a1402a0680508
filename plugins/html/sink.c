/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The runs of a document while they are gathered and when they are handed out. */
#include "config.h"

#include "plugins/html/sink.h"

#include <stdlib.h>
#include <string.h>

void html_sink_clear(HtmlSink *sink)
{
    html_text_clear(&sink->text);
    free(sink->runs);
    *sink = (HtmlSink){0};
}

static void keep_run(HtmlSink *sink, const HtmlRun *run)
{
    sink->runs = html_grow(sink->runs, sink->len, &sink->size, sizeof(HtmlRun));
    sink->runs[sink->len++] = *run;
}

void html_sink_open(HtmlSink *sink, uint32_t kind, uint32_t level, uint32_t flags,
                    const char *name, size_t name_len)
{
    sink->block = (HtmlRun){
        .kind = kind, .level = level, .flags = flags, .name_at = sink->text.len,
        .name_len = name_len};
    html_text_append(&sink->text, name, name_len);
    sink->block.text_at = sink->text.len;
    sink->word_bytes = 0;
    sink->bold_bytes = 0;
    sink->link_bytes = 0;
    sink->wants_blank = false;
    sink->saw_break = false;
}

bool html_sink_is_open(const HtmlSink *sink)
{
    return sink->block.kind != 0;
}

static void write_word(HtmlSink *sink, const char *word, size_t len, bool is_bold, bool is_link)
{
    if (sink->wants_blank && sink->text.len > sink->block.text_at) {
        html_text_append(&sink->text, " ", 1);
    }
    sink->wants_blank = false;
    sink->saw_break = false;
    sink->word_bytes += len;
    sink->bold_bytes += is_bold ? len : 0;
    sink->link_bytes += is_link ? len : 0;
    html_text_append(&sink->text, word, len);
}

void html_sink_write(HtmlSink *sink, const char *text, size_t len, uint32_t flags, bool is_link)
{
    size_t at = 0;
    while (at < len) {
        size_t start = at;
        while (at < len && !html_is_space(text[at])) {
            at++;
        }
        if (at > start) {
            write_word(sink, text + start, at - start, (flags & SAMSOK_RUN_BOLD) != 0, is_link);
        }
        while (at < len && html_is_space(text[at])) {
            sink->wants_blank = true;
            at++;
        }
    }
}

void html_sink_write_raw(HtmlSink *sink, const char *text, size_t len)
{
    html_text_append(&sink->text, text, len);
    sink->wants_blank = false;
    sink->saw_break = false;
}

void html_sink_blank(HtmlSink *sink)
{
    sink->wants_blank = true;
}

void html_sink_split(HtmlSink *sink, size_t name_at, size_t name_len, size_t text_at)
{
    sink->block.name_at = sink->block.text_at + name_at;
    sink->block.name_len = name_len;
    sink->block.text_at += text_at;
}

const char *html_sink_text(const HtmlSink *sink, size_t *out_len)
{
    *out_len = sink->text.len - sink->block.text_at;
    return sink->text.bytes == NULL ? "" : sink->text.bytes + sink->block.text_at;
}

const char *html_sink_name(const HtmlSink *sink)
{
    return sink->text.bytes == NULL ? "" : sink->text.bytes + sink->block.name_at;
}

void html_sink_drop(HtmlSink *sink)
{
    sink->block.kind = 0;
}

/* Blocks of hard blanks (U+00A0) alone are there to make room on a page. */
static bool has_visible(const HtmlSink *sink)
{
    size_t len = 0;
    const char *text = html_sink_text(sink, &len);
    for (size_t i = 0; i < len; i++) {
        bool is_hard_blank = text[i] == '\xc2' && i + 1 < len && text[i + 1] == '\xa0';
        if (!is_hard_blank && !html_is_space(text[i])) {
            return true;
        }
        i += is_hard_blank;
    }
    return false;
}

void html_sink_close(HtmlSink *sink)
{
    if (!html_sink_is_open(sink)) {
        return;
    }
    HtmlRun block = sink->block;
    block.text_len = sink->text.len - block.text_at;
    sink->block.kind = 0;
    if (block.kind != SAMSOK_RUN_CELL && !has_visible(sink)) {
        return;
    }
    /* A colon or a note mark beside the bold words does not make a line less bold. */
    if (sink->bold_bytes > 0 && sink->bold_bytes * 10 >= sink->word_bytes * 9) {
        block.flags |= SAMSOK_RUN_BOLD;
    }
    keep_run(sink, &block);
}

/* A spanning cell's text is repeated in each row that it covers, so that a row read alone is whole;
 * longer text than this would be the same paragraph many times. */
#define REPEATED_TEXT_MAX 200

void html_sink_repeat(HtmlSink *sink, uint32_t index)
{
    HtmlRun cell = sink->runs[index];
    cell.text_len = cell.text_len <= REPEATED_TEXT_MAX ? cell.text_len : 0;
    keep_run(sink, &cell);
}

void html_sink_add(HtmlSink *sink, uint32_t kind, const char *name, const char *text, size_t len)
{
    size_t name_len = name == NULL ? 0 : strlen(name);
    HtmlRun run = {.kind = kind, .name_at = sink->text.len, .name_len = name_len};
    html_text_append(&sink->text, name, name_len);
    run.text_at = sink->text.len;
    run.text_len = len;
    html_text_append(&sink->text, text, len);
    keep_run(sink, &run);
}

/* A piece ends before the first byte of a character, never inside one. */
static size_t piece_len(const char *text, size_t left)
{
    if (left <= SAMSOK_RUN_MAX_BYTES) {
        return left;
    }
    size_t len = SAMSOK_RUN_MAX_BYTES;
    while (len > 0 && ((unsigned char)text[len] & 0xc0) == 0x80) {
        len--;
    }
    return len > 0 ? len : SAMSOK_RUN_MAX_BYTES;
}

bool html_sink_next(HtmlSink *sink, SamsokRun *run)
{
    if (sink->next >= sink->len) {
        return false;
    }
    const HtmlRun *kept = &sink->runs[sink->next];
    const char *bytes = sink->text.bytes == NULL ? "" : sink->text.bytes;
    const char *text = bytes + kept->text_at + sink->handed;
    size_t left = kept->text_len - sink->handed;
    run->kind = kept->kind;
    run->flags = kept->flags | (sink->handed > 0 ? SAMSOK_RUN_CONTINUES : 0);
    run->level = kept->level;
    run->name = kept->name_len > 0 ? bytes + kept->name_at : NULL;
    run->name_len = kept->name_len;
    run->text = text;
    run->text_len = piece_len(text, left);
    sink->handed += run->text_len;
    if (sink->handed == kept->text_len) {
        sink->next++;
        sink->handed = 0;
    }
    return true;
}
