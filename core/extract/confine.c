/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Resource limits and signals of a worker process. */
#include "config.h"

#include "core/extract/confine.h"

#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/limits.h"

#if defined(__SANITIZE_ADDRESS__)
#define UNDER_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define UNDER_ADDRESS_SANITIZER 1
#endif
#endif
#ifndef UNDER_ADDRESS_SANITIZER
#define UNDER_ADDRESS_SANITIZER 0
#endif

enum { FIRST_UNUSED_FD = 4 };

static gboolean set_limit(int resource, uint64_t value, GError **error)
{
    const struct rlimit limit = {.rlim_cur = value, .rlim_max = value};
    if (setrlimit((__rlimit_resource_t)resource, &limit) == 0) {
        return TRUE;
    }
    g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_INTERNAL, "a limit cannot be set: %s",
                g_strerror(errno));
    return FALSE;
}

gboolean samsok_confine_process(const SamsokConfineOptions *options, GError **error)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    signal(SIGXFSZ, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    close_range(FIRST_UNUSED_FD, ~0U, 0);
    if (!UNDER_ADDRESS_SANITIZER && !set_limit(RLIMIT_AS, options->memory_bytes, error)) {
        return FALSE;
    }
    if (!options->may_write && !set_limit(RLIMIT_FSIZE, 0, error)) {
        return FALSE;
    }
    /* The place where Landlock and seccomp belong: after this nothing but the plugin is opened. */
    return set_limit(RLIMIT_NOFILE, SAMSOK_WORKER_DESCRIPTORS, error) &&
           set_limit(RLIMIT_CORE, 0, error);
}

void samsok_confine_cpu(uint32_t seconds)
{
    struct rusage usage;
    struct rlimit limit;
    if (getrusage(RUSAGE_SELF, &usage) != 0 || getrlimit(RLIMIT_CPU, &limit) != 0) {
        return;
    }
    rlim_t used = (rlim_t)usage.ru_utime.tv_sec + (rlim_t)usage.ru_stime.tv_sec;
    limit.rlim_cur = MIN(used + 1 + seconds, limit.rlim_max);
    setrlimit(RLIMIT_CPU, &limit);
}
