/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers what passages tell of each case. */
#include "config.h"

#include "index/cases-private.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/insight/polarity.h"
#include "core/shape/sentence.h"
#include "index/lookup.h"
#include "index/opened.h"
#include "index/project_marker.h"

typedef struct {
    SamsokIndex *index;
    SamsokCases *cases;
    SamsokCase *one;
    SamsokProjectMarker *marker; /* NULL: a case of the vocabulary */
    bool is_compared;   /* its words are needed */
    GHashTable *counts; /* concept id → SamsokCaseConcept *, lent by the card */
    GArray *sentences;  /* scratch */
} Gathering;

static const SamsokReportRecord *report_of(Gathering *gathering, const char *id, GError **error)
{
    SamsokReportRecord *report = g_hash_table_lookup(gathering->cases->reports, id);
    if (report == NULL) {
        report = samsok_lookup_report(gathering->index->reader, id, error);
        if (report != NULL) {
            g_hash_table_insert(gathering->cases->reports, g_strdup(id), report);
        }
    }
    return report;
}

static void count_concept(Gathering *gathering, const char *id)
{
    const SamsokConcept *concept = samsok_thesaurus_find(gathering->cases->thesaurus, id);
    if (concept == NULL || strcmp(concept->kind, "case") == 0) {
        return;
    }
    SamsokCaseConcept *counted = g_hash_table_lookup(gathering->counts, id);
    if (counted == NULL) {
        counted = g_new0(SamsokCaseConcept, 1);
        counted->concept = concept;
        g_ptr_array_add(gathering->one->concepts, counted);
        g_hash_table_insert(gathering->counts, (gpointer)concept->id, counted);
    }
    counted->count++;
}

/* ---- Years ---- */

static void add_year(GArray *years, guint year)
{
    guint at = 0;
    while (at < years->len && g_array_index(years, guint, at) < year) {
        at++;
    }
    if (at == years->len || g_array_index(years, guint, at) != year) {
        g_array_insert_val(years, at, year);
    }
}

/* «(Waterman og Peters 1980)», «(Difi 2014)»: the year of what is cited, behind its author's capital. */
static bool is_of_citation(const char *text, const char *year)
{
    const char *open = g_strrstr_len(text, year - text, "(");
    if (open == NULL || g_strrstr_len(open, year - open, ")") != NULL || !g_unichar_isupper(g_utf8_get_char(open + 1))) {
        return false;
    }
    return year[4] == ')' && year > open + 1 && (year[-1] == ' ' || year[-1] == ',');
}

/* Four digits by themselves, and not the number of a report («2014:7»). */
static void add_years(GArray *years, const char *text)
{
    for (const char *at = text; *at != '\0';) {
        gsize digits = strspn(at, "0123456789");
        bool is_number = at[digits] == ':' || (at > text && (at[-1] == ':' || at[-1] == '.'));
        if (digits == 4 && !is_number) {
            guint64 year = g_ascii_strtoull(at, NULL, 10);
            if (year >= 1980 && year <= 2050 && !is_of_citation(text, at)) {
                add_year(years, (guint)year);
            }
        }
        at += MAX(digits, 1);
    }
}

/* ---- A passage ---- */

static void add_quote(const Gathering *gathering, const SamsokReportRecord *report,
                      const SamsokPassageRecord *passage, const char *sentence, bool is_named)
{
    const char *cue = NULL;
    SamsokPolarity polarity = samsok_polarity(sentence, is_named, &cue);
    if (polarity == SAMSOK_POLARITY_NONE) {
        return;
    }
    GPtrArray *quotes = polarity == SAMSOK_POLARITY_HELPS ? gathering->one->helped
                                                          : gathering->one->hindered;
    if (quotes->len >= SAMSOK_MAX_CASE_QUOTES) {
        return;
    }
    SamsokCaseQuote *quote = g_new0(SamsokCaseQuote, 1);
    quote->text = g_strdup(sentence);
    quote->citation = samsok_citation(report, passage);
    quote->cue = cue;
    quote->passage = passage;
    g_ptr_array_add(quotes, quote);
}

/* True for the case at hand and for one that is a part of it. */
static bool is_case(const Gathering *gathering, const char *concept)
{
    if (gathering->marker != NULL) {
        return strcmp(concept, gathering->one->concept->id) == 0;
    }
    const GPtrArray *above = samsok_thesaurus_above(gathering->cases->thesaurus, concept);
    for (guint i = 0; above != NULL && i < above->len; i++) {
        if (strcmp(g_ptr_array_index(above, i), gathering->one->concept->id) == 0) {
            return true;
        }
    }
    return false;
}

/* How a sentence is about the case at hand: code points `start` to `end` name it, or the passage's section is
 * about it. */
typedef enum { ABOUT_OTHERS, ABOUT_BY_SECTION, ABOUT_BY_NAME } About;

static About about(const Gathering *gathering, const SamsokPassageRecord *passage, guint start, guint end)
{
    About found = ABOUT_OTHERS;
    for (guint i = 0; i < passage->mentions->len && found != ABOUT_BY_NAME; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(passage->mentions, i);
        bool is_throughout = strcmp(mention->rule, "structure") == 0;
        bool is_here = !is_throughout && mention->start >= start && mention->start < end;
        if ((is_here || is_throughout) && is_case(gathering, mention->concept)) {
            found = is_here ? ABOUT_BY_NAME : ABOUT_BY_SECTION;
        }
    }
    return found;
}

