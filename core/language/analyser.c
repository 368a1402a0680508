/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts text into tokens and gives each its folded form and stem, once a distinct word. */
#include "config.h"

#include "core/language/analyser.h"

#include <libstemmer.h>
#include <string.h>

#include "core/base/error.h"
#include "core/base/hash.h"
#include "core/base/limits.h"
#include "core/language/compound.h"

/* Which stemmer a text's language asks for. */
typedef enum { STEM_NORWEGIAN, STEM_ENGLISH, STEM_COUNT } StemKind;

static const char *const stemmer_names[STEM_COUNT] = {"norwegian", "english"};

/* What is known of a distinct word. A stem is found when a text of its language asks for it. One line
 * of the processor's cache: a table of all words of a corpus is met cold nearly each time. */
typedef struct {
    const char *word;
    const char *const *parts; /* NULL-terminated; NULL when they were not looked for */
    const char *stems[STEM_COUNT];
    uint64_t notes[STEM_COUNT];
    guint32 hash;
    guint32 len;
    bool is_met[STEM_COUNT]; /* a text of the language has had it */
} WordEntry;
G_STATIC_ASSERT(sizeof(WordEntry) <= 64);

struct _SamsokAnalyser {
    struct sb_stemmer *stemmers[STEM_COUNT];
    WordEntry **slots; /* by hash, NULL for a free one; a table of our own, for it is asked for every
                        * word of every text */
    guint32 mask;      /* one less than the number of slots, a power of two */
    guint count;
    GStringChunk *strings;
    GPtrArray *blocks; /* of WordEntry[ENTRIES_PER_BLOCK] */
    guint used_in_block;
    GPtrArray *parts;  /* the entries' arrays of parts, owned */
    GString *folded; /* the word at hand */
    const SamsokHeadwords *headwords; /* lent; NULL: words are not split */
};

#define ENTRIES_PER_BLOCK 1024
#define FIRST_SLOTS 4096
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
    analyser->slots = g_new0(WordEntry *, FIRST_SLOTS);
    analyser->mask = FIRST_SLOTS - 1;
    analyser->strings = g_string_chunk_new(1 << 14);
    analyser->blocks = g_ptr_array_new_with_free_func(g_free);
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

static void start_anew(SamsokAnalyser *analyser)
{
    memset(analyser->slots, 0, ((size_t)analyser->mask + 1) * sizeof *analyser->slots);
    analyser->count = 0;
    g_string_chunk_clear(analyser->strings);
    g_ptr_array_set_size(analyser->blocks, 0);
    g_ptr_array_set_size(analyser->parts, 0);
    analyser->used_in_block = 0;
}

void samsok_analyser_split(SamsokAnalyser *analyser, const SamsokHeadwords *headwords)
{
    start_anew(analyser);
    analyser->headwords = headwords;
}

static WordEntry *new_entry(SamsokAnalyser *analyser)
{
    if (analyser->blocks->len == 0 || analyser->used_in_block == ENTRIES_PER_BLOCK) {
        g_ptr_array_add(analyser->blocks, g_new0(WordEntry, ENTRIES_PER_BLOCK));
        analyser->used_in_block = 0;
    }
    WordEntry *block = g_ptr_array_index(analyser->blocks, analyser->blocks->len - 1);
    return &block[analyser->used_in_block++];
}

/* The slot of the word, or the free one where it would be. */
static WordEntry **find_slot(WordEntry **slots, guint32 mask, guint32 hash, const GString *word)
{
    guint32 at = hash & mask;
    while (slots[at] != NULL) {
        const WordEntry *entry = slots[at];
        if (entry->hash == hash && entry->len == word->len &&
            memcmp(entry->word, word->str, word->len) == 0) {
            break;
        }
        at = (at + 1) & mask;
    }
    return &slots[at];
}

/* Doubles the table; its words are all different. */
static void grow(SamsokAnalyser *analyser)
{
    g_autofree WordEntry **old = analyser->slots;
    guint32 old_mask = analyser->mask;
    analyser->mask = old_mask * 2 + 1;
    analyser->slots = g_new0(WordEntry *, (gsize)analyser->mask + 1);
    for (guint32 i = 0; i <= old_mask; i++) {
        guint32 at = old[i] == NULL ? 0 : old[i]->hash & analyser->mask;
        while (old[i] != NULL && analyser->slots[at] != NULL) {
            at = (at + 1) & analyser->mask;
        }
        if (old[i] != NULL) {
            analyser->slots[at] = old[i];
        }
    }
}

