/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bags of words are answered as Xapian's own matcher answers them. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "index/xapian/index.h"
#include "tests/index/folder.h"

/* So many that the walk takes several windows, and leaves words to be looked up. */
enum { DOCUMENTS = 6000, WORDS = 40, QUESTIONS = 300, TIE_SLOT = 1, LEAST = 50, SEED = 20 };

/* Word i stands in about one document of i + 2. */
static char *word_of(guint i)
{
    return g_strdup_printf("ord%u", i);
}

static void write_document(SamsokWriter *writer, GRand *random)
{
    g_autoptr(SamsokEntry) entry = samsok_entry_new();
    for (guint i = 0; i < WORDS; i++) {
        g_autofree char *word = word_of(i);
        bool stands = g_rand_int_range(random, 0, (gint32)i + 2) == 0;
        guint count = g_rand_int_range(random, 0, 4) == 0 ? 20 : 1;
        assert_true(!stands || samsok_entry_add_term(entry, word, count, NULL));
    }
    bool is_unwanted = g_rand_int_range(random, 0, 9) == 0;
    assert_true(!is_unwanted || samsok_entry_add_boolean(entry, "XKannet", NULL));
    guint32 order = g_rand_int(random);
    assert_true(samsok_entry_set_slot(entry, TIE_SLOT, &order, sizeof order, NULL));
    assert_true(samsok_writer_add(writer, entry, NULL, NULL));
}

static SamsokDatabase *open_written(const char *folder, GRand *random)
{
    g_autofree char *path = test_folder_path(folder, "db");
    g_autoptr(SamsokWriter) writer = samsok_writer_open(path, NULL);
    for (guint i = 0; i < DOCUMENTS; i++) {
        write_document(writer, random);
    }
    assert_true(samsok_writer_commit(writer, NULL));
    return samsok_database_open(path, NULL);
}

static SamsokNode *random_word(GRand *random)
{
    SamsokNode *terms[3] = {NULL};
    guint count = (guint)g_rand_int_range(random, 1, 4);
    for (guint i = 0; i < count; i++) {
        g_autofree char *word = word_of((guint)g_rand_int_range(random, 0, WORDS + 1)); /* one that is nowhere */
        SamsokNode *term = samsok_node_term(word);
        terms[i] = g_rand_int_range(random, 0, 3) == 0 ? samsok_node_scale(term, 0.7) : term;
        if (g_rand_int_range(random, 0, 4) == 0) { /* nested */
            terms[i] = samsok_node_combine(SAMSOK_OP_MAX, &terms[i], 1);
        }
    }
    SamsokNode *word = count == 1 ? terms[0] : samsok_node_combine(SAMSOK_OP_MAX, terms, count);
    return g_rand_boolean(random) ? word : samsok_node_scale(word, 0.4);
}

static SamsokNode *random_bag(GRand *random)
{
    SamsokNode *words[6] = {NULL};
    guint count = (guint)g_rand_int_range(random, 1, 7);
    for (guint i = 0; i < count; i++) {
        words[i] = random_word(random);
    }
    SamsokNode *bag = samsok_node_combine(SAMSOK_OP_OR, words, count);
    if (g_rand_boolean(random)) {
        return bag;
    }
    SamsokNode *nodes[] = {bag, samsok_node_term("XKannet")};
    return samsok_node_combine(SAMSOK_OP_AND_NOT, nodes, 2);
}

/* The same question in a shape that is left to the matcher. */
static SamsokNode *for_matcher(const SamsokNode *bag)
{
    SamsokNode *nodes[] = {samsok_node_copy(bag), samsok_node_all()};
    return samsok_node_combine(SAMSOK_OP_FILTER, nodes, 2);
}

typedef struct {
    GArray *matches;
    uint32_t total;
    bool is_exact;
} Found;

static Found found_by(SamsokDatabase *reader, const SamsokNode *node, uint32_t check_at_least)
{
    const SamsokSearchOptions options = {.count = 2 * LEAST, .check_at_least = check_at_least,
                                         .k1 = SAMSOK_BM25_K1, .b = SAMSOK_BM25_B, .tie_slot = TIE_SLOT,
                                         .least = LEAST, .settles_ties = true};
    Found found = {0};
    assert_true(samsok_database_search(reader, node, &options, &found.matches, &found.total,
                                       &found.is_exact, NULL));
    return found;
}

