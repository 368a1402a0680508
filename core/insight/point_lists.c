/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points that are items of a list, told by their markers, the list's lead-in or its heading. */
#include "config.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/insight/point_cues.h"
#include "core/insight/points-private.h"
#include "core/shape/sentence.h"

/* How many paragraphs may stand between two numbered items of one list. */
enum { BETWEEN_ITEMS = 4 };

/* An item: blocks [first, end), those that go on with it included. */
typedef struct {
    guint first;
    guint end;
} Item;

/* What announces a list. */
typedef struct {
    bool found;
    SamsokPointKind kind;
    char *cue;
    char *lead_in;
} Announcement;

static void announcement_clear(Announcement *announcement)
{
    g_free(announcement->cue);
    g_free(announcement->lead_in);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Announcement, announcement_clear)

static const SamsokBlock *block_at(const SamsokPointFinder *finder, guint index)
{
    return samsok_document_block(finder->document, index);
}

/* Blocks that stand between those of the running text. */
static bool is_aside(const SamsokBlock *block)
{
    return block->kind == SAMSOK_BLOCK_FURNITURE || block->kind == SAMSOK_BLOCK_FOOTNOTE;
}

static guint64 number_of(const SamsokBlock *block)
{
    return g_ascii_strtoull(block->marker, NULL, 10);
}

/* True when the item at `index` goes on after paragraphs at `from`: the next number comes soon. */
static bool goes_on(const SamsokPointFinder *finder, guint index, guint from, guint *out_next)
{
    const SamsokBlock *item = block_at(finder, index);
    guint64 number = number_of(item);
    guint limit = MIN(from + BETWEEN_ITEMS, samsok_document_block_count(finder->document));
    for (guint i = from; number > 0 && i < limit; i++) {
        const SamsokBlock *block = block_at(finder, i);
        if (block->kind == SAMSOK_BLOCK_HEADING) {
            return false;
        }
        if (block->kind == SAMSOK_BLOCK_LIST_ITEM) {
            *out_next = i;
            return block->level == item->level && number_of(block) == number + 1;
        }
    }
    return false;
}

/* The items of the list that begins at `start`, of its own level; behind it, in *out_end. */
static GArray *items_of(const SamsokPointFinder *finder, guint start, guint *out_end)
{
    GArray *items = g_array_new(FALSE, FALSE, sizeof(Item));
    const SamsokBlock *head = block_at(finder, start);
    guint count = samsok_document_block_count(finder->document);
    guint at = start;
    while (at < count) {
        const SamsokBlock *block = block_at(finder, at);
        guint next = at;
        if (is_aside(block)) {
            at++;
        } else if (block->section != head->section) {
            break;
        } else if (block->kind == SAMSOK_BLOCK_LIST_ITEM) {
            Item item = {at, at + 1};
            bool is_nested = block->level > head->level && items->len > 0;
            if (is_nested) {
                g_array_index(items, Item, items->len - 1).end = at + 1;
            } else {
                g_array_append_val(items, item);
            }
            at++;
        } else if (items->len > 0 &&
                   goes_on(finder, g_array_index(items, Item, items->len - 1).first, at, &next)) {
            g_array_index(items, Item, items->len - 1).end = next;
            at = next;
        } else {
            break;
        }
    }
    *out_end = at;
    return items;
}

/* The block before `index` that a reader sees there; SAMSOK_NONE when there is none. */
static guint block_before(const SamsokPointFinder *finder, guint index)
{
    while (index > 0 && is_aside(block_at(finder, index - 1))) {
        index--;
    }
    return index == 0 ? SAMSOK_NONE : index - 1;
}

/* The last sentence of `text`, with the one before when the last says little: «Vi gir tre råd. De er:».
 * "" when there is none. Owner: the caller. */
static char *last_words(SamsokPointFinder *finder, const char *text)
{
    enum { SAYS_LITTLE_BYTES = 40 };
    samsok_sentences(text, finder->sentences);
    guint count = finder->sentences->len;
    if (count == 0) {
        return g_strdup("");
    }
    const SamsokSentence *last = &g_array_index(finder->sentences, SamsokSentence, count - 1);
    guint start = last->start;
    if (count > 1 && last->end - last->start <= SAYS_LITTLE_BYTES) {
        start = g_array_index(finder->sentences, SamsokSentence, count - 2).start;
    }
    return g_strndup(text + start, last->end - start);
}

/* The sentence that leads into the list: the last of the paragraph before it, when that is not
 * finished or points ahead. NULL when there is none. */
static char *lead_in_of(SamsokPointFinder *finder, guint start)
{
    guint before = block_before(finder, start);
    const SamsokBlock *block = before == SAMSOK_NONE ? NULL : block_at(finder, before);
    if (block == NULL || block->kind != SAMSOK_BLOCK_PARAGRAPH) {
        return NULL;
    }
    g_autofree char *words = last_words(finder, block->text);
    size_t len = strlen(words);
    if (len == 0) {
        return NULL;
    }
    char end = words[len - 1];
    bool is_open = end == ':' || g_ascii_isalnum(end) || (end & 0x80) != 0 ||
                   samsok_cue_points_ahead(words, len);
    return is_open ? g_steal_pointer(&words) : NULL;
}

