/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passages hold the whole body once, in order, in pieces of the right size. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/limits.h"
#include "core/base/text.h"
#include "tests/shape/support.h"

/* A draft without runs, to which tests add blocks. */
typedef struct {
    SamsokRuns *runs;
    SamsokShapeOptions options;
    SamsokDraft *draft;
} Fixture;

static int set_up(void **state)
{
    Fixture *fixture = g_new0(Fixture, 1);
    fixture->runs = samsok_runs_new();
    fixture->draft = samsok_draft_new(fixture->runs, &fixture->options);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    Fixture *fixture = *state;
    samsok_draft_free(fixture->draft);
    samsok_runs_free(fixture->runs);
    g_free(fixture);
    return 0;
}

static SamsokDraftBlock *add(SamsokDraft *draft, SamsokBlockKind kind, const char *text)
{
    SamsokDraftBlock *block = samsok_draft_add_block(draft, kind);
    samsok_draft_block_take_text(block, g_strdup(text));
    block->level = kind == SAMSOK_BLOCK_HEADING || kind == SAMSOK_BLOCK_LIST_ITEM ? 1 : 0;
    return block;
}

static SamsokDraftBlock *add_words(SamsokDraft *draft, SamsokBlockKind kind, guint count)
{
    g_autofree char *text = test_words(count);
    return add(draft, kind, text);
}

static void cut(SamsokDraft *draft)
{
    samsok_shape_sections(draft);
    samsok_shape_passages(draft);
}

static const SamsokPassage *passage(const SamsokDraft *draft, guint index)
{
    assert_true(index < draft->passages->len);
    return &g_array_index(draft->passages, SamsokPassage, index);
}

static void short_paragraphs_are_joined_to_a_hundred_words(void **state)
{
    SamsokDraft *draft = ((Fixture *)*state)->draft;
    for (guint i = 0; i < 10; i++) {
        add_words(draft, SAMSOK_BLOCK_PARAGRAPH, 40);
    }
    cut(draft);
    for (guint i = 0; i < draft->passages->len; i++) {
        assert_in_range(samsok_text_word_count(passage(draft, i)->text), SAMSOK_PASSAGE_MIN_WORDS, SAMSOK_PASSAGE_MAX_WORDS);
    }
}

static void a_long_paragraph_is_cut_between_sentences(void **state)
{
    SamsokDraft *draft = ((Fixture *)*state)->draft;
    add_words(draft, SAMSOK_BLOCK_PARAGRAPH, 500);
    cut(draft);
    assert_true(draft->passages->len >= 3);
    for (guint i = 0; i < draft->passages->len; i++) {
        const SamsokPassage *part = passage(draft, i);
        assert_in_range(samsok_text_word_count(part->text), SAMSOK_PASSAGE_MIN_WORDS, SAMSOK_PASSAGE_MAX_WORDS);
        assert_true(g_str_has_prefix(part->text, "Ord"));
        assert_true(g_str_has_suffix(part->text, "."));
        assert_int_equal(part->first_block, 0);
        assert_int_equal(part->end_block, 1);
    }
}

static void a_sentence_of_five_hundred_words_stays_whole(void **state)
{
    SamsokDraft *draft = ((Fixture *)*state)->draft;
    g_autofree char *words = test_words(500);
    g_strdelimit(words, ".", ',');
    add(draft, SAMSOK_BLOCK_PARAGRAPH, words);
    cut(draft);
    assert_int_equal(draft->passages->len, 1);
    assert_string_equal(passage(draft, 0)->text, words);
}

static void beyond_the_hard_limit_a_sentence_is_cut_at_a_word(void **state)
{
    SamsokDraft *draft = ((Fixture *)*state)->draft;
    g_autofree char *words = test_words(2000);
    g_strdelimit(words, ".", ',');
    add(draft, SAMSOK_BLOCK_PARAGRAPH, words);
    cut(draft);
    g_autoptr(GString) all = g_string_new(NULL);
    for (guint i = 0; i < draft->passages->len; i++) {
        assert_true(samsok_text_word_count(passage(draft, i)->text) <= SAMSOK_PASSAGE_MAX_WORDS);
        g_string_append_printf(all, "%s%s", i > 0 ? " " : "", passage(draft, i)->text);
    }
    assert_string_equal(all->str, words);
}

