#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# samsok as a hostile or clumsy user meets it: each mistake gets one clear line and its exit status.
set -u
samsok=$top_builddir/samsok
work=$(mktemp -d)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
cd "$work" || exit 99
export XDG_CACHE_HOME=$work/cache XDG_DATA_HOME=$work/data LC_ALL=C
unset SAMSOK_INDEX
failures=0

fail() {
    failures=$((failures + 1))
    echo "FAIL: $*"
    sed 's/^/    out: /' out | head -n 5
    sed 's/^/    err: /' err | head -n 5
}

# expect STATUS PATTERN COMMAND...: the status, and, unless PATTERN is empty, one line on standard error
# that has PATTERN in it.
expect() {
    local wanted=$1 pattern=$2 status=0
    shift 2
    "$@" >out 2>err || status=$?
    [ "$status" -eq "$wanted" ] || fail "status $status instead of $wanted: $*"
    [ -n "$pattern" ] || return 0
    [ "$(wc -l <err)" -eq 1 ] || fail "$(wc -l <err) lines instead of one: $*"
    grep -qe "^samsok: .*$pattern" err || fail "no '$pattern' in the message: $*"
}

# says PATTERN: the last command's standard output has it. FIXED strings.
says() {
    grep -qF -e "$1" out || fail "no '$1' in the output"
}

mkdir -p source index
echo 'Kommunen har ansvar for samordning av tjenestene.' >source/en.txt
echo 'Departementet har ansvar for tilsyn med kommunene.' >source/to.txt
expect 0 '' "$samsok" index -d index source

# --- Options and words ---
expect 64 'no command' "$samsok" nosuch
expect 64 'nosuch' "$samsok" search -d index --nosuch ansvar
expect 64 'what is to be found' "$samsok" search -d index
expect 64 "'xx' is none of" "$samsok" search -d index --language xx ansvar
expect 64 "no range" "$samsok" search -d index --year 2014..x ansvar
expect 0 '' "$samsok" search -d index --language bokmål ansvar
expect 64 'bytes at most' "$samsok" search -d index "$(printf 'a%.0s' $(seq 16385))"
expect 64 'not both' "$samsok" search -d index --batch /dev/null ansvar
expect 64 'bytes at most' "$samsok" cases -d index "$(printf 'a%.0s' $(seq 16385))"
# The last byte promises five more: reading on would leave what was typed (seen with sanitizers alone).
for option in --concept --report --series; do
    expect 1 '' "$samsok" search -d index "$option" $'a\xfc' ansvar
done
expect 1 '' "$samsok" cases -d index $'a\xfc'
expect 64 'is none of' "$samsok" search -d index --facets $'a\xfc' ansvar
expect 1 'no kind of concepts' "$samsok" concepts matrix $'a\xfc' trinn -d index
expect 0 '' "$samsok" search -d index -n1 ansvar
says '1 av '
expect 0 '' "$samsok" search -d index --format json samordning ELLER -kommune tilsyn
says '"text":"samordning ELLER -kommune tilsyn"'
expect 0 '' "$samsok" search -d index --format json -- ansvar -n1
says '"text":"ansvar -n1"'
expect 0 '' "$samsok" help search
says 'NÆR'
expect 0 '' "$samsok" search --help
says 'NÆR'

# --- A file of queries ---
printf 'a\tansvar\r\n\r\nb\tans\0var\nc\tlinje\xe2\x80\xa9skift \xff\n' >batch
expect 0 '' "$samsok" search -d index --batch batch
[ "$(wc -l <out)" -eq 3 ] || fail 'lines end in LF or CRLF alone'
says '"qid":"c"'
{ printf 'a\tansvar\nb\t'; head -c 3000000 /dev/zero | tr '\0' a; } >batch
expect 65 "'batch': line 2: the query is too long" "$samsok" search -d index --batch batch
printf 'a\tansvar\nb' >batch
expect 65 "'batch': line 2: no tab" "$samsok" search -d index --batch batch
expect 66 'No such file' "$samsok" search -d index --batch nowhere
expect 74 'directory' "$samsok" search -d index --batch source

# --- Standard descriptors that are closed or full, files that may not grow ---
closed() { "$@" >&-; }
expect 74 '' closed "$samsok" search -d index ansvar
expect 74 '' closed "$samsok" index -d index
expect 0 '' "$samsok" search -d index ansvar
without_input() { "$@" <&-; }
expect 74 'standard input' without_input "$samsok" search -d index --batch -
small() { (ulimit -f 4 && "$@"); }
expect 74 'too large' small "$samsok" index -d small source

