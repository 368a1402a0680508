/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points that stand as a row of headings, or of short paragraphs, below the sentence that leads into them. */
#include "config.h"

#include <string.h>

#include "core/insight/point_cues.h"
#include "core/insight/point_patterns.h"
#include "core/insight/points-private.h"

static void add_all(SamsokPointFinder *finder, const GArray *blocks, const SamsokPointCue *cue, const char *lead_in)
{
    /* One heading or paragraph alone is no row, but a number that begins one. */
    enum { LEAST_OF_SERIES = 2 };
    const SamsokBlock *head =
        blocks->len == 0 ? NULL : samsok_point_block(finder, g_array_index(blocks, guint, 0));
    bool is_series = blocks->len >= LEAST_OF_SERIES ||
                     (head != NULL && *head->number != '\0' && samsok_point_asks(head->text));
    for (guint i = 0; is_series && i < blocks->len; i++) {
        guint at = g_array_index(blocks, guint, i);
        const SamsokBlock *block = samsok_point_block(finder, at);
        SamsokPoint *point = samsok_point_add(finder, cue->kind, at, at + 1, g_strdup(block->text));
        if (point != NULL) {
            samsok_point_set_cue(point, g_strdup_printf("lead-in «%.*s»", (int)(cue->end - cue->start),
                                                        lead_in + cue->start));
            samsok_point_set_number(point, g_strdup(block->number));
            g_free(point->lead_in);
            point->lead_in = g_strdup(lead_in);
        }
    }
}

/* The headings from `first` on that are numbered 1, 2, 3 … at its level; what stands below each explains it.
 * Owner: the caller. */
static GArray *numbered_headings(const SamsokPointFinder *finder, guint first)
{
    GArray *blocks = g_array_new(FALSE, FALSE, sizeof(guint));
    guint level = samsok_point_block(finder, first)->level;
    for (guint i = first; i < samsok_document_block_count(finder->document); i++) {
        const SamsokBlock *block = samsok_point_block(finder, i);
        if (block->kind != SAMSOK_BLOCK_HEADING || block->level > level) {
            continue;
        }
        bool is_next = g_ascii_strtoull(block->number, NULL, 10) == blocks->len + 1 &&
                       strchr(block->number, '.') == NULL;
        if (block->level < level || !is_next || finder->taken[i]) {
            break;
        }
        g_array_append_val(blocks, i);
    }
    return blocks;
}

/* The short paragraphs from `first` on that each ask for something, one after the other. Owner: the caller. */
static GArray *asking_paragraphs(const SamsokPointFinder *finder, guint first)
{
    enum { LONGEST_BYTES = 300 };
    GArray *blocks = g_array_new(FALSE, FALSE, sizeof(guint));
    guint section = samsok_point_block(finder, first)->section;
    for (guint i = first; i < samsok_document_block_count(finder->document); i++) {
        const SamsokBlock *block = samsok_point_block(finder, i);
        if (samsok_point_is_aside(block)) {
            continue;
        }
        if (block->kind != SAMSOK_BLOCK_PARAGRAPH || block->section != section || finder->taken[i] ||
            strlen(block->text) > LONGEST_BYTES || samsok_point_leads_on(block->text) ||
            !samsok_point_asks(block->text)) {
            break;
        }
        g_array_append_val(blocks, i);
    }
    return blocks;
}

/* What the block at `first` and those behind it are led into by, when it announces points. A label is left
 * to its own finder. */
static void find_at(SamsokPointFinder *finder, guint first)
{
    SamsokPointCue cue;
    const SamsokBlock *before = samsok_point_block(finder, first - 1);
    bool is_heading = samsok_point_block(finder, first)->kind == SAMSOK_BLOCK_HEADING;
    if (!samsok_point_may_announce(before->text) || (!is_heading && samsok_point_label(before, &cue))) {
        return;
    }
    g_autofree char *lead_in = samsok_point_lead_in(finder, first);
    if (lead_in == NULL || !samsok_cue_announced(lead_in, &cue) || samsok_point_tells_rules(finder)) {
        return;
    }
    g_autoptr(GArray) blocks = is_heading ? numbered_headings(finder, first) : asking_paragraphs(finder, first);
    add_all(finder, blocks, &cue, lead_in);
}

/* «Ni råd for bedre arkiver»: the title of the document, or the heading before the first of a row, counts what
 * stands below it as numbered headings. */
static void find_counted(SamsokPointFinder *finder, guint first)
{
    enum { LEAST_COUNTED = 3 };
    const SamsokMetadata *metadata = samsok_document_metadata(finder->document);
    const char *title = samsok_metadata_value(metadata, SAMSOK_FIELD_TITLE);
    SamsokPointCue cue;
    guint above = first;
    while (above > 0 && samsok_point_block(finder, above - 1)->kind != SAMSOK_BLOCK_HEADING) {
        above--;
    }
    const char *heading = above == 0 ? NULL : samsok_point_block(finder, above - 1)->text;
    bool by_heading = heading != NULL && samsok_cue_counted(heading, &cue);
    if (!by_heading && (title == NULL || !samsok_cue_counted(title, &cue))) {
        return;
    }
    g_autoptr(GArray) blocks = numbered_headings(finder, first);
    if (blocks->len >= LEAST_COUNTED && !samsok_point_tells_rules(finder)) {
        add_all(finder, blocks, &cue, by_heading ? heading : title);
    }
}

void samsok_points_find_series(SamsokPointFinder *finder)
{
    guint count = finder->is_law ? 0 : samsok_document_block_count(finder->document);
    for (guint i = 0; i < count; i++) {
        const SamsokBlock *block = samsok_point_block(finder, i);
        if (block->kind == SAMSOK_BLOCK_HEADING && strcmp(block->number, "1") == 0 && !finder->taken[i]) {
            find_counted(finder, i);
        }
    }
    for (guint i = 1; i < count; i++) {
        SamsokBlockKind kind = samsok_point_block(finder, i)->kind;
        bool may_be = kind == SAMSOK_BLOCK_HEADING || kind == SAMSOK_BLOCK_PARAGRAPH;
        if (may_be && !finder->taken[i] && samsok_point_block(finder, i - 1)->kind == SAMSOK_BLOCK_PARAGRAPH) {
            find_at(finder, i);
        }
    }
}
