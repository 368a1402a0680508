/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Joining rows at hyphens. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/shape/hyphen.h"
#include "tests/shape/fixture.h"

static bool knows(const char *word, void *data)
{
    return strcmp(word, data) == 0;
}

/* The rows of `text` joined to one, with `known` as the only word of the dictionary. */
static char *joined(const char *text, const char *known)
{
    g_autoptr(SamsokRuns) runs = fixture_runs_from_text(text);
    g_autoptr(SamsokLines) lines = samsok_lines_new(runs);
    SamsokShapeOptions options = {.known_word = known == NULL ? NULL : knows, .known_word_data = (void *)known};
    g_autoptr(SamsokHyphens) hyphens = samsok_hyphens_new(lines, &options);
    g_autoptr(GString) out = g_string_new(NULL);
    for (guint i = 0; i < samsok_lines_len(lines); i++) {
        const SamsokLine *line = samsok_lines_at(lines, i);
        samsok_hyphens_append(hyphens, out, line->text, line->len);
    }
    return g_strdup(out->str);
}

static void assert_joined(const char *text, const char *expected)
{
    g_autofree char *got = joined(text, NULL);
    assert_string_equal(got, expected);
}

static void plain_word_is_joined(void **state)
{
    (void)state;
    assert_joined("god samord-\nning", "god samordning");
    assert_joined("(samord-\nning)", "(samordning)");
}

static void digits_capitals_and_slashes_keep_the_hyphen(void **state)
{
    (void)state;
    assert_joined("7S-\nmodellen", "7S-modellen");
    assert_joined("0-24-\nsamarbeidet", "0-24-samarbeidet");
    assert_joined("EU/EØS-\nsaker", "EU/EØS-saker");
    assert_joined("e-\nhelse", "e-helse");
    assert_joined("Sør-\nTrøndelag", "Sør-Trøndelag");
}

static void only_what_stands_behind_a_slash_is_cut(void **state)
{
    (void)state;
    assert_joined("avleveringen/depo-\nneringen", "avleveringen/deponeringen");
    assert_joined("deponeringen av avlevering/Depo-\nneringen", "deponeringen av avlevering/Deponeringen");
}

static void syllable_that_happens_to_be_a_word_makes_no_name(void **state)
{
    (void)state;
    assert_joined("et ment element Informasjonsele-\nment", "et ment element Informasjonselement");
}

static void name_keeps_its_hyphen_where_the_document_knows_it(void **state)
{
    (void)state;
    assert_joined("Difi sier at Difi-\nrapporten", "Difi sier at Difi-rapporten");
    assert_joined("Xyz-\nrapporten er rapporten", "Xyz-rapporten er rapporten");
    assert_joined("Samord-\nning", "Samordning");
}

static void suspended_hyphen_keeps_its_blank(void **state)
{
    (void)state;
    assert_joined("observatør-\nog rådgiver", "observatør- og rådgiver");
    assert_joined("mål-\neller resultatstyring", "mål- eller resultatstyring");
}

static void the_documents_own_spelling_decides(void **state)
{
    (void)state;
    assert_joined("et IT-\nsystem, dette it-system", "et IT-system, dette it-system");
    assert_joined("Samord-\nning er samordning", "Samordning er samordning");
    assert_joined("skole-\nhjem og skole-hjem", "skole-hjem og skole-hjem");
}

static void the_dictionary_decides_where_the_document_is_silent(void **state)
{
    (void)state;
    g_autofree char *known = joined("IT-\nsystemet", "itsystemet");
    assert_string_equal(known, "ITsystemet");
    g_autofree char *unknown = joined("IT-\nsystemet", NULL);
    assert_string_equal(unknown, "IT-systemet");
}

static void soft_hyphens_are_undone(void **state)
{
    (void)state;
    assert_joined("sam\u00ADord\u00AD\nning", "samordning");
}

static void dash_that_stands_for_a_hyphen_becomes_one(void **state)
{
    (void)state;
    assert_joined("EU–\nområdet", "EU-området");
    assert_joined("2014–\n2017", "2014–2017");
    assert_joined("arbeid –\nog", "arbeid – og");
}

static void only_the_last_part_of_a_compound_is_judged(void **state)
{
    (void)state;
    assert_joined("IKT-system-\nleverandør", "IKT-systemleverandør");
}

static void rows_without_hyphen_are_parted_by_one_blank(void **state)
{
    (void)state;
    assert_joined("to  ord \n  og flere", "to ord og flere");
    assert_joined("ord -\nord", "ord - ord");
}

static void capital_of_a_dictionary_word_is_the_sentences(void **state)
{
    (void)state;
    const char *text = "Meta-\ndatanavnene er lange. Om datanavnene vet vi mer.";
    g_autofree char *known = joined(text, "meta");
    assert_string_equal(known, "Metadatanavnene er lange. Om datanavnene vet vi mer.");
    g_autofree char *unknown = joined(text, NULL);
    assert_string_equal(unknown, "Meta-datanavnene er lange. Om datanavnene vet vi mer.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_stands_behind_a_slash_is_cut),
        cmocka_unit_test(syllable_that_happens_to_be_a_word_makes_no_name),
        cmocka_unit_test(plain_word_is_joined),
        cmocka_unit_test(digits_capitals_and_slashes_keep_the_hyphen),
        cmocka_unit_test(name_keeps_its_hyphen_where_the_document_knows_it),
        cmocka_unit_test(suspended_hyphen_keeps_its_blank),
        cmocka_unit_test(the_documents_own_spelling_decides),
        cmocka_unit_test(the_dictionary_decides_where_the_document_is_silent),
        cmocka_unit_test(soft_hyphens_are_undone),
        cmocka_unit_test(dash_that_stands_for_a_hyphen_becomes_one),
        cmocka_unit_test(only_the_last_part_of_a_compound_is_judged),
        cmocka_unit_test(rows_without_hyphen_are_parted_by_one_blank),
        cmocka_unit_test(capital_of_a_dictionary_word_is_the_sentences),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
