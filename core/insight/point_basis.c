/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the sentences that points sum up. */
#include "config.h"

#include "core/insight/point_basis.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/insight/stem_sets.h"
#include "core/shape/sentence.h"

/* How much of the point the sentence must say, and of the sentence the point, weighed by rarity; and how many
 * stems make a point that can be known again. By judgement. */
#define LEAST_OF_POINT 0.5
#define LEAST_OF_SENTENCE 0.3
enum { LEAST_STEMS = 4 };

typedef struct {
    guint block;
    SamsokSentence place;
    guint next_end; /* where the sentence behind it ends, in the same block */
} Sentence;

struct _SamsokPointBases {
    const SamsokDocument *document;
    SamsokStemSets *sets; /* a text for each sentence, and one for each point that was asked for */
    GArray *sentences;    /* of Sentence */
    guint asked;
};

bool samsok_point_sums_up(const SamsokDocument *document, const SamsokPoint *point)
{
    static const char *const cues[] = {"oppsummer", "summere opp", "summerer opp", "samandrag", "sammendrag",
                                       "hovedanbefaling", "hovudtilråding", "viktigste", "viktigaste"};
    const SamsokSection *section = point->section == SAMSOK_NONE
                                       ? NULL
                                       : samsok_document_section(document, point->section);
    g_autofree char *said = g_strconcat(point->lead_in, "\n", section == NULL ? "" : section->title, NULL);
    g_autofree char *folded = g_utf8_strdown(said, -1);
    for (guint i = 0; i < G_N_ELEMENTS(cues); i++) {
        if (strstr(folded, cues[i]) != NULL) {
            return point->kind != SAMSOK_POINT_FINDING;
        }
    }
    return false;
}

static bool is_running_text(const SamsokBlock *block)
{
    return block->kind == SAMSOK_BLOCK_PARAGRAPH || block->kind == SAMSOK_BLOCK_LIST_ITEM;
}

SamsokPointBases *samsok_point_bases_new(const SamsokDocument *document, SamsokAnalyser *analyser)
{
    SamsokPointBases *bases = g_new0(SamsokPointBases, 1);
    bases->document = document;
    bases->sets = samsok_stem_sets_new(analyser);
    bases->sentences = g_array_new(FALSE, FALSE, sizeof(Sentence));
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(SamsokSentence));
    for (guint i = 0; i < samsok_document_block_count(document); i++) {
        const SamsokBlock *block = samsok_document_block(document, i);
        if (!is_running_text(block)) {
            continue;
        }
        samsok_sentences(block->text, places);
        for (guint k = 0; k < places->len; k++) {
            SamsokSentence place = g_array_index(places, SamsokSentence, k);
            guint next = MIN(k + 1, places->len - 1);
            const Sentence sentence = {i, place, g_array_index(places, SamsokSentence, next).end};
            g_autofree char *text = g_strndup(block->text + place.start, place.end - place.start);
            samsok_stem_sets_add(bases->sets, text, block->language);
            g_array_append_val(bases->sentences, sentence);
        }
    }
    return bases;
}

void samsok_point_bases_free(SamsokPointBases *bases)
{
    if (bases == NULL) {
        return;
    }
    samsok_stem_sets_free(bases->sets);
    g_array_unref(bases->sentences);
    g_free(bases);
}

/* How alike they are, 0 for not enough. */
static double likeness(const SamsokPointBases *bases, guint point, guint sentence)
{
    double of_point = samsok_stem_sets_share(bases->sets, point, sentence);
    if (of_point < LEAST_OF_POINT) {
        return 0;
    }
    double of_sentence = samsok_stem_sets_share(bases->sets, sentence, point);
    return of_sentence < LEAST_OF_SENTENCE ? 0 : of_point + of_sentence;
}

bool samsok_point_basis(SamsokPointBases *bases, const SamsokPoint *point, SamsokPointBasis *out)
{
    if (bases->asked >= SAMSOK_MAX_SUMMED_POINTS) {
        return false;
    }
    const SamsokBlock *own = samsok_document_block(bases->document, point->first_block);
    guint index = bases->sentences->len + bases->asked++;
    samsok_stem_sets_add(bases->sets, point->text, own->language);
    if (samsok_stem_sets_size(bases->sets, index) < LEAST_STEMS) {
        return false;
    }
    double best = 0;
    for (guint i = 0; i < bases->sentences->len; i++) {
        const Sentence *sentence = &g_array_index(bases->sentences, Sentence, i);
        bool is_near = samsok_document_block(bases->document, sentence->block)->section == own->section;
        double score = is_near ? 0 : likeness(bases, index, i);
        if (score > best) {
            best = score;
            *out = (SamsokPointBasis){sentence->block, sentence->place.start, sentence->next_end};
        }
    }
    return best > 0;
}
