/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory for one parsed page, given piece by piece and freed all at once. */
#include "config.h"

#include "plugins/html/arena.h"

#include "plugins/html/strings.h"

#include <stdlib.h>

/* A chunk is large enough that a usual page needs a few. */
#define CHUNK_BYTES ((size_t)256 << 10)
#define ALIGNMENT sizeof(max_align_t)

struct HtmlArenaChunk {
    HtmlArenaChunk *next;
    max_align_t bytes[];
};

void *html_arena_allocate(HtmlArena *arena, size_t size)
{
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (arena->chunks == NULL || size > arena->size - arena->used) {
        size_t chunk_size = size > CHUNK_BYTES ? size : CHUNK_BYTES;
        HtmlArenaChunk *chunk = html_reallocate(NULL, sizeof(HtmlArenaChunk) + chunk_size, 1);
        chunk->next = arena->chunks;
        arena->chunks = chunk;
        arena->size = chunk_size;
        arena->used = 0;
    }
    void *piece = (char *)arena->chunks->bytes + arena->used;
    arena->used += size;
    return piece;
}

void html_arena_clear(HtmlArena *arena)
{
    while (arena->chunks != NULL) {
        HtmlArenaChunk *next = arena->chunks->next;
        free(arena->chunks);
        arena->chunks = next;
    }
    *arena = (HtmlArena){0};
}
