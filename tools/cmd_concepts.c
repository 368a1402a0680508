/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samsok concepts: the vocabulary itself, as a tree, a concept at a time, and checked. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/concepts/check.h"
#include "index/search.h"
#include "tools/command.h"
#include "tools/matrix.h"
#include "tools/vocabularies.h"

typedef struct {
    char **vocabularies;
    char *language;
    char *index_dir;
    char *format;
} ConceptsOptions;

static void options_clear(ConceptsOptions *options)
{
    g_strfreev(options->vocabularies);
    g_free(options->language);
    g_free(options->index_dir);
    g_free(options->format);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ConceptsOptions, options_clear)

static const char *language_of(const ConceptsOptions *options)
{
    return options->language == NULL ? "nb" : options->language;
}

static void print_branch(const SamsokVocabulary *vocabulary, guint concept, guint depth,
                         const char *language)
{
    const char *id = samsok_vocabulary_id(vocabulary, concept);
    printf("%*s%s  %s\n", (int)(2 * depth), "", id,
           samsok_vocabulary_label(vocabulary, concept, language));
    g_autoptr(GArray) below =
        samsok_vocabulary_neighbours(vocabulary, concept, SAMSOK_PROPERTY_NARROWER);
    for (guint i = 0; i < below->len && depth < SAMSOK_MAX_LEVEL; i++) {
        print_branch(vocabulary, g_array_index(below, guint, i), depth + 1, language);
    }
}

static int show_tree(const SamsokVocabulary *vocabulary, const char *language)
{
    for (guint i = 0; i < samsok_vocabulary_resource_count(vocabulary); i++) {
        if (!samsok_vocabulary_is_concept(vocabulary, i)) {
            continue;
        }
        g_autoptr(GArray) above =
            samsok_vocabulary_neighbours(vocabulary, i, SAMSOK_PROPERTY_BROADER);
        if (above->len == 0) {
            print_branch(vocabulary, i, 0, language);
        }
    }
    return SAMSOK_EXIT_DONE;
}

/* "  altLabel   verkemiddel (nn)" for everything said with `property`. */
static void print_texts(const SamsokVocabulary *vocabulary, guint concept, SamsokProperty property)
{
    for (guint i = 0; i < samsok_vocabulary_statement_count(vocabulary, concept); i++) {
        const SamsokStatement *said = samsok_vocabulary_statement(vocabulary, concept, i);
        if (said->property != property || said->object != SAMSOK_NO_RESOURCE) {
            continue;
        }
        bool tagged = said->language[0] != '\0';
        printf("  %-14s %s%s%s%s\n", samsok_property_name(property), said->text,
               tagged ? " (" : "", said->language, tagged ? ")" : "");
    }
}

static void print_neighbours(const SamsokVocabulary *vocabulary, guint concept,
                             SamsokProperty property)
{
    g_autoptr(GArray) found = samsok_vocabulary_neighbours(vocabulary, concept, property);
    for (guint i = 0; i < found->len; i++) {
        printf("  %-14s %s\n", samsok_property_name(property),
               samsok_vocabulary_id(vocabulary, g_array_index(found, guint, i)));
    }
}

static int show_concept(const SamsokVocabulary *vocabulary, const char *id, const char *language)
{
    guint concept = samsok_vocabulary_find(vocabulary, id);
    if (concept == SAMSOK_NO_RESOURCE) {
        samsok_cli_warn("'%s': no such concept", id);
        return SAMSOK_EXIT_NOTHING_FOUND;
    }
    printf("%s  %s\n  %-14s %s\n", samsok_vocabulary_id(vocabulary, concept),
           samsok_vocabulary_label(vocabulary, concept, language), "iri",
           samsok_vocabulary_iri(vocabulary, concept));
    static const SamsokProperty texts[] = {
        SAMSOK_PROPERTY_DEFINITION,   SAMSOK_PROPERTY_PREF_LABEL, SAMSOK_PROPERTY_ALT_LABEL,
        SAMSOK_PROPERTY_HIDDEN_LABEL, SAMSOK_PROPERTY_NOTATION,   SAMSOK_PROPERTY_SOURCE,
        SAMSOK_PROPERTY_EDITORIAL_NOTE, SAMSOK_PROPERTY_ASSIGNED_BY,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        print_texts(vocabulary, concept, texts[i]);
    }
    print_neighbours(vocabulary, concept, SAMSOK_PROPERTY_BROADER);
    print_neighbours(vocabulary, concept, SAMSOK_PROPERTY_NARROWER);
    return SAMSOK_EXIT_DONE;
}

