/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which parts of a document are points, told by small documents of each kind of layout and wording. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/insight/point_patterns.h"
#include "core/insight/points.h"
#include "core/model/builder.h"

/* ---- Small documents -------------------------------------------------------------------------------- */

enum { DEEPEST = 4 };

typedef struct {
    SamsokBuilder *builder;
    GArray *sections; /* of SamsokSection, still open ones with end_block 0 */
    guint open[DEEPEST];
    guint depth;
    guint count; /* blocks so far */
    bool is_in_table;
} Writer;

static void close_sections(Writer *writer, guint level)
{
    while (writer->depth > 0 && writer->depth >= level) {
        g_array_index(writer->sections, SamsokSection, writer->open[writer->depth]).end_block =
            writer->count;
        writer->depth--;
    }
}

static void open_section(Writer *writer, guint level, const char *title)
{
    close_sections(writer, level);
    SamsokSection section = {
        .number = "",
        .title = title,
        .level = level,
        .parent = writer->depth == 0 ? SAMSOK_NONE : writer->open[writer->depth],
        .heading = writer->count,
        .first_block = writer->count,
    };
    writer->depth = level;
    writer->open[level] = writer->sections->len;
    g_array_append_val(writer->sections, section);
}

/* «| a | b |»: the first row of a table is its head. */
static void write_row(Writer *writer, const char *line)
{
    g_autofree char *inner = g_strndup(line + 2, strlen(line) - 4);
    g_auto(GStrv) cells = g_strsplit(inner, " | ", -1);
    SamsokBlock block = {
        .kind = SAMSOK_BLOCK_TABLE_ROW,
        .number = "",
        .marker = "",
        .text = inner,
        .cells = (const char *const *)cells,
        .language = "nb",
        .is_table_head = !writer->is_in_table,
        .section = writer->depth == 0 ? SAMSOK_NONE : writer->open[writer->depth],
    };
    samsok_builder_add_block(writer->builder, &block);
    writer->is_in_table = true;
    writer->count++;
}

/* A line: «# heading», «## below it», «- item», «1. item», «  - below it», «| a row |», or a paragraph. */
static void write_line(Writer *writer, const char *line)
{
    if (*line == '|') {
        write_row(writer, line);
        return;
    }
    writer->is_in_table = false;
    size_t hashes = strspn(line, "#");
    size_t blanks = strspn(line, " ");
    size_t digits = strspn(line + blanks, "0123456789");
    bool is_bullet = g_str_has_prefix(line + blanks, "- ");
    bool is_numbered = digits > 0 && line[blanks + digits] == '.';
    g_autofree char *marker = is_numbered ? g_strndup(line + blanks, digits + 1) : g_strdup(is_bullet ? "-" : "");
    bool is_item = is_bullet || is_numbered;
    if (hashes > 0) {
        open_section(writer, (guint)hashes, line + hashes + 1);
    }
    SamsokBlock block = {
        .kind = hashes > 0 ? SAMSOK_BLOCK_HEADING : is_item ? SAMSOK_BLOCK_LIST_ITEM : SAMSOK_BLOCK_PARAGRAPH,
        .level = hashes > 0 ? (guint)hashes : is_item ? 1 + (guint)blanks / 2 : 0,
        .number = "",
        .marker = marker,
        .text = hashes > 0 ? line + hashes + 1 : is_item ? line + blanks + strlen(marker) + 1 : line,
        .language = "nb",
        .section = writer->depth == 0 ? SAMSOK_NONE : writer->open[writer->depth],
    };
    samsok_builder_add_block(writer->builder, &block);
    writer->count++;
}

static SamsokDocument *document_of(const char *title, const char *text)
{
    g_autoptr(GArray) sections = g_array_new(FALSE, FALSE, sizeof(SamsokSection));
    Writer writer = {.builder = samsok_builder_new(), .sections = sections};
    SamsokMetadata *metadata = samsok_metadata_new();
    if (title != NULL) {
        samsok_metadata_set(metadata, SAMSOK_FIELD_TITLE, title, SAMSOK_SOURCE_FILE);
    }
    samsok_builder_take_metadata(writer.builder, metadata);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        write_line(&writer, lines[i]);
    }
    close_sections(&writer, 1);
    for (guint i = 0; i < sections->len; i++) {
        samsok_builder_add_section(writer.builder, &g_array_index(sections, SamsokSection, i));
    }
    return samsok_builder_finish(writer.builder);
}

