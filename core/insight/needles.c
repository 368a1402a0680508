/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of which needles may have a byte at their first, second and third place. */
#include "config.h"

#include "core/insight/needles.h"

#include <string.h>

enum { PLACES = 3, GROUPS = 8 };

/* What begins the two bytes that a letter of Latin-1 is in UTF-8. */
enum { LATIN1 = 0xC3 };

struct _SamsokNeedles {
    GPtrArray *needles; /* of const char *, in the order of their bytes: neighbours are alike and make a group */
    guint starts[GROUPS + 1]; /* where each group begins among them; the end of the last */
    /* By place and byte: bit n is set when a needle of group n may have the byte there, or ends before it. */
    guint8 groups[PLACES][G_MAXUINT8 + 1];
};

/* The capital of a letter's last byte, or the byte itself. */
static guchar capital_of(guchar byte, bool is_latin1)
{
    if (is_latin1) {
        return byte >= 0xA0 && byte <= 0xBE && byte != 0xB7 ? byte - 0x20 : byte;
    }
    return (guchar)g_ascii_toupper((char)byte);
}

static bool is_latin1_at(const char *needle, gsize at)
{
    return at > 0 && (guchar)needle[at - 1] == LATIN1;
}

static void note_needle(SamsokNeedles *set, const char *needle, guint8 group)
{
    gsize len = strlen(needle);
    for (gsize place = 0; place < PLACES; place++) {
        guint8 *groups = set->groups[place];
        for (guint byte = 0; place >= len && byte <= G_MAXUINT8; byte++) {
            groups[byte] |= group;
        }
        if (place < len) {
            guchar byte = (guchar)needle[place];
            groups[byte] |= group;
            groups[capital_of(byte, is_latin1_at(needle, place))] |= group;
        }
    }
}

static gint by_bytes(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

SamsokNeedles *samsok_needles_new(const char *const *needles)
{
    SamsokNeedles *set = g_new0(SamsokNeedles, 1);
    set->needles = g_ptr_array_new();
    for (guint i = 0; needles[i] != NULL; i++) {
        g_ptr_array_add(set->needles, (gpointer)needles[i]);
    }
    g_ptr_array_sort(set->needles, by_bytes);
    for (guint group = 0; group < GROUPS; group++) {
        guint end = set->needles->len * (group + 1) / GROUPS;
        for (guint i = set->starts[group]; i < end; i++) {
            note_needle(set, g_ptr_array_index(set->needles, i), (guint8)(1 << group));
        }
        set->starts[group + 1] = end;
    }
    return set;
}

void samsok_needles_free(SamsokNeedles *set)
{
    if (set != NULL) {
        g_ptr_array_unref(set->needles);
        g_free(set);
    }
}

static bool stands_at(const char *needle, const char *text, gsize left)
{
    gsize i = 0;
    while (i < left && needle[i] != '\0') {
        guchar byte = (guchar)needle[i];
        if ((guchar)text[i] != byte && (guchar)text[i] != capital_of(byte, is_latin1_at(needle, i))) {
            return false;
        }
        i++;
    }
    return needle[i] == '\0';
}

/* True when one of the needles in `groups` stands at `text`. */
static bool any_at(const SamsokNeedles *set, guint groups, const char *text, gsize left)
{
    for (guint group = 0; groups != 0; group++, groups >>= 1) {
        guint end = (groups & 1) != 0 ? set->starts[group + 1] : 0;
        for (guint i = set->starts[group]; i < end; i++) {
            if (stands_at(g_ptr_array_index(set->needles, i), text, left)) {
                return true;
            }
        }
    }
    return false;
}

bool samsok_needles_any(const SamsokNeedles *set, const char *text, gsize len)
{
    guchar first = len > 0 ? (guchar)text[0] : 0;
    guchar second = len > 1 ? (guchar)text[1] : 0;
    for (gsize i = 0; i < len; i++) {
        guchar third = i + 2 < len ? (guchar)text[i + 2] : 0;
        guint groups = set->groups[0][first] & set->groups[1][second] & set->groups[2][third];
        if (groups != 0 && any_at(set, groups, text + i, len - i)) {
            return true;
        }
        first = second;
        second = third;
    }
    return false;
}
