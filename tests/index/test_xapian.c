/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The C interface to Xapian: what is written is found, and every exception becomes an error. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <glib/gstdio.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "index/xapian/index.h"
#include "tests/index/folder.h"

static const SamsokSearchOptions ten = {.count = 10, .check_at_least = UINT32_MAX, .k1 = 0.6};

static void add(SamsokWriter *writer, const char *id, const char *terms)
{
    g_autoptr(SamsokEntry) entry = samsok_entry_new();
    g_auto(GStrv) words = g_strsplit(terms, " ", -1);
    for (guint i = 0; words[i] != NULL; i++) {
        assert_true(samsok_entry_add_term(entry, words[i], 1, NULL));
    }
    g_autofree char *unique = g_strconcat("Q", id, NULL);
    assert_true(samsok_entry_add_boolean(entry, unique, NULL));
    assert_true(samsok_entry_set_data(entry, id, strlen(id), NULL));
    assert_true(samsok_writer_replace(writer, unique, entry, NULL));
}

/* A database of three documents, committed. */
static char *three_documents(const char *folder, const char *name)
{
    char *path = test_folder_path(folder, name);
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokWriter) writer = samsok_writer_open(path, &error);
    assert_null(error);
    add(writer, "en", "stat samordning samordning");
    add(writer, "to", "stat kommune");
    add(writer, "tre", "kommune kommunene");
    assert_true(samsok_writer_commit(writer, NULL));
    return path;
}

static char *ids_of(SamsokDatabase *reader, SamsokNode *node)
{
    g_autoptr(SamsokNode) owned = node;
    g_autoptr(GArray) matches = NULL;
    assert_true(samsok_database_search(reader, owned, &ten, &matches, NULL, NULL, NULL));
    GString *ids = g_string_new(NULL);
    for (guint i = 0; i < matches->len; i++) {
        uint32_t docid = g_array_index(matches, SamsokMatch, i).docid;
        g_autoptr(GBytes) data = samsok_database_data(reader, docid, NULL);
        gsize len = 0;
        const char *bytes = g_bytes_get_data(data, &len);
        g_string_append_len(ids, bytes, (gssize)len);
        g_string_append_c(ids, ' ');
    }
    return g_string_free(ids, FALSE);
}

static SamsokNode *pair(SamsokOp op, const char *first, const char *second)
{
    SamsokNode *children[] = {samsok_node_term(first), samsok_node_term(second)};
    return samsok_node_combine(op, children, 2);
}

static void queries_find_what_was_committed(void **state)
{
    g_autofree char *path = three_documents(*state, "db");
    g_autoptr(SamsokDatabase) reader = samsok_database_open(path, NULL);
    g_autofree char *both = ids_of(reader, pair(SAMSOK_OP_AND, "stat", "kommune"));
    assert_string_equal(both, "to ");
    g_autofree char *without = ids_of(reader, pair(SAMSOK_OP_AND_NOT, "stat", "kommune"));
    assert_string_equal(without, "en ");
    g_autofree char *filtered = ids_of(reader, pair(SAMSOK_OP_FILTER, "kommune", "Qtre"));
    assert_string_equal(filtered, "tre ");
    g_autofree char *all = ids_of(reader, samsok_node_all());
    assert_string_equal(all, "en to tre ");
    g_autofree char *none = ids_of(reader, samsok_node_combine(SAMSOK_OP_AND, NULL, 0));
    assert_string_equal(none, "");
}

static void a_prefix_takes_the_most_frequent_terms_up_to_its_cap(void **state)
{
    g_autofree char *path = three_documents(*state, "db");
    g_autoptr(SamsokDatabase) reader = samsok_database_open(path, NULL);
    g_autofree char *capped = ids_of(reader, samsok_node_prefix("sam", 1));
    assert_string_equal(capped, "en ");
    g_autofree char *uncapped = ids_of(reader, samsok_node_prefix("kommun", 0));
    assert_string_equal(uncapped, "tre to ");
}

