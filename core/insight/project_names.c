/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes names of undertakings from around the nouns that say what they are. */
#include "config.h"

#include "core/insight/projects-private.h"

#include <string.h>

#include "core/base/limits.h"

enum { MIN_NAME_LETTERS = 3, MAX_NAME_WORDS = 10, MAX_TAIL_WORDS = 7, MAX_SUBJECT_WORDS = 7 };

typedef struct {
    SamsokProjectFinder *finder;
    const SamsokProjectNoun *noun;
    const char *text;
    SamsokProjectWord word; /* that ends with the noun */
} Place;

/* ---- Collecting ---- */

static guint count_words(const char *text, const SamsokProjectWord *range)
{
    guint count = 1;
    for (gsize i = range->start; i < range->end; i++) {
        count += text[i] == ' ' ? 1 : 0;
    }
    return count;
}

/* True when there is room for one more: where there is none, a name gives way that was met once and that nothing
 * says is an undertaking's. */
static bool has_room(SamsokProjectFinder *finder)
{
    for (guint i = finder->projects->len; finder->projects->len >= SAMSOK_MAX_PROJECTS && i-- > 0;) {
        const SamsokProject *project = g_ptr_array_index(finder->projects, i);
        if (!project->is_supported && project->named == 1) {
            g_hash_table_remove(finder->by_key, project->key);
            g_ptr_array_remove_index(finder->projects, i);
        }
    }
    return finder->projects->len < SAMSOK_MAX_PROJECTS;
}

/* «ST 4» is a number in a list. */
static bool has_letters(const char *name)
{
    guint letters = 0;
    for (const char *p = name; *p != '\0' && letters < MIN_NAME_LETTERS; p = g_utf8_next_char(p)) {
        letters += g_unichar_isalpha(g_utf8_get_char(p)) ? 1 : 0;
    }
    return letters == MIN_NAME_LETTERS;
}

/* True for what is broadcast: «realityprogrammet …», and any programme where the sentence has a channel, a host or
 * an episode. */
static bool is_broadcast(const Place *place)
{
    static const char *const signs[] = {"nrk",      "tv2",   "tv 2",   "tv-",     "svt",    "radio",   "programled", "programlei",
                                        "episode", "sesong", "reality", "sendt på", "seerne", "lytterne", "dokumentarserie"};
    if (place->noun->kind != SAMSOK_PROJECT_PROGRAMME) {
        return false;
    }
    gsize start = samsok_project_sentence_start(place->text, place->word.start);
    gsize end = samsok_project_sentence_end(place->text, place->word.start);
    g_autofree char *sentence = g_utf8_strdown(place->text + start, (gssize)(end - start));
    for (guint i = 0; i < G_N_ELEMENTS(signs); i++) {
        const char *sign = strstr(sentence, signs[i]);
        if (sign != NULL && (sign == sentence || !g_ascii_isalpha(sign[-1]))) {
            return true;
        }
    }
    return false;
}

/* The project called text[range], made when it is new; NULL for what is no name. Lent. */
static SamsokProject *add(const Place *place, SamsokProjectWord range, SamsokProjectKind kind)
{
    SamsokProjectFinder *finder = place->finder;
    g_autofree char *name = g_strndup(place->text + range.start, range.end - range.start);
    g_strstrip(name);
    g_autofree char *key = samsok_project_key(name);
    if (!has_letters(key) || is_broadcast(place) ||
        count_words(place->text, &range) > MAX_NAME_WORDS) {
        return NULL;
    }
    SamsokProject *project = g_hash_table_lookup(finder->by_key, key);
    if (project == NULL && has_room(finder)) {
        g_autofree char *base = samsok_project_base(name);
        project = g_new0(SamsokProject, 1);
        *project = (SamsokProject){
            .base = samsok_project_key(base),
            .name = g_steal_pointer(&name),
            .key = g_steal_pointer(&key),
            .kind = kind,
            .definition = g_strdup(""),
        };
        g_hash_table_insert(finder->by_key, project->key, project);
        g_ptr_array_add(finder->projects, project);
    }
    if (project != NULL) {
        project->named++;
        project->kind = project->kind == SAMSOK_PROJECT_OTHER ? kind : project->kind;
        bool is_whole = range.end - range.start + 2 >= strlen(place->text);
        project->is_supported = project->is_supported || (finder->is_heading && is_whole);
    }
    return project;
}

