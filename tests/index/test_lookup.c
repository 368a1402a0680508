/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of a passage, wherever the two are stored; what is read must be text. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <glib/gstdio.h>

#include "core/base/error.h"
#include "index/generation.h"
#include "index/lookup.h"
#include "index/opened.h"
#include "index/schema.h"
#include "index/search.h"
#include "index/tagged.h"
#include "tests/index/folder.h"
#include "tests/index/shelf.h"

/* In one database: report, passage, passage, report, passage. */
static const ShelfReport reports[] = {
    {"r", "Notat", "", "", 2017, "nb", "", "/arkiv/r.txt"},
    {"s", "Rapport", "", "", 2018, "nb", "", "/arkiv/s.txt"},
    {NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL},
};
static const ShelfPassage passages[] = {
    {"r", "1", "Del", "Etatene samordner."},
    {"r", "2", "Del", "Kommunene deltar."},
    {"s", "1", "Del", "Staten betaler."},
    {NULL, NULL, NULL, NULL},
};
enum { LAST_DOCID = 5 };

static int set_up(void **state)
{
    char *dir = test_folder_new();
    shelf_write(dir, reports, passages);
    *state = dir;
    return 0;
}

static int tear_down(void **state)
{
    test_folder_free(*state);
    return 0;
}

#define ON_A_SHELF(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

static SamsokDatabase *open_shelf(const char *dir)
{
    g_autofree char *path = samsok_generation_database(dir, NULL);
    SamsokDatabase *database = samsok_database_open(path, NULL);
    assert_non_null(database);
    return database;
}

static void assert_report(SamsokDatabase *database, const SamsokPassageRecord *passage)
{
    g_autoptr(SamsokReportRecord) report = samsok_lookup_report_of(database, passage, NULL);
    assert_non_null(report);
    assert_string_equal(report->id, passage->report);
}

static void a_report_is_found_wherever_its_passage_claims_to_be(void **state)
{
    const char *dir = *state;
    static const uint32_t docids[] = {2, 3, 5};
    g_autoptr(SamsokDatabase) database = open_shelf(dir);
    for (size_t i = 0; i < G_N_ELEMENTS(docids); i++) {
        g_autoptr(SamsokPassageRecord) passage = samsok_lookup_match(database, docids[i], NULL);
        assert_non_null(passage);
        assert_int_equal(passage->docid, docids[i]);
        assert_report(database, passage);
        for (uint32_t claimed = 0; claimed <= LAST_DOCID + 2; claimed++) { /* before another, and where none is */
            passage->docid = claimed;
            assert_report(database, passage);
        }
        passage->ordinal = UINT_MAX;
        assert_report(database, passage);
    }
}

static void a_report_is_found_in_each_shard(void **state)
{
    (void)state;
    static const uint32_t docids[] = {3, 4, 5, 6, 9, 10}; /* the shards take turns */
    char *dir = test_folder_new();
    g_autofree char *first_dir = g_build_filename(dir, "1", NULL);
    g_autofree char *second_dir = g_build_filename(dir, "2", NULL);
    g_mkdir(first_dir, 0700);
    g_mkdir(second_dir, 0700);
    ShelfReport others[] = {reports[0], reports[1], reports[2]};
    ShelfPassage other_passages[] = {passages[0], passages[1], passages[2], passages[3]};
    others[0].id = other_passages[0].report = other_passages[1].report = "t";
    others[1].id = other_passages[2].report = "u";
    shelf_write(first_dir, reports, passages);
    shelf_write(second_dir, others, other_passages);
    g_autofree char *first = samsok_generation_database(first_dir, NULL);
    g_autofree char *second = samsok_generation_database(second_dir, NULL);
    g_autofree char *lines = g_strdup_printf("auto %s\nauto %s\n", first, second);
    g_autofree char *stub = g_build_filename(dir, "stub", NULL);
    assert_true(g_file_set_contents(stub, lines, -1, NULL));
    g_autoptr(SamsokDatabase) database = samsok_database_open(stub, NULL);
    assert_non_null(database);
    assert_int_equal(samsok_database_shard_count(database), 2);
    for (size_t i = 0; i < G_N_ELEMENTS(docids); i++) {
        g_autoptr(SamsokPassageRecord) passage = samsok_lookup_match(database, docids[i], NULL);
        assert_non_null(passage);
        assert_report(database, passage);
        g_autoptr(SamsokReportRecord) before =
            samsok_lookup_report_at(database, samsok_lookup_likely_docid(database, passage), NULL);
        assert_string_equal(before->id, passage->report);
    }
    test_folder_free(dir);
}

