/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comma-separated values, as RFC 4180 has them and spreadsheets save them. */
#ifndef SAMSOK_INDEX_CSV_H
#define SAMSOK_INDEX_CSV_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* A reader over text that the caller keeps. */
typedef struct {
    const char *at;
    char separator;
    guint line; /* of the row read last, from 1 */
    guint next_line;
} SamsokCsv;

/* Starts at the head of `text` (clean, NUL-terminated). The separator is the one of , ; TAB that is
 * most frequent in the first line outside quotes. */
void samsok_csv_init(SamsokCsv *csv, const char *text);

/* Replaces the contents of `fields` (of char *, with g_free as its free function) with the next row
 * that is not empty. A quoted field may hold separators, line ends and doubled quotes; one that is
 * never closed ends with the text, and *out_unclosed says so. False at the end. */
bool samsok_csv_next(SamsokCsv *csv, GPtrArray *fields, bool *out_unclosed);

G_END_DECLS

#endif
