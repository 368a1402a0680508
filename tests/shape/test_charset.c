/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of core/shape/charset.h: each set, each damage, and what is no text. */
#include "config.h"

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/shape/charset.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#define SENTENCE                                                                                     \
    "Samarbeidet på området går nå så bra at også kjøpere og selgere ønsker å være med.\n" \
    "Årsaken er én: Økonomien i ordningen, jf. « Ærlig talt » og § 4 i avtalen.\n"
/* The letters that every Norwegian set has. */
#define PLAIN "Når vi først må dele ansvaret, bør ærlighet råde. Øst for Ålesund\n"

typedef struct {
    SamsokDecodedText decoded;
    GError *error;
    gboolean done;
} Outcome;

static Outcome decode(const char *bytes, size_t len, const char *declared)
{
    Outcome outcome = {0};
    outcome.done = samsok_charset_decode(bytes, len, declared, &outcome.decoded, &outcome.error);
    return outcome;
}

static void outcome_clear(Outcome *outcome)
{
    samsok_decoded_text_clear(&outcome->decoded);
    g_clear_error(&outcome->error);
}

/* Decodes `bytes` and holds the text, and the set unless it is NULL, against what is expected. */
static void expect(const char *bytes, size_t len, const char *declared, const char *text,
                   const char *charset)
{
    Outcome outcome = decode(bytes, len, declared);
    assert_true(outcome.done);
    assert_string_equal(outcome.decoded.text, text);
    assert_int_equal(outcome.decoded.text_len, strlen(text));
    if (charset != NULL) {
        assert_string_equal(outcome.decoded.charset, charset);
    }
    outcome_clear(&outcome);
}

static void expect_in(const char *text, const char *charset, const char *name)
{
    gsize len = 0;
    g_autofree char *bytes = g_convert(text, -1, charset, "UTF-8", NULL, &len, NULL);
    assert_non_null(bytes);
    expect(bytes, len, NULL, text, name);
}

static void expect_refused(const char *bytes, size_t len, int code)
{
    Outcome outcome = decode(bytes, len, NULL);
    assert_false(outcome.done);
    assert_true(g_error_matches(outcome.error, SAMSOK_ERROR, code));
    assert_null(outcome.decoded.text);
    outcome_clear(&outcome);
}

static void expect_warning(const char *bytes, size_t len, const char *declared, const char *clause)
{
    Outcome outcome = decode(bytes, len, declared);
    assert_true(outcome.done);
    assert_non_null(outcome.decoded.warning);
    assert_non_null(strstr(outcome.decoded.warning, clause));
    outcome_clear(&outcome);
}

static void reads_valid_utf8_without_doubt(void **state)
{
    Outcome outcome = decode(SENTENCE, strlen(SENTENCE), NULL);
    assert_true(outcome.done);
    assert_string_equal(outcome.decoded.text, SENTENCE);
    assert_string_equal(outcome.decoded.charset, "UTF-8");
    assert_null(outcome.decoded.warning);
    outcome_clear(&outcome);
}

static void reads_an_empty_text(void **state)
{
    expect("", 0, NULL, "", "UTF-8");
    expect("\xEF\xBB\xBF", 3, NULL, "", "UTF-8");
}

static void reads_each_eight_bit_set(void **state)
{
    expect_in(SENTENCE, "ISO-8859-1", "ISO-8859-1");
    expect_in(SENTENCE, "MACINTOSH", "macintosh");
    expect_in(SENTENCE, "IBM850", "IBM850");
    expect_in(PLAIN, "IBM865", NULL);
    expect_in(PLAIN, "ISO-8859-10", NULL);
    expect_in("Prisen er 5 € for kjøp av brød", "ISO-8859-15", "ISO-8859-15");
    expect_in("– Ja, sa «statsråden» … “så” er det", "WINDOWS-1252", "windows-1252");
    expect_in("Kárášjohka og Guovdageaidnu på møte om báiki, áššit", "ISO-8859-10", "ISO-8859-10");
}

static void reads_a_single_norwegian_word(void **state)
{
    static const char *const sets[] = {"ISO-8859-1", "WINDOWS-1252", "ISO-8859-15", "IBM850",
                                       "IBM865",     "MACINTOSH",    "ISO-8859-10"};
    static const char *const words[] = {"på",      "være",  "følge", "Åpen",
                                        "ØKONOMI", "Ærlig", "å",     "EØS"};
    for (size_t s = 0; s < G_N_ELEMENTS(sets); s++) {
        for (size_t w = 0; w < G_N_ELEMENTS(words); w++) {
            expect_in(words[w], sets[s], NULL);
        }
    }
}

static void reads_wide_sets_with_and_without_mark(void **state)
{
    static const char *const sets[] = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"};
    for (size_t i = 0; i < G_N_ELEMENTS(sets); i++) {
        gsize len = 0;
        g_autofree char *marked =
            g_convert("\xEF\xBB\xBF" SENTENCE, -1, sets[i], "UTF-8", NULL, &len, NULL);
        expect(marked, len, NULL, SENTENCE, sets[i]);
        expect_in(SENTENCE, sets[i], sets[i]);
    }
}