/* A line for each point but findings: its kind's first letter and its text, parts of it joined by «/». */
static char *described(const GPtrArray *points)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < points->len; i++) {
        const SamsokPoint *point = g_ptr_array_index(points, i);
        if (point->kind != SAMSOK_POINT_FINDING) {
            g_autofree char *text = g_strdelimit(g_strdup(point->text), "\n", '/');
            g_string_append_printf(out, "%s%c %s", out->len == 0 ? "" : "\n",
                                   samsok_point_kind_name(point->kind)[0], text);
        }
    }
    return g_string_free(out, FALSE);
}

typedef struct {
    const char *text;
    const char *expected;
} Case;

static void expect_all(const char *title, const Case *cases, gsize count)
{
    for (gsize i = 0; i < count; i++) {
        g_autoptr(SamsokDocument) document = document_of(title, cases[i].text);
        g_autoptr(GPtrArray) points = samsok_points(document);
        g_autofree char *got = described(points);
        assert_string_equal(got, cases[i].expected);
    }
}
#define EXPECT(cases) expect_all(NULL, cases, G_N_ELEMENTS(cases))

/* ---- Lists ------------------------------------------------------------------------------------------ */

static void a_column_of_a_table_may_hold_points(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Funn\n| Funn | Anbefaling |\n| Tomme hyller | Tell hyllene i mai. |\n| Ingen nøkkel | – |",
         "r Tell hyllene i mai."},
        {"# Funn\n| Funn | Anbefalt tiltak |\n| Tomme hyller | Tell hyllene i mai. |", "r Tell hyllene i mai."},
        {"# Merknad\n| Tips |\n| Fjern hyllene først. |", ""},
        {"# Merknad\n| Ikon | Tips |\n| Pære | Fjern hyllene først. |", ""},
        {"# Ord\n| Ord | Forklaring |\n| Hylle | Det som står i arkivet. |", ""},
    };
    EXPECT(cases);
}

static void bullets_stand_below_the_number_before_them(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Forslag\n1. Felles nøkkel\n- Hvorfor: Den blir borte.\n- Hvordan: Fylket lager den.\n2. Malt dør",
         "r Felles nøkkel/- Hvorfor: Den blir borte./- Hvordan: Fylket lager den.\nr Malt dør"},
    };
    EXPECT(cases);
}

static void names_of_things_are_no_orders(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Om hyller\n- Krav til hyller\n- Ny dør\n- Svar om nøkkelen\n- Flytting i juni", ""},
    };
    EXPECT(cases);
}

static void marks_of_emphasis_hide_no_order(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Gode møter\n- **Vær konkret:** Da går det fort.\n- **Still spørsmål:** Spør igjen.\n"
         "- _Del opp saken._",
         "a **Vær konkret:** Da går det fort.\na **Still spørsmål:** Spør igjen.\na _Del opp saken._"},
        {"# Gode møter\n**Tips:** Tell hyllene først.\nHusk: Nøkkelen ligger hos fylket.",
         "a Tell hyllene først.\na Nøkkelen ligger hos fylket."},
    };
    EXPECT(cases);
}

static void orders_may_begin_with_what_limits_them(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Om hyller\n- Unngå tomme hyller.\n- Ikke flytt om vinteren.\n- Bruk alltid hansker.",
         "a Unngå tomme hyller.\na Ikke flytt om vinteren.\na Bruk alltid hansker."},
        {"# Om hyller\n- Ikkje flytt om vinteren.\n- Spør alltid arkivet.\n- Ver tidleg ute.",
         "a Ikkje flytt om vinteren.\na Spør alltid arkivet.\na Ver tidleg ute."},
        {"# Om hyller\n- Ikke hyller\n- Ikke arkiv\n- Ikke nøkler", ""},
    };
    EXPECT(cases);
}

static void steps_at_a_keyboard_are_no_advice(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Kopi\nKopi tas slik:\n1. Stopp tjenesten\n2. Ta en kopi av mappen\n3. Start tjenesten på nytt", ""},
        {"# Skjema\n1. Gå til nettsiden\n2. Velg «Nytt skjema»\n3. Fyll ut feltene\n4. Send inn skjemaet", ""},
        {"# Tema\n- Bruk `data-size` for størrelse.\n- Sett `data-color` i filen.\n- Legg `css` først.", ""},
    };
    EXPECT(cases);
}

