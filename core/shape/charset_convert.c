/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conversion to UTF-8 by iconv, with damage marked and counted. */
#include "config.h"

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/shape/charset-private.h"

#include <errno.h>
#include <glib.h>

/* iconv writes into pieces of this size, so that a text over the limit is never held whole. */
#define PIECE_BYTES ((size_t)64 << 10)
#define REPLACEMENT "\xEF\xBF\xBD"

/* Passes over what iconv stopped at. Returns false when the rest of the input is a cut-off unit. */
static bool step_over_damage(int cause, gsize unit, gchar **input, gsize *left, GString *text)
{
    if (cause == EINVAL || *left < unit) {
        return false;
    }
    g_string_append(text, REPLACEMENT);
    *input += unit;
    *left -= unit;
    return true;
}

static GString *convert_all(GIConv conv, const char *bytes, size_t len, size_t unit,
                            size_t *out_damaged, GError **error)
{
    g_autofree char *piece = g_malloc(PIECE_BYTES);
    GString *text = g_string_new(NULL);
    gchar *input = (gchar *)bytes;
    gsize left = len;
    size_t damaged = 0;
    bool going = true;
    while (going && left > 0) {
        gchar *output = piece;
        gsize room = PIECE_BYTES;
        gsize result = g_iconv(conv, &input, &left, &output, &room);
        int cause = errno;
        g_string_append_len(text, piece, (gssize)(PIECE_BYTES - room));
        if (result == (gsize)-1 && cause != E2BIG) {
            damaged++;
            going = step_over_damage(cause, unit, &input, &left, text);
        }
        if (text->len > SAMSOK_MAX_TEXT_BYTES) {
            g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_LIMIT,
                        "the text is larger than %" G_GSIZE_FORMAT " bytes", SAMSOK_MAX_TEXT_BYTES);
            g_string_free(text, TRUE);
            return NULL;
        }
    }
    *out_damaged = damaged;
    return text;
}

GString *samsok_charset_convert(const char *bytes, size_t len, const char *charset, size_t unit,
                                size_t *out_damaged, GError **error)
{
    GIConv conv = g_iconv_open("UTF-8", charset);
    if (conv == (GIConv)-1) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_UNSUPPORTED, "unknown character set '%s'",
                    charset);
        return NULL;
    }
    GString *text = convert_all(conv, bytes, len, unit, out_damaged, error);
    g_iconv_close(conv);
    return text;
}
