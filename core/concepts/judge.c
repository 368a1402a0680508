/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Judges candidates: by the rules of their labels, then by longer labels on the same words. */
#include "config.h"

#include "core/base/limits.h"
#include "core/concepts/candidate.h"

/* How often evidence for evidence is looked for. Chains are short where they mean something; what is left
 * after them stands on nothing, and a text made to be costly ends here too. */
enum { MAX_EVIDENCE_CHAIN = 8 };

/* Where another candidate is wanted. */
typedef enum {
    PLACE_AROUND,  /* so that it covers the candidate */
    PLACE_NEAR,    /* within SAMSOK_CONTEXT_TOKENS */
    PLACE_EVIDENT, /* the same, and nothing more is asked of it */
} Place;

/* A label with its gap reaches no further. */
#define MAX_SPAN (SAMSOK_MAX_LABEL_TOKENS + 2)

typedef struct {
    const SamsokLexicon *lexicon;
    GArray *candidates;
    GHashTable *in_sections; /* of gint64: section and key that stand together */
} Judge;

static SamsokCandidate *candidate_at(const Judge *judge, guint index)
{
    return &g_array_index(judge->candidates, SamsokCandidate, index);
}

static const SamsokPattern *pattern_of(const Judge *judge, const SamsokCandidate *candidate)
{
    return samsok_lexicon_pattern(judge->lexicon, candidate->pattern);
}

static bool answers(const Judge *judge, const SamsokCandidate *candidate, SamsokKey key)
{
    const SamsokPattern *pattern = pattern_of(judge, candidate);
    return pattern->key == key ||
           (!pattern->is_cue && samsok_lexicon_is_below(judge->lexicon, pattern->key, key));
}

static bool answers_any(const Judge *judge, const SamsokCandidate *candidate, const GArray *keys,
                        SamsokKey *out_key)
{
    for (guint i = 0; i < keys->len; i++) {
        if (answers(judge, candidate, g_array_index(keys, SamsokKey, i))) {
            *out_key = g_array_index(keys, SamsokKey, i);
            return true;
        }
    }
    return false;
}

static bool covers(const SamsokCandidate *outer, const SamsokCandidate *inner)
{
    return outer->block == inner->block && outer->start_byte <= inner->start_byte &&
           inner->end_byte <= outer->end_byte;
}

static bool overlap(const SamsokCandidate *one, const SamsokCandidate *other)
{
    return one->first <= other->last && other->first <= one->last;
}

