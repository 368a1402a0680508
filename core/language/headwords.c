/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the words of hunspell's .dic files into one table, or opens the one that was made of them. */
#include "config.h"

#include "core/language/headwords.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "core/base/limits.h"
#include "core/language/families.h"
#include "core/language/head_table.h"
#include "core/language/inflection.h"

/* A word needs this many letters: shorter ones split everything. */
#define MIN_LETTERS 3

static const char *const dictionaries[SAMSOK_HEAD_DICTIONARIES] = {"nb_NO", "nn_NO"};

struct _SamsokHeadwords {
    SamsokHeadTable *table;
    SamsokInflection *inflections[SAMSOK_HEAD_DICTIONARIES]; /* NULL: none */
};
static const char *const system_folders[] = {
    "/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell", "/opt/homebrew/share/hunspell", NULL};

static bool is_small_letter(const char *p)
{
    return (guchar)*p < 0x80 ? g_ascii_islower(*p) : g_unichar_islower(g_utf8_get_char(p));
}

/* The length of the head word that the line begins with; 0 when it is none. */
static size_t word_len(const char *line, const char *end)
{
    guint letters = 0;
    const char *p = line;
    while (p < end && *p != '/' && *p != '\t' && *p != ' ' && *p != '\r') {
        if (!is_small_letter(p)) {
            return 0;
        }
        letters++;
        p = g_utf8_next_char(p);
    }
    size_t len = (size_t)(p - line);
    return letters >= MIN_LETTERS && len <= SAMSOK_HEAD_MAX_BYTES ? len : 0;
}

/* The flags behind the word that ends at `p`, in `out`. */
static void read_flags(GString *out, const char *p, const char *end)
{
    const char *begin = p < end && *p == '/' ? p + 1 : p;
    const char *behind = begin;
    while (behind < end && !g_ascii_isspace(*behind)) {
        behind++;
    }
    g_string_truncate(out, 0);
    g_string_append_len(out, begin, behind - begin);
}

static void add_lines(SamsokHeadTable *table, const char *text, guint dictionary)
{
    g_autoptr(GString) flags = g_string_new(NULL);
    const char *line = text;
    while (*line != '\0') {
        const char *newline = strchr(line, '\n');
        const char *end = newline == NULL ? line + strlen(line) : newline;
        size_t len = word_len(line, end);
        if (len > 0) {
            read_flags(flags, line + len, end);
            samsok_head_table_add(table, line, len, dictionary, flags->str);
        }
        line = newline == NULL ? end : newline + 1;
    }
}

static char *dictionary_path(const char *folder, const char *name, const char *ending)
{
    g_autofree char *file = g_strconcat(name, ending, NULL);
    return g_build_filename(folder, file, NULL);
}

/* The file's text as UTF-8. The dictionaries of old are in ISO 8859-1, and say so in another file;
 * bytes that are no UTF-8 say it too. */
static char *read_dictionary(const char *folder, const char *name, const char *ending)
{
    g_autofree char *path = dictionary_path(folder, name, ending);
    g_autofree char *bytes = NULL;
    gsize len = 0;
    if (!g_file_get_contents(path, &bytes, &len, NULL) || len > SAMSOK_MAX_DICTIONARY_BYTES) {
        return NULL;
    }
    if (g_utf8_validate(bytes, (gssize)len, NULL)) {
        return g_steal_pointer(&bytes);
    }
    return g_convert(bytes, (gssize)len, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
}

/* Which files a table of `folder` is made of, and as they are now. NULL when there are none. */
static char *stamp_of(const char *folder)
{
    g_autoptr(GString) stamp = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(dictionaries); i++) {
        g_autofree char *path = dictionary_path(folder, dictionaries[i], ".dic");
        struct stat info;
        if (stat(path, &info) == 0) {
            g_string_append_printf(stamp, "%u %s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%ld\n", i, path,
                                   (gint64)info.st_size, (gint64)info.st_mtim.tv_sec,
                                   info.st_mtim.tv_nsec);
        }
    }
    return stamp->len == 0 ? NULL : g_string_free(g_steal_pointer(&stamp), FALSE);
}

static SamsokHeadTable *table_of(const char *folder)
{
    SamsokHeadTable *table = samsok_head_table_new();
    for (guint i = 0; i < G_N_ELEMENTS(dictionaries); i++) {
        g_autofree char *text = read_dictionary(folder, dictionaries[i], ".dic");
        if (text != NULL) {
            add_lines(table, text, i);
        }
    }
    samsok_families_weigh(table);
    return table;
}

/* Takes away the table beside `cached` of an older samsok, which makes its own again if it is still used. */
static void remove_former(const char *cached)
{
    g_autofree char *folder = g_path_get_dirname(cached);
    g_autofree char *former = g_build_filename(folder, "headwords-1.table", NULL);
    g_unlink(former);
}

