/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Classes of stems in an index: found by, kept through compaction, grown by updates. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib/gstdio.h>
#include <string.h>

#include "index/generation.h"
#include "index/schema.h"
#include "index/search.h"
#include "index/terms.h"
#include "tests/index/folder.h"
#include "tests/index/shelf.h"

static const ShelfReport reports[] = {
    {"r", "Notat", "", "", 2017, "nb", "", "/arkiv/r.txt"},
    {NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL},
};

static const ShelfPassage passages[] = {
    {"r", "1", "Del", "Departementene har mange virkemidler."},
    {"r", "2", "Del", "Departementa har nokre verkemiddel."},
    {"r", "3", "Del", "Departementene har få menn."},
    {"r", "4", "Del", "Komitéens innstilling om Sápmi."},
    {"r", "5", "Del", "Komiteen ble ledet av José."},
    {"r", "6", "Del", "En allé med to alléer, sa Beyonce."},
    {"r", "7", "Del", "Allétrær hører til."},
    {"r", "8", "Del", "Kafébordet står der, sa Beyoncé."},
    {"r", "9", "Del", "Touré syklet ikke."},
    {"r", "10", "Del", "Ein tour i fjellet."},
    {NULL, NULL, NULL, NULL},
};

typedef struct {
    const char *query;
    guint hits;
    const char *note; /* NULL: none */
} ClassCase;

static const ClassCase cases[] = {
    {"virkemiddel", 2, NULL},
    {"virkemidlet", 2, NULL}, /* no passage has its stem */
    {"verkemiddel", 2, "nynorsk: verkemiddel, bokmål: virkemiddel"},
    {"verkemidlane", 2, "nynorsk: verkemidlane, bokmål: virkemiddel"},
    {"mann", 1, NULL},
    {"mannen", 1, NULL},
    {"\"mann\"", 0, NULL}, /* a phrase is exact */
    {"virkelig", 0, NULL},
    {"sapmi", 1, NULL},
    {"SÁPMI", 1, NULL},
    {"sap*", 1, NULL},
    {"sáp*", 1, NULL},
    {"\"sapmi\"", 0, NULL},
    {"sapmi NÆR komite*", 1, NULL},
    {"komite", 2, NULL},
    {"komité", 2, NULL},
    {"komiteer", 2, NULL},
    {"Jose", 1, NULL},
    {"allé*", 2, NULL},
    {"all*", 2, NULL},
    {"Beyonce", 2, NULL},
    {"Beyoncé", 1, NULL},
    {"Touré", 1, NULL},
    {"tour", 1, NULL},
    {"Toure", 2, NULL}, /* what it is stemmed to, and what it is without its accent */
    {"alle*", 2, NULL},
};

/* What a run that meets these texts stores in the database at `path`, which may be there already. Its analyser
 * starts anew behind each. */
static void store_texts(const char *path, const char *const *texts)
{
    g_autoptr(SamsokWriter) writer = samsok_writer_open(path, NULL);
    g_autoptr(SamsokEntry) entry = samsok_entry_new();
    SamsokTerms terms = {0};
    assert_true(samsok_terms_init(&terms, NULL));
    for (; *texts != NULL; texts++) {
        assert_true(samsok_terms_add(&terms, entry, "", *texts, "nb", NULL));
        samsok_analyser_split(terms.analyser, samsok_headwords_shared());
    }
    assert_true(samsok_terms_store_words(&terms, writer, NULL));
    samsok_terms_clear(&terms);
    assert_true(samsok_writer_commit(writer, NULL));
}

static void store(const char *path, const char *text)
{
    const char *const texts[] = {text, NULL};
    store_texts(path, texts);
}

