/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of which needles may have a byte at their first, second and third place. */
#include "config.h"

#include "core/insight/needles.h"

#include <string.h>

enum { PLACES = 3, GROUPS = 8 };

/* What begins the two bytes that a letter of Latin-1 is in UTF-8. */
enum { LATIN1 = 0xC3 };

struct _SamsokNeedles {
    const char *const *needles;
    /* By place and byte: bit n is set when a needle of group n, those numbered n, n + GROUPS, …, may have
     * the byte there, or ends before it. */
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

SamsokNeedles *samsok_needles_new(const char *const *needles)
{
    SamsokNeedles *set = g_new0(SamsokNeedles, 1);
    set->needles = needles;
    for (guint i = 0; needles[i] != NULL; i++) {
        note_needle(set, needles[i], (guint8)(1 << i % GROUPS));
    }
    return set;
}

void samsok_needles_free(SamsokNeedles *set)
{
    g_free(set);
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
static bool any_at(const SamsokNeedles *set, guint8 groups, const char *text, gsize left)
{
    for (guint i = 0; set->needles[i] != NULL; i++) {
        if ((groups & 1 << i % GROUPS) != 0 && stands_at(set->needles[i], text, left)) {
            return true;
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
        guint8 groups = set->groups[0][first] & set->groups[1][second] & set->groups[2][third];
        if (groups != 0 && any_at(set, groups, text + i, len - i)) {
            return true;
        }
        first = second;
        second = third;
    }
    return false;
}
