/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking a small index: words, phrases, filters, pages, citations. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "index/generation.h"
#include "index/opened.h"
#include "index/schema.h"
#include "index/search.h"
#include "index/verdict.h"
#include "index/xapian/index.h"
#include "tests/index/folder.h"
#include "tests/index/shelf.h"

static const ShelfReport reports[] = {
    {"difi-notat-2017-02", "Erfaringer med samordning", "Difi-notat", "2017:2", 2017, "nb",
     "Kari Hansen", "/arkiv/notat.txt"},
    {"difi-rapport-2014-07", "Mot alle odds", "Difi-rapport", "2014:07", 2014, "nb", "Ola Nordmann",
     "/arkiv/2014/odds.txt"},
    {"difi-rapport-2017-07", "Evaluering av rosiner", "Difi-rapport", "2017:7", 2017, "nn", "",
     "/arkiv/2017/rosiner.txt"},
    {"coordination-1999", "Running policies", "", "", 1999, "en", "", "/arkiv/english.txt"},
    {NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL},
};

static const ShelfPassage passages[] = {
    {"difi-notat-2017-02", "2.3", "Samordningsroller",
     "Lederdepartementet har ansvar for samordningen. Det er lov om staten å tenke på her."},
    {"difi-notat-2017-02", "2.4", "Kommuner", "Kommunene og staten er enige om loven om styring."},
    {"difi-notat-2017-02", "", "Vedlegg", "I 0–24-samarbeidet møttes fem departementer og åtte fylker."},
    {"difi-rapport-2014-07", "1", "Innledning", "Staten skal samordne sine tjenester til kommunene."},
    {"difi-rapport-2014-07", "2", "Funn", "Det fantes 24 kommuner uten tjenester fra staten i år 0."},
    {"difi-rapport-2017-07", "1", "Innleiing", "Rosinar i bollar er staten si sak."},
    {"coordination-1999", "1", "Policy", "They run a policy of coordination in Norway."},
    {NULL, NULL, NULL, NULL},
};

typedef struct {
    char *dir;
    SamsokIndex *index;
} World;

static int set_up(void **state)
{
    World *world = g_new0(World, 1);
    world->dir = test_folder_new();
    shelf_write(world->dir, reports, passages);
    world->index = samsok_index_open(world->dir, NULL);
    *state = world;
    return world->index == NULL;
}

static int tear_down(void **state)
{
    World *world = *state;
    samsok_index_close(world->index);
    test_folder_free(world->dir);
    g_free(world);
    return 0;
}

static SamsokAnswer *ask(SamsokIndex *index, const SamsokQuestion *question)
{
    g_autoptr(GError) error = NULL;
    SamsokAnswer *answer = samsok_index_search(index, question, &error);
    assert_null(error);
    assert_non_null(answer);
    return answer;
}

static int compare_strings(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The ids of the hits, shortened to the report's last digit group and the passage: "02#0 07#1",
 * sorted, since the order of equals is not what these tests are about. */
static char *sorted_ids(const SamsokAnswer *answer)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    for (guint i = 0; i < answer->hits->len; i++) {
        const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
        g_ptr_array_add(ids, (gpointer)hit->passage->id);
    }
    g_ptr_array_sort(ids, compare_strings);
    g_ptr_array_add(ids, NULL);
    return g_strjoinv(" ", (char **)ids->pdata);
}

#define NOTE_0 "difi-notat-2017-02#0"
#define NOTE_1 "difi-notat-2017-02#1"
#define NOTE_2 "difi-notat-2017-02#2"
#define ODDS_0 "difi-rapport-2014-07#0"
#define ODDS_1 "difi-rapport-2014-07#1"
#define ROSIN_0 "difi-rapport-2017-07#0"
#define ENGLISH_0 "coordination-1999#0"

typedef struct {
    const char *query;
    const char *ids;
    guint notes;
} SearchCase;

