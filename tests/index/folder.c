/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scratch folders under the system's folder for temporary files. */
#include "config.h"

#include "tests/index/folder.h"

#include <ftw.h>
#include <stdio.h>

#include <glib/gstdio.h>

enum { OPEN_FOLDERS = 16 };

char *test_folder_new(void)
{
    g_autoptr(GError) error = NULL;
    char *path = g_dir_make_tmp("samsok-test-XXXXXX", &error);
    if (path == NULL) {
        g_error("%s", error->message);
    }
    return path;
}

static int remove_one(const char *path, const struct stat *info, int kind, struct FTW *place)
{
    (void)info;
    (void)kind;
    (void)place;
    return g_remove(path);
}

void test_folder_free(char *path)
{
    nftw(path, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
    g_free(path);
}

int test_folder_set_up(void **state)
{
    *state = test_folder_new();
    return 0;
}

int test_folder_tear_down(void **state)
{
    test_folder_free(*state);
    return 0;
}

char *test_folder_path(const char *folder, const char *name)
{
    return g_build_filename(folder, name, NULL);
}

void test_folder_write(const char *folder, const char *name, const char *contents)
{
    g_autofree char *path = test_folder_path(folder, name);
    g_autofree char *parent = g_path_get_dirname(path);
    g_mkdir_with_parents(parent, 0777);
    g_autoptr(GError) error = NULL;
    if (!g_file_set_contents(path, contents, -1, &error)) {
        g_error("%s", error->message);
    }
}
