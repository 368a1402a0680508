/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plugins are found in order, described from outside, and refused with a reason. */
#include "config.h"

#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/error.h"
#include "core/extract/load.h"
#include "core/extract/registry.h"
#include "tests/extract/fixture.h"

static void assert_refused(const char *suffix, const char *reason)
{
    g_autoptr(SamsokRegistry) registry = fixture_registry();
    const SamsokPluginInfo *plugin = fixture_candidate(registry, suffix);
    assert_non_null(plugin);
    assert_string_equal(plugin->refusal, reason);
    assert_string_equal(plugin->name, "");
    assert_int_equal(plugin->trust, 0);
}

static void plugin_is_described_in_full(void **state)
{
    (void)state;
    g_autoptr(SamsokRegistry) registry = fixture_registry();
    const SamsokPluginInfo *plugin = fixture_candidate(registry, "/misbehave.so");
    assert_non_null(plugin);
    assert_string_equal(plugin->refusal, "");
    assert_string_equal(plugin->name, "misbehave");
    assert_string_equal(plugin->version, "1.0");
    assert_string_equal(plugin->licence, "GPL-3.0-or-later");
    assert_int_equal(strlen(plugin->build), 64);
    assert_string_equal(plugin->media_types[0], "application/x-samsok-misbehave");
    assert_null(plugin->media_types[1]);
    assert_int_equal(plugin->abi_major, SAMSOK_PLUGIN_ABI_MAJOR);
    assert_int_equal(plugin->abi_minor, SAMSOK_PLUGIN_ABI_MINOR);
    assert_int_equal(plugin->trust, SAMSOK_TRUST_FOREIGN);
    assert_true(plugin->has_probe);
}

static void newer_major_is_refused_naming_both_versions(void **state)
{
    (void)state;
    g_autofree char *reason =
        g_strdup_printf("was built for plugin interface %d.%d; this samsok has %d.%d",
                        SAMSOK_PLUGIN_ABI_MAJOR + 1, SAMSOK_PLUGIN_ABI_MINOR,
                        SAMSOK_PLUGIN_ABI_MAJOR, SAMSOK_PLUGIN_ABI_MINOR);
    assert_refused("/newer-major.so", reason);
}

static void newer_minor_is_used(void **state)
{
    (void)state;
    g_autoptr(SamsokRegistry) registry = fixture_registry();
    const SamsokPluginInfo *plugin = fixture_candidate(registry, "/newer-minor.so");
    assert_non_null(plugin);
    assert_string_equal(plugin->refusal, "");
    assert_int_equal(plugin->abi_minor, SAMSOK_PLUGIN_ABI_MINOR + 1);
}

static void object_without_entry_is_refused(void **state)
{
    (void)state;
    assert_refused("/no-entry.so", "is no samsok plugin: it exports no samsok_plugin_entry");
}

static void plugin_that_crashes_when_loaded_is_refused(void **state)
{
    (void)state;
    assert_refused("/crash-at-load.so", "crashed while it was loaded (SIGSEGV)");
}

static void plugin_that_prints_when_loaded_cannot_lie_about_itself(void **state)
{
    (void)state;
    g_autoptr(SamsokRegistry) registry = fixture_registry();
    const SamsokPluginInfo *plugin = fixture_candidate(registry, "/print-at-load.so");
    assert_non_null(plugin);
    assert_string_equal(plugin->name, "print-at-load");
}

static void name_unfit_to_be_printed_is_refused(void **state)
{
    (void)state;
    assert_refused("/bad-name.so",
                   "has a name that is not made of lower-case letters, digits and hyphens");
}

