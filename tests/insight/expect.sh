# SPDX-License-Identifier: GPL-3.0-or-later
# What the tests of samsok refs and samsok quote share; sourced by them with `name` set.
samsok="${top_builddir:-.}/samsok"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache NO_COLOR=1 LC_ALL=C.UTF-8
bad=0
complain() {
    echo "$name: $*"
    bad=1
}
expect() {
    local wanted=$1 status
    shift
    "$@" >"$work/out" 2>"$work/err"
    status=$?
    [ "$status" -eq "$wanted" ] || complain "$*: exit $status, not $wanted: $(head -c 300 "$work/err")"
}
says() {
    grep -qF -- "$1" "$work/out" || complain "'$1' is not in the output: $(head -c 600 "$work/out")"
}
