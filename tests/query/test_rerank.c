/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels of tokens, features of passages, and files of weights. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib/gstdio.h>
#include <string.h>

#include "core/base/error.h"
#include "core/query/parse.h"
#include "core/query/rerank.h"

static int make_analyser(void **state)
{
    *state = samsok_analyser_new(NULL);
    return *state == NULL;
}

static int drop_analyser(void **state)
{
    samsok_analyser_free(*state);
    return 0;
}

static double level(SamsokAnalyser *analyser, const char *query_text, const char *part,
                    const char *text)
{
    g_autoptr(SamsokQuery) query = samsok_query_parse(query_text, analyser);
    if (part != NULL) {
        samsok_query_word_add_part(&g_array_index(query->root->words, SamsokQueryWord, 0), part);
    }
    g_autoptr(SamsokWanted) wanted = samsok_wanted_new(query);
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    samsok_analyser_tokens(analyser, text, "nb", tokens);
    return samsok_wanted_levels(wanted, &g_array_index(tokens, SamsokToken, 0))->levels[0];
}

static void the_same_form_counts_most_and_first_letters_least(void **state)
{
    assert_true(level(*state, "utfordringer", NULL, "Utfordringer") == SAMSOK_LEVEL_FORM);
    assert_true(level(*state, "utfordringer", NULL, "utfordring") == SAMSOK_LEVEL_STEM);
    assert_true(level(*state, "utfordring", NULL, "samordningsutfordringer") == SAMSOK_LEVEL_PART);
    assert_true(level(*state, "samordningsutfordring", "utfordring", "utfordringene") ==
                SAMSOK_LEVEL_PART);
    assert_true(level(*state, "koordinere", NULL, "koordinatoren") == SAMSOK_LEVEL_PREFIX);
    assert_true(level(*state, "vei", NULL, "veileder") == 0);
    assert_true(level(*state, "2014", NULL, "20145") == 0);
    assert_true(level(*state, "stat", NULL, "kommune") == 0);
}

static void whatever_a_word_may_be_meant_to_be_counts_as_its_form(void **state)
{
    g_autoptr(SamsokQuery) query = samsok_query_parse("kvlstad", *state);
    SamsokQueryWord *word = &g_array_index(query->root->words, SamsokQueryWord, 0);
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    word->meant[0] = "kvalstad";
    word->meant[1] = "kvelstad";
    samsok_query_word_add_stem(word, "kvalstad");
    samsok_query_word_add_stem(word, "kvelstad");
    g_autoptr(SamsokWanted) wanted = samsok_wanted_new(query);
    samsok_analyser_tokens(*state, "Kvalstad Kvelstad Kvelstadboka Kvilstad", "nb", tokens);
    static const double levels[] = {SAMSOK_LEVEL_FORM, SAMSOK_LEVEL_FORM, SAMSOK_LEVEL_PART, 0};
    for (guint i = 0; i < G_N_ELEMENTS(levels); i++) {
        const SamsokToken *token = &g_array_index(tokens, SamsokToken, i);
        assert_true(samsok_wanted_levels(wanted, token)->levels[0] == levels[i]);
    }
}

static SamsokFeatures features_of(SamsokAnalyser *analyser, const char *typed, const char *title,
                                  const char *text)
{
    static const char *const headings[] = {"Innledning", NULL};
    g_autoptr(SamsokQuery) query = samsok_query_parse(typed, analyser);
    g_autoptr(SamsokWanted) wanted = samsok_wanted_new(query);
    SamsokFeatureReader reader;
    SamsokFeatures features;
    SamsokRankedPassage passage = {.text = text, .language = "nb", .title = title,
                                   .section_titles = headings, .report = "r", .ordinal = 3};
    samsok_feature_reader_init(&reader, wanted, analyser);
    samsok_features_of_passage(&reader, &passage, &features);
    samsok_feature_reader_clear(&reader);
    return features;
}

static double value_of(const SamsokFeatures *features, SamsokFeature feature)
{
    return features->values[feature];
}

