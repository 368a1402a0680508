/* SPDX-License-Identifier: GPL-3.0-or-later */
/* References by series and number. */
#include "config.h"

#include <string.h>

#include "core/insight/references-private.h"

/* How far before «2014:7» a word may stand that says what it is, in bytes. */
enum { CUE_BYTES = 40 };
/* «2014:7» and «2016:08», but no series seen counts further than this in a year. */
enum { MAX_BARE_SERIAL = 60 };

/* ---- Series ------------------------------------------------------------------------------------- */

/* "Notat" of "notatet": a series is named by the indefinite form, with a capital. */
static char *kind_name(const char *kind, bool capital)
{
    g_autofree char *low = g_utf8_strdown(kind, -1);
    static const char *const endings[] = {"rapporten", "notatet", "notata", "veilederen", "veileiaren", "rettleiaren",
                                          "publikasjonen", "heftet", "rapporta"};
    static const char *const stems[] = {"rapport", "notat", "notat", "veileder", "veileiar", "rettleiar",
                                        "publikasjon", "hefte", "rapport"};
    for (gsize i = 0; i < G_N_ELEMENTS(endings); i++) {
        if (g_str_has_suffix(low, endings[i])) {
            low[strlen(low) - strlen(endings[i]) + strlen(stems[i])] = '\0';
            break;
        }
    }
    if (!capital) {
        return g_steal_pointer(&low);
    }
    g_autofree char *first = g_utf8_strup(low, g_utf8_next_char(low) - low);
    return g_strconcat(first, g_utf8_next_char(low), NULL);
}

/* "Difi" of "Difis" in «Difis rapport». */
static char *publisher_name(const char *publisher, const char *joint)
{
    size_t len = strlen(publisher);
    bool genitive = strcmp(joint, " ") == 0 && len > 3 && g_str_has_suffix(publisher, "s");
    return genitive ? g_strndup(publisher, len - 1) : g_strdup(publisher);
}

char *samsok_reference_series(const char *publisher, const char *joint, const char *kind)
{
    if (*publisher == '\0') {
        return kind_name(kind, true);
    }
    g_autofree char *name = publisher_name(publisher, joint);
    g_autofree char *low = kind_name(kind, false);
    return g_strconcat(name, "-", low, NULL);
}

/* A span of years: «rapport 2016-17». */
static bool is_span_of_years(guint year, guint number)
{
    return number == (year + 1) % 100;
}

typedef struct {
    guint year;
    guint serial;
    char *number; /* as printed */
} Numbered;

/* The four orders in which year and number are printed. */
static Numbered numbered_of(const GMatchInfo *info)
{
    static const char *const years[] = {"year", "year2", "year3", "year4"};
    static const char *const numbers[] = {"number", "number2", "number3", "number4"};
    for (gsize i = 0; i < G_N_ELEMENTS(years); i++) {
        g_autofree char *year = samsok_reference_group(info, years[i]);
        g_autofree char *number = samsok_reference_group(info, numbers[i]);
        if (*year == '\0') {
            continue;
        }
        Numbered found = {.year = samsok_reference_year(year),
                          .serial = (guint)g_ascii_strtoull(number, NULL, 10)};
        bool number_first = i == 1;
        found.number = number_first ? g_strconcat(number, "/", year, NULL) : g_strconcat(year, ":", number, NULL);
        return found;
    }
    return (Numbered){0};
}

/* Yearly reports of a body have no number in a series. */
static bool is_yearly(const char *kind)
{
    g_autofree char *low = g_utf8_strdown(kind, -1);
    return g_str_has_prefix(low, "års") || g_str_has_prefix(low, "halvårs") || g_str_has_prefix(low, "tertial");
}

/* A chapter or page behind the reference belongs to it. */
void samsok_reference_locate(SamsokReferenceFinder *finder, const char *text, SamsokReference *reference)
{
    for (guint i = 0; i < 2; i++) {
        g_autoptr(GMatchInfo) info =
            samsok_reference_match(finder, SAMSOK_PATTERN_LOCATOR, text, reference->end_byte);
        if (info == NULL) {
            return;
        }
        g_autofree char *kind = samsok_reference_group(info, "kind");
        gint end = 0;
        g_match_info_fetch_pos(info, 0, NULL, &end);
        reference->end_byte = (guint)end;
        samsok_reference_take(*kind == '\0' ? &reference->page : &reference->chapter,
                              samsok_reference_group(info, "place"));
    }
}

