/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading Turtle, and what a vocabulary then knows. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "tests/concepts/turtle.h"

static void labels_are_found_by_language_and_fall_back_to_bokmal(void **state)
{
    (void)state;
    g_autoptr(SamsokVocabulary) vocabulary =
        load_text(":a a skos:Concept ; skos:prefLabel \"verkemiddel\"@nn , \"virkemiddel\"@nb .");
    guint concept = samsok_vocabulary_find(vocabulary, "a");
    assert_string_equal(samsok_vocabulary_label(vocabulary, concept, "nn"), "verkemiddel");
    assert_string_equal(samsok_vocabulary_label(vocabulary, concept, "nb"), "virkemiddel");
    assert_string_equal(samsok_vocabulary_label(vocabulary, concept, "en"), "virkemiddel");
}

static void a_concept_without_label_is_called_by_its_id(void **state)
{
    (void)state;
    g_autoptr(SamsokVocabulary) vocabulary = load_text(":a a skos:Concept .");
    guint concept = samsok_vocabulary_find(vocabulary, "a");
    assert_string_equal(samsok_vocabulary_label(vocabulary, concept, "nb"), "a");
}

static void what_is_no_concept_is_not_found_as_one(void **state)
{
    (void)state;
    g_autoptr(SamsokVocabulary) vocabulary = load_text(":a skos:prefLabel \"a\"@nb .");
    assert_int_equal(samsok_vocabulary_find(vocabulary, "a"), SAMSOK_NO_RESOURCE);
}

static void an_id_that_two_concepts_would_share_is_the_whole_iri(void **state)
{
    (void)state;
    g_autoptr(SamsokVocabulary) vocabulary = load_text(
        ":a a skos:Concept . <https://other.example/a> a skos:Concept . :b a skos:Concept .");
    assert_int_equal(samsok_vocabulary_find(vocabulary, "a"), SAMSOK_NO_RESOURCE);
    guint concept = samsok_vocabulary_find(vocabulary, "https://other.example/a");
    assert_int_not_equal(concept, SAMSOK_NO_RESOURCE);
    assert_string_equal(samsok_vocabulary_id(vocabulary, concept), "https://other.example/a");
    assert_int_not_equal(samsok_vocabulary_find(vocabulary, "b"), SAMSOK_NO_RESOURCE);
}

static void hierarchy_told_from_either_side_is_told_once(void **state)
{
    (void)state;
    g_autoptr(SamsokVocabulary) vocabulary =
        load_text(":a a skos:Concept ; skos:narrower :b . :b a skos:Concept ; skos:broader :a . "
                  ":c a skos:Concept ; skos:broader :a . :d skos:broader :a .");
    guint top = samsok_vocabulary_find(vocabulary, "a");
    g_autoptr(GArray) below =
        samsok_vocabulary_neighbours(vocabulary, top, SAMSOK_PROPERTY_NARROWER);
    assert_int_equal(below->len, 2);
    g_autoptr(GArray) above = samsok_vocabulary_neighbours(
        vocabulary, samsok_vocabulary_find(vocabulary, "c"), SAMSOK_PROPERTY_BROADER);
    assert_int_equal(above->len, 1);
    assert_int_equal(g_array_index(above, guint, 0), top);
}

static void what_is_related_is_so_from_either_side_and_once(void **state)
{
    (void)state;
    g_autoptr(SamsokVocabulary) vocabulary =
        load_text(":a a skos:Concept ; skos:related :b , :c . :b a skos:Concept . "
                  ":c a skos:Concept ; skos:related :a .");
    guint first = samsok_vocabulary_find(vocabulary, "a");
    g_autoptr(GArray) of_first =
        samsok_vocabulary_neighbours(vocabulary, first, SAMSOK_PROPERTY_RELATED);
    g_autoptr(GArray) of_second = samsok_vocabulary_neighbours(
        vocabulary, samsok_vocabulary_find(vocabulary, "b"), SAMSOK_PROPERTY_RELATED);
    assert_int_equal(of_first->len, 2);
    assert_int_equal(of_second->len, 1);
    assert_int_equal(g_array_index(of_second, guint, 0), first);
}

static void statements_know_their_line(void **state)
{
    (void)state;
    g_autoptr(SamsokVocabulary) vocabulary =
        load_text(":a a skos:Concept ;\n  skos:prefLabel \"a\"@nb ;\n  skos:altLabel \"b\"@nb .");
    guint concept = samsok_vocabulary_find(vocabulary, "a");
    assert_int_equal(samsok_vocabulary_statement(vocabulary, concept, 0)->line, 2);
    assert_int_equal(samsok_vocabulary_statement(vocabulary, concept, 1)->line, 3);
    assert_int_equal(samsok_vocabulary_statement(vocabulary, concept, 2)->line, 4);
}

