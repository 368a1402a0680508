/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of finding what is like a report or a passage. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/error.h"
#include "index/similar.h"
#include "tests/index/folder.h"
#include "tests/index/shelf.h"

#define REPORT(name) \
    {.id = name, .title = "Rapport", .series = "", .number = "", .year = 2014, .language = "nb", \
     .author = "", .path = "/" name ".txt"}

static const ShelfReport reports[] = {REPORT("bru"), REPORT("tunnel"), REPORT("skole"),
                                      REPORT("fisk"), {.id = NULL}};

static const ShelfPassage passages[] = {
    {"bru", "1", "Start", "Dette er om bruer og om hvordan ingeniører bygger bruer i betong."},
    {"bru", "2", "Slutt", "Bruer i betong varer lenge."},
    {"tunnel", "1", "Start", "Dette er om hvordan ingeniører sprenger; betong og sement kommer etterpå."},
    {"skole", "1", "Start", "Dette er om hvordan lærere og elever har det på skolen."},
    {"fisk", "1", "Start", "Dette er om torsk, sei og hyse."},
    {NULL, NULL, NULL, NULL},
};

static int set_up(void **state)
{
    *state = test_folder_new();
    shelf_write(*state, reports, passages);
    return 0;
}

/* The ids of what is like `id`, best first, blanks between. Owner: the caller. */
static char *like(const char *dir, const char *id)
{
    g_autoptr(SamsokIndex) index = samsok_index_open(dir, NULL);
    SamsokModelText model = {.id = id};
    SamsokQuestion question = {.count = 10};
    g_autoptr(SamsokAnswer) answer = samsok_index_similar(index, &model, &question, NULL);
    assert_non_null(answer);
    GString *ids = g_string_new(NULL);
    for (guint i = 0; i < answer->hits->len; i++) {
        const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
        g_string_append_printf(ids, "%s ", hit->passage->id);
    }
    return g_string_free(ids, FALSE);
}

static void a_report_is_like_others_by_its_telling_words_and_not_like_itself(void **state)
{
    g_autofree char *ids = like(*state, "bru");
    assert_string_equal(ids, "tunnel#0 ");
}

static void a_passage_may_be_like_another_of_its_report(void **state)
{
    g_autofree char *ids = like(*state, "bru#0");
    assert_true(g_str_has_prefix(ids, "bru#1 tunnel#0 "));
    assert_null(strstr(ids, "bru#0"));
}

static void what_shares_no_telling_word_with_anything_is_like_nothing(void **state)
{
    g_autofree char *ids = like(*state, "fisk");
    assert_string_equal(ids, "");
}

static void an_id_that_is_not_there_is_an_error(void **state)
{
    g_autoptr(SamsokIndex) index = samsok_index_open(*state, NULL);
    const char *const ids[] = {"hval", "bru#9"};
    for (guint i = 0; i < G_N_ELEMENTS(ids); i++) {
        SamsokModelText model = {.id = ids[i]};
        SamsokQuestion question = {.count = 10};
        g_autoptr(GError) error = NULL;
        assert_null(samsok_index_similar(index, &model, &question, &error));
        assert_int_equal(error->code, SAMSOK_ERROR_MISSING);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_report_is_like_others_by_its_telling_words_and_not_like_itself),
        cmocka_unit_test(a_passage_may_be_like_another_of_its_report),
        cmocka_unit_test(what_shares_no_telling_word_with_anything_is_like_nothing),
        cmocka_unit_test(an_id_that_is_not_there_is_an_error),
    };
    return cmocka_run_group_tests(tests, set_up, test_folder_tear_down);
}
