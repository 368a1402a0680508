/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The references of a report survive the way to bytes and back, and damaged bytes are refused. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/error.h"
#include "index/reference_extra.h"

static GBytes *packed(void)
{
    SamsokReferenceRecord first = {
        .form = "number",
        .text = "Difi-rapport 2014:07, kap. 3",
        .series = "Difi-rapport",
        .number = "2014:07",
        .year = 2014,
        .serial = 7,
        .chapter = "3",
        .passage = "difi-notat-2017-02#7f3a91c2d0",
        .start = 11,
        .end = 40,
        .place = {.page_first = 9, .page_last = 9, .line_first = 437, .line_last = 438},
        .label_first = "ix",
    };
    SamsokReferenceRecord second = {.form = "author-year", .author = "Pål", .context = "«så»"};
    g_autoptr(GPtrArray) references = g_ptr_array_new();
    g_ptr_array_add(references, &first);
    g_ptr_array_add(references, &second);
    SamsokReferencesRecord record = {.report = "difi-notat-2017-02", .references = references};
    return samsok_references_record_pack(&record);
}

static void they_come_back_as_they_went(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = packed();
    gsize len = 0;
    const void *data = g_bytes_get_data(bytes, &len);
    g_autoptr(SamsokReferencesRecord) record = samsok_references_record_unpack(data, len, NULL);
    assert_non_null(record);
    assert_string_equal(record->report, "difi-notat-2017-02");
    assert_int_equal(record->references->len, 2);
    const SamsokReferenceRecord *first = g_ptr_array_index(record->references, 0);
    assert_string_equal(first->text, "Difi-rapport 2014:07, kap. 3");
    assert_string_equal(first->title, "");
    assert_int_equal(first->serial, 7);
    assert_int_equal(first->place.line_last, 438);
    assert_string_equal(first->label_first, "ix");
    const SamsokReferenceRecord *second = g_ptr_array_index(record->references, 1);
    assert_string_equal(second->context, "«så»");
    assert_int_equal(second->end, 0);
}

/* Cut anywhere, they are refused or shorter, and nothing outside is read. */
static void what_is_cut_is_refused_or_shorter(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = packed();
    gsize len = 0;
    const void *data = g_bytes_get_data(bytes, &len);
    guint refused = 0;
    for (gsize cut = 1; cut < len; cut++) {
        g_autofree void *part = g_memdup2(data, cut);
        g_autoptr(GError) error = NULL;
        g_autoptr(SamsokReferencesRecord) record =
            samsok_references_record_unpack(part, cut, &error);
        assert_true((record == NULL) == g_error_matches(error, SAMSOK_ERROR, SAMSOK_ERROR_CORRUPT));
        refused += record == NULL ? 1 : 0;
    }
    assert_true(refused > len / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(they_come_back_as_they_went),
        cmocka_unit_test(what_is_cut_is_refused_or_shorter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
