/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the bytes of a metadata.csv to what it says of each file. */
#include "config.h"

#include "index/sidecar.h"

#include <string.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/base/text.h"
#include "index/csv.h"
#include "index/identity.h"

/* Complaints told one by one; further ones are counted. */
enum { MAX_COMPLAINTS = 3 };
/* A column that is neither "path" nor a field. */
enum { COLUMN_PATH = -1, COLUMN_OTHER = -2 };

struct _SamsokSidecars {
    GHashTable *rows; /* path → SamsokSidecarRow * */
};

static void free_row(gpointer data)
{
    SamsokSidecarRow *row = data;
    samsok_metadata_free(row->metadata);
    g_free(row->sha256);
    g_free(row);
}

SamsokSidecars *samsok_sidecars_new(void)
{
    SamsokSidecars *sidecars = g_new0(SamsokSidecars, 1);
    sidecars->rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_row);
    return sidecars;
}

void samsok_sidecars_free(SamsokSidecars *sidecars)
{
    if (sidecars == NULL) {
        return;
    }
    g_hash_table_unref(sidecars->rows);
    g_free(sidecars);
}

const SamsokSidecarRow *samsok_sidecars_row(const SamsokSidecars *sidecars, const char *path)
{
    return g_hash_table_lookup(sidecars->rows, path);
}

/* The file's bytes; NULL on error. */
static GByteArray *read_bytes(const char *path, GError **error)
{
    SamsokStamp stamp;
    int fd = samsok_identity_open(path, &stamp, error);
    if (fd < 0) {
        return NULL;
    }
    close(fd);
    g_autofree char *shown = g_filename_display_name(path);
    if (stamp.size_bytes > SAMSOK_MAX_SIDECAR_BYTES) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_LIMIT, "'%s': larger than %zu bytes", shown,
                    SAMSOK_MAX_SIDECAR_BYTES);
        return NULL;
    }
    char *contents = NULL;
    gsize len = 0;
    g_autoptr(GError) inner = NULL;
    if (!g_file_get_contents(path, &contents, &len, &inner)) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_IO, "'%s': %s", shown, inner->message);
        return NULL;
    }
    return g_byte_array_new_take((guint8 *)contents, len);
}

/* Clean text. What is no UTF-8 is what a spreadsheet in Norway calls ANSI. */
static char *text_of(const GByteArray *bytes)
{
    const char *data = (const char *)bytes->data;
    if (g_utf8_validate(data, bytes->len, NULL)) {
        return samsok_text_clean(data, bytes->len, NULL);
    }
    gsize len = 0;
    g_autofree char *converted =
        g_convert_with_fallback(data, bytes->len, "UTF-8", "WINDOWS-1252", "?", NULL, &len, NULL);
    return converted == NULL ? samsok_text_clean(data, bytes->len, NULL)
                             : samsok_text_clean(converted, len, NULL);
}

/* For each column the field it fills, or one of COLUMN_*. */
static GArray *columns_of(const GPtrArray *head, bool *out_has_path)
{
    GArray *columns = g_array_new(FALSE, FALSE, sizeof(int));
    *out_has_path = false;
    for (guint i = 0; i < head->len; i++) {
        g_autofree char *squeezed = samsok_text_squeeze(g_ptr_array_index(head, i));
        g_autofree char *name = g_utf8_strdown(squeezed, -1);
        SamsokField field = samsok_field_from_name(name);
        bool is_path = strcmp(name, "path") == 0;
        int column = is_path ? COLUMN_PATH : field == SAMSOK_FIELD_COUNT ? COLUMN_OTHER : (int)field;
        *out_has_path = *out_has_path || is_path;
        g_array_append_val(columns, column);
    }
    return columns;
}

/* The path a row speaks of, absolute. */
static char *target_of(const char *folder, const char *path)
{
    g_autofree char *slashed = g_strdelimit(g_strdup(path), "\\", '/');
    g_autofree char *stripped = g_strstrip(g_steal_pointer(&slashed));
    return g_canonicalize_filename(stripped, folder);
}

static SamsokSidecarRow *row_of(const GArray *columns, const GPtrArray *fields, const char **out_path)
{
    SamsokSidecarRow *row = g_new0(SamsokSidecarRow, 1);
    row->metadata = samsok_metadata_new();
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    *out_path = NULL;
    for (guint i = 0; i < MIN(columns->len, fields->len); i++) {
        int column = g_array_index(columns, int, i);
        const char *value = g_ptr_array_index(fields, i);
        if (column == COLUMN_PATH) {
            *out_path = value;
        } else if (column != COLUMN_OTHER) {
            samsok_metadata_set(row->metadata, (SamsokField)column, value, SAMSOK_SOURCE_SIDECAR);
            g_autofree char *said = g_strdup_printf("%d=%s\n", column, value);
            g_checksum_update(checksum, (const guchar *)said, -1);
        }
    }
    row->sha256 = g_strdup(g_checksum_get_string(checksum));
    return row;
}

typedef struct {
    GString *text;
    guint count;
} Complaints;

static void complain(Complaints *complaints, guint line, const char *what)
{
    complaints->count++;
    if (complaints->count <= MAX_COMPLAINTS) {
        g_string_append_printf(complaints->text, "%sline %u: %s",
                               complaints->text->len > 0 ? "; " : "", line, what);
    }
}

/* The complaints as one line; NULL for none. */
static char *told(Complaints *complaints)
{
    if (complaints->count > MAX_COMPLAINTS) {
        g_string_append_printf(complaints->text, "; and %u more",
                               complaints->count - MAX_COMPLAINTS);
    }
    char *text = g_string_free(complaints->text, FALSE);
    if (complaints->count == 0) {
        g_clear_pointer(&text, g_free);
    }
    return text;
}

static void read_rows(SamsokSidecars *sidecars, const char *folder, SamsokCsv *csv,
                      const GArray *columns, Complaints *complaints)
{
    g_autoptr(GPtrArray) fields = g_ptr_array_new_with_free_func(g_free);
    bool unclosed = false;
    while (samsok_csv_next(csv, fields, &unclosed)) {
        const char *path = NULL;
        SamsokSidecarRow *row = row_of(columns, fields, &path);
        if (unclosed || path == NULL || *path == '\0') {
            complain(complaints, csv->line, unclosed ? "a quote is never closed" : "no path");
            free_row(row);
            continue;
        }
        if (fields->len > columns->len) {
            complain(complaints, csv->line, "more fields than columns");
        }
        g_hash_table_replace(sidecars->rows, target_of(folder, path), row);
    }
}

gboolean samsok_sidecars_read(SamsokSidecars *sidecars, const char *path, char **out_complaint,
                              GError **error)
{
    g_autoptr(GByteArray) bytes = read_bytes(path, error);
    if (bytes == NULL) {
        return FALSE;
    }
    g_autofree char *text = text_of(bytes);
    SamsokCsv csv;
    samsok_csv_init(&csv, text);
    g_autoptr(GPtrArray) head = g_ptr_array_new_with_free_func(g_free);
    bool unclosed = false;
    samsok_csv_next(&csv, head, &unclosed);
    bool has_path = false;
    g_autoptr(GArray) columns = columns_of(head, &has_path);
    if (!has_path) {
        g_autofree char *shown = g_filename_display_name(path);
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_FORMAT,
                    "'%s': the first line names no column 'path'", shown);
        return FALSE;
    }
    g_autofree char *folder = g_path_get_dirname(path);
    Complaints complaints = {.text = g_string_new(NULL)};
    read_rows(sidecars, folder, &csv, columns, &complaints);
    *out_complaint = told(&complaints);
    return TRUE;
}
