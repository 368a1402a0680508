/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts names from one another and from what is said about them. */
#include "config.h"

#include "core/shape/authors.h"

#include <stdbool.h>
#include <string.h>

#include "core/base/text.h"

/* The words of a name at most. */
enum { MAX_NAME_WORDS = 5 };

/* Everything in parentheses goes: roles and employers. */
static char *without_parentheses(const char *value)
{
    GString *out = g_string_new(NULL);
    guint depth = 0;
    for (const char *p = value; *p != '\0'; p++) {
        if (*p == '(') {
            depth++;
        } else if (*p == ')' && depth > 0) {
            depth--;
        } else if (depth == 0) {
            g_string_append_c(out, *p);
        }
    }
    return g_string_free(out, FALSE);
}

static bool begins_upper(const char *text)
{
    return g_unichar_isupper(g_utf8_get_char(text));
}

/* A name of a person: a few words, the last of them with a capital. */
static bool is_name(const char *text)
{
    guint words = samsok_text_word_count(text);
    const char *last = strrchr(text, ' ');
    return words > 0 && words <= MAX_NAME_WORDS && begins_upper(last == NULL ? text : last + 1);
}

/* «prosjektleder Kari Berg»: titles in small letters before a name go. */
static const char *past_titles(const char *name)
{
    const char *start = name;
    while (*start != '\0' && g_unichar_islower(g_utf8_get_char(start))) {
        const char *blank = strchr(start, ' ');
        if (blank == NULL) {
            return name;
        }
        start = blank + 1;
    }
    return start;
}

/* True where «og» joins parts of one body's name: a hyphen hangs before it or no name follows. */
static bool joins_parts(const char *left, const char *right)
{
    gsize len = strlen(left);
    return len == 0 || left[len - 1] == '-' || !begins_upper(past_titles(right)) || !is_name(left);
}

static void add_name(GPtrArray *names, const char *text)
{
    g_autofree char *name = samsok_text_squeeze(text);
    const char *start = past_titles(name);
    if (*start != '\0' && begins_upper(start)) {
        g_ptr_array_add(names, g_strdup(start));
    }
}

/* «Ola Dal og Per Ås»: the last two of a row. */
static void add_joined(GPtrArray *names, const char *text)
{
    static const char *const words[] = {" og ", " and ", " & "};
    g_autofree char *rest = g_strdup(text);
    for (gsize i = 0; i < G_N_ELEMENTS(words); i++) {
        char *at = strstr(rest, words[i]);
        if (at == NULL) {
            continue;
        }
        g_autofree char *left = g_strndup(rest, (gsize)(at - rest));
        const char *right = at + strlen(words[i]);
        if (!joins_parts(left, right)) {
            add_joined(names, left);
            add_joined(names, right);
            return;
        }
    }
    add_name(names, rest);
}

char **samsok_authors_split(const char *value)
{
    g_autofree char *plain = without_parentheses(value);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    if (strstr(plain, "-,") != NULL) {
        add_name(names, plain);
    } else {
        g_auto(GStrv) pieces = g_strsplit_set(plain, ",;\n", -1);
        for (char **piece = pieces; *piece != NULL; piece++) {
            const char *text = g_strstrip(*piece);
            add_joined(names, g_str_has_prefix(text, "og ") ? text + strlen("og ") : text);
        }
    }
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&names), FALSE);
}

/* True when the line is names from end to end. */
static bool is_all_names(const char *text)
{
    g_autofree char *plain = without_parentheses(text);
    g_auto(GStrv) words = g_strsplit_set(plain, " ,", -1);
    guint count = 0;
    for (char **word = words; *word != NULL; word++) {
        bool joins = **word == '\0' || strcmp(*word, "og") == 0 || strcmp(*word, "and") == 0;
        if (!joins && (!begins_upper(*word) || strpbrk(*word, ":?!0123456789") != NULL)) {
            return false;
        }
        count += joins ? 0 : 1;
    }
    return count >= 2;
}

const char *samsok_authors_in_line(const char *line)
{
    static const char *const labels[] = {"Forfattere:", "Forfatter:", "Forfatter(e):", "Forfattarar:",
                                         "Forfattar:", "Skrevet av:", "Skrive av:", "Author:", "Authors:"};
    for (gsize i = 0; i < G_N_ELEMENTS(labels); i++) {
        if (g_ascii_strncasecmp(line, labels[i], strlen(labels[i])) == 0) {
            return line + strlen(labels[i]);
        }
    }
    bool is_byline = g_str_has_prefix(line, "Av ") && is_all_names(line + strlen("Av "));
    return is_byline ? line + strlen("Av ") : NULL;
}