static void coverage_is_one_when_every_word_is_there(void **state)
{
    SamsokFeatures features =
        features_of(*state, "felles mål", "Notat", "De har felles mål. Her er noe annet.");
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_COV), 1, 1e-9);
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_SENTENCE), 1, 1e-9);
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_ADJACENT), 1, 1e-9);
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_RUN), 1, 1e-9);
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_COV_TITLE), 0, 1e-9);
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_MISSING), 0, 1e-9);
}

static void a_text_with_none_of_the_words_and_a_title_page_are_told(void **state)
{
    SamsokFeatures features = features_of(*state, "notat", "Notat", "De har felles mål.");
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_TITLE_ONLY), 1, 1e-9);
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_FRAGMENT), 0, 1e-9);
    features = features_of(*state, "leder", "Notat", "Gruppelederne er enige.");
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_TITLE_ONLY), 0, 1e-9); /* for nothing else has it */
    features = features_of(*state, "notat", "Notat", "Notat 2017:2\nDirektoratet, november 2017");
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_TITLE_ONLY), 0, 1e-9);
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_FRAGMENT), 1 - 6 / 40.0, 1e-9);
    g_autoptr(GString) list = g_string_new("Notat");
    for (guint i = 1; i < 40; i++) {
        g_string_append(list, "\ntiltak");
    }
    features = features_of(*state, "notat", "Notat", list->str);
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_FRAGMENT), 0, 1e-9);
}

static void forms_with_one_stem_are_told_apart_in_one_text(void **state)
{
    SamsokFeatures features = features_of(*state, "problem", "Notat", "Problemet er et problem.");
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_COV_FORM), 1, 1e-9);
    features = features_of(*state, "problemer", "Notat", "Problemet er et problem.");
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_COV_FORM), 0, 1e-9);
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_COV), SAMSOK_LEVEL_STEM, 1e-9);
}

static void words_apart_cover_no_single_sentence(void **state)
{
    SamsokFeatures features =
        features_of(*state, "felles mål", "Notat", "De har ett mål. Alt annet er felles.");
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_COV), 1, 1e-9);
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_SENTENCE), 0.5, 1e-9);
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_SENTENCE_TWO), 1, 1e-9);
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_ADJACENT), 0, 1e-9);
}

static void the_order_of_words_counts_stop_words_too(void **state)
{
    SamsokFeatures features = features_of(*state, "hva er felles mål", "Notat", "Hva er felles? Et mål er felles.");
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_PAIRS), 2.0 / 3, 1e-9); /* hva er, er felles */
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_RUN_WORDS), 3.0 / 4, 1e-9);
    features = features_of(*state, "hva er felles mål", "Notat", "Er det felles å ha et mål? Mål er mål.");
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_PAIRS), 0, 1e-9);
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_RUN_WORDS), 1.0 / 4, 1e-9);
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_CHAIN_WORDS), 3.0 / 4, 1e-9);
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_SENTENCE_NEAR), 1.0 / 4, 1e-9);
    /* Words said over and over are no nearer than once. */
    features = features_of(*state, "felles mål", "Notat", "Mål felles, mål felles, mål felles, mål felles.");
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_SENTENCE_NEAR), 1, 1e-9);
}

static double definition_of(SamsokAnalyser *analyser, const char *typed, guint ordinal)
{
    g_autoptr(SamsokQuery) query = samsok_query_parse(typed, analyser);
    g_autoptr(SamsokWanted) wanted = samsok_wanted_new(query);
    const SamsokRankedPassage passage = {
        .text = "Et vann.", .language = "nb", .title = "Røssvatnet", .report = "r", .ordinal = ordinal};
    SamsokFeatureReader reader;
    SamsokFeatures features;
    samsok_feature_reader_init(&reader, wanted, analyser);
    samsok_features_of_passage(&reader, &passage, &features);
    samsok_feature_reader_clear(&reader);
    return value_of(&features, SAMSOK_FEATURE_DEFINITION);
}

static void what_a_thing_is_stands_first_in_what_is_written_about_it(void **state)
{
    assert_float_equal(definition_of(*state, "Hva er Røssvatnet?", 0), 1, 1e-9);
    assert_float_equal(definition_of(*state, "Hva er Røssvatnet?", 1), 0, 1e-9);
    assert_float_equal(definition_of(*state, "Hva er Femunden?", 0), 0, 1e-9);
    assert_float_equal(definition_of(*state, "Røssvatnet", 0), 0, 1e-9);
    assert_float_equal(definition_of(*state, "Hva er dybden av Røssvatnet om vinteren?", 0), 0, 1e-9);
}