static void define(const Place *place, SamsokProject *project)
{
    if (project == NULL) {
        return;
    }
    project->is_supported = true;
    if (*project->definition == '\0') {
        gsize start = samsok_project_sentence_start(place->text, place->word.start);
        gsize end = samsok_project_sentence_end(place->text, place->word.start);
        g_free(project->definition);
        project->definition = g_strndup(place->text + start, end - start);
    }
}

/* ---- Extents ---- */

/* Widens `range` by the words behind it that may belong to a name; `joins` are the little words it may
 * hold inside. */
static void widen(const char *text, SamsokProjectWord *range, const char *joins)
{
    SamsokProjectWord next = {0};
    gsize at = range->end;
    for (guint i = 0; i < MAX_TAIL_WORDS && samsok_project_word_after(text, at, &next); i++) {
        bool is_join = samsok_project_is_one_of(text, &next, joins);
        if (!is_join && (samsok_project_ends_name(text, &next) ||
                         samsok_project_is_one_of(text, &next, "|i|på|av|for|mot|og|"))) {
            return;
        }
        at = next.end;
        range->end = is_join ? range->end : next.end;
    }
}

/* True when what follows byte `at` can follow a name: no verb that makes «prosjektet Difi leder». */
static bool may_end_at(const char *text, gsize at)
{
    SamsokProjectWord next = {0};
    return !samsok_project_word_after(text, at, &next) || samsok_project_ends_name(text, &next) ||
           samsok_project_is_one_of(text, &next, "|i|på|av|for|mot|og|");
}

/* ---- Patterns ---- */

/* A name in quotes begins with a capital or a number and is no sentence. */
static bool may_be_quoted_name(const char *text, const SamsokProjectWord *range)
{
    gunichar first = g_utf8_get_char(text + range->start);
    char last = text[range->end - 1];
    return (g_unichar_isupper(first) || g_unichar_isdigit(first)) && strchr(".!,;:", last) == NULL;
}

static bool find_quoted(const Place *place)
{
    SamsokProjectWord name = {0};
    gsize before = place->word.start;
    before -= before > 0 && place->text[before - 1] == '-' ? 1 : 0;
    bool is_behind = samsok_project_quoted_after(place->text, place->word.end, &name);
    bool is_glued = !is_behind && before < place->word.start &&
                    samsok_project_quoted_before(place->text, before, &name);
    if ((!is_behind && !is_glued) || !may_be_quoted_name(place->text, &name)) {
        return false;
    }
    SamsokProject *project = add(place, name, place->noun->kind);
    bool is_evaluated = (place->noun->flags & SAMSOK_NOUN_EVALUATES) != 0;
    if (project != NULL && is_evaluated) {
        project->is_supported = true;
    }
    return project != NULL;
}

/* «Handlingsplanen», «Prosjektplanen»: any may have one. */
static bool is_general(const char *text, const SamsokProjectWord *first_part)
{
    return samsok_project_is_one_of(text, first_part,
                                    "|handlings|strategi|prosjekt|tiltaks|opptrappings|langtids|økonomi|virksomhets|"
                                    "verksemds|framdrifts|fremdrifts|hoved|hovud|del|for|sam|arbeids|utviklings|");
}

/* «New Deal-programmet»: words with capitals before a hyphened one are part of the name. */
static void widen_back(const char *text, SamsokProjectWord *name)
{
    enum { MOST_WORDS = 3 };
    SamsokProjectWord before = {0};
    for (guint i = 0; i < MOST_WORDS && samsok_project_word_before(text, name->start, &before) &&
                      samsok_project_is_capital(text, before.start) &&
                      !samsok_project_begins_sentence(text, before.start); i++) {
        name->start = before.start;
    }
}

