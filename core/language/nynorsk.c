/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks words up in the lines of the table, which are in byte order. */
#include "config.h"

#include "core/language/nynorsk.h"

#include <string.h>

/* Lines "nynorsk bokmål …", with " ?" at the end of those that are not sure. One text, and no array of
 * strings, so that nothing is relocated when the program starts. */
static const char table[] =
#include "core/language/nynorsk_table.inc"
    ;

/* The beginning of the line that holds the byte at `at`. */
static const char *line_at(size_t at)
{
    while (at > 0 && table[at - 1] != '\n') {
        at--;
    }
    return table + at;
}

/* As strcmp of the word and the first word of the line. */
static int compare(const char *word, size_t len, const char *line)
{
    int order = strncmp(word, line, len);
    return order != 0 ? order : -(line[len] != ' ');
}

static const char *find_line(const char *word)
{
    size_t len = strlen(word);
    size_t begin = 0;
    size_t end = sizeof table - 1;
    while (begin < end) {
        const char *line = line_at(begin + (end - begin) / 2);
        int order = compare(word, len, line);
        if (order == 0) {
            return line;
        }
        if (order < 0) {
            end = (size_t)(line - table);
        } else {
            begin = (size_t)(strchr(line, '\n') + 1 - table);
        }
    }
    return NULL;
}

char **samsok_nynorsk_bokmal(const char *word, bool *out_is_sure)
{
    const char *line = *word == '\0' || strchr(word, ' ') != NULL ? NULL : find_line(word);
    *out_is_sure = line != NULL;
    if (line == NULL) {
        return g_new0(char *, 1);
    }
    const char *rest = line + strlen(word) + 1;
    g_autofree char *words = g_strndup(rest, strcspn(rest, "\n"));
    if (g_str_has_suffix(words, " ?")) {
        *out_is_sure = false;
        words[strlen(words) - 2] = '\0';
    }
    return g_strsplit(words, " ", -1);
}

guint samsok_nynorsk_count(void)
{
    guint count = 0;
    for (const char *p = table; *p != '\0'; p++) {
        count += *p == '\n' ? 1 : 0;
    }
    return count;
}
