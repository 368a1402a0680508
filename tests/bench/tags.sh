#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What tagging costs: user CPU seconds of an index without tags, with tags, of tagging it again after a
# small change of the vocabulary and after none was there, and of the dry run that says what would change.
# usage: tags.sh BUILD VOCABULARY FOLDER...
set -eu
build=$1
vocabulary=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SAMSOK_PLUGIN_PATH="$build" SAMSOK_WORKER="$build/samsok-worker"
# A vocabulary of one concept that nobody mentions stands for none.
cat >"$work/none.ttl" <<'TTL'
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://example.org/ingen> a skos:Concept ; skos:prefLabel "qxzqxzqxz"@nb .
TTL
# One label less.
grep -v 'skos:altLabel "koordinering"' "$vocabulary" >"$work/changed.ttl" || true

measure() # NAME VOCABULARY INDEX ARGUMENT...
{
    name=$1 with=$2 into=$3
    shift 3
    python3 - "$name" "$build/samsok" index -q --vocabulary "$with" -d "$into" "$@" <<'PY'
import resource, subprocess, sys
before = resource.getrusage(resource.RUSAGE_CHILDREN)
status = subprocess.run(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
after = resource.getrusage(resource.RUSAGE_CHILDREN)
assert status in (0, 3), status
print('%-28s %7.1f s user %6.1f s system' % (sys.argv[1], after.ru_utime - before.ru_utime,
                                              after.ru_stime - before.ru_stime))
PY
}

measure 'index, no concepts' "$work/none.ttl" "$work/plain" "$@"
measure 'tag all of it in place' "$vocabulary" "$work/plain"
measure 'index, tagged' "$vocabulary" "$work/tagged" "$@"
measure 'dry run, one label less' "$work/changed.ttl" "$work/tagged" --dry-run
measure 'tag again, one label less' "$work/changed.ttl" "$work/tagged"

# Many concepts of one kind must cost what they are and not their square.
echo 'Departementet har rolle nummer 17 i arbeidet.' >"$work/seventeen.txt"
for count in 10000 20000 40000; do
    python3 "$(dirname "$0")/../concepts/large.py" $count below >"$work/large.ttl"
    measure "one note, $count concepts" "$work/large.ttl" "$work/large-$count" "$work/seventeen.txt"
done
