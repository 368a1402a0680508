/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of building a generation in shards, and of opening a stub of shards. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "index/schema.h"
#include "index/search.h"
#include "index/shards.h"
#include "index/xapian/index.h"
#include "tests/index/folder.h"

/* So many pieces fill one shard. */
enum { PIECES_A_SHARD = 32 };
#define PIECE_BYTES (SAMSOK_SHARD_TEXT_BYTES / PIECES_A_SHARD)

static const SamsokTagging untagged = {0};

static char *piece_text(guint number)
{
    GString *text = g_string_sized_new(PIECE_BYTES + 64);
    g_string_printf(text, "nummer%u", number);
    while (text->len < PIECE_BYTES) {
        g_string_append(text, " fellesskapet");
    }
    return g_string_free(text, FALSE);
}

static void free_passage(gpointer passage)
{
    samsok_passage_record_free(passage);
}

/* A report with one passage, as it would be carried over. */
static SamsokPiece *piece_new(guint number)
{
    g_autofree char *id = g_strdup_printf("rapport-%03u", number);
    g_autofree char *passage_id = g_strdup_printf("%s#0", id);
    g_autofree char *text = piece_text(number);
    const char *const none[] = {NULL};
    SamsokReportRecord report = {.id = id};
    SamsokPassageRecord passage = {.id = passage_id, .report = id, .text = text,
                                   .section_path = none, .section_titles = none};
    g_autoptr(GBytes) report_bytes = samsok_report_record_pack(&report);
    g_autoptr(GBytes) passage_bytes = samsok_passage_record_pack(&passage);
    gsize len = 0;
    const void *data = g_bytes_get_data(report_bytes, &len);
    SamsokPiece *piece =
        samsok_piece_new(NULL, NULL, samsok_report_record_unpack(data, len, NULL));
    data = g_bytes_get_data(passage_bytes, &len);
    piece->passages = g_ptr_array_new_with_free_func(free_passage);
    g_ptr_array_add(piece->passages, samsok_passage_record_unpack(data, len, NULL));
    piece->extras = g_ptr_array_new();
    return piece;
}

/* A head with one key of metadata. Owner: the caller frees the path. */
static char *write_head(const char *folder)
{
    char *path = g_build_filename(folder, "head", NULL);
    g_autoptr(SamsokWriter) writer = samsok_writer_open(path, NULL);
    assert_true(samsok_writer_set_metadata(writer, SAMSOK_KEY_SCHEMA, "1", NULL));
    assert_true(samsok_writer_commit(writer, NULL));
    return path;
}

static bool append_id(uint32_t docid, const void *bytes, size_t len, void *data)
{
    g_autoptr(SamsokPassageRecord) passage = samsok_passage_record_unpack(bytes, len, NULL);
    g_string_append_printf(data, "%u:%s ", docid, passage->id);
    return true;
}

/* Builds `count` pieces and gives "docid:id " of each passage. Owner: the caller frees. */
static char *build(const char *folder, guint count, guint jobs)
{
    g_autofree char *head = write_head(folder);
    g_autofree char *base = g_build_filename(folder, "shard", NULL);
    g_autofree char *destination = g_build_filename(folder, "whole", NULL);
    g_autoptr(SamsokShards) shards = samsok_shards_new(base, jobs, &untagged);
    for (guint i = 0; i < count; i++) {
        assert_true(samsok_shards_add(shards, piece_new(i), NULL));
    }
    assert_true(samsok_shards_finish(shards, head, destination, NULL));
    g_autoptr(SamsokDatabase) reader = samsok_database_open(destination, NULL);
    g_autofree char *schema = samsok_database_metadata(reader, SAMSOK_KEY_SCHEMA, NULL);
    assert_string_equal(schema, "1");
    GString *ids = g_string_new(NULL);
    assert_true(
        samsok_database_each_document(reader, SAMSOK_KIND_PASSAGE, append_id, ids, NULL));
    return g_string_free(ids, FALSE);
}

static void documents_keep_the_order_of_pieces_whatever_the_number_of_threads(void **state)
{
    (void)state;
    char *first = test_folder_new();
    char *second = test_folder_new();
    guint count = 3 * PIECES_A_SHARD + 1;
    g_autofree char *alone = build(first, count, 1);
    g_autofree char *together = build(second, count, 4);
    g_autofree char *last = g_build_filename(first, "shard-4", NULL);
    assert_true(g_file_test(last, G_FILE_TEST_IS_DIR));
    g_autoptr(GString) expected = g_string_new(NULL);
    for (guint i = 0; i < count; i++) {
        g_string_append_printf(expected, "%u:rapport-%03u#0 ", 2 * i + 2, i);
    }
    assert_string_equal(alone, expected->str);
    assert_string_equal(together, expected->str);
    test_folder_free(first);
    test_folder_free(second);
}