static void the_forms_of_a_word_find_each_other_in_both_written_languages(void **state)
{
    (void)state;
    char *dir = test_folder_new();
    shelf_write(dir, reports, passages); /* the terms; the classes are stored beside them */
    g_autofree char *database = samsok_generation_database(dir, NULL);
    for (const ShelfPassage *passage = passages; passage->text != NULL; passage++) {
        store(database, passage->text);
    }
    g_autoptr(SamsokIndex) index = samsok_index_open(dir, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        SamsokQuestion question = {.query = cases[i].query, .count = 10};
        g_autoptr(SamsokAnswer) answer = samsok_index_search(index, &question, NULL);
        assert_non_null(answer);
        if (answer->hits->len != cases[i].hits) {
            fail_msg("'%s' has %u hits", cases[i].query, answer->hits->len);
        }
        assert_null(answer->corrected);
        assert_int_equal(answer->notes->len, cases[i].note == NULL ? 0 : 1);
        if (cases[i].note != NULL) {
            assert_string_equal(g_ptr_array_index(answer->notes, 0), cases[i].note);
        }
    }
    test_folder_free(dir);
}

/* Though the other form is rarer, and stands first. */
static void the_form_that_was_asked_for_outweighs_the_others(void **state)
{
    (void)state;
    enum { HELD = 20 };
    ShelfPassage held[HELD + 1] = {{NULL, NULL, NULL, NULL}};
    for (guint i = 0; i < HELD; i++) {
        const char *text = i == 0 ? "Etaten har menn." : i < 3 ? "Etaten har en mann." : "Etaten har mål.";
        held[i] = (ShelfPassage){"r", "1", "Del", text};
    }
    char *dir = test_folder_new();
    shelf_write(dir, reports, held);
    g_autofree char *database = samsok_generation_database(dir, NULL);
    store(database, "mann menn");
    g_autoptr(SamsokIndex) index = samsok_index_open(dir, NULL);
    SamsokQuestion question = {.query = "mann", .count = 10, .only_bm25 = true};
    g_autoptr(SamsokAnswer) answer = samsok_index_search(index, &question, NULL);
    assert_non_null(answer);
    assert_int_equal(answer->hits->len, 3);
    const SamsokHit *last = g_ptr_array_index(answer->hits, 2);
    assert_string_equal(last->passage->id, "r#0");
    test_folder_free(dir);
}

static void append_fact(SamsokWordFact fact, const char *other, void *data)
{
    g_string_append_printf(data, "%c%s ", fact, other);
}

static void assert_facts(const char *path, const char *stem, const char *expected)
{
    g_autoptr(SamsokDatabase) database = samsok_database_open(path, NULL);
    g_autoptr(GString) facts = g_string_new(NULL);
    assert_true(samsok_words_each(database, stem, append_fact, facts, NULL));
    assert_string_equal(facts->str, expected);
}

static void an_update_adds_to_a_class_and_takes_nothing(void **state)
{
    (void)state;
    char *folder = test_folder_new();
    g_autofree char *path = g_build_filename(folder, "live", NULL);
    store(path, "virkemiddel og mål");
    assert_facts(path, "virkemiddel", "");
    store(path, "virkemidler");
    store(path, "virkemidler og verkemiddel");
    assert_facts(path, "virkemiddel", "fverkemiddel fvirkemidl ");
    assert_facts(path, "virkemidl", "hvirkemiddel ");
    test_folder_free(folder);
}

static void compaction_joins_the_classes_of_shards(void **state)
{
    (void)state;
    char *folder = test_folder_new();
    g_autofree char *first = g_build_filename(folder, "1", NULL);
    g_autofree char *second = g_build_filename(folder, "2", NULL);
    g_autofree char *whole = g_build_filename(folder, "whole", NULL);
    store(first, "virkemidler");
    store(second, "verkemiddel virkemidler");
    const char *const parts[] = {first, second, NULL};
    assert_true(samsok_compact(parts, whole, SAMSOK_KEY_WORD, NULL));
    assert_facts(whole, "virkemiddel", "fverkemiddel fvirkemidl ");
    assert_facts(whole, "virkemidl", "hvirkemiddel ");
    test_folder_free(folder);
}

/* A compound that the dictionary lacks is a form as its last part is, which is a term as well. */
static void a_compound_and_its_last_part_have_classes(void **state)
{
    (void)state;
    char *folder = test_folder_new();
    g_autofree char *path = g_build_filename(folder, "live", NULL);
    store(path, "brannmenn");
    assert_facts(path, "brannmann", "fbrannmenn ");
    assert_facts(path, "mann", "fmenn ");
    assert_facts(path, "menn", "hmann ");
    test_folder_free(folder);
}

