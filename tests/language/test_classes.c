/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Head words of forms, classes of stems, and nynorsk. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib/gstdio.h>
#include <string.h>

#include "core/language/classes.h"
#include "core/language/compound.h"
#include "core/language/inflection.h"
#include "core/language/irregular.h"
#include "core/language/nynorsk.h"

static const char rules[] = "SET UTF-8\n"
                            "SFX B Y 4\n"
                            "SFX B   el    ler      [^dm]el\n"
                            "SFX B   del   ler      ddel\n"
                            "SFX B   0     et       ddel\n"
                            "SFX B   el    lene     el\n"
                            "SFX M Y 2\n"
                            "SFX M   ann   enn      mann\n"
                            "SFX M   0     s        .\n"
                            "SFX V Y 2\n"
                            "SFX V   e     er       e\n"
                            "SFX V   ele   al       ele\n"
                            "SFX T   e     ing      e\n"
                            "SFX X   0     0        .\n"
                            "PFX u   0     u        .\n";
static const char words[] = "9\nvirkemiddel/B\nmann/M\nmal\nmal/M\nmele/V\nordne/VT\nsamordne/VT\n"
                            "regel/B\nomtale/V\n";

static SamsokHeadwords *headwords_of(const char *dictionary, const char *affixes)
{
    g_autofree char *folder = g_dir_make_tmp("samsok-classes-XXXXXX", NULL);
    g_autofree char *dic = g_build_filename(folder, "nb_NO.dic", NULL);
    g_autofree char *aff = g_build_filename(folder, "nb_NO.aff", NULL);
    assert_true(g_file_set_contents(dic, dictionary, -1, NULL));
    assert_true(g_file_set_contents(aff, affixes, -1, NULL));
    const char *const folders[] = {folder, NULL};
    SamsokHeadwords *headwords = samsok_headwords_load(folders);
    g_remove(dic);
    g_remove(aff);
    g_rmdir(folder);
    return headwords;
}

static void append_lemma(const char *lemma, void *data)
{
    g_string_append_printf(data, "%s ", lemma);
}

static void assert_lemmas(const SamsokHeadwords *headwords, const char *form, const char *expected)
{
    g_autoptr(GString) found = g_string_new(NULL);
    samsok_headwords_lemmas(headwords, form, strlen(form), append_lemma, found);
    assert_string_equal(found->str, expected);
}

static void a_form_leads_back_to_the_head_words_whose_rules_give_it(void **state)
{
    (void)state;
    g_autoptr(SamsokHeadwords) headwords = headwords_of(words, rules);
    assert_lemmas(headwords, "virkemidlene", "");
    assert_lemmas(headwords, "virkemidler", "virkemiddel ");
    assert_lemmas(headwords, "virkemiddelet", "virkemiddel ");
    assert_lemmas(headwords, "menn", "mann ");
    assert_lemmas(headwords, "reger", "");   /* the rule asks for another end */
    assert_lemmas(headwords, "regeler", ""); /* no rule */
    assert_lemmas(headwords, "mal", "mal mele ");
    assert_lemmas(headwords, "mals", "mal "); /* the flags of homographs add up */
    assert_lemmas(headwords, "uordne", "");
}

static void damaged_rules_are_passed_over(void **state)
{
    (void)state;
    static const char damaged[] = "SFX\nSFX B\nSFX B Y\nSFX B   el\nSFX B 0 er [^\nSFX B 0 en []\n"
                                  "SFX B 0 et [abc\nSFX  B\t0\tas  regel";
    g_autoptr(SamsokHeadwords) headwords = headwords_of(words, damaged);
    assert_lemmas(headwords, "regelas", "regel ");
    assert_lemmas(headwords, "", "");
}

static void assert_hubs(SamsokAnalyser *analyser, const SamsokHeadwords *headwords, const char *word,
                        const char *expected)
{
    const char *hubs[SAMSOK_CLASS_MAX_HUBS];
    g_autoptr(GString) found = g_string_new(NULL);
    g_autofree char *stem = g_strdup(samsok_analyser_stem(analyser, word));
    SamsokCompoundPart parts[SAMSOK_COMPOUND_MAX_PARTS];
    guint part_count = samsok_compound_split(headwords, word, parts);
    guint last = part_count == 0 ? 0 : parts[part_count - 1].start;
    guint count = samsok_class_hubs(analyser, headwords, word, last, stem, hubs);
    for (guint i = 0; i < count; i++) {
        g_string_append_printf(found, "%s ", hubs[i]);
    }
    assert_string_equal(found->str, expected);
}

