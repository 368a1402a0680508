/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The HTML plugin where samples do not reach: limits, long texts, bids, two readers at once. */
#include "config.h"

#include "core/extract/plugin.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>
#include <glib.h>

/* What SamsokInput.host_data points to. */
typedef struct {
    const char *bytes;
    size_t len;
    const char *declared;
    char *reason;
} Page;

static SamsokStatus page_contents(const SamsokInput *input, const char **out_bytes, size_t *out_len)
{
    const Page *page = input->host_data;
    *out_bytes = page->bytes;
    *out_len = page->len;
    return SAMSOK_OK;
}

static SamsokStatus page_decode(const SamsokInput *input, const char *bytes, size_t len,
                                const char *declared, SamsokDecoded *out)
{
    Page *page = input->host_data;
    page->declared = g_intern_string(declared);
    *out = (SamsokDecoded){.text = bytes, .text_len = len, .charset = "UTF-8"};
    return SAMSOK_OK;
}

static void page_fail(const SamsokInput *input, const char *reason)
{
    Page *page = input->host_data;
    g_free(page->reason);
    page->reason = g_strdup(reason);
}

static void page_alive(const SamsokInput *input)
{
}

static const SamsokHost host = {.struct_size = sizeof(SamsokHost),
                                .contents = page_contents,
                                .decode = page_decode,
                                .fail = page_fail,
                                .alive = page_alive};
static const SamsokLimits limits = {.struct_size = sizeof(SamsokLimits), .max_depth = 512};

static SamsokInput input_of(Page *page)
{
    return (SamsokInput){.struct_size = sizeof(SamsokInput),
                         .fd = -1,
                         .size_bytes = page->len,
                         .media_type = "text/html",
                         .limits = &limits,
                         .host = &host,
                         .host_data = page};
}

static Page page_of(const char *text)
{
    return (Page){.bytes = text, .len = strlen(text)};
}

static SamsokStatus status_of(const char *text, Page *page)
{
    *page = page_of(text);
    SamsokInput input = input_of(page);
    SamsokReader *reader = NULL;
    SamsokStatus status = samsok_plugin_entry.open(&input, &reader);
    if (status == SAMSOK_OK) {
        samsok_plugin_entry.close(reader);
    }
    return status;
}

static char *repeated(const char *text, size_t count)
{
    GString *out = g_string_new("<!DOCTYPE html>");
    for (size_t i = 0; i < count; i++) {
        g_string_append(out, text);
    }
    return g_string_free(out, FALSE);
}

static void nesting_beyond_the_limit_is_refused(void **state)
{
    g_autofree char *text = repeated("<div>", 8193);
    Page page;
    assert_int_equal(status_of(text, &page), SAMSOK_LIMIT);
    assert_non_null(strstr(page.reason, "nested"));
    g_free(page.reason);
}

static void nesting_within_the_limit_is_read(void **state)
{
    g_autofree char *text = repeated("<div>", 8192);
    Page page;
    assert_int_equal(status_of(text, &page), SAMSOK_OK);
}

static void elements_that_end_themselves_do_not_nest(void **state)
{
    g_autofree char *text = repeated("<p>avsnitt<br><li>punkt", 9000);
    Page page;
    assert_int_equal(status_of(text, &page), SAMSOK_OK);
}

static void too_many_elements_are_refused(void **state)
{
    g_autofree char *text = repeated("<p>", 700001);
    Page page;
    assert_int_equal(status_of(text, &page), SAMSOK_LIMIT);
    assert_non_null(strstr(page.reason, "elements"));
    g_free(page.reason);
}

static void a_long_paragraph_comes_in_pieces_cut_between_characters(void **state)
{
    g_autofree char *words = repeated("åååååååå", 200000);
    g_autofree char *text = g_strconcat("<p>", words + strlen("<!DOCTYPE html>"), NULL);
    Page page = page_of(text);
    SamsokInput input = input_of(&page);
    SamsokReader *reader = NULL;
    assert_int_equal(samsok_plugin_entry.open(&input, &reader), SAMSOK_OK);
    size_t total = 0;
    guint pieces = 0;
    SamsokRun run = {.struct_size = sizeof run};
    while (samsok_plugin_entry.next(reader, &run) == SAMSOK_OK) {
        if (run.kind == SAMSOK_RUN_PARAGRAPH) {
            assert_true(run.text_len <= SAMSOK_RUN_MAX_BYTES);
            assert_true(g_utf8_validate(run.text, (gssize)run.text_len, NULL));
            assert_int_equal((run.flags & SAMSOK_RUN_CONTINUES) != 0, pieces > 0);
            total += run.text_len;
            pieces++;
        }
        run = (SamsokRun){.struct_size = sizeof run};
    }
    samsok_plugin_entry.close(reader);
    assert_int_equal(total, strlen(text) - 3);
    assert_true(pieces > 1);
}

