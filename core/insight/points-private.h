/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the finders of points work on one document. */
#ifndef SAMSOK_INSIGHT_POINTS_PRIVATE_H
#define SAMSOK_INSIGHT_POINTS_PRIVATE_H

#include "core/insight/point_cues.h"
#include "core/insight/points.h"
#include "core/shape/sentence.h"

#include <stdbool.h>

G_BEGIN_DECLS

typedef struct {
    const SamsokDocument *document;
    GPtrArray *points;  /* of SamsokPoint * */
    GArray *sentences;  /* of SamsokSentence, scratch */
    bool *taken;        /* by block: part of a point already */
    bool is_titled_manual; /* its title says so */
    bool is_law;        /* its råd and tilråding are procedure */
    bool is_minutes;    /* tells of a meeting or of what others said */
    bool is_weighed;    /* the next two are known: ask them by their functions */
    bool tells_rules;
    bool is_manual;
    bool gives_orders; /* known when is_counted */
    bool is_counted;
} SamsokPointFinder;

/* True for a law, standard or manual, whose bør and must are no findings. Reads the whole document when
 * first asked. */
bool samsok_point_tells_rules(SamsokPointFinder *finder);
/* True for a manual, whose recommendations are how to use a program. Reads as much. */
bool samsok_point_is_manual(SamsokPointFinder *finder);

/* True for a document whose lists give orders, few in each: a page that advises part by part. Counts its
 * items when first asked. */
bool samsok_point_gives_orders(SamsokPointFinder *finder);

/* Adds a point of the blocks [first, end) with this text, which is taken over; NULL when there are
 * SAMSOK_MAX_POINTS already, or the text has more than SAMSOK_MAX_POINT_BYTES. Marks the blocks as taken. */
SamsokPoint *samsok_point_add(SamsokPointFinder *finder, SamsokPointKind kind, guint first,
                              guint end, char *text);

/* The document, the section, or one above it, opens what others said. */
bool samsok_point_tells_of_others(const SamsokPointFinder *finder, guint section);

/* Sets a point's cue, which is taken over; `point` may be NULL. */
void samsok_point_set_cue(SamsokPoint *point, char *cue);
/* Sets a point's own number, which is taken over; `point` may be NULL. */
void samsok_point_set_number(SamsokPoint *point, char *number);
/* Says that the point is one sentence of its block, with its own lines. */
void samsok_point_set_sentence(SamsokPoint *point, const SamsokBlock *block,
                               const SamsokSentence *sentence);
/* A few words alone on a line that announce what stands below: «Anbefaling:», «Forslag til videre
 * arbeid:». */
bool samsok_point_label(const SamsokBlock *block, SamsokPointCue *out);

/* A title that the shape took for a paragraph, as where nothing but its brevity tells: «Våre råd». */
bool samsok_point_title(const SamsokBlock *block, SamsokPointCue *out);

/* A block of the finder's document. Lent. */
static inline const SamsokBlock *samsok_point_block(const SamsokPointFinder *finder, guint index)
{
    return samsok_document_block(finder->document, index);
}

/* Its text asks for something: «… bør …», «Tell hyllene». */
bool samsok_point_asks(const char *text);

/* An item of a list: blocks [first, end), those that go on with it included. */
typedef struct {
    guint first;
    guint end;
} SamsokPointItem;

/* What announces a list. */
typedef struct {
    bool found;
    bool asking_only;    /* of its items only those that ask for something */
    bool demanding_only; /* only those that demand it */
    bool learned_too; /* «Erfaringer og råd»: an item that asks for nothing is a learning point */
    SamsokPointKind kind;
    char *cue;
    char *lead_in; /* NULL for none */
} SamsokPointAnnouncement;

void samsok_point_announcement_clear(SamsokPointAnnouncement *announcement);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(SamsokPointAnnouncement, samsok_point_announcement_clear)

/* Ends in a colon, which may be emphasised: something else follows. */
bool samsok_point_leads_on(const char *text);
/* A line of markup, as guides show it. */
bool samsok_point_is_code(const SamsokBlock *block);
/* Blocks that stand between those of the running text. */
bool samsok_point_is_aside(const SamsokBlock *block);
/* The sentence that leads into what begins at the block `start`: the last of the paragraph before it, when
 * that is not finished or points ahead, or a title. NULL when there is none. Owner: the caller. */
char *samsok_point_lead_in(SamsokPointFinder *finder, guint start);
/* Looks for what announces the list of these SamsokPointItem; at least one. */
void samsok_points_announce(SamsokPointFinder *finder, const GArray *items,
                            SamsokPointAnnouncement *out);

/* Looks whether the item itself announces the list below it. */
void samsok_points_announce_below(SamsokPointFinder *finder, const SamsokPointItem *item,
                                  SamsokPointAnnouncement *out);

/* Lists that a lead-in, a heading or their own markers announce. */
void samsok_points_find_lists(SamsokPointFinder *finder);
/* Pieces of one paragraph behind bullets. */
void samsok_points_find_runs(SamsokPointFinder *finder);
/* Headings and short paragraphs that a lead-in announces as a list would be. */
void samsok_points_find_series(SamsokPointFinder *finder);
/* Cells of a column whose head announces them. */
void samsok_points_find_tables(SamsokPointFinder *finder);
/* Paragraphs and headings below a heading that announces them, and those that name themselves. */
void samsok_points_find_paragraphs(SamsokPointFinder *finder);
/* What is recommended in running text, and what was proposed in a meeting: whole blocks. */
void samsok_points_find_proposals(SamsokPointFinder *finder);
/* What a guide tells its reader to do in running text: whole paragraphs. */
void samsok_points_find_guidance(SamsokPointFinder *finder);
/* Sentences of running text. Called last: what is taken is left alone. */
void samsok_points_find_sentences(SamsokPointFinder *finder);

G_END_DECLS

#endif
