/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cues of polarity: lists in small letters, with NULL at the end. */
#ifndef SAMSOK_INSIGHT_POLARITY_PRIVATE_H
#define SAMSOK_INSIGHT_POLARITY_PRIVATE_H

extern const char *const samsok_polarity_helping[];
extern const char *const samsok_polarity_hindering[];
extern const char *const samsok_polarity_outcomes[];
extern const char *const samsok_polarity_gains[];
extern const char *const samsok_polarity_losses[];

#endif
