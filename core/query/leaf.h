/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the nodes of a query tree from lexemes: words analysed, values read. For parse.c only. */
#ifndef SAMSOK_QUERY_LEAF_H
#define SAMSOK_QUERY_LEAF_H

#include "core/language/analyser.h"
#include "core/query/lexer.h"
#include "core/query/query.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct {
    SamsokQuery *query;
    SamsokAnalyser *analyser;
    GArray *tokens;           /* of SamsokToken, Norwegian: the leaf at hand */
    GPtrArray *english_stems; /* of const char *, one for each of them */
    guint term_count;
} SamsokLeafMaker;

void samsok_leaf_maker_init(SamsokLeafMaker *maker, SamsokQuery *query, SamsokAnalyser *analyser);
void samsok_leaf_maker_clear(SamsokLeafMaker *maker);

/* A node of `kind` (BAG, OR, NEAR) without children. Lent by the query. */
SamsokQueryNode *samsok_leaf_maker_parent(SamsokLeafMaker *maker, SamsokQueryKind kind);

/* The leaf that `lexeme` (WORD or PHRASE) says; `field` is that of the group around it. Lent by the
 * query. NULL, with a note, when the query has too many words or nothing is left to look for. */
SamsokQueryNode *samsok_leaf_maker_leaf(SamsokLeafMaker *maker, const SamsokLexeme *lexeme,
                                        SamsokQueryField field);

/* True for what is required in a bag without a sign: phrases, NEAR, filters, words of a named field,
 * and an OR of such. */
bool samsok_leaf_is_wanted(const SamsokQueryNode *node);

G_END_DECLS

#endif
