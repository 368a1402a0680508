# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += %D%/test_references
TESTS += %D%/test_references
%C%_test_references_SOURCES = %D%/test_references.c
%C%_test_references_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_references_CFLAGS = $(TEST_CFLAGS)
%C%_test_references_LDADD = libsamsok-core.la $(TEST_LIBS)

check_PROGRAMS += %D%/test_points
TESTS += %D%/test_points
%C%_test_points_SOURCES = %D%/test_points.c %D%/small_points.h %D%/small_points.c
%C%_test_points_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_points_CFLAGS = $(TEST_CFLAGS)
%C%_test_points_LDADD = libsamsok-core.la $(TEST_LIBS)

check_PROGRAMS += %D%/test_point_wording
TESTS += %D%/test_point_wording
%C%_test_point_wording_SOURCES = %D%/test_point_wording.c %D%/small_points.h %D%/small_points.c
%C%_test_point_wording_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_point_wording_CFLAGS = $(TEST_CFLAGS)
%C%_test_point_wording_LDADD = libsamsok-core.la $(TEST_LIBS)

check_PROGRAMS += %D%/test_point_guides
TESTS += %D%/test_point_guides
%C%_test_point_guides_SOURCES = %D%/test_point_guides.c %D%/small_points.h %D%/small_points.c
%C%_test_point_guides_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_point_guides_CFLAGS = $(TEST_CFLAGS)
%C%_test_point_guides_LDADD = libsamsok-core.la $(TEST_LIBS)

check_PROGRAMS += %D%/test_needles
TESTS += %D%/test_needles
%C%_test_needles_SOURCES = %D%/test_needles.c
%C%_test_needles_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_needles_CFLAGS = $(TEST_CFLAGS)
%C%_test_needles_LDADD = libsamsok-core.la $(TEST_LIBS)

check_PROGRAMS += %D%/test_polarity
TESTS += %D%/test_polarity
%C%_test_polarity_SOURCES = %D%/test_polarity.c
%C%_test_polarity_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_polarity_CFLAGS = $(TEST_CFLAGS)
%C%_test_polarity_LDADD = libsamsok-core.la $(TEST_LIBS)

# What readers annotated, for the comparisons; made without looking at any output.
EXTRA_DIST += \
  %D%/annotation-guide.md \
  %D%/cases-sample.tsv \
  %D%/draft-leiardepartement.txt \
  %D%/draft-overgang.txt \
  %D%/draft-samlokalisering.txt \
  %D%/drafts.tsv \
  %D%/memo-arbeidslivskriminalitet.txt \
  %D%/memo-bolig.txt \
  %D%/memo-forsking.txt \
  %D%/memo-tenestekjede.txt \
  %D%/memo-unge-utenfor.txt \
  %D%/memos.tsv \
  %D%/points-drawn-1.tsv \
  %D%/points-drawn-2.tsv \
  %D%/points-drawn-3.tsv \
  %D%/points-drawn-4.tsv \
  %D%/points-heldout.tsv \
  %D%/points-heldout-2.tsv \
  %D%/points-heldout-3.tsv \
  %D%/points-norwegian.tsv \
  %D%/points-sample.tsv \
  %D%/polarity-judged.tsv \
  %D%/precision.py \
  %D%/references-sample.tsv

dist_check_SCRIPTS += %D%/refs.sh %D%/quote.sh
TESTS += %D%/refs.sh %D%/quote.sh

dist_check_SCRIPTS += %D%/points.sh
EXTRA_DIST += %D%/points-traps.txt
dist_check_SCRIPTS += %D%/cases.sh
TESTS += %D%/cases.sh
dist_check_SCRIPTS += %D%/told.sh
TESTS += %D%/told.sh
dist_check_SCRIPTS += %D%/placed.sh
TESTS += %D%/placed.sh

check_PROGRAMS += %D%/test_projects
TESTS += %D%/test_projects
%C%_test_projects_SOURCES = %D%/test_projects.c
%C%_test_projects_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_projects_CFLAGS = $(TEST_CFLAGS)
%C%_test_projects_LDADD = libsamsok-core.la $(TEST_LIBS)
dist_check_SCRIPTS += %D%/projects-judged.sh
TESTS += %D%/projects-judged.sh
EXTRA_DIST += %D%/projects-judged.tsv