static void an_item_goes_on_in_the_paragraph_below_it(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Åpning\nFør flyttingen bør du gjøre følgende:\n- **Tell hyllene**\nTallet trengs senere.\n"
         "- **Mål rommet**\nMål også døren.\n- **Spør fylket**\nFylket har nøkkelen.\nArkivet ble flyttet i mai.",
         "r **Tell hyllene**/Tallet trengs senere.\nr **Mål rommet**/Mål også døren.\n"
         "r **Spør fylket**/Fylket har nøkkelen."},
        {"# Åpning\nVi anbefaler:\n- hyller\n- nøkler\nDette har arkivet i dag:\n- dører\n- vinduer",
         "r hyller\nr nøkler"},
    };
    EXPECT(cases);
}

static void what_a_list_builds_on_is_not_what_it_is(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Anbefalinger basert på hva vi har lært\n- Hyllene telles.\n- Døren males.",
         "r Hyllene telles.\nr Døren males."},
        {"# Mål\nGjennom disse hovedmålene vil vi oppnå at:\n- Hyllene blir fulle.\n- Døren er åpen.", ""},
        {"# Arkiv\nPå grunnlag av erfaringene gir vi disse rådene:\n- Tell hyllene.\n- Mål døren.",
         "a Tell hyllene.\na Mål døren."},
    };
    EXPECT(cases);
}

static void another_label_takes_the_list_from_its_heading(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# God praksis i fylkene\nHensikt:\n- Gi en samlet framstilling\n- Vise hva som finnes", ""},
        {"# God praksis i fylkene\n- Gi alle en nøkkel\n- Tell hyllene", "a Gi alle en nøkkel\na Tell hyllene"},
    };
    EXPECT(cases);
}

