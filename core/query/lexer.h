/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts what a person typed into the pieces of the query language; refuses nothing.
 *
 * A sign or field belongs to the piece right behind it: `+ord`, `-"to ord"`, `tittel:(a b)`. A quote
 * that is never closed is passed over, a name before a colon that is no field stays part of its word;
 * each with a note. Operators are known by their capitals alone: OG AND, ELLER OR, IKKE NOT, NÆR NEAR.
 */
#ifndef SAMSOK_QUERY_LEXER_H
#define SAMSOK_QUERY_LEXER_H

#include "core/query/fields.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
    SAMSOK_LEXEME_WORD,
    SAMSOK_LEXEME_PHRASE,
    SAMSOK_LEXEME_OPEN,
    SAMSOK_LEXEME_CLOSE,
    SAMSOK_LEXEME_AND,
    SAMSOK_LEXEME_OR,
    SAMSOK_LEXEME_NOT,
    SAMSOK_LEXEME_NEAR,
    SAMSOK_LEXEME_END
} SamsokLexemeKind;

typedef struct {
    SamsokLexemeKind kind;
    char sign;              /* '+', '-' or 0; WORD, PHRASE and OPEN only */
    SamsokQueryField field; /* TEXT when none was named; WORD, PHRASE and OPEN only */
    const char *text;       /* WORD, operators: as typed; PHRASE: without its quotes; else "" */
} SamsokLexeme;

/* The operator called `text`, or WORD. */
SamsokLexemeKind samsok_query_operator(const char *text);

/* The pieces of `text` (clean), an END last. Strings go into `strings`, notes (char *) are added to
 * `notes`. Owner: the caller; a GArray of SamsokLexeme. */
GArray *samsok_query_lex(const char *text, GStringChunk *strings, GPtrArray *notes);

G_END_DECLS

#endif
