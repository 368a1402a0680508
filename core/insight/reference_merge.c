/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes one reference of what speaks of one document. */
#include "config.h"

#include <string.h>

#include "core/insight/references-private.h"

/* What may stand between two parts of one reference, in bytes. */
enum { MAX_GAP = 5 };

static SamsokFoundReference *found_at(const SamsokReferenceFinder *finder, guint index)
{
    return &g_array_index(finder->found, SamsokFoundReference, index);
}

static gint by_start(gconstpointer a, gconstpointer b)
{
    const SamsokReference *first = ((const SamsokFoundReference *)a)->reference;
    const SamsokReference *second = ((const SamsokFoundReference *)b)->reference;
    if (first->start_byte != second->start_byte) {
        return first->start_byte < second->start_byte ? -1 : 1;
    }
    return (gint)first->form - (gint)second->form;
}

/* Of two that overlap, the better form stays, else the longer one. */
static bool is_better(const SamsokFoundReference *one, const SamsokFoundReference *other)
{
    if (one->is_weak != other->is_weak) {
        return other->is_weak;
    }
    if (one->reference->form != other->reference->form) {
        return one->reference->form < other->reference->form;
    }
    return one->reference->end_byte - one->reference->start_byte >=
           other->reference->end_byte - other->reference->start_byte;
}

static bool overlap(const SamsokReference *one, const SamsokReference *other)
{
    return one->start_byte < other->end_byte && other->start_byte < one->end_byte;
}

/* ---- Neighbours ------------------------------------------------------------------------------------- */

static bool only_signs_between(const char *text, gsize start, gsize end)
{
    static const char signs[] = " .,:([";
    if (end - start > MAX_GAP) {
        return false;
    }
    for (gsize at = start; at < end; at++) {
        if (strchr(signs, text[at]) == NULL) {
            return strncmp(text + at, "–", strlen("–")) == 0;
        }
    }
    return true;
}

static bool only_one(const char *one, const char *other)
{
    return *one == '\0' || *other == '\0';
}

/* True when nothing that one says contradicts the other. */
static bool agree(const SamsokReference *one, const SamsokReference *other)
{
    bool years = one->year == 0 || other->year == 0 || one->year == other->year;
    bool different = one->form != other->form;
    return years && different && only_one(one->number, other->number) && only_one(one->title, other->title) &&
           (only_one(one->author, other->author) || strcmp(one->author, other->author) == 0);
}

/* Takes over what `one` does not know. */
static void complete(char **one, char **other)
{
    if (**one == '\0') {
        char *kept = *one;
        *one = *other;
        *other = kept;
    }
}

/* The parenthesis that the second part stands in belongs to the reference. */
static guint closed_end(const char *text, const SamsokReference *one, const SamsokReference *other)
{
    bool opened = false;
    for (guint at = one->end_byte; at < other->start_byte; at++) {
        opened = opened || text[at] == '(' || text[at] == '[';
    }
    char sign = text[other->end_byte];
    return other->end_byte + (opened && (sign == ')' || sign == ']') ? 1 : 0);
}

static void join(const char *text, SamsokReference *one, SamsokReference *other)
{
    one->end_byte = MAX(one->end_byte, closed_end(text, one, other));
    one->form = MIN(one->form, other->form);
    one->year = one->year == 0 ? other->year : one->year;
    one->serial = one->serial == 0 ? other->serial : one->serial;
    complete(&one->series, &other->series);
    complete(&one->number, &other->number);
    complete(&one->author, &other->author);
    complete(&one->title, &other->title);
    complete(&one->chapter, &other->chapter);
    complete(&one->page, &other->page);
}

/* Two weak ones make no strong one, and a mention of something else is not the title's. */
static bool are_one(const char *text, const SamsokFoundReference *one, const SamsokFoundReference *other)
{
    return !(one->is_weak && other->is_weak) && agree(one->reference, other->reference) &&
           only_signs_between(text, one->reference->end_byte, other->reference->start_byte);
}

/* ---- All --------------------------------------------------------------------------------------------- */

static void drop_overlapping(SamsokReferenceFinder *finder)
{
    guint i = 0;
    while (i + 1 < finder->found->len) {
        const SamsokFoundReference *one = found_at(finder, i);
        const SamsokFoundReference *other = found_at(finder, i + 1);
        if (!overlap(one->reference, other->reference)) {
            i++;
        } else if (is_better(one, other)) {
            g_array_remove_index(finder->found, i + 1);
        } else {
            g_array_remove_index(finder->found, i);
            i = i > 0 ? i - 1 : 0;
        }
    }
}

void samsok_reference_merge(SamsokReferenceFinder *finder, const char *text)
{
    g_array_sort(finder->found, by_start);
    drop_overlapping(finder);
    guint i = 0;
    while (i + 1 < finder->found->len) {
        SamsokFoundReference *one = found_at(finder, i);
        SamsokFoundReference *other = found_at(finder, i + 1);
        if (are_one(text, one, other)) {
            join(text, one->reference, other->reference);
            one->is_weak = false;
            g_array_remove_index(finder->found, i + 1);
        } else {
            i++;
        }
    }
    for (i = finder->found->len; i > 0; i--) {
        if (found_at(finder, i - 1)->is_weak) {
            g_array_remove_index(finder->found, i - 1);
        }
    }
}
