/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samsok concepts: the vocabulary itself, as a tree, a concept at a time, and checked. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "index/meant.h"
#include "index/search.h"
#include "index/tagged.h"
#include "tools/command.h"
#include "tools/concepts.h"
#include "tools/matrix.h"
#include "tools/vocabularies.h"

/* Passages that show what is said of a concept. */
enum { PASSAGES_SHOWN = 5, PASSAGES_A_REPORT = 2 };

typedef struct {
    char **vocabularies;
    char *language;
    char *index_dir;
    SamsokFormat format; /* CSV: only of a matrix */
} ConceptsOptions;

static void options_clear(ConceptsOptions *options)
{
    g_strfreev(options->vocabularies);
    g_free(options->language);
    g_free(options->index_dir);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ConceptsOptions, options_clear)

static const char *language_of(const ConceptsOptions *options)
{
    return options->language == NULL ? "nb" : options->language;
}

static int check_files(const ConceptsOptions *options, char **files)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokVocabulary) vocabulary = samsok_cli_vocabulary_as_it_is(files, &error);
    g_autoptr(SamsokLexicon) lexicon =
        vocabulary == NULL ? NULL : samsok_lexicon_new(vocabulary, &error);
    if (lexicon == NULL) {
        return samsok_cli_fail(error);
    }
    g_autoptr(GPtrArray) findings = samsok_vocabulary_check(lexicon);
    guint wrong = samsok_print_findings(vocabulary, findings, options->format);
    return wrong == 0 ? SAMSOK_EXIT_DONE : 65;
}

/* ---- Tree and show ---- */

/* What is shown, and of which index. */
typedef struct {
    SamsokVocabulary *vocabulary;
    SamsokThesaurus *thesaurus;
    SamsokIndex *index;    /* NULL: there is none */
    SamsokFacets *facets;  /* counts in it, likewise */
    SamsokThesaurus *stored; /* what it is tagged with, likewise */
    SamsokStatusInfo *status;
    SamsokConceptView view;
} Showing;

static void showing_clear(Showing *showing)
{
    g_clear_pointer(&showing->view.counts, g_hash_table_unref);
    g_clear_pointer(&showing->view.tagged, g_hash_table_unref);
    samsok_status_info_free(showing->status);
    samsok_thesaurus_free(showing->stored);
    samsok_facets_free(showing->facets);
    samsok_index_close(showing->index);
    samsok_thesaurus_free(showing->thesaurus);
    samsok_vocabulary_free(showing->vocabulary);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Showing, showing_clear)

/* Finds out what the index is tagged with: it may be another vocabulary than the one shown. */
static bool read_tagged(Showing *showing, GError **error)
{
    showing->stored = samsok_index_thesaurus(showing->index, error);
    showing->status = showing->stored == NULL ? NULL : samsok_index_status(showing->index, error);
    if (showing->status == NULL) {
        return false;
    }
    showing->view.edition = showing->status->vocabulary;
    showing->view.tagged = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < samsok_thesaurus_count(showing->stored); i++) {
        const SamsokConcept *concept = samsok_thesaurus_at(showing->stored, i);
        g_hash_table_insert(showing->view.tagged, (gpointer)concept->iri, (gpointer)concept->id);
    }
    return true;
}

/* Counts every concept in the index. */
static bool count_concepts(Showing *showing, GError **error)
{
    const char *const names[] = {"concept", NULL};
    const SamsokQuestion everything = {.query = NULL};
    showing->facets = samsok_index_facets(showing->index, &everything, names, error);
    if (showing->facets == NULL) {
        return false;
    }
    showing->view.counts_are_exact = showing->facets->is_exact;
    showing->view.counts = g_hash_table_new(g_str_hash, g_str_equal);
    const SamsokFacet *facet = g_ptr_array_index(showing->facets->facets, 0);
    for (guint i = 0; i < facet->values->len; i++) {
        SamsokFacetValue *value = g_ptr_array_index(facet->values, i);
        g_hash_table_insert(showing->view.counts, value->value, value);
    }
    return true;
}

