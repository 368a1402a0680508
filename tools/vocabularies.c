/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds and loads the vocabularies that a command works with. */
#include "config.h"

#include "tools/vocabularies.h"

#define INSTALLED_VOCABULARY SAMSOK_DATA_DIR "/samordning.ttl"

SamsokVocabulary *samsok_cli_vocabulary(char **files, GError **error)
{
    const char *named = g_getenv("SAMSOK_VOCABULARY");
    g_auto(GStrv) fallback = g_strsplit(named == NULL || named[0] == '\0' ? INSTALLED_VOCABULARY
                                                                         : named,
                                        G_SEARCHPATH_SEPARATOR_S, -1);
    char **wanted = files == NULL || files[0] == NULL ? fallback : files;
    g_autoptr(SamsokVocabulary) vocabulary = samsok_vocabulary_new();
    for (guint i = 0; wanted[i] != NULL; i++) {
        if (!samsok_vocabulary_load(vocabulary, wanted[i], error)) {
            return NULL;
        }
    }
    return g_steal_pointer(&vocabulary);
}
