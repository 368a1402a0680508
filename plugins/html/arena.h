/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory for one parsed page, given piece by piece and freed all at once.
 *
 * The parser's own clean-up calls itself once for each level of nesting and forgets a few bytes on
 * tags that the file's end cuts off. With its memory in an arena neither matters, and both parsing
 * and clean-up are quicker.
 */
#ifndef SAMSOK_HTML_ARENA_H
#define SAMSOK_HTML_ARENA_H

#include <stddef.h>

typedef struct HtmlArenaChunk HtmlArenaChunk;

/* {0} is an empty arena. */
typedef struct {
    HtmlArenaChunk *chunks; /* the newest first */
    size_t used;            /* bytes of the newest */
    size_t size;            /* bytes it has */
} HtmlArena;

/* `size` bytes, aligned for any type; never NULL. */
void *html_arena_allocate(HtmlArena *arena, size_t size);
void html_arena_clear(HtmlArena *arena);

#endif
