/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Suffix rules by the letters they add. */
#include "config.h"

#include "core/language/inflection.h"

#include <string.h>

#include "core/base/limits.h"

/* A form longer than this many bytes is none of a dictionary. */
#define MAX_FORM_BYTES 64

typedef struct {
    gunichar flag;
    const char *strip;     /* what the head word has instead of the suffix */
    const char *condition; /* how the head word ends: letters, '.', [abc] and [^abc] */
    const char *last;      /* the part of it that stands for the last letter */
    guint letters;         /* it speaks of */
} Rule;

struct _SamsokInflection {
    char *text;            /* what was read, cut into fields in place */
    GHashTable *by_suffix; /* what is added, perhaps "" → GArray of Rule */
    size_t longest;        /* suffix, in bytes */
    guint count;
};

/* Of a rule: SFX, flag, what is taken off, what is added, condition. */
enum { FIELDS = 5 };

static void free_rules(gpointer rules)
{
    g_array_unref(rules);
}

/* "0" stands for nothing; what follows a '/' are flags of the form, for rules upon rules. Cut in place. */
static const char *affix(char *field)
{
    field[strcspn(field, "/")] = '\0';
    return strcmp(field, "0") == 0 ? "" : field;
}

/* Where the part of a condition ends that stands for one letter. */
static const char *element_end(const char *condition)
{
    const char *close = *condition == '[' ? strchr(condition, ']') : NULL;
    return close == NULL ? g_utf8_next_char(condition) : close + 1;
}

/* Finds the parts of the rule's condition. */
static void read_condition(Rule *rule)
{
    rule->last = rule->condition;
    for (const char *p = rule->condition; *p != '\0'; p = element_end(p)) {
        rule->last = p;
        rule->letters++;
    }
}

static void add_rule(SamsokInflection *inflection, char *const fields[FIELDS])
{
    const char *suffix = affix(fields[3]);
    if (inflection->count++ >= SAMSOK_MAX_INFLECTION_RULES || strlen(suffix) > MAX_FORM_BYTES) {
        return;
    }
    Rule rule = {
        .flag = g_utf8_get_char(fields[1]),
        .strip = affix(fields[2]),
        .condition = fields[4] == NULL ? "." : fields[4],
    };
    read_condition(&rule);
    GArray *rules = g_hash_table_lookup(inflection->by_suffix, suffix);
    if (rules == NULL) {
        rules = g_array_new(FALSE, FALSE, sizeof(Rule));
        g_hash_table_insert(inflection->by_suffix, (gpointer)suffix, rules);
        inflection->longest = MAX(inflection->longest, strlen(suffix));
    }
    g_array_append_val(rules, rule);
}

/* Cuts the line at its blanks, in place: at most FIELDS fields, the rest is a remark. */
static guint cut_fields(char *line, char *fields[FIELDS])
{
    static const char blanks[] = " \t\r";
    guint count = 0;
    for (char *at = line + strspn(line, blanks); *at != '\0' && count < FIELDS; at += strspn(at, blanks)) {
        fields[count++] = at;
        at += strcspn(at, blanks);
        if (*at != '\0') {
            *at++ = '\0';
        }
    }
    return count;
}

/* "SFX C el ler [^m]el" is a rule; "SFX C Y 12" only counts the rules of a flag. */
static void read_line(SamsokInflection *inflection, char *line)
{
    char *fields[FIELDS] = {NULL};
    guint count = cut_fields(line, fields);
    bool is_head = count == 4 && g_ascii_isdigit(*fields[3]) && strcmp(fields[3], "0") != 0;
    if (count >= 4 && !is_head) {
        add_rule(inflection, fields);
    }
}

SamsokInflection *samsok_inflection_new(const char *text)
{
    SamsokInflection *inflection = g_new0(SamsokInflection, 1);
    inflection->text = g_strdup(text);
    inflection->by_suffix = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, free_rules);
    for (char *line = inflection->text; line != NULL;) {
        char *newline = strchr(line, '\n');
        if (newline != NULL) {
            *newline++ = '\0';
        }
        if (g_str_has_prefix(line, "SFX ") || g_str_has_prefix(line, "SFX\t")) {
            read_line(inflection, line);
        }
        line = newline;
    }
    return inflection;
}

void samsok_inflection_free(SamsokInflection *inflection)
{
    if (inflection != NULL) {
        g_hash_table_unref(inflection->by_suffix);
        g_free(inflection->text);
        g_free(inflection);
    }
}

static bool element_fits(const char *element, const char *end, gunichar letter)
{
    if (*element == '.') {
        return true;
    }
    if (*element != '[') {
        return g_utf8_get_char(element) == letter;
    }
    bool is_except = element[1] == '^';
    for (const char *p = element + (is_except ? 2 : 1); p < end - 1; p = g_utf8_next_char(p)) {
        if (g_utf8_get_char(p) == letter) {
            return !is_except;
        }
    }
    return is_except;
}

/* True when the word ends as the condition says. */
static bool condition_fits(const Rule *rule, const char *word, size_t len)
{
    const char *letter = word + len;
    for (guint i = 0; i < rule->letters; i++) {
        letter = letter > word ? g_utf8_find_prev_char(word, letter) : NULL;
        if (letter == NULL) {
            return false;
        }
        /* Most rules fail at the last letter, before the others are looked for. */
        if (i == 0 && !element_fits(rule->last, element_end(rule->last), g_utf8_get_char(letter))) {
            return false;
        }
    }
    for (const char *p = rule->condition; p != rule->last; p = element_end(p)) {
        if (!element_fits(p, element_end(p), g_utf8_get_char(letter))) {
            return false;
        }
        letter = g_utf8_next_char(letter);
    }
    return true;
}

static void undo_rules(const GArray *rules, const char *form, size_t kept, SamsokEachOrigin each,
                       void *data)
{
    char word[MAX_FORM_BYTES * 2 + 1];
    memcpy(word, form, kept);
    for (guint i = 0; i < rules->len; i++) {
        const Rule *rule = &g_array_index(rules, Rule, i);
        size_t len = kept + strlen(rule->strip);
        if (len == 0 || len >= sizeof word) {
            continue;
        }
        memcpy(word + kept, rule->strip, len - kept);
        word[len] = '\0';
        if (condition_fits(rule, word, len)) {
            each(word, len, rule->flag, data);
        }
    }
}

void samsok_inflection_origins(const SamsokInflection *inflection, const char *form, size_t len,
                               SamsokEachOrigin each, void *data)
{
    if (len > MAX_FORM_BYTES) {
        return;
    }
    g_autofree char *text = g_strndup(form, len);
    for (size_t suffix = 0; suffix <= MIN(inflection->longest, len); suffix++) {
        const GArray *rules = g_hash_table_lookup(inflection->by_suffix, text + len - suffix);
        if (rules != NULL) {
            undo_rules(rules, text, len - suffix, each, data);
        }
    }
}
