/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts text into tokens and gives each its folded form and stem, once a distinct word. */
#include "config.h"

#include "core/language/analyser.h"

#include <libstemmer.h>
#include <string.h>

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/limits.h"
#include "core/language/accents.h"
#include "core/language/compound.h"
#include "core/language/plain.h"

/* Which stemmer a text's language asks for. */
typedef enum { STEM_NORWEGIAN, STEM_ENGLISH, STEM_COUNT } StemKind;

static const char *const stemmer_names[STEM_COUNT] = {"norwegian", "english"};

/* What is known of a distinct word. A stem is found when a text of its language asks for it. One line
 * of the processor's cache, with the letters of most words: a table of all words of a corpus is met cold
 * nearly each time. */
typedef struct {
    const char *word;
    const char *const *parts; /* NULL-terminated; NULL when they were not looked for */
    const char *stems[STEM_COUNT];
    guint32 numbers[STEM_COUNT]; /* 0: no text of the language has had it */
    guint32 len;
    guint16 last; /* where the last part of a compound begins; 0: it is none, or parts were not looked for */
    char letters[18]; /* the word, when it is short */
} WordEntry;
G_STATIC_ASSERT(sizeof(WordEntry) == 64);

/* Where a word is found: the hash tells nearly all others apart without a look at them. */
typedef struct {
    guint32 hash;
    guint32 place; /* of the entry, from 1; 0: the slot is free */
} Slot;

struct _SamsokAnalyser {
    struct sb_stemmer *stemmers[STEM_COUNT];
    Slot *slots;       /* by hash; a table of our own, for it is asked for every word of every text */
    guint32 mask;      /* one less than the number of slots, a power of two */
    guint count;       /* of entries */
    guint numbered;    /* numbers given out */
    guint age;
    GStringChunk *strings; /* words too long for their entries */
    GPtrArray *blocks; /* of WordEntry[ENTRIES_PER_BLOCK] */
    GPtrArray *parts;  /* the entries' arrays of parts, owned */
    GString *folded; /* the word at hand */
    const SamsokHeadwords *headwords; /* lent; NULL: words are not split */
};

#define ENTRIES_PER_BLOCK 1024
#define FIRST_SLOTS 256 /* a question has few words, and many start a program */
#define FIRST_TOKENS 256u

SamsokAnalyser *samsok_analyser_new(GError **error)
{
    g_autoptr(SamsokAnalyser) analyser = g_new0(SamsokAnalyser, 1);
    for (guint i = 0; i < STEM_COUNT; i++) {
        analyser->stemmers[i] = sb_stemmer_new(stemmer_names[i], "UTF_8");
        if (analyser->stemmers[i] == NULL) {
            g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_INTERNAL,
                        "libstemmer: no stemmer called '%s'", stemmer_names[i]);
            return NULL;
        }
    }
    analyser->slots = g_new0(Slot, FIRST_SLOTS);
    analyser->mask = FIRST_SLOTS - 1;
    analyser->strings = g_string_chunk_new(1 << 14);
    analyser->blocks = g_ptr_array_new_with_free_func(g_aligned_free);
    analyser->parts = g_ptr_array_new_with_free_func(g_free);
    analyser->folded = g_string_sized_new(SAMSOK_MAX_WORD_BYTES);
    return g_steal_pointer(&analyser);
}

void samsok_analyser_free(SamsokAnalyser *analyser)
{
    if (analyser == NULL) {
        return;
    }
    for (guint i = 0; i < STEM_COUNT; i++) {
        sb_stemmer_delete(analyser->stemmers[i]);
    }
    g_free(analyser->slots);
    g_clear_pointer(&analyser->strings, g_string_chunk_free);
    g_clear_pointer(&analyser->blocks, g_ptr_array_unref);
    g_clear_pointer(&analyser->parts, g_ptr_array_unref);
    if (analyser->folded != NULL) {
        g_string_free(analyser->folded, TRUE);
    }
    g_free(analyser);
}

/* The blocks stay: new memory costs more than new words. */
static void start_anew(SamsokAnalyser *analyser)
{
    memset(analyser->slots, 0, ((size_t)analyser->mask + 1) * sizeof *analyser->slots);
    analyser->count = 0;
    analyser->numbered = 0;
    analyser->age++;
    g_string_chunk_clear(analyser->strings);
    g_ptr_array_set_size(analyser->parts, 0);
}

