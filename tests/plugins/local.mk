# SPDX-License-Identifier: GPL-3.0-or-later
# One driver for all formats: SAMPLES.sh runs it over a plugin and the samples of its format.
check_PROGRAMS += %D%/samples
%C%_samples_SOURCES = %D%/samples.c %D%/dump_runs.c %D%/dump_runs.h
%C%_samples_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_samples_CFLAGS = $(TEST_CFLAGS)
%C%_samples_LDADD = libsamsok-core.la $(GLIB_LIBS) -ldl
dist_check_SCRIPTS += %D%/samples-txt.sh
TESTS += %D%/samples-txt.sh
EXTRA_DIST += tests/data/txt
