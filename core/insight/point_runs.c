/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points that stand one after the other in one paragraph, as where a list has lost its lines: «•
 * Tell hyllene • Lei en bil». */
#include "config.h"

#include <string.h>

#include "core/insight/point_cues.h"
#include "core/insight/points-private.h"
#include "core/shape/sentence.h"

/* A bullet that is no mark of running text, and the blanks behind it; 0 for none. */
static gsize bullet_at(const char *text)
{
    static const char *const bullets[] = {"•", "▪", "●", "○", "‣", "➢", "✓", "✔", "➤", "►"};
    for (guint i = 0; i < G_N_ELEMENTS(bullets); i++) {
        size_t len = strlen(bullets[i]);
        if (strncmp(text, bullets[i], len) == 0 && text[len] == ' ') {
            return len + strspn(text + len, " ");
        }
    }
    return 0;
}

/* The pieces behind bullets, as SamsokSentence. Owner: the caller. */
static GArray *pieces_of(const char *text)
{
    GArray *pieces = g_array_new(FALSE, FALSE, sizeof(SamsokSentence));
    guint len = (guint)strlen(text);
    for (const char *at = text; *at != '\0';) {
        gsize skip = at == text || at[-1] == ' ' || at[-1] == '\n' ? bullet_at(at) : 0;
        if (skip == 0) {
            at = g_utf8_next_char(at);
            continue;
        }
        guint start = (guint)(at - text);
        if (pieces->len > 0) {
            g_array_index(pieces, SamsokSentence, pieces->len - 1).end = start;
        }
        at += skip;
        const SamsokSentence piece = {(guint)(at - text), len};
        g_array_append_val(pieces, piece);
    }
    for (guint i = 0; i < pieces->len; i++) {
        SamsokSentence *piece = &g_array_index(pieces, SamsokSentence, i);
        while (piece->end > piece->start && g_ascii_isspace(text[piece->end - 1])) {
            piece->end--;
        }
    }
    return pieces;
}

/* What announces them: what stands before the first in the paragraph, or above it; or they are
 * orders. */
static void announce(SamsokPointFinder *finder, guint index, const GArray *pieces,
                     SamsokPointAnnouncement *out)
{
    const char *text = samsok_point_block(finder, index)->text;
    const SamsokSentence *first = &g_array_index(pieces, SamsokSentence, 0);
    g_autofree char *before = g_strndup(text, first->start);
    SamsokPointCue cue;
    if (samsok_cue_announced(before, &cue) || samsok_cue_matters(before, &cue)) {
        *out = (SamsokPointAnnouncement){
            .found = true, .kind = cue.kind, .cue = g_strdup("run of bullets")};
        return;
    }
    g_autoptr(GArray) items = g_array_new(FALSE, FALSE, sizeof(SamsokPointItem));
    const SamsokPointItem item = {index, index + 1};
    g_array_append_val(items, item);
    samsok_points_announce(finder, items, out);
    guint orders = 0;
    for (guint i = 0; i < pieces->len; i++) {
        const SamsokSentence *piece = &g_array_index(pieces, SamsokSentence, i);
        orders += samsok_cue_bids(text + piece->start, piece->end - piece->start) ? 1 : 0;
    }
    if (!out->found && orders >= 2 && orders * 3 >= pieces->len * 2 &&
        !samsok_point_tells_rules(finder)) {
        out->found = true;
        out->kind = SAMSOK_POINT_ADVICE;
        out->cue = g_strdup("run of orders");
    }
}

static void find_in_paragraph(SamsokPointFinder *finder, guint index)
{
    const SamsokBlock *block = samsok_point_block(finder, index);
    g_autoptr(GArray) pieces = pieces_of(block->text);
    g_auto(SamsokPointAnnouncement) announcement = {0};
    if (pieces->len < 2) {
        return;
    }
    announce(finder, index, pieces, &announcement);
    for (guint i = 0; announcement.found && i < pieces->len; i++) {
        const SamsokSentence *piece = &g_array_index(pieces, SamsokSentence, i);
        g_autofree char *text = g_strndup(block->text + piece->start, piece->end - piece->start);
        bool is_wanted = (!announcement.asking_only || samsok_point_asks(text)) &&
                         (!announcement.demanding_only || samsok_cue_demands(text));
        SamsokPoint *point = !is_wanted || *text == '\0'
                                 ? NULL
                                 : samsok_point_add(finder, announcement.kind, index, index + 1,
                                                    g_steal_pointer(&text));
        if (point != NULL) {
            samsok_point_set_sentence(point, block, piece);
            samsok_point_set_cue(point, g_strdup(announcement.cue));
        }
    }
}

void samsok_points_find_runs(SamsokPointFinder *finder)
{
    guint count = finder->is_law ? 0 : samsok_document_block_count(finder->document);
    for (guint i = 0; i < count; i++) {
        if (!finder->taken[i] && samsok_point_block(finder, i)->kind == SAMSOK_BLOCK_PARAGRAPH) {
            find_in_paragraph(finder, i);
        }
    }
}
