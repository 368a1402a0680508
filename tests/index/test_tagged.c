/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of tags in an index: written with passages, renewed when the vocabulary changes. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/concepts/lexicon.h"
#include "core/concepts/tagger.h"
#include "core/language/analyser.h"
#include "core/shape/shape.h"
#include "index/generation.h"
#include "index/retag.h"
#include "index/schema.h"
#include "index/search.h"
#include "index/tagged.h"
#include "index/tally.h"
#include "tests/concepts/turtle.h"
#include "tests/index/folder.h"
#include "tests/index/runs.h"

static const char first_vocabulary[] =
    ":styring a skos:Concept ; skos:prefLabel \"styring\"@nb .\n"
    ":samordning a skos:Concept ; skos:broader :styring ; skos:prefLabel \"samordning\"@nb .\n";
static const char second_vocabulary[] =
    ":staten a skos:Concept ; skos:prefLabel \"stat\"@nb .\n"
    ":rapport a skos:Concept ; skos:prefLabel \"rapport\"@nb .\n";

/* What the runs of a test tag with; NULL: nothing. */
static const SamsokLexicon *lexicon;

static void with_lexicon(SamsokUpdateOptions *options)
{
    options->lexicon = lexicon;
}

static void rebuild_with_lexicon(SamsokUpdateOptions *options)
{
    options->lexicon = lexicon;
    options->rebuild = true;
}

/* From here on no file can be read: there is no plugin that a worker could be started with. */
static void forbid_workers(TestRuns *runs)
{
    g_autofree char *plugin_path = g_strdup(g_getenv("SAMSOK_PLUGIN_PATH"));
    g_setenv("SAMSOK_PLUGIN_PATH", "/nonexistent", TRUE);
    const SamsokRegistryOptions none = {0};
    samsok_registry_free(runs->registry);
    runs->registry = samsok_registry_load(&none, NULL);
    assert_non_null(runs->registry);
    for (guint i = 0; i < samsok_registry_len(runs->registry); i++) {
        assert_true(*samsok_registry_at(runs->registry, i)->refusal != '\0');
    }
    g_setenv("SAMSOK_PLUGIN_PATH", plugin_path == NULL ? "" : plugin_path, TRUE);
}

static int set_up(void **state)
{
    TestRuns *runs = test_runs_new();
    test_runs_write(runs, "a.txt", "helse");
    test_runs_write(runs, "b.txt", "vei");
    lexicon = NULL;
    *state = runs;
    return 0;
}

static int tear_down(void **state)
{
    test_runs_free(*state);
    return 0;
}

typedef struct {
    SamsokVocabulary *vocabulary;
    SamsokLexicon *lexicon;
} Words;

static Words words_new(const char *turtle)
{
    Words words = {.vocabulary = load_text(turtle)};
    words.lexicon = samsok_lexicon_new(words.vocabulary, NULL);
    assert_non_null(words.lexicon);
    lexicon = words.lexicon;
    return words;
}

static void words_clear(Words *words)
{
    samsok_lexicon_free(words->lexicon);
    samsok_vocabulary_free(words->vocabulary);
    lexicon = NULL;
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Words, words_clear)

static void run(const TestRuns *runs, void (*change)(SamsokUpdateOptions *), const char *wanted)
{
    g_autoptr(SamsokRunReport) report = test_runs_update(runs, change);
    g_autofree char *counters = test_runs_counters(report);
    assert_string_equal(counters, wanted);
}

