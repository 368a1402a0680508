/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The media type of a file, from its head.
 *
 * libmagic looks at the head; its guesses between kinds of plain text (C source, TeX, mail …) are
 * noise for reports and all become "text/plain". Among plain texts the name then tells Markdown from
 * CSV, and a fragment of HTML from a text: where there is any markup. What is called ".pdf" and is of no
 * other format either is taken for a PDF: its readers find the pages of one whose header is gone. For
 * everything else the name counts for nothing.
 *
 * A detector belongs to one thread.
 */
#ifndef SAMSOK_EXTRACT_DETECT_H
#define SAMSOK_EXTRACT_DETECT_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

typedef struct _SamsokDetector SamsokDetector;

/* Errors: CONFIG (libmagic finds no database). */
SamsokDetector *samsok_detector_new(GError **error);
void samsok_detector_free(SamsokDetector *detector);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokDetector, samsok_detector_free)

/* The media type of a file that is called `name` and begins with the `len` bytes at `head`;
 * "application/octet-stream" where nothing is known. Lent until the next call. */
const char *samsok_detector_media_type(SamsokDetector *detector, const char *head, size_t len,
                                       const char *name);

/* The media type that the ending of `name` stands for; "" where it stands for none that is known. What is
 * behind the name may be something else. */
const char *samsok_detect_promised_type(const char *name);

/* True for a type whose files bear a signature, so that what has none is no such file: a page of text
 * called ".pdf" is most often what a server said in the place of the file. */
bool samsok_detect_is_signed(const char *media_type);

G_END_DECLS

#endif
