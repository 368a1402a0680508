/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kind of answer a question asks for, and whether a piece of text may hold one.
 *
 * «Hvor mange …» asks for a number, «hvor gammel» for an age, «hvor lenge» for a while, «hvor mye» for an amount,
 * «hvor lang» for either, «når» for a time, «hvem» for a name, «hvor» for a place, «hvorfor» for a reason. The text
 * that has the question's words and something of that kind beside them is likelier to answer it. Bokmål,
 * nynorsk and English; what has no question word asks for nothing, so that keywords rank as they did.
 * Something that stands in the question already answers nothing.
 */
#ifndef SAMSOK_QUERY_ANSWER_H
#define SAMSOK_QUERY_ANSWER_H

#include "core/query/wanted.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
    SAMSOK_ANSWER_ANY,
    SAMSOK_ANSWER_NUMBER, /* from here to LENGTH: a number of some kind */
    SAMSOK_ANSWER_AGE,
    SAMSOK_ANSWER_DURATION,
    SAMSOK_ANSWER_AMOUNT,
    SAMSOK_ANSWER_LENGTH, /* an amount or a while */
    SAMSOK_ANSWER_TIME,
    SAMSOK_ANSWER_NAME,
    SAMSOK_ANSWER_PLACE,
    SAMSOK_ANSWER_REASON
} SamsokAnswerKind;

/* What the words of `wanted` ask for, in the order typed. */
SamsokAnswerKind samsok_answer_kind(const SamsokWanted *wanted);

/* True for «hva er X» and the like: a question for the thing itself, which opens what is written about it. */
bool samsok_answer_is_definition(const SamsokWanted *wanted);

/* Lets the words that answer such a question pass through `sieve`. */
void samsok_answer_note(SamsokAnswerKind kind, SamsokSieve *sieve);

/* Where answers are looked for; all lent. */
typedef struct {
    SamsokAnswerKind kind;
    SamsokWanted *wanted;
    const char *text;
    const GArray *tokens; /* of SamsokToken, of the text */
} SamsokAnswerPlace;

/* How likely the token number `at` is an answer, or begins one: 0 to 1; 0 for ANY. */
double samsok_answer_at(const SamsokAnswerPlace *place, guint at);

G_END_DECLS

#endif
