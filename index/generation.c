/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Generations are folders named in one small file, replaced by rename; the writer's lock. */
#include "config.h"

#include "index/generation.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "core/base/error.h"

#define PREFIX "gen-"
/* Longer than any name of a generation; a `current` that is longer is none. */
enum { MAX_NAME_BYTES = 32, MAX_DIGITS = 9 };

static void set_errno(GError **error, SamsokErrorCode code, const char *path)
{
    g_set_error(error, SAMSOK_ERROR, code, "'%s': %s", path, g_strerror(errno));
}

/* The number in "gen-7"; 0 for any other name. */
static guint64 number_of(const char *name)
{
    if (!g_str_has_prefix(name, PREFIX)) {
        return 0;
    }
    const char *digits = name + strlen(PREFIX);
    size_t len = strspn(digits, "0123456789");
    if (len == 0 || len > MAX_DIGITS || digits[len] != '\0') {
        return 0;
    }
    return g_ascii_strtoull(digits, NULL, 10);
}

char *samsok_generation_current(const char *dir, GError **error)
{
    g_autofree char *path = g_build_filename(dir, "current", NULL);
    g_autofree char *contents = NULL;
    gsize len = 0;
    g_autoptr(GError) inner = NULL;
    if (!g_file_get_contents(path, &contents, &len, &inner)) {
        bool absent = g_error_matches(inner, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
                      g_error_matches(inner, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
        if (absent) {
            return g_strdup("");
        }
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_IO, "%s", inner->message);
        return NULL;
    }
    g_strchomp(contents);
    if (len > MAX_NAME_BYTES || number_of(contents) == 0) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_CORRUPT, "'%s': names no generation", path);
        return NULL;
    }
    return g_steal_pointer(&contents);
}

char *samsok_generation_database(const char *dir, GError **error)
{
    g_autofree char *name = samsok_generation_current(dir, error);
    if (name == NULL) {
        return NULL;
    }
    if (*name != '\0') {
        return g_build_filename(dir, name, NULL);
    }
    if (!g_file_test(dir, G_FILE_TEST_EXISTS)) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_MISSING, "'%s': no index here", dir);
        return NULL;
    }
    return g_strdup(dir);
}

char *samsok_generation_next(const char *dir)
{
    guint64 highest = 0;
    g_autoptr(GDir) handle = g_dir_open(dir, 0, NULL);
    const char *name = handle == NULL ? NULL : g_dir_read_name(handle);
    while (name != NULL) {
        highest = MAX(highest, number_of(name));
        name = g_dir_read_name(handle);
    }
    return g_strdup_printf(PREFIX "%" G_GUINT64_FORMAT, highest + 1);
}

/* A rename is durable only when the folder is. */
static gboolean sync_folder(const char *dir, GError **error)
{
    int fd = g_open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
    if (fd < 0 || fsync(fd) != 0) {
        set_errno(error, SAMSOK_ERROR_IO, dir);
        if (fd >= 0) {
            close(fd);
        }
        return FALSE;
    }
    close(fd);
    return TRUE;
}

gboolean samsok_generation_publish(const char *dir, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename(dir, "current", NULL);
    g_autofree char *line = g_strconcat(name, "\n", NULL);
    g_autoptr(GError) inner = NULL;
    GFileSetContentsFlags flags = G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;
    if (!g_file_set_contents_full(path, line, -1, flags, 0666, &inner)) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_IO, "%s", inner->message);
        return FALSE;
    }
    return sync_folder(dir, error);
}

void samsok_generation_remove(const char *path)
{
    g_autoptr(GDir) handle = g_dir_open(path, 0, NULL);
    const char *name = handle == NULL ? NULL : g_dir_read_name(handle);
    while (name != NULL) {
        g_autofree char *file = g_build_filename(path, name, NULL);
        g_unlink(file);
        name = g_dir_read_name(handle);
    }
    g_rmdir(path);
}

/* The highest generation below `current`; 0 if there is none. */
static guint64 generation_before(const GPtrArray *names, guint64 current)
{
    guint64 before = 0;
    for (guint i = 0; i < names->len; i++) {
        guint64 number = number_of(g_ptr_array_index(names, i));
        before = number < current ? MAX(before, number) : before;
    }
    return before;
}

void samsok_generation_sweep(const char *dir)
{
    g_autofree char *current = samsok_generation_current(dir, NULL);
    g_autoptr(GDir) handle = g_dir_open(dir, 0, NULL);
    if (current == NULL || handle == NULL) {
        return;
    }
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    const char *name = g_dir_read_name(handle);
    while (name != NULL) {
        if (g_str_has_prefix(name, PREFIX)) {
            g_ptr_array_add(names, g_strdup(name));
        }
        name = g_dir_read_name(handle);
    }
    guint64 in_use = number_of(current);
    guint64 before = generation_before(names, in_use);
    for (guint i = 0; i < names->len; i++) {
        guint64 number = number_of(g_ptr_array_index(names, i));
        if (number == 0 || (number != in_use && number != before)) {
            g_autofree char *path = g_build_filename(dir, g_ptr_array_index(names, i), NULL);
            samsok_generation_remove(path);
        }
    }
}

struct _SamsokIndexLock {
    int fd;
};

/* "process 123", from what the holder wrote into the file. */
static char *holder_of(int fd)
{
    char text[MAX_NAME_BYTES + 1] = "";
    ssize_t len = pread(fd, text, MAX_NAME_BYTES, 0);
    text[MAX(len, 0)] = '\0';
    guint64 process = g_ascii_strtoull(text, NULL, 10);
    return process == 0 ? g_strdup("another process")
                        : g_strdup_printf("process %" G_GUINT64_FORMAT, process);
}

static gboolean lock_file(int fd, const char *dir, GError **error)
{
    if (flock(fd, LOCK_EX | LOCK_NB) == 0) {
        return TRUE;
    }
    if (errno != EWOULDBLOCK) {
        set_errno(error, SAMSOK_ERROR_IO, dir);
        return FALSE;
    }
    g_autofree char *holder = holder_of(fd);
    g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_LOCKED,
                "'%s': %s is writing this index; try again when it is done", dir, holder);
    return FALSE;
}

SamsokIndexLock *samsok_index_lock_take(const char *dir, GError **error)
{
    if (g_mkdir_with_parents(dir, 0777) != 0) {
        set_errno(error, SAMSOK_ERROR_CREATE, dir);
        return NULL;
    }
    g_autofree char *path = g_build_filename(dir, "lock", NULL);
    int fd = g_open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (fd < 0) {
        set_errno(error, SAMSOK_ERROR_CREATE, path);
        return NULL;
    }
    if (!lock_file(fd, dir, error)) {
        close(fd);
        return NULL;
    }
    g_autofree char *line = g_strdup_printf("%lld\n", (long long)getpid());
    if (ftruncate(fd, 0) != 0 || pwrite(fd, line, strlen(line), 0) < 0) {
        set_errno(error, SAMSOK_ERROR_IO, path);
        close(fd);
        return NULL;
    }
    SamsokIndexLock *lock = g_new0(SamsokIndexLock, 1);
    lock->fd = fd;
    return lock;
}

void samsok_index_lock_free(SamsokIndexLock *lock)
{
    if (lock == NULL) {
        return;
    }
    close(lock->fd);
    g_free(lock);
}
