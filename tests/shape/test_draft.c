/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft takes from the runs what is no text, and mends places before it lets a document go. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tests/shape/support.h"

static void properties_become_metadata_of_the_file(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_META, .text = "Kari Berg", .name = "author"},
        {.kind = SAMSOK_RUN_META, .text = "Ola Dal", .name = "author"},
        {.kind = SAMSOK_RUN_META, .text = "k95547", .name = "author"},
        {.kind = SAMSOK_RUN_META, .text = "I", .name = "author"},
        {.kind = SAMSOK_RUN_META, .text = "Microsoft Word user", .name = "author"},
        {.kind = SAMSOK_RUN_META, .text = "Microsoft Office-bruker", .name = "author"},
        {.kind = SAMSOK_RUN_META, .text = "Administrator", .name = "author"},
        {.kind = SAMSOK_RUN_META, .text = "bruker", .name = "author"},
        {.kind = SAMSOK_RUN_META, .text = "Styring", .name = "title"},
        {.kind = SAMSOK_RUN_META, .text = "my-own-id", .name = "id"},
        {.kind = SAMSOK_RUN_META, .text = "x", .name = "producer"},
        {0}});
    const SamsokMetadata *metadata = samsok_document_metadata(document);
    assert_string_equal(samsok_metadata_value(metadata, SAMSOK_FIELD_AUTHORS), "Kari Berg; Ola Dal");
    assert_string_equal(samsok_metadata_value(metadata, SAMSOK_FIELD_TITLE), "Styring");
    assert_int_equal(samsok_metadata_source(metadata, SAMSOK_FIELD_TITLE), SAMSOK_SOURCE_FILE);
    assert_null(samsok_metadata_value(metadata, SAMSOK_FIELD_ID));
}

static void pages_outline_and_warnings_are_handed_on(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){
        {.kind = SAMSOK_RUN_OUTLINE, .text = " Forord ", .level = 0, .page = 1},
        {.kind = SAMSOK_RUN_OUTLINE, .text = "Borte", .level = 1, .page = 9},
        {.kind = SAMSOK_RUN_PAGE, .text = "iv", .page = 1},
        {.kind = SAMSOK_RUN_WARNING, .text = "page 1 has no text", .name = "no-text"},
        {0}});
    assert_string_equal(samsok_document_page(document, 1)->label, "iv");
    assert_string_equal(samsok_document_outline(document, 0)->title, "Forord");
    assert_int_equal(samsok_document_outline(document, 0)->level, 1);
    assert_int_equal(samsok_document_outline(document, 1)->page, 0);
    assert_string_equal(samsok_document_warning(document, 0)->code, "no-text");
}

static void places_that_contradict_themselves_are_mended(void **state)
{
    (void)state;
    g_autoptr(SamsokRuns) runs = test_runs((TestRun[]){{.kind = SAMSOK_RUN_PAGE, .page = 1}, {0}});
    SamsokShapeOptions options = {0};
    g_autoptr(SamsokDraft) draft = samsok_draft_new(runs, &options);
    samsok_draft_add_block(draft, SAMSOK_BLOCK_PARAGRAPH)->place = (SamsokPlace){7, 3, 9, 4};
    g_autoptr(SamsokDocument) document = samsok_draft_finish(draft);
    const SamsokPlace *place = &samsok_document_block(document, 0)->place;
    assert_int_equal(place->page_first, 1);
    assert_int_equal(place->page_last, 1);
    assert_int_equal(place->line_first, 9);
    assert_int_equal(place->line_last, 9);
}

static void marks_say_where_a_part_of_a_block_stands(void **state)
{
    (void)state;
    g_autoptr(SamsokRuns) runs = samsok_runs_new();
    SamsokShapeOptions options = {0};
    g_autoptr(SamsokDraft) draft = samsok_draft_new(runs, &options);
    SamsokDraftBlock *block = samsok_draft_add_block(draft, SAMSOK_BLOCK_PARAGRAPH);
    samsok_draft_block_take_text(block, g_strdup("aaa bbb ccc"));
    block->place = (SamsokPlace){1, 2, 5, 7};
    assert_int_equal(samsok_draft_block_place(block, 4, 7).line_first, 5);
    samsok_draft_block_mark(block, 0, 1, 5);
    samsok_draft_block_mark(block, 4, 1, 6);
    samsok_draft_block_mark(block, 8, 9, 9);
    samsok_draft_block_mark(block, 8, 2, 7);
    SamsokPlace middle = samsok_draft_block_place(block, 4, 7);
    assert_int_equal(middle.line_first, 6);
    assert_int_equal(middle.line_last, 6);
    SamsokPlace across = samsok_draft_block_place(block, 6, 9);
    assert_int_equal(across.line_first, 6);
    assert_int_equal(across.line_last, 7);
    assert_int_equal(across.page_last, 2);
}

static void a_shorter_text_loses_the_marks_behind_its_end(void **state)
{
    (void)state;
    g_autoptr(SamsokRuns) runs = samsok_runs_new();
    SamsokShapeOptions options = {0};
    g_autoptr(SamsokDraft) draft = samsok_draft_new(runs, &options);
    SamsokDraftBlock *block = samsok_draft_add_block(draft, SAMSOK_BLOCK_PARAGRAPH);
    samsok_draft_block_take_text(block, g_strdup("aaa bbb"));
    samsok_draft_block_mark(block, 0, 0, 1);
    samsok_draft_block_mark(block, 4, 0, 2);
    samsok_draft_block_take_text(block, g_strdup("aaa"));
    assert_int_equal(block->marks->len, 1);
    assert_int_equal(samsok_draft_block_place(block, 0, 3).line_last, 1);
}

static void no_runs_make_an_empty_document(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = test_shape((TestRun[]){{0}});
    assert_int_equal(samsok_document_block_count(document), 0);
    assert_int_equal(samsok_document_passage_count(document), 0);
    samsok_draft_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(properties_become_metadata_of_the_file),
        cmocka_unit_test(pages_outline_and_warnings_are_handed_on),
        cmocka_unit_test(places_that_contradict_themselves_are_mended),
        cmocka_unit_test(marks_say_where_a_part_of_a_block_stands),
        cmocka_unit_test(a_shorter_text_loses_the_marks_behind_its_end),
        cmocka_unit_test(no_runs_make_an_empty_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
