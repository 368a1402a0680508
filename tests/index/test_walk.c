/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walking finds every file once, in a fixed order, and comes back from odd places. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "index/walk.h"
#include "tests/index/folder.h"

static SamsokWalk *walk_one(const char *source)
{
    const char *const sources[] = {source, NULL};
    return samsok_walk(sources, NULL);
}

/* "file:a.txt odd:b" with paths relative to `folder`. */
static char *told(const SamsokWalk *walk, const char *folder)
{
    static const char *const kinds[] = {"file", "sidecar", "odd", "failed"};
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < walk->files->len; i++) {
        const SamsokFound *found = g_ptr_array_index(walk->files, i);
        g_string_append_printf(out, "%s%s:%s", i == 0 ? "" : " ", kinds[found->kind],
                               found->path + strlen(folder) + 1);
    }
    return g_string_free(out, FALSE);
}

static void assert_walk(const char *folder, const char *expected)
{
    g_autoptr(SamsokWalk) walk = walk_one(folder);
    g_autofree char *text = told(walk, folder);
    assert_string_equal(text, expected);
}

static void link_to(const char *folder, const char *target, const char *name)
{
    g_autofree char *path = test_folder_path(folder, name);
    assert_int_equal(symlink(target, path), 0);
}

static void files_come_in_the_order_of_their_names(void **state)
{
    test_folder_write(*state, "b.txt", "");
    test_folder_write(*state, "a/z.txt", "");
    test_folder_write(*state, "a/.skjult.txt", "");
    test_folder_write(*state, "a.txt", "");
    assert_walk(*state, "file:a/.skjult.txt file:a/z.txt file:a.txt file:b.txt");
}

static void metadata_and_git_are_no_documents(void **state)
{
    test_folder_write(*state, "metadata.csv", "");
    test_folder_write(*state, ".git/config", "");
    test_folder_write(*state, "git/x", "");
    assert_walk(*state, "file:git/x sidecar:metadata.csv");
}

static void a_name_may_hold_any_bytes(void **state)
{
    test_folder_write(*state, "linje\nskift", "");
    test_folder_write(*state, "latin\xe5", "");
    assert_walk(*state, "file:latin\xe5 file:linje\nskift");
}

static void a_named_pipe_and_a_socket_are_told_and_not_opened(void **state)
{
    g_autofree char *pipe = test_folder_path(*state, "pipe");
    assert_int_equal(mkfifo(pipe, 0600), 0);
    g_autofree char *socket_path = test_folder_path(*state, "socket");
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    g_strlcpy(address.sun_path, socket_path, sizeof address.sun_path);
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_int_equal(bind(fd, (const struct sockaddr *)&address, sizeof address), 0);
    close(fd);
    g_autoptr(SamsokWalk) walk = walk_one(*state);
    assert_int_equal(walk->files->len, 2);
    const SamsokFound *first = g_ptr_array_index(walk->files, 0);
    assert_int_equal(first->kind, SAMSOK_FOUND_ODD);
    assert_string_equal(first->reason, "a named pipe");
    const SamsokFound *second = g_ptr_array_index(walk->files, 1);
    assert_string_equal(second->reason, "a socket");
}

static void opening_a_named_pipe_is_refused_at_once(void **state)
{
    g_autofree char *pipe = test_folder_path(*state, "pipe");
    assert_int_equal(mkfifo(pipe, 0600), 0);
    g_autoptr(GError) error = NULL;
    assert_int_equal(samsok_identity_open(pipe, NULL, &error), -1);
    assert_int_equal(error->code, SAMSOK_ERROR_IO);
}

static void a_loop_of_links_ends_and_is_told(void **state)
{
    test_folder_write(*state, "a/x.txt", "");
    link_to(*state, "..", "a/opp");
    link_to(*state, "selv", "selv");
    assert_walk(*state, "file:a/x.txt odd:a/opp odd:selv");
}

static void a_linked_folder_is_read_once_and_last(void **state)
{
    g_autofree char *root = test_folder_path(*state, "root");
    test_folder_write(*state, "ute/x.txt", "");
    test_folder_write(*state, "root/z.txt", "");
    link_to(*state, "../ute", "root/a");
    link_to(*state, "../ute", "root/b");
    assert_walk(root, "file:z.txt file:a/x.txt odd:b");
}

static void a_linked_file_is_read_under_its_own_name_if_it_has_one(void **state)
{
    test_folder_write(*state, "z.txt", "");
    test_folder_write(*state, "ute/y.txt", "");
    link_to(*state, "z.txt", "a.txt");
    link_to(*state, "borte.txt", "b.txt");
    assert_walk(*state, "file:ute/y.txt file:z.txt odd:a.txt odd:b.txt");
}

