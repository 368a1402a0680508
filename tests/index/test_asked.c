/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what the vocabulary adds to a question: its Norwegian, its full names, an order. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/concepts/lexicon.h"
#include "index/search.h"
#include "tests/concepts/turtle.h"
#include "tests/index/folder.h"
#include "tests/index/runs.h"

static const char turtle[] =
    ":leder a skos:Concept ; skos:prefLabel \"lederdepartement\"@nb , \"lead ministry\"@en .\n"
    ":floke a skos:Concept ; skos:prefLabel \"gjenstridig problem\"@nb , \"wicked problem\"@en .\n"
    ":feil a skos:Concept ; skos:prefLabel \"lederdepartemant\"@nb ; skos:altLabel \"uklart\"@nb .\n"
    ":mandat a skos:Concept ; skos:prefLabel \"mandat\"@nb , \"mandate\"@en .\n"
    ":ansvar a skos:Concept ; skos:prefLabel \"ministeransvar og ministerstyre\"@nb , "
    "\"ministerial responsibility\"@en .\n"
    ":mrs a skos:Concept ; skos:prefLabel \"mål- og resultatstyring\"@nb ; skos:altLabel \"MRS\"@nb .\n"
    /* A ring, which a run refuses: an index of an older one may hold it. */
    ":vann a skos:Concept ; samsok:kind \"role\" ; skos:prefLabel \"vann\"@nb ; skos:broader :vei .\n"
    ":vei a skos:Concept ; samsok:kind \"role\" ; skos:prefLabel \"vei\"@nb ; skos:broader :vann .\n"
    ":fin a skos:Concept ; skos:prefLabel \"Finansdepartementet\"@nb ; skos:altLabel \"FIN\"@nb .\n";

static const struct {
    const char *name;
    const char *text;
} files[] = {
    {"a.txt", "Departement\n\nEt lederdepartement fikk saken, men mandatet var uklart.\n"},
    {"b.txt", "Problemer\n\nDette er et gjenstridig problem som går på tvers av sektorene.\n"},
    {"c.txt", "Ansvar\n\nHver minister svarer for sitt, for ministeransvar er sterkt her.\n"},
    {"d.txt", "Mål- og resultatstyring\n\nMål- og resultatstyring har hver sektor for seg.\n"},
    {"e.txt", "Kort\n\nMål- og resultatstyring er nevnt her, og mye annet om kommuner, fylker, "
              "skoler, veier, vann og avløp, barnehager, sykehjem, bibliotek og planer for dem alle.\n"},
    {"f.txt", "Penger\n\nFIN svarte at FIN ikke ville, og FIN sto på det lenge etterpå.\n"},
};

typedef struct {
    TestRuns *runs;
    SamsokIndex *index;
} Shop;

static const SamsokLexicon *lexicon;

static void with_lexicon(SamsokUpdateOptions *options)
{
    options->lexicon = lexicon;
}

static int open_shop(void **state)
{
    Shop *shop = g_new0(Shop, 1);
    g_autoptr(SamsokVocabulary) vocabulary = load_text(turtle);
    g_autoptr(SamsokLexicon) made = samsok_lexicon_new(vocabulary, NULL);
    lexicon = made;
    shop->runs = test_runs_new();
    for (size_t i = 0; i < G_N_ELEMENTS(files); i++) {
        test_folder_write(shop->runs->files, files[i].name, files[i].text);
    }
    g_autoptr(SamsokRunReport) report = test_runs_update(shop->runs, with_lexicon);
    assert_int_equal(report->indexed, G_N_ELEMENTS(files));
    shop->index = samsok_index_open(shop->runs->index, NULL);
    assert_non_null(shop->index);
    *state = shop;
    return 0;
}

static int close_shop(void **state)
{
    Shop *shop = *state;
    samsok_index_close(shop->index);
    test_runs_free(shop->runs);
    g_free(shop);
    return 0;
}

/* The base names of the hits' files, in order, and behind a bar the notes. Owner: the caller. */
static char *answer_to(void **state, const char *query)
{
    const Shop *shop = *state;
    SamsokQuestion question = {.query = query, .count = 10, .exact_total = true};
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokAnswer) answer = samsok_index_search(shop->index, &question, &error);
    g_assert_no_error(error);
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < answer->hits->len; i++) {
        const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
        g_autofree char *base = g_path_get_basename(hit->report->path);
        g_string_append_printf(text, "%.1s", base);
    }
    for (guint i = 0; i < answer->notes->len; i++) {
        g_string_append_printf(text, "|%s", (const char *)g_ptr_array_index(answer->notes, i));
    }
    return g_string_free(text, FALSE);
}

static void assert_answer(void **state, const char *query, const char *wanted)
{
    g_autofree char *answer = answer_to(state, query);
    assert_string_equal(answer, wanted);
}

static void english_words_find_the_norwegian_ones(void **state)
{
    assert_answer(state, "lead ministry weak",
                  "a|engelsk: lead ministry, norsk: lederdepartement");
    assert_answer(state, "wicked problems",
                  "b|engelsk: wicked problems, norsk: gjenstridig problem");
    assert_answer(state, "ministerial responsibility",
                  "c|engelsk: ministerial responsibility, norsk: ministeransvar og ministerstyre");
}

static void what_is_norwegian_already_is_not_called_english(void **state)
{
    assert_answer(state, "mandat", "a");
    g_autofree char *answer = answer_to(state, "hva er lead ministry");
    assert_null(strstr(answer, "engelsk"));
}

static void nothing_is_corrected_in_an_english_query(void **state)
{
    g_autofree char *answer = answer_to(state, "lead ministry sektorane");
    assert_null(strstr(answer, "mente du"));
}

static void an_abbreviation_finds_its_full_name(void **state)
{
    assert_answer(state, "MRS", "de|forkortelse: MRS, fullt navn: mål- og resultatstyring");
    assert_answer(state, "+MRS +sektor", "d|forkortelse: MRS, fullt navn: mål- og resultatstyring");
    assert_answer(state, "FIN", "f");
}

static void concepts_alone_rank_by_their_names(void **state)
{
    assert_answer(state, "begrep:mrs", "de");
    assert_answer(state, "-begrep:mrs begrep:leder", "a");
}

static void a_concepts_name_is_not_corrected(void **state)
{
    assert_answer(state, "begrep:feil", "a");
}

static void a_ring_of_concepts_finds_what_any_of_them_is_in(void **state)
{
    assert_answer(state, "rolle:*", "e");
    assert_answer(state, "begrep:vann", "e");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(english_words_find_the_norwegian_ones),
        cmocka_unit_test(what_is_norwegian_already_is_not_called_english),
        cmocka_unit_test(nothing_is_corrected_in_an_english_query),
        cmocka_unit_test(an_abbreviation_finds_its_full_name),
        cmocka_unit_test(concepts_alone_rank_by_their_names),
        cmocka_unit_test(a_concepts_name_is_not_corrected),
        cmocka_unit_test(a_ring_of_concepts_finds_what_any_of_them_is_in),
    };
    return cmocka_run_group_tests(tests, open_shop, close_shop);
}
