/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for what is wrong with a vocabulary. */
#include "config.h"

#include "core/concepts/check.h"

#include <string.h>

#include "core/base/error.h"
#include "core/base/limits.h"

typedef struct {
    const SamsokLexicon *lexicon;
    const SamsokVocabulary *vocabulary;
    GPtrArray *findings;
    GHashTable *matching; /* concepts with a pattern */
    GHashTable *members;  /* resources that a collection has */
} Check;

static const char *const names[] = {
#define X(kind, name, wrong) name,
    SAMSOK_FINDING_LIST(X)
#undef X
};

static const bool wrongs[] = {
#define X(kind, name, wrong) wrong,
    SAMSOK_FINDING_LIST(X)
#undef X
};

const char *samsok_finding_name(SamsokFindingKind kind)
{
    return names[kind];
}

bool samsok_finding_is_wrong(SamsokFindingKind kind)
{
    return wrongs[kind];
}

static void finding_free(gpointer data)
{
    SamsokFinding *finding = data;
    g_free(finding->text);
    g_free(finding);
}

G_GNUC_PRINTF(5, 6)
static void find(Check *check, SamsokFindingKind kind, guint concept,
                 const SamsokStatement *statement, const char *format, ...)
{
    SamsokFinding *finding = g_new0(SamsokFinding, 1);
    finding->kind = kind;
    finding->concept = concept;
    finding->file = statement->file;
    finding->line = statement->line;
    va_list arguments;
    va_start(arguments, format);
    finding->text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_ptr_array_add(check->findings, finding);
}

/* The first statement of `concept`: where to point when something is not said. */
static const SamsokStatement *beginning(const Check *check, guint concept)
{
    return samsok_vocabulary_statement(check->vocabulary, concept, 0);
}

static bool is_label_property(SamsokProperty property)
{
    return property == SAMSOK_PROPERTY_PREF_LABEL || property == SAMSOK_PROPERTY_ALT_LABEL ||
           property == SAMSOK_PROPERTY_HIDDEN_LABEL;
}

static bool has_label(const Check *check, guint concept, const char *text)
{
    for (guint i = 0; i < samsok_vocabulary_statement_count(check->vocabulary, concept); i++) {
        const SamsokStatement *said = samsok_vocabulary_statement(check->vocabulary, concept, i);
        if (is_label_property(said->property) && strcmp(said->text, text) == 0) {
            return true;
        }
    }
    return false;
}

static void check_cycle(Check *check, guint concept)
{
    g_autoptr(GArray) broader =
        samsok_vocabulary_neighbours(check->vocabulary, concept, SAMSOK_PROPERTY_BROADER);
    for (guint i = 0; i < broader->len; i++) {
        guint above = g_array_index(broader, guint, i);
        if (samsok_lexicon_is_below(check->lexicon, above, concept)) {
            find(check, SAMSOK_FINDING_CYCLE, concept, beginning(check, concept),
                 "'%s' stands above itself, through '%s'",
                 samsok_vocabulary_id(check->vocabulary, concept),
                 samsok_vocabulary_id(check->vocabulary, above));
        }
    }
}

static void check_height(Check *check, guint concept)
{
    const GArray *above = samsok_lexicon_above(check->lexicon, concept);
    if (above->len > SAMSOK_MAX_CONCEPTS_ABOVE) {
        find(check, SAMSOK_FINDING_HIGH, concept, beginning(check, concept),
             "more than %u concepts stand above '%s'", SAMSOK_MAX_CONCEPTS_ABOVE - 1,
             samsok_vocabulary_id(check->vocabulary, concept));
    }
}

static void check_hierarchy(Check *check, guint concept)
{
    check_cycle(check, concept);
    check_height(check, concept);
}

