/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the patterns of wording about a text. */
#include "config.h"

#include "core/insight/point_cues.h"

#include <string.h>

#include "core/insight/point_patterns.h"

/* The last match that does not lie in [skip_start, skip_end). */
static bool last_match(SamsokPointPattern which, const char *text, const int skip[2], guint *out_start,
                       guint *out_end)
{
    g_autoptr(GMatchInfo) info = NULL;
    bool found = false;
    g_regex_match(samsok_point_pattern(which), text, 0, &info);
    while (g_match_info_matches(info)) {
        int start = 0;
        int end = 0;
        g_match_info_fetch_pos(info, 0, &start, &end);
        if (start < skip[0] || start >= skip[1]) {
            *out_start = (guint)start;
            *out_end = (guint)end;
            found = true;
        }
        g_match_info_next(info, NULL);
    }
    return found;
}

static void find_foundation(const char *text, int skip[2])
{
    g_autoptr(GMatchInfo) info = NULL;
    skip[0] = skip[1] = -1;
    if (g_regex_match(samsok_point_pattern(SAMSOK_POINT_PATTERN_BUILDS_ON), text, 0, &info)) {
        g_match_info_fetch_pos(info, 0, &skip[0], &skip[1]);
    }
}

/* The last cue of any kind outside [skip[0], skip[1]). */
static bool last_announcing(const char *text, const int skip[2], SamsokPointCue *out)
{
    static const struct {
        SamsokPointPattern pattern;
        SamsokPointKind kind;
    } kinds[] = {
        {SAMSOK_POINT_PATTERN_LEARNING, SAMSOK_POINT_LEARNING},
        {SAMSOK_POINT_PATTERN_ADVICE, SAMSOK_POINT_ADVICE},
        {SAMSOK_POINT_PATTERN_RECOMMENDATION, SAMSOK_POINT_RECOMMENDATION},
        {SAMSOK_POINT_PATTERN_FOCUS_AREA, SAMSOK_POINT_FOCUS_AREA},
    };
    bool found = false;
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        SamsokPointCue cue = {.kind = kinds[i].kind};
        if (last_match(kinds[i].pattern, text, skip, &cue.start, &cue.end) &&
            (!found || cue.start > out->start)) {
            *out = cue;
            found = true;
        }
    }
    return found;
}

bool samsok_cue_announced(const char *text, SamsokPointCue *out)
{
    int skip[2];
    if (!samsok_point_may_announce(text)) {
        return false;
    }
    find_foundation(text, skip);
    /* «Anbefalinger basert på hva vi har lært»: what comes first is what the text is. */
    const int behind[2] = {skip[0], G_MAXINT};
    return (skip[0] > 0 && last_announcing(text, behind, out)) || last_announcing(text, skip, out);
}

static bool find_last(SamsokPointPattern which, SamsokPointKind kind, const char *text, SamsokPointCue *out)
{
    const int nothing[2] = {-1, -1};
    out->kind = kind;
    return last_match(which, text, nothing, &out->start, &out->end);
}

bool samsok_cue_conditions(const char *text, SamsokPointCue *out)
{
    return find_last(SAMSOK_POINT_PATTERN_CONDITIONS, SAMSOK_POINT_ADVICE, text, out);
}

bool samsok_cue_experience(const char *text, SamsokPointCue *out)
{
    return find_last(SAMSOK_POINT_PATTERN_EXPERIENCE, SAMSOK_POINT_LEARNING, text, out);
}

bool samsok_cue_should(const char *text, SamsokPointCue *out)
{
    return find_last(SAMSOK_POINT_PATTERN_SHOULD, SAMSOK_POINT_RECOMMENDATION, text, out);
}

bool samsok_cue_ought(const char *text)
{
    return samsok_point_matches(SAMSOK_POINT_PATTERN_OUGHT, text, strlen(text));
}

bool samsok_cue_states(const char *title)
{
    return !samsok_point_matches(SAMSOK_POINT_PATTERN_ASKED, title, strlen(title));
}

