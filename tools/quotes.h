/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What samsok quote found out about a draft, for the command and its formats. */
#ifndef SAMSOK_TOOLS_QUOTES_H
#define SAMSOK_TOOLS_QUOTES_H

#include "core/insight/quotations.h"
#include "index/quote.h"
#include "index/resolve.h"

#include <glib.h>

G_BEGIN_DECLS

/* X(DOUBT, name in output): what is wrong with the place that the draft gives. */
#define SAMSOK_DOUBT_LIST(X) \
    X(NONE, "") \
    X(REPORT, "wrong-report") \
    X(CHAPTER, "wrong-chapter") \
    X(PAGE, "wrong-page")

typedef enum {
#define X(doubt, name) SAMSOK_DOUBT_##doubt,
    SAMSOK_DOUBT_LIST(X)
#undef X
} SamsokDoubt;

/* "wrong-page" */
const char *samsok_doubt_name(SamsokDoubt doubt);

typedef struct {
    const SamsokQuotation *quotation; /* lent */
    SamsokQuoteFound *found;
    SamsokDoubt doubt;
    gboolean is_title;                /* the title of what is cited, no quotation */
} SamsokCheckedQuote;

void samsok_checked_quote_free(SamsokCheckedQuote *checked);

/* Looks for `quotation` and compares the place it is found in with the one the draft gives.
 * Owner: the caller; `quotation` is lent. Errors: those of samsok_index_quote. */
SamsokCheckedQuote *samsok_quote_check(SamsokIndex *index, SamsokResolver *resolver,
                                       const SamsokQuotation *quotation, GError **error);

/* `checked` (of SamsokCheckedQuote *) of the draft at `path`. */
void samsok_quotes_print_text(const char *path, const GPtrArray *checked);
void samsok_quotes_print_json(const char *path, const GPtrArray *checked, guint left_out);
/* One quotation a line. */
void samsok_quotes_print_jsonl(const char *path, const GPtrArray *checked);

G_END_DECLS

#endif
