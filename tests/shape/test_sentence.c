/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences end where a reader says they do. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/shape/sentence.h"

/* `marked` is a text in which "|" stands where sentences are to part. */
static void assert_sentences(const char *marked)
{
    g_auto(GStrv) expected = g_strsplit(marked, "|", -1);
    g_autofree char *text = g_strjoinv(" ", expected);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(SamsokSentence));
    samsok_sentences(text, found);
    GString *got = g_string_new(NULL);
    for (guint i = 0; i < found->len; i++) {
        const SamsokSentence *sentence = &g_array_index(found, SamsokSentence, i);
        g_string_append(got, i > 0 ? "|" : "");
        g_string_append_len(got, text + sentence->start, sentence->end - sentence->start);
    }
    assert_string_equal(got->str, marked);
    g_string_free(got, TRUE);
}

static void assert_all(const char *const *cases)
{
    for (; *cases != NULL; cases++) {
        assert_sentences(*cases);
    }
}

static void stops_question_and_exclamation_marks_end_sentences(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "Vi startet i 2014.|Det gikk bra.",
        "Hva er samordning?|Det er mange svar!|Ett er nok.",
        "Rapporten viser tre trinn.|Å samordne er vanskelig.|Ørsta er med.",
        "Er det slik?!|Ja.",
        "Uten stopp til slutt",
        NULL};
    assert_all(cases);
}

static void abbreviations_do_not_end_sentences(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "Tiltak er bl.a. Altinn og f.eks. Kontaktregisteret.|Neste.",
        "Det gjelder jf. Instruksen kap. 3 og pkt. 2.1, dvs. Staten.",
        "Se St.meld. nr. 19 (2008–2009) og Prop. 1 S.|Slik er det.",
        "Etter lov om saltvannsfiske m.v. § 53 gjelder dette.|Slutt.",
        "Skolen har tavle (eng. Whiteboard), jf. (Rdir. 90/667/EØF).|Neste.",
        "Det gjelder mjølk (gr. 1 og 4) og IEC publ. 669-2-3.|Neste.",
        "Det følger av vegtrafikkloven § 31 a.|Uttalelse er gitt.",
        "Slik er verden vi lever i.|Det endres i /etc/ldap.conf.|Slik er det.",
        "Dette trengs: a. I samme område, b. På land.|Neste.",
        "Mellom anna m.a. Noreg, t.d. Bergen.|Så.",
        "See e.g. Norway, i.e. Oslo, cf. Smith.|Then more.",
        "Dr. Hansen og prof. Dahl møtte kl. 12. mai.",
        "Ca. 30 etater deltok, inkl. Difi.",
        NULL};
    assert_all(cases);
}

static void abbreviations_at_the_end_let_a_sentence_end(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "Etater, direktorater osv.|Departementet leder.",
        "Møter, rapporter m.m.|Alle deltok.",
        "Helse, skole mv.|Kommunene bidrar.",
        NULL};
    assert_all(cases);
}

static void abbreviations_before_numbers_only(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "Det følger av art. 5 i avtalen.",
        "Vi så ingen saker av denne art.|Det var uventet.",
        "Se s. 12 og fig. 3.|Mer følger.",
        NULL};
    assert_all(cases);
}

static void ordinals_and_dates_do_not_end_sentences(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "Den 3. Statsråden kom.",
        "Møtet var 17. november 2014.|Det ble kort.",
        "Datoen 17. 11. 2014 står fast.",
        "Den 1. Mars ble det vedtatt.",
        "I det 20. århundre skjedde det.",
        "1. Avklar mandatet.|2. Fordel rollene.",
        NULL};
    assert_all(cases);
}

static void numbers_at_the_end_let_a_sentence_end(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "Se kapittel 2.|Her står mer.",
        "Andelen økte fra 3 til 5.|Det er mye.",
        "Difi-rapport 2014:7.|Neste kilde.",
        "Versjon 2014.7 er ny.|Den er bra.",
        NULL};
    assert_all(cases);
}

static void initials_do_not_end_sentences_but_letters_may(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "Christensen, T. og P. Lægreid skrev den.|Den er god.",
        "Boken av Per A. Hansen er god.",
        "Vi valgte alternativ B.|Det var best.",
        NULL};
    assert_all(cases);
}

static void note_marks_belong_to_the_sentence_they_end(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "Det gjelder alle kommuner.9|Det er nytt.",
        "Undersøkelse fra 2013.9|Den viste mer.",
        "Slik er det.¹²|Og slik.",
        "Slik er det.[3]|Og slik.",
        "Han kalte det «styring».4|Det holdt.",
        NULL};
    assert_all(cases);
}

static void closing_quotes_and_brackets_go_with_their_sentence(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "«Vi må samarbeide.»|Det sa alle.",
        "Alle var enige (også Difi.)|Så fulgte mer.",
        "Hun sa: «Vi vet ikke.»|Da ble det stille.",
        NULL};
    assert_all(cases);
}

static void a_title_or_quotation_in_a_sentence_does_not_end_it(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "Rapporten «Mot alle odds? Veier til samordning» ble lest.|Mange likte den.",
        "Se «Ikke bare pådriver… Om utøvelsen av rollene». (2016)",
        "«Dette er bra. Vi er fornøyd», sa han.",
        "«Hva nå?» spurte hun.|Ingen svarte.",
        NULL};
    assert_all(cases);
}

static void a_small_letter_never_begins_a_sentence(void **state)
{
    (void)state;
    static const char *const cases[] = {
        "Hva! er dette.", "Vi ventet … og ventet.", "Nettstedet difi.no og regjeringen.no er åpne.", NULL};
    assert_all(cases);
}

