/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samsok tag: the concepts that files mention, each with its evidence, without an index. */
#include "config.h"

#include <stdio.h>

#include "core/base/error.h"
#include "core/concepts/tagger.h"
#include "core/extract/extractor.h"
#include "tools/command.h"
#include "tools/json.h"
#include "tools/vocabularies.h"

typedef struct {
    char *format;
    char **plugin_dirs;
    char **vocabularies;
} TagOptions;

static void options_clear(TagOptions *options)
{
    g_free(options->format);
    g_strfreev(options->plugin_dirs);
    g_strfreev(options->vocabularies);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(TagOptions, options_clear)

/* What all files of a run share. */
typedef struct {
    SamsokFormat format;
    const SamsokVocabulary *vocabulary;
    SamsokTagger *tagger;
    SamsokExtractor *extractor;
} Tagging;

static char *mention_text(const SamsokBlock *block, const SamsokMention *mention)
{
    return g_strndup(block->text + mention->start_byte, mention->end_byte - mention->start_byte);
}

static json_t *json_mention(const Tagging *tagging, const SamsokDocument *document,
                            const SamsokMention *mention)
{
    const SamsokBlock *block = samsok_document_block(document, mention->block);
    g_autofree char *text = mention_text(block, mention);
    g_autofree char *rule = samsok_mention_rule(mention);
    json_t *object = json_object();
    samsok_json_set_string(object, "concept", samsok_vocabulary_id(tagging->vocabulary, mention->concept));
    samsok_json_set_string(object, "text", text);
    samsok_json_set_number(object, "block", mention->block);
    samsok_json_set_number(object, "start", mention->start);
    samsok_json_set_number(object, "end", mention->end);
    samsok_json_set_known_number(object, "line", samsok_block_line(block, mention->start_byte));
    samsok_json_set_known_number(object, "page", block->place.page_first);
    samsok_json_set_string(object, "rule", rule);
    samsok_json_set_string(object, "label", mention->label);
    return object;
}

static void print_json(const Tagging *tagging, const char *path, const SamsokDocument *document,
                       const GArray *mentions)
{
    json_t *array = json_array();
    for (guint i = 0; i < mentions->len; i++) {
        const SamsokMention *mention = &g_array_index(mentions, SamsokMention, i);
        json_array_append_new(array, json_mention(tagging, document, mention));
    }
    g_autofree char *shown = samsok_cli_shown_path(path);
    json_t *object = json_object();
    samsok_json_set_string(object, "path", shown);
    json_object_set_new(object, "mentions", array);
    samsok_json_print(object, tagging->format == SAMSOK_FORMAT_JSON);
}

/* "FILE:LINE: concept: text [rule]", as compilers and grep name places; a page where no lines are. */
static void print_text(const Tagging *tagging, const char *path, const SamsokDocument *document,
                       const GArray *mentions)
{
    g_autofree char *shown = samsok_cli_shown_path(path);
    for (guint i = 0; i < mentions->len; i++) {
        const SamsokMention *mention = &g_array_index(mentions, SamsokMention, i);
        const SamsokBlock *block = samsok_document_block(document, mention->block);
        g_autofree char *text = mention_text(block, mention);
        g_autofree char *rule = samsok_mention_rule(mention);
        guint line = samsok_block_line(block, mention->start_byte);
        printf("%s:%s%u: %s: %s [%s]\n", shown, line == 0 ? "p" : "",
                line == 0 ? block->place.page_first : line,
                samsok_vocabulary_id(tagging->vocabulary, mention->concept), text, rule);
    }
}

static bool tag_file(const Tagging *tagging, const char *path, guint *out_mentions, GError **error)
{
    int fd = samsok_cli_open(path, error);
    if (fd < 0) {
        return false;
    }
    g_autoptr(SamsokDocument) document =
        samsok_cli_document(tagging->extractor, fd, path, NULL, error);
    if (document == NULL) {
        return false;
    }
    g_autoptr(GArray) mentions = samsok_tagger_document(tagging->tagger, document);
    if (tagging->format == SAMSOK_FORMAT_TEXT) {
        print_text(tagging, path, document, mentions);
    } else {
        print_json(tagging, path, document, mentions);
    }
    *out_mentions = mentions->len;
    return true;
}

/* One file that cannot be read gives its own status; of several, "some could not be read". */
static int tag_files(const Tagging *tagging, char **paths, guint count)
{
    int status = SAMSOK_EXIT_DONE;
    guint found = 0;
    for (guint i = 0; i < count; i++) {
        g_autoptr(GError) reason = NULL;
        guint mentions = 0;
        if (!tag_file(tagging, paths[i], &mentions, &reason)) {
            int own = samsok_cli_fail(reason);
            status = count == 1 ? own : SAMSOK_EXIT_SOME_UNREADABLE;
        }
        found += mentions;
    }
    return status == SAMSOK_EXIT_DONE && found == 0 ? SAMSOK_EXIT_NOTHING_FOUND : status;
}

static int tag_with(const TagOptions *options, SamsokFormat format, char **paths, guint count)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(SamsokVocabulary) vocabulary = samsok_cli_vocabulary(options->vocabularies, &error);
    g_autoptr(SamsokLexicon) lexicon =
        vocabulary == NULL ? NULL : samsok_cli_lexicon(vocabulary, &error);
    g_autoptr(SamsokAnalyser) analyser = lexicon == NULL ? NULL : samsok_analyser_new(&error);
    g_autoptr(SamsokRegistry) registry =
        analyser == NULL ? NULL : samsok_cli_registry(options->plugin_dirs, &error);
    if (registry == NULL) {
        return samsok_cli_fail(error);
    }
    g_autoptr(SamsokTagger) tagger = samsok_tagger_new(lexicon, analyser);
    SamsokExtractorOptions limits = {0};
    g_autoptr(SamsokExtractor) extractor = samsok_extractor_new(registry, &limits);
    Tagging tagging = {
        .format = format,
        .vocabulary = vocabulary,
        .tagger = tagger,
        .extractor = extractor,
    };
    return tag_files(&tagging, paths, count);
}

static int run_tag(int argc, char **argv)
{
    g_auto(TagOptions) options = {0};
    const GOptionEntry entries[] = {
        {"format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, "text, json or jsonl", "F"},
        {"vocabulary", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.vocabularies,
         "A SKOS vocabulary in Turtle (repeatable; replaces the installed one)", "FILE"},
        {"plugin-dir", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.plugin_dirs,
         "Look for format plugins here first (repeatable)", "DIR"},
        G_OPTION_ENTRY_NULL,
    };
    SamsokFormat format = SAMSOK_FORMAT_TEXT;
    if (!samsok_cli_options(&samsok_cmd_tag, entries, &argc, &argv) ||
        !samsok_cli_format(&samsok_cmd_tag, options.format, &format)) {
        return SAMSOK_EXIT_USAGE;
    }
    if (argc < 2) {
        return samsok_cli_usage(&samsok_cmd_tag, "no file given");
    }
    return tag_with(&options, format, argv + 1, (guint)argc - 1);
}

const SamsokCommand samsok_cmd_tag = {
    .name = "tag",
    .arguments = "FILE...",
    .summary = "Show the concepts a file mentions, with the reason for each",
    .description = "Needs no index. Exit status: 0 done, 1 no concept found, 3 some of several files\n"
                   "could not be read, 65 the file or the vocabulary is not what it should be,\n"
                   "66 no such file.",
    .run = run_tag,
};
