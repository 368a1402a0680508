/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines stage as a whole: samples with what is expected of them, and what must hold for any text. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <jansson.h>
#include <string.h>

#include "tests/shape/fixture.h"

static void each_sample_gives_the_blocks_expected_of_it(void **state)
{
    (void)state;
    g_autofree char *folder = g_build_filename(SAMSOK_TEST_DATA, "shape", NULL);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    assert_non_null(dir);
    guint count = 0;
    for (const char *name = g_dir_read_name(dir); name != NULL; name = g_dir_read_name(dir)) {
        bool is_text = g_str_has_suffix(name, ".txt");
        if (!is_text && !g_str_has_suffix(name, ".layout")) {
            continue;
        }
        g_autofree char *stem = g_strndup(name, strlen(name) - strlen(is_text ? ".txt" : ".layout"));
        g_autofree char *expected_name = g_strconcat(stem, ".expected", NULL);
        g_autofree char *source = fixture_sample(name);
        g_autofree char *expected = fixture_sample(expected_name);
        g_autoptr(SamsokRuns) runs = is_text ? fixture_runs_from_text(source) : fixture_runs_from_layout(source);
        SamsokShapeOptions options = {.file_name = name};
        g_autoptr(SamsokDraft) draft = samsok_draft_new(runs, &options);
        samsok_shape_lines(draft);
        g_autofree char *got = fixture_dump(draft);
        if (strcmp(got, expected) != 0) {
            print_message("%s gives:\n%s", name, got);
        }
        assert_string_equal(got, expected);
        count++;
    }
    assert_true(count >= 11);
}

/* All letters and digits of `text`, in order of their code points, so that order does not matter. */
static void count_letters(GHashTable *counts, const char *text, int step)
{
    for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isalpha(c)) {
            gpointer key = GUINT_TO_POINTER(c);
            int count = GPOINTER_TO_INT(g_hash_table_lookup(counts, key));
            g_hash_table_insert(counts, key, GINT_TO_POINTER(count + step));
        }
    }
}

static bool line_names_chapter(const char *text, guint line)
{
    for (guint i = 1; i < line; i++) {
        text = strchr(text, '\n') + 1;
    }
    return g_str_has_prefix(text + strspn(text, " "), "Kapittel");
}

static void assert_no_letter_lost(const char *text)
{
    g_autoptr(SamsokRuns) runs = fixture_runs_from_text(text);
    SamsokShapeOptions options = {.file_name = "x"};
    g_autoptr(SamsokDraft) draft = samsok_draft_new(runs, &options);
    samsok_shape_lines(draft);
    g_autoptr(GHashTable) counts = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < samsok_runs_len(runs); i++) {
        count_letters(counts, samsok_runs_at(runs, i)->text, 1);
    }
    /* The number of "Kapittel 2. Funn" is "2": the only word that is dropped. */
    guint dropped = 0;
    for (guint i = 0; i < draft->blocks->len; i++) {
        const SamsokDraftBlock *block = samsok_draft_block(draft, i);
        bool is_chapter = block->kind == SAMSOK_BLOCK_HEADING && block->number != NULL &&
                          line_names_chapter(text, block->place.line_first);
        dropped += is_chapter ? 1 : 0;
    }
    for (guint i = 0; i < dropped; i++) {
        count_letters(counts, "Kapittel", -1);
    }
    for (guint i = 0; i < draft->blocks->len; i++) {
        const SamsokDraftBlock *block = samsok_draft_block(draft, i);
        count_letters(counts, block->text, -1);
        count_letters(counts, block->number, -1);
        count_letters(counts, block->marker, -1);
    }
    GHashTableIter iter;
    gpointer key = NULL;
    gpointer value = NULL;
    g_hash_table_iter_init(&iter, counts);
    while (g_hash_table_iter_next(&iter, &key, &value)) {
        if (GPOINTER_TO_INT(value) != 0) {
            print_message("letter U+%04X: %d too many in the lines of:\n%s\n", GPOINTER_TO_UINT(key),
                          GPOINTER_TO_INT(value), text);
        }
        assert_int_equal(GPOINTER_TO_INT(value), 0);
    }
}

