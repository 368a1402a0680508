/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Patterns of series numbers and dates. */
#include "config.h"

#include "core/shape/imprint.h"

#include <string.h>

#include "core/base/text.h"

typedef enum { SERIES, NOU, FILE_NAME, DATE, NUMERIC_DATE, ISO_DATE, PATTERN_COUNT } Pattern;

static const char *const patterns[PATTERN_COUNT] = {
    /* Publisher, kind and number of a series in print. The number may stand behind the ISSN. */
    [SERIES] = "(?<![\\p{L}\\d])(?:(?<publisher>\\p{Lu}[\\p{L}]{1,20})[- ](?:s )?)?"
               "(?<kind>\\p{L}{0,24}(?:rapport|notat|veileder|veileiar|rettleiar|rettleier|rettleiing)|report)"
               "(?:\\s*nr\\.?)?[\\s:–-]*(?:ISSN:?\\s*\\d{4}-\\d{3}[\\dXx])?[\\s:,/–-]*"
               "(?:(?<year>(?:19|20)\\d\\d)\\s?[:/]\\s?(?<number>\\d{1,4})|"
               "(?<number2>\\d{1,4})\\s?/\\s?(?<year2>(?:19|20)\\d\\d))(?!\\d)",
    [NOU] = "(?<![\\p{L}\\d])(?<kind>NOU)\\s*(?<year>(?:19|20)\\d\\d)\\s?:\\s?(?<number>\\d{1,3})(?!\\d)",
    [FILE_NAME] = "(?<![\\p{L}\\d])(?<publisher>difi|dfo|dfø)[-_ ]?(?<kind>\\p{L}{0,24}(?:rapport|notat|veileder))[-_ ]+"
                  "(?<year>(?:19|20)\\d\\d)[-_: ]?(?<number>\\d{1,3})(?!\\d)",
    [DATE] = "^(?:[\\p{L} ]{1,30}[,:] ?)?(?:(?:den )?(?<day>\\d{1,2})\\. ?)?(?<month>\\p{L}{3,9})\\.? "
             "(?<year>(?:19|20)\\d\\d)(?:[,;].{0,60})?\\.?$",
    [NUMERIC_DATE] = "^(?:[\\p{L} ]{1,30}[,:] ?)?(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.(?<year>(?:19|20)\\d\\d)$",
    [ISO_DATE] = "^(?:[\\p{L} ]{1,30}[,:] ?)?(?<year>(?:19|20)\\d\\d)-(?<month>\\d{2})-(?<day>\\d{2})\\b",
};

static gpointer compile_all(gpointer data)
{
    (void)data;
    GRegex **compiled = g_new0(GRegex *, PATTERN_COUNT);
    for (guint i = 0; i < PATTERN_COUNT; i++) {
        /* The patterns are ours: one that does not compile is our own mistake. */
        g_autoptr(GError) error = NULL;
        compiled[i] = g_regex_new(patterns[i], G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, &error);
        g_assert_no_error(error);
    }
    return compiled;
}

void samsok_imprint_clear(SamsokImprint *imprint)
{
    g_clear_pointer(&imprint->series, g_free);
    g_clear_pointer(&imprint->number, g_free);
}

/* The first match of `pattern`, NULL if there is none. Patterns are compiled once and kept: each file is asked
 * for several, and compiling takes longer than matching. Any thread may match with one. */
static GMatchInfo *match(Pattern pattern, const char *text)
{
    static GOnce once = G_ONCE_INIT;
    GRegex *const *compiled = g_once(&once, compile_all, NULL);
    GMatchInfo *info = NULL;
    if (!g_regex_match(compiled[pattern], text, 0, &info)) {
        g_clear_pointer(&info, g_match_info_unref);
    }
    return info;
}

static char *group(const GMatchInfo *info, const char *name)
{
    char *value = g_match_info_fetch_named(info, name);
    if (value != NULL && *value == '\0') {
        g_clear_pointer(&value, g_free);
    }
    return value;
}

static char *year_and_number(const GMatchInfo *info)
{
    g_autofree char *year = group(info, "year");
    g_autofree char *number = group(info, "number");
    if (year == NULL) {
        year = group(info, "year2");
        number = group(info, "number2");
    }
    return g_strdup_printf("%s:%u", year, (guint)g_ascii_strtoull(number, NULL, 10));
}

/* "Difi-rapport" of "difi" and "Rapport". */
static char *series_name(const char *publisher, const char *kind)
{
    g_autofree char *low = g_utf8_strdown(kind, -1);
    if (publisher == NULL) {
        gunichar first = g_unichar_toupper(g_utf8_get_char(low));
        char bytes[7] = {0};
        g_unichar_to_utf8(first, bytes);
        return g_strconcat(bytes, g_utf8_next_char(low), NULL);
    }
    g_autofree char *folded = g_utf8_strdown(publisher, -1);
    if (strcmp(folded, "difi") == 0 || strcmp(folded, "difis") == 0) {
        return g_strconcat("Difi-", low, NULL);
    }
    if (strcmp(folded, "dfø") == 0 || strcmp(folded, "dfo") == 0) {
        return g_strconcat("DFØ-", low, NULL);
    }
    return g_strconcat(publisher, "-", low, NULL);
}

