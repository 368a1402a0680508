/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points of small documents that are written as a few lines: «# heading», «# 2 numbered», «## below it»,
 * «- item», «1. item», «  - below it», «| a | row |», or a paragraph. */
#ifndef SAMSOK_TESTS_SMALL_POINTS_H
#define SAMSOK_TESTS_SMALL_POINTS_H

#include <stddef.h>

typedef struct {
    const char *text;
    const char *expected; /* a line for each point but findings: its kind's first letter and its text */
} Case;

/* Fails the test where the points of a document of this title, which may be NULL, are not the expected. */
void expect_points(const char *title, const Case *cases, size_t count);
#define EXPECT(cases) expect_points(NULL, cases, sizeof(cases) / sizeof *(cases))

#endif
