/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walking folders: depth first, sorted, links last, nothing twice. */
#include "config.h"

#include "index/walk.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/limits.h"

/* A file or folder whatever it is called. */
typedef struct {
    guint64 device;
    guint64 inode;
} Node;

/* A symbolic link, to be followed later. */
typedef struct {
    char *path;
    const char *source;
} Link;

typedef struct {
    SamsokWalk *walk;
    GHashTable *paths;   /* of char *, lent by the files: found already */
    GHashTable *nodes;   /* of Node *: files found, folders entered */
    GQueue links;        /* of Link * */
    Node index_dir;
} Walker;

static guint hash_node(gconstpointer key)
{
    const Node *node = key;
    return g_int64_hash(&node->inode) ^ g_int64_hash(&node->device);
}

static gboolean equal_nodes(gconstpointer a, gconstpointer b)
{
    const Node *first = a;
    const Node *second = b;
    return first->device == second->device && first->inode == second->inode;
}

static Node node_of(const struct stat *info)
{
    return (Node){.device = info->st_dev, .inode = info->st_ino};
}

/* False when it was there before. */
static bool add_node(Walker *walker, const struct stat *info)
{
    Node node = node_of(info);
    return g_hash_table_add(walker->nodes, g_memdup2(&node, sizeof node));
}

static bool has_node(const Walker *walker, const struct stat *info)
{
    Node node = node_of(info);
    return g_hash_table_contains(walker->nodes, &node);
}

/* Appends what was found at `path`; NULL when it was found before. */
static SamsokFound *add_found(Walker *walker, SamsokFoundKind kind, const char *path,
                              const char *source)
{
    if (g_hash_table_contains(walker->paths, path)) {
        return NULL;
    }
    SamsokFound *found = g_new0(SamsokFound, 1);
    found->kind = kind;
    found->path = g_strdup(path);
    found->source = source;
    g_ptr_array_add(walker->walk->files, found);
    g_hash_table_add(walker->paths, found->path);
    return found;
}

static void add_odd(Walker *walker, const char *path, const char *source, const char *skip,
                    const char *reason)
{
    SamsokFound *found = add_found(walker, SAMSOK_FOUND_ODD, path, source);
    if (found != NULL) {
        found->reason = g_strdup(reason);
        found->skip = skip;
    }
}

/* Nothing is known of `path` and what may be below it: that is no removal. */
static void add_failed(Walker *walker, const char *path, const char *source, int code,
                       const char *reason)
{
    SamsokFound *found = add_found(walker, SAMSOK_FOUND_FAILED, path, source);
    if (found != NULL) {
        g_autofree char *shown = g_filename_display_name(path);
        found->code = code;
        found->reason = g_strdup_printf("'%s': %s", shown, reason);
    }
    g_ptr_array_add(walker->walk->unknown, g_strdup(path));
}

static void add_file(Walker *walker, const char *path, const char *source, const struct stat *info)
{
    const char *slash = strrchr(path, '/');
    bool is_sidecar = slash != NULL && strcmp(slash + 1, SAMSOK_SIDECAR_NAME) == 0;
    SamsokFoundKind kind = is_sidecar ? SAMSOK_FOUND_SIDECAR : SAMSOK_FOUND_FILE;
    SamsokFound *found = add_found(walker, kind, path, source);
    if (found != NULL) {
        found->stamp = samsok_stamp_of(info);
        add_node(walker, info);
    }
}

static const char *odd_kind(mode_t mode)
{
    if (S_ISFIFO(mode)) {
        return "a named pipe";
    }
    if (S_ISSOCK(mode)) {
        return "a socket";
    }
    return S_ISCHR(mode) || S_ISBLK(mode) ? "a device" : "no regular file";
}

static int compare_names(gconstpointer a, gconstpointer b)
{
    const char *const *first = a;
    const char *const *second = b;
    return strcmp(*first, *second);
}

/* The names in a folder, sorted; NULL with errno when it cannot be read to its end. */
static GPtrArray *names_in(const char *path)
{
    DIR *handle = opendir(path);
    if (handle == NULL) {
        return NULL;
    }
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    errno = 0;
    const struct dirent *entry = readdir(handle);
    while (entry != NULL) {
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
            g_ptr_array_add(names, g_strdup(entry->d_name));
        }
        errno = 0;
        entry = readdir(handle);
    }
    int failure = errno;
    closedir(handle);
    errno = failure;
    if (failure != 0) {
        return NULL;
    }
    g_ptr_array_sort(names, compare_names);
    return g_steal_pointer(&names);
}

static bool is_passed_by(const Walker *walker, const char *path, const struct stat *info)
{
    Node node = node_of(info);
    return equal_nodes(&node, &walker->index_dir) || g_str_has_suffix(path, "/.git");
}

/* True when `path`, with `names` in it, is an index: a generation in use, with a database in it. */
static bool is_index(const char *path, const GPtrArray *names)
{
    bool has_current = false;
    bool has_database = false;
    for (guint i = 0; i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        has_current = has_current || strcmp(name, "current") == 0;
        if (!has_database && g_str_has_prefix(name, "gen-")) {
            g_autofree char *file = g_build_filename(path, name, "iamglass", NULL);
            has_database = g_file_test(file, G_FILE_TEST_IS_REGULAR);
        }
    }
    return has_current && has_database;
}