static void passages_are_tagged_with_concepts_and_all_above_them(void **state)
{
    G_GNUC_UNUSED g_auto(Words) words = words_new(first_vocabulary);
    run(*state, with_lexicon, "seen 2 indexed 2");
    assert_int_equal(test_runs_count(*state, "Ksamordning"), 2);
    assert_int_equal(test_runs_count(*state, "Kstyring"), 2);
    const TestRuns *runs = *state;
    g_autoptr(SamsokReportRecord) report = test_runs_record(runs, "a.txt");
    g_autoptr(SamsokIndex) index = samsok_index_open(runs->index, NULL);
    g_autoptr(GPtrArray) passages = samsok_index_passages(index, report->id, NULL);
    const SamsokPassageRecord *passage = g_ptr_array_index(passages, 0);
    assert_int_equal(passage->mentions->len, 1);
    const SamsokMentionRecord *mention = g_ptr_array_index(passage->mentions, 0);
    assert_string_equal(mention->concept, "samordning");
    assert_string_equal(mention->rule, "stems «samordning»");
    g_autofree char *text = g_utf8_substring(passage->text, mention->start, mention->end);
    assert_string_equal(text, "samordning");
}

static void a_run_without_a_vocabulary_tags_nothing_and_the_next_with_one_tags_all(void **state)
{
    run(*state, NULL, "seen 2 indexed 2");
    assert_int_equal(test_runs_count(*state, "Ksamordning"), 0);
    G_GNUC_UNUSED g_auto(Words) words = words_new(first_vocabulary);
    forbid_workers(*state);
    run(*state, with_lexicon, "seen 2 unchanged 2");
    assert_int_equal(test_runs_count(*state, "Ksamordning"), 2);
}

static void another_vocabulary_takes_the_old_tags_away_without_reading_a_file(void **state)
{
    G_GNUC_UNUSED g_auto(Words) first = words_new(first_vocabulary);
    run(*state, with_lexicon, "seen 2 indexed 2");
    G_GNUC_UNUSED g_auto(Words) second = words_new(second_vocabulary);
    forbid_workers(*state);
    run(*state, with_lexicon, "seen 2 unchanged 2");
    assert_int_equal(test_runs_count(*state, "Ksamordning"), 0);
    assert_int_equal(test_runs_count(*state, "Kstyring"), 0);
    assert_int_equal(test_runs_count(*state, "Kstaten"), 2);
    assert_int_equal(test_runs_count(*state, "samordning"), 2);
}

static void a_run_without_a_vocabulary_leaves_the_tags_that_are_there(void **state)
{
    G_GNUC_UNUSED g_auto(Words) words = words_new(first_vocabulary);
    run(*state, with_lexicon, "seen 2 indexed 2");
    lexicon = NULL;
    test_runs_write(*state, "c.txt", "skole");
    run(*state, with_lexicon, "seen 3 indexed 1 unchanged 2");
    assert_int_equal(test_runs_count(*state, "Ksamordning"), 2);
    assert_int_equal(test_runs_count(*state, "Kstyring"), 2);
    lexicon = words.lexicon;
    forbid_workers(*state);
    run(*state, with_lexicon, "seen 3 unchanged 3");
    assert_int_equal(test_runs_count(*state, "Ksamordning"), 3);
}

static void a_text_carried_over_is_tagged_as_a_fresh_one(void **state)
{
    const TestRuns *runs = *state;
    G_GNUC_UNUSED g_auto(Words) words = words_new(second_vocabulary);
    run(runs, with_lexicon, "seen 2 indexed 2");
    uint32_t fresh = test_runs_count(runs, "Kstaten");
    lexicon = NULL;
    run(runs, rebuild_with_lexicon, "seen 2 indexed 2");
    lexicon = words.lexicon;
    run(runs, with_lexicon, "seen 2 unchanged 2");
    assert_int_equal(test_runs_count(runs, "Kstaten"), fresh);
    g_autoptr(SamsokIndex) index = samsok_index_open(runs->index, NULL);
    g_autoptr(SamsokStatusInfo) status = samsok_index_status(index, NULL);
    assert_true(*status->digest != '\0');
    assert_int_equal(status->versions.shape, SAMSOK_SHAPE_VERSION);
    assert_int_equal(status->versions.analyser, SAMSOK_ANALYSER_VERSION);
    assert_int_equal(status->versions.tagger, SAMSOK_TAGGER_VERSION);
    assert_true(*status->vocabulary != '\0');
}