/* Reads the index of `options`; where none was named and there is none, nothing is counted. */
static bool read_index(const ConceptsOptions *options, Showing *showing, GError **error)
{
    g_autofree char *dir = samsok_cli_index_dir(options->index_dir);
    g_autoptr(GError) reason = NULL;
    showing->index = samsok_index_open(dir, &reason);
    if (showing->index != NULL) {
        return read_tagged(showing, error) && count_concepts(showing, error);
    }
    bool is_none = g_error_matches(reason, SAMSOK_ERROR, SAMSOK_ERROR_MISSING);
    if (!is_none || options->index_dir != NULL) {
        g_propagate_error(error, g_steal_pointer(&reason));
        return false;
    }
    return true;
}

static bool showing_init(const ConceptsOptions *options, Showing *showing, GError **error)
{
    showing->vocabulary = samsok_cli_vocabulary(options->vocabularies, error);
    if (showing->vocabulary == NULL) {
        return false;
    }
    showing->thesaurus = samsok_thesaurus_new(showing->vocabulary);
    showing->view = (SamsokConceptView){
        .vocabulary = showing->vocabulary,
        .thesaurus = showing->thesaurus,
        .language = language_of(options),
    };
    return read_index(options, showing, error);
}

static int show_tree(const ConceptsOptions *options)
{
    g_auto(Showing) showing = {0};
    g_autoptr(GError) error = NULL;
    if (!showing_init(options, &showing, &error)) {
        return samsok_cli_fail(error);
    }
    if (options->format == SAMSOK_FORMAT_TEXT) {
        samsok_text_concept_tree(&showing.view);
    } else {
        samsok_json_print(samsok_json_concept_tree(&showing.view),
                          options->format == SAMSOK_FORMAT_JSON);
    }
    return SAMSOK_EXIT_DONE;
}

static gint by_year(gconstpointer a, gconstpointer b)
{
    const SamsokFacetValue *first = *(const SamsokFacetValue *const *)a;
    const SamsokFacetValue *second = *(const SamsokFacetValue *const *)b;
    return strcmp(first->value, second->value);
}

/* The passages that say most of the concept, and how many there are a year. `id` is that of the index. */
static bool find_use(const Showing *showing, const char *id, SamsokConceptUse *use, GError **error)
{
    const char *const ids[] = {id, NULL};
    const char *const years[] = {"year", NULL};
    SamsokQuestion question = {
        .query = samsok_thesaurus_find(showing->stored, id)->label,
        .filters.concepts = ids,
        .count = PASSAGES_SHOWN,
        .per_report = PASSAGES_A_REPORT,
    };
    use->passages = samsok_index_search(showing->index, &question, error);
    question.query = "";
    use->years =
        use->passages == NULL ? NULL
                              : samsok_index_facets(showing->index, &question, years, error);
    if (use->years != NULL) {
        const SamsokFacet *facet = g_ptr_array_index(use->years->facets, 0);
        g_ptr_array_sort(facet->values, by_year);
    }
    return use->years != NULL;
}

static int show_one(const ConceptsOptions *options, const Showing *showing, const char *id)
{
    guint resource = samsok_vocabulary_find(showing->vocabulary, id);
    SamsokConceptUse use = {0};
    g_autoptr(GError) error = NULL;
    const char *tagged = samsok_concept_view_id(&showing->view, resource);
    bool has_use = tagged != NULL;
    int status = SAMSOK_EXIT_DONE;
    if (has_use && !find_use(showing, tagged, &use, &error)) {
        status = samsok_cli_fail(error);
    } else if (options->format == SAMSOK_FORMAT_TEXT) {
        samsok_text_concept(&showing->view, resource, has_use ? &use : NULL);
    } else {
        samsok_json_print(samsok_json_concept(&showing->view, resource, has_use ? &use : NULL),
                          options->format == SAMSOK_FORMAT_JSON);
    }
    samsok_answer_free(use.passages);
    samsok_facets_free(use.years);
    return status;
}

