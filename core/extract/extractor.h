/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a descriptor to checked runs: detection, choice of plugin, a supervised worker.
 *
 * An extractor keeps at most one samsok-worker process for each plugin and uses it for file after
 * file. It owns the deadlines: a worker that says nothing for idle_ms, or needs more than total_ms
 * for a file, is killed with its process group; one that crashes, breaks the protocol or passes a
 * limit is replaced. Either costs the file at hand and nothing else. After files_per_worker files a
 * worker is replaced, so that what a library leaks stays bounded.
 *
 * Which plugin reads a file: core/extract/detect.h names a media type from the file's head, then the
 * plugins bid as plugin.h says under WHO READS A FILE. Nobody bids: UNSUPPORTED, with the media type
 * in the message. An empty file is FORMAT.
 *
 * What becomes of a file does not depend on the files before it: a worker that dies after having read
 * others is replaced, and the file is tried once more.
 *
 * Threads: one extractor belongs to one thread, the one that reads with it: when that thread ends,
 * the system ends its workers. Several extractors may share a registry.
 */
#ifndef SAMSOK_EXTRACT_EXTRACTOR_H
#define SAMSOK_EXTRACT_EXTRACTOR_H

#include "core/extract/registry.h"
#include "core/model/runs.h"

#include <glib.h>
#include <stdint.h>

G_BEGIN_DECLS

/* Zero in any field means the default of core/base/limits.h. */
typedef struct {
    uint32_t idle_ms;
    uint32_t total_ms;
    uint32_t files_per_worker;
    uint64_t memory_bytes;
    uint64_t max_text_bytes;
} SamsokExtractorOptions;

/* What was read. Owner: the caller clears it with samsok_extract_clear. */
typedef struct {
    SamsokRuns *runs;
    char *media_type; /* as detected, if the plugin declares it; else the first the plugin declares */
    const SamsokPluginInfo *plugin; /* lent by the registry */
} SamsokExtract;

void samsok_extract_clear(SamsokExtract *extract);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(SamsokExtract, samsok_extract_clear)

typedef struct _SamsokExtractor SamsokExtractor;

/* `registry` must outlive the extractor. No process is started yet. */
SamsokExtractor *samsok_extractor_new(const SamsokRegistry *registry,
                                      const SamsokExtractorOptions *options);
/* Ends the workers. Accepts NULL. */
void samsok_extractor_free(SamsokExtractor *extractor);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokExtractor, samsok_extractor_free)

/* Reads the file behind `fd` (regular, open for reading; its offset is not used and not changed).
 * `name` is the file's name without folders, for messages and for telling formats apart.
 * `out` is filled on success only.
 * What nobody reads, and what is empty, is UNSUPPORTED, unless `name` ends as names of files do that a plugin
 * reads ("rapport.pdf"): then it is FORMAT, a failure. So is a page or text called ".pdf".
 * Errors (message names the file): IO, LIMIT, TIMEOUT, FORMAT, ENCRYPTED, UNSUPPORTED, PLUGIN (the
 * worker died or broke the protocol). On failure after a plugin was chosen, *out_plugin names it
 * (lent by the registry), so that the file can be quarantined under its build; else it is NULL.
 * out_plugin may be NULL. */
gboolean samsok_extractor_read(SamsokExtractor *extractor, int fd, const char *name,
                               SamsokExtract *out, const SamsokPluginInfo **out_plugin,
                               GError **error);

/* The largest resident set of any worker that has ended, in kilobytes; 0 if none has. */
uint64_t samsok_extractor_peak_rss_kb(const SamsokExtractor *extractor);

/* What the workers are kept in, for the run report: "process" (own process with limits). */
const char *samsok_extractor_sandbox(const SamsokExtractor *extractor);

G_END_DECLS

#endif
