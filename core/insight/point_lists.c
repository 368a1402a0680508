/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points that are items of a list, told by their markers or by what announces the list. */
#include "config.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/insight/point_cues.h"
#include "core/insight/points-private.h"
#include "core/shape/sentence.h"

/* How many paragraphs may stand between two numbered items of one list. */
enum { BETWEEN_ITEMS = 4 };

static guint64 number_of(const SamsokBlock *block)
{
    return g_ascii_strtoull(block->marker, NULL, 10);
}

/* An item that only names what the paragraph below it tells of. */
static bool is_title(const SamsokBlock *item)
{
    enum { TITLE_BYTES = 90 };
    size_t len = strlen(item->text);
    return len > 0 && len <= TITLE_BYTES && strchr(".:;,!", item->text[len - 1]) == NULL;
}

/* The next item of the list, where nothing but a few paragraphs that lead into nothing else stands
 * between it and `from`; NULL for none. */
static const SamsokBlock *next_item(const SamsokPointFinder *finder, guint from, guint *out_next)
{
    guint limit = MIN(from + BETWEEN_ITEMS, samsok_document_block_count(finder->document));
    for (guint i = from; i < limit; i++) {
        const SamsokBlock *block = samsok_point_block(finder, i);
        if (block->kind == SAMSOK_BLOCK_HEADING) {
            return NULL;
        }
        if (block->kind == SAMSOK_BLOCK_LIST_ITEM) {
            *out_next = i;
            return block;
        }
    }
    return NULL;
}

static bool leads_on(const SamsokPointFinder *finder, guint first, guint end)
{
    for (guint i = first; i < end; i++) {
        if (samsok_point_leads_on(samsok_point_block(finder, i)->text)) {
            return true;
        }
    }
    return false;
}

/* True when each of the items so far but the last has its paragraphs below it. */
static bool have_paragraphs(const GArray *items)
{
    for (guint i = 0; i + 1 < items->len; i++) {
        const SamsokPointItem *item = &g_array_index(items, SamsokPointItem, i);
        if (item->end - item->first < 2) {
            return false;
        }
    }
    return true;
}

/* True when the last item goes on after paragraphs at `from`: the next number comes soon, or the next of
 * a list whose items are titles of paragraphs. */
static bool goes_on(const SamsokPointFinder *finder, const GArray *items, guint from, guint *out_next)
{
    const SamsokBlock *item =
        samsok_point_block(finder, g_array_index(items, SamsokPointItem, items->len - 1).first);
    const SamsokBlock *next = next_item(finder, from, out_next);
    if (next == NULL || next->level != item->level) {
        return false;
    }
    guint64 number = number_of(item);
    if (number > 0) {
        return number_of(next) == number + 1;
    }
    return strcmp(next->marker, item->marker) == 0 && is_title(item) && is_title(next) &&
           have_paragraphs(items) && !leads_on(finder, from, *out_next);
}

/* The paragraph below the last item is its own where those of the others are. */
static void extend_last(const SamsokPointFinder *finder, GArray *items, guint at, guint *out_end)
{
    SamsokPointItem *last = &g_array_index(items, SamsokPointItem, items->len - 1);
    const SamsokBlock *item = samsok_point_block(finder, last->first);
    if (items->len < 2 || last->end != last->first + 1 || at >= samsok_document_block_count(finder->document) ||
        !is_title(item) || !have_paragraphs(items)) {
        return;
    }
    const SamsokBlock *block = samsok_point_block(finder, at);
    if (block->kind == SAMSOK_BLOCK_PARAGRAPH && block->section == item->section && !leads_on(finder, at, at + 1)) {
        last->end = at + 1;
        *out_end = at + 1;
    }
}

/* The items of the list that begins at `start`, of its own level, before `count`; behind it, in *out_end. */
static GArray *items_of(const SamsokPointFinder *finder, guint start, guint count, guint *out_end)
{
    GArray *items = g_array_new(FALSE, FALSE, sizeof(SamsokPointItem));
    const SamsokBlock *head = samsok_point_block(finder, start);
    guint at = start;
    while (at < count) {
        const SamsokBlock *block = samsok_point_block(finder, at);
        guint next = at;
        if (samsok_point_is_aside(block)) {
            at++;
        } else if (block->section != head->section) {
            break;
        } else if (block->kind == SAMSOK_BLOCK_LIST_ITEM) {
            SamsokPointItem item = {at, at + 1};
            bool is_within = number_of(head) > 0 && number_of(block) == 0 && block->level == head->level;
            bool is_nested = items->len > 0 && (block->level > head->level || is_within);
            if (is_nested) {
                g_array_index(items, SamsokPointItem, items->len - 1).end = at + 1;
            } else {
                g_array_append_val(items, item);
            }
            at++;
        } else if (items->len > 0 && goes_on(finder, items, at, &next)) {
            g_array_index(items, SamsokPointItem, items->len - 1).end = next;
            at = next;
        } else {
            break;
        }
    }
    *out_end = at;
    extend_last(finder, items, at, out_end);
    return items;
}