static void classes_are_noted_by_an_analyser_that_starts_anew(void **state)
{
    (void)state;
    char *folder = test_folder_new();
    g_autofree char *path = g_build_filename(folder, "live", NULL);
    static const char *const texts[] = {"brannvirkemidler", "brannmenn", NULL}; /* words with the same number */
    store_texts(path, texts);
    assert_facts(path, "virkemiddel", "fvirkemidl ");
    assert_facts(path, "mann", "fmenn ");
    test_folder_free(folder);
}

static double score_of(SamsokIndex *index, const char *query, const char *passage)
{
    SamsokQuestion question = {.query = query, .count = 10, .only_bm25 = true};
    g_autoptr(SamsokAnswer) answer = samsok_index_search(index, &question, NULL);
    assert_non_null(answer);
    assert_null(answer->corrected);
    for (guint i = 0; i < answer->hits->len; i++) {
        const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
        if (strcmp(hit->passage->id, passage) == 0) {
            return hit->bm25;
        }
    }
    fail_msg("'%s' does not find %s", query, passage);
    return 0;
}

static void what_stands_in_for_a_word_counts_in_full(void **state)
{
    (void)state;
    static const ShelfPassage held[] = {
        {"r", "1", "Del", "Etaten har menn."},
        {"r", "2", "Del", "Etaten har mange virkemidler."},
        {"r", "3", "Del", "Etaten har en brannmann."},
        {"r", "4", "Del", "Etaten har et verkemiddel."},
        {NULL, NULL, NULL, NULL},
    };
    char *dir = test_folder_new();
    shelf_write(dir, reports, held);
    g_autofree char *database = samsok_generation_database(dir, NULL);
    store(database, "menn virkemidler brannmann verkemiddel");
    g_autoptr(SamsokIndex) index = samsok_index_open(dir, NULL);
    double very_word = score_of(index, "menn", "r#0");
    assert_true(very_word > 0);
    assert_true(score_of(index, "mann", "r#0") == very_word); /* which no passage has */
    assert_true(score_of(index, "brannmenn", "r#2") == score_of(index, "brannmann", "r#2")); /* nor any compound */
    assert_true(score_of(index, "verkemiddel", "r#1") == score_of(index, "virkemidler", "r#1"));
    assert_true(score_of(index, "virkemidler", "r#3") < score_of(index, "verkemiddel", "r#3"));
    test_folder_free(dir);
}

/* The dictionary of these tests, whatever the system has. Owner: the caller. */
static char *write_dictionary(void)
{
    char *folder = test_folder_new();
    g_autofree char *dic = g_build_filename(folder, "nb_NO.dic", NULL);
    g_autofree char *aff = g_build_filename(folder, "nb_NO.aff", NULL);
    g_file_set_contents(dic, "3\nvirkemiddel/B\nmann/M\nbrann\n", -1, NULL);
    g_file_set_contents(aff,
                        "SFX B del ler ddel\nSFX B del let ddel\nSFX M ann enn mann\nSFX M 0 en mann\n",
                        -1, NULL);
    return folder;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_forms_of_a_word_find_each_other_in_both_written_languages),
        cmocka_unit_test(the_form_that_was_asked_for_outweighs_the_others),
        cmocka_unit_test(an_update_adds_to_a_class_and_takes_nothing),
        cmocka_unit_test(compaction_joins_the_classes_of_shards),
        cmocka_unit_test(a_compound_and_its_last_part_have_classes),
        cmocka_unit_test(classes_are_noted_by_an_analyser_that_starts_anew),
        cmocka_unit_test(what_stands_in_for_a_word_counts_in_full),
    };
    char *folder = write_dictionary();
    g_setenv("DICPATH", folder, TRUE);
    int failures = cmocka_run_group_tests(tests, NULL, NULL);
    test_folder_free(folder);
    return failures;
}