static void the_title_makes_up_for_what_the_text_lacks(void **state)
{
    SamsokFeatures features = features_of(*state, "felles mål", "Felles løft", "De har ett mål.");
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_COV), 0.5, 1e-9);
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_COV_ALL), 1, 1e-9);
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_SENTENCE_REST), 1, 1e-9);
}

static void an_empty_passage_and_a_huge_query_are_harmless(void **state)
{
    GString *typed = g_string_new(NULL);
    for (guint i = 0; i < 300; i++) {
        g_string_append_printf(typed, "ord%u ", i);
    }
    SamsokFeatures features = features_of(*state, typed->str, "", "");
    assert_float_equal(value_of(&features, SAMSOK_FEATURE_COV_ALL), 0, 1e-9);
    features = features_of(*state, typed->str, "ord31", "ord1 ord2 ord63 ord299");
    assert_true(value_of(&features, SAMSOK_FEATURE_COV) > 0);
    g_string_free(typed, TRUE);
}

static void passages_are_compared_within_their_report(void **state)
{
    g_autoptr(SamsokQuery) query = samsok_query_parse("mål", *state);
    g_autoptr(SamsokWanted) wanted = samsok_wanted_new(query);
    const SamsokRankedPassage passages[] = {
        {.report = "a", .ordinal = 4, .bm25 = 8},
        {.report = "b", .ordinal = 0, .bm25 = 6},
        {.report = "a", .ordinal = 5, .bm25 = 4},
    };
    SamsokFeatures features[3] = {{.levels = {0}}, {.levels = {0}}, {.levels = {1}}};
    samsok_features_compare(wanted, passages, features, 3);
    assert_float_equal(value_of(&features[0], SAMSOK_FEATURE_TOP), 1, 1e-9);
    assert_float_equal(value_of(&features[2], SAMSOK_FEATURE_TOP), 0.5, 1e-9);
    assert_float_equal(value_of(&features[2], SAMSOK_FEATURE_LESS_TOP), 0.5, 1e-9);
    assert_float_equal(value_of(&features[0], SAMSOK_FEATURE_REPORT), 0.625, 1e-9);
    assert_float_equal(value_of(&features[0], SAMSOK_FEATURE_NEIGHBOUR_COV), 1, 1e-9);
    assert_float_equal(value_of(&features[1], SAMSOK_FEATURE_NEIGHBOUR_COV), 0, 1e-9);
}

