/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list that is open while rows are read from top to bottom: what belongs to it, and how deep.
 *
 * A marker alone proves nothing: «17. november» at the start of a row is a date, «– sa hun» speech,
 * «2. Mål» a chapter. Here the row above and the items before are asked as well.
 */
#ifndef SAMSOK_SHAPE_LIST_H
#define SAMSOK_SHAPE_LIST_H

#include "core/base/limits.h"
#include "core/shape/layout.h"
#include "core/shape/line.h"
#include "core/shape/marker.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct {
    SamsokMarkerKind kind;
    gunichar glyph;  /* bullets and dashes: which; numbers: the sign that closes them */
    guint ordinal;
    double left;
} SamsokListItem;

typedef struct {
    SamsokListItem items[SAMSOK_MAX_LEVEL]; /* the last item of each depth, outermost first */
    guint depth;      /* how many of them count */
    bool is_open;     /* no other text has come since the last item */
    bool has_lead_in; /* the row above the first item ended with a colon */
} SamsokList;

/* What the row above says about a row that begins with a marker. */
typedef struct {
    bool is_top;      /* there is none */
    bool ended;       /* it ends a sentence */
    bool has_colon;   /* it ends with a colon */
    bool is_apart;    /* space parts them, or the row above was ended on purpose */
} SamsokRowAbove;

/* True if `line`, which begins with `marker`, is an item here. Changes nothing. */
bool samsok_list_accepts(const SamsokList *list, const SamsokLayout *layout, const SamsokLine *line,
                         const SamsokMarker *marker, const SamsokRowAbove *above);
/* Adds the item and returns its depth, from 1. */
guint samsok_list_add(SamsokList *list, const SamsokLine *line, const SamsokMarker *marker,
                      const SamsokRowAbove *above);
/* Other text stands here: the list goes on only with the next number of it. */
void samsok_list_interrupt(SamsokList *list);

G_END_DECLS

#endif
