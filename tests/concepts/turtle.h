/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vocabularies of a few lines, for the tests of this folder. */
#ifndef SAMSOK_TESTS_CONCEPTS_TURTLE_H
#define SAMSOK_TESTS_CONCEPTS_TURTLE_H

#include <glib.h>
#include <glib/gstdio.h>

#include "core/concepts/vocabulary.h"

#define PREFIXES \
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . " \
    "@prefix samsok: <" SAMSOK_VOCABULARY_NAMESPACE "> . " \
    "@prefix : <https://samsok.example/begrep/> .\n"

/* Adds `len` bytes of `turtle`, through a file that is gone again afterwards. */
static inline bool load_bytes(SamsokVocabulary *vocabulary, const char *turtle, gssize len,
                              GError **error)
{
    g_autofree char *path = NULL;
    int fd = g_file_open_tmp("samsok-test-XXXXXX.ttl", &path, NULL);
    g_assert(fd >= 0 && g_close(fd, NULL));
    g_assert(g_file_set_contents(path, turtle, len, NULL));
    bool done = samsok_vocabulary_load(vocabulary, path, error);
    g_remove(path);
    return done;
}

/* The vocabulary that PREFIXES and `turtle` make. Owner: the caller. */
static inline SamsokVocabulary *load_text(const char *turtle)
{
    SamsokVocabulary *vocabulary = samsok_vocabulary_new();
    g_autofree char *whole = g_strconcat(PREFIXES, turtle, NULL);
    g_autoptr(GError) error = NULL;
    bool done = load_bytes(vocabulary, whole, -1, &error);
    g_assert_no_error(error);
    g_assert(done);
    return vocabulary;
}

#endif
