/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a word is the same in one database, in its shards and in what they are made into. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/error.h"
#include "index/schema.h"
#include "index/words.h"
#include "tests/index/folder.h"

#define FORM "samordningstiltaket"

/* A database in `folder` that met a form of «samordningstiltak» with these parts. */
static char *write_database(const char *folder, const char *name, const char *const *parts)
{
    char *path = test_folder_path(folder, name);
    g_autoptr(SamsokWriter) writer = samsok_writer_open(path, NULL);
    SamsokWordNotes *notes = samsok_word_notes_new();
    samsok_word_notes_add_parts(notes, "samordningstiltak", FORM, parts);
    assert_true(samsok_word_notes_store(notes, writer, NULL));
    samsok_word_notes_free(notes);
    assert_true(samsok_writer_commit(writer, NULL));
    return path;
}

static void append_fact(SamsokWordFact fact, const char *other, void *data)
{
    g_string_append_printf(data, "%c:%s ", fact, other);
}

static void assert_facts(const char *path, const char *stem, const char *expected)
{
    g_autoptr(SamsokDatabase) database = samsok_database_open(path, NULL);
    g_autoptr(GString) facts = g_string_new(NULL);
    assert_non_null(database);
    assert_true(samsok_words_each(database, stem, append_fact, facts, NULL));
    assert_string_equal(facts->str, expected);
}

static const char *const two_parts[] = {"tiltak", "samordning", NULL};
static const char *const other_parts[] = {"ordning", "samordning", NULL};
#define ALL_FACTS "c:" FORM "=ordning c:" FORM "=samordning c:" FORM "=tiltak "

static void a_word_that_was_not_noted_has_no_facts(void **state)
{
    g_autofree char *path = write_database(*state, "db", two_parts);
    assert_facts(path, "samordning", "");
    assert_facts(path, "samordningstiltak", "c:" FORM "=samordning c:" FORM "=tiltak ");
}

static void forms_of_one_stem_add_to_what_is_known_of_it(void **state)
{
    g_autofree char *path = write_database(*state, "db", two_parts);
    g_free(write_database(*state, "db", other_parts));
    g_free(write_database(*state, "db", two_parts));
    assert_facts(path, "samordningstiltak", ALL_FACTS);
}

static void a_part_is_of_its_form_alone(void **state)
{
    (void)state;
    assert_string_equal(samsok_word_part(FORM "=tiltak", FORM), "tiltak");
    assert_null(samsok_word_part(FORM "=tiltak", "samordningstiltak"));
    assert_null(samsok_word_part("tiltak=tak", FORM));
}

static void compaction_joins_what_its_sources_know(void **state)
{
    g_autofree char *first = write_database(*state, "first", two_parts);
    g_autofree char *second = write_database(*state, "second", other_parts);
    g_autofree char *whole = test_folder_path(*state, "whole");
    const char *const paths[] = {first, second, NULL};
    assert_true(samsok_compact(paths, whole, SAMSOK_KEY_WORD, NULL));
    assert_facts(whole, "samordningstiltak", ALL_FACTS);
}

static void every_shard_of_a_stub_is_asked(void **state)
{
    g_free(write_database(*state, "first", two_parts));
    g_free(write_database(*state, "second", other_parts));
    test_folder_write(*state, "stub", "# two of them\nauto first\n\nglass second\n");
    test_folder_write(*state, "near/outer", "auto ../stub\n");
    g_autofree char *stub = test_folder_path(*state, "stub");
    g_autofree char *outer = test_folder_path(*state, "near/outer");
    assert_facts(stub, "samordningstiltak", ALL_FACTS);
    assert_facts(outer, "samordningstiltak", ALL_FACTS);
}

static void assert_refused(const char *folder, const char *stub)
{
    g_autoptr(GError) error = NULL;
    test_folder_write(folder, "stub", stub);
    g_autofree char *path = test_folder_path(folder, "stub");
    assert_null(samsok_database_open(path, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_MISSING);
}

static void a_stub_that_names_no_database_is_none(void **state)
{
    assert_refused(*state, "");
    assert_refused(*state, "auto\n");
    assert_refused(*state, "text of another kind\n");
    assert_refused(*state, "remote nowhere\n");
    assert_refused(*state, "remote nowhere:0\n");
    assert_refused(*state, "auto stub\n"); /* itself, without end */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_word_that_was_not_noted_has_no_facts,
                                        test_folder_set_up, test_folder_tear_down),
        cmocka_unit_test_setup_teardown(forms_of_one_stem_add_to_what_is_known_of_it,
                                        test_folder_set_up,
                                        test_folder_tear_down),
        cmocka_unit_test(a_part_is_of_its_form_alone),
        cmocka_unit_test_setup_teardown(compaction_joins_what_its_sources_know,
                                        test_folder_set_up, test_folder_tear_down),
        cmocka_unit_test_setup_teardown(every_shard_of_a_stub_is_asked,
                                        test_folder_set_up, test_folder_tear_down),
        cmocka_unit_test_setup_teardown(a_stub_that_names_no_database_is_none,
                                        test_folder_set_up, test_folder_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
