/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of each block, and of the document by the words of its blocks. */
#include "config.h"

#include "core/shape/draft.h"

#include <string.h>

#include "core/base/text.h"
#include "core/language/which.h"

/* A block with this lead of one written language over the other speaks for itself; others lean on
 * so many neighbours to each side. */
enum { CLEAR_LEAD = 2, NEIGHBOURS = 3, LANGUAGES = 3 };

static const char *const languages[LANGUAGES] = {"nb", "nn", "en"};

static void vote(const SamsokDraftBlock *block, SamsokLanguageVotes *votes)
{
    if (block->text != NULL && block->kind != SAMSOK_BLOCK_FURNITURE) {
        samsok_language_vote(votes, block->text);
    }
}

static gboolean is_clear(const SamsokLanguageVotes *votes)
{
    guint high = MAX(votes->bokmal, votes->nynorsk);
    guint low = MIN(votes->bokmal, votes->nynorsk);
    guint norwegian = high + low + votes->shared;
    return high >= low * 2 + CLEAR_LEAD || votes->english >= norwegian * 2 + CLEAR_LEAD;
}

/* The language of block `index`: its own where that is clear, else that of the stretch around it. */
static const char *language_at(const SamsokLanguageVotes *votes, guint index, guint len)
{
    if (is_clear(&votes[index])) {
        return samsok_language_decide(&votes[index]);
    }
    SamsokLanguageVotes around = {0};
    guint last = MIN(index + NEIGHBOURS, len - 1);
    for (guint i = index > NEIGHBOURS ? index - NEIGHBOURS : 0; i <= last; i++) {
        samsok_language_add(&around, &votes[i]);
    }
    return samsok_language_decide(&around);
}

/* The language most words are in; "" when no block's is known. */
static const char *most_words(const guint words[LANGUAGES])
{
    guint best = 0;
    for (guint i = 1; i < LANGUAGES; i++) {
        best = words[i] > words[best] ? i : best;
    }
    return words[best] > 0 ? languages[best] : "";
}

void samsok_shape_language(SamsokDraft *draft)
{
    guint len = draft->blocks->len;
    g_autofree SamsokLanguageVotes *votes = g_new0(SamsokLanguageVotes, len + 1);
    for (guint i = 0; i < len; i++) {
        vote(samsok_draft_block(draft, i), &votes[i]);
    }
    guint words[LANGUAGES] = {0};
    for (guint i = 0; i < len; i++) {
        SamsokDraftBlock *block = samsok_draft_block(draft, i);
        block->language = g_strdup(language_at(votes, i, len));
        for (guint k = 0; k < LANGUAGES; k++) {
            bool same = strcmp(block->language, languages[k]) == 0;
            words[k] += same && block->text != NULL ? samsok_text_word_count(block->text) : 0;
        }
    }
    const char *language = most_words(words);
    if (*language == '\0') {
        language = samsok_language_of_tag(samsok_metadata_value(draft->metadata, SAMSOK_FIELD_LANGUAGE));
    }
    samsok_metadata_set(draft->metadata, SAMSOK_FIELD_LANGUAGE, language, SAMSOK_SOURCE_TEXT);
}
