# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += %D%/test_extractor
TESTS += %D%/test_extractor
%C%_test_extractor_SOURCES = %D%/test_extractor.c %D%/fixture.h %D%/fixture.c
%C%_test_extractor_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_extractor_CFLAGS = $(TEST_CFLAGS)
%C%_test_extractor_LDADD = libsamsok-core.la $(TEST_LIBS)
