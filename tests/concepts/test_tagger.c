/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is mentioned, what is not, and why. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/concepts/tagger.h"
#include "tests/concepts/turtle.h"

/* "id=text id=text" for what `text` mentions by the vocabulary `turtle`. */
static char *mentions(const char *turtle, const char *text, const char *language)
{
    g_autoptr(SamsokVocabulary) vocabulary = load_text(turtle);
    g_autoptr(SamsokLexicon) lexicon = samsok_lexicon_new(vocabulary, NULL);
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    g_autoptr(SamsokTagger) tagger = samsok_tagger_new(lexicon, analyser);
    samsok_tagger_add(tagger, text, language, 0, 0);
    g_autoptr(GArray) found = samsok_tagger_finish(tagger);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < found->len; i++) {
        const SamsokMention *mention = &g_array_index(found, SamsokMention, i);
        g_autofree char *span = g_utf8_substring(text, mention->start, mention->end);
        assert_int_equal(strlen(span), mention->end_byte - mention->start_byte);
        assert_memory_equal(span, text + mention->start_byte, strlen(span));
        g_string_append_printf(out, "%s%s=%s", i == 0 ? "" : " ",
                               samsok_vocabulary_id(vocabulary, mention->concept), span);
    }
    return g_string_free(out, FALSE);
}

typedef struct {
    const char *text;
    const char *expected;
} TagCase;

static void expect_all(const char *turtle, const TagCase *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        g_autofree char *got = mentions(turtle, cases[i].text, "nb");
        assert_string_equal(got, cases[i].expected);
    }
}
#define EXPECT(turtle, cases) expect_all(turtle, cases, G_N_ELEMENTS(cases))

#define COORDINATION \
    ":samordning a skos:Concept ; skos:prefLabel \"samordning\"@nb ; " \
    "  samsok:compound \"samordning\" . " \
    ":horisontal a skos:Concept ; skos:prefLabel \"horisontal samordning\"@nb ; " \
    "  skos:broader :samordning . " \
    ":vertikal a skos:Concept ; skos:prefLabel \"vertikal samordning\"@nb . " \
    ":negativ a skos:Concept ; skos:prefLabel \"negativt definert samordning\"@nb . " \
    ":positiv a skos:Concept ; skos:prefLabel \"positivt definert samordning\"@nb . " \
    ":behov a skos:Concept ; skos:prefLabel \"samordningsbehov\"@nb . " \
    ":utfordring a skos:Concept ; skos:prefLabel \"samordningsutfordring\"@nb . " \
    ":leder a skos:Concept ; skos:prefLabel \"toppleder\"@nb , \"toppleiar\"@nn . " \
    ":reform a skos:Concept ; skos:prefLabel \"reform\"@nb ; samsok:compoundLast \"reform\" . " \
    ":kommune a skos:Concept ; skos:prefLabel \"kommune\"@nb ; skos:altLabel \"kommunereform\"@nb . "

static void inflected_forms_need_no_listing(void **state)
{
    (void)state;
    const TagCase cases[] = {
        {"Samordningen, samordningens", "samordning=Samordningen samordning=samordningens"},
        {"topplederne, toppleiarane", "leder=topplederne leder=toppleiarane"},
        {"ingenting", ""},
    };
    EXPECT(COORDINATION, cases);
}

static void a_general_concept_is_silent_under_a_specific_one(void **state)
{
    (void)state;
    const TagCase cases[] = {
        {"horisontal samordning og samordning",
         "horisontal=horisontal samordning samordning=samordning"},
    };
    EXPECT(COORDINATION, cases);
}

static void parts_of_compounds_match_where_the_label_says_so(void **state)
{
    (void)state;
    const TagCase cases[] = {
        {"samordningscase", "samordning=samordningscase"},
        {"skattereformene", "reform=skattereformene"},
        {"storkommunen", ""},
        {"samordningsbehov", "behov=samordningsbehov"},
    };
    EXPECT(COORDINATION, cases);
}

static void what_coordination_leaves_out_is_put_back(void **state)
{
    (void)state;
    const TagCase cases[] = {
        {"samordningsbehov og -utfordringer", "behov=samordningsbehov utfordring=utfordringer"},
        {"samordningsbehov og – utfordringer", "behov=samordningsbehov utfordring=utfordringer"},
        {"horisontal og vertikal samordning",
         "horisontal=horisontal og vertikal samordning vertikal=vertikal samordning"},
        {"negativt og positivt definert samordning",
         "negativ=negativt og positivt definert samordning "
         "positiv=positivt definert samordning"},
        {"kommune- og skattereform", "kommune=kommune reform=skattereform"},
        {"horisontal. Og vertikal samordning", "vertikal=vertikal samordning"},
    };
    EXPECT(COORDINATION, cases);
}