void samsok_analyser_forget(SamsokAnalyser *analyser, guint most)
{
    if (analyser->count > most) {
        start_anew(analyser);
    }
}

guint samsok_analyser_age(const SamsokAnalyser *analyser)
{
    return analyser->age;
}

void samsok_analyser_split(SamsokAnalyser *analyser, const SamsokHeadwords *headwords)
{
    start_anew(analyser);
    analyser->headwords = headwords;
}

static WordEntry *entry_at(const SamsokAnalyser *analyser, guint32 place)
{
    WordEntry *block = g_ptr_array_index(analyser->blocks, (place - 1) / ENTRIES_PER_BLOCK);
    return &block[(place - 1) % ENTRIES_PER_BLOCK];
}

static WordEntry *new_entry(SamsokAnalyser *analyser, const char *word, size_t len)
{
    if (analyser->count == analyser->blocks->len * ENTRIES_PER_BLOCK) {
        g_ptr_array_add(analyser->blocks,
                        g_aligned_alloc(ENTRIES_PER_BLOCK, sizeof(WordEntry), sizeof(WordEntry)));
    }
    WordEntry *entry = entry_at(analyser, ++analyser->count);
    *entry = (WordEntry){.len = (guint32)len};
    if (len < sizeof entry->letters) {
        memcpy(entry->letters, word, len);
        entry->word = entry->letters;
    } else {
        entry->word = g_string_chunk_insert_len(analyser->strings, word, (gssize)len);
    }
    return entry;
}

/* The slot of the word, or the free one where it would be. */
static Slot *find_slot(const SamsokAnalyser *analyser, guint32 hash, const char *word, size_t len)
{
    guint32 at = hash & analyser->mask;
    for (; analyser->slots[at].place != 0; at = (at + 1) & analyser->mask) {
        if (analyser->slots[at].hash != hash) {
            continue;
        }
        const WordEntry *entry = entry_at(analyser, analyser->slots[at].place);
        if (entry->len == len && memcmp(entry->word, word, len) == 0) {
            break;
        }
    }
    return &analyser->slots[at];
}

/* Doubles the table; its words are all different. */
static void grow(SamsokAnalyser *analyser)
{
    g_autofree Slot *old = analyser->slots;
    guint32 old_mask = analyser->mask;
    analyser->mask = old_mask * 2 + 1;
    analyser->slots = g_new0(Slot, (gsize)analyser->mask + 1);
    for (guint32 i = 0; i <= old_mask; i++) {
        guint32 at = old[i].hash & analyser->mask;
        while (old[i].place != 0 && analyser->slots[at].place != 0) {
            at = (at + 1) & analyser->mask;
        }
        if (old[i].place != 0) {
            analyser->slots[at] = old[i];
        }
    }
}

static WordEntry *entry_of(SamsokAnalyser *analyser, const char *word, size_t len)
{
    guint32 hash = samsok_hash_bytes(word, len);
    Slot *slot = find_slot(analyser, hash, word, len);
    if (slot->place != 0) {
        return entry_at(analyser, slot->place);
    }
    WordEntry *entry = new_entry(analyser, word, len);
    *slot = (Slot){.hash = hash, .place = analyser->count};
    if (analyser->count * 2 > analyser->mask) {
        grow(analyser);
    }
    return entry;
}

/* A stem is kept as a word of its own, so that equal ones are one pointer. A word whose stem would be nothing, or
 * that of a word that says nothing, is its own stem. */
static const char *make_stem(SamsokAnalyser *analyser, const char *word, StemKind kind)
{
    SamsokPlainWord buffer;
    const char *plain = samsok_accents_strip_meaningful(word, buffer);
    size_t plain_len = strlen(plain);
    if (plain != word && samsok_accents_ends_stressed(word)) {
        return entry_of(analyser, plain, plain_len)->word;
    }
    struct sb_stemmer *stemmer = analyser->stemmers[kind];
    const char *stem = (const char *)sb_stemmer_stem(stemmer, (const sb_symbol *)plain, (int)plain_len);
    int len = stem == NULL ? 0 : sb_stemmer_length(stemmer);
    const char *kept = len == 0 ? NULL : entry_of(analyser, stem, (size_t)len)->word;
    /* No «jeger» is found by «jeg», no «Hamar» by «ham». */
    bool is_lost = kept == NULL || (samsok_analyser_is_stop_word(kept) && !samsok_analyser_is_stop_word(word));
    return is_lost ? entry_of(analyser, plain, plain_len)->word : kept;
}

