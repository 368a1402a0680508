/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares references with the reports of the corpus. */
#include "config.h"

#include "index/resolve.h"

#include <stdbool.h>
#include <string.h>

#include "index/schema.h"
#include "index/title_index.h"
#include "index/titles.h"

/* A report as references are compared with it. */
typedef struct {
    const SamsokReportRecord *record;
    char *series;    /* folded: "difi-rapport" */
    char *publisher; /* folded: "difi" */
    char *authors;   /* folded, with hyphens around: "-hansen-ola-" */
    guint year;
    guint serial;
    char **title;    /* its words, folded */
    char **main;     /* those of its main title, without what stands behind a colon; NULL: it has none */
} Entry;

struct _SamsokResolver {
    GPtrArray *entries;   /* of Entry * */
    SamsokTitleIndex *titles; /* of each entry its title and its main title, which may be no words */
    GHashTable *numbered; /* year and serial as one number → GPtrArray of Entry *, lent */
};

static const char *const state_names[] = {
#define X(state, name) [SAMSOK_RESOLUTION_##state] = name,
    SAMSOK_RESOLUTION_LIST(X)
#undef X
};

const char *samsok_resolution_name(SamsokResolutionState state)
{
    return state_names[state];
}

/* Candidates so much worse than the best are none. */
static const double clear_margin = 0.15;
/* A title that fits less is another one. */
static const double least_title_score = 0.75;
/* A main title alone is nearly as good as the whole. */
static const double main_title_score = 0.95;
/* Difi's series went on as DFØ's: nearly as good as the same name. */
static const double successor_score = 0.95;

/* ---- Entries ------------------------------------------------------------------------------------- */

/* The year and the other number in «2014:07», «1/2017», «19». */
static void read_number(const char *number, guint *year, guint *serial)
{
    for (const char *p = number; *p != '\0';) {
        if (!g_ascii_isdigit(*p)) {
            p++;
            continue;
        }
        char *end = NULL;
        guint64 value = g_ascii_strtoull(p, &end, 10);
        bool is_year = end - p == 4 && value >= 1800 && value < 2100;
        if (is_year) {
            *year = (guint)value;
        } else if (*serial == 0 && value < 100000) {
            *serial = (guint)value;
        }
        p = end;
    }
}

static char *publisher_of(const char *publisher, const char *series)
{
    g_autofree char *named = samsok_schema_fold(publisher);
    if (*named != '\0') {
        return g_steal_pointer(&named);
    }
    const char *last = strrchr(series, '-');
    return last == NULL ? g_strdup("") : g_strndup(series, (gsize)(last - series));
}

static Entry *entry_new(const SamsokReportRecord *record)
{
    Entry *entry = g_new0(Entry, 1);
    entry->record = record;
    entry->series = samsok_schema_fold(record->series);
    entry->publisher = publisher_of(record->publisher, entry->series);
    g_autofree char *authors = samsok_schema_fold(record->authors);
    entry->authors = g_strconcat("-", authors, "-", NULL);
    entry->year = record->year;
    guint year = 0;
    read_number(record->number, &year, &entry->serial);
    entry->year = year == 0 ? record->year : year;
    entry->title = samsok_title_words(record->title);
    g_autofree char *main_title = samsok_title_main(record->title);
    entry->main = main_title == NULL ? NULL : samsok_title_words(main_title);
    return entry;
}

static void entry_free(gpointer data)
{
    Entry *entry = data;
    g_free(entry->series);
    g_free(entry->publisher);
    g_free(entry->authors);
    g_strfreev(entry->title);
    g_strfreev(entry->main);
    g_free(entry);
}

static gpointer number_key(guint serial)
{
    return GUINT_TO_POINTER(serial);
}

SamsokResolver *samsok_resolver_new(const GPtrArray *reports)
{
    SamsokResolver *resolver = g_new0(SamsokResolver, 1);
    static const char *const no_words[] = {NULL};
    resolver->entries = g_ptr_array_new_with_free_func(entry_free);
    resolver->titles = samsok_title_index_new(least_title_score);
    resolver->numbered = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
    for (guint i = 0; i < reports->len; i++) {
        Entry *entry = entry_new(g_ptr_array_index(reports, i));
        g_ptr_array_add(resolver->entries, entry);
        samsok_title_index_add(resolver->titles, (const char *const *)entry->title);
        samsok_title_index_add(resolver->titles, entry->main == NULL ? no_words : (const char *const *)entry->main);
        if (entry->serial == 0) {
            continue;
        }
        GPtrArray *same = g_hash_table_lookup(resolver->numbered, number_key(entry->serial));
        if (same == NULL) {
            same = g_ptr_array_new();
            g_hash_table_insert(resolver->numbered, number_key(entry->serial), same);
        }
        g_ptr_array_add(same, entry);
    }
    return resolver;
}

