/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks the lexicon's trie over the tokens of each block and turns what survives into mentions. */
#include "config.h"

#include "core/concepts/tagger.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/concepts/candidate.h"
#include "core/concepts/wording.h"
#include "core/language/analyser.h"

/* The symbols that a token may stand for. */
typedef enum { VIEW_OWN, VIEW_PART, VIEW_COMPLETED, VIEW_COUNT } View;

typedef struct {
    guint symbols[VIEW_COUNT]; /* 0 for none */
} Word;

/* What the vocabulary knows of a word: its symbol, and that of a part of it; 0 for none. */
typedef struct {
    guint symbol;
    guint part : 31;
    guint is_asked : 1;
} Known;

struct _SamsokTagger {
    const SamsokLexicon *lexicon;
    SamsokAnalyser *analyser; /* lent */
    GArray *known;   /* of Known, by the analyser's number of a word */
    guint age;       /* of the analyser when they were found */
    GArray *own_tokens;   /* scratch */
    const GArray *tokens; /* of SamsokToken, of the text at hand */
    GArray *views;   /* of Word, one a token */
    GArray *candidates;
    GString *scratch;
    guint token_base; /* tokens of the texts before */
};

/* The text at hand and the walk over it. */
typedef struct {
    SamsokTagger *tagger;
    const char *text;
    guint section;
    guint block;
    SamsokRoot root;
    guint counted_bytes; /* code points are counted from here … */
    guint counted_chars;
    guint first; /* the walk: its first token, … */
    guint gap;   /* … the first of two skipped tokens, 0 for none, … */
    SamsokTagMatch match;
} Scan;

static const char *const match_names[] = {
#define X(how, name) name,
    SAMSOK_MATCH_LIST(X)
#undef X
};

const char *samsok_match_name(SamsokTagMatch match)
{
    return match_names[match];
}

char *samsok_mention_rule(const SamsokMention *mention)
{
    const char *how = samsok_match_name(mention->match);
    return mention->evidence == NULL
               ? g_strdup_printf("%s «%s»", how, mention->label)
               : g_strdup_printf("%s «%s»; near «%s»", how, mention->label, mention->evidence);
}

SamsokTagger *samsok_tagger_new(const SamsokLexicon *lexicon, SamsokAnalyser *analyser)
{
    SamsokTagger *tagger = g_new0(SamsokTagger, 1);
    tagger->lexicon = lexicon;
    tagger->analyser = analyser;
    tagger->known = g_array_new(FALSE, TRUE, sizeof(Known));
    tagger->own_tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    tagger->views = g_array_new(FALSE, FALSE, sizeof(Word));
    tagger->candidates = g_array_new(FALSE, FALSE, sizeof(SamsokCandidate));
    tagger->scratch = g_string_new(NULL);
    return tagger;
}

void samsok_tagger_free(SamsokTagger *tagger)
{
    if (tagger == NULL) {
        return;
    }
    g_string_free(tagger->scratch, TRUE);
    g_array_unref(tagger->candidates);
    g_array_unref(tagger->views);
    g_array_unref(tagger->own_tokens);
    g_array_unref(tagger->known);
    g_free(tagger);
}

static const SamsokToken *token_at(const SamsokTagger *tagger, guint index)
{
    return &g_array_index(tagger->tokens, SamsokToken, index);
}

static Word *view_at(const SamsokTagger *tagger, guint index)
{
    return &g_array_index(tagger->views, Word, index);
}

/* What the vocabulary knows of a word, looked up in it once. */
static const Known *known_word(SamsokTagger *tagger, const SamsokToken *token)
{
    if (token->number >= tagger->known->len) {
        g_array_set_size(tagger->known, MAX(token->number + 1, tagger->known->len * 2));
    }
    Known *known = &g_array_index(tagger->known, Known, token->number);
    if (!known->is_asked) {
        *known = (Known){
            .is_asked = true,
            .symbol = samsok_lexicon_symbol(tagger->lexicon, token->stem),
            .part = samsok_lexicon_part(tagger->lexicon, token->stem),
        };
    }
    return known;
}