static void a_path_under_two_sources_is_found_once(void **state)
{
    test_folder_write(*state, "a/x.txt", "");
    test_folder_write(*state, "a/b/y.txt", "");
    g_autofree char *inner = test_folder_path(*state, "a/b");
    g_autofree char *file = test_folder_path(*state, "a/x.txt");
    const char *const sources[] = {file, inner, *state, NULL};
    g_autoptr(SamsokWalk) walk = samsok_walk(sources, NULL);
    g_autofree char *text = told(walk, *state);
    assert_string_equal(text, "file:a/x.txt file:a/b/y.txt");
}

static void a_source_that_is_a_link_is_followed(void **state)
{
    test_folder_write(*state, "ekte/x.txt", "");
    link_to(*state, "ekte", "lenke");
    g_autofree char *source = test_folder_path(*state, "lenke");
    assert_walk(source, "file:x.txt");
}

static void the_index_is_passed_by(void **state)
{
    test_folder_write(*state, "x.txt", "");
    test_folder_write(*state, "indeks/current", "");
    g_autofree char *index_dir = test_folder_path(*state, "indeks");
    const char *const sources[] = {*state, NULL};
    g_autoptr(SamsokWalk) walk = samsok_walk(sources, index_dir);
    g_autofree char *text = told(walk, *state);
    assert_string_equal(text, "file:x.txt");
}

static void another_index_is_told_of_as_one_and_not_entered(void **state)
{
    test_folder_write(*state, "indeks/current", "gen-2\n");
    test_folder_write(*state, "indeks/gen-2/iamglass", "");
    test_folder_write(*state, "indeks/gen-2/docdata.glass", "");
    test_folder_write(*state, "rapporter/current", "");
    test_folder_write(*state, "rapporter/gen-1/x.txt", "");
    assert_walk(*state, "odd:indeks file:rapporter/current file:rapporter/gen-1/x.txt");
}

static void a_source_that_is_not_there_is_missing(void **state)
{
    g_autofree char *source = test_folder_path(*state, "borte");
    g_autoptr(SamsokWalk) walk = walk_one(source);
    assert_int_equal(walk->files->len, 0);
    assert_int_equal(walk->missing->len, 1);
}

static void folders_nested_too_deep_fail_and_are_not_known(void **state)
{
    g_autoptr(GString) deep = g_string_new(NULL);
    for (guint i = 0; i <= SAMSOK_MAX_FOLDER_DEPTH; i++) {
        g_string_append(deep, "d/");
    }
    g_string_append(deep, "x.txt");
    test_folder_write(*state, deep->str, "");
    g_autoptr(SamsokWalk) walk = walk_one(*state);
    assert_int_equal(walk->files->len, 1);
    const SamsokFound *found = g_ptr_array_index(walk->files, 0);
    assert_int_equal(found->kind, SAMSOK_FOUND_FAILED);
    assert_int_equal(found->code, SAMSOK_ERROR_LIMIT);
    assert_int_equal(walk->unknown->len, 1);
}

static void a_folder_that_cannot_be_read_fails_and_is_not_known(void **state)
{
    if (geteuid() == 0) {
        skip();
    }
    test_folder_write(*state, "a/x.txt", "");
    g_autofree char *folder = test_folder_path(*state, "a");
    assert_int_equal(chmod(folder, 0), 0);
    g_autoptr(SamsokWalk) walk = walk_one(*state);
    assert_int_equal(chmod(folder, 0700), 0);
    const SamsokFound *found = g_ptr_array_index(walk->files, 0);
    assert_int_equal(found->kind, SAMSOK_FOUND_FAILED);
    assert_string_equal(g_ptr_array_index(walk->unknown, 0), folder);
}

static void under_means_at_a_slash(void **state)
{
    (void)state;
    assert_true(samsok_path_is_under("/a/b", "/a"));
    assert_true(samsok_path_is_under("/a", "/a"));
    assert_true(samsok_path_is_under("/a", "/"));
    assert_false(samsok_path_is_under("/ab", "/a"));
    assert_false(samsok_path_is_under("/a", "/a/b"));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, test_folder_set_up, test_folder_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(files_come_in_the_order_of_their_names),
        TEST(metadata_and_git_are_no_documents),
        TEST(a_name_may_hold_any_bytes),
        TEST(a_named_pipe_and_a_socket_are_told_and_not_opened),
        TEST(opening_a_named_pipe_is_refused_at_once),
        TEST(a_loop_of_links_ends_and_is_told),
        TEST(a_linked_folder_is_read_once_and_last),
        TEST(a_linked_file_is_read_under_its_own_name_if_it_has_one),
        TEST(a_path_under_two_sources_is_found_once),
        TEST(a_source_that_is_a_link_is_followed),
        TEST(the_index_is_passed_by),
        TEST(another_index_is_told_of_as_one_and_not_entered),
        TEST(a_source_that_is_not_there_is_missing),
        TEST(folders_nested_too_deep_fail_and_are_not_known),
        TEST(a_folder_that_cannot_be_read_fails_and_is_not_known),
        TEST(under_means_at_a_slash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
