/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hash table by address, emptied into bytes: a count, then the stem with its NUL. */
#include "config.h"

#include "index/stem_counts.h"

#include <stdint.h>
#include <string.h>

enum { FIRST_SLOTS = 512 };

typedef struct {
    const char *stem; /* NULL: free */
    guint count;
} Slot;

struct _SamsokStemCounts {
    Slot *slots;
    guint mask;   /* one less than the number of slots, a power of two */
    GArray *used; /* of guint: the slots in use, in the order of their stems */
};

SamsokStemCounts *samsok_stem_counts_new(void)
{
    SamsokStemCounts *counts = g_new0(SamsokStemCounts, 1);
    counts->slots = g_new0(Slot, FIRST_SLOTS);
    counts->mask = FIRST_SLOTS - 1;
    counts->used = g_array_new(FALSE, FALSE, sizeof(guint));
    return counts;
}

void samsok_stem_counts_free(SamsokStemCounts *counts)
{
    if (counts != NULL) {
        g_array_unref(counts->used);
        g_free(counts->slots);
        g_free(counts);
    }
}

/* The slot of `stem`, or the free one for it. Multiplies by the golden ratio of 32 bits (Knuth, TAOCP 6.4). */
static guint slot_of(const SamsokStemCounts *counts, const char *stem)
{
    guint mixed = (guint)((uintptr_t)stem >> 3) * UINT32_C(2654435769);
    guint at = (mixed ^ mixed >> 16) & counts->mask;
    while (counts->slots[at].stem != NULL && counts->slots[at].stem != stem) {
        at = (at + 1) & counts->mask;
    }
    return at;
}

static void grow(SamsokStemCounts *counts)
{
    g_autofree Slot *old = counts->slots;
    counts->mask = counts->mask * 2 + 1;
    counts->slots = g_new0(Slot, (gsize)counts->mask + 1);
    for (guint i = 0; i < counts->used->len; i++) {
        guint *place = &g_array_index(counts->used, guint, i);
        Slot slot = old[*place];
        *place = slot_of(counts, slot.stem);
        counts->slots[*place] = slot;
    }
}

void samsok_stem_counts_add(SamsokStemCounts *counts, const char *stem)
{
    guint at = slot_of(counts, stem);
    if (counts->slots[at].stem == NULL) {
        counts->slots[at].stem = stem;
        g_array_append_val(counts->used, at);
    }
    counts->slots[at].count++;
    if (counts->used->len * 2 > counts->mask) {
        grow(counts);
    }
}

/* A count and a stem behind `out`. */
static void append_counted(GByteArray *out, guint8 count, const char *stem, size_t size)
{
    guint at = out->len;
    g_byte_array_set_size(out, at + 1 + (guint)size);
    out->data[at] = count;
    memcpy(out->data + at + 1, stem, size);
}

GBytes *samsok_stem_counts_take(SamsokStemCounts *counts, bool once)
{
    enum { USUAL_BYTES = 10 }; /* of a stem with its count */
    GByteArray *out = g_byte_array_sized_new(counts->used->len * USUAL_BYTES);
    for (guint i = 0; i < counts->used->len; i++) {
        Slot *slot = &counts->slots[g_array_index(counts->used, guint, i)];
        size_t size = strlen(slot->stem) + 1;
        guint left = once ? 1 : slot->count;
        for (; left > 0; left -= MIN(left, G_MAXUINT8)) {
            append_counted(out, (guint8)MIN(left, G_MAXUINT8), slot->stem, size);
        }
        *slot = (Slot){0};
    }
    g_array_set_size(counts->used, 0);
    return g_byte_array_free_to_bytes(out);
}

bool samsok_stem_counts_next(GBytes *taken, const char **at, const char **out_stem, guint *out_count)
{
    gsize len = 0;
    const char *bytes = g_bytes_get_data(taken, &len);
    *at = *at == NULL ? bytes : *at;
    if (len == 0 || *at == bytes + len) {
        return false;
    }
    *out_count = (guint8)(*at)[0];
    *out_stem = *at + 1;
    *at += strlen(*out_stem) + 2;
    return true;
}
