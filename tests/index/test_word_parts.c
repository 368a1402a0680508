/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hit shows the compounds that have a word asked for as the index knows them. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "index/generation.h"
#include "index/search.h"
#include "index/words.h"
#include "tests/index/folder.h"
#include "tests/index/shelf.h"

static const ShelfReport reports[] = {
    {"norsk", "Om tilsyn", "", "", 2017, "nb", "", "/arkiv/norsk.txt"},
    {"english", "On tilsyn", "", "", 2017, "en", "", "/arkiv/english.txt"},
    {NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL},
};

static const ShelfPassage passages[] = {
    {"norsk", "1", "Om", "Kvasteltilsynet er et tilsyn."},
    {"norsk", "2", "Om", "Krøllidékvasten er en idé."},
    {"norsk", "3", "Om", "En allé er ingen kvastelallé."},
    {"english", "1", "On", "The kvasteltilsynet is a tilsyn."},
    {NULL, NULL, NULL, NULL},
};

/* Notes the parts of a word that no dictionary has. */
static void note_parts(const char *dir)
{
    static const char *const parts[] = {"kvastel", "tilsyn", NULL};
    g_autofree char *database = samsok_generation_database(dir, NULL);
    g_autoptr(SamsokWriter) writer = samsok_writer_open(database, NULL);
    SamsokWordNotes *notes = samsok_word_notes_new();
    samsok_word_notes_add_parts(notes, "kvasteltilsyn", "kvasteltilsynet", parts);
    static const char *const accented[] = {"krøll", "ide", "kvast", NULL};
    samsok_word_notes_add_parts(notes, "krøllidekvast", "krøllidékvasten", accented);
    static const char *const stressed[] = {"kvastel", "allé", NULL};
    samsok_word_notes_add_parts(notes, "kvastelalle", "kvastelallé", stressed);
    assert_true(samsok_word_notes_store(notes, writer, NULL));
    samsok_word_notes_free(notes);
    assert_true(samsok_writer_commit(writer, NULL));
}

static guint count_marked(SamsokIndex *index, const char *query, const char *report)
{
    SamsokQuestion question = {.query = query, .count = 10};
    g_autoptr(SamsokAnswer) answer = samsok_index_search(index, &question, NULL);
    for (guint i = 0; i < answer->hits->len; i++) {
        const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
        if (g_str_equal(hit->report->id, report)) {
            return hit->highlights->len;
        }
    }
    return 0;
}

static void a_compound_is_marked_where_the_index_knows_its_parts(void **state)
{
    shelf_write(*state, reports, passages);
    g_autoptr(SamsokIndex) unknowing = samsok_index_open(*state, NULL);
    assert_int_equal(count_marked(unknowing, "tilsyn", "norsk"), 1);
    note_parts(*state);
    g_autoptr(SamsokIndex) index = samsok_index_open(*state, NULL);
    assert_int_equal(count_marked(index, "tilsyn", "norsk"), 2);
    assert_int_equal(count_marked(index, "tilsyn", "english"), 1);
    assert_int_equal(count_marked(index, "ide", "norsk"), 2);
    assert_int_equal(count_marked(index, "allé", "norsk"), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_compound_is_marked_where_the_index_knows_its_parts,
                                        test_folder_set_up, test_folder_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
