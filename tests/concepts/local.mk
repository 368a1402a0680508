# SPDX-License-Identifier: GPL-3.0-or-later
check_PROGRAMS += %D%/test_vocabulary
TESTS += %D%/test_vocabulary
%C%_test_vocabulary_SOURCES = %D%/test_vocabulary.c %D%/turtle.h
%C%_test_vocabulary_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_vocabulary_CFLAGS = $(TEST_CFLAGS)
%C%_test_vocabulary_LDADD = libsamsok-core.la $(TEST_LIBS)
check_PROGRAMS += %D%/test_tagger
TESTS += %D%/test_tagger
%C%_test_tagger_SOURCES = %D%/test_tagger.c %D%/turtle.h
%C%_test_tagger_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_tagger_CFLAGS = $(TEST_CFLAGS)
%C%_test_tagger_LDADD = libsamsok-core.la $(TEST_LIBS)
check_PROGRAMS += %D%/test_check
TESTS += %D%/test_check
%C%_test_check_SOURCES = %D%/test_check.c %D%/turtle.h
%C%_test_check_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_check_CFLAGS = $(TEST_CFLAGS)
%C%_test_check_LDADD = libsamsok-core.la $(TEST_LIBS)
check_PROGRAMS += %D%/test_samordning
TESTS += %D%/test_samordning
%C%_test_samordning_SOURCES = %D%/test_samordning.c
%C%_test_samordning_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_samordning_CFLAGS = $(TEST_CFLAGS)
%C%_test_samordning_LDADD = libsamsok-core.la $(TEST_LIBS)

EXTRA_DIST += %D%/large.py %D%/precision.py %D%/tags-1.tsv %D%/tags-2.tsv
dist_check_SCRIPTS += %D%/turtle-suite.sh %D%/commands.sh %D%/unfit.sh
