/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values that JSON cannot hold still give a member, and numbers keep every digit. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "tools/json.h"

static void assert_text(json_t *object, const char *expected)
{
    g_autofree char *text = samsok_json_text(object);
    assert_string_equal(text, expected);
}

static void members_keep_their_order_and_stand_close(void **state)
{
    (void)state;
    json_t *object = samsok_json_named("b", "æ \"\\\n/");
    json_object_set_new(object, "a", samsok_json_authors("Ola; Kari"));
    samsok_json_set_bool(object, "id", false);
    assert_text(object, "{\"id\":false,\"label\":\"æ \\\"\\\\\\n/\",\"a\":[\"Ola\",\"Kari\"]}");
}

static void bytes_that_are_no_utf8_are_mended(void **state)
{
    (void)state;
    json_t *object = json_object();
    samsok_json_set_string(object, "text", "a\xff" "b");
    const char *const strings[] = {"\xc3", NULL};
    json_object_set_new(object, "list", samsok_json_strings(strings));
    assert_text(object, "{\"text\":\"a\357\277\275b\",\"list\":[\"\357\277\275\"]}");
}

static void what_is_unknown_is_null(void **state)
{
    (void)state;
    json_t *object = json_object();
    samsok_json_set_string(object, "none", NULL);
    samsok_json_set_string(object, "empty", "");
    samsok_json_set_known(object, "known", "");
    samsok_json_set_known_number(object, "number", 0);
    samsok_json_set_real(object, "real", NAN);
    json_object_set_new(object, "list", samsok_json_strings(NULL));
    json_object_set_new(object, "authors", samsok_json_authors(NULL));
    assert_text(object, "{\"none\":null,\"empty\":\"\",\"known\":null,\"number\":null,\"real\":null,\"list\":[],"
                        "\"authors\":[]}");
}

static void a_real_number_is_read_back_as_it_was(void **state)
{
    (void)state;
    static const double values[] = {0.1, 1.0 / 3, 2, 1.4901161193847656e-08, 123456789.125, -1e300};
    for (size_t i = 0; i < G_N_ELEMENTS(values); i++) {
        json_t *object = json_object();
        samsok_json_set_real(object, "x", values[i]);
        g_autofree char *text = samsok_json_text(object);
        assert_true(g_ascii_strtod(text + strlen("{\"x\":"), NULL) == values[i]);
        json_t *read = json_loads(text, 0, NULL);
        assert_true(json_real_value(json_object_get(read, "x")) == values[i]);
        json_decref(read);
    }
}

static void a_very_long_string_is_whole(void **state)
{
    (void)state;
    g_autofree char *value = g_strnfill(8 << 20, 'x');
    json_t *object = json_object();
    samsok_json_set_string(object, "x", value);
    g_autofree char *text = samsok_json_text(object);
    assert_int_equal(strlen(text), strlen(value) + strlen("{\"x\":\"\"}"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_keep_their_order_and_stand_close),
        cmocka_unit_test(bytes_that_are_no_utf8_are_mended),
        cmocka_unit_test(what_is_unknown_is_null),
        cmocka_unit_test(a_real_number_is_read_back_as_it_was),
        cmocka_unit_test(a_very_long_string_is_whole),
    };
    samsok_json_init();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