static void text_without_blanks_is_cut_at_so_many_bytes(void **state)
{
    SamsokDraft *draft = ((Fixture *)*state)->draft;
    GString *endless = g_string_new("a");
    while (endless->len < 3 * SAMSOK_PASSAGE_HARD_BYTES) {
        g_string_append(endless, "ø");
    }
    add(draft, SAMSOK_BLOCK_PARAGRAPH, endless->str);
    cut(draft);
    gsize sum = 0;
    for (guint i = 0; i < draft->passages->len; i++) {
        const char *text = passage(draft, i)->text;
        assert_true(strlen(text) <= SAMSOK_PASSAGE_HARD_BYTES + 6);
        assert_true(g_utf8_validate(text, -1, NULL));
        sum += strlen(text);
    }
    assert_int_equal(sum, endless->len);
    g_string_free(endless, TRUE);
}

static void sections_are_never_joined(void **state)
{
    SamsokDraft *draft = ((Fixture *)*state)->draft;
    add(draft, SAMSOK_BLOCK_HEADING, "Bakgrunn");
    add_words(draft, SAMSOK_BLOCK_PARAGRAPH, 20);
    add(draft, SAMSOK_BLOCK_HEADING, "Metode");
    add_words(draft, SAMSOK_BLOCK_PARAGRAPH, 20);
    cut(draft);
    assert_int_equal(draft->passages->len, 2);
    assert_int_equal(passage(draft, 0)->section, 0);
    assert_int_equal(passage(draft, 1)->section, 1);
}

static void headings_contents_and_furniture_are_in_no_passage(void **state)
{
    SamsokDraft *draft = ((Fixture *)*state)->draft;
    add(draft, SAMSOK_BLOCK_CONTENTS, "Bakgrunn 5");
    add(draft, SAMSOK_BLOCK_HEADING, "Bakgrunn");
    add(draft, SAMSOK_BLOCK_PARAGRAPH, "Første del.");
    add(draft, SAMSOK_BLOCK_FURNITURE, "Rapport 2018:9");
    add(draft, SAMSOK_BLOCK_PARAGRAPH, "Andre del.");
    cut(draft);
    assert_int_equal(draft->passages->len, 1);
    assert_string_equal(passage(draft, 0)->text, "Første del.\nAndre del.");
    assert_int_equal(passage(draft, 0)->first_block, 2);
    assert_int_equal(passage(draft, 0)->end_block, 5);
}

static void headings_are_found_where_there_is_nothing_else(void **state)
{
    SamsokDraft *draft = ((Fixture *)*state)->draft;
    add(draft, SAMSOK_BLOCK_HEADING, "Bare en tittel");
    cut(draft);
    assert_int_equal(draft->passages->len, 1);
    assert_string_equal(passage(draft, 0)->text, "Bare en tittel");
}

static void a_list_keeps_its_lead_in_and_its_markers(void **state)
{
    SamsokDraft *draft = ((Fixture *)*state)->draft;
    add_words(draft, SAMSOK_BLOCK_PARAGRAPH, 110);
    add(draft, SAMSOK_BLOCK_PARAGRAPH, "Vi ser tre trekk ved dette:");
    for (guint i = 0; i < 3; i++) {
        add_words(draft, SAMSOK_BLOCK_LIST_ITEM, 30)->marker = g_strdup("•");
    }
    cut(draft);
    assert_int_equal(draft->passages->len, 2);
    assert_true(g_str_has_prefix(passage(draft, 1)->text, "Vi ser tre trekk ved dette:\n• Ord1"));
}

static void a_list_item_is_not_cut(void **state)
{
    SamsokDraft *draft = ((Fixture *)*state)->draft;
    for (guint i = 0; i < 6; i++) {
        add_words(draft, SAMSOK_BLOCK_LIST_ITEM, 90)->marker = g_strdup("•");
    }
    cut(draft);
    for (guint i = 0; i < draft->passages->len; i++) {
        assert_true(g_str_has_prefix(passage(draft, i)->text, "• Ord1"));
        assert_true(g_str_has_suffix(passage(draft, i)->text, "ord90."));
    }
}