/* Of several, the first, and the others are named. */
static int show_first(const ConceptsOptions *options, const Showing *showing, const char *typed,
                      const GPtrArray *meant)
{
    for (guint i = 1; i < meant->len; i++) {
        const SamsokConcept *other = g_ptr_array_index(meant, i);
        samsok_cli_warn("'%s' may also mean %s", typed, other->id);
    }
    const SamsokConcept *first = g_ptr_array_index(meant, 0);
    return show_one(options, showing, first->id);
}

/* By id, IRI or name, in any language and inflected. */
static int show_concept(const ConceptsOptions *options, const char *typed)
{
    g_auto(Showing) showing = {0};
    g_autoptr(GError) error = NULL;
    if (!showing_init(options, &showing, &error)) {
        return samsok_cli_fail(error);
    }
    g_autoptr(GPtrArray) meant = samsok_meant_concepts(showing.thesaurus, NULL, typed);
    if (meant->len == 0) {
        samsok_cli_warn("'%s': no such concept", typed);
        return SAMSOK_EXIT_NOTHING_FOUND;
    }
    return show_first(options, &showing, typed, meant);
}

int samsok_cli_show_concept(const char *index_dir, const char *id, SamsokFormat format)
{
    g_auto(ConceptsOptions) options = {.index_dir = g_strdup(index_dir), .format = format};
    g_auto(Showing) showing = {0};
    g_autoptr(GError) error = NULL;
    if (!showing_init(&options, &showing, &error)) {
        /* Without a vocabulary there are no concepts; one that cannot be read may hold this one. */
        bool is_none = g_error_matches(error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING);
        return is_none ? -1 : samsok_cli_fail(error);
    }
    g_autoptr(GPtrArray) meant = samsok_meant_by_id(showing.thesaurus, NULL, id);
    return meant->len > 0 ? show_first(&options, &showing, id, meant) : -1;
}

/* ---- Matrix ---- */

static void print_matrix(const SamsokMatrix *matrix, const ConceptsOptions *options)
{
    const char *language = language_of(options);
    if (options->format == SAMSOK_FORMAT_CSV) {
        samsok_csv_matrix(matrix, language);
    } else if (options->format == SAMSOK_FORMAT_JSON) {
        samsok_json_print(samsok_json_matrix(matrix, language), true);
    } else {
        samsok_text_matrix(matrix, language);
    }
}

static int show_matrix(const ConceptsOptions *options, const char *rows, const char *columns)
{
    g_autofree char *dir = samsok_cli_index_dir(options->index_dir);
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokIndex) index = samsok_index_open(dir, &error);
    if (index == NULL) {
        return samsok_cli_fail(error);
    }
    g_autoptr(SamsokMatrix) matrix = samsok_index_matrix(index, rows, columns, &error);
    if (matrix == NULL) {
        return samsok_cli_fail_asking(error);
    }
    print_matrix(matrix, options);
    return SAMSOK_EXIT_DONE;
}

/* A matrix has text, json and csv, all else what other commands have. False after one line. */
static bool read_format(const char *verb, const char *value, SamsokFormat *out)
{
    static const struct {
        const char *name;
        SamsokFormat format;
    } formats[] = {{"text", SAMSOK_FORMAT_TEXT}, {"json", SAMSOK_FORMAT_JSON}, {"csv", SAMSOK_FORMAT_CSV}};
    if (value == NULL || strcmp(verb, "matrix") != 0) {
        return samsok_cli_format(&samsok_cmd_concepts, value, out);
    }
    for (guint i = 0; i < G_N_ELEMENTS(formats); i++) {
        if (strcmp(value, formats[i].name) == 0) {
            *out = formats[i].format;
            return true;
        }
    }
    samsok_cli_usage(&samsok_cmd_concepts, "no format '%s' of a matrix; there are text, json and csv",
                     value);
    return false;
}

