/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Growable text and comparisons without regard to ASCII case, for the HTML plugin.
 *
 * A plugin has no GLib, so the few things it needs stand here. Memory that cannot be had ends the
 * process, as the plugin interface allows: the parent survives it, the file is lost.
 */
#ifndef SAMSOK_HTML_STRINGS_H
#define SAMSOK_HTML_STRINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes that grow. {0} is an empty one; clear it in the end. */
typedef struct {
    char *bytes; /* NULL while nothing was appended; no NUL at the end */
    size_t len;  /* in use */
    size_t size; /* allocated */
} HtmlText;

void html_text_append(HtmlText *text, const char *bytes, size_t len);
void html_text_clear(HtmlText *text);

/* Room for `count` elements of `size` bytes in place of `block` (NULL: new). Never NULL. */
void *html_reallocate(void *block, size_t count, size_t size);

/* Makes room for one element more in an array that doubles: returns the array. `capacity` is
 * updated. */
void *html_grow(void *array, uint32_t len, uint32_t *capacity, size_t size);

/* White space as HTML knows it: blank, tab, line feed, form feed, carriage return. */
bool html_is_space(char c);
bool html_is_digit(char c);
bool html_is_letter(char c);
char html_lower(char c);

/* True when the `len` bytes are `word`, a NUL-terminated string in lower case. */
bool html_equals(const char *bytes, size_t len, const char *word);
bool html_starts_with(const char *bytes, size_t len, const char *word);
/* Where `word` begins in the bytes; `len` when it does not occur. */
size_t html_find(const char *bytes, size_t len, const char *word);
/* True when the bytes are one of the words of a NULL-terminated list. */
bool html_is_one_of(const char *bytes, size_t len, const char *const *words);

/* Takes white space off both ends. */
void html_trim(const char **bytes, size_t *len);

#endif
