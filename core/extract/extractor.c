/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses the plugin for a file and has one of its workers read it. */
#include "config.h"

#include "core/extract/extractor.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/extract/detect.h"
#include "core/extract/worker.h"

/* plugin.h, "WHO READS A FILE". */
enum { DECLARED_BID = 50, CERTAIN_BID = 90 };

struct _SamsokExtractor {
    const SamsokRegistry *registry;
    SamsokWorkerLimits limits;
    uint32_t files_per_worker;
    SamsokDetector *detector; /* NULL until the first file */
    char *head;               /* SAMSOK_HEAD_BYTES */
    SamsokWorker **workers;   /* one for each place in the registry; NULL where none runs */
    guint *bids;              /* likewise, for the file at hand */
    uint64_t peak_rss_kb;
};

/* The file at hand. */
typedef struct {
    int fd;
    const char *name;
    const char *media_type;
} File;

void samsok_extract_clear(SamsokExtract *extract)
{
    g_clear_pointer(&extract->runs, samsok_runs_free);
    g_clear_pointer(&extract->media_type, g_free);
    extract->plugin = NULL;
}

SamsokExtractor *samsok_extractor_new(const SamsokRegistry *registry,
                                      const SamsokExtractorOptions *options)
{
    SamsokExtractor *extractor = g_new0(SamsokExtractor, 1);
    guint count = samsok_registry_len(registry);
    extractor->registry = registry;
    extractor->limits = (SamsokWorkerLimits){
        .idle_ms = options->idle_ms > 0 ? options->idle_ms : SAMSOK_WORKER_IDLE_MS,
        .total_ms = options->total_ms > 0 ? options->total_ms : SAMSOK_WORKER_TOTAL_MS,
        .memory_bytes =
            options->memory_bytes > 0 ? options->memory_bytes : SAMSOK_WORKER_MEMORY_BYTES,
        .max_text_bytes =
            options->max_text_bytes > 0 ? options->max_text_bytes : SAMSOK_MAX_TEXT_BYTES,
    };
    extractor->files_per_worker =
        options->files_per_worker > 0 ? options->files_per_worker : SAMSOK_WORKER_FILES;
    extractor->head = g_malloc(SAMSOK_HEAD_BYTES);
    extractor->workers = g_new0(SamsokWorker *, count);
    extractor->bids = g_new0(guint, count);
    return extractor;
}

static void stop_worker(SamsokExtractor *extractor, guint place)
{
    uint64_t peak_rss_kb = samsok_worker_stop(g_steal_pointer(&extractor->workers[place]));
    extractor->peak_rss_kb = MAX(extractor->peak_rss_kb, peak_rss_kb);
}

void samsok_extractor_free(SamsokExtractor *extractor)
{
    if (extractor == NULL) {
        return;
    }
    for (guint i = 0; i < samsok_registry_len(extractor->registry); i++) {
        stop_worker(extractor, i);
    }
    samsok_detector_free(extractor->detector);
    g_free(extractor->bids);
    g_free(extractor->workers);
    g_free(extractor->head);
    g_free(extractor);
}

/* The worker at `place`, ready for a request; a new one if need be, NULL with `error` set. */
static SamsokWorker *ready_worker(SamsokExtractor *extractor, guint place, GError **error)
{
    SamsokWorker *worker = extractor->workers[place];
    if (worker != NULL && samsok_worker_is_ready(worker) &&
        samsok_worker_file_count(worker) < extractor->files_per_worker) {
        return worker;
    }
    stop_worker(extractor, place);
    extractor->workers[place] =
        samsok_worker_start(samsok_registry_worker(extractor->registry),
                            samsok_registry_at(extractor->registry, place), &extractor->limits, error);
    return extractor->workers[place];
}

static bool declares(const SamsokPluginInfo *plugin, const char *media_type)
{
    return g_strv_contains(plugin->media_types, media_type);
}

