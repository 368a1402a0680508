/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The runs of a document while they are gathered and when they are handed out.
 *
 * Text is appended piece by piece as the tree is walked; white space is collapsed as HTML says, also
 * across the borders of inline elements. A block's look is taken when its first visible character
 * comes; a block without text leaves no run (a table cell does, so that columns stay aligned).
 */
#ifndef SAMSOK_HTML_SINK_H
#define SAMSOK_HTML_SINK_H

#include "plugins/html/strings.h"

#include "core/extract/plugin.h"

/* A run with its text and name as places in the sink's text. */
typedef struct {
    uint32_t kind;
    uint32_t flags;
    uint32_t level;
    size_t text_at;
    size_t text_len;
    size_t name_at;
    size_t name_len;
} HtmlRun;

typedef struct {
    HtmlText text;       /* of all runs, one after the other */
    HtmlRun *runs;
    uint32_t len;
    uint32_t size;
    HtmlRun block;       /* the block being written; kind 0: none */
    size_t word_bytes;   /* of the block, bytes written but for blanks */
    size_t bold_bytes;   /* of these, bytes written as bold */
    size_t link_bytes;   /* of these, bytes written inside links */
    bool wants_blank;    /* white space was seen since the last visible character */
    bool saw_break;      /* the white space since then holds a line break element */
    uint32_t next;       /* the run to be handed out next */
    size_t handed;       /* bytes of it already handed out */
} HtmlSink;

void html_sink_clear(HtmlSink *sink);

/* Opens a block. The one before must be closed. `name` may be NULL. */
void html_sink_open(HtmlSink *sink, uint32_t kind, uint32_t level, uint32_t flags,
                    const char *name, size_t name_len);
bool html_sink_is_open(const HtmlSink *sink);
/* Appends text with white space collapsed; `flags` of SAMSOK_RUN_BOLD say how it looks. */
void html_sink_write(HtmlSink *sink, const char *text, size_t len, uint32_t flags, bool is_link);
/* Appends text as it stands. */
void html_sink_write_raw(HtmlSink *sink, const char *text, size_t len);
/* A border between words without a character of its own. */
void html_sink_blank(HtmlSink *sink);
/* Makes the `name_len` bytes at `name_at` of the open block's text its name and lets the text begin
 * at `text_at`. */
void html_sink_split(HtmlSink *sink, size_t name_at, size_t name_len, size_t text_at);
/* Ends the block; one without text leaves nothing unless it is a cell. Does nothing when none is
 * open. */
void html_sink_close(HtmlSink *sink);

/* Forgets the open block. */
void html_sink_drop(HtmlSink *sink);

/* Adds a cell with the text of run `index` again, or an empty cell when that text is long. */
void html_sink_repeat(HtmlSink *sink, uint32_t index);
/* Adds a whole run. `name` is NUL-terminated or NULL. */
void html_sink_add(HtmlSink *sink, uint32_t kind, const char *name, const char *text, size_t len);

/* The text of the open block. */
const char *html_sink_text(const HtmlSink *sink, size_t *out_len);

/* The name of the open block: `block.name_len` bytes. */
const char *html_sink_name(const HtmlSink *sink);

/* Hands out the next run, in pieces where it is longer than a run may be. False at the end. */
bool html_sink_next(HtmlSink *sink, SamsokRun *run);

#endif