static const SearchCase cases[] = {
    {"", "", 0},
    {"rosiner", ROSIN_0, 0},
    {"ROSIN", ROSIN_0, 0},
    {"finnesikke", "", 0},
    {"running", ENGLISH_0, 0},
    {"odds", ODDS_0 " " ODDS_1, 0},
    {"samordningsroller", NOTE_0, 0},
    {"\"lov om staten\"", NOTE_0, 0},
    {"«LOVEN  OM»", NOTE_1, 0},
    {"\"0-24-samarbeidet\"", NOTE_2, 0},
    {"+0-24-samarbeidet", NOTE_2, 0},
    {"0-24-samarbeidet", NOTE_2 " " ODDS_1, 0},
    {"\"lov om stat\"", "", 0},
    {"\"lov om staten\" rosiner", NOTE_0, 0},
    {"\"lov om staten\" ELLER rosiner", NOTE_0 " " ROSIN_0, 0},
    {"kommuner -tjenester", NOTE_1, 0},
    {"kommuner -\"uten tjenester\"", NOTE_1 " " ODDS_0, 0},
    {"kommuner OG tjenester", ODDS_0 " " ODDS_1, 0},
    {"rosiner ELLER odds", ODDS_0 " " ODDS_1 " " ROSIN_0, 0},
    {"lov NÆR styring", NOTE_1, 0},
    {"lederdepartementet NÆR her", "", 0},
    {"lederd*", NOTE_0, 0},
    {"departementene*", "", 0},
    {"departementer*", NOTE_2, 0},
    {"fylk* ELLER rosin*", NOTE_2 " " ROSIN_0, 0},
    {"tittel:rosiner", ROSIN_0, 0},
    {"tittel:staten", "", 0},
    {"tittel:\"mot alle\"", ODDS_0 " " ODDS_1, 0},
    {"tittel:rosin* staten", ROSIN_0, 0},
    {"seksjon:funn", ODDS_1, 0},
    {"seksjon:2.3", NOTE_0, 0},
    {"seksjon:2", NOTE_0 " " NOTE_1 " " ODDS_1, 0},
    {"staten år:2014", ODDS_0 " " ODDS_1, 0},
    {"staten år:..2014", ODDS_0 " " ODDS_1, 0},
    {"staten år:2015..", NOTE_0 " " NOTE_1 " " ROSIN_0, 0},
    {"år:1999", ENGLISH_0, 0},
    {"år:1999 år:2014", ENGLISH_0 " " ODDS_0 " " ODDS_1, 0},
    {"staten -år:2017", ODDS_0 " " ODDS_1, 0},
    {"rapport:difi-rapport-2014-07 staten", ODDS_0 " " ODDS_1, 0},
    {"rapport:2014:7 staten", ODDS_0 " " ODDS_1, 0},
    {"rapport:\"Difi-rapport 2014:07\" staten", ODDS_0 " " ODDS_1, 0},
    {"rapport:2014:8", "", 1},
    {"serie:difi-rapport staten", ODDS_0 " " ODDS_1 " " ROSIN_0, 0},
    {"serie:difi staten år:2017", NOTE_0 " " NOTE_1 " " ROSIN_0, 0},
    {"serie:nou", "", 1},
    {"begrep:pådriver staten", "", 1},
    {"forfatter:hansen staten", NOTE_0 " " NOTE_1, 0},
    {"forfatter:\"Ola Nordmann\"", ODDS_0 " " ODDS_1, 0},
    {"forfatter:hans", "", 1},
    {"språk:nynorsk", ROSIN_0, 0},
    {"språk:norsk rosiner", ROSIN_0, 0},
    {"type:body rosiner", ROSIN_0, 0},
    {"type:plain rosiner", ROSIN_0, 0},
    {"type:sammendrag", "", 1},
    {"-staten -kommune -rosiner", ENGLISH_0 " " NOTE_2, 0},
    {"hva er", NOTE_0 " " NOTE_1 " " ROSIN_0, 0},
    {"hva er det rosiner", ROSIN_0, 0},
    {"\xFF\xFE rosiner \"", ROSIN_0, 1},
};

