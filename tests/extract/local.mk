# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += %D%/test_detect
TESTS += %D%/test_detect
%C%_test_detect_SOURCES = %D%/test_detect.c
%C%_test_detect_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_detect_CFLAGS = $(TEST_CFLAGS)
%C%_test_detect_LDADD = libsamsok-core.la $(TEST_LIBS)
check_PROGRAMS += %D%/test_extractor
TESTS += %D%/test_extractor
%C%_test_extractor_SOURCES = %D%/test_extractor.c %D%/fixture.h %D%/fixture.c
%C%_test_extractor_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_extractor_CFLAGS = $(TEST_CFLAGS)
%C%_test_extractor_LDADD = libsamsok-core.la $(TEST_LIBS)
