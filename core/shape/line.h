/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Line records: the one shape into which the lines of every format are brought before they are joined.
 *
 * Plain text knows characters and empty lines, PDF knows points and fonts. Both become rows of
 * SamsokLine with the same meaning: where the piece begins and ends (`left`, `right`), how much empty
 * space stands above it (`gap`), how large its letters are (`size`). Everything after works on these
 * and does not ask which format it was.
 *
 *     runs ─► samsok_lines_new ─► spacing or geometry ─► furniture ─► roles ─► blocks
 *
 * A record is a piece of a printed row: where a row has wide blank stretches (columns of a table, a
 * contents line's page number) it gives several records, all but the first with `same_row`. Stages
 * fill in `kind` and the fields below it; a record's text stays as it is.
 */
#ifndef SAMSOK_SHAPE_LINE_H
#define SAMSOK_SHAPE_LINE_H

#include "core/model/document.h"
#include "core/model/runs.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef struct {
    const char *text;   /* lent by the lines; blanks at both ends stripped; never empty */
    guint len;          /* bytes */
    guint page;         /* 0 where the format has none */
    guint line;         /* of the source file; 0 where the format has none */
    guint blank_lines;  /* plain text: lines without text directly above, as they stand in the file */
    guint blank_only;   /* of these, lines that hold blanks */
    guint trailing;     /* plain text: blanks stripped from the end */

    double left;        /* points, or characters in plain text */
    double text_left;   /* where the text behind a list marker begins, when the format says */
    double right;
    double top;         /* points from the page's top; 0 in plain text */
    double height;      /* points; 0 in plain text */
    double size;        /* font size in points; 0 unknown */
    double gap;         /* empty space above in rows, normal pitch excluded: 0 in running text */

    bool same_row : 1;       /* stands on the printed row of the record before */
    bool is_piped : 1;       /* a cell of a row typed with |; `cell` is set */
    bool is_bold : 1;
    bool is_italic : 1;
    bool has_raised_mark : 1; /* the format says: begins with a note's mark */
    bool starts_page : 1;    /* first record of its page */
    bool starts_column : 1;  /* stands higher than the record before it */
    bool is_label : 1;       /* stands beside other pieces as the label or head of a table does */

    bool opens : 1;          /* a block begins here */
    bool is_settled : 1;     /* `kind` is decided: later stages pass over it */
    bool is_pre : 1;         /* line ends are kept */
    bool is_dropped : 1;     /* ornament without letters: a rule, a fence */
    bool is_head : 1;        /* TABLE_ROW: a row of column heads */
    SamsokBlockKind kind;    /* PARAGRAPH until something else is known */
    guint level;             /* heading level or list depth */
    guint mark_len;          /* bytes at the start that are marker or heading number, blanks included */
    guint cell;              /* TABLE_ROW: index of the cell */
} SamsokLine;

typedef struct {
    GArray *lines;       /* of SamsokLine, in reading order */
    GStringChunk *chunk; /* text of records that no run holds as it is */
    bool has_geometry;   /* places are points: PDF */
    guint last_blank_lines; /* blank lines after the last record */
} SamsokLines;

/* The LINE runs as records. Owner: the caller; `runs` must outlive it. */
SamsokLines *samsok_lines_new(const SamsokRuns *runs);
void samsok_lines_free(SamsokLines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokLines, samsok_lines_free)

guint samsok_lines_len(const SamsokLines *lines);
/* Lent until a record is added. */
SamsokLine *samsok_lines_at(const SamsokLines *lines, guint index);
/* The first record behind the row that `index` lies in; the length at the end. */
guint samsok_lines_row_end(const SamsokLines *lines, guint index);

/* Moves the footnotes and the furniture of each page behind its text, so that what belongs together
 * stands together, and clears `same_row` of pieces whose row has lost its beginning. */
void samsok_lines_move_aside(SamsokLines *lines);

/* The questions every stage asks of a text: `text` has `len` bytes. */

/* Its last character, closing quotes, brackets and raised note marks passed over; 0 if none. */
gunichar samsok_line_last_char(const char *text, guint len);
/* True when a sentence, a lead-in or a clause ends here: . ! ? … : */
bool samsok_line_ends_sentence(const char *text, guint len);
/* Its first letter or digit, opening quotes and brackets passed over; 0 when another comes first. */
gunichar samsok_line_first_char(const char *text, guint len);
bool samsok_line_starts_lower(const SamsokLine *line);
bool samsok_line_starts_upper(const SamsokLine *line);
/* Characters up to the first blank. */
guint samsok_line_first_word_chars(const SamsokLine *line);
/* The number of blank-separated words that hold a letter or digit. */
guint samsok_line_word_count(const SamsokLine *line);
/* Average width of a character of `line`, in the unit of `left` and `right`. */
double samsok_line_char_width(const SamsokLine *line);

G_END_DECLS

#endif
