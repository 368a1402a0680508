#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The command line from end to end on the bundled sample: what scripts are promised.
set -u
samsok=$top_builddir/samsok
sample=$top_srcdir/data/sample
tmp=$(mktemp -d)
trap 'chmod -R u+w "$tmp"; rm -rf "$tmp"' EXIT
export XDG_CACHE_HOME=$tmp/cache XDG_DATA_HOME=$tmp/data NO_COLOR=1
export LC_ALL=C.UTF-8
idx=$tmp/index
bad=0

complain() {
    echo "FAIL: $*"
    bad=1
}
# status WANTED COMMAND...: the exit status must be WANTED; output in $tmp/out and $tmp/err.
status() {
    local want=$1
    shift
    "$@" >"$tmp/out" 2>"$tmp/err"
    local got=$?
    [ $got -eq "$want" ] || complain "exit $got instead of $want: $* $(head -c 300 "$tmp/err")"
}
# json EXPRESSION: over the JSON in $tmp/out as d, must be true.
json() {
    python3 -c "import json,sys; d=json.load(open('$tmp/out')); sys.exit(0 if ($1) else 1)" ||
        complain "not so: $1"
}
says() {
    grep -qE -- "$1" "$tmp/$2" || complain "$2 does not say '$1': $(head -c 300 "$tmp/$2")"
}

status 64 "$samsok"
status 0 "$samsok" --help
says 'samsok index' out
status 0 "$samsok" --version
status 64 "$samsok" finn
says "no command 'finn'" err
for command in index search show status extract plugins; do
    status 0 "$samsok" help $command
    says 'Usage:' out
done
status 64 "$samsok" search --format pdf x
status 64 "$samsok" search -d "$idx"
status 64 "$samsok" search -n 0 x
status 66 "$samsok" search -d "$tmp/none" x
says "^samsok: .*none" err

status 0 "$samsok" index -d "$idx" --report "$tmp/run.json" "$sample"
cp "$tmp/run.json" "$tmp/out"
json "d['files']['seen'] == sum(d['files'][k] for k in ('indexed','unchanged','failed','skipped','quarantined'))"
json "d['files']['indexed'] >= 12 and d['files']['failed'] == 0 and d['reports'] == d['files']['indexed']"
status 0 "$samsok" index -d "$idx" --report "$tmp/run.json" "$sample"
cp "$tmp/run.json" "$tmp/out"
json "d['files']['indexed'] == 0 and d['files']['unchanged'] >= 12"

# What a report is called and numbered is read in its text, or in metadata.csv beside it.
status 0 "$samsok" search -d "$idx" --format json -n 100 --per-report 1 samordning
json "all(h['report']['series'] == 'Samordningsrapport' and h['report']['number'] for h in d['hits'])"
json "{h['report']['number']: h['report']['title'] for h in d['hits']}['2019:2'] == 'Små kommunar, store oppgåver'"
json "all(h['citation'].startswith('Samordningsrapport 20') for h in d['hits'])"
status 0 "$samsok" search -d "$idx" --format json -n 5 samordning
json "len(d['hits']) == 5 and d['total'] >= 5 and d['hits'][0]['rank'] == 1"
json "all(h['text'] and h['citation'] and h['report']['title'] and '#' in h['id'] for h in d['hits'])"
json "all(0 <= s < e <= len(h['snippet']) for h in d['hits'] for s, e in h['highlights'])"
json "all(h['snippet'][s:e].strip() == h['snippet'][s:e] for h in d['hits'] for s, e in h['highlights'])"
id=$(python3 -c "import json; print(json.load(open('$tmp/out'))['hits'][0]['id'])")
status 0 "$samsok" show -d "$idx" "$id"
status 0 "$samsok" show -d "$idx" "${id%%#*}"
status 0 "$samsok" show -d "$idx" samordningsrapport-2019-04
says '^  Samandrag +s\. iii$' out
says '^    1\.1 Kvifor eit fjordråd\? +s\. 1$' out
status 0 "$samsok" show -d "$idx" --format json "$id"
json "d['id'] == '$id'"
status 1 "$samsok" show -d "$idx" finnes-ikke
says "no report, case or concept 'finnes-ikke'" err
status 1 "$samsok" cases -d "$idx" --like finnes-ikke
says "no case or report 'finnes-ikke'" err
status 0 "$samsok" search -d "$idx" --path html/ samordning
status 1 "$samsok" search -d "$idx" --path nowhere/ samordning
says "no file 'nowhere/' in the index" err
# What became of words that nobody typed is not told.
status 0 "$samsok" similar -d "$idx" samordningsrapport-2019-04
[ ! -s "$tmp/err" ] || complain "similar tells of words: $(cat "$tmp/err")"
status 1 "$samsok" search -d "$idx" xyzzyqwert
status 0 "$samsok" search -d "$idx" samordning -kommune
status 0 "$samsok" search -d "$idx" --format jsonl -n 3 samordning
[ "$(wc -l <"$tmp/out")" -eq 3 ] || complain "jsonl gives $(wc -l <"$tmp/out") lines for 3 hits"

