/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides by evidence how rows are joined at a hyphen. */
#include "config.h"

#include "core/shape/hyphen.h"

#include <string.h>

#include "core/shape/footnote.h"

/* Longer "words" are addresses and rules of dashes: nobody attests them. */
enum { MAX_WORD_BYTES = 200 };
/* Shorter words are syllables of many others. */
enum { MIN_WORD_CHARS = 6 };
enum { SOFT_HYPHEN = 0xAD, NON_BREAKING_HYPHEN = 0x2011, HYPHEN = 0x2010, EN_DASH = 0x2013 };

struct _SamsokHyphens {
    GHashTable *counts; /* of char *, a word some row end asks about → how often it is written */
    const SamsokShapeOptions *options;
};

/* The last word of a row without the sign at its end, and that sign; or the first word of a row. */
typedef struct {
    const char *start;
    gsize len;
    gunichar sign;
} Part;

static bool is_sign(gunichar c)
{
    return c == '-' || c == SOFT_HYPHEN || c == NON_BREAKING_HYPHEN || c == HYPHEN || c == EN_DASH;
}

static Part left_part(const char *text, gsize len)
{
    const char *end = text + len;
    Part part = {.start = end};
    if (len == 0) {
        return part;
    }
    const char *last = g_utf8_prev_char(end);
    gunichar sign = g_utf8_get_char(last);
    if (!is_sign(sign)) {
        return part;
    }
    const char *start = last;
    while (start > text && start[-1] != ' ' && start[-1] != '\t') {
        start--;
    }
    while (start < last && !g_unichar_isalnum(g_utf8_get_char(start))) {
        start = g_utf8_next_char(start);
    }
    return (Part){.start = start, .len = (gsize)(last - start), .sign = sign};
}

static Part right_part(const char *text, gsize len)
{
    const char *end = memchr(text, ' ', len);
    end = end == NULL ? text + len : end;
    while (end > text && !g_unichar_isalnum(g_utf8_get_char(g_utf8_prev_char(end)))) {
        end = g_utf8_prev_char(end);
    }
    return (Part){.start = text, .len = (gsize)(end - text)};
}

static char *joined_word(Part left, Part right, const char *glue)
{
    if (left.len + right.len > MAX_WORD_BYTES) {
        return NULL;
    }
    g_autofree char *word =
        g_strdup_printf("%.*s%s%.*s", (int)left.len, left.start, glue, (int)right.len, right.start);
    return g_utf8_strdown(word, -1);
}

static void ask_for(SamsokHyphens *hyphens, char *word)
{
    if (word != NULL) {
        g_hash_table_insert(hyphens->counts, word, GUINT_TO_POINTER(0));
    }
}

/* Only the last part of "IKT-system-" and "avlevering/depo-" is cut here. */
static Part last_component(Part left)
{
    for (gsize i = left.len; i > 0; i--) {
        if (left.start[i - 1] == '-' || left.start[i - 1] == '/') {
            return (Part){.start = left.start + i, .len = left.len - i, .sign = left.sign};
        }
    }
    return left;
}

static void ask_about(SamsokHyphens *hyphens, Part left, Part right)
{
    static const Part nothing = {.start = ""};
    ask_for(hyphens, joined_word(left, right, ""));
    ask_for(hyphens, joined_word(left, right, "-"));
    ask_for(hyphens, joined_word(last_component(left), right, ""));
    ask_for(hyphens, joined_word(left, nothing, ""));
    ask_for(hyphens, joined_word(nothing, right, ""));
}

static void count_word(SamsokHyphens *hyphens, const char *word, gsize len)
{
    while (len > 0 && !g_unichar_isalnum(g_utf8_get_char(word))) {
        gsize step = (gsize)(g_utf8_next_char(word) - word);
        word += step;
        len -= step;
    }
    Part trimmed = right_part(word, len);
    if (trimmed.len == 0 || trimmed.len > MAX_WORD_BYTES) {
        return;
    }
    g_autofree char *folded = g_utf8_strdown(trimmed.start, (gssize)trimmed.len);
    gpointer key = NULL;
    gpointer count = NULL;
    if (g_hash_table_lookup_extended(hyphens->counts, folded, &key, &count)) {
        g_hash_table_insert(hyphens->counts, g_strdup(folded), GUINT_TO_POINTER(GPOINTER_TO_UINT(count) + 1));
    }
}