static void file_that_is_no_shared_object_is_refused(void **state)
{
    g_autofree char *dir = g_build_filename(*state, "objects", NULL);
    g_autofree char *path = g_build_filename(dir, "text.so", NULL);
    assert_int_equal(g_mkdir(dir, 0700), 0);
    assert_true(g_file_set_contents(path, "no object", -1, NULL));
    const char *const dirs[] = {dir, NULL};
    const SamsokRegistryOptions options = {.dirs = dirs};
    g_autoptr(SamsokRegistry) registry = samsok_registry_load(&options, NULL);
    const SamsokPluginInfo *plugin = fixture_candidate(registry, "/text.so");
    assert_non_null(plugin);
    assert_true(g_str_has_prefix(plugin->refusal, "cannot be loaded: "));
    g_unlink(path);
    g_rmdir(dir);
}

static void first_of_two_with_one_name_wins(void **state)
{
    (void)state;
    g_autofree char *dir = g_build_filename(g_getenv("top_builddir"), "tests", "plugins", NULL);
    const char *const dirs[] = {dir, dir, NULL};
    const SamsokRegistryOptions options = {.dirs = dirs};
    g_autoptr(SamsokRegistry) registry = samsok_registry_load(&options, NULL);
    guint used = 0;
    const char *refusal = "";
    for (guint i = 0; i < samsok_registry_len(registry); i++) {
        const SamsokPluginInfo *plugin = samsok_registry_at(registry, i);
        bool is_ours = strcmp(plugin->name, "misbehave") == 0;
        used += is_ours && *plugin->refusal == '\0';
        refusal = is_ours ? plugin->refusal : refusal;
    }
    assert_int_equal(used, 1);
    assert_true(g_str_has_prefix(refusal, "the plugin 'misbehave' was found before, as '"));
}

static void untrusted_plugin_can_be_blocked(void **state)
{
    (void)state;
    g_autofree char *dir = g_build_filename(g_getenv("top_builddir"), "tests", "plugins", NULL);
    const char *const dirs[] = {dir, NULL};
    const SamsokRegistryOptions options = {.dirs = dirs, .block_untrusted = true};
    g_autoptr(SamsokRegistry) registry = samsok_registry_load(&options, NULL);
    assert_string_not_equal(fixture_candidate(registry, "/misbehave.so")->refusal, "");
    assert_string_equal(fixture_candidate(registry, "/newer-minor.so")->refusal, "");
}

