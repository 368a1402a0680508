# SPDX-License-Identifier: GPL-3.0-or-later
# A plugin as others would write one. It is no part of the build: `make installcheck` builds it
# against what was installed, and has the installed programs read a file with it.
EXTRA_DIST += \
  %D%/markdown-plugin/Makefile %D%/markdown-plugin/markdown.c %D%/markdown-plugin/sample.md \
  %D%/markdown-plugin/check.sh

installcheck-local:
	CC='$(CC)' MAKE='$(MAKE)' DESTDIR='$(DESTDIR)' pkgconfigdir='$(pkgconfigdir)' \
	  bindir='$(bindir)' workerdir='$(workerdir)' plugindir='$(plugindir)' \
	  bash '$(srcdir)/%D%/markdown-plugin/check.sh' '$(srcdir)/%D%/markdown-plugin'
