/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds concepts by what people call them. */
#include "config.h"

#include "index/meant.h"

#include <string.h>

#include "core/query/fields.h"

typedef struct {
    const SamsokThesaurus *thesaurus;
    const char *kind;
    const char *wanted; /* folded, or as stems */
    GPtrArray *found;
} Looking;

static bool is_of_kind(const Looking *looking, const SamsokConcept *concept)
{
    return looking->kind == NULL || strcmp(concept->kind, looking->kind) == 0;
}

/* The stems of the words of `text`, with blanks between. Owner: the caller. */
static char *stems_of(SamsokAnalyser *analyser, GArray *tokens, const char *text,
                      const char *language)
{
    samsok_analyser_tokens(analyser, text, g_str_has_prefix(language, "en") ? "en" : "nb", tokens);
    GString *stems = g_string_new(NULL);
    for (guint i = 0; i < tokens->len; i++) {
        g_string_append_printf(stems, "%s%s", i == 0 ? "" : " ",
                               g_array_index(tokens, SamsokToken, i).stem);
    }
    return g_string_free(stems, FALSE);
}

typedef bool (*Fits)(const Looking *looking, const SamsokConceptLabel *label, void *data);

static bool fits_as_written(const Looking *looking, const SamsokConceptLabel *label, void *data)
{
    (void)data;
    return strcmp(label->folded, looking->wanted) == 0;
}

/* `text` with aa, ae and oe for å, æ and ø, as they are typed where those keys are not. Owner: the caller. */
static char *without_letters(const char *text)
{
    GString *out = g_string_new(text);
    g_string_replace(out, "\303\245", "aa", 0);
    g_string_replace(out, "\303\246", "ae", 0);
    g_string_replace(out, "\303\270", "oe", 0);
    return g_string_free(out, FALSE);
}

/* `data`: what was typed, so written. */
static bool fits_without_letters(const Looking *looking, const SamsokConceptLabel *label, void *data)
{
    (void)looking;
    g_autofree char *own = without_letters(label->folded);
    return strcmp(own, data) == 0;
}

/* What compares by stems. */
typedef struct {
    SamsokAnalyser *analyser;
    GArray *tokens;
    char *norwegian; /* what was typed, as stems */
    char *english;
} Stems;

static bool fits_by_stems(const Looking *looking, const SamsokConceptLabel *label, void *data)
{
    (void)looking;
    const Stems *stems = data;
    bool is_english = g_str_has_prefix(label->language, "en");
    const char *wanted = is_english ? stems->english : stems->norwegian;
    g_autofree char *own =
        stems_of(stems->analyser, stems->tokens, label->folded, label->language);
    /* «pådriver» has the stem pådriv, «pådriveren» pådriver: see core/concepts/lexicon.c. */
    g_autofree char *agent = g_strconcat(label->folded, "n", NULL);
    return *wanted != '\0' && (strcmp(own, wanted) == 0 || strcmp(label->folded, wanted) == 0 ||
                               strcmp(agent, wanted) == 0);
}

/* Adds the concepts with a label that fits: by their preferred labels, else by any. */
static void find_by_labels(const Looking *looking, Fits fits, void *data)
{
    for (guint all = 0; all < 2 && looking->found->len == 0; all++) {
        for (guint i = 0; i < samsok_thesaurus_count(looking->thesaurus); i++) {
            const SamsokConcept *concept = samsok_thesaurus_at(looking->thesaurus, i);
            bool is_found = false;
            for (guint j = 0; is_of_kind(looking, concept) && !is_found && j < concept->labels->len;
                 j++) {
                const SamsokConceptLabel *label = g_ptr_array_index(concept->labels, j);
                bool is_asked = (label->kind == SAMSOK_LABEL_PREFERRED) == (all == 0);
                is_found = is_asked && fits(looking, label, data);
            }
            if (is_found) {
                g_ptr_array_add(looking->found, (gpointer)concept);
            }
        }
    }
}

static void find_by_stems(const Looking *looking)
{
    g_autoptr(SamsokAnalyser) analyser = samsok_analyser_new(NULL);
    g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    if (analyser == NULL) {
        return;
    }
    g_autofree char *norwegian = stems_of(analyser, tokens, looking->wanted, "nb");
    g_autofree char *english = stems_of(analyser, tokens, looking->wanted, "en");
    Stems stems = {analyser, tokens, norwegian, english};
    find_by_labels(looking, fits_by_stems, &stems);
}

