#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The HTML plugin against its samples.
exec "$top_builddir/tests/plugins/samples" "$top_builddir/.libs/samsok-html.so" "$top_srcdir/tests/data/html"
