/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds and loads the vocabularies that a command works with. */
#include "config.h"

#include "tools/vocabularies.h"

#include "core/base/error.h"
#include "core/concepts/check.h"
#include "tools/command.h"

#define INSTALLED_VOCABULARY SAMSOK_DATA_DIR "/samordning.ttl"

/* The files that somebody named; NULL when nobody did. Owner: the caller. */
static char **named_files(char **files)
{
    const char *named = g_getenv("SAMSOK_VOCABULARY");
    if (files != NULL && files[0] != NULL) {
        return g_strdupv(files);
    }
    return named == NULL || *named == '\0' ? NULL : g_strsplit(named, G_SEARCHPATH_SEPARATOR_S, -1);
}

static SamsokVocabulary *load_all(char **files, GError **error)
{
    g_autoptr(SamsokVocabulary) vocabulary = samsok_vocabulary_new();
    for (guint i = 0; files[i] != NULL; i++) {
        if (!samsok_vocabulary_load(vocabulary, files[i], error)) {
            return NULL;
        }
    }
    return g_steal_pointer(&vocabulary);
}

SamsokVocabulary *samsok_cli_vocabulary_as_it_is(char **files, GError **error)
{
    g_auto(GStrv) named = named_files(files);
    char *installed[] = {(char *)INSTALLED_VOCABULARY, NULL};
    return load_all(named == NULL ? installed : named, error);
}

SamsokVocabulary *samsok_cli_vocabulary(char **files, GError **error)
{
    g_autoptr(SamsokVocabulary) vocabulary = samsok_cli_vocabulary_as_it_is(files, error);
    for (guint i = 0; vocabulary != NULL && i < samsok_vocabulary_file_count(vocabulary); i++) {
        if (!samsok_vocabulary_file_has_concepts(vocabulary, i)) {
            g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_QUERY, "'%s': no concepts in this vocabulary",
                        samsok_vocabulary_file(vocabulary, i));
            return NULL;
        }
    }
    return g_steal_pointer(&vocabulary);
}

SamsokVocabulary *samsok_cli_vocabulary_if_any(char **files, GError **error)
{
    g_auto(GStrv) named = named_files(files);
    if (named == NULL && !g_file_test(INSTALLED_VOCABULARY, G_FILE_TEST_EXISTS)) {
        samsok_cli_warn("no vocabulary: passages are not tagged with concepts (--vocabulary FILE)");
        return NULL;
    }
    return samsok_cli_vocabulary(files, error);
}

SamsokLexicon *samsok_cli_lexicon(const SamsokVocabulary *vocabulary, GError **error)
{
    g_autoptr(SamsokLexicon) lexicon = samsok_lexicon_new(vocabulary, error);
    bool is_fit = lexicon != NULL && samsok_vocabulary_is_fit(lexicon, error);
    return is_fit ? g_steal_pointer(&lexicon) : NULL;
}
