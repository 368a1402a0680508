# SPDX-License-Identifier: GPL-3.0-or-later
# One driver for all formats: SAMPLES.sh runs it over a plugin and the samples of its format.
check_PROGRAMS += %D%/samples
%C%_samples_SOURCES = %D%/samples.c %D%/dump_runs.c %D%/dump_runs.h
%C%_samples_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_samples_CFLAGS = $(TEST_CFLAGS)
%C%_samples_LDADD = libsamsok-core.la $(GLIB_LIBS) -ldl
dist_check_SCRIPTS += %D%/samples-txt.sh
TESTS += %D%/samples-txt.sh
EXTRA_DIST += tests/data/txt
# HTML: samples, what samples do not reach, and html5lib's cases where they are at hand.
dist_check_SCRIPTS += %D%/samples-html.sh %D%/html5lib.py
EXTRA_DIST += tests/data/html
check_PROGRAMS += %D%/test_html
TESTS += %D%/test_html
%C%_test_html_SOURCES = %D%/test_html.c $(samsok_html_la_SOURCES)
%C%_test_html_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_html_CFLAGS = $(TEST_CFLAGS) $(GUMBO_CFLAGS)
%C%_test_html_LDADD = $(GUMBO_LIBS) $(TEST_LIBS)
# Plugins that misbehave, to test the host with. They stay out of the default search path.
check_LTLIBRARIES += %D%/misbehave.la \
  %D%/newer-major.la %D%/newer-minor.la %D%/no-entry.la \
  %D%/crash-at-load.la %D%/print-at-load.la %D%/bad-name.la
# Only a library with a place to go to becomes a shared object.
test_plugin_ldflags = $(plugin_module_ldflags) -rpath $(abs_builddir)
%C%_misbehave_la_SOURCES = %D%/misbehave.c
%C%_misbehave_la_LDFLAGS = $(test_plugin_ldflags)
%C%_newer_major_la_SOURCES = %D%/variant.c
%C%_newer_major_la_CPPFLAGS = $(AM_CPPFLAGS) -DVARIANT_NEWER_MAJOR -DVARIANT_NAME='"newer-major"'
%C%_newer_major_la_LDFLAGS = $(test_plugin_ldflags)
%C%_newer_minor_la_SOURCES = %D%/variant.c
%C%_newer_minor_la_CPPFLAGS = $(AM_CPPFLAGS) -DVARIANT_NEWER_MINOR -DVARIANT_NAME='"newer-minor"'
%C%_newer_minor_la_LDFLAGS = $(test_plugin_ldflags)
%C%_no_entry_la_SOURCES = %D%/variant.c
%C%_no_entry_la_CPPFLAGS = $(AM_CPPFLAGS) -DVARIANT_NO_ENTRY
%C%_no_entry_la_LDFLAGS = $(AM_LDFLAGS) -module -avoid-version -shared -rpath $(abs_builddir)
%C%_crash_at_load_la_SOURCES = %D%/variant.c
%C%_crash_at_load_la_CPPFLAGS = $(AM_CPPFLAGS) -DVARIANT_CRASH_AT_LOAD -DVARIANT_NAME='"crash-at-load"'
%C%_crash_at_load_la_LDFLAGS = $(test_plugin_ldflags)
%C%_print_at_load_la_SOURCES = %D%/variant.c
%C%_print_at_load_la_CPPFLAGS = $(AM_CPPFLAGS) -DVARIANT_PRINT_AT_LOAD -DVARIANT_NAME='"print-at-load"'
%C%_print_at_load_la_LDFLAGS = $(test_plugin_ldflags)
%C%_bad_name_la_SOURCES = %D%/variant.c
%C%_bad_name_la_CPPFLAGS = $(AM_CPPFLAGS) -DVARIANT_NAME='"../Bad Name"'
%C%_bad_name_la_LDFLAGS = $(test_plugin_ldflags)
check_PROGRAMS += %D%/test_txt
TESTS += %D%/test_txt
%C%_test_txt_SOURCES = %D%/test_txt.c plugins/txt/txt.c
%C%_test_txt_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_txt_CFLAGS = $(TEST_CFLAGS)
%C%_test_txt_LDADD = $(TEST_LIBS)
dist_check_SCRIPTS += %D%/samples-pdf.sh
TESTS += %D%/samples-pdf.sh
EXTRA_DIST += tests/data/pdf
check_PROGRAMS += %D%/test_pdf_segment
TESTS += %D%/test_pdf_segment
%C%_test_pdf_segment_SOURCES = %D%/test_pdf_segment.c plugins/pdf/segment.c plugins/pdf/segment.h \
  plugins/pdf/font.c plugins/pdf/font.h
%C%_test_pdf_segment_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_pdf_segment_CFLAGS = $(TEST_CFLAGS)
%C%_test_pdf_segment_LDADD = $(TEST_LIBS) -lm
check_PROGRAMS += %D%/test_pdf
TESTS += %D%/test_pdf
%C%_test_pdf_SOURCES = %D%/test_pdf.c $(samsok_pdf_la_SOURCES)
%C%_test_pdf_CPPFLAGS = $(TEST_CPPFLAGS)
%C%_test_pdf_CFLAGS = $(TEST_CFLAGS) $(POPPLER_CFLAGS)
%C%_test_pdf_LDADD = $(POPPLER_LIBS) $(TEST_LIBS) -lm
