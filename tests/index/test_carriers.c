/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files are one work by what they are called and by their text, not by one of the two. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "index/carriers.h"
#include "tests/index/folder.h"
#include "tests/index/shelf.h"

#define BODY "Departementene skal samordne sine tiltak før de legges fram, og kommunene skal høres i god tid."
#define ODDS "Vi fant at oddsene er dårlige når ingen har fullmakt, og at tillit må bygges over flere år."

static const ShelfReport reports[] = {
    {"difi-rapport-2014-07", "Mot alle odds?", "Difi-rapport", "2014:07", 2014, "nb", "", "/a/odds.pdf"},
    {"difi-rapport-2014-07-2", "Mot alle odds? Veier til samordning", "Difi-rapport", "2014:7", 2014, "nb",
     "", "/a/odds.html"},
    {"difi-rapport-2014-07-3", "Kapittel 5", "Difi-rapport", "2014:7", 2014, "nb", "", "/a/kapittel-5.html"},
    {"referat-2014", "Referat", "", "", 2014, "nb", "", "/a/referat-1.txt"},
    {"referat-2014-2", "Referat", "", "", 2014, "nb", "", "/a/referat-2.txt"},
    {"referat", "Referat", "", "", 0, "nb", "", "/a/referat.html"},
    {"referat-2015", "Referat", "", "", 2015, "nb", "", "/a/referat-2015.html"},
    {NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL},
};

static const ShelfPassage passages[] = {
    {"difi-rapport-2014-07", "1", "Innledning", BODY},
    {"difi-rapport-2014-07", "2", "Funn", ODDS},
    {"difi-rapport-2014-07-2", "1", "Innledning", BODY " " ODDS " Og en fotnote."},
    {"difi-rapport-2014-07-3", "5", "Råd", "Her gir vi tre råd til den som skal lede noe sammen med andre."},
    {"referat-2014", "", "Sak", "Møtet ble satt klokka ni og hevet klokka ti uten vedtak i noen sak."},
    {"referat-2014-2", "", "Sak", "Forsamlingen drøftet budsjettet for neste år og vedtok det mot to stemmer."},
    {"referat", "", "Sak", "Møtet ble satt klokka ni og hevet klokka ti uten vedtak i noen sak. Slutt."},
    {"referat-2015", "", "Sak", "Møtet ble satt klokka ni og hevet klokka ti uten vedtak i noen sak."},
    {NULL, NULL, NULL, NULL},
};

typedef struct {
    const char *id;
    const char *carriers; /* ids, with a blank between */
} Case;

static const Case cases[] = {
    {"difi-rapport-2014-07", "difi-rapport-2014-07-2"},
    {"difi-rapport-2014-07-2", "difi-rapport-2014-07"},
    {"difi-rapport-2014-07-3", ""},
    {"referat-2014", "referat"},
    {"referat-2014-2", ""},
    {"referat", "referat-2014 referat-2015"},
};

static void carriers_share_name_and_text(void **state)
{
    (void)state;
    char *dir = test_folder_new();
    shelf_write(dir, reports, passages);
    g_autoptr(SamsokIndex) index = samsok_index_open(dir, NULL);
    assert_non_null(index);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(SamsokReportRecord) report = samsok_index_report(index, cases[i].id, NULL);
        assert_non_null(report);
        g_autoptr(GPtrArray) carriers = samsok_index_carriers(index, report, NULL);
        assert_non_null(carriers);
        g_autoptr(GString) ids = g_string_new(NULL);
        for (guint k = 0; k < carriers->len; k++) {
            const SamsokReportRecord *carrier = g_ptr_array_index(carriers, k);
            g_string_append_printf(ids, "%s%s", k > 0 ? " " : "", carrier->id);
        }
        assert_string_equal(ids->str, cases[i].carriers);
    }
    test_folder_free(dir);
}

static double overlap(const char *one, const char *other)
{
    SamsokPassageRecord first = {.text = one};
    SamsokPassageRecord second = {.text = other};
    g_autoptr(GPtrArray) left = g_ptr_array_new();
    g_autoptr(GPtrArray) right = g_ptr_array_new();
    g_ptr_array_add(left, &first);
    g_ptr_array_add(right, &second);
    return samsok_carriers_overlap(left, right);
}

static void the_shorter_text_decides_the_overlap(void **state)
{
    (void)state;
    assert_true(overlap(BODY, BODY " " ODDS) > 0.99);
    assert_true(overlap("Skal «samordne» sine Tiltak, før!", BODY) > 0.99);
    assert_true(overlap(BODY, ODDS) < 0.01);
    assert_true(overlap("", ODDS) < 0.01);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(carriers_share_name_and_text),
        cmocka_unit_test(the_shorter_text_decides_the_overlap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
