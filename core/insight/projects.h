/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Named undertakings that a document tells of: projects, programmes, strategies, reforms, networks.
 *
 * A name is known by its structure, never by a list:
 *
 *     quoted      programmet «Ny Giv», «Ny Giv»-satsinga
 *     compound    0–24-samarbeidet, Meldingsløftet, samhandlingsreforma
 *     after       øvelse Springflo, prosjektet Felles datakatalog
 *     for         Program for bedre styring, Nasjonal strategi mot …: with a capital inside a sentence
 *     with        forsøket med felles flyttehjelp i Nordmark
 *     evaluated   Evaluering av Felles varslingssentral
 *     defined     Fjordrådet i Sunnhamn er eit samarbeid mellom …; Meldingsløftet vart starta i 2019
 *
 * A single such place is chance more often than not. A document supports a name that is a heading,
 * that it defines or evaluates, or that it uses again; a name that two reports have, neither supporting it
 * alone, is supported too, but that is for the index to see (index/projects.h).
 *
 * Whether a name is one of the vocabulary, or an agency's, is not known here.
 */
#ifndef SAMSOK_INSIGHT_PROJECTS_H
#define SAMSOK_INSIGHT_PROJECTS_H

#include "core/model/document.h"

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* X(KIND, name in output, Norwegian name) */
#define SAMSOK_PROJECT_KIND_LIST(X) \
    X(COLLABORATION, "collaboration", "samarbeid") \
    X(INITIATIVE, "initiative", "satsing") \
    X(PROGRAMME, "programme", "program") \
    X(PROJECT, "project", "prosjekt") \
    X(STRATEGY, "strategy", "strategi") \
    X(PLAN, "plan", "plan") \
    X(REFORM, "reform", "reform") \
    X(SCHEME, "scheme", "ordning") \
    X(TRIAL, "trial", "forsøk") \
    X(EXERCISE, "exercise", "øvelse") \
    X(NETWORK, "network", "nettverk") \
    X(COUNCIL, "council", "råd") \
    X(MEASURE, "measure", "tiltak") \
    X(OTHER, "other", "annet")

typedef enum {
#define X(kind, name, norwegian) SAMSOK_PROJECT_##kind,
    SAMSOK_PROJECT_KIND_LIST(X)
#undef X
    SAMSOK_PROJECT_KIND_COUNT
} SamsokProjectKind;

/* "programme"; "program" */
const char *samsok_project_kind_name(SamsokProjectKind kind);
const char *samsok_project_kind_norwegian(SamsokProjectKind kind);
/* The kind with either name; SAMSOK_PROJECT_KIND_COUNT where there is none. */
SamsokProjectKind samsok_project_kind_from_name(const char *name);
/* The kind that the words of a name tell: «0-24-samarbeidet» is a collaboration. OTHER where none does. */
SamsokProjectKind samsok_project_kind_of(const char *name);

/* The kind that a definition tells with the words before its first little one: «Regjeringens program for
 * hvordan …» is a programme, whatever it is for. */
SamsokProjectKind samsok_project_kind_of_definition(const char *definition);
/* True when those words say that it is a study: «Undersøkelse av …». What a study tells of is its subject;
 * so is what a sentence says that it shows. */
bool samsok_project_is_study(const char *definition);
bool samsok_project_reports_finding(const char *sentence);

/* True when a sentence goes on about an undertaking named before it: it begins with a pronoun, or with a
 * noun of an undertaking that is known («Prosjektet fikk …», «I satsingen ble …»). */
bool samsok_project_refers_back(const char *sentence);
/* The same by a noun alone. */
bool samsok_project_names_again(const char *sentence);

/* Strings are owned and never NULL. */
typedef struct {
    char *name;       /* as written, without quotes: "Felles varslingssentral" */
    char *key;        /* samsok_project_key of it */
    char *base;       /* that of samsok_project_base of it */
    SamsokProjectKind kind;
    char *definition; /* the sentence that says what it is; "" */
    guint named;      /* places whose structure tells the name */
    guint count;      /* places where it stands, those included */
    bool is_supported;
    bool is_bare_too; /* its name has a place behind it, and the document leaves that out too: «Byløft» */
    bool is_subject;  /* what the document is about: the one undertaking it begins with and keeps to */
} SamsokProject;

/* The names in `document`, at most SAMSOK_MAX_PROJECTS, the unsupported ones too, in order of their first
 * place. Text in English is passed over. Owner: the caller; a GPtrArray of SamsokProject *. */
GPtrArray *samsok_projects(const SamsokDocument *document);

/* What two spellings of one name have in common: lower case, one kind of dash. Owner: the caller. */
char *samsok_project_key(const char *name);
/* The name without a place behind it: «Fjordrådet» of «Fjordrådet i Sunnhamn». Two undertakings in two places are
 * two, but one may be named both ways. Owner: the caller. */
char *samsok_project_base(const char *name);
/* True when `text`, that stands behind a name, begins with a place: « i Sunnhamn». */
bool samsok_project_is_placed(const char *text);

/* Finds names of undertakings in texts, all in one go: a text costs what its words do, not what the names do. */
typedef struct _SamsokProjectSpotter SamsokProjectSpotter;

typedef struct {
    guint name;  /* in the order they were added, from 0 */
    guint start; /* code points [start, end) of the text */
    guint end;
} SamsokProjectSpot;

SamsokProjectSpotter *samsok_project_spotter_new(void);
void samsok_project_spotter_free(SamsokProjectSpotter *spotter);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(SamsokProjectSpotter, samsok_project_spotter_free)
/* A name with a place behind it («Fjordrådet i Sunnhamn») stands where that is left out too. A
 * name of one common word («Sammen») must be quoted or stand behind what it is; one with a capital must
 * have it. The genitive counts. A name that begins with no letter or digit stands nowhere. */
void samsok_project_spotter_add(SamsokProjectSpotter *spotter, const char *name);
/* Of a name with a place behind it only where that stands too. */
void samsok_project_spotter_add_whole(SamsokProjectSpotter *spotter, const char *name);
/* Adds to `spots` (GArray of SamsokProjectSpot) where `text` (clean) speaks of them, in order of their starts. */
void samsok_project_spotter_find(const SamsokProjectSpotter *spotter, const char *text,
                                 GArray *spots);

G_END_DECLS

#endif
