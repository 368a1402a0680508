/* SPDX-License-Identifier: GPL-3.0-or-later */
/* References by author and year. */
#include "config.h"

#include <string.h>

#include "core/insight/references-private.h"

/* ---- Names ---------------------------------------------------------------------------------------- */

/* Words that begin with a capital before a year and are no author. */
static const char *const no_authors[] = {
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
    "desember", "jan", "feb", "apr", "jun", "jul", "aug", "sept", "okt", "nov", "des", "january", "february", "march",
    "may", "june", "july", "october", "december", "våren", "høsten", "sommeren", "vinteren", "hausten", "sommaren",
    "vår", "høst", "haust", "sommer", "vinter", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag",
    "se", "sjå", "jf", "jfr", "jamfør", "cf", "fra", "frå", "til", "siden", "sidan", "etter", "før", "innen", "i", "per",
    "pr", "ca", "kl", "kap", "kapittel", "versjon", "utgave", "utgåve", "opplag", "revidert", "oppdatert", "endret",
    "endra", "sist", "publisert", "status", "tabell", "figur", "side", "lov", "lova", "loven", "forskrift", "vedtak",
    "vedtatt", "budsjett", "statsbudsjettet", "regnskap", "nr", "vedlegg", "del", "punkt", "trinn", "fase", "kvartal",
    "uke", "veke", "år", "året", "årsrapport", "norge", "noreg", "oslo", "bergen", "trondheim", "stavanger", "tromsø",
    "kristiansand", "eu", "eøs", "fn", "usa", "verden", "europa", "danmark", "sverige", "finland", "island", "tyskland",
    "ol", "vm", "em", "nm", "copyright", "prop", "innst", "meld", "nou", "st", "ot", "dok", "isbn", "issn", "iso", "iec",
    "ns", "rfc", "windows", "office", "født", "død", "denne", "dette", "den", "det", "ny", "nytt", "og", "en", "ein", "et",
    "eit", "av", "som", "også", "ifølge", "ifølgje", "vår", "egen", "eigen", "egne", "for", "på", "ved", "med", "om", "når",
    "rapport", "notat", "først", "sommerolympiaden", "norsk", "offentlig", "denmark", "norway", "version", "rev",
    "gjeldende", "gyldig", "kongelig", "kgl", "res", "resolusjon", "avtale", "direktiv", "standard", "foto", "illustrasjon",
    "utkast", "høring", "møte", "konferanse", "valget", "valg", "periode", "perioden", "januar-desember", "totalt", "sum",
    "and", "the", "of", "in", "from", "since", "table", "figure", "appendix", "section", "chapter", "note", "page", NULL};

/* Laws are cited by their year too, and are no report. */
static const char *const law_endings[] = {"loven", "lova", "lov",  "forskriften", "forskrifta", "forskrift", "direktivet",
                                          "forordningen", "forordninga",
                                          "konvensjonen", "traktaten", "instruksen", "reglementet", "avtalen",
                                          "standarden", "vedtaket", "-loven", "grunnlova", "grunnloven"};

static const char *const publisher_endings[] = {
    "departementet", "departement", "direktoratet", "tilsynet", "rådet", "etaten", "verket", "instituttet", "forskning",
    "forsking", "senteret", "sentralbyrå", "universitetet", "revisjonen", "høgskolen", "høyskolen", "kommune",
    "forbundet", "research", "analyse", "kaupang"};

static const char *const publishers[] = {"difi", "dfø", "digdir", "fafo", "sintef", "deloitte", "rambøll", "menon", "proba",
                                         "statskonsult", "econ", "norut", "rokkansenteret", "stortinget", "regjeringen",
                                         "regjeringa", "nibr", "nifu", "kantar", "capgemini", "pwc", "kpmg", NULL};

static bool ends_with_any(const char *word, const char *const *endings, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        if (g_str_has_suffix(word, endings[i])) {
            return true;
        }
    }
    return false;
}

/* The first word in small letters, without a stop behind it. */
static char *first_word(const char *name)
{
    g_autofree char *low = g_utf8_strdown(name, -1);
    low[strcspn(low, " .,/&")] = '\0';
    return g_steal_pointer(&low);
}

bool samsok_reference_is_author(const char *name)
{
    g_autofree char *first = first_word(name);
    return strlen(first) > 1 && !g_strv_contains(no_authors, first) &&
           !ends_with_any(first, law_endings, G_N_ELEMENTS(law_endings));
}

/* Two to eight capitals, with digits maybe. */
static bool is_initials(const char *word)
{
    glong count = 0;
    for (const char *p = word; *p != '\0'; p = g_utf8_next_char(p), count++) {
        gunichar c = g_utf8_get_char(p);
        if (!g_unichar_isupper(c) && !(count > 0 && g_unichar_isdigit(c))) {
            return false;
        }
    }
    return count >= 2 && count <= 8;
}

bool samsok_reference_is_publisher(const char *name)
{
    if (!samsok_reference_is_author(name)) {
        return false;
    }
    g_autofree char *first = first_word(name);
    g_autofree char *low = g_utf8_strdown(name, -1);
    return is_initials(name) || g_strv_contains(publishers, first) ||
           ends_with_any(low, publisher_endings, G_N_ELEMENTS(publisher_endings)) ||
           ends_with_any(first, publisher_endings, G_N_ELEMENTS(publisher_endings));
}

