/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plugins that are not quite plugins, one for each VARIANT_* the build defines. For tests only. */
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <unistd.h>

#include "core/extract/plugin.h"

#if defined(VARIANT_NEWER_MAJOR)
#define ABI_MAJOR (SAMSOK_PLUGIN_ABI_MAJOR + 1)
#else
#define ABI_MAJOR SAMSOK_PLUGIN_ABI_MAJOR
#endif

#if defined(VARIANT_NO_ENTRY)
extern SAMSOK_PLUGIN_EXPORT const int samsok_other_entry;
const int samsok_other_entry = 1;
#else

static SamsokStatus open_reader(const SamsokInput *input, SamsokReader **out_reader)
{
    (void)input;
    *out_reader = NULL;
    return SAMSOK_OK;
}

static SamsokStatus next(SamsokReader *reader, SamsokRun *run)
{
    (void)reader;
    (void)run;
    return SAMSOK_END;
}

static void close_reader(SamsokReader *reader)
{
    (void)reader;
}

#if defined(VARIANT_CRASH_AT_LOAD)
__attribute__((constructor)) static void at_load(void)
{
    signal(SIGSEGV, SIG_DFL);
    raise(SIGSEGV);
}
#elif defined(VARIANT_PRINT_AT_LOAD)
__attribute__((constructor)) static void at_load(void)
{
    printf("[plugin]\nname=liar\n");
    fflush(stdout);
}
#endif

static const char *const media_types[] = {"text/x-variant", NULL};

/* A plugin of a newer minor number has more fields than this program knows. */
typedef struct {
    SamsokPlugin known;
    void (*later)(void);
} NewerPlugin;

#if defined(VARIANT_NEWER_MINOR)
#define ABI_MINOR (SAMSOK_PLUGIN_ABI_MINOR + 1)
#define ENTRY_BYTES sizeof(NewerPlugin)
#else
#define ABI_MINOR SAMSOK_PLUGIN_ABI_MINOR
#define ENTRY_BYTES sizeof(SamsokPlugin)
#endif

const SamsokPlugin samsok_plugin_entry = {
    .magic = SAMSOK_PLUGIN_MAGIC,
    .abi_major = ABI_MAJOR,
    .abi_minor = ABI_MINOR,
    .struct_size = ENTRY_BYTES,
    .trust = SAMSOK_TRUST_OWN_CODE,
    .name = VARIANT_NAME,
    .version = "1.0",
    .licence = "GPL-3.0-or-later",
    .media_types = media_types,
    .open = open_reader,
    .next = next,
    .close = close_reader,
};
#endif
