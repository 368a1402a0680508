/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as pages write them, made ISO 8601. */
#include "config.h"

#include "plugins/html/dates.h"

#include "plugins/html/strings.h"

#include <stdio.h>
#include <string.h>

static bool read_digits(const char *text, size_t len, size_t count, int *out)
{
    *out = 0;
    for (size_t i = 0; i < count; i++) {
        if (i >= len || !html_is_digit(text[i])) {
            return false;
        }
        *out = *out * 10 + (text[i] - '0');
    }
    return count >= len || !html_is_digit(text[count]);
}

static bool is_date(int year, int month, int day)
{
    return year >= 1500 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* "2017-03-01", anywhere in the text: also in «FOR-2017-03-01-238» and before a time of day. */
static bool find_iso_date(const char *text, size_t len, char out[HTML_DATE_MAX])
{
    for (size_t i = 0; i + 10 <= len; i++) {
        int year = 0;
        int month = 0;
        int day = 0;
        bool is_number = (i == 0 || !html_is_digit(text[i - 1])) &&
                         read_digits(text + i, len - i, 4, &year) && text[i + 4] == '-' &&
                         read_digits(text + i + 5, len - i - 5, 2, &month) && text[i + 7] == '-' &&
                         read_digits(text + i + 8, len - i - 8, 2, &day);
        if (is_number && is_date(year, month, day)) {
            snprintf(out, HTML_DATE_MAX, "%04d-%02d-%02d", year, month, day);
            return true;
        }
    }
    return false;
}

/* A month's number by the first three letters of its Norwegian or English name; 0 for none. */
static int month_of(const char *word, size_t len)
{
    static const char *const months[][2] = {{"jan", "jan"}, {"feb", "feb"}, {"mar", "mar"},
                                            {"apr", "apr"}, {"mai", "may"}, {"jun", "jun"},
                                            {"jul", "jul"}, {"aug", "aug"}, {"sep", "sep"},
                                            {"okt", "oct"}, {"nov", "nov"}, {"des", "dec"}};
    for (int i = 0; i < 12; i++) {
        if (html_starts_with(word, len, months[i][0]) || html_starts_with(word, len, months[i][1])) {
            return i + 1;
        }
    }
    return 0;
}

/* "14.12.1987", "14. desember 1987", "1/3/2017". */
static bool read_norwegian_date(const char *text, size_t len, char out[HTML_DATE_MAX])
{
    size_t at = html_is_digit(text[0]) && len > 1 && html_is_digit(text[1]) ? 2 : 1;
    int day = 0;
    int month = 0;
    int year = 0;
    if (!read_digits(text, len, at, &day)) {
        return false;
    }
    while (at < len && strchr(". /", text[at]) != NULL) {
        at++;
    }
    if (at < len && html_is_digit(text[at])) {
        size_t count = at + 1 < len && html_is_digit(text[at + 1]) ? 2 : 1;
        read_digits(text + at, len - at, count, &month);
    } else {
        month = month_of(text + at, len - at);
    }
    while (at < len && (len - at > 4 || !html_is_digit(text[at]))) {
        at++;
    }
    if (!read_digits(text + at, len - at, 4, &year) || !is_date(year, month, day)) {
        return false;
    }
    snprintf(out, HTML_DATE_MAX, "%04d-%02d-%02d", year, month, day);
    return true;
}

/* A year alone, or year and month. */
static bool read_year(const char *text, size_t len, char out[HTML_DATE_MAX])
{
    int year = 0;
    int month = 0;
    if (!read_digits(text, len, 4, &year) || year < 1500 || year >= 2200) {
        return false;
    }
    bool has_month = len == 7 && (text[4] == '-' || text[4] == '/') &&
                     read_digits(text + 5, len - 5, 2, &month) && month >= 1 && month <= 12;
    if (len != 4 && !has_month) {
        return false;
    }
    snprintf(out, HTML_DATE_MAX, has_month ? "%04d-%02d" : "%04d", year, month);
    return true;
}

bool html_date_read(const char *text, size_t len, char out[HTML_DATE_MAX])
{
    return len > 0 && (find_iso_date(text, len, out) || read_year(text, len, out) ||
                       read_norwegian_date(text, len, out));
}
