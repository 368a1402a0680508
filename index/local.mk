# SPDX-License-Identifier: GPL-3.0-or-later
# A built index: the only folder that may use index/xapian, which alone knows Xapian and C++.
noinst_LTLIBRARIES += libsamsok-index.la
libsamsok_index_la_CPPFLAGS = $(AM_CPPFLAGS)
libsamsok_index_la_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS)
libsamsok_index_la_CXXFLAGS = $(AM_CXXFLAGS) $(GLIB_CFLAGS) $(XAPIAN_CFLAGS) $(ZSTD_CFLAGS)
if SANITIZERS
# clang's checks of undefined behaviour in C++ need a runtime that programs linked as C do not have.
libsamsok_index_la_CXXFLAGS += -fno-sanitize=undefined
endif
libsamsok_index_la_LIBADD = libsamsok-core.la $(XAPIAN_LIBS) $(ZSTD_LIBS) $(GLIB_LIBS) -lm
libsamsok_index_la_SOURCES = \
  %D%/schema.h %D%/schema.c \
  %D%/pack.h %D%/pack.c \
  %D%/record.h %D%/record.c \
  %D%/passages.h %D%/passages.c \
  %D%/thesaurus.h %D%/thesaurus.c \
  %D%/tagging.h %D%/tagging.c \
  %D%/tagged.h %D%/tagged.c \
  %D%/mentioned.h %D%/mentioned.c \
  %D%/points.h %D%/points.c %D%/point_cited.h %D%/point_cited.c \
  %D%/point_concepts.h %D%/point_concepts.c %D%/point_told.h %D%/point_told.c %D%/point_spans.h %D%/point_spans.c %D%/extras.h %D%/extras.c %D%/reference_extra.h %D%/reference_extra.c %D%/project_extra.h %D%/project_extra.c \
  %D%/generation.h %D%/generation.c \
  %D%/walk.h %D%/walk.c \
  %D%/identity.h %D%/identity.c \
  %D%/csv.h %D%/csv.c \
  %D%/sidecar.h %D%/sidecar.c \
  %D%/verdict.h %D%/verdict.c \
  %D%/known.h %D%/known.c \
  %D%/plan.h %D%/plan.c \
  %D%/ids.h %D%/ids.c \
  %D%/words.h %D%/words.c \
  %D%/stem_counts.h %D%/stem_counts.c \
  %D%/terms.h %D%/terms.c \
  %D%/passage_terms.h %D%/passage_terms.c \
  %D%/ingest.h %D%/ingest.c \
  %D%/intake.h %D%/intake.c \
  %D%/piece.h %D%/piece.c \
  %D%/shards.h %D%/shards.c \
  %D%/tally.h %D%/tally.c \
  %D%/ledger.h %D%/ledger.c \
  %D%/retag.h %D%/retag.c \
  %D%/apply.h %D%/apply.c \
  %D%/update.h %D%/update.c
# What a program in C links: libtool drops the C++ library from what it hands on.
SAMSOK_INDEX_LIBS = libsamsok-index.la -lstdc++ -lm
include index/xapian/local.mk
libsamsok_index_la_SOURCES += \
  %D%/search.h %D%/search.c \
  %D%/opened.h %D%/opened.c \
  %D%/fold.h %D%/fold.c \
  %D%/explanation.h %D%/explanation.c \
  %D%/carriers.h %D%/carriers.c \
  %D%/lookup.h %D%/lookup.c \
  %D%/filters.h %D%/filters.c \
  %D%/filter_concepts.h %D%/filter_concepts.c \
  %D%/english.h %D%/english.c \
  %D%/meant.h %D%/meant.c \
  %D%/names.h %D%/names.c \
  %D%/expand.h %D%/expand.c \
  %D%/spelling.h %D%/spelling.c \
  %D%/budget.h %D%/budget.c \
  %D%/query_nodes.h %D%/query_nodes.c \
  %D%/candidates.h %D%/candidates.c \
  %D%/pool.h %D%/pool.c \
  %D%/word_parts.h %D%/word_parts.c \
  %D%/facets.h %D%/facets.c \
  %D%/matrix.h %D%/matrix.c %D%/matrix_texts.h %D%/matrix_texts.c \
  %D%/similar.h %D%/similar.c \
  %D%/project_cases.h %D%/project_cases.c %D%/project_marker.h %D%/project_marker.c %D%/project_places.h %D%/project_places.c \
  %D%/cases.h %D%/cases-private.h %D%/cases.c %D%/case_find.c %D%/case_choose.c %D%/case_gather.c %D%/case_score.c \
  %D%/citation.c \
  %D%/alignment.h %D%/alignment.c %D%/quote.h %D%/quote.c \
  %D%/titles.h %D%/titles.c %D%/title_index.h %D%/title_index.c \
  %D%/resolve.h %D%/resolve.c \
  %D%/cited.h %D%/cited.c \
  %D%/status.c
