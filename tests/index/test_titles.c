/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of titles finds what comparing with every title finds, and references mean what they should. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "index/resolve.h"
#include "index/title_index.h"
#include "index/titles.h"

enum { TITLES = 3000, CITATIONS = 1500, SYLLABLES = 24 };

static const char *const syllables[SYLLABLES] = {"sam", "ord", "ning", "for", "valt", "stat", "kom", "mun",
                                                 "mu",  "lig", "het", "mog", "leg", "heit", "re", "form",
                                                 "vei", "til", "i",   "og",  "kyst", "havn", "er", "s"};

static char *random_word(GRand *rand)
{
    GString *word = g_string_new(NULL);
    gint count = g_rand_int_range(rand, 1, g_rand_int_range(rand, 0, 40) == 0 ? 20 : 4);
    for (gint i = 0; i < count; i++) {
        g_string_append(word, syllables[g_rand_int_range(rand, 0, SYLLABLES)]);
    }
    return g_string_free(word, FALSE);
}

static char **random_title(GRand *rand)
{
    gint count = g_rand_int_range(rand, 0, g_rand_int_range(rand, 0, 50) == 0 ? 75 : 12);
    char **words = g_new0(char *, count + 1);
    for (gint i = 0; i < count; i++) {
        words[i] = random_word(rand);
    }
    return words;
}

/* A title cut, and some of its words changed. */
static char **cited_of(GRand *rand, char **title)
{
    char **cited = g_strdupv(title);
    guint count = g_strv_length(cited);
    guint kept = count == 0 ? 0 : (guint)g_rand_int_range(rand, 1, (gint)count + 1);
    for (guint i = 0; i < count; i++) {
        if (i >= kept) {
            g_clear_pointer(&cited[i], g_free);
        } else if (g_rand_int_range(rand, 0, 4) == 0) {
            g_free(cited[i]);
            cited[i] = random_word(rand);
        } else if (g_rand_int_range(rand, 0, 4) == 0 && strlen(cited[i]) > 2) {
            cited[i][g_rand_int_range(rand, 0, (gint)strlen(cited[i]))] = 'x';
        }
    }
    return cited;
}

static void nothing_that_scores_is_lost(void **state)
{
    (void)state;
    static const double least = 0.75;
    g_autoptr(GRand) rand = g_rand_new_with_seed(20);
    g_autoptr(SamsokTitleIndex) index = samsok_title_index_new(least);
    g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    for (guint i = 0; i < TITLES; i++) {
        char **title = random_title(rand);
        g_ptr_array_add(titles, title);
        samsok_title_index_add(index, (const char *const *)title);
    }
    guint scored = 0;
    guint compared = 0;
    for (guint i = 0; i < CITATIONS; i++) {
        char **source = g_ptr_array_index(titles, (guint)g_rand_int_range(rand, 0, TITLES));
        g_auto(GStrv) cited = cited_of(rand, source);
        const GArray *near = samsok_title_index_find(index, (const char *const *)cited);
        compared += near->len;
        guint at = 0;
        for (guint k = 0; k < TITLES; k++) {
            bool is_near = at < near->len && g_array_index(near, guint, at) == k;
            at += is_near ? 1 : 0;
            double score = samsok_title_score((const char *const *)cited, g_ptr_array_index(titles, k));
            assert_true(score < least || is_near);
            scored += score >= least ? 1 : 0;
        }
        assert_int_equal(at, near->len);
    }
    print_message("%u citations: %u of %u titles compared, %u score\n", (guint)CITATIONS, compared,
                  (guint)CITATIONS * TITLES, scored);
    assert_true(scored > CITATIONS / 4);
    assert_true(compared < CITATIONS * TITLES / 4);
}

