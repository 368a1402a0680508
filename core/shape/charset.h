/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which character set a text is in, and its conversion to UTF-8.
 *
 * Runs in samsok-worker, behind SamsokHost.decode of the plugin interface: hostile bytes are
 * decoded where a crash costs one file.
 */
#ifndef SAMSOK_SHAPE_CHARSET_H
#define SAMSOK_SHAPE_CHARSET_H

#include <glib.h>
#include <stddef.h>

G_BEGIN_DECLS

typedef struct {
    char *text; /* UTF-8, NUL-terminated, NUL bytes of the input gone; not yet cleaned (NFC …) */
    size_t text_len; /* bytes */
    char *charset;   /* IANA name of what was decided: "UTF-8", "windows-1252", "UTF-16LE" */
    char *warning;   /* one sentence on what was doubted; NULL if nothing was */
} SamsokDecodedText;

void samsok_decoded_text_clear(SamsokDecodedText *decoded);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(SamsokDecodedText, samsok_decoded_text_clear)

/* Decides by byte order mark, then validity as UTF-8, then `declared` (NULL if the file says
 * nothing) where the bytes agree with it, then a guess in which Norwegian letters count; text in
 * which UTF-8 and an 8-bit set are mixed is decoded piece by piece, doubly encoded UTF-8 is undone.
 * Errors: FORMAT (binary data: no text in any character set), LIMIT (the text outgrows
 * SAMSOK_MAX_TEXT_BYTES). `out` is filled on success only. */
gboolean samsok_charset_decode(const char *bytes, size_t len, const char *declared,
                               SamsokDecodedText *out, GError **error);

G_END_DECLS

#endif
