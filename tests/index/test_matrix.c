/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what is mentioned together. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/concepts/lexicon.h"
#include "index/facets.h"
#include "index/matrix.h"
#include "index/matrix_texts.h"
#include "tests/concepts/turtle.h"
#include "tests/index/folder.h"
#include "tests/index/runs.h"

static const char turtle[] =
    ":rolle a skos:Concept ; skos:prefLabel \"samordningsrolle\"@nb ; samsok:kind \"role\" .\n"
    ":driver a skos:Concept ; skos:broader :rolle ; skos:prefLabel \"pådriver\"@nb .\n"
    ":ivrig a skos:Concept ; skos:broader :driver ; skos:prefLabel \"ivrig pådriver\"@nb .\n"
    ":nest a skos:Concept ; skos:prefLabel \"enighet\"@nb ; samsok:kind \"step\" .\n"
    ":foerst a skos:Concept ; skos:prefLabel \"deling\"@nb ; samsok:kind \"step\" .\n"
    ":stige a skos:OrderedCollection ; skos:memberList ( :foerst :nest ) .\n";

static const SamsokLexicon *lexicon;

static void with_lexicon(SamsokUpdateOptions *options)
{
    options->lexicon = lexicon;
}

/* An index of two reports: one has an eager driver with sharing, the other a driver with both. */
static SamsokIndex *index_of(TestRuns *runs, const char *vocabulary_text)
{
    g_autoptr(SamsokVocabulary) vocabulary = load_text(vocabulary_text);
    g_autoptr(SamsokLexicon) made = samsok_lexicon_new(vocabulary, NULL);
    lexicon = made;
    test_folder_write(runs->files, "a.txt", "Rapport\n\nEn ivrig pådriver sørger for deling av kunnskap.\n");
    test_folder_write(runs->files, "b.txt", "Notat\n\nSom pådriver søkte vi deling og så enighet om målet.\n");
    g_autoptr(SamsokRunReport) report = test_runs_update(runs, with_lexicon);
    assert_int_equal(report->indexed, 2);
    return samsok_index_open(runs->index, NULL);
}

static void a_kind_by_a_kind_counts_passages_and_narrower_concepts(void **state)
{
    (void)state;
    TestRuns *runs = test_runs_new();
    g_autoptr(SamsokIndex) index = index_of(runs, turtle);
    g_autoptr(SamsokMatrix) matrix = samsok_index_matrix(index, "rolle", "trinn", NULL);
    assert_non_null(matrix);
    assert_int_equal(matrix->rows->len, 2); /* the head is left out */
    assert_int_equal(matrix->columns->len, 2);
    const SamsokConcept *row = g_ptr_array_index(matrix->rows, 0);
    const SamsokConcept *column = g_ptr_array_index(matrix->columns, 0);
    assert_string_equal(row->id, "driver");
    assert_string_equal(column->id, "foerst"); /* by its place on the ladder */
    assert_int_equal(matrix->cells[0].passages, 2);
    assert_int_equal(matrix->cells[0].reports, 2);
    assert_int_equal(matrix->cells[1].passages, 1);
    assert_int_equal(matrix->cells[2].passages, 1); /* ivrig with deling */
    assert_int_equal(matrix->cells[3].passages, 0);
    test_runs_free(runs);
}

static void a_concept_may_stand_for_an_axis_and_an_unknown_name_is_missing(void **state)
{
    (void)state;
    TestRuns *runs = test_runs_new();
    g_autoptr(SamsokIndex) index = index_of(runs, turtle);
    g_autoptr(SamsokMatrix) matrix = samsok_index_matrix(index, "pådriver", "step", NULL);
    assert_int_equal(matrix->rows->len, 1);
    assert_int_equal(matrix->cells[0].passages, 2);
    g_autoptr(GError) error = NULL;
    assert_null(samsok_index_matrix(index, "tull", "step", &error));
    assert_int_equal(error->code, SAMSOK_ERROR_MISSING);
    test_runs_free(runs);
}

