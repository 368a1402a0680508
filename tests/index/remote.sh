#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# An index in shards, one of them behind a real server, answers as one local database does.
set -u
samsok=$top_builddir/samsok
sample=$top_srcdir/data/sample
if ! command -v xapian-tcpsrv >/dev/null; then
    echo "xapian-tcpsrv is not there: remote shards are not tested"
    exit 77
fi
tmp=$(mktemp -d)
server=
cleanup() {
    [ -z "$server" ] || kill "$server" 2>/dev/null
    rm -rf "$tmp"
}
trap cleanup EXIT
export XDG_CACHE_HOME=$tmp/cache XDG_DATA_HOME=$tmp/data NO_COLOR=1 LC_ALL=C.UTF-8
bad=0

complain() {
    echo "FAIL: $*"
    bad=1
}

database() {
    echo "$1/$(cat "$1/current")"
}

"$samsok" index -q -d "$tmp/whole" "$sample/pdf" "$sample/html" "$sample/txt" || complain "whole"
for part in pdf html txt; do
    "$samsok" index -q -d "$tmp/$part" "$sample/$part" || complain "$part"
done

# A free port is asked of the system; another program may take it in between, so several are tried.
for _ in 1 2 3; do
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    timeout 600 xapian-tcpsrv --quiet --interface 127.0.0.1 --port "$port" \
        "$(database "$tmp/txt")" 2>/dev/null &
    server=$!
    for _ in $(seq 50); do
        python3 -c "import socket; socket.create_connection(('127.0.0.1', $port), 1).close()" \
            2>/dev/null && break 2
        kill -0 "$server" 2>/dev/null || break
        sleep 0.1
    done
done
kill -0 "$server" 2>/dev/null || complain "the server did not start"

{
    echo "auto $(database "$tmp/pdf")"
    echo "auto $(database "$tmp/html")"
    echo "auto $(database "$tmp/txt")"
} >"$tmp/shards"
{
    echo "auto $(database "$tmp/pdf")"
    echo "auto $(database "$tmp/html")"
    echo "remote 127.0.0.1:$port"
} >"$tmp/remote"

# All hits in their order, each with its score in front; then the total and the facets.
answer() {
    local index=$1
    shift
    "$samsok" "$1" -d "$index" -n 1000 --format json "${@:2}" 2>"$tmp/err" | python3 -c '
import json, sys
answer = json.load(sys.stdin)
for h in answer["hits"]:
    print(h["score"], json.dumps([h["id"], h["citation"], h["snippet"]]))
print(answer["total"], json.dumps(answer["facets"], sort_keys=True))' || complain "$*: $(cat "$tmp/err")"
}

# Shards add the weights of a hit's words in another order, which may change the last digits of the sum.
is_same() {
    python3 - "$1" "$2" <<'END'
import sys
one, other = ([line.split(' ', 1) for line in open(path)] for path in sys.argv[1:])
same = len(one) == len(other) and all(
    abs(float(a[0]) - float(b[0])) < 1e-6 and a[1] == b[1] for a, b in zip(one, other))
sys.exit(0 if same else 1)
END
}

compare() {
    answer "$tmp/whole" "$@" >"$tmp/one"
    [ "$(wc -l <"$tmp/one")" -ge 2 ] || complain "nothing found: $*"
    for index in shards remote; do
        answer "$tmp/$index" "$@" >"$tmp/other"
        is_same "$tmp/one" "$tmp/other" || complain "$index differs: $*"
    done
}

compare search samordning
compare search hva har vi lært om lederdepartement
compare search samordningsutfordringene i varslingssentralene
compare search utfordring sentral
compare search --rank bm25 samordning
compare search --facets series,year,language,kind --count-all samordning
compare search '"felles varslingssentral"'
compare search --year 2019..2021 --language nb samordning
compare search --path '*.txt' samordning
compare search 'samord* -kommune'
compare search 'samordn* felles*'
compare search '"felles varslingssentral" samordning utfordringer'
compare search 'etat NÆR kommune'
compare search --concept samordning --facets concept samordning
compare search --per-report 1 samordning
compare search --concept prosjekt-felles-varslingssentral samordning
compare search 'sak:prosjekt-fjordraadet samordning'

# All members of cards and points but what holds a place of its own.
cards() {
    "$samsok" "$2" -d "$1" -n 100 --format json "${@:3}" 2>"$tmp/err" || complain "$*: $(cat "$tmp/err")"
}
for index in shards remote; do
    for asked in "cases" "cases --kind structure" "cases felles sentral" "points" \
        "points --concept prosjekt-felles-varslingssentral" "points --concept prosjekt-meldingsloeftet"; do
        # shellcheck disable=SC2086
        cards "$tmp/whole" $asked >"$tmp/one"
        # shellcheck disable=SC2086
        cards "$tmp/$index" $asked >"$tmp/other"
        grep -q '"prosjekt-' "$tmp/one" || complain "no undertaking: $asked"
        python3 - "$tmp/one" "$tmp/other" <<'END' || complain "$index differs: $asked"
import json, sys
def all_of(path):
    answer = json.load(open(path))
    cards = answer.get('cases') or answer.get('points')
    for card in cards:
        for name in ('score', 'features', 'bm25', 'rank'):
            card.pop(name, None)
        for name in ('reports', 'passages', 'points', 'helped', 'hindered'):
            if isinstance(card.get(name), list):
                card[name] = sorted(json.dumps(x) for x in card[name])
    return sorted(json.dumps(card, sort_keys=True) for card in cards)
one, other = all_of(sys.argv[1]), all_of(sys.argv[2])
for a, b in zip(one, other):
    if a != b:
        print(a, b, sep='\n')
        break
sys.exit(0 if one == other else 1)
END
    done
done
first=$("$samsok" search -d "$tmp/whole" --format jsonl -n 1 samordning |
    python3 -c 'import json, sys; print(json.loads(sys.stdin.readline())["id"])')
compare similar "$first"
compare similar "${first%%#*}"
for index in shards remote; do
    "$samsok" show -d "$tmp/$index" "$first" >"$tmp/out" 2>&1 || complain "$index: show $first"
    "$samsok" status -d "$tmp/$index" >"$tmp/out" 2>&1 || complain "$index: status: $(cat "$tmp/out")"
done
exit $bad
