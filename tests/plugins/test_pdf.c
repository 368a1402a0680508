/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PDF plugin keeps limits, descriptors and readers apart: what single samples cannot show. */
#include "config.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>
#include <glib.h>

#include "core/extract/plugin.h"

/* A file being read, and why that failed. */
typedef struct {
    SamsokLimits limits;
    SamsokInput input;
    char *reason;
} File;

static void host_fail(const SamsokInput *input, const char *reason)
{
    File *file = input->host_data;
    g_free(file->reason);
    file->reason = g_strdup(reason);
}

static void host_alive(const SamsokInput *input)
{
}

static const SamsokHost services = {
    .struct_size = sizeof(SamsokHost), .fail = host_fail, .alive = host_alive};

static void file_init(File *file, int fd)
{
    *file = (File){.limits = {.struct_size = sizeof(SamsokLimits),
                              .max_pages = 100,
                              .max_file_bytes = 1u << 20,
                              .max_text_bytes = 1u << 24,
                              .max_depth = 100}};
    file->input = (SamsokInput){.struct_size = sizeof(SamsokInput),
                                .fd = fd,
                                .media_type = "application/pdf",
                                .limits = &file->limits,
                                .host = &services,
                                .host_data = file};
}

static void file_init_sample(File *file, const char *name)
{
    g_autofree char *path = g_build_filename(SAMSOK_TEST_DATA, "pdf", name, NULL);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    assert_true(fd >= 0);
    file_init(file, fd);
}

static void file_clear(File *file)
{
    close(file->input.fd);
    g_free(file->reason);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(File, file_clear)

static SamsokReader *open_reader(File *file)
{
    SamsokReader *reader = NULL;
    assert_int_equal(samsok_plugin_entry.open(&file->input, &reader), SAMSOK_OK);
    return reader;
}

/* Reads to the end, counts the runs of `kind` and returns how it ended. */
static SamsokStatus count_runs(SamsokReader *reader, uint32_t kind, guint *out_count)
{
    SamsokStatus status = SAMSOK_OK;
    while (status == SAMSOK_OK) {
        SamsokRun run = {.struct_size = sizeof(run)};
        status = samsok_plugin_entry.next(reader, &run);
        *out_count += status == SAMSOK_OK && run.kind == kind ? 1 : 0;
    }
    return status;
}

static void too_many_pages_are_refused_at_open(void **state)
{
    (void)state;
    g_auto(File) file = {0};
    file_init_sample(&file, "report.pdf");
    file.limits.max_pages = 2;
    SamsokReader *reader = NULL;
    assert_int_equal(samsok_plugin_entry.open(&file.input, &reader), SAMSOK_LIMIT);
    assert_null(reader);
    assert_string_equal(file.reason, "3 pages are more than the limit of 2");
}

static void too_much_text_stops_the_reading(void **state)
{
    (void)state;
    g_auto(File) file = {0};
    file_init_sample(&file, "report.pdf");
    file.limits.max_text_bytes = 100;
    SamsokReader *reader = open_reader(&file);
    guint lines = 0;
    assert_int_equal(count_runs(reader, SAMSOK_RUN_LINE, &lines), SAMSOK_LIMIT);
    assert_true(lines > 0 && lines < 20);
    assert_non_null(file.reason);
    samsok_plugin_entry.close(reader);
}

static void closed_descriptor_is_an_io_error(void **state)
{
    (void)state;
    g_auto(File) file = {0};
    file_init(&file, -1);
    SamsokReader *reader = NULL;
    assert_int_equal(samsok_plugin_entry.open(&file.input, &reader), SAMSOK_IO);
    assert_non_null(file.reason);
}

static void descriptor_stays_the_hosts(void **state)
{
    (void)state;
    g_auto(File) file = {0};
    file_init_sample(&file, "report.pdf");
    samsok_plugin_entry.close(open_reader(&file));
    assert_true(fcntl(file.input.fd, F_GETFD) >= 0);
}

static void two_readers_do_not_disturb_each_other(void **state)
{
    (void)state;
    g_auto(File) first = {0};
    g_auto(File) second = {0};
    file_init_sample(&first, "report.pdf");
    file_init_sample(&second, "scan.pdf");
    SamsokReader *report = open_reader(&first);
    SamsokRun run = {.struct_size = sizeof(run)};
    assert_int_equal(samsok_plugin_entry.next(report, &run), SAMSOK_OK);
    g_autofree char *lent = g_strndup(run.text, run.text_len);
    SamsokReader *scan = open_reader(&second);
    guint pages = 0;
    assert_int_equal(count_runs(scan, SAMSOK_RUN_PAGE, &pages), SAMSOK_END);
    samsok_plugin_entry.close(scan);
    assert_int_equal(pages, 6);
    assert_memory_equal(run.text, lent, run.text_len);
    pages = 0;
    assert_int_equal(count_runs(report, SAMSOK_RUN_PAGE, &pages), SAMSOK_END);
    samsok_plugin_entry.close(report);
    assert_int_equal(pages, 3);
}

/* A file of one very wide page with this content and these further objects, from number 6. Its offsets are
 * left to poppler to find. */
static int made_file(const char *content, const char *catalog, const char *objects)
{
    g_autofree char *bytes = g_strdup_printf(
        "%%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R %s >>\nendobj\n"
        "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9000000 842] /Contents 4 0 R "
        "/Resources << /Font << /R 5 0 R >> >> >>\nendobj\n"
        "4 0 obj\n<< /Length %" G_GSIZE_FORMAT " >>\nstream\n%s\nendstream\nendobj\n"
        "5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>\nendobj\n%s"
        "trailer\n<< /Root 1 0 R >>\n%%%%EOF\n",
        catalog, strlen(content), content, objects);
    int fd = memfd_create("made", MFD_CLOEXEC);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, strlen(bytes)), strlen(bytes));
    assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
    return fd;
}

