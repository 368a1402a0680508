/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equals stand in the order that is stored with them, however often it was asked for. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "index/xapian/index.h"
#include "tests/index/folder.h"

/* Documents that are all alike but for their order; some of them, far from each other, have one more word. */
enum { DOCUMENTS = 3000, EVERY = 250, TIE_SLOT = 1, LEAST = 10, SEED = 7 };

typedef struct {
    guint32 order; /* as stored: compared byte by byte */
    uint32_t docid;
} Ordered;

static void write_documents(SamsokWriter *writer, GRand *random, GArray *all)
{
    for (guint i = 0; i < DOCUMENTS; i++) {
        g_autoptr(SamsokEntry) entry = samsok_entry_new();
        Ordered one = {.order = g_rand_int(random)};
        assert_true(samsok_entry_add_term(entry, "alle", 1, NULL));
        assert_true(i % EVERY != 0 || samsok_entry_add_term(entry, "noen", 1, NULL));
        assert_true(samsok_entry_set_slot(entry, TIE_SLOT, &one.order, sizeof one.order, NULL));
        assert_true(samsok_writer_add(writer, entry, &one.docid, NULL));
        g_array_append_val(all, one);
    }
    assert_true(samsok_writer_commit(writer, NULL));
}

static gint by_order(gconstpointer first, gconstpointer second)
{
    return memcmp(first, second, sizeof(guint32));
}

/* The first LEAST of those with `word`, as they were written. */
static void assert_in_order(SamsokDatabase *reader, const char *word, const GArray *all)
{
    g_autoptr(GArray) wanted = g_array_new(FALSE, FALSE, sizeof(Ordered));
    for (guint i = 0; i < all->len; i++) {
        if (strcmp(word, "alle") == 0 || i % EVERY == 0) {
            g_array_append_val(wanted, g_array_index(all, Ordered, i));
        }
    }
    g_array_sort(wanted, by_order);
    const SamsokSearchOptions options = {.count = LEAST, .check_at_least = UINT32_MAX, .k1 = SAMSOK_BM25_K1,
                                         .b = SAMSOK_BM25_B, .tie_slot = TIE_SLOT, .least = LEAST,
                                         .settles_ties = true};
    g_autoptr(SamsokNode) node = samsok_node_term(word);
    g_autoptr(GArray) matches = NULL;
    uint32_t total = 0;
    bool is_exact = false;
    assert_true(samsok_database_search(reader, node, &options, &matches, &total, &is_exact, NULL));
    assert_int_equal(total, wanted->len);
    for (guint i = 0; i < LEAST; i++) {
        assert_int_equal(g_array_index(matches, SamsokMatch, i).docid, g_array_index(wanted, Ordered, i).docid);
    }
}

/* A new database of such documents, which are added to `all`. */
static SamsokDatabase *open_written(const char *path, GRand *random, SamsokWriter **out_writer, GArray *all)
{
    *out_writer = samsok_writer_open(path, NULL);
    write_documents(*out_writer, random, all);
    return samsok_database_open(path, NULL);
}

static void equals_stand_in_their_order_however_often_it_was_asked_for(void **state)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(SEED);
    g_autofree char *path = test_folder_path(*state, "db");
    g_autoptr(SamsokWriter) writer = NULL;
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Ordered));
    g_autoptr(SamsokDatabase) reader = open_written(path, random, &writer, all);
    for (guint i = 0; i < 3; i++) {
        assert_in_order(reader, "noen", all);
    }
    for (guint i = 0; i < 2; i++) {
        assert_in_order(reader, "alle", all);
        assert_in_order(reader, "noen", all);
    }
}

/* The last document's place in the memory was empty before, and the first one's is taken over by no other. */
static void what_was_remembered_is_forgotten_with_the_commit(void **state)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(SEED);
    g_autofree char *path = test_folder_path(*state, "db");
    g_autoptr(SamsokWriter) writer = NULL;
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Ordered));
    g_autoptr(SamsokDatabase) reader = open_written(path, random, &writer, all);
    assert_in_order(reader, "alle", all);
    write_documents(writer, random, all);
    assert_true(samsok_database_reopen(reader, NULL));
    assert_in_order(reader, "alle", all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(equals_stand_in_their_order_however_often_it_was_asked_for,
                                        test_folder_set_up, test_folder_tear_down),
        cmocka_unit_test_setup_teardown(what_was_remembered_is_forgotten_with_the_commit, test_folder_set_up,
                                        test_folder_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