static void lists_are_announced_in_many_ways(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Drift\nEn anbefalt praksis er:\n- Egne hyller\n- Felles nøkler", "r Egne hyller\nr Felles nøkler"},
        {"# Drift\nVurder følgende tilpasninger:\n- Egne hyller\n- Felles nøkler", "a Egne hyller\na Felles nøkler"},
        {"# Drift\nFor å lykkes må kommunen:\n- eie hyllene\n- ha nøkkelen", "r eie hyllene\nr ha nøkkelen"},
        {"# Drift\nDet er viktig å:\n- telle hyllene\n- måle døren", "a telle hyllene\na måle døren"},
        {"# Anbefalte tiltak\n- Egne hyller\n- Felles nøkler", "r Egne hyller\nr Felles nøkler"},
        {"# Utvalgets forslag\n- Egne hyller\n- Felles nøkler", "r Egne hyller\nr Felles nøkler"},
        {"# Våre forslag til tiltak\n- Egne hyller\n- Felles nøkler", "r Egne hyller\nr Felles nøkler"},
        {"# Forbedringsområder\n- Egne hyller\n- Felles nøkler", "r Egne hyller\nr Felles nøkler"},
        {"# Hva bør gjøres?\n- Egne hyller\n- Felles nøkler", "r Egne hyller\nr Felles nøkler"},
        {"# Beste praksis\n- Egne hyller\n- Felles nøkler", "a Egne hyller\na Felles nøkler"},
        {"# Sjekkliste\n- Har dere hyller?\n- Hvem har nøkkelen?", "a Har dere hyller?\na Hvem har nøkkelen?"},
        {"# Drift\n**Vi anbefaler:**\n- Egne hyller\n- Felles nøkler", "r Egne hyller\nr Felles nøkler"},
        {"# Råd\n**Dette har arkivet:**\n- Egne hyller\n- Felles nøkler", ""},
        {"# Hva kan andre lære av dette?\n- Hyller er dyre\n- Nøkler blir borte",
         "l Hyller er dyre\nl Nøkler blir borte"},
        {"# Drift\nUtvalget vil tilrå at:\n- fylket eier hyllene\n- arkivet har nøkkelen",
         "r fylket eier hyllene\nr arkivet har nøkkelen"},
        {"# Drift\nMe rår kommunane til å:\n- telja hyllene\n- måla døra", "a telja hyllene\na måla døra"},
        {"# Referat\nDet kom framlegg om ei felles nettside.", "r Det kom framlegg om ei felles nettside."},
        {"# Fallgruver\n- For mange hyller\n- Ingen nøkkel", "a For mange hyller\na Ingen nøkkel"},
        {"# Anbefalinger\nFylket bør eie hyllene.\n- Nøkkelen leveres.\n- Døren males.\nFlyttingen er i mai.",
         "r Fylket bør eie hyllene.\nr Nøkkelen leveres.\nr Døren males."},
        {"# Viktige grep for å lykkes\n- Ro\n- Tid", "a Ro\na Tid"},
        {"# Drift\n**Vår anbefaling:** Tell hyllene.", "r Tell hyllene."},
        {"# Drift\nGrep 1: Tell hyllene\nGrep 2: Mål døren", "a Tell hyllene\na Mål døren"},
        {"# Bør utforskes videre\n- Egne hyller\n- Felles nøkler", "r Egne hyller\nr Felles nøkler"},
        {"# Læringspunkter\n## Drift\n- Hyller er dyre\n- Nøkler blir borte",
         "l Hyller er dyre\nl Nøkler blir borte"},
        {"# Hva vi lærte\n- Hyller er dyre\n- Nøkler blir borte", "l Hyller er dyre\nl Nøkler blir borte"},
        {"# Læring på tvers av fylker\n- Hyller er dyre\n- Nøkler blir borte",
         "l Hyller er dyre\nl Nøkler blir borte"},
        {"# Erfaringar og læring\n- Hyller er dyre\n- Nøklar blir borte",
         "l Hyller er dyre\nl Nøklar blir borte"},
        {"# Veien videre\n- Arkivet bør eie hyllene.\n- Fylket bør få nøkkelen.\n- Møte i mai.",
         "r Arkivet bør eie hyllene.\nr Fylket bør få nøkkelen."},
        {"# Vegen vidare\n- Møte i mai.\n- Flytting i juni.", ""},
        {"# Status\nDepartementet har satt i verk følgende tiltak:\n- Egne hyller\n- Felles nøkler", ""},
        {"# Opplæring\n- Kurs i hyller\n- Kurs i nøkler", ""},
        {"# Eksisterende tiltak\n- Egne hyller\n- Felles nøkler", ""},
    };
    EXPECT(cases);
}

/* ---- Running text ----------------------------------------------------------------------------------- */

static void running_text_recommends_in_many_ways(void **state)
{
    (void)state;
    static const char *const recommend[] = {
        "Vi foreslår at fylket eier hyllene.",
        "Difi foreslår at fylket eier hyllene.",
        "Det foreslås at fylket eier hyllene.",
        "Det blir føreslått at fylket eig hyllene.",
        "Foreslår å telle hyllene før flyttingen.",
        "Her rår vi til å telje hyllene.",
        "Vi rår difor fylket til å telje hyllene.",
        "Me tilrår at fylket eig hyllene.",
        "Riksrevisjonen anbefaler departementet å telle hyllene.",
        "Ombudsmannen ber departementet vurdere om hyllene kan telles.",
        "Vi oppfordrer alle fylker til å telle hyllene.",
        "Det er sterkt anbefalt å telle hyllene.",
        "NAV mener at fylket bør eie hyllene.",
        "Rådet vårt er å telje hyllene.",
        "Utvalget vil tilrå at fylket eier hyllene.",
        "Utvalgets hovedanbefaling er at fylket eier hyllene.",
        "Etter utvalgets vurdering bør fylket eie hyllene.",
        "Mindretallet, medlemmene Hansen og Olsen, går inn for nye hyller.",
        "Det er derfor vår anbefaling at hyllene telles.",
        "Kommunene oppfordres til å telle hyllene.",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(recommend); i++) {
        g_autofree char *expected = g_strconcat("r ", recommend[i], NULL);
        const Case one[] = {{recommend[i], expected}};
        EXPECT(one);
    }
}

