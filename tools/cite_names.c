/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts persons' names and tells them from bodies'. */
#include "config.h"

#include "tools/cite_names.h"

#include <stdbool.h>
#include <string.h>

#include "core/base/text.h"

/* A name with more words is a body's. */
enum { MAX_PERSON_WORDS = 6 };

/* Words that persons are not called, in small letters. */
static const char *const body_words[] = {
    "as",         "asa",     "consulting", "economics",   "group",    "institute", "kaupang", "ltd",
    "management", "ministry", "nordic",     "norge",       "norsk",    "norway",    "office",  "research",
    "statens",    "the",     "university", "utredning",   "norges",   "nasjonal",  "nasjonalt", "statlig",
};

/* What the words for bodies end in: «Kulturdepartementet», «Riksrevisjonen», «Vågan kommune». */
static const char *const body_ends[] = {
    "departement",  "departementet", "direktorat", "direktoratet", "byrå",       "byrået",
    "tilsyn",       "tilsynet",      "verket",     "etaten",       "rådet",      "utvalg",
    "utvalget",     "kommune",       "kommunen",   "kommisjonen",  "revisjonen", "senter",
    "senteret",     "sentralen",     "institutt",  "instituttet",  "universitet", "universitetet",
    "høgskolen",    "høyskolen",     "stiftelsen", "forbund",      "forbundet",  "foreningen",
    "forskning",    "styret",        "ombudet",    "kontoret",     "selskapet",  "gruppen",
    "gruppa",       "consult",       "fylkesmannen", "statsforvalteren", "innovasjon", "analyse",
};

static const char *const particles[] = {"af", "av", "da", "de", "del", "den", "der", "di", "dos", "du",
                                        "la", "le", "ten", "ter", "van", "von", "zu"};

static void name_free(SamsokCiteName *name)
{
    g_free(name->family);
    g_free(name->given);
    g_free(name);
}

static bool is_listed(const char *word, const char *const *list, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        if (strcmp(word, list[i]) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_particle(const char *word)
{
    return is_listed(word, particles, G_N_ELEMENTS(particles));
}

static bool is_word_of_body(const char *word)
{
    g_autofree char *small = g_utf8_strdown(word, -1);
    if (is_listed(small, body_words, G_N_ELEMENTS(body_words))) {
        return true;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(body_ends); i++) {
        if (g_str_has_suffix(small, body_ends[i])) {
            return true;
        }
    }
    return strpbrk(word, "0123456789&/()") != NULL;
}

/* True when each word may stand in a person's name. */
static bool is_person(char *const *words, guint count)
{
    if (count < 2 || count > MAX_PERSON_WORDS || is_particle(words[count - 1])) {
        return false;
    }
    for (guint i = 0; i < count; i++) {
        gunichar first = g_utf8_get_char(words[i]);
        if (is_word_of_body(words[i]) || (g_unichar_islower(first) && !is_particle(words[i]))) {
            return false;
        }
    }
    return true;
}

static SamsokCiteName *new_name(char *family, char *given)
{
    SamsokCiteName *name = g_new0(SamsokCiteName, 1);
    name->family = family;
    name->given = given;
    return name;
}

/* "Berg, Kari": one comma, behind it nothing but what a person may be called. */
static SamsokCiteName *name_with_comma(const char *text)
{
    const char *comma = strchr(text, ',');
    if (comma == NULL || comma == text || strchr(comma + 1, ',') != NULL) {
        return NULL;
    }
    g_autofree char *family = g_strndup(text, (gsize)(comma - text));
    g_autofree char *given = samsok_text_squeeze(comma + 1);
    g_autofree char *straight = g_strconcat(given, " ", family, NULL);
    g_auto(GStrv) words = g_strsplit(straight, " ", -1);
    bool hangs = comma[-1] == '-'; /* «Barne-, ungdoms- og familiedirektoratet» */
    return *given != '\0' && !hangs && is_person(words, g_strv_length(words))
               ? new_name(g_steal_pointer(&family), g_steal_pointer(&given))
               : NULL;
}

/* The words from `first` up to `end`, blanks between them. */
static char *join_words(char *const *words, guint first, guint end)
{
    GString *joined = g_string_new(NULL);
    for (guint i = first; i < end; i++) {
        g_string_append_printf(joined, "%s%s", i == first ? "" : " ", words[i]);
    }
    return g_string_free(joined, FALSE);
}

/* "Kari Berg", "Jan van der Berg". */
static SamsokCiteName *name_in_order(const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    guint count = g_strv_length(words);
    if (strchr(text, ',') != NULL || !is_person(words, count)) {
        return NULL;
    }
    guint at = count - 1;
    while (at > 1 && is_particle(words[at - 1])) {
        at--;
    }
    return new_name(join_words(words, at, count), join_words(words, 0, at));
}

static void add_name(GPtrArray *names, const char *piece)
{
    g_autofree char *text = samsok_text_squeeze(piece);
    if (*text == '\0') {
        return;
    }
    SamsokCiteName *name = name_with_comma(text);
    if (name == NULL) {
        name = name_in_order(text);
    }
    g_ptr_array_add(names, name != NULL ? name : new_name(g_steal_pointer(&text), NULL));
}

GPtrArray *samsok_cite_names(const SamsokReportRecord *report)
{
    GPtrArray *names = g_ptr_array_new_with_free_func((GDestroyNotify)name_free);
    g_auto(GStrv) pieces = g_strsplit(report->authors == NULL ? "" : report->authors, ";", -1);
    for (guint i = 0; pieces[i] != NULL; i++) {
        add_name(names, pieces[i]);
    }
    g_autofree char *publisher = samsok_text_squeeze(report->publisher == NULL ? "" : report->publisher);
    if (names->len == 0 && *publisher != '\0') {
        g_ptr_array_add(names, new_name(g_steal_pointer(&publisher), NULL));
    }
    return names;
}
