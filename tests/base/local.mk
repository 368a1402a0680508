# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += %D%/test_error
TESTS += %D%/test_error
%C%_test_error_SOURCES = %D%/test_error.c
%C%_test_error_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_error_CFLAGS = $(TEST_CFLAGS)
%C%_test_error_LDADD = libsamsok-core.la $(TEST_LIBS)
check_PROGRAMS += %D%/test_text
TESTS += %D%/test_text
%C%_test_text_SOURCES = %D%/test_text.c
%C%_test_text_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_text_CFLAGS = $(TEST_CFLAGS)
%C%_test_text_LDADD = libsamsok-core.la $(TEST_LIBS)
