# SPDX-License-Identifier: GPL-3.0-or-later
# Tests mirror the tree: tests/<folder>/test_<module>.c, one cmocka program a module.
# Each folder's local.mk appends to check_PROGRAMS and TESTS; the common flags stand here.
TEST_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS) $(JANSSON_CFLAGS) $(CMOCKA_CFLAGS)
TEST_LIBS = $(CMOCKA_LIBS) $(GLIB_LIBS)
TEST_CPPFLAGS = $(AM_CPPFLAGS) -DSAMSOK_TEST_DATA=\"$(abs_top_srcdir)/tests/data\"
AM_TESTS_ENVIRONMENT = \
  top_srcdir='$(abs_top_srcdir)'; export top_srcdir; \
  top_builddir='$(abs_top_builddir)'; export top_builddir; \
  SAMSOK_PLUGIN_PATH='$(abs_top_builddir)'; export SAMSOK_PLUGIN_PATH; \
  SAMSOK_WORKER='$(abs_top_builddir)/samsok-worker'; export SAMSOK_WORKER; \
  SAMSOK_VOCABULARY='$(abs_top_srcdir)/data/samordning.ttl'; export SAMSOK_VOCABULARY; \
  SAMSOK_SHARED="$${SAMSOK_SHARED:-$(abs_top_srcdir)/../shared}"; export SAMSOK_SHARED; \
  CC='$(CC)'; export CC; CXX='$(CXX)'; export CXX; \
  HEADER_CFLAGS='$(GLIB_CFLAGS) $(JANSSON_CFLAGS) $(MAGIC_CFLAGS) $(GUMBO_CFLAGS) $(POPPLER_CFLAGS) $(XAPIAN_CFLAGS) $(ZSTD_CFLAGS)'; \
  export HEADER_CFLAGS;

# The architecture is tested with the code.
TEST_EXTENSIONS = .sh
SH_LOG_COMPILER = bash
dist_check_SCRIPTS = \
  tests/check-layers.sh tests/check-sizes.sh tests/check-banned.sh tests/check-spdx.sh \
  tests/check-headers.sh tests/check-map.sh tests/check-symbols.sh
TESTS += $(dist_check_SCRIPTS)

# What scripts of several folders share.
EXTRA_DIST += tests/expect.sh tests/judged.py

include tests/base/local.mk
include tests/model/local.mk
include tests/extract/local.mk
include tests/plugins/local.mk
include tests/shape/local.mk
include tests/language/local.mk
include tests/concepts/local.mk
include tests/insight/local.mk
include tests/query/local.mk
include tests/index/local.mk
include tests/tools/local.mk
include tests/fuzz/local.mk
include tests/bench/local.mk
