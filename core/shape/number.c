/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recognises section numbers, section names, captions and contents lines. */
#include "config.h"

#include "core/shape/marker.h"

#include <string.h>

/* "4.11.2.3.1" is the deepest seen; a chapter above 99 is a year or an amount. */
enum { MAX_DEPTH = 6, MAX_PART = 199, MAX_CHAPTER = 99 };
/* Longer ones begin a sentence. */
enum { MAX_CAPTION_NUMBER = 12 };

static guint skip_blanks(const char *text, guint len, guint i)
{
    while (i < len && (text[i] == ' ' || text[i] == '\t')) {
        i++;
    }
    return i;
}

static bool opens_title(const char *text, guint len, guint i)
{
    if (i >= len) {
        return false;
    }
    gunichar c = g_utf8_get_char(text + i);
    return g_unichar_isalnum(c) || c == 0xAB || c == '"' || c == 0x201C || c == 0x2013 || c == '(' || c == '[';
}

static bool read_decimal(const char *text, guint len, SamsokNumber *out)
{
    /* "A.1": the sections of an appendix. */
    bool has_letter = len > 2 && g_ascii_isupper(text[0]) && text[1] == '.' && g_ascii_isdigit(text[2]);
    guint i = has_letter ? 2 : 0;
    guint depth = has_letter ? 1 : 0;
    guint value = 0;
    guint end = 0;
    while (i < len && g_ascii_isdigit(text[i]) && depth < MAX_DEPTH) {
        if (text[i] == '0' && i + 1 < len && g_ascii_isdigit(text[i + 1])) {
            return false; /* "1.000.000": an amount */
        }
        value = 0;
        for (; i < len && g_ascii_isdigit(text[i]) && value <= MAX_PART; i++) {
            value = value * 10 + (guint)g_ascii_digit_value(text[i]);
        }
        depth++;
        end = i;
        if (value > (depth == 1 ? MAX_CHAPTER : MAX_PART) || i >= len || text[i] != '.') {
            break;
        }
        i++;
    }
    bool has_dot = end < len && text[end] == '.';
    guint next = skip_blanks(text, len, end + (has_dot ? 1 : 0));
    bool is_apart = next > end + (has_dot ? 1 : 0);
    if (depth == 0 || value > MAX_PART || !is_apart || !opens_title(text, len, next)) {
        return false;
    }
    *out = (SamsokNumber){.len = next, .num_len = end, .depth = depth, .last = value, .has_dot = has_dot};
    return true;
}

/* "§ 4", "§ 4-1", "§ 64 a". */
static bool read_paragraph_sign(const char *text, guint len, SamsokNumber *out)
{
    static const char sign[] = "§";
    if (len <= sizeof sign || strncmp(text, sign, sizeof sign - 1) != 0) {
        return false;
    }
    guint i = skip_blanks(text, len, sizeof sign - 1);
    guint digits = i;
    while (i < len && (g_ascii_isalnum(text[i]) || text[i] == '-' || text[i] == '.')) {
        i++;
    }
    if (i == digits || !g_ascii_isdigit(text[digits])) {
        return false;
    }
    /* A letter may follow the number: "§ 64 a Forutsetninger". */
    guint letter = skip_blanks(text, len, i);
    if (letter > i && letter + 1 < len && g_ascii_islower(text[letter]) &&
        (text[letter + 1] == ' ' || text[letter + 1] == '.')) {
        i = letter + 1;
    }
    guint end = text[i - 1] == '.' ? i - 1 : i;
    guint next = skip_blanks(text, len, i < len && text[i] == '.' ? i + 1 : i);
    *out = (SamsokNumber){.len = next, .num_len = end, .depth = 1, .is_paragraph_sign = true};
    return true;
}

static guint word_len(const char *text, guint len)
{
    const char *blank = memchr(text, ' ', len);
    return blank == NULL ? len : (guint)(blank - text);
}

static bool is_one_of(const char *text, guint len, const char *const *words)
{
    g_autofree char *folded = g_utf8_casefold(text, (gssize)len);
    for (; *words != NULL; words++) {
        if (strcmp(folded, *words) == 0) {
            return true;
        }
    }
    return false;
}

