/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is a reference, what it says, and what only looks like one. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "core/insight/references.h"
#include "core/model/builder.h"

static void append(GString *out, const char *name, const char *value)
{
    if (*value != '\0') {
        g_string_append_printf(out, " %s=%s", name, value);
    }
}

/* "form series=… number=… year=…; …": what is known of each reference in `references`. */
static char *described(const GPtrArray *references)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < references->len; i++) {
        const SamsokReference *reference = g_ptr_array_index(references, i);
        g_string_append_printf(out, "%s%s", i == 0 ? "" : "; ", samsok_reference_form_name(reference->form));
        append(out, "series", reference->series);
        append(out, "number", reference->number);
        if (reference->year != 0) {
            g_string_append_printf(out, " year=%u", reference->year);
        }
        append(out, "author", reference->author);
        append(out, "title", reference->title);
        append(out, "chapter", reference->chapter);
        append(out, "page", reference->page);
    }
    return g_string_free(out, FALSE);
}

typedef struct {
    const char *text;
    const char *expected;
} Case;

static void expect_all(const Case *cases, gsize count)
{
    g_autoptr(SamsokReferenceFinder) finder = samsok_reference_finder_new();
    for (gsize i = 0; i < count; i++) {
        g_autoptr(GPtrArray) references =
            samsok_reference_finder_text(finder, cases[i].text, SAMSOK_CITING_BODY);
        g_autofree char *got = described(references);
        assert_string_equal(got, cases[i].expected);
    }
}
#define EXPECT(cases) expect_all(cases, G_N_ELEMENTS(cases))

static void series_and_number_are_read_in_every_order(void **state)
{
    (void)state;
    const Case cases[] = {
        {"Som vist i Difi-rapport 2016:08 kap. 5.7 er det slik.",
         "number series=Difi-rapport number=2016:08 year=2016 chapter=5.7"},
        {"Se Difi-notat 2017:2, s. 9.", "number series=Difi-notat number=2017:2 year=2017 page=9"},
        {"DFØ-rapport 2024:3 og DFØ-rapport nr. 2024:14",
         "number series=DFØ-rapport number=2024:3 year=2024; number series=DFØ-rapport number=2024:14 year=2024"},
        {"Rapport 1/2017 fra DFØ", "number series=Rapport number=1/2017 year=2017"},
        {"Difis rapport 2014:7 sier", "number series=Difi-rapport number=2014:7 year=2014"},
        {"I Difi-veileder 2017:1 står", "number series=Difi-veileder number=2017:1 year=2017"},
        {"Fafo-rapport 2020:02", "number series=Fafo-rapport number=2020:02 year=2020"},
        {"NIFU-rapport 37/2014", "number series=NIFU-rapport number=37/2014 year=2014"},
        {"Rokkansenteret Rapport 6-2016 viser", "number series=Rokkansenteret-rapport number=6/2016 year=2016"},
        {"Denne rapport 2014:7", "number series=Rapport number=2014:7 year=2014"},
        {"slik rapporten 2014:7 viste", "number series=Rapport number=2014:7 year=2014"},
    };
    EXPECT(cases);
}

static void papers_of_parliament_have_their_session(void **state)
{
    (void)state;
    const Case cases[] = {
        {"NOU 2005: 6 vedlegg", "number series=NOU number=2005:6 year=2005"},
        {"Meld. St. 19 (2008–2009)", "number series=Meld. St. number=19 year=2008"},
        {"i St.meld. nr. 19 sto", "number series=St.meld. number=19"},
        {"Riksrevisjonens Dok. 3:3 (2012–2013)", "number series=Dok. number=3:3 year=2012"},
        {"jf. Prop. 1 S om budsjettet", "number series=Prop. number=1 S"},
        {"Ot.prp.nr.20 (2007–2008), Innst.O.nr.45 (2007–2008)",
         "number series=Ot.prp. number=20 year=2007; number series=Innst. number=45 year=2007"},
        {"Dokument 3 i saken", ""},
    };
    EXPECT(cases);
}