/* The first candidate whose first token is at least `token`. */
static guint first_from(const Judge *judge, guint token)
{
    guint low = 0;
    guint high = judge->candidates->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (candidate_at(judge, middle)->first < token) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* A concept is no evidence for itself. */
static bool is_other(const Judge *judge, const SamsokCandidate *candidate,
                     const SamsokCandidate *other)
{
    return !overlap(other, candidate) &&
           pattern_of(judge, other)->key != pattern_of(judge, candidate)->key;
}

static bool is_placed(const Judge *judge, const SamsokCandidate *candidate,
                      const SamsokCandidate *other, Place place)
{
    if (place == PLACE_AROUND) {
        return covers(other, candidate);
    }
    return is_other(judge, candidate, other) && (place == PLACE_NEAR || other->evident);
}

/* True when one of `keys` stands at `place`, seen from `candidate`. */
static bool stands(const Judge *judge, const SamsokCandidate *candidate, const GArray *keys,
                   Place place, SamsokKey *out_key)
{
    guint reach = place == PLACE_AROUND ? MAX_SPAN : SAMSOK_CONTEXT_TOKENS;
    guint from = candidate->first > reach ? candidate->first - reach : 0;
    for (guint i = first_from(judge, from); i < judge->candidates->len; i++) {
        const SamsokCandidate *other = candidate_at(judge, i);
        if (other->first > candidate->last + reach) {
            break;
        }
        if (is_placed(judge, candidate, other, place) &&
            answers_any(judge, other, keys, out_key)) {
            return true;
        }
    }
    return false;
}

static gint64 section_key(guint section, SamsokKey key)
{
    return (gint64)((guint64)section << 32 | key);
}

static void note_section(Judge *judge, const SamsokCandidate *candidate, SamsokKey key)
{
    if (samsok_lexicon_is_asked_in_section(judge->lexicon, key)) {
        gint64 *noted = g_new(gint64, 1);
        *noted = section_key(candidate->section, key);
        g_hash_table_add(judge->in_sections, noted);
    }
}

/* From now on `candidate` is evidence for others. */
static void make_evident(Judge *judge, SamsokCandidate *candidate)
{
    const SamsokPattern *pattern = pattern_of(judge, candidate);
    candidate->evident = true;
    note_section(judge, candidate, pattern->key);
    const GArray *above = samsok_lexicon_above(judge->lexicon, pattern->key);
    for (guint j = 0; above != NULL && j < above->len; j++) {
        note_section(judge, candidate, g_array_index(above, guint, j));
    }
}

static bool stands_in_section(const Judge *judge, const SamsokCandidate *candidate,
                              const GArray *keys, SamsokKey *out_key)
{
    for (guint i = 0; i < keys->len; i++) {
        SamsokKey key = g_array_index(keys, SamsokKey, i);
        gint64 wanted = section_key(candidate->section, key);
        if (g_hash_table_contains(judge->in_sections, &wanted)) {
            *out_key = key;
            return true;
        }
    }
    return false;
}

/* requiresNear and requiresInSection of one rule are alternatives. */
static bool has_required(const Judge *judge, SamsokCandidate *candidate,
                         const SamsokContextRule *rule)
{
    if (rule->near == NULL && rule->in_section == NULL) {
        return true;
    }
    SamsokKey key = 0;
    bool found =
        (rule->near != NULL && stands(judge, candidate, rule->near, PLACE_EVIDENT, &key)) ||
        (rule->in_section != NULL && stands_in_section(judge, candidate, rule->in_section, &key));
    if (found) {
        candidate->evidence = samsok_lexicon_key_name(judge->lexicon, key);
    }
    return found;
}

static bool is_forbidden(const Judge *judge, const SamsokCandidate *candidate,
                         const SamsokContextRule *rule)
{
    SamsokKey key = 0;
    return (rule->not_in != NULL && stands(judge, candidate, rule->not_in, PLACE_AROUND, &key)) ||
           (rule->not_near != NULL && stands(judge, candidate, rule->not_near, PLACE_NEAR, &key));
}

/* Drops what a rule forbids; what no rule asks anything of is evident. */
static void ask_first(Judge *judge, SamsokCandidate *candidate)
{
    const GPtrArray *rules = pattern_of(judge, candidate)->rules;
    bool is_asked = false;
    for (guint i = 0; rules != NULL && !candidate->dropped && i < rules->len; i++) {
        const SamsokContextRule *rule = g_ptr_array_index(rules, i);
        is_asked = is_asked || rule->near != NULL || rule->in_section != NULL;
        candidate->dropped = is_forbidden(judge, candidate, rule);
    }
    if (!candidate->dropped && !is_asked) {
        make_evident(judge, candidate);
    }
}

static bool has_all_required(const Judge *judge, SamsokCandidate *candidate)
{
    const GPtrArray *rules = pattern_of(judge, candidate)->rules;
    bool found = true;
    for (guint i = 0; found && i < rules->len; i++) {
        found = has_required(judge, candidate, g_ptr_array_index(rules, i));
    }
    return found;
}

/* Makes evident what has its evidence now; false when there was nothing. */
static bool ask_again(Judge *judge)
{
    bool found = false;
    for (guint i = 0; i < judge->candidates->len; i++) {
        SamsokCandidate *candidate = candidate_at(judge, i);
        if (!candidate->dropped && !candidate->evident && has_all_required(judge, candidate)) {
            make_evident(judge, candidate);
            found = true;
        }
    }
    return found;
}

/* Evidence must itself stand: «trinn 1» is none for «trinn 2» where neither has any other, or a list of
 * school years would be a ladder. */
static void ask_rules(Judge *judge)
{
    guint count = judge->candidates->len;
    for (guint i = 0; i < count; i++) {
        ask_first(judge, candidate_at(judge, i));
    }
    for (guint link = 0; link < MAX_EVIDENCE_CHAIN && ask_again(judge); link++) {
    }
    for (guint i = 0; i < count; i++) {
        SamsokCandidate *candidate = candidate_at(judge, i);
        candidate->dropped |= !candidate->evident || pattern_of(judge, candidate)->is_cue;
    }
}

/* True when every word of `inner` is one of `outer`'s own. */
static bool has_words_of(const SamsokCandidate *outer, const SamsokCandidate *inner)
{
    if (inner->first < outer->first || inner->last > outer->last) {
        return false;
    }
    return outer->gap == 0 || inner->last < outer->gap || inner->first > outer->gap + 1 ||
           inner->gap == outer->gap;
}

/* More words win; of as many words, those that stand together, then a whole word over a part. */
static bool outranks(const Judge *judge, const SamsokCandidate *one, const SamsokCandidate *other)
{
    const SamsokPattern *mine = pattern_of(judge, one);
    const SamsokPattern *theirs = pattern_of(judge, other);
    if (mine->token_count != theirs->token_count) {
        return mine->token_count > theirs->token_count;
    }
    if ((one->gap == 0) != (other->gap == 0)) {
        return one->gap == 0;
    }
    return (one->match == SAMSOK_MATCH_COMPOUND) < (other->match == SAMSOK_MATCH_COMPOUND);
}

/* True when the same concept stands on some of the same words already, as well or better. */
static bool is_twin(const Judge *judge, const SamsokCandidate *candidate,
                    const SamsokCandidate *other, bool other_is_earlier)
{
    bool same = pattern_of(judge, other)->key == pattern_of(judge, candidate)->key;
    return same && overlap(other, candidate) &&
           (outranks(judge, other, candidate) ||
            (other_is_earlier && !outranks(judge, candidate, other)));
}

/* True when another concept has these words and more, and does not let them speak. */
static bool is_contained(const Judge *judge, const SamsokCandidate *candidate,
                         const SamsokCandidate *other)
{
    return has_words_of(other, candidate) && !pattern_of(judge, other)->open &&
           outranks(judge, other, candidate);
}

static bool is_silenced(const Judge *judge, guint index, bool by_twins)
{
    const SamsokCandidate *candidate = candidate_at(judge, index);
    guint from = candidate->first > MAX_SPAN ? candidate->first - MAX_SPAN : 0;
    for (guint i = first_from(judge, from); i < judge->candidates->len; i++) {
        const SamsokCandidate *other = candidate_at(judge, i);
        if (other->first > candidate->last) {
            break;
        }
        if (i == index || other->dropped) {
            continue;
        }
        if (by_twins ? is_twin(judge, candidate, other, i < index)
                     : is_contained(judge, candidate, other)) {
            return true;
        }
    }
    return false;
}

/* What is silenced still silences others, so the order of dropping must not matter. */
static void silence(Judge *judge, bool by_twins)
{
    guint count = judge->candidates->len;
    g_autofree bool *silenced = g_new0(bool, (gsize)count + 1);
    for (guint i = 0; i < count; i++) {
        silenced[i] = !candidate_at(judge, i)->dropped && is_silenced(judge, i, by_twins);
    }
    for (guint i = 0; i < count; i++) {
        candidate_at(judge, i)->dropped |= silenced[i];
    }
}

void samsok_candidates_judge(const SamsokLexicon *lexicon, GArray *candidates)
{
    g_autoptr(GHashTable) in_sections =
        g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    Judge judge = {.lexicon = lexicon, .candidates = candidates, .in_sections = in_sections};
    ask_rules(&judge);
    silence(&judge, true);
    silence(&judge, false);
}
