/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers pieces, writes shards in a pool of threads, compacts them in order. */
#include "config.h"

#include "index/shards.h"

#include "core/base/limits.h"
#include "index/generation.h"
#include "index/schema.h"
#include "index/xapian/index.h"

/* Databases compacted at a time: each holds some four descriptors, and 1024 is what a process has. */
enum { MAX_COMPACTED = 100 };

typedef struct {
    char *path;
    GPtrArray *pieces; /* of SamsokPiece * */
} Shard;

struct _SamsokShards {
    char *base;
    guint jobs;
    const SamsokTagging *tagging;
    guint count;      /* paths given out */
    GPtrArray *paths; /* of char *, in order */
    Shard *gathered;  /* NULL when nothing is */
    size_t gathered_bytes;
    GThreadPool *pool;
    GMutex mutex;
    GCond written;
    /* Guarded by the mutex. */
    guint unwritten;
    GError *failure;    /* the first one */
    GPtrArray *ingests; /* of SamsokIngest *: idle; each knows the words it has met */
};

static void piece_free(gpointer piece)
{
    samsok_piece_free(piece);
}

static void ingest_free(gpointer ingest)
{
    samsok_ingest_free(ingest);
}

static char *next_path(SamsokShards *shards)
{
    return g_strdup_printf("%s-%u", shards->base, ++shards->count);
}

static Shard *shard_new(SamsokShards *shards)
{
    Shard *shard = g_new0(Shard, 1);
    shard->path = next_path(shards);
    shard->pieces = g_ptr_array_new_with_free_func(piece_free);
    g_ptr_array_add(shards->paths, g_strdup(shard->path));
    return shard;
}

static void shard_free(Shard *shard)
{
    if (shard == NULL) {
        return;
    }
    g_ptr_array_unref(shard->pieces);
    g_free(shard->path);
    g_free(shard);
}

/* ---- In the threads ---- */

static gboolean write_pieces(const Shard *shard, SamsokIngest *ingest, GError **error)
{
    g_autoptr(SamsokWriter) writer = samsok_writer_create(shard->path, error);
    if (writer == NULL) {
        return FALSE;
    }
    samsok_ingest_set_writer(ingest, writer);
    for (guint i = 0; i < shard->pieces->len; i++) {
        if (!samsok_piece_write(g_ptr_array_index(shard->pieces, i), ingest, error)) {
            return FALSE;
        }
        samsok_piece_free(g_steal_pointer(&g_ptr_array_index(shard->pieces, i)));
    }
    return samsok_writer_commit(writer, error);
}

static SamsokIngest *borrow_ingest(SamsokShards *shards, GError **error)
{
    g_mutex_lock(&shards->mutex);
    guint idle = shards->ingests->len;
    SamsokIngest *ingest =
        idle == 0 ? NULL : g_ptr_array_steal_index_fast(shards->ingests, idle - 1);
    g_mutex_unlock(&shards->mutex);
    return ingest == NULL ? samsok_ingest_new(NULL, shards->tagging, error) : ingest;
}

static bool has_failed(SamsokShards *shards)
{
    g_mutex_lock(&shards->mutex);
    bool failed = shards->failure != NULL;
    g_mutex_unlock(&shards->mutex);
    return failed;
}

static void write_shard(gpointer data, gpointer user_data)
{
    Shard *shard = data;
    SamsokShards *shards = user_data;
    GError *failure = NULL;
    SamsokIngest *ingest = has_failed(shards) ? NULL : borrow_ingest(shards, &failure);
    if (ingest != NULL) {
        write_pieces(shard, ingest, &failure);
    }
    shard_free(shard);
    g_mutex_lock(&shards->mutex);
    if (ingest != NULL) {
        g_ptr_array_add(shards->ingests, ingest);
    }
    if (failure != NULL && shards->failure == NULL) {
        shards->failure = g_steal_pointer(&failure);
    }
    g_clear_error(&failure);
    shards->unwritten--;
    g_cond_signal(&shards->written);
    g_mutex_unlock(&shards->mutex);
}

/* ---- In the caller's thread ---- */

SamsokShards *samsok_shards_new(const char *base, guint jobs, const SamsokTagging *tagging)
{
    SamsokShards *shards = g_new0(SamsokShards, 1);
    shards->base = g_strdup(base);
    shards->jobs = jobs;
    shards->tagging = tagging;
    shards->paths = g_ptr_array_new_with_free_func(g_free);
    shards->ingests = g_ptr_array_new_with_free_func(ingest_free);
    g_mutex_init(&shards->mutex);
    g_cond_init(&shards->written);
    shards->pool = g_thread_pool_new(write_shard, shards, (gint)jobs, FALSE, NULL);
    return shards;
}

