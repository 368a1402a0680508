/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a sentence tells of something that helped or of something that stood in the way.
 *
 * Told by cues in bokmål and nynorsk («bidro til», «viktig forutsetning»; «uklar», «manglende»). A word
 * that turns the meaning («ikke», «uten», «lite») within the three words before a cue of help makes it
 * one of hindrance; before a cue of hindrance it silences it. Of cues of both kinds the first counts, but
 * one behind «men» before the others. What is wished, recommended, needed, planned or only possible
 * («bør», «det er behov for», «kan bidra til», «hva som hemmer») is neither, and so is a question.
 *
 * Experimental: a cue knows nothing of irony or of whose view is told, so results are shown with the
 * sentence itself. Of 180 sentences of all kinds judged by hand (tests/insight/polarity-judged.tsv, by first
 * words) 32 of the 38 shown are right; of those not seen before the last mending 7 of 13 were.
 */
#ifndef SAMSOK_INSIGHT_POLARITY_H
#define SAMSOK_INSIGHT_POLARITY_H

#include <glib.h>

G_BEGIN_DECLS

typedef enum { SAMSOK_POLARITY_NONE, SAMSOK_POLARITY_HELPS, SAMSOK_POLARITY_HINDERS } SamsokPolarity;

/* What `sentence` (clean) tells. *out_cue (may be NULL) is the cue, static, where there is one. */
SamsokPolarity samsok_polarity(const char *sentence, const char **out_cue);

G_END_DECLS

#endif
