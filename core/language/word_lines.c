/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks words up by halving the table. */
#include "config.h"

#include "core/language/word_lines.h"

#include <string.h>

/* The beginning of the line that holds the byte at `at`. */
static const char *line_at(const char *table, size_t at)
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

static const char *find_line(const char *table, size_t table_len, const char *word)
{
    size_t len = strlen(word);
    size_t begin = 0;
    size_t end = table_len;
    while (begin < end) {
        const char *line = line_at(table, begin + (end - begin) / 2);
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

char *samsok_word_lines_find(const char *table, size_t len, const char *word)
{
    const char *line = *word == '\0' || strchr(word, ' ') != NULL ? NULL : find_line(table, len, word);
    if (line == NULL) {
        return NULL;
    }
    const char *told = line + strlen(word) + 1;
    return g_strndup(told, strcspn(told, "\n"));
}

guint samsok_word_lines_count(const char *table)
{
    guint count = 0;
    for (const char *p = table; *p != '\0'; p++) {
        count += *p == '\n' ? 1 : 0;
    }
    return count;
}