static void missing_worker_is_an_error(void **state)
{
    (void)state;
    const SamsokRegistryOptions options = {.worker = "/nonexistent/samsok-worker"};
    g_autoptr(GError) error = NULL;
    assert_null(samsok_registry_load(&options, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_MISSING);
}

static void assert_cache_survives(const char *path, const char *contents)
{
    assert_true(g_file_set_contents(path, contents, -1, NULL));
    g_autoptr(SamsokRegistry) registry = fixture_registry();
    assert_string_equal(fixture_candidate(registry, "/misbehave.so")->name, "misbehave");
}

static void cache_is_used_and_a_damaged_one_costs_nothing(void **state)
{
    g_autofree char *path = g_build_filename(*state, "samsok", "plugins-1.ini", NULL);
    samsok_registry_free(fixture_registry());
    g_autofree char *contents = NULL;
    assert_true(g_file_get_contents(path, &contents, NULL, NULL));
    /* What is only in the cache shows that it was asked. */
    g_auto(GStrv) parts = g_strsplit(contents, "licence=GPL-3.0-or-later", -1);
    g_autofree char *marked = g_strjoinv("licence=from-cache", parts);
    assert_true(g_file_set_contents(path, marked, -1, NULL));
    g_autoptr(SamsokRegistry) second = fixture_registry();
    assert_string_equal(fixture_candidate(second, "/misbehave.so")->licence, "from-cache");

    assert_cache_survives(path, "");
    assert_cache_survives(path, "\xff\xfe[[[ no key file");
    g_auto(GStrv) lines = g_strsplit(contents, "abi-major=1", -1);
    g_autofree char *broken = g_strjoinv("abi-major=many", lines);
    assert_cache_survives(path, broken);
}

static SamsokStatus no_open(const SamsokInput *input, SamsokReader **out_reader)
{
    (void)input;
    (void)out_reader;
    return SAMSOK_FORMAT;
}

static SamsokStatus no_next(SamsokReader *reader, SamsokRun *run)
{
    (void)reader;
    (void)run;
    return SAMSOK_END;
}

static void no_close(SamsokReader *reader)
{
    (void)reader;
}

static const char *const no_types[] = {NULL};

/* An entry that samsok_plugin_check is content with. */
static SamsokPlugin sound_entry(void)
{
    return (SamsokPlugin){
        .magic = SAMSOK_PLUGIN_MAGIC,
        .abi_major = SAMSOK_PLUGIN_ABI_MAJOR,
        .struct_size = sizeof(SamsokPlugin),
        .name = "x",
        .version = "1",
        .licence = "MIT",
        .media_types = no_types,
        .open = no_open,
        .next = no_next,
        .close = no_close,
    };
}

static void assert_entry_refused(const SamsokPlugin *entry, const char *message)
{
    SamsokPlugin out;
    g_autoptr(GError) error = NULL;
    assert_false(samsok_plugin_check(entry, &out, &error));
    assert_int_equal(error->code, SAMSOK_ERROR_PLUGIN);
    assert_string_equal(error->message, message);
}

static void entry_is_refused_by_each_thing_that_can_be_wrong(void **state)
{
    (void)state;
    SamsokPlugin out;
    SamsokPlugin entry = sound_entry();
    assert_true(samsok_plugin_check(&entry, &out, NULL));

    entry.magic = 0x7f454c46;
    assert_entry_refused(&entry, "is no samsok plugin: its entry begins with 0x7f454c46 where "
                                 "0x736d736b is due");
    entry = sound_entry();
    entry.next = NULL;
    assert_entry_refused(&entry, "lacks 'next' in its entry");
    entry = sound_entry();
    entry.media_types = NULL;
    assert_entry_refused(&entry, "lacks 'media_types' in its entry");
    entry = sound_entry();
    entry.abi_major = 0;
    g_autofree char *message =
        g_strdup_printf("was built for plugin interface 0.%u; this samsok has %d.%d",
                        entry.abi_minor, SAMSOK_PLUGIN_ABI_MAJOR, SAMSOK_PLUGIN_ABI_MINOR);
    assert_entry_refused(&entry, message);
}

static void entry_too_short_for_its_version_is_refused(void **state)
{
    (void)state;
    SamsokPlugin out;
    SamsokPlugin entry = sound_entry();
    entry.struct_size = 40;
    g_autoptr(GError) error = NULL;
    assert_false(samsok_plugin_check(&entry, &out, &error));
    assert_true(g_str_has_prefix(error->message, "says its entry has 40 bytes; interface 1."));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plugin_is_described_in_full),
        cmocka_unit_test(newer_major_is_refused_naming_both_versions),
        cmocka_unit_test(newer_minor_is_used),
        cmocka_unit_test(object_without_entry_is_refused),
        cmocka_unit_test(plugin_that_crashes_when_loaded_is_refused),
        cmocka_unit_test(plugin_that_prints_when_loaded_cannot_lie_about_itself),
        cmocka_unit_test(name_unfit_to_be_printed_is_refused),
        cmocka_unit_test(file_that_is_no_shared_object_is_refused),
        cmocka_unit_test(first_of_two_with_one_name_wins),
        cmocka_unit_test(untrusted_plugin_can_be_blocked),
        cmocka_unit_test(missing_worker_is_an_error),
        cmocka_unit_test(cache_is_used_and_a_damaged_one_costs_nothing),
        cmocka_unit_test(entry_is_refused_by_each_thing_that_can_be_wrong),
        cmocka_unit_test(entry_too_short_for_its_version_is_refused),
    };
    return cmocka_run_group_tests(tests, fixture_set_up, fixture_tear_down);
}