/* The entry of the word in analyser->folded. */
static WordEntry *entry_of_folded(SamsokAnalyser *analyser)
{
    const GString *folded = analyser->folded;
    guint32 hash = samsok_hash_bytes(folded->str, folded->len);
    WordEntry **slot = find_slot(analyser->slots, analyser->mask, hash, folded);
    if (*slot != NULL) {
        return *slot;
    }
    WordEntry *entry = new_entry(analyser);
    entry->word = g_string_chunk_insert_len(analyser->strings, folded->str, (gssize)folded->len);
    entry->len = (guint32)folded->len;
    entry->hash = hash;
    *slot = entry;
    if (++analyser->count * 2 > analyser->mask) {
        grow(analyser);
    }
    return entry;
}

static const char *entry_stem(SamsokAnalyser *analyser, WordEntry *entry, StemKind kind)
{
    if (entry->stems[kind] == NULL) {
        struct sb_stemmer *stemmer = analyser->stemmers[kind];
        const sb_symbol *stem =
            sb_stemmer_stem(stemmer, (const sb_symbol *)entry->word, (int)strlen(entry->word));
        int len = stem == NULL ? 0 : sb_stemmer_length(stemmer);
        /* A word whose stem would be nothing is its own stem. */
        entry->stems[kind] = len == 0 ? entry->word
                                      : g_string_chunk_insert_len(analyser->strings,
                                                                  (const char *)stem, len);
    }
    return entry->stems[kind];
}

const char *samsok_analyser_stem(SamsokAnalyser *analyser, const char *word)
{
    g_string_assign(analyser->folded, word);
    return entry_stem(analyser, entry_of_folded(analyser), STEM_NORWEGIAN);
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
static const char *const *split_word(SamsokAnalyser *analyser, const WordEntry *entry)
{
    SamsokCompoundPart places[SAMSOK_COMPOUND_MAX_PARTS];
    const char *parts[SAMSOK_COMPOUND_MAX_PARTS + 1] = {NULL};
    guint count = samsok_compound_split(analyser->headwords, entry->word, places);
    for (guint i = 0; i < count; i++) {
        add_part(analyser, entry, places[i], parts);
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
    return c == 0xAD || g_unichar_ismark(c);
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

/* Reads the letters and digits of ASCII at `p`, which most words are made of. */
static const char *read_plain(const char *p, GString *folded, bool *only_digits)
{
    gsize len = folded->len;
    for (; g_ascii_isalnum(*p); p++) {
        *only_digits = *only_digits && g_ascii_isdigit(*p);
        if (len + 6 <= SAMSOK_MAX_WORD_BYTES) { /* what the buffer was made for */
            folded->str[len++] = g_ascii_tolower(*p);
        }
    }
    folded->str[len] = '\0';
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
    while (*p != '\0') {
        bool is_plain = (guchar)*p < 0x80;
        if (is_plain ? g_ascii_isalnum(*p) : is_word_char(g_utf8_get_char(p))) {
            break;
        }
        p = is_plain ? p + 1 : g_utf8_next_char(p);
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
    WordEntry *entry = entry_of_folded(analyser);
    bool is_first = !entry->is_met[kind];
    entry->is_met[kind] = true;
    return (SamsokToken){
        .word = entry->word,
        .stem = entry_stem(analyser, entry, kind),
        .parts = entry_parts(analyser, entry, kind),
        .is_first = is_first,
        .note = &entry->notes[kind],
    };
}

void samsok_analyser_sift(SamsokAnalyser *analyser, const char *text, const char *language,
                          const SamsokSieve *sieve, GArray *tokens)
{
    if (analyser->count > SAMSOK_ANALYSER_MAX_WORDS) {
        start_anew(analyser);
    }
    guint count = 0;
    StemKind kind = strcmp(language, "en") == 0 ? STEM_ENGLISH : STEM_NORWEGIAN;
    bool keeps_all = sieve == NULL || kind == STEM_ENGLISH;
    const GString *folded = analyser->folded;
    const char *p = next_token_start(text);
    while (*p != '\0') {
        const char *end = read_token(p, analyser->folded);
        SamsokToken *token = next_token(tokens, count++);
        *token = keeps_all || samsok_sieve_passes(sieve, folded->str, folded->len)
                     ? found_token(analyser, kind)
                     : (SamsokToken){0};
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