/* True when only names stand in the line before the number: «Direktoratet for forvaltning og ikt». */
static bool only_names_before(const char *lines, gint start)
{
    static const char *const small[] = {"for", "og", "i", "forvaltning", "ikt", "økonomistyring",
                                        "av", "statlig", "the"};
    gint begin = start;
    while (begin > 0 && lines[begin - 1] != '\n') {
        begin--;
    }
    g_autofree char *before = g_strndup(lines + begin, (gsize)(start - begin));
    g_auto(GStrv) words = g_strsplit_set(before, " \t", -1);
    for (char **word = words; *word != NULL; word++) {
        bool known = **word == '\0' || !g_unichar_islower(g_utf8_get_char(*word));
        for (gsize i = 0; !known && i < G_N_ELEMENTS(small); i++) {
            known = strcmp(*word, small[i]) == 0;
        }
        if (!known) {
            return false;
        }
    }
    return start - begin <= 80;
}

/* True when a sentence goes on behind the number: a small letter follows in the line. */
static bool sentence_goes_on(const char *behind)
{
    while (*behind == ' ' || *behind == ',') {
        behind++;
    }
    return g_unichar_islower(g_utf8_get_char(behind));
}

static bool is_own(const GMatchInfo *info, const char *lines)
{
    gint start = 0;
    gint end = 0;
    g_match_info_fetch_pos(info, 0, &start, &end);
    return only_names_before(lines, start) && !g_unichar_islower(g_utf8_get_char(lines + start)) &&
           !sentence_goes_on(lines + end);
}

static void take_imprint(const GMatchInfo *info, const char *publisher, SamsokImprint *out)
{
    g_autofree char *kind = group(info, "kind");
    out->number = year_and_number(info);
    if (g_ascii_strcasecmp(kind, "NOU") == 0) {
        out->series = g_strdup("NOU");
        return;
    }
    g_autofree char *printed = group(info, "publisher");
    out->series = series_name(printed == NULL ? publisher : printed, kind);
}

bool samsok_imprint_find(const char *lines, const char *publisher, SamsokImprint *out)
{
    g_autoptr(GMatchInfo) info = match(SERIES, lines);
    if (info == NULL) {
        info = match(NOU, lines);
    }
    while (info != NULL && g_match_info_matches(info)) {
        if (is_own(info, lines)) {
            take_imprint(info, publisher, out);
            return true;
        }
        g_match_info_next(info, NULL);
    }
    return false;
}

bool samsok_imprint_of_file_name(const char *name, SamsokImprint *out)
{
    g_autoptr(GMatchInfo) info = match(FILE_NAME, name);
    if (info == NULL) {
        return false;
    }
    g_autofree char *publisher = group(info, "publisher");
    g_autofree char *kind = group(info, "kind");
    out->series = series_name(publisher, kind);
    out->number = year_and_number(info);
    return true;
}

/* 1 to 12 for a month's name or the first three letters of it, Norwegian or English; 0 else. */
static guint month_of(const char *name)
{
    static const char *const months[][3] = {
        {"januar", "january", ""},     {"februar", "february", ""},   {"mars", "march", ""},
        {"april", "", ""},             {"mai", "may", ""},            {"juni", "june", ""},
        {"juli", "july", ""},          {"august", "", ""},            {"september", "sept", ""},
        {"oktober", "october", ""},    {"november", "", ""},          {"desember", "december", ""},
    };
    g_autofree char *low = g_utf8_strdown(name, -1);
    for (guint i = 0; i < G_N_ELEMENTS(months); i++) {
        for (guint k = 0; k < 3; k++) {
            bool abbreviated = strlen(low) == 3 && strncmp(months[i][k], low, 3) == 0;
            if (abbreviated || strcmp(months[i][k], low) == 0) {
                return i + 1;
            }
        }
    }
    return 0;
}

static char *iso_date(const GMatchInfo *info)
{
    g_autofree char *year = group(info, "year");
    g_autofree char *month_name = group(info, "month");
    g_autofree char *day_name = group(info, "day");
    bool numeric = g_ascii_isdigit(*month_name);
    guint month = numeric ? (guint)g_ascii_strtoull(month_name, NULL, 10) : month_of(month_name);
    guint day = day_name == NULL ? 0 : (guint)g_ascii_strtoull(day_name, NULL, 10);
    if (month == 0 || month > 12 || day > 31) {
        return NULL;
    }
    if (day == 0) {
        return g_strdup_printf("%s-%02u", year, month);
    }
    return g_strdup_printf("%s-%02u-%02u", year, month, day);
}

char *samsok_imprint_date(const char *line)
{
    static const Pattern forms[] = {DATE, NUMERIC_DATE, ISO_DATE};
    g_autofree char *squeezed = samsok_text_squeeze(line);
    if (strpbrk(squeezed, "0123456789") == NULL) {
        return NULL;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
        g_autoptr(GMatchInfo) info = match(forms[i], squeezed);
        if (info != NULL) {
            return iso_date(info);
        }
    }
    return NULL;
}