/* The table of the folder's dictionaries, from the file at `cached` (NULL: none) when it is of them. NULL
 * when the folder has none. */
static SamsokHeadTable *load_table(const char *folder, const char *cached)
{
    g_autofree char *stamp = stamp_of(folder);
    if (stamp == NULL) {
        return NULL;
    }
    g_autoptr(SamsokHeadTable) table = cached == NULL ? NULL : samsok_head_table_open(cached, stamp);
    if (table != NULL) {
        return g_steal_pointer(&table);
    }
    table = table_of(folder);
    if (samsok_head_table_count(table) == 0) {
        return NULL;
    }
    if (cached != NULL) {
        samsok_head_table_save(table, cached, stamp);
        remove_former(cached);
    }
    return g_steal_pointer(&table);
}

static bool load_first(SamsokHeadwords *headwords, const char *const *folders, const char *cached)
{
    for (guint i = 0; folders[i] != NULL; i++) {
        headwords->table = load_table(folders[i], cached);
        if (headwords->table == NULL) {
            continue;
        }
        for (guint j = 0; j < G_N_ELEMENTS(dictionaries); j++) {
            g_autofree char *rules = read_dictionary(folders[i], dictionaries[j], ".aff");
            headwords->inflections[j] = rules == NULL ? NULL : samsok_inflection_new(rules);
        }
        return true;
    }
    return false;
}

static void load_system(SamsokHeadwords *headwords)
{
    g_autofree char *cached =
        g_build_filename(g_get_user_cache_dir(), "samsok", "headwords-2.table", NULL);
    const char *dicpath = g_getenv("DICPATH");
    g_auto(GStrv) named = g_strsplit(dicpath == NULL ? "" : dicpath, ":", -1);
    if (!load_first(headwords, (const char *const *)named, cached)) {
        load_first(headwords, system_folders, cached);
    }
}

SamsokHeadwords *samsok_headwords_load(const char *const *folders)
{
    SamsokHeadwords *headwords = g_new0(SamsokHeadwords, 1);
    if (folders == NULL) {
        load_system(headwords);
    } else {
        load_first(headwords, folders, NULL);
    }
    if (headwords->table == NULL) {
        headwords->table = samsok_head_table_new();
    }
    return headwords;
}

void samsok_headwords_free(SamsokHeadwords *headwords)
{
    if (headwords != NULL) {
        samsok_head_table_free(headwords->table);
        for (guint i = 0; i < SAMSOK_HEAD_DICTIONARIES; i++) {
            samsok_inflection_free(headwords->inflections[i]);
        }
        g_free(headwords);
    }
}

const SamsokHeadwords *samsok_headwords_shared(void)
{
    static gsize shared = 0;
    if (g_once_init_enter(&shared)) {
        g_once_init_leave(&shared, (gsize)samsok_headwords_load(NULL));
    }
    return (const SamsokHeadwords *)shared;
}

guint samsok_headwords_count(const SamsokHeadwords *headwords)
{
    return samsok_head_table_count(headwords->table);
}

bool samsok_headwords_has(const SamsokHeadwords *headwords, const char *word, size_t len)
{
    return samsok_head_table_find(headwords->table, word, len) != 0;
}

static double odds_at(const SamsokHeadwords *headwords, guint32 held, SamsokHeadPlace place)
{
    return samsok_head_table_odds(headwords->table, held, place) / SAMSOK_FAMILY_ODDS_UNIT;
}

/* A noun on -ing beside a verb, which dictionaries lack while the verb is new (digitalisering). */
static bool is_verbal_noun(const SamsokHeadwords *headwords, const char *word, size_t len)
{
    static const char ending[] = "ing";
    enum { ENDING = sizeof ending - 1 };
    char verb[SAMSOK_HEAD_MAX_BYTES + 1];
    if (len <= ENDING || len > SAMSOK_HEAD_MAX_BYTES || memcmp(word + len - ENDING, ending, ENDING) != 0) {
        return false;
    }
    memcpy(verb, word, len - ENDING);
    verb[len - ENDING] = 'e';
    return samsok_headwords_has(headwords, verb, len - ENDING + 1);
}

bool samsok_headwords_first_odds(const SamsokHeadwords *headwords, const char *word, size_t len, double *odds)
{
    guint32 held = samsok_head_table_find(headwords->table, word, len);
    *odds = held == 0 ? 0 : odds_at(headwords, held, SAMSOK_HEAD_FIRST);
    return held != 0 || is_verbal_noun(headwords, word, len);
}

/* What is left of the word without an ending is a head word, with an e (kommune-ne), with a consonant
 * that was doubled before the ending taken back (rom-m-ene), or as it is. 0 when it is none. */
