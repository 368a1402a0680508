/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one passage for a query's words. */
#include "config.h"

#include "core/query/features.h"

#include <math.h>
#include <string.h>

#include "core/query/word_order.h"
#include "core/shape/sentence.h"

/* What a stop word counts in a run beside a word of weight 1. */
#define STOP_WORD_WEIGHT 0.1
#define USUAL_WORDS 150
/* A text of so many words is more than a title page, whatever its sentences end with. */
#define FRAGMENT_WORDS 40
/* How soon a word that comes again adds nothing: k1 of the BM25 that finds the candidates (index/xapian). */
#define SATURATION 0.6

const char *samsok_feature_name(SamsokFeature feature)
{
    static const char *const names[] = {
#define X(code, name) name,
        SAMSOK_FEATURE_LIST(X)
#undef X
    };
    return names[feature];
}

SamsokFeature samsok_feature_from_name(const char *name)
{
    guint i = 0;
    while (i < SAMSOK_FEATURE_COUNT && strcmp(samsok_feature_name((SamsokFeature)i), name) != 0) {
        i++;
    }
    return (SamsokFeature)i;
}

void samsok_feature_reader_init(SamsokFeatureReader *reader, SamsokWanted *wanted,
                                SamsokAnalyser *analyser)
{
    *reader = (SamsokFeatureReader){
        .wanted = wanted,
        .sieve = *samsok_wanted_sieve(wanted),
        .analyser = analyser,
        .answer = samsok_answer_kind(wanted),
        .asks_what_it_is = samsok_answer_is_definition(wanted),
        .joined = g_string_new(NULL),
        .tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken)),
        .sentences = g_array_new(FALSE, FALSE, sizeof(SamsokSentence)),
    };
    samsok_answer_note(reader->answer, &reader->sieve);
}

void samsok_feature_reader_clear(SamsokFeatureReader *reader)
{
    g_string_free(reader->joined, TRUE);
    g_array_unref(reader->tokens);
    g_array_unref(reader->sentences);
}

/* One passage while it is read. */
typedef struct {
    SamsokFeatureReader *reader;
    SamsokWanted *wanted;
    guint count;    /* of wanted words */
    double weights[SAMSOK_MAX_WANTED];
    double weight_sum;
    double title[SAMSOK_MAX_WANTED];
    double headings[SAMSOK_MAX_WANTED];
    double body[SAMSOK_MAX_WANTED];
    double often[SAMSOK_MAX_WANTED];    /* the levels of all tokens of the text, added up */
    double above[SAMSOK_MAX_WANTED];    /* the better of title and headings */
    double sentence[SAMSOK_MAX_WANTED]; /* of the sentence at hand */
    double before[SAMSOK_MAX_WANTED];   /* of the one before it */
    SamsokWordOrder by_weight;          /* of the sequence, the rarer words counting more */
    SamsokWordOrder by_word;            /* each word alike */
    guint near_at;                      /* the last token of the sentence that matches, from 1; 0 for none */
    guint near_word;                    /* what it matches best */
    double near;                        /* nearness of such tokens to the one before, of the sentence */
    double answer;                      /* the likeliest of the sentence */
    bool follows_best;                  /* the sentence before is the one that covers most so far */
    guint last_at[SAMSOK_MAX_WANTED];   /* the last token of the word, from 1; 0 for none */
    double nearest[SAMSOK_MAX_WANTED];  /* nearness of a word and the next one */
    bool adjacent[SAMSOK_MAX_WANTED];
    double *values;
} Reading;

static void start_reading(Reading *reading, SamsokFeatureReader *reader, double *values)
{
    SamsokWanted *wanted = reader->wanted;
    *reading = (Reading){.reader = reader,
                         .wanted = wanted,
                         .count = samsok_wanted_count(wanted),
                         .values = values};
    for (guint i = 0; i < reading->count; i++) {
        reading->weights[i] = samsok_wanted_word(wanted, i)->weight;
        reading->weight_sum += reading->weights[i];
    }
    samsok_word_order_init(&reading->by_weight);
    samsok_word_order_init(&reading->by_word);
    for (guint i = 0; i < samsok_wanted_sequence_length(wanted); i++) {
        int at = samsok_wanted_at(wanted, i);
        samsok_word_order_add(&reading->by_weight, at < 0 ? STOP_WORD_WEIGHT : reading->weights[at]);
        samsok_word_order_add(&reading->by_word, 1);
    }
}

