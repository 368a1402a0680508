#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# search --explain: the words as they were looked for, and scores that add up.
set -u
samsok=$top_builddir/samsok
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export XDG_CACHE_HOME=$tmp/cache XDG_DATA_HOME=$tmp/data NO_COLOR=1 LC_ALL=C.UTF-8
export SAMSOK_VOCABULARY=$top_srcdir/data/samordning.ttl
bad=0

complain() {
    echo "FAIL: $*"
    bad=1
}
# json EXPRESSION: over the JSON in $tmp/out as d, must be true.
json() {
    python3 -c "import json,sys; d=json.load(open('$tmp/out')); sys.exit(0 if ($1) else 1)" ||
        complain "not so: $1"
}

"$samsok" index -q -d "$tmp/index" "$top_srcdir/data/sample/txt" || complain "index"
ask() {
    "$samsok" search -d "$tmp/index" "$@" >"$tmp/out" 2>"$tmp/err" || complain "$*: $(cat "$tmp/err")"
}

ask --explain --format json samordning av rapporten
json "[w['word'] for w in d['query']['words']] == ['samordning', 'rapporten']"
json "all(w['stems'] and w['weight'] > 0 for w in d['query']['words'])"
json "d['query']['left_out'] == []"
json "all(abs(h['explain']['base'] + sum(f['points'] for f in h['explain']['features']) - h['score']) < 1e-9 for h in d['hits'])"
json "all(abs(f['value'] * f['weight'] - f['points']) < 1e-9 for h in d['hits'] for f in h['explain']['features'])"
json "all([abs(f['points']) for f in h['explain']['features']] == sorted((abs(f['points']) for f in h['explain']['features']), reverse=True) for h in d['hits'])"
json "any(w['found_as'] in ('form', 'stem', 'part') for w in d['hits'][0]['explain']['words'])"

ask --explain --format json --rank bm25 samordning
json "d['query']['words'][0]['word'] == 'samordning'"
json "all(h['explain'] == {'bm25': h['score']} for h in d['hits'])"

ask --format json samordning
json "'words' not in d['query'] and all('explain' not in h for h in d['hits'])"

ask --explain --format jsonl -n 1 samordning
json "d['explain']['bm25'] > 0"

ask --explain samordning av rapporten
for said in '^Forstått: samordning av rapporten' 'vekt [0-9]' 'poeng .* BM25' 'ord: samordning' 'trekk: '; do
    grep -q "$said" "$tmp/out" || complain "the text does not say '$said'"
done
grep -q '^ *samordning: .* \[stems «samordning»\]$' "$tmp/out" || complain "no evidence of the concepts"
ask samordning av rapporten
! grep -q '\[stems' "$tmp/out" || complain "evidence without --explain"
exit $bad
