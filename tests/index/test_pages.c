/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of an answer fit together, whatever is folded. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "index/search.h"
#include "tests/index/folder.h"
#include "tests/index/shelf.h"

static SamsokAnswer *ask(SamsokIndex *index, const SamsokQuestion *question)
{
    g_autoptr(GError) error = NULL;
    SamsokAnswer *answer = samsok_index_search(index, question, &error);
    assert_null(error);
    assert_non_null(answer);
    return answer;
}

/* The ids of all hits in rank order, page by page. */
static char *paged(SamsokIndex *index, const char *query, guint page)
{
    GString *ids = g_string_new(NULL);
    bool more = true;
    for (guint offset = 0; more; offset += page) {
        SamsokQuestion question = {.query = query, .count = page, .offset = offset};
        g_autoptr(SamsokAnswer) answer = ask(index, &question);
        more = answer->hits->len == page;
        for (guint i = 0; i < answer->hits->len; i++) {
            const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
            assert_int_equal(hit->rank, offset + i + 1);
            g_string_append_printf(ids, "%s ", hit->passage->id);
        }
    }
    return g_string_free(ids, FALSE);
}

/* Two reports that say the same, and one that says something else, in many passages. */
static SamsokIndex *open_twins(const char *dir)
{
    enum { PASSAGES = 1200 };
    static const char *const ids[] = {"pdf", "side", "annen"};
    g_autoptr(GArray) shelf = g_array_new(TRUE, TRUE, sizeof(ShelfReport));
    g_autoptr(GArray) texts = g_array_new(TRUE, TRUE, sizeof(ShelfPassage));
    g_autoptr(GStringChunk) strings = g_string_chunk_new(4096);
    for (guint i = 0; i < G_N_ELEMENTS(ids); i++) {
        ShelfReport report = {.id = ids[i], .title = "T", .series = "", .number = "", .year = 2000,
                              .language = "nb", .author = "", .path = "/x"};
        g_array_append_val(shelf, report);
        for (guint j = 0; j < PASSAGES; j++) {
            g_autofree char *text = g_strdup_printf("%010x rosiner", i == 2 ? PASSAGES + j : j);
            ShelfPassage passage = {ids[i], "", "", g_string_chunk_insert(strings, text)};
            g_array_append_val(texts, passage);
        }
    }
    shelf_write(dir, (const ShelfReport *)(void *)shelf->data,
                (const ShelfPassage *)(void *)texts->data);
    return samsok_index_open(dir, NULL);
}

static void pages_of_folded_passages_have_no_holes_and_no_repeats(void **state)
{
    (void)state;
    char *dir = test_folder_new();
    g_autoptr(SamsokIndex) index = open_twins(dir);
    g_autofree char *whole = paged(index, "rosiner", 5000);
    g_autofree char *pages = paged(index, "rosiner", 130);
    g_auto(GStrv) ids = g_strsplit(pages, " ", -1);
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; ids[i] != NULL; i++) {
        assert_true(g_hash_table_add(seen, ids[i]));
    }
    assert_string_equal(pages, whole);
    assert_true(g_strv_length(ids) < 3400); /* of 3600, some were folded */
    test_folder_free(dir);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_of_folded_passages_have_no_holes_and_no_repeats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
