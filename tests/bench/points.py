#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares `samsok points` with points that readers annotated; tests/insight/annotation-guide.md tells how.

    tests/bench/points.py --samsok BIN --gold tests/insight/points-sample.tsv --root data/sample
    tests/bench/points.py --samsok BIN --gold tests/insight/points-norwegian.tsv --root FOLDER [--details]

Indexes the files that the table names below FOLDER. A point is an item when four of five of the item's first words
stand in order among the point's first ten. Findings, and points that are summary_of another, are no extras.
Kinds are counted apart. `part` counts extras whose words begin where a found item's text goes on.
"""
import argparse, collections, csv, json, math, re, subprocess, sys, tempfile
from pathlib import Path

KINDS = ("learning-point", "advice", "recommendation", "focus-area")


def words(text):
    return re.sub(r"[^\w]+", " ", text.casefold()).split()


def in_order(first, start):
    """How many words of first stand in start in the same order (longest common subsequence)."""
    row = [0] * (len(start) + 1)
    for word in first:
        last = 0
        for i, other in enumerate(start, 1):
            last, row[i] = row[i], max(row[i], row[i - 1], last + 1 if word == other else 0)
    return row[-1]


def same(item, point):
    first = words(item["first"])
    return in_order(first, words(point["text"])[:10]) >= math.ceil(0.8 * len(first))


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in (0, 1, 3):
        sys.exit(f"{' '.join(command)}: exit {done.returncode}: {done.stderr.strip()[:300]}")
    return done.stdout


def points_of(samsok, root, paths):
    with tempfile.TemporaryDirectory(prefix="samsok-points-") as folder:
        run(samsok, "index", "-d", folder + "/i", "--quiet", *[str(root / path) for path in paths])
        out = run(samsok, "points", "-d", folder + "/i", "--format", "json", "-n", "10000")
    found = collections.defaultdict(list)
    for point in json.loads(out or "{}").get("points", []):
        name = point["report"]["path"]
        path = next((p for p in paths if name.endswith(p) or p.endswith(name)), None)
        if path is None:
            sys.exit(f"a point of {name}, which the table does not name")
        if point["kind"] in KINDS:
            found[path].append(point)
    return found


def compare(items, points):
    """Pairs first the items that must be found, then those that may be."""
    left, pairs, missed = list(points), [], []
    weak = lambda item: item["kind"] == "either" or item["kind"].startswith("summary-")
    for item in sorted((i for i in items if i["kind"] != "none"), key=weak):
        point = next((p for p in left if same(item, p) and p["kind"] == item["kind"]), None) or \
            next((p for p in left if same(item, p)), None)
        if point:
            left.remove(point)
        if not weak(item):
            (pairs if point else missed).append((item, point))
    extras = [p for p in left if not p.get("summary_of")]
    return pairs, [item for item, _ in missed], extras


def figures(found, missed, extra):
    precision = found / (found + extra) if found + extra else 1.0
    recall = found / (found + missed) if found + missed else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  (found {found}, missed {missed}, extra {extra})"


def report(path, items, points, details, total):
    pairs, missed, extras = compare(items, points)
    confused = [(i["kind"], p["kind"]) for i, p in pairs if i["kind"] != p["kind"]]
    whole = sum(words(p["text"])[-len(words(i["last"])):] == words(i["last"]) for i, p in pairs if i["last"])
    texts = [" ".join(words(p["text"])) for _, p in pairs]
    part = sum(any(" ".join(words(e["text"])) in text for text in texts) for e in extras)
    for key, value in (("found", len(pairs)), ("missed", len(missed)), ("extra", len(extras)), ("whole", whole),
                       ("part", part), ("confused", len(confused))):
        total[key] += value
    total["kinds"].update(confused)
    print(f"{figures(len(pairs), len(missed), len(extras))}  {path}")
    if details:
        for item in missed:
            print(f"    missed {item['kind']:15} s. {item['page']} {item['first']}")
        for point in extras:
            print(f"    extra  {point['kind']:15} {point['text'][:90]}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--samsok", required=True)
    parser.add_argument("--gold", required=True)
    parser.add_argument("--root", required=True, type=Path, help="the folder that the table's paths lie below")
    parser.add_argument("--details", action="store_true", help="list misses and extras")
    options = parser.parse_args()
    items = collections.defaultdict(list)
    with open(options.gold, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            items[row["path"]].append(row)
    missing = [path for path in items if not (options.root / path).exists()]
    if missing:
        print(f"skipped: {options.root} has no {missing[0]}")
        return 77
    found = points_of(options.samsok, options.root, list(items))
    total = collections.Counter(kinds=0)
    total["kinds"] = collections.Counter()
    for path in items:
        report(path, items[path], found[path], options.details, total)
    print(figures(total["found"], total["missed"], total["extra"]), " all")
    agreeing = total["found"] - total["confused"]
    print(f"whole {total['whole']} of {total['found']}  part {total['part']}  kinds agree {agreeing} of {total['found']}"
          f" ({agreeing / max(1, total['found']):.3f}), confused: {dict(total['kinds'])}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
