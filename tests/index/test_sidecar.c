/* SPDX-License-Identifier: GPL-3.0-or-later */
/* metadata.csv as spreadsheets save it. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "index/sidecar.h"
#include "tests/index/folder.h"

/* Reads `text` as FOLDER/metadata.csv. */
static SamsokSidecars *read_text(const char *folder, const char *text, char **out_complaint)
{
    g_autofree char *path = test_folder_path(folder, "metadata.csv");
    test_folder_write(folder, "metadata.csv", text);
    SamsokSidecars *sidecars = samsok_sidecars_new();
    g_autoptr(GError) error = NULL;
    assert_true(samsok_sidecars_read(sidecars, path, out_complaint, &error));
    return sidecars;
}

static const SamsokSidecarRow *row_for(const SamsokSidecars *sidecars, const char *folder,
                                       const char *name)
{
    g_autofree char *path = test_folder_path(folder, name);
    return samsok_sidecars_row(sidecars, path);
}

static void assert_title(const char *folder, const char *text, const char *name, const char *title)
{
    g_autofree char *complaint = NULL;
    g_autoptr(SamsokSidecars) sidecars = read_text(folder, text, &complaint);
    const SamsokSidecarRow *row = row_for(sidecars, folder, name);
    assert_non_null(row);
    assert_string_equal(samsok_metadata_value(row->metadata, SAMSOK_FIELD_TITLE), title);
    assert_null(complaint);
}

static void commas_semicolons_and_tabs_separate(void **state)
{
    assert_title(*state, "path,title\na.txt,Råd\n", "a.txt", "Råd");
    assert_title(*state, "path;title;year\na.txt;Råd, og dåd;2014\n", "a.txt", "Råd, og dåd");
    assert_title(*state, "title\tpath\nRåd\ta.txt", "a.txt", "Råd");
}

static void mark_and_line_ends_of_spreadsheets_do_not_matter(void **state)
{
    assert_title(*state, "\xEF\xBB\xBFPath;Title\r\na.txt;Råd\r\n\r\n", "a.txt", "Råd");
}

static void windows_1252_is_recognised(void **state)
{
    assert_title(*state, "path;title\na.txt;R\xe5" "d \x96 d\xe5" "d\n", "a.txt", "Råd – dåd");
}

static void quotes_hold_separators_quotes_and_lines(void **state)
{
    assert_title(*state, "path,title\na.txt,\"Om \"\"samordning\"\",\nog mer\"\n", "a.txt",
                 "Om \"samordning\", og mer");
}

static void a_path_may_lead_into_folders(void **state)
{
    assert_title(*state, "path,title\nnotat\\2017\\a.txt,Råd\n", "notat/2017/a.txt", "Råd");
    assert_title(*state, "path,title\n./a.txt,Råd\n", "a.txt", "Råd");
}

static void all_fields_are_taken_with_the_highest_trust(void **state)
{
    g_autofree char *complaint = NULL;
    g_autoptr(SamsokSidecars) sidecars = read_text(
        *state, "path,id,series,number,year,ukjent\na.txt,x-1,Difi-notat,2017:2,2017,z\n", &complaint);
    const SamsokSidecarRow *row = row_for(sidecars, *state, "a.txt");
    assert_string_equal(samsok_metadata_value(row->metadata, SAMSOK_FIELD_ID), "x-1");
    assert_string_equal(samsok_metadata_value(row->metadata, SAMSOK_FIELD_NUMBER), "2017:2");
    assert_int_equal(samsok_metadata_source(row->metadata, SAMSOK_FIELD_SERIES),
                     SAMSOK_SOURCE_SIDECAR);
    assert_int_equal(samsok_metadata_year(row->metadata), 2017);
}

static void a_bad_row_is_named_by_its_line_and_costs_no_other(void **state)
{
    g_autofree char *complaint = NULL;
    g_autoptr(SamsokSidecars) sidecars =
        read_text(*state, "path,title\n\"a\nb.txt\",To\n,Uten\nc.txt,Tre\nd.txt,\"Aldri", &complaint);
    assert_string_equal(complaint, "line 4: no path; line 6: a quote is never closed");
    assert_non_null(row_for(sidecars, *state, "c.txt"));
    assert_null(row_for(sidecars, *state, "d.txt"));
}

static void many_bad_rows_are_counted(void **state)
{
    g_autofree char *complaint = NULL;
    g_autoptr(SamsokSidecars) sidecars =
        read_text(*state, "path,title\n,1\n,2\n,3\n,4\n,5\n", &complaint);
    assert_non_null(sidecars);
    assert_string_equal(complaint,
                        "line 2: no path; line 3: no path; line 4: no path; and 2 more");
}

static void the_digest_of_a_row_changes_with_its_fields_only(void **state)
{
    g_autofree char *complaint = NULL;
    g_autoptr(SamsokSidecars) before =
        read_text(*state, "path,title\na.txt,En\nb.txt,To\n", &complaint);
    g_autoptr(SamsokSidecars) after =
        read_text(*state, "path;title;x\nb.txt;Tre;\na.txt;En;7\n", &complaint);
    assert_string_equal(row_for(before, *state, "a.txt")->sha256,
                        row_for(after, *state, "a.txt")->sha256);
    assert_string_not_equal(row_for(before, *state, "b.txt")->sha256,
                            row_for(after, *state, "b.txt")->sha256);
}

static void a_file_without_the_column_path_is_refused(void **state)
{
    static const char *const bad[] = {"", "title,year\nx,1\n", "\n\n"};
    for (guint i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autofree char *path = test_folder_path(*state, "metadata.csv");
        test_folder_write(*state, "metadata.csv", bad[i]);
        g_autoptr(SamsokSidecars) sidecars = samsok_sidecars_new();
        g_autofree char *complaint = NULL;
        g_autoptr(GError) error = NULL;
        assert_false(samsok_sidecars_read(sidecars, path, &complaint, &error));
        assert_int_equal(error->code, SAMSOK_ERROR_FORMAT);
    }
}

static void a_file_over_the_limit_is_refused(void **state)
{
    g_autofree char *path = test_folder_path(*state, "metadata.csv");
    g_autofree char *large = g_strnfill(SAMSOK_MAX_SIDECAR_BYTES + 1, 'x');
    test_folder_write(*state, "metadata.csv", large);
    g_autoptr(SamsokSidecars) sidecars = samsok_sidecars_new();
    g_autofree char *complaint = NULL;
    g_autoptr(GError) error = NULL;
    assert_false(samsok_sidecars_read(sidecars, path, &complaint, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_LIMIT);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, test_folder_set_up, test_folder_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(commas_semicolons_and_tabs_separate),
        TEST(mark_and_line_ends_of_spreadsheets_do_not_matter),
        TEST(windows_1252_is_recognised),
        TEST(quotes_hold_separators_quotes_and_lines),
        TEST(a_path_may_lead_into_folders),
        TEST(all_fields_are_taken_with_the_highest_trust),
        TEST(a_bad_row_is_named_by_its_line_and_costs_no_other),
        TEST(many_bad_rows_are_counted),
        TEST(the_digest_of_a_row_changes_with_its_fields_only),
        TEST(a_file_without_the_column_path_is_refused),
        TEST(a_file_over_the_limit_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