static void number_alone_needs_something_that_says_so(void **state)
{
    (void)state;
    const Case cases[] = {
        {"(2014:7)", "number number=2014:7 year=2014"},
        {"Difi 2014:7 beskriver", "number number=2014:7 year=2014 author=Difi"},
        {"Difi-rapport 2014:7 og 2016:8",
         "number series=Difi-rapport number=2014:7 year=2014; number number=2016:8 year=2016"},
        {"møtet kl. 20:15 og 2014:7 kroner", ""},
        {"ISO 9001:2015 og NS-EN 14001:2004", ""},
        {"SOU 2014:7", ""},
        {"§ 2-1 i loven, ISSN 1890-6583, 2014-2017, 2.1.2014", ""},
        {"Årsrapport 2016-17 og rapport 2016-17", ""},
        {"målestokk 1:2000 i 2014, 12:30:15", ""},
    };
    EXPECT(cases);
}

static void quoted_title_needs_a_cue(void **state)
{
    (void)state;
    const Case cases[] = {
        {"i rapporten «Ikke bare pådriver… Om utøvelsen». (2016)",
         "title year=2016 title=Ikke bare pådriver… Om utøvelsen"},
        {"«Mot alle odds»-rapporten bygget på dette", "title title=Mot alle odds"},
        {"effektivisering, «Nøklene til handlingsrommet» (Difi 2016)",
         "title year=2016 author=Difi title=Nøklene til handlingsrommet"},
        {"notatet “Felles problem” ble lagt fram", "title title=Felles problem"},
        {"en Difi-rapport fra 2010 («Saman om felles mål») der",
         "title series=Difi-rapport year=2010 author=Difi title=Saman om felles mål"},
        {"«Saman om felles mål?» (Difi-rapport 2010:18)",
         "number series=Difi-rapport number=2010:18 year=2010 title=Saman om felles mål?"},
        {"begrepet «Gjenstridige problemer» brukes", ""},
        {"vil «mulighetsrommet i stor grad være politisk definert», (Difi 2014)", "author-year year=2014 author=Difi"},
        {"«Samordning er krevende for alle.» (Difi 2014)", "author-year year=2014 author=Difi"},
        {"Ridley Scotts «Blade Runner» (1982)", ""},
        {"regjeringens «Program for bedre styring og ledelse» (PSL)", "title title=Program for bedre styring og ledelse"},
    };
    EXPECT(cases);
}

static void author_and_year_are_told_from_places_and_months(void **state)
{
    (void)state;
    const Case cases[] = {
        {"(Difi 2014)", "author-year year=2014 author=Difi"},
        {"(Difi 2014; NIFU 2013, s. 4)",
         "author-year year=2014 author=Difi; author-year year=2013 author=NIFU page=4"},
        {"(Waterman, Peters & Phillips 1980)", "author-year year=1980 author=Waterman, Peters & Phillips"},
        {"Christensen og Lægreid (2018) viser", "author-year year=2018 author=Christensen og Lægreid"},
        {"jf. Hansen mfl. (2012: 34)", "author-year year=2012 author=Hansen mfl. page=34"},
        {"(se Kunnskapsdepartementet 2013)", "author-year year=2013 author=Kunnskapsdepartementet"},
        {"(høsten 2014), (mai 2012), (Oslo 2010), (Arkivlova 1992), (2014–2017)", ""},
        {"Paris (1889)", ""},
        {"bilde](SkattemeldingForMva2020.png)", ""},
    };
    EXPECT(cases);
}