static void walk_folder(Walker *walker, const char *path, const char *source,
                        const struct stat *info, guint depth);

static void walk_name(Walker *walker, const char *path, const char *source, guint depth)
{
    struct stat info;
    if (lstat(path, &info) != 0) {
        add_failed(walker, path, source, SAMSOK_ERROR_IO, g_strerror(errno));
    } else if (S_ISLNK(info.st_mode)) {
        Link *link = g_new0(Link, 1);
        link->path = g_strdup(path);
        link->source = source;
        g_queue_push_tail(&walker->links, link);
    } else if (S_ISDIR(info.st_mode)) {
        walk_folder(walker, path, source, &info, depth + 1);
    } else if (S_ISREG(info.st_mode)) {
        add_file(walker, path, source, &info);
    } else {
        add_odd(walker, path, source, "not-regular", odd_kind(info.st_mode));
    }
}

static void walk_folder(Walker *walker, const char *path, const char *source,
                        const struct stat *info, guint depth)
{
    if (is_passed_by(walker, path, info) || !add_node(walker, info)) {
        return;
    }
    if (depth > SAMSOK_MAX_FOLDER_DEPTH) {
        add_failed(walker, path, source, SAMSOK_ERROR_LIMIT, "folders nested too deep");
        return;
    }
    g_autoptr(GPtrArray) names = names_in(path);
    if (names == NULL) {
        add_failed(walker, path, source, SAMSOK_ERROR_IO, g_strerror(errno));
        return;
    }
    if (is_index(path, names)) {
        add_odd(walker, path, source, "index", "another index, not read as reports");
        return;
    }
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *below = g_build_filename(path, g_ptr_array_index(names, i), NULL);
        walk_name(walker, below, source, depth);
    }
}

static void follow_link(Walker *walker, const Link *link)
{
    struct stat info;
    if (stat(link->path, &info) != 0) {
        add_odd(walker, link->path, link->source, "link", "a symbolic link that leads nowhere");
    } else if (has_node(walker, &info)) {
        add_odd(walker, link->path, link->source, "link",
                S_ISDIR(info.st_mode) ? "a symbolic link to a folder that was read already"
                                      : "a symbolic link to a file that was read already");
    } else if (S_ISDIR(info.st_mode)) {
        walk_folder(walker, link->path, link->source, &info, 0);
    } else if (S_ISREG(info.st_mode)) {
        add_file(walker, link->path, link->source, &info);
    } else {
        add_odd(walker, link->path, link->source, "not-regular", odd_kind(info.st_mode));
    }
}

static void walk_source(Walker *walker, const char *source)
{
    struct stat info;
    if (stat(source, &info) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) {
            g_ptr_array_add(walker->walk->missing, g_strdup(source));
        } else {
            add_failed(walker, source, source, SAMSOK_ERROR_IO, g_strerror(errno));
        }
    } else if (S_ISDIR(info.st_mode)) {
        walk_folder(walker, source, source, &info, 0);
    } else if (S_ISREG(info.st_mode)) {
        add_file(walker, source, source, &info);
    } else {
        add_odd(walker, source, source, "not-regular", odd_kind(info.st_mode));
    }
}

static void free_found(gpointer data)
{
    SamsokFound *found = data;
    g_free(found->path);
    g_free(found->reason);
    g_free(found);
}

static SamsokWalk *new_walk(const char *const *sources)
{
    SamsokWalk *walk = g_new0(SamsokWalk, 1);
    walk->sources = g_ptr_array_new_with_free_func(g_free);
    walk->files = g_ptr_array_new_with_free_func(free_found);
    walk->unknown = g_ptr_array_new_with_free_func(g_free);
    walk->missing = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; sources[i] != NULL; i++) {
        g_ptr_array_add(walk->sources, g_canonicalize_filename(sources[i], NULL));
    }
    return walk;
}

SamsokWalk *samsok_walk(const char *const *sources, const char *index_dir)
{
    g_autoptr(GHashTable) paths = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) nodes = g_hash_table_new_full(hash_node, equal_nodes, g_free, NULL);
    Walker walker = {.walk = new_walk(sources), .paths = paths, .nodes = nodes};
    struct stat info;
    if (index_dir != NULL && stat(index_dir, &info) == 0) {
        walker.index_dir = node_of(&info);
    }
    for (guint i = 0; i < walker.walk->sources->len; i++) {
        walk_source(&walker, g_ptr_array_index(walker.walk->sources, i));
    }
    Link *link = g_queue_pop_head(&walker.links);
    while (link != NULL) {
        follow_link(&walker, link);
        g_free(link->path);
        g_free(link);
        link = g_queue_pop_head(&walker.links);
    }
    return walker.walk;
}

void samsok_walk_free(SamsokWalk *walk)
{
    if (walk == NULL) {
        return;
    }
    g_ptr_array_unref(walk->files);
    g_ptr_array_unref(walk->unknown);
    g_ptr_array_unref(walk->missing);
    g_ptr_array_unref(walk->sources);
    g_free(walk);
}

bool samsok_path_is_under(const char *path, const char *folder)
{
    size_t len = strlen(folder);
    if (strncmp(path, folder, len) != 0) {
        return false;
    }
    bool ends_in_slash = len > 0 && folder[len - 1] == '/';
    return path[len] == '\0' || path[len] == '/' || ends_in_slash;
}
