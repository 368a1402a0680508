/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports told of without number, title or author. */
#include "config.h"

#include <string.h>

#include "core/insight/references-private.h"

/* «Difi-rapporten fra 2014»: the kind and the publisher are known. */
static void add_dated(SamsokReferenceFinder *finder, const GMatchInfo *info)
{
    g_autofree char *publisher = samsok_reference_group(info, "publisher");
    g_autofree char *kind = samsok_reference_group(info, "kind");
    g_autofree char *year = samsok_reference_group(info, *kind == '\0' ? "year2" : "year");
    gint start = 0;
    gint end = 0;
    g_match_info_fetch_pos(info, 0, &start, &end);
    SamsokReference *reference =
        samsok_reference_add(finder, SAMSOK_REFERENCE_MENTION, (gsize)start, (gsize)end, false);
    if (*kind != '\0') {
        samsok_reference_take(&reference->series, samsok_reference_series(publisher, "-", kind));
    }
    samsok_reference_take(&reference->author, g_steal_pointer(&publisher));
    reference->year = samsok_reference_year(year);
}

/* «Rapporten fra prosjektet …» means something only when a year follows. */
static void add_about(SamsokReferenceFinder *finder, const GMatchInfo *info)
{
    g_autofree char *link = samsok_reference_group(info, "link");
    g_autofree char *what = samsok_reference_group(info, "what");
    g_autofree char *early = samsok_reference_group(info, "year");
    g_autofree char *late = samsok_reference_group(info, "year2");
    guint year = samsok_reference_year(*early == '\0' ? late : early);
    bool about = g_str_has_prefix(what, "om ");
    bool told = year != 0 || strlen(what) > strlen("prosjektet");
    if (about ? *link != '\0' : *what != '\0' && (*link == '\0' || !told)) {
        return;
    }
    gint start = 0;
    gint end = 0;
    g_match_info_fetch_pos(info, 0, &start, &end);
    SamsokReference *reference =
        samsok_reference_add(finder, SAMSOK_REFERENCE_MENTION, (gsize)start, (gsize)end, false);
    reference->year = year;
}

static void add_plural(SamsokReferenceFinder *finder, const GMatchInfo *info)
{
    gint start = 0;
    gint end = 0;
    g_match_info_fetch_pos(info, 0, &start, &end);
    SamsokReference *reference =
        samsok_reference_add(finder, SAMSOK_REFERENCE_MENTION, (gsize)start, (gsize)end, false);
    samsok_reference_take(&reference->author, samsok_reference_group(info, "publisher"));
}

typedef void (*AddMention)(SamsokReferenceFinder *finder, const GMatchInfo *info);

static void add_all(SamsokReferenceFinder *finder, SamsokReferencePattern pattern, AddMention add, const char *text)
{
    g_autoptr(GMatchInfo) info = samsok_reference_match(finder, pattern, text, 0);
    while (info != NULL && g_match_info_matches(info)) {
        add(finder, info);
        g_match_info_next(info, NULL);
    }
}

void samsok_reference_find_mentions(SamsokReferenceFinder *finder, const char *text)
{
    static const char *const kinds[] = {"apport", "otat", "eil", "eiing", "tredning", "tgreiing", "valuering",
                                        "ndersøk", "artlegg", "tudien", "elding", "nalys", NULL};
    if (!samsok_reference_has_any(text, kinds)) {
        return;
    }
    add_all(finder, SAMSOK_PATTERN_DATED, add_dated, text);
    add_all(finder, SAMSOK_PATTERN_ABOUT, add_about, text);
    add_all(finder, SAMSOK_PATTERN_PLURAL, add_plural, text);
}
