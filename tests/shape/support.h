/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs written down as a table, for the tests of the shape stage. */
#ifndef SAMSOK_TESTS_SHAPE_SUPPORT_H
#define SAMSOK_TESTS_SHAPE_SUPPORT_H

#include "core/model/document.h"
#include "core/shape/draft.h"

#include <glib.h>

/* A run; ends with kind 0. Fields left out are 0 and NULL. */
typedef struct {
    SamsokRunKind kind;
    const char *text;
    guint level;
    const char *name;
    guint flags;
    guint page;
    guint line;
    double font_size;
} TestRun;

/* The runs of a table that ends with a run of kind 0. Owner: the caller. */
SamsokRuns *test_runs(const TestRun *table);

/* The document shaped from them without options. Owner: the caller. */
SamsokDocument *test_shape(const TestRun *table);

/* `count` words in sentences of ten: "Ord ord … ord." Owner: the caller. */
char *test_words(guint count);

#endif
