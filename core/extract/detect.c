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

/* Nothing but the question whether this is text in some character set. */
#define TEXT_ONLY_FLAGS (DETECTOR_FLAGS | MAGIC_NO_CHECK_SOFT)

/* How far the regular expressions of libmagic look; at its default of 8192 they take most of the
 * time on plain text, and no answer on a corpus of odd files differed. */
enum { REGEX_BYTES = 256 };

/* Most names of characters in HTML are shorter. */
enum { MAX_ENTITY_BYTES = 12 };

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

static const char pdf_type[] = "application/pdf";
static const char octet_type[] = "application/octet-stream";
static const char plain_type[] = "text/plain";

const char *samsok_detect_promised_type(const char *name)
{
    static const struct {
        const char *suffix;
        const char *type;
    } types[] = {
        {".txt", plain_type},
        {".md", "text/markdown"},
        {".markdown", "text/markdown"},
        {".csv", "text/csv"},
        {".tsv", "text/tab-separated-values"},
        {".html", "text/html"},
        {".htm", "text/html"},
        {".xhtml", "application/xhtml+xml"},
        {".pdf", pdf_type},
    };
    g_autofree char *lower = g_ascii_strdown(name, -1);
    for (gsize i = 0; i < G_N_ELEMENTS(types); i++) {
        if (g_str_has_suffix(lower, types[i].suffix)) {
            return types[i].type;
        }
    }
    return "";
}

bool samsok_detect_is_signed(const char *media_type)
{
    return strcmp(media_type, pdf_type) == 0;
}

/* Plain text by its name; a page needs markup somewhere, to be believed. */
static const char *text_type_by_name(const char *name, bool is_marked_up)
{
    const char *type = samsok_detect_promised_type(name);
    bool needs_markup = strstr(type, "html") != NULL;
    bool is_told = *type != '\0' && !samsok_detect_is_signed(type) && (is_marked_up || !needs_markup);
    return is_told ? type : plain_type;
}

static bool is_ascii_letter(guchar c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Past a byte order mark and white space; the end of the head if there is nothing else. */
static const guchar *first_character(const char *head, size_t len)
{
    const guchar *p = (const guchar *)head;
    const guchar *end = p + len;
    if (len >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0) {
        p += 3;
    }
    while (p < end && (*p == ' ' || (*p >= '\t' && *p <= '\r'))) {
        p++;
    }
    return p;
}

/* True for the beginning of "<p", "</", "<!" or of "&amp;", "&#230;". */
static bool is_markup(const char *at, size_t left)
{
    if (left < 2 || (*at != '<' && *at != '&')) {
        return false;
    }
    bool is_named = is_ascii_letter((guchar)at[1]);
    if (*at == '<') {
        return is_named || at[1] == '/' || at[1] == '!';
    }
    bool is_numbered = at[1] == '#' && left > 2 && g_ascii_isdigit(at[2]);
    return is_numbered || (is_named && memchr(at, ';', MIN(left, MAX_ENTITY_BYTES)) != NULL);
}

static bool has_markup(const char *head, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (is_markup(head + i, len - i)) {
            return true;
        }
    }
    return false;
}

/* True when the head begins as running text does: with a word that is no field name ("From:", "BEGIN:",
 * "Subject:") and no mark of a format ("<", "{\\rtf", "%!"). Most files of a collection of texts do. */
static bool begins_as_prose(const char *head, size_t len)
{
    const guchar *p = first_character(head, len);
    const guchar *end = (const guchar *)head + len;
    const guchar *word = p;
    while (p < end && (is_ascii_letter(*p) || *p == '-' || *p >= 0x80)) {
        p++;
    }
    bool is_mailbox = p - word == 4 && memcmp(word, "From", 4) == 0;
    return p > word && p < end && *p != ':' && !is_mailbox;
}

/* libmagic's tests for formats take a millisecond on text, a hundred times as long as all the rest
 * of detection; so it is asked first whether a head that begins as prose is text at all. */
static bool is_prose(SamsokDetector *detector, const char *head, size_t len)
{
    if (!begins_as_prose(head, len)) {
        return false;
    }
    magic_setflags(detector->magic, TEXT_ONLY_FLAGS);
    const char *type = magic_buffer(detector->magic, head, len);
    bool is_text = g_strcmp0(type, plain_type) == 0;
    magic_setflags(detector->magic, DETECTOR_FLAGS);
    return is_text;
}

/* The type by the head, with the name where texts are told apart by it. */
static const char *type_of_head(SamsokDetector *detector, const char *head, size_t len,
                                const char *name)
{
    if (is_prose(detector, head, len)) {
        return text_type_by_name(name, has_markup(head, len));
    }
    const char *type = magic_buffer(detector->magic, head, len);
    if (type == NULL || strchr(type, '/') == NULL) {
        return octet_type;
    }
    /* One tag anywhere makes HTML of a text for libmagic: a Markdown file, most often. */
    const guchar *first = first_character(head, len);
    bool begins_with_tag = first < (const guchar *)head + len && *first == '<';
    bool is_plain = g_str_has_prefix(type, "text/") && !is_text_format(type);
    bool is_doubtful = strcmp(type, "text/html") == 0 && !begins_with_tag;
    if (is_plain || is_doubtful) {
        return text_type_by_name(name, has_markup(head, len));
    }
    /* A page may begin as XML does; what its name says is then the nearer word. */
    bool is_page = strcmp(type, "text/xml") == 0 && strstr(text_type_by_name(name, true), "html") != NULL;
    return is_page ? text_type_by_name(name, true) : type;
}

const char *samsok_detector_media_type(SamsokDetector *detector, const char *head, size_t len,
                                       const char *name)
{
    const char *type = type_of_head(detector, head, len, name);
    bool is_open = strcmp(type, plain_type) == 0 || strcmp(type, octet_type) == 0;
    const char *promised = is_open ? samsok_detect_promised_type(name) : "";
    return samsok_detect_is_signed(promised) ? promised : type;
}
