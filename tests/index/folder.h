/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scratch folder for a test, removed with everything in it. */
#ifndef SAMSOK_TESTS_INDEX_FOLDER_H
#define SAMSOK_TESTS_INDEX_FOLDER_H

#include <glib.h>

/* Owner: the caller removes it with test_folder_free. Ends the test program if it cannot be made. */
char *test_folder_new(void);
/* Removes `path` and frees the string. */
void test_folder_free(char *path);
/* `folder`/`name`. Owner: the caller frees. */
char *test_folder_path(const char *folder, const char *name);
/* Writes a file, making its folders. */
void test_folder_write(const char *folder, const char *name, const char *contents);

#endif
