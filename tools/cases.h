/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards of cases as people and as programs read them. */
#ifndef SAMSOK_TOOLS_CASES_H
#define SAMSOK_TOOLS_CASES_H

#include "index/cases.h"
#include "tools/cite.h"
#include "tools/command.h"

#include <glib.h>

G_BEGIN_DECLS

/* The cards, one below the other, on standard output; a line that says so when there are none. */
void samsok_text_cases(const SamsokCases *cases);
/* An object with the cards; for JSONL a line a card. */
void samsok_json_cases(const SamsokCases *cases, SamsokFormat format);

/* One entry for each report that tells of a case: its first quotation there, else its first passage. */
void samsok_cite_cases(const SamsokCases *cases, const SamsokCiteStyle *style);

/* Prints them in the style's format; gives the exit status. */
int samsok_cli_print_cases(const SamsokCases *cases, const SamsokCiteStyle *style);

G_END_DECLS

#endif
