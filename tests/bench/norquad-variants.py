#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes variants of a table of questions: one typo a question, or the question turned into nynorsk.

usage: norquad-variants.py typo|nynorsk QUESTIONS > VARIANT

The table (qid, question, docid, line, answer; tab separated, with a header) keeps all columns but the question.
typo     one random edit (a letter left out, doubled, wrong, or swapped with the next) in the longest word
nynorsk  function words and endings by the rules below: crude, but not those that the search itself uses
The random numbers have a fixed seed, so that every run writes the same.
"""
import csv
import random
import re
import sys

LETTERS = "abcdefghijklmnoprstuvyæøå"
WORDS = {
    "hva": "kva", "hvem": "kven", "hvor": "kvar", "hvordan": "korleis", "hvorfor": "kvifor", "hvilken": "kva for ein",
    "hvilket": "kva for eit", "hvilke": "kva for", "ikke": "ikkje", "en": "ein", "et": "eit", "de": "dei",
    "fra": "frå", "noe": "noko", "noen": "nokon", "mange": "mange", "ble": "vart", "blir": "blir", "være": "vere",
    "var": "var", "vært": "vore", "gjør": "gjer", "gjøre": "gjere", "gjorde": "gjorde", "hun": "ho", "hans": "hans",
    "hennes": "hennar", "når": "når", "også": "òg", "flere": "fleire", "mer": "meir", "mest": "mest", "selv": "sjølv",
    "første": "fyrste", "sammen": "saman", "mellom": "mellom", "kommer": "kjem", "kom": "kom", "sier": "seier",
    "sa": "sa", "vet": "veit", "får": "får", "fikk": "fekk", "går": "går", "gikk": "gjekk", "heter": "heiter",
    "het": "heitte", "jeg": "eg", "deres": "deira", "disse": "desse", "denne": "denne", "navnet": "namnet",
    "navn": "namn", "år": "år", "uke": "veke", "hjem": "heim", "vei": "veg", "øye": "auge", "bare": "berre",
    "kirke": "kyrkje", "språket": "språket", "betyr": "tyder", "begynte": "byrja", "startet": "starta",
}
ENDINGS = [(r"(.{3,})ingene$", r"\1ingane"), (r"(.{3,})inger$", r"\1ingar"), (r"(.{3,})elsen$", r"\1elsa"),
           (r"(.{3,})lig(e|t)?$", r"\1leg\2"), (r"(.{4,})ene$", r"\1ane"), (r"(.{3,})heten$", r"\1heita"),
           (r"(.{3,})het$", r"\1heit"), (r"(.{3,})erte$", r"\1erte"), (r"(.{4,})et$", r"\1a"),
           (r"(.{4,})ere$", r"\1are")]


def typo(question, chance):
    word = max(re.findall(r"[^\W\d_]+", question), key=len)
    at = chance.randrange(1, len(word)) if len(word) > 1 else 0
    kind = chance.randrange(4)
    if kind == 0:
        wrong = word[:at] + word[at + 1:]
    elif kind == 1:
        wrong = word[:at] + word[at] + word[at:]
    elif kind == 2:
        wrong = word[:at] + chance.choice(LETTERS) + word[at + 1:]
    else:
        at = min(at, len(word) - 2)
        wrong = word[:at] + word[at + 1:at + 2] + word[at:at + 1] + word[at + 2:]
    return question.replace(word, wrong, 1)


def nynorsk_word(match):
    word = match.group(0)
    new = WORDS.get(word.lower())
    if new is None and word.islower():
        new = next((re.sub(pattern, into, word) for pattern, into in ENDINGS if re.match(pattern, word)), word)
    new = new or word
    return new.capitalize() if word[0].isupper() and new.islower() else new


def main():
    kind, path = sys.argv[1:3]
    chance = random.Random(20)
    with open(path, encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    print("\t".join(rows[0]))
    for row in rows:
        row["question"] = (typo(row["question"], chance) if kind == "typo"
                           else re.sub(r"[^\W\d_]+", nynorsk_word, row["question"]))
        print("\t".join(row.values()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