static void a_label_does_not_match_across_the_end_of_a_sentence(void **state)
{
    (void)state;
    const TagCase cases[] = {
        {"Den er horisontal. Samordning er", "samordning=Samordning"},
        {"horisontal | samordning", "samordning=samordning"},
        {"horisontal, samordning", "samordning=samordning"},
    };
    EXPECT(COORDINATION, cases);
}

static void abbreviations_match_with_their_capitals_and_a_genitive_s(void **state)
{
    (void)state;
    const TagCase cases[] = {
        {"FIN, FINs og fin", "fin=FIN fin=FINs"},
        {"Skate, skate og Skates", "skate=Skate skate=Skates"},
        {"IMDi, imdi", "imdi=IMDi"},
        {"KMD-prosjektet", ""},
    };
    EXPECT(":fin a skos:Concept ; skos:prefLabel \"FIN\"@nb . "
           ":imdi a skos:Concept ; skos:prefLabel \"IMDi\"@nb . "
           ":skate a skos:Concept ; skos:prefLabel \"Skate\"@nb ; samsok:caseSensitive \"Skate\" .",
           cases);
}

static void an_exact_label_is_not_stemmed(void **state)
{
    (void)state;
    const TagCase cases[] = {{"dissens disse dissensen", "a=dissens"}};
    EXPECT(":a a skos:Concept ; skos:prefLabel \"dissens\"@nb ; samsok:exact \"dissens\" .", cases);
}

#define LADDER \
    ":stige a skos:Concept ; skos:prefLabel \"samordningsstigen\"@nb . " \
    ":trinn a skos:Concept ; skos:prefLabel \"trinn 2\"@nb ; skos:altLabel \"andre trinn\"@nb ; " \
    "  samsok:rule [ samsok:label \"trinn 2\" ; samsok:requiresNear :stige , \"rolle\" ; " \
    "    samsok:notIn \"lønnstrinn 2\" , \"anbud trinn 2\" ; samsok:notNear \"skole\" ] . "

static void a_rule_asks_for_what_stands_near(void **state)
{
    (void)state;
    const TagCase cases[] = {
        {"trinn 2", ""},
        {"samordningsstigen har trinn 2", "stige=samordningsstigen trinn=trinn 2"},
        {"rollene på trinn 2", "trinn=trinn 2"},
        {"andre trinn", "trinn=andre trinn"},
        {"rollen i anbud trinn 2", ""},
        {"rollen skolen har på trinn 2", ""},
        {"trinn 1 og 2 for rollen", "trinn=trinn 1 og 2"},
    };
    EXPECT(LADDER, cases);
}

static void a_concept_is_no_evidence_for_itself(void **state)
{
    (void)state;
    const TagCase cases[] = {{"nettverk og nettverk", ""}, {"nettverk ved hierarki", "a=nettverk b=hierarki"}};
    EXPECT(":a a skos:Concept ; skos:prefLabel \"nettverk\"@nb ; skos:broader :top ; "
           "  samsok:rule [ samsok:requiresNear :top ] . :top a skos:Concept . "
           ":b a skos:Concept ; skos:altLabel \"hierarki\"@nb ; skos:broader :top .",
           cases);
}

static void evidence_must_itself_stand(void **state)
{
    (void)state;
    const char *turtle =
        ":a a skos:Concept ; skos:prefLabel \"trinn en\"@nb ; samsok:rule [ samsok:requiresNear :top ] . "
        ":b a skos:Concept ; skos:prefLabel \"trinn to\"@nb ; samsok:rule [ samsok:requiresNear :top ] . "
        ":top a skos:Concept ; skos:prefLabel \"stigen\"@nb ; skos:narrower :a , :b ; "
        "  samsok:rule [ samsok:requiresNear \"samordning\" ] .";
    const TagCase cases[] = {
        {"trinn en og trinn to", ""},
        {"trinn en på stigen", ""},
        {"trinn en på stigen for samordning", "a=trinn en top=stigen"},
    };
    EXPECT(turtle, cases);
}

