/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the words of hunspell's .dic files into one table. */
#include "config.h"

#include "core/language/headwords.h"

#include <string.h>

#include "core/base/limits.h"

/* A word needs this many letters: shorter ones split everything. */
#define MIN_LETTERS 3
#define MAX_WORD_BYTES 64
/* Room for the 460 000 words of both dictionaries without growing. */
#define FIRST_SLOTS ((guint32)1 << 20)

struct _SamsokHeadwords {
    GByteArray *bytes; /* every word behind its length in one byte; byte 0 is of no word */
    guint32 *slots;    /* offsets in `bytes`, 0 for a free one */
    guint32 mask;      /* one less than the number of slots, a power of two */
    guint count;
};

static const char *const dictionaries[] = {"nb_NO", "nn_NO"};
static const char *const system_folders[] = {
    "/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell", "/opt/homebrew/share/hunspell", NULL};

/* FNV-1a, 32 bits (RFC 9923 calls it so). */
static guint32 hash_bytes(const char *bytes, size_t len)
{
    guint32 hash = 2166136261u;
    for (size_t i = 0; i < len; i++) {
        hash = (hash ^ (guchar)bytes[i]) * 16777619u;
    }
    return hash;
}

/* The slot that holds the word, or the free one where it would be. */
static guint32 *find_slot(const SamsokHeadwords *headwords, const char *word, size_t len)
{
    guint32 at = hash_bytes(word, len) & headwords->mask;
    while (headwords->slots[at] != 0) {
        const guint8 *held = headwords->bytes->data + headwords->slots[at];
        if (*held == len && memcmp(held + 1, word, len) == 0) {
            break;
        }
        at = (at + 1) & headwords->mask;
    }
    return &headwords->slots[at];
}

static void grow(SamsokHeadwords *headwords)
{
    g_autofree guint32 *old = headwords->slots;
    guint32 old_mask = headwords->mask;
    headwords->mask = old_mask * 2 + 1;
    headwords->slots = g_new0(guint32, (gsize)headwords->mask + 1);
    for (guint32 i = 0; i <= old_mask; i++) {
        if (old[i] != 0) {
            const guint8 *held = headwords->bytes->data + old[i];
            *find_slot(headwords, (const char *)held + 1, *held) = old[i];
        }
    }
}

static void add_word(SamsokHeadwords *headwords, const char *word, size_t len)
{
    if (headwords->count >= SAMSOK_MAX_HEADWORDS) {
        return;
    }
    if (headwords->count * 2 > headwords->mask) {
        grow(headwords);
    }
    guint32 *slot = find_slot(headwords, word, len);
    if (*slot == 0) {
        guint8 len_byte = (guint8)len;
        *slot = headwords->bytes->len;
        g_byte_array_append(headwords->bytes, &len_byte, 1);
        g_byte_array_append(headwords->bytes, (const guint8 *)word, (guint)len);
        headwords->count++;
    }
}

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
    return letters >= MIN_LETTERS && len <= MAX_WORD_BYTES ? len : 0;
}

static void add_lines(SamsokHeadwords *headwords, const char *text)
{
    const char *line = text;
    while (*line != '\0') {
        const char *newline = strchr(line, '\n');
        const char *end = newline == NULL ? line + strlen(line) : newline;
        size_t len = word_len(line, end);
        if (len > 0) {
            add_word(headwords, line, len);
        }
        line = newline == NULL ? end : newline + 1;
    }
}

/* The file's text as UTF-8. The dictionaries of old are in ISO 8859-1, and say so in another file;
 * bytes that are no UTF-8 say it too. */
static char *read_dictionary(const char *folder, const char *name)
{
    g_autofree char *file = g_strconcat(name, ".dic", NULL);
    g_autofree char *path = g_build_filename(folder, file, NULL);
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

static bool load_folder(SamsokHeadwords *headwords, const char *folder)
{
    for (guint i = 0; i < G_N_ELEMENTS(dictionaries); i++) {
        g_autofree char *text = read_dictionary(folder, dictionaries[i]);
        if (text != NULL) {
            add_lines(headwords, text);
        }
    }
    return headwords->count > 0;
}

static bool load_first(SamsokHeadwords *headwords, const char *const *folders)
{
    for (guint i = 0; folders[i] != NULL; i++) {
        if (load_folder(headwords, folders[i])) {
            return true;
        }
    }
    return false;
}

SamsokHeadwords *samsok_headwords_load(const char *const *folders)
{
    SamsokHeadwords *headwords = g_new0(SamsokHeadwords, 1);
    guint8 nothing = 0;
    headwords->bytes = g_byte_array_new();
    g_byte_array_append(headwords->bytes, &nothing, 1);
    headwords->mask = FIRST_SLOTS - 1;
    headwords->slots = g_new0(guint32, (gsize)headwords->mask + 1);
    if (folders != NULL) {
        load_first(headwords, folders);
        return headwords;
    }
    const char *dicpath = g_getenv("DICPATH");
    g_auto(GStrv) named = g_strsplit(dicpath == NULL ? "" : dicpath, ":", -1);
    if (!load_first(headwords, (const char *const *)named)) {
        load_first(headwords, system_folders);
    }
    return headwords;
}

void samsok_headwords_free(SamsokHeadwords *headwords)
{
    if (headwords != NULL) {
        g_byte_array_unref(headwords->bytes);
        g_free(headwords->slots);
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
    return headwords->count;
}

bool samsok_headwords_has(const SamsokHeadwords *headwords, const char *word, size_t len)
{
    return len > 0 && len <= MAX_WORD_BYTES && *find_slot(headwords, word, len) != 0;
}

/* What is left of the word without an ending is a head word, with an e (kommune-ne), with a consonant
 * that was doubled before the ending taken back (rom-m-ene), or as it is. */
static bool has_stem(const SamsokHeadwords *headwords, const char *word, size_t len)
{
    char with_e[MAX_WORD_BYTES + 1];
    if (len < 3 || len >= MAX_WORD_BYTES) {
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

bool samsok_headwords_attest(const char *word, void *data)
{
    return samsok_headwords_has_form(samsok_headwords_shared(), word, strlen(word));
}