/* The text of the item's blocks, the first without `skip` bytes. */
static char *text_of(const SamsokPointFinder *finder, const SamsokPointItem *item, guint skip)
{
    GString *text = g_string_new(samsok_point_block(finder, item->first)->text + skip);
    for (guint i = item->first + 1; i < item->end; i++) {
        const SamsokBlock *block = samsok_point_block(finder, i);
        if (!samsok_point_is_aside(block)) {
            const char *blank = *block->marker == '\0' ? "" : " ";
            g_string_append_printf(text, "\n%s%s%s", block->marker, blank, block->text);
        }
    }
    return g_string_free(text, FALSE);
}

/* "5" of "5.", "(5)" and "a)"; "" of a bullet. Owner: the caller. */
static char *marker_number(const char *marker)
{
    size_t skip = strspn(marker, "( ");
    size_t len = strcspn(marker + skip, ".) :");
    bool is_number = g_ascii_isdigit(marker[skip]) || (len == 1 && g_ascii_isalpha(marker[skip]));
    return is_number ? g_strndup(marker + skip, len) : g_strdup("");
}

static void add_item(SamsokPointFinder *finder, const SamsokPointItem *item,
                     const SamsokPointAnnouncement *announcement)
{
    const SamsokBlock *block = samsok_point_block(finder, item->first);
    SamsokPointCue cue = {0};
    g_autofree char *number = NULL;
    bool by_marker = samsok_cue_named(block->marker, &cue, &number);
    bool by_text = !by_marker && samsok_cue_named(block->text, &cue, &number);
    bool asks = samsok_point_asks(block->text);
    bool is_announced = announcement->found && (!announcement->asking_only || asks) &&
                        (!announcement->demanding_only || samsok_cue_demands(block->text));
    if ((!by_marker && !by_text && !is_announced) || samsok_point_is_code(block)) {
        return;
    }
    SamsokPointKind kind = by_marker || by_text                    ? cue.kind
                           : announcement->learned_too && !asks ? SAMSOK_POINT_LEARNING
                                                                : announcement->kind;
    char *text = text_of(finder, item, by_text ? cue.end : 0);
    SamsokPoint *point = samsok_point_add(finder, kind, item->first, item->end, text);
    if (point == NULL) {
        return;
    }
    g_free(point->cue);
    point->cue = by_marker || by_text
                     ? g_strdup_printf("marker «%s»", by_marker ? block->marker : samsok_point_kind_norwegian(kind))
                     : g_strdup(announcement->cue);
    g_free(point->number);
    point->number = number == NULL ? marker_number(block->marker) : g_steal_pointer(&number);
    if (announcement->lead_in != NULL) {
        g_free(point->lead_in);
        point->lead_in = g_strdup(announcement->lead_in);
    }
}

/* An item that itself leads into the list below it is no point; the items below it are. Lists nest no
 * deeper than the shape lets them. False when it leads into nothing. */
static bool find_below_item(SamsokPointFinder *finder, const SamsokPointItem *item)
{
    g_auto(SamsokPointAnnouncement) announcement = {0};
    samsok_points_announce_below(finder, item, &announcement);
    for (guint at = item->first + 1; announcement.found && at < item->end;) {
        guint end = at + 1;
        if (samsok_point_block(finder, at)->kind == SAMSOK_BLOCK_LIST_ITEM) {
            g_autoptr(GArray) items = items_of(finder, at, item->end, &end);
            for (guint i = 0; i < items->len; i++) {
                const SamsokPointItem *below = &g_array_index(items, SamsokPointItem, i);
                if (!find_below_item(finder, below)) {
                    add_item(finder, below, &announcement);
                }
            }
        }
        at = MAX(end, at + 1);
    }
    return announcement.found;
}

void samsok_points_find_lists(SamsokPointFinder *finder)
{
    guint count = samsok_document_block_count(finder->document);
    for (guint at = finder->is_law ? count : 0; at < count;) {
        if (samsok_point_block(finder, at)->kind != SAMSOK_BLOCK_LIST_ITEM) {
            at++;
            continue;
        }
        g_autoptr(GArray) items = items_of(finder, at, count, &at);
        g_auto(SamsokPointAnnouncement) announcement = {0};
        samsok_points_announce(finder, items, &announcement);
        for (guint i = 0; i < items->len; i++) {
            add_item(finder, &g_array_index(items, SamsokPointItem, i), &announcement);
        }
        for (guint i = 0; !announcement.found && i < items->len; i++) {
            find_below_item(finder, &g_array_index(items, SamsokPointItem, i));
        }
    }
}
