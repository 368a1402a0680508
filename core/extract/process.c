/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starts helper processes with nothing inherited but what they are given, and ends them as groups. */
#include "config.h"

#include "core/extract/process.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/error.h"

/* The first descriptor that a process is not given. */
enum { CHANNEL_FD = 3, POLL_US = 1000 };

/* What a dynamic loader or a sanitizer reads. Everything else (HOME, locale, secrets) stays here. */
static const char *const kept_variables[] = {
    "LD_LIBRARY_PATH", "LD_PRELOAD", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS",
};

struct _SamsokProcess {
    pid_t pid;
};

static GStrv dup_environment(void)
{
    g_autoptr(GStrvBuilder) builder = g_strv_builder_new();
    for (gsize i = 0; i < G_N_ELEMENTS(kept_variables); i++) {
        const char *value = g_getenv(kept_variables[i]);
        if (value != NULL) {
            g_autofree char *setting = g_strconcat(kept_variables[i], "=", value, NULL);
            g_strv_builder_add(builder, setting);
        }
    }
    return g_strv_builder_end(builder);
}

/* What the process gets, out of the way of the numbers it gets them under. */
typedef struct {
    int stdout_fd;
    int channel_fd;
} LiftedFds;

/* A copy of `fd` above all numbers that are overwritten; -1 stays -1. */
static int lifted(int fd)
{
    return fd < 0 ? -1 : fcntl(fd, F_DUPFD_CLOEXEC, CHANNEL_FD + 1);
}

static void close_lifted(const LiftedFds *fds)
{
    if (fds->stdout_fd >= 0) {
        close(fds->stdout_fd);
    }
    if (fds->channel_fd >= 0) {
        close(fds->channel_fd);
    }
}

static int set_actions(posix_spawn_file_actions_t *actions, const LiftedFds *fds)
{
    int failure = posix_spawn_file_actions_addopen(actions, 0, "/dev/null", O_RDONLY, 0);
    if (failure == 0) {
        failure = fds->stdout_fd >= 0
                      ? posix_spawn_file_actions_adddup2(actions, fds->stdout_fd, 1)
                      : posix_spawn_file_actions_addopen(actions, 1, "/dev/null", O_WRONLY, 0);
    }
    if (failure == 0) {
        failure = posix_spawn_file_actions_addopen(actions, 2, "/dev/null", O_WRONLY, 0);
    }
    if (failure == 0 && fds->channel_fd >= 0) {
        failure = posix_spawn_file_actions_adddup2(actions, fds->channel_fd, CHANNEL_FD);
    }
    return failure;
}

static int set_attributes(posix_spawnattr_t *attributes)
{
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    int failure = posix_spawnattr_setsigmask(attributes, &none);
    if (failure == 0) {
        failure = posix_spawnattr_setsigdefault(attributes, &all);
    }
    if (failure == 0) {
        failure = posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK |
                                                           POSIX_SPAWN_SETSIGDEF);
    }
    return failure;
}

static int spawn(const char *const *argv, const LiftedFds *fds, pid_t *out_pid)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int failure = posix_spawn_file_actions_init(&actions);
    if (failure != 0) {
        return failure;
    }
    failure = posix_spawnattr_init(&attributes);
    if (failure != 0) {
        posix_spawn_file_actions_destroy(&actions);
        return failure;
    }
    failure = set_actions(&actions, fds);
    if (failure == 0) {
        failure = set_attributes(&attributes);
    }
    if (failure == 0) {
        g_auto(GStrv) environment = dup_environment();
        /* POSIX has no const here and promises not to write. */
        failure = posix_spawn(out_pid, argv[0], &actions, &attributes, (char *const *)argv,
                              environment);
    }
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}

SamsokProcess *samsok_process_start(const SamsokProcessOptions *options, GError **error)
{
    const LiftedFds fds = {
        .stdout_fd = lifted(options->stdout_fd),
        .channel_fd = lifted(options->channel_fd),
    };
    pid_t pid = -1;
    int failure = spawn(options->argv, &fds, &pid);
    close_lifted(&fds);
    if (failure != 0) {
        g_set_error(error, SAMSOK_ERROR,
                    failure == ENOENT ? SAMSOK_ERROR_MISSING : SAMSOK_ERROR_PLUGIN,
                    "'%s' cannot be run: %s", options->argv[0], g_strerror(failure));
        return NULL;
    }
    SamsokProcess *process = g_new0(SamsokProcess, 1);
    process->pid = pid;
    return process;
}

/* True when the process has ended; it is not reaped, so its number stays taken. */
static bool has_ended(pid_t pid)
{
    siginfo_t info = {.si_pid = 0};
    int result = waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT);
    return result == 0 && info.si_pid == pid;
}

void samsok_process_end(SamsokProcess *process, uint32_t grace_ms, SamsokProcessEnd *out)
{
    gint64 deadline = g_get_monotonic_time() + (gint64)grace_ms * 1000;
    bool ended = has_ended(process->pid);
    while (!ended && g_get_monotonic_time() < deadline) {
        g_usleep(POLL_US);
        ended = has_ended(process->pid);
    }
    /* The leader is still unreaped, so the group's number cannot have passed to another. */
    kill(-process->pid, SIGKILL);

    int status = 0;
    struct rusage usage = {.ru_maxrss = 0};
    pid_t reaped = -1;
    do {
        reaped = wait4(process->pid, &status, 0, &usage);
    } while (reaped < 0 && errno == EINTR);
    if (out != NULL) {
        *out = (SamsokProcessEnd){
            .signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0,
            .exit_status = WIFEXITED(status) ? WEXITSTATUS(status) : 0,
            .was_killed = !ended,
            .peak_rss_kb = (uint64_t)usage.ru_maxrss,
        };
    }
    g_free(process);
}

char *samsok_process_signal_name(int signal_number)
{
    static const struct {
        int number;
        const char *name;
    } names[] = {
        {SIGABRT, "SIGABRT"}, {SIGALRM, "SIGALRM"}, {SIGBUS, "SIGBUS"},   {SIGFPE, "SIGFPE"},
        {SIGHUP, "SIGHUP"},   {SIGILL, "SIGILL"},   {SIGINT, "SIGINT"},   {SIGKILL, "SIGKILL"},
        {SIGPIPE, "SIGPIPE"}, {SIGQUIT, "SIGQUIT"}, {SIGSEGV, "SIGSEGV"}, {SIGSYS, "SIGSYS"},
        {SIGTERM, "SIGTERM"}, {SIGTRAP, "SIGTRAP"}, {SIGXCPU, "SIGXCPU"}, {SIGXFSZ, "SIGXFSZ"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        if (names[i].number == signal_number) {
            return g_strdup(names[i].name);
        }
    }
    return g_strdup_printf("signal %d", signal_number);
}