static void addresses_and_names_of_files_are_not_tagged(void **state)
{
    (void)state;
    const char *turtle = ":k a skos:Concept ; skos:prefLabel \"kommune\"@nb . ";
    const TagCase cases[] = {
        {"se https://kommune.no/kommune og post@kommune.no", ""},
        {"se www.kommune.no, [her](til_kommune) eller rapport_kommune_v1.pdf", ""},
        {"filen kommune.html, /no/kommune/ og id=kommune", ""},
        {"stat/kommune og kommune.", "k=kommune k=kommune"},
        {"(kommune), bl.a. kommune", "k=kommune k=kommune"},
        {"ferdig.Kommune", "k=Kommune"},
    };
    EXPECT(turtle, cases);
}

static void a_law_is_not_what_it_is_about(void **state)
{
    (void)state;
    const char *turtle = ":k a skos:Concept ; skos:prefLabel \"kommune\"@nb . "
                         ":s a skos:Concept ; skos:prefLabel \"sameigeloven\"@nb .";
    const TagCase cases[] = {
        {"kommuneloven, kommunelova og kommunelovens kommuner", "k=kommuner"},
        {"etter sameigelova", "s=sameigelova"},
    };
    EXPECT(turtle, cases);
}

static void who_does_it_is_not_what_is_doing_it(void **state)
{
    (void)state;
    const TagCase cases[] = {{"rådgivende rådgivere", "r=rådgivere"}};
    EXPECT(":r a skos:Concept ; skos:prefLabel \"rådgiver\"@nb , \"rådgivar\"@nn .", cases);
}

static void a_named_one_is_not_the_many(void **state)
{
    (void)state;
    const char *turtle = ":k a skos:Concept ; skos:prefLabel \"kommune\"@nb ; "
                         "samsok:notAfterName \"kommune\" . ";
    const TagCase cases[] = {
        {"hos Bergen kommune og i Nordre Follo kommunes vedtak", ""},
        {"Bergen kommune", ""},
        {"Alle kommuner. Hver kommune. Stat og kommune", "k=kommuner k=kommune k=kommune"},
    };
    EXPECT(turtle, cases);
}

static void what_stands_too_far_away_is_not_near(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new("rolle ");
    for (guint i = 0; i < 60; i++) {
        g_string_append(text, "ord ");
    }
    g_string_append(text, "trinn 2");
    g_autofree char *got = mentions(LADDER, text->str, "nb");
    assert_string_equal(got, "");
}

static void a_rule_may_ask_for_the_section_and_sections_are_kept_apart(void **state)
{
    (void)state;
    g_autoptr(SamsokVocabulary) vocabulary =
        load_text(":a a skos:Concept ; skos:prefLabel \"trinn\"@nb ; samsok:rule [ "
                  "samsok:requiresInSection :top ] . :top a skos:Concept . "
                  ":b a skos:Concept ; skos:prefLabel \"stigen\"@nb ; skos:broader :top .");
    g_autoptr(SamsokLexicon) lexicon = samsok_lexicon_new(vocabulary, NULL);
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    g_autoptr(SamsokTagger) tagger = samsok_tagger_new(lexicon, analyser);
    samsok_tagger_add(tagger, "trinn", "nb", 1, 0);
    samsok_tagger_add(tagger, "trinn", "nb", 2, 1);
    samsok_tagger_add(tagger, "stigen", "nb", 2, 2);
    g_autoptr(GArray) found = samsok_tagger_finish(tagger);
    assert_int_equal(found->len, 2);
    const SamsokMention *mention = &g_array_index(found, SamsokMention, 0);
    assert_int_equal(mention->block, 1);
    assert_string_equal(mention->evidence, "top");
}

static void an_open_label_keeps_what_is_inside_it(void **state)
{
    (void)state;
    const char *turtle =
        ":a a skos:Concept ; skos:prefLabel \"styring av oppgaver\"@nb ; "
        "  samsok:open \"styring av oppgaver\" . :b a skos:Concept ; skos:prefLabel \"oppgave\"@nb .";
    const TagCase cases[] = {{"styring av oppgaver", "a=styring av oppgaver b=oppgaver"}};
    EXPECT(turtle, cases);
}

static void english_labels_match_in_english_text_only(void **state)
{
    (void)state;
    const char *turtle = ":a a skos:Concept ; skos:prefLabel \"kunst\"@nb , \"art\"@en . ";
    g_autofree char *norwegian = mentions(turtle, "en art kunst", "nb");
    g_autofree char *english = mentions(turtle, "an art kunst", "en");
    assert_string_equal(norwegian, "a=kunst");
    assert_string_equal(english, "a=art");
}

