/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the lines stage share: runs from text, drafts from runs, drafts as text. */
#ifndef SAMSOK_TESTS_SHAPE_FIXTURE_H
#define SAMSOK_TESTS_SHAPE_FIXTURE_H

#include "core/model/runs.h"
#include "core/shape/draft.h"

#include <glib.h>

/* One LINE run for each line of `text`. Owner: the caller. */
SamsokRuns *fixture_runs_from_text(const char *text);
/* Runs from a description of printed lines: "page W H" opens a page, "x y width height size look text"
 * is a line on it, where look is - or b (bold). Owner: the caller. */
SamsokRuns *fixture_runs_from_layout(const char *description);
/* One block a line: kind, level, number or marker, pages, lines, text. Owner: the caller. */
char *fixture_dump(const SamsokDraft *draft);
/* The lines stage over `text`, dumped. Owner: the caller. */
char *fixture_shape_text(const char *text);
/* A sample's contents, from tests/data/shape. Owner: the caller. */
char *fixture_sample(const char *name);
/* A file below $SAMSOK_SHARED; NULL if it is not there. Owner: the caller. */
char *fixture_shared(const char *path);

#endif
