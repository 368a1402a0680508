/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of abbreviations and the look-up in them. */
#include "config.h"

#include "core/shape/abbreviation.h"

#include <glib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* The longest word looked up. */
enum { MAX_ABBREVIATION_BYTES = 15 };

/* Abbreviations that want something after them: a sentence does not end there. Without the final
 * dot, lower case, in the order of strcmp. Bokmål, nynorsk, English. */
static const char *const open_abbreviations[] = {
    "adm",    "ang",    "apr",      "aug",   "avd",   "bl.a",   "ca",
    "cand",   "cf",     "d.e",      "d.v.s",  "dec",   "des",   "dir",    "dok",
    "dr",     "dvs",    "e.g",      "ed",     "eds",   "eks",   "ekskl",  "eng",    "ev",     "evt",
    "f.eks",  "f.o.m",  "feb",      "febr",   "fmr",   "forskr", "forts",  "fr",
    "fung",   "gen",    "gj.sn",    "gnr",    "hhv",   "hr",    "i.e",    "ifb",    "ifm",
    "ift",    "iht",    "inkl",     "innst",  "jan",   "jf",    "jfr",    "jmf",    "jr.nr",
    "kand",   "kap",    "kgl",      "kgl.res", "kl",   "kst",    "m.a",    "m.a.o",
    "m.h.t",  "m.m.h.t", "m.t.p",   "mag",    "maks",  "medl",  "meld",   "meld.st", "mht",
    "mr",     "mrs",      "ms",     "mtp",   "nov",    "nr",     
    "okt",    "ot.prp", "p.g.a",    "pga",    "pkt",   "pp",    "pr",     "prof",   "prop",
    "prp",    "rdir",   "ref",    "reg.res",  "resp",     "rt",     "s.k",   "sept",  "siv",    "siv.ing", "sml",
    "spes",   "st",     "st.meld",  "st.prp", "t.d",   "t.eks",  "t.o.m",  
    "tidl",   "tlf",    "vedk",     "vedr",   "vs",
};

/* Words that are abbreviations before a number only: «art. 5», but «av denne art. Det». */
static const char *const number_abbreviations[] = {"art", "bd",  "del", "fig",  "gr",  "kr", "min",
                                                   "no",  "publ", "sek", "sp",  "tab", "vol"};

/* Abbreviations with dots inside that do end sentences when a capital follows. */
static const char *const closing_abbreviations[] = {
    "a.m",   "e.kr", "e.l",   "f.kr",  "h.h.v", "m.fl", "m.m", "m.v",
    "o.a",   "o.fl", "o.l",   "o.s.b", "o.s.v", "p.m",  "s.d", "u.å",
};

static int compare_word(const void *key, const void *entry)
{
    return strcmp((const char *)key, *(const char *const *)entry);
}

static bool is_listed(const char *word, const char *const *list, size_t count)
{
    return bsearch(word, list, count, sizeof *list, compare_word) != NULL;
}

/* "U.S.A", "p.g.a": letters in short groups with dots between them; «ldap.conf» is a name. */
static bool is_dotted(const char *p, const char *end)
{
    bool has_dot = false;
    guint group = 0;
    for (; p < end; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c == '.') {
            has_dot = has_dot || group > 0;
            group = 0;
        } else if (!g_unichar_isalpha(c) || ++group > 3) {
            return false;
        }
    }
    return has_dot;
}

SamsokAbbreviation samsok_abbreviation_kind(const char *word, size_t len)
{
    if (len == 0 || len > MAX_ABBREVIATION_BYTES) {
        return SAMSOK_ABBREVIATION_NONE;
    }
    char low[MAX_ABBREVIATION_BYTES + 1];
    for (size_t i = 0; i < len; i++) {
        low[i] = g_ascii_tolower(word[i]);
    }
    low[len] = '\0';
    if (is_listed(low, open_abbreviations, G_N_ELEMENTS(open_abbreviations))) {
        return SAMSOK_ABBREVIATION_OPEN;
    }
    if (is_listed(low, closing_abbreviations, G_N_ELEMENTS(closing_abbreviations))) {
        return SAMSOK_ABBREVIATION_CLOSING;
    }
    if (is_listed(low, number_abbreviations, G_N_ELEMENTS(number_abbreviations))) {
        return SAMSOK_ABBREVIATION_NUMBERED;
    }
    return is_dotted(word, word + len) ? SAMSOK_ABBREVIATION_OPEN : SAMSOK_ABBREVIATION_NONE;
}