/* 0–24-samarbeidet; Meldingsløftet inside a sentence; samhandlingsreformen. */
static bool find_compound(const Place *place)
{
    const SamsokProjectNoun *noun = place->noun;
    const SamsokProjectWord *word = &place->word;
    gsize left = word->end - word->start - strlen(noun->form);
    if (left < MIN_NAME_LETTERS || (noun->flags & SAMSOK_NOUN_DEFINITE) == 0 ||
        (noun->flags & SAMSOK_NOUN_BODY) != 0) {
        return false;
    }
    const char *start = place->text + word->start;
    bool is_hyphened = start[left - 1] == '-';
    bool is_named = g_unichar_isupper(g_utf8_get_char(start)) || g_ascii_isdigit(*start);
    const SamsokProjectWord head = {word->start, word->start + left - 1};
    if (is_hyphened && samsok_project_is_one_of(place->text, &head, "|it|ikt|fou|hr|eu|hms|pilot|")) {
        return false;
    }
    bool is_inside = !samsok_project_begins_sentence(place->text, word->start);
    bool is_name = is_hyphened ? is_named : (is_named && is_inside);
    if (!is_name && ((noun->flags & SAMSOK_NOUN_NAMES) == 0 || is_hyphened)) {
        return false;
    }
    const SamsokProjectWord first_part = {word->start, word->start + left};
    if (!is_hyphened && is_general(place->text, &first_part)) {
        return false;
    }
    SamsokProjectWord name = *word;
    if (is_hyphened && g_unichar_isupper(g_utf8_get_char(start))) {
        widen_back(place->text, &name);
    }
    return add(place, name, noun->kind) != NULL;
}

/* True when the time when it was follows: «i oktober 2017», «fra 2015». */
static bool is_dated(const char *text, const SamsokProjectWord *join)
{
    SamsokProjectWord word = {0};
    if (!samsok_project_is_one_of(text, join, "|i|fra|frå|") ||
        !samsok_project_word_after(text, join->end, &word)) {
        return false;
    }
    if (!g_ascii_isdigit(text[word.start]) && !samsok_project_word_after(text, word.end, &word)) {
        return false;
    }
    return strspn(text + word.start, "0123456789") == 4;
}

/* «prosjektet Difi leder»: a second word in small letters with a verb's ending is one. */
static bool may_be_clause(const char *text, const SamsokProjectWord *name)
{
    static const char *const endings[] = {"er", "ar", "te", "de", "et"};
    g_autofree char *words = g_strndup(text + name->start, name->end - name->start);
    const char *last = strrchr(words, ' ');
    bool is_pair = last != NULL && strchr(words, ' ') == last;
    for (guint i = 0; is_pair && i < G_N_ELEMENTS(endings); i++) {
        if (!g_unichar_isupper(g_utf8_get_char(last + 1)) && g_str_has_suffix(last, endings[i])) {
            return true;
        }
    }
    return false;
}

/* «Det samarbeidet Edgar om» has a verb, and «en øvelse Warholm behersker» says who does what: names stand behind
 * neither, but in quotes. */
static bool names_unquoted(const Place *place)
{
    SamsokProjectWord before = {0};
    bool has_article = samsok_project_word_before(place->text, place->word.start, &before) &&
                       samsok_project_is_one_of(place->text, &before, "|en|ei|et|ein|eit|den|det|denne|dette|hver|kvar|");
    return !has_article && !samsok_project_is_one_of(place->text, &place->word, "|samarbeidet|løftet|initiativet|");
}

