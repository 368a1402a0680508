/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Breaking a paragraph into lines of a terminal's width. */
#include "config.h"

#include "tools/wrap.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* Columns that `word` takes: its characters, wide ones twice, without "ESC [ … m" sequences. */
static guint columns(const char *word, size_t len)
{
    guint count = 0;
    const char *end = word + len;
    for (const char *p = word; p < end; p = g_utf8_next_char(p)) {
        if (*p == '\033') {
            const char *stop = memchr(p, 'm', (size_t)(end - p));
            p = stop == NULL ? end - 1 : stop;
            continue;
        }
        gunichar c = g_utf8_get_char(p);
        count += g_unichar_iswide(c) ? 2 : g_unichar_iszerowidth(c) ? 0 : 1;
    }
    return count;
}

static void print_wrapped(const char *text, guint indent, guint width, bool is_begun)
{
    guint at = 0;
    for (const char *p = text; *p != '\0';) {
        size_t gap = strspn(p, " \t\n");
        p += gap;
        size_t len = strcspn(p, " \t\n");
        if (len == 0) {
            break;
        }
        guint wide = columns(p, len);
        if (at > 0 && indent + at + 1 + wide > width) {
            putchar('\n');
            at = 0;
        }
        bool has_indent = at > 0 || is_begun;
        printf("%*s%.*s", at > 0 ? 1 : has_indent ? 0 : (int)indent, "", (int)len, p);
        is_begun = false;
        at += wide + (at == 0 ? 0 : 1);
        p += len;
    }
    putchar('\n');
}

void samsok_wrap_print(const char *text, guint indent, guint width)
{
    print_wrapped(text, indent, width, false);
}

void samsok_wrap_field(const char *name, const char *text, guint indent, guint width)
{
    printf("%-*s", (int)indent, name);
    print_wrapped(text, indent, width, true);
}
