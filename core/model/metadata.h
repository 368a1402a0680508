/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a report: title, series and number, year, authors, publisher, language, address.
 *
 * Values come from three sources, in rising order of trust: the file's own properties, the text, and a
 * metadata.csv beside the file. Each field remembers its source, so that a later, less trusted value never
 * displaces a better one.
 */
#ifndef SAMSOK_MODEL_METADATA_H
#define SAMSOK_MODEL_METADATA_H

#include <glib.h>

G_BEGIN_DECLS

/* Rising trust. X(SOURCE, name) */
typedef enum {
    SAMSOK_SOURCE_NONE,     /* no value */
    SAMSOK_SOURCE_NAME,     /* guessed from the file's name */
    SAMSOK_SOURCE_FILE,     /* the file's own properties (PDF info, HTML meta) */
    SAMSOK_SOURCE_TEXT,     /* read in the text */
    SAMSOK_SOURCE_SIDECAR   /* metadata.csv */
} SamsokSource;

/* The fields, in the order in which they are shown. X(FIELD, name in JSON and metadata.csv) */
#define SAMSOK_FIELD_LIST(X) \
    X(ID, "id") \
    X(TITLE, "title") \
    X(SERIES, "series") \
    X(NUMBER, "number") \
    X(YEAR, "year") \
    X(DATE, "date") \
    X(AUTHORS, "authors") \
    X(PUBLISHER, "publisher") \
    X(LANGUAGE, "language") \
    X(URL, "url") \
    X(DESCRIPTION, "description") \
    X(KEYWORDS, "keywords") \
    X(CHARSET, "charset") \
    X(MEDIA_TYPE, "media_type")

typedef enum {
#define X(field, name) SAMSOK_FIELD_##field,
    SAMSOK_FIELD_LIST(X)
#undef X
    SAMSOK_FIELD_COUNT
} SamsokField;

const char *samsok_field_name(SamsokField field);
/* The field called `name`, or SAMSOK_FIELD_COUNT. */
SamsokField samsok_field_from_name(const char *name);

typedef struct _SamsokMetadata SamsokMetadata;

SamsokMetadata *samsok_metadata_new(void);
SamsokMetadata *samsok_metadata_dup(const SamsokMetadata *metadata);
void samsok_metadata_free(SamsokMetadata *metadata);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokMetadata, samsok_metadata_free)

/* Sets `field` to `value` (clean text; white space is squeezed, the value cut at
 * SAMSOK_MAX_META_BYTES) unless a value from a more trusted source is there or the value is empty.
 * Authors are one string with "; " between them. */
void samsok_metadata_set(SamsokMetadata *metadata, SamsokField field, const char *value,
                         SamsokSource source);
/* Adds one author to those from the same source, once; a more trusted source starts anew. */
void samsok_metadata_add_author(SamsokMetadata *metadata, const char *name, SamsokSource source);

/* The value, or NULL. Lent until the metadata changes or is freed. */
const char *samsok_metadata_value(const SamsokMetadata *metadata, SamsokField field);
SamsokSource samsok_metadata_source(const SamsokMetadata *metadata, SamsokField field);
/* The year as a number; 0 if unknown. Taken from YEAR, else NUMBER ("2017:2"), else DATE, else a
 * NUMBER that ends in it ("1/2017"). */
guint samsok_metadata_year(const SamsokMetadata *metadata);

/* Sets each field that `from` knows from a source at least as trusted. */
void samsok_metadata_merge(SamsokMetadata *metadata, const SamsokMetadata *from);

G_END_DECLS

#endif