static void endless_outline_ends_with_a_warning(void **state)
{
    (void)state;
    g_autoptr(GString) objects = g_string_new(NULL);
    const guint count = 10100;
    g_string_append_printf(objects, "6 0 obj\n<< /First 7 0 R /Last %u 0 R >>\nendobj\n", count + 6);
    for (guint i = 0; i < count; i++) {
        g_string_append_printf(objects, "%u 0 obj\n<< /Title (%u) /Parent 6 0 R /Next %u 0 R >>\nendobj\n",
                               i + 7, i, i + 8);
    }
    g_auto(File) file = {0};
    file_init(&file, made_file("", "/Outlines 6 0 R", objects->str));
    SamsokReader *reader = open_reader(&file);
    SamsokRun run = {.struct_size = sizeof(run)};
    while (samsok_plugin_entry.next(reader, &run) == SAMSOK_OK && run.kind != SAMSOK_RUN_WARNING) {
        run = (SamsokRun){.struct_size = sizeof(run)};
    }
    assert_int_equal(run.kind, SAMSOK_RUN_WARNING);
    assert_string_equal(run.name, "outline");
    samsok_plugin_entry.close(reader);
}

static void line_longer_than_a_run_comes_in_pieces(void **state)
{
    (void)state;
    g_autofree char *letters = g_strnfill(SAMSOK_RUN_MAX_BYTES + 10, 'a');
    /* In words: poppler grows a word in small steps, which takes minutes under a sanitizer. */
    for (size_t i = 999; i < SAMSOK_RUN_MAX_BYTES; i += 1000) {
        letters[i] = ' ';
    }
    g_autofree char *content = g_strdup_printf("BT /R 10 Tf 10 100 Td (%s) Tj ET", letters);
    g_auto(File) file = {0};
    file_init(&file, made_file(content, "", ""));
    SamsokReader *reader = open_reader(&file);
    size_t total = 0;
    guint pieces = 0;
    SamsokRun run = {.struct_size = sizeof(run)};
    while (samsok_plugin_entry.next(reader, &run) == SAMSOK_OK) {
        assert_true(run.text_len <= SAMSOK_RUN_MAX_BYTES);
        if (run.kind == SAMSOK_RUN_LINE) {
            assert_int_equal((run.flags & SAMSOK_RUN_CONTINUES) != 0, pieces > 0);
            total += run.text_len;
            pieces++;
        }
        run = (SamsokRun){.struct_size = sizeof(run)};
    }
    assert_int_equal(pieces, 2);
    assert_int_equal(total, SAMSOK_RUN_MAX_BYTES + 10);
    samsok_plugin_entry.close(reader);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(too_many_pages_are_refused_at_open),
        cmocka_unit_test(too_much_text_stops_the_reading),
        cmocka_unit_test(closed_descriptor_is_an_io_error),
        cmocka_unit_test(descriptor_stays_the_hosts),
        cmocka_unit_test(two_readers_do_not_disturb_each_other),
        cmocka_unit_test(endless_outline_ends_with_a_warning),
        cmocka_unit_test(line_longer_than_a_run_comes_in_pieces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
