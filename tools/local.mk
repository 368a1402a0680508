# SPDX-License-Identifier: GPL-3.0-or-later
worker_PROGRAMS += samsok-worker
samsok_worker_SOURCES = %D%/samsok-worker.c
samsok_worker_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS)
samsok_worker_LDFLAGS = $(AM_LDFLAGS) -Wl,--as-needed
samsok_worker_LDADD = libsamsok-core.la $(GLIB_LIBS)

# The programs. A subcommand is one cmd_*.c, an output format one render_*.c.
bin_PROGRAMS += samsok
samsok_SOURCES = \
  %D%/samsok.c %D%/command.h %D%/cli.c %D%/batch.h %D%/batch.c %D%/answers.h %D%/answers.c \
  %D%/cmd_index.c %D%/cmd_search.c %D%/cmd_similar.c %D%/cmd_points.c %D%/cmd_show.c %D%/cmd_extract.c %D%/cmd_plugins.c %D%/cmd_status.c \
  %D%/cmd_quote.c %D%/quotes.h %D%/quotes.c %D%/render_quotes.c \
  %D%/cmd_refs.c %D%/refs.h %D%/refs.c %D%/render_refs.c %D%/render_refs_table.c %D%/render_refs_graph.c \
  %D%/cmd_tag.c %D%/cmd_concepts.c %D%/concepts.h %D%/render_concepts.c %D%/matrix.h %D%/render_matrix.c %D%/vocabularies.h %D%/vocabularies.c \
  %D%/json.h %D%/json.c %D%/render_json.c %D%/render_json_hits.c %D%/render_json_run.c %D%/render_json_plugins.c \
  %D%/text.h %D%/render_text.c %D%/render_points.c %D%/render_text_document.c %D%/render_text_run.c %D%/render_text_plugins.c \
  %D%/question.h %D%/question.c %D%/render_facets.c %D%/render_findings.c %D%/render_explain.c \
  %D%/cases.h %D%/cmd_cases.c %D%/render_cases.c %D%/cite_cases.c \
  %D%/citable.h %D%/citable.c %D%/cite.h %D%/cite.c %D%/cite_names.h %D%/cite_names.c %D%/cite_render.h \
  %D%/render_bibtex.c %D%/render_csl.c %D%/render_markdown.c %D%/render_ris.c %D%/render_table.c \
  %D%/wrap.h %D%/wrap.c
samsok_CPPFLAGS = $(AM_CPPFLAGS) -DSAMSOK_DATA_DIR=\"$(pkgdatadir)\"
samsok_CFLAGS = $(AM_CFLAGS) $(GLIB_CFLAGS) $(JANSSON_CFLAGS)
samsok_LDADD = libsamsok-index.la libsamsok-core.la $(JANSSON_LIBS) $(GLIB_LIBS)
# Xapian is C++: the program is linked as such.
nodist_EXTRA_samsok_SOURCES = dummy.cxx

# For people and CI, in a clone as in an unpacked distribution.
EXTRA_DIST += %D%/try %D%/check %D%/packages