# --- Files with names that hurt ---
mkdir odd
cp source/en.txt $'odd/linje\nskift.txt'
cp source/to.txt $'odd/r\033[31m\xf8d.txt'
echo 'Ein tredje tekst om ansvar.' >odd/-d.txt
: >$'odd/tom\n\033[1m.txt'
head -c 5000 /dev/urandom >odd/b.pdf
expect 3 '' "$samsok" index -d odd-index --report report.json odd
[ "$(wc -l <err)" -eq 2 ] || fail 'a name with a line break is one line'
grep -q "^samsok: 'odd/b.pdf': it is damaged" err || fail 'what is called .pdf and is none is named'
grep -q $'\033' err && fail 'a file name speaks to the terminal'
grep -q "^samsok: '[^']*': is empty" err || fail 'a message names the file once'
grep -q '"seen":5' report.json || fail 'a file is not accounted for'
expect 0 '' "$samsok" search -d odd-index --format json ansvar
iconv -f UTF-8 -t UTF-8 out >/dev/null 2>&1 || fail 'hits are UTF-8 whatever a file is called'
expect 0 '' "$samsok" search -d odd-index ansvar
grep -q $'\033' out && fail 'a path speaks to the terminal'

printf '%%PDF-1.4\nbroken' >$'odd/x\033[31m\n\xf8.pdf'
cp $'odd/x\033[31m\n\xf8.pdf' odd/y.pdf
expect 3 '' "$samsok" index -d odd-index --report report.json odd
iconv -f UTF-8 -t UTF-8 report.json >/dev/null 2>&1 || fail 'a report is UTF-8 whatever a file is called'
expect 0 '' "$samsok" status -d odd-index
grep -q $'\033' out && fail 'a quarantined file speaks to the terminal'
[ "$(grep -c '^quarantined ' out)" -eq 4 ] || fail 'a quarantined file is one line, a copy one of its own'
expect 0 '' "$samsok" status -d odd-index --format json
iconv -f UTF-8 -t UTF-8 out >/dev/null 2>&1 || fail 'JSON is UTF-8 whatever a file is called'
expect 3 '' "$samsok" index -d odd-index odd
grep -q "(in quarantine)" err || fail 'a quarantined file is not named when it is passed over'

# --- A report that goes elsewhere than to a file of its own ---
ln -s kept.json link.json
expect 0 '' "$samsok" index -d index --report link.json source
[ -L link.json ] && grep -q '"seen":2' kept.json || fail 'a link to a report is written through'
expect 0 '' "$samsok" index -d index --quiet --report - source
says '"seen":2'
expect 73 'nowhere/run.json' "$samsok" index -d index --report nowhere/run.json source

# --- What is not known is null ---
expect 0 '' "$samsok" search -d index --format jsonl -n1 ansvar
report=$(sed -E 's/.*"id":"([^"#]*)#.*/\1/' out)
expect 0 '' "$samsok" show -d index --format json "$report"
grep -qE '"(page|line)":0' out && fail 'a page or line that is not known is no page 0'

# --- A damaged index ---
expect 0 '' "$samsok" index -d damaged source
: >"damaged/$(cat damaged/current)/postlist.glass"
expect 74 'index is damaged.*--rebuild' "$samsok" search -d damaged ansvar
expect 74 'index is damaged.*--rebuild' "$samsok" index -d damaged source
expect 0 '' "$samsok" index -d damaged --rebuild source
expect 0 '' "$samsok" search -d damaged ansvar
echo nonsense >damaged/current
expect 74 'names no generation' "$samsok" index -d damaged --rebuild
expect 0 '' "$samsok" index -d damaged --rebuild source
expect 0 '' "$samsok" search -d damaged ansvar

# Each file of the database in turn: overwritten, or gone.
expect 0 '' "$samsok" index -d whole source
for file in "whole/$(cat whole/current)"/*.glass; do
    name=${file#whole/}
    rm -rf damaged && cp -r whole damaged
    head -c "$(wc -c <"$file")" /dev/zero | tr '\0' '\377' >"damaged/$name"
    expect 74 'index is damaged.*--rebuild' "$samsok" search -d damaged ansvar
    # A block that claims to be of a later commit.
    cp "$file" "damaged/$name"
    printf '\377' | dd of="damaged/$name" conv=notrunc status=none
    expect 74 'index is damaged.*--rebuild' "$samsok" search -d damaged ansvar
    expect 0 '' "$samsok" index -d damaged --rebuild source
    expect 0 '' "$samsok" search -d damaged ansvar
done
rm -rf damaged && cp -r whole damaged
rm "damaged/$(cat whole/current)/postlist.glass"
expect 74 'postlist.glass' "$samsok" search -d damaged ansvar

# --- What is not an index, and no plugins ---
expect 66 'no index here' "$samsok" search -d nowhere ansvar
expect 66 'no index here' "$samsok" search -d source ansvar
expect 66 'no index here' "$samsok" search -d source/en.txt ansvar
: >empty
expect 66 'no index here' "$samsok" search -d empty ansvar
expect 66 'no files or folders' "$samsok" index -d new/index
expect 66 'no such file' "$samsok" index -d new/index nowhere
[ ! -e new ] || fail 'a run that had nothing to read leaves an index behind'
expect 66 'no index here' "$samsok" search -d new/index ansvar
expect 66 'no such file' "$samsok" index -d whole nowhere
expect 0 '' "$samsok" search -d whole ansvar
expect 78 'no format plugin' env SAMSOK_WORKER=/bin/false "$samsok" index -d other source
expect 66 '/nowhere' env SAMSOK_WORKER=/nowhere "$samsok" index -d other source

[ "$failures" -eq 0 ]
