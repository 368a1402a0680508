/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which roles the vocabulary of this program finds in sentences of the field, and in others. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/concepts/tagger.h"

typedef struct {
    SamsokVocabulary *vocabulary;
    SamsokLexicon *lexicon;
    SamsokAnalyser *analyser;
    SamsokTagger *tagger;
    guint role; /* what every role is below */
} Field;

static int open_field(void **state)
{
    Field *field = g_new0(Field, 1);
    g_autofree char *path =
        g_build_filename(g_getenv("top_srcdir"), "data", "samordning.ttl", NULL);
    field->vocabulary = samsok_vocabulary_new();
    assert_true(samsok_vocabulary_load(field->vocabulary, path, NULL));
    field->lexicon = samsok_lexicon_new(field->vocabulary, NULL);
    field->analyser = samsok_analyser_new(NULL);
    field->tagger = samsok_tagger_new(field->lexicon, field->analyser);
    field->role = samsok_vocabulary_find(field->vocabulary, "samordningsrolle");
    *state = field;
    return 0;
}

static int close_field(void **state)
{
    Field *field = *state;
    samsok_tagger_free(field->tagger);
    samsok_analyser_free(field->analyser);
    samsok_lexicon_free(field->lexicon);
    samsok_vocabulary_free(field->vocabulary);
    g_free(field);
    return 0;
}

/* The ids of the roles that `text` mentions, with blanks between. Owner: the caller. */
static char *roles_in(void **state, const char *text)
{
    const Field *field = *state;
    samsok_tagger_add(field->tagger, text, "nb", 0, 0);
    g_autoptr(GArray) found = samsok_tagger_finish(field->tagger);
    GString *ids = g_string_new(NULL);
    for (guint i = 0; i < found->len; i++) {
        guint concept = g_array_index(found, SamsokMention, i).concept;
        if (samsok_lexicon_is_below(field->lexicon, concept, field->role)) {
            g_string_append_printf(ids, "%s%s", ids->len == 0 ? "" : " ",
                                   samsok_vocabulary_id(field->vocabulary, concept));
        }
    }
    return g_string_free(ids, FALSE);
}

static void assert_roles(void **state, const char *text, const char *wanted)
{
    g_autofree char *ids = roles_in(state, text);
    if (g_strcmp0(ids, wanted) != 0) {
        print_message("in '%s'\n", text);
    }
    assert_string_equal(ids, wanted);
}

static void a_driver_is_a_role_in_the_company_of_coordination(void **state)
{
    static const char *const texts[] = {
        "Koordinatoren var pådriver og megler mer enn leder.",
        "Sekretæren har vore pådrivar, arkiv og minne.",
        "Kunnskapsdepartementet var en tydelig pådriver overfor de andre departementene.",
        "Direktoratet skal være pådriver for at etatene samordner tiltakene sine.",
        "Prosjektlederen opplevde seg som pådriver uten fullmakter.",
        "Rådet skal vera pådrivar for arbeid på tvers av sektorane.",
        "Fylkesmannen er både tilrettelegger og pådriver.",
        "Sekretariatet er pådrivaren i arbeidet.",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autofree char *ids = roles_in(state, texts[i]);
        g_auto(GStrv) each = g_strsplit(ids, " ", -1);
        if (!g_strv_contains((const char *const *)each, "padriver")) {
            print_message("in '%s': %s\n", texts[i], ids);
            fail();
        }
    }
}

static void a_driver_of_something_is_no_role(void **state)
{
    assert_roles(state, "EU er en pådriver for strengere klimakrav.", "");
    assert_roles(state, "Norge er en pådriver for handel, skriver departementet.", "");
    assert_roles(state, "Noreg er ein pådrivar for menneskerettane, skriv departementet.", "");
    assert_roles(state, "Foreldrene var pådrivere for en ny skole.", "");
    assert_roles(state, "Utslipp er den største pådriveren til oppvarming.", "");
    assert_roles(state, "Departementet er pådriver for likestilling.", "");
}

static void a_role_that_a_body_is_said_not_to_have_is_none(void **state)
{
    static const char *const texts[] = {
        "Kommunaldepartementet er ikke lederdepartement for dette arbeidet.",
        "Departementet var ikke lenger et lederdepartement.",
        "Departementet er ikkje leiardepartement i saka.",
        "Et departement som ikke er utpekt som lederdepartement, kan lite.",
        "Vi ser at departementet ikke har vært noen pådriver for samordning.",
        "Departementet skal ikkje vere systemforvaltar.",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        assert_roles(state, texts[i], "");
    }
}

static void a_role_that_is_missed_or_weighed_is_still_what_it_is_about(void **state)
{
    assert_roles(state, "Saken hadde ikke noe lederdepartement.", "lederdepartement");
    assert_roles(state, "Det er ikke noe lederdepartement.", "lederdepartement");
    assert_roles(state, "I denne saken var det ikke noe lederdepartement.", "lederdepartement");
    assert_roles(state, "Det er ikke KMD som er lederdepartement.", "lederdepartement");
    assert_roles(state, "Det er ikke alltid et lederdepartement som leder.", "lederdepartement");
    assert_roles(state, "Rollen er ikke. Lederdepartement er et bedre ord.", "lederdepartement");
    assert_roles(state, "En samordningsrolle som ikke er hverken pådriver eller interesseavveier.",
                 "samordningsrolle padriver interesseavveier");
}

static bool says_in(const SamsokVocabulary *vocabulary, guint concept, SamsokProperty property,
                    const char *language)
{
    for (guint i = 0; i < samsok_vocabulary_statement_count(vocabulary, concept); i++) {
        const SamsokStatement *said = samsok_vocabulary_statement(vocabulary, concept, i);
        if (said->property == property && strcmp(said->language, language) == 0) {
            return true;
        }
    }
    return false;
}

static void each_concept_has_a_definition_in_three_languages(void **state)
{
    static const char *const languages[] = {"nb", "nn", "en"};
    const Field *field = *state;
    guint missing = 0;
    for (guint i = 0; i < samsok_vocabulary_resource_count(field->vocabulary); i++) {
        for (size_t j = 0; samsok_vocabulary_is_concept(field->vocabulary, i) && j < 3; j++) {
            if (!says_in(field->vocabulary, i, SAMSOK_PROPERTY_DEFINITION, languages[j])) {
                print_message("%s: %s\n", samsok_vocabulary_id(field->vocabulary, i), languages[j]);
                missing++;
            }
        }
    }
    assert_int_equal(missing, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_driver_is_a_role_in_the_company_of_coordination),
        cmocka_unit_test(a_driver_of_something_is_no_role),
        cmocka_unit_test(a_role_that_a_body_is_said_not_to_have_is_none),
        cmocka_unit_test(each_concept_has_a_definition_in_three_languages),
        cmocka_unit_test(a_role_that_is_missed_or_weighed_is_still_what_it_is_about),
    };
    return cmocka_run_group_tests(tests, open_field, close_field);
}
