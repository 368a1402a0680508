/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A hash table of offsets, and its file: a head, the stamp, the slots, the lists of flags, the words. */
#include "config.h"

#include "core/language/head_table.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "core/base/hash.h"
#include "core/base/limits.h"

/* Room for the 460 000 words of both dictionaries without growing. */
#define FIRST_SLOTS ((guint32)1 << 20)
#define MAX_SLOTS ((guint32)1 << 23)
/* "SHW2" where the byte order is the writer's. */
#define MAGIC UINT32_C(0x53485732)

/* A word: its length in one byte, its bytes, the numbers of its flags, two bytes a dictionary, its odds,
 * one byte a place. */
enum { FLAGS_BYTES = SAMSOK_HEAD_DICTIONARIES * sizeof(guint16), TAIL_BYTES = FLAGS_BYTES + 2 };

struct _SamsokHeadTable {
    const guint32 *slots; /* offsets in `words`, 0 for a free one */
    guint32 mask;         /* one less than the number of slots, a power of two */
    guint count;
    const guint8 *words;  /* byte 0 is of no word */
    gsize words_len;
    GPtrArray *flags;     /* of const char *: lists of flags by number; 0, NULL: not in the dictionary */
    /* While it is made; NULL in a table that was opened. */
    guint32 *own_slots;
    GByteArray *own_words;
    GStringChunk *strings;
    GHashTable *flags_at; /* list of flags → its number */
    GMappedFile *file;    /* NULL in a table that is made */
};

/* What the file begins with. Lengths in bytes. */
typedef struct {
    guint32 magic;
    guint32 stamp_len; /* with its NUL and what fills it up to a multiple of four */
    guint32 slot_count;
    guint32 flags_count;
    guint32 flags_len;
    guint32 words_len;
    guint32 count;
} Head;

/* True when the offset is that of a whole word, which is `word`. */
static bool holds(const SamsokHeadTable *table, guint32 held, const char *word, size_t len)
{
    return (size_t)held + 1 + len + TAIL_BYTES <= table->words_len && table->words[held] == len &&
           memcmp(table->words + held + 1, word, len) == 0;
}

/* The slot that holds the word, or the free one where it would be, or, where there is none, any. */
static guint32 find_slot(const SamsokHeadTable *table, const char *word, size_t len)
{
    guint32 at = samsok_hash_bytes(word, len) & table->mask;
    for (guint32 tries = 0; tries <= table->mask && table->slots[at] != 0; tries++) {
        if (holds(table, table->slots[at], word, len)) {
            break;
        }
        at = (at + 1) & table->mask;
    }
    return at;
}

guint32 samsok_head_table_find(const SamsokHeadTable *table, const char *word, size_t len)
{
    if (len == 0 || len > SAMSOK_HEAD_MAX_BYTES) {
        return 0;
    }
    guint32 held = table->slots[find_slot(table, word, len)];
    return held != 0 && holds(table, held, word, len) ? held : 0;
}

static size_t flags_place(const SamsokHeadTable *table, guint32 held, guint dictionary)
{
    return (size_t)held + 1 + table->words[held] + sizeof(guint16) * dictionary;
}

const char *samsok_head_table_flags(const SamsokHeadTable *table, guint32 held, guint dictionary)
{
    guint16 number = 0;
    memcpy(&number, table->words + flags_place(table, held, dictionary), sizeof number);
    return number < table->flags->len ? g_ptr_array_index(table->flags, number) : NULL;
}

guint samsok_head_table_count(const SamsokHeadTable *table)
{
    return table->count;
}

guint32 samsok_head_table_next(const SamsokHeadTable *table, guint32 held)
{
    gsize next = held == 0 ? 1 : (gsize)held + 1 + table->words[held] + TAIL_BYTES;
    return next < table->words_len && next + 1 + table->words[next] + TAIL_BYTES <= table->words_len
               ? (guint32)next
               : 0;
}

const char *samsok_head_table_word(const SamsokHeadTable *table, guint32 held, size_t *len)
{
    *len = table->words[held];
    return (const char *)table->words + held + 1;
}

static size_t odds_place(const SamsokHeadTable *table, guint32 held, SamsokHeadPlace place)
{
    return (size_t)held + 1 + table->words[held] + FLAGS_BYTES + place;
}

gint8 samsok_head_table_odds(const SamsokHeadTable *table, guint32 held, SamsokHeadPlace place)
{
    return (gint8)table->words[odds_place(table, held, place)];
}

/* ---- Making ---- */