static const char *entry_stem(SamsokAnalyser *analyser, WordEntry *entry, StemKind kind)
{
    if (entry->stems[kind] == NULL) {
        entry->stems[kind] = make_stem(analyser, entry->word, kind);
    }
    return entry->stems[kind];
}

const char *samsok_analyser_stem(SamsokAnalyser *analyser, const char *word)
{
    return entry_stem(analyser, entry_of(analyser, word, strlen(word)), STEM_NORWEGIAN);
}

/* Keeps the stem of a part unless it says nothing or is there already. */
static void add_part(SamsokAnalyser *analyser, const WordEntry *entry, SamsokCompoundPart part,
                     const char **parts)
{
    g_autofree char *text = g_strndup(entry->word + part.start, part.end - part.start);
    const char *stem = samsok_analyser_stem(analyser, text);
    bool says_nothing = samsok_analyser_is_stop_word(text) ||
                        strcmp(stem, entry->stems[STEM_NORWEGIAN]) == 0;
    guint count = 0;
    for (; parts[count] != NULL; count++) {
        says_nothing = says_nothing || strcmp(stem, parts[count]) == 0;
    }
    if (!says_nothing) {
        parts[count] = stem;
    }
}

static const char *const no_parts[] = {NULL};

/* The parts of a word as an array of its own, which most words need not have. */
static const char *const *split_word(SamsokAnalyser *analyser, WordEntry *entry)
{
    SamsokCompoundPart places[SAMSOK_COMPOUND_MAX_PARTS];
    const char *parts[SAMSOK_COMPOUND_MAX_PARTS + 1] = {NULL};
    guint count = samsok_compound_split(analyser->headwords, entry->word, places);
    for (guint i = 0; i < count; i++) {
        add_part(analyser, entry, places[i], parts);
        entry->last = (guint16)places[i].start;
    }
    if (parts[0] == NULL) {
        return no_parts;
    }
    gpointer kept = g_memdup2(parts, sizeof parts);
    g_ptr_array_add(analyser->parts, kept);
    return kept;
}

static const char *const *entry_parts(SamsokAnalyser *analyser, WordEntry *entry, StemKind kind)
{
    if (analyser->headwords == NULL || kind != STEM_NORWEGIAN) {
        return no_parts;
    }
    if (entry->parts == NULL) {
        entry->parts = split_word(analyser, entry);
    }
    return entry->parts;
}

/* Soft hyphens and combining marks continue a word and never begin one. */
static bool continues_word(gunichar c)
{
    return c >= 0x80 && (c == 0xAD || g_unichar_ismark(c));
}

static bool is_digit(gunichar c)
{
    return c < 0x80 ? g_ascii_isdigit((char)c) : g_unichar_isdigit(c);
}

/* Superscripts and fractions are neither: a raised note mark does not belong to the word before it. */
static bool is_word_char(gunichar c)
{
    return c < 0x80 ? g_ascii_isalnum((char)c) : g_unichar_isalpha(c) || g_unichar_isdigit(c);
}

/* True at the dot of 2014.7 and the comma of 3,5, when all before `p` in the token are digits. */
static bool joins_number(const char *p)
{
    return (*p == '.' || *p == ',') && is_digit(g_utf8_get_char(p + 1));
}

static void fold_char(GString *folded, gunichar c)
{
    if (c < 0x80) {
        g_string_append_c(folded, g_ascii_tolower((char)c));
    } else if (c != 0xAD) {
        g_string_append_unichar(folded, g_unichar_tolower(c));
    }
}

/* Reads the letters and digits at `p` of ASCII and Latin-1. */
static const char *read_plain(const char *p, GString *folded, bool *only_digits)
{
    char *out = folded->str + folded->len;
    const char *room = folded->str + SAMSOK_MAX_WORD_BYTES - 6; /* what the buffer was made for */
    guchar bits = 0; /* of all */
    while (true) {
        guchar letter = samsok_plain[(guchar)*p];
        if (letter != 0) {
            bits |= letter;
            *out = (char)letter;
            out += out <= room ? 1 : 0;
            p++;
        } else if (samsok_is_latin1_letter(p)) {
            bits |= SAMSOK_PLAIN_LETTER;
            out[0] = p[0];
            out[1] = (char)(p[1] | 0x20);
            out += out <= room ? 2 : 0;
            p += 2;
        } else {
            break;
        }
    }
    *only_digits = *only_digits && (bits & SAMSOK_PLAIN_LETTER) == 0;
    *out = '\0';
    gsize len = (gsize)(out - folded->str);
    folded->len = len;
    return p;
}

