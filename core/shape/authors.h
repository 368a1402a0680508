/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of authors in a line of text: «Kari Berg, Ola Dal og Per Ås (prosjektleder)». */
#ifndef SAMSOK_SHAPE_AUTHORS_H
#define SAMSOK_SHAPE_AUTHORS_H

#include <glib.h>

G_BEGIN_DECLS

/* The names in the value of an author field. Names are parted by commas, semicolons, line ends, «og»,
 * «and» and «&»; what stands in parentheses and titles in small letters («seniorrådgiver Kari Berg») go;
 * «Direktoratet for forvaltning og ikt» and «Barne-, ungdoms- og familiedirektoratet» stay whole.
 * NULL-terminated. Owner: the caller frees with g_strfreev. */
char **samsok_authors_split(const char *value);

/* The value of a line that says who wrote the report: «Forfattere: …», «Av Kari Berg og Ola Dal»; NULL for
 * any other line. «Av» needs names in capitals behind it and nothing else. Lent by `line`. */
const char *samsok_authors_in_line(const char *line);

G_END_DECLS

#endif