static void running_text_tells_what_was_learnt(void **state)
{
    (void)state;
    static const char *const learn[] = {
        "En viktig lærdom er at hyller må telles.",
        "Ein viktig lærdom frå flyttinga er at hyller må teljast.",
        "Erfaringene viser at hyller er dyre.",
        "Erfaringar frå fylka viser at hyller er dyre.",
        "Vi har lært at hyller er dyre.",
        "Læringspunktet er at hyller er dyre.",
        "Vår erfaring er at hyller er dyre.",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(learn); i++) {
        g_autofree char *expected = g_strconcat("l ", learn[i], NULL);
        const Case one[] = {{learn[i], expected}};
        EXPECT(one);
    }
}

static void what_only_sounds_so_is_none(void **state)
{
    (void)state;
    static const char *const nothing[] = {
        "Det anbefales at du leser om hyller i dokumentasjonen.",
        "Feltet er ikke obligatorisk, men anbefales brukt i arkiver.",
        "I dette kapittelet foreslår vi en fremgangsmåte for å telle hyller.",
        "Før man ser på hvordan dette anbefales i arkivet, telles hyllene.",
        "Det anbefales å benytte dokumentasjonen sammen med beskrivelsen.",
        "Svaret har en lenke som fylket oppfordres til å følge.",
        "På klimaområdet vil Regjeringen foreslå nye tiltak.",
        "Det er en slik åpning organisasjonen som Hansen leder, går inn for.",
        "KITH oppfordrer leserne til å rapportere feil i dokumentet.",
        "<Svar>Ny telling anbefales.</Svar>",
        "Departementets forslag ble behandlet i mai.",
        "Ola foreslår Kari til vervet.",
        "Vi ber om svar innen 1. mai.",
        "Hun har lang erfaring med hyller.",
        "Elevene har lært å telle.",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(nothing); i++) {
        const Case one[] = {{nothing[i], ""}};
        EXPECT(one);
    }
}

static void paragraphs_below_a_chapter_of_recommendations_count(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Anbefalinger\n## Styring\nArkivet ligger hos fylket.\nDepartementet bør eie hyllene.\n"
         "## Drift\nFylket bør få nøkkelen.\n# Vedlegg\nFylket bør svare.",
         "r Departementet bør eie hyllene.\nr Fylket bør få nøkkelen."},
    };
    EXPECT(cases);
}

static void what_a_report_gathers_is_not_told_twice(void **state)
{
    (void)state;
    const Case cases[] = {
        {"# Drift\nVi foreslår at fylket eier hyllene.\n# Oppsummering av anbefalinger\n- Fylket eier hyllene.\n"
         "- Arkivet maler døren.\n- Alle får en nøkkel.\n- Loftet tømmes.\n- Gulvet vaskes.",
         "r Fylket eier hyllene.\nr Arkivet maler døren.\nr Alle får en nøkkel.\nr Loftet tømmes.\nr Gulvet vaskes."},
        {"# Drift\nErfaringene viser at hyller er dyre.\n# Læringspunkter\n- Hyller er dyre.\n- Nøkler blir borte.\n"
         "- Dører må males.\n- Loft er kalde.\n- Gulv er harde.",
         "l Hyller er dyre.\nl Nøkler blir borte.\nl Dører må males.\nl Loft er kalde.\nl Gulv er harde."},
        {"# Rangering av foreløpige forslag\n- Hyller\n- Nøkler", ""},
    };
    EXPECT(cases);
}