/* A text of lines that are like those of reports, in an order that is like nothing. */
static char *random_text(GRand *rand)
{
    static const char *const lines[] = {
        "", " ", "", "1. Innledning", "2.3 KMDs samordningsroller", "Forord", "Figur 1: Samordningsstigen",
        "Departementene har flere samordningsroller som kan støtte opp under hverandre, men også",
        "gi uklare ansvarsforhold. Det er derfor nødvendig å avklare rollene tidlig i arbeidet.",
        "som følge av samarbeids-", "oppgaver og", " sektorprinsippet. Det", "- punkt", "-Punkt", "• punkt", "a) bokstav",
        "Råd 3: Søk", "Pådriver  Interesseavveier  Systemforvalter", "Trinn 4", "Trinn 3", "Påvirke", "1.1 Mandat ...... 9",
        "Innhold", "§ 4-1 Formål", "Kapittel 2", "| a | b |", "| --- | --- |", "====", "# Tittel", "```", "o", "–", "1.",
        "Kolonne      Verdi      Merknad", "rad          2          ja", "17. november 2014 ble", "12", "Side 3 av 20", "---",
        "> sitat", "IV", "EU–", "området", "Vedlegg 1", "·", ":::", "* - celle", "a", "ø"};
    GString *text = g_string_new(NULL);
    guint count = (guint)g_rand_int_range(rand, 1, 60);
    bool is_double = g_rand_boolean(rand);
    for (guint i = 0; i < count; i++) {
        g_string_append(text, lines[g_rand_int_range(rand, 0, G_N_ELEMENTS(lines))]);
        g_string_append(text, is_double && g_rand_int_range(rand, 0, 8) > 0 ? "\n\n" : "\n");
    }
    return g_string_free(text, FALSE);
}

static void no_letter_is_lost_or_doubled_whatever_the_lines(void **state)
{
    (void)state;
    g_autoptr(GRand) rand = g_rand_new_with_seed(20170216);
    for (guint i = 0; i < 2000; i++) {
        g_autofree char *text = random_text(rand);
        assert_no_letter_lost(text);
    }
}

static void no_letter_of_the_samples_is_lost_or_doubled(void **state)
{
    (void)state;
    g_autofree char *folder = g_build_filename(SAMSOK_TEST_DATA, "shape", NULL);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name = g_dir_read_name(dir); name != NULL; name = g_dir_read_name(dir)) {
        if (g_str_has_suffix(name, ".txt")) {
            g_autofree char *text = fixture_sample(name);
            assert_no_letter_lost(text);
        }
    }
}

static void blocks_come_in_the_order_of_their_first_lines(void **state)
{
    (void)state;
    g_autoptr(GRand) rand = g_rand_new_with_seed(2017);
    for (guint i = 0; i < 200; i++) {
        g_autofree char *text = random_text(rand);
        g_autoptr(SamsokRuns) runs = fixture_runs_from_text(text);
        SamsokShapeOptions options = {.file_name = "x"};
        g_autoptr(SamsokDraft) draft = samsok_draft_new(runs, &options);
        samsok_shape_lines(draft);
        guint line = 0;
        for (guint k = 0; k < draft->blocks->len; k++) {
            const SamsokDraftBlock *block = samsok_draft_block(draft, k);
            assert_true(block->place.line_first >= line);
            assert_true(block->place.line_last >= block->place.line_first);
            line = block->place.line_first;
        }
    }
}

static void a_long_text_of_one_letter_lines_takes_linear_time(void **state)
{
    (void)state;
    enum { LINES = 200000 };
    g_autoptr(GString) text = g_string_sized_new(2 * LINES);
    for (guint i = 0; i < LINES; i++) {
        g_string_append(text, i % 7 == 0 ? "A\n" : "b\n");
    }
    g_autoptr(SamsokRuns) runs = fixture_runs_from_text(text->str);
    SamsokShapeOptions options = {.file_name = "x"};
    g_autoptr(SamsokDraft) draft = samsok_draft_new(runs, &options);
    gint64 start = g_get_monotonic_time();
    samsok_shape_lines(draft);
    /* Linear takes a fraction of a second even under sanitizers; quadratic would take hours. */
    assert_true(g_get_monotonic_time() - start < 20 * G_USEC_PER_SEC);
    assert_true(draft->blocks->len > 0);
}

/* Headings of the founding note as they ought to be: number, title and line from its gold. */
static void founding_note_has_its_headings_and_pages(void **state)
{
    (void)state;
    g_autofree char *text = fixture_shared("corpus/seed/difi-notat-2017-02.txt");
    g_autofree char *gold = fixture_shared("gold/difi-notat-2017-02.json");
    if (text == NULL || gold == NULL) {
        print_message("skipped: the founding note is not here\n");
        skip();
    }
    json_t *root = json_loads(gold, 0, NULL);
    assert_non_null(root);
    const json_t *headings = json_object_get(root, "headings");
    g_autoptr(SamsokRuns) runs = fixture_runs_from_text(text);
    SamsokShapeOptions options = {.file_name = "x"};
    g_autoptr(SamsokDraft) draft = samsok_draft_new(runs, &options);
    samsok_shape_lines(draft);
    guint found = 0;
    for (guint i = 0; i < draft->blocks->len; i++) {
        const SamsokDraftBlock *block = samsok_draft_block(draft, i);
        if (block->kind != SAMSOK_BLOCK_HEADING) {
            continue;
        }
        assert_true(found < json_array_size(headings));
        const json_t *want = json_array_get(headings, found++);
        assert_int_equal(block->place.line_first, json_integer_value(json_object_get(want, "line")));
        assert_int_equal(block->place.line_last, json_integer_value(json_object_get(want, "end_line")));
        assert_int_equal(block->level, json_integer_value(json_object_get(want, "level")));
        assert_string_equal(block->number == NULL ? "" : block->number,
                            json_string_value(json_object_get(want, "number")));
        assert_true(g_str_has_suffix(json_string_value(json_object_get(want, "title")), block->text));
    }
    assert_int_equal(found, json_array_size(headings));
    assert_int_equal(draft->pages->len, json_array_size(json_object_get(root, "pages")));
    json_decref(root);
}

