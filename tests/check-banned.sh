#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Functions that depend on the locale or write past a buffer have a replacement in GLib; below tools/
# nothing exits, prints or logs; there is no goto.
set -u
cd "${top_srcdir:-$(dirname "$0")/..}" || exit 99
bad=0

# refuse WHY REGEX FOLDER...: comments and strings are taken off before looking.
refuse() {
    local why=$1 regex=$2
    shift 2
    local found
    found=$(find "$@" \( -name '*.[ch]' -o -name '*.cc' \) -print | sort | while IFS= read -r file; do
        sed -E 's/"([^"\\]|\\.)*"/""/g; s@/\*[^*]*\*/@@g; s@^ ?\*.*@@; s@/\*.*@@' "$file" |
            grep -nE "(^|[^_[:alnum:]>.])($regex)" | sed "s|^|$file:|"
    done)
    [ -z "$found" ] && return
    printf '%s\n' "$found" | sed "s|^|banned ($why): |"
    bad=1
}

refuse 'use GLib' '(is(alpha|alnum|digit|space|upper|lower|punct|xdigit)|to(upper|lower)|strtol|strtoul|strtod|atoi|atol|atof|strtok|sprintf|vsprintf|strcpy|strncpy|strcat|strncat|gets) *\(' \
    core index plugins tools
refuse 'ownership idiom is g_autoptr' 'goto +[a-z]' core index plugins tools
refuse 'only tools/ ends the process or prints' '(exit|_exit|abort|printf|puts|putchar|perror|g_print|g_printerr|g_message|g_warning|g_critical|g_debug|g_error) *\(' \
    core index plugins
refuse 'no variable-length arrays on the stack' 'alloca *\(|g_alloca|g_newa' core index plugins tools
exit $bad
