/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passages through the tagger, and their mentions as terms. */
#include "config.h"

#include "index/tagging.h"

#include <string.h>

#include "index/schema.h"
#include "index/terms.h"

/* The block number of headings, which are read and not tagged. */
#define NO_PASSAGE G_MAXUINT

struct _SamsokPassageTagger {
    const SamsokTagging *tagging;
    SamsokAnalyser *analyser; /* lent */
    GArray *tokens;           /* of SamsokToken: the text at hand */
    SamsokTagger *tagger;     /* NULL without a lexicon */
    SamsokTagger *cases;      /* of the names of cases, likewise */
};

SamsokPassageTagger *samsok_passage_tagger_new(const SamsokTagging *tagging, SamsokAnalyser *analyser)
{
    SamsokPassageTagger *tagger = g_new0(SamsokPassageTagger, 1);
    tagger->tagging = tagging;
    tagger->analyser = analyser;
    tagger->tokens = g_array_new(FALSE, FALSE, sizeof(SamsokToken));
    if (tagging->lexicon != NULL) {
        tagger->tagger = samsok_tagger_new(tagging->lexicon, analyser);
        tagger->cases = samsok_tagger_new(samsok_lexicon_cases(tagging->lexicon), analyser);
    }
    return tagger;
}

void samsok_passage_tagger_free(SamsokPassageTagger *tagger)
{
    if (tagger == NULL) {
        return;
    }
    samsok_tagger_free(tagger->tagger);
    samsok_tagger_free(tagger->cases);
    g_array_unref(tagger->tokens);
    g_free(tagger);
}

/* How many of the sections above `passage` stand above `before` too. */
static guint shared_depth(const SamsokPassageRecord *before, const SamsokPassageRecord *passage)
{
    guint depth = 0;
    while (before != NULL && passage->section_titles[depth] != NULL &&
           before->section_titles[depth] != NULL &&
           strcmp(before->section_titles[depth], passage->section_titles[depth]) == 0 &&
           strcmp(before->section_path[depth], passage->section_path[depth]) == 0) {
        depth++;
    }
    return depth;
}

static bool is_same_section(const SamsokPassageRecord *before, const SamsokPassageRecord *passage)
{
    guint depth = shared_depth(before, passage);
    return before != NULL && passage->section_titles[depth] == NULL &&
           before->section_titles[depth] == NULL;
}

/* The headings that stand between two neighbouring passages. */
static void read_headings(SamsokTagger *tagger, const SamsokPassageRecord *before,
                          const SamsokPassageRecord *passage, const char *language, guint section)
{
    for (guint i = shared_depth(before, passage); passage->section_titles[i] != NULL; i++) {
        samsok_tagger_add(tagger, passage->section_titles[i], language, section, NO_PASSAGE);
    }
}

static SamsokMentionRecord *mention_record(const SamsokVocabulary *vocabulary,
                                           const SamsokMention *mention)
{
    g_autofree char *rule = samsok_mention_rule(mention);
    SamsokMentionRecord fields = {
        .concept = samsok_vocabulary_id(vocabulary, mention->concept),
        .label = samsok_vocabulary_label(vocabulary, mention->concept, "nb"),
        .start = mention->start,
        .end = mention->end,
        .matched = mention->label,
        .rule = rule,
    };
    return samsok_mention_record_new(&fields);
}

static void clear_mentions(SamsokPassageRecord *passage)
{
    g_clear_pointer(&passage->mentions, g_ptr_array_unref);
    passage->mentions = g_ptr_array_new_with_free_func(g_free);
}

static gint by_start(gconstpointer a, gconstpointer b)
{
    const SamsokMentionRecord *first = *(const SamsokMentionRecord *const *)a;
    const SamsokMentionRecord *second = *(const SamsokMentionRecord *const *)b;
    return (first->start > second->start) - (first->start < second->start);
}

/* True when a heading is known to name the case. */
static bool is_throughout(const SamsokPassageRecord *passage, const char *concept)
{
    for (guint i = 0; i < passage->mentions->len; i++) {
        const SamsokMentionRecord *mention = g_ptr_array_index(passage->mentions, i);
        if (mention->end == 0 && strcmp(mention->concept, concept) == 0) {
            return true;
        }
    }
    return false;
}

/* Adds a case to the passage that names it, and to those that stand below a heading that does: what a section is
 * about is told throughout, also where it is named again. */
