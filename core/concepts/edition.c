/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digest and version of a vocabulary. */
#include "config.h"

#include "core/concepts/edition.h"

#include <string.h>

#include "core/concepts/tagger.h"

/* With its NUL, so that two texts do not run together. */
static void digest_text(GChecksum *checksum, const char *text)
{
    g_checksum_update(checksum, (const guchar *)text, (gssize)strlen(text) + 1);
}

char *samsok_vocabulary_digest(const SamsokVocabulary *vocabulary)
{
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    g_autofree char *version = g_strdup_printf("%d", SAMSOK_TAGGER_VERSION);
    digest_text(checksum, version);
    for (guint i = 0; i < samsok_vocabulary_resource_count(vocabulary); i++) {
        digest_text(checksum, samsok_vocabulary_iri(vocabulary, i));
        for (guint j = 0; j < samsok_vocabulary_statement_count(vocabulary, i); j++) {
            const SamsokStatement *said = samsok_vocabulary_statement(vocabulary, i, j);
            digest_text(checksum, samsok_property_name(said->property));
            digest_text(checksum, said->text);
            digest_text(checksum, said->language);
        }
    }
    return g_strdup(g_checksum_get_string(checksum));
}

/* The first version said in `file`; NULL if there is none. */
static const char *version_in(const SamsokVocabulary *vocabulary, guint file)
{
    for (guint i = 0; i < samsok_vocabulary_resource_count(vocabulary); i++) {
        for (guint j = 0; j < samsok_vocabulary_statement_count(vocabulary, i); j++) {
            const SamsokStatement *said = samsok_vocabulary_statement(vocabulary, i, j);
            if (said->property == SAMSOK_PROPERTY_VERSION && said->file == file) {
                return said->text;
            }
        }
    }
    return NULL;
}

char *samsok_vocabulary_edition(const SamsokVocabulary *vocabulary)
{
    GString *edition = g_string_new(NULL);
    for (guint file = 0; file < samsok_vocabulary_file_count(vocabulary); file++) {
        const char *version = version_in(vocabulary, file);
        g_autofree char *name = g_path_get_basename(samsok_vocabulary_file(vocabulary, file));
        g_string_append_printf(edition, "%s%s%s%s", edition->len == 0 ? "" : ", ", name,
                               version == NULL ? "" : " ", version == NULL ? "" : version);
    }
    return g_string_free(edition, FALSE);
}
