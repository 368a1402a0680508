/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making ids and giving each out once. */
#include "config.h"

#include "index/ids.h"

#include <string.h>

#include "index/schema.h"

/* Ids stand in links and terms: long titles are cut at a word. With "-2" and a passage's id behind
 * it a term stays below Xapian's limit. */
enum { MAX_TITLE_BYTES = 60, MAX_ID_BYTES = 120, YEAR_DIGITS = 4 };

struct _SamsokIds {
    GHashTable *taken; /* set of char * */
    GHashTable *last;  /* wanted id → the number given out last: a thousand files may share a title */
};

SamsokIds *samsok_ids_new(void)
{
    SamsokIds *ids = g_new0(SamsokIds, 1);
    ids->taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    ids->last = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return ids;
}

void samsok_ids_free(SamsokIds *ids)
{
    if (ids == NULL) {
        return;
    }
    g_hash_table_unref(ids->taken);
    g_hash_table_unref(ids->last);
    g_free(ids);
}

void samsok_ids_take(SamsokIds *ids, const char *id)
{
    g_hash_table_add(ids->taken, g_strdup(id));
}

void samsok_ids_release(SamsokIds *ids, const char *id)
{
    g_hash_table_remove(ids->taken, id);
}

/* Folds `text` and cuts it at a hyphen to at most `max_bytes`. Owner: the caller frees. */
static char *folded(const char *text, size_t max_bytes)
{
    char *slug = samsok_schema_fold(text);
    if (strlen(slug) > max_bytes) {
        slug[max_bytes] = '\0';
        char *hyphen = strrchr(slug, '-');
        if (hyphen != NULL) {
            *hyphen = '\0';
        }
    }
    return slug;
}

static bool is_digits(const char *text, size_t len)
{
    return len > 0 && strspn(text, "0123456789") == len && text[len] == '\0';
}

/* "2014:7" → "2014-07", "7" with the year 2014 → "2014-07", anything else as it folds. */
static char *number_part(const char *number, guint year)
{
    g_autofree char *slug = folded(number, MAX_TITLE_BYTES);
    g_auto(GStrv) parts = g_strsplit(slug, "-", -1);
    guint count = g_strv_length(parts);
    const char *serial = count > 0 ? parts[count - 1] : "";
    bool is_serial = is_digits(serial, strlen(serial)) && strlen(serial) <= YEAR_DIGITS;
    if (count == 1 && year != 0 && is_serial) {
        return g_strdup_printf("%u-%02u", year, (guint)g_ascii_strtoull(serial, NULL, 10));
    }
    if (count == 2 && is_digits(parts[0], YEAR_DIGITS) && is_serial) {
        return g_strdup_printf("%s-%02u", parts[0], (guint)g_ascii_strtoull(serial, NULL, 10));
    }
    return g_steal_pointer(&slug);
}

static char *from_title(const SamsokMetadata *metadata, const char *name)
{
    const char *title = samsok_metadata_value(metadata, SAMSOK_FIELD_TITLE);
    g_autofree char *slug = folded(title == NULL ? "" : title, MAX_TITLE_BYTES);
    if (*slug == '\0') {
        g_free(slug);
        g_autofree char *shown = g_filename_display_name(name);
        slug = folded(shown, MAX_TITLE_BYTES);
    }
    guint year = samsok_metadata_year(metadata);
    const char *stem = *slug == '\0' ? "rapport" : slug;
    return year == 0 ? g_strdup(stem) : g_strdup_printf("%s-%u", stem, year);
}

char *samsok_ids_wanted(const SamsokMetadata *metadata, const char *name)
{
    const char *given = samsok_metadata_value(metadata, SAMSOK_FIELD_ID);
    g_autofree char *id = folded(given == NULL ? "" : given, MAX_ID_BYTES);
    if (*id != '\0') {
        return g_steal_pointer(&id);
    }
    const char *series = samsok_metadata_value(metadata, SAMSOK_FIELD_SERIES);
    const char *number = samsok_metadata_value(metadata, SAMSOK_FIELD_NUMBER);
    g_autofree char *series_part = folded(series == NULL ? "" : series, MAX_TITLE_BYTES);
    if (*series_part == '\0' || number == NULL) {
        return from_title(metadata, name);
    }
    g_autofree char *part = number_part(number, samsok_metadata_year(metadata));
    return *part == '\0' ? from_title(metadata, name) : g_strconcat(series_part, "-", part, NULL);
}

char *samsok_ids_give(SamsokIds *ids, const char *wanted)
{
    char *id = g_strdup(wanted);
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(ids->last, wanted));
    while (g_hash_table_contains(ids->taken, id)) {
        g_free(id);
        n = MAX(n + 1, 2);
        id = g_strdup_printf("%s-%u", wanted, n);
    }
    g_hash_table_replace(ids->last, g_strdup(wanted), GUINT_TO_POINTER(n));
    samsok_ids_take(ids, id);
    return id;
}

bool samsok_ids_is_form_of(const char *id, const char *wanted)
{
    size_t len = strlen(wanted);
    if (strncmp(id, wanted, len) != 0) {
        return false;
    }
    const char *rest = id + len;
    /* What was added begins with 2 to 9; "-07" is a number of its own. */
    bool is_added = *rest == '-' && rest[1] != '0' && is_digits(rest + 1, strlen(rest + 1));
    return *rest == '\0' || is_added;
}