static void assert_same_best(const Found *first, const Found *second)
{
    for (guint i = 0; i < LEAST && i < MAX(first->matches->len, second->matches->len); i++) {
        const SamsokMatch *one = &g_array_index(first->matches, SamsokMatch, i);
        const SamsokMatch *other = &g_array_index(second->matches, SamsokMatch, i);
        assert_true(i < first->matches->len && i < second->matches->len);
        assert_int_equal(one->docid, other->docid);
        assert_true(one->weight == other->weight);
    }
}

static void compare(SamsokDatabase *reader, GRand *random, uint32_t check_at_least)
{
    for (guint i = 0; i < QUESTIONS; i++) {
        g_autoptr(SamsokNode) bag = random_bag(random);
        g_autoptr(SamsokNode) other = for_matcher(bag);
        Found by_bag = found_by(reader, bag, check_at_least);
        Found by_matcher = found_by(reader, other, UINT32_MAX);
        assert_same_best(&by_bag, &by_matcher);
        assert_true(by_matcher.is_exact);
        assert_true(by_bag.is_exact || check_at_least != UINT32_MAX);
        assert_true(!by_bag.is_exact || by_bag.total == by_matcher.total);
        g_array_unref(by_bag.matches);
        g_array_unref(by_matcher.matches);
    }
}

static void a_bag_has_the_same_best_as_by_the_matcher(void **state)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(SEED);
    g_autoptr(SamsokDatabase) reader = open_written(*state, random);
    compare(reader, random, 300);
}

static void a_bag_that_is_read_whole_is_counted_exactly(void **state)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(SEED);
    g_autoptr(SamsokDatabase) reader = open_written(*state, random);
    compare(reader, random, UINT32_MAX);
}

static void few_matches_are_counted_exactly(void **state)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(SEED);
    g_autoptr(SamsokDatabase) reader = open_written(*state, random);
    g_autofree char *word = word_of(WORDS - 1);
    g_autoptr(SamsokNode) node = samsok_node_term(word);
    Found found = found_by(reader, node, 300);
    assert_true(found.is_exact);
    assert_in_range(found.total, 100, 300);
    g_array_unref(found.matches);
}

/* Of the documents that hold `word` and are not unwanted. */
static uint32_t wanted_with(SamsokDatabase *reader, const char *word)
{
    SamsokNode *nodes[] = {samsok_node_term(word), samsok_node_term("XKannet")};
    g_autoptr(SamsokNode) node = samsok_node_combine(SAMSOK_OP_AND_NOT, nodes, 2);
    Found found = found_by(reader, node, UINT32_MAX);
    g_array_unref(found.matches);
    return found.total;
}

/* The set of what is unwanted is remembered from question to question, not from commit to commit. */
static void what_is_unwanted_is_seen_anew_after_a_commit(void **state)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(SEED);
    g_autoptr(SamsokDatabase) reader = open_written(*state, random);
    g_autofree char *path = test_folder_path(*state, "db");
    uint32_t before = wanted_with(reader, "ord1");
    g_autoptr(SamsokWriter) writer = samsok_writer_open(path, NULL);
    g_autoptr(SamsokEntry) entry = samsok_entry_new();
    assert_true(samsok_entry_add_term(entry, "ord1", 1, NULL));
    assert_true(samsok_entry_add_boolean(entry, "XKannet", NULL));
    assert_true(samsok_writer_add(writer, entry, NULL, NULL));
    assert_true(samsok_writer_commit(writer, NULL));
    assert_true(samsok_database_reopen(reader, NULL));
    assert_int_equal(wanted_with(reader, "ord1"), before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_bag_has_the_same_best_as_by_the_matcher,
                                        test_folder_set_up, test_folder_tear_down),
        cmocka_unit_test_setup_teardown(a_bag_that_is_read_whole_is_counted_exactly,
                                        test_folder_set_up, test_folder_tear_down),
        cmocka_unit_test_setup_teardown(few_matches_are_counted_exactly,
                                        test_folder_set_up, test_folder_tear_down),
        cmocka_unit_test_setup_teardown(what_is_unwanted_is_seen_anew_after_a_commit,
                                        test_folder_set_up, test_folder_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