/* What the statement's object has to be. */
static void check_reference(Check *check, guint concept, const SamsokStatement *said)
{
    bool hierarchic = said->property == SAMSOK_PROPERTY_BROADER ||
                      said->property == SAMSOK_PROPERTY_NARROWER ||
                      said->property == SAMSOK_PROPERTY_RELATED;
    bool context = said->property == SAMSOK_PROPERTY_REQUIRES_NEAR ||
                   said->property == SAMSOK_PROPERTY_REQUIRES_IN_SECTION ||
                   said->property == SAMSOK_PROPERTY_NOT_NEAR;
    bool resource = said->object != SAMSOK_NO_RESOURCE;
    bool is_concept = resource && samsok_vocabulary_is_concept(check->vocabulary, said->object);
    if ((hierarchic && !is_concept) || (context && resource && !is_concept)) {
        find(check, SAMSOK_FINDING_DANGLING, concept, said, "%s of '%s': '%s' is no concept",
             samsok_property_name(said->property),
             samsok_vocabulary_id(check->vocabulary, concept), said->text);
    }
}

static void check_rule(Check *check, guint concept, guint rule)
{
    for (guint i = 0; i < samsok_vocabulary_statement_count(check->vocabulary, rule); i++) {
        const SamsokStatement *said = samsok_vocabulary_statement(check->vocabulary, rule, i);
        check_reference(check, concept, said);
        if (said->property == SAMSOK_PROPERTY_RULE_LABEL && !has_label(check, concept, said->text)) {
            find(check, SAMSOK_FINDING_UNKNOWN_LABEL, concept, said,
                 "a rule of '%s' is about '%s', which is no label of it",
                 samsok_vocabulary_id(check->vocabulary, concept), said->text);
        }
    }
}

static void check_label_property(Check *check, guint concept, const SamsokStatement *said)
{
    bool about_label =
        said->property == SAMSOK_PROPERTY_CASE_SENSITIVE ||
        said->property == SAMSOK_PROPERTY_EXACT || said->property == SAMSOK_PROPERTY_COMPOUND ||
        said->property == SAMSOK_PROPERTY_COMPOUND_LAST || said->property == SAMSOK_PROPERTY_OPEN ||
        said->property == SAMSOK_PROPERTY_NOT_AFTER_NAME ||
        said->property == SAMSOK_PROPERTY_NOT_DENIED;
    if (about_label && !has_label(check, concept, said->text)) {
        find(check, SAMSOK_FINDING_UNKNOWN_LABEL, concept, said,
             "%s of '%s' is about '%s', which is no label of it",
             samsok_property_name(said->property),
             samsok_vocabulary_id(check->vocabulary, concept), said->text);
    }
}

/* Two preferred labels in one language (SKOS, condition S14). */
static void check_preferred(Check *check, guint concept, guint index)
{
    const SamsokStatement *said = samsok_vocabulary_statement(check->vocabulary, concept, index);
    for (guint i = 0; i < index; i++) {
        const SamsokStatement *other = samsok_vocabulary_statement(check->vocabulary, concept, i);
        if (other->property == SAMSOK_PROPERTY_PREF_LABEL &&
            strcmp(other->language, said->language) == 0 && strcmp(other->text, said->text) != 0) {
            find(check, SAMSOK_FINDING_TWO_LABELS, concept, said,
                 "'%s' and '%s' are both preferred in '%s'", other->text, said->text,
                 said->language);
            return;
        }
    }
}

static bool says(const Check *check, guint concept, SamsokProperty property)
{
    return samsok_vocabulary_text(check->vocabulary, concept, property, "") != NULL;
}

/* True when words or the structure of a document can tell of `concept`. */
static bool can_be_found(const Check *check, guint concept)
{
    return says(check, concept, SAMSOK_PROPERTY_ASSIGNED_BY) ||
           g_hash_table_contains(check->matching, GUINT_TO_POINTER(concept));
}

static bool has_norwegian_label(const Check *check, guint concept)
{
    for (guint i = 0; i < samsok_vocabulary_statement_count(check->vocabulary, concept); i++) {
        const SamsokStatement *said = samsok_vocabulary_statement(check->vocabulary, concept, i);
        bool norwegian = strcmp(said->language, "nb") == 0 || strcmp(said->language, "nn") == 0 ||
                         strcmp(said->language, "no") == 0;
        if (said->property == SAMSOK_PROPERTY_PREF_LABEL && norwegian) {
            return true;
        }
    }
    return false;
}

