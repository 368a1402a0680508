/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From runs to a document: lines joined, furniture found, outline built, passages cut.
 *
 * One way for all formats. Formats that know lines (PDF, plain text) have them joined to blocks by
 * what the lines show: font size, weight, gaps, indent, page, or in plain text the lines' own ends
 * and blanks. Formats that know elements (HTML) skip that step. Everything after is the same.
 *
 *     runs ─► lines ─► spacing ─► furniture ─► blocks ─► hyphens ─► outline ─► metadata ─► passages
 *
 * The result is deterministic: the same runs and options give the same document.
 */
#ifndef SAMSOK_SHAPE_SHAPE_H
#define SAMSOK_SHAPE_SHAPE_H

#include "core/model/document.h"
#include "core/model/runs.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Rises when the same runs would give another document, or other points or references be found
 * in it (core/insight): the file is then read again. */
#define SAMSOK_SHAPE_VERSION 6

/* Asked whether a word, in lower case, is attested elsewhere (the corpus, a dictionary): evidence
 * for joining a hyphen at a line's end. Must be callable from several threads. */
typedef bool (*SamsokKnownWord)(const char *word, void *data);

typedef struct {
    const char *file_name;           /* for a title of last resort; may be NULL */
    const char *media_type;          /* may be NULL */
    const SamsokMetadata *sidecar;   /* what a metadata.csv says; may be NULL */
    SamsokKnownWord known_word;      /* may be NULL: the document's own words are the evidence */
    void *known_word_data;
} SamsokShapeOptions;

/* Builds the document. Never fails: any row of runs is some document, an empty one at worst.
 * Owner: the caller. Threads: no shared state. */
SamsokDocument *samsok_shape(const SamsokRuns *runs, const SamsokShapeOptions *options);

G_END_DECLS

#endif
