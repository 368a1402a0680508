#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws tags to be judged: a random sample of `samsok tag` over a folder, so many of each kind of concept.

    tests/bench/tag-sample.py --samsok BIN --seed 1 FOLDER > sample.tsv

The same seed draws the same tags of the same files and vocabulary. `--context FILE` writes the text around each, to judge
by; fill the column `verdict` of the table in with `right` or `wrong` and let tests/concepts/precision.py count.
"""
import argparse, csv, json, os, random, subprocess, sys
from pathlib import Path

SIZES = {"role": 60, "step": 60, "mechanism": 60, "instrument": 60}
REST = 100
COLUMNS = ("stratum", "file", "block", "start", "end", "concept", "matched", "rule", "verdict")
BATCH = 200


def lines_of(samsok, command, files):
    """One JSON object a file that could be read."""
    for i in range(0, len(files), BATCH):
        done = subprocess.run([samsok, command, "--format", "jsonl", *files[i:i + BATCH]], capture_output=True, text=True)
        if done.returncode not in (0, 1, 3):
            sys.exit(f"{command}: exit {done.returncode}: {done.stderr.strip()[:300]}")
        yield from map(json.loads, done.stdout.splitlines())


def kinds_of(samsok):
    tree = subprocess.run([samsok, "concepts", "tree", "--format", "json"], capture_output=True, text=True, check=True)
    return {concept["id"]: concept["kind"] for concept in json.loads(tree.stdout)["concepts"]}


def draw(samsok, files, folder, seed):
    kinds = kinds_of(samsok)
    strata = {}
    for tagged in lines_of(samsok, "tag", files):
        for mention in tagged["mentions"]:
            kind = kinds.get(mention["concept"], "")
            row = [os.path.relpath(tagged["path"], folder), *(mention[key] for key in ("block", "start", "end", "concept", "text", "rule"))]
            strata.setdefault(kind if kind in SIZES else "rest", []).append(row)
    dice = random.Random(seed)
    for stratum in sorted(strata):
        rows = sorted(strata[stratum], key=lambda row: (row[0], row[1], row[2], row[4]))
        size = min(len(rows), SIZES.get(stratum, REST))
        print(f"{stratum}: {size} of {len(rows)}", file=sys.stderr)
        for row in sorted(dice.sample(rows, size), key=lambda row: (row[4], row[0], row[1])):
            yield dict(zip(COLUMNS, [stratum, *row, ""]))


def write_contexts(samsok, folder, rows, path, width):
    wanted = sorted({row["file"] for row in rows})
    blocks = {os.path.relpath(e["path"], folder): e["blocks"] for e in lines_of(samsok, "extract", [f"{folder}/{f}" for f in wanted])}
    with open(path, "w") as out:
        for number, row in enumerate(rows, 1):
            mine = blocks[row["file"]]
            text = mine[row["block"]]["text"]
            start, end = row["start"], row["end"]
            left = text[:start]
            if len(left) < width:
                left = " ¶ ".join(b["text"] for b in mine[max(0, row["block"] - 3):row["block"]]) + " ¶ " + left
            right = text[end:]
            if len(right) < width:
                right += " ¶ " + " ¶ ".join(b["text"] for b in mine[row["block"] + 1:row["block"] + 3])
            out.write(f"{number} {row['concept']} [{row['rule']}] {row['file']}\n  …{left[-width:]}⟦{text[start:end]}⟧{right[:width]}…\n".replace("\n  ", "\v").replace("\n", " ").replace("\v", "\n  ").rstrip() + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--samsok", default="samsok")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--context")
    parser.add_argument("--width", type=int, default=150)
    parser.add_argument("folder")
    given = parser.parse_args()
    files = sorted(str(p) for p in Path(given.folder).rglob("*") if p.is_file() and p.suffix != ".csv")
    rows = list(draw(given.samsok, files, given.folder, given.seed))
    table = csv.DictWriter(sys.stdout, COLUMNS, delimiter="\t", lineterminator="\n")
    table.writeheader()
    table.writerows(dict(row, matched=" ".join(row["matched"].split())) for row in rows)
    if given.context:
        write_contexts(given.samsok, given.folder, rows, given.context, given.width)


if __name__ == "__main__":
    main()
