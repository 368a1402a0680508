/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Scores cases by what they share with a request: words and concepts, the rarer the more. */
#include "config.h"

#include "index/cases-private.h"

#include <math.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/language/nynorsk.h"
#include "index/opened.h"
#include "index/schema.h"

/* A case about which more is told shares more with anything: its words count by this power of them. */
static const double length_power = 0.25;
/* How much concepts count beside words. */
static const double concept_share = 0.4;

/* How much of a concept is there whose name is said and not mentioned. */
static const double part_of_said = 0.5;
/* A case that shares a single rare word with a text of many is like it by chance: so many more halve the doubt. */
static const double doubt_of_few = 2;

/* More than words can add up to. */
static const double score_of_name = 100;

enum { WORDS_SHOWN = 8, CONCEPTS_SHOWN = 8 };

typedef SamsokCaseWish Wish;

static void wish_free(gpointer data)
{
    Wish *wish = data;
    g_free(wish->key);
    g_free(wish->bokmal);
    g_free(wish->shown);
    g_clear_pointer(&wish->names, g_ptr_array_unref);
    g_free(wish);
}

/* Words of any memo, which tell nothing of what it is about. */
static const char *const general_words[] = {
    "sitter", "sit", "lenge", "gikk", "gjekk", "går", "kjenner", "kjenn", "holdt", "heldt", "flere",
    "fleire", "ulike", "trenger", "treng", "kommer", "kjem", "sted", "stad", "bra", "vite", "vita",
    "sier", "seier", "finner", "finn", "gjør", "gjer", "ønsker", "ønskjer", "mener", "meiner",
    "andre", "mange", "samme", "same", "dårlig", "dårleg", "godt", "bedre", "betre", "prøvde",
    "prøver", "nye", "første", "fyrste", "tidspunkt", "spørsmål", "spørsmålene", "innenfor",
    "notat", "personer", "personar", "hundre", "lager", "lagar", "måte", "måten", "hver", "kvar",
    "foreslå", "utrede", "annet", "anna", "bestemmer", "erfaringene", "erfaringer", "erfaringar",
    NULL};

/* More than two characters and no mere number («0-24» is none). In names and queries numbers tell:
 * «22. juli». */
static bool is_telling(const char *word, bool numbers_tell)
{
    bool is_number = word[strspn(word, "0123456789")] == '\0';
    return is_number ? numbers_tell
                     : g_utf8_strlen(word, -1) > 2 && !samsok_analyser_is_stop_word(word);
}

static void raise_weight(GHashTable *stems, const char *stem, double weight)
{
    double *known = g_hash_table_lookup(stems, stem);
    if (known == NULL) {
        known = g_new0(double, 1);
        g_hash_table_insert(stems, g_strdup(stem), known);
    }
    *known = MAX(*known, weight);
}

/* The stem of the bokmål of a word in a text of `language`; NULL when it has none of its own. A word that
 * bokmål has too, with another meaning, is nynorsk in a text of nynorsk alone. Owner: the caller. */
static char *bokmal_stem(SamsokAnalyser *analyser, const char *word, const char *language)
{
    bool is_sure = false;
    g_auto(GStrv) bokmal = samsok_nynorsk_bokmal(word, &is_sure);
    if (bokmal[0] == NULL || (!is_sure && strcmp(language, "nn") != 0)) {
        return NULL;
    }
    return g_strdup(samsok_analyser_stem(analyser, bokmal[0]));
}

void samsok_case_add_text(SamsokAnalyser *analyser, GHashTable *stems, const char *text,
                          const char *language, SamsokCaseText kind)
{
    static const double weights[] = {
        [SAMSOK_CASE_NAME] = 1.0,
        [SAMSOK_CASE_OWN_TEXT] = 0.7,
        [SAMSOK_CASE_NEIGHBOUR] = 0.15,
    };
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    samsok_analyser_tokens(analyser, text, language, tokens);
    for (guint i = 0; i < tokens->len; i++) {
        const SamsokToken *token = &g_array_index(tokens, SamsokToken, i);
        if (is_telling(token->word, kind == SAMSOK_CASE_NAME)) {
            g_autofree char *bokmal = bokmal_stem(analyser, token->word, language);
            raise_weight(stems, token->stem, weights[kind]);
            if (bokmal != NULL) {
                raise_weight(stems, bokmal, weights[kind]);
            }
        }
    }
}

/* ---- The request ---- */

typedef struct {
    SamsokIndex *index;
    GHashTable *known; /* key → Wish *, lent by wishes */
    GPtrArray *wishes;
    bool is_text;      /* of many words, not a query */
} Request;

