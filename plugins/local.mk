# SPDX-License-Identifier: GPL-3.0-or-later
# A format is a folder: its own local.mk and one line here.
plugin_module_ldflags = $(AM_LDFLAGS) -module -avoid-version -shared -export-symbols-regex '^samsok_plugin_entry$$'
include plugins/txt/local.mk
include plugins/pdf/local.mk
include plugins/html/local.mk
