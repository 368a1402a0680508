#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# ARCHITECTURE.md names every source file, names none that is gone, and stays within 200 lines.
set -u
cd "${top_srcdir:-$(dirname "$0")/..}" || exit 99
bad=0
while IFS= read -r file; do
    module=${file%.*}
    grep -qF "$module" ARCHITECTURE.md || { echo "map: ARCHITECTURE.md does not name $module"; bad=1; }
done < <(find core index plugins tools \( -name '*.[ch]' -o -name '*.cc' \) -print | sort)
while IFS= read -r module; do
    compgen -G "$module" >/dev/null || compgen -G "$module.*" >/dev/null ||
        { echo "map: ARCHITECTURE.md names $module, which is not there"; bad=1; }
done < <(grep -oE '`(core|index|plugins|tools|tests|data|doc|examples)/[^` ]+`' ARCHITECTURE.md | tr -d '`' | sort -u)
lines=$(wc -l <ARCHITECTURE.md)
[ "$lines" -le 200 ] || { echo "map: ARCHITECTURE.md has $lines lines, 200 at most"; bad=1; }
exit $bad
