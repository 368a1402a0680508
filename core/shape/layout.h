/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the lines of one document have in common: measured once, asked by every stage after. */
#ifndef SAMSOK_SHAPE_LAYOUT_H
#define SAMSOK_SHAPE_LAYOUT_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
    SAMSOK_FLOW_WRAPPED,   /* paragraphs run over several lines */
    SAMSOK_FLOW_PARAGRAPHS /* each line is a paragraph, a sentence, an item by itself */
} SamsokFlow;

typedef struct {
    SamsokFlow flow;
    guint usual_blanks;   /* plain text: empty lines after each line that mean nothing: 0, in double
                           * spacing 1 */
    guint usual_trailing; /* plain text: blanks at the end of most lines */
    double width;         /* of a full row: nine rows in ten are no wider */
    double body_size;     /* font size of most characters, in points; 0 in plain text */
    bool has_geometry;    /* places are points */
    bool is_deck;         /* slides: pages wider than high, each with its own title */
    bool has_markup;      /* headings are typed with signs of their own */
} SamsokLayout;

G_END_DECLS

#endif