/* A label above the paragraphs that stand before the list: «Anbefaling:». */
static bool label_above(const SamsokPointFinder *finder, guint start, SamsokPointCue *out,
                        const char **out_label)
{
    enum { ABOVE = 6, OTHER_LABEL_BYTES = 30 };
    guint section = block_at(finder, start)->section;
    for (guint i = start; i > 0 && start - i < ABOVE; i--) {
        const SamsokBlock *block = block_at(finder, i - 1);
        if (block->section != section || block->kind == SAMSOK_BLOCK_HEADING) {
            return false;
        }
        if (samsok_point_label(block, out)) {
            *out_label = block->text;
            return true;
        }
        bool is_short = strlen(block->text) <= OTHER_LABEL_BYTES;
        if ((i < start || is_short) && g_str_has_suffix(block->text, ":")) {
            return false;
        }
    }
    return false;
}

static char *cue_text(const char *what, const char *text, const SamsokPointCue *cue)
{
    return g_strdup_printf("%s «%.*s»", what, (int)(cue->end - cue->start), text + cue->start);
}

static guint count_items(const SamsokPointFinder *finder, const GArray *items, bool orders_only)
{
    guint count = 0;
    for (guint i = 0; i < items->len; i++) {
        const char *text = block_at(finder, g_array_index(items, Item, i).first)->text;
        bool asks = !orders_only && samsok_cue_asks(text, strlen(text));
        count += asks || samsok_cue_orders(text) ? 1 : 0;
    }
    return count;
}

/* The heading counts when nothing, or nothing else, leads into the list, or its items ask. */
static void announce_by_heading(const SamsokPointFinder *finder, const GArray *items,
                                Announcement *out)
{
    guint index = block_at(finder, g_array_index(items, Item, 0).first)->section;
    if (index == SAMSOK_NONE) {
        return;
    }
    const SamsokSection *section = samsok_document_section(finder->document, index);
    SamsokPointCue cue;
    bool fits = out->lead_in == NULL || samsok_cue_asks(out->lead_in, strlen(out->lead_in)) ||
                count_items(finder, items, false) * 2 >= items->len;
    if (fits && samsok_cue_announced(section->title, &cue)) {
        out->found = true;
        out->kind = cue.kind;
        out->cue = g_strdup_printf("heading «%s»", section->title);
    }
}

/* A row of orders is advice wherever it stands, but in a manual it is how a program is used. */
static void announce_by_orders(SamsokPointFinder *finder, const GArray *items, Announcement *out)
{
    enum { LEAST_ORDERS = 3 };
    guint orders = count_items(finder, items, true);
    if (orders >= LEAST_ORDERS && orders * 3 >= items->len * 2 && !samsok_point_is_manual(finder)) {
        out->found = true;
        out->kind = SAMSOK_POINT_ADVICE;
        out->cue = g_strdup("a list of orders");
    }
}

static void announce(SamsokPointFinder *finder, const GArray *items, Announcement *out)
{
    SamsokPointCue cue;
    out->lead_in = lead_in_of(finder, g_array_index(items, Item, 0).first);
    if (out->lead_in != NULL && samsok_cue_announced(out->lead_in, &cue)) {
        out->found = true;
        out->kind = cue.kind;
        out->cue = cue_text("lead-in", out->lead_in, &cue);
        return;
    }
    if (out->lead_in != NULL && samsok_cue_conditions(out->lead_in, &cue) &&
        count_items(finder, items, true) * 2 >= items->len) {
        out->found = true;
        out->kind = cue.kind;
        out->cue = cue_text("lead-in to orders", out->lead_in, &cue);
        return;
    }
    const char *label = NULL;
    if (label_above(finder, g_array_index(items, Item, 0).first, &cue, &label)) {
        out->found = true;
        out->kind = cue.kind;
        out->cue = g_strdup_printf("label «%s»", label);
        return;
    }
    announce_by_heading(finder, items, out);
    if (!out->found) {
        announce_by_orders(finder, items, out);
    }
}

/* The text of the item's blocks, the first without `skip` bytes. */
static char *text_of(const SamsokPointFinder *finder, const Item *item, guint skip)
{
    GString *text = g_string_new(block_at(finder, item->first)->text + skip);
    for (guint i = item->first + 1; i < item->end; i++) {
        const SamsokBlock *block = block_at(finder, i);
        if (!is_aside(block)) {
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

static void add_item(SamsokPointFinder *finder, const Item *item, const Announcement *announcement)
{
    const SamsokBlock *block = block_at(finder, item->first);
    SamsokPointCue cue = {0};
    g_autofree char *number = NULL;
    bool by_marker = samsok_cue_named(block->marker, &cue, &number);
    bool by_text = !by_marker && samsok_cue_named(block->text, &cue, &number);
    if (!by_marker && !by_text && !announcement->found) {
        return;
    }
    SamsokPointKind kind = by_marker || by_text ? cue.kind : announcement->kind;
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

void samsok_points_find_lists(SamsokPointFinder *finder)
{
    guint count = samsok_document_block_count(finder->document);
    for (guint at = finder->is_law ? count : 0; at < count;) {
        if (block_at(finder, at)->kind != SAMSOK_BLOCK_LIST_ITEM) {
            at++;
            continue;
        }
        g_autoptr(GArray) items = items_of(finder, at, &at);
        g_auto(Announcement) announcement = {0};
        announce(finder, items, &announcement);
        for (guint i = 0; i < items->len; i++) {
            add_item(finder, &g_array_index(items, Item, i), &announcement);
        }
    }
}