const char *samsok_meant_kind(const char *typed)
{
    static const struct {
        const char *kind;
        const char *names; /* with blanks around each */
    } kinds[] = {
        {"role", " role roles rolle roller samordningsrolle "},
        {"step", " step steps trinn steg "},
        {"instrument", " instrument instruments virkemiddel virkemidler verkemiddel verkemidlar "},
        {"mechanism", " mechanism mechanisms mekanisme mekanismer mekanismar "},
        {"case", " case cases sak saker case-er "},
        {"actor", " actor actors aktør aktører aktor aktørar "},
        {"problem", " problem problems problemer "},
        {"reform", " reform reforms reformer reformar "},
        {"condition", " condition conditions rammebetingelse rammebetingelser rammevilkår "},
        {"precondition", " precondition preconditions forutsetning forutsetninger føresetnad "},
        {"policy-area", " policy-area policy-areas politikkområde politikkområder "},
        {"user-group", " user-group user-groups brukergruppe brukergrupper brukargruppe "},
        {"coordination", " coordination samordning "},
    };
    g_autofree char *folded = g_utf8_strdown(typed, -1);
    g_autofree char *word = g_strdup_printf(" %s ", folded);
    for (guint i = 0; i < G_N_ELEMENTS(kinds) && strchr(folded, ' ') == NULL; i++) {
        if (strstr(kinds[i].names, word) != NULL) {
            return kinds[i].kind;
        }
    }
    return NULL;
}

/* Adds those of the kind whose order lies between; without a range, all of the kind. */
static void find_by_order(const Looking *looking, guint first, guint last, bool is_any)
{
    for (guint i = 0; i < samsok_thesaurus_count(looking->thesaurus); i++) {
        const SamsokConcept *concept = samsok_thesaurus_at(looking->thesaurus, i);
        bool lies = concept->order >= first && concept->order <= last && concept->order > 0;
        if (is_of_kind(looking, concept) && (is_any || lies)) {
            g_ptr_array_add(looking->found, (gpointer)concept);
        }
    }
}

static void add_if_of_kind(const Looking *looking, const SamsokConcept *concept)
{
    if (concept != NULL && is_of_kind(looking, concept)) {
        g_ptr_array_add(looking->found, (gpointer)concept);
    }
}

/* `typed` is whole, looking->wanted in lower case. */
static void find_by_id(const Looking *looking, const char *typed)
{
    const SamsokThesaurus *thesaurus = looking->thesaurus;
    const SamsokConcept *own = samsok_thesaurus_find(thesaurus, typed);
    own = own == NULL ? samsok_thesaurus_find(thesaurus, looking->wanted) : own;
    g_autofree char *as_case = g_strconcat("case-", looking->wanted, NULL);
    own = own == NULL ? samsok_thesaurus_find(thesaurus, as_case) : own;
    add_if_of_kind(looking, own);
    for (guint i = 0; own == NULL && i < samsok_thesaurus_count(thesaurus); i++) {
        const SamsokConcept *concept = samsok_thesaurus_at(thesaurus, i);
        g_autofree char *segment = g_utf8_strdown(samsok_iri_segment(concept->iri), -1);
        if (strcmp(concept->iri, typed) == 0 || strcmp(segment, looking->wanted) == 0) {
            add_if_of_kind(looking, concept);
        }
    }
}

GPtrArray *samsok_meant_by_id(const SamsokThesaurus *thesaurus, const char *kind, const char *typed)
{
    g_autofree char *folded = g_utf8_strdown(typed, -1);
    Looking looking = {thesaurus, kind, folded, g_ptr_array_new()};
    find_by_id(&looking, typed);
    return looking.found;
}

GPtrArray *samsok_meant_concepts(const SamsokThesaurus *thesaurus, const char *kind,
                                 const char *typed)
{
    g_autofree char *folded = g_utf8_strdown(typed, -1);
    Looking looking = {thesaurus, kind, g_strstrip(folded), g_ptr_array_new()};
    guint first = 0;
    guint last = 0;
    if (kind != NULL && strcmp(folded, "*") == 0) {
        find_by_order(&looking, 0, 0, true);
        return looking.found;
    }
    if (kind != NULL && samsok_query_parse_range(folded, &first, &last)) {
        find_by_order(&looking, first, last, false);
        if (looking.found->len > 0) {
            return looking.found;
        }
    }
    find_by_id(&looking, typed);
    if (looking.found->len == 0) {
        find_by_labels(&looking, fits_as_written, NULL);
    }
    if (looking.found->len == 0) {
        find_by_stems(&looking);
    }
    if (looking.found->len == 0) {
        g_autofree char *plain = without_letters(looking.wanted);
        find_by_labels(&looking, fits_without_letters, plain);
    }
    return looking.found;
}