/* One more occurrence; NULL when there are too many wishes. Lent. */
static Wish *wish_for(Request *request, const char *key, const char *shown, bool is_concept)
{
    Wish *wish = g_hash_table_lookup(request->known, key);
    if (wish == NULL && request->wishes->len < SAMSOK_MAX_CASE_WORDS) {
        wish = g_new0(Wish, 1);
        wish->key = g_strdup(key);
        wish->shown = g_strdup(shown);
        wish->is_concept = is_concept;
        g_hash_table_insert(request->known, wish->key, wish);
        g_ptr_array_add(request->wishes, wish);
    }
    if (wish != NULL) {
        wish->weight++;
    }
    return wish;
}

static void read_text(Request *request, const char *text, const char *language, bool is_query)
{
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    samsok_analyser_tokens(request->index->analyser, text, language, tokens);
    for (guint i = 0; i < tokens->len; i++) {
        const SamsokToken *token = &g_array_index(tokens, SamsokToken, i);
        if (is_telling(token->word, is_query) && (is_query || !g_strv_contains(general_words, token->word))) {
            Wish *wish = wish_for(request, token->stem, token->word, false);
            if (wish != NULL && wish->bokmal == NULL) {
                wish->bokmal = bokmal_stem(request->index->analyser, token->word, language);
            }
        }
    }
}

/* The stems of each name of a concept. Owner: the caller. */
static GPtrArray *names_of(Request *request, const SamsokThesaurus *thesaurus, const char *id)
{
    GPtrArray *names = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    const SamsokConcept *concept = samsok_thesaurus_find(thesaurus, id);
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    for (guint i = 0; concept != NULL && i < concept->labels->len; i++) {
        const SamsokConceptLabel *label = g_ptr_array_index(concept->labels, i);
        if (strcmp(label->language, "en") == 0) {
            continue;
        }
        g_autoptr(GStrvBuilder) stems = g_strv_builder_new();
        samsok_analyser_tokens(request->index->analyser, label->text, label->language, tokens);
        for (guint k = 0; k < tokens->len; k++) {
            g_strv_builder_add(stems, g_array_index(tokens, SamsokToken, k).stem);
        }
        g_ptr_array_add(names, g_strv_builder_end(stems));
    }
    return names;
}

static void read_mentions(Request *request, const SamsokThesaurus *thesaurus, const SamsokPassageRecord *passage)
{
    for (guint i = 0; i < passage->mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(passage->mentions, i);
        g_autofree char *key = g_strconcat(SAMSOK_PREFIX_CONCEPT, mention->concept, NULL);
        Wish *wish = wish_for(request, key, mention->concept, true);
        if (wish != NULL && wish->names == NULL) {
            wish->names = names_of(request, thesaurus, mention->concept);
        }
    }
}

/* A wish counts by how often it is there, damped, and by how few passages have it. */
static gboolean weigh(Request *request, GError **error)
{
    SamsokDatabase *reader = request->index->reader;
    uint32_t all = 0;
    if (!samsok_database_term_count(reader, SAMSOK_KIND_PASSAGE, &all, error)) {
        return FALSE;
    }
    for (guint i = 0; i < request->wishes->len; i++) {
        Wish *wish = g_ptr_array_index(request->wishes, i);
        g_autofree char *term =
            wish->is_concept ? samsok_schema_term(SAMSOK_PREFIX_CONCEPT, wish->shown)
                             : g_strdup(wish->key);
        uint32_t count = 0;
        uint32_t bokmal_count = 0;
        if (!samsok_database_term_count(reader, term, &count, error) ||
            (wish->bokmal != NULL &&
             !samsok_database_term_count(reader, wish->bokmal, &bokmal_count, error))) {
            return FALSE;
        }
        count = MAX(count, bokmal_count);
        wish->weight = (1 + log(wish->weight)) * log((all + 2.0) / (count + 1.0));
    }
    return TRUE;
}

static gint by_weight(gconstpointer a, gconstpointer b)
{
    const Wish *first = *(const Wish *const *)a;
    const Wish *second = *(const Wish *const *)b;
    if (first->weight != second->weight) {
        return first->weight > second->weight ? -1 : 1;
    }
    return strcmp(first->key, second->key);
}

/* ---- Scores ---- */

static double length_of(const SamsokCase *one)
{
    double sum = 0;
    GHashTableIter iter;
    gpointer weight = NULL;
    g_hash_table_iter_init(&iter, one->text);
    while (g_hash_table_iter_next(&iter, NULL, &weight)) {
        sum += *(const double *)weight;
    }
    return pow(MAX(sum, 1), length_power);
}

