/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Explanations of an answer, for a terminal and as JSON. */
#include "config.h"

#include <stdio.h>

#include "tools/json.h"
#include "tools/text.h"

/* So many features make up most of a score. */
enum { SHOWN_FEATURES = 8 };

/* ---- JSON ---- */

static JsonArray *strings_array(const char *const *strings)
{
    JsonArray *array = json_array_new();
    for (guint i = 0; strings[i] != NULL; i++) {
        json_array_add_string_element(array, strings[i]);
    }
    return array;
}

static JsonObject *word_object(const SamsokWantedWord *wanted)
{
    const SamsokQueryWord *word = wanted->word;
    JsonObject *object = json_object_new();
    JsonArray *stems = json_array_new();
    json_array_add_string_element(stems, word->stem);
    if (word->english_stem != word->stem) {
        json_array_add_string_element(stems, word->english_stem);
    }
    json_object_set_string_member(object, "word", word->word);
    json_object_set_array_member(object, "stems", stems);
    json_object_set_array_member(object, "alternatives", strings_array(word->alternatives));
    json_object_set_array_member(object, "parts", strings_array(word->parts));
    samsok_json_set_known(object, "corrected", word->corrected);
    samsok_json_set_known(object, "bokmal", word->bokmal);
    samsok_json_set_known(object, "norwegian", word->norwegian);
    json_object_set_double_member(object, "weight", wanted->weight);
    return object;
}

void samsok_json_explain_query(JsonObject *query, const SamsokAnswer *answer)
{
    const SamsokExplanation *explanation = answer->explanation;
    if (explanation == NULL) {
        return;
    }
    JsonArray *words = json_array_new();
    for (guint i = 0; explanation->wanted != NULL && i < samsok_wanted_count(explanation->wanted); i++) {
        json_array_add_object_element(words, word_object(samsok_wanted_word(explanation->wanted, i)));
    }
    JsonArray *left_out = json_array_new();
    for (guint i = 0; i < explanation->left_out->len; i++) {
        json_array_add_string_element(left_out, g_ptr_array_index(explanation->left_out, i));
    }
    json_object_set_array_member(query, "words", words);
    json_object_set_array_member(query, "left_out", left_out);
}

static JsonArray *matches_array(const SamsokExplanation *explanation, const SamsokFeatures *features)
{
    JsonArray *array = json_array_new();
    for (guint i = 0; i < samsok_wanted_count(explanation->wanted); i++) {
        const char *level = samsok_explanation_level(features->levels[i]);
        JsonObject *object = json_object_new();
        json_object_set_string_member(object, "word",
                                      samsok_wanted_word(explanation->wanted, i)->word->word);
        samsok_json_set_known(object, "found_as", level);
        json_object_set_double_member(object, "level", features->levels[i]);
        json_array_add_object_element(array, object);
    }
    return array;
}

static double add_features(JsonArray *array, const SamsokExplanation *explanation,
                           const SamsokFeatures *features)
{
    SamsokContribution parts[SAMSOK_FEATURE_COUNT];
    guint count = samsok_explanation_contributions(explanation, features, parts);
    double sum = 0;
    for (guint i = 0; i < count; i++) {
        JsonObject *object = json_object_new();
        json_object_set_string_member(object, "feature", samsok_feature_name(parts[i].feature));
        json_object_set_double_member(object, "value", parts[i].value);
        json_object_set_double_member(object, "weight", parts[i].weight);
        json_object_set_double_member(object, "points", parts[i].points);
        json_array_add_object_element(array, object);
        sum += parts[i].points;
    }
    return sum;
}

void samsok_json_explain_hit(JsonObject *object, const SamsokAnswer *answer, const SamsokHit *hit)
{
    const SamsokExplanation *explanation = answer->explanation;
    if (explanation == NULL) {
        return;
    }
    JsonObject *explained = json_object_new();
    json_object_set_double_member(explained, "bm25", hit->bm25);
    if (hit->features != NULL && explanation->wanted != NULL) {
        JsonArray *features = json_array_new();
        double sum = add_features(features, explanation, hit->features);
        json_object_set_double_member(explained, "base", hit->score - sum);
        json_object_set_array_member(explained, "features", features);
        json_object_set_array_member(explained, "words", matches_array(explanation, hit->features));
    }
    json_object_set_object_member(object, "explain", explained);
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
    if (word->corrected != NULL) {
        printf("  rettet: %s", word->corrected);
    }
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
