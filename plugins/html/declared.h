/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the first kilobyte of a page says of its character set, and whether the page can be parsed.
 *
 * Both look at raw bytes before the parser does.
 */
#ifndef SAMSOK_HTML_DECLARED_H
#define SAMSOK_HTML_DECLARED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The longest name of a character set that is believed; IANA's own are at most 40 characters. */
#define HTML_CHARSET_MAX 64

/* Writes the declared character set to `out`, an array of HTML_CHARSET_MAX, as a string; empty when
 * nothing is declared. Looks for `<meta charset>`, `<meta http-equiv=content-type>` and an XML
 * declaration. A byte order mark is left to the one who decodes. UTF-16 in a declaration that could
 * be read byte by byte is a lie and read as UTF-8.
 * Source: HTML standard, 13.2.3.2 «prescan a byte stream to determine its encoding». */
void html_declared_charset(const char *bytes, size_t len, char out[HTML_CHARSET_MAX]);

/* A bound from above on what the parser will build, guessed from the tags alone. */
typedef struct {
    size_t tags;  /* start tags */
    size_t depth; /* the deepest nesting they may open, elements that end themselves not counted */
} HtmlExtent;

void html_measure_extent(const char *bytes, size_t len, HtmlExtent *out);

#endif
