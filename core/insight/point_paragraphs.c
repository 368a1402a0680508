/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points that are no list items: paragraphs and headings below an announcing heading, paragraphs that
 * name themselves, and sentences of running text. */
#include "config.h"

#include <string.h>

#include "core/concepts/tagger.h"
#include "core/insight/point_cues.h"
#include "core/insight/points-private.h"
#include "core/shape/sentence.h"

static const SamsokBlock *block_at(const SamsokPointFinder *finder, guint index)
{
    return samsok_document_block(finder->document, index);
}

static void set_cue(SamsokPoint *point, char *cue)
{
    if (point == NULL) {
        g_free(cue);
        return;
    }
    g_free(point->cue);
    point->cue = cue;
}

/* «Anbefaling: …», also as a heading «Råd 2: …». */
static bool find_named(SamsokPointFinder *finder, guint index)
{
    const SamsokBlock *block = block_at(finder, index);
    SamsokPointCue cue = {0};
    char *number = NULL;
    if (!samsok_cue_named(block->text, &cue, &number)) {
        return false;
    }
    if (block->text[cue.end] == '\0') {
        g_free(number);
        return false;
    }
    SamsokPoint *point = samsok_point_add(finder, cue.kind, index, index + 1,
                                          g_strdup(block->text + cue.end));
    if (point == NULL) {
        g_free(number);
        return true;
    }
    g_free(point->number);
    point->number = number;
    set_cue(point, g_strdup_printf("marker «%s»", samsok_point_kind_norwegian(cue.kind)));
    return true;
}

/* True when a block of the section itself, not of one below it, is part of a point. */
static bool has_points(const SamsokPointFinder *finder, guint section)
{
    const SamsokSection *own = samsok_document_section(finder->document, section);
    for (guint i = own->first_block; i < own->end_block; i++) {
        if (finder->taken[i] && block_at(finder, i)->section == section) {
            return true;
        }
    }
    return false;
}

static bool asks(const char *text)
{
    return samsok_cue_asks(text, strlen(text)) || samsok_cue_orders(text);
}

/* Headings right below an announcing one that ask for something are points themselves. */
static void find_headings(SamsokPointFinder *finder, guint section, const SamsokPointCue *cue)
{
    for (guint i = section + 1; i < samsok_document_section_count(finder->document); i++) {
        const SamsokSection *below = samsok_document_section(finder->document, i);
        if (below->parent != section || finder->taken[below->heading] || !asks(below->title)) {
            continue;
        }
        SamsokPoint *point = samsok_point_add(finder, cue->kind, below->heading, below->heading + 1,
                                              g_strdup(below->title));
        set_cue(point, g_strdup_printf("heading below «%s»", samsok_document_section(
                                                                 finder->document, section)->title));
        if (point != NULL) {
            g_free(point->number);
            point->number = g_strdup(below->number);
        }
    }
}

/* Paragraphs of a section whose heading announces points and which has no list of them. */
static void find_below(SamsokPointFinder *finder, guint index)
{
    const SamsokSection *section = samsok_document_section(finder->document, index);
    SamsokPointCue cue = {0};
    if (!samsok_cue_announced(section->title, &cue)) {
        return;
    }
    find_headings(finder, index, &cue);
    if (has_points(finder, index) || samsok_point_tells_rules(finder)) {
        return;
    }
    for (guint i = section->first_block; i < section->end_block; i++) {
        const SamsokBlock *block = block_at(finder, i);
        bool is_own = block->section == index && block->kind == SAMSOK_BLOCK_PARAGRAPH;
        if (is_own && !finder->taken[i] && asks(block->text)) {
            SamsokPoint *point =
                samsok_point_add(finder, cue.kind, i, i + 1, g_strdup(block->text));
            set_cue(point, g_strdup_printf("heading «%s»", section->title));
        }
    }
}

void samsok_points_find_paragraphs(SamsokPointFinder *finder)
{
    for (guint i = 0; i < samsok_document_block_count(finder->document); i++) {
        SamsokBlockKind kind = block_at(finder, i)->kind;
        bool may_be = kind == SAMSOK_BLOCK_PARAGRAPH || kind == SAMSOK_BLOCK_HEADING ||
                      kind == SAMSOK_BLOCK_QUOTE;
        if (may_be && !finder->taken[i]) {
            find_named(finder, i);
        }
    }
    for (guint i = 0; i < samsok_document_section_count(finder->document); i++) {
        find_below(finder, i);
    }
}

/* ---- Sentences ---- */

static void add_sentence(SamsokPointFinder *finder, guint index, const SamsokSentence *sentence)
{
    const SamsokBlock *block = block_at(finder, index);
    const char *text = block->text + sentence->start;
    gsize len = sentence->end - sentence->start;
    bool recommends = samsok_cue_recommends(text, len);
    if (!recommends && !samsok_cue_asks(text, len)) {
        return;
    }
    SamsokPoint *point =
        samsok_point_add(finder, recommends ? SAMSOK_POINT_RECOMMENDATION : SAMSOK_POINT_FINDING,
                         index, index + 1, g_strndup(text, len));
    if (point == NULL) {
        return;
    }
    point->start = sentence->start;
    point->end = sentence->end;
    point->place.line_first = samsok_block_line(block, sentence->start);
    point->place.line_last = samsok_block_line(block, sentence->end - 1);
    set_cue(point, g_strdup(recommends ? "wording that recommends" : "wording that asks"));
}

static void find_in_block(SamsokPointFinder *finder, guint index)
{
    samsok_sentences(block_at(finder, index)->text, finder->sentences);
    for (guint i = 0; i < finder->sentences->len; i++) {
        SamsokSentence sentence = g_array_index(finder->sentences, SamsokSentence, i);
        add_sentence(finder, index, &sentence);
    }
}

/* Findings are looked for where a report makes points at all: a document that announces none gives
 * none for its bør. */
void samsok_points_find_sentences(SamsokPointFinder *finder)
{
    guint count = samsok_document_block_count(finder->document);
    bool makes_points = finder->points->len > 0;
    for (guint i = 0; !makes_points && i < count; i++) {
        const SamsokBlock *block = block_at(finder, i);
        const char *text = block->text;
        makes_points = block->kind == SAMSOK_BLOCK_PARAGRAPH &&
                       samsok_cue_recommends(text, strlen(text));
    }
    if (!makes_points || samsok_point_tells_rules(finder)) {
        return;
    }
    for (guint i = 0; i < count; i++) {
        if (block_at(finder, i)->kind == SAMSOK_BLOCK_PARAGRAPH && !finder->taken[i]) {
            find_in_block(finder, i);
        }
    }
}
