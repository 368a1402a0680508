#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Who may include whom: core <- index <- tools; a plugin includes plugin.h and its format's library.
set -u
cd "${top_srcdir:-$(dirname "$0")/..}" || exit 99
bad=0
complain() {
    echo "$1"
    bad=1
}

# allow FOLDER REGEX: every include of ours below FOLDER must match REGEX.
allow() {
    local line
    while IFS= read -r line; do
        complain "layer: $line (allowed below $1: $2)"
    done < <(grep -rnE '^#include "' --include='*.[ch]' --include='*.cc' "$1" |
        grep -vE '#include "config\.h"' | grep -vE "#include \"($2)")
}

# refuse_system FOLDERS REGEX WHY: no file below FOLDERS includes such a header of a library.
refuse_system() {
    local line
    while IFS= read -r line; do
        complain "layer: $line ($3)"
    done < <(grep -rnE "^#include <($2)" --include='*.[ch]' --include='*.cc' $1)
}

allow core/base 'core/base/'
allow core/model 'core/(base|model)/|core/extract/plugin\.h'
allow core/language 'core/(base|model|language)/'
allow core/shape 'core/(base|model|language|shape)/|core/extract/plugin\.h'
allow core/extract 'core/(base|model|extract)/|core/shape/charset\.h'
allow core/concepts 'core/(base|model|language|concepts)/'
allow core/query 'core/(base|model|language|query)/|core/shape/sentence\.h'
allow core/insight 'core/(base|model|language|concepts|insight)/|core/shape/sentence\.h'
allow index/xapian 'index/xapian/|index/schema\.h|core/base/'
allow index 'core/|index/'
allow tools 'core/|index/|tools/'
for plugin in plugins/*/; do
    allow "$plugin" "core/extract/plugin\.h|${plugin}"
done

refuse_system 'core plugins tools' 'xapian' 'only index/xapian knows Xapian'
refuse_system 'core index tools' 'gumbo|poppler' 'only plugins know formats'
# The tests of its classes are in C++ as well.
while IFS= read -r file; do
    complain "layer: $file is C++ outside index/xapian"
done < <(find core plugins tools tests examples \( -name '*.cc' -o -name '*.cpp' -o -name '*.cxx' \) \
    ! -path 'tests/index/*' -print)
while IFS= read -r line; do
    complain "layer: $line (index/*.c uses index/xapian/index.h)"
done < <(grep -nE '^#include <xapian' index/*.[ch] 2>/dev/null)
exit $bad
