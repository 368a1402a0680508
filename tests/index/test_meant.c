/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what is meant by a typed concept. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "index/meant.h"
#include "tests/concepts/turtle.h"

static const char turtle[] =
    ":rolle a skos:Concept ; skos:prefLabel \"samordningsrolle\"@nb ; samsok:kind \"role\" .\n"
    ":driver a skos:Concept ; skos:broader :rolle ; skos:prefLabel \"pådriver\"@nb , \"driver\"@en .\n"
    ":t1 a skos:Concept ; skos:prefLabel \"dele\"@nb ; samsok:kind \"step\" .\n"
    ":t2 a skos:Concept ; skos:prefLabel \"forstå\"@nb ; samsok:kind \"step\" .\n"
    ":t3 a skos:Concept ; skos:prefLabel \"unngå\"@nb ; samsok:kind \"step\" .\n"
    ":plan a skos:Concept ; skos:prefLabel \"felles plan\"@nb ; skos:altLabel \"dele\"@nb .\n"
    "<https://example.org/a#fonn> a skos:Concept ; skos:prefLabel \"snøfonn\"@nb ; samsok:kind \"reform\" .\n"
    "<https://example.org/b/fonn> a skos:Concept ; skos:prefLabel \"isfonn\"@nb ; skos:altLabel \"fonn\"@nb .\n"
    ":stige a skos:OrderedCollection ; skos:memberList ( :t1 :t2 :t3 ) .\n";

/* The ids of what is meant, with blanks between. Owner: the caller. */
static char *meant(const char *kind, const char *typed)
{
    g_autoptr(SamsokVocabulary) vocabulary = load_text(turtle);
    g_autoptr(SamsokThesaurus) thesaurus = samsok_thesaurus_new(vocabulary);
    g_autoptr(GPtrArray) found = samsok_meant_concepts(thesaurus, kind, typed);
    GString *ids = g_string_new(NULL);
    for (guint i = 0; i < found->len; i++) {
        const SamsokConcept *concept = g_ptr_array_index(found, i);
        g_string_append_printf(ids, "%s%s", i == 0 ? "" : " ", concept->id);
    }
    return g_string_free(ids, FALSE);
}

static void assert_meant(const char *kind, const char *typed, const char *wanted)
{
    g_autofree char *ids = meant(kind, typed);
    assert_string_equal(ids, wanted);
}

static void an_id_or_any_label_in_any_language_is_meant(void **state)
{
    (void)state;
    assert_meant(NULL, "driver", "driver");
    assert_meant("role", "Pådriver", "driver");
    assert_meant(NULL, "felles plan", "plan");
    assert_meant(NULL, "finnes ikke", "");
    assert_meant("role", "paadriver", "driver");
    assert_meant(NULL, "forstaa", "t2");
}

static void the_end_of_an_iri_that_several_share_means_them_all(void **state)
{
    (void)state;
    assert_meant(NULL, "fonn", "https://example.org/a#fonn https://example.org/b/fonn");
    assert_meant(NULL, "Fonn", "https://example.org/a#fonn https://example.org/b/fonn");
    assert_meant("reform", "fonn", "https://example.org/a#fonn");
}

static void a_whole_iri_means_its_concept_whatever_its_id_is(void **state)
{
    (void)state;
    assert_meant(NULL, "https://example.org/b/fonn", "https://example.org/b/fonn");
    assert_meant(NULL, "https://samsok.example/begrep/driver", "driver");
    assert_meant("step", "https://samsok.example/begrep/driver", "");
    assert_meant(NULL, "https://samsok.example/begrep/finnes-ikke", "");
}

static void an_inflected_form_is_meant_too(void **state)
{
    (void)state;
    assert_meant("role", "pådriveren", "driver");
    assert_meant(NULL, "samordningsrollene", "rolle");
}

static void a_preferred_label_counts_before_others(void **state)
{
    (void)state;
    assert_meant(NULL, "dele", "t1");
}

static void a_kind_leaves_the_others_out(void **state)
{
    (void)state;
    assert_meant("step", "pådriver", "");
    assert_meant("role", "*", "rolle driver");
}

static void a_range_of_steps_is_all_between(void **state)
{
    (void)state;
    assert_meant("step", "2", "t2");
    assert_meant("step", "2..3", "t2 t3");
    assert_meant("step", "2..", "t2 t3");
    assert_meant("step", "7", "");
    assert_meant("step", "0..9", "t1 t2 t3");
    assert_meant("step", "0..2", "t1 t2");
    assert_meant("step", "0", "");
}

static void kinds_have_names_in_two_languages(void **state)
{
    (void)state;
    assert_string_equal(samsok_meant_kind("Rolle"), "role");
    assert_string_equal(samsok_meant_kind("steps"), "step");
    assert_string_equal(samsok_meant_kind("verkemiddel"), "instrument");
    assert_string_equal(samsok_meant_kind("mechanism"), "mechanism");
    assert_null(samsok_meant_kind("roll"));
    assert_null(samsok_meant_kind("role roles"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_id_or_any_label_in_any_language_is_meant),
        cmocka_unit_test(the_end_of_an_iri_that_several_share_means_them_all),
        cmocka_unit_test(a_whole_iri_means_its_concept_whatever_its_id_is),
        cmocka_unit_test(an_inflected_form_is_meant_too),
        cmocka_unit_test(a_preferred_label_counts_before_others),
        cmocka_unit_test(a_kind_leaves_the_others_out),
        cmocka_unit_test(kinds_have_names_in_two_languages),
        cmocka_unit_test(a_range_of_steps_is_all_between),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