/* How much of a concept a case is about, from 0 to 1; one that stands below it counts too. */
static double has_concept(const SamsokCases *cases, const SamsokCase *one, const char *id)
{
    if (strcmp(one->concept->id, id) == 0) {
        return 1;
    }
    double count = 0;
    for (guint i = 0; i < one->concepts->len; i++) {
        const SamsokCaseConcept *counted = g_ptr_array_index(one->concepts, i);
        const GPtrArray *above = samsok_thesaurus_above(cases->thesaurus, counted->concept->id);
        for (guint k = 0; above != NULL && k < above->len; k++) {
            count += strcmp(g_ptr_array_index(above, k), id) == 0 ? counted->count : 0;
        }
    }
    return count / (count + 1);
}

/* The words of one of its names are in what is told of the case: its definition has no mentions. */
static bool is_said(const SamsokCase *one, const Wish *wish)
{
    for (guint i = 0; i < wish->names->len; i++) {
        char *const *stems = g_ptr_array_index(wish->names, i);
        guint found = 0;
        while (stems[found] != NULL && g_hash_table_contains(one->text, stems[found])) {
            found++;
        }
        if (found > 0 && stems[found] == NULL) {
            return true;
        }
    }
    return false;
}

static void add_shown(GPtrArray *shown, const SamsokCases *cases, const char *id)
{
    const SamsokConcept *concept = samsok_thesaurus_find(cases->thesaurus, id);
    if (concept != NULL && shown->len < CONCEPTS_SHOWN) {
        g_ptr_array_add(shown, (gpointer)concept);
    }
}

static void score(const Request *request, const SamsokCases *cases, SamsokCase *one)
{
    double words = 0;
    double concepts = 0;
    double shared = 0;
    for (guint i = 0; i < request->wishes->len; i++) {
        const Wish *wish = g_ptr_array_index(request->wishes, i);
        if (wish->is_concept) {
            double part = has_concept(cases, one, wish->shown);
            part = part == 0 && is_said(one, wish) ? part_of_said : part;
            shared += part > 0 ? 1 : 0;
            concepts += wish->weight * part;
            add_shown(part > 0 ? one->shares : one->lacks, cases, wish->shown);
            continue;
        }
        const double *place = g_hash_table_lookup(one->text, wish->key);
        if (place == NULL && wish->bokmal != NULL) {
            place = g_hash_table_lookup(one->text, wish->bokmal);
        }
        if (place == NULL) {
            continue;
        }
        words += wish->weight * *place;
        shared += wish->weight > 0 ? 1 : 0;
        if (one->words->len < WORDS_SHOWN && wish->weight > 0) {
            g_ptr_array_add(one->words, g_strdup(wish->shown));
        }
    }
    double certainty = request->is_text ? shared / (shared + doubt_of_few) : 1;
    one->score = certainty * (words + concept_share * concepts) / length_of(one);
}

static void drop_unlike(SamsokCases *cases)
{
    for (guint i = cases->cases->len; i > 0; i--) {
        const SamsokCase *one = g_ptr_array_index(cases->cases, i - 1);
        if (one->words->len == 0 && one->shares->len == 0 && one->score <= 0) {
            g_ptr_array_remove_index(cases->cases, i - 1);
        }
    }
}

gboolean samsok_cases_score(SamsokIndex *index, const char *query, const GPtrArray *model,
                            SamsokCases *cases, GError **error)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) wishes = g_ptr_array_new_with_free_func(wish_free);
    Request request = {.index = index, .known = known, .wishes = wishes, .is_text = model != NULL};
    if (query != NULL) {
        read_text(&request, query, "", true);
    }
    for (guint i = 0; model != NULL && i < model->len; i++) {
        const SamsokPassageRecord *passage = g_ptr_array_index(model, i);
        read_text(&request, passage->text, passage->language, false);
        read_mentions(&request, cases->thesaurus, passage);
    }
    if (!weigh(&request, error)) {
        return FALSE;
    }
    g_ptr_array_sort(wishes, by_weight);
    if (!samsok_cases_choose(index, query, wishes, cases, error)) {
        return FALSE;
    }
    for (guint i = 0; i < cases->cases->len; i++) {
        SamsokCase *one = g_ptr_array_index(cases->cases, i);
        if (!samsok_case_read(index, cases, one, true, error)) {
            return FALSE;
        }
        score(&request, cases, one);
        one->score += query != NULL && samsok_case_is_named(one, query) ? score_of_name : 0;
    }
    drop_unlike(cases);
    return TRUE;
}