/* "Kapittel 2. Saksbehandling", "Vedlegg 1: Intervjuer", "Del II", "Kap. XI-A". */
static bool read_word_number(const char *text, guint len, SamsokNumber *out)
{
    static const char *const words[] = {"kapittel", "kapitel", "kap.", "del", "avsnitt", "chapter", "part", NULL};
    static const char *const appendices[] = {"vedlegg", "bilag", "appendix", "annex", NULL};
    guint word = word_len(text, len);
    if (word >= len || word > 12 || !g_unichar_isupper(g_utf8_get_char(text))) {
        return false;
    }
    bool is_appendix = is_one_of(text, word, appendices);
    if (!is_appendix && !is_one_of(text, word, words)) {
        return false;
    }
    guint i = skip_blanks(text, len, word);
    bool has_letter = i + 2 < len && g_ascii_isupper(text[i]) && text[i + 1] == '.'; /* "Tabell A.7" */
    i += has_letter ? 2 : 0;
    guint start = i;
    while (i < len && (g_ascii_isdigit(text[i]) || g_ascii_isupper(text[i]) || text[i] == '-')) {
        i++;
    }
    bool is_number = i > start && i - start <= 6 && (i >= len || strchr(" .:,–", text[i]) != NULL);
    if (!is_number || !(g_ascii_isdigit(text[start]) || strspn(text + start, "IVXLCABDEFGH") > 0)) {
        return false;
    }
    bool has_dot = i < len && (text[i] == '.' || text[i] == ':');
    guint next = skip_blanks(text, len, i + (has_dot ? 1 : 0));
    *out = (SamsokNumber){.len = next,
                          .num_start = start,
                          .num_len = i - start,
                          .depth = 1,
                          .has_dot = has_dot,
                          .is_word = true,
                          .is_appendix = is_appendix};
    return next >= len || opens_title(text, len, next);
}

bool samsok_number_read(const char *text, guint len, SamsokNumber *out)
{
    *out = (SamsokNumber){.depth = 0};
    return len > 0 && (read_decimal(text, len, out) || read_paragraph_sign(text, len, out) ||
                       read_word_number(text, len, out));
}

bool samsok_is_contents_name(const char *text, guint len)
{
    static const char *const names[] = {"innhold",  "innholdsfortegnelse", "innhald", "innhaldsliste",
                                        "contents", "table of contents",   "innholdsliste", NULL};
    return len <= 24 && is_one_of(text, len, names);
}

bool samsok_is_section_name(const char *text, guint len)
{
    static const char *const names[] = {
        "forord",     "føreord",    "sammendrag", "samandrag",      "oppsummering", "referanser",
        "referansar", "litteratur", "vedlegg",    "innledning",     "innleiing",    "litteraturliste",
        "kilder",     "kjelder",    "referanseliste", "bilag",      "summary",      "preface",
        "foreword",   "references", "introduction", "executive summary", "abstract", "konklusjon",
        "bakgrunn",   "sluttnoter", "ordliste",   "begreper",       NULL};
    return len <= 24 && (is_one_of(text, len, names) || samsok_is_contents_name(text, len));
}

bool samsok_is_caption(const char *text, guint len)
{
    static const char *const words[] = {"figur", "figure", "tabell", "table", "diagram", "boks",
                                        "box",   "kart",   "bilde",  "bilete", "illustrasjon", NULL};
    guint word = word_len(text, len);
    if (word >= len || word > 12 || !is_one_of(text, word, words)) {
        return false;
    }
    guint i = skip_blanks(text, len, word);
    bool has_letter = i + 2 < len && g_ascii_isupper(text[i]) && text[i + 1] == '.'; /* "Tabell A.7" */
    i += has_letter ? 2 : 0;
    guint start = i;
    while (i < len && (g_ascii_isdigit(text[i]) || ((text[i] == '.' || text[i] == '-') && i + 1 < len && g_ascii_isdigit(text[i + 1])))) {
        i++;
    }
    if (i == start || i - start > MAX_CAPTION_NUMBER) {
        return false;
    }
    bool is_marked = i < len && (text[i] == ':' || text[i] == '.');
    guint next = skip_blanks(text, len, i + (is_marked ? 1 : 0));
    if (next >= len) {
        return true;
    }
    gunichar c = g_utf8_get_char(text + next);
    return is_marked || (next > i && !g_unichar_islower(c));
}

/* The page number a line ends with: digits or a small Roman number; returns its offset, or len. */
static guint page_number_start(const char *text, guint len)
{
    guint i = len;
    while (i > 0 && g_ascii_isdigit(text[i - 1])) {
        i--;
    }
    if (i < len) {
        return len - i <= 4 ? i : len; /* longer ones are years and amounts */
    }
    while (i > 0 && strchr("ivxl", text[i - 1]) != NULL) {
        i--;
    }
    return len - i <= 5 ? i : len;
}

static bool is_leader(char c)
{
    return c == '.' || c == ' ' || c == '\t' || c == '_';
}

bool samsok_contents_read(const char *text, guint len, SamsokContentsLine *out)
{
    static const char ellipsis[] = "…";
    enum { ELLIPSIS_BYTES = sizeof ellipsis - 1 };
    guint start = page_number_start(text, len);
    if (start == len || start == 0) {
        return false;
    }
    guint i = start;
    guint dots = 0;
    while (i > 0) {
        if (is_leader(text[i - 1])) {
            dots += text[i - 1] == '.' || text[i - 1] == '_' ? 1 : 0;
            i--;
        } else if (i >= ELLIPSIS_BYTES && strncmp(text + i - ELLIPSIS_BYTES, ellipsis, ELLIPSIS_BYTES) == 0) {
            dots += 3;
            i -= ELLIPSIS_BYTES;
        } else {
            break;
        }
    }
    if (i == 0 || i == start) {
        return false;
    }
    *out = (SamsokContentsLine){.title_len = i, .page_start = start, .has_leader = dots >= 3};
    return true;
}