static void what_stands_in_a_slot_is_read_and_asked_for(void **state)
{
    g_autofree char *path = three_documents(*state, "db");
    g_autoptr(SamsokWriter) writer = samsok_writer_open(path, NULL);
    g_autoptr(SamsokEntry) entry = samsok_entry_new();
    assert_true(samsok_entry_add_boolean(entry, "Qfire", NULL));
    assert_true(samsok_entry_set_data(entry, "fire", 4, NULL));
    assert_true(samsok_entry_set_slot(entry, 7, "tittel", 6, NULL));
    assert_true(samsok_writer_add(writer, entry, NULL, NULL));
    assert_true(samsok_writer_commit(writer, NULL));
    g_autoptr(SamsokDatabase) reader = samsok_database_open(path, NULL);
    g_autofree char *held = samsok_database_slot(reader, "Qfire", 7, NULL);
    g_autofree char *empty = samsok_database_slot(reader, "Qen", 7, NULL);
    g_autofree char *nobody = samsok_database_slot(reader, "Qfem", 7, NULL);
    assert_string_equal(held, "tittel");
    assert_string_equal(empty, "");
    assert_string_equal(nobody, "");
    g_autofree char *found = ids_of(reader, samsok_node_slot(7, "tittel", 6));
    assert_string_equal(found, "fire ");
    g_autofree char *none = ids_of(reader, samsok_node_slot(7, "titt", 4));
    assert_string_equal(none, "");
}

static void what_was_not_committed_is_not_seen(void **state)
{
    g_autofree char *path = three_documents(*state, "db");
    SamsokWriter *writer = samsok_writer_open(path, NULL);
    add(writer, "fire", "stat");
    assert_true(samsok_writer_remove(writer, "Qen", NULL));
    samsok_writer_close(writer);
    g_autoptr(SamsokDatabase) reader = samsok_database_open(path, NULL);
    uint32_t count = 0;
    assert_true(samsok_database_term_count(reader, "stat", &count, NULL));
    assert_int_equal(count, 2);
}

static void cancel_forgets_and_the_writer_goes_on(void **state)
{
    g_autofree char *path = three_documents(*state, "db");
    g_autoptr(SamsokWriter) writer = samsok_writer_open(path, NULL);
    add(writer, "fire", "stat");
    assert_true(samsok_writer_cancel(writer, NULL));
    add(writer, "fem", "stat");
    assert_true(samsok_writer_commit(writer, NULL));
    g_autoptr(SamsokDatabase) reader = samsok_database_open(path, NULL);
    uint32_t count = 0;
    assert_true(samsok_database_doc_count(reader, &count, NULL));
    assert_int_equal(count, 4);
    assert_true(samsok_database_term_count(reader, "Qfire", &count, NULL));
    assert_int_equal(count, 0);
}