static void nothing_given_makes_an_empty_database(void **state)
{
    (void)state;
    char *folder = test_folder_new();
    g_autofree char *ids = build(folder, 0, 2);
    assert_string_equal(ids, "");
    test_folder_free(folder);
}

static void a_shard_that_cannot_be_made_is_told_of(void **state)
{
    (void)state;
    char *folder = test_folder_new();
    g_autofree char *head = write_head(folder);
    g_autofree char *base = g_build_filename(folder, "no", "such", "shard", NULL);
    g_autofree char *destination = g_build_filename(folder, "whole", NULL);
    g_autoptr(SamsokShards) shards = samsok_shards_new(base, 2, &untagged);
    assert_true(samsok_shards_add(shards, piece_new(1), NULL));
    g_autoptr(GError) error = NULL;
    assert_false(samsok_shards_finish(shards, head, destination, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_CREATE);
    assert_false(g_file_test(destination, G_FILE_TEST_EXISTS));
    test_folder_free(folder);
}

#define SCHEMA G_STRINGIFY(SAMSOK_SCHEMA_VERSION)
#define ANALYSER G_STRINGIFY(SAMSOK_ANALYSER_VERSION)

static void write_versions(const char *folder, const char *name, const char *schema, const char *analyser)
{
    g_autofree char *path = test_folder_path(folder, name);
    g_autoptr(SamsokWriter) writer = samsok_writer_open(path, NULL);
    assert_true(samsok_writer_set_metadata(writer, SAMSOK_KEY_SCHEMA, schema, NULL));
    assert_true(samsok_writer_set_metadata(writer, SAMSOK_KEY_ANALYSER, analyser, NULL));
    assert_true(samsok_writer_commit(writer, NULL));
}

/* Opens a stub of a shard of today and one of these versions behind it. */
static SamsokIndex *open_two(const char *folder, const char *schema, const char *analyser, GError **error)
{
    write_versions(folder, "first", SCHEMA, ANALYSER);
    write_versions(folder, "second", schema, analyser);
    test_folder_write(folder, "stub", "auto first\nauto second\n");
    g_autofree char *stub = test_folder_path(folder, "stub");
    return samsok_index_open(stub, error);
}

static void a_stub_with_a_later_shard_of_a_newer_schema_is_refused(void **state)
{
    g_autoptr(GError) error = NULL;
    assert_null(open_two(*state, "77", ANALYSER, &error));
    assert_true(g_error_matches(error, SAMSOK_ERROR, SAMSOK_ERROR_CORRUPT));
    assert_non_null(strstr(error->message, "schema version 77"));
}

static void a_stub_with_a_later_shard_of_another_analyser_is_outdated(void **state)
{
    g_autoptr(SamsokIndex) same = open_two(*state, SCHEMA, ANALYSER, NULL);
    assert_non_null(same);
    assert_false(samsok_index_is_outdated(same));
    g_autoptr(SamsokIndex) other = open_two(*state, SCHEMA, "0", NULL);
    assert_non_null(other);
    assert_true(samsok_index_is_outdated(other));
}

static void the_status_of_a_stub_tells_where_its_shards_differ(void **state)
{
    g_autoptr(SamsokIndex) same = open_two(*state, SCHEMA, ANALYSER, NULL);
    g_autoptr(SamsokStatusInfo) of_same = samsok_index_status(same, NULL);
    assert_int_equal(of_same->shards->len, 0);
    g_autoptr(SamsokIndex) other = open_two(*state, SCHEMA, "1", NULL);
    g_autoptr(SamsokStatusInfo) of_other = samsok_index_status(other, NULL);
    assert_int_equal(of_other->shards->len, 2);
    const SamsokShardVersions *second = g_ptr_array_index(of_other->shards, 1);
    assert_int_equal(second->schema, SAMSOK_SCHEMA_VERSION);
    assert_int_equal(second->analyser, 1);
    assert_int_equal(of_other->versions.analyser, SAMSOK_ANALYSER_VERSION);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(documents_keep_the_order_of_pieces_whatever_the_number_of_threads),
        cmocka_unit_test(nothing_given_makes_an_empty_database),
        cmocka_unit_test(a_shard_that_cannot_be_made_is_told_of),
        cmocka_unit_test_setup_teardown(a_stub_with_a_later_shard_of_a_newer_schema_is_refused,
                                        test_folder_set_up, test_folder_tear_down),
        cmocka_unit_test_setup_teardown(a_stub_with_a_later_shard_of_another_analyser_is_outdated,
                                        test_folder_set_up, test_folder_tear_down),
        cmocka_unit_test_setup_teardown(the_status_of_a_stub_tells_where_its_shards_differ,
                                        test_folder_set_up, test_folder_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