static void a_line_feed_always_ends_a_sentence(void **state)
{
    (void)state;
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(SamsokSentence));
    samsok_sentences("første linje\n\n  andre linje", found);
    assert_int_equal(found->len, 2);
    assert_int_equal(g_array_index(found, SamsokSentence, 0).end, strlen("første linje"));
    assert_int_equal(g_array_index(found, SamsokSentence, 1).start, strlen("første linje\n\n  "));
}

static void a_sentence_is_whole_when_its_mark_ends_it(void **state)
{
    (void)state;
    static const char *const whole[] = {"Det er slik.",    "Er det slik?",     "Slik: ",       "Slik er det …",
                                        "Slik (jf. 3.)",   "Slik er det.[12]", "«Slik er det.»", "Slik er det.¹",
                                        "Slik er det.9",   "„Slik er det.“"};
    static const char *const parts[] = {"Notat 2017:2", "November 2017", "Direktoratet", "Slik [1]", "»", "]", "3]", "[1]",
                                        "Pris 2017.9",  "9"};
    g_autoptr(GArray) sentences = g_array_new(FALSE, FALSE, sizeof(SamsokSentence));
    for (size_t i = 0; i < G_N_ELEMENTS(whole); i++) {
        samsok_sentences(whole[i], sentences);
        assert_int_equal(sentences->len, 1);
        assert_true(samsok_sentence_is_whole(whole[i], &g_array_index(sentences, SamsokSentence, 0)));
        const SamsokSentence all = {.end = (guint)strlen(parts[i])};
        assert_false(samsok_sentence_is_whole(parts[i], &all));
    }
    assert_false(samsok_sentence_is_whole("", &(SamsokSentence){0}));
}

static void text_without_letters_has_no_sentences(void **state)
{
    (void)state;
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(SamsokSentence));
    samsok_sentences("", found);
    assert_int_equal(found->len, 0);
    samsok_sentences(" \n \t\n", found);
    assert_int_equal(found->len, 0);
}

/* A row of pieces that are likely to confuse, chosen by `random`. */
static char *random_text(GRand *random)
{
    static const char *const pieces[] = {
        " ",   " ",   ".",   ". ",  "?",  "!",  "…",      "«",  "»",   "(",    ")",    "\"",
        "[3]", "12",  "7",   "A",   "å",  "Ø",  "bl.a",   "nr", "\n",  "ord",  "Ord",  "–",
        "-",   "mai", "s.",  "T.",  "¹",  "“",  "”",      "…",  "  ",  "2014", "osv",  "\t",
        "'",   "/",   "kap", "U.S", "]",  "[",  "\u00ad", "den", "i",  ",",    ":",    ";"};
    GString *text = g_string_new(NULL);
    gint count = g_rand_int_range(random, 0, 60);
    for (gint i = 0; i < count; i++) {
        g_string_append(text, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
    }
    return g_string_free(text, FALSE);
}

static void every_visible_character_lies_in_exactly_one_sentence(void **state)
{
    (void)state;
    GRand *random = g_rand_new_with_seed(7);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(SamsokSentence));
    for (guint round = 0; round < 20000; round++) {
        g_autofree char *text = random_text(random);
        samsok_sentences(text, found);
        guint at = 0;
        for (guint i = 0; i <= found->len; i++) {
            const SamsokSentence *next =
                i < found->len ? &g_array_index(found, SamsokSentence, i) : NULL;
            guint start = next == NULL ? (guint)strlen(text) : next->start;
            assert_true(at <= start);
            for (const char *p = text + at; p < text + start; p = g_utf8_next_char(p)) {
                assert_true(g_unichar_isspace(g_utf8_get_char(p)));
            }
            assert_true(next == NULL || next->start < next->end);
            at = next == NULL ? start : next->end;
        }
    }
    g_rand_free(random);
}

static void a_megabyte_of_dots_is_read_in_no_time(void **state)
{
    (void)state;
    g_autofree char *dots = g_strnfill(1 << 20, '.');
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(SamsokSentence));
    gint64 start = g_get_monotonic_time();
    samsok_sentences(dots, found);
    assert_int_equal(found->len, 1);
    assert_true(g_get_monotonic_time() - start < 2 * G_USEC_PER_SEC);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stops_question_and_exclamation_marks_end_sentences),
        cmocka_unit_test(abbreviations_do_not_end_sentences),
        cmocka_unit_test(abbreviations_at_the_end_let_a_sentence_end),
        cmocka_unit_test(abbreviations_before_numbers_only),
        cmocka_unit_test(ordinals_and_dates_do_not_end_sentences),
        cmocka_unit_test(numbers_at_the_end_let_a_sentence_end),
        cmocka_unit_test(initials_do_not_end_sentences_but_letters_may),
        cmocka_unit_test(note_marks_belong_to_the_sentence_they_end),
        cmocka_unit_test(closing_quotes_and_brackets_go_with_their_sentence),
        cmocka_unit_test(a_title_or_quotation_in_a_sentence_does_not_end_it),
        cmocka_unit_test(a_small_letter_never_begins_a_sentence),
        cmocka_unit_test(a_line_feed_always_ends_a_sentence),
        cmocka_unit_test(a_sentence_is_whole_when_its_mark_ends_it),
        cmocka_unit_test(text_without_letters_has_no_sentences),
        cmocka_unit_test(every_visible_character_lies_in_exactly_one_sentence),
        cmocka_unit_test(a_megabyte_of_dots_is_read_in_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
