# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += %D%/test_parse
TESTS += %D%/test_parse
%C%_test_parse_SOURCES = %D%/test_parse.c
%C%_test_parse_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_parse_CFLAGS = $(TEST_CFLAGS)
%C%_test_parse_LDADD = libsamsok-core.la $(TEST_LIBS)
