/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scratch folder for a test, removed with everything in it. */
#ifndef SAMSOK_TESTS_INDEX_FOLDER_H
#define SAMSOK_TESTS_INDEX_FOLDER_H

#include <glib.h>

/* Owner: the caller removes it with test_folder_free. Ends the test program if it cannot be made. */
char *test_folder_new(void);
/* Removes `path` and frees the string. */
void test_folder_free(char *path);
/* Set-up and tear-down of a cmocka test whose state is such a folder. */
int test_folder_set_up(void **state);
int test_folder_tear_down(void **state);
/* `folder`/`name`. Owner: the caller frees. */
char *test_folder_path(const char *folder, const char *name);
/* Writes a file, making its folders. */
void test_folder_write(const char *folder, const char *name, const char *contents);

#endif
