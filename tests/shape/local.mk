# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += %D%/test_charset
TESTS += %D%/test_charset
%C%_test_charset_SOURCES = %D%/test_charset.c
%C%_test_charset_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_charset_CFLAGS = $(TEST_CFLAGS)
%C%_test_charset_LDADD = libsamsok-core.la $(TEST_LIBS)
check_PROGRAMS += %D%/test_lines
TESTS += %D%/test_lines
%C%_test_lines_SOURCES = %D%/test_lines.c %D%/fixture.h %D%/fixture.c
%C%_test_lines_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_lines_CFLAGS = $(TEST_CFLAGS)
%C%_test_lines_LDADD = libsamsok-core.la $(JANSSON_LIBS) $(TEST_LIBS)
check_PROGRAMS += %D%/test_hyphen
TESTS += %D%/test_hyphen
%C%_test_hyphen_SOURCES = %D%/test_hyphen.c %D%/fixture.h %D%/fixture.c
%C%_test_hyphen_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_hyphen_CFLAGS = $(TEST_CFLAGS)
%C%_test_hyphen_LDADD = libsamsok-core.la $(TEST_LIBS)
check_PROGRAMS += %D%/test_spacing
TESTS += %D%/test_spacing
%C%_test_spacing_SOURCES = %D%/test_spacing.c %D%/fixture.h %D%/fixture.c
%C%_test_spacing_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_spacing_CFLAGS = $(TEST_CFLAGS)
%C%_test_spacing_LDADD = libsamsok-core.la $(TEST_LIBS)
check_PROGRAMS += %D%/test_marker
TESTS += %D%/test_marker
%C%_test_marker_SOURCES = %D%/test_marker.c %D%/fixture.h %D%/fixture.c
%C%_test_marker_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_marker_CFLAGS = $(TEST_CFLAGS)
%C%_test_marker_LDADD = libsamsok-core.la $(TEST_LIBS)
dist_check_SCRIPTS += %D%/reports.sh
TESTS += %D%/reports.sh
EXTRA_DIST += \
  tests/data/shape/README \
  tests/data/shape/reports/samordningsrapport-2017-3.txt.outline \
  tests/data/shape/reports/samordningsrapport-2018-4.txt.outline \
  tests/data/shape/reports/samordningsrapport-2019-1.pdf.outline \
  tests/data/shape/reports/samordningsrapport-2019-2.txt.outline \
  tests/data/shape/reports/samordningsrapport-2019-4.pdf.outline \
  tests/data/shape/reports/samordningsrapport-2020-2.pdf.outline \
  tests/data/shape/reports/samordningsrapport-2021-3.pdf.outline \
  tests/data/shape/reports/samordningsrapport-2022-1.pdf.outline \
  tests/data/shape/reports/samordningsrapport-2022-4.txt.outline \
  tests/data/shape/reports/samordningsrapport-2023-1.txt.outline \
  tests/data/shape/contents-pieces.expected \
  tests/data/shape/contents-pieces.layout \
  tests/data/shape/contents.expected \
  tests/data/shape/contents.txt \
  tests/data/shape/double-spaced.expected \
  tests/data/shape/double-spaced.txt \
  tests/data/shape/figure.expected \
  tests/data/shape/figure.txt \
  tests/data/shape/law.expected \
  tests/data/shape/law.txt \
  tests/data/shape/markdown.expected \
  tests/data/shape/markdown.txt \
  tests/data/shape/matrix.expected \
  tests/data/shape/matrix.txt \
  tests/data/shape/paragraph-a-line.expected \
  tests/data/shape/paragraph-a-line.txt \
  tests/data/shape/printed-table.expected \
  tests/data/shape/printed-table.layout \
  tests/data/shape/report.expected \
  tests/data/shape/report.layout \
  tests/data/shape/running-heads.expected \
  tests/data/shape/running-heads.layout \
  tests/data/shape/slides.expected \
  tests/data/shape/slides.layout \
  tests/data/shape/list-after-heading.expected \
  tests/data/shape/list-after-heading.txt \
  tests/data/shape/nested-list.expected \
  tests/data/shape/nested-list.txt \
  tests/data/shape/spoken-title.expected \
  tests/data/shape/spoken-title.txt \
  tests/data/shape/table-over-page.expected \
  tests/data/shape/table-over-page.layout \
  tests/data/shape/table.expected \
  tests/data/shape/table.txt \
  tests/data/shape/wrapped.expected \
  tests/data/shape/wrapped.txt
check_PROGRAMS += %D%/test_sentence
TESTS += %D%/test_sentence
%C%_test_sentence_SOURCES = %D%/test_sentence.c
%C%_test_sentence_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_sentence_CFLAGS = $(TEST_CFLAGS)
%C%_test_sentence_LDADD = libsamsok-core.la $(TEST_LIBS)
check_PROGRAMS += %D%/test_passages
TESTS += %D%/test_passages
%C%_test_passages_SOURCES = %D%/test_passages.c %D%/support.h %D%/support.c
%C%_test_passages_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_passages_CFLAGS = $(TEST_CFLAGS)
%C%_test_passages_LDADD = libsamsok-core.la $(TEST_LIBS)
check_PROGRAMS += %D%/test_draft
TESTS += %D%/test_draft
%C%_test_draft_SOURCES = %D%/test_draft.c %D%/support.h %D%/support.c
%C%_test_draft_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_draft_CFLAGS = $(TEST_CFLAGS)
%C%_test_draft_LDADD = libsamsok-core.la $(TEST_LIBS)
check_PROGRAMS += %D%/test_elements
TESTS += %D%/test_elements
%C%_test_elements_SOURCES = %D%/test_elements.c %D%/support.h %D%/support.c
%C%_test_elements_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_elements_CFLAGS = $(TEST_CFLAGS)
%C%_test_elements_LDADD = libsamsok-core.la $(TEST_LIBS)
check_PROGRAMS += %D%/test_outline
TESTS += %D%/test_outline
%C%_test_outline_SOURCES = %D%/test_outline.c %D%/support.h %D%/support.c
%C%_test_outline_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_outline_CFLAGS = $(TEST_CFLAGS)
%C%_test_outline_LDADD = libsamsok-core.la $(TEST_LIBS)
check_PROGRAMS += %D%/test_metadata
TESTS += %D%/test_metadata
%C%_test_metadata_SOURCES = %D%/test_metadata.c %D%/support.h %D%/support.c
%C%_test_metadata_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_metadata_CFLAGS = $(TEST_CFLAGS)
%C%_test_metadata_LDADD = libsamsok-core.la $(TEST_LIBS)
