/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A built document keeps what it was given and refuses to be wrong. */
#include "config.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/base/limits.h"
#include "core/model/builder.h"

static SamsokBuilder *builder_with_block(void)
{
    SamsokBuilder *builder = samsok_builder_new();
    SamsokBlock block = {.kind = SAMSOK_BLOCK_PARAGRAPH, .text = "x", .section = SAMSOK_NONE};
    samsok_builder_add_block(builder, &block);
    return builder;
}

static void add_passage(SamsokBuilder *builder, const char *text)
{
    SamsokPassage passage = {.text = text, .section = SAMSOK_NONE, .end_block = 1};
    samsok_builder_add_passage(builder, &passage);
}

static const char *passage_id(const SamsokDocument *document, guint index)
{
    return samsok_document_passage(document, index)->id;
}

static void strings_live_on_after_the_callers_are_gone(void **state)
{
    (void)state;
    g_autofree char *text = g_strdup("Samordning");
    char *cells[] = {text, NULL};
    SamsokBuilder *builder = samsok_builder_new();
    SamsokBlock block = {.kind = SAMSOK_BLOCK_TABLE_ROW,
                         .text = text,
                         .cells = (const char *const *)cells,
                         .language = text,
                         .section = SAMSOK_NONE};
    samsok_builder_add_block(builder, &block);
    samsok_builder_add_page(builder, text);
    g_autoptr(SamsokDocument) document = samsok_builder_finish(builder);
    text[0] = 'X';
    const SamsokBlock *kept = samsok_document_block(document, 0);
    assert_string_equal(kept->text, "Samordning");
    assert_string_equal(kept->cells[0], "Samordning");
    assert_null(kept->cells[1]);
    assert_string_equal(kept->language, "Samordning");
    assert_string_equal(samsok_document_page(document, 1)->label, "Samordning");
}

static void strings_left_out_are_empty_not_null(void **state)
{
    (void)state;
    g_autoptr(SamsokDocument) document = samsok_builder_finish(builder_with_block());
    const SamsokBlock *block = samsok_document_block(document, 0);
    assert_string_equal(block->number, "");
    assert_string_equal(block->marker, "");
    assert_string_equal(block->language, "");
    assert_null(block->cells);
}

static void a_page_that_is_not_there_is_null(void **state)
{
    (void)state;
    SamsokBuilder *builder = samsok_builder_new();
    samsok_builder_add_page(builder, "iv");
    g_autoptr(SamsokDocument) document = samsok_builder_finish(builder);
    assert_null(samsok_document_page(document, 0));
    assert_string_equal(samsok_document_page(document, 1)->label, "iv");
    assert_null(samsok_document_page(document, 2));
}

static void passage_ids_are_ten_hex_digits_of_the_normalised_text(void **state)
{
    (void)state;
    SamsokBuilder *builder = builder_with_block();
    add_passage(builder, "Samordning, på  tvers!");
    add_passage(builder, "• samordning på\ntvers");
    add_passage(builder, "samordning påtvers");
    g_autoptr(SamsokDocument) document = samsok_builder_finish(builder);
    const char *id = passage_id(document, 0);
    assert_int_equal(strlen(id), 10);
    assert_int_equal(strspn(id, "0123456789abcdef"), 10);
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, "samordning på tvers", -1);
    assert_memory_equal(id, digest, 10);
    g_autofree char *second = g_strconcat(id, "-2", NULL);
    assert_string_equal(passage_id(document, 1), second);
    assert_string_not_equal(passage_id(document, 2), id);
}

static void warnings_stop_at_their_limit_and_say_how_many_more(void **state)
{
    (void)state;
    SamsokBuilder *builder = samsok_builder_new();
    for (guint i = 0; i < SAMSOK_MAX_WARNINGS + 3; i++) {
        samsok_builder_add_warning(builder, "no-text", "page has no text");
    }
    g_autoptr(SamsokDocument) document = samsok_builder_finish(builder);
    assert_int_equal(samsok_document_warning_count(document), SAMSOK_MAX_WARNINGS + 1);
    const SamsokWarning *last = samsok_document_warning(document, SAMSOK_MAX_WARNINGS);
    assert_string_equal(last->code, "warnings");
    assert_string_equal(last->text, "3 further warnings");
}

static void level_is_clamped(void **state)
{
    (void)state;
    SamsokBuilder *builder = samsok_builder_new();
    SamsokBlock block = {.kind = SAMSOK_BLOCK_HEADING, .level = 99, .section = SAMSOK_NONE};
    samsok_builder_add_block(builder, &block);
    g_autoptr(SamsokDocument) document = samsok_builder_finish(builder);
    assert_int_equal(samsok_document_block(document, 0)->level, SAMSOK_MAX_LEVEL);
}

static void an_unfinished_builder_can_be_freed(void **state)
{
    (void)state;
    g_autoptr(SamsokBuilder) builder = builder_with_block();
    samsok_builder_take_metadata(builder, samsok_metadata_new());
    samsok_builder_free(NULL);
    assert_non_null(builder);
}

/* True when finishing the builder that `make` gives ends the process by abort. */
static gboolean finish_aborts(SamsokBuilder *(*make)(void))
{
    pid_t child = fork();
    if (child == 0) {
        close(STDERR_FILENO);
        samsok_document_free(samsok_builder_finish(make()));
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return !WIFEXITED(status) || WEXITSTATUS(status) != 0;
}

static SamsokBuilder *block_on_missing_page(void)
{
    SamsokBuilder *builder = samsok_builder_new();
    SamsokBlock block = {.section = SAMSOK_NONE, .place = {.page_first = 1, .page_last = 1}};
    samsok_builder_add_block(builder, &block);
    return builder;
}

static SamsokBuilder *block_in_missing_section(void)
{
    SamsokBuilder *builder = samsok_builder_new();
    SamsokBlock block = {.section = 0};
    samsok_builder_add_block(builder, &block);
    return builder;
}

static SamsokBuilder *passage_without_blocks(void)
{
    SamsokBuilder *builder = builder_with_block();
    SamsokPassage passage = {.text = "x", .section = SAMSOK_NONE, .first_block = 0, .end_block = 0};
    samsok_builder_add_passage(builder, &passage);
    return builder;
}

static SamsokBuilder *section_not_inside_its_parent(void)
{
    SamsokBuilder *builder = builder_with_block();
    SamsokSection parent = {.level = 1, .parent = SAMSOK_NONE, .end_block = 0};
    SamsokSection child = {.level = 2, .parent = 0, .end_block = 1};
    samsok_builder_add_section(builder, &parent);
    samsok_builder_add_section(builder, &child);
    return builder;
}

static void a_document_that_breaks_its_promises_is_not_let_go(void **state)
{
    (void)state;
    assert_false(finish_aborts(builder_with_block));
    assert_true(finish_aborts(block_on_missing_page));
    assert_true(finish_aborts(block_in_missing_section));
    assert_true(finish_aborts(passage_without_blocks));
    assert_true(finish_aborts(section_not_inside_its_parent));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings_live_on_after_the_callers_are_gone),
        cmocka_unit_test(strings_left_out_are_empty_not_null),
        cmocka_unit_test(a_page_that_is_not_there_is_null),
        cmocka_unit_test(passage_ids_are_ten_hex_digits_of_the_normalised_text),
        cmocka_unit_test(warnings_stop_at_their_limit_and_say_how_many_more),
        cmocka_unit_test(level_is_clamped),
        cmocka_unit_test(an_unfinished_builder_can_be_freed),
        cmocka_unit_test(a_document_that_breaks_its_promises_is_not_let_go),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