static void add_case(const GPtrArray *passages, SamsokMentionRecord *record, guint block)
{
    bool is_heading = block >= passages->len;
    SamsokPassageRecord *passage = g_ptr_array_index(passages, block % passages->len);
    if (is_heading && is_throughout(passage, record->concept)) {
        g_free(record);
        return;
    }
    if (is_heading) {
        record->start = record->end = 0;
        record->rule = "structure";
    }
    g_ptr_array_add(passage->mentions, record);
    g_ptr_array_sort(passage->mentions, by_start);
}

/* Each passage is read with all headings above it: a section about a project is about it throughout. */
static void read_case_headings(SamsokPassageTagger *tagger, const GPtrArray *passages, guint index,
                               const char *language)
{
    const SamsokPassageRecord *passage = g_ptr_array_index(passages, index);
    for (guint k = 0; passage->section_titles[k] != NULL; k++) {
        samsok_tagger_add(tagger->cases, passage->section_titles[k], language, index,
                          passages->len + index);
    }
}

/* Cuts the text of each passage once, for concepts, for cases and for whoever else wants its words. */
static void read_passages(SamsokPassageTagger *tagger, const GPtrArray *passages,
                          const char *language, SamsokEachPassage each, void *data)
{
    bool is_tagged = tagger->tagger != NULL;
    guint section = 0;
    const SamsokPassageRecord *before = NULL;
    for (guint i = 0; i < passages->len; i++) {
        const SamsokPassageRecord *passage = g_ptr_array_index(passages, i);
        const char *text = passage->text;
        const char *own = *passage->language == '\0' ? language : passage->language;
        section += is_same_section(before, passage) ? 0 : 1;
        if (is_tagged) {
            read_headings(tagger->tagger, before, passage, own, section);
        }
        samsok_analyser_tokens(tagger->analyser, text, own, tagger->tokens);
        if (is_tagged) {
            samsok_tagger_add_tokens(tagger->tagger, text, tagger->tokens, own, section, i);
            samsok_tagger_add_tokens(tagger->cases, text, tagger->tokens, own, i, i);
        }
        if (each != NULL) {
            each(tagger->tokens, own, data);
        }
        if (is_tagged) {
            read_case_headings(tagger, passages, i, own);
        }
        before = passage;
    }
}

static void add_concepts(SamsokPassageTagger *tagger, const GPtrArray *passages)
{
    g_autoptr(GArray) found = samsok_tagger_finish(tagger->tagger);
    const SamsokVocabulary *vocabulary = samsok_lexicon_vocabulary(tagger->tagging->lexicon);
    for (guint i = 0; i < found->len; i++) {
        const SamsokMention *mention = &g_array_index(found, SamsokMention, i);
        if (mention->block != NO_PASSAGE) {
            SamsokPassageRecord *passage = g_ptr_array_index(passages, mention->block);
            g_ptr_array_add(passage->mentions, mention_record(vocabulary, mention));
        }
    }
}

static void add_cases(SamsokPassageTagger *tagger, const GPtrArray *passages)
{
    g_autoptr(GArray) found = samsok_tagger_finish(tagger->cases);
    const SamsokVocabulary *vocabulary = samsok_lexicon_vocabulary(tagger->tagging->lexicon);
    for (guint i = 0; i < found->len; i++) {
        const SamsokMention *mention = &g_array_index(found, SamsokMention, i);
        add_case(passages, mention_record(vocabulary, mention), mention->block);
    }
}

void samsok_passage_tagger_tag(SamsokPassageTagger *tagger, const GPtrArray *passages,
                               const char *language, SamsokEachPassage each, void *data)
{
    if (tagger->tagger == NULL && each == NULL) {
        return;
    }
    read_passages(tagger, passages, language, each, data);
    if (tagger->tagger == NULL) {
        return;
    }
    for (guint i = 0; i < passages->len; i++) {
        clear_mentions(g_ptr_array_index(passages, i));
    }
    add_concepts(tagger, passages);
    add_cases(tagger, passages);
}

gboolean samsok_tagging_add_terms(const SamsokTagging *tagging, SamsokEntry *entry,
                                  const char *concept, GError **error)
{
    const GPtrArray *above = tagging->thesaurus == NULL
                                 ? NULL
                                 : samsok_thesaurus_above(tagging->thesaurus, concept);
    if (above == NULL) {
        return samsok_terms_add_filter(entry, SAMSOK_PREFIX_CONCEPT, concept, error);
    }
    for (guint i = 0; i < above->len; i++) {
        const char *id = g_ptr_array_index(above, i);
        if (!samsok_terms_add_filter(entry, SAMSOK_PREFIX_CONCEPT, id, error)) {
            return FALSE;
        }
    }
    return TRUE;
}
