/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through a document for names of undertakings and decides which of them it supports. */
#include "config.h"

#include "core/insight/projects.h"

#include <string.h>

#include "core/insight/projects-private.h"

/* ---- Kinds ---- */

static const char *const kind_names[] = {
#define X(kind, name, norwegian) name,
    SAMSOK_PROJECT_KIND_LIST(X)
#undef X
};

static const char *const norwegian_names[] = {
#define X(kind, name, norwegian) norwegian,
    SAMSOK_PROJECT_KIND_LIST(X)
#undef X
};

const char *samsok_project_kind_name(SamsokProjectKind kind)
{
    return kind_names[kind];
}

const char *samsok_project_kind_norwegian(SamsokProjectKind kind)
{
    return norwegian_names[kind];
}

SamsokProjectKind samsok_project_kind_from_name(const char *name)
{
    guint kind = 0;
    while (kind < SAMSOK_PROJECT_KIND_COUNT && strcmp(kind_names[kind], name) != 0 &&
           strcmp(norwegian_names[kind], name) != 0) {
        kind++;
    }
    return (SamsokProjectKind)kind;
}

/* The end of the next word of `text` from `p` on; NULL at the end of the text. */
static const char *next_word_end(const char *p)
{
    while (*p != '\0' && !samsok_project_is_letter(p)) {
        p = g_utf8_next_char(p);
    }
    if (*p == '\0') {
        return NULL;
    }
    while (samsok_project_is_letter(p)) {
        p = g_utf8_next_char(p);
    }
    return p;
}

SamsokProjectKind samsok_project_kind_of(const char *name)
{
    g_autoptr(SamsokProjectNouns) nouns = samsok_project_nouns_new();
    for (const char *end = next_word_end(name); end != NULL; end = next_word_end(end)) {
        const SamsokProjectNoun *noun = samsok_project_noun(nouns, name, (gsize)(end - name));
        if (noun != NULL && noun->kind != SAMSOK_PROJECT_OTHER) {
            return noun->kind;
        }
    }
    return SAMSOK_PROJECT_OTHER;
}

/* ---- Definitions ---- */

/* The words of a definition that say what is defined: those before the first little word. Owner: the caller. */
static char *head_of(const char *definition)
{
    SamsokProjectWord word = {0};
    const char *end = next_word_end(definition);
    gsize head = 0;
    while (end != NULL) {
        word = samsok_project_word_ending(definition, (gsize)(end - definition));
        if (samsok_project_is_one_of(definition, &word,
                                     "|av|for|om|mot|fra|frå|i|på|til|som|der|med|mellom|at|over|etter|hvor|kor|er|var|")) {
            break;
        }
        head = word.end;
        end = strchr(",.;:(", *end) != NULL ? NULL : next_word_end(end);
    }
    return g_strndup(definition, head);
}

SamsokProjectKind samsok_project_kind_of_definition(const char *definition)
{
    g_autofree char *head = head_of(definition);
    return samsok_project_kind_of(head);
}

bool samsok_project_is_study(const char *definition)
{
    static const char *const studies[] = {
        "undersøkelse", "undersøking", "forskning", "forsking",  "kartlegging", "evaluering",
        "studie",       "utredning",   "utgreiing", "analyse", "rapport",     "erfaringer"};
    g_autofree char *head = head_of(definition);
    g_autofree char *low = g_utf8_strdown(head, -1);
    for (guint i = 0; i < G_N_ELEMENTS(studies); i++) {
        if (strstr(low, studies[i]) != NULL) {
            return true;
        }
    }
    return false;
}

bool samsok_project_reports_finding(const char *sentence)
{
    static const char *const verbs[] = {" viser ", " viste ", " peker ", " peikar ", " peikte ", " konkluder",
                                        " fant ",  " fann ",  " finner ", " finn ",  " avdek",   " vist at "};
    for (guint i = 0; i < G_N_ELEMENTS(verbs); i++) {
        if (strstr(sentence, verbs[i]) != NULL) {
            return true;
        }
    }
    return false;
}

/* ---- Back to what was named ---- */

/* True when one of the first words is a noun of an undertaking in its definite form and whole, or one of
 * `others`, the first of `firsts`. */