static void every_query_of_the_table_finds_what_it_says(void **state)
{
    const World *world = *state;
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        SamsokQuestion question = {.query = cases[i].query, .count = 20, .exact_total = true};
        g_autoptr(SamsokAnswer) answer = ask(world->index, &question);
        g_autofree char *ids = sorted_ids(answer);
        if (strcmp(ids, cases[i].ids) != 0 || answer->notes->len != cases[i].notes) {
            fail_msg("'%s' (%s): found '%s' with %u notes", cases[i].query, answer->understood, ids,
                     answer->notes->len);
        }
        assert_int_equal(answer->total, answer->hits->len);
        assert_true(answer->total_is_exact);
    }
}

static void filters_of_the_caller_narrow_the_query(void **state)
{
    const World *world = *state;
    const char *const two[] = {"difi-notat-2017-02", "difi-rapport-2017-07", NULL};
    const char *const series[] = {"Difi-rapport", NULL};
    const char *const nynorsk[] = {"nn", NULL};
    const struct {
        SamsokFilters filters;
        const char *ids;
    } filtered[] = {
        {{.reports = two}, NOTE_0 " " NOTE_1 " " ROSIN_0},
        {{.series = series, .year_first = 2015}, ROSIN_0},
        {{.languages = nynorsk}, ROSIN_0},
        {{.year_last = 2016}, ODDS_0 " " ODDS_1},
        {{.path_glob = "2017/*"}, ROSIN_0},
        {{.path_glob = "2017/"}, ROSIN_0},
        {{.path_glob = "*.pdf"}, ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(filtered); i++) {
        SamsokQuestion question = {.query = "staten", .count = 20, .filters = filtered[i].filters};
        g_autoptr(SamsokAnswer) answer = ask(world->index, &question);
        g_autofree char *ids = sorted_ids(answer);
        assert_string_equal(ids, filtered[i].ids);
    }
}

static void filters_alone_show_all_they_let_through(void **state)
{
    const World *world = *state;
    SamsokQuestion question = {.query = "", .count = 20, .filters = {.year_last = 2014}};
    g_autoptr(SamsokAnswer) answer = ask(world->index, &question);
    g_autofree char *ids = sorted_ids(answer);
    assert_string_equal(ids, ENGLISH_0 " " ODDS_0 " " ODDS_1);
}

static void a_hit_tells_where_it_stands_and_why(void **state)
{
    const World *world = *state;
    SamsokQuestion question = {.query = "samordningens lederdepartement", .count = 1};
    g_autoptr(SamsokAnswer) answer = ask(world->index, &question);
    assert_int_equal(answer->hits->len, 1);
    const SamsokHit *hit = g_ptr_array_index(answer->hits, 0);
    assert_int_equal(hit->rank, 1);
    assert_true(hit->score > 0);
    assert_string_equal(hit->passage->id, NOTE_0);
    assert_string_equal(hit->report->title, "Erfaringer med samordning");
    assert_ptr_equal(hit->report, g_hash_table_lookup(answer->reports, "difi-notat-2017-02"));
    assert_string_equal(hit->citation, "Difi-notat 2017:2, kap. 2.3, s. 3");
    assert_true(g_str_has_prefix(hit->snippet, "Lederdepartementet har"));
    const SamsokSpan *span = &g_array_index(hit->highlights, SamsokSpan, 0);
    assert_int_equal(span->start, 0);
    assert_int_equal(span->end, 18);
    assert_string_equal(answer->understood, "samordningens lederdepartement");
}

/* The ids of all hits in rank order, page by page. */
static char *paged(SamsokIndex *index, const char *query, guint page, guint per_report)
{
    GString *ids = g_string_new(NULL);
    bool more = true;
    for (guint offset = 0; more; offset += page) {
        SamsokQuestion question = {
            .query = query, .count = page, .offset = offset, .per_report = per_report};
        g_autoptr(SamsokAnswer) answer = ask(index, &question);
        more = answer->hits->len == page;
        for (guint i = 0; i < answer->hits->len; i++) {
            const SamsokHit *hit = g_ptr_array_index(answer->hits, i);
            assert_int_equal(hit->rank, offset + i + 1);
            g_string_append_printf(ids, "%s ", hit->passage->id);
        }
    }
    return g_string_free(ids, FALSE);
}

/* Writes many passages of many reports, most of them equal in rank, into a fresh index. */
static SamsokIndex *open_large(const char *dir)
{
    enum { REPORTS = 40, EACH = 9 };
    g_autoptr(GArray) shelf = g_array_new(TRUE, TRUE, sizeof(ShelfReport));
    g_autoptr(GArray) texts = g_array_new(TRUE, TRUE, sizeof(ShelfPassage));
    g_autoptr(GStringChunk) strings = g_string_chunk_new(4096);
    for (guint i = 0; i < REPORTS; i++) {
        g_autofree char *id = g_strdup_printf("r%u", i);
        ShelfReport report = {.id = g_string_chunk_insert(strings, id), .title = "T", .series = "",
                              .number = "", .year = 2000, .language = "nb", .author = "",
                              .path = "/x"};
        g_array_append_val(shelf, report);
        for (guint j = 0; j < EACH; j++) {
            const char *text = j % 3 == 0 ? "rosiner og boller" : "boller med rosiner i";
            ShelfPassage passage = {report.id, "", "", text};
            g_array_append_val(texts, passage);
        }
    }
    shelf_write(dir, (const ShelfReport *)(void *)shelf->data,
                (const ShelfPassage *)(void *)texts->data);
    return samsok_index_open(dir, NULL);
}

static void pages_put_together_are_one_long_page(void **state)
{
    (void)state;
    char *dir = test_folder_new();
    g_autoptr(SamsokIndex) index = open_large(dir);
    const char *const queries[] = {"rosiner boller", "\"boller med rosiner\"", "ros*"};
    const guint totals[] = {360, 240, 360};
    for (size_t i = 0; i < G_N_ELEMENTS(queries); i++) {
        for (guint per_report = 0; per_report < 4; per_report++) {
            g_autofree char *whole = paged(index, queries[i], 1000, per_report);
            g_autofree char *sevens = paged(index, queries[i], 7, per_report);
            g_autofree char *hundreds = paged(index, queries[i], 100, per_report);
            assert_string_equal(sevens, whole);
            assert_string_equal(hundreds, whole);
            g_auto(GStrv) ids = g_strsplit(whole, " ", -1);
            guint expected = per_report == 0 ? totals[i] : 40 * per_report;
            assert_int_equal(g_strv_length(ids) - 1, expected);
        }
    }
    test_folder_free(dir);
}

static void totals_are_exact_when_asked_and_told_when_not(void **state)
{
    (void)state;
    char *dir = test_folder_new();
    g_autoptr(SamsokIndex) index = open_large(dir);
    SamsokQuestion question = {.query = "\"boller med rosiner\"", .count = 3};
    g_autoptr(SamsokAnswer) estimated = ask(index, &question);
    assert_false(estimated->total_is_exact);
    assert_true(estimated->total > 100 && estimated->total <= 360);
    question.exact_total = true;
    g_autoptr(SamsokAnswer) counted = ask(index, &question);
    assert_true(counted->total_is_exact);
    assert_int_equal(counted->total, 240);
    assert_int_equal(counted->hits->len, 3);
    question.per_report = 1;
    g_autoptr(SamsokAnswer) limited = ask(index, &question);
    assert_int_equal(limited->total, 240);
    test_folder_free(dir);
}

static void a_query_beyond_the_limit_is_refused_with_its_size(void **state)
{
    const World *world = *state;
    g_autofree char *typed = g_strnfill(SAMSOK_MAX_QUERY_BYTES + 1, 'a');
    SamsokQuestion question = {.query = typed, .count = 1};
    g_autoptr(GError) error = NULL;
    assert_null(samsok_index_search(world->index, &question, &error));
    assert_true(g_error_matches(error, SAMSOK_ERROR, SAMSOK_ERROR_LIMIT));
    typed[SAMSOK_MAX_QUERY_BYTES] = '\0';
    g_autoptr(SamsokAnswer) answer = ask(world->index, &question);
    assert_int_equal(answer->hits->len, 0);
}

static void reports_and_passages_are_found_by_id(void **state)
{
    const World *world = *state;
    g_autoptr(SamsokReportRecord) report =
        samsok_index_report(world->index, "difi-rapport-2014-07", NULL);
    assert_string_equal(report->title, "Mot alle odds");
    g_autoptr(SamsokPassageRecord) passage = samsok_index_passage(world->index, ODDS_1, NULL);
    assert_string_equal(passage->section_title, "Funn");
    g_autoptr(GPtrArray) all = samsok_index_passages(world->index, "difi-notat-2017-02", NULL);
    assert_int_equal(all->len, 3);
    for (guint i = 0; i < all->len; i++) {
        const SamsokPassageRecord *each = g_ptr_array_index(all, i);
        assert_int_equal(each->ordinal, i);
    }
}

static void an_unknown_id_is_missing(void **state)
{
    const World *world = *state;
    g_autoptr(GError) report_error = NULL;
    assert_null(samsok_index_report(world->index, "x", &report_error));
    assert_true(g_error_matches(report_error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING));
    g_autoptr(GError) passage_error = NULL;
    assert_null(samsok_index_passage(world->index, "difi-rapport-2014-07", &passage_error));
    assert_true(g_error_matches(passage_error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING));
    g_autoptr(GError) list_error = NULL;
    assert_null(samsok_index_passages(world->index, "x", &list_error));
    assert_true(g_error_matches(list_error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING));
}

static void status_counts_what_is_there(void **state)
{
    const World *world = *state;
    g_autoptr(SamsokStatusInfo) info = samsok_index_status(world->index, NULL);
    assert_int_equal(info->reports, 4);
    assert_int_equal(info->passages, 7);
    assert_int_equal(info->stale, 0);
    assert_int_equal(info->versions.schema, SAMSOK_SCHEMA_VERSION);
    assert_true(g_str_has_prefix(info->generation, "gen-"));
    assert_string_equal(info->last_run, "");
    assert_int_equal(info->quarantine->len, 0);
}

static void status_names_quarantined_files_with_the_reason(void **state)
{
    const World *world = *state;
    g_autoptr(SamsokVerdict) verdict =
        samsok_verdict_new(false, "bygg", "abc", "format", "/arkiv/ødelagt.pdf", "slutter brått");
    g_autofree char *key = samsok_verdict_key(verdict);
    g_autofree char *value = samsok_verdict_value(verdict);
    g_autofree char *database = samsok_generation_database(world->dir, NULL);
    g_autoptr(SamsokWriter) writer = samsok_writer_open(database, NULL);
    assert_true(samsok_writer_set_metadata(writer, key, value, NULL));
    assert_true(samsok_writer_commit(writer, NULL));
    g_autoptr(SamsokIndex) index = samsok_index_open(world->dir, NULL);
    g_autoptr(SamsokStatusInfo) info = samsok_index_status(index, NULL);
    assert_int_equal(info->quarantine->len, 1);
    assert_string_equal(g_ptr_array_index(info->quarantine, 0), "/arkiv/ødelagt.pdf: slutter brått");
}

static gboolean try_stale(SamsokIndex *index, void *data, GError **error)
{
    guint *tries = data;
    (void)index;
    (*tries)++;
    g_set_error_literal(error, SAMSOK_ERROR, SAMSOK_ERROR_STALE, "stale");
    return FALSE;
}

static void what_is_stale_without_a_newer_commit_is_damaged(void **state)
{
    World *world = *state;
    g_autoptr(GError) error = NULL;
    guint tries = 0;
    assert_false(samsok_index_retry(world->index, try_stale, &tries, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_CORRUPT);
    assert_non_null(strstr(error->message, "--rebuild"));
    assert_int_equal(tries, 2);
}

static gboolean try_overtaken(SamsokIndex *index, void *data, GError **error)
{
    g_autofree char *path = samsok_generation_database(index->dir, NULL);
    g_autoptr(SamsokWriter) writer = samsok_writer_open(path, NULL);
    assert_true(samsok_writer_set_metadata(writer, "overtaken", "yes", NULL));
    assert_true(samsok_writer_commit(writer, NULL));
    return try_stale(index, data, error);
}

static void what_commits_overtake_each_time_is_stale(void **state)
{
    World *world = *state;
    g_autoptr(GError) error = NULL;
    guint tries = 0;
    assert_false(samsok_index_retry(world->index, try_overtaken, &tries, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_STALE);
    assert_int_equal(tries, 3);
}

static void an_index_of_a_newer_schema_is_refused_with_both_numbers(void **state)
{
    const World *world = *state;
    g_autofree char *database = samsok_generation_database(world->dir, NULL);
    g_autoptr(SamsokWriter) writer = samsok_writer_open(database, NULL);
    assert_true(samsok_writer_set_metadata(writer, SAMSOK_KEY_SCHEMA, "77", NULL));
    assert_true(samsok_writer_commit(writer, NULL));
    g_autoptr(GError) error = NULL;
    assert_null(samsok_index_open(world->dir, &error));
    assert_true(g_error_matches(error, SAMSOK_ERROR, SAMSOK_ERROR_CORRUPT));
    assert_non_null(strstr(error->message, "77"));
    assert_non_null(strstr(error->message, " " G_STRINGIFY(SAMSOK_SCHEMA_VERSION)));
}

static void an_index_of_another_analyser_answers_and_says_so(void **state)
{
    const World *world = *state;
    assert_false(samsok_index_is_outdated(world->index));
    g_autofree char *database = samsok_generation_database(world->dir, NULL);
    g_autoptr(SamsokWriter) writer = samsok_writer_open(database, NULL);
    assert_true(samsok_writer_set_metadata(writer, SAMSOK_KEY_ANALYSER, "0", NULL));
    assert_true(samsok_writer_commit(writer, NULL));
    g_autoptr(SamsokIndex) index = samsok_index_open(world->dir, NULL);
    assert_true(samsok_index_is_outdated(index));
    g_autoptr(SamsokStatusInfo) info = samsok_index_status(index, NULL);
    assert_true(info->is_outdated);
}

static void a_folder_that_is_no_index_is_missing(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    assert_null(samsok_index_open("/nonexistent/index", &error));
    assert_true(g_error_matches(error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING));
}

/* Commits again and again, so that Xapian overwrites the blocks an older reader counts on. */
static void overwrite(const char *database)
{
    g_autoptr(SamsokWriter) writer = samsok_writer_open(database, NULL);
    for (guint round = 0; round < 4; round++) {
        for (guint i = 0; i < 3000; i++) {
            g_autoptr(SamsokEntry) entry = samsok_entry_new();
            g_autofree char *term = g_strdup_printf("o%u", i);
            assert_true(samsok_entry_add_term(entry, term, round + 1, NULL));
            assert_true(samsok_entry_add_boolean(entry, "XKother", NULL));
            assert_true(samsok_writer_add(writer, entry, NULL, NULL));
        }
        assert_true(samsok_writer_commit(writer, NULL));
        assert_true(samsok_writer_remove(writer, "XKother", NULL));
        assert_true(samsok_writer_commit(writer, NULL));
    }
}

static void a_reader_left_behind_opens_again_and_answers(void **state)
{
    (void)state;
    char *dir = test_folder_new();
    g_autoptr(SamsokIndex) index = open_large(dir);
    g_autofree char *database = samsok_generation_database(dir, NULL);
    g_autoptr(SamsokDatabase) witness = samsok_database_open(database, NULL);
    overwrite(database);

    /* The same reader without a second try is lost; else this test would show nothing. */
    g_autoptr(SamsokNode) node = samsok_node_term("rosin");
    SamsokSearchOptions options = {.count = 10, .k1 = 0.6};
    g_autoptr(GArray) matches = NULL;
    g_autoptr(GError) error = NULL;
    assert_false(samsok_database_search(witness, node, &options, &matches, NULL, NULL, &error));
    assert_true(g_error_matches(error, SAMSOK_ERROR, SAMSOK_ERROR_STALE));

    SamsokQuestion question = {.query = "rosiner", .count = 5};
    g_autoptr(SamsokAnswer) answer = ask(index, &question);
    assert_int_equal(answer->hits->len, 5);
    test_folder_free(dir);
}

typedef struct {
    SamsokReportRecord report;
    SamsokPassageRecord passage;
    const char *citation;
} CitationCase;

static const CitationCase citations[] = {
    {{.series = "Difi-notat", .number = "2017:2"},
     {.section_number = "2.3", .section_title = "Roller", .place = {9, 9, 0, 0}, .label_first = "9",
      .label_last = "9"},
     "Difi-notat 2017:2, kap. 2.3, s. 9"},
    {{.series = "Difi-notat", .number = "2017:2"},
     {.section_number = "", .section_title = "Forord", .place = {2, 3, 0, 0}, .label_first = "ii",
      .label_last = "iii"},
     "Difi-notat 2017:2, «Forord», s. ii–iii"},
    {{.series = "", .number = "", .title = "Mot alle odds", .year = 2014},
     {.section_number = "", .section_title = "", .place = {11, 12, 0, 0}, .label_first = "",
      .label_last = ""},
     "Mot alle odds, 2014, s. 11–12"},
    {{.series = "", .number = "", .title = "", .id = "odds"},
     {.section_number = "1", .section_title = "", .place = {0, 0, 4, 9}, .label_first = "",
      .label_last = ""},
     "odds, kap. 1"},
    {{.series = "", .number = "", .title = "Lov om kjøkken", .year = 1999},
     {.section_number = "§ 4-3", .section_title = "Kjøkken", .label_first = "", .label_last = ""},
     "Lov om kjøkken, 1999, § 4-3"},
    {{.series = "", .number = "", .title = "Forskrift om fjørfe.", .year = 1994},
     {.section_number = "2", .section_title = "Fjørfe", .label_first = "", .label_last = ""},
     "Forskrift om fjørfe, 1994, kap. 2"},
    {{.series = "", .number = "", .title = "Lov om endringer i jernbaneloven m.m.", .year = 2015},
     {.section_number = "", .section_title = "", .label_first = "", .label_last = ""},
     "Lov om endringer i jernbaneloven m.m., 2015"},
    {{.series = "", .number = "", .title = "Lov om kjøkken", .year = 1999},
     {.section_number = "", .section_title = "Lov om kjøkken", .label_first = "", .label_last = ""},
     "Lov om kjøkken, 1999"},
};

static void a_citation_names_number_chapter_and_printed_page(void **state)
{
    (void)state;
    for (size_t i = 0; i < G_N_ELEMENTS(citations); i++) {
        g_autofree char *line = samsok_citation(&citations[i].report, &citations[i].passage);
        assert_string_equal(line, citations[i].citation);
    }
}

#define ON_A_SHELF(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        ON_A_SHELF(every_query_of_the_table_finds_what_it_says),
        ON_A_SHELF(filters_of_the_caller_narrow_the_query),
        ON_A_SHELF(filters_alone_show_all_they_let_through),
        ON_A_SHELF(a_hit_tells_where_it_stands_and_why),
        cmocka_unit_test(pages_put_together_are_one_long_page),
        cmocka_unit_test(totals_are_exact_when_asked_and_told_when_not),
        ON_A_SHELF(a_query_beyond_the_limit_is_refused_with_its_size),
        ON_A_SHELF(reports_and_passages_are_found_by_id),
        ON_A_SHELF(an_unknown_id_is_missing),
        ON_A_SHELF(status_counts_what_is_there),
        ON_A_SHELF(status_names_quarantined_files_with_the_reason),
        ON_A_SHELF(what_is_stale_without_a_newer_commit_is_damaged),
        ON_A_SHELF(what_commits_overtake_each_time_is_stale),
        ON_A_SHELF(an_index_of_a_newer_schema_is_refused_with_both_numbers),
        ON_A_SHELF(an_index_of_another_analyser_answers_and_says_so),
        cmocka_unit_test(a_folder_that_is_no_index_is_missing),
        cmocka_unit_test(a_reader_left_behind_opens_again_and_answers),
        cmocka_unit_test(a_citation_names_number_chapter_and_printed_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