/* øvelse Springflo; prosjektet Felles datakatalog. */
static void find_after(const Place *place)
{
    SamsokProjectWord name = {0};
    if (!names_unquoted(place) || (place->noun->flags & (SAMSOK_NOUN_SOFTWARE | SAMSOK_NOUN_BODY)) != 0 ||
        (place->noun->flags & SAMSOK_NOUN_DEFINITE) == 0 ||
        !samsok_project_word_after(place->text, place->word.end, &name) ||
        !samsok_project_is_capital(place->text, name.start)) {
        return;
    }
    SamsokProjectWord wide = name;
    widen(place->text, &wide, "|av|");
    if (!may_end_at(place->text, wide.end) || may_be_clause(place->text, &wide)) {
        return;
    }
    SamsokProject *project = add(place, wide, place->noun->kind);
    SamsokProjectWord next = {0};
    if (project == NULL || !samsok_project_word_after(place->text, wide.end, &next)) {
        return;
    }
    /* «Øvelse Springflo ble holdt i mai» says what it was; «øvelse Isgang i oktober 2017» that it was. */
    if (samsok_project_is_one_of(place->text, &next, "|ble|vart|blei|")) {
        define(place, project);
    }
    project->is_supported = project->is_supported || is_dated(place->text, &next);
}

/* Program for bedre styring; Nasjonal strategi mot …: the capital inside a sentence tells. */
static void find_titled(const Place *place)
{
    const char *text = place->text;
    SamsokProjectWord first = place->word;
    SamsokProjectWord before = {0};
    if (!samsok_project_is_capital(text, first.start) &&
        samsok_project_word_before(text, first.start, &before) &&
        samsok_project_is_one_of(text, &before, "|nasjonal|nasjonalt|statlig|statleg|felles|")) {
        first = before;
    }
    SamsokProjectWord join = {0};
    SamsokProjectWord tail = {0};
    if (!samsok_project_is_capital(text, first.start) ||
        !samsok_project_word_after(text, place->word.end, &join) ||
        !samsok_project_is_one_of(text, &join, "|for|mot|") ||
        !samsok_project_word_after(text, join.end, &tail) ||
        samsok_project_is_one_of(text, &tail, "|å|at|den|det|de|en|et|ein|eit|")) {
        return;
    }
    SamsokProjectWord name = {first.start, tail.end};
    widen(text, &name, "|i|for|og|av|mot|");
    /* «Strategi mot arbeidslivskriminalitet (2015–)»: years make a plan of a title. */
    bool has_years = g_str_has_prefix(text + name.end, " (") &&
                     strspn(text + name.end + 2, "0123456789") == 4;
    if (!has_years && samsok_project_begins_sentence(text, first.start)) {
        return;
    }
    SamsokProject *project = add(place, name, place->noun->kind);
    if (project != NULL && has_years) {
        project->is_supported = true;
    }
}

/* forsøket med felles flyttehjelp i Nordmark. */
static void find_with(const Place *place)
{
    SamsokProjectWord join = {0};
    SamsokProjectWord name = {0};
    if (!samsok_project_word_after(place->text, place->word.end, &join) ||
        !samsok_project_is_one_of(place->text, &join, "|med|") ||
        !samsok_project_word_after(place->text, join.end, &name) ||
        samsok_project_is_one_of(place->text, &name, "|å|at|en|et|ein|eit|den|det|de|dei|dette|hver|")) {
        return;
    }
    widen(place->text, &name, "|og|");
    if (count_words(place->text, &name) > 1) {
        add(place, name, place->noun->kind);
    }
}

/* Evaluering av Felles varslingssentral. */
static void find_evaluated(const Place *place)
{
    SamsokProjectWord join = {0};
    SamsokProjectWord name = {0};
    if (!samsok_project_word_after(place->text, place->word.end, &join) ||
        !samsok_project_is_one_of(place->text, &join, "|av|")) {
        return;
    }
    if (samsok_project_quoted_after(place->text, join.end, &name)) {
        SamsokProject *quoted = may_be_quoted_name(place->text, &name)
                                    ? add(place, name, SAMSOK_PROJECT_OTHER) : NULL;
        if (quoted != NULL) {
            quoted->is_supported = true;
        }
        return;
    }
    if (!samsok_project_word_after(place->text, join.end, &name) ||
        !samsok_project_is_capital(place->text, name.start)) {
        return;
    }
    widen(place->text, &name, "|for|og|mot|");
    SamsokProject *project = add(place, name, samsok_project_kind_of(place->text + name.start));
    if (project != NULL && place->finder->is_heading && count_words(place->text, &name) > 1) {
        project->is_supported = true;
    }
}

