/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as pages write them, made ISO 8601. */
#ifndef SAMSOK_HTML_DATES_H
#define SAMSOK_HTML_DATES_H

#include <stdbool.h>
#include <stddef.h>

/* "2017-03-01", its NUL, and room for what a compiler fears of a number's length. */
#define HTML_DATE_MAX 48

/* Reads "2017-03-01" (also inside «FOR-2017-03-01-238» and before a time of day), "2017", "2017-03",
 * "14.12.1987", "14. desember 1987" and "1/3/2017" as day, month, year. False, and `out` undefined,
 * when the text is no date. */
bool html_date_read(const char *text, size_t len, char out[HTML_DATE_MAX]);

#endif
