# SPDX-License-Identifier: GPL-3.0-or-later
dist_check_SCRIPTS += %D%/cli.sh %D%/cite.sh %D%/explain.sh %D%/hostile.sh
TESTS += %D%/cli.sh %D%/cite.sh %D%/explain.sh %D%/hostile.sh
check_PROGRAMS += %D%/test_json
TESTS += %D%/test_json
%C%_test_json_SOURCES = %D%/test_json.c tools/json.h tools/json.c
%C%_test_json_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_json_CFLAGS = $(TEST_CFLAGS)
%C%_test_json_LDADD = $(JANSSON_LIBS) $(TEST_LIBS)
