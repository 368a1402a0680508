# SPDX-License-Identifier: GPL-3.0-or-later

# One driver a plugin, built on request only: each says in its head how.
EXTRA_PROGRAMS = %D%/fuzz_pdf
%C%_fuzz_pdf_SOURCES = %D%/fuzz_pdf.c plugins/pdf/pdf.c plugins/pdf/front.c plugins/pdf/lines.c \
  plugins/pdf/segment.c plugins/pdf/font.c
%C%_fuzz_pdf_CFLAGS = $(AM_CFLAGS) $(POPPLER_CFLAGS)
%C%_fuzz_pdf_LDADD = $(POPPLER_LIBS) -lm

EXTRA_PROGRAMS += %D%/fuzz_txt
%C%_fuzz_txt_SOURCES = %D%/fuzz_txt.c plugins/txt/txt.c core/base/error.c core/base/text.c \
  core/shape/charset.c core/shape/charset_convert.c core/shape/charset_double.c \
  core/shape/charset_eightbit.c core/shape/charset_fit.c core/shape/charset_wide.c
%C%_fuzz_txt_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS) $(UCHARDET_CFLAGS)
%C%_fuzz_txt_LDADD = $(GLIB_LIBS) $(UCHARDET_LIBS)
EXTRA_PROGRAMS += %D%/fuzz_html
%C%_fuzz_html_SOURCES = %D%/fuzz_html.c $(samsok_html_la_SOURCES)
%C%_fuzz_html_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS) $(GUMBO_CFLAGS)
%C%_fuzz_html_LDADD = $(GLIB_LIBS) $(GUMBO_LIBS)
# Built by hand only, with clang: see the head of the source.
EXTRA_PROGRAMS += %D%/fuzz_query
%C%_fuzz_query_SOURCES = %D%/fuzz_query.c
%C%_fuzz_query_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_fuzz_query_CFLAGS = $(TEST_CFLAGS)
%C%_fuzz_query_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
%C%_fuzz_query_LDADD = libsamsok-core.la $(TEST_LIBS)

EXTRA_PROGRAMS += %D%/fuzz_wire
%C%_fuzz_wire_SOURCES = %D%/fuzz_wire.c core/extract/wire.c core/model/runs.c \
  core/base/error.c core/base/text.c
%C%_fuzz_wire_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS)
%C%_fuzz_wire_LDADD = $(GLIB_LIBS) -lm
# The same function over seeds and damaged seeds, in every check.
check_PROGRAMS += %D%/replay_wire
TESTS += %D%/replay_wire
%C%_replay_wire_SOURCES = %D%/replay_wire.c %D%/fuzz_wire.c
%C%_replay_wire_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS)
%C%_replay_wire_LDADD = libsamsok-core.la $(GLIB_LIBS)