/* "FILE:LINE: error: TEXT [cycle]", as compilers name places. */
static int print_findings(const SamsokVocabulary *vocabulary, const GPtrArray *findings)
{
    guint wrong = 0;
    for (guint i = 0; i < findings->len; i++) {
        const SamsokFinding *finding = g_ptr_array_index(findings, i);
        bool is_wrong = samsok_finding_is_wrong(finding->kind);
        wrong += is_wrong ? 1 : 0;
        printf("%s:%u: %s: %s [%s]\n", samsok_vocabulary_file(vocabulary, finding->file),
               finding->line, is_wrong ? "error" : "note", finding->text,
               samsok_finding_name(finding->kind));
    }
    return wrong == 0 ? SAMSOK_EXIT_DONE : 65;
}

static int check_files(char **files)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokVocabulary) vocabulary = samsok_cli_vocabulary(files, &error);
    g_autoptr(SamsokLexicon) lexicon =
        vocabulary == NULL ? NULL : samsok_lexicon_new(vocabulary, &error);
    if (lexicon == NULL) {
        return samsok_cli_fail(error);
    }
    g_autoptr(GPtrArray) findings = samsok_vocabulary_check(lexicon);
    return print_findings(vocabulary, findings);
}

static int show(const ConceptsOptions *options, const char *id)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokVocabulary) vocabulary = samsok_cli_vocabulary(options->vocabularies, &error);
    if (vocabulary == NULL) {
        return samsok_cli_fail(error);
    }
    return id == NULL ? show_tree(vocabulary, language_of(options))
                      : show_concept(vocabulary, id, language_of(options));
}

/* text, json or csv. */
static int print_matrix(const SamsokMatrix *matrix, const char *format)
{
    if (format == NULL || strcmp(format, "text") == 0) {
        samsok_text_matrix(matrix);
    } else if (strcmp(format, "json") == 0) {
        samsok_json_print(samsok_json_matrix(matrix), true);
    } else if (strcmp(format, "csv") == 0) {
        samsok_csv_matrix(matrix);
    } else {
        return samsok_cli_usage(&samsok_cmd_concepts,
                                "no format '%s' of a matrix; there are text, json and csv", format);
    }
    return SAMSOK_EXIT_DONE;
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
        int failed = samsok_cli_fail(error);
        bool not_found = g_error_matches(error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING);
        return not_found ? SAMSOK_EXIT_NOTHING_FOUND : failed;
    }
    return print_matrix(matrix, options->format);
}

static int run_concepts(int argc, char **argv)
{
    g_auto(ConceptsOptions) options = {0};
    const GOptionEntry entries[] = {
        {"vocabulary", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.vocabularies,
         "A SKOS vocabulary in Turtle (repeatable; replaces the installed one)", "FILE"},
        {"index", 'd', 0, G_OPTION_ARG_FILENAME, &options.index_dir, "The index (matrix)", "DIR"},
        {"format", 0, 0, G_OPTION_ARG_STRING, &options.format, "text, json or csv (matrix)", "F"},
        {"language", 0, 0, G_OPTION_ARG_STRING, &options.language, "Labels in nb, nn or en", "L"},
        G_OPTION_ENTRY_NULL,
    };
    if (!samsok_cli_options(&samsok_cmd_concepts, entries, &argc, &argv)) {
        return SAMSOK_EXIT_USAGE;
    }
    const char *verb = argc > 1 ? argv[1] : "tree";
    if (strcmp(verb, "tree") == 0 && argc <= 2) {
        return show(&options, NULL);
    }
    if (strcmp(verb, "show") == 0 && argc == 3) {
        return show(&options, argv[2]);
    }
    if (strcmp(verb, "matrix") == 0 && argc == 4) {
        return show_matrix(&options, argv[2], argv[3]);
    }
    if (strcmp(verb, "check") == 0) {
        return check_files(argc > 2 ? argv + 2 : options.vocabularies);
    }
    return samsok_cli_usage(&samsok_cmd_concepts, "tree, show ID, matrix A B or check FILE is wanted");
}

const SamsokCommand samsok_cmd_concepts = {
    .name = "concepts",
    .arguments = "[tree | show ID | matrix A B | check FILE...]",
    .summary = "Show the vocabulary, or check one",
    .description =
        "matrix counts in how many passages and reports of the index A and B are mentioned together; each\n"
        "is a kind (rolle, trinn, virkemiddel, mekanisme, sak) or one concept.\n"
        "check names errors and notes as FILE:LINE: and ends with 65 when there are errors, 0 when\n"
        "there are none. show ends with 1 when there is no such concept.",
    .run = run_concepts,
};
