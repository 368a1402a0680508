/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Head words, the splitting of compounds, and the parts that tokens get. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib/gstdio.h>
#include <string.h>

#include "core/language/analyser.h"
#include "core/language/compound.h"

/* "språk" and "råd" are in ISO 8859-1, as the dictionaries of old are. */
static const char latin1[] = "9\nsamordning/ABC\nutfordring/A\nspr\xE5k/B\nr\xE5" "d\nNorge\nbarn/X\n"
                             "hage\nrom\tpo:noun\nA4\n";
static const char utf8[] = "2\nkommune\nøkonomi/A\r\n";

static SamsokHeadwords *headwords_of(const char *nb, const char *nn)
{
    g_autofree char *folder = g_dir_make_tmp("samsok-headwords-XXXXXX", NULL);
    g_autofree char *nb_path = g_build_filename(folder, "nb_NO.dic", NULL);
    g_autofree char *nn_path = g_build_filename(folder, "nn_NO.dic", NULL);
    assert_true(nb == NULL || g_file_set_contents(nb_path, nb, -1, NULL));
    assert_true(nn == NULL || g_file_set_contents(nn_path, nn, -1, NULL));
    const char *const folders[] = {"/nonexistent", folder, NULL};
    SamsokHeadwords *headwords = samsok_headwords_load(folders);
    g_remove(nb_path);
    g_remove(nn_path);
    g_rmdir(folder);
    return headwords;
}

static bool has(const SamsokHeadwords *headwords, const char *word)
{
    return samsok_headwords_has(headwords, word, strlen(word));
}

static bool has_form(const SamsokHeadwords *headwords, const char *word)
{
    return samsok_headwords_has_form(headwords, word, strlen(word));
}

static void head_words_of_both_dictionaries_are_read_in_either_charset(void **state)
{
    (void)state;
    g_autoptr(SamsokHeadwords) headwords = headwords_of(latin1, utf8);
    assert_true(has(headwords, "språk"));
    assert_true(has(headwords, "økonomi"));
    assert_true(has(headwords, "rom"));
    assert_int_equal(samsok_headwords_count(headwords), 9);
}

static void names_and_words_with_digits_are_no_head_words(void **state)
{
    (void)state;
    g_autoptr(SamsokHeadwords) headwords = headwords_of(latin1, NULL);
    assert_false(has(headwords, "norge"));
    assert_false(has(headwords, "Norge"));
    assert_false(has(headwords, "a4"));
}

static void inflected_forms_are_known(void **state)
{
    (void)state;
    g_autoptr(SamsokHeadwords) headwords = headwords_of(latin1, utf8);
    assert_true(has_form(headwords, "utfordringer"));
    assert_true(has_form(headwords, "utfordringane"));
    assert_true(has_form(headwords, "hagene"));
    assert_true(has_form(headwords, "rommene"));
    assert_false(has_form(headwords, "utfordrng"));
    assert_false(has_form(headwords, ""));
}

static void a_missing_dictionary_leaves_an_empty_table(void **state)
{
    (void)state;
    const char *const folders[] = {"/nonexistent", NULL};
    g_autoptr(SamsokHeadwords) headwords = samsok_headwords_load(folders);
    SamsokCompoundPart parts[SAMSOK_COMPOUND_MAX_PARTS];
    assert_int_equal(samsok_headwords_count(headwords), 0);
    assert_int_equal(samsok_compound_split(headwords, "samordningsutfordring", parts), 0);
}

/* The parts with "+" between. */
static char *split(const SamsokHeadwords *headwords, const char *word)
{
    SamsokCompoundPart parts[SAMSOK_COMPOUND_MAX_PARTS];
    guint count = samsok_compound_split(headwords, word, parts);
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < count; i++) {
        g_string_append(out, i == 0 ? "" : "+");
        g_string_append_len(out, word + parts[i].start, parts[i].end - parts[i].start);
    }
    return g_string_free(out, FALSE);
}

static void compounds_are_split_at_their_joints(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"samordningsutfordringer", "samordning+utfordringer"},
        {"språkråd", "språk+råd"},
        {"språkrådene", "språk+rådene"},
        {"barnehagene", "barn+hagene"},
        {"kommuneøkonomi", "kommune+økonomi"},
        {"samordningskommunehager", "samordning+kommune+hager"},
        {"utfordringer", ""},
        {"samordnings", ""},
        {"rådrom", ""}, /* six letters */
        {"språk2råd", ""},
        {"", ""},
    };
    g_autoptr(SamsokHeadwords) headwords = headwords_of(latin1, utf8);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *parts = split(headwords, cases[i][0]);
        assert_string_equal(parts, cases[i][1]);
    }
}

static void very_long_words_are_left_whole(void **state)
{
    (void)state;
    g_autoptr(SamsokHeadwords) headwords = headwords_of(latin1, utf8);
    g_autofree char *word = g_strnfill(90, 'a');
    g_autofree char *parts = split(headwords, word);
    assert_string_equal(parts, "");
}

