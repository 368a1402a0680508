/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The wording by which Norwegian reports announce points, bokmål, nynorsk and English. */
#ifndef SAMSOK_INSIGHT_POINT_CUES_H
#define SAMSOK_INSIGHT_POINT_CUES_H

#include "core/insight/points.h"

#include <stdbool.h>

G_BEGIN_DECLS

/* A kind and the words that told it, bytes [start, end) of the text that was asked about. */
typedef struct {
    SamsokPointKind kind;
    guint start;
    guint end;
} SamsokPointCue;

/* The kind that a heading or the sentence before a list announces; the last word on it counts, and
 * what the text only builds on («på grunnlag av læringspunktene») does not. False: none. */
bool samsok_cue_announced(const char *text, SamsokPointCue *out);
/* Conditions for success, which are advice when they are put as orders: «forutsetninger:». */
bool samsok_cue_conditions(const char *text, SamsokPointCue *out);
/* Opens what was experienced: «Erfaringer», «Våre erfaringer med …». Learning points when a list
 * follows; a chapter of that name tells much else too. */
bool samsok_cue_experience(const char *text, SamsokPointCue *out);
/* A sentence that a list completes: «Departementet bør:». */
bool samsok_cue_should(const char *text, SamsokPointCue *out);
/* Says «bør». */
bool samsok_cue_ought(const char *text);
/* A title that states something: no question, no speaker, nothing that is only asked about. */
bool samsok_cue_states(const char *title);
/* Says «bør» or «må», or recommends by its verb. */
bool samsok_cue_demands(const char *text);
/* A lead-in to what one is told to think of: «Det er viktig å:», «Vurder følgende:». */
bool samsok_cue_matters(const char *text, SamsokPointCue *out);
/* Leads into what somebody holds, of which some is asked for: «Hovedsynspunktene i høringssvaret:». */
bool samsok_cue_positions(const char *text, SamsokPointCue *out);
/* What was learnt stands beside what `cue` announces in `text`: «Erfaringer og råd». */
bool samsok_cue_learned_too(const char *text, const SamsokPointCue *cue);
/* Opens what comes next, plans as well as proposals: «Veien videre». */
bool samsok_cue_onward(const char *title);
/* Gathers what was recommended before: «Oppsummering av anbefalinger». */
bool samsok_cue_sums_up(const char *title);
/* A label that takes what stands below it from its heading: «Hensikt:», «Eksempel:». */
bool samsok_cue_other_label(const char *text);
/* A line of a programme: «Kl. 09.15 Velkommen». */
bool samsok_cue_clock(const char *text);
/* The name that an item or paragraph begins with, and its number: «Råd 3: », «Anbefaling: ». `out`
 * ends where the item's own words begin. Owner: *out_number is the caller's; "" for none. */
bool samsok_cue_named(const char *text, SamsokPointCue *out, char **out_number);
/* The same of a name and number that stand alone on their line: «Råd 2». */
bool samsok_cue_numbered_label(const char *text, SamsokPointCue *out, char **out_number);
/* A title that counts what it announces: «Ni gode råd for …». */
bool samsok_cue_counted(const char *title, SamsokPointCue *out);
/* A sentence that recommends by its verb: «Vi anbefaler at …». */
bool samsok_cue_recommends(const char *sentence, gsize len);
/* A sentence that draws something from an experience: «Erfaringene viser at …». */
bool samsok_cue_learns(const char *sentence, gsize len);
/* A sentence that gives advice without the word: «Det kan være lurt å …»; not one that a person is quoted by. */
bool samsok_cue_advises(const char *sentence, gsize len);
/* A sentence that says what should be done, in any way. */
bool samsok_cue_asks(const char *sentence, gsize len);
/* A sentence that advises against. */
bool samsok_cue_negates(const char *sentence, gsize len);
/* What is told of a meeting proposes: «Forslag om …», «Det ble foreslått …», «ønskes», «bør». */
bool samsok_cue_proposes(const char *sentence, gsize len);
/* A lead-in to what was proposed in a meeting: «Vi fikk følgende forslag:». */
bool samsok_cue_gathers(const char *text);
/* A title that opens what others said: «Referat», «Oppsummering fra dialogmøtet», «Tilbakemeldinger». */
bool samsok_cue_minutes(const char *text);
/* A finished sentence that still leads into what follows: «… trekke frem følgende.» */
bool samsok_cue_points_ahead(const char *sentence, gsize len);
/* A short sentence that goes on about the one before it: «De er:», «Disse er følgende:». */
bool samsok_cue_takes_up(const char *sentence, gsize len);
/* A text that begins with an order: «Etabler», «Legg om», «Sørg for». */
bool samsok_cue_orders(const char *text);
/* A text that begins with what to do, as an order or an infinitive: «Forankre planen», «å forankre planen». */
bool samsok_cue_does(const char *text);
/* The same where nothing announces an order: nothing that is done at a keyboard. */
bool samsok_cue_commands(const char *text);
/* A sentence of running text that bids its reader do something, by a verb of advice: «Avklar hvem som …», «Er
 * dere i tvil, spør …»; not one that sends him to another page. */
bool samsok_cue_bids(const char *sentence, gsize len);
/* False when no sentence of the text bids; quick. */
bool samsok_cue_may_bid(const char *text);
/* Behind marks of emphasis, and behind «Ikke» and «Alltid», which an order may begin with. */
const char *samsok_cue_order_start(const char *text);
/* A finite verb follows soon in the text's first clause, which so orders nothing: «Senter for samordning har …». */
bool samsok_cue_has_verb_soon(const char *text);
/* What stands behind a word follows a noun and no order or infinitive: « i styringen», « og tid». */
bool samsok_cue_is_behind_noun(const char *text);

/* A title of a manual: «Brukerveiledning …», «… håndbok». */
bool samsok_cue_manual(const char *title);
/* Opens steps of a process, or names what is no order: «Aktiviteter», «Vedlegg». */
bool samsok_cue_procedure(const char *text);

/* Wording of laws, standards and manuals, by which they are told from reports. */
bool samsok_cue_requires(const char *sentence, gsize len);
/* Of what requires, that by which no report argues: «skal», «plikt», «§»; «må» is said in both. */
bool samsok_cue_binds(const char *sentence, gsize len);
bool samsok_cue_instructs(const char *sentence, gsize len);

G_END_DECLS

#endif