/* False after one line. */
static bool is_language(const char *value)
{
    static const char *const languages[] = {"nb", "nn", "en", NULL};
    if (value == NULL || g_strv_contains(languages, value)) {
        return true;
    }
    samsok_cli_usage(&samsok_cmd_concepts, "--language '%s' is none of nb, nn and en", value);
    return false;
}

static int run_concepts(int argc, char **argv)
{
    g_auto(ConceptsOptions) options = {0};
    g_autofree char *format = NULL;
    const GOptionEntry entries[] = {
        {"vocabulary", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.vocabularies,
         "A SKOS vocabulary in Turtle (repeatable; replaces the installed one)", "FILE"},
        {"index", 'd', 0, G_OPTION_ARG_FILENAME, &options.index_dir, "The index that is counted in", "DIR"},
        {"format", 0, 0, G_OPTION_ARG_FILENAME, &format, "text, json or jsonl; csv of a matrix", "F"},
        {"language", 0, 0, G_OPTION_ARG_FILENAME, &options.language,
         "Labels and definition in nb, nn or en", "L"},
        G_OPTION_ENTRY_NULL,
    };
    if (!samsok_cli_options(&samsok_cmd_concepts, entries, &argc, &argv)) {
        return SAMSOK_EXIT_USAGE;
    }
    g_autofree char *first = g_utf8_make_valid(argc > 2 ? argv[2] : "", -1);
    g_autofree char *second = g_utf8_make_valid(argc > 3 ? argv[3] : "", -1);
    const char *verb = argc > 1 ? argv[1] : "tree";
    if (!read_format(verb, format, &options.format) || !is_language(options.language)) {
        return SAMSOK_EXIT_USAGE;
    }
    if (strcmp(verb, "tree") == 0 && argc <= 2) {
        return show_tree(&options);
    }
    if (strcmp(verb, "show") == 0 && argc == 3) {
        return show_concept(&options, first);
    }
    if (strcmp(verb, "matrix") == 0 && argc == 4 && options.vocabularies != NULL) {
        return samsok_cli_usage(&samsok_cmd_concepts,
                                "matrix counts by the vocabulary of the index; --vocabulary is for tree, show and check");
    }
    if (strcmp(verb, "matrix") == 0 && argc == 4) {
        return show_matrix(&options, first, second);
    }
    if (strcmp(verb, "check") == 0 && argc > 2 && options.vocabularies != NULL) {
        return samsok_cli_usage(&samsok_cmd_concepts, "check takes FILE or --vocabulary, not both");
    }
    if (strcmp(verb, "check") == 0) {
        return check_files(&options, argc > 2 ? argv + 2 : options.vocabularies);
    }
    return samsok_cli_usage(&samsok_cmd_concepts, "tree, show ID, matrix A B or check FILE is wanted");
}

const SamsokCommand samsok_cmd_concepts = {
    .name = "concepts",
    .arguments = "[tree | show CONCEPT | matrix A B | check FILE...]",
    .summary = "Show the vocabulary, or check one",
    .description =
        "tree and show count passages and reports when there is an index; show takes an id, an IRI or a name\n"
        "and adds the passages that say most of it and the counts a year. What the index is not tagged\n"
        "with is said instead of counted.\n"
        "matrix counts in how many passages and reports of the index A and B are mentioned together; each\n"
        "is a kind (rolle, trinn, virkemiddel, mekanisme, sak) or one concept, by the vocabulary of the index.\n"
        "check names errors and notes as FILE:LINE:, or as JSON, and ends with 65 when there are errors, 0\n"
        "when there are none. show ends with 1 when there is no such concept.",
    .run = run_concepts,
};
