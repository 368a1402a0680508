/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sentences are shown, and where the marks stand. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib/gstdio.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/query/parse.h"
#include "core/query/snippet.h"

static int make_analyser(void **state)
{
    *state = samsok_analyser_new(NULL);
    return *state == NULL;
}

static int drop_analyser(void **state)
{
    samsok_analyser_free(*state);
    return 0;
}

/* The snippet with [ ] around what is marked, found by code points as a reader of the JSON does. */
static char *marked(SamsokAnalyser *analyser, const char *typed, const char *text,
                    const char *language)
{
    g_autoptr(SamsokQuery) query = samsok_query_parse(typed, analyser);
    g_autoptr(SamsokQueryMatcher) matcher = samsok_query_matcher_new(query);
    g_autoptr(GArray) spans = g_array_new(FALSE, FALSE, sizeof(SamsokSpan));
    g_autofree char *snippet = samsok_snippet(text, language, matcher, analyser, spans);
    GString *out = g_string_new(NULL);
    guint done = 0;
    for (guint i = 0; i < spans->len; i++) {
        SamsokSpan span = g_array_index(spans, SamsokSpan, i);
        assert_true(span.start >= done && span.end > span.start);
        g_autofree char *before = g_utf8_substring(snippet, done, span.start);
        g_autofree char *word = g_utf8_substring(snippet, span.start, span.end);
        g_string_append_printf(out, "%s[%s]", before, word);
        done = span.end;
    }
    g_string_append(out, g_utf8_offset_to_pointer(snippet, done));
    return g_string_free(out, FALSE);
}

typedef struct {
    const char *query;
    const char *text;
    const char *expected;
} SnippetCase;

static const SnippetCase cases[] = {
    {"", "", ""},
    {"stat", "", ""},
    {"stat", "Ære være\n\nstatens åse.", "Ære være [statens] åse."},
    {"ærlig åser", "Blå   ÆRLIGE  åser.", "Blå [ÆRLIGE] [åser]."},
    {"hva er staten", "Hva er staten? Den er stor.", "Hva er [staten]? Den er stor."},
    {"hva er", "Hva er staten?", "[Hva] [er] staten?"},
    {"sam*", "Samordning er samarbeid.", "[Samordning] er [samarbeid]."},
    {"stat -kommune", "Stat og kommune.", "[Stat] og kommune."},
    {"\"lov om\" stat", "Lov om stat.", "[Lov] om [stat]."},
    {"0-24-samarbeidet", "I 0–24-samarbeidet gikk 24 av.", "I [0]–[24]-[samarbeidet] gikk [24] av."},
};

static void matched_words_are_marked_by_code_points(void **state)
{
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *got = marked(*state, cases[i].query, cases[i].text, "nb");
        assert_string_equal(got, cases[i].expected);
    }
}

static void english_text_is_marked_by_english_stems(void **state)
{
    g_autofree char *got = marked(*state, "running", "They run.", "en");
    assert_string_equal(got, "They [run].");
}

/* `count` sentences of ten words, the `at`th of which holds `word`. */
static char *sentences_with(guint count, guint at, const char *word)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < count; i++) {
        g_string_append_printf(text, "%sDette er bare noe %s som vi sier her nå.", i == 0 ? "" : " ",
                               i == at ? word : "tull");
    }
    return g_string_free(text, FALSE);
}

static void the_sentence_with_the_word_is_shown_whole_wherever_it_stands(void **state)
{
    for (guint at = 0; at < 20; at += 19) {
        g_autofree char *text = sentences_with(20, at, "sukker");
        g_autofree char *got = marked(*state, "sukker", text, "nb");
        assert_non_null(strstr(got, "Dette er bare noe [sukker] som vi sier her nå."));
        assert_true(samsok_text_word_count(got) <= SAMSOK_SNIPPET_WORDS);
        assert_true(samsok_text_word_count(got) >= 40);
        assert_true(g_str_has_prefix(got, "Dette") && g_str_has_suffix(got, "."));
    }
}

static void more_different_words_beat_more_of_the_same(void **state)
{
    g_autofree char *filler = sentences_with(10, 99, "");
    g_autofree char *text = g_strconcat("Sukker, sukker og sukker. ", filler, " Sukker og salt.", NULL);
    g_autofree char *got = marked(*state, "sukker salt", text, "nb");
    assert_non_null(strstr(got, "[Sukker] og [salt]."));
}

static void a_sentence_without_end_is_cut_around_its_match(void **state)
{
    g_autoptr(GString) text = g_string_new("Liste");
    for (guint i = 0; i < 400; i++) {
        g_string_append(text, i == 300 ? " sukker" : " øl");
    }
    g_autofree char *got = marked(*state, "sukker", text->str, "nb");
    assert_non_null(strstr(got, "[sukker]"));
    assert_true(g_str_has_prefix(got, "… ") && g_str_has_suffix(got, " …"));
    assert_true(samsok_text_word_count(got) <= SAMSOK_SNIPPET_WORDS);
}

/* An analyser that knows a few head words. Owner: the caller; the head words to `out_headwords`. */
static SamsokAnalyser *splitting_analyser(SamsokHeadwords **out_headwords)
{
    g_autofree char *folder = g_dir_make_tmp("samsok-snippet-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "nb_NO.dic", NULL);
    assert_true(g_file_set_contents(path, "4\nflytte\ntilsyn\nhage\nrom\n", -1, NULL));
    const char *const folders[] = {folder, NULL};
    *out_headwords = samsok_headwords_load(folders);
    g_remove(path);
    g_rmdir(folder);
    SamsokAnalyser *analyser = samsok_analyser_new(NULL);
    samsok_analyser_split(analyser, *out_headwords);
    return analyser;
}

static void a_compound_shows_the_word_that_is_its_part(void **state)
{
    (void)state;
    g_autoptr(SamsokHeadwords) headwords = NULL;
    g_autoptr(SamsokAnalyser) analyser = splitting_analyser(&headwords);
    static const SnippetCase compounds[] = {
        {"tilsyn", "Flyttetilsynet kom.", "[Flyttetilsynet] kom."},
        {"+tilsynet -rom", "Et hagerom, et flyttetilsyn.", "Et hagerom, et [flyttetilsyn]."},
        {"\"tilsyn med\" stat", "Flyttetilsyn med staten.", "Flyttetilsyn med [staten]."},
        {"hva er", "Hvaler er flyttetilsyn.", "Hvaler [er] flyttetilsyn."},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(compounds); i++) {
        g_autofree char *got = marked(analyser, compounds[i].query, compounds[i].text, "nb");
        assert_string_equal(got, compounds[i].expected);
    }
    g_autofree char *filler = sentences_with(10, 99, "");
    g_autofree char *text = g_strconcat("Flyttetilsynet kom. ", filler, " Tilsynet kom.", NULL);
    g_autofree char *got = marked(analyser, "tilsyn", text, "nb");
    assert_non_null(strstr(got, "[Tilsynet] kom."));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(matched_words_are_marked_by_code_points),
        cmocka_unit_test(english_text_is_marked_by_english_stems),
        cmocka_unit_test(the_sentence_with_the_word_is_shown_whole_wherever_it_stands),
        cmocka_unit_test(more_different_words_beat_more_of_the_same),
        cmocka_unit_test(a_sentence_without_end_is_cut_around_its_match),
        cmocka_unit_test(a_compound_shows_the_word_that_is_its_part),
    };
    return cmocka_run_group_tests(tests, make_analyser, drop_analyser);
}
