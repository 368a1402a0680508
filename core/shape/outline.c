/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agrees on the level of each heading, then opens a section for each.
 *
 * Four witnesses speak of a heading's level: its number, the bookmarks, the contents page and the
 * first guess (HTML's own level, or what the lines stage made of size and weight). The number is
 * believed before the others unless the format's own levels show that numbers start anew inside
 * chapters; witnesses that count from another top (a title as first level) are shifted to agree.
 */
#include "config.h"

#include "core/shape/draft.h"

#include <stdbool.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/shape/expected.h"
#include "core/shape/heading.h"

/* The longest paragraph that may turn out to be a heading because the outline says so. */
enum { MAX_TITLE_BYTES = 300, LEVELS = SAMSOK_MAX_LEVEL + 1 };

/* What is known of one heading. 0: the witness is silent. */
typedef struct {
    guint block;
    guint depth;    /* parts of its number */
    guint bookmark;
    guint contents;
    guint guess;
} Heading;

/* A level's look: headings of one look have one level. */
typedef struct {
    guint votes[LEVELS];
} Look;

/* How far a witness counts from the numbers: the most frequent difference. */
typedef struct {
    int shift;
    bool agrees; /* nearly all numbered headings differ by `shift` */
    guint count; /* headings that have both */
} Shift;

static void split_number(SamsokDraftBlock *block)
{
    if (block->text == NULL || (block->number != NULL && *block->number != '\0')) {
        return;
    }
    const char *title = NULL;
    g_autofree char *number = samsok_heading_number(block->text, &title);
    if (number != NULL) {
        g_free(block->number);
        block->number = g_steal_pointer(&number);
        g_clear_pointer(&block->marks, g_array_unref);
        samsok_draft_block_take_text(block, g_strdup(title));
    }
}

/* True when the outline expects a heading in the words and at the place of this paragraph. */
static bool is_expected(const SamsokDraftBlock *block, SamsokExpected *bookmarks,
                        SamsokExpected *contents, bool after_contents)
{
    bool may_be = block->kind == SAMSOK_BLOCK_PARAGRAPH || block->kind == SAMSOK_BLOCK_LIST_ITEM;
    if (!may_be || block->is_pre || block->text == NULL || strlen(block->text) > MAX_TITLE_BYTES) {
        return false;
    }
    const char *title = NULL;
    g_free(samsok_heading_number(block->text, &title));
    guint page = block->place.page_first;
    return samsok_expected_take(bookmarks, title, page, true) != NULL ||
           (after_contents && samsok_expected_take(contents, title, page, true) != NULL);
}

/* A list item is told by its marker: «3.» before «Funn» was the number of the chapter. */
static void become_heading(SamsokDraftBlock *block)
{
    block->kind = SAMSOK_BLOCK_HEADING;
    block->level = 0;
    if (block->marker != NULL && g_ascii_isdigit(*block->marker)) {
        g_free(block->number);
        block->number = g_steal_pointer(&block->marker);
        size_t len = strlen(block->number);
        while (len > 0 && !g_ascii_isdigit(block->number[len - 1])) {
            block->number[--len] = '\0';
        }
    }
    g_clear_pointer(&block->marker, g_free);
}

/* Paragraphs that bookmarks or contents page know as headings become headings. */
static void promote(SamsokDraft *draft)
{
    g_autoptr(SamsokExpected) bookmarks = samsok_expected_from_outline(draft);
    g_autoptr(SamsokExpected) contents = samsok_expected_from_contents(draft);
    for (guint i = 0; i < draft->blocks->len; i++) {
        const SamsokDraftBlock *block = samsok_draft_block(draft, i);
        if (block->kind == SAMSOK_BLOCK_HEADING && block->text != NULL) {
            samsok_expected_take(bookmarks, block->text, block->place.page_first, true);
            samsok_expected_take(contents, block->text, 0, false);
        }
    }
    bool after_contents = false;
    for (guint i = 0; i < draft->blocks->len; i++) {
        if (samsok_expected_left(bookmarks) + samsok_expected_left(contents) == 0) {
            return;
        }
        SamsokDraftBlock *block = samsok_draft_block(draft, i);
        after_contents = after_contents || block->kind == SAMSOK_BLOCK_CONTENTS;
        if (is_expected(block, bookmarks, contents, after_contents)) {
            become_heading(block);
            split_number(block);
        }
    }
}

/* "§ 4" counts through all chapters of a law: such a number tells no level. */
static guint number_depth(const char *number)
{
    return number != NULL && g_str_has_prefix(number, "§") ? 0 : samsok_heading_depth(number);
}

static GArray *gather(SamsokDraft *draft)
{
    g_autoptr(SamsokExpected) bookmarks = samsok_expected_from_outline(draft);
    g_autoptr(SamsokExpected) contents = samsok_expected_from_contents(draft);
    GArray *headings = g_array_new(FALSE, FALSE, sizeof(Heading));
    for (guint i = 0; i < draft->blocks->len; i++) {
        const SamsokDraftBlock *block = samsok_draft_block(draft, i);
        if (block->kind != SAMSOK_BLOCK_HEADING) {
            continue;
        }
        const char *title = block->text == NULL ? "" : block->text;
        const SamsokExpectedHeading *bookmark =
            samsok_expected_take(bookmarks, title, block->place.page_first, false);
        const SamsokExpectedHeading *line = samsok_expected_take(contents, title, 0, false);
        Heading heading = {.block = i,
                           .depth = number_depth(block->number),
                           .bookmark = bookmark == NULL ? 0 : bookmark->level,
                           .contents = line == NULL ? 0 : line->level,
                           .guess = block->level};
        g_array_append_val(headings, heading);
    }
    return headings;
}

/* Compares one witness (the field at `offset` of Heading) with the numbers. */
static Shift shift_of(const GArray *headings, size_t offset)
{
    guint votes[2 * LEVELS] = {0};
    Shift shift = {0};
    for (guint i = 0; i < headings->len; i++) {
        const Heading *heading = &g_array_index(headings, Heading, i);
        guint level = MIN(*(const guint *)((const char *)heading + offset), SAMSOK_MAX_LEVEL);
        if (level > 0 && heading->depth > 0) {
            votes[LEVELS + level - MIN(heading->depth, SAMSOK_MAX_LEVEL)]++;
            shift.count++;
        }
    }
    guint best = LEVELS;
    for (guint i = 0; i < 2 * LEVELS; i++) {
        best = votes[i] > votes[best] ? i : best;
    }
    shift.shift = (int)best - LEVELS;
    shift.agrees = votes[best] * 10 >= shift.count * 7;
    return shift;
}

static guint shifted(guint level, Shift shift)
{
    return (guint)CLAMP((int)level - (shift.agrees ? shift.shift : 0), 1, (int)SAMSOK_MAX_LEVEL);
}

static char *look_key(const SamsokDraftBlock *block)
{
    return g_strdup_printf("%d %d", (int)(block->font_size * 2 + 0.5), block->is_bold);
}

static guint level_of_look(GHashTable *looks, const SamsokDraftBlock *block)
{
    g_autofree char *key = look_key(block);
    const Look *look = g_hash_table_lookup(looks, key);
    guint best = 0;
    for (guint i = 1; look != NULL && i < LEVELS; i++) {
        best = look->votes[i] > look->votes[best] ? i : best;
    }
    return best;
}

static void remember_look(GHashTable *looks, const SamsokDraftBlock *block)
{
    g_autofree char *key = look_key(block);
    Look *look = g_hash_table_lookup(looks, key);
    if (look == NULL) {
        look = g_new0(Look, 1);
        g_hash_table_insert(looks, g_steal_pointer(&key), look);
    }
    look->votes[MIN(block->level, SAMSOK_MAX_LEVEL)]++;
}

/* The level by number, bookmarks and contents page; 0 when all are silent. */
static guint witnessed_level(const Heading *heading, Shift bookmark, Shift guess)
{
    /* Numbers that disagree with the format's own levels start anew in each chapter. */
    bool trust_number = (guess.agrees || guess.count == 0) && (bookmark.agrees || bookmark.count == 0);
    if (heading->depth > 1 || (heading->depth == 1 && trust_number)) {
        return heading->depth;
    }
    if (heading->bookmark > 0) {
        return shifted(heading->bookmark, bookmark);
    }
    return heading->contents;
}

static void settle_levels(SamsokDraft *draft, const GArray *headings)
{
    Shift bookmark = shift_of(headings, offsetof(Heading, bookmark));
    Shift guess = shift_of(headings, offsetof(Heading, guess));
    g_autoptr(GHashTable) looks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    for (guint i = 0; i < headings->len; i++) {
        const Heading *heading = &g_array_index(headings, Heading, i);
        SamsokDraftBlock *block = samsok_draft_block(draft, heading->block);
        block->level = MIN(witnessed_level(heading, bookmark, guess), SAMSOK_MAX_LEVEL);
        if (block->level > 0 && block->font_size > 0) {
            remember_look(looks, block);
        }
    }
    guint before = 0;
    for (guint i = 0; i < headings->len; i++) {
        const Heading *heading = &g_array_index(headings, Heading, i);
        SamsokDraftBlock *block = samsok_draft_block(draft, heading->block);
        if (block->level == 0) {
            guint level = block->font_size > 0 ? level_of_look(looks, block) : 0;
            level = level == 0 ? shifted(MAX(heading->guess, 1), guess) : level;
            block->level = MIN(level, before + 1);
        }
        before = block->level;
    }
}

/* Takes a heading that is none by its length for the paragraph that it is; else splits its number off. */
static void settle_heading(SamsokDraftBlock *block)
{
    if (block->text != NULL && strlen(block->text) > SAMSOK_MAX_HEADING_BYTES) {
        block->kind = SAMSOK_BLOCK_PARAGRAPH;
        block->level = 0;
        return;
    }
    split_number(block);
}

void samsok_shape_outline(SamsokDraft *draft)
{
    for (guint i = 0; i < draft->blocks->len; i++) {
        if (samsok_draft_block(draft, i)->kind == SAMSOK_BLOCK_HEADING) {
            settle_heading(samsok_draft_block(draft, i));
        }
    }
    promote(draft);
    g_autoptr(GArray) headings = gather(draft);
    settle_levels(draft, headings);
    samsok_shape_sections(draft);
}
