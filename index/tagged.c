/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares the stored vocabulary with the one at hand, and stores it. */
#include "config.h"

#include "index/tagged.h"

#include <string.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/concepts/edition.h"
#include "core/concepts/tagger.h"
#include "index/opened.h"
#include "index/schema.h"

char *samsok_tagged_thesaurus_text(SamsokDatabase *reader, GError **error)
{
    g_autofree char *text = samsok_database_metadata(reader, SAMSOK_KEY_THESAURUS, error);
    if (text != NULL && !g_utf8_validate(text, -1, NULL)) { /* metadata have no checksum */
        g_set_error_literal(error, SAMSOK_ERROR, SAMSOK_ERROR_CORRUPT, "its thesaurus is no UTF-8");
        return NULL;
    }
    return g_steal_pointer(&text);
}

SamsokThesaurus *samsok_tagged_thesaurus(SamsokDatabase *reader, GError **error)
{
    g_autofree char *text = samsok_tagged_thesaurus_text(reader, error);
    return text == NULL ? NULL : samsok_thesaurus_parse(text);
}

static gboolean read_stored(SamsokTagged *tagged, SamsokDatabase *reader, GError **error)
{
    tagged->stored_edition = samsok_database_metadata(reader, SAMSOK_KEY_EDITION, error);
    if (tagged->stored_edition == NULL) {
        return FALSE;
    }
    if (tagged->tagging.lexicon == NULL) {
        tagged->edition = g_strdup(tagged->stored_edition);
        tagged->thesaurus = samsok_tagged_thesaurus(reader, error);
        return tagged->thesaurus != NULL;
    }
    g_autofree char *digest = samsok_database_metadata(reader, SAMSOK_KEY_VOCABULARY, error);
    tagged->is_changed = digest != NULL && strcmp(digest, tagged->digest) != 0;
    if (tagged->is_changed) {
        tagged->before = samsok_tagged_thesaurus(reader, error);
    }
    return digest != NULL && (!tagged->is_changed || tagged->before != NULL);
}

gboolean samsok_tagged_init(SamsokTagged *tagged, const SamsokLexicon *lexicon,
                            SamsokDatabase *reader, GError **error)
{
    *tagged = (SamsokTagged){.tagging.lexicon = lexicon};
    if (lexicon != NULL) {
        const SamsokVocabulary *vocabulary = samsok_lexicon_vocabulary(lexicon);
        tagged->thesaurus = samsok_thesaurus_new(vocabulary);
        tagged->digest = samsok_vocabulary_digest(vocabulary);
        tagged->edition = samsok_vocabulary_edition(vocabulary);
    } else {
        tagged->digest = g_strdup("");
    }
    if (reader != NULL && !read_stored(tagged, reader, error)) {
        return FALSE;
    }
    tagged->tagging.thesaurus = tagged->thesaurus;
    return TRUE;
}

void samsok_tagged_clear(SamsokTagged *tagged)
{
    samsok_thesaurus_free(tagged->thesaurus);
    samsok_thesaurus_free(tagged->before);
    g_free(tagged->digest);
    g_free(tagged->edition);
    g_free(tagged->stored_edition);
    *tagged = (SamsokTagged){0};
}

/* By IRI: an id changes when another vocabulary has the same last segment. Owner: the caller. */
static GHashTable *iris_of(const SamsokThesaurus *thesaurus)
{
    GHashTable *iris = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < samsok_thesaurus_count(thesaurus); i++) {
        g_hash_table_add(iris, (gpointer)samsok_thesaurus_at(thesaurus, i)->iri);
    }
    return iris;
}

void samsok_tagged_tell_gone(const SamsokTagged *tagged, SamsokRunReport *report)
{
    if (tagged->before == NULL) {
        return;
    }
    g_autoptr(GHashTable) iris = iris_of(tagged->thesaurus);
    report->concepts_before = samsok_thesaurus_count(tagged->before);
    for (guint i = 0; i < samsok_thesaurus_count(tagged->before); i++) {
        const SamsokConcept *concept = samsok_thesaurus_at(tagged->before, i);
        if (g_hash_table_contains(iris, concept->iri)) {
            continue;
        }
        report->concepts_gone++;
        if (report->first_gone->len < SAMSOK_MAX_GONE_NAMED) {
            g_ptr_array_add(report->first_gone, g_strdup(concept->id));
        }
    }
}

gboolean samsok_tagged_put(const SamsokTagged *tagged, SamsokWriter *writer, GError **error)
{
    g_autofree char *text =
        tagged->thesaurus == NULL ? g_strdup("") : samsok_thesaurus_text(tagged->thesaurus);
    const char *edition = tagged->edition == NULL ? "" : tagged->edition;
    g_autofree char *version = g_strdup_printf("%d", SAMSOK_TAGGER_VERSION);
    bool tags = tagged->tagging.lexicon != NULL;
    return (!tags || samsok_writer_set_metadata(writer, SAMSOK_KEY_TAGGER, version, error)) &&
           samsok_writer_set_metadata(writer, SAMSOK_KEY_VOCABULARY, tagged->digest, error) &&
           samsok_writer_set_metadata(writer, SAMSOK_KEY_EDITION, edition, error) &&
           samsok_writer_set_metadata(writer, SAMSOK_KEY_THESAURUS, text, error);
}

/* ---- Of an open index ---- */

typedef struct {
    SamsokThesaurus *thesaurus;
} Reading;

static gboolean read_thesaurus(SamsokIndex *index, void *data, GError **error)
{
    Reading *reading = data;
    reading->thesaurus = samsok_tagged_thesaurus(index->reader, error);
    return reading->thesaurus != NULL;
}

SamsokThesaurus *samsok_index_thesaurus(SamsokIndex *index, GError **error)
{
    Reading reading = {0};
    return samsok_index_retry(index, read_thesaurus, &reading, error) ? reading.thesaurus : NULL;
}
