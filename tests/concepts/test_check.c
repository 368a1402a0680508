/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the check of a vocabulary finds. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/concepts/check.h"
#include "tests/concepts/turtle.h"

/* What a concept needs to pass, but for a label. */
#define SOUND "a skos:Concept ; skos:inScheme :s ; skos:definition \"d\"@nb ; "

typedef struct {
    const char *turtle;
    const char *expected; /* "kind:line kind:line" */
} CheckCase;

static const CheckCase cases[] = {
    {":a " SOUND "skos:prefLabel \"en\"@nb .", ""},
    {":a " SOUND "skos:prefLabel \"en\"@nb ; skos:broader :b .\n"
     ":b " SOUND "skos:prefLabel \"to\"@nb ; skos:broader :a .",
     "cycle:2 cycle:3"},
    {":a " SOUND "skos:prefLabel \"en\"@nb ;\n skos:broader :b .", "dangling:3"},
    {":a " SOUND "skos:prefLabel \"en\"@nb ;\n samsok:rule [ samsok:requiresNear :b ] .",
     "dangling:3"},
    {":a " SOUND "skos:altLabel \"en\"@nb .", "no-label:2 profile:2"},
    {":a " SOUND "skos:prefLabel \"en\"@nb ,\n \"to\"@nb .", "two-labels:3"},
    {":a " SOUND "skos:prefLabel \"en\"@nb ;\n samsok:rule [ samsok:label \"to\" ] .",
     "unknown-label:3"},
    {":a " SOUND "skos:prefLabel \"en\"@nb ;\n samsok:exact \"to\" .", "unknown-label:3"},
    {":a " SOUND "skos:prefLabel \"…\"@nb .", "nothing-matches:1 never-matches:2"},
    {":a " SOUND "skos:prefLabel \"…\"@nb .\n:b " SOUND "skos:prefLabel \"en\"@nb .",
     "never-matches:2"},
    {":a " SOUND "skos:prefLabel \"…\"@nb ; samsok:assignedBy \"structure\" .", ""},
    {":a " SOUND "skos:prefLabel \"leder\"@nb .\n:b " SOUND "skos:prefLabel \"ledere\"@nb .",
     "label-clash:3"},
    {":a a skos:Concept ; skos:inScheme :s ; skos:prefLabel \"en\"@nb .", "profile:2"},
    {":a a skos:Concept ; skos:definition \"d\"@nb ; skos:prefLabel \"en\"@nb .", "profile:2"},
    {":a a skos:Concept ; skos:definition \"d\"@nb ; skos:prefLabel \"en\"@nb . :c skos:member :a .",
     ""},
    {":a " SOUND "skos:prefLabel \"one\"@en .", "profile:2"},
};

static void each_fault_is_found_on_its_line_and_nothing_else_is(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(SamsokVocabulary) vocabulary = load_text(cases[i].turtle);
        g_autoptr(SamsokLexicon) lexicon = samsok_lexicon_new(vocabulary, NULL);
        g_autoptr(GPtrArray) findings = samsok_vocabulary_check(lexicon);
        g_autoptr(GString) got = g_string_new(NULL);
        for (guint j = 0; j < findings->len; j++) {
            const SamsokFinding *finding = g_ptr_array_index(findings, j);
            g_string_append_printf(got, "%s%s:%u", j == 0 ? "" : " ",
                                   samsok_finding_name(finding->kind), finding->line);
        }
        assert_string_equal(got->str, cases[i].expected);
    }
}