static void add_series(SamsokReferenceFinder *finder, const char *text, const GMatchInfo *info)
{
    g_autofree char *publisher = samsok_reference_group(info, "publisher");
    g_autofree char *joint = samsok_reference_group(info, "joint");
    g_autofree char *kind = samsok_reference_group(info, "kind");
    g_autofree char *span = samsok_reference_group(info, "year3");
    gint start = 0;
    gint end = 0;
    g_match_info_fetch_pos(info, 0, &start, &end);
    Numbered found = numbered_of(info);
    g_autofree char *number = found.number;
    if (is_yearly(kind) || (*span != '\0' && is_span_of_years(found.year, found.serial))) {
        return;
    }
    if (strcmp(joint, " ") == 0 && !samsok_reference_is_author(publisher)) {
        *publisher = '\0';
        g_match_info_fetch_named_pos(info, "kind", &start, NULL);
    }
    SamsokReference *reference =
        samsok_reference_add(finder, SAMSOK_REFERENCE_NUMBER, (gsize)start, (gsize)end, false);
    samsok_reference_take(&reference->series, samsok_reference_series(publisher, joint, kind));
    samsok_reference_take(&reference->number, g_steal_pointer(&number));
    reference->year = found.year;
    reference->serial = found.serial;
    samsok_reference_locate(finder, text, reference);
}

/* ---- Papers of state and parliament --------------------------------------------------------------- */

/* How a series of papers is written, whatever was printed; NULL for NOU. */
static const char *paper_series(const char *kind)
{
    static const char *const forms[][2] = {
        {"meldst", "Meld. St."}, {"stmeld", "St.meld."},     {"stortingsmelding", "Meld. St."},
        {"prop", "Prop."},       {"otprp", "Ot.prp."},       {"stprp", "St.prp."},
        {"inns", "Innst."},      {"stortingsmeldingen", "Meld. St."}, {"dok", "Dok."},
    };
    g_autofree char *low = g_utf8_strdown(kind, -1);
    g_auto(GStrv) parts = g_strsplit_set(low, ". ", -1);
    g_autofree char *bare = g_strjoinv("", parts);
    for (gsize i = 0; i < G_N_ELEMENTS(forms); i++) {
        if (g_str_has_prefix(bare, forms[i][0])) {
            return forms[i][1];
        }
    }
    return "NOU";
}

/* «Dokument 3» and «Prop 2» are words of every day: only a session, «3:3» or «1 S» makes them papers. */
static bool is_paper(const char *series, const char *number, const char *session)
{
    bool every_day = strcmp(series, "Prop.") == 0 || strcmp(series, "Dok.") == 0 || strcmp(series, "Innst.") == 0;
    return !every_day || *session != '\0' || strpbrk(number, ":SLK") != NULL;
}

static void add_paper(SamsokReferenceFinder *finder, const char *text, const GMatchInfo *info)
{
    g_autofree char *nou = samsok_reference_group(info, "nou");
    g_autofree char *kind = samsok_reference_group(info, "kind");
    g_autofree char *year = samsok_reference_group(info, *nou == '\0' ? "session" : "year");
    g_autofree char *number = samsok_reference_group(info, *nou == '\0' ? "paper" : "number");
    const char *series = paper_series(kind);
    gint start = 0;
    gint end = 0;
    g_match_info_fetch_pos(info, 0, &start, &end);
    if (!is_paper(series, number, year)) {
        return;
    }
    SamsokReference *reference =
        samsok_reference_add(finder, SAMSOK_REFERENCE_NUMBER, (gsize)start, (gsize)end, false);
    samsok_reference_take(&reference->series, g_strdup(series));
    reference->year = samsok_reference_year(year);
    reference->serial = (guint)g_ascii_strtoull(number, NULL, 10);
    samsok_reference_take(&reference->number, *nou == '\0' ? g_strdup(g_strstrip(number))
                                                           : g_strconcat(year, ":", number, NULL));
    samsok_reference_locate(finder, text, reference);
}

