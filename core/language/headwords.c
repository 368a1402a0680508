/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the words of hunspell's .dic files into one table. */
#include "config.h"

#include "core/language/headwords.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/language/inflection.h"

/* A word needs this many letters: shorter ones split everything. */
#define MIN_LETTERS 3
#define MAX_WORD_BYTES 64
/* Room for the 460 000 words of both dictionaries without growing. */
#define FIRST_SLOTS ((guint32)1 << 20)

enum { DICTIONARIES = 2 };

static const char *const dictionaries[DICTIONARIES] = {"nb_NO", "nn_NO"};

struct _SamsokHeadwords {
    GByteArray *bytes; /* every word behind its length in one byte, before the numbers of its flags
                        * in each dictionary, two bytes each; byte 0 is of no word */
    guint32 *slots;    /* offsets in `bytes`, 0 for a free one */
    guint32 mask;      /* one less than the number of slots, a power of two */
    guint count;
    SamsokInflection *inflections[DICTIONARIES]; /* NULL: none */
    GStringChunk *strings;
    GPtrArray *flags;      /* lists of flags by number; 0 is of words that are not in the dictionary */
    GHashTable *flags_at;  /* list of flags → its number */
};
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

/* The number of a list of flags; 1, a list without any, when there is no room for more lists. */
static guint16 number_of_flags(SamsokHeadwords *headwords, const char *flags)
{
    gpointer at = NULL;
    if (g_hash_table_lookup_extended(headwords->flags_at, flags, NULL, &at)) {
        return (guint16)GPOINTER_TO_UINT(at);
    }
    if (headwords->flags->len > G_MAXUINT16) {
        return 1;
    }
    char *kept = g_string_chunk_insert(headwords->strings, flags);
    g_hash_table_insert(headwords->flags_at, kept, GUINT_TO_POINTER(headwords->flags->len));
    g_ptr_array_add(headwords->flags, kept);
    return (guint16)(headwords->flags->len - 1);
}

/* Where the held word keeps the number of its flags in a dictionary. */
static guint8 *flags_place(const SamsokHeadwords *headwords, guint32 held, guint dictionary)
{
    return headwords->bytes->data + held + 1 + headwords->bytes->data[held] + 2 * dictionary;
}

/* NULL when the word is not in that dictionary. */
static const char *flags_of(const SamsokHeadwords *headwords, guint32 held, guint dictionary)
{
    guint16 number = 0;
    memcpy(&number, flags_place(headwords, held, dictionary), sizeof number);
    return g_ptr_array_index(headwords->flags, number);
}

/* Homographs stand on lines of their own, so flags add up. */
static void add_flags(SamsokHeadwords *headwords, guint32 held, guint dictionary, const char *flags)
{
    const char *old = flags_of(headwords, held, dictionary);
    g_autofree char *all = old == NULL ? NULL : g_strconcat(old, flags, NULL);
    guint16 number = number_of_flags(headwords, all == NULL ? flags : all);
    memcpy(flags_place(headwords, held, dictionary), &number, sizeof number);
}

static void add_word(SamsokHeadwords *headwords, const char *word, size_t len, guint dictionary,
                     const char *flags)
{
    static const guint8 no_flags[DICTIONARIES * sizeof(guint16)] = {0};
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
        g_byte_array_append(headwords->bytes, no_flags, sizeof no_flags);
        headwords->count++;
    }
    add_flags(headwords, *slot, dictionary, flags);
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

static void add_lines(SamsokHeadwords *headwords, const char *text, guint dictionary)
{
    g_autoptr(GString) flags = g_string_new(NULL);
    const char *line = text;
    while (*line != '\0') {
        const char *newline = strchr(line, '\n');
        const char *end = newline == NULL ? line + strlen(line) : newline;
        size_t len = word_len(line, end);
        if (len > 0) {
            read_flags(flags, line + len, end);
            add_word(headwords, line, len, dictionary, flags->str);
        }
        line = newline == NULL ? end : newline + 1;
    }
}

/* The file's text as UTF-8. The dictionaries of old are in ISO 8859-1, and say so in another file;
 * bytes that are no UTF-8 say it too. */
static char *read_dictionary(const char *folder, const char *name, const char *ending)
{
    g_autofree char *file = g_strconcat(name, ending, NULL);
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
        g_autofree char *text = read_dictionary(folder, dictionaries[i], ".dic");
        g_autofree char *rules = read_dictionary(folder, dictionaries[i], ".aff");
        if (text != NULL) {
            add_lines(headwords, text, i);
            headwords->inflections[i] = rules == NULL ? NULL : samsok_inflection_new(rules);
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
    headwords->strings = g_string_chunk_new(1 << 12);
    headwords->flags = g_ptr_array_new();
    headwords->flags_at = g_hash_table_new(g_str_hash, g_str_equal);
    g_ptr_array_add(headwords->flags, NULL);
    number_of_flags(headwords, "");
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
        g_hash_table_unref(headwords->flags_at);
        g_ptr_array_unref(headwords->flags);
        g_string_chunk_free(headwords->strings);
        for (guint i = 0; i < DICTIONARIES; i++) {
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

typedef struct {
    const SamsokHeadwords *headwords;
    guint dictionary;
    SamsokEachLemma each;
    void *data;
} LemmaSearch;

static void take_origin(const char *word, size_t len, gunichar flag, void *data)
{
    const LemmaSearch *search = data;
    guint32 held = *find_slot(search->headwords, word, len);
    const char *flags = held == 0 ? NULL : flags_of(search->headwords, held, search->dictionary);
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
    for (guint i = 0; i < DICTIONARIES; i++) {
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