static void check_profile(Check *check, guint concept)
{
    const SamsokStatement *here = beginning(check, concept);
    const char *id = samsok_vocabulary_id(check->vocabulary, concept);
    if (!has_norwegian_label(check, concept)) {
        find(check, SAMSOK_FINDING_PROFILE, concept, here, "'%s' has no preferred label in Norwegian",
             id);
    }
    if (!says(check, concept, SAMSOK_PROPERTY_DEFINITION)) {
        find(check, SAMSOK_FINDING_PROFILE, concept, here, "'%s' has no definition", id);
    }
    if (!says(check, concept, SAMSOK_PROPERTY_IN_SCHEME) &&
        !says(check, concept, SAMSOK_PROPERTY_TOP_CONCEPT_OF) &&
        !g_hash_table_contains(check->members, GUINT_TO_POINTER(concept))) {
        find(check, SAMSOK_FINDING_PROFILE, concept, here,
             "'%s' belongs to no scheme and no collection", id);
    }
}

static void check_concept(Check *check, guint concept)
{
    const SamsokVocabulary *vocabulary = check->vocabulary;
    const char *id = samsok_vocabulary_id(vocabulary, concept);
    for (guint i = 0; i < samsok_vocabulary_statement_count(vocabulary, concept); i++) {
        const SamsokStatement *said = samsok_vocabulary_statement(vocabulary, concept, i);
        check_reference(check, concept, said);
        check_label_property(check, concept, said);
        if (said->property == SAMSOK_PROPERTY_PREF_LABEL) {
            check_preferred(check, concept, i);
        } else if (said->property == SAMSOK_PROPERTY_RULE && said->object != SAMSOK_NO_RESOURCE) {
            check_rule(check, concept, said->object);
        }
    }
    check_hierarchy(check, concept);
    if (!says(check, concept, SAMSOK_PROPERTY_PREF_LABEL)) {
        find(check, SAMSOK_FINDING_NO_LABEL, concept, beginning(check, concept),
             "'%s' has no preferred label", id);
    } else if (!can_be_found(check, concept)) {
        find(check, SAMSOK_FINDING_NEVER, concept, beginning(check, concept),
             "no label of '%s' can match", id);
    }
    check_profile(check, concept);
}

/* Patterns that end at one node have the same words; the chain leads from the newest to the oldest. */
static void check_clashes(Check *check, guint index)
{
    const SamsokPattern *pattern = samsok_lexicon_pattern(check->lexicon, index);
    guint other_index = pattern->next;
    while (!pattern->is_cue && other_index != 0) {
        const SamsokPattern *other = samsok_lexicon_pattern(check->lexicon, other_index);
        bool by_stems = !pattern->exact && !other->exact && !pattern->case_sensitive;
        if (by_stems && !other->is_cue && other->key != pattern->key) {
            SamsokStatement here = {.file = pattern->file, .line = pattern->line};
            find(check, SAMSOK_FINDING_CLASH, pattern->key, &here,
                 "'%s' of '%s' has the words of '%s' of '%s'", pattern->text,
                 samsok_vocabulary_id(check->vocabulary, pattern->key), other->text,
                 samsok_vocabulary_id(check->vocabulary, other->key));
            return;
        }
        other_index = other->next;
    }
}

/* Notes the files that say something of `concept`. */
static void note_files(const Check *check, guint concept, bool *files)
{
    for (guint i = 0; i < samsok_vocabulary_statement_count(check->vocabulary, concept); i++) {
        files[samsok_vocabulary_statement(check->vocabulary, concept, i)->file] = true;
    }
}

static void check_files(Check *check)
{
    guint count = samsok_vocabulary_file_count(check->vocabulary);
    g_autofree bool *has_concepts = g_new0(bool, count);
    g_autofree bool *can_match = g_new0(bool, count);
    for (guint i = 0; i < samsok_vocabulary_resource_count(check->vocabulary); i++) {
        if (samsok_vocabulary_is_concept(check->vocabulary, i)) {
            note_files(check, i, has_concepts);
            if (can_be_found(check, i)) {
                note_files(check, i, can_match);
            }
        }
    }
    for (guint i = 0; i < count; i++) {
        const SamsokStatement here = {.file = i, .line = 1};
        if (!has_concepts[i]) {
            find(check, SAMSOK_FINDING_EMPTY, SAMSOK_NO_RESOURCE, &here, "no concepts");
        } else if (!can_match[i]) {
            find(check, SAMSOK_FINDING_NAMELESS, SAMSOK_NO_RESOURCE, &here,
                 "no concept in it has a label that can match");
        }
    }
}

