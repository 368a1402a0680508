/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small index written straight through the C interface to Xapian, for tests of asking. */
#ifndef SAMSOK_TESTS_INDEX_SHELF_H
#define SAMSOK_TESTS_INDEX_SHELF_H

#include "index/record.h"
#include "index/xapian/index.h"

#include <glib.h>

typedef struct {
    const char *id;
    const char *title;
    const char *series;
    const char *number;
    guint year;
    const char *language;
    const char *author;
    const char *path;
} ShelfReport;

/* A passage of the report, in order; `section` is the number and title of its heading. */
typedef struct {
    const char *report; /* id */
    const char *section_number;
    const char *section_title;
    const char *text;
} ShelfPassage;

/* Writes the reports and passages (ends of lists: a NULL id and report) into a new generation of the
 * index `dir` and publishes it. Passages get the ids report#0, report#1, … in their order;
 * a text of ten hex digits and more gives its id by them, as texts do in truth. Asserts
 * that all goes well. */
void shelf_write(const char *dir, const ShelfReport *reports, const ShelfPassage *passages);

#endif