bool samsok_cue_demands(const char *text)
{
    size_t len = strlen(text);
    bool is_question = g_str_has_suffix(text, "?");
    return (!is_question && samsok_point_matches(SAMSOK_POINT_PATTERN_DEMANDS, text, len)) || samsok_cue_recommends(text, len);
}

bool samsok_cue_matters(const char *text, SamsokPointCue *out)
{
    return find_last(SAMSOK_POINT_PATTERN_MATTERS, SAMSOK_POINT_ADVICE, text, out);
}

bool samsok_cue_positions(const char *text, SamsokPointCue *out)
{
    return find_last(SAMSOK_POINT_PATTERN_POSITIONS, SAMSOK_POINT_RECOMMENDATION, text, out);
}

bool samsok_cue_learned_too(const char *text, const SamsokPointCue *cue)
{
    return cue->kind != SAMSOK_POINT_LEARNING && samsok_point_matches(SAMSOK_POINT_PATTERN_LEARNED_AND, text, cue->start);
}

bool samsok_cue_onward(const char *title)
{
    return samsok_point_matches(SAMSOK_POINT_PATTERN_ONWARD, title, strlen(title));
}

bool samsok_cue_sums_up(const char *title)
{
    return samsok_point_matches(SAMSOK_POINT_PATTERN_SUMS_UP, title, strlen(title));
}

bool samsok_cue_other_label(const char *text)
{
    return samsok_point_matches(SAMSOK_POINT_PATTERN_OTHER_LABEL, text, strlen(text));
}

bool samsok_cue_clock(const char *text)
{
    return samsok_point_matches(SAMSOK_POINT_PATTERN_CLOCK, text, strlen(text));
}

static SamsokPointKind named_kind(const char *name)
{
    static const struct {
        const char *name;
        SamsokPointKind kind;
    } names[] = {
        {"læringspunkt", SAMSOK_POINT_LEARNING}, {"lærdom", SAMSOK_POINT_LEARNING},
        {"lesson", SAMSOK_POINT_LEARNING},       {"råd", SAMSOK_POINT_ADVICE},
        {"advice", SAMSOK_POINT_ADVICE},         {"innsatsområde", SAMSOK_POINT_FOCUS_AREA},
        {"tips", SAMSOK_POINT_ADVICE},           {"husk", SAMSOK_POINT_ADVICE},
        {"hugs", SAMSOK_POINT_ADVICE},           {"grep", SAMSOK_POINT_ADVICE},
    };
    g_autofree char *folded = g_utf8_strdown(name, -1);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strcmp(names[i].name, folded) == 0) {
            return names[i].kind;
        }
    }
    return SAMSOK_POINT_RECOMMENDATION;
}

/* False when none of the names that the pattern looks for begins the text, behind marks of a list or of bold letters. */
static bool may_begin_with_name(SamsokPointPattern which, const char *text)
{
    enum { NAME_BYTES = 40 }; /* «våre hovedanbefalinger», «recommendation» */
    while (*text == '*' || *text == '_' || g_unichar_isspace(g_utf8_get_char(text))) {
        text = g_utf8_next_char(text);
    }
    return samsok_point_may_match(which, text, strnlen(text, NAME_BYTES));
}

static bool find_name(SamsokPointPattern which, const char *text, SamsokPointCue *out, char **out_number)
{
    g_autoptr(GMatchInfo) info = NULL;
    if (!g_regex_match(samsok_point_pattern(which), text, 0, &info)) {
        return false;
    }
    g_autofree char *name = g_match_info_fetch(info, 1);
    char *number = g_match_info_fetch(info, 2);
    int start = 0;
    int end = 0;
    g_match_info_fetch_pos(info, 0, &start, &end);
    *out = (SamsokPointCue){named_kind(name), (guint)start, (guint)end};
    *out_number = number == NULL ? g_strdup("") : number;
    return true;
}