static bool begins_with(const char *sentence, const char *firsts, const char *others)
{
    enum { WORDS_TRIED = 4 };
    g_autoptr(SamsokProjectNouns) nouns = samsok_project_nouns_new();
    const char *end = next_word_end(sentence);
    for (guint i = 0; i < WORDS_TRIED && end != NULL; i++, end = next_word_end(end)) {
        SamsokProjectWord word = samsok_project_word_ending(sentence, (gsize)(end - sentence));
        const SamsokProjectNoun *noun = samsok_project_noun(nouns, sentence, word.end);
        bool is_whole = noun != NULL && word.end - word.start == strlen(noun->form);
        if ((is_whole && (noun->flags & SAMSOK_NOUN_DEFINITE) != 0) ||
            samsok_project_is_one_of(sentence, &word, i == 0 ? firsts : others)) {
            return true;
        }
    }
    return false;
}

bool samsok_project_refers_back(const char *sentence)
{
    return begins_with(sentence, "|det|dette|den|denne|de|dei|disse|desse|her|der|arbeidet|", "|arbeidet|");
}

bool samsok_project_names_again(const char *sentence)
{
    return begins_with(sentence, "||", "||");
}

/* ---- A document ---- */

static void project_free(gpointer data)
{
    SamsokProject *project = data;
    g_free(project->name);
    g_free(project->key);
    g_free(project->base);
    g_free(project->definition);
    g_free(project);
}

static bool is_read(const SamsokBlock *block)
{
    return block->kind != SAMSOK_BLOCK_CONTENTS && block->kind != SAMSOK_BLOCK_FURNITURE &&
           strcmp(block->language, "en") != 0;
}

/* A byte that letters are made of; of the signs of several bytes, quotes and dashes are none. */
static bool is_letter_byte(guint8 byte)
{
    return g_ascii_isalnum((char)byte) || (byte >= 0x80 && byte != 0xC2 && byte != 0xE2);
}

static void read_text(SamsokProjectFinder *finder, const char *text, bool is_heading)
{
    finder->text = text;
    finder->is_heading = is_heading;
    bool in_word = false;
    for (gsize at = 0;; at++) {
        bool is_inside = is_letter_byte((guint8)text[at]);
        const SamsokProjectNoun *noun =
            in_word && !is_inside ? samsok_project_noun(finder->nouns, text, at) : NULL;
        if (noun != NULL) {
            samsok_project_names(finder, noun, at);
        }
        in_word = is_inside;
        if (text[at] == '\0') {
            return;
        }
    }
}

/* ---- Names with and without their place ---- */

/* The one project whose name is `base` with a place behind it; NULL where there is none or several. */
static SamsokProject *placed(const GPtrArray *projects, const char *base)
{
    SamsokProject *found = NULL;
    for (guint i = 0; i < projects->len; i++) {
        SamsokProject *project = g_ptr_array_index(projects, i);
        if (strcmp(project->base, base) != 0 || strcmp(project->key, base) == 0) {
            continue;
        }
        if (found != NULL) {
            return NULL;
        }
        found = project;
    }
    return found;
}

/* One named both ways is one. */
static void join_placed(GPtrArray *projects)
{
    for (guint i = projects->len; i > 0; i--) {
        SamsokProject *bare = g_ptr_array_index(projects, i - 1);
        bool is_bare = strcmp(bare->key, bare->base) == 0;
        SamsokProject *one = is_bare ? placed(projects, bare->key) : NULL;
        if (one == NULL) {
            continue;
        }
        one->is_bare_too = true;
        one->named += bare->named;
        one->is_supported = one->is_supported || bare->is_supported;
        one->kind = one->kind == SAMSOK_PROJECT_OTHER ? bare->kind : one->kind;
        if (*one->definition == '\0') {
            g_free(one->definition);
            one->definition = g_steal_pointer(&bare->definition);
        }
        g_ptr_array_remove_index(projects, i - 1);
    }
}

/* True when another undertaking of the same name is in another place. */
static bool has_namesake(const GPtrArray *projects, const SamsokProject *project)
{
    return strcmp(project->base, project->key) != 0 && placed(projects, project->base) == NULL;
}

/* ---- Places ---- */

/* How the places of one name are spread. */
typedef struct {
    guint blocks;  /* that have it */
    bool is_early; /* the title, or one of the first blocks, has it */
} Spread;

enum {
    EARLY_BLOCKS = 12,      /* of running text, where a document says what it is about: foreword and summary */
    LEAST_SUBJECT = 3,      /* blocks that name what a document is about: by judgement */
    SUBJECT_SHARE = 20,     /* no fewer than one in so many, */
    SUBJECT_LEAD = 2,       /* and so many times those that name any other */
};

