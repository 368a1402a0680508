#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares what `samsok extract` makes of the Noark PDFs word by word with the text they were made from.

    tests/bench/noark.py [--samsok FILE] [--worst N] [--corpus FOLDER]

Reads noark__*.pdf and the chapters noark__kapitler__*.rst (reStructuredText) of $SAMSOK_SHARED/corpus/norwegian.
No version is marked, so each chapter is judged by the PDF it fits best. For every chapter and that PDF:

  words    words of the source, markup taken away
  out      share of them that come out, in the source's order or moved by a caption or a footnote
  broken   words that come out in pieces, or as one with their neighbour
  missing  words that do not come out; of them the runs that `pdftotext`, when installed, finds anywhere in the
           PDF, too many when a run is common: the rest is another version's text
"""
import argparse, bisect, collections, difflib, json, os, re, shutil, subprocess, sys, unicodedata
from pathlib import Path

WORD = re.compile(r"\w+(?:-\w+)*")
LEFT_OUT = ("furniture", "contents")
SHINGLE = 4
LARGEST_GAP = 4000


def words_of(text):
    return WORD.findall(unicodedata.normalize("NFKC", text).replace("\u00ad", ""))


def plain(line):
    """A line of reStructuredText without its markup; empty when it is nothing but markup."""
    if re.fullmatch(r"\s*([=~^\"'#*+_.:-])\1{2,}\s*", line) or re.match(r"\s*:[a-z-]+:(\s|$)", line):
        return ""
    directive = re.match(r"\s*\.\. (\[[^\]]+\]|_[^:]*:|[a-z-]+::)(.*)", line)
    if directive:
        kept = directive[1].startswith("[") or directive[1] == "list-table::"
        line = directive[2] if kept else ""
    line = re.sub(r"\[[#*\w]+\]_", " ", line)
    line = re.sub(r":[a-z]+:`([^`<]*)(<[^>]*>)?`", r"\1", line)
    line = re.sub(r"`([^`<]*)(<[^>]*>)?`_*", r"\1", line)
    return re.sub(r"\\(.)", r"\1", re.sub(r"\*+|``|\|", "", line))


def source_words(path):
    return words_of("\n".join(plain(line) for line in path.read_text("utf-8").splitlines()))


def extract(samsok, path):
    run = subprocess.run([samsok, "extract", "--format", "json", str(path)], capture_output=True, text=True)
    if run.returncode != 0 or not run.stdout.strip():
        sys.exit(f"{path.name}: {run.stderr.strip()}")
    blocks = json.loads(run.stdout)["blocks"]
    return words_of("\n".join(block["text"] for block in blocks if block["kind"] not in LEFT_OUT))


def letters(path):
    """All letters and digits poppler finds, in a row: what the PDF has, whatever samsok makes of it."""
    if not shutil.which("pdftotext"):
        return None
    text = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True).stdout
    return key(words_of(text))


def key(words):
    return "".join(words).replace("-", "").lower()


def shingles(words):
    """The runs of SHINGLE words that occur once, with their place."""
    places = collections.defaultdict(list)
    for i in range(len(words) - SHINGLE + 1):
        places[tuple(words[i:i + SHINGLE])].append(i)
    return {run: found[0] for run, found in places.items() if len(found) == 1}


def anchors(source, target):
    """Pairs of places with the same unique run, the longest series that rises in both (patience)."""
    known = shingles(target)
    pairs = sorted((i, known[run]) for run, i in shingles(source).items() if run in known)
    ends, tails, before = [], [], {}
    for n, (_, j) in enumerate(pairs):
        at = bisect.bisect_left(ends, j)
        ends[at:at + 1], tails[at:at + 1] = [j], [n]
        before[n] = tails[at - 1] if at else None
    chain, n = [], tails[-1] if tails else None
    while n is not None:
        chain.append(pairs[n])
        n = before[n]
    return chain[::-1]


def gaps(source, target):
    """The stretches between the anchors that are not simply equal, as (source run, target run)."""
    last_i = last_j = None
    for i, j in anchors(source, target) + [(len(source), None)]:
        if last_i is None:
            yield source[:i], target[max(0, (j or 0) - i - 50):j or 0]
        elif i > last_i:
            yield source[last_i:i], target[last_j:j if j is not None else last_j + (i - last_i) + 50]
        last_i, last_j = i + SHINGLE, (j or 0) + SHINGLE
        if j is None:
            break


def differences(source, target):
    """The (source run, target run) that differ, over the whole chapter."""
    for left, right in gaps(source, target):
        if max(len(left), len(right)) > LARGEST_GAP:
            yield left, right
            continue
        for tag, a, b, c, d in difflib.SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
            if tag != "equal":
                yield left[a:b], right[c:d]


def take_broken(left, right):
    """The words of left that stand in right in pieces or joined with their neighbour; what is left of left."""
    broken, rest, i = [], [], 0
    joined = {key(right[n:n + k]): right[n:n + k] for k in (1, 2, 3) for n in range(len(right) - k + 1)}
    while i < len(left):
        size = next((k for k in (3, 2, 1) if i + k <= len(left) and key(left[i:i + k]) in joined
                     and joined[key(left[i:i + k])] != left[i:i + k]
                     and [w.lower() for w in left[i:i + k]] != [w.lower() for w in joined[key(left[i:i + k])]]), 0)
        if size:
            broken.append((left[i:i + size], joined[key(left[i:i + size])]))
        else:
            rest.append(left[i])
        i += size or 1
    return broken, rest


def compare(source, target):
    broken, missing, spare = [], [], collections.Counter()
    for left, right in differences(source, target):
        found, rest = take_broken(left, right)
        broken += found
        missing.append(rest)
        spare.update(right)
    lost = []
    for run in missing:
        kept = []
        for word in run:
            if spare[word] > 0:
                spare[word] -= 1
            else:
                kept.append(word)
        if kept:
            lost.append(kept)
    return broken, lost


def report(name, pdf, source, broken, lost, worst):
    missing = sum(map(len, lost))
    pieces = sum(len(left) for left, _ in broken)
    held = letters(pdf)
    there = [run for run in lost if held and len(key(run)) >= 4 and key(run) in held]
    print(f"{name[:44]:44} {len(source):6} words {100 * (len(source) - missing - pieces) / len(source):6.2f} % out "
          f"{pieces:4} broken {missing:5} missing ({sum(map(len, there))} in the PDF)  {pdf.name}")
    for left, right in broken[:worst]:
        print(f"    broken   «{' '.join(left)}» came as «{' '.join(right)}»")
    for run in sorted(there, key=len, reverse=True)[:worst]:
        print(f"    lost     «{' '.join(run)[:150]}»")
    for run in sorted((run for run in lost if run not in there), key=len, reverse=True)[:worst]:
        print(f"    not there «{' '.join(run)[:150]}»")
    return len(source), pieces, missing, sum(map(len, there))


def main():
    shared = os.environ.get("SAMSOK_SHARED", "../shared")
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--samsok", default="./samsok")
    parser.add_argument("--worst", type=int, default=5)
    parser.add_argument("--corpus", type=Path, default=Path(shared) / "corpus" / "norwegian")
    options = parser.parse_args()
    pdfs = sorted(options.corpus.glob("pdf/noark__*.pdf"))
    chapters = sorted(options.corpus.glob("txt/noark__kapitler__*.rst"))
    if not pdfs or not chapters:
        sys.exit(f"no Noark files in {options.corpus}: set SAMSOK_SHARED or --corpus")
    texts = {pdf: extract(options.samsok, pdf) for pdf in pdfs}
    sums = [0, 0, 0, 0]
    for chapter in chapters:
        source = source_words(chapter)
        results = {pdf: compare(source, text) for pdf, text in texts.items()}
        best = min(results, key=lambda pdf: sum(map(len, results[pdf][1])))
        figures = report(chapter.stem.removeprefix("noark__kapitler__"), best, source, *results[best], options.worst)
        sums = [a + b for a, b in zip(sums, figures)]
    words, pieces, missing, there = sums
    print(f"all: {words} words, {100 * (words - missing - pieces) / words:.2f} % out, {pieces} broken "
          f"({100 * pieces / words:.2f} %), {missing} missing, {there} of them in the PDF")


if __name__ == "__main__":
    main()