static void blank_nodes_of_two_files_are_two(void **state)
{
    (void)state;
    g_autoptr(SamsokVocabulary) vocabulary =
        load_text(":a a skos:Concept ; samsok:rule [ samsok:notIn \"x\" ] .");
    assert_true(load_bytes(vocabulary,
                           PREFIXES ":b a skos:Concept ; samsok:rule [ samsok:notIn \"y\" ] .", -1,
                           NULL));
    guint rules[2];
    const char *const ids[] = {"a", "b"};
    for (guint i = 0; i < 2; i++) {
        guint concept = samsok_vocabulary_find(vocabulary, ids[i]);
        rules[i] = samsok_vocabulary_statement(vocabulary, concept, 1)->object;
        assert_int_equal(samsok_vocabulary_statement_count(vocabulary, rules[i]), 1);
    }
    assert_int_not_equal(rules[0], rules[1]);
}

typedef struct {
    const char *turtle;
    const char *line; /* part of the message */
} WrongCase;

static const WrongCase wrong_cases[] = {
    {PREFIXES ":a a skos:Concept ;;; skos:prefLabel \"a .", "line "},
    {PREFIXES "\n:a nowhere:b :c .", "line 3: "},
    {"this is not turtle", "line 1: "},
    {PREFIXES ":a skos:prefLabel \"a\"@nb", "line "},
    {"{\"json\": true}", "line 1: "},
};

static void a_wrong_file_is_refused_with_name_and_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(wrong_cases); i++) {
        g_autoptr(SamsokVocabulary) vocabulary = samsok_vocabulary_new();
        g_autoptr(GError) error = NULL;
        assert_false(load_bytes(vocabulary, wrong_cases[i].turtle, -1, &error));
        assert_true(g_error_matches(error, SAMSOK_ERROR, SAMSOK_ERROR_QUERY));
        assert_int_equal(samsok_error_exit_status(error), 65);
        assert_non_null(strstr(error->message, ".ttl': "));
        assert_non_null(strstr(error->message, wrong_cases[i].line));
        assert_null(strchr(error->message, '\n'));
    }
}

static void a_missing_file_is_said_to_be_missing(void **state)
{
    (void)state;
    g_autoptr(SamsokVocabulary) vocabulary = samsok_vocabulary_new();
    g_autoptr(GError) error = NULL;
    assert_false(samsok_vocabulary_load(vocabulary, "/nonexistent/x.ttl", &error));
    assert_true(g_error_matches(error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING));
}

static void a_folder_is_refused(void **state)
{
    (void)state;
    g_autoptr(SamsokVocabulary) vocabulary = samsok_vocabulary_new();
    g_autoptr(GError) error = NULL;
    assert_false(samsok_vocabulary_load(vocabulary, "/", &error));
    assert_non_null(error);
}

static void a_text_beyond_the_limit_is_refused(void **state)
{
    (void)state;
    g_autoptr(SamsokVocabulary) vocabulary = samsok_vocabulary_new();
    g_autofree char *text = g_strnfill(SAMSOK_MAX_VOCABULARY_TEXT_BYTES + 1, 'a');
    g_autofree char *turtle = g_strconcat(PREFIXES ":a skos:prefLabel \"", text, "\" .", NULL);
    g_autoptr(GError) error = NULL;
    assert_false(load_bytes(vocabulary, turtle, -1, &error));
    assert_non_null(strstr(error->message, "more than"));
}

static void an_empty_file_is_an_empty_vocabulary(void **state)
{
    (void)state;
    g_autoptr(SamsokVocabulary) vocabulary = samsok_vocabulary_new();
    assert_true(load_bytes(vocabulary, "", 0, NULL));
    assert_int_equal(samsok_vocabulary_resource_count(vocabulary), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labels_are_found_by_language_and_fall_back_to_bokmal),
        cmocka_unit_test(a_concept_without_label_is_called_by_its_id),
        cmocka_unit_test(what_is_no_concept_is_not_found_as_one),
        cmocka_unit_test(an_id_that_two_concepts_would_share_is_the_whole_iri),
        cmocka_unit_test(hierarchy_told_from_either_side_is_told_once),
        cmocka_unit_test(what_is_related_is_so_from_either_side_and_once),
        cmocka_unit_test(statements_know_their_line),
        cmocka_unit_test(blank_nodes_of_two_files_are_two),
        cmocka_unit_test(a_wrong_file_is_refused_with_name_and_line),
        cmocka_unit_test(a_missing_file_is_said_to_be_missing),
        cmocka_unit_test(a_folder_is_refused),
        cmocka_unit_test(a_text_beyond_the_limit_is_refused),
        cmocka_unit_test(an_empty_file_is_an_empty_vocabulary),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
