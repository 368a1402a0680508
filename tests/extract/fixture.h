/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A registry of the test plugins, and files made of a string, for the tests of extraction. */
#ifndef SAMSOK_TESTS_EXTRACT_FIXTURE_H
#define SAMSOK_TESTS_EXTRACT_FIXTURE_H

#include "core/extract/extractor.h"
#include "core/extract/registry.h"

/* An own cache folder, so that nothing of the user's is read or written. For cmocka's group setup. */
int fixture_set_up(void **state);
int fixture_tear_down(void **state);

/* The registry of tests/plugins alone. Fails the test if it cannot be loaded. */
SamsokRegistry *fixture_registry(void);

/* Finds a candidate by the end of its path; NULL if there is none. */
const SamsokPluginInfo *fixture_candidate(const SamsokRegistry *registry, const char *suffix);

/* A descriptor of a file with these bytes. The caller closes it. */
int fixture_file(const char *bytes, size_t len);

/* Reads a file that says "MISBEHAVE <word>"; `out` may be NULL. */
gboolean fixture_read(SamsokExtractor *extractor, const char *word, SamsokExtract *out,
                      GError **error);

#endif
