/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes quotations out of a document's blocks. */
#include "config.h"

#include "core/insight/quotations.h"

#include <stdbool.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/base/text.h"

/* Fewer words are a term or a name. */
enum { LEAST_WORDS = 5 };
/* How far behind and before a quotation its reference may stand, in bytes. */
enum { NEAR_BEHIND = 90, NEAR_BEFORE = 160 };

static void quotation_free(gpointer data)
{
    SamsokQuotation *quotation = data;
    g_free(quotation->text);
    g_free(quotation);
}

void samsok_quotations_free(SamsokQuotations *quotations)
{
    if (quotations == NULL) {
        return;
    }
    g_ptr_array_unref(quotations->quotations);
    g_ptr_array_unref(quotations->references);
    g_free(quotations);
}

/* ---- References beside it ------------------------------------------------------------------------------ */

/* The reference of `block` that belongs to the bytes [start, end). */
static SamsokReference *reference_near(const SamsokQuotations *all, guint block, gsize start, gsize end)
{
    SamsokReference *before = NULL;
    for (guint i = 0; i < all->references->len; i++) {
        SamsokReference *reference = g_ptr_array_index(all->references, i);
        if (reference->block != block) {
            continue;
        }
        bool meets = reference->start_byte < end && reference->end_byte > start;
        if (meets || (reference->start_byte >= end && reference->start_byte - end <= NEAR_BEHIND)) {
            return reference;
        }
        if (reference->end_byte <= start && start - reference->end_byte <= NEAR_BEFORE) {
            before = reference;
        }
    }
    return before;
}

/* Owner: takes `text`. */
static void add(SamsokQuotations *all, const SamsokBlock *block, guint index, gsize start, gsize end, char *text)
{
    if (all->quotations->len >= SAMSOK_MAX_QUOTATIONS) {
        all->left_out++;
        g_free(text);
        return;
    }
    SamsokQuotation *quotation = g_new0(SamsokQuotation, 1);
    quotation->text = text;
    quotation->block = index;
    quotation->place = block->place;
    quotation->reference = reference_near(all, index, start, end);
    quotation->may_be_title = quotation->reference != NULL && strcmp(quotation->reference->title, text) == 0;
    g_ptr_array_add(all->quotations, quotation);
}

/* ---- Blocks ------------------------------------------------------------------------------------------ */

typedef struct {
    const char *open;
    const char *const *close; /* NULL-terminated */
} Quotes;

static const char *const guillemets[] = {"»", NULL};
static const char *const double_quotes[] = {"”", "“", NULL};
static const char *const straight_quotes[] = {"\"", NULL};
static const Quotes quotes[] = {
    {"«", guillemets}, {"“", double_quotes}, {"„", double_quotes}, {"”", double_quotes}, {"\"", straight_quotes},
};

/* The quotes that open at `text`; NULL if none do. */
static const Quotes *quotes_at(const char *text)
{
    for (gsize i = 0; i < G_N_ELEMENTS(quotes); i++) {
        if (g_str_has_prefix(text, quotes[i].open)) {
            return &quotes[i];
        }
    }
    return NULL;
}

/* Where `pair` closes behind `from`, and how long the sign is; NULL if nowhere. */
static const char *closing(const Quotes *pair, const char *from, gsize *out_len)
{
    const char *first = NULL;
    for (const char *const *sign = pair->close; *sign != NULL; sign++) {
        const char *at = strstr(from, *sign);
        if (at != NULL && (first == NULL || at < first)) {
            first = at;
            *out_len = strlen(*sign);
        }
    }
    return first;
}

static void take_block(SamsokQuotations *all, const SamsokBlock *block, guint index)
{
    const char *at = block->text;
    while (*at != '\0') {
        const Quotes *pair = quotes_at(at);
        gsize len = 0;
        const char *inside = pair == NULL ? NULL : at + strlen(pair->open);
        const char *end = pair == NULL ? NULL : closing(pair, inside, &len);
        if (end == NULL) {
            at = g_utf8_next_char(at);
            continue;
        }
        g_autofree char *raw = g_strndup(inside, (gsize)(end - inside));
        g_autofree char *text = samsok_text_squeeze(raw);
        gsize start = (gsize)(at - block->text);
        gsize behind = (gsize)(end - block->text) + len;
        if (samsok_text_word_count(text) >= LEAST_WORDS) {
            add(all, block, index, start, behind, g_steal_pointer(&text));
        }
        at = end + len;
    }
}

SamsokQuotations *samsok_quotations_find(const SamsokDocument *document)
{
    SamsokQuotations *all = g_new0(SamsokQuotations, 1);
    all->quotations = g_ptr_array_new_with_free_func(quotation_free);
    g_autoptr(SamsokReferenceFinder) finder = samsok_reference_finder_new();
    all->references = samsok_reference_finder_document(finder, document);
    for (guint i = 0; i < samsok_document_block_count(document); i++) {
        const SamsokBlock *block = samsok_document_block(document, i);
        bool is_whole = block->kind == SAMSOK_BLOCK_QUOTE && quotes_at(block->text) == NULL;
        if (is_whole && samsok_text_word_count(block->text) >= LEAST_WORDS) {
            add(all, block, i, 0, strlen(block->text), samsok_text_squeeze(block->text));
        } else if (block->kind != SAMSOK_BLOCK_CONTENTS && block->kind != SAMSOK_BLOCK_FURNITURE) {
            take_block(all, block, i);
        }
    }
    return all;
}