static void count_concepts(Gathering *gathering, const SamsokPassageRecord *passage, guint start,
                           guint end)
{
    for (guint i = 0; i < passage->mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(passage->mentions, i);
        if (mention->start >= start && mention->start < end) {
            count_concept(gathering, mention->concept);
        }
    }
}

static void read_sentences(Gathering *gathering, const SamsokReportRecord *report,
                           const SamsokPassageRecord *passage)
{
    SamsokCase *one = gathering->one;
    bool was_about = false;
    /* What reports say of a case begins with its name, which may be of research. */
    bool is_study = one->project == NULL && samsok_project_is_study(one->concept->definition);
    samsok_sentences(passage->text, gathering->sentences);
    for (guint i = 0; i < gathering->sentences->len; i++) {
        const SamsokSentence *place = &g_array_index(gathering->sentences, SamsokSentence, i);
        guint start = (guint)g_utf8_strlen(passage->text, place->start);
        g_autofree char *sentence = g_strndup(passage->text + place->start, place->end - place->start);
        guint end = start + (guint)g_utf8_strlen(sentence, -1);
        About here = about(gathering, passage, start, end);
        bool is_own = here != ABOUT_OTHERS || was_about;
        /* A section about a study tells what was studied, and what it shows is that too. */
        bool is_told = here == ABOUT_BY_NAME || (here == ABOUT_BY_SECTION && !is_study) ||
                       (was_about && samsok_project_refers_back(sentence));
        is_told = is_told && !(is_study && samsok_project_reports_finding(sentence));
        if (gathering->is_compared) {
            samsok_case_add_text(gathering->index->analyser, one->text, sentence, passage->language,
                                 is_own ? SAMSOK_CASE_OWN_TEXT : SAMSOK_CASE_NEIGHBOUR);
        }
        if (is_own) {
            count_concepts(gathering, passage, start, end);
        }
        if (is_told) {
            add_quote(gathering, report, passage, sentence, here == ABOUT_BY_NAME);
        }
        if (here != ABOUT_OTHERS) {
            add_years(one->years, sentence);
        }
        was_about = here == ABOUT_BY_NAME || (here == ABOUT_BY_SECTION && !is_study);
    }
}

static gboolean read_passage(Gathering *gathering, uint32_t docid, GError **error)
{
    g_autoptr(SamsokPassageRecord) passage =
        samsok_lookup_match(gathering->index->reader, docid, error);
    const SamsokReportRecord *report =
        passage == NULL ? NULL : report_of(gathering, passage->report, error);
    if (report == NULL) {
        return FALSE;
    }
    if (gathering->marker != NULL) {
        samsok_project_marker_mark(gathering->marker, report->title, passage);
    }
    if (!g_ptr_array_find(gathering->one->reports, report, NULL)) {
        g_ptr_array_add(gathering->one->reports, (gpointer)report);
    }
    read_sentences(gathering, report, passage);
    g_ptr_array_add(gathering->one->passages, g_steal_pointer(&passage));
    return TRUE;
}

/* ---- A case ---- */

/* What the vocabulary itself says of it. */
static void read_concept(const Gathering *gathering)
{
    SamsokCase *one = gathering->one;
    SamsokAnalyser *analyser = gathering->index->analyser;
    for (guint i = 0; i < one->concept->labels->len; i++) {
        const SamsokConceptLabel *label = g_ptr_array_index(one->concept->labels, i);
        samsok_case_add_text(analyser, one->text, label->text, label->language, SAMSOK_CASE_NAME);
    }
    samsok_case_add_text(analyser, one->text, one->concept->definition, "nb", SAMSOK_CASE_NAME);
    add_years(one->years, one->concept->definition);
}

static gint by_count(gconstpointer a, gconstpointer b)
{
    const SamsokCaseConcept *first = *(const SamsokCaseConcept *const *)a;
    const SamsokCaseConcept *second = *(const SamsokCaseConcept *const *)b;
    if (first->count != second->count) {
        return first->count > second->count ? -1 : 1;
    }
    return strcmp(first->concept->id, second->concept->id);
}

gboolean samsok_case_read(SamsokIndex *index, SamsokCases *cases, SamsokCase *one, bool is_compared,
                          GError **error)
{
    if (one->passages->len > 0) {
        return TRUE; /* read before */
    }
    g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GArray) sentences = g_array_new(FALSE, FALSE, sizeof(SamsokSentence));
    g_autoptr(SamsokProjectMarker) marker =
        one->project == NULL ? NULL : samsok_project_marker_new(&one->project, 1);
    Gathering gathering = {index, cases, one, marker, is_compared, counts, sentences};
    for (guint i = 0; i < one->docids->len; i++) {
        if (!read_passage(&gathering, g_array_index(one->docids, uint32_t, i), error)) {
            return FALSE;
        }
    }
    read_concept(&gathering);
    g_ptr_array_sort(one->concepts, by_count);
    return TRUE;
}
