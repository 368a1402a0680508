/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks words up in the lines of the table. */
#include "config.h"

#include "core/language/nynorsk.h"

#include <string.h>

#include "core/language/word_lines.h"

/* Lines "nynorsk bokmål …", with " ?" at the end of those that are not sure. */
static const char table[] =
#include "core/language/nynorsk_table.inc"
    ;

char **samsok_nynorsk_bokmal(const char *word, bool *out_is_sure)
{
    g_autofree char *words = samsok_word_lines_find(table, sizeof table - 1, word);
    *out_is_sure = words != NULL;
    if (words == NULL) {
        return g_new0(char *, 1);
    }
    if (g_str_has_suffix(words, " ?")) {
        *out_is_sure = false;
        words[strlen(words) - 2] = '\0';
    }
    return g_strsplit(words, " ", -1);
}

guint samsok_nynorsk_count(void)
{
    return samsok_word_lines_count(table);
}
