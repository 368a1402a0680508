/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markers, numbers, names, captions and contents lines are read from single lines. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/shape/marker.h"

static void assert_marker(const char *text, SamsokMarkerKind kind, guint ordinal, const char *rest)
{
    SamsokMarker marker;
    assert_true(samsok_marker_read(text, (guint)strlen(text), &marker));
    assert_int_equal(marker.kind, kind);
    assert_int_equal(marker.ordinal, ordinal);
    assert_string_equal(text + marker.len, rest);
}

static void assert_no_marker(const char *text)
{
    SamsokMarker marker;
    assert_false(samsok_marker_read(text, (guint)strlen(text), &marker));
    assert_int_equal(marker.kind, SAMSOK_MARKER_NONE);
}

static void list_markers_are_read(void **state)
{
    (void)state;
    assert_marker("\uf0b7 At", SAMSOK_MARKER_BULLET, 0, "At");
    assert_marker("• At", SAMSOK_MARKER_BULLET, 0, "At");
    assert_marker("- At", SAMSOK_MARKER_DASH, 0, "At");
    assert_marker("-Initiere", SAMSOK_MARKER_DASH, 0, "Initiere");
    assert_marker("3. Flere", SAMSOK_MARKER_NUMBER, 3, "Flere");
    assert_marker("1.datterforetak", SAMSOK_MARKER_NUMBER, 1, "datterforetak");
    assert_marker("(2) Søker", SAMSOK_MARKER_NUMBER, 2, "Søker");
    assert_marker("b) hva", SAMSOK_MARKER_LETTER, 2, "hva");
    assert_marker("a)eit senter", SAMSOK_MARKER_LETTER, 1, "eit senter");
    assert_marker("iii) hva", SAMSOK_MARKER_LETTER, 3, "hva");
    assert_marker("Råd 3: Søk", SAMSOK_MARKER_LABEL, 3, "Søk");
}

static void what_only_looks_like_a_marker_is_none(void **state)
{
    (void)state;
    assert_no_marker("-løsning og mer");
    assert_no_marker("2.3 KMDs roller");
    assert_no_marker("2014. Det var");
    assert_no_marker("A. Hansen");
    assert_no_marker("Figur 3: Stigen");
    assert_no_marker("og så");
    assert_no_marker("•");
    assert_no_marker("");
}

static void private_use_glyphs_become_signs(void **state)
{
    (void)state;
    SamsokMarker marker;
    assert_true(samsok_marker_read("\uf0fc At", 6, &marker));
    g_autofree char *tick = samsok_marker_text("\uf0fc At", &marker);
    assert_string_equal(tick, "✓");
    g_autofree char *bullet = samsok_marker_text("\uf0a7 At", &marker);
    assert_string_equal(bullet, "•");
}

static void assert_number(const char *text, guint depth, const char *number, const char *title)
{
    SamsokNumber read;
    assert_true(samsok_number_read(text, (guint)strlen(text), &read));
    assert_int_equal(read.depth, depth);
    g_autofree char *got = g_strndup(text + read.num_start, read.num_len);
    assert_string_equal(got, number);
    assert_string_equal(text + read.len, title);
}

static void section_numbers_are_read(void **state)
{
    (void)state;
    assert_number("1. Bakgrunn", 1, "1", "Bakgrunn");
    assert_number("2.3  KMDs", 2, "2.3", "KMDs");
    assert_number("2.1 «Mot alle odds»", 2, "2.1", "«Mot alle odds»");
    assert_number("1.1.1. Strategien", 3, "1.1.1", "Strategien");
    assert_number("A.1 Metode", 2, "A.1", "Metode");
    assert_number("§ 2-1 Formål", 1, "§ 2-1", "Formål");
    assert_number("§ 64 a Vilkår", 1, "§ 64 a", "Vilkår");
    assert_number("Kapittel 2. Funn", 1, "2", "Funn");
}

static void amounts_years_and_dates_are_no_section_numbers(void **state)
{
    (void)state;
    SamsokNumber read;
    static const char *const texts[] = {"2014 var", "1.000.000 kroner", "2.3", "3.5%", "12", ""};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        assert_false(samsok_number_read(texts[i], (guint)strlen(texts[i]), &read));
    }
}

static void captions_are_told_from_sentences(void **state)
{
    (void)state;
    assert_true(samsok_is_caption("Figur 1: Stigen", 15));
    assert_true(samsok_is_caption("Tabell 2.1 Oversikt", 19));
    assert_true(samsok_is_caption("Tabell A.7: M007", 16));
    assert_false(samsok_is_caption("Figur 1 viser at", 16));
    assert_false(samsok_is_caption("Figuren viser", 13));
}

static void contents_lines_lead_to_a_page(void **state)
{
    (void)state;
    SamsokContentsLine line;
    const char *text = "1.1 Mandat ...... 9";
    assert_true(samsok_contents_read(text, (guint)strlen(text), &line));
    assert_true(line.has_leader);
    assert_int_equal(line.title_len, strlen("1.1 Mandat"));
    assert_string_equal(text + line.page_start, "9");
    assert_true(samsok_contents_read("MANDAT 9", 8, &line));
    assert_false(line.has_leader);
    assert_false(samsok_contents_read("Mandat", 6, &line));
}

static void markers_that_wait_for_their_text_are_lone(void **state)
{
    (void)state;
    assert_true(samsok_marker_is_lone("•", 3));
    assert_true(samsok_marker_is_lone("2.3", 3));
    assert_true(samsok_marker_is_lone("A.1", 3));
    assert_true(samsok_marker_is_lone("a)", 2));
    assert_false(samsok_marker_is_lone("120", 3));
    assert_false(samsok_marker_is_lone("ord", 3));
    assert_false(samsok_marker_is_lone("", 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(list_markers_are_read),
        cmocka_unit_test(what_only_looks_like_a_marker_is_none),
        cmocka_unit_test(private_use_glyphs_become_signs),
        cmocka_unit_test(section_numbers_are_read),
        cmocka_unit_test(amounts_years_and_dates_are_no_section_numbers),
        cmocka_unit_test(captions_are_told_from_sentences),
        cmocka_unit_test(contents_lines_lead_to_a_page),
        cmocka_unit_test(markers_that_wait_for_their_text_are_lone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