static void structural_concepts_are_never_matched(void **state)
{
    (void)state;
    const TagCase cases[] = {{"råd 1", ""}};
    EXPECT(":a a skos:Concept ; skos:prefLabel \"råd 1\"@nb ; samsok:assignedBy \"structure\" .",
           cases);
}

static void a_cycle_of_concepts_ends(void **state)
{
    (void)state;
    const TagCase cases[] = {{"en to", "a=en b=to"}};
    EXPECT(":a a skos:Concept ; skos:prefLabel \"en\"@nb ; skos:broader :b . "
           ":b a skos:Concept ; skos:prefLabel \"to\"@nb ; skos:broader :a .",
           cases);
}

static void a_tagger_is_ready_for_the_next_document(void **state)
{
    (void)state;
    g_autoptr(SamsokVocabulary) vocabulary = load_text(COORDINATION);
    g_autoptr(SamsokLexicon) lexicon = samsok_lexicon_new(vocabulary, NULL);
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    g_autoptr(SamsokTagger) tagger = samsok_tagger_new(lexicon, analyser);
    for (guint i = 0; i < 3; i++) {
        samsok_tagger_add(tagger, "blåbær samordning", "nb", 0, i);
        g_autoptr(GArray) found = samsok_tagger_finish(tagger);
        assert_int_equal(found->len, 1);
        assert_int_equal(g_array_index(found, SamsokMention, 0).block, i);
        assert_int_equal(g_array_index(found, SamsokMention, 0).start, 7);
    }
}

static void what_shares_an_analyser_may_make_it_start_anew(void **state)
{
    (void)state;
    g_autoptr(SamsokVocabulary) vocabulary = load_text(COORDINATION);
    g_autoptr(SamsokLexicon) lexicon = samsok_lexicon_new(vocabulary, NULL);
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    g_autoptr(SamsokTagger) tagger = samsok_tagger_new(lexicon, analyser);
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    samsok_tagger_add(tagger, "samordning", "nb", 0, 0);
    samsok_analyser_split(analyser, NULL); /* forgets all words */
    samsok_analyser_tokens(analyser, "blåbær", "nb", tokens);
    samsok_analyser_tokens(analyser, "fersk samordning", "nb", tokens);
    samsok_tagger_add_tokens(tagger, "fersk samordning", tokens, "nb", 0, 1);
    g_autoptr(GArray) found = samsok_tagger_finish(tagger);
    assert_int_equal(found->len, 2);
    assert_int_equal(g_array_index(found, SamsokMention, 1).block, 1);
    assert_int_equal(g_array_index(found, SamsokMention, 1).start, 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(inflected_forms_need_no_listing),
        cmocka_unit_test(a_general_concept_is_silent_under_a_specific_one),
        cmocka_unit_test(parts_of_compounds_match_where_the_label_says_so),
        cmocka_unit_test(what_coordination_leaves_out_is_put_back),
        cmocka_unit_test(a_label_does_not_match_across_the_end_of_a_sentence),
        cmocka_unit_test(abbreviations_match_with_their_capitals_and_a_genitive_s),
        cmocka_unit_test(an_exact_label_is_not_stemmed),
        cmocka_unit_test(a_rule_asks_for_what_stands_near),
        cmocka_unit_test(a_concept_is_no_evidence_for_itself),
        cmocka_unit_test(evidence_must_itself_stand),
        cmocka_unit_test(addresses_and_names_of_files_are_not_tagged),
        cmocka_unit_test(a_law_is_not_what_it_is_about),
        cmocka_unit_test(who_does_it_is_not_what_is_doing_it),
        cmocka_unit_test(a_named_one_is_not_the_many),
        cmocka_unit_test(what_stands_too_far_away_is_not_near),
        cmocka_unit_test(a_rule_may_ask_for_the_section_and_sections_are_kept_apart),
        cmocka_unit_test(an_open_label_keeps_what_is_inside_it),
        cmocka_unit_test(english_labels_match_in_english_text_only),
        cmocka_unit_test(structural_concepts_are_never_matched),
        cmocka_unit_test(a_cycle_of_concepts_ends),
        cmocka_unit_test(a_tagger_is_ready_for_the_next_document),
        cmocka_unit_test(what_shares_an_analyser_may_make_it_start_anew),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