static void a_damaged_thesaurus_is_told_and_a_rebuild_mends_it(void **state)
{
    const TestRuns *runs = *state;
    G_GNUC_UNUSED g_auto(Words) words = words_new(first_vocabulary);
    run(runs, with_lexicon, "seen 2 indexed 2");
    g_autofree char *path = samsok_generation_database(runs->index, NULL);
    SamsokWriter *writer = samsok_writer_open(path, NULL);
    assert_true(samsok_writer_set_metadata(writer, SAMSOK_KEY_THESAURUS, "C\ta\tiri\tkind\t0\t\tA\nL\t0\ten\t\xc3", NULL));
    assert_true(samsok_writer_commit(writer, NULL));
    samsok_writer_close(writer);
    G_GNUC_UNUSED g_auto(Words) second = words_new(second_vocabulary);
    test_runs_refuse(runs, with_lexicon, SAMSOK_ERROR_CORRUPT);
    run(runs, rebuild_with_lexicon, "seen 2 indexed 2");
    assert_int_equal(test_runs_count(runs, "Kstaten"), 2);
    run(runs, with_lexicon, "seen 2 unchanged 2");
}

static void dry_with_lexicon(SamsokUpdateOptions *options)
{
    options->lexicon = lexicon;
    options->dry_run = true;
}

static void a_dry_run_says_which_passages_gain_and_lose_what_and_changes_nothing(void **state)
{
    G_GNUC_UNUSED g_auto(Words) first = words_new(first_vocabulary);
    run(*state, with_lexicon, "seen 2 indexed 2");
    G_GNUC_UNUSED g_auto(Words) second = words_new(second_vocabulary);
    forbid_workers(*state);
    g_autoptr(SamsokRunReport) report = test_runs_update(*state, dry_with_lexicon);
    assert_int_equal(report->retagged, 2);
    assert_int_equal(report->tag_changes->len, 2);
    assert_int_equal(report->concept_changes, 2);
    const SamsokTagChange *change = g_ptr_array_index(report->tag_changes, 0);
    assert_string_equal(change->gained, "rapport staten");
    assert_string_equal(change->lost, "samordning styring");
    assert_int_equal(test_runs_count(*state, "Ksamordning"), 2);
    assert_int_equal(test_runs_count(*state, "Kstaten"), 0);
}

static bool note_document(uint32_t docid, const void *bytes, size_t len, void *data)
{
    (void)bytes;
    (void)len;
    g_array_append_val((GArray *)data, docid);
    return true;
}

/* What a dry run tells of the reports of `runs`, when its report names `named` passages already. */
static SamsokRunReport *retagged_after(const TestRuns *runs, const Words *words, guint named)
{
    g_autofree char *path = samsok_generation_database(runs->index, NULL);
    g_autoptr(SamsokDatabase) reader = samsok_database_open(path, NULL);
    g_autoptr(SamsokThesaurus) before = samsok_tagged_thesaurus(reader, NULL);
    g_autoptr(SamsokThesaurus) after = samsok_thesaurus_new(words->vocabulary);
    const SamsokTagging tagging = {.lexicon = words->lexicon, .thesaurus = after};
    g_autoptr(SamsokRunReport) report = samsok_tally_new();
    for (guint i = 0; i < named; i++) {
        g_ptr_array_add(report->tag_changes, g_new0(SamsokTagChange, 1));
    }
    g_autoptr(SamsokRetagger) retagger =
        samsok_retagger_new(reader, NULL, &tagging, before, report, NULL);
    g_autoptr(GArray) docids = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    samsok_database_each_document(reader, SAMSOK_KIND_REPORT, note_document, docids, NULL);
    for (guint i = 0; i < docids->len; i++) {
        assert_true(samsok_retagger_report(retagger, g_array_index(docids, uint32_t, i), NULL));
    }
    return g_steal_pointer(&report);
}