static void leaves_out_half_a_unit_at_the_end(void **state)
{
    expect("\xFF\xFEj\0a\0\xE5", 7, NULL, "ja", "UTF-16LE");
    expect_warning("\xFF\xFEj\0a\0\xE5", 7, NULL, "not valid UTF-16LE");
}

static void leaves_out_half_a_character_at_the_end(void **state)
{
    expect("på vei f\xC3", 10, NULL, "på vei f", "UTF-8");
    expect_warning("på vei f\xC3", 10, NULL, "cut in the middle");
}

static void leaves_out_half_a_character_behind_plain_letters(void **state)
{
    expect("Vi trenger samordning og tilsyn f\xC3", 34, NULL, "Vi trenger samordning og tilsyn f", "UTF-8");
    expect_warning("Vi trenger samordning og tilsyn f\xC3", 34, NULL, "cut in the middle");
    expect("Rapporten heter \xC2", 17, NULL, "Rapporten heter ", "UTF-8");
    expect("Samordning \xE2\x80", 13, NULL, "Samordning ", "UTF-8");
}

static void takes_a_last_latin1_letter_for_a_letter(void **state)
{
    expect("EN STILLE SJ\xD8", 13, NULL, "EN STILLE SJØ", "ISO-8859-1");
    expect("gi oss en caf\xE9", 14, NULL, "gi oss en café", "ISO-8859-1");
    expect("gi oss svar n\xE5", 14, NULL, "gi oss svar nå", "ISO-8859-1");
}

static void reads_mixed_text_piece_by_piece(void **state)
{
    static const char mixed[] = "Den p\xE5 st\xE5"
                                "ende k\xF8"
                                "en gikk på gjørme og sølte";
    expect(mixed, strlen(mixed), NULL, "Den på stående køen gikk på gjørme og sølte", "UTF-8");
    expect("\xA7 5 gjelder også", 17, NULL, "§ 5 gjelder også", "UTF-8");
    expect_warning(mixed, strlen(mixed), NULL, "mixed with other bytes (3), read as ISO-8859-1");
}

static void undoes_double_encoding_through_each_set(void **state)
{
    static const char *const sets[] = {"ISO-8859-1", "WINDOWS-1252", "MACINTOSH", "IBM850"};
    static const char text[] = "blåbær og fløte – § 5, én «gang»";
    for (size_t i = 0; i < G_N_ELEMENTS(sets); i++) {
        g_autofree char *twice = g_convert(text, -1, "UTF-8", sets[i], NULL, NULL, NULL);
        assert_non_null(twice);
        expect(twice, strlen(twice), NULL, text, "UTF-8");
        expect_warning(twice, strlen(twice), NULL, "encoded wrongly, mended: ");
    }
}

