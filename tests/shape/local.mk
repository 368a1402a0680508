# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += %D%/test_charset
TESTS += %D%/test_charset
%C%_test_charset_SOURCES = %D%/test_charset.c
%C%_test_charset_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_charset_CFLAGS = $(TEST_CFLAGS)
%C%_test_charset_LDADD = libsamsok-core.la $(TEST_LIBS)
