/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Field names and the values of years and languages. */
#include "config.h"

#include "core/query/fields.h"

#include <string.h>

typedef struct {
    const char *name;
    SamsokQueryField field;
} FieldName;

static const FieldName field_names[] = {
    {"tittel", SAMSOK_QUERY_FIELD_TITLE},      {"title", SAMSOK_QUERY_FIELD_TITLE},
    {"seksjon", SAMSOK_QUERY_FIELD_SECTION},   {"section", SAMSOK_QUERY_FIELD_SECTION},
    {"forfatter", SAMSOK_QUERY_FIELD_AUTHOR},  {"forfattar", SAMSOK_QUERY_FIELD_AUTHOR},
    {"author", SAMSOK_QUERY_FIELD_AUTHOR},     {"år", SAMSOK_QUERY_FIELD_YEAR},
    {"aar", SAMSOK_QUERY_FIELD_YEAR},          {"year", SAMSOK_QUERY_FIELD_YEAR},
    {"rapport", SAMSOK_QUERY_FIELD_REPORT},    {"report", SAMSOK_QUERY_FIELD_REPORT},
    {"serie", SAMSOK_QUERY_FIELD_SERIES},      {"series", SAMSOK_QUERY_FIELD_SERIES},
    {"begrep", SAMSOK_QUERY_FIELD_CONCEPT},    {"omgrep", SAMSOK_QUERY_FIELD_CONCEPT},
    {"concept", SAMSOK_QUERY_FIELD_CONCEPT},   {"språk", SAMSOK_QUERY_FIELD_LANGUAGE},
    {"spraak", SAMSOK_QUERY_FIELD_LANGUAGE},   {"language", SAMSOK_QUERY_FIELD_LANGUAGE},
    {"konsept", SAMSOK_QUERY_FIELD_CONCEPT},   {"rolle", SAMSOK_QUERY_FIELD_ROLE},
    {"role", SAMSOK_QUERY_FIELD_ROLE},         {"virkemiddel", SAMSOK_QUERY_FIELD_INSTRUMENT},
    {"verkemiddel", SAMSOK_QUERY_FIELD_INSTRUMENT}, {"instrument", SAMSOK_QUERY_FIELD_INSTRUMENT},
    {"mekanisme", SAMSOK_QUERY_FIELD_MECHANISM}, {"mechanism", SAMSOK_QUERY_FIELD_MECHANISM},
    {"trinn", SAMSOK_QUERY_FIELD_STEP},        {"step", SAMSOK_QUERY_FIELD_STEP},
    {"sak", SAMSOK_QUERY_FIELD_CASE},          {"case", SAMSOK_QUERY_FIELD_CASE},
    {"aktør", SAMSOK_QUERY_FIELD_ACTOR},       {"aktoer", SAMSOK_QUERY_FIELD_ACTOR},
    {"actor", SAMSOK_QUERY_FIELD_ACTOR},       {"steg", SAMSOK_QUERY_FIELD_STEP},
    {"type", SAMSOK_QUERY_FIELD_KIND},         {"kind", SAMSOK_QUERY_FIELD_KIND},
};

typedef struct {
    const char *name;
    const char *codes[3];
} LanguageName;

static const LanguageName language_names[] = {
    {"nb", {"nb"}},           {"bokmål", {"nb"}},        {"bokmaal", {"nb"}},
    {"nn", {"nn"}},           {"nynorsk", {"nn"}},       {"no", {"nb", "nn"}},
    {"norsk", {"nb", "nn"}},  {"norwegian", {"nb", "nn"}}, {"en", {"en"}},
    {"engelsk", {"en"}},      {"english", {"en"}},
};

const char *samsok_query_field_name(SamsokQueryField field)
{
    static const char *const names[] = {
#define X(code, name) name,
        SAMSOK_QUERY_FIELD_LIST(X)
#undef X
    };
    return names[field];
}

SamsokQueryField samsok_query_field_from_name(const char *name, size_t len)
{
    g_autofree char *folded = g_utf8_strdown(name, (gssize)len);
    for (size_t i = 0; i < G_N_ELEMENTS(field_names); i++) {
        if (strcmp(folded, field_names[i].name) == 0) {
            return field_names[i].field;
        }
    }
    return SAMSOK_QUERY_FIELD_COUNT;
}

bool samsok_query_field_has_words(SamsokQueryField field)
{
    return field == SAMSOK_QUERY_FIELD_TEXT || field == SAMSOK_QUERY_FIELD_TITLE ||
           field == SAMSOK_QUERY_FIELD_SECTION;
}

/* Reads at most four digits; 0 and `p` itself when there are none. */
static const char *read_number(const char *p, guint *out_year)
{
    guint year = 0;
    for (guint digits = 0; digits < 4 && g_ascii_isdigit(*p); digits++, p++) {
        year = year * 10 + (guint)g_ascii_digit_value(*p);
    }
    *out_year = year;
    return p;
}

static const char *skip_range_sign(const char *p)
{
    static const char *const signs[] = {"...", "..", "…", "–", "-"};
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        if (g_str_has_prefix(p, signs[i])) {
            return p + strlen(signs[i]);
        }
    }
    return p;
}

/* A number, or two with a sign between, of which one may be left out. */
typedef struct {
    guint first;
    guint last;
    bool has_first;
    bool has_last;
} Range;

static bool read_range(const char *text, Range *out)
{
    const char *sign = read_number(text, &out->first);
    const char *second = skip_range_sign(sign);
    const char *end = read_number(second, &out->last);
    bool is_range = second > sign;
    out->has_first = sign > text;
    out->has_last = end > second;
    if (*end != '\0' || (!out->has_first && !out->has_last) || (!is_range && out->has_last)) {
        return false;
    }
    if (!out->has_last) {
        out->last = is_range ? G_MAXUINT : out->first;
    }
    return true;
}

static void set_range(const Range *range, guint *out_first, guint *out_last)
{
    *out_first = MIN(range->first, range->last);
    *out_last = MAX(range->first, range->last);
}

bool samsok_query_parse_range(const char *text, guint *out_first, guint *out_last)
{
    Range range = {0};
    bool is_range = read_range(text, &range);
    if (is_range) {
        set_range(&range, out_first, out_last);
    }
    return is_range;
}

bool samsok_query_parse_years(const char *text, guint *out_first, guint *out_last)
{
    Range range = {0};
    bool are_years = read_range(text, &range) && !(range.has_first && range.first == 0) &&
                     !(range.has_last && range.last == 0);
    if (are_years) {
        set_range(&range, out_first, out_last);
    }
    return are_years;
}

const char *const *samsok_query_languages(const char *text)
{
    g_autofree char *folded = g_utf8_strdown(text, -1);
    for (size_t i = 0; i < G_N_ELEMENTS(language_names); i++) {
        if (strcmp(folded, language_names[i].name) == 0) {
            return language_names[i].codes;
        }
    }
    return NULL;
}