static const char *declared_in(const char *text)
{
    Page page;
    assert_int_equal(status_of(text, &page), SAMSOK_OK);
    return page.declared;
}

static void the_declared_character_set_is_found_in_each_of_its_places(void **state)
{
    assert_string_equal(declared_in("<meta charset=\"iso-8859-1\"><p>a"), "iso-8859-1");
    assert_string_equal(declared_in("<META CHARSET = 'windows-1252'>"), "windows-1252");
    assert_string_equal(
        declared_in("<meta http-equiv=Content-Type content=\"text/html; charset=latin1\">"),
        "latin1");
    assert_string_equal(declared_in("<?xml version='1.0' encoding='utf-8'?><html>"), "utf-8");
    assert_null(declared_in("<!-- <meta charset=koi8-r> --><p>a"));
    assert_null(declared_in("<p>charset=koi8-r"));
}

static void two_bytes_a_character_cannot_be_declared_in_one(void **state)
{
    assert_string_equal(declared_in("<meta charset=utf-16le><p>a"), "utf-8");
}

static int bid(const char *head)
{
    return samsok_plugin_entry.probe(head, strlen(head), "text/plain");
}

static void pages_and_fragments_outbid_plain_text(void **state)
{
    assert_true(bid("<!doctype html><p>a") > 90);
    assert_true(bid("\xef\xbb\xbf \n<!-- x --><HTML lang=nb>") > 90);
    assert_true(bid("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html>") > 90);
    assert_true(bid("<section><h2>Funn</h2><p>Tekst.</p></section>") > 50);
    assert_true(bid("<!-- kommentar -->\n<p>Avsnitt.</p>") > 50);
}

static void a_name_that_says_html_is_enough_where_nothing_contradicts_it(void **state)
{
    const char *text = "a &lt; b";
    assert_int_equal(samsok_plugin_entry.probe(text, strlen(text), "text/html"), 50);
    const char *feed = "<?xml version=\"1.0\"?><rss>";
    assert_int_equal(samsok_plugin_entry.probe(feed, strlen(feed), "text/html"), 0);
}

static void other_markup_and_text_with_a_sign_are_not_claimed(void **state)
{
    assert_int_equal(bid("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>"), 0);
    assert_int_equal(bid("<svg xmlns=\"http://www.w3.org/2000/svg\"><text>a</text></svg>"), 0);
    assert_int_equal(bid("<!DOCTYPE plist PUBLIC \"x\"><plist>"), 0);
    assert_int_equal(bid("Når a < b og b > c, er a minst."), 0);
    assert_int_equal(bid("# Tittel\n\n<div align=center>logo</div>\n\n- en\n- to\n"), 0);
    assert_int_equal(bid(""), 0);
    assert_int_equal(bid("<"), 0);
}

static void two_readers_do_not_disturb_each_other(void **state)
{
    Page first = page_of("<h1>en</h1>");
    Page second = page_of("<h1>to</h1>");
    SamsokInput inputs[2] = {input_of(&first), input_of(&second)};
    SamsokReader *readers[2] = {NULL, NULL};
    assert_int_equal(samsok_plugin_entry.open(&inputs[0], &readers[0]), SAMSOK_OK);
    assert_int_equal(samsok_plugin_entry.open(&inputs[1], &readers[1]), SAMSOK_OK);
    const char *expected[2] = {"en", "to"};
    for (int i = 0; i < 2; i++) {
        SamsokRun run = {.struct_size = sizeof run};
        while (samsok_plugin_entry.next(readers[i], &run) == SAMSOK_OK &&
               run.kind != SAMSOK_RUN_HEADING) {
            run = (SamsokRun){.struct_size = sizeof run};
        }
        assert_int_equal(run.text_len, 2);
        assert_memory_equal(run.text, expected[i], 2);
    }
    samsok_plugin_entry.close(readers[1]);
    samsok_plugin_entry.close(readers[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nesting_beyond_the_limit_is_refused),
        cmocka_unit_test(nesting_within_the_limit_is_read),
        cmocka_unit_test(elements_that_end_themselves_do_not_nest),
        cmocka_unit_test(too_many_elements_are_refused),
        cmocka_unit_test(a_long_paragraph_comes_in_pieces_cut_between_characters),
        cmocka_unit_test(the_declared_character_set_is_found_in_each_of_its_places),
        cmocka_unit_test(two_bytes_a_character_cannot_be_declared_in_one),
        cmocka_unit_test(pages_and_fragments_outbid_plain_text),
        cmocka_unit_test(a_name_that_says_html_is_enough_where_nothing_contradicts_it),
        cmocka_unit_test(other_markup_and_text_with_a_sign_are_not_claimed),
        cmocka_unit_test(two_readers_do_not_disturb_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
