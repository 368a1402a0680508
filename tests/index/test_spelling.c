/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words no passage has are also looked for as those they were meant to be. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/query/query.h"
#include "index/generation.h"
#include "index/search.h"
#include "index/words.h"
#include "tests/index/folder.h"
#include "tests/index/shelf.h"

static const ShelfReport reports[] = {
    {"r", "Notat", "", "", 2017, "nb", "", "/arkiv/r.txt"},
    {NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL},
};

static const ShelfPassage passages[] = {
    {"r", "1", "Del", "Departementene følger opp samordningen."},
    {"r", "2", "Del", "Kommunene får tilskudd til dråper."},
    {"r", "3", "Del", "Kommunene har egne planer."},
    {"r", "4", "Del", "Zobblene er mange."},
    {"r", "5", "Del", "Kvilstad reiste."},
    {"r", "6", "Del", "Kvelstad bodde i byen."},
    {"r", "7", "Del", "Kvelstad talte."},
    {"r", "8", "Del", "Kvalstad styrte byen."},
    {"r", "9", "Del", "Kvalstad og Kvelstad var uenige."},
    {"r", "10", "Del", "Kvolstad og Kvalstad gikk."},
    {"r", "11", "Del", "Kvolstad og Kvalstad kom."},
    {"r", "12", "Del", "Drillo hentet en ball fra skapet."},
    {"r", "13", "Del", "Vommik kom."},
    {"r", "14", "Del", "Vobik kom."},
    {"r", "15", "Del", "Vobik gikk."},
    {NULL, NULL, NULL, NULL},
};

typedef struct {
    char *dir;
    SamsokIndex *index;
} World;

/* So many other stems of the likeliest word that they alone fill the room for what a word may be. */
static void note_relatives(const char *dir)
{
    g_autoptr(GPtrArray) relatives = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < SAMSOK_WORD_ALTERNATIVES; i++) {
        g_ptr_array_add(relatives, g_strdup_printf("kvalst%cd", 'e' + (int)i));
    }
    g_ptr_array_add(relatives, NULL);
    g_autofree char *database = samsok_generation_database(dir, NULL);
    g_autoptr(SamsokWriter) writer = samsok_writer_open(database, NULL);
    SamsokWordNotes *notes = samsok_word_notes_new();
    samsok_word_notes_add(notes, "kvalstad", SAMSOK_WORD_FORM, (const char *const *)relatives->pdata);
    assert_true(samsok_word_notes_store(notes, writer, NULL));
    samsok_word_notes_free(notes);
    assert_true(samsok_writer_commit(writer, NULL));
}

static int set_up(void **state)
{
    World *world = g_new0(World, 1);
    world->dir = test_folder_new();
    shelf_write(world->dir, reports, passages);
    note_relatives(world->dir);
    world->index = samsok_index_open(world->dir, NULL);
    *state = world;
    return world->index == NULL;
}

static int tear_down(void **state)
{
    World *world = *state;
    samsok_index_close(world->index);
    test_folder_free(world->dir);
    g_free(world);
    return 0;
}

typedef struct {
    const char *query;
    const char *corrected; /* NULL: none */
    guint hits;
} SpellingCase;

static const SpellingCase cases[] = {
    {"samordnngen", "samordningen", 1},   /* a letter left out */
    {"samoordningen", "samordningen", 1}, /* one too many */
    {"samorxningen", "samordningen", 1},  /* a wrong one */
    {"samrodningen", "samordningen", 1},  /* two swapped */
    {"draaper", "dråper", 1},             /* a foreign keyboard */
    {"egne komnunene", "egne kommunene", 2},
    {"samordningen", NULL, 1},
    {"kommunne", "kommune", 2},  /* looks like a form of it */
    {"kommuen", "kommune", 2},   /* no stem that nobody writes */
    {"kommúnne", "kommune", 2},  /* what is looked for has no accents */
    {"balll", "ball", 1},        /* a doubled letter is no other ending */
    {"frra kommunene", "fra kommunene", 2}, /* what says nothing is not looked for */
    {"frra", "fra", 1},          /* but where it stands alone */
    {"kommunene -dråpper", NULL, 2}, /* nothing is left out for a guess */
    {"kommunene -(dråpper ELLER plaaner)", NULL, 2},
    {"kommunene NÆR planr", "kommunene NÆR planer", 1},
    {"tittel:notatt ELLER dråpper", "tittel:notat ELLER dråper", 10},
    {"xqzwvk", NULL, 0},
    {"dåq", NULL, 0},   /* too short */
    {"k0mmune", NULL, 0}, /* digits */
    {"zobblenne", "zobblene", 1}, /* a long form that no dictionary has */
    {"zobbl", NULL, 1},           /* its stem is a word of the index */
    {"zoble", NULL, 0},           /* short, and near to nothing that is attested */
};

