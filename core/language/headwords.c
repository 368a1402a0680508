/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the words of hunspell's .dic files into one table, or opens the one that was made of them. */
#include "config.h"

#include "core/language/headwords.h"

#include <string.h>
#include <sys/stat.h>

#include "core/base/limits.h"
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
    return table;
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
        g_build_filename(g_get_user_cache_dir(), "samsok", "headwords-1.table", NULL);
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

/* What is left of the word without an ending is a head word, with an e (kommune-ne), with a consonant
 * that was doubled before the ending taken back (rom-m-ene), or as it is. */
static bool has_stem(const SamsokHeadwords *headwords, const char *word, size_t len)
{
    char with_e[SAMSOK_HEAD_MAX_BYTES + 1];
    if (len < 3 || len >= SAMSOK_HEAD_MAX_BYTES) {
        return false;
    }
    if (samsok_headwords_has(headwords, word, len)) {
        return true;
    }
    memcpy(with_e, word, len);
    with_e[len] = 'e';
    bool doubled = word[len - 1] == word[len - 2] && g_ascii_isalpha(word[len - 1]);
    return samsok_headwords_has(headwords, with_e, len + 1) ||
           (doubled && samsok_headwords_has(headwords, word, len - 1));
}

bool samsok_headwords_has_form(const SamsokHeadwords *headwords, const char *word, size_t len)
{
    static const char *const endings[] = {"s",  "t",  "e",   "a",   "r",   "n",   "en",   "et",
                                          "er", "ar", "ne",  "te",  "de",  "ene", "ane",  "ens",
                                          "ets", "es", "ers", "ast", "est", "enes", "anes", "ende"};
    if (samsok_headwords_has(headwords, word, len)) {
        return true;
    }
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
        size_t ending = strlen(endings[i]);
        if (len > ending + 2 && memcmp(word + len - ending, endings[i], ending) == 0 &&
            has_stem(headwords, word, len - ending)) {
            return true;
        }
    }
    return false;
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

bool samsok_headwords_attest(const char *word, void *data)
{
    return samsok_headwords_has_form(samsok_headwords_shared(), word, strlen(word));
}