void samsok_resolver_free(SamsokResolver *resolver)
{
    if (resolver == NULL) {
        return;
    }
    g_hash_table_unref(resolver->numbered);
    samsok_title_index_free(resolver->titles);
    g_ptr_array_unref(resolver->entries);
    g_free(resolver);
}

/* ---- Series ---------------------------------------------------------------------------------------- */

/* Kinds that are counted together: "difi-laeringsnotat" is a notat. */
static const char *kind_of(const char *series)
{
    static const char *const kinds[][2] = {
        {"veiledningsnotat", "veileder"}, {"notat", "notat"},         {"rapport", "rapport"},
        {"veileder", "veileder"},         {"veileiar", "veileder"},   {"rettleiar", "veileder"},
        {"meld-st", "stortingsmelding"},  {"st-meld", "stortingsmelding"}, {"stmeld", "stortingsmelding"},
        {"report", "rapport"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (g_str_has_suffix(series, kinds[i][0])) {
            return kinds[i][1];
        }
    }
    return series;
}

static double publisher_score(const char *one, const char *other)
{
    if (*one == '\0' || *other == '\0') {
        return 0.9;
    }
    if (strcmp(one, other) == 0 || strstr(other, one) != NULL) {
        return 1;
    }
    bool successors = (strcmp(one, "difi") == 0 && strcmp(other, "dfoe") == 0) ||
                      (strcmp(one, "dfoe") == 0 && strcmp(other, "difi") == 0);
    return successors ? successor_score : 0;
}

/* 1 for the same series, less where something is not said, 0 for another one. */
static double series_score(const SamsokReference *reference, const Entry *entry)
{
    g_autofree char *series = samsok_schema_fold(reference->series);
    g_autofree char *publisher = publisher_of(reference->author, series);
    if (*series == '\0') {
        return *publisher == '\0' ? 0.6 : 0.6 * publisher_score(publisher, entry->publisher);
    }
    if (strcmp(series, entry->series) == 0) {
        return 1;
    }
    if (strcmp(kind_of(series), kind_of(entry->series)) != 0) {
        return 0;
    }
    const char *last = strrchr(entry->series, '-');
    g_autofree char *own = last == NULL ? g_strdup("") : g_strndup(entry->series, (gsize)(last - entry->series));
    return publisher_score(publisher, *own == '\0' ? entry->publisher : own);
}

/* ---- Looking -------------------------------------------------------------------------------------- */

static void add(GArray *found, const Entry *entry, double score)
{
    SamsokResolved resolved = {.report = entry->record, .score = score};
    g_array_append_val(found, resolved);
}

static void by_number(const SamsokResolver *resolver, const SamsokReference *reference, GArray *found)
{
    const GPtrArray *same = g_hash_table_lookup(resolver->numbered, number_key(reference->serial));
    for (guint i = 0; same != NULL && i < same->len; i++) {
        const Entry *entry = g_ptr_array_index(same, i);
        bool years = reference->year == entry->year;
        bool no_year = reference->year == 0 || entry->year == 0;
        double score = years ? 1 : no_year ? 0.8 : 0;
        score *= series_score(reference, entry);
        if (score > 0) {
            add(found, entry, score);
        }
    }
}

typedef struct {
    char **words;
    SamsokTitleWord *ready;
    guint count;
} Title;

/* How surely the entry is cited: by its title, or by its main title. A main title of one word must be the
 * same: «Sammen», not a variant. */
static double title_score(const Title *cited, const Entry *entry)
{
    double score =
        samsok_title_score_ready(cited->ready, cited->count, (const char *const *)entry->title);
    if (entry->main == NULL || score >= main_title_score) {
        return score;
    }
    const char *const *main_title = (const char *const *)entry->main;
    bool is_word = main_title[0] != NULL && main_title[1] == NULL;
    bool is_main = is_word ? g_strv_equal((const char *const *)cited->words, main_title)
                           : samsok_title_score_ready(cited->ready, cited->count, main_title) == 1;
    return is_main ? main_title_score : score;
}

static void by_title(SamsokResolver *resolver, const SamsokReference *reference, GArray *found)
{
    g_auto(GStrv) words = samsok_title_words(reference->title);
    Title cited = {.words = words};
    g_autofree SamsokTitleWord *ready = samsok_title_words_ready((const char *const *)words, &cited.count);
    cited.ready = ready;
    const GArray *near = samsok_title_index_find(resolver->titles, (const char *const *)words);
    guint last = G_MAXUINT;
    for (guint i = 0; i < near->len; i++) {
        guint number = g_array_index(near, guint, i) / 2;
        if (number == last) {
            continue; /* its title and its main title */
        }
        last = number;
        const Entry *entry = g_ptr_array_index(resolver->entries, number);
        double score = title_score(&cited, entry);
        bool other_year = reference->year != 0 && entry->year != 0 && reference->year != entry->year;
        score *= other_year ? 0.9 : 1;
        if (score >= least_title_score) {
            add(found, entry, score);
        }
    }
}

/* The surname, or the name of a body: "christensen" of «Christensen og Lægreid». */
static char *first_author(const char *author)
{
    g_autofree char *folded = samsok_schema_fold(author);
    char *end = strstr(folded, "-og-");
    if (end != NULL && strstr(folded, "direktoratet") == NULL && strstr(folded, "departementet") == NULL) {
        *end = '\0';
    }
    return g_steal_pointer(&folded);
}

static bool is_by(const Entry *entry, const char *author)
{
    g_autofree char *named = g_strconcat("-", author, "-", NULL);
    g_autofree char *prefix = g_strconcat(author, "-", NULL);
    return strcmp(author, entry->publisher) == 0 || strstr(entry->authors, named) != NULL ||
           g_str_has_prefix(entry->series, prefix);
}

static void by_author(const SamsokResolver *resolver, const SamsokReference *reference, const char *context,
                      GArray *found)
{
    g_autofree char *author = first_author(reference->author);
    g_auto(GStrv) words = samsok_title_words(context);
    bool has_series = *reference->series != '\0';
    for (guint i = 0; i < resolver->entries->len; i++) {
        const Entry *entry = g_ptr_array_index(resolver->entries, i);
        if (entry->year != reference->year || !is_by(entry, author) ||
            (has_series && series_score(reference, entry) == 0)) {
            continue;
        }
        add(found, entry, 0.5 + 0.3 * samsok_title_share((const char *const *)entry->title, (const char *const *)words));
    }
}

static gint by_score(gconstpointer a, gconstpointer b)
{
    const SamsokResolved *first = a;
    const SamsokResolved *second = b;
    if (first->score != second->score) {
        return first->score > second->score ? -1 : 1;
    }
    return strcmp(first->report->id, second->report->id);
}

/* Keeps those that are about as good as the best; its own report is left out among several. */
static void keep_best(GArray *found, const char *own)
{
    g_array_sort(found, by_score);
    for (guint i = found->len; i > 1; i--) {
        const SamsokResolved *one = &g_array_index(found, SamsokResolved, i - 1);
        if (one->score < g_array_index(found, SamsokResolved, 0).score - clear_margin) {
            g_array_remove_index(found, i - 1);
        }
    }
    for (guint i = found->len; found->len > 1 && i > 0; i--) {
        const SamsokResolved *one = &g_array_index(found, SamsokResolved, i - 1);
        if (own != NULL && strcmp(one->report->id, own) == 0 && one->score < 1) {
            g_array_remove_index(found, i - 1);
        }
    }
}

static SamsokResolutionState state_of(const GArray *found, const char *own)
{
    if (found->len == 0) {
        return SAMSOK_RESOLUTION_UNRESOLVED;
    }
    const SamsokResolved *best = &g_array_index(found, SamsokResolved, 0);
    if (own != NULL && strcmp(best->report->id, own) == 0) {
        return SAMSOK_RESOLUTION_SELF;
    }
    return found->len == 1 ? SAMSOK_RESOLUTION_RESOLVED : SAMSOK_RESOLUTION_AMBIGUOUS;
}

GArray *samsok_resolver_find(SamsokResolver *resolver, const SamsokReference *reference, const char *own,
                             const char *context, SamsokResolutionState *out_state)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(SamsokResolved));
    if (reference->serial != 0) {
        by_number(resolver, reference, found);
    }
    if (found->len == 0 && *reference->title != '\0') {
        by_title(resolver, reference, found);
    }
    bool titled = *reference->title != '\0' || reference->serial != 0;
    if (found->len == 0 && !titled && reference->year != 0 && *reference->author != '\0') {
        by_author(resolver, reference, context, found);
    }
    keep_best(found, own);
    *out_state = state_of(found, own);
    return found;
}
