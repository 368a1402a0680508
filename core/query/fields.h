/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields a query may name, in Norwegian and English, and what their values mean.
 *
 *     tittel: title:      words of the report's title
 *     seksjon: section:   words of the headings above a passage, or a section's number
 *     rolle: role:  virkemiddel: instrument:  mekanisme: mechanism:  trinn: step:  sak: case:  aktør: actor:
 *                         concepts of one kind; trinn:3..4 is a range, rolle:* any
 *     forfatter: author:  år: year:  rapport: report:  serie: series:  begrep: concept:
 *     språk: language:  type: kind:   filters: they choose and never rank
 *
 * Names are folded; «aar» and «spraak» typed on a foreign keyboard, and nynorsk «omgrep», are known.
 */
#ifndef SAMSOK_QUERY_FIELDS_H
#define SAMSOK_QUERY_FIELDS_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

G_BEGIN_DECLS

/* X(FIELD, the name it is shown by) */
#define SAMSOK_QUERY_FIELD_LIST(X) \
    X(TEXT, "") \
    X(TITLE, "tittel") \
    X(SECTION, "seksjon") \
    X(AUTHOR, "forfatter") \
    X(YEAR, "år") \
    X(REPORT, "rapport") \
    X(SERIES, "serie") \
    X(CONCEPT, "begrep") \
    X(ROLE, "rolle") \
    X(INSTRUMENT, "virkemiddel") \
    X(MECHANISM, "mekanisme") \
    X(STEP, "trinn") \
    X(CASE, "sak") \
    X(ACTOR, "aktør") \
    X(LANGUAGE, "språk") \
    X(KIND, "type")

typedef enum {
#define X(field, name) SAMSOK_QUERY_FIELD_##field,
    SAMSOK_QUERY_FIELD_LIST(X)
#undef X
    SAMSOK_QUERY_FIELD_COUNT
} SamsokQueryField;

/* The name a field is shown by: "tittel"; "" for TEXT. */
const char *samsok_query_field_name(SamsokQueryField field);

/* The field called by the `len` bytes at `name` in any of its names and any case;
 * SAMSOK_QUERY_FIELD_COUNT if there is none. */
SamsokQueryField samsok_query_field_from_name(const char *name, size_t len);

/* True for fields whose values are words to look for; the others are filters. */
bool samsok_query_field_has_words(SamsokQueryField field);

/* Reads "2014", "2014..2017", "2014..", "..2017" and "2014-2017". An open end is 0 or G_MAXUINT; ends
 * the wrong way round are turned; there was no year 0. False, and nothing written, when `text` is none of these. */
bool samsok_query_parse_years(const char *text, guint *out_first, guint *out_last);

/* The same of places in an order, where 0 is before the first. */
bool samsok_query_parse_range(const char *text, guint *out_first, guint *out_last);

/* The language codes that `text` names ("bokmål" → nb; "norsk" → nb, nn): NULL-terminated, static.
 * NULL when it names none. */
const char *const *samsok_query_languages(const char *text);

G_END_DECLS

#endif