static bool is_connector(const SamsokTagger *tagger, guint index)
{
    static const char *const connectors[] = {"og", "eller", "samt", "and", "or"};
    const char *word = token_at(tagger, index)->word;
    for (size_t i = 0; i < G_N_ELEMENTS(connectors); i++) {
        if (strcmp(word, connectors[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* The length of a hyphen or dash at `p`, 0 for none. */
static guint dash_len(const char *p)
{
    gunichar c = g_utf8_get_char(p);
    bool dash = c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
    return dash ? (guint)(g_utf8_next_char(p) - p) : 0;
}

/* True for «kommune-» in «kommune- og regionreformen». */
static bool is_suspended(const Scan *scan, guint index)
{
    const SamsokTagger *tagger = scan->tagger;
    const char *behind = scan->text + token_at(tagger, index)->end;
    guint dash = dash_len(behind);
    return dash > 0 && behind[dash] == ' ' && index + 2 < tagger->tokens->len &&
           is_connector(tagger, index + 1);
}

/* True for «-utfordringer» in «samordningsbehov og – utfordringer». */
static bool is_continued(const Scan *scan, guint index)
{
    const SamsokTagger *tagger = scan->tagger;
    if (index < 2) {
        return false;
    }
    const char *p = scan->text + token_at(tagger, index - 1)->end;
    const char *end = scan->text + token_at(tagger, index)->start;
    guint dash = *p == ' ' ? dash_len(p + 1) : 0;
    if (dash == 0) { /* nearly always: nothing dearer is asked before */
        return false;
    }
    p += 1 + dash;
    p += *p == ' ' ? 1 : 0;
    return p == end && is_connector(tagger, index - 1);
}

/* «kommune» + the rest of «regionreform»: the longest rest that makes a word of the vocabulary. */
static guint complete_end(SamsokTagger *tagger, const char *begun, const char *whole)
{
    if (strlen(whole) < 4) {
        return 0;
    }
    for (const char *rest = whole + 3; *rest != '\0'; rest = g_utf8_next_char(rest)) {
        g_string_assign(tagger->scratch, begun);
        g_string_append(tagger->scratch, rest);
        guint symbol = samsok_lexicon_symbol(tagger->lexicon, tagger->scratch->str);
        if (symbol != 0) {
            return symbol;
        }
    }
    return 0;
}

/* A beginning of «samordningsbehov» + «utfordring». */
static guint complete_start(SamsokTagger *tagger, const char *whole, const char *ending)
{
    for (size_t len = strlen(whole); len >= 3; len--) {
        g_string_truncate(tagger->scratch, 0);
        g_string_append_len(tagger->scratch, whole, (gssize)len);
        g_string_append(tagger->scratch, ending);
        guint symbol = samsok_lexicon_symbol(tagger->lexicon, tagger->scratch->str);
        if (symbol != 0) {
            return symbol;
        }
    }
    return 0;
}

static void view_token(const Scan *scan, guint index)
{
    SamsokTagger *tagger = scan->tagger;
    const SamsokToken *token = token_at(tagger, index);
    const Known *known = known_word(tagger, token);
    Word view = {{known->symbol, known->part, 0}};
    const char *word = token->word;
    if (is_suspended(scan, index)) {
        view.symbols[VIEW_COMPLETED] =
            complete_end(tagger, word, token_at(tagger, index + 2)->stem);
    } else if (is_continued(scan, index)) {
        view.symbols[VIEW_COMPLETED] =
            complete_start(tagger, token_at(tagger, index - 2)->word, token->stem);
    }
    g_array_append_val(tagger->views, view);
}

/* True when nothing that ends a sentence or a cell stands between two neighbouring tokens. */
static bool joined(const Scan *scan, guint left)
{
    const char *p = scan->text + token_at(scan->tagger, left)->end;
    const char *end = scan->text + token_at(scan->tagger, left + 1)->start;
    for (; p < end; p++) {
        if (strchr(".!?;:|\n", *p) != NULL) {
            return false;
        }
    }
    return true;
}

static bool span_has_comma(const Scan *scan, guint first, guint last)
{
    const char *p = scan->text + token_at(scan->tagger, first)->end;
    const char *end = scan->text + token_at(scan->tagger, last)->start;
    return p < end && memchr(p, ',', (size_t)(end - p)) != NULL;
}

/* Names: the label's own bytes, and at most a genitive s. */
static bool same_capitals(const SamsokPattern *pattern, const char *span, size_t len)
{
    size_t label_len = strlen(pattern->text);
    return len >= label_len && memcmp(span, pattern->text, label_len) == 0 &&
           (len == label_len || (len == label_len + 1 && span[label_len] == 's'));
}

/* The next letter or digit at `*p`, in lower case, and steps behind it; 0 at `end`. */
static gunichar next_letter(const char **p, const char *end)
{
    while (*p < end) {
        gunichar c = g_utf8_get_char(*p);
        *p = g_utf8_next_char(*p);
        if (g_unichar_isalnum(c)) {
            return g_unichar_tolower(c);
        }
    }
    return 0;
}

/* The same letters, whatever hyphens, quotes and blanks stand between. */
static bool same_words(const SamsokPattern *pattern, const char *span, size_t len)
{
    const char *end = span + len;
    const char *wanted = pattern->text;
    const char *wanted_end = wanted + strlen(wanted);
    gunichar c = 0;
    do {
        c = next_letter(&span, end);
        if (c != next_letter(&wanted, wanted_end)) {
            return false;
        }
    } while (c != 0);
    return true;
}

static bool is_written_so(const Scan *scan, const SamsokPattern *pattern, guint last)
{
    const SamsokTagger *tagger = scan->tagger;
    guint start = token_at(tagger, scan->first)->start;
    size_t len = token_at(tagger, last)->end - start;
    const char *span = scan->text + start;
    if (span_has_comma(scan, scan->first, last) && strchr(pattern->text, ',') == NULL) {
        return false;
    }
    if (pattern->case_sensitive) {
        return same_capitals(pattern, span, len);
    }
    const char *word = token_at(tagger, last)->word;
    if ((!pattern->is_law && samsok_is_law_word(word)) ||
        (pattern->is_doer && samsok_is_participle(word))) {
        return false;
    }
    return !pattern->exact || same_words(pattern, span, len);
}

/* A single word that is only half of one («kommune-») or completed from its neighbour stands for
 * what it is completed to, not for itself; a part of a word only where its label allows it. */
static bool single_word_counts(const Scan *scan, const SamsokPattern *pattern)
{
    if (scan->match == SAMSOK_MATCH_COMPOUND) {
        return pattern->as_first_part || pattern->as_last_part;
    }
    return scan->match == SAMSOK_MATCH_ELLIPSIS || !is_suspended(scan, scan->first);
}

/* True where the words are no mention whatever they say. */
static bool is_no_prose(const Scan *scan, const SamsokPattern *pattern, guint last)
{
    guint start = token_at(scan->tagger, scan->first)->start;
    return (pattern->not_after_name && samsok_is_behind_name(scan->text, start)) ||
           (pattern->not_denied && samsok_is_denied(scan->text, start)) ||
           samsok_is_machine_text(scan->text, start) ||
           (last != scan->first &&
            samsok_is_machine_text(scan->text, token_at(scan->tagger, last)->start));
}

static void emit(Scan *scan, guint index, guint last)
{
    SamsokTagger *tagger = scan->tagger;
    const SamsokPattern *pattern = samsok_lexicon_pattern(tagger->lexicon, index);
    bool counts = last != scan->first || single_word_counts(scan, pattern);
    if (!counts || !is_written_so(scan, pattern, last) || is_no_prose(scan, pattern, last)) {
        return;
    }
    guint start = token_at(tagger, scan->first)->start;
    guint end = token_at(tagger, last)->end;
    scan->counted_chars += (guint)g_utf8_strlen(scan->text + scan->counted_bytes,
                                                (gssize)(start - scan->counted_bytes));
    scan->counted_bytes = start;
    bool literal = pattern->exact || pattern->case_sensitive;
    SamsokCandidate candidate = {
        .pattern = index,
        .section = scan->section,
        .block = scan->block,
        .first = tagger->token_base + scan->first,
        .last = tagger->token_base + last,
        .gap = scan->gap == 0 ? 0 : tagger->token_base + scan->gap,
        .start = scan->counted_chars,
        .end = scan->counted_chars +
               (guint)g_utf8_strlen(scan->text + start, (gssize)(end - start)),
        .start_byte = start,
        .end_byte = end,
        .match = literal && scan->match == SAMSOK_MATCH_STEMS ? SAMSOK_MATCH_EXACT : scan->match,
    };
    g_array_append_val(tagger->candidates, candidate);
}

static void walk(Scan *scan, guint node, guint last);

/* Goes on from `node` to token `next`, in each of its views. */
static void walk_to(Scan *scan, guint node, guint next)
{
    SamsokTagMatch before = scan->match;
    for (guint view = 0; view < VIEW_COUNT; view++) {
        guint symbol = view_at(scan->tagger, next)->symbols[view];
        guint found = symbol == 0 || view == VIEW_PART
                          ? 0
                          : samsok_lexicon_step(scan->tagger->lexicon, node, symbol);
        if (found != 0) {
            scan->match = view == VIEW_COMPLETED ? SAMSOK_MATCH_ELLIPSIS : before;
            walk(scan, found, next);
            scan->match = before;
        }
    }
}

/* «horisontal [og vertikal] samordning», «politisk [lederskap og] forankring». */
static void walk_over_gap(Scan *scan, guint node, guint last)
{
    const SamsokTagger *tagger = scan->tagger;
    if (scan->gap != 0 || last + 3 >= tagger->tokens->len) {
        return;
    }
    bool connected = is_connector(tagger, last + 1) != is_connector(tagger, last + 2);
    if (!connected || !joined(scan, last) || !joined(scan, last + 1) || !joined(scan, last + 2)) {
        return;
    }
    SamsokTagMatch before = scan->match;
    scan->gap = last + 1;
    scan->match = SAMSOK_MATCH_ELLIPSIS;
    walk_to(scan, node, last + 3);
    scan->match = before;
    scan->gap = 0;
}

static void walk(Scan *scan, guint node, guint last)
{
    const SamsokLexicon *lexicon = scan->tagger->lexicon;
    guint pattern = samsok_lexicon_ending(lexicon, node);
    while (pattern != 0) {
        emit(scan, pattern, last);
        pattern = samsok_lexicon_pattern(lexicon, pattern)->next;
    }
    if (!samsok_lexicon_goes_on(lexicon, node)) {
        return;
    }
    if (last + 1 < scan->tagger->tokens->len && joined(scan, last)) {
        walk_to(scan, node, last + 1);
    }
    walk_over_gap(scan, node, last);
}

static void walk_from(Scan *scan, guint first)
{
    static const SamsokTagMatch matches[VIEW_COUNT] = {SAMSOK_MATCH_STEMS, SAMSOK_MATCH_COMPOUND,
                                                    SAMSOK_MATCH_ELLIPSIS};
    for (guint view = 0; view < VIEW_COUNT; view++) {
        guint symbol = view_at(scan->tagger, first)->symbols[view];
        guint node = symbol == 0
                         ? 0
                         : samsok_lexicon_enter(scan->tagger->lexicon, scan->root, symbol);
        if (node != 0) {
            scan->first = first;
            scan->match = matches[view];
            walk(scan, node, first);
        }
    }
}

void samsok_tagger_add_tokens(SamsokTagger *tagger, const char *text, const GArray *tokens,
                              const char *language, guint section, guint block)
{
    if (tagger->age != samsok_analyser_age(tagger->analyser)) {
        tagger->age = samsok_analyser_age(tagger->analyser);
        g_array_set_size(tagger->known, 0);
    }
    Scan scan = {
        .tagger = tagger,
        .text = text,
        .section = section,
        .block = block,
        .root = strcmp(language, "en") == 0 ? SAMSOK_ROOT_ENGLISH : SAMSOK_ROOT_NORWEGIAN,
    };
    tagger->tokens = tokens;
    g_array_set_size(tagger->views, 0);
    for (guint i = 0; i < tokens->len; i++) {
        view_token(&scan, i);
    }
    for (guint i = 0; i < tokens->len; i++) {
        walk_from(&scan, i);
    }
    tagger->token_base += tokens->len;
}

void samsok_tagger_add(SamsokTagger *tagger, const char *text, const char *language, guint section,
                       guint block)
{
    samsok_analyser_tokens(tagger->analyser, text, language, tagger->own_tokens);
    samsok_tagger_add_tokens(tagger, text, tagger->own_tokens, language, section, block);
}

GArray *samsok_tagger_finish(SamsokTagger *tagger)
{
    samsok_candidates_judge(tagger->lexicon, tagger->candidates);
    GArray *mentions = g_array_new(FALSE, FALSE, sizeof(SamsokMention));
    for (guint i = 0; i < tagger->candidates->len; i++) {
        const SamsokCandidate *candidate =
            &g_array_index(tagger->candidates, SamsokCandidate, i);
        if (candidate->dropped) {
            continue;
        }
        const SamsokPattern *pattern = samsok_lexicon_pattern(tagger->lexicon, candidate->pattern);
        SamsokMention mention = {
            .concept = pattern->key,
            .block = candidate->block,
            .start = candidate->start,
            .end = candidate->end,
            .start_byte = candidate->start_byte,
            .end_byte = candidate->end_byte,
            .label = pattern->text,
            .match = candidate->match,
            .evidence = candidate->evidence,
        };
        g_array_append_val(mentions, mention);
    }
    g_array_set_size(tagger->candidates, 0);
    tagger->token_base = 0;
    return mentions;
}

GArray *samsok_tagger_document(SamsokTagger *tagger, const SamsokDocument *document)
{
    for (guint i = 0; i < samsok_document_block_count(document); i++) {
        const SamsokBlock *block = samsok_document_block(document, i);
        if (block->kind != SAMSOK_BLOCK_CONTENTS && block->kind != SAMSOK_BLOCK_FURNITURE) {
            samsok_tagger_add(tagger, block->text, block->language, block->section, i);
        }
    }
    return samsok_tagger_finish(tagger);
}

guint samsok_block_line(const SamsokBlock *block, guint offset)
{
    size_t len = strlen(block->text);
    guint lines = block->place.line_last - block->place.line_first;
    if (block->place.line_first == 0 || len == 0) {
        return block->place.line_first;
    }
    return block->place.line_first + (guint)((guint64)offset * (lines + 1) / len);
}