static void take_words(SamsokHeadTable *table, const void *bytes, gsize len)
{
    g_byte_array_append(table->own_words, bytes, (guint)len);
    table->words = table->own_words->data;
    table->words_len = table->own_words->len;
}

static void make_slots(SamsokHeadTable *table, guint32 count)
{
    table->own_slots = g_new0(guint32, count);
    table->slots = table->own_slots;
    table->mask = count - 1;
}

/* The number of a list of flags; 1, a list without any, when there is no room for more lists. */
static guint16 number_of_flags(SamsokHeadTable *table, const char *flags)
{
    gpointer at = NULL;
    if (g_hash_table_lookup_extended(table->flags_at, flags, NULL, &at)) {
        return (guint16)GPOINTER_TO_UINT(at);
    }
    if (table->flags->len > G_MAXUINT16) {
        return 1;
    }
    char *kept = g_string_chunk_insert(table->strings, flags);
    g_hash_table_insert(table->flags_at, kept, GUINT_TO_POINTER(table->flags->len));
    g_ptr_array_add(table->flags, kept);
    return (guint16)(table->flags->len - 1);
}

SamsokHeadTable *samsok_head_table_new(void)
{
    static const guint8 nothing = 0;
    SamsokHeadTable *table = g_new0(SamsokHeadTable, 1);
    table->own_words = g_byte_array_new();
    take_words(table, &nothing, 1);
    make_slots(table, FIRST_SLOTS);
    table->strings = g_string_chunk_new(1 << 12);
    table->flags = g_ptr_array_new();
    table->flags_at = g_hash_table_new(g_str_hash, g_str_equal);
    g_ptr_array_add(table->flags, NULL);
    number_of_flags(table, "");
    return table;
}

void samsok_head_table_free(SamsokHeadTable *table)
{
    if (table == NULL) {
        return;
    }
    g_free(table->own_slots);
    g_clear_pointer(&table->own_words, g_byte_array_unref);
    g_clear_pointer(&table->flags_at, g_hash_table_unref);
    g_ptr_array_unref(table->flags);
    g_clear_pointer(&table->strings, g_string_chunk_free);
    g_clear_pointer(&table->file, g_mapped_file_unref);
    g_free(table);
}

static void grow(SamsokHeadTable *table)
{
    g_autofree guint32 *old = table->own_slots;
    guint32 old_mask = table->mask;
    make_slots(table, (old_mask + 1) * 2);
    for (guint32 i = 0; i <= old_mask; i++) {
        if (old[i] != 0) {
            const char *word = (const char *)table->words + old[i] + 1;
            table->own_slots[find_slot(table, word, table->words[old[i]])] = old[i];
        }
    }
}

/* Homographs stand on lines of their own, so flags add up. */
static void add_flags(SamsokHeadTable *table, guint32 held, guint dictionary, const char *flags)
{
    const char *old = samsok_head_table_flags(table, held, dictionary);
    g_autofree char *all = old == NULL ? NULL : g_strconcat(old, flags, NULL);
    guint16 number = number_of_flags(table, all == NULL ? flags : all);
    memcpy(table->own_words->data + flags_place(table, held, dictionary), &number, sizeof number);
}

void samsok_head_table_add(SamsokHeadTable *table, const char *word, size_t len, guint dictionary,
                           const char *flags)
{
    static const guint8 tail[TAIL_BYTES] = {0};
    if (table->count >= SAMSOK_MAX_HEADWORDS) {
        return;
    }
    if (table->count * 2 > table->mask) {
        grow(table);
    }
    guint32 *slot = &table->own_slots[find_slot(table, word, len)];
    if (*slot == 0) {
        guint8 len_byte = (guint8)len;
        *slot = table->own_words->len;
        take_words(table, &len_byte, 1);
        take_words(table, word, len);
        take_words(table, tail, sizeof tail);
        table->count++;
    }
    add_flags(table, *slot, dictionary, flags);
}

void samsok_head_table_set_odds(SamsokHeadTable *table, guint32 held, SamsokHeadPlace place, gint8 odds)
{
    table->own_words->data[odds_place(table, held, place)] = (guint8)odds;
}

/* ---- The file ---- */

static guint32 padded(gsize len)
{
    return (guint32)((len + 3) / 4 * 4);
}

/* Takes away what runs left behind that were killed while they wrote the file: a name like the file's with
 * something behind, an hour old. */