static double share(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

/* Coverage by levels of at least `least`. */
static double coverage(const Reading *reading, const double *levels, double least)
{
    double sum = 0;
    for (guint i = 0; i < reading->count; i++) {
        sum += levels[i] >= least ? reading->weights[i] * levels[i] : 0;
    }
    return share(sum, reading->weight_sum);
}

static void raise_levels(const Reading *reading, double *levels, const double *by)
{
    for (guint i = 0; i < reading->count; i++) {
        levels[i] = MAX(levels[i], by[i]);
    }
}

static double coverage_of_two(const Reading *reading, const double *first, const double *second)
{
    double both[SAMSOK_MAX_WANTED] = {0};
    raise_levels(reading, both, first);
    raise_levels(reading, both, second);
    return coverage(reading, both, 0);
}

static void add_levels(const Reading *reading, double *levels, const double *more)
{
    for (guint i = 0; i < reading->count; i++) {
        levels[i] += more[i];
    }
}

/* Coverage in which a word counts the more the more often it is there, less each time. */
static double saturated_sum(const Reading *reading)
{
    double sum = 0;
    for (guint i = 0; i < reading->count; i++) {
        double times = reading->often[i] + reading->above[i];
        sum += reading->weights[i] * (1 + SATURATION) * times / (times + SATURATION);
    }
    return sum;
}

static void read_levels(Reading *reading, const char *text, const char *language, double *levels)
{
    SamsokFeatureReader *reader = reading->reader;
    samsok_analyser_sift(reader->analyser, text, language, &reader->sieve, reader->tokens);
    for (guint i = 0; i < reader->tokens->len; i++) {
        const SamsokTokenLevels *found = samsok_wanted_levels(
            reading->wanted, &g_array_index(reader->tokens, SamsokToken, i));
        if (found->matches) {
            raise_levels(reading, levels, found->levels);
        }
    }
}

static void read_above(Reading *reading, const SamsokRankedPassage *passage)
{
    GString *joined = reading->reader->joined;
    g_string_truncate(joined, 0);
    for (guint i = 0; passage->section_titles != NULL && passage->section_titles[i] != NULL; i++) {
        g_string_append(joined, passage->section_titles[i]);
        g_string_append_c(joined, '\n');
    }
    read_levels(reading, passage->title, passage->language, reading->title);
    read_levels(reading, joined->str, passage->language, reading->headings);
    raise_levels(reading, reading->above, reading->title);
    raise_levels(reading, reading->above, reading->headings);
}

/* Nearness of the token's words to their neighbours in the query, `at` from 1. */
static void note_neighbours(Reading *reading, const SamsokTokenLevels *found, guint at)
{
    for (guint i = 0; i < reading->count; i++) {
        if (found->levels[i] < SAMSOK_LEVEL_PART) {
            continue;
        }
        if (i > 0 && reading->last_at[i - 1] > 0 && reading->last_at[i - 1] < at) {
            guint gap = at - reading->last_at[i - 1];
            reading->nearest[i - 1] = MAX(reading->nearest[i - 1], 1.0 / gap);
            reading->adjacent[i - 1] = reading->adjacent[i - 1] || gap <= 2;
        }
        if (i + 1 < reading->count && reading->last_at[i + 1] > 0 && reading->last_at[i + 1] < at) {
            guint gap = at - reading->last_at[i + 1];
            reading->nearest[i] = MAX(reading->nearest[i], 0.7 / gap);
        }
        reading->last_at[i] = at;
    }
}

/* Nearness of the token to the last one that is another word of the query, `at` from 1. */
static void note_near(Reading *reading, const SamsokTokenLevels *found, guint at)
{
    guint best = 0;
    for (guint i = 1; i < reading->count; i++) {
        best = found->levels[i] > found->levels[best] ? i : best;
    }
    if (reading->near_at > 0 && reading->near_word != best) {
        reading->near += 1.0 / (at - reading->near_at);
    }
    reading->near_at = at;
    reading->near_word = best;
}

static double coverage_beside_title(const Reading *reading)
{
    double sum = 0;
    double all = 0;
    for (guint i = 0; i < reading->count; i++) {
        if (reading->title[i] < SAMSOK_LEVEL_STEM) {
            sum += reading->weights[i] * reading->sentence[i];
            all += reading->weights[i];
        }
    }
    return share(sum, all);
}

static void raise_value(Reading *reading, SamsokFeature feature, double value)
{
    reading->values[feature] = MAX(reading->values[feature], value);
}

static void take_best_sentence(Reading *reading)
{
    reading->values[SAMSOK_FEATURE_CHAIN_WORDS] = samsok_word_order_chain(&reading->by_word);
    reading->values[SAMSOK_FEATURE_SENTENCE_NEAR] = MIN(1, share(reading->near, reading->count - 1));
}

static void forget_sentence(Reading *reading)
{
    memcpy(reading->before, reading->sentence, sizeof reading->before);
    memset(reading->sentence, 0, sizeof reading->sentence);
    samsok_word_order_end_sentence(&reading->by_weight);
    samsok_word_order_end_sentence(&reading->by_word);
    reading->near_at = 0;
    reading->near = 0;
}

/* An answer counts in the best sentence and the next one. */
static void take_answer(Reading *reading, double covered, bool is_best)
{
    if (is_best) {
        reading->values[SAMSOK_FEATURE_ANSWER] = reading->answer;
    } else if (reading->follows_best) {
        raise_value(reading, SAMSOK_FEATURE_ANSWER, reading->answer);
    }
    raise_value(reading, SAMSOK_FEATURE_ANSWER_COV, reading->answer * covered);
    reading->follows_best = is_best;
    reading->answer = 0;
}

static void end_sentence(Reading *reading)
{
    raise_levels(reading, reading->body, reading->sentence);
    double covered = coverage(reading, reading->sentence, 0);
    bool is_best = covered > reading->values[SAMSOK_FEATURE_SENTENCE];
    if (is_best) {
        take_best_sentence(reading);
    }
    take_answer(reading, covered, is_best);
    raise_value(reading, SAMSOK_FEATURE_SENTENCE, covered);
    raise_value(reading, SAMSOK_FEATURE_SENTENCE_REST, coverage_beside_title(reading));
    raise_value(reading, SAMSOK_FEATURE_SENTENCE_ALL,
                coverage_of_two(reading, reading->sentence, reading->above));
    raise_value(reading, SAMSOK_FEATURE_SENTENCE_TWO,
                coverage_of_two(reading, reading->sentence, reading->before));
    raise_value(reading, SAMSOK_FEATURE_SUBSEQUENCE, samsok_word_order_chain(&reading->by_weight));
    forget_sentence(reading);
}

/* False for most tokens: what the question has answers nothing, and what the sieve held back can only be a name. */
static bool may_answer(const Reading *reading, const SamsokToken *token, const SamsokTokenLevels *found)
{
    SamsokAnswerKind kind = reading->reader->answer;
    bool takes_names = kind == SAMSOK_ANSWER_NAME || kind == SAMSOK_ANSWER_PLACE;
    return kind != SAMSOK_ANSWER_ANY && reading->answer < 1 && found->sequence == 0 &&
           (takes_names || token->word != NULL);
}

static void read_body(Reading *reading, const SamsokRankedPassage *passage)
{
    SamsokFeatureReader *reader = reading->reader;
    samsok_analyser_sift(reader->analyser, passage->text, passage->language, &reader->sieve,
                         reader->tokens);
    samsok_sentences(passage->text, reader->sentences);
    SamsokAnswerPlace place = {
        .kind = reader->answer, .wanted = reading->wanted, .text = passage->text, .tokens = reader->tokens};
    guint sentence = 0;
    for (guint i = 0; i < reader->tokens->len; i++) {
        const SamsokToken *token = &g_array_index(reader->tokens, SamsokToken, i);
        while (sentence < reader->sentences->len &&
               token->start >= g_array_index(reader->sentences, SamsokSentence, sentence).end) {
            end_sentence(reading);
            sentence++;
        }
        const SamsokTokenLevels *found = samsok_wanted_levels(reading->wanted, token);
        samsok_word_order_note(&reading->by_weight, found->sequence);
        samsok_word_order_note(&reading->by_word, found->sequence);
        if (found->matches) {
            raise_levels(reading, reading->sentence, found->levels);
            add_levels(reading, reading->often, found->levels);
            note_neighbours(reading, found, i + 1);
            note_near(reading, found, i + 1);
        }
        if (may_answer(reading, token, found)) {
            reading->answer = MAX(reading->answer, samsok_answer_at(&place, i));
        }
    }
    end_sentence(reading);
}

static void settle_pairs(Reading *reading)
{
    double weight = 0;
    double adjacent = 0;
    double nearness = 0;
    for (guint i = 0; i + 1 < reading->count; i++) {
        double pair = reading->weights[i] + reading->weights[i + 1];
        weight += pair;
        adjacent += reading->adjacent[i] ? pair : 0;
        nearness += reading->nearest[i] * pair;
    }
    reading->values[SAMSOK_FEATURE_ADJACENT] = share(adjacent, weight);
    reading->values[SAMSOK_FEATURE_NEARNESS] = share(nearness, weight);
    reading->values[SAMSOK_FEATURE_RUN] = samsok_word_order_run(&reading->by_weight);
    reading->values[SAMSOK_FEATURE_RUN_WORDS] = samsok_word_order_run(&reading->by_word);
    reading->values[SAMSOK_FEATURE_PAIRS] = samsok_word_order_pairs(&reading->by_word);
}

static bool has_whole_sentence(const SamsokFeatureReader *reader, const char *text)
{
    guint i = 0;
    while (i < reader->sentences->len &&
           !samsok_sentence_is_whole(text, &g_array_index(reader->sentences, SamsokSentence, i))) {
        i++;
    }
    return i < reader->sentences->len;
}

static double fragment(const SamsokFeatureReader *reader, const char *text)
{
    double words = reader->tokens->len;
    return words >= FRAGMENT_WORDS || has_whole_sentence(reader, text) ? 0 : 1 - words / FRAGMENT_WORDS;
}

static double coverage_of_numbers(const Reading *reading)
{
    guint numbers = 0;
    guint found = 0;
    for (guint i = 0; i < reading->count; i++) {
        if (g_ascii_isdigit(*samsok_wanted_word(reading->wanted, i)->word->word)) {
            numbers++;
            found += reading->body[i] >= SAMSOK_LEVEL_STEM;
        }
    }
    return share(found, numbers);
}

static double rarest_missing(const Reading *reading, const double *levels)
{
    double rarest = 0;
    double missing = 0;
    for (guint i = 0; i < reading->count; i++) {
        rarest = MAX(rarest, reading->weights[i]);
        missing = levels[i] < SAMSOK_LEVEL_PART ? MAX(missing, reading->weights[i]) : missing;
    }
    return share(missing, rarest);
}

void samsok_features_of_passage(SamsokFeatureReader *reader, const SamsokRankedPassage *passage,
                                SamsokFeatures *features)
{
    *features = (SamsokFeatures){0};
    Reading reading;
    start_reading(&reading, reader, features->values);
    read_above(&reading, passage);
    read_body(&reading, passage);
    settle_pairs(&reading);
    raise_levels(&reading, features->levels, reading.above);
    raise_levels(&reading, features->levels, reading.body);
    double *values = features->values;
    values[SAMSOK_FEATURE_COV] = coverage(&reading, reading.body, 0);
    values[SAMSOK_FEATURE_COV_FORM] = coverage(&reading, reading.body, SAMSOK_LEVEL_FORM);
    values[SAMSOK_FEATURE_COV_STEM] = coverage(&reading, reading.body, SAMSOK_LEVEL_STEM);
    values[SAMSOK_FEATURE_COV_TITLE] = coverage(&reading, reading.title, 0);
    values[SAMSOK_FEATURE_COV_HEADINGS] = coverage(&reading, reading.headings, 0);
    values[SAMSOK_FEATURE_COV_ALL] = coverage(&reading, features->levels, 0);
    values[SAMSOK_FEATURE_OFTEN] = saturated_sum(&reading) / 10;
    values[SAMSOK_FEATURE_MISSING] = rarest_missing(&reading, features->levels);
    bool defines = passage->ordinal == 0 && reader->asks_what_it_is;
    values[SAMSOK_FEATURE_DEFINITION] = defines ? values[SAMSOK_FEATURE_COV_TITLE] : 0;
    values[SAMSOK_FEATURE_NUMBERS] = coverage_of_numbers(&reading);
    values[SAMSOK_FEATURE_TITLE_ONLY] = values[SAMSOK_FEATURE_COV] == 0 && values[SAMSOK_FEATURE_COV_ALL] > 0;
    values[SAMSOK_FEATURE_FRAGMENT] = fragment(reader, passage->text);
    values[SAMSOK_FEATURE_LENGTH] = log(1 + reader->tokens->len) / log(1 + USUAL_WORDS);
    values[SAMSOK_FEATURE_FIRST] = passage->ordinal == 0;
    values[SAMSOK_FEATURE_EARLY] = 1.0 / (1 + passage->ordinal);
}