/* Which plugins are asked for their bid in which turn. */
typedef enum { TURN_DECLARED, TURN_OTHERS } Turn;

static bool is_asked(const SamsokPluginInfo *plugin, const char *media_type, Turn turn)
{
    return *plugin->refusal == '\0' && plugin->has_probe &&
           declares(plugin, media_type) == (turn == TURN_DECLARED);
}

/* Asks all plugins of a turn at once. One that fails bids nothing; *out_failure keeps why. */
static void ask(SamsokExtractor *extractor, const File *file, Turn turn, GError **out_failure)
{
    guint count = samsok_registry_len(extractor->registry);
    g_autofree bool *is_waited_for = g_new0(bool, count);
    for (guint i = 0; i < count; i++) {
        GError **failure = *out_failure == NULL ? out_failure : NULL;
        if (!is_asked(samsok_registry_at(extractor->registry, i), file->media_type, turn)) {
            continue;
        }
        SamsokWorker *worker = ready_worker(extractor, i, failure);
        is_waited_for[i] = worker != NULL && samsok_worker_send_probe(worker, file->fd,
                                                                      file->media_type, failure);
    }
    for (guint i = 0; i < count; i++) {
        GError **failure = *out_failure == NULL ? out_failure : NULL;
        guint bid = 0;
        if (is_waited_for[i] &&
            samsok_worker_receive_bid(extractor->workers[i], &bid, failure)) {
            bool is_raised = bid > 0 && turn == TURN_DECLARED;
            extractor->bids[i] = is_raised ? MAX(bid, (guint)DECLARED_BID) : bid;
        }
    }
}

/* The place of the highest bid, the first of equals; the number of plugins if nobody bids. */
static guint highest(const SamsokExtractor *extractor)
{
    guint count = samsok_registry_len(extractor->registry);
    guint best = count;
    for (guint i = 0; i < count; i++) {
        if (extractor->bids[i] > (best == count ? 0 : extractor->bids[best])) {
            best = i;
        }
    }
    return best;
}

static bool is_declared(const SamsokExtractor *extractor, const char *media_type)
{
    for (guint i = 0; i < samsok_registry_len(extractor->registry); i++) {
        const SamsokPluginInfo *plugin = samsok_registry_at(extractor->registry, i);
        if (*plugin->refusal == '\0' && declares(plugin, media_type)) {
            return true;
        }
    }
    return false;
}

/* The media type that the file's name promises, if a plugin reads it; else "". */
static const char *promised_type(const SamsokExtractor *extractor, const char *name)
{
    const char *type = samsok_detect_promised_type(name);
    return is_declared(extractor, type) ? type : "";
}

/* The file is not what it is called. */
static void set_mismatch(const File *file, GError **error)
{
    const char *ending = strrchr(file->name, '.');
    g_autofree char *clean = samsok_text_clean(ending, strlen(ending), NULL);
    bool is_known = strcmp(file->media_type, "application/octet-stream") != 0;
    g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_FORMAT, "is called %s, but holds %s", clean,
                is_known ? file->media_type : "nothing that could be recognised");
}

/* Nobody reads the file: a failure where it is called as files are that somebody reads, or taken for one
 * and refused; else of a kind that is no concern of ours. */
static void set_unread(const SamsokExtractor *extractor, const File *file, GError **error)
{
    const char *promised = promised_type(extractor, file->name);
    if (*promised == '\0') {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_UNSUPPORTED, "no plugin reads %s",
                    file->media_type);
    } else if (is_declared(extractor, file->media_type)) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_FORMAT, "is damaged, or no %s after all",
                    file->media_type);
    } else {
        set_mismatch(file, error);
    }
}

