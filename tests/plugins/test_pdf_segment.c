/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of glyphs are cut, joined and marked by their places. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/extract/plugin.h"
#include "plugins/pdf/font.h"
#include "plugins/pdf/segment.h"

#define LINE_MAX_GLYPHS 64

/* A line under construction; glyphs are half an em wide. */
typedef struct {
    SamsokPdfGlyph glyphs[LINE_MAX_GLYPHS];
    guint len;
    double x;
    GString *text;
    GArray *pieces;
} Line;

static void line_init(Line *line)
{
    memset(line, 0, sizeof(*line));
    line->text = g_string_new(NULL);
    line->pieces = g_array_new(FALSE, FALSE, sizeof(SamsokPdfPiece));
}

static void line_clear(Line *line)
{
    g_string_free(line->text, TRUE);
    g_array_unref(line->pieces);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Line, line_clear)

/* Appends `text` after `gap` points, its box ending `rise` points above the line's bottom at 100. */
static void set(Line *line, double gap, const char *text, double size, double rise)
{
    line->x += gap;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at)) {
        assert_true(line->len < LINE_MAX_GLYPHS);
        line->glyphs[line->len] = (SamsokPdfGlyph){
            .utf8 = at,
            .len = (uint32_t)(g_utf8_next_char(at) - at),
            .size = size,
            .x1 = line->x,
            .x2 = line->x + size / 2,
            .y1 = 100 - rise - size,
            .y2 = 100 - rise,
        };
        line->x += size / 2;
        line->len++;
    }
}

static void cut(Line *line)
{
    samsok_pdf_segment(line->glyphs, line->len, line->text, line->pieces);
}

static void assert_pieces(const Line *line, const char *expected)
{
    g_autoptr(GString) got = g_string_new(NULL);
    for (guint i = 0; i < line->pieces->len; i++) {
        const SamsokPdfPiece *piece = &g_array_index(line->pieces, SamsokPdfPiece, i);
        g_string_append(got, i == 0 ? "" : "|");
        g_string_append_len(got, line->text->str + piece->start, (gssize)piece->len);
    }
    assert_string_equal(got->str, expected);
}

static void cells_without_blanks_are_cut(void **state)
{
    (void)state;
    g_auto(Line) line = {0};
    line_init(&line);
    set(&line, 0, "Rolle", 10, 0);
    set(&line, 60, "Eier", 10, 0);
    cut(&line);
    assert_pieces(&line, "Rolle|Eier");
}

static void wide_gaps_of_a_justified_line_do_not_cut(void **state)
{
    (void)state;
    g_auto(Line) line = {0};
    line_init(&line);
    set(&line, 0, "en", 10, 0);
    set(&line, 11, "glissen", 10, 0);
    set(&line, 12, "linje", 10, 0);
    cut(&line);
    assert_pieces(&line, "en glissen linje");
}

static void one_wide_gap_among_narrow_ones_cuts(void **state)
{
    (void)state;
    g_auto(Line) line = {0};
    line_init(&line);
    set(&line, 0, "to", 10, 0);
    set(&line, 3, "ord", 10, 0);
    set(&line, 12, "celle", 10, 0);
    cut(&line);
    assert_pieces(&line, "toord|celle");
}

static void heading_number_stays_with_its_heading(void **state)
{
    (void)state;
    g_auto(Line) line = {0};
    line_init(&line);
    set(&line, 0, "2.1", 10, 0);
    set(&line, 30, "Funn", 10, 0);
    cut(&line);
    assert_pieces(&line, "2.1 Funn");
}

static void figures_of_a_table_are_cut(void **state)
{
    (void)state;
    g_auto(Line) line = {0};
    line_init(&line);
    set(&line, 0, "12", 10, 0);
    set(&line, 30, "45", 10, 0);
    cut(&line);
    assert_pieces(&line, "12|45");
}

static void raised_small_digits_become_superscript(void **state)
{
    (void)state;
    g_auto(Line) line = {0};
    line_init(&line);
    set(&line, 0, "ord", 10, 0);
    set(&line, 0, "17", 6, 4);
    set(&line, 0, ".", 10, 0);
    cut(&line);
    assert_pieces(&line, "ord¹⁷.");
    assert_int_equal(g_array_index(line.pieces, SamsokPdfPiece, 0).flags, 0);
}

static void lowered_small_digits_stay(void **state)
{
    (void)state;
    g_auto(Line) line = {0};
    line_init(&line);
    set(&line, 0, "CO", 10, 0);
    set(&line, 0, "2", 6, -1);
    set(&line, 0, "-kutt", 10, 0);
    cut(&line);
    assert_pieces(&line, "CO2-kutt");
}