static void an_item_longer_than_a_passage_stays_whole(void **state)
{
    SamsokDraft *draft = ((Fixture *)*state)->draft;
    for (guint i = 0; i < 3; i++) {
        add_words(draft, SAMSOK_BLOCK_LIST_ITEM, i == 1 ? 270 : 60);
    }
    cut(draft);
    for (guint i = 0; i < draft->passages->len; i++) {
        const SamsokPassage *part = passage(draft, i);
        assert_true(part->first_block != 1 || samsok_text_word_count(part->text) >= 270);
        assert_true(i == 0 || passage(draft, i - 1)->end_block == part->first_block);
    }
}

static void a_table_that_is_cut_repeats_its_head(void **state)
{
    SamsokDraft *draft = ((Fixture *)*state)->draft;
    add(draft, SAMSOK_BLOCK_CAPTION, "Tabell 1 Roller");
    add(draft, SAMSOK_BLOCK_TABLE_ROW, "Rolle | Trekk")->is_table_head = true;
    for (guint i = 0; i < 8; i++) {
        add_words(draft, SAMSOK_BLOCK_TABLE_ROW, 40);
    }
    cut(draft);
    assert_true(draft->passages->len > 1);
    assert_true(g_str_has_prefix(passage(draft, 0)->text, "Tabell 1 Roller\nRolle | Trekk\nOrd1"));
    for (guint i = 1; i < draft->passages->len; i++) {
        assert_true(g_str_has_prefix(passage(draft, i)->text, "Rolle | Trekk\nOrd1"));
    }
}

static void a_second_table_does_not_repeat_the_head_of_the_first(void **state)
{
    SamsokDraft *draft = ((Fixture *)*state)->draft;
    add(draft, SAMSOK_BLOCK_TABLE_ROW, "Rolle | Trekk")->is_table_head = true;
    add_words(draft, SAMSOK_BLOCK_TABLE_ROW, 120);
    add_words(draft, SAMSOK_BLOCK_PARAGRAPH, 120);
    add_words(draft, SAMSOK_BLOCK_TABLE_ROW, 120);
    cut(draft);
    assert_int_equal(draft->passages->len, 3);
    assert_true(g_str_has_prefix(passage(draft, 2)->text, "Ord1"));
}

static void a_part_of_a_block_cites_its_own_page_and_lines(void **state)
{
    SamsokDraft *draft = ((Fixture *)*state)->draft;
    SamsokDraftBlock *block = add_words(draft, SAMSOK_BLOCK_PARAGRAPH, 400);
    block->place = (SamsokPlace){1, 2, 10, 49};
    guint len = (guint)strlen(block->text);
    for (guint line = 0; line < 40; line++) {
        samsok_draft_block_mark(block, len * line / 40, line < 20 ? 1 : 2, 10 + line);
    }
    cut(draft);
    guint last = draft->passages->len - 1;
    assert_true(last >= 1);
    assert_int_equal(passage(draft, 0)->place.page_first, 1);
    assert_int_equal(passage(draft, 0)->place.line_first, 10);
    assert_true(passage(draft, 0)->place.line_last < 40);
    assert_int_equal(passage(draft, last)->place.page_first, 2);
    assert_true(passage(draft, last)->place.line_first > 20);
    assert_int_equal(passage(draft, last)->place.line_last, 49);
}

static void a_passage_has_the_language_of_most_of_its_words(void **state)
{
    SamsokDraft *draft = ((Fixture *)*state)->draft;
    add_words(draft, SAMSOK_BLOCK_PARAGRAPH, 10)->language = g_strdup("en");
    add_words(draft, SAMSOK_BLOCK_PARAGRAPH, 40)->language = g_strdup("nn");
    for (guint i = 0; i < 5; i++) {
        add_words(draft, SAMSOK_BLOCK_PARAGRAPH, 12)->language = g_strdup("nb");
    }
    cut(draft);
    assert_int_equal(draft->passages->len, 1);
    assert_string_equal(passage(draft, 0)->language, "nb");
}

static void add_random_block(SamsokDraft *draft, GRand *random)
{
    static const guint sizes[] = {1, 5, 20, 60, 130, 250, 700};
    SamsokBlockKind kind = (SamsokBlockKind)g_rand_int_range(random, 0, SAMSOK_BLOCK_FURNITURE + 1);
    guint words = sizes[g_rand_int_range(random, 0, G_N_ELEMENTS(sizes))];
    g_autofree char *text = test_words(words);
    if (g_rand_boolean(random)) {
        g_strdelimit(text, ".", ',');
    }
    add(draft, kind, text)->is_table_head = g_rand_int_range(random, 0, 5) == 0;
}

