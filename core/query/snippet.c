/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses a window of sentences by the words it covers, and marks them. */
#include "config.h"

#include "core/query/snippet.h"

#include "core/base/limits.h"
#include "core/base/text.h"
#include "core/shape/sentence.h"

/* A stretch of tokens: [first, end). */
typedef struct {
    guint first;
    guint end;
} TokenRange;

typedef struct {
    const char *text;
    GArray *tokens;    /* of SamsokToken */
    GArray *sentences; /* of SamsokSentence */
    int *matches;      /* a token's word of the query, or -1 */
    bool *are_parts;   /* it has it as a part */
    guint *seen;       /* a query word's count in the window at hand */
    guint word_count;
} Window;

/* Different words count most; repeats break ties, one short of a further word, those in compounds less. */
static double coverage(Window *window, TokenRange range)
{
    for (guint i = 0; i < window->word_count; i++) {
        window->seen[i] = 0;
    }
    guint different = 0;
    double all = 0;
    for (guint i = range.first; i < range.end; i++) {
        if (window->matches[i] >= 0) {
            different += window->seen[window->matches[i]]++ == 0;
            all += window->are_parts[i] ? 0.5 : 1;
        }
    }
    return different + all / (all + 4);
}

/* The first token that begins at `offset` or behind it. */
static guint token_from(const Window *window, guint offset)
{
    guint low = 0;
    guint high = window->tokens->len;
    while (low < high) {
        guint middle = (low + high) / 2;
        if (g_array_index(window->tokens, SamsokToken, middle).start < offset) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

/* The tokens that begin inside [start, end) of the text. */
static TokenRange tokens_within(const Window *window, guint start, guint end)
{
    return (TokenRange){token_from(window, start), token_from(window, end)};
}

/* The best row of sentences as byte offsets in the text. */
static SamsokSentence best_sentences(Window *window)
{
    SamsokSentence best = {0, 0};
    double best_score = -1;
    for (guint i = 0; i < window->sentences->len; i++) {
        guint start = g_array_index(window->sentences, SamsokSentence, i).start;
        bool fits = true;
        for (guint j = i; fits && j < window->sentences->len; j++) {
            guint end = g_array_index(window->sentences, SamsokSentence, j).end;
            TokenRange range = tokens_within(window, start, end);
            guint words = range.end - range.first;
            fits = j == i || words <= SAMSOK_SNIPPET_WORDS;
            /* Length counts less than any repeat: it only fills the window. */
            double score = coverage(window, range) + MIN(words, SAMSOK_SNIPPET_WORDS) * 1e-4;
            if (fits && score > best_score) {
                best_score = score;
                best = (SamsokSentence){start, end};
            }
        }
    }
    return best;
}

/* The best SAMSOK_SNIPPET_WORDS words of a sentence that is too long to show, a few before the first
 * match for the reader to come in. */
static TokenRange best_part(Window *window, TokenRange whole)
{
    TokenRange best = whole;
    double best_score = -1;
    for (guint i = whole.first; i + SAMSOK_SNIPPET_WORDS <= whole.end; i += SAMSOK_SNIPPET_STEP_WORDS) {
        TokenRange part = {i, i + SAMSOK_SNIPPET_WORDS};
        double score = coverage(window, part);
        if (score > best_score) {
            best_score = score;
            best = part;
        }
    }
    return best;
}

static char *cut_sentence(Window *window, TokenRange whole)
{
    TokenRange part = best_part(window, whole);
    guint start = g_array_index(window->tokens, SamsokToken, part.first).start;
    guint end = g_array_index(window->tokens, SamsokToken, part.end - 1).end;
    g_autofree char *middle = g_strndup(window->text + start, end - start);
    return g_strconcat(part.first > whole.first ? "… " : "", middle,
                       part.end < whole.end ? " …" : "", NULL);
}

static char *best_window(Window *window)
{
    SamsokSentence best = best_sentences(window);
    TokenRange range = tokens_within(window, best.start, best.end);
    if (range.end - range.first > SAMSOK_SNIPPET_HARD_WORDS) {
        return cut_sentence(window, range);
    }
    return g_strndup(window->text + best.start, best.end - best.start);
}

/* Marks the matched words of the snippet itself, which may be spaced otherwise than the passage. */
static void mark(const char *snippet, const char *language, const SamsokQueryMatcher *matcher,
                 SamsokAnalyser *analyser, GArray *highlights)
{
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    samsok_analyser_sift(analyser, snippet, language, samsok_query_matcher_sieve(matcher), tokens);
    const char *known = snippet;
    guint offset = 0;
    for (guint i = 0; i < tokens->len; i++) {
        const SamsokToken *token = &g_array_index(tokens, SamsokToken, i);
        bool is_part = false;
        if (samsok_query_matcher_find(matcher, token, &is_part) < 0) {
            continue;
        }
        offset += (guint)g_utf8_strlen(known, snippet + token->start - known);
        known = snippet + token->start;
        SamsokSpan span = {.start = offset, .end = offset};
        span.end += (guint)g_utf8_strlen(known, token->end - token->start);
        g_array_append_val(highlights, span);
    }
}

static void free_window(Window *window)
{
    g_array_unref(window->tokens);
    g_array_unref(window->sentences);
    g_free(window->matches);
    g_free(window->are_parts);
    g_free(window->seen);
}

char *samsok_snippet(const char *text, const char *language, const SamsokQueryMatcher *matcher,
                     SamsokAnalyser *analyser, GArray *highlights)
{
    Window window = {
        .text = text,
        .tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken)),
        .sentences = g_array_new(FALSE, FALSE, sizeof(SamsokSentence)),
        .word_count = samsok_query_matcher_count(matcher),
    };
    samsok_analyser_sift(analyser, text, language, samsok_query_matcher_sieve(matcher), window.tokens);
    samsok_sentences(text, window.sentences);
    window.matches = g_new0(int, window.tokens->len + 1);
    window.are_parts = g_new0(bool, window.tokens->len + 1);
    window.seen = g_new0(guint, window.word_count + 1);
    for (guint i = 0; i < window.tokens->len; i++) {
        window.matches[i] = samsok_query_matcher_find(
            matcher, &g_array_index(window.tokens, SamsokToken, i), &window.are_parts[i]);
    }
    g_autofree char *chosen = best_window(&window);
    free_window(&window);
    char *snippet = samsok_text_squeeze(chosen);
    g_array_set_size(highlights, 0);
    mark(snippet, language, matcher, analyser, highlights);
    return snippet;
}
