/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a text keeps the order of a query's words, stop words too.
 *
 * Tokens are noted one by one by the places of the query's sequence that hold their stem, as bits
 * (core/query/wanted.h). A run is words that stand in a row in both; a chain is words in the same order with
 * anything between them, within a sentence; a pair is two that are neighbours in both.
 */
#ifndef SAMSOK_QUERY_WORD_ORDER_H
#define SAMSOK_QUERY_WORD_ORDER_H

#include "core/query/wanted.h"

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/* Held by value. */
typedef struct {
    guint length;                        /* of the sequence */
    double weights[SAMSOK_MAX_SEQUENCE]; /* of its places */
    double weight_sum;
    uint64_t before;                     /* the places of the token before */
    uint64_t pairs;                      /* bit i: the places i - 1 and i were met in a row */
    double runs[SAMSOK_MAX_SEQUENCE];    /* weight of the run that ends at this place */
    double best_run;
    double chains[SAMSOK_MAX_SEQUENCE];  /* weight of the best chain of the sentence within the places up to this */
} SamsokWordOrder;

/* The weights of the places follow, one samsok_word_order_add each, at most SAMSOK_MAX_SEQUENCE. */
void samsok_word_order_init(SamsokWordOrder *order);
void samsok_word_order_add(SamsokWordOrder *order, double weight);

void samsok_word_order_note_met(SamsokWordOrder *order, uint64_t places);
/* Notes the next token. At most of them no run goes on or ends, which is told here without a call. */
static inline void samsok_word_order_note(SamsokWordOrder *order, uint64_t places)
{
    if (places != 0 || order->before != 0) {
        samsok_word_order_note_met(order, places);
    }
}
void samsok_word_order_end_sentence(SamsokWordOrder *order);

/* Shares of all weights, and of all pairs: 0 to 1. The chain is that of the sentence at hand. */
double samsok_word_order_run(const SamsokWordOrder *order);
double samsok_word_order_chain(const SamsokWordOrder *order);
double samsok_word_order_pairs(const SamsokWordOrder *order);

G_END_DECLS

#endif
