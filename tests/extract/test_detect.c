/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Media types: what the head says, and where the name may speak. */
#include "config.h"

#include "core/extract/detect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void assert_type(const char *head, const char *name, const char *type)
{
    g_autoptr(SamsokDetector) detector = samsok_detector_new(NULL);
    assert_non_null(detector);
    assert_string_equal(samsok_detector_media_type(detector, head, strlen(head), name), type);
}

static void name_tells_kinds_of_plain_text_apart(void **state)
{
    assert_type("en linje tekst\n", "notat.txt", "text/plain");
    assert_type("en linje tekst\n", "notat.md", "text/markdown");
    assert_type("en linje tekst &amp; litt til\n", "side.HTML", "text/html");
    assert_type("en linje tekst &amp; litt til\n", "side.xhtml", "application/xhtml+xml");
}

static void name_does_not_make_a_page_of_another_format(void **state)
{
    assert_type("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", "side.html", "application/pdf");
}

static void head_makes_a_page_whatever_the_name(void **state)
{
    assert_type("<!DOCTYPE html><html><head><title>a</title></head>", "notat.txt", "text/html");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(name_tells_kinds_of_plain_text_apart),
        cmocka_unit_test(name_does_not_make_a_page_of_another_format),
        cmocka_unit_test(head_makes_a_page_whatever_the_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
