/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs, chains and pairs of a query's words in a text. */
#include "config.h"

#include "core/query/word_order.h"

#include <stdbool.h>
#include <string.h>

void samsok_word_order_init(SamsokWordOrder *order)
{
    *order = (SamsokWordOrder){0};
}

void samsok_word_order_add(SamsokWordOrder *order, double weight)
{
    g_return_if_fail(order->length < SAMSOK_MAX_SEQUENCE);
    order->weights[order->length++] = weight;
    order->weight_sum += weight;
}

static bool has_place(uint64_t places, guint place)
{
    return (places >> place & 1) != 0;
}

/* The runs that end at this token. */
static void note_runs(SamsokWordOrder *order, uint64_t places)
{
    for (guint i = order->length; i-- > 0;) {
        double before = i > 0 ? order->runs[i - 1] : 0;
        order->runs[i] = has_place(places, i) ? before + order->weights[i] : 0;
        order->best_run = MAX(order->best_run, order->runs[i]);
    }
}

static void note_chains(SamsokWordOrder *order, uint64_t places)
{
    double diagonal = 0;
    for (guint i = 0; i < order->length; i++) {
        double above = order->chains[i];
        double left = i > 0 ? order->chains[i - 1] : 0;
        double taken = has_place(places, i) ? diagonal + order->weights[i] : 0;
        order->chains[i] = MAX(taken, MAX(above, left));
        diagonal = above;
    }
}

void samsok_word_order_note_met(SamsokWordOrder *order, uint64_t places)
{
    note_runs(order, places);
    if (places != 0) {
        note_chains(order, places);
    }
    order->pairs |= (order->before << 1) & places;
    order->before = places;
}

void samsok_word_order_end_sentence(SamsokWordOrder *order)
{
    memset(order->chains, 0, sizeof order->chains);
}

static double share(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

double samsok_word_order_run(const SamsokWordOrder *order)
{
    return share(order->best_run, order->weight_sum);
}

double samsok_word_order_chain(const SamsokWordOrder *order)
{
    return order->length > 0 ? share(order->chains[order->length - 1], order->weight_sum) : 0;
}

double samsok_word_order_pairs(const SamsokWordOrder *order)
{
    guint met = 0;
    for (uint64_t bits = order->pairs; bits != 0; bits &= bits - 1) {
        met++;
    }
    return order->length > 1 ? (double)met / (order->length - 1) : 0;
}