static void line_that_begins_with_a_raised_mark_says_so(void **state)
{
    (void)state;
    g_auto(Line) line = {0};
    line_init(&line);
    set(&line, 0, "7", 6, 4);
    set(&line, 8, "Se", 10, 0);
    set(&line, 0, "kapittel", 10, 0);
    cut(&line);
    assert_pieces(&line, "⁷ Sekapittel");
    assert_int_equal(g_array_index(line.pieces, SamsokPdfPiece, 0).flags, SAMSOK_RUN_SUPERSCRIPT);
}

static void line_number_in_the_margin_is_cut_off(void **state)
{
    (void)state;
    g_auto(Line) line = {0};
    line_init(&line);
    set(&line, 0, "381", 5, 1);
    set(&line, 10, "Arkiv", 10, 0);
    cut(&line);
    assert_pieces(&line, "381|Arkiv");
}

static void glyphs_of_another_row_are_cut_off(void **state)
{
    (void)state;
    g_auto(Line) line = {0};
    line_init(&line);
    set(&line, 0, "post)", 10, 0);
    set(&line, 2, "Neste", 10, 14);
    cut(&line);
    assert_pieces(&line, "post)|Neste");
}

static void marker_leads_text_beside_it_and_not_below(void **state)
{
    (void)state;
    SamsokPdfPiece bullet = {.len = 3, .x = 72, .y = 90, .width = 4, .height = 10, .size = 10,
                             .marker = SAMSOK_PDF_SIGN};
    SamsokPdfPiece text = {.len = 9, .x = 90, .y = 90, .width = 200, .height = 10, .size = 10};
    assert_true(samsok_pdf_piece_leads(&bullet, &text));
    text.y = 104;
    assert_false(samsok_pdf_piece_leads(&bullet, &text));
}

static void number_of_an_appendix_section_waits_for_its_title(void **state)
{
    (void)state;
    Line line;
    line_init(&line);
    set(&line, 0, "B.3.2.5", 10, 0);
    cut(&line);
    assert_int_equal(g_array_index(line.pieces, SamsokPdfPiece, 0).marker, SAMSOK_PDF_NUMBER);
    line_clear(&line);
    line_init(&line);
    set(&line, 0, "AB.3", 10, 0);
    cut(&line);
    assert_int_equal(g_array_index(line.pieces, SamsokPdfPiece, 0).marker, SAMSOK_PDF_NO_MARKER);
    line_clear(&line);
}

static void number_leads_no_lower_case_text(void **state)
{
    (void)state;
    SamsokPdfPiece number = {.len = 5, .x = 72, .y = 90, .width = 20, .height = 10, .size = 10,
                             .marker = SAMSOK_PDF_NUMBER};
    SamsokPdfPiece text = {.len = 9, .x = 110, .y = 90, .width = 200, .height = 10, .size = 10};
    assert_false(samsok_pdf_piece_leads(&number, &text));
    text.begins_with_capital = true;
    assert_true(samsok_pdf_piece_leads(&number, &text));
}

static void font_name_tells_weight_and_slant(void **state)
{
    (void)state;
    assert_int_equal(samsok_pdf_font_flags("ABCDEF+Arial,Bold"), SAMSOK_RUN_BOLD);
    assert_int_equal(samsok_pdf_font_flags("Times-BoldItalic"), SAMSOK_RUN_BOLD | SAMSOK_RUN_ITALIC);
    assert_int_equal(samsok_pdf_font_flags("CMBX10"), SAMSOK_RUN_BOLD);
    assert_int_equal(samsok_pdf_font_flags("Calibri"), 0);
    assert_int_equal(samsok_pdf_font_flags(NULL), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_without_blanks_are_cut),
        cmocka_unit_test(wide_gaps_of_a_justified_line_do_not_cut),
        cmocka_unit_test(one_wide_gap_among_narrow_ones_cuts),
        cmocka_unit_test(heading_number_stays_with_its_heading),
        cmocka_unit_test(figures_of_a_table_are_cut),
        cmocka_unit_test(raised_small_digits_become_superscript),
        cmocka_unit_test(lowered_small_digits_stay),
        cmocka_unit_test(line_that_begins_with_a_raised_mark_says_so),
        cmocka_unit_test(line_number_in_the_margin_is_cut_off),
        cmocka_unit_test(glyphs_of_another_row_are_cut_off),
        cmocka_unit_test(marker_leads_text_beside_it_and_not_below),
        cmocka_unit_test(number_of_an_appendix_section_waits_for_its_title),
        cmocka_unit_test(number_leads_no_lower_case_text),
        cmocka_unit_test(font_name_tells_weight_and_slant),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