static void tokens_have_the_stems_of_their_parts(void **state)
{
    (void)state;
    g_autoptr(SamsokHeadwords) headwords = headwords_of(latin1, utf8);
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    samsok_analyser_tokens(analyser, "Samordningsutfordringene", "nb", tokens);
    assert_null(g_array_index(tokens, SamsokToken, 0).parts[0]);

    samsok_analyser_split(analyser, headwords);
    samsok_analyser_tokens(analyser, "Samordningsutfordringene", "nb", tokens);
    const SamsokToken *token = &g_array_index(tokens, SamsokToken, 0);
    assert_string_equal(token->parts[0], "samordning");
    assert_string_equal(token->parts[1], "utfordring");
    assert_null(token->parts[2]);

    samsok_analyser_tokens(analyser, "Samordningsutfordringene", "en", tokens);
    assert_null(g_array_index(tokens, SamsokToken, 0).parts[0]);
}

static void a_part_is_what_other_words_have_too(void **state)
{
    (void)state;
    /* «kon» and «toret» are words, but no other word is made of them and another one. */
    static const char words[] = "20\nkon\ntoret\nkontor\nkonserv\nkontrakt\nkonsoll\nkonkav\nkonvolutt\n"
                                "bok\nhylle\nbokhylle\nblad\nbokblad\nbrevhylle\nbrev\n";
    g_autoptr(SamsokHeadwords) headwords = headwords_of(words, NULL);
    g_autofree char *whole = split(headwords, "kontoret");
    assert_string_equal(whole, "");
    g_autofree char *cut = split(headwords, "bokhyller");
    assert_string_equal(cut, "bok+hyller");
    double kon = 0;
    double bok = 0;
    assert_true(samsok_headwords_first_odds(headwords, "kon", 3, &kon));
    assert_true(samsok_headwords_first_odds(headwords, "bok", 3, &bok));
    assert_true(kon < 0 && bok > 0);
}

static void a_verb_gives_a_noun_that_dictionaries_lack(void **state)
{
    (void)state;
    g_autoptr(SamsokHeadwords) headwords = headwords_of("2\ndigitalisere\nprosjekt\n", NULL);
    g_autofree char *parts = split(headwords, "digitaliseringsprosjekter");
    assert_string_equal(parts, "digitalisering+prosjekter");
}

/* Joints found in a word against those judged: | must be found, ~ may be. */
typedef struct {
    guint found;
    guint right;
    guint compounds;
    guint whole; /* compounds with nothing found but what is right */
} Score;

static void score_word(const SamsokHeadwords *headwords, const char *judged, Score *score)
{
    g_autoptr(GString) word = g_string_new(NULL);
    g_autoptr(GString) marks = g_string_new(NULL); /* per byte of the word: what stands before it */
    for (const char *p = judged; *p != '\0'; p++) {
        if (*p == '|' || *p == '~') {
            continue;
        }
        g_string_append_c(word, *p);
        g_string_append_c(marks, p > judged && (p[-1] == '|' || p[-1] == '~') ? p[-1] : ' ');
    }
    SamsokCompoundPart parts[SAMSOK_COMPOUND_MAX_PARTS];
    guint count = samsok_compound_split(headwords, word->str, parts);
    guint found = 0;
    guint right = 0;
    for (guint i = 1; i < count; i++) {
        found += marks->str[parts[i].start] != '~';
        right += marks->str[parts[i].start] == '|';
    }
    bool is_compound = strchr(judged, '|') != NULL;
    score->found += found;
    score->right += right;
    score->compounds += is_compound;
    score->whole += is_compound && right > 0 && right == found;
}

static void most_judged_words_are_cut_where_people_cut_them(void **state)
{
    (void)state;
    const SamsokHeadwords *headwords = samsok_headwords_shared();
    if (!has(headwords, "verkemiddel") || !has(headwords, "virkemiddel")) {
        print_message("skipped: the system lacks the dictionaries of bokmål and nynorsk\n");
        skip();
    }
    g_autofree char *path = g_build_filename(g_getenv("top_srcdir"), "tests/language/compounds-judged.txt", NULL);
    g_autofree char *text = NULL;
    assert_true(g_file_get_contents(path, &text, NULL, NULL));
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    Score score = {0};
    for (guint i = 0; lines[i] != NULL; i++) {
        if (*lines[i] != '#' && *lines[i] != '\0') {
            score_word(headwords, lines[i], &score);
        }
    }
    print_message("%u of %u joints are right, %u of %u compounds\n", score.right, score.found, score.whole,
                  score.compounds);
    assert_true(score.right * 100 >= score.found * 90);
    assert_true(score.whole * 100 >= score.compounds * 82);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(head_words_of_both_dictionaries_are_read_in_either_charset),
        cmocka_unit_test(names_and_words_with_digits_are_no_head_words),
        cmocka_unit_test(inflected_forms_are_known),
        cmocka_unit_test(a_missing_dictionary_leaves_an_empty_table),
        cmocka_unit_test(compounds_are_split_at_their_joints),
        cmocka_unit_test(a_part_is_what_other_words_have_too),
        cmocka_unit_test(a_verb_gives_a_noun_that_dictionaries_lack),
        cmocka_unit_test(most_judged_words_are_cut_where_people_cut_them),
        cmocka_unit_test(very_long_words_are_left_whole),
        cmocka_unit_test(tokens_have_the_stems_of_their_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
