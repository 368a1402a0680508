/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks libmagic and translates its answer. */
#include "config.h"

#include "core/extract/detect.h"

#include <errno.h>
#include <magic.h>
#include <stdbool.h>
#include <string.h>

#include "core/base/error.h"

/* What is left out is either code of libmagic's that parses (archives, ELF, compound documents), or
 * tells apart what is one text to us (JSON, CSV). */
#define DETECTOR_FLAGS \
    (MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR | MAGIC_NO_CHECK_ELF | \
     MAGIC_NO_CHECK_CDF | MAGIC_NO_CHECK_CSV | MAGIC_NO_CHECK_JSON)

/* How far the regular expressions of libmagic look; at its default of 8192 they take most of the
 * time on plain text, and no answer on a corpus of odd files differed. */
enum { REGEX_BYTES = 256 };

struct _SamsokDetector {
    magic_t magic;
};

SamsokDetector *samsok_detector_new(GError **error)
{
    magic_t magic = magic_open(DETECTOR_FLAGS);
    if (magic == NULL || magic_load(magic, NULL) != 0) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_CONFIG,
                    "media types cannot be recognised: %s",
                    magic == NULL ? g_strerror(ENOMEM) : magic_error(magic));
        if (magic != NULL) {
            magic_close(magic);
        }
        return NULL;
    }
    size_t regex_bytes = REGEX_BYTES;
    magic_setparam(magic, MAGIC_PARAM_REGEX_MAX, &regex_bytes);
    SamsokDetector *detector = g_new0(SamsokDetector, 1);
    detector->magic = magic;
    return detector;
}

void samsok_detector_free(SamsokDetector *detector)
{
    if (detector == NULL) {
        return;
    }
    magic_close(detector->magic);
    g_free(detector);
}

/* Text that is a format of its own; every other kind of text is plain to us. */
static bool is_text_format(const char *type)
{
    static const char *const formats[] = {
        "text/html", "text/xml", "text/rtf", "text/calendar", "text/vcard", "text/vtt",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(formats); i++) {
        if (strcmp(type, formats[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* Plain text by its name. */
static const char *text_type_by_name(const char *name)
{
    static const struct {
        const char *suffix;
        const char *type;
    } types[] = {
        {".md", "text/markdown"},
        {".markdown", "text/markdown"},
        {".csv", "text/csv"},
        {".tsv", "text/tab-separated-values"},
        {".html", "text/html"},
        {".htm", "text/html"},
        {".xhtml", "application/xhtml+xml"},
    };
    g_autofree char *lower = g_ascii_strdown(name, -1);
    for (gsize i = 0; i < G_N_ELEMENTS(types); i++) {
        if (g_str_has_suffix(lower, types[i].suffix)) {
            return types[i].type;
        }
    }
    return "text/plain";
}

const char *samsok_detector_media_type(SamsokDetector *detector, const char *head, size_t len,
                                       const char *name)
{
    const char *type = magic_buffer(detector->magic, head, len);
    if (type == NULL || strchr(type, '/') == NULL) {
        return "application/octet-stream";
    }
    if (g_str_has_prefix(type, "text/") && !is_text_format(type)) {
        return text_type_by_name(name);
    }
    return type;
}