static void a_class_joins_the_forms_of_one_word_and_no_other(void **state)
{
    (void)state;
    g_autoptr(SamsokHeadwords) headwords = headwords_of(words, rules);
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    assert_hubs(analyser, headwords, "virkemidler", "virkemiddel ");
    assert_hubs(analyser, headwords, "menn", "mann ");
    assert_hubs(analyser, headwords, "mann", "");
    assert_hubs(analyser, headwords, "mal", "");        /* mele, too, but first of all mal */
    assert_hubs(analyser, headwords, "samordning", ""); /* a noun beside its verb */
    assert_hubs(analyser, headwords, "ukjent", "");
}

static void forms_of_the_shortest_words_are_joined(void **state)
{
    (void)state;
    const char *const nowhere[] = {"/nonexistent", NULL};
    g_autoptr(SamsokHeadwords) headwords = samsok_headwords_load(nowhere);
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    assert_hubs(analyser, headwords, "året", "år ");
    assert_hubs(analyser, headwords, "byane", "by ");
    assert_hubs(analyser, headwords, "øyene", "øy ");
    assert_hubs(analyser, headwords, "ga", "gi ");
    assert_hubs(analyser, headwords, "år", "");
}

/* Many of their forms are head words of the dictionary, too. */
static void nouns_on_er_and_et_are_joined_with_their_forms(void **state)
{
    (void)state;
    g_autoptr(SamsokHeadwords) headwords =
        headwords_of("9\nleder/P\nlederen\nledere\nlederne\nuniversitet\nuniversitetet\nstudere\nstuder\nregister\n",
                     "SET UTF-8\nSFX P Y 1\nSFX P   0     en       er\n");
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    assert_hubs(analyser, headwords, "lederne", "led ");
    assert_hubs(analyser, headwords, "ledere", "led ");
    assert_hubs(analyser, headwords, "lederen", "led ");
    assert_hubs(analyser, headwords, "universitetet", "universit ");
    assert_hubs(analyser, headwords, "studere", ""); /* a verb and its imperative */
    assert_hubs(analyser, headwords, "registere", ""); /* no form with -en or -et is known */
}

/* Though a rare verb has their imperative. */
static void a_coach_is_joined_with_the_others(void **state)
{
    (void)state;
    g_autoptr(SamsokHeadwords) headwords = headwords_of(
        "3\ntrener\ntreneren\ntrenere/W\n", "SET UTF-8\nSFX W Y 1\nSFX W   e     te       e\n");
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    assert_hubs(analyser, headwords, "trenere", "tren ");
    assert_hubs(analyser, headwords, "treneren", "tren ");
}

/* With the accent or without it; but «arme» is rather the plural of another word. */
static void nouns_on_stressed_e_are_joined_with_their_forms(void **state)
{
    (void)state;
    g_autoptr(SamsokHeadwords) headwords = headwords_of("10\nkafé\nkafe\nkafear\nprosjekt\nallé\narmé\narme\narm\nbuffé\nbuffer\n", "SET UTF-8\n");
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    assert_hubs(analyser, headwords, "kafe", "kafe ");
    assert_hubs(analyser, headwords, "kafé", "kaf "); /* of «kafe», which «kafebord» is made of */
    assert_hubs(analyser, headwords, "armé", "");
    assert_hubs(analyser, headwords, "buffé", "");
    assert_hubs(analyser, headwords, "kafear", ""); /* its stem is that of «kafé» */
    assert_hubs(analyser, headwords, "prosjektkafe", "prosjektkafe ");
    assert_hubs(analyser, headwords, "alleen", "allé ");
    assert_hubs(analyser, headwords, "arme", "");
    assert_hubs(analyser, headwords, "kaf", "");
}

/* The dictionary's rule has the form without its accent alone. */
static void a_form_with_an_accent_is_that_without_it(void **state)
{
    (void)state;
    g_autoptr(SamsokHeadwords) headwords =
        headwords_of("1\nturné/A\n", "SET UTF-8\nSFX A Y 1\nSFX A   né     neium    né\n");
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    assert_lemmas(headwords, "turneium", "turné ");
    assert_hubs(analyser, headwords, "turneita", "");
    assert_hubs(analyser, headwords, "turnéium", "turne ");
    g_autoptr(SamsokHeadwords) others = headwords_of("1\nren/A\n", "SET UTF-8\nSFX A Y 1\nSFX A   0     e    .\n");
    assert_lemmas(others, "rene", "ren ");
    assert_hubs(analyser, others, "rené", ""); /* a name, and no form */
    assert_hubs(analyser, others, "josé", ""); /* another name, and no «jos» */
}

