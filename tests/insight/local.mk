# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += %D%/test_references
TESTS += %D%/test_references
%C%_test_references_SOURCES = %D%/test_references.c
%C%_test_references_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_references_CFLAGS = $(TEST_CFLAGS)
%C%_test_references_LDADD = libsamsok-core.la $(TEST_LIBS)