static gboolean choose(SamsokExtractor *extractor, const File *file, guint *out_place,
                       GError **error)
{
    guint count = samsok_registry_len(extractor->registry);
    for (guint i = 0; i < count; i++) {
        const SamsokPluginInfo *plugin = samsok_registry_at(extractor->registry, i);
        bool bids_silently = *plugin->refusal == '\0' && !plugin->has_probe &&
                             declares(plugin, file->media_type);
        extractor->bids[i] = bids_silently ? DECLARED_BID : 0;
    }
    GError *failure = NULL;
    ask(extractor, file, TURN_DECLARED, &failure);
    guint best = highest(extractor);
    if (best == count || extractor->bids[best] < CERTAIN_BID) {
        ask(extractor, file, TURN_OTHERS, &failure);
        best = highest(extractor);
    }
    if (best < count) {
        g_clear_error(&failure);
        *out_place = best;
        return TRUE;
    }
    if (failure != NULL) {
        g_propagate_error(error, failure);
        return FALSE;
    }
    set_unread(extractor, file, error);
    return FALSE;
}

/* Reads with the worker at `place`. A worker that had read other files and then died may have been
 * harmed by them, so the file gets a second chance in a fresh one: what becomes of a file does not
 * depend on what was read before it. A deadline is too dear to be waited for twice. */
static SamsokRuns *read_runs(SamsokExtractor *extractor, guint place, const File *file,
                             GError **error)
{
    for (;;) {
        SamsokWorker *worker = ready_worker(extractor, place, error);
        if (worker == NULL) {
            return NULL;
        }
        bool is_fresh = samsok_worker_file_count(worker) == 0;
        GError *failure = NULL;
        g_autoptr(SamsokRuns) runs = samsok_runs_new();
        if (samsok_worker_read(worker, file->fd, file->media_type, runs, &failure)) {
            return g_steal_pointer(&runs);
        }
        bool is_final = is_fresh || !samsok_worker_has_ended(worker) ||
                        g_error_matches(failure, SAMSOK_ERROR, SAMSOK_ERROR_TIMEOUT);
        if (is_final) {
            g_propagate_error(error, failure);
            return NULL;
        }
        g_clear_error(&failure);
    }
}

/* A description of its own for the file: reading moves no offset of the caller's, and a worker
 * cannot write even where the caller could. -1 with `error` set. */
static int reopen(int fd, GError **error)
{
    g_autofree char *path = g_strdup_printf("/proc/self/fd/%d", fd);
    int own = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (own < 0) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_IO, "cannot be opened: %s",
                    g_strerror(errno));
    }
    return own;
}

static gboolean check_size(const SamsokExtractor *extractor, int fd, const char *name, GError **error)
{
    struct stat info;
    if (fstat(fd, &info) != 0) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_IO, "cannot be read: %s", g_strerror(errno));
        return FALSE;
    }
    if (!S_ISREG(info.st_mode)) {
        g_set_error_literal(error, SAMSOK_ERROR, SAMSOK_ERROR_UNSUPPORTED, "is no regular file");
        return FALSE;
    }
    if (info.st_size == 0) {
        bool is_ours = *promised_type(extractor, name) != '\0';
        g_set_error_literal(error, SAMSOK_ERROR,
                            is_ours ? SAMSOK_ERROR_FORMAT : SAMSOK_ERROR_UNSUPPORTED, "is empty");
        return FALSE;
    }
    if ((uint64_t)info.st_size > SAMSOK_MAX_FILE_BYTES) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_LIMIT, "is larger than the limit of %u MiB",
                    (guint)(SAMSOK_MAX_FILE_BYTES >> 20));
        return FALSE;
    }
    return TRUE;
}

static gboolean detect(SamsokExtractor *extractor, File *file, GError **error)
{
    ssize_t len = -1;
    do {
        len = pread(file->fd, extractor->head, SAMSOK_HEAD_BYTES, 0);
    } while (len < 0 && errno == EINTR);
    if (len < 0) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_IO, "cannot be read: %s", g_strerror(errno));
        return FALSE;
    }
    if (extractor->detector == NULL) {
        extractor->detector = samsok_detector_new(error);
    }
    if (extractor->detector == NULL) {
        return FALSE;
    }
    file->media_type = samsok_detector_media_type(extractor->detector, extractor->head,
                                                  (size_t)len, file->name);
    return TRUE;
}

