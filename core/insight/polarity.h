/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a sentence tells of something that helped or of something that stood in the way.
 *
 * Told by cues in bokmål and nynorsk («bidro til», «viktig forutsetning»; «uklar», «manglende»),
 * and by what came of something («har gitt bedre …», «førte til merarbeid»), where words near the
 * cue say that it is about work that people do together, its mandates, leaders, rules or money:
 * rivers are fruitful too. A word that turns the meaning («ikke», «uten», «i liten grad») within
 * the three words before a cue of help makes it one of hindrance; before a cue of hindrance it
 * silences it. Of cues of both kinds the first counts, but one behind «men» before the others.
 * A cue that tells nothing where it stands first is looked for at its next places, eight at most.
 * What is wished, recommended, needed, planned or only possible («bør», «det er behov for», «kan
 * bidra til», «hva som hemmer»), what a rule says («er ikke tillatt»), what only names a topic
 * («suksesskriterier og barrierer»), a question, and a sentence that only leads on (to what stands
 * behind its colon) is neither.
 *
 * Experimental: a cue knows nothing of irony or of whose view is told, so results are shown with
 * the sentence itself. It would rather pass over a sentence than show a wrong one: of 26,120
 * sentences of general texts 40 are shown. First runs over sentences judged before: 8 of 10 shown
 * of evaluations and 19 of 30 of general texts were right; of 20 drawn from evaluations and judged
 * by somebody else, 9 (1 of the 2 shown). What was wrong has been mended since (19 of the 20),
 * which measures nothing.
 */
#ifndef SAMSOK_INSIGHT_POLARITY_H
#define SAMSOK_INSIGHT_POLARITY_H

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

typedef enum {
    SAMSOK_POLARITY_NONE,
    SAMSOK_POLARITY_HELPS,
    SAMSOK_POLARITY_HINDERS
} SamsokPolarity;

/* What `sentence` (clean) tells. `is_of_work`: it is known to be about such work, for it names an
 * undertaking. *out_cue (may be NULL) is the cue, static, where there is one. */
SamsokPolarity samsok_polarity(const char *sentence, bool is_of_work, const char **out_cue);

G_END_DECLS

#endif