static void founding_note_keeps_its_words_whole(void **state)
{
    (void)state;
    g_autofree char *text = fixture_shared("corpus/seed/difi-notat-2017-02.txt");
    if (text == NULL) {
        print_message("skipped: the founding note is not here\n");
        skip();
    }
    g_autofree char *got = fixture_shape_text(text);
    static const char *const wanted[] = {
        "Difi-rapporten fra 2014 ble", "7S-modellen", "omforent interesseavveining", "felles problemforståelse\n",
        "felles problemoppfatning og -løsning", "EU-området", "0-24-samarbeidet og andre", "EU/EØS-saker",
        "foredrag/kurs/orienteringer", "Mål- og resultatstyringen", "kommune- og regionreformen",
        "på den andre siden overgangen fra deltakende observatør",
        ("Trinn 1 | Reaktiv pådriver Svare på høringsrunder og forespørsler | Sende utkast på høring "
         "Foreslå beslutning/avveining | Forvalte")};
    for (guint i = 0; i < G_N_ELEMENTS(wanted); i++) {
        if (strstr(got, wanted[i]) == NULL) {
            print_message("missing: %s\n", wanted[i]);
        }
        assert_non_null(strstr(got, wanted[i]));
    }
}

/* Pages with a running head and text; each eighth one begins, at the same height, with rows of a catalogue. */
static char *catalogue(guint page_count)
{
    GString *layout = g_string_new(NULL);
    for (guint i = 1; i <= page_count; i++) {
        g_string_append_printf(layout, "page 595 842\n85 30 80 10 10 - KATALOG\n500 30 10 10 10 - %u\n", i);
        if (i % 8 == 0) {
            g_string_append_printf(layout, "85 60 30 10 10 - Nr\n205 60 30 10 10 - M%u\n", 100 + i);
            g_string_append(layout, "85 74 30 10 10 - Navn\n205 74 80 10 10 - opprettetDato\n");
            g_string_append_printf(layout, "85 88 30 10 10 - Kilde\n205 88 80 10 10 - Etat %c\n", 'a' + i % 26);
        }
        for (guint row = 0; row < 8; row++) {
            g_string_append_printf(layout, "85 %u 420 10 10 - Etat %c%c melder fra om det den ser.\n",
                                   110 + 12 * row, 'a' + i % 26, 'a' + (row + i / 26) % 26);
        }
    }
    return g_string_free(layout, FALSE);
}

static void rows_close_to_the_text_on_few_pages_are_no_running_heads(void **state)
{
    (void)state;
    g_autofree char *layout = catalogue(40);
    g_autoptr(SamsokRuns) runs = fixture_runs_from_layout(layout);
    SamsokShapeOptions options = {.file_name = "catalogue"};
    g_autoptr(SamsokDraft) draft = samsok_draft_new(runs, &options);
    samsok_shape_lines(draft);
    g_autofree char *got = fixture_dump(draft);
    assert_non_null(strstr(got, "furniture p8-8 <> KATALOG 8\n"));
    assert_non_null(strstr(got, "Nr | M108\n"));
    assert_non_null(strstr(got, "Nr | M140\n"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_sample_gives_the_blocks_expected_of_it),
        cmocka_unit_test(no_letter_is_lost_or_doubled_whatever_the_lines),
        cmocka_unit_test(no_letter_of_the_samples_is_lost_or_doubled),
        cmocka_unit_test(blocks_come_in_the_order_of_their_first_lines),
        cmocka_unit_test(a_long_text_of_one_letter_lines_takes_linear_time),
        cmocka_unit_test(rows_close_to_the_text_on_few_pages_are_no_running_heads),
        cmocka_unit_test(founding_note_has_its_headings_and_pages),
        cmocka_unit_test(founding_note_keeps_its_words_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
