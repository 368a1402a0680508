#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# samsok cases from end to end: invented reports, and the founding note with its gold and three memos.
set -u
samsok=${top_builddir:-.}/samsok
here=${top_srcdir:-.}/tests/insight
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
export XDG_CACHE_HOME=$tmp/cache NO_COLOR=1 LC_ALL=C.UTF-8
export SAMSOK_VOCABULARY=${top_srcdir:-.}/data/samordning.ttl
bad=0
complain() {
    echo "cases: $*"
    bad=1
}
# status WANTED COMMAND...: output in $tmp/out and $tmp/err.
status() {
    local want=$1 got
    shift
    "$@" >"$tmp/out" 2>"$tmp/err"
    got=$?
    [ $got -eq "$want" ] || complain "exit $got instead of $want: $* $(head -c 300 "$tmp/err")"
}
# json EXPRESSION: over the cases in $tmp/out as c, must be true.
json() {
    python3 -c "import json,sys; c=json.load(open('$tmp/out'))['cases']; sys.exit(0 if ($1) else 1)" ||
        complain "not so: $1: $(head -c 600 "$tmp/out")"
}

mkdir "$tmp/docs"
cat >"$tmp/docs/en.txt" <<'END'
Erfaringer fra satsingen

1 Ny Giv

Prosjektet hadde uklare mål i starten. Felles møter med fylkesmannen var avgjørende for arbeidet.

2 Annet

Bolig for velferd er en strategi. Direktoratene hadde en felles plan fra 2016.
END
status 0 "$samsok" index -d "$tmp/idx" "$tmp/docs"
status 0 "$samsok" cases -d "$tmp/idx" --format json
json "sorted(x['id'] for x in c) == ['case-bolig-for-velferd', 'case-ny-giv']"
json "all(k in c[0] for k in ('id','title','aliases','years','reports','bodies','mechanisms','instruments','roles','ladder_steps','points','passages','score'))"
# A section about a project is about it throughout.
status 0 "$samsok" cases -d "$tmp/idx" --format json Ny Giv
json "c[0]['id'] == 'case-ny-giv' and c[0]['helped'][0]['cue'] == 'avgjørende' and c[0]['hindered'][0]['cue'] == 'uklar'"
json "[b['id'] for b in c[0]['bodies']] == ['fylkesmannen'] and c[0]['helped'][0]['citation']"
status 0 "$samsok" cases -d "$tmp/idx" --format json --like case-ny-giv
json "'case-ny-giv' not in [x['id'] for x in c]"
status 0 "$samsok" cases -d "$tmp/idx" --format json -n 1 --offset 1
json "len(c) == 1 and c[0]['rank'] == 2"
status 0 "$samsok" show -d "$tmp/idx" --format json case-ny-giv
json "len(c) == 1 and c[0]['id'] == 'case-ny-giv'"
status 0 "$samsok" cases -d "$tmp/idx" --format json --concept fylkesmannen
json "[x['id'] for x in c] == ['case-ny-giv']"
# Cited: an entry for each report that tells of a case, with the sentence it is quoted by.
status 0 "$samsok" cases -d "$tmp/idx" --format csl-json Ny Giv
python3 - "$tmp/out" <<'END' || complain 'the cases are no CSL-JSON'
import json, sys
items = json.load(open(sys.argv[1]))
assert items[0]['note'].startswith('«Felles møter med fylkesmannen'), items[0]
assert len({i['id'] for i in items}) == len(items) and 'Ny Giv' in items[0]['note']
END
for format in bibtex ris markdown csv tsv; do
    status 0 "$samsok" cases -d "$tmp/idx" --format $format Ny Giv
    grep -q 'fylkesmannen' "$tmp/out" || complain "no quotation as $format"
done
status 64 "$samsok" cases -d "$tmp/idx" --format pdf
status 1 "$samsok" show -d "$tmp/idx" case-0-24
status 1 "$samsok" cases -d "$tmp/idx" fiskeoppdrett
status 1 "$samsok" cases -d "$tmp/idx" --year 1999
status 1 "$samsok" cases -d "$tmp/idx" --like nobody
status 64 "$samsok" cases -d "$tmp/idx" --like x y
status 66 "$samsok" cases -d "$tmp/none"
status 0 "$samsok" cases -d "$tmp/idx" -n 1
grep -q 'Omtalt i' "$tmp/out" || complain 'the card names no place'

shared=${SAMSOK_SHARED:-}
if [ -z "$shared" ] || [ ! -e "$shared/corpus/seed" ]; then
    echo "cases: the founding note is not here: its gold and the memos are not compared"
    [ $bad -eq 0 ] && exit 77
    exit 1
fi
status 0 "$samsok" index -d "$tmp/seed" "$shared/corpus/seed"
while IFS=$'\t' read -r memo case rest; do
    [ "$memo" = memo ] && continue
    status 0 "$samsok" cases -d "$tmp/seed" --like-file "$here/$memo" --format json -n 3
    json "c[0]['id'] == '$case' and c[0]['words']"
done <"$here/memos.tsv"
status 0 "$samsok" cases -d "$tmp/seed" --format json 0-24-samarbeidet
json "any(x['id'] == 'case-0-24' and any(p.endswith('#lp-1') for p in x['points']) for x in c)"
# Numbers in a name are words of a query.
status 0 "$samsok" cases -d "$tmp/seed" --format json 24
json "[x['id'] for x in c] == ['case-0-24']"
# Each case the gold marks on a line is found in a passage over that line, and on marked lines no other.
status 0 "$samsok" cases -d "$tmp/seed" -n 100 --format json
cp "$tmp/out" "$tmp/cases.json"
status 0 "$samsok" search -d "$tmp/seed" -n 1 samordning
python3 - "$samsok" "$tmp" "$shared" <<'END' || complain 'the case mentions disagree with the gold'
import glob, json, subprocess, sys
samsok, tmp, shared = sys.argv[1:]
gold = json.load(open(glob.glob(shared + '/gold/*.json')[0]))
ranges = gold['annotated_lines_for_mentions']
cases = json.load(open(tmp + '/cases.json'))['cases']
lines = {}
for one in cases:
    for passage in one['passages']:
        if passage not in lines:
            shown = json.loads(subprocess.run([samsok, 'show', '-d', tmp + '/seed', '--format', 'json', passage],
                                              capture_output=True, text=True, check=True).stdout)
            lines[passage] = (shown['lines']['first'], shown['lines']['last'])
got = {(one['id'], p) for one in cases for p in one['passages']
       if any(a <= lines[p][0] and lines[p][1] <= b for a, b in ranges)}
wanted = set()
missed = 0
for m in gold['case_mentions']:
    over = {(m["slug"], p) for p, (a, b) in lines.items() if a - 4 <= m["line"] <= b}  # headings too
    hit = over & {(one['id'], p) for one in cases for p in one['passages']}
    missed += 0 if hit else 1
    wanted |= hit
recall = 1 - missed / len(gold['case_mentions'])
print('case mentions found: %.3f of %d; passages with a case: %d, of which the gold marks %d' %
      (recall, len(gold['case_mentions']), len(got), len(got & wanted)))
sys.exit(0 if recall >= 0.9 else 1)
END
exit $bad
