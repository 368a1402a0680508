/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stored bytes: what is pressed comes back, what an older samsok stored is read, what was pressed otherwise is told. */
#include "config.h"

#include <csetjmp>
#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <string>

extern "C" {
#include <cmocka.h>
}

#include <zstd.h>

#include "index/schema.h"
#include "index/xapian/press.hh"

/* Long enough to be pressed. */
static std::string record()
{
    std::string text;
    for (int i = 0; i < 40; i++) {
        text += "samordning av tjenester, tiltak nummer " + std::to_string(i) + "\n";
    }
    return text;
}

static bool is_damage(const Xapian::Document &document)
{
    SamsokUnpress unpress;
    try {
        unpress.stored(document);
    } catch (const Xapian::DatabaseCorruptError &) {
        return true;
    }
    return false;
}

static void what_is_stored_is_pressed_and_comes_back(void **)
{
    Xapian::Document document;
    SamsokPress().store(document, record());
    assert_true(document.get_value(SAMSOK_SLOT_RECORD).size() < record().size() / 2);
    assert_true(document.get_data().empty());
    assert_true(SamsokUnpress().stored(document) == record());
}

/* Schema 2 kept records as they were, in the document's data. */
static void a_record_of_schema_2_is_read(void **)
{
    for (const std::string &text : {record(), std::string("x"), std::string()}) {
        Xapian::Document document;
        document.set_data(text);
        assert_true(SamsokUnpress().stored(document) == text);
    }
}

static void a_record_of_schema_2_that_is_stored_anew_is_in_one_place(void **)
{
    Xapian::Document document;
    document.set_data(record());
    SamsokPress().store(document, "nytt " + record());
    assert_true(document.get_data().empty());
    assert_true(SamsokUnpress().stored(document) == "nytt " + record());
}

/* The number of the dictionary stands behind the magic number and the frame's description (RFC 8878, 3.1.1.1). */
static void a_frame_that_names_another_dictionary_is_damage(void **)
{
    Xapian::Document document;
    SamsokPress().store(document, record());
    std::string frame = document.get_value(SAMSOK_SLOT_RECORD);
    assert_int_equal(ZSTD_getDictID_fromFrame(frame.data(), frame.size()), 1);
    frame[5] = 2;
    assert_int_equal(ZSTD_getDictID_fromFrame(frame.data(), frame.size()), 2);
    document.add_value(SAMSOK_SLOT_RECORD, frame);
    assert_true(is_damage(document));
}

/* One without a number tells nothing; its checksum does. */
static void a_frame_of_another_dictionary_without_a_number_is_damage(void **)
{
    std::string words = "nummer tiltak tjenester av samordning, samordning av tjenester, tiltak nummer 1";
    ZSTD_CCtx *context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    ZSTD_CCtx_loadDictionary(context, words.data(), words.size());
    std::string text = record();
    std::string frame(ZSTD_compressBound(text.size()), '\0');
    size_t len = ZSTD_compress2(context, &frame[0], frame.size(), text.data(), text.size());
    ZSTD_freeCCtx(context);
    assert_int_equal(ZSTD_isError(len), 0);
    frame.resize(len);
    Xapian::Document document;
    document.add_value(SAMSOK_SLOT_RECORD, frame);
    assert_true(is_damage(document));
}

/* A frame may claim any size, and none; nothing is allocated for it. */
static void a_frame_that_claims_too_much_is_damage(void **)
{
    const std::string magic("\x28\xB5\x2F\xFD", 4);
    /* 0xE0: a size of eight bytes follows (RFC 8878, 3.1.1.1.1); 0: none does. */
    const std::string frames[] = {magic + '\xE0' + std::string(8, '\x7F'), magic + std::string(8, '\0'), magic};
    for (const std::string &frame : frames) {
        Xapian::Document document;
        document.add_value(SAMSOK_SLOT_RECORD, frame);
        assert_true(is_damage(document));
    }
}

int main()
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_stored_is_pressed_and_comes_back),
        cmocka_unit_test(a_record_of_schema_2_is_read),
        cmocka_unit_test(a_record_of_schema_2_that_is_stored_anew_is_in_one_place),
        cmocka_unit_test(a_frame_that_names_another_dictionary_is_damage),
        cmocka_unit_test(a_frame_of_another_dictionary_without_a_number_is_damage),
        cmocka_unit_test(a_frame_that_claims_too_much_is_damage),
    };
    return cmocka_run_group_tests(tests, nullptr, nullptr);
}
