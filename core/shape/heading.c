/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and kinds of headings, read from their words. */
#include "config.h"

#include "core/shape/heading.h"

#include <stdbool.h>
#include <string.h>

/* A part of a heading's number has three digits at most: four are a year. */
enum { MAX_PART_DIGITS = 3 };

static const char *skip_blanks(const char *p)
{
    while (g_unichar_isspace(g_utf8_get_char(p))) {
        p = g_utf8_next_char(p);
    }
    return p;
}

/* The title behind a number that ends at `p`: a dot, colon or dash may stand between. */
static const char *title_behind(const char *p)
{
    while (*p == '.' || *p == ':' || *p == ')') {
        p++;
    }
    p = skip_blanks(p);
    gunichar c = g_utf8_get_char(p);
    if (c == '-' || c == 0x2013 || c == 0x2014) {
        p = skip_blanks(g_utf8_next_char(p));
    }
    return p;
}

/* The end of "2.3" or "2.3." (without the last dot) at `p`; NULL when there is no number. */
static const char *number_end(const char *p)
{
    const char *end = NULL;
    for (;;) {
        size_t digits = strspn(p, "0123456789");
        if (digits == 0 || digits > MAX_PART_DIGITS) {
            return digits == 0 ? end : NULL;
        }
        end = p + digits;
        if (*end != '.') {
            return end;
        }
        p = end + 1;
    }
}

static bool ends_number(const char *p)
{
    gunichar c = g_utf8_get_char(p);
    return c == 0 || c == '.' || c == ':' || c == ')' || g_unichar_isspace(c);
}

/* «Kapittel 3» and its like, the word already passed. */
static const char *chapter_word_end(const char *text)
{
    static const char *const words[] = {"kapittel ", "kapitel ", "kap. ", "kap ", "chapter "};
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        size_t len = strlen(words[i]);
        if (g_ascii_strncasecmp(text, words[i], len) == 0) {
            return text + len;
        }
    }
    return text;
}

/* A bare first-level number needs a title that begins like one: «10 råd» is no chapter ten. */
static bool title_begins(const char *title, bool is_marked)
{
    gunichar c = g_utf8_get_char(title);
    return is_marked ? g_unichar_isgraph(c) : c != 0 && !g_unichar_islower(c) && c != '%';
}

/* "II." or "A.1": the end of such a number, or NULL. */
static const char *letter_number_end(const char *text)
{
    size_t roman = strspn(text, "IVX");
    if (roman > 0 && roman <= 5 && text[roman] == '.' && text[roman + 1] == ' ') {
        return text + roman;
    }
    if (*text >= 'A' && *text <= 'Z' && text[1] == '.' && g_ascii_isdigit(text[2])) {
        return number_end(text + 2);
    }
    return NULL;
}

char *samsok_heading_number(const char *text, const char **out_title)
{
    *out_title = text;
    const char *letters = letter_number_end(text);
    if (letters != NULL && ends_number(letters) && title_begins(title_behind(letters), true)) {
        *out_title = title_behind(letters);
        return g_strndup(text, (gsize)(letters - text));
    }
    const char *start = chapter_word_end(text);
    bool is_chapter = start != text;
    const char *end = number_end(start);
    if (end == NULL || !ends_number(end)) {
        return NULL;
    }
    const char *title = title_behind(end);
    bool is_marked = is_chapter || *end == '.' || memchr(start, '.', (size_t)(end - start)) != NULL;
    if (*title == '\0' ? !is_chapter : !title_begins(title, is_marked)) {
        return NULL;
    }
    *out_title = *title == '\0' ? text : title;
    return g_strndup(start, (gsize)(end - start));
}

guint samsok_heading_depth(const char *number)
{
    if (number == NULL || *number == '\0') {
        return 0;
    }
    guint depth = 1;
    for (const char *p = number; *p != '\0'; p++) {
        depth += *p == '.' && p[1] != '\0' ? 1 : 0;
    }
    return depth;
}