/* A liver (lever, leveren) is not delivered, a verse is no wether, and a core (kjerne) no tarn (kjer, kjeret). */
static void what_looks_like_a_form_of_a_noun_on_er_is_not_joined(void **state)
{
    (void)state;
    g_autoptr(SamsokHeadwords) headwords =
        headwords_of("14\nlever\nleveren\nlevere/W\nver\nveren\nkjer\nkjeret\nmoder\nmoderen\nsenter\n"
                     "senteret\neier\neieren\neierne\n",
                     "SET UTF-8\nSFX W Y 1\nSFX W   e     te       e\n");
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    assert_hubs(analyser, headwords, "levere", "");
    assert_hubs(analyser, headwords, "leverer", "");
    assert_hubs(analyser, headwords, "vers", "");
    assert_hubs(analyser, headwords, "verne", "");
    assert_hubs(analyser, headwords, "kjerne", "");
    assert_hubs(analyser, headwords, "moderne", "");
    assert_hubs(analyser, headwords, "senteret", "sent ");
    assert_hubs(analyser, headwords, "eierne", "eier ");
}

/* Each «for» would be a hit of «foreta», each «jeg» one of «jegeren». */
static void no_class_has_the_stem_of_a_word_that_says_nothing(void **state)
{
    (void)state;
    g_autoptr(SamsokHeadwords) headwords =
        headwords_of("9\nforet/A\nføre/F\nfører\nnå/N\njeger/J\nsitt\nmene/F\nvare/F\nvarer\n",
                     "SET UTF-8\nSFX A Y 1\nSFX A   0     a        .\nSFX F Y 2\nSFX F   e     t        e\n"
                     "SFX F   0     r        e\n"
                     "SFX N Y 1\nSFX N   0     dd       .\nSFX J Y 1\nSFX J   0     en       .\n");
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    assert_hubs(analyser, headwords, "foreta", "");
    assert_hubs(analyser, headwords, "nådd", "");
    assert_hubs(analyser, headwords, "ført", "føre ");
    assert_hubs(analyser, headwords, "fører", "føre "); /* though it is a head word, too */
    assert_hubs(analyser, headwords, "varer", "vare ");
    assert_hubs(analyser, headwords, "ment", "mene ");
    assert_hubs(analyser, headwords, "satt", "sett sitte ");
    assert_hubs(analyser, headwords, "jegeren", ""); /* its stem is the word */
    assert_string_equal(samsok_analyser_stem(analyser, "jeger"), "jeger");
    assert_string_equal(samsok_analyser_stem(analyser, "jegeren"), "jeger");
    assert_string_equal(samsok_analyser_stem(analyser, "jeg"), "jeg");
}

static void irregular_forms_are_led_back(void **state)
{
    (void)state;
    const char *const nowhere[] = {"/nonexistent", NULL};
    g_autoptr(SamsokHeadwords) headwords = samsok_headwords_load(nowhere);
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    assert_hubs(analyser, headwords, "skrev", "skriv ");
    assert_hubs(analyser, headwords, "født", "fød ");
    assert_hubs(analyser, headwords, "bøkene", "bok ");
    assert_hubs(analyser, headwords, "vedtatt", "vedt ");
    assert_hubs(analyser, headwords, "satt", "sett sitte "); /* of two words */
    assert_hubs(analyser, headwords, "skrive", "");
    assert_hubs(analyser, headwords, "aaaa", "");
    assert_hubs(analyser, headwords, "\xc3\xb8\xc3\xb8\xc3\xb8", ""); /* behind the last line */
}