static void unknown_words_are_corrected_and_known_ones_are_not(void **state)
{
    World *world = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        SamsokQuestion question = {.query = cases[i].query, .count = 10};
        g_autoptr(SamsokAnswer) answer = samsok_index_search(world->index, &question, NULL);
        assert_non_null(answer);
        assert_int_equal(answer->hits->len, cases[i].hits);
        assert_int_equal(answer->corrected == NULL, cases[i].corrected == NULL);
        if (cases[i].corrected != NULL) {
            assert_string_equal(answer->corrected, cases[i].corrected);
            assert_int_equal(answer->notes->len, 1);
        }
    }
}

static void the_correction_is_highlighted_and_the_query_stays_as_typed(void **state)
{
    World *world = *state;
    SamsokQuestion question = {.query = "samordnngen", .count = 10};
    g_autoptr(SamsokAnswer) answer = samsok_index_search(world->index, &question, NULL);
    const SamsokHit *hit = g_ptr_array_index(answer->hits, 0);
    assert_string_equal(answer->understood, "samordnngen");
    assert_int_equal(hit->highlights->len, 1);
}

static void some_words_that_may_be_meant_are_looked_for_and_told(void **state)
{
    World *world = *state;
    SamsokQuestion question = {.query = "kvlstad", .count = 10};
    g_autoptr(SamsokAnswer) answer = samsok_index_search(world->index, &question, NULL);
    assert_int_equal(answer->hits->len, 6); /* all but Kvilstad's, which fewest have */
    assert_string_equal(answer->corrected, "kvalstad"); /* which most have */
    assert_int_equal(answer->notes->len, 2);
    assert_string_equal(g_ptr_array_index(answer->notes, 0), "kvlstad: kvalstad, kvelstad eller kvolstad");
    assert_string_equal(g_ptr_array_index(answer->notes, 1), "mente du: kvalstad");
    SamsokQuestion with_context = {.query = "kvlstad talte", .count = 10};
    g_autoptr(SamsokAnswer) told = samsok_index_search(world->index, &with_context, NULL);
    const SamsokHit *first = g_ptr_array_index(told->hits, 0);
    assert_string_equal(first->passage->text, "Kvelstad talte.");
}

/* A letter left out of two outweighs that more passages have a word with another letter. */
static void the_commoner_slip_is_likelier(void **state)
{
    World *world = *state;
    SamsokQuestion question = {.query = "vomik", .count = 10};
    g_autoptr(SamsokAnswer) answer = samsok_index_search(world->index, &question, NULL);
    assert_string_equal(answer->corrected, "vommik");
    assert_string_equal(g_ptr_array_index(answer->notes, 0), "vomik: vommik eller vobik");
}

static guint hits_of(World *world, const char *query, char **out_note)
{
    SamsokQuestion question = {.query = query, .count = 10};
    g_autoptr(SamsokAnswer) answer = samsok_index_search(world->index, &question, NULL);
    assert_non_null(answer);
    *out_note = answer->notes->len == 0 ? NULL : g_strdup(g_ptr_array_index(answer->notes, 0));
    return answer->hits->len;
}

static void a_phrase_among_words_that_nothing_has_is_asked_for_as_words(void **state)
{
    World *world = *state;
    g_autofree char *note = NULL;
    assert_int_equal(hits_of(world, "kommunene \"egne planr\"", &note), 2);
    assert_true(g_str_has_prefix(note, "ingen avsnitt har det som"));
    g_autofree char *exact = NULL;
    assert_int_equal(hits_of(world, "kommunene \"egne planer\"", &exact), 1);
    assert_null(exact);
    g_autofree char *alone = NULL;
    assert_int_equal(hits_of(world, "\"egne planr\"", &alone), 0);
    g_autofree char *insisted = NULL;
    assert_int_equal(hits_of(world, "kommunene +\"egne planr\"", &insisted), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unknown_words_are_corrected_and_known_ones_are_not),
        cmocka_unit_test(some_words_that_may_be_meant_are_looked_for_and_told),
        cmocka_unit_test(the_commoner_slip_is_likelier),
        cmocka_unit_test(a_phrase_among_words_that_nothing_has_is_asked_for_as_words),
        cmocka_unit_test(the_correction_is_highlighted_and_the_query_stays_as_typed),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
