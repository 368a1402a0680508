/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The nouns that say what a named undertaking is, found at the end of a word. */
#include "config.h"

#include "core/insight/projects-private.h"

#include <string.h>

#define D SAMSOK_NOUN_DEFINITE
#define T SAMSOK_NOUN_TITLES
#define W SAMSOK_NOUN_WITH
#define B SAMSOK_NOUN_BODY
#define N SAMSOK_NOUN_NAMES
#define A SAMSOK_NOUN_ALONE
#define S SAMSOK_NOUN_SOFTWARE
#define X SAMSOK_NOUN_NONE

/* Forms in bokmål and nynorsk. */
static const SamsokProjectNoun nouns[] = {
    {"samarbeid", SAMSOK_PROJECT_COLLABORATION, 0},
    {"samarbeidet", SAMSOK_PROJECT_COLLABORATION, D},
    {"satsing", SAMSOK_PROJECT_INITIATIVE, T},
    {"satsning", SAMSOK_PROJECT_INITIATIVE, T},
    {"satsingen", SAMSOK_PROJECT_INITIATIVE, D},
    {"satsningen", SAMSOK_PROJECT_INITIATIVE, D},
    {"satsinga", SAMSOK_PROJECT_INITIATIVE, D},
    {"satsninga", SAMSOK_PROJECT_INITIATIVE, D},
    {"løftet", SAMSOK_PROJECT_INITIATIVE, D | N},
    {"initiativet", SAMSOK_PROJECT_INITIATIVE, D},
    {"kampanjen", SAMSOK_PROJECT_INITIATIVE, D},
    {"program", SAMSOK_PROJECT_PROGRAMME, T | S},
    {"programmet", SAMSOK_PROJECT_PROGRAMME, D | S},
    {"prosjekt", SAMSOK_PROJECT_PROJECT, 0},
    {"prosjektet", SAMSOK_PROJECT_PROJECT, D | W},
    {"strategi", SAMSOK_PROJECT_STRATEGY, T},
    {"strategien", SAMSOK_PROJECT_STRATEGY, D},
    {"handlingsplan", SAMSOK_PROJECT_PLAN, T},
    {"langtidsplan", SAMSOK_PROJECT_PLAN, T},
    {"opptrappingsplan", SAMSOK_PROJECT_PLAN, T},
    {"planen", SAMSOK_PROJECT_PLAN, D},
    {"kontoplanen", SAMSOK_PROJECT_OTHER, X},
    {"timeplanen", SAMSOK_PROJECT_OTHER, X},
    {"læreplanen", SAMSOK_PROJECT_OTHER, X},
    {"studieplanen", SAMSOK_PROJECT_OTHER, X},
    {"reform", SAMSOK_PROJECT_REFORM, 0},
    {"reformen", SAMSOK_PROJECT_REFORM, D | N},
    {"reforma", SAMSOK_PROJECT_REFORM, D | N},
    {"forordning", SAMSOK_PROJECT_OTHER, X},
    {"forordningen", SAMSOK_PROJECT_OTHER, X},
    {"forordninga", SAMSOK_PROJECT_OTHER, X},
    {"samordning", SAMSOK_PROJECT_OTHER, X},
    {"samordningen", SAMSOK_PROJECT_OTHER, X},
    {"samordninga", SAMSOK_PROJECT_OTHER, X},
    {"underordning", SAMSOK_PROJECT_OTHER, X},
    {"overordning", SAMSOK_PROJECT_OTHER, X},
    {"sideordning", SAMSOK_PROJECT_OTHER, X},
    {"rangordning", SAMSOK_PROJECT_OTHER, X},
    {"rangordningen", SAMSOK_PROJECT_OTHER, X},
    {"innordning", SAMSOK_PROJECT_OTHER, X},
    {"anordning", SAMSOK_PROJECT_OTHER, X},
    {"anordningen", SAMSOK_PROJECT_OTHER, X},
    {"ordning", SAMSOK_PROJECT_SCHEME, 0},
    {"ordningen", SAMSOK_PROJECT_SCHEME, D},
    {"ordninga", SAMSOK_PROJECT_SCHEME, D},
    {"forsøk", SAMSOK_PROJECT_TRIAL, 0},
    {"forsøket", SAMSOK_PROJECT_TRIAL, D | W},
    {"pilot", SAMSOK_PROJECT_TRIAL, 0},
    {"piloten", SAMSOK_PROJECT_TRIAL, D | W},
    {"øvelse", SAMSOK_PROJECT_EXERCISE, D | A},
    {"øvelsen", SAMSOK_PROJECT_EXERCISE, D | A},
    {"øving", SAMSOK_PROJECT_EXERCISE, D | A},
    {"øvinga", SAMSOK_PROJECT_EXERCISE, D | A},
    {"nettverk", SAMSOK_PROJECT_NETWORK, B},
    {"nettverket", SAMSOK_PROJECT_NETWORK, D | B},
    {"forum", SAMSOK_PROJECT_NETWORK, B},
    {"råd", SAMSOK_PROJECT_COUNCIL, B},
    {"rådet", SAMSOK_PROJECT_COUNCIL, D | B},
    {"tiltaket", SAMSOK_PROJECT_MEASURE, D},
    {"evaluering", SAMSOK_PROJECT_OTHER, SAMSOK_NOUN_EVALUATES},
    {"evalueringen", SAMSOK_PROJECT_OTHER, SAMSOK_NOUN_EVALUATES},
    {"evalueringa", SAMSOK_PROJECT_OTHER, SAMSOK_NOUN_EVALUATES},
    {"opprettet", SAMSOK_PROJECT_OTHER, SAMSOK_NOUN_FOUNDS},
    {"oppretta", SAMSOK_PROJECT_OTHER, SAMSOK_NOUN_FOUNDS},
    {"etablert", SAMSOK_PROJECT_OTHER, SAMSOK_NOUN_FOUNDS},
    {"startet", SAMSOK_PROJECT_OTHER, SAMSOK_NOUN_FOUNDS},
    {"starta", SAMSOK_PROJECT_OTHER, SAMSOK_NOUN_FOUNDS},
    {"lansert", SAMSOK_PROJECT_OTHER, SAMSOK_NOUN_FOUNDS},
    {"skipa", SAMSOK_PROJECT_OTHER, SAMSOK_NOUN_FOUNDS},
};
#undef D
#undef T
#undef W
#undef B
#undef N
#undef A
#undef S
#undef X

