/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of extraction share. */
#include "config.h"

#include "tests/extract/fixture.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

int fixture_set_up(void **state)
{
    g_autoptr(GError) error = NULL;
    char *folder = g_dir_make_tmp("samsok-test-XXXXXX", &error);
    if (folder == NULL) {
        return -1;
    }
    /* Before any use of GLib's folders, which are read once. */
    g_setenv("XDG_CACHE_HOME", folder, TRUE);
    g_setenv("XDG_DATA_HOME", folder, TRUE);
    g_unsetenv("SAMSOK_PLUGIN_PATH");
    *state = folder;
    return 0;
}

int fixture_tear_down(void **state)
{
    g_autofree char *folder = *state;
    g_autofree char *own = g_build_filename(folder, "samsok", NULL);
    g_autofree char *cache = g_build_filename(own, "plugins-1.ini", NULL);
    g_unlink(cache);
    g_rmdir(own);
    return g_rmdir(folder);
}

SamsokRegistry *fixture_registry(void)
{
    g_autofree char *dir = g_build_filename(g_getenv("top_builddir"), "tests", "plugins", NULL);
    const char *const dirs[] = {dir, NULL};
    const SamsokRegistryOptions options = {.dirs = dirs};
    g_autoptr(GError) error = NULL;
    SamsokRegistry *registry = samsok_registry_load(&options, &error);
    if (registry == NULL) {
        fail_msg("%s", error->message);
    }
    return registry;
}

const SamsokPluginInfo *fixture_candidate(const SamsokRegistry *registry, const char *suffix)
{
    for (guint i = 0; i < samsok_registry_len(registry); i++) {
        const SamsokPluginInfo *plugin = samsok_registry_at(registry, i);
        if (g_str_has_suffix(plugin->path, suffix)) {
            return plugin;
        }
    }
    return NULL;
}

int fixture_file(const char *bytes, size_t len)
{
    int fd = memfd_create("samsok-test", MFD_CLOEXEC);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, len), len);
    return fd;
}

gboolean fixture_read(SamsokExtractor *extractor, const char *word, SamsokExtract *out,
                      GError **error)
{
    g_autofree char *text = g_strdup_printf("MISBEHAVE %s\n", word);
    int fd = fixture_file(text, strlen(text));
    g_auto(SamsokExtract) extract = {.runs = NULL};
    gboolean is_read = samsok_extractor_read(extractor, fd, "file.txt", &extract, NULL, error);
    close(fd);
    if (is_read && out != NULL) {
        *out = extract;
        extract = (SamsokExtract){.runs = NULL};
    }
    return is_read;
}
