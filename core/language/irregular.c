/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks forms up in the lines of the table. */
#include "config.h"

#include "core/language/irregular.h"

#include "core/language/word_lines.h"

/* Lines "form head …". */
static const char table[] =
#include "core/language/irregular_table.inc"
    ;

char **samsok_irregular_heads(const char *form)
{
    g_autofree char *heads = samsok_word_lines_find(table, sizeof table - 1, form);
    return heads == NULL ? g_new0(char *, 1) : g_strsplit(heads, " ", -1);
}
