/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Expected headings, looked up by the letters and digits of their titles. */
#include "config.h"

#include "core/shape/expected.h"

#include <string.h>

#include "core/base/text.h"
#include "core/shape/heading.h"

/* Headings of one title that are told apart: a bookmark list of a million equal ones stays cheap. */
enum { MAX_SAME_TITLE = 256 };

struct _SamsokExpected {
    GArray *headings;   /* of SamsokExpectedHeading */
    GHashTable *by_key; /* key → GArray of index */
    guint left;
};

static SamsokExpected *expected_new(void)
{
    SamsokExpected *expected = g_new0(SamsokExpected, 1);
    expected->headings = g_array_new(FALSE, FALSE, sizeof(SamsokExpectedHeading));
    expected->by_key =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    return expected;
}

void samsok_expected_free(SamsokExpected *expected)
{
    if (expected == NULL) {
        return;
    }
    g_array_unref(expected->headings);
    g_hash_table_unref(expected->by_key);
    g_free(expected);
}

/* Makes the heading added last findable by `title`. */
static void name_last(SamsokExpected *expected, const char *title)
{
    g_autofree char *key = samsok_heading_key(title);
    if (*key == '\0') {
        return;
    }
    guint index = expected->headings->len - 1;
    GArray *indexes = g_hash_table_lookup(expected->by_key, key);
    if (indexes == NULL) {
        indexes = g_array_new(FALSE, FALSE, sizeof(guint));
        g_hash_table_insert(expected->by_key, g_steal_pointer(&key), indexes);
    }
    if (indexes->len < MAX_SAME_TITLE) {
        g_array_append_val(indexes, index);
    }
}

SamsokExpected *samsok_expected_from_outline(const SamsokDraft *draft)
{
    SamsokExpected *expected = expected_new();
    for (guint i = 0; i < draft->outline->len; i++) {
        const SamsokDraftOutline *entry = &g_array_index(draft->outline, SamsokDraftOutline, i);
        SamsokExpectedHeading heading = {.level = entry->level, .page = entry->page};
        g_array_append_val(expected->headings, heading);
        const char *title = NULL;
        g_free(samsok_heading_number(entry->title, &title));
        name_last(expected, title);
        expected->left++;
    }
    return expected;
}

/* `title` without the leaders and the page number at its end. */
static char *without_page(const char *title)
{
    size_t len = strlen(title);
    while (len > 0 && (g_ascii_isdigit(title[len - 1]) || strchr("ivx", title[len - 1]) != NULL)) {
        len--;
    }
    bool separate = len > 0 && strchr(" ._", title[len - 1]) != NULL;
    g_autofree char *kept = g_strndup(title, separate ? len : strlen(title));
    for (len = strlen(kept); len > 0 && strchr(" ._", kept[len - 1]) != NULL; len--) {
        kept[len - 1] = '\0';
    }
    return g_steal_pointer(&kept);
}

SamsokExpected *samsok_expected_from_contents(const SamsokDraft *draft)
{
    SamsokExpected *expected = expected_new();
    for (guint i = 0; i < draft->blocks->len; i++) {
        const SamsokDraftBlock *block = samsok_draft_block(draft, i);
        if (block->kind != SAMSOK_BLOCK_CONTENTS || block->text == NULL) {
            continue;
        }
        const char *title = NULL;
        g_autofree char *split = samsok_heading_number(block->text, &title);
        const char *number = split != NULL ? split : block->number;
        guint depth = samsok_heading_depth(number);
        SamsokExpectedHeading heading = {.level = depth > 0 ? depth : block->level};
        g_array_append_val(expected->headings, heading);
        g_autofree char *bare = without_page(title);
        /* A title may itself end in a number («Status 2013»), its page already gone. */
        name_last(expected, bare);
        if (strcmp(bare, title) != 0) {
            name_last(expected, title);
        }
        expected->left++;
    }
    return expected;
}

guint samsok_expected_left(const SamsokExpected *expected)
{
    return expected->left;
}

static bool fits(const SamsokExpectedHeading *heading, guint page, bool exact)
{
    if (heading->is_found) {
        return false;
    }
    if (heading->page == 0 || page == 0 || heading->page == page) {
        return true;
    }
    return !exact && (heading->page + 1 == page || page + 1 == heading->page);
}

const SamsokExpectedHeading *samsok_expected_take(SamsokExpected *expected, const char *title,
                                                  guint page, bool exact)
{
    g_autofree char *key = samsok_heading_key(title);
    GArray *indexes = g_hash_table_lookup(expected->by_key, key);
    for (guint i = 0; indexes != NULL && i < indexes->len; i++) {
        guint index = g_array_index(indexes, guint, i);
        SamsokExpectedHeading *heading =
            &g_array_index(expected->headings, SamsokExpectedHeading, index);
        if (fits(heading, page, exact)) {
            heading->is_found = true;
            expected->left--;
            return heading;
        }
    }
    return NULL;
}