bool samsok_cue_named(const char *text, SamsokPointCue *out, char **out_number)
{
    return may_begin_with_name(SAMSOK_POINT_PATTERN_NAMED, text) &&
           find_name(SAMSOK_POINT_PATTERN_NAMED, text, out, out_number);
}

bool samsok_cue_counted(const char *title, SamsokPointCue *out)
{
    g_autofree char *number = NULL;
    return find_name(SAMSOK_POINT_PATTERN_COUNTED, title, out, &number);
}

bool samsok_cue_numbered_label(const char *text, SamsokPointCue *out, char **out_number)
{
    return may_begin_with_name(SAMSOK_POINT_PATTERN_NUMBERED_LABEL, text) &&
           find_name(SAMSOK_POINT_PATTERN_NUMBERED_LABEL, text, out, out_number);
}

bool samsok_cue_recommends(const char *sentence, gsize len)
{
    return len > 0 && sentence[len - 1] != '?' && samsok_point_matches(SAMSOK_POINT_PATTERN_RECOMMENDS, sentence, len) &&
           !samsok_point_matches(SAMSOK_POINT_PATTERN_POINTS_AWAY, sentence, len);
}

bool samsok_cue_learns(const char *sentence, gsize len)
{
    return len > 0 && sentence[len - 1] != '?' && samsok_point_matches(SAMSOK_POINT_PATTERN_LEARNS, sentence, len);
}

bool samsok_cue_advises(const char *sentence, gsize len)
{
    return len > 0 && sentence[len - 1] != '?' && samsok_point_matches(SAMSOK_POINT_PATTERN_ADVISES, sentence, len) &&
           !samsok_cue_instructs(sentence, len) && !samsok_point_matches(SAMSOK_POINT_PATTERN_REPORTED, sentence, len);
}

bool samsok_cue_asks(const char *sentence, gsize len)
{
    return len > 0 && sentence[len - 1] != '?' && samsok_point_matches(SAMSOK_POINT_PATTERN_ASKS, sentence, len);
}

bool samsok_cue_negates(const char *sentence, gsize len)
{
    return samsok_point_matches(SAMSOK_POINT_PATTERN_NEGATES, sentence, len);
}

bool samsok_cue_proposes(const char *sentence, gsize len)
{
    return len > 0 && sentence[len - 1] != '?' && samsok_point_matches(SAMSOK_POINT_PATTERN_PROPOSES, sentence, len);
}

bool samsok_cue_gathers(const char *text)
{
    return g_str_has_suffix(text, ":") && samsok_point_matches(SAMSOK_POINT_PATTERN_GATHERED, text, strlen(text));
}

bool samsok_cue_minutes(const char *text)
{
    return samsok_point_matches(SAMSOK_POINT_PATTERN_MINUTES, text, strlen(text));
}

bool samsok_cue_points_ahead(const char *sentence, gsize len)
{
    return samsok_point_matches(SAMSOK_POINT_PATTERN_AHEAD, sentence, len);
}

bool samsok_cue_manual(const char *title)
{
    return samsok_point_matches(SAMSOK_POINT_PATTERN_MANUAL, title, strlen(title));
}

bool samsok_cue_procedure(const char *text)
{
    return samsok_point_matches(SAMSOK_POINT_PATTERN_PROCEDURE, text, strlen(text));
}

bool samsok_cue_takes_up(const char *sentence, gsize len)
{
    return samsok_point_matches(SAMSOK_POINT_PATTERN_TAKES_UP, sentence, len);
}

bool samsok_cue_requires(const char *sentence, gsize len)
{
    return samsok_point_matches(SAMSOK_POINT_PATTERN_REQUIRES, sentence, len);
}

bool samsok_cue_binds(const char *sentence, gsize len)
{
    return samsok_point_matches(SAMSOK_POINT_PATTERN_BINDS, sentence, len);
}

bool samsok_cue_instructs(const char *sentence, gsize len)
{
    return samsok_point_matches(SAMSOK_POINT_PATTERN_INSTRUCTS, sentence, len);
}