/* Reads the token at `p` into `folded` and returns where it ends. */
static const char *read_token(const char *p, GString *folded)
{
    g_string_truncate(folded, 0);
    bool only_digits = true;
    p = read_plain(p, folded, &only_digits);
    while (*p != '\0') {
        gunichar c = g_utf8_get_char(p);
        bool joined = only_digits && folded->len > 0 && joins_number(p);
        if (!joined && !is_word_char(c) && !continues_word(c)) {
            break;
        }
        only_digits = only_digits && (joined || is_digit(c));
        if (folded->len + 6 <= SAMSOK_MAX_WORD_BYTES) {
            fold_char(folded, c);
        }
        p = read_plain(g_utf8_next_char(p), folded, &only_digits);
    }
    return p;
}

static const char *next_token_start(const char *p)
{
    if (*p == ' ' && samsok_plain[(guchar)p[1]] != 0) { /* nearly always */
        return p + 1;
    }
    while (*p != '\0') {
        if (samsok_plain[(guchar)*p] != 0) {
            break;
        }
        bool is_ascii = (guchar)*p < 0x80;
        if (!is_ascii && (samsok_is_latin1_letter(p) || is_word_char(g_utf8_get_char(p)))) {
            break;
        }
        p = is_ascii ? p + 1 : g_utf8_next_char(p);
    }
    return p;
}

/* Makes room for one more token and returns it; GArray's own way costs a call and a copy a token. */
static SamsokToken *next_token(GArray *tokens, guint count)
{
    if (count == tokens->len) {
        g_array_set_size(tokens, MAX(count * 2, FIRST_TOKENS));
    }
    return &g_array_index(tokens, SamsokToken, count);
}

/* The token as it stands in the text; its word is in analyser->folded. */
static SamsokToken found_token(SamsokAnalyser *analyser, StemKind kind)
{
    WordEntry *entry = entry_of(analyser, analyser->folded->str, analyser->folded->len);
    if (entry->numbers[kind] == 0) {
        entry->numbers[kind] = ++analyser->numbered;
    }
    const char *stem = entry_stem(analyser, entry, kind); /* which its parts are compared with */
    const char *const *parts = entry_parts(analyser, entry, kind); /* which sets entry->last */
    return (SamsokToken){
        .word = entry->word,
        .stem = stem,
        .parts = parts,
        .number = entry->numbers[kind],
        .last = kind == STEM_NORWEGIAN ? entry->last : 0,
    };
}

void samsok_analyser_sift(SamsokAnalyser *analyser, const char *text, const char *language,
                          const SamsokSieve *sieve, GArray *tokens)
{
    samsok_analyser_forget(analyser, SAMSOK_ANALYSER_MAX_WORDS);
    guint count = 0;
    StemKind kind = strcmp(language, "en") == 0 ? STEM_ENGLISH : STEM_NORWEGIAN;
    bool keeps_all = sieve == NULL || kind == STEM_ENGLISH;
    const char *p = next_token_start(text);
    while (*p != '\0') {
        const char *end = keeps_all ? NULL : samsok_sieve_pass_over(sieve, p);
        SamsokToken *token = next_token(tokens, count++);
        *token = (SamsokToken){0};
        if (end == NULL) {
            end = read_token(p, analyser->folded);
            if (keeps_all || samsok_sieve_passes(sieve, analyser->folded->str, analyser->folded->len)) {
                *token = found_token(analyser, kind);
            }
        }
        token->start = (guint)(p - text);
        token->end = (guint)(end - text);
        p = next_token_start(end);
    }
    g_array_set_size(tokens, count);
}

void samsok_analyser_tokens(SamsokAnalyser *analyser, const char *text, const char *language,
                            GArray *tokens)
{
    samsok_analyser_sift(analyser, text, language, NULL, tokens);
}
