/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From what a person typed to a query tree. Total: any text is a query, nothing typed is an error.
 *
 *     query  = either
 *     either = all { ELLER all }
 *     all    = bag { OG bag }
 *     bag    = item { item }
 *     item   = [ + | - | IKKE ] ( "(" either ")" | phrase | word { NÆR word } )
 *
 * What does not fit is taken as words, or left out when it says nothing (a parenthesis without its
 * fellow), with a note. Parentheses are passed over where the query, described with those that operators
 * need, would nest deeper than SAMSOK_MAX_QUERY_DEPTH; words beyond SAMSOK_MAX_QUERY_TERMS are.
 */
#ifndef SAMSOK_QUERY_PARSE_H
#define SAMSOK_QUERY_PARSE_H

#include "core/language/analyser.h"
#include "core/query/query.h"

#include <glib.h>

G_BEGIN_DECLS

/* `text` is clean (core/base/text.h) and at most SAMSOK_MAX_QUERY_BYTES long. Owner: the caller. */
SamsokQuery *samsok_query_parse(const char *text, SamsokAnalyser *analyser);

/* Adds the words of `text` to the names of `query`; those that there is no room for are left out. */
void samsok_query_add_name(SamsokQuery *query, const char *text, SamsokAnalyser *analyser);

G_END_DECLS

#endif
