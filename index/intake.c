/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The builder threads and the window they work in. */
#include "config.h"

#include "index/intake.h"

#include <unistd.h>

#include "core/base/error.h"
#include "core/extract/extractor.h"
#include "core/language/headwords.h"
#include "core/shape/shape.h"
#include "index/identity.h"

/* How far each builder may run ahead: enough to bridge a slow file among quick ones, little enough
 * that the documents waiting stay few. */
enum { AHEAD_PER_JOB = 8 };

typedef struct {
    bool is_done;
    SamsokIntakeResult result;
} Slot;

struct _SamsokIntake {
    const GPtrArray *items;
    const SamsokRegistry *registry;
    guint window;
    GPtrArray *threads;
    GMutex mutex;
    GCond built;     /* a slot was filled */
    GCond taken;     /* a result was taken, or the end was called */
    /* Guarded by the mutex. */
    Slot *slots;     /* one for each item */
    guint next;      /* item to be begun next */
    guint given;     /* results handed out */
    bool is_stopped;
    uint64_t peak_rss_kb;
};

void samsok_intake_result_clear(SamsokIntakeResult *result)
{
    g_clear_pointer(&result->document, samsok_document_free);
    g_clear_pointer(&result->media_type, g_free);
    g_clear_error(&result->error);
    result->plugin = NULL;
}

/* The file, if it is still the one the plan speaks of; -1 else. */
static int open_planned(const SamsokPlanItem *item, GError **error)
{
    SamsokStamp stamp;
    int fd = samsok_identity_open(item->found->path, &stamp, error);
    if (fd >= 0 && !samsok_stamp_equal(&stamp, &item->stamp)) {
        g_autofree char *shown = g_filename_display_name(item->found->path);
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_IO, "'%s': changed during the run", shown);
        close(fd);
        return -1;
    }
    return fd;
}

static void build_one(SamsokExtractor *extractor, const SamsokPlanItem *item,
                      SamsokIntakeResult *out)
{
    int fd = open_planned(item, &out->error);
    if (fd < 0) {
        return;
    }
    g_autofree char *name = g_filename_display_basename(item->found->path);
    g_auto(SamsokExtract) extract = {0};
    gboolean ok = samsok_extractor_read(extractor, fd, name, &extract, &out->plugin, &out->error);
    close(fd);
    if (!ok) {
        return;
    }
    SamsokShapeOptions options = {
        .file_name = name,
        .media_type = extract.media_type,
        .sidecar = item->row == NULL ? NULL : item->row->metadata,
        .known_word = samsok_headwords_attest,
    };
    out->document = samsok_shape(extract.runs, &options);
    out->media_type = g_strdup(extract.media_type);
    out->plugin = extract.plugin;
}

/* Waits for an item to begin; false when there is none any more. Call with the mutex held. */
static bool begin_item(SamsokIntake *intake, guint *out_index)
{
    while (!intake->is_stopped && intake->next < intake->items->len &&
           intake->next >= intake->given + intake->window) {
        g_cond_wait(&intake->taken, &intake->mutex);
    }
    if (intake->is_stopped || intake->next >= intake->items->len) {
        return false;
    }
    *out_index = intake->next++;
    return true;
}

static gpointer run_builder(gpointer data)
{
    SamsokIntake *intake = data;
    const SamsokExtractorOptions defaults = {0};
    SamsokExtractor *extractor = samsok_extractor_new(intake->registry, &defaults);
    guint index = 0;
    g_mutex_lock(&intake->mutex);
    while (begin_item(intake, &index)) {
        g_mutex_unlock(&intake->mutex);
        SamsokIntakeResult result = {0};
        build_one(extractor, g_ptr_array_index(intake->items, index), &result);
        g_mutex_lock(&intake->mutex);
        intake->slots[index] = (Slot){.is_done = true, .result = result};
        intake->peak_rss_kb =
            MAX(intake->peak_rss_kb, samsok_extractor_peak_rss_kb(extractor));
        g_cond_broadcast(&intake->built);
    }
    g_mutex_unlock(&intake->mutex);
    samsok_extractor_free(extractor);
    return NULL;
}

SamsokIntake *samsok_intake_new(const GPtrArray *items, const SamsokRegistry *registry, guint jobs)
{
    SamsokIntake *intake = g_new0(SamsokIntake, 1);
    intake->items = items;
    intake->registry = registry;
    intake->window = jobs * AHEAD_PER_JOB;
    intake->slots = g_new0(Slot, MAX(items->len, 1));
    g_mutex_init(&intake->mutex);
    g_cond_init(&intake->built);
    g_cond_init(&intake->taken);
    intake->threads = g_ptr_array_new();
    for (guint i = 0; i < MIN(jobs, items->len); i++) {
        g_ptr_array_add(intake->threads, g_thread_new("samsok-builder", run_builder, intake));
    }
    return intake;
}

bool samsok_intake_next(SamsokIntake *intake, guint timeout_ms, SamsokIntakeResult *out)
{
    gint64 deadline = g_get_monotonic_time() + (gint64)timeout_ms * G_TIME_SPAN_MILLISECOND;
    g_mutex_lock(&intake->mutex);
    g_assert(intake->given < intake->items->len);
    Slot *slot = &intake->slots[intake->given];
    bool in_time = true;
    while (!slot->is_done && in_time) {
        in_time = g_cond_wait_until(&intake->built, &intake->mutex, deadline);
    }
    bool is_done = slot->is_done;
    if (is_done) {
        *out = slot->result;
        slot->result = (SamsokIntakeResult){0};
        intake->given++;
        g_cond_broadcast(&intake->taken);
    }
    g_mutex_unlock(&intake->mutex);
    return is_done;
}

uint64_t samsok_intake_peak_rss_kb(SamsokIntake *intake)
{
    g_mutex_lock(&intake->mutex);
    uint64_t peak = intake->peak_rss_kb;
    g_mutex_unlock(&intake->mutex);
    return peak;
}

void samsok_intake_free(SamsokIntake *intake)
{
    if (intake == NULL) {
        return;
    }
    g_mutex_lock(&intake->mutex);
    intake->is_stopped = true;
    g_cond_broadcast(&intake->taken);
    g_mutex_unlock(&intake->mutex);
    for (guint i = 0; i < intake->threads->len; i++) {
        g_thread_join(g_ptr_array_index(intake->threads, i));
    }
    for (guint i = 0; i < intake->items->len; i++) {
        samsok_intake_result_clear(&intake->slots[i].result);
    }
    g_ptr_array_unref(intake->threads);
    g_mutex_clear(&intake->mutex);
    g_cond_clear(&intake->built);
    g_cond_clear(&intake->taken);
    g_free(intake->slots);
    g_free(intake);
}
