#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Questions to three shards of real texts are answered: OP_MAX of Xapian 1.4 crashed there when the forms of a
# word ran out in one of them.
set -u
name=parted
. "${top_srcdir:-.}/tests/expect.sh"
docs=${SAMSOK_SHARED:-${top_srcdir:-.}/../shared}/corpus/norquad/docs
if [ ! -d "$docs" ]; then
    echo "$name: skipped, no $docs"
    exit 77
fi
count=0
for file in "$docs"/*; do
    part=$work/part$((count % 3))
    mkdir -p "$part" && cp "$file" "$part/"
    count=$((count + 1))
done
for part in 0 1 2; do
    expect 0 "$samsok" index -q -d "$work/index$part" "$work/part$part"
    echo "auto $work/index$part/gen-1" >>"$work/stub"
done
awk -F'\t' 'NR > 1 && NR <= 1001 { print $1 "\t" $2 }' "$docs/../queries.tsv" >"$work/questions"
expect 0 "$samsok" search -d "$work/stub" --batch "$work/questions"
[ "$(wc -l <"$work/out")" -eq 1000 ] || complain "$(wc -l <"$work/out") of 1000 questions are answered"
exit $bad