# Hits need no source file.
cp -r "$sample" "$tmp/copy"
status 0 "$samsok" index -d "$tmp/index2" -q "$tmp/copy"
rm -rf "$tmp/copy"
status 0 "$samsok" search -d "$tmp/index2" samordning

printf 'a\tsamordning\nb\t"ubalansert\nc\t)(*&\n' >"$tmp/batch.tsv"
status 0 "$samsok" search -d "$idx" -n 2 --batch "$tmp/batch.tsv"
says "^samsok: b: a quote" err
[ "$(wc -l <"$tmp/out")" -eq 3 ] || complain "batch gives $(wc -l <"$tmp/out") lines for 3 queries"
printf 'no tab here\n' >"$tmp/bad.tsv"
status 65 "$samsok" search -d "$idx" --batch "$tmp/bad.tsv"
says 'line 1' err

printf 'Overskrift\n\nEn setning om æøå.\n' >"$tmp/a.txt"
status 0 "$samsok" extract --format json "$tmp/a.txt"
json "d['media_type'] == 'text/plain' and any('æøå' in b['text'] for b in d['blocks'])"
status 66 "$samsok" extract "$tmp/gone.txt"
# A header that is lost does not make a text of a PDF.
status 0 "$samsok" extract --format json "$top_srcdir/tests/data/pdf/beheaded.pdf"
json "d['media_type'] == 'application/pdf' and len(d['pages']) == 4"
status 3 "$samsok" extract "$tmp/a.txt" "$tmp/gone.txt"
mkfifo "$tmp/fifo"
status 65 timeout 10 "$samsok" extract "$tmp/fifo"
says 'not a regular file' err
status 0 "$samsok" plugins --format json
json "{p['name'] for p in d['plugins'] if p['used']} >= {'txt', 'pdf', 'html'}"
status 0 "$samsok" status -d "$idx" --format json
json "d['reports'] >= 12 and d['passages'] > d['reports']"

printf '[index]\nsources=%s\nindex=%s\n' "$sample" "$tmp/index3" >"$tmp/samsok.conf"
status 0 "$samsok" index -q -c "$tmp/samsok.conf"
status 0 "$samsok" search -d "$tmp/index3" samordning
status 78 "$samsok" index -c "$tmp/none.conf"

# What an older program made is asked all the same, and said to be old, until the next run.
if command -v xapian-metadata >/dev/null; then
    database=$tmp/index3/$(cat "$tmp/index3/current")
    xapian-metadata set "$database" samsok.analyser 1
    status 0 "$samsok" search -d "$tmp/index3" samordning
    says "made by another version.*samsok index" err
    [ "$(wc -l <"$tmp/err")" -eq 1 ] || complain "more than one line says that an index is old"
    printf '1\tstaten\n2\tsamordning\n' >"$tmp/two.tsv"
    status 0 "$samsok" search -d "$tmp/index3" --batch "$tmp/two.tsv"
    [ "$(wc -l <"$tmp/err")" -eq 1 ] || complain "each query says that an index is old"
    status 0 "$samsok" status -d "$tmp/index3"
    says '^outdated ' out
    echo "auto $database" >"$tmp/stub"
    status 0 "$samsok" status -d "$tmp/stub"
    says '^outdated .*each of the indexes it names' out
    status 0 "$samsok" index -q -c "$tmp/samsok.conf"
    status 0 "$samsok" search -d "$tmp/index3" samordning
    [ ! -s "$tmp/err" ] || complain "an index made anew is said to be old: $(cat "$tmp/err")"
else
    echo "skipped: an index of an older program needs xapian-metadata"
fi
if [ -w /dev/full ]; then
    "$samsok" search -d "$idx" samordning >/dev/full 2>"$tmp/err"
    [ $? -eq 74 ] || complain "a full disk is not told"
fi
exit $bad