static bool is_body(const SamsokDraftBlock *block)
{
    return block->kind != SAMSOK_BLOCK_HEADING && block->kind != SAMSOK_BLOCK_CONTENTS &&
           block->kind != SAMSOK_BLOCK_FURNITURE;
}

/* The text with white space gone, appended. */
static void append_dense(GString *out, const char *text)
{
    for (; *text != '\0'; text++) {
        if (!g_ascii_isspace(*text)) {
            g_string_append_c(out, *text);
        }
    }
}

/* The passage's text without a head row repeated in front of it. */
static const char *own_text(const SamsokDraft *draft, const SamsokPassage *part)
{
    const SamsokDraftBlock *first = samsok_draft_block(draft, part->first_block);
    const char *line_end = strchr(part->text, '\n');
    if (first->kind != SAMSOK_BLOCK_TABLE_ROW || first->is_table_head || line_end == NULL) {
        return part->text;
    }
    g_autofree char *line = g_strndup(part->text, (gsize)(line_end - part->text));
    for (guint i = part->first_block; i > 0; i--) {
        const SamsokDraftBlock *before = samsok_draft_block(draft, i - 1);
        if (before->is_table_head && before->kind == SAMSOK_BLOCK_TABLE_ROW &&
            strcmp(before->text, line) == 0) {
            return line_end + 1;
        }
    }
    return part->text;
}

static void the_body_is_covered_whole_and_in_order_and_only_once(void **state)
{
    (void)state;
    GRand *random = g_rand_new_with_seed(11);
    g_autoptr(SamsokRuns) runs = samsok_runs_new();
    SamsokShapeOptions options = {0};
    for (guint round = 0; round < 60; round++) {
        g_autoptr(SamsokDraft) draft = samsok_draft_new(runs, &options);
        guint count = (guint)g_rand_int_range(random, 1, 30);
        g_autoptr(GString) body = g_string_new(NULL);
        add(draft, SAMSOK_BLOCK_PARAGRAPH, "Begynnelse.");
        for (guint i = 0; i < count; i++) {
            add_random_block(draft, random);
        }
        for (guint i = 0; i < draft->blocks->len; i++) {
            const SamsokDraftBlock *block = samsok_draft_block(draft, i);
            append_dense(body, is_body(block) ? block->text : "");
        }
        cut(draft);
        g_autoptr(GString) covered = g_string_new(NULL);
        for (guint i = 0; i < draft->passages->len; i++) {
            append_dense(covered, own_text(draft, passage(draft, i)));
        }
        assert_string_equal(covered->str, body->str);
    }
    g_rand_free(random);
}

#define WITH_DRAFT(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_DRAFT(short_paragraphs_are_joined_to_a_hundred_words),
        WITH_DRAFT(a_long_paragraph_is_cut_between_sentences),
        WITH_DRAFT(a_sentence_of_five_hundred_words_stays_whole),
        WITH_DRAFT(beyond_the_hard_limit_a_sentence_is_cut_at_a_word),
        WITH_DRAFT(text_without_blanks_is_cut_at_so_many_bytes),
        WITH_DRAFT(sections_are_never_joined),
        WITH_DRAFT(headings_contents_and_furniture_are_in_no_passage),
        WITH_DRAFT(headings_are_found_where_there_is_nothing_else),
        WITH_DRAFT(a_list_keeps_its_lead_in_and_its_markers),
        WITH_DRAFT(a_list_item_is_not_cut),
        WITH_DRAFT(an_item_longer_than_a_passage_stays_whole),
        WITH_DRAFT(a_table_that_is_cut_repeats_its_head),
        WITH_DRAFT(a_second_table_does_not_repeat_the_head_of_the_first),
        WITH_DRAFT(a_part_of_a_block_cites_its_own_page_and_lines),
        WITH_DRAFT(a_passage_has_the_language_of_most_of_its_words),
        cmocka_unit_test(the_body_is_covered_whole_and_in_order_and_only_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