static guint32 find_stem(const SamsokHeadwords *headwords, const char *word, size_t len)
{
    char with_e[SAMSOK_HEAD_MAX_BYTES + 1];
    if (len < 3 || len >= SAMSOK_HEAD_MAX_BYTES) {
        return 0;
    }
    guint32 held = samsok_head_table_find(headwords->table, word, len);
    if (held == 0) {
        memcpy(with_e, word, len);
        with_e[len] = 'e';
        held = samsok_head_table_find(headwords->table, with_e, len + 1);
    }
    bool doubled = word[len - 1] == word[len - 2] && g_ascii_isalpha(word[len - 1]);
    return held == 0 && doubled ? samsok_head_table_find(headwords->table, word, len - 1) : held;
}

/* The next head word that the word may be a form of by the endings from number `*at` on, which is moved on
 * behind the one that led there; 0 when there is none. */
static guint32 next_generous(const SamsokHeadwords *headwords, const char *word, size_t len, guint *at)
{
    static const char *const endings[] = {"",   "s",   "t",  "e",   "a",   "r",   "n",   "en",   "et",
                                          "er", "ar", "ne",  "te",  "de",  "ene", "ane",  "ens",
                                          "ets", "es", "ers", "ast", "est", "enes", "anes", "ende"};
    while (*at < G_N_ELEMENTS(endings)) {
        const char *ending = endings[(*at)++];
        size_t ending_len = strlen(ending);
        guint32 held = 0;
        if (ending_len == 0) {
            held = samsok_head_table_find(headwords->table, word, len);
        } else if (len > ending_len + 2 && memcmp(word + len - ending_len, ending, ending_len) == 0) {
            held = find_stem(headwords, word, len - ending_len);
        }
        if (held != 0) {
            return held;
        }
    }
    return 0;
}

bool samsok_headwords_has_form(const SamsokHeadwords *headwords, const char *word, size_t len)
{
    guint at = 0;
    return next_generous(headwords, word, len, &at) != 0;
}

typedef struct {
    const SamsokHeadwords *headwords;
    double odds; /* of the readiest head word so far */
    bool found;
} LastOdds;

static void take_last(LastOdds *best, guint32 held)
{
    double odds = odds_at(best->headwords, held, SAMSOK_HEAD_LAST);
    best->odds = best->found ? MAX(best->odds, odds) : odds;
    best->found = true;
}

static void take_last_lemma(const char *lemma, void *data)
{
    LastOdds *best = data;
    guint32 held = samsok_head_table_find(best->headwords->table, lemma, strlen(lemma));
    if (held != 0) {
        take_last(best, held);
    }
}

bool samsok_headwords_last_odds(const SamsokHeadwords *headwords, const char *form, size_t len, double *odds)
{
    LastOdds best = {.headwords = headwords};
    guint at = 0;
    guint32 held = 0;
    while ((held = next_generous(headwords, form, len, &at)) != 0) {
        take_last(&best, held);
    }
    if (!best.found) {
        samsok_headwords_lemmas(headwords, form, len, take_last_lemma, &best);
    }
    *odds = best.odds;
    return best.found;
}

typedef struct {
    const SamsokHeadwords *headwords;
    guint dictionary;
    SamsokEachLemma each;
    void *data;
} LemmaSearch;

static void take_origin(const char *word, size_t len, gunichar flag, void *data)
{
    const LemmaSearch *search = data;
    const SamsokHeadTable *table = search->headwords->table;
    guint32 held = samsok_head_table_find(table, word, len);
    const char *flags = held == 0 ? NULL : samsok_head_table_flags(table, held, search->dictionary);
    if (flags != NULL && g_utf8_strchr(flags, -1, flag) != NULL) {
        search->each(word, search->data);
    }
}

void samsok_headwords_lemmas(const SamsokHeadwords *headwords, const char *form, size_t len,
                             SamsokEachLemma each, void *data)
{
    if (samsok_headwords_has(headwords, form, len)) {
        g_autofree char *own = g_strndup(form, len);
        each(own, data);
    }
    for (guint i = 0; i < SAMSOK_HEAD_DICTIONARIES; i++) {
        LemmaSearch search = {.headwords = headwords, .dictionary = i, .each = each, .data = data};
        if (headwords->inflections[i] != NULL) {
            samsok_inflection_origins(headwords->inflections[i], form, len, take_origin, &search);
        }
    }
}

static void note_lemma(const char *lemma, void *data)
{
    (void)lemma;
    *(bool *)data = true;
}

bool samsok_headwords_has_lemma(const SamsokHeadwords *headwords, const char *form, size_t len)
{
    bool is_found = false;
    samsok_headwords_lemmas(headwords, form, len, note_lemma, &is_found);
    return is_found;
}

bool samsok_headwords_attest(const char *word, void *data)
{
    return samsok_headwords_has_form(samsok_headwords_shared(), word, strlen(word));
}
