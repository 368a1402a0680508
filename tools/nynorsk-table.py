#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the table of nynorsk words and their bokmål (core/language/nynorsk.h).

usage: nynorsk-table.py WORDS [DICTIONARY APERTIUM LT-PROC] > TABLE

WORDS is our own list. DICTIONARY is hunspell's nn_NO without an ending, APERTIUM the folder of
apertium-nno-nob. Each head word of the dictionary is translated; where the bokmål has another stem, so are
its forms. A line is a form, its bokmål, and " ?" when bokmål knows these letters as another word. The lines
are in byte order. Ours come before theirs; a form that is its own bokmål there is in no table.
"""
import re
import subprocess
import sys

LETTERS = re.compile(r"[a-zæøåéèòôüê]{2,}")
READINGS = re.compile(r"\^([^/]*)/(.*?)\$")
TAGS = re.compile(r"<[^>]*>")
# Of a word with more translations than this, none is sure.
MAX_SURE = 2
# What Norwegian words end in, roughly as Snowball takes it off: words alike but for this need no table.
ENDING = re.compile(r"(hetenes|hetene|hetens|heten|heter|endes|enes|edes|ande|ende|ane|ene|ast|ert|ens|ers|ets"
                    r"|ede|ert|as|es|en|ar|er|et|a|e|s)$")


def stem(word):
    found = ENDING.search(word)
    return word[:found.start()] if found and found.start() >= 3 else word


def suffix_rules(lines):
    rules = {}
    for fields in (line.split() for line in lines if line.startswith("SFX")):
        if len(fields) == 5:
            strip, add = ("" if field == "0" else field.split("/")[0] for field in fields[2:4])
            rules.setdefault(fields[1], []).append((strip, add, re.compile(fields[4] + "$")))
    return rules


def read_dictionary(base):
    with open(base + ".aff", encoding="iso-8859-1") as file:
        rules = suffix_rules(file)
    words = {}
    with open(base + ".dic", encoding="iso-8859-1") as file:
        for line in file:
            word, _, flags = line.strip().partition("/")
            if LETTERS.fullmatch(word):
                words[word] = words.get(word, "") + flags.split(" ")[0]
    return rules, words


def forms_of(word, flags, rules):
    forms = {word}
    for flag in flags:
        for strip, add, condition in rules.get(flag, ()):
            if word.endswith(strip) and condition.search(word):
                forms.add(word[:len(word) - len(strip)] + add)
    return forms


class Apertium:
    def __init__(self, folder, program):
        self.folder, self.program = folder, program
        self.known = {}

    def run(self, option, name, lines):
        out = subprocess.run([self.program, option, f"{self.folder}/{name}.bin"], input="\n".join(lines) + "\n",
                             check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
        for line in out.splitlines():
            found = READINGS.search(line)
            if found and not found.group(2).startswith(("*", "@")):
                yield found.group(1), found.group(2).split("/")

    def readings(self, name, forms):
        """form → set of readings; those of nouns and verbs without what says the form."""
        result = {}
        for form, readings in self.run("-w", name, forms):
            for reading in readings:
                tags = TAGS.findall(reading)
                if tags and "+" not in reading and "<compound-R>" not in tags:
                    kept = tags[:{"<n>": 2, "<vblex>": 1}.get(tags[0], len(tags))]
                    result.setdefault(form, set()).add(TAGS.sub("", reading) + "".join(kept))
        return result

    def translate(self, forms):
        """form → set of the lemmas it may be in bokmål."""
        readings = self.readings("nno-nob.automorf", forms)
        unknown = sorted(set().union(*readings.values()) - self.known.keys())
        self.known.update((reading, set()) for reading in unknown)
        for reading, bokmal in self.run("-b", "nno-nob.autobil", [f"^{reading}$" for reading in unknown]):
            self.known[reading] = {TAGS.sub("", word) for word in bokmal}
        return {form: {word for one in of for word in self.known[one] if LETTERS.fullmatch(word)}
                for form, of in readings.items()}


def differing(form, bokmal):
    return {word for word in bokmal if stem(word) != stem(form)}


def translated(base, apertium):
    rules, words = read_dictionary(base)
    by_lemma = apertium.translate(sorted(words))
    other = [word for word in words if differing(word, by_lemma.get(word, ()))]
    forms = sorted(set().union(*(forms_of(word, words[word], rules) for word in other)))
    all_of = apertium.translate(forms)
    found = {form: differing(form, bokmal) for form, bokmal in all_of.items()}
    found = {form: bokmal for form, bokmal in found.items() if bokmal}
    in_bokmal = apertium.readings("nob-nno.automorf", sorted(found))
    for form, bokmal in found.items():
        lemmas = {TAGS.sub("", reading) for reading in in_bokmal.get(form, ())}
        if lemmas & bokmal:  # a form of this word in bokmål, too: født is of føde in both
            continue
        is_sure = not lemmas and all_of[form] == bokmal and len(bokmal) <= MAX_SURE
        yield form, " ".join(sorted(bokmal)) + ("" if is_sure else " ?")


def own(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            form, _, bokmal = line.strip().partition(" ")
            if form and form != "#":
                yield form, bokmal


def main():
    table = {}
    if len(sys.argv) == 5:
        table.update(translated(sys.argv[2], Apertium(sys.argv[3], sys.argv[4])))
    table.update(own(sys.argv[1]))
    lines = sorted(f"{form} {bokmal}\n".encode() for form, bokmal in table.items() if bokmal != form)
    sys.stdout.buffer.writelines(lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
