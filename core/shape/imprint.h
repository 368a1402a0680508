/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Series, numbers and dates as reports print them, read from a line of text.
 *
 * Forms seen: «Difi-rapport 2014:07 ISSN 1890-6583», «Difi-rapport ISSN 1890-6583 / 2018:9» over two
 * lines, «Rapport 2018:9» in a running head, «Difi notat 2017:2», «Rapport 1/2017», «DFØ-rapport
 * 2024:3», «Samordningsrapport 2018:2», «NOU 2005: 6»; file names as difi-rapport_2016-8_….pdf and dfo-notat-2025-5.
 */
#ifndef SAMSOK_SHAPE_IMPRINT_H
#define SAMSOK_SHAPE_IMPRINT_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* Strings are owned. */
typedef struct {
    char *series; /* "Difi-rapport"; "Rapport" where no publisher stands before it */
    char *number; /* year, colon, number without leading zeros: "2014:7" */
} SamsokImprint;

void samsok_imprint_clear(SamsokImprint *imprint);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(SamsokImprint, samsok_imprint_clear)

/* A report's own number in the lines of a title page or a running head: it begins a line, or only
 * names in capitals stand before it («Direktoratet for forvaltning og ikt Rapport 2018:9»), and no
 * sentence goes on behind it. A mention in running text («i Difi-rapport 2014:7 viste vi …») is none.
 * `publisher` (may be NULL) completes a bare «Rapport»: "Difi" gives "Difi-rapport". True when found. */
bool samsok_imprint_find(const char *lines, const char *publisher, SamsokImprint *out);

/* The same from a file's name or an address: difi-rapport_2016-8_….pdf, /dfo-rapport-202414 (the colon
 * is lost there: four digits are the year). */
bool samsok_imprint_of_file_name(const char *name, SamsokImprint *out);

/* The date in a line that is nothing but a date, maybe with a place or a label before it: «Oslo, 31.
 * oktober 2018», «Publisert: 26. nov 2014», «November 2014», «17.11.2014». ISO 8601 as exact as the
 * text ("2018-10-31", "2014-11"); NULL if there is none. Owner: the caller frees. */
char *samsok_imprint_date(const char *line);

G_END_DECLS

#endif