static void a_second_writer_is_locked_out(void **state)
{
    g_autofree char *path = three_documents(*state, "db");
    g_autoptr(SamsokWriter) writer = samsok_writer_open(path, NULL);
    assert_non_null(writer);
    g_autoptr(GError) error = NULL;
    assert_null(samsok_writer_open(path, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_LOCKED);
}

static void a_folder_without_a_database_is_missing(void **state)
{
    g_autoptr(GError) error = NULL;
    assert_null(samsok_database_open(*state, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_MISSING);
}

static void a_damaged_database_is_an_error_and_no_crash(void **state)
{
    g_autofree char *path = three_documents(*state, "db");
    g_autofree char *version = test_folder_path(path, "iamglass");
    assert_true(g_file_set_contents(version, "nonsense", -1, NULL));
    g_autoptr(GError) error = NULL;
    assert_null(samsok_database_open(path, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_CORRUPT);
}

/* ---- Stored bytes ------------------------------------------------------------------------------- */

static const char frame_magic[] = {'\x28', '\xB5', '\x2F', '\xFD'}; /* of zstd, by which what is pressed is known */

/* A database of one document, which holds these bytes. */
static char *one_record(const char *folder, const void *bytes, size_t len)
{
    char *path = test_folder_path(folder, "record");
    g_autoptr(SamsokWriter) writer = samsok_writer_open(path, NULL);
    g_autoptr(SamsokEntry) entry = samsok_entry_new();
    assert_true(samsok_entry_set_data(entry, bytes, len, NULL));
    assert_true(samsok_entry_add_boolean(entry, "Qen", NULL));
    assert_true(samsok_writer_replace(writer, "Qen", entry, NULL));
    assert_true(samsok_writer_commit(writer, NULL));
    return path;
}

static void assert_comes_back(const char *folder, const char *bytes, size_t len)
{
    g_autofree char *path = one_record(folder, bytes, len);
    g_autoptr(SamsokDatabase) reader = samsok_database_open(path, NULL);
    g_autoptr(GBytes) data = samsok_database_data(reader, 1, NULL);
    gsize got = 0;
    const void *stored = g_bytes_get_data(data, &got);
    assert_int_equal(got, len);
    assert_memory_equal(stored, bytes, len);
}

static void records_of_any_size_come_back(void **state)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    for (size_t len = 1; len < 100000; len = len * 3 + 1) {
        g_autofree char *text = g_strnfill(len, 'a');
        assert_comes_back(*state, text, len);
        for (size_t i = 0; i < len; i++) {
            text[i] = (char)g_rand_int(random);
        }
        assert_comes_back(*state, text, len);
    }
}

static void a_record_that_looks_like_a_pressed_one_comes_back(void **state)
{
    assert_comes_back(*state, frame_magic, sizeof frame_magic);
    g_autofree char *longer = g_strnfill(1000, 'a');
    memcpy(longer, frame_magic, sizeof frame_magic);
    assert_comes_back(*state, longer, 1000);
}

/* Words of no report: they stand in the frame nearly as they are, where damage shows by the checksum alone. */
#define RARE_WORDS "Qvxz 8#Jk!wQ ZpLm@4x "

/* Where a frame names its dictionary; 0 names none, and ours is taken. */
static const size_t dictionary_at = sizeof frame_magic + 1;

/* One byte at a time; what has another magic would be no frame. */
static void a_damaged_record_is_an_error_and_no_crash(void **state)
{
    g_autofree char *text = g_strnfill(1000, 'a');
    memcpy(text, RARE_WORDS, strlen(RARE_WORDS));
    g_autofree char *path = one_record(*state, text, strlen(text));
    g_autofree char *table = test_folder_path(path, "postlist.glass");
    g_autofree char *bytes = NULL;
    gsize len = 0;
    assert_true(g_file_get_contents(table, &bytes, &len, NULL));
    char *frame = memmem(bytes, len, frame_magic, sizeof frame_magic);
    assert_non_null(frame);
    for (size_t at = sizeof frame_magic; at < sizeof frame_magic + strlen(RARE_WORDS);
         at += at + 1 == dictionary_at ? 2 : 1) {
        frame[at] ^= '\x01';
        assert_true(g_file_set_contents(table, bytes, (gssize)len, NULL));
        g_autoptr(SamsokDatabase) reader = samsok_database_open(path, NULL);
        g_autoptr(GError) error = NULL;
        assert_null(samsok_database_data(reader, 1, &error));
        assert_int_equal(error->code, SAMSOK_ERROR_CORRUPT);
        frame[at] ^= '\x01';
    }
}

static void a_term_over_the_limit_is_refused_when_it_is_added(void **state)
{
    (void)state;
    g_autoptr(SamsokEntry) entry = samsok_entry_new();
    g_autofree char *longest = g_strnfill(SAMSOK_MAX_TERM_BYTES, 'a');
    g_autofree char *longer = g_strnfill(SAMSOK_MAX_TERM_BYTES + 1, 'a');
    g_autoptr(GError) error = NULL;
    assert_true(samsok_entry_add_term(entry, longest, 1, &error));
    assert_false(samsok_entry_add_term(entry, longer, 1, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_ARGUMENT);
    assert_false(samsok_entry_add_boolean(entry, "", NULL));
}

static void a_query_that_cannot_be_made_matches_nothing(void **state)
{
    g_autofree char *path = three_documents(*state, "db");
    g_autoptr(SamsokDatabase) reader = samsok_database_open(path, NULL);
    SamsokNode *node = samsok_node_scale(samsok_node_term("stat"), -1.0);
    assert_null(node);
    SamsokNode *children[] = {samsok_node_term("kommunene"), node};
    g_autofree char *ids = ids_of(reader, samsok_node_combine(SAMSOK_OP_OR, children, 2));
    assert_string_equal(ids, "tre ");
}

static void a_term_that_no_index_can_hold_finds_nothing(void **state)
{
    g_autofree char *path = three_documents(*state, "db");
    g_autoptr(SamsokDatabase) reader = samsok_database_open(path, NULL);
    g_autofree char *longer = g_strnfill(SAMSOK_MAX_TERM_BYTES * 4, 'a');
    g_autofree char *ids = ids_of(reader, pair(SAMSOK_OP_OR, longer, "kommunene"));
    assert_string_equal(ids, "tre ");
}

static void a_document_that_is_not_there_is_missing(void **state)
{
    g_autofree char *path = three_documents(*state, "db");
    g_autoptr(SamsokDatabase) reader = samsok_database_open(path, NULL);
    g_autoptr(GError) error = NULL;
    assert_null(samsok_database_data(reader, 99, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_MISSING);
}

/* Adds documents with many distinct terms, so that the tables have more than one block. */
static void add_many(SamsokWriter *writer, guint from, guint to)
{
    for (guint i = from; i < to; i++) {
        g_autofree char *id = g_strdup_printf("d%u", i);
        g_autofree char *terms = g_strdup_printf("stat a%u b%u c%u d%u", i, i * 7, i * 11, i * 13);
        add(writer, id, terms);
    }
    assert_true(samsok_writer_commit(writer, NULL));
}

/* The blocks of a commit may be used again by the second commit after it. */
static void a_reader_left_behind_is_stale_until_it_reopens(void **state)
{
    g_autofree char *path = test_folder_path(*state, "db");
    g_autoptr(SamsokWriter) writer = samsok_writer_open(path, NULL);
    add_many(writer, 0, 2000);
    g_autoptr(SamsokDatabase) reader = samsok_database_open(path, NULL);
    for (guint i = 1; i <= 3; i++) {
        add_many(writer, i * 500, i * 500 + 2000);
    }
    g_autoptr(GArray) matches = NULL;
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokNode) node = samsok_node_term("stat");
    assert_false(samsok_database_search(reader, node, &ten, &matches, NULL, NULL, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_STALE);
    assert_true(samsok_database_reopen(reader, NULL));
    assert_true(samsok_database_search(reader, node, &ten, &matches, NULL, NULL, NULL));
    assert_int_equal(matches->len, 10);
}

static bool join_key(const char *key, const char *value, void *data)
{
    g_string_append_printf(data, "%s=%s ", key, value);
    return true;
}

static void metadata_comes_back_by_key_and_by_prefix(void **state)
{
    g_autofree char *path = test_folder_path(*state, "db");
    g_autoptr(SamsokWriter) writer = samsok_writer_open(path, NULL);
    assert_true(samsok_writer_set_metadata(writer, "a/2", "to", NULL));
    assert_true(samsok_writer_set_metadata(writer, "a/1", "en", NULL));
    assert_true(samsok_writer_set_metadata(writer, "b", "tre", NULL));
    assert_true(samsok_writer_commit(writer, NULL));
    assert_true(samsok_writer_set_metadata(writer, "b", "", NULL));
    assert_true(samsok_writer_commit(writer, NULL));
    g_autoptr(SamsokDatabase) reader = samsok_database_open(path, NULL);
    g_autoptr(GString) seen = g_string_new(NULL);
    assert_true(samsok_database_each_metadata(reader, "a/", join_key, seen, NULL));
    assert_string_equal(seen->str, "a/1=en a/2=to ");
    g_autofree char *gone = samsok_database_metadata(reader, "b", NULL);
    assert_string_equal(gone, "");
}

static bool join_document(uint32_t docid, const void *bytes, size_t len, void *data)
{
    GString *seen = data;
    g_string_append_printf(seen, "%u:%.*s ", docid, (int)len, (const char *)bytes);
    return true;
}

static void compacting_keeps_documents_in_the_order_of_their_sources(void **state)
{
    g_autofree char *first = three_documents(*state, "first");
    g_autofree char *second = three_documents(*state, "second");
    g_autofree char *both = test_folder_path(*state, "both");
    const char *const paths[] = {first, second, NULL};
    g_autoptr(GError) error = NULL;
    assert_true(samsok_compact(paths, both, "joined/", &error));
    g_autoptr(SamsokDatabase) reader = samsok_database_open(both, NULL);
    g_autoptr(GString) seen = g_string_new(NULL);
    assert_true(samsok_database_each_document(reader, "kommune", join_document, seen, NULL));
    assert_string_equal(seen->str, "2:to 3:tre 5:to 6:tre ");
    assert_false(samsok_compact(paths, both, "joined/", &error));
    assert_int_equal(error->code, SAMSOK_ERROR_CREATE);
}

static void a_stub_file_joins_shards(void **state)
{
    g_free(three_documents(*state, "first"));
    g_free(three_documents(*state, "second"));
    test_folder_write(*state, "stub", "auto first\nauto second\n");
    g_autofree char *stub = test_folder_path(*state, "stub");
    g_autoptr(SamsokDatabase) reader = samsok_database_open(stub, NULL);
    assert_non_null(reader);
    uint32_t count = 0;
    assert_true(samsok_database_doc_count(reader, &count, NULL));
    assert_int_equal(count, 6);
}

/* 600 documents that are all worth the same, ordered by a slot backwards. */
static char *many_equals(const char *folder)
{
    char *path = test_folder_path(folder, "equals");
    g_autoptr(SamsokWriter) writer = samsok_writer_create(path, NULL);
    assert_non_null(writer);
    for (guint i = 0; i < 600; i++) {
        g_autoptr(SamsokEntry) entry = samsok_entry_new();
        g_autofree char *order = g_strdup_printf("%03u", 999 - i);
        assert_true(samsok_entry_add_term(entry, "stat", 1, NULL));
        assert_true(i % 10 != 0 || samsok_entry_add_term(entry, "kommune", 1, NULL));
        assert_true(samsok_entry_set_slot(entry, 1, order, strlen(order), NULL));
        assert_true(samsok_writer_add(writer, entry, NULL, NULL));
    }
    assert_true(samsok_writer_commit(writer, NULL));
    return path;
}

static GArray *best_of(SamsokDatabase *reader, const char *term, uint32_t least)
{
    g_autoptr(SamsokNode) node = samsok_node_term(term);
    SamsokSearchOptions options = {
        .count = 100, .check_at_least = 300, .k1 = 0.6, .tie_slot = 1, .least = least, .settles_ties = true};
    GArray *matches = NULL;
    assert_true(samsok_database_search(reader, node, &options, &matches, NULL, NULL, NULL));
    return matches;
}

/* Few equals are seen whole and ordered by themselves, many by the index: the order is one. */
static void equals_come_in_the_order_of_their_slot(void **state)
{
    g_autofree char *path = many_equals(*state);
    g_autoptr(SamsokDatabase) reader = samsok_database_open(path, NULL);
    for (guint with_least = 0; with_least < 2; with_least++) {
        g_autoptr(GArray) few = best_of(reader, "kommune", with_least * 50);
        assert_int_equal(few->len, 60);
        g_autoptr(GArray) many = best_of(reader, "stat", with_least * 50);
        assert_int_equal(many->len, 100);
        for (guint i = 0; i < 60; i++) {
            assert_int_equal(g_array_index(few, SamsokMatch, i).docid, 591 - i * 10);
            assert_int_equal(g_array_index(many, SamsokMatch, i).docid, 600 - i);
        }
    }
}

/* Every word is asked for twice, with more between than are remembered. */
static void counts_are_right_past_what_is_remembered(void **state)
{
    g_autofree char *path = three_documents(*state, "db");
    g_autoptr(SamsokDatabase) reader = samsok_database_open(path, NULL);
    for (guint round = 0; round < 2; round++) {
        uint32_t count = 0;
        assert_true(samsok_database_term_count(reader, "stat", &count, NULL));
        assert_int_equal(count, 2);
        for (guint i = 0; i <= SAMSOK_MAX_REMEMBERED; i++) {
            char word[16];
            g_snprintf(word, sizeof word, "ord%u", i);
            assert_true(samsok_database_term_count(reader, word, &count, NULL));
            assert_int_equal(count, 0);
        }
    }
}

/* A caller who reads the first ones anyway gets in order only those of which some are left out. */
static void equals_are_put_in_order_where_it_decides_who_is_among_the_first(void **state)
{
    g_autofree char *path = many_equals(*state);
    g_autoptr(SamsokDatabase) reader = samsok_database_open(path, NULL);
    SamsokNode *words[] = {samsok_node_term("stat"), samsok_node_term("kommune")};
    g_autoptr(SamsokNode) node = samsok_node_combine(SAMSOK_OP_OR, words, 2); /* 60 of 600 are worth more */
    SamsokSearchOptions options = {.count = 100, .check_at_least = 300, .k1 = 0.6, .tie_slot = 1, .least = 80,
                                   .settles_ties = true, .leaves_least = true};
    g_autoptr(GArray) matches = NULL;
    assert_true(samsok_database_search(reader, node, &options, &matches, NULL, NULL, NULL));
    assert_int_equal(matches->len, 100);
    assert_int_equal(g_array_index(matches, SamsokMatch, 0).docid, 1); /* by its slot it would be the last of 60 */
    assert_int_equal(g_array_index(matches, SamsokMatch, 60).docid, 600);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, test_folder_set_up, test_folder_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(queries_find_what_was_committed),
        TEST(a_prefix_takes_the_most_frequent_terms_up_to_its_cap),
        TEST(what_stands_in_a_slot_is_read_and_asked_for),
        TEST(what_was_not_committed_is_not_seen),
        TEST(cancel_forgets_and_the_writer_goes_on),
        TEST(a_second_writer_is_locked_out),
        TEST(a_folder_without_a_database_is_missing),
        TEST(a_damaged_database_is_an_error_and_no_crash),
        TEST(records_of_any_size_come_back),
        TEST(a_record_that_looks_like_a_pressed_one_comes_back),
        TEST(a_damaged_record_is_an_error_and_no_crash),
        TEST(a_term_over_the_limit_is_refused_when_it_is_added),
        TEST(a_query_that_cannot_be_made_matches_nothing),
        TEST(a_term_that_no_index_can_hold_finds_nothing),
        TEST(a_document_that_is_not_there_is_missing),
        TEST(a_reader_left_behind_is_stale_until_it_reopens),
        TEST(metadata_comes_back_by_key_and_by_prefix),
        TEST(compacting_keeps_documents_in_the_order_of_their_sources),
        TEST(a_stub_file_joins_shards),
        TEST(equals_come_in_the_order_of_their_slot),
        TEST(counts_are_right_past_what_is_remembered),
        TEST(equals_are_put_in_order_where_it_decides_who_is_among_the_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