char *samsok_heading_key(const char *title)
{
    GString *key = g_string_sized_new(strlen(title));
    for (const char *p = title; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isalnum(c)) {
            g_string_append_unichar(key, g_unichar_tolower(c));
        }
    }
    return g_string_free(key, FALSE);
}

/* A title that begins with one of these words opens such a section; with `alone` it must be all. */
typedef struct {
    const char *words;
    SamsokSectionKind kind;
    bool alone;
} KindWords;

static const KindWords kind_words[] = {
    {"forord", SAMSOK_SECTION_PREFACE, true},
    {"føreord", SAMSOK_SECTION_PREFACE, true},
    {"preface", SAMSOK_SECTION_PREFACE, true},
    {"foreword", SAMSOK_SECTION_PREFACE, true},
    {"sammendrag", SAMSOK_SECTION_SUMMARY, false},
    {"samandrag", SAMSOK_SECTION_SUMMARY, false},
    {"summary", SAMSOK_SECTION_SUMMARY, false},
    {"executive summary", SAMSOK_SECTION_SUMMARY, false},
    {"english summary", SAMSOK_SECTION_SUMMARY, false},
    {"innhold", SAMSOK_SECTION_CONTENTS, true},
    {"innhald", SAMSOK_SECTION_CONTENTS, true},
    {"innholdsfortegnelse", SAMSOK_SECTION_CONTENTS, true},
    {"innhaldsliste", SAMSOK_SECTION_CONTENTS, true},
    {"contents", SAMSOK_SECTION_CONTENTS, true},
    {"table of contents", SAMSOK_SECTION_CONTENTS, true},
    {"figurliste", SAMSOK_SECTION_CONTENTS, true},
    {"tabelliste", SAMSOK_SECTION_CONTENTS, true},
    {"referanser", SAMSOK_SECTION_REFERENCES, false},
    {"referansar", SAMSOK_SECTION_REFERENCES, false},
    {"referanseliste", SAMSOK_SECTION_REFERENCES, true},
    {"litteratur", SAMSOK_SECTION_REFERENCES, false},
    {"litteraturliste", SAMSOK_SECTION_REFERENCES, false},
    {"litteraturhenvisninger", SAMSOK_SECTION_REFERENCES, true},
    {"kilder", SAMSOK_SECTION_REFERENCES, true},
    {"kjelder", SAMSOK_SECTION_REFERENCES, true},
    {"kildeliste", SAMSOK_SECTION_REFERENCES, true},
    {"kjeldeliste", SAMSOK_SECTION_REFERENCES, true},
    {"references", SAMSOK_SECTION_REFERENCES, true},
    {"bibliography", SAMSOK_SECTION_REFERENCES, true},
    {"vedlegg", SAMSOK_SECTION_APPENDIX, false},
    {"appendiks", SAMSOK_SECTION_APPENDIX, false},
    {"appendix", SAMSOK_SECTION_APPENDIX, false},
    {"annex", SAMSOK_SECTION_APPENDIX, false},
};

/* The title in lower case, single blanks, nothing but letters and digits. */
static char *plain_words(const char *title)
{
    GString *out = g_string_sized_new(strlen(title));
    bool gap = false;
    for (const char *p = title; *p != '\0'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (!g_unichar_isalnum(c)) {
            gap = out->len > 0;
            continue;
        }
        if (gap) {
            g_string_append_c(out, ' ');
            gap = false;
        }
        g_string_append_unichar(out, g_unichar_tolower(c));
    }
    return g_string_free(out, FALSE);
}

SamsokSectionKind samsok_heading_kind(const char *title)
{
    g_autofree char *words = plain_words(title);
    for (size_t i = 0; i < G_N_ELEMENTS(kind_words); i++) {
        size_t len = strlen(kind_words[i].words);
        if (strncmp(words, kind_words[i].words, len) != 0) {
            continue;
        }
        if (words[len] == '\0' || (words[len] == ' ' && !kind_words[i].alone)) {
            return kind_words[i].kind;
        }
    }
    return SAMSOK_SECTION_BODY;
}