/* A bit for the hash of the four bytes that a form ends with: nearly all words of a text are passed over by it. */
struct _SamsokProjectNouns {
    guint8 endings[1 << 13];
};

/* «Råd» is as long as an ending: one of its letters may be a capital. */
static guint ending_of(const char *end)
{
    guint32 bytes = 0;
    memcpy(&bytes, end - sizeof bytes, sizeof bytes);
    return ((bytes | 0x20202020U) * 2654435761U) >> 16; /* Knuth, TAOCP 3, 6.4: multiplicative hashing */
}

SamsokProjectNouns *samsok_project_nouns_new(void)
{
    SamsokProjectNouns *made = g_new0(SamsokProjectNouns, 1);
    for (guint i = 0; i < G_N_ELEMENTS(nouns); i++) {
        guint ending = ending_of(nouns[i].form + strlen(nouns[i].form));
        made->endings[ending >> 3] |= (guint8)(1 << (ending & 7));
    }
    return made;
}

void samsok_project_nouns_free(SamsokProjectNouns *made)
{
    g_free(made);
}

/* The form, with a capital or without. */
static bool is_form(const char *at, const char *form, gsize len)
{
    if (((guint8)*at & 0xC0) == 0x80) {
        return false; /* inside a letter */
    }
    gunichar first = g_unichar_tolower(g_utf8_get_char(at));
    gsize head = (gsize)(g_utf8_next_char(form) - form);
    return first == g_utf8_get_char(form) && memcmp(at + head, form + head, len - head) == 0;
}

const SamsokProjectNoun *samsok_project_noun(const SamsokProjectNouns *made, const char *text,
                                             gsize end)
{
    if (end < 4) {
        return NULL;
    }
    guint ending = ending_of(text + end);
    if ((made->endings[ending >> 3] & (1 << (ending & 7))) == 0) {
        return NULL;
    }
    const SamsokProjectNoun *found = NULL;
    for (guint i = 0; i < G_N_ELEMENTS(nouns); i++) {
        gsize len = strlen(nouns[i].form);
        bool is_longer = found == NULL || len > strlen(found->form);
        if (len <= end && is_longer && is_form(text + end - len, nouns[i].form, len)) {
            found = &nouns[i];
        }
    }
    if (found != NULL && (found->flags & SAMSOK_NOUN_NONE) != 0) {
        return NULL;
    }
    if (found != NULL && (found->flags & (SAMSOK_NOUN_ALONE | SAMSOK_NOUN_FOUNDS)) != 0) {
        SamsokProjectWord word = samsok_project_word_ending(text, end);
        return word.end - word.start == strlen(found->form) ? found : NULL;
    }
    return found;
}