/* ---- Definitions ---- */

/* A subject that is a name by itself: a compound with a capital or hyphens, of a noun of ours. */
static bool is_named_subject(const Place *place, SamsokProjectWord word, SamsokProjectKind *out)
{
    const SamsokProjectNoun *noun = samsok_project_noun(place->finder->nouns, place->text, word.end);
    if (noun == NULL || (noun->flags & SAMSOK_NOUN_DEFINITE) == 0 ||
        word.end - word.start < strlen(noun->form) + MIN_NAME_LETTERS) {
        return false;
    }
    *out = noun->kind;
    gunichar first = g_utf8_get_char(place->text + word.start);
    return g_unichar_isupper(first) || g_unichar_isdigit(first);
}

/* The name that the sentence's subject [start, end) is: quoted, or its first word. */
static SamsokProject *subject_of(const Place *place, gsize start, gsize end)
{
    SamsokProjectWord name = {0};
    SamsokProjectKind kind = place->noun->kind;
    if (samsok_project_quoted_after(place->text, start, &name)) {
        return name.end <= end && may_be_quoted_name(place->text, &name) ? add(place, name, kind) : NULL;
    }
    name = (SamsokProjectWord){start, start};
    while (name.end < end && place->text[name.end] != ' ') {
        name.end++;
    }
    return is_named_subject(place, name, &kind) ? add(place, name, kind) : NULL;
}

/* The copula before byte `at`, at most `most` words away; false when there is none. */
static bool find_copula(const Place *place, guint most, SamsokProjectWord *out)
{
    gsize at = place->word.start;
    for (guint i = 0; i < most && samsok_project_word_before(place->text, at, out); i++) {
        if (samsok_project_is_one_of(place->text, out, "|er|var|ble|vart|vert|blei|blir|")) {
            return true;
        }
        at = out->start;
    }
    return false;
}

/* «X er et samarbeid mellom …», «X vart skipa i 2015». */
static void find_defined(const Place *place)
{
    bool founds = (place->noun->flags & SAMSOK_NOUN_FOUNDS) != 0;
    if ((place->noun->flags & SAMSOK_NOUN_DEFINITE) != 0) {
        return;
    }
    SamsokProjectWord copula = {0};
    if (!find_copula(place, founds ? 3 : 5, &copula) || copula.start == 0) {
        return;
    }
    SamsokProjectWord article = {0};
    if (!founds && (!samsok_project_word_after(place->text, copula.end, &article) ||
                    !samsok_project_is_one_of(place->text, &article, "|et|en|ei|ein|eit|"))) {
        return;
    }
    gsize start = samsok_project_sentence_start(place->text, copula.start);
    const SamsokProjectWord subject = {start, copula.start - 1};
    if (subject.end <= start || count_words(place->text, &subject) > MAX_SUBJECT_WORDS) {
        return;
    }
    define(place, subject_of(place, start, subject.end));
}

void samsok_project_names(SamsokProjectFinder *finder, const SamsokProjectNoun *noun, gsize end)
{
    Place place = {finder, noun, finder->text, samsok_project_word_ending(finder->text, end)};
    find_defined(&place);
    if ((noun->flags & SAMSOK_NOUN_FOUNDS) != 0) {
        return;
    }
    if ((noun->flags & SAMSOK_NOUN_EVALUATES) != 0) {
        find_evaluated(&place);
        return;
    }
    if (find_quoted(&place) || find_compound(&place)) {
        return;
    }
    find_after(&place);
    if ((noun->flags & SAMSOK_NOUN_TITLES) != 0) {
        find_titled(&place);
    }
    if ((noun->flags & SAMSOK_NOUN_WITH) != 0) {
        find_with(&place);
    }
}