/* The words of a row but for those cut at its ends, which prove nothing. */
static void count_words(SamsokHyphens *hyphens, const SamsokLine *line, bool begins_cut)
{
    const char *p = line->text;
    Part cut = left_part(p, line->len);
    const char *end = cut.sign == 0 ? p + line->len : cut.start;
    if (begins_cut) {
        const char *first_end = memchr(p, ' ', line->len);
        p = first_end == NULL ? end : first_end + 1;
    }
    while (p < end) {
        const char *blank = memchr(p, ' ', (gsize)(end - p));
        const char *stop = blank == NULL ? end : blank;
        count_word(hyphens, p, (gsize)(stop - p));
        p = stop + 1;
    }
}

SamsokHyphens *samsok_hyphens_new(const SamsokLines *lines, const SamsokShapeOptions *options)
{
    SamsokHyphens *hyphens = g_new0(SamsokHyphens, 1);
    hyphens->counts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    hyphens->options = options;
    guint len = samsok_lines_len(lines);
    for (guint i = 0; i + 1 < len; i++) {
        const SamsokLine *line = samsok_lines_at(lines, i);
        const SamsokLine *next = samsok_lines_at(lines, i + 1);
        Part left = left_part(line->text, line->len);
        if (left.len > 0) {
            ask_about(hyphens, left, right_part(next->text, next->len));
        }
    }
    bool is_cut = false;
    for (guint i = 0; i < len && g_hash_table_size(hyphens->counts) > 0; i++) {
        const SamsokLine *line = samsok_lines_at(lines, i);
        count_words(hyphens, line, is_cut);
        is_cut = left_part(line->text, line->len).sign != 0;
    }
    return hyphens;
}

void samsok_hyphens_free(SamsokHyphens *hyphens)
{
    if (hyphens == NULL) {
        return;
    }
    g_hash_table_unref(hyphens->counts);
    g_free(hyphens);
}

static guint attested(const SamsokHyphens *hyphens, Part left, Part right, const char *glue)
{
    g_autofree char *word = joined_word(left, right, glue);
    return word == NULL ? 0 : GPOINTER_TO_UINT(g_hash_table_lookup(hyphens->counts, word));
}

static bool is_known(const SamsokHyphens *hyphens, Part left, Part right)
{
    g_autofree char *word = joined_word(left, right, "");
    const SamsokShapeOptions *options = hyphens->options;
    return word != NULL && options != NULL && options->known_word != NULL &&
           options->known_word(word, options->known_word_data);
}

/* og, eller, samt …: the hyphen stands for the end of a later word and keeps its blank. */
static bool is_conjunction(Part right)
{
    static const char *const words[] = {"og", "eller", "samt", "og/eller", "men", "and", "or", "eller/og", "til", "kontra", NULL};
    for (guint i = 0; words[i] != NULL; i++) {
        if (strlen(words[i]) == right.len && g_ascii_strncasecmp(words[i], right.start, right.len) == 0) {
            return true;
        }
    }
    return false;
}

/* Digits, a slash, a capital behind the first letter, a single letter: 7S-, EU/EØS-, e-. */
static bool left_keeps(Part left)
{
    const char *end = left.start + left.len;
    if (g_utf8_strlen(left.start, (gssize)left.len) == 1) {
        return true;
    }
    if (left.len > 0 && (g_unichar_isdigit(g_utf8_get_char(left.start)) || *left.start == '/')) {
        return true;
    }
    for (const char *p = g_utf8_next_char(left.start); p < end; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isdigit(c) || c == '/' || g_unichar_isupper(c)) {
            return true;
        }
    }
    return false;
}

static SamsokJoin decide_dash(Part left, Part right)
{
    gunichar first = right.len > 0 ? g_utf8_get_char(right.start) : 0;
    if (g_unichar_islower(first) && left_keeps(left)) {
        return SAMSOK_JOIN_HYPHEN;
    }
    return SAMSOK_JOIN_KEEP;
}

/* A capital at the front is a name's (Difi-/rapporten) or a sentence's (Samord-/ningen): a name or
 * the word behind it is found elsewhere by itself, a syllable is not, unless it is as short as
 * "ment" and a word by chance. What a dictionary has with a small letter (Meta-/datanavnene) is none. */
