# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += %D%/test_analyser
TESTS += %D%/test_analyser
%C%_test_analyser_SOURCES = %D%/test_analyser.c
%C%_test_analyser_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_analyser_CFLAGS = $(TEST_CFLAGS)
%C%_test_analyser_LDADD = libsamsok-core.la $(TEST_LIBS)
check_PROGRAMS += %D%/test_which
TESTS += %D%/test_which
%C%_test_which_SOURCES = %D%/test_which.c
%C%_test_which_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_which_CFLAGS = $(TEST_CFLAGS)
%C%_test_which_LDADD = libsamsok-core.la $(TEST_LIBS)
