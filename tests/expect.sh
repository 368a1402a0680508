# SPDX-License-Identifier: GPL-3.0-or-later
# What tests that run the program share; sourced by them with `name` set.
samsok="${top_builddir:-.}/samsok"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export XDG_CACHE_HOME=$work/cache NO_COLOR=1 LC_ALL=C.UTF-8
bad=0
complain() {
    echo "$name: $*"
    bad=1
}
# expect STATUS COMMAND...: runs it, output in $work/out and $work/err.
expect() {
    local wanted=$1 status
    shift
    "$@" >"$work/out" 2>"$work/err"
    status=$?
    [ "$status" -eq "$wanted" ] || complain "$*: exit $status, not $wanted: $(head -c 300 "$work/err")"
}
# says out|err TEXT
says() {
    grep -qF -- "$2" "$work/$1" || complain "'$2' is not in $1: $(head -c 600 "$work/$1")"
}