static void a_passage_without_its_report_says_so(void **state)
{
    const char *dir = *state;
    g_autoptr(SamsokDatabase) database = open_shelf(dir);
    SamsokPassageRecord passage = {.report = "v", .docid = 2};
    g_autoptr(GError) error = NULL;
    assert_null(samsok_lookup_report_of(database, &passage, &error));
    assert_string_equal(error->message, "no report 'v' in the index");
}

/* Writes the report anew, with `title` where titles are read. */
static void set_title(const char *dir, const char *id, const char *title)
{
    g_autofree char *path = samsok_generation_database(dir, NULL);
    g_autofree char *term = samsok_schema_term(SAMSOK_PREFIX_ID, id);
    g_autoptr(SamsokDatabase) database = samsok_database_open(path, NULL);
    g_autoptr(SamsokReportRecord) report = samsok_lookup_report(database, id, NULL);
    g_autoptr(GBytes) bytes = samsok_report_record_pack(report);
    g_autoptr(SamsokEntry) entry = samsok_entry_new();
    assert_true(samsok_entry_add_boolean(entry, term, NULL));
    assert_true(samsok_entry_set_data(entry, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), NULL));
    assert_true(samsok_entry_set_slot(entry, SAMSOK_SLOT_TITLE, title, strlen(title), NULL));
    g_autoptr(SamsokWriter) writer = samsok_writer_open(path, NULL);
    assert_true(samsok_writer_replace(writer, term, entry, NULL));
    assert_true(samsok_writer_commit(writer, NULL));
}

static void assert_title(const char *dir, const char *id, const char *title)
{
    g_autoptr(SamsokDatabase) database = open_shelf(dir);
    g_autofree char *found = samsok_lookup_title(database, id, NULL);
    assert_string_equal(found, title);
}

static void a_title_is_read_from_the_record_where_its_slot_is_empty_or_no_text(void **state)
{
    const char *dir = *state;
    assert_title(dir, "s", "Rapport");
    set_title(dir, "s", "Årsrapport");
    assert_title(dir, "s", "Årsrapport");
    set_title(dir, "s", "Årsrapport \xc3");
    assert_title(dir, "s", "Rapport");
}

static void a_thesaurus_that_is_no_text_is_damage(void **state)
{
    const char *dir = *state;
    g_autofree char *database = samsok_generation_database(dir, NULL);
    g_autoptr(SamsokWriter) writer = samsok_writer_open(database, NULL);
    assert_true(samsok_writer_set_metadata(writer, SAMSOK_KEY_THESAURUS, "C\ta\tiri\tkind\t0\t\tA\nL\t0\ten\t\xc3", NULL));
    assert_true(samsok_writer_commit(writer, NULL));
    g_autoptr(SamsokIndex) index = samsok_index_open(dir, NULL);
    g_autoptr(GError) error = NULL;
    assert_null(samsok_index_thesaurus(index, &error));
    assert_true(g_error_matches(error, SAMSOK_ERROR, SAMSOK_ERROR_CORRUPT));
    assert_null(samsok_opened_thesaurus(index, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_A_SHELF(a_report_is_found_wherever_its_passage_claims_to_be),
        cmocka_unit_test(a_report_is_found_in_each_shard),
        ON_A_SHELF(a_title_is_read_from_the_record_where_its_slot_is_empty_or_no_text),
        ON_A_SHELF(a_thesaurus_that_is_no_text_is_damage),
        ON_A_SHELF(a_passage_without_its_report_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