/* ---- In parentheses --------------------------------------------------------------------------------- */

static void add_part(SamsokReferenceFinder *finder, const char *text, gsize start, gsize end)
{
    g_autofree char *part = g_strndup(text + start, end - start);
    g_autoptr(GMatchInfo) info = samsok_reference_match(finder, SAMSOK_PATTERN_AUTHOR_PART, part, 0);
    if (info == NULL) {
        return;
    }
    g_autofree char *author = samsok_reference_group(info, "author");
    g_autofree char *year = samsok_reference_group(info, "year");
    if (!samsok_reference_is_author(author)) {
        return;
    }
    gint from = 0;
    gint to = 0;
    gint tail = 0;
    g_match_info_fetch_named_pos(info, "author", &from, NULL);
    g_match_info_fetch_named_pos(info, "year", NULL, &to);
    bool has_tail = g_match_info_fetch_named_pos(info, "tail", &tail, NULL) && tail >= 0;
    to = has_tail ? tail : to + (g_ascii_isalpha(part[to]) ? 1 : 0);
    SamsokReference *reference = samsok_reference_add(finder, SAMSOK_REFERENCE_AUTHOR_YEAR,
                                                      start + (gsize)from, start + (gsize)to, false);
    samsok_reference_take(&reference->author, g_steal_pointer(&author));
    reference->year = samsok_reference_year(year);
    samsok_reference_locate(finder, text, reference);
}

/* True at what parts two references in one parenthesis: ';', or ',' and «og» right behind a year. */
static bool parts_at(const char *text, gsize at, gsize start)
{
    if (text[at] == ';') {
        return true;
    }
    bool comma = text[at] == ',' && text[at + 1] == ' ';
    bool word = strncmp(text + at, " og ", 4) == 0 || strncmp(text + at, " & ", 3) == 0;
    gsize digits = 0;
    while (at - digits > start && g_ascii_isdigit(text[at - digits - 1])) {
        digits++;
    }
    const char *next = text + at + (comma ? 2 : word ? 4 : 0);
    return (comma || word) && digits == 4 && g_unichar_isupper(g_utf8_get_char(next));
}

static void add_parenthesis(SamsokReferenceFinder *finder, const char *text, const GMatchInfo *info)
{
    gint start = 0;
    gint end = 0;
    g_match_info_fetch_named_pos(info, "inside", &start, &end);
    gsize from = (gsize)start;
    for (gsize at = from; at < (gsize)end; at++) {
        if (parts_at(text, at, from)) {
            add_part(finder, text, from, at);
            from = at + 1;
        }
    }
    add_part(finder, text, from, (gsize)end);
}

/* ---- In running text ---------------------------------------------------------------------------------- */

static bool has_several_names(const char *author)
{
    return strstr(author, " og ") != NULL || strchr(author, '&') != NULL || strchr(author, ',') != NULL ||
           strstr(author, "mfl") != NULL || strstr(author, "et al") != NULL;
}

/* «Christensen og Lægreid (2018)», «Difi (2014)», «Olsen (2012) viser»; not «Paris (1889)». */
static void add_narrative(SamsokReferenceFinder *finder, const GMatchInfo *info)
{
    g_autofree char *author = samsok_reference_group(info, "author");
    g_autofree char *verb = samsok_reference_group(info, "verb");
    g_autofree char *year = samsok_reference_group(info, "year");
    bool known = samsok_reference_is_author(author) &&
                 (*verb != '\0' || has_several_names(author) || samsok_reference_is_publisher(author));
    if (!known) {
        return;
    }
    gint start = 0;
    gint end = 0;
    gint behind = 0;
    g_match_info_fetch_pos(info, 0, &start, &end);
    if (g_match_info_fetch_named_pos(info, "verb", &behind, NULL) && behind >= 0) {
        end = behind;
    }
    SamsokReference *reference =
        samsok_reference_add(finder, SAMSOK_REFERENCE_AUTHOR_YEAR, (gsize)start, (gsize)end, false);
    samsok_reference_take(&reference->author, g_steal_pointer(&author));
    samsok_reference_take(&reference->page, samsok_reference_group(info, "page"));
    reference->year = samsok_reference_year(year);
}

void samsok_reference_find_authors(SamsokReferenceFinder *finder, const char *text)
{
    static const char *const years[] = {"19", "20", NULL};
    static const char *const narrative_years[] = {" (19", " (20", NULL};
    if (strpbrk(text, "([") == NULL || !samsok_reference_has_any(text, years)) {
        return;
    }
    g_autoptr(GMatchInfo) inside = samsok_reference_match(finder, SAMSOK_PATTERN_PARENTHESIS, text, 0);
    while (inside != NULL && g_match_info_matches(inside)) {
        add_parenthesis(finder, text, inside);
        g_match_info_next(inside, NULL);
    }
    if (!samsok_reference_has_any(text, narrative_years)) {
        return;
    }
    g_autoptr(GMatchInfo) narrative = samsok_reference_match(finder, SAMSOK_PATTERN_NARRATIVE, text, 0);
    while (narrative != NULL && g_match_info_matches(narrative)) {
        add_narrative(finder, narrative);
        g_match_info_next(narrative, NULL);
    }
}