static void gather_matching(Check *check)
{
    for (guint i = 1; i <= samsok_lexicon_pattern_count(check->lexicon); i++) {
        const SamsokPattern *pattern = samsok_lexicon_pattern(check->lexicon, i);
        if (!pattern->is_cue) {
            g_hash_table_add(check->matching, GUINT_TO_POINTER(pattern->key));
        }
    }
}

static void gather_members(Check *check)
{
    for (guint i = 0; i < samsok_vocabulary_resource_count(check->vocabulary); i++) {
        for (guint j = 0; j < samsok_vocabulary_statement_count(check->vocabulary, i); j++) {
            const SamsokStatement *said = samsok_vocabulary_statement(check->vocabulary, i, j);
            if (said->property == SAMSOK_PROPERTY_MEMBER) {
                g_hash_table_add(check->members, GUINT_TO_POINTER(said->object));
            }
        }
    }
}

static int by_place(gconstpointer a, gconstpointer b)
{
    const SamsokFinding *one = *(const SamsokFinding *const *)a;
    const SamsokFinding *other = *(const SamsokFinding *const *)b;
    if (one->file != other->file) {
        return one->file < other->file ? -1 : 1;
    }
    if (one->line != other->line) {
        return one->line < other->line ? -1 : 1;
    }
    return strcmp(one->text, other->text);
}

/* The two written languages often share a label, and then say the same thing twice. */
static void drop_repeats(GPtrArray *findings)
{
    for (guint i = findings->len; i > 1; i--) {
        if (by_place(&findings->pdata[i - 1], &findings->pdata[i - 2]) == 0) {
            g_ptr_array_remove_index(findings, i - 1);
        }
    }
}

static void check_clear(Check *check)
{
    g_hash_table_unref(check->matching);
    g_hash_table_unref(check->members);
    g_clear_pointer(&check->findings, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Check, check_clear)

static Check check_of(const SamsokLexicon *lexicon)
{
    Check check = {
        .lexicon = lexicon,
        .vocabulary = samsok_lexicon_vocabulary(lexicon),
        .findings = g_ptr_array_new_with_free_func(finding_free),
        .matching = g_hash_table_new(NULL, NULL),
        .members = g_hash_table_new(NULL, NULL),
    };
    gather_matching(&check);
    return check;
}

/* Calls `look` at each concept. */
static void each_concept(Check *check, void (*look)(Check *check, guint concept))
{
    for (guint i = 0; i < samsok_vocabulary_resource_count(check->vocabulary); i++) {
        if (samsok_vocabulary_is_concept(check->vocabulary, i)) {
            look(check, i);
        }
    }
}

GPtrArray *samsok_vocabulary_check(const SamsokLexicon *lexicon)
{
    g_auto(Check) check = check_of(lexicon);
    gather_members(&check);
    check_files(&check);
    for (guint i = 1; i <= samsok_lexicon_pattern_count(lexicon); i++) {
        check_clashes(&check, i);
    }
    each_concept(&check, check_concept);
    g_ptr_array_sort(check.findings, by_place);
    drop_repeats(check.findings);
    return g_steal_pointer(&check.findings);
}

bool samsok_vocabulary_is_fit(const SamsokLexicon *lexicon, GError **error)
{
    g_auto(Check) check = check_of(lexicon);
    check_files(&check);
    each_concept(&check, check_hierarchy);
    g_ptr_array_sort(check.findings, by_place);
    if (check.findings->len == 0) {
        return true;
    }
    const SamsokFinding *first = g_ptr_array_index(check.findings, 0);
    const char *file = samsok_vocabulary_file(check.vocabulary, first->file);
    if (first->concept == SAMSOK_NO_RESOURCE) {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_QUERY, "'%s': %s", file, first->text);
    } else {
        g_set_error(error, SAMSOK_ERROR, SAMSOK_ERROR_QUERY, "'%s': line %u: %s", file, first->line,
                    first->text);
    }
    return false;
}