static void remove_leftovers(const char *folder, const char *path)
{
    enum { AGE = 60 * 60 };
    g_autofree char *name = g_path_get_basename(path);
    g_autofree char *prefix = g_strconcat(name, ".", NULL);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *entry = NULL;
    while (dir != NULL && (entry = g_dir_read_name(dir)) != NULL) {
        g_autofree char *whole = g_build_filename(folder, entry, NULL);
        struct stat info;
        if (g_str_has_prefix(entry, prefix) && lstat(whole, &info) == 0 && S_ISREG(info.st_mode) &&
            info.st_mtime < time(NULL) - AGE) {
            g_unlink(whole);
        }
    }
}

void samsok_head_table_save(const SamsokHeadTable *table, const char *path, const char *stamp)
{
    static const char filling[4] = {0};
    g_autoptr(GString) flags = g_string_new(NULL);
    for (guint i = 1; i < table->flags->len; i++) {
        const char *list = g_ptr_array_index(table->flags, i);
        g_string_append_len(flags, list, (gssize)strlen(list) + 1);
    }
    gsize stamp_len = strlen(stamp) + 1;
    Head head = {MAGIC, padded(stamp_len), table->mask + 1, table->flags->len, (guint32)flags->len,
                 (guint32)table->words_len, table->count};
    g_autoptr(GString) out = g_string_sized_new(head.slot_count * sizeof(guint32) + table->words_len);
    g_string_append_len(out, (const char *)&head, sizeof head);
    g_string_append_len(out, stamp, (gssize)stamp_len);
    g_string_append_len(out, filling, (gssize)(head.stamp_len - stamp_len));
    g_string_append_len(out, (const char *)table->slots, (gssize)(head.slot_count * sizeof(guint32)));
    g_string_append_len(out, flags->str, (gssize)flags->len);
    g_string_append_len(out, (const char *)table->words, (gssize)table->words_len);
    g_autofree char *folder = g_path_get_dirname(path);
    if (g_mkdir_with_parents(folder, 0700) == 0) {
        remove_leftovers(folder, path);
        (void)g_file_set_contents_full(path, out->str, (gssize)out->len, G_FILE_SET_CONTENTS_CONSISTENT,
                                       0600, NULL);
    }
}

/* True when the parts that the head tells of are the whole file, and can be what they should. */
static bool is_sound(const Head *head, gsize file_len)
{
    guint64 len = sizeof *head + (guint64)head->stamp_len +
                  (guint64)head->slot_count * sizeof(guint32) + head->flags_len + head->words_len;
    bool is_power = head->slot_count > 0 && (head->slot_count & (head->slot_count - 1)) == 0;
    return head->magic == MAGIC && len == file_len && is_power && head->slot_count <= MAX_SLOTS &&
           head->stamp_len > 0 && head->stamp_len % 4 == 0 && head->words_len > 0;
}

/* The lists of flags in [at, end), each with its NUL; false when they are not as many as told. */
static bool read_flags(SamsokHeadTable *table, const char *at, const char *end, guint32 count)
{
    g_ptr_array_add(table->flags, NULL);
    while (at < end && table->flags->len < count) {
        const char *nul = memchr(at, '\0', (size_t)(end - at));
        if (nul == NULL) {
            return false;
        }
        g_ptr_array_add(table->flags, (gpointer)at);
        at = nul + 1;
    }
    return at == end && table->flags->len == count;
}

/* Points the table into the file's bytes; false when they are not of `stamp` or unsound. */
static bool read_file(SamsokHeadTable *table, const char *stamp)
{
    const char *bytes = g_mapped_file_get_contents(table->file);
    gsize len = g_mapped_file_get_length(table->file);
    Head head = {0};
    if (len < sizeof head) {
        return false;
    }
    memcpy(&head, bytes, sizeof head);
    if (!is_sound(&head, len)) {
        return false;
    }
    const char *at = bytes + sizeof head;
    bool is_same = padded(strlen(stamp) + 1) == head.stamp_len &&
                   strncmp(at, stamp, head.stamp_len) == 0;
    at += head.stamp_len;
    table->slots = (const guint32 *)(const void *)at;
    table->mask = head.slot_count - 1;
    at += (gsize)head.slot_count * sizeof(guint32);
    table->words = (const guint8 *)at + head.flags_len;
    table->words_len = head.words_len;
    table->count = head.count;
    return is_same && read_flags(table, at, at + head.flags_len, head.flags_count);
}

SamsokHeadTable *samsok_head_table_open(const char *path, const char *stamp)
{
    GMappedFile *file = g_mapped_file_new(path, FALSE, NULL);
    if (file == NULL) {
        return NULL;
    }
    g_autoptr(SamsokHeadTable) table = g_new0(SamsokHeadTable, 1);
    table->file = file;
    table->flags = g_ptr_array_new();
    return read_file(table, stamp) ? g_steal_pointer(&table) : NULL;
}
