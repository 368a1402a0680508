#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The sample reports, extracted: the outline of their contents pages, no running heads in the text, words whole.
set -u
samsok=$top_builddir/samsok
sample=$top_srcdir/data/sample
expected=$top_srcdir/tests/data/shape/reports
bad=0

complain() {
    echo "FAIL: $*"
    bad=1
}
# The headings as "# 1 Bakgrunn", one a line.
outline() {
    grep '^#' <<<"$1"
}
for file in "$sample"/pdf/*.pdf "$sample"/txt/*.txt; do
    name=$(basename "$file")
    text=$("$samsok" extract "$file") || complain "$name: not read"
    diff -u "$expected/$name.outline" <(outline "$text") || complain "$name: another outline"
    grep -nE '^Samordningsrapport [0-9:]+ .*[a-z]$|[a-z] Samordningsrapport [0-9:]+$' <<<"$text" &&
        complain "$name: a running head in the text"
    grep -nE '[[:alpha:]]- (ning|ene|sam)|^[0-9ivx]+$' <<<"$text" && complain "$name: a page number, a word in parts"
done
# words FILE WORDS: the words stand in FILE's text as they ought to be.
words() {
    local text
    text=$("$samsok" extract "$sample/$1" | tr '\n' ' ')
    grep -qF -- "$2" <<<"$text" || complain "$1: not found: $2"
}
words pdf/samordningsrapport-2019-1.pdf "om IKT-politikken til slutt"
words pdf/samordningsrapport-2019-1.pdf "| Felles budsjettpost | Økonomisk | Ikke innført |"
words pdf/samordningsrapport-2019-1.pdf "[1] Arbeidsgruppen hadde medlemmer"
words pdf/samordningsrapport-2019-4.pdf "| 4 Finne nye løysingar saman | 2 |"
words pdf/samordningsrapport-2020-2.pdf "| Minutter til noen tar ansvar | 19 | 10 | 7 |"
words pdf/samordningsrapport-2021-3.pdf "observatør- og rådgjevarrolle"
words pdf/samordningsrapport-2022-1.pdf "0–24-samarbeidet om utsatte"
words txt/samordningsrapport-2022-4.txt "at to tredjedeler av spørsmålene"
words txt/samordningsrapport-2022-4.txt "IKT-løsningen var den minste"
words txt/samordningsrapport-2022-4.txt "gjerne på kvelden"
exit $bad
