/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sentences tell what helped, and which what hindered. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/insight/polarity.h"

static void cues_tell_what_helped(void **state)
{
    (void)state;
    const char *cue = NULL;
    assert_int_equal(samsok_polarity("Felles bestilling var avgjørende for arbeidet.", &cue),
                     SAMSOK_POLARITY_HELPS);
    assert_string_equal(cue, "avgjørende");
    assert_int_equal(samsok_polarity("Møta medverka til tillit.", NULL), SAMSOK_POLARITY_HELPS);
}

static void cues_tell_what_hindered(void **state)
{
    (void)state;
    assert_int_equal(samsok_polarity("Arbeidet ble svekket av uklare roller.", NULL),
                     SAMSOK_POLARITY_HINDERS);
    assert_int_equal(samsok_polarity("Manglande eigarskap gjorde det tungt.", NULL),
                     SAMSOK_POLARITY_HINDERS);
}

static void a_turned_cue_of_help_hinders(void **state)
{
    (void)state;
    assert_int_equal(samsok_polarity("Rundskrivet har ikke bidratt til felles mål.", NULL),
                     SAMSOK_POLARITY_HINDERS);
    assert_int_equal(samsok_polarity("Rollene var ikke uklare.", NULL), SAMSOK_POLARITY_NONE);
}

static void a_word_far_before_does_not_turn_a_cue(void **state)
{
    (void)state;
    assert_int_equal(
        samsok_polarity("Ikke alle møtte, men en god felles plan var avgjørende.", NULL),
        SAMSOK_POLARITY_HELPS);
}

static void a_cue_inside_a_word_tells_nothing(void **state)
{
    (void)state;
    assert_int_equal(samsok_polarity("Uhindret ferdsel er en rett.", NULL), SAMSOK_POLARITY_NONE);
    assert_int_equal(samsok_polarity("", NULL), SAMSOK_POLARITY_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cues_tell_what_helped),
        cmocka_unit_test(cues_tell_what_hindered),
        cmocka_unit_test(a_turned_cue_of_help_hinders),
        cmocka_unit_test(a_word_far_before_does_not_turn_a_cue),
        cmocka_unit_test(a_cue_inside_a_word_tells_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