static void undoes_double_encoding_in_parts_and_thrice(void **state)
{
    expect("gått, gÃ¥tt", strlen("gått, gÃ¥tt"), NULL, "gått, gått", "UTF-8");
    g_autofree char *twice = g_convert("gått", -1, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
    g_autofree char *thrice = g_convert(twice, -1, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
    expect(thrice, strlen(thrice), NULL, "gått", "UTF-8");
}

static void leaves_drawn_tables_and_foreign_letters_alone(void **state)
{
    static const char *const sound[] = {"├┤ ┬┐ └──┘", "Ärzte, Ångström, Âge, São Paulo, naïve, √4"};
    for (size_t i = 0; i < G_N_ELEMENTS(sound); i++) {
        expect(sound[i], strlen(sound[i]), NULL, sound[i], "UTF-8");
    }
}

static void reads_c1_controls_as_windows_1252(void **state)
{
    expect("ja \xC2\x96 nei", 9, NULL, "ja – nei", "UTF-8");
}

static void leaves_nul_bytes_out(void **state)
{
    expect("p\0\xC3\xA5 plass, sa hun til slutt", 28, NULL, "på plass, sa hun til slutt", "UTF-8");
    expect_warning("ordet\0\0\0 er fritt", 17, NULL, "NUL bytes left out: 3");
}

static void leaves_nul_characters_of_wide_sets_out(void **state)
{
    expect("\xFF\xFEj\0\0\0a\0 \0o\0g\0", 14, NULL, "ja og", "UTF-16LE");
}

static void keeps_decomposed_letters(void **state)
{
    expect("ga\xCC\x8A", 4, NULL, "ga\xCC\x8A", "UTF-8");
}

static void doubts_a_declaration_the_bytes_contradict(void **state)
{
    expect(PLAIN, strlen(PLAIN), "ISO-8859-1", PLAIN, "UTF-8");
    expect_warning(PLAIN, strlen(PLAIN), "ISO-8859-1", "declared as ISO-8859-1, read as UTF-8");
    expect("gj\xF8re", 5, "UTF-8", "gjøre", "ISO-8859-1");
    expect("gj\x9Bre", 5, "ISO-8859-1", "gjøre", "IBM850");
    expect("gj\xF8re", 5, "no such set", "gjøre", "ISO-8859-1");
}

static void believes_a_declaration_the_bytes_allow(void **state)
{
    expect("\xA4 5", 3, "ISO-8859-15", "€ 5", "ISO-8859-15");
    expect("\xF0\xD2\xC9\xD7\xC5\xD4", 6, "KOI8-R", "Привет", "KOI8-R");
    expect("\x93\xFA\x96{\x8C\xEA", 6, "Shift_JIS", "日本語", "Shift_JIS");
}

static void reads_other_languages_that_uchardet_knows(void **state)
{
    static const char text[] = "Съешь же ещё этих мягких французских булок, да выпей чаю. "
                               "В чащах юга жил бы цитрус? Да, но фальшивый экземпляр!";
    expect_in(text, "WINDOWS-1251", "WINDOWS-1251");
}

static void refuses_binary_data(void **state)
{
    char random[4096];
    guint32 seed = 12345;
    for (size_t i = 0; i < sizeof(random); i++) {
        seed = seed * 1664525u + 1013904223u;
        random[i] = (char)(seed >> 24);
    }
    expect_refused(random, sizeof(random), SAMSOK_ERROR_FORMAT);
    expect_refused("\0\0\0\0\0\0\0\0\0", 9, SAMSOK_ERROR_FORMAT);
    expect_refused("\x1F\x8B\x08\0\0\0\0\0\0\x03\xCB\x48\xCD\xC9\xC9\x07\0", 17,
                   SAMSOK_ERROR_FORMAT);
    expect_refused("PK\x03\x04\x14\0\0\0\x08\0\x21\x52", 12, SAMSOK_ERROR_FORMAT);
}

static void refuses_random_data_behind_a_byte_order_mark(void **state)
{
    char random[2048] = "\xFF\xFE";
    guint32 seed = 99;
    for (size_t i = 2; i < sizeof(random); i++) {
        seed = seed * 1664525u + 1013904223u;
        random[i] = (char)(seed >> 24);
    }
    expect_refused(random, sizeof(random), SAMSOK_ERROR_FORMAT);
}

static void refuses_a_pdf_that_is_all_ascii(void **state)
{
    static const char pdf[] = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n";
    expect_refused(pdf, strlen(pdf), SAMSOK_ERROR_FORMAT);
    static const char about[] = "En fil som begynner med\n%PDF-1.4\ner en PDF.\n";
    expect(about, strlen(about), NULL, about, "UTF-8");
}

static void accepts_text_with_a_damaged_spot(void **state)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (int i = 0; i < 20; i++) {
        g_string_append(text, SENTENCE);
    }
    g_string_append(text, "\x01\x02\x03\x7F");
    expect(text->str, text->len, NULL, text->str, "UTF-8");
}

static void refuses_text_over_the_limit(void **state)
{
    size_t len = SAMSOK_MAX_TEXT_BYTES + 1;
    g_autofree char *text = g_malloc(len);
    memset(text, 'a', len);
    expect_refused(text, len, SAMSOK_ERROR_LIMIT);
    g_autofree char *wide = g_malloc(2 * len);
    for (size_t i = 0; i < len; i++) {
        wide[2 * i] = 'a';
        wide[2 * i + 1] = '\0';
    }
    expect_refused(wide, 2 * len, SAMSOK_ERROR_LIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_valid_utf8_without_doubt),
        cmocka_unit_test(reads_an_empty_text),
        cmocka_unit_test(reads_each_eight_bit_set),
        cmocka_unit_test(reads_a_single_norwegian_word),
        cmocka_unit_test(reads_wide_sets_with_and_without_mark),
        cmocka_unit_test(leaves_out_half_a_unit_at_the_end),
        cmocka_unit_test(leaves_out_half_a_character_at_the_end),
        cmocka_unit_test(leaves_out_half_a_character_behind_plain_letters),
        cmocka_unit_test(takes_a_last_latin1_letter_for_a_letter),
        cmocka_unit_test(reads_mixed_text_piece_by_piece),
        cmocka_unit_test(undoes_double_encoding_through_each_set),
        cmocka_unit_test(undoes_double_encoding_in_parts_and_thrice),
        cmocka_unit_test(leaves_drawn_tables_and_foreign_letters_alone),
        cmocka_unit_test(reads_c1_controls_as_windows_1252),
        cmocka_unit_test(leaves_nul_bytes_out),
        cmocka_unit_test(leaves_nul_characters_of_wide_sets_out),
        cmocka_unit_test(keeps_decomposed_letters),
        cmocka_unit_test(doubts_a_declaration_the_bytes_contradict),
        cmocka_unit_test(believes_a_declaration_the_bytes_allow),
        cmocka_unit_test(reads_other_languages_that_uchardet_knows),
        cmocka_unit_test(refuses_binary_data),
        cmocka_unit_test(refuses_random_data_behind_a_byte_order_mark),
        cmocka_unit_test(refuses_a_pdf_that_is_all_ascii),
        cmocka_unit_test(accepts_text_with_a_damaged_spot),
        cmocka_unit_test(refuses_text_over_the_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