/* The look-up needs the list in byte order, and a form that is led back otherwise, or by none, none of its lines. */
static void each_irregular_form_of_the_list_is_found(void **state)
{
    (void)state;
    const char *const nowhere[] = {"/nonexistent", NULL};
    const char *hubs[SAMSOK_CLASS_MAX_HUBS];
    g_autoptr(SamsokHeadwords) headwords = samsok_headwords_load(nowhere);
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    g_autofree char *path = g_build_filename(g_getenv("top_srcdir"), "data", "irregular.words", NULL);
    g_autofree char *list = NULL;
    assert_true(g_file_get_contents(path, &list, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(list, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        if (*lines[i] == '#' || *lines[i] == '\0') {
            continue;
        }
        char *told = strchr(lines[i], ' ');
        assert_non_null(told);
        *told++ = '\0';
        g_auto(GStrv) heads = samsok_irregular_heads(lines[i]);
        g_autofree char *joined = g_strjoinv(" ", heads);
        assert_string_equal(joined, told);
        g_autofree char *stem = g_strdup(samsok_analyser_stem(analyser, lines[i]));
        guint count = samsok_class_hubs(analyser, headwords, lines[i], 0, stem, hubs);
        guint heads_with_other_stems = 0;
        for (guint k = 0; heads[k] != NULL; k++) {
            heads_with_other_stems += strcmp(samsok_analyser_stem(analyser, heads[k]), stem) != 0 ? 1 : 0;
        }
        assert_true(count > 0 && count == heads_with_other_stems);
    }
}

/* A compound that the dictionary lacks. */
static void a_compound_is_inflected_as_its_last_part(void **state)
{
    (void)state;
    g_autoptr(SamsokHeadwords) headwords =
        headwords_of("7\nleder/P\nlederen\nlederne\nprosjekt\nvirkemiddel/B\nkjerne\nbok\n",
                     "SET UTF-8\nSFX P Y 1\nSFX P   0     en       er\nSFX B Y 1\nSFX B   del   ler      ddel\n");
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    assert_hubs(analyser, headwords, "prosjektlederne", "prosjektled ");
    assert_hubs(analyser, headwords, "kjernevirkemidler", "kjernevirkemiddel ");
    assert_hubs(analyser, headwords, "prosjektbok", "");
}

static void nynorsk_is_in_the_class_of_its_bokmal(void **state)
{
    (void)state;
    const char *const nowhere[] = {"/nonexistent", NULL};
    g_autoptr(SamsokHeadwords) headwords = samsok_headwords_load(nowhere);
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    assert_hubs(analyser, headwords, "verkemiddel", "virkemiddel ");
    assert_hubs(analyser, headwords, "verkemidla", "virkemiddel ");
    assert_hubs(analyser, headwords, "døme", ""); /* dømme, too: not sure */
}

static void assert_bokmal(const char *word, const char *expected, bool is_sure)
{
    bool sure = !is_sure;
    g_auto(GStrv) found = samsok_nynorsk_bokmal(word, &sure);
    g_autofree char *joined = g_strjoinv(" ", found);
    assert_string_equal(joined, expected);
    assert_int_equal(sure, is_sure);
}

static void words_of_nynorsk_have_a_bokmal_where_the_stem_differs(void **state)
{
    (void)state;
    assert_bokmal("rettleiarar", "veileder", true);
    assert_bokmal("heilskapleg", "helhetlig", true);
    assert_bokmal("døme", "eksempel", false);
    assert_bokmal("virkemiddel", "", false);
    assert_bokmal("utfordringar", "", false); /* one stem with utfordringer */
    assert_bokmal("støre", "", false); /* a name, though apertium knows a verb */
    assert_bokmal("", "", false);
    assert_bokmal("rettleiarar veileder", "", false);
    assert_bokmal("rettleiara", "", false);
    assert_bokmal("\xc3\xa5\xc3\xa5\xc3\xa5\xc3\xa5", "", false); /* behind the last line */
    assert_bokmal("a", "", false);
    assert_true(samsok_nynorsk_count() > 300);
}

/* «problemer» is «problem» with an ending, not pro + ble + mer; «problemene» no juniper. */
static void an_inflection_is_no_part_of_a_compound(void **state)
{
    (void)state;
    static const char *const inflected[] = {"problemer", "problemene", "forutsigbarhet"};
    g_autoptr(SamsokHeadwords) headwords =
        headwords_of("8\nproblem/P\npro\nble\nmer\nene\nhet\nforutsigbar\nbarnehage/P\nbarn\nhage/P\n"
                     "barnebok\nbarnevogn\nbok\nvogn\nrosehage\nrose\n",
                     "SET UTF-8\nSFX P Y 2\nSFX P   0     er       [^e]\nSFX P   0     r        e\n");
    SamsokCompoundPart parts[SAMSOK_COMPOUND_MAX_PARTS];
    for (size_t i = 0; i < G_N_ELEMENTS(inflected); i++) {
        assert_int_equal(samsok_compound_split(headwords, inflected[i], parts), 0);
    }
    assert_int_equal(samsok_compound_split(headwords, "barnehager", parts), 2);
    assert_int_equal(samsok_compound_split(headwords, "problembarn", parts), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_inflection_is_no_part_of_a_compound),
        cmocka_unit_test(a_form_leads_back_to_the_head_words_whose_rules_give_it),
        cmocka_unit_test(damaged_rules_are_passed_over),
        cmocka_unit_test(a_class_joins_the_forms_of_one_word_and_no_other),
        cmocka_unit_test(forms_of_the_shortest_words_are_joined),
        cmocka_unit_test(nouns_on_er_and_et_are_joined_with_their_forms),
        cmocka_unit_test(a_coach_is_joined_with_the_others),
        cmocka_unit_test(nouns_on_stressed_e_are_joined_with_their_forms),
        cmocka_unit_test(a_form_with_an_accent_is_that_without_it),
        cmocka_unit_test(what_looks_like_a_form_of_a_noun_on_er_is_not_joined),
        cmocka_unit_test(no_class_has_the_stem_of_a_word_that_says_nothing),
        cmocka_unit_test(irregular_forms_are_led_back),
        cmocka_unit_test(each_irregular_form_of_the_list_is_found),
        cmocka_unit_test(a_compound_is_inflected_as_its_last_part),
        cmocka_unit_test(nynorsk_is_in_the_class_of_its_bokmal),
        cmocka_unit_test(words_of_nynorsk_have_a_bokmal_where_the_stem_differs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
