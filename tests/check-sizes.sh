#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A function fits a screen (80 lines are refused), a file has one subject (600 lines are refused).
# A table of data or a generated file is exempt and says "Table of data" or "Generated" on top.
set -u
cd "${top_srcdir:-$(dirname "$0")/..}" || exit 99
find core index plugins tools tests examples \( -name '*.[ch]' -o -name '*.cc' \) -print | sort | xargs awk '
    FNR == 1 { if (file != "") finish(); file = FILENAME; exempt = 0; start = 0 }
    FNR <= 3 && /Table of data|Generated/ { exempt = 1 }
    { lines = FNR }
    /^\{/ { start = FNR }
    /^\}/ && start { if (FNR - start - 1 > 80 && !exempt) {
        printf "size: %s:%d: a function of %d lines\n", FILENAME, start, FNR - start - 1; bad = 1 }
        start = 0 }
    function finish() { if (lines > 600 && !exempt) { printf "size: %s: %d lines\n", file, lines; bad = 1 } }
    END { finish(); exit bad }'
