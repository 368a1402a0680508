#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Each header compiles by itself as C; the installed one and the C interface of Xapian as C++ too.
set -u
src=${top_srcdir:-$(dirname "$0")/..}
[ -n "${CC:-}" ] || { echo "run by 'make check', which knows the compiler"; exit 77; }
bad=0
compile() {
    local header=$1
    shift
    "$@" -fsyntax-only -I"$src" -I"${top_builddir:-.}" -include "$src/$header" /dev/null ||
        { echo "header: $header does not compile by itself with $1"; bad=1; }
}
cd "$src" || exit 99
for header in $(find core index plugins tools -name '*.h' | sort); do
    compile "$header" $CC -std=gnu17 -x c $HEADER_CFLAGS
done
compile core/extract/plugin.h $CC -std=c99 -pedantic-errors -x c
compile core/extract/plugin.h $CXX -std=c++17 -x c++
compile index/xapian/index.h $CXX -std=c++17 -x c++ $HEADER_CFLAGS
exit $bad
