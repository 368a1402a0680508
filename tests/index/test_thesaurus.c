/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the concepts that an index keeps. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "index/thesaurus.h"
#include "tests/concepts/turtle.h"

static const char ladder[] =
    ":ordning a skos:ConceptScheme ; samsok:kind \"case\" .\n"
    ":rolle a skos:Concept ; skos:prefLabel \"rolle\"@nb ; samsok:kind \"role\" .\n"
    ":driver a skos:Concept ; skos:broader :rolle ; skos:prefLabel \"driver\"@en , \"Pådriver\"@nb ;\n"
    "  skos:altLabel \"pådrivar\"@nn ; skos:definition \"Den som driver på.\"@nb .\n"
    ":sak a skos:Concept ; skos:inScheme :ordning ; skos:prefLabel \"sak\"@nb .\n"
    ":en a skos:Concept ; skos:prefLabel \"en\"@nb .\n"
    ":to a skos:Concept ; skos:prefLabel \"to\"@nb ; skos:broader :en .\n"
    ":stige a skos:OrderedCollection ; skos:memberList ( :en :to ) .\n";

/* Made of the vocabulary, turned to text and back: that is what a search reads. */
static SamsokThesaurus *stored(const char *turtle)
{
    g_autoptr(SamsokVocabulary) vocabulary = load_text(turtle);
    g_autoptr(SamsokThesaurus) fresh = samsok_thesaurus_new(vocabulary);
    g_autofree char *text = samsok_thesaurus_text(fresh);
    return samsok_thesaurus_parse(text);
}

static void a_concept_comes_back_with_its_labels_and_definition(void **state)
{
    (void)state;
    g_autoptr(SamsokThesaurus) thesaurus = stored(ladder);
    const SamsokConcept *driver = samsok_thesaurus_find(thesaurus, "driver");
    assert_non_null(driver);
    assert_string_equal(driver->label, "Pådriver");
    assert_string_equal(driver->definition, "Den som driver på.");
    assert_int_equal(driver->labels->len, 3);
    const SamsokConceptLabel *second = g_ptr_array_index(driver->labels, 1);
    assert_string_equal(second->folded, "pådriver");
    assert_string_equal(second->language, "nb");
    assert_int_equal(second->kind, SAMSOK_LABEL_PREFERRED);
}

static void a_kind_is_inherited_from_above_and_from_the_scheme(void **state)
{
    (void)state;
    g_autoptr(SamsokThesaurus) thesaurus = stored(ladder);
    assert_string_equal(samsok_thesaurus_find(thesaurus, "driver")->kind, "role");
    assert_string_equal(samsok_thesaurus_find(thesaurus, "sak")->kind, "case");
    assert_string_equal(samsok_thesaurus_find(thesaurus, "en")->kind, "concept");
}

static void an_ordered_collection_numbers_its_members(void **state)
{
    (void)state;
    g_autoptr(SamsokThesaurus) thesaurus = stored(ladder);
    assert_int_equal(samsok_thesaurus_find(thesaurus, "en")->order, 1);
    assert_int_equal(samsok_thesaurus_find(thesaurus, "to")->order, 2);
    assert_int_equal(samsok_thesaurus_find(thesaurus, "driver")->order, 0);
}

static void what_stands_above_begins_with_the_concept(void **state)
{
    (void)state;
    g_autoptr(SamsokThesaurus) thesaurus = stored(ladder);
    const GPtrArray *above = samsok_thesaurus_above(thesaurus, "driver");
    assert_int_equal(above->len, 2);
    assert_string_equal(g_ptr_array_index(above, 0), "driver");
    assert_string_equal(g_ptr_array_index(above, 1), "rolle");
    assert_null(samsok_thesaurus_above(thesaurus, "ingen"));
}

static void rings_in_lists_and_hierarchies_end(void **state)
{
    (void)state;
    g_autoptr(SamsokThesaurus) thesaurus =
        stored(":a a skos:Concept ; skos:broader :b ; skos:prefLabel \"a\" .\n"
               ":b a skos:Concept ; skos:broader :a ; skos:prefLabel \"b\" .\n"
               "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
               ":s skos:memberList :l . :l rdf:first :a ; rdf:rest :l .\n");
    assert_int_equal(samsok_thesaurus_above(thesaurus, "a")->len, 2);
    assert_int_equal(samsok_thesaurus_find(thesaurus, "a")->order, 1);
}

static void damaged_lines_are_passed_over(void **state)
{
    (void)state;
    g_autoptr(SamsokThesaurus) thesaurus =
        samsok_thesaurus_parse("B\tx\nC\ta\tiri\n\nC\ta\tiri\tkind\tx\t\tA\nL\t9\tnb\tx\nL\t1\n\xc3\nL\t0\tnb\t\xc3");
    assert_int_equal(samsok_thesaurus_count(thesaurus), 1);
    assert_int_equal(samsok_thesaurus_at(thesaurus, 0)->labels->len, 2);
}

static void labels_are_folded_as_unicode_has_it(void **state)
{
    (void)state;
    static const char *const labels[] = {"råd", "Råd", "ÆØÅ × Straße ÿ", "Žižek À", "DIFI-råd"};
    for (size_t i = 0; i < G_N_ELEMENTS(labels); i++) {
        g_autofree char *text = g_strdup_printf("C\ta\tiri\tkind\t0\t\tA\nL\t0\tnb\t%s\n", labels[i]);
        g_autofree char *folded = g_utf8_strdown(labels[i], -1);
        g_autoptr(SamsokThesaurus) thesaurus = samsok_thesaurus_parse(text);
        const SamsokConceptLabel *label =
            g_ptr_array_index(samsok_thesaurus_at(thesaurus, 0)->labels, 0);
        assert_string_equal(label->folded, folded);
    }
}

static bool is_said(const char *label, void *data)
{
    return strcmp(label, data) == 0;
}

static bool has_english(const char *text, const char *label)
{
    return samsok_thesaurus_text_has(text, "en", is_said, (void *)label);
}

static void a_label_is_told_from_the_text_alone(void **state)
{
    (void)state;
    static const char text[] = "C\ta\tiri\tkind\t0\t\tA\nL\t0\tnb\ttilsyn\nL\t1\ten-GB\tsupervision\nD\tL\ten\tx\n"
                               "L\t0\nL\t0\ten\nL\t\tb\nL\t0\ten\tan audit";
    assert_true(has_english(text, "supervision"));
    assert_true(has_english(text, "an audit"));
    assert_false(has_english(text, "tilsyn"));
    assert_false(has_english(text, "x"));
    assert_false(has_english(text, "b"));
    assert_false(has_english("", "supervision"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_concept_comes_back_with_its_labels_and_definition),
        cmocka_unit_test(a_kind_is_inherited_from_above_and_from_the_scheme),
        cmocka_unit_test(an_ordered_collection_numbers_its_members),
        cmocka_unit_test(what_stands_above_begins_with_the_concept),
        cmocka_unit_test(rings_in_lists_and_hierarchies_end),
        cmocka_unit_test(damaged_lines_are_passed_over),
        cmocka_unit_test(labels_are_folded_as_unicode_has_it),
        cmocka_unit_test(a_label_is_told_from_the_text_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
