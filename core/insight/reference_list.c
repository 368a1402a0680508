/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries of a reference list: authors, year, title, series and number of one document. */
#include "config.h"

#include <string.h>

#include "core/base/text.h"
#include "core/insight/references-private.h"

/* Longer titles are the rest of the entry. */
enum { MAX_TITLE_BYTES = 300 };

/* Of all references found in an entry, the best says what it is. */
static void keep_best(SamsokReferenceFinder *finder)
{
    guint best = 0;
    for (guint i = 1; i < finder->found->len; i++) {
        const SamsokReference *one = g_array_index(finder->found, SamsokFoundReference, i).reference;
        const SamsokReference *other = g_array_index(finder->found, SamsokFoundReference, best).reference;
        best = one->form < other->form ? i : best;
    }
    for (guint i = finder->found->len; i > 0; i--) {
        if (i - 1 != best) {
            g_array_remove_index(finder->found, i - 1);
        }
    }
}

/* The end of a title that no quotes hold: a stop before a capital, or the end of the entry. */
static gsize title_end(const char *rest)
{
    gsize len = MIN(strlen(rest), MAX_TITLE_BYTES);
    for (gsize i = 1; i < len; i++) {
        if (rest[i] == '.' && (rest[i + 1] == '\0' || rest[i + 1] == ' ')) {
            return i;
        }
    }
    return len < MAX_TITLE_BYTES ? len : 0;
}

/* «Difi (2014): Mot alle odds? Veier til samordning. Difi-rapport 2014:7» */
static void parse_entry(const GMatchInfo *info, SamsokReference *reference)
{
    g_autofree char *author = samsok_reference_group(info, "author");
    g_autofree char *year = samsok_reference_group(info, "year");
    g_autofree char *rest = samsok_reference_group(info, "rest");
    if (*reference->author == '\0') {
        samsok_reference_take(&reference->author, samsok_text_squeeze(author));
    }
    reference->year = reference->year == 0 ? samsok_reference_year(year) : reference->year;
    if (*reference->title == '\0') {
        g_autofree char *title = g_strndup(rest, title_end(rest));
        samsok_reference_take(&reference->title, samsok_text_squeeze(title));
    }
}

void samsok_reference_take_entry(SamsokReferenceFinder *finder, const char *text)
{
    g_autoptr(GMatchInfo) info = samsok_reference_match(finder, SAMSOK_PATTERN_ENTRY, text, 0);
    gsize len = strlen(text);
    keep_best(finder);
    if (info == NULL) {
        return;
    }
    SamsokReference *reference =
        finder->found->len > 0 ? g_array_index(finder->found, SamsokFoundReference, 0).reference
                               : samsok_reference_add(finder, SAMSOK_REFERENCE_LISTED, 0, len, false);
    parse_entry(info, reference);
    reference->form = *reference->number == '\0' ? SAMSOK_REFERENCE_LISTED : reference->form;
    reference->start_byte = 0;
    reference->end_byte = (guint)len;
}