static void mentions_say_what_they_can(void **state)
{
    (void)state;
    const Case cases[] = {
        {"å følge opp Difi-rapporten fra 2014 ble", "mention series=Difi-rapport year=2014 author=Difi"},
        {"Rapporten fra prosjektet ble lagt fram høsten 2014. Rapporten følger opp", "mention year=2014"},
        {"veilederen om organisering fra 2010 der", "mention year=2010"},
        {"på grunnlag av rapporten om deres samordningsroller. Vi", "mention"},
        {"i 2014-rapporten", "mention year=2014"},
        {"basert på tidligere Difi-undersøkelser,", "mention author=Difi"},
        {"Denne rapporten tar for seg. Rapporten drøfter. Vi rapporterer om 2014.", ""},
        {"sendte meldingen om forliset", ""},
    };
    EXPECT(cases);
}

static void places_are_code_points(void **state)
{
    (void)state;
    g_autoptr(SamsokReferenceFinder) finder = samsok_reference_finder_new();
    const char *text = "Også «blåbær» på øya: Difi-rapport 2014:7.";
    g_autoptr(GPtrArray) references =
        samsok_reference_finder_text(finder, text, SAMSOK_CITING_BODY);
    assert_int_equal(references->len, 1);
    const SamsokReference *reference = g_ptr_array_index(references, 0);
    g_autofree char *span = g_utf8_substring(text, reference->start, reference->end);
    assert_string_equal(span, "Difi-rapport 2014:7");
    assert_string_equal(reference->text, span);
    assert_int_equal(reference->serial, 7);
}

/* ---- A reference list ------------------------------------------------------------------------------- */

static guint add_block(SamsokBuilder *builder, SamsokBlockKind kind, const char *text)
{
    SamsokBlock block = {
        .kind = kind,
        .level = kind == SAMSOK_BLOCK_HEADING ? 1 : 0,
        .number = "",
        .marker = "",
        .text = text,
        .language = "nb",
    };
    return samsok_builder_add_block(builder, &block);
}

static void entries_of_a_list_are_parsed_whole(void **state)
{
    (void)state;
    SamsokBuilder *builder = samsok_builder_new();
    samsok_builder_take_metadata(builder, samsok_metadata_new());
    add_block(builder, SAMSOK_BLOCK_HEADING, "Referanser");
    add_block(builder, SAMSOK_BLOCK_PARAGRAPH,
              "Difi (2014). Mot alle odds? Veier til samordning i norsk forvaltning. Difi-rapport 2014:7. Oslo.");
    add_block(builder, SAMSOK_BLOCK_PARAGRAPH,
              "Christensen, T. og Lægreid, P. (2018): Coordination quality in central government. Public Review, 18.");
    add_block(builder, SAMSOK_BLOCK_PARAGRAPH, "Se også nettsidene.");
    SamsokSection section = {.number = "",
                             .title = "Referanser",
                             .level = 1,
                             .parent = SAMSOK_NONE,
                             .heading = 0,
                             .first_block = 0,
                             .end_block = 4,
                             .kind = SAMSOK_SECTION_REFERENCES};
    samsok_builder_add_section(builder, &section);
    g_autoptr(SamsokDocument) document = samsok_builder_finish(builder);
    g_autoptr(SamsokReferenceFinder) finder = samsok_reference_finder_new();
    g_autoptr(GPtrArray) references = samsok_reference_finder_document(finder, document);
    g_autofree char *got = described(references);
    assert_string_equal(got, "number series=Difi-rapport number=2014:7 year=2014 author=Difi "
                             "title=Mot alle odds? Veier til samordning i norsk forvaltning; "
                             "listed year=2018 author=Christensen, T. og Lægreid, P. "
                             "title=Coordination quality in central government");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(series_and_number_are_read_in_every_order),
        cmocka_unit_test(papers_of_parliament_have_their_session),
        cmocka_unit_test(number_alone_needs_something_that_says_so),
        cmocka_unit_test(quoted_title_needs_a_cue),
        cmocka_unit_test(author_and_year_are_told_from_places_and_months),
        cmocka_unit_test(mentions_say_what_they_can),
        cmocka_unit_test(places_are_code_points),
        cmocka_unit_test(entries_of_a_list_are_parsed_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
