/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file is what its head says; the name only tells plain texts apart. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/extract/detect.h"

static SamsokDetector *detector;

static int set_up(void **state)
{
    (void)state;
    detector = samsok_detector_new(NULL);
    return detector == NULL ? -1 : 0;
}

static int tear_down(void **state)
{
    (void)state;
    samsok_detector_free(detector);
    return 0;
}

static void assert_type(const char *head, size_t len, const char *name, const char *expected)
{
    assert_string_equal(samsok_detector_media_type(detector, head, len, name), expected);
}

static void assert_text_type(const char *head, const char *name, const char *expected)
{
    assert_type(head, strlen(head), name, expected);
}

static void name_does_not_make_a_format(void **state)
{
    (void)state;
    assert_text_type("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "rapport.txt", "application/pdf");
    assert_text_type("<!DOCTYPE html><html><head><title>x</title>", "rapport.pdf", "text/html");
    assert_text_type("Dette er en rapport om samordning.\n", "rapport.html", "text/plain");
}

/* The header may be lost; the reader of PDF knows more of it. */
static void what_is_called_pdf_and_is_no_other_format_is_one(void **state)
{
    (void)state;
    assert_text_type("Dette er en rapport om samordning.\n", "rapport.pdf", "application/pdf");
    assert_text_type("\x01\x02\x03\xff\xfe obj\n", "RAPPORT.PDF", "application/pdf");
    assert_text_type("GIF89a\x10\x01\x10\x01\x80\x01\x01,", "rapport.pdf", "image/gif");
}

static void a_name_promises_a_type_by_its_ending(void **state)
{
    (void)state;
    assert_string_equal(samsok_detect_promised_type("Rapport.PDF"), "application/pdf");
    assert_string_equal(samsok_detect_promised_type("a.txt"), "text/plain");
    assert_string_equal(samsok_detect_promised_type("a.htm"), "text/html");
    assert_string_equal(samsok_detect_promised_type("a.pdf.jpg"), "");
    assert_string_equal(samsok_detect_promised_type("pdf"), "");
    assert_true(samsok_detect_is_signed("application/pdf"));
    assert_false(samsok_detect_is_signed("text/html"));
}

static void name_tells_plain_texts_apart(void **state)
{
    (void)state;
    assert_text_type("# Samordning\n\nTekst.\n", "LESMEG.MD", "text/markdown");
    assert_text_type("Samordning\n==========\n", "lesmeg.markdown", "text/markdown");
    assert_text_type("navn;verdi\na;1\nb;2\n", "tall.csv", "text/csv");
    assert_text_type("navn;verdi\na;1\nb;2\n", "tall.txt", "text/plain");
}

static void fragment_needs_name_and_markup_to_be_html(void **state)
{
    (void)state;
    assert_text_type("<p>Et avsnitt.</p>\n", "bit.htm", "text/html");
    assert_text_type("Et avsnitt med <b>ett ord</b> i fet skrift.\n", "bit.html", "text/html");
    assert_text_type("Avsnitt &amp; overskrift\n", "bit.xhtml", "application/xhtml+xml");
    assert_text_type("&#45\n", "bit.html", "text/html");
    assert_text_type("Et avsnitt, S&D, a &# b og a < b.\n", "bit.htm", "text/plain");
    assert_text_type("Et avsnitt med <b>ett ord</b>.\n", "bit.txt", "text/plain");
}

static void markdown_with_a_tag_in_it_is_not_html(void **state)
{
    (void)state;
    assert_text_type("# Samordning\n\n<a href=\"x\">y</a> og <title>z</title>\n", "x.md",
                     "text/markdown");
    assert_text_type("Samordning er mer enn\n<a href=\"x\">en lenke</a>.\n", "x.txt", "text/plain");
}

static void text_is_text_whatever_it_reminds_of(void **state)
{
    (void)state;
    assert_text_type("#include <stdio.h>\nint main(void)\n{\n}\n", "a", "text/plain");
    assert_text_type("\\documentclass{article}\n\\begin{document}\n", "a", "text/plain");
    assert_text_type("{\"a\": [1, 2, 3]}\n", "a.json", "text/plain");
    assert_text_type("#!/bin/sh\necho x\n", "a", "text/plain");
    assert_text_type("\xEF\xBB\xBFRapport med \xC3\xA6\xC3\xB8\xC3\xA5.\n", "a", "text/plain");
}

static void other_formats_of_text_keep_their_name(void **state)
{
    (void)state;
    assert_text_type("{\\rtf1\\ansi\\deff0 {\\fonttbl}}\n", "a.txt", "text/rtf");
    assert_text_type("<?xml version=\"1.0\"?>\n<rot/>\n", "a.txt", "text/xml");
}

static void page_that_begins_as_xml_is_a_page(void **state)
{
    (void)state;
    assert_text_type("<?xml version", "side.html", "text/html");
    assert_text_type("<?xml version=\"1.0\"?>\n<p>x</p>", "side.xhtml", "application/xhtml+xml");
}

static void picture_is_named(void **state)
{
    (void)state;
    static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x8\2\0\0\0";
    assert_type(png, sizeof(png) - 1, "bilde.txt", "image/png");
}

static void bytes_of_no_kind_are_octets(void **state)
{
    (void)state;
    static const char bytes[] = "\x01\x02\x03\x00\x9f\x00\xff\xfe\x00\x01";
    assert_type(bytes, sizeof(bytes) - 1, "a.txt", "application/octet-stream");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(name_does_not_make_a_format),
        cmocka_unit_test(what_is_called_pdf_and_is_no_other_format_is_one),
        cmocka_unit_test(a_name_promises_a_type_by_its_ending),
        cmocka_unit_test(name_tells_plain_texts_apart),
        cmocka_unit_test(fragment_needs_name_and_markup_to_be_html),
        cmocka_unit_test(markdown_with_a_tag_in_it_is_not_html),
        cmocka_unit_test(text_is_text_whatever_it_reminds_of),
        cmocka_unit_test(other_formats_of_text_keep_their_name),
        cmocka_unit_test(page_that_begins_as_xml_is_a_page),
        cmocka_unit_test(picture_is_named),
        cmocka_unit_test(bytes_of_no_kind_are_octets),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
