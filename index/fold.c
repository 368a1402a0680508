/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Remembers the first passage of each text. */
#include "config.h"

#include "index/fold.h"

#include <string.h>

enum { DIGITS = 10 };

typedef struct {
    char *report; /* of the passage that is kept */
    guint count;
} Kept;

struct _SamsokFold {
    GHashTable *by_digits; /* char * → Kept * */
};

static void free_kept(gpointer data)
{
    Kept *kept = data;
    g_free(kept->report);
    g_free(kept);
}

SamsokFold *samsok_fold_new(void)
{
    SamsokFold *fold = g_new0(SamsokFold, 1);
    fold->by_digits = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_kept);
    return fold;
}

void samsok_fold_free(SamsokFold *fold)
{
    if (fold != NULL) {
        g_hash_table_unref(fold->by_digits);
        g_free(fold);
    }
}

/* The digits of the text, without the "-2" of a repeat; NULL for an id of another form.
 * Owner: the caller frees. */
static char *digits_of(const char *id)
{
    const char *digits = strrchr(id, '#');
    if (digits == NULL || strspn(digits + 1, "0123456789abcdef") != DIGITS) {
        return NULL;
    }
    return g_strndup(digits + 1, DIGITS);
}

bool samsok_fold_repeats(SamsokFold *fold, const SamsokPassageRecord *passage)
{
    g_autofree char *digits = digits_of(passage->id);
    if (digits == NULL) {
        return false;
    }
    Kept *kept = g_hash_table_lookup(fold->by_digits, digits);
    if (kept == NULL) {
        kept = g_new0(Kept, 1);
        kept->report = g_strdup(passage->report);
        g_hash_table_insert(fold->by_digits, g_steal_pointer(&digits), kept);
        return false;
    }
    if (strcmp(kept->report, passage->report) == 0) {
        return false;
    }
    kept->count++;
    return true;
}

guint samsok_fold_count(const SamsokFold *fold, const SamsokPassageRecord *passage)
{
    g_autofree char *digits = digits_of(passage->id);
    const Kept *kept = digits == NULL ? NULL : g_hash_table_lookup(fold->by_digits, digits);
    return kept == NULL ? 0 : kept->count;
}
