/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Metadata with the source of each value, so that trust decides and not order. */
#include "config.h"

#include "core/model/metadata.h"

#include <stdbool.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/base/text.h"

typedef struct {
    char *value;
    SamsokSource source;
} Value;

struct _SamsokMetadata {
    Value values[SAMSOK_FIELD_COUNT];
};

static const char *const names[] = {
#define X(field, name) name,
    SAMSOK_FIELD_LIST(X)
#undef X
};

const char *samsok_field_name(SamsokField field)
{
    g_assert(field < SAMSOK_FIELD_COUNT);
    return names[field];
}

SamsokField samsok_field_from_name(const char *name)
{
    for (guint i = 0; i < SAMSOK_FIELD_COUNT; i++) {
        if (strcmp(names[i], name) == 0) {
            return (SamsokField)i;
        }
    }
    return SAMSOK_FIELD_COUNT;
}

SamsokMetadata *samsok_metadata_new(void)
{
    return g_new0(SamsokMetadata, 1);
}

void samsok_metadata_free(SamsokMetadata *metadata)
{
    if (metadata == NULL) {
        return;
    }
    for (guint i = 0; i < SAMSOK_FIELD_COUNT; i++) {
        g_free(metadata->values[i].value);
    }
    g_free(metadata);
}

SamsokMetadata *samsok_metadata_dup(const SamsokMetadata *metadata)
{
    SamsokMetadata *copy = samsok_metadata_new();
    samsok_metadata_merge(copy, metadata);
    return copy;
}

void samsok_metadata_set(SamsokMetadata *metadata, SamsokField field, const char *value,
                         SamsokSource source)
{
    g_assert(field < SAMSOK_FIELD_COUNT);
    Value *slot = &metadata->values[field];
    if (value == NULL || source < slot->source) {
        return;
    }
    g_autofree char *squeezed = samsok_text_squeeze(value);
    if (*squeezed == '\0') {
        return;
    }
    char *cut = samsok_text_cut(squeezed, SAMSOK_MAX_META_BYTES);
    g_free(slot->value);
    *slot = (Value){.value = cut, .source = source};
}

static bool is_author(const char *authors, const char *name)
{
    g_auto(GStrv) each = g_strsplit(authors, "; ", -1);
    return g_strv_contains((const char *const *)each, name);
}

void samsok_metadata_add_author(SamsokMetadata *metadata, const char *name, SamsokSource source)
{
    const Value *slot = &metadata->values[SAMSOK_FIELD_AUTHORS];
    g_autofree char *squeezed = samsok_text_squeeze(name);
    if (slot->value == NULL || slot->source != source) {
        samsok_metadata_set(metadata, SAMSOK_FIELD_AUTHORS, squeezed, source);
        return;
    }
    if (*squeezed == '\0' || is_author(slot->value, squeezed)) {
        return;
    }
    g_autofree char *both = g_strconcat(slot->value, "; ", squeezed, NULL);
    samsok_metadata_set(metadata, SAMSOK_FIELD_AUTHORS, both, source);
}

const char *samsok_metadata_value(const SamsokMetadata *metadata, SamsokField field)
{
    g_assert(field < SAMSOK_FIELD_COUNT);
    return metadata->values[field].value;
}

SamsokSource samsok_metadata_source(const SamsokMetadata *metadata, SamsokField field)
{
    g_assert(field < SAMSOK_FIELD_COUNT);
    return metadata->values[field].source;
}

/* The first four digits of `value` when they read as a year of a printed report. */
static guint leading_year(const char *value)
{
    if (value == NULL) {
        return 0;
    }
    char *end = NULL;
    guint64 year = g_ascii_strtoull(value, &end, 10);
    return end == value + 4 && year >= 1800 && year <= 2200 ? (guint)year : 0;
}

/* The year of "1/2017", as some series number their reports. */
static guint trailing_year(const char *value)
{
    const char *slash = value == NULL ? NULL : strrchr(value, '/');
    return slash == NULL ? 0 : leading_year(slash + 1);
}

guint samsok_metadata_year(const SamsokMetadata *metadata)
{
    static const SamsokField order[] = {SAMSOK_FIELD_YEAR, SAMSOK_FIELD_NUMBER, SAMSOK_FIELD_DATE};
    for (guint i = 0; i < G_N_ELEMENTS(order); i++) {
        guint year = leading_year(samsok_metadata_value(metadata, order[i]));
        if (year != 0) {
            return year;
        }
    }
    return trailing_year(samsok_metadata_value(metadata, SAMSOK_FIELD_NUMBER));
}

void samsok_metadata_merge(SamsokMetadata *metadata, const SamsokMetadata *from)
{
    for (guint i = 0; i < SAMSOK_FIELD_COUNT; i++) {
        samsok_metadata_set(metadata, (SamsokField)i, from->values[i].value, from->values[i].source);
    }
}