static void a_dry_run_names_so_many_passages_and_counts_the_others(void **state)
{
    G_GNUC_UNUSED g_auto(Words) first = words_new(first_vocabulary);
    run(*state, with_lexicon, "seen 2 indexed 2");
    g_auto(Words) second = words_new(second_vocabulary);
    g_autoptr(SamsokRunReport) report =
        retagged_after(*state, &second, SAMSOK_MAX_TAG_CHANGES - 1);
    assert_int_equal(report->concept_changes, 2);
    assert_int_equal(report->tag_changes->len, SAMSOK_MAX_TAG_CHANGES);
    const SamsokTagChange *last =
        g_ptr_array_index(report->tag_changes, SAMSOK_MAX_TAG_CHANGES - 1);
    assert_string_equal(last->gained, "rapport staten");
}

static const char moved[] =
    ":ledelse a skos:Concept ; skos:prefLabel \"ledelse\"@nb .\n"
    ":samordning a skos:Concept ; skos:broader :ledelse ; skos:prefLabel \"samordning\"@nb .\n";

static void a_dry_run_names_what_is_gained_and_lost_from_above(void **state)
{
    G_GNUC_UNUSED g_auto(Words) first = words_new(first_vocabulary);
    run(*state, with_lexicon, "seen 2 indexed 2");
    G_GNUC_UNUSED g_auto(Words) second = words_new(moved);
    g_autoptr(SamsokRunReport) report = test_runs_update(*state, dry_with_lexicon);
    assert_int_equal(report->concept_changes, 2);
    const SamsokTagChange *change = g_ptr_array_index(report->tag_changes, 0);
    assert_string_equal(change->gained, "ledelse");
    assert_string_equal(change->lost, "styring");
}

static void a_concept_that_moved_below_another_counts_for_it(void **state)
{
    G_GNUC_UNUSED g_auto(Words) first = words_new(first_vocabulary);
    run(*state, with_lexicon, "seen 2 indexed 2");
    G_GNUC_UNUSED g_auto(Words) second = words_new(moved);
    run(*state, with_lexicon, "seen 2 unchanged 2");
    assert_int_equal(test_runs_count(*state, "Ksamordning"), 2);
    assert_int_equal(test_runs_count(*state, "Kledelse"), 2);
    assert_int_equal(test_runs_count(*state, "Kstyring"), 0);
}

static void points_follow_the_tags_of_their_passages(void **state)
{
    TestRuns *runs = *state;
    test_folder_write(runs->files, "raad.txt",
                      "Rapport om råd\n\n1 Råd\n\nRåd 1: Departementet bør styrke samordning i "
                      "staten.\n\nRåd 2: Departementet bør klargjøre mandat i staten.\n");
    G_GNUC_UNUSED g_auto(Words) first = words_new(first_vocabulary);
    run(runs, with_lexicon, "seen 3 indexed 3");
    uint32_t points = test_runs_count(runs, SAMSOK_KIND_POINT);
    uint32_t before = test_runs_count(runs, "Ksamordning");
    assert_true(points >= 2 && before >= 4);
    G_GNUC_UNUSED g_auto(Words) second = words_new(second_vocabulary);
    run(runs, with_lexicon, "seen 3 unchanged 3");
    assert_int_equal(test_runs_count(runs, SAMSOK_KIND_POINT), points);
    assert_int_equal(test_runs_count(runs, "Ksamordning"), 0);
    assert_true(test_runs_count(runs, "Kstaten") >= 3 + points);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(passages_are_tagged_with_concepts_and_all_above_them),
        TEST(a_run_without_a_vocabulary_tags_nothing_and_the_next_with_one_tags_all),
        TEST(another_vocabulary_takes_the_old_tags_away_without_reading_a_file),
        TEST(a_run_without_a_vocabulary_leaves_the_tags_that_are_there),
        TEST(a_dry_run_says_which_passages_gain_and_lose_what_and_changes_nothing),
        TEST(a_dry_run_names_so_many_passages_and_counts_the_others),
        TEST(a_dry_run_names_what_is_gained_and_lost_from_above),
        TEST(a_concept_that_moved_below_another_counts_for_it),
        TEST(points_follow_the_tags_of_their_passages),
        TEST(a_text_carried_over_is_tagged_as_a_fresh_one),
        TEST(a_damaged_thesaurus_is_told_and_a_rebuild_mends_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