/* A list of letters that holds back what its own pattern matches loses points without a word. */
static void no_list_of_letters_holds_back_what_its_pattern_matches(void **state)
{
    (void)state;
    static const struct {
        SamsokPointPattern pattern;
        const char *text;
    } all[] = {
        {SAMSOK_POINT_PATTERN_RECOMMENDS, "Forslaget vårt er å slå dei saman."},
        {SAMSOK_POINT_PATTERN_RECOMMENDS, "Rådet vårt er å vente."},
        {SAMSOK_POINT_PATTERN_RECOMMENDS, "Vi vil rå til at oppdraga blir samla."},
        {SAMSOK_POINT_PATTERN_RECOMMENDS, "Me vil rå frå dette."},
        {SAMSOK_POINT_PATTERN_RECOMMENDS, "Utvalget må rå fra ordningen."},
        {SAMSOK_POINT_PATTERN_RECOMMENDS, "Vi rår kommunane til å vente."},
        {SAMSOK_POINT_PATTERN_RECOMMENDS, "Direktoratet fraråder at ordningen føres videre."},
        {SAMSOK_POINT_PATTERN_RECOMMENDS, "Det anbefales ikke."},
        {SAMSOK_POINT_PATTERN_RECOMMENDS, "Det er tilrådd å vente."},
        {SAMSOK_POINT_PATTERN_RECOMMENDS, "Utvalet føreslo ei ny ordning."},
        {SAMSOK_POINT_PATTERN_RECOMMENDS, "Ombudet ber departementet om å vurdere det."},
        {SAMSOK_POINT_PATTERN_RECOMMENDS, "Riksrevisjonen ber om at det blir gjort."},
        {SAMSOK_POINT_PATTERN_RECOMMENDS, "Flertallet i utvalget går inn for ordningen."},
        {SAMSOK_POINT_PATTERN_RECOMMENDS, "Tilsynet peker på at rutinen burde endres."},
        {SAMSOK_POINT_PATTERN_RECOMMENDS, "Fylka oppmodar staten om å vente."},
        {SAMSOK_POINT_PATTERN_RECOMMENDS, "Kommunene oppfordres til å delta."},
        {SAMSOK_POINT_PATTERN_LEARNS, "Røynsla er at det tek tid."},
        {SAMSOK_POINT_PATTERN_LEARNS, "Røynslene viser at det tek tid."},
        {SAMSOK_POINT_PATTERN_LEARNS, "Vi har erfart at det tar tid."},
        {SAMSOK_POINT_PATTERN_LEARNS, "En viktig lærdom er tålmodighet."},
        {SAMSOK_POINT_PATTERN_LEARNS, "Læringspunktet er enkelt."},
        {SAMSOK_POINT_PATTERN_LEARNS, "Et lærepunkt her er tid."},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(all); i++) {
        assert_true(g_regex_match(samsok_point_pattern(all[i].pattern), all[i].text, 0, NULL));
        assert_true(samsok_point_may_match(all[i].pattern, all[i].text, strlen(all[i].text)));
    }
}

static void no_list_of_letters_holds_back_what_announces(void **state)
{
    (void)state;
    static const char *const all[] = {
        "Tiltaka blir retta inn mot:", "Arbeidet rettes inn mot disse feltene:", "Læring på tvers",
        "Hva vi har lært",             "Gode råd",                              "Vi rår alle til:",
        "Husk å tenke på:",            "Tips til deg",                          "God praksis",
        "Huskeliste",                  "Slik lykkes du",                        "Fallgruver",
        "Viktige grep",                "Anbefalinger",                          "Tilrådingar",
        "Aktuelle tiltak",             "Bør utredes",                           "Hva kan kommunen gjøre",
        "Framlegg",                    "Mulige forbedringer",                   "Innsatsområder",
        "Hovudmål",                    "Focus areas",                           "Areas of effort",
        "Advice",                      "Lessons learned",                       "Recommendations"};
    for (gsize i = 0; i < G_N_ELEMENTS(all); i++) {
        assert_true(samsok_point_may_announce(all[i]));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_column_of_a_table_may_hold_points),
        cmocka_unit_test(bullets_stand_below_the_number_before_them),
        cmocka_unit_test(names_of_things_are_no_orders),
        cmocka_unit_test(marks_of_emphasis_hide_no_order),
        cmocka_unit_test(orders_may_begin_with_what_limits_them),
        cmocka_unit_test(steps_at_a_keyboard_are_no_advice),
        cmocka_unit_test(an_item_goes_on_in_the_paragraph_below_it),
        cmocka_unit_test(what_a_list_builds_on_is_not_what_it_is),
        cmocka_unit_test(another_label_takes_the_list_from_its_heading),
        cmocka_unit_test(lists_are_announced_in_many_ways),
        cmocka_unit_test(running_text_recommends_in_many_ways),
        cmocka_unit_test(running_text_tells_what_was_learnt),
        cmocka_unit_test(what_only_sounds_so_is_none),
        cmocka_unit_test(no_list_of_letters_holds_back_what_its_pattern_matches),
        cmocka_unit_test(no_list_of_letters_holds_back_what_announces),
        cmocka_unit_test(what_a_report_gathers_is_not_told_twice),
        cmocka_unit_test(paragraphs_below_a_chapter_of_recommendations_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
