#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Every source, script and build file names its licence in its first three lines.
set -u
cd "${top_srcdir:-$(dirname "$0")/..}" || exit 99
bad=0
while IFS= read -r file; do
    head -n 3 "$file" | grep -q 'SPDX-License-Identifier: ' || { echo "spdx: $file has no licence line"; bad=1; }
done < <(find core index plugins tools tests examples doc data configure.ac Makefile.am autogen.sh .ci \
    -path tests/data -prune -o -path data/sample -prune -o -type f \( -name '*.[ch]' -o -name '*.cc' -o -name '*.sh' \
    -o -name '*.py' -o -name '*.mk' -o -name '*.1' -o -name configure.ac -o -name Makefile.am -o -name run \
    -o -path 'tools/try' -o -path 'tools/check' \) -print)
exit $bad