static bool is_name(const SamsokHyphens *hyphens, Part left, Part right)
{
    static const Part nothing = {.start = ""};
    return g_unichar_isupper(g_utf8_get_char(left.start)) && !is_known(hyphens, left, nothing) &&
           (attested(hyphens, left, nothing, "") > 0 ||
            (g_utf8_strlen(right.start, (gssize)right.len) >= MIN_WORD_CHARS &&
             (attested(hyphens, nothing, right, "") > 0 || is_known(hyphens, nothing, right))));
}

static SamsokJoin decide_hyphen(const SamsokHyphens *hyphens, Part left, Part right)
{
    guint whole = attested(hyphens, left, right, "");
    guint parted = attested(hyphens, left, right, "-");
    if (whole != parted) {
        return whole > parted ? SAMSOK_JOIN_DROP : SAMSOK_JOIN_KEEP;
    }
    if (is_known(hyphens, left, right) || attested(hyphens, last_component(left), right, "") > 0) {
        return SAMSOK_JOIN_DROP;
    }
    bool is_lower = g_unichar_islower(g_utf8_get_char(right.start));
    bool keeps = !is_lower || left_keeps(last_component(left)) || is_name(hyphens, left, right);
    return keeps ? SAMSOK_JOIN_KEEP : SAMSOK_JOIN_DROP;
}

SamsokJoin samsok_hyphens_decide(const SamsokHyphens *hyphens, const char *left_text, gsize left_len,
                                 const char *right_text, gsize right_len)
{
    Part left = left_part(left_text, left_len);
    Part right = right_part(right_text, right_len);
    if (left.sign == SOFT_HYPHEN) {
        return SAMSOK_JOIN_DROP;
    }
    bool joins = left.sign != 0 && left.len > 0 && right.len > 0 &&
                 g_unichar_isalnum(g_utf8_get_char(right.start)) && !is_conjunction(right);
    if (!joins) {
        return SAMSOK_JOIN_BLANK;
    }
    return left.sign == EN_DASH ? decide_dash(left, right) : decide_hyphen(hyphens, left, right);
}

/* Behind the printing characters of ASCII at `p`, which neither part words nor are raised. */
static const char *plain_end(const char *p, const char *end)
{
    while (p < end && (guchar)*p > ' ' && (guchar)*p < 0x7F) {
        p++;
    }
    return p;
}

/* The row itself: blanks folded, the marks of notes gone, and soft hyphens but for one at the end,
 * which the next row asks for. */
static void append_folded(GString *text, const char *row, gsize len)
{
    const char *end = row + len;
    bool gap = false;
    const char *next = row;
    for (const char *p = row; p < end; p = next) {
        next = plain_end(p, end);
        bool is_plain = next > p;
        next = is_plain ? next : g_utf8_next_char(p);
        gunichar c = g_utf8_get_char(p);
        if (c == ' ' || c == '\t' || c == '\n') {
            gap = text->len > 0;
            continue;
        }
        if (c == SOFT_HYPHEN && next < end) {
            continue;
        }
        guint raised = is_plain ? 0 : samsok_raised_len(p, (guint)(end - p));
        if (raised > 0 && p > row && !samsok_raised_is_part(row, p)) {
            next = p + raised;
            continue;
        }
        if (gap && text->str[text->len - 1] != ' ') {
            g_string_append_c(text, ' ');
        }
        gap = false;
        g_string_append_len(text, p, next - p);
    }
}

static void drop_last_char(GString *text)
{
    const char *last = g_utf8_prev_char(text->str + text->len);
    g_string_truncate(text, (gsize)(last - text->str));
}

void samsok_hyphens_append(const SamsokHyphens *hyphens, GString *text, const char *row, gsize len)
{
    SamsokJoin join = text->len == 0 ? SAMSOK_JOIN_GLUE
                                     : samsok_hyphens_decide(hyphens, text->str, text->len, row, len);
    switch (join) {
    case SAMSOK_JOIN_BLANK:
        g_string_append_c(text, ' ');
        break;
    case SAMSOK_JOIN_DROP:
        drop_last_char(text);
        break;
    case SAMSOK_JOIN_HYPHEN:
        drop_last_char(text);
        g_string_append_c(text, '-');
        break;
    case SAMSOK_JOIN_KEEP:
    case SAMSOK_JOIN_GLUE:
        break;
    }
    append_folded(text, row, len);
}

void samsok_hyphens_glue(GString *text, const char *row, gsize len)
{
    append_folded(text, row, len);
}
