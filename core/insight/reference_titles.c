/* SPDX-License-Identifier: GPL-3.0-or-later */
/* References by a title in quotes. */
#include "config.h"

#include <string.h>

#include "core/base/text.h"
#include "core/insight/references-private.h"

/* How far before a quotation the word may stand that makes it a title, in bytes. */
enum { CUE_BYTES = 90 };
/* A heading that is one quotation is a title from so many words on: «0-24-samarbeidet» is a name. */
enum { HEADING_WORDS = 4 };
/* Longer quotations are passages of a text. */
enum { MAX_TITLE_WORDS = 40 };

typedef struct {
    gsize start; /* with the quotes */
    gsize end;
    char *title;
    guint words;
} Quotation;

static Quotation quotation_of(const GMatchInfo *info)
{
    static const char *const groups[] = {"g", "d", "s", "l"};
    Quotation quotation = {0};
    gint start = 0;
    gint end = 0;
    g_match_info_fetch_pos(info, 0, &start, &end);
    quotation.start = (gsize)start;
    quotation.end = (gsize)end;
    for (gsize i = 0; i < G_N_ELEMENTS(groups) && quotation.title == NULL; i++) {
        g_autofree char *inside = samsok_reference_group(info, groups[i]);
        quotation.title = *inside == '\0' ? NULL : samsok_text_squeeze(inside);
    }
    quotation.title = quotation.title == NULL ? g_strdup("") : quotation.title;
    quotation.words = samsok_text_word_count(quotation.title);
    return quotation;
}

/* The bytes before `at`, not too many, from a character's edge. Owner: the caller. */
static char *text_before(const char *text, gsize at)
{
    gsize from = at > CUE_BYTES ? at - CUE_BYTES : 0;
    while (from < at && ((guchar)text[from] & 0xC0) == 0x80) {
        from++;
    }
    return g_strndup(text + from, at - from);
}

/* «programmet «Ny Giv»» and «strategien «Sammen»» are names of undertakings; long ones are documents. */
static bool kind_suffices(const char *kind, guint words)
{
    g_autofree char *low = g_utf8_strdown(kind, -1);
    bool undertaking = g_str_has_prefix(low, "program") || strstr(low, "strategi") != NULL || strstr(low, "plan") != NULL;
    return words >= (undertaking ? 3u : 1u);
}

static bool has_cue_before(SamsokReferenceFinder *finder, const char *text, const Quotation *quotation)
{
    g_autofree char *before = text_before(text, quotation->start);
    g_autoptr(GMatchInfo) info = samsok_reference_match(finder, SAMSOK_PATTERN_CUE_BEFORE, before, 0);
    if (info == NULL) {
        return false;
    }
    g_autofree char *kind = samsok_reference_group(info, "kind");
    return kind_suffices(kind, quotation->words);
}

/* Widens the quotation over «-rapporten» behind it. */
static bool takes_cue_behind(SamsokReferenceFinder *finder, const char *text, Quotation *quotation)
{
    g_autoptr(GMatchInfo) info =
        samsok_reference_match(finder, SAMSOK_PATTERN_CUE_BEHIND, text, quotation->end);
    if (info == NULL) {
        return false;
    }
    gint end = 0;
    g_match_info_fetch_pos(info, 0, NULL, &end);
    quotation->end = (gsize)end;
    return true;
}

static bool matches(const SamsokReferenceFinder *finder, SamsokReferencePattern pattern, const char *text)
{
    g_autoptr(GMatchInfo) info = samsok_reference_match(finder, pattern, text, 0);
    return info != NULL;
}

static bool is_whole_heading(const char *text, const Quotation *quotation)
{
    return quotation->words >= HEADING_WORDS && quotation->start <= 4 && strlen(text) - quotation->end <= 2;
}

/* A title begins with a capital or a number and is no row of signs. */
static bool may_be_title(const Quotation *quotation)
{
    gunichar first = g_utf8_get_char(quotation->title);
    return (g_unichar_isupper(first) || g_unichar_isdigit(first)) && quotation->words > 0 &&
           quotation->words <= MAX_TITLE_WORDS;
}

/* The year (and publisher) right behind a title: «…» (2016); «…», Difi 2015. */
static bool take_year(SamsokReferenceFinder *finder, const char *text, SamsokReference *reference)
{
    g_autoptr(GMatchInfo) info =
        samsok_reference_match(finder, SAMSOK_PATTERN_BEHIND_TITLE, text, reference->end_byte);
    if (info == NULL) {
        return false;
    }
    g_autofree char *author = samsok_reference_group(info, "author");
    if (*author != '\0' && !samsok_reference_is_author(author)) {
        return false;
    }
    g_autofree char *year = samsok_reference_group(info, *author == '\0' ? "year" : "year2");
    gint end = 0;
    g_match_info_fetch_pos(info, 0, NULL, &end);
    reference->end_byte = (guint)end;
    reference->year = samsok_reference_year(year);
    samsok_reference_take(&reference->author, g_steal_pointer(&author));
    return true;
}

static void add_title(SamsokReferenceFinder *finder, const char *text, Quotation *quotation, bool is_heading)
{
    if (!may_be_title(quotation)) {
        return;
    }
    bool sentence = matches(finder, SAMSOK_PATTERN_SENTENCE, quotation->title) &&
                    strchr(quotation->title, '?') == NULL;
    bool known = has_cue_before(finder, text, quotation) || takes_cue_behind(finder, text, quotation) ||
                 (is_heading && is_whole_heading(text, quotation)) ||
                 (!sentence && matches(finder, SAMSOK_PATTERN_CUE_INSIDE, quotation->title));
    if (!known && (sentence || is_heading || quotation->words < 2)) {
        return;
    }
    SamsokReference *reference =
        samsok_reference_add(finder, SAMSOK_REFERENCE_TITLE, quotation->start, quotation->end, !known);
    samsok_reference_take(&reference->title, g_strdup(quotation->title));
    /* «Blade Runner» (1982) is a film. */
    bool suffices = quotation->words >= 3;
    if (take_year(finder, text, reference) && suffices) {
        g_array_index(finder->found, SamsokFoundReference, finder->found->len - 1).is_weak = false;
    }
}

void samsok_reference_find_titles(SamsokReferenceFinder *finder, const char *text, bool is_heading)
{
    static const char *const quotes[] = {"«", "“", "„", "\"", NULL};
    if (!samsok_reference_has_any(text, quotes)) {
        return;
    }
    g_autoptr(GMatchInfo) info = samsok_reference_match(finder, SAMSOK_PATTERN_QUOTED, text, 0);
    while (info != NULL && g_match_info_matches(info)) {
        Quotation quotation = quotation_of(info);
        add_title(finder, text, &quotation, is_heading);
        g_free(quotation.title);
        g_match_info_next(info, NULL);
    }
}