static gboolean load(const char *text, SamsokRerankWeights *weights, GError **error)
{
    g_autofree char *folder = g_dir_make_tmp("samsok-weights-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "weights", NULL);
    assert_true(g_file_set_contents(path, text, -1, NULL));
    gboolean ok = samsok_rerank_weights_load(path, weights, error);
    g_remove(path);
    g_rmdir(folder);
    return ok;
}

static void weights_are_read_by_name(void **state)
{
    (void)state;
    SamsokRerankWeights weights;
    SamsokFeatures features = {0};
    features.values[SAMSOK_FEATURE_COV] = 2;
    features.values[SAMSOK_FEATURE_TOP] = 10;
    assert_true(load("# remark\ncov 1.5\ntop -0.1\n", &weights, NULL));
    assert_float_equal(samsok_rerank_score(&weights, &features), 2, 1e-9);
}

static void bad_lines_of_weights_are_refused(void **state)
{
    (void)state;
    static const char *const bad[] = {"cov\n", "nothing 1\n", "cov x\n", "cov 1 2\n"};
    for (size_t i = 0; i < G_N_ELEMENTS(bad); i++) {
        SamsokRerankWeights weights;
        g_autoptr(GError) error = NULL;
        assert_false(load(bad[i], &weights, &error));
        assert_true(g_error_matches(error, SAMSOK_ERROR, SAMSOK_ERROR_CONFIG));
    }
}

static void the_usual_weights_prefer_what_is_covered(void **state)
{
    (void)state;
    SamsokFeatures covered = {0};
    SamsokFeatures other = {0};
    for (guint i = SAMSOK_FEATURE_COV; i <= SAMSOK_FEATURE_COV_ALL; i++) {
        covered.values[i] = 1;
    }
    const SamsokRerankWeights *usual = samsok_rerank_weights_usual();
    assert_true(samsok_rerank_score(usual, &covered) > samsok_rerank_score(usual, &other));
}

static SamsokAnswerKind asked_by(SamsokAnalyser *analyser, const char *typed)
{
    g_autoptr(SamsokQuery) query = samsok_query_parse(typed, analyser);
    g_autoptr(SamsokWanted) wanted = samsok_wanted_new(query);
    return samsok_answer_kind(wanted);
}

static void question_words_tell_what_is_asked_for(void **state)
{
    assert_int_equal(asked_by(*state, "hvor mange tiltak fikk støtte"), SAMSOK_ANSWER_NUMBER);
    assert_int_equal(asked_by(*state, "kor lenge varte forsøket"), SAMSOK_ANSWER_DURATION);
    assert_int_equal(asked_by(*state, "hvor lang tid tok forsøket"), SAMSOK_ANSWER_DURATION);
    assert_int_equal(asked_by(*state, "how long did it take"), SAMSOK_ANSWER_DURATION);
    assert_int_equal(asked_by(*state, "how long is the tunnel"), SAMSOK_ANSWER_LENGTH);
    assert_int_equal(asked_by(*state, "hvor lang er tunnelen"), SAMSOK_ANSWER_LENGTH);
    assert_int_equal(asked_by(*state, "hvor mye lenger er tunnelen"), SAMSOK_ANSWER_AMOUNT);
    assert_int_equal(asked_by(*state, "hvor gammel er lederen"), SAMSOK_ANSWER_AGE);
    assert_int_equal(asked_by(*state, "hvor mye kostet forsøket"), SAMSOK_ANSWER_AMOUNT);
    assert_int_equal(asked_by(*state, "når ble direktoratet opprettet"), SAMSOK_ANSWER_TIME);
    assert_int_equal(asked_by(*state, "i hvilket år kom rapporten"), SAMSOK_ANSWER_TIME);
    assert_int_equal(asked_by(*state, "kven leia arbeidet"), SAMSOK_ANSWER_NAME);
    assert_int_equal(asked_by(*state, "hvor ligger direktoratet"), SAMSOK_ANSWER_PLACE);
    assert_int_equal(asked_by(*state, "kvar ligg direktoratet"), SAMSOK_ANSWER_PLACE);
    assert_int_equal(asked_by(*state, "kvar mange tiltak fekk støtte"), SAMSOK_ANSWER_NUMBER);
    assert_int_equal(asked_by(*state, "how is the directorate run"), SAMSOK_ANSWER_ANY);
    assert_int_equal(asked_by(*state, "kva for eit år kom rapporten"), SAMSOK_ANSWER_TIME);
    assert_int_equal(asked_by(*state, "hvorfor er rollen uklar"), SAMSOK_ANSWER_REASON);
    assert_int_equal(asked_by(*state, "samordning når budsjettet er trangt"), SAMSOK_ANSWER_ANY);
    assert_int_equal(asked_by(*state, "hvor"), SAMSOK_ANSWER_ANY);
    assert_int_equal(asked_by(*state, ""), SAMSOK_ANSWER_ANY);
}

static double answer_in(SamsokAnalyser *analyser, const char *typed, const char *text)
{
    SamsokFeatures features = features_of(analyser, typed, "Notat", text);
    return value_of(&features, SAMSOK_FEATURE_ANSWER);
}

static void an_answer_of_the_kind_counts_near_the_best_sentence(void **state)
{
    assert_true(answer_in(*state, "Hvor mange tiltak fikk støtte?", "Her fikk 47 tiltak støtte.") == 1);
    assert_true(answer_in(*state, "Hvor mange tiltak fikk støtte?", "Støtte fikk to tiltak.") == 0.5);
    assert_true(answer_in(*state, "Hvor mange tiltak i 2014?", "I 2014 kom det tiltak.") == 0);
    assert_true(answer_in(*state, "Når kom tiltaket?", "Tiltaket kom. Det var i mai 2014.") == 1);
    assert_true(answer_in(*state, "Når kom tiltaket?", "Tiltaket kom. Så fint. I mai 2014.") == 0);
    assert_true(answer_in(*state, "Hvem leder arbeidet?", "Arbeidet leder nå Kari Olsen.") == 1);
    assert_true(answer_in(*state, "Hvem leder arbeidet?", "Arbeidet leder ingen. Ingen vil.") == 0);
    assert_true(answer_in(*state, "leder arbeidet", "Arbeidet leder nå Kari Olsen.") == 0);
}

static void a_number_counts_by_what_stands_around_it(void **state)
{
    assert_true(answer_in(*state, "Hvor mange tiltak fikk støtte?", "Støtte fikk 47 i alt.") == 0.5);
    assert_true(answer_in(*state, "Hvor mange tiltak fikk støtte?", "Støtte fikk alle i 2019.") == 0.2);
    assert_true(answer_in(*state, "Hvor mange ansatte har etaten?", "Etaten har 1500 ansatte.") == 1);
    assert_true(answer_in(*state, "Hvor mange ansatte har etaten?", "I 1500 ansatte etaten ingen.") == 0.2);
    assert_true(answer_in(*state, "Hvor mye kostet forsøket?", "Forsøket kostet 2000 kroner.") == 1);
    assert_true(answer_in(*state, "Hvor gammel er lederen?", "Lederen har 12 årsverk.") == 0.2);
    assert_true(answer_in(*state, "Hvor gammel er lederen?", "Lederen er en 37-åring.") == 1);
    assert_true(answer_in(*state, "Hvor gammel er lederen?", "Lederen (37) bor i Bergen.") == 1);
    assert_true(answer_in(*state, "Hvor gammel er lederen?", "Lederen er 37 år.") == 1);
    assert_true(answer_in(*state, "Hvor gammel er lederen?", "Lederen fikk 37 brev.") == 0.2);
    assert_true(answer_in(*state, "Hvor lenge varte forsøket?", "Forsøket varte i 6 uker.") == 1);
    assert_true(answer_in(*state, "Hvor lenge varte forsøket?", "Forsøket hadde 6 deltakere.") == 0.2);
    assert_true(answer_in(*state, "Hvor mye kostet forsøket?", "Forsøket kostet 40 000 kroner.") == 1);
    assert_true(answer_in(*state, "Hvor mye falt prisen?", "Prisen falt 12 %") == 1);
    assert_true(answer_in(*state, "Hvor mye falt prisen?", "Prisen falt 12") == 0.5);
}

static void a_year_is_told_from_a_number_of_four_digits(void **state)
{
    const char *many = "Hvor mange ansatte har etaten?";
    assert_true(answer_in(*state, many, "Etaten økte fra 1500 til 2000 ansatte.") == 1);
    assert_true(answer_in(*state, many, "Etaten har 1500-2000 ansatte.") == 1);
    assert_true(answer_in(*state, many, "Etaten har rundt 2000 ansatte.") == 1);
    assert_true(answer_in(*state, many, "Etaten har under 1500 ansatte.") == 1);
    assert_true(answer_in(*state, many, "Etaten har ledere og 1500 ansatte.") == 1);
    assert_true(answer_in(*state, many, "Fra 2019 ansatte etaten ingen.") == 0.2);
    assert_true(answer_in(*state, many, "Fra 2015 til 2017 ansatte etaten ingen.") == 0.2);
    assert_true(answer_in(*state, many, "I 2015 og 2016 ansatte etaten ingen.") == 0.2);
    assert_true(answer_in(*state, many, "2015-2016 ansatte etaten ingen.") == 0.2);
    assert_true(answer_in(*state, many, "Et styre av 1991 ansatte etaten ingen.") == 0.2);
    assert_true(answer_in(*state, many, "Siden 2015 ansatte etaten ingen.") == 0.2);
    assert_true(answer_in(*state, many, "I SEPTEMBER 2015 ansatte etaten ingen.") == 0.2);
    assert_true(answer_in(*state, many, "Innen 2015 ansatte etaten ingen.") == 0.2);
    assert_true(answer_in(*state, many, "Året 2015 ansatte etaten ingen.") == 0.2);
    assert_true(answer_in(*state, many, "Etter 1. mai 2015 ansatte etaten ingen.") == 0.2);
    assert_true(answer_in(*state, "Hvor mye kostet forsøket?", "Forsøket økte til 2000 kroner.") == 1);
    assert_true(answer_in(*state, "Hvor mye kostet forsøket?", "Forsøket kostet alt i 2015.") == 0.2);
}

static void ages_and_lengths_are_written_in_many_ways(void **state)
{
    assert_true(answer_in(*state, "Hvor gammel er lederen?", "Lederen er i 37-årsalderen.") == 1);
    assert_true(answer_in(*state, "Hvor gammel er lederen?", "Lederen var kjent i 1980-årene.") == 0.2);
    assert_true(answer_in(*state, "Hvor gammel er lederen?", "Lederen fylte år på 50-årsdagen.") == 1);
    assert_true(answer_in(*state, "How long is the course?", "The course takes 3 years.") == 1);
    assert_true(answer_in(*state, "Hvor lang er tunnelen?", "Tunnelen er 3 km.") == 1);
    assert_true(answer_in(*state, "Hvor lang er tunnelen?", "Tunnelen fikk 3 vifter.") == 0.5);
}

static void a_place_is_a_name_behind_a_preposition(void **state)
{
    assert_true(answer_in(*state, "Hvor bor lederen?", "Lederen bor i Bergen.") == 1);
    assert_true(answer_in(*state, "Hvor bor lederen?", "Lederen heter Kari.") == 0.3);
    assert_true(answer_in(*state, "Hvor bor lederen?", "Lederen bor her.") == 0);
    assert_true(answer_in(*state, "Hvor bor lederen i Bergen?", "Lederen bor i Bergen.") == 0);
}

static void an_answer_in_any_sentence_counts_by_what_that_covers(void **state)
{
    SamsokFeatures near = features_of(*state, "Når kom tiltaket?", "Notat", "Tiltaket kom i 2014. Så fint.");
    SamsokFeatures far = features_of(*state, "Når kom tiltaket?", "Notat", "Tiltaket kom. Så fint. Kom i 2014.");
    SamsokFeatures none = features_of(*state, "Når kom tiltaket?", "Notat", "Tiltaket kom. Så. Det var i 2014.");
    double value = value_of(&far, SAMSOK_FEATURE_ANSWER_COV);
    assert_true(value_of(&near, SAMSOK_FEATURE_ANSWER_COV) == 1);
    assert_true(value > 0 && value < 1);
    assert_true(value_of(&none, SAMSOK_FEATURE_ANSWER_COV) == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(question_words_tell_what_is_asked_for),
        cmocka_unit_test(an_answer_of_the_kind_counts_near_the_best_sentence),
        cmocka_unit_test(a_number_counts_by_what_stands_around_it),
        cmocka_unit_test(a_year_is_told_from_a_number_of_four_digits),
        cmocka_unit_test(ages_and_lengths_are_written_in_many_ways),
        cmocka_unit_test(a_place_is_a_name_behind_a_preposition),
        cmocka_unit_test(an_answer_in_any_sentence_counts_by_what_that_covers),
        cmocka_unit_test(the_same_form_counts_most_and_first_letters_least),
        cmocka_unit_test(whatever_a_word_may_be_meant_to_be_counts_as_its_form),
        cmocka_unit_test(coverage_is_one_when_every_word_is_there),
        cmocka_unit_test(a_text_with_none_of_the_words_and_a_title_page_are_told),
        cmocka_unit_test(forms_with_one_stem_are_told_apart_in_one_text),
        cmocka_unit_test(words_apart_cover_no_single_sentence),
        cmocka_unit_test(the_order_of_words_counts_stop_words_too),
        cmocka_unit_test(what_a_thing_is_stands_first_in_what_is_written_about_it),
        cmocka_unit_test(the_title_makes_up_for_what_the_text_lacks),
        cmocka_unit_test(an_empty_passage_and_a_huge_query_are_harmless),
        cmocka_unit_test(passages_are_compared_within_their_report),
        cmocka_unit_test(weights_are_read_by_name),
        cmocka_unit_test(bad_lines_of_weights_are_refused),
        cmocka_unit_test(the_usual_weights_prefer_what_is_covered),
    };
    return cmocka_run_group_tests(tests, make_analyser, drop_analyser);
}
