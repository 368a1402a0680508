/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How values become boolean terms and names become comparable. */
#include "config.h"

#include "index/schema.h"

#include <glib.h>
#include <string.h>

#include "core/base/limits.h"

char *samsok_schema_term(const char *prefix, const char *value)
{
    size_t prefix_len = strlen(prefix);
    const char *colon = prefix_len > 1 && g_ascii_isupper(*value) ? ":" : "";
    if (prefix_len + strlen(colon) + strlen(value) <= SAMSOK_MAX_TERM_BYTES) {
        return g_strconcat(prefix, colon, value, NULL);
    }
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, value, -1);
    return g_strconcat(prefix, digest, NULL);
}

/* The letters of Norwegian that have an ASCII spelling of their own. */
static const char *spelling_of(gunichar c)
{
    switch (c) {
    case 0xE6:
        return "ae";
    case 0xF8:
        return "oe";
    case 0xE5:
        return "aa";
    default:
        return NULL;
    }
}

static void append_folded(GString *out, gunichar c)
{
    const char *spelling = spelling_of(c);
    if (spelling != NULL) {
        g_string_append(out, spelling);
        return;
    }
    /* The first part of the decomposition is the letter without its accents. */
    gunichar base = c;
    g_unichar_fully_decompose(c, FALSE, &base, 1);
    if (base < 0x80 && g_ascii_isalnum((char)base)) {
        g_string_append_c(out, (char)base);
    } else if (out->len > 0 && out->str[out->len - 1] != '-') {
        g_string_append_c(out, '-');
    }
}

char *samsok_schema_fold(const char *text)
{
    GString *out = g_string_new(NULL);
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char(p)) {
        append_folded(out, g_unichar_tolower(g_utf8_get_char(p)));
    }
    if (out->len > 0 && out->str[out->len - 1] == '-') {
        g_string_truncate(out, out->len - 1);
    }
    return g_string_free(out, FALSE);
}

char *samsok_schema_number(const char *series, const char *number)
{
    g_autofree char *folded = samsok_schema_fold(number);
    g_auto(GStrv) parts = g_strsplit(folded, "-", -1);
    g_autofree char *series_folded = samsok_schema_fold(series);
    GString *out = g_string_new(series_folded);
    for (guint i = 0; parts[i] != NULL; i++) {
        const char *part = parts[i];
        while (*part == '0' && part[1] != '\0') {
            part++;
        }
        g_string_append_printf(out, "%s%s", out->len > 0 ? "-" : "", part);
    }
    return g_string_free(out, FALSE);
}

/* FNV-1a, 64 bits (RFC 9923): any hash would do that spreads. */
static uint64_t hash_of(const char *text)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (const char *p = text; *p != '\0'; p++) {
        hash = (hash ^ (guint8)*p) * UINT64_C(1099511628211);
    }
    return hash;
}

const char *const *samsok_schema_kinds(void)
{
    static const char *const kinds[] = {SAMSOK_KIND_REPORT,     SAMSOK_KIND_PASSAGE,  SAMSOK_KIND_POINT,
                                        SAMSOK_KIND_REFERENCES, SAMSOK_KIND_PROJECTS, NULL};
    return kinds;
}

void samsok_schema_order(const char *id, guint8 out[SAMSOK_ORDER_BYTES])
{
    uint64_t bytes = GUINT64_TO_BE(hash_of(id));
    memcpy(out, &bytes, SAMSOK_ORDER_BYTES);
}
