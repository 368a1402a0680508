/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as the rest of the program may trust it: valid UTF-8, NFC, no controls, NUL-terminated.
 *
 * Text enters the program in three places: from a worker (samsok_runs_append), from a sidecar file
 * and from the command line. Each calls samsok_text_clean once; past that point nobody checks again.
 */
#ifndef SAMSOK_BASE_TEXT_H
#define SAMSOK_BASE_TEXT_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

/* Makes `bytes` (any bytes, `len` of them, may be NULL when len is 0) into clean text:
 * invalid UTF-8 sequences become U+FFFD, NUL and other C0/C1 controls but TAB and LF are dropped
 * (CR, VT, FF and NEL become LF), presentation ligatures U+FB00–FB06 are spelled out, byte order
 * marks and other zero-width format characters but U+00AD and U+200D are dropped, no-break spaces
 * of all widths become U+0020, and the whole is composed to NFC. Private-use characters stay:
 * they are bullets to the shape stage. Soft hyphens stay: they are evidence for joining lines.
 *
 * Owner: the caller frees the result with g_free. `out_len` may be NULL.
 * Source: Unicode 15 UAX #15 (NFC); the compatibility mappings of the Alphabetic Presentation Forms.
 */
char *samsok_text_clean(const char *bytes, size_t len, size_t *out_len);

/* True when `text` is already what samsok_text_clean would return, byte for byte.
 * ASCII without controls is recognised at memory speed, so callers may test before they copy. */
bool samsok_text_is_clean(const char *text, size_t len);

/* Folds runs of white space to one blank and strips both ends. Owner: the caller frees. */
char *samsok_text_squeeze(const char *text);

/* The number of words in `text`: maximal stretches of characters that are not white space and
 * hold at least one letter or digit. */
guint samsok_text_word_count(const char *text);
/* The same of its first `len` bytes, which end at a character's edge. */
guint samsok_text_words_within(const char *text, size_t len);

/* Cuts `text` to at most `max_bytes` at a character's edge. Owner: the caller frees. */
char *samsok_text_cut(const char *text, size_t max_bytes);

G_END_DECLS

#endif