void samsok_shards_free(SamsokShards *shards)
{
    if (shards == NULL) {
        return;
    }
    g_thread_pool_free(shards->pool, FALSE, TRUE);
    shard_free(shards->gathered);
    g_ptr_array_unref(shards->paths);
    g_ptr_array_unref(shards->ingests);
    g_clear_error(&shards->failure);
    g_mutex_clear(&shards->mutex);
    g_cond_clear(&shards->written);
    g_free(shards->base);
    g_free(shards);
}

/* Waits until at most `unwritten` shards are on their way; tells of what failed so far. */
static gboolean wait_for(SamsokShards *shards, guint unwritten, GError **error)
{
    g_mutex_lock(&shards->mutex);
    while (shards->unwritten > unwritten) {
        g_cond_wait(&shards->written, &shards->mutex);
    }
    bool failed = shards->failure != NULL;
    if (failed) {
        g_propagate_error(error, g_error_copy(shards->failure));
    }
    g_mutex_unlock(&shards->mutex);
    return !failed;
}

static void send_gathered(SamsokShards *shards)
{
    if (shards->gathered == NULL) {
        return;
    }
    g_mutex_lock(&shards->mutex);
    shards->unwritten++;
    g_mutex_unlock(&shards->mutex);
    g_thread_pool_push(shards->pool, g_steal_pointer(&shards->gathered), NULL);
    shards->gathered_bytes = 0;
}

gboolean samsok_shards_add(SamsokShards *shards, SamsokPiece *piece, GError **error)
{
    if (shards->gathered == NULL) {
        shards->gathered = shard_new(shards);
    }
    shards->gathered_bytes += samsok_piece_text_bytes(piece);
    g_ptr_array_add(shards->gathered->pieces, piece);
    if (shards->gathered_bytes < SAMSOK_SHARD_TEXT_BYTES &&
        shards->gathered->pieces->len < SAMSOK_SHARD_REPORTS) {
        return TRUE;
    }
    send_gathered(shards);
    return wait_for(shards, shards->jobs, error);
}

/* One database of the shards from `begin` to before `end`, which go. NULL on error. */
static char *compact_group(SamsokShards *shards, guint begin, guint end, GError **error)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new();
    for (guint i = begin; i < end; i++) {
        g_ptr_array_add(parts, g_ptr_array_index(shards->paths, i));
    }
    g_ptr_array_add(parts, NULL);
    g_autofree char *path = next_path(shards);
    if (!samsok_compact((const char *const *)parts->pdata, path, SAMSOK_KEY_WORD, error)) {
        return NULL;
    }
    for (guint i = begin; i < end; i++) {
        samsok_generation_remove(g_ptr_array_index(shards->paths, i));
    }
    return g_steal_pointer(&path);
}

/* Compacts neighbours, in order, until what is left can be made into one at once. */
static gboolean compact_groups(SamsokShards *shards, GError **error)
{
    while (shards->paths->len > MAX_COMPACTED) {
        g_autoptr(GPtrArray) groups = g_ptr_array_new_with_free_func(g_free);
        for (guint begin = 0; begin < shards->paths->len; begin += MAX_COMPACTED) {
            guint end = MIN(begin + MAX_COMPACTED, shards->paths->len);
            char *path = compact_group(shards, begin, end, error);
            if (path == NULL) {
                return FALSE;
            }
            g_ptr_array_add(groups, path);
        }
        g_ptr_array_unref(shards->paths);
        shards->paths = g_steal_pointer(&groups);
    }
    return TRUE;
}

gboolean samsok_shards_finish(SamsokShards *shards, const char *head, const char *destination,
                              GError **error)
{
    send_gathered(shards);
    if (!wait_for(shards, 0, error) || !compact_groups(shards, error)) {
        return FALSE;
    }
    g_autoptr(GPtrArray) parts = g_ptr_array_new();
    g_ptr_array_add(parts, (gpointer)head);
    g_ptr_array_extend(parts, shards->paths, NULL, NULL);
    g_ptr_array_add(parts, NULL);
    return samsok_compact((const char *const *)parts->pdata, destination, SAMSOK_KEY_WORD,
                          error);
}
