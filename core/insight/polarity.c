/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for cues at the beginnings of words. */
#include "config.h"

#include "core/insight/polarity.h"

#include <stdbool.h>
#include <string.h>

typedef struct {
    const char *text; /* begins at the beginning of a word and may end inside one */
    SamsokPolarity polarity;
} Cue;

static const Cue cues[] = {
    {"bidro til", SAMSOK_POLARITY_HELPS},          {"bidratt til", SAMSOK_POLARITY_HELPS},
    {"bidrar til", SAMSOK_POLARITY_HELPS},         {"medverka til", SAMSOK_POLARITY_HELPS},
    {"avgjørende", SAMSOK_POLARITY_HELPS},         {"avgjerande", SAMSOK_POLARITY_HELPS},
    {"lyktes", SAMSOK_POLARITY_HELPS},             {"lykkes med", SAMSOK_POLARITY_HELPS},
    {"lukkast", SAMSOK_POLARITY_HELPS},            {"viktig forutsetning", SAMSOK_POLARITY_HELPS},
    {"grunnleggende forutsetning", SAMSOK_POLARITY_HELPS},
    {"viktig føresetnad", SAMSOK_POLARITY_HELPS},  {"styrket", SAMSOK_POLARITY_HELPS},
    {"styrkte", SAMSOK_POLARITY_HELPS},            {"suksessfaktor", SAMSOK_POLARITY_HELPS},
    {"gode erfaringer", SAMSOK_POLARITY_HELPS},    {"gode erfaringar", SAMSOK_POLARITY_HELPS},
    {"positiv erfaring", SAMSOK_POLARITY_HELPS},   {"god forankring", SAMSOK_POLARITY_HELPS},
    {"eierskap til", SAMSOK_POLARITY_HELPS},       {"fruktbar", SAMSOK_POLARITY_HELPS},
    {"lagt til rette", SAMSOK_POLARITY_HELPS},     {"lagt godt til rette", SAMSOK_POLARITY_HELPS},
    {"hindr", SAMSOK_POLARITY_HINDERS},            {"hemme", SAMSOK_POLARITY_HINDERS},
    {"svekke", SAMSOK_POLARITY_HINDERS},           {"svekkja", SAMSOK_POLARITY_HINDERS},
    {"uklar", SAMSOK_POLARITY_HINDERS},            {"manglende", SAMSOK_POLARITY_HINDERS},
    {"manglande", SAMSOK_POLARITY_HINDERS},        {"mangler", SAMSOK_POLARITY_HINDERS},
    {"mangel på", SAMSOK_POLARITY_HINDERS},        {"krevende", SAMSOK_POLARITY_HINDERS},
    {"krevjande", SAMSOK_POLARITY_HINDERS},        {"vanskelig", SAMSOK_POLARITY_HINDERS},
    {"vanskeleg", SAMSOK_POLARITY_HINDERS},        {"ferskvare", SAMSOK_POLARITY_HINDERS},
    {"barriere", SAMSOK_POLARITY_HINDERS},         {"flaskehals", SAMSOK_POLARITY_HINDERS},
    {"motstridende", SAMSOK_POLARITY_HINDERS},     {"motstridande", SAMSOK_POLARITY_HINDERS},
    {"utfordring", SAMSOK_POLARITY_HINDERS},       {"for svak", SAMSOK_POLARITY_HINDERS},
};

/* What turns a cue round, with a blank behind. */
static const char *const turns[] = {"ikke ", "ikkje ", "uten ", "utan ", "lite ", "ingen ", "neppe "};

enum { WORDS_BEFORE = 3 };

static bool begins_word(const char *text, const char *at)
{
    return at == text || !g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(at)));
}

/* The first place of `cue` in `text`; NULL for none. */
static const char *find_cue(const char *text, const char *cue)
{
    const char *at = strstr(text, cue);
    while (at != NULL && !begins_word(text, at)) {
        at = strstr(at + 1, cue);
    }
    return at;
}

static bool is_turned(const char *text, const char *at)
{
    const char *from = at;
    for (guint words = 0; from > text && words <= WORDS_BEFORE; from--) {
        words += from[-1] == ' ' ? 1 : 0;
        if (words > WORDS_BEFORE) {
            break;
        }
    }
    g_autofree char *before = g_strndup(from, (gsize)(at - from));
    for (guint i = 0; i < G_N_ELEMENTS(turns); i++) {
        if (find_cue(before, turns[i]) != NULL) {
            return true;
        }
    }
    return false;
}

SamsokPolarity samsok_polarity(const char *sentence, const char **out_cue)
{
    g_autofree char *folded = g_utf8_strdown(sentence, -1);
    const char *first = NULL;
    SamsokPolarity polarity = SAMSOK_POLARITY_NONE;
    for (guint i = 0; i < G_N_ELEMENTS(cues); i++) {
        const char *at = find_cue(folded, cues[i].text);
        if (at == NULL || (first != NULL && at >= first)) {
            continue;
        }
        bool turned = is_turned(folded, at);
        if (turned && cues[i].polarity == SAMSOK_POLARITY_HINDERS) {
            continue;
        }
        first = at;
        polarity = turned ? SAMSOK_POLARITY_HINDERS : cues[i].polarity;
        if (out_cue != NULL) {
            *out_cue = cues[i].text;
        }
    }
    return polarity;
}
