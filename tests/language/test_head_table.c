/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the table of head words in memory and in its file. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "core/language/head_table.h"

typedef struct {
    char *folder;
    char *path;
} Place;

static int set_up(void **state)
{
    Place *place = g_new0(Place, 1);
    place->folder = g_dir_make_tmp("samsok-XXXXXX", NULL);
    place->path = g_build_filename(place->folder, "words.table", NULL);
    *state = place;
    return place->folder == NULL;
}

static int tear_down(void **state)
{
    Place *place = *state;
    g_unlink(place->path);
    g_rmdir(place->folder);
    g_free(place->folder);
    g_free(place->path);
    g_free(place);
    return 0;
}

static void add(SamsokHeadTable *table, const char *word, guint dictionary, const char *flags)
{
    samsok_head_table_add(table, word, strlen(word), dictionary, flags);
}

static SamsokHeadTable *make(void)
{
    SamsokHeadTable *table = samsok_head_table_new();
    add(table, "mål", 0, "AB");
    add(table, "mål", 0, "C");
    add(table, "verkemiddel", 1, "");
    add(table, "stat", 0, "AB");
    add(table, "stat", 1, "Q");
    samsok_head_table_set_odds(table, samsok_head_table_find(table, "stat", 4), SAMSOK_HEAD_LAST, -9);
    return table;
}

static guint32 find(const SamsokHeadTable *table, const char *word)
{
    return samsok_head_table_find(table, word, strlen(word));
}

static void assert_whole(const SamsokHeadTable *table)
{
    assert_int_equal(samsok_head_table_count(table), 3);
    assert_string_equal(samsok_head_table_flags(table, find(table, "mål"), 0), "ABC");
    assert_null(samsok_head_table_flags(table, find(table, "mål"), 1));
    assert_string_equal(samsok_head_table_flags(table, find(table, "verkemiddel"), 1), "");
    assert_string_equal(samsok_head_table_flags(table, find(table, "stat"), 0), "AB");
    assert_string_equal(samsok_head_table_flags(table, find(table, "stat"), 1), "Q");
    assert_int_equal(samsok_head_table_odds(table, find(table, "stat"), SAMSOK_HEAD_FIRST), 0);
    assert_int_equal(samsok_head_table_odds(table, find(table, "stat"), SAMSOK_HEAD_LAST), -9);
    assert_int_equal(find(table, "sta"), 0);
    assert_int_equal(find(table, ""), 0);
}

static void a_table_knows_its_words_and_their_flags(void **state)
{
    (void)state;
    g_autoptr(SamsokHeadTable) table = make();
    assert_whole(table);
}

static void words_come_in_the_order_they_were_added(void **state)
{
    (void)state;
    g_autoptr(SamsokHeadTable) table = make();
    g_autoptr(GString) words = g_string_new(NULL);
    guint32 held = 0;
    while ((held = samsok_head_table_next(table, held)) != 0) {
        size_t len = 0;
        const char *word = samsok_head_table_word(table, held, &len);
        g_string_append_len(words, word, (gssize)len);
        g_string_append_c(words, ' ');
    }
    assert_string_equal(words->str, "mål verkemiddel stat ");
}

static void what_a_killed_run_left_goes_and_nothing_else(void **state)
{
    const Place *place = *state;
    const char *const endings[] = {".AB12CD", ".EF34GH", "-of-another"};
    g_autoptr(SamsokHeadTable) table = make();
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
        g_autofree char *path = g_strconcat(place->path, endings[i], NULL);
        assert_true(g_file_set_contents(path, "half", -1, NULL));
        const struct timespec old[2] = {{.tv_sec = 1}, {.tv_sec = 1}};
        assert_true(i == 1 || utimensat(AT_FDCWD, path, old, 0) == 0); /* the second is being written now */
    }
    samsok_head_table_save(table, place->path, "of today");
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
        g_autofree char *path = g_strconcat(place->path, endings[i], NULL);
        assert_int_equal(g_file_test(path, G_FILE_TEST_EXISTS), i > 0);
        g_unlink(path);
    }
}

static void a_file_gives_the_table_again(void **state)
{
    const Place *place = *state;
    g_autoptr(SamsokHeadTable) table = make();
    samsok_head_table_save(table, place->path, "of today");
    g_autoptr(SamsokHeadTable) again = samsok_head_table_open(place->path, "of today");
    assert_non_null(again);
    assert_whole(again);
}

static void a_file_of_other_dictionaries_is_none(void **state)
{
    const Place *place = *state;
    g_autoptr(SamsokHeadTable) table = make();
    assert_null(samsok_head_table_open(place->path, "of today"));
    samsok_head_table_save(table, place->path, "of today");
    assert_null(samsok_head_table_open(place->path, "of tomorrow, which is longer"));
    assert_null(samsok_head_table_open(place->path, "of todaz"));
    assert_null(samsok_head_table_open(place->path, "of"));
}

/* Writes `len` bytes and asks the table for everything, if there is one. */
static void try_bytes(const Place *place, const char *bytes, gsize len)
{
    assert_true(g_file_set_contents(place->path, bytes, (gssize)len, NULL));
    g_autoptr(SamsokHeadTable) table = samsok_head_table_open(place->path, "of today");
    static const char *const words[] = {"mål", "verkemiddel", "stat", "sta"};
    for (guint i = 0; table != NULL && i < G_N_ELEMENTS(words); i++) {
        guint32 held = find(table, words[i]);
        if (held != 0) {
            samsok_head_table_flags(table, held, 0);
            samsok_head_table_flags(table, held, 1);
        }
    }
}

/* Under the sanitizers, which see a byte read outside the file. */
static void a_damaged_file_does_no_harm(void **state)
{
    const Place *place = *state;
    g_autoptr(SamsokHeadTable) table = make();
    samsok_head_table_save(table, place->path, "of today");
    g_autofree char *bytes = NULL;
    gsize len = 0;
    assert_true(g_file_get_contents(place->path, &bytes, &len, NULL));
    g_autoptr(GRand) rand = g_rand_new_with_seed(5);
    for (gsize cut = 0; cut < 64; cut++) {
        try_bytes(place, bytes, cut);
        try_bytes(place, bytes, len - 1 - cut);
    }
    for (guint i = 0; i < 20; i++) { /* the head, then the slots: most of the file */
        g_autofree char *damaged = g_memdup2(bytes, len);
        damaged[g_rand_int_range(rand, 0, 28)] = (char)g_rand_int(rand);
        try_bytes(place, damaged, len);
        memset(damaged, 0xFF - (int)i, len);
        memcpy(damaged, bytes, 28 + 12);
        try_bytes(place, damaged, len);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_table_knows_its_words_and_their_flags, set_up, tear_down),
        cmocka_unit_test_setup_teardown(words_come_in_the_order_they_were_added, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_a_killed_run_left_goes_and_nothing_else, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_file_gives_the_table_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_file_of_other_dictionaries_is_none, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_damaged_file_does_no_harm, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
