# SPDX-License-Identifier: GPL-3.0-or-later
# One libFuzzer driver for each way in: the formats, the wire, the query. Not part of a build; with
#   configure CC=clang CXX=clang++ --enable-sanitizers CFLAGS='-g -O1 -fsanitize=fuzzer-no-link'
# 'make fuzz' makes them all, and tests/fuzz/fuzz_query FOLDER runs one over the seeds in FOLDER.
fuzz_drivers = %D%/fuzz_pdf %D%/fuzz_txt %D%/fuzz_html %D%/fuzz_query %D%/fuzz_wire
EXTRA_PROGRAMS += $(fuzz_drivers)
.PHONY: fuzz
fuzz: $(fuzz_drivers)

%C%_fuzz_pdf_SOURCES = %D%/fuzz_pdf.c $(samsok_pdf_la_SOURCES)
%C%_fuzz_pdf_CFLAGS = $(AM_CFLAGS) $(POPPLER_CFLAGS)
%C%_fuzz_pdf_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
%C%_fuzz_pdf_LDADD = $(POPPLER_LIBS) -lm

%C%_fuzz_txt_SOURCES = %D%/fuzz_txt.c $(samsok_txt_la_SOURCES)
%C%_fuzz_txt_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS)
%C%_fuzz_txt_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
%C%_fuzz_txt_LDADD = libsamsok-core.la $(GLIB_LIBS)

%C%_fuzz_html_SOURCES = %D%/fuzz_html.c $(samsok_html_la_SOURCES)
%C%_fuzz_html_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS) $(GUMBO_CFLAGS)
%C%_fuzz_html_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
%C%_fuzz_html_LDADD = $(GLIB_LIBS) $(GUMBO_LIBS)

%C%_fuzz_query_SOURCES = %D%/fuzz_query.c
%C%_fuzz_query_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_fuzz_query_CFLAGS = $(TEST_CFLAGS)
%C%_fuzz_query_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
%C%_fuzz_query_LDADD = libsamsok-core.la $(TEST_LIBS)

%C%_fuzz_wire_SOURCES = %D%/fuzz_wire.c
%C%_fuzz_wire_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS)
%C%_fuzz_wire_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
%C%_fuzz_wire_LDADD = libsamsok-core.la $(GLIB_LIBS)

# The wire's driver over seeds and damaged seeds, in every check.
check_PROGRAMS += %D%/replay_wire
TESTS += %D%/replay_wire
%C%_replay_wire_SOURCES = %D%/replay_wire.c %D%/fuzz_wire.c
%C%_replay_wire_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS)
%C%_replay_wire_LDADD = libsamsok-core.la $(GLIB_LIBS)