static void count_in(const SamsokProjectFinder *finder, const SamsokProjectSpotter *spotter, const char *text,
                     bool is_early, GArray *spots, Spread *spreads)
{
    g_array_set_size(spots, 0);
    samsok_project_spotter_find(spotter, text, spots);
    for (guint k = 0; k < spots->len; k++) {
        guint name = g_array_index(spots, SamsokProjectSpot, k).name;
        ((SamsokProject *)g_ptr_array_index(finder->projects, name))->count++;
        spreads[name].is_early = spreads[name].is_early || is_early;
        bool is_again = false;
        for (guint i = 0; i < k && !is_again; i++) {
            is_again = g_array_index(spots, SamsokProjectSpot, i).name == name;
        }
        spreads[name].blocks += is_again ? 0 : 1;
    }
}

/* Counts the places of each name. Returns how many blocks were read. */
static guint count_places(const SamsokProjectFinder *finder, const char *title, Spread *spreads)
{
    g_autoptr(SamsokProjectSpotter) spotter = samsok_project_spotter_new();
    for (guint i = 0; i < finder->projects->len; i++) {
        const SamsokProject *project = g_ptr_array_index(finder->projects, i);
        if (has_namesake(finder->projects, project)) {
            samsok_project_spotter_add_whole(spotter, project->name);
        } else {
            samsok_project_spotter_add(spotter, project->name);
        }
    }
    g_autoptr(GArray) spots = g_array_new(FALSE, FALSE, sizeof(SamsokProjectSpot));
    if (title != NULL) {
        count_in(finder, spotter, title, true, spots, spreads);
    }
    guint read = 0;
    for (guint i = 0; i < samsok_document_block_count(finder->document); i++) {
        const SamsokBlock *block = samsok_document_block(finder->document, i);
        if (is_read(block)) {
            read += block->kind == SAMSOK_BLOCK_HEADING ? 0 : 1;
            count_in(finder, spotter, block->text, read <= EARLY_BLOCKS, spots, spreads);
        }
    }
    return read;
}

/* The name that `read` blocks begin with and keep to, if there is one. */
static void find_subject(const SamsokProjectFinder *finder, const Spread *spreads, guint read)
{
    guint best = 0;
    guint second = 0;
    SamsokProject *subject = NULL;
    for (guint i = 0; i < finder->projects->len; i++) {
        SamsokProject *project = g_ptr_array_index(finder->projects, i);
        guint blocks = spreads[i].blocks;
        if (blocks > best) {
            second = best;
            best = blocks;
            subject = spreads[i].is_early && project->is_supported ? project : NULL;
        } else {
            second = MAX(second, blocks);
        }
    }
    if (subject != NULL) {
        subject->is_subject = best >= LEAST_SUBJECT && best * SUBJECT_SHARE >= read && best >= second * SUBJECT_LEAD;
    }
}

/* A name that is told as one twice, and in no fewer than a third of its places. */
static void support(SamsokProject *project)
{
    project->count = MAX(project->count, project->named);
    bool is_usual = project->named * 3 >= project->count;
    bool is_again = project->count >= 2 && (project->named >= 2 || is_usual);
    project->is_supported = project->is_supported || (is_again && is_usual);
}

GPtrArray *samsok_projects(const SamsokDocument *document)
{
    g_autoptr(SamsokProjectNouns) nouns = samsok_project_nouns_new();
    g_autoptr(GHashTable) by_key = g_hash_table_new(g_str_hash, g_str_equal);
    SamsokProjectFinder finder = {
        .document = document,
        .nouns = nouns,
        .projects = g_ptr_array_new_with_free_func(project_free),
        .by_key = by_key,
    };
    const char *title =
        samsok_metadata_value(samsok_document_metadata(document), SAMSOK_FIELD_TITLE);
    if (title != NULL && (g_str_has_prefix(title, "Lov ") || g_str_has_prefix(title, "Forskrift "))) {
        return finder.projects; /* names areas and agencies, tells of no work */
    }
    if (title != NULL) {
        read_text(&finder, title, true);
    }
    for (guint i = 0; i < samsok_document_block_count(document); i++) {
        const SamsokBlock *block = samsok_document_block(document, i);
        if (is_read(block)) {
            read_text(&finder, block->text, block->kind == SAMSOK_BLOCK_HEADING);
        }
    }
    if (finder.projects->len == 0) {
        return finder.projects;
    }
    join_placed(finder.projects);
    g_autofree Spread *spreads = g_new0(Spread, finder.projects->len);
    guint read = count_places(&finder, title, spreads);
    for (guint i = 0; i < finder.projects->len; i++) {
        support(g_ptr_array_index(finder.projects, i));
    }
    find_subject(&finder, spreads, read);
    return finder.projects;
}
