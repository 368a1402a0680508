# SPDX-License-Identifier: GPL-3.0-or-later
plugin_LTLIBRARIES += samsok-txt.la
samsok_txt_la_SOURCES = %D%/txt.c
samsok_txt_la_LDFLAGS = $(plugin_module_ldflags)
