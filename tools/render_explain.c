/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Explanations of an answer, for a terminal and as JSON. */
#include "config.h"

#include <stdio.h>

#include "tools/json.h"
#include "tools/text.h"

/* So many features make up most of a score. */
enum { SHOWN_FEATURES = 8 };

/* ---- JSON ---- */

static json_t *word_object(const SamsokWantedWord *wanted)
{
    const SamsokQueryWord *word = wanted->word;
    json_t *object = json_object();
    json_t *stems = json_array();
    samsok_json_add_string(stems, word->stem);
    if (word->english_stem != word->stem) {
        samsok_json_add_string(stems, word->english_stem);
    }
    samsok_json_set_string(object, "word", word->word);
    json_object_set_new(object, "stems", stems);
    json_object_set_new(object, "alternatives", samsok_json_strings(word->alternatives));
    json_object_set_new(object, "parts", samsok_json_strings(word->parts));
    samsok_json_set_known(object, "corrected", word->meant[0]);
    json_object_set_new(object, "meant", samsok_json_strings(word->meant));
    samsok_json_set_known(object, "bokmal", word->bokmal);
    samsok_json_set_known(object, "norwegian", word->norwegian);
    samsok_json_set_real(object, "weight", wanted->weight);
    return object;
}

void samsok_json_explain_query(json_t *query, const SamsokAnswer *answer)
{
    const SamsokExplanation *explanation = answer->explanation;
    if (explanation == NULL) {
        return;
    }
    json_t *words = json_array();
    for (guint i = 0; explanation->wanted != NULL && i < samsok_wanted_count(explanation->wanted); i++) {
        json_array_append_new(words, word_object(samsok_wanted_word(explanation->wanted, i)));
    }
    json_object_set_new(query, "words", words);
    json_object_set_new(query, "left_out", samsok_json_string_array(explanation->left_out));
}

static json_t *matches_array(const SamsokExplanation *explanation, const SamsokFeatures *features)
{
    json_t *array = json_array();
    for (guint i = 0; i < samsok_wanted_count(explanation->wanted); i++) {
        const char *level = samsok_explanation_level(features->levels[i]);
        json_t *object = json_object();
        samsok_json_set_string(object, "word", samsok_wanted_word(explanation->wanted, i)->word->word);
        samsok_json_set_known(object, "found_as", level);
        samsok_json_set_real(object, "level", features->levels[i]);
        json_array_append_new(array, object);
    }
    return array;
}

static double add_features(json_t *array, const SamsokExplanation *explanation,
                           const SamsokFeatures *features)
{
    SamsokContribution parts[SAMSOK_FEATURE_COUNT];
    guint count = samsok_explanation_contributions(explanation, features, parts);
    double sum = 0;
    for (guint i = 0; i < count; i++) {
        json_t *object = json_object();
        samsok_json_set_string(object, "feature", samsok_feature_name(parts[i].feature));
        samsok_json_set_real(object, "value", parts[i].value);
        samsok_json_set_real(object, "weight", parts[i].weight);
        samsok_json_set_real(object, "points", parts[i].points);
        json_array_append_new(array, object);
        sum += parts[i].points;
    }
    return sum;
}

void samsok_json_explain_hit(json_t *object, const SamsokAnswer *answer, const SamsokHit *hit)
{
    const SamsokExplanation *explanation = answer->explanation;
    if (explanation == NULL) {
        return;
    }
    json_t *explained = json_object();
    samsok_json_set_real(explained, "bm25", hit->bm25);
    if (hit->features != NULL && explanation->wanted != NULL) {
        json_t *features = json_array();
        double sum = add_features(features, explanation, hit->features);
        samsok_json_set_real(explained, "base", hit->score - sum);
        json_object_set_new(explained, "features", features);
        json_object_set_new(explained, "words", matches_array(explanation, hit->features));
    }
    json_object_set_new(object, "explain", explained);
}

/* ---- Text ---- */

static void print_list(const char *name, const char *const *strings)
{
    for (guint i = 0; strings[i] != NULL; i++) {
        printf("%s%s", i == 0 ? name : ", ", strings[i]);
    }
}

static void print_word(const SamsokWantedWord *wanted)
{
    const SamsokQueryWord *word = wanted->word;
    printf("  %s (vekt %.2f)  stamme: %s", word->word, wanted->weight, word->stem);
    if (word->english_stem != word->stem) {
        printf(", %s", word->english_stem);
    }
    print_list("  også: ", word->alternatives);
    print_list("  deler: ", word->parts);
    print_list("  rettet: ", word->meant);
    if (word->bokmal != NULL) {
        printf("  bokmål: %s", word->bokmal);
    }
    if (word->norwegian != NULL) {
        printf("  norsk: %s", word->norwegian);
    }
    putchar('\n');
}

void samsok_text_explain_query(const SamsokAnswer *answer)
{
    const SamsokExplanation *explanation = answer->explanation;
    if (explanation == NULL) {
        return;
    }
    printf("Forstått: %s\n", answer->understood);
    for (guint i = 0; explanation->wanted != NULL && i < samsok_wanted_count(explanation->wanted); i++) {
        print_word(samsok_wanted_word(explanation->wanted, i));
    }
    for (guint i = 0; i < explanation->left_out->len; i++) {
        printf("%s%s", i == 0 ? "  vanlige ord, brukt bare i sorteringen: " : ", ",
               (const char *)g_ptr_array_index(explanation->left_out, i));
    }
    puts(explanation->left_out->len == 0 ? "" : "\n");
}

static void print_matches(const SamsokExplanation *explanation, const SamsokFeatures *features)
{
    static const char *const ways[][2] = {
        {"form", "ordet"}, {"stem", "stammen"}, {"part", "del av ord"}, {"prefix", "begynnelsen"}};
    fputs("      ord:", stdout);
    for (guint i = 0; i < samsok_wanted_count(explanation->wanted); i++) {
        const char *level = samsok_explanation_level(features->levels[i]);
        const char *way = "mangler";
        for (guint j = 0; level != NULL && j < G_N_ELEMENTS(ways); j++) {
            way = g_str_equal(level, ways[j][0]) ? ways[j][1] : way;
        }
        printf("%s %s (%s)", i == 0 ? "" : ",",
               samsok_wanted_word(explanation->wanted, i)->word->word, way);
    }
    putchar('\n');
}

void samsok_text_explain_hit(const SamsokAnswer *answer, const SamsokHit *hit)
{
    const SamsokExplanation *explanation = answer->explanation;
    if (explanation == NULL) {
        return;
    }
    if (hit->features == NULL || explanation->wanted == NULL) {
        printf("      poeng %.3f (BM25)\n", hit->score);
        return;
    }
    SamsokContribution parts[SAMSOK_FEATURE_COUNT];
    guint count = samsok_explanation_contributions(explanation, hit->features, parts);
    double sum = 0;
    for (guint i = 0; i < count; i++) {
        sum += parts[i].points;
    }
    printf("      poeng %.3f = %.3f for alle %+.3f for trekkene under; BM25 %.3f\n", hit->score,
           hit->score - sum, sum, hit->bm25);
    print_matches(explanation, hit->features);
    fputs("      trekk:", stdout);
    for (guint i = 0; i < MIN(count, SHOWN_FEATURES); i++) {
        printf("%s %s %+.3f (%.2f × %.2f)", i == 0 ? "" : ",", samsok_feature_name(parts[i].feature),
               parts[i].points, parts[i].value, parts[i].weight);
    }
    puts(count > SHOWN_FEATURES ? " …" : "");
}
