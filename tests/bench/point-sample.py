#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws points to be judged: a random sample of `samsok points` over a folder, findings left out.

    tests/bench/point-sample.py --samsok BIN --seed 1 [--size 60] FOLDER > sample.tsv

The same seed draws the same points of the same files. `--context FILE` writes each with what stands before it, to judge by;
fill the column `verdict` in with `right` or `wrong` and let tests/insight/precision.py count.
"""
import argparse, csv, json, random, subprocess, sys, tempfile

COLUMNS = ("file", "page", "line", "kind", "cue", "first", "verdict")
MOST = 10000


def points_of(samsok, folder):
    """All points but findings, in the order of files and lines."""
    with tempfile.TemporaryDirectory(prefix="samsok-points-") as scratch:
        subprocess.run([samsok, "index", "-q", "-d", scratch + "/i", folder], stderr=subprocess.DEVNULL)
        done = subprocess.run([samsok, "points", "-d", scratch + "/i", "--format", "json", "-n", str(MOST)],
                              capture_output=True, text=True, check=True)
    found = [p for p in json.loads(done.stdout)["points"] if p["kind"] != "finding"]
    return sorted(found, key=lambda p: (p["report"]["path"], *place_of(p), p["id"]))


def place_of(point):
    """Its physical page and line, 0 where the format has none."""
    return (point["pages"] or {}).get("first") or 0, (point["lines"] or {}).get("first") or 0


def row_of(point, folder):
    words = " ".join(point["text"].split())
    page, line = place_of(point)
    return dict(file=point["report"]["path"].removeprefix(folder.rstrip("/") + "/"), page=page, line=line, kind=point["kind"],
                cue=" ".join(point["cue"].split()), first=words[:80], verdict="")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--samsok", default="samsok")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--size", type=int, default=60)
    parser.add_argument("--context")
    parser.add_argument("folder")
    given = parser.parse_args()
    points = points_of(given.samsok, given.folder)
    drawn = random.Random(given.seed).sample(points, min(given.size, len(points)))
    print(f"{len(drawn)} of {len(points)}", file=sys.stderr)
    table = csv.DictWriter(sys.stdout, COLUMNS, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    table.writeheader()
    table.writerows(row_of(point, given.folder) for point in drawn)
    if given.context:
        with open(given.context, "w") as out:
            for number, point in enumerate(drawn, 1):
                out.write(f"{number} {point['kind']} {point['report']['path']}:{place_of(point)} [{point['cue']}]\n"
                          f"  lead-in: {point['lead_in']}\n  section: {point['section']}\n  {point['text']}\n\n")


if __name__ == "__main__":
    main()