/* ---- A number alone --------------------------------------------------------------------------------- */

/* True when something says that «2014:7» is a report's number. */
static bool has_cue(const SamsokReferenceFinder *finder, const char *text, gsize start, gsize end)
{
    if ((start > 0 && text[start - 1] == '(') || text[end] == ')') {
        return true;
    }
    for (guint i = 0; i < finder->found->len; i++) {
        guint before = g_array_index(finder->found, SamsokFoundReference, i).reference->end_byte;
        if (before <= start && start - before <= 5) {
            return true;
        }
    }
    gsize from = start > CUE_BYTES ? start - CUE_BYTES : 0;
    g_autofree char *before = g_strndup(text + from, start - from);
    return strstr(before, "apport") != NULL || strstr(before, "notat") != NULL || strstr(before, "veile") != NULL;
}

/* Standards and the papers of other countries are numbered alike. */
static bool is_foreign(const char *name)
{
    static const char *const names[] = {"ISO", "IEC", "NEK", "SOU", "SFS", "Dir", "RFC", "DIN", "Kap"};
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strcmp(name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

static void add_bare(SamsokReferenceFinder *finder, const char *text, const GMatchInfo *info)
{
    g_autofree char *publisher = samsok_reference_group(info, "publisher");
    g_autofree char *year = samsok_reference_group(info, "year");
    g_autofree char *number = samsok_reference_group(info, "number");
    guint serial = (guint)g_ascii_strtoull(number, NULL, 10);
    gint start = 0;
    gint end = 0;
    gint full = 0;
    g_match_info_fetch_pos(info, 0, &full, &end);
    g_match_info_fetch_named_pos(info, "year", &start, NULL);
    bool named = *publisher != '\0' && samsok_reference_is_publisher(publisher);
    if (is_foreign(publisher) || serial == 0 || serial > MAX_BARE_SERIAL ||
        (!named && !has_cue(finder, text, (gsize)start, (gsize)end))) {
        return;
    }
    SamsokReference *reference = samsok_reference_add(finder, SAMSOK_REFERENCE_NUMBER,
                                                      (gsize)(named ? full : start), (gsize)end, false);
    samsok_reference_take(&reference->number, g_strconcat(year, ":", number, NULL));
    samsok_reference_take(&reference->author, g_strdup(named ? publisher : ""));
    reference->year = samsok_reference_year(year);
    reference->serial = serial;
    samsok_reference_locate(finder, text, reference);
}

/* ---- All ------------------------------------------------------------------------------------------------ */

typedef void (*AddMatch)(SamsokReferenceFinder *finder, const char *text, const GMatchInfo *info);

static void add_all(SamsokReferenceFinder *finder, SamsokReferencePattern pattern, AddMatch add, const char *text)
{
    g_autoptr(GMatchInfo) info = samsok_reference_match(finder, pattern, text, 0);
    while (info != NULL && g_match_info_matches(info)) {
        add(finder, text, info);
        g_match_info_next(info, NULL);
    }
}

void samsok_reference_find_numbers(SamsokReferenceFinder *finder, const char *text)
{
    static const char *const years[] = {"19", "20", NULL};
    static const char *const kinds[] = {"apport", "otat", "eil", "eport", "ublikasjon", "efte", "APPORT", "OTAT", NULL};
    static const char *const papers[] = {"NOU", "eld", "prp", "rop", "nnst", "Dok", NULL};
    bool dated = samsok_reference_has_any(text, years);
    if (dated && samsok_reference_has_any(text, kinds)) {
        add_all(finder, SAMSOK_PATTERN_SERIES, add_series, text);
    }
    if (samsok_reference_has_any(text, papers)) {
        add_all(finder, SAMSOK_PATTERN_PAPER, add_paper, text);
    }
    if (dated && strchr(text, ':') != NULL) {
        add_all(finder, SAMSOK_PATTERN_BARE, add_bare, text);
    }
}