static void what_would_take_tags_away_unseen_is_not_fit_and_faults_of_one_concept_are(void **state)
{
    (void)state;
    static const struct {
        const char *turtle;
        const char *reason; /* its end; NULL: it is fit */
    } vocabularies[] = {
        {"", "': no concepts"},
        {":a a skos:Concept ; skos:definition \"d\"@nb .",
         "': no concept in it has a label that can match"},
        {":a a skos:Concept ; skos:prefLabel \"en\"@nb ; skos:broader :a .",
         "': line 2: 'a' stands above itself, through 'a'"},
        {":a a skos:Concept ; skos:prefLabel \"…\"@nb . :b a skos:Concept ; skos:prefLabel \"en\"@nb .",
         NULL},
        {":a a skos:Concept ; skos:prefLabel \"en\"@nb ; skos:broader :nobody .", NULL},
        {":a a skos:Concept ; skos:prefLabel \"saken\"@nb ; samsok:assignedBy \"cases\" .", NULL},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(vocabularies); i++) {
        g_autoptr(SamsokVocabulary) vocabulary = load_text(vocabularies[i].turtle);
        g_autoptr(SamsokLexicon) lexicon = samsok_lexicon_new(vocabulary, NULL);
        g_autoptr(GError) error = NULL;
        bool is_fit = samsok_vocabulary_is_fit(lexicon, &error);
        assert_int_equal(is_fit, vocabularies[i].reason == NULL);
        assert_true(is_fit || g_error_matches(error, SAMSOK_ERROR, SAMSOK_ERROR_QUERY));
        assert_true(is_fit || g_str_has_suffix(error->message, vocabularies[i].reason));
    }
}

/* A chain of `count` concepts, each below the one before. */
static SamsokVocabulary *chain_of(guint count)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < count; i++) {
        g_string_append_printf(text, ":c%u a skos:Concept ; skos:prefLabel \"ord%u\"@nb", i, i);
        g_string_append_printf(text, i == 0 ? " .\n" : " ; skos:broader :c%u .\n", i - 1);
    }
    return load_text(text->str);
}

static void more_concepts_above_one_than_are_counted_are_an_error(void **state)
{
    (void)state;
    for (guint more = 0; more < 2; more++) {
        g_autoptr(SamsokVocabulary) vocabulary = chain_of(SAMSOK_MAX_CONCEPTS_ABOVE + more);
        g_autoptr(SamsokLexicon) lexicon = samsok_lexicon_new(vocabulary, NULL);
        g_autoptr(GError) error = NULL;
        assert_int_equal(samsok_vocabulary_is_fit(lexicon, &error), more == 0);
        assert_true(more == 0 || strstr(error->message, "concepts stand above 'c256'") != NULL);
        guint lowest = samsok_vocabulary_find(vocabulary, "c255");
        guint highest = samsok_vocabulary_find(vocabulary, "c0");
        assert_true(samsok_lexicon_is_below(lexicon, lowest, highest));
    }
}

/* Words that two concepts share are told apart by their rules, so those are notes. */
static void the_vocabulary_of_this_program_is_sound(void **state)
{
    (void)state;
    g_autofree char *path =
        g_build_filename(g_getenv("top_srcdir"), "data", "samordning.ttl", NULL);
    g_autoptr(SamsokVocabulary) vocabulary = samsok_vocabulary_new();
    g_autoptr(GError) error = NULL;
    assert_true(samsok_vocabulary_load(vocabulary, path, &error));
    g_autoptr(SamsokLexicon) lexicon = samsok_lexicon_new(vocabulary, &error);
    g_autoptr(GPtrArray) findings = samsok_vocabulary_check(lexicon);
    guint others = 0;
    for (guint i = 0; i < findings->len; i++) {
        const SamsokFinding *finding = g_ptr_array_index(findings, i);
        if (finding->kind != SAMSOK_FINDING_CLASH) {
            print_message("line %u: %s\n", finding->line, finding->text);
            others++;
        }
    }
    assert_int_equal(others, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_fault_is_found_on_its_line_and_nothing_else_is),
        cmocka_unit_test(what_would_take_tags_away_unseen_is_not_fit_and_faults_of_one_concept_are),
        cmocka_unit_test(more_concepts_above_one_than_are_counted_are_an_error),
        cmocka_unit_test(the_vocabulary_of_this_program_is_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