/* What the file is taken for in the end: a plugin that reads what detection called something else
 * has shown that it is of the plugin's own format. */
static const char *final_type(const SamsokPluginInfo *plugin, const char *media_type)
{
    const char *own = plugin->media_types[0];
    return own == NULL || declares(plugin, media_type) ? media_type : own;
}

/* A name that promises a signature is believed: what a reader of texts or pages would make of the file is
 * not what it is called. */
static gboolean check_promise(const SamsokExtractor *extractor, const File *file,
                              const SamsokPluginInfo *plugin, GError **error)
{
    const char *promised = promised_type(extractor, file->name);
    if (!samsok_detect_is_signed(promised) || declares(plugin, promised)) {
        return TRUE;
    }
    set_mismatch(file, error);
    return FALSE;
}

/* True when the plugin only guessed that the file might be of its format, and nobody said so. */
static bool was_a_guess(const SamsokExtractor *extractor, guint place, const File *file)
{
    const SamsokPluginInfo *plugin = samsok_registry_at(extractor->registry, place);
    return extractor->bids[place] < DECLARED_BID && !declares(plugin, file->media_type) &&
           *promised_type(extractor, file->name) == '\0';
}

static gboolean read_file(SamsokExtractor *extractor, File *file, SamsokExtract *out,
                          const SamsokPluginInfo **out_plugin, GError **error)
{
    guint place = 0;
    if (!detect(extractor, file, error) || !choose(extractor, file, &place, error)) {
        return FALSE;
    }
    const SamsokPluginInfo *plugin = samsok_registry_at(extractor->registry, place);
    if (!check_promise(extractor, file, plugin, error)) {
        return FALSE;
    }
    GError *failure = NULL;
    SamsokRuns *runs = read_runs(extractor, place, file, &failure);
    if (runs == NULL && g_error_matches(failure, SAMSOK_ERROR, SAMSOK_ERROR_FORMAT) &&
        was_a_guess(extractor, place, file)) {
        g_error_free(failure);
        set_unread(extractor, file, error);
        return FALSE;
    }
    *out_plugin = plugin;
    if (runs == NULL) {
        g_propagate_error(error, failure);
        return FALSE;
    }
    *out = (SamsokExtract){
        .runs = runs,
        .media_type = g_strdup(final_type(*out_plugin, file->media_type)),
        .plugin = *out_plugin,
    };
    return TRUE;
}

gboolean samsok_extractor_read(SamsokExtractor *extractor, int fd, const char *name,
                               SamsokExtract *out, const SamsokPluginInfo **out_plugin,
                               GError **error)
{
    const SamsokPluginInfo *plugin = NULL;
    File file = {.fd = -1, .name = name};
    gboolean is_read = check_size(extractor, fd, name, error);
    if (is_read) {
        file.fd = reopen(fd, error);
        is_read = file.fd >= 0 && read_file(extractor, &file, out, &plugin, error);
    }
    if (file.fd >= 0) {
        close(file.fd);
    }
    if (!is_read) {
        g_autofree char *clean = samsok_text_clean(name, strlen(name), NULL);
        g_autofree char *shown = samsok_text_squeeze(clean);
        g_prefix_error(error, "'%s': ", shown);
    }
    if (out_plugin != NULL) {
        *out_plugin = is_read ? NULL : plugin;
    }
    return is_read;
}

uint64_t samsok_extractor_peak_rss_kb(const SamsokExtractor *extractor)
{
    return extractor->peak_rss_kb;
}

const char *samsok_extractor_sandbox(const SamsokExtractor *extractor)
{
    return "process";
}