/* Levenshtein's distance by its definition. */
static gsize distance(const char *one, const char *other)
{
    gsize rows = strlen(one);
    gsize columns = strlen(other);
    g_autofree gsize *row = g_new(gsize, columns + 1);
    for (gsize c = 0; c <= columns; c++) {
        row[c] = c;
    }
    for (gsize r = 1; r <= rows; r++) {
        gsize corner = row[0];
        row[0] = r;
        for (gsize c = 1; c <= columns; c++) {
            gsize change = corner + (one[r - 1] == other[c - 1] ? 0 : 1);
            corner = row[c];
            row[c] = MIN(change, MIN(row[c], row[c - 1]) + 1);
        }
    }
    return row[columns];
}

static void words_are_alike_by_their_changed_letters(void **state)
{
    (void)state;
    g_autoptr(GRand) rand = g_rand_new_with_seed(7);
    guint alike = 0;
    for (guint i = 0; i < 200000; i++) {
        g_autofree char *one = random_word(rand);
        g_autofree char *other = random_word(rand);
        gsize longer = MAX(strlen(one), strlen(other));
        if (longer > SAMSOK_TITLE_WORD_BYTES) {
            continue;
        }
        bool is_long = MIN(strlen(one), strlen(other)) >= 5;
        bool wanted = strcmp(one, other) == 0 ||
                      (is_long && 1.0 - (double)distance(one, other) / (double)longer >= 0.6);
        SamsokTitleWord word = {0};
        samsok_title_word_init(&word, one);
        assert_int_equal(samsok_title_word_is_like(&word, other), wanted);
        alike += wanted ? 1 : 0;
    }
    assert_true(alike > 100);
}

/* ---- References ---- */

/* Ids of the reports that «title» may mean, by blanks. Owner: the caller. */
static char *meant(const char *title)
{
    static const SamsokReportRecord corpus[] = {
        {.id = "odds", .title = "Mot vinden? Veier til samarbeid i en forvaltning med mange departementer, etater og kommuner", .year = 2014},
        {.id = "saman", .title = "Sammen: Strategi for kyst og fjell", .year = 2016},
        {.id = "kyst-1", .title = "Kystløftet – evaluering av første fase", .year = 2015},
        {.id = "kyst-2", .title = "Kystløftet – sluttrapport", .year = 2018},
        {.id = "lang", .title = "Styring i nord. Om mål", .year = 2012},
    };
    g_autoptr(GPtrArray) reports = g_ptr_array_new();
    for (gsize i = 0; i < G_N_ELEMENTS(corpus); i++) {
        SamsokReportRecord *record = g_new0(SamsokReportRecord, 1);
        *record = corpus[i];
        record->series = record->number = record->publisher = record->authors = "";
        g_ptr_array_add(reports, record);
    }
    g_ptr_array_set_free_func(reports, g_free);
    g_autoptr(SamsokResolver) resolver = samsok_resolver_new(reports);
    SamsokReference reference = {.text = "", .series = "", .number = "", .author = "", .title = (char *)title,
                                 .chapter = "", .page = ""};
    SamsokResolutionState how = SAMSOK_RESOLUTION_UNRESOLVED;
    g_autoptr(GArray) found = samsok_resolver_find(resolver, &reference, NULL, "", &how);
    GString *ids = g_string_new(samsok_resolution_name(how));
    for (guint i = 0; i < found->len; i++) {
        g_string_append_printf(ids, " %s", g_array_index(found, SamsokResolved, i).report->id);
    }
    return g_string_free(ids, FALSE);
}

static void check(const char *title, const char *wanted)
{
    g_autofree char *ids = meant(title);
    assert_string_equal(ids, wanted);
}

static void a_main_title_means_the_report(void **state)
{
    (void)state;
    check("Mot vinden", "resolved odds");
    check("Mot vinden?", "resolved odds");
    check("Sammen", "resolved saman");
    check("Samme", "unresolved");
    check("Kystløftet", "ambiguous kyst-1 kyst-2");
    check("Kystløftet – sluttrapport", "resolved kyst-2");
    check("Styring i nord", "resolved lang");
    check("Styring i sør", "unresolved");
    check("", "unresolved");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_that_scores_is_lost),
        cmocka_unit_test(words_are_alike_by_their_changed_letters),
        cmocka_unit_test(a_main_title_means_the_report),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