/* A thousand and one of a kind are more cells than a matrix has. */
static void a_matrix_of_too_many_cells_is_refused(void **state)
{
    (void)state;
    TestRuns *runs = test_runs_new();
    GString *text = g_string_new(turtle);
    for (guint i = 0; i < 1000; i++) {
        g_string_append_printf(text, ":r%u a skos:Concept ; skos:prefLabel \"r%u\"@nb ; samsok:kind \"role\" .\n",
                               i, i);
    }
    g_autofree char *many = g_string_free(text, FALSE);
    g_autoptr(SamsokIndex) index = index_of(runs, many);
    g_autoptr(GError) error = NULL;
    assert_null(samsok_index_matrix(index, "rolle", "rolle", &error));
    assert_int_equal(error->code, SAMSOK_ERROR_LIMIT);
    g_autoptr(SamsokMatrix) matrix = samsok_index_matrix(index, "rolle", "trinn", NULL);
    assert_int_equal(matrix->rows->len, 1002);
    test_runs_free(runs);
}

/* A table with «deling» at the head of a column and «pådriver» at that of a row. */
static void add_table(SamsokMatrix *matrix)
{
    SamsokMentionRecord head = {"foerst", "deling", 2, 8, "deling", ""};
    SamsokMentionRecord label = {"driver", "pådriver", 14, 22, "pådriver", ""};
    g_autoptr(GPtrArray) mentions = g_ptr_array_new();
    g_ptr_array_add(mentions, &head);
    g_ptr_array_add(mentions, &label);
    SamsokPassageRecord passage = {
        .id = (char *)"a#1",
        .text = (char *)"| deling | ny\npådriver | møter",
        .mentions = mentions,
    };
    samsok_matrix_add_texts(matrix, &passage);
}

static void a_cell_keeps_so_many_texts_and_counts_those_left_out(void **state)
{
    (void)state;
    TestRuns *runs = test_runs_new();
    g_autoptr(SamsokIndex) index = index_of(runs, turtle);
    g_autoptr(SamsokMatrix) matrix = samsok_index_matrix(index, "pådriver", "deling", NULL);
    for (guint i = 0; i < SAMSOK_MAX_MATRIX_TEXTS; i++) {
        add_table(matrix);
    }
    assert_int_equal(matrix->cells[0].texts->len, SAMSOK_MAX_MATRIX_TEXTS);
    assert_int_equal(matrix->cells[0].texts_left_out, 0);
    add_table(matrix);
    add_table(matrix);
    assert_int_equal(matrix->cells[0].texts->len, SAMSOK_MAX_MATRIX_TEXTS);
    assert_int_equal(matrix->cells[0].texts_left_out, 2);
    test_runs_free(runs);
}

static void a_kind_of_concepts_is_a_facet(void **state)
{
    (void)state;
    TestRuns *runs = test_runs_new();
    g_autoptr(SamsokIndex) index = index_of(runs, turtle);
    const char *const names[] = {"rolle", "step", NULL};
    SamsokQuestion question = {.query = "deling", .count = 10};
    g_autoptr(SamsokFacets) facets = samsok_index_facets(index, &question, names, NULL);
    const SamsokFacet *roles = g_ptr_array_index(facets->facets, 0);
    const SamsokFacet *steps = g_ptr_array_index(facets->facets, 1);
    assert_string_equal(roles->name, "rolle");
    assert_int_equal(roles->values->len, 3); /* the head, pådriver and the eager one */
    const SamsokFacetValue *driver = g_ptr_array_index(roles->values, 0);
    assert_string_equal(driver->label, "pådriver");
    assert_int_equal(driver->passages, 2); /* the narrower one counts */
    assert_int_equal(driver->reports, 2);
    assert_int_equal(steps->values->len, 2);
    assert_false(samsok_facet_is_known("roll"));
    test_runs_free(runs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_kind_by_a_kind_counts_passages_and_narrower_concepts),
        cmocka_unit_test(a_cell_keeps_so_many_texts_and_counts_those_left_out),
        cmocka_unit_test(a_kind_of_concepts_is_a_facet),
        cmocka_unit_test(a_matrix_of_too_many_cells_is_refused),
        cmocka_unit_test(a_concept_may_stand_for_an_axis_and_an_unknown_name_is_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
