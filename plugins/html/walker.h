/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The walk's state, shared by its parts: walk.c, lists.c, tables.c and notes.c. */
#ifndef SAMSOK_HTML_WALKER_H
#define SAMSOK_HTML_WALKER_H

#include "plugins/html/sink.h"
#include "plugins/html/tree.h"

/* Columns of a table that are kept aligned. */
#define HTML_COLUMNS_MAX 64
/* The longest marker of a list item, in bytes: "lxxxviii." and its NUL. */
#define HTML_MARKER_MAX 16

/* How a table is read. */
typedef enum {
    HTML_TABLE_ROWS,   /* rows and cells */
    HTML_TABLE_BLOCKS, /* a layout: what is in the cells, one after the other */
    HTML_TABLE_ITEMS   /* two columns, markers in the first: a list */
} HtmlTableKind;

/* What holds inside an element. Inherited from the element around it. */
typedef struct {
    uint32_t kind;   /* of blocks that begin here: SAMSOK_RUN_PARAGRAPH, … */
    uint32_t level;  /* of headings */
    uint32_t depth;  /* of lists */
    uint32_t flags;  /* SAMSOK_RUN_BOLD, SAMSOK_RUN_HEADER */
    uint32_t list;   /* the frame of the list around; HTML_NONE */
    uint32_t item;   /* the frame of the list item around; HTML_NONE */
    uint32_t table;  /* the frame of the table around; HTML_NONE */
    bool is_flat;    /* blocks inside do not begin runs of their own: headings, cells, notes */
    bool is_pre;     /* white space is kept */
    bool is_link;
    bool is_note;
} HtmlState;

/* A column that a cell from a row above still covers. */
typedef struct {
    uint32_t rows_left;
    uint32_t cell; /* the run of that cell; HTML_NONE where it only reaches over */
} HtmlSpan;

/* An open element. */
typedef struct {
    uint32_t index;  /* the node */
    HtmlState state; /* inside it */
    /* Lists. */
    int number;      /* the next item's */
    int step;        /* +1, or −1 in a reversed list */
    char style;      /* '1', 'a', 'A', 'i', 'I'; 0 for bullets */
    /* List items. */
    char marker[HTML_MARKER_MAX]; /* until it is used */
    /* Tables. */
    HtmlTableKind table_kind;
} HtmlFrame;

typedef struct {
    const HtmlTree *tree;
    HtmlSink *sink;
    HtmlFrame *frames;
    uint32_t len;
    uint32_t size;
    bool is_whole;      /* nothing is dropped but code */
    bool is_waiting;    /* the open block is a mark alone, such as «§ 3.», and waits for its text */
    /* The one table with rows that is being read; such tables do not nest. */
    HtmlSpan spans[HTML_COLUMNS_MAX];
    uint32_t column;  /* the next cell's */
    uint32_t columns; /* of its widest row; a cell cannot span more */
} HtmlWalker;

/* The innermost frame. */
HtmlFrame *html_walker_top(HtmlWalker *walker);
/* The border of a block: ends the open one, unless it is a mark that waits for its text; inside a
 * flat element only words are parted. */
void html_walker_border(HtmlWalker *walker);
/* Ends the open block whatever it stands in. */
void html_walker_close(HtmlWalker *walker);
/* Opens a block of the state's kind if none is open. */
void html_walker_open(HtmlWalker *walker);
/* Gathers at most `size` bytes of the visible text below a node, white space left out; returns its
 * whole length. */
size_t html_walker_peek(const HtmlTree *tree, uint32_t index, char *out, size_t size);

/* lists.c: on entering a list or an item; and a marker that stands in the text. */
void html_list_enter(HtmlWalker *walker);
void html_item_enter(HtmlWalker *walker);
/* True when the bytes are a list marker and nothing else: "-", "•", "a)", "(1)", "3.", "§ 4." */
bool html_is_marker(const char *text, size_t len);
/* Gives the open item the marker its text begins with in place of the bullet. */
void html_item_claim_marker(HtmlWalker *walker);

/* tables.c */
void html_table_enter(HtmlWalker *walker);
/* False when the row is not to be walked: it is empty. */
bool html_row_enter(HtmlWalker *walker);
void html_row_leave(HtmlWalker *walker);
/* False when the cell's content is not to be walked: it was taken as a marker. */
bool html_cell_enter(HtmlWalker *walker);
void html_cell_leave(HtmlWalker *walker);

/* notes.c */
bool html_is_note(const HtmlTree *tree, uint32_t index);
/* Splits the open note's text into its mark and the rest. */
void html_note_claim_mark(HtmlWalker *walker);
/* Writes a raised reference as superscript digits; false when the element is none. */
bool html_note_reference(HtmlWalker *walker, uint32_t index);
/* A link from a note back to the text, or a heading's link to itself. */
bool html_is_anchor_sign(const HtmlWalker *walker, uint32_t index);

#endif
