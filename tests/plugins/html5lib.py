#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The share of html5lib's tree cases whose text comes out of the HTML plugin, and of `samsok extract`.

usage: html5lib.py [CASES]     default: $SAMSOK_SHARED/corpus/bad/html/html5lib-cases

A case is N.html beside N.tree, the tree that the standard's parser must build. Every text node of the
tree that is not inside script, style or template must be found in the plugin's runs, and end to end in
the blocks or as the title in the metadata, white space aside. Exit status 1 when fewer than 99 in 100 cases are, 77 (skipped) when there are no cases.
"""
import glob
import json
import os
import re
import subprocess
import sys

LEAST = 0.99
UNREAD = {"script", "style", "template"}
TOP = os.environ.get("top_builddir", ".")
SAMPLES = os.path.join(TOP, "tests/plugins/samples")
PLUGIN = os.path.join(TOP, ".libs/samsok-html.so")


def squeeze(text):
    return "".join(text.split())


def tree_texts(path):
    """The text nodes to be found, without white space. A line of the tree is `| `, two blanks a
    level, and a node; a text node is quoted and may go on over lines without the bar."""
    with open(path, encoding="utf-8", errors="replace") as file:
        nodes = re.split(r"\n(?=\| )", file.read())
    above, texts = [], []
    for node in nodes:
        match = re.match(r"\| ( *)(.*)", node, re.S)
        if match is None:
            continue
        depth, body = len(match[1]), match[2]
        while above and above[-1][0] >= depth:
            above.pop()
        if body.startswith('"'):
            if not UNREAD.intersection(name for _, name in above):
                texts.append(squeeze(body.rstrip("\n")[1:-1]))
        elif body.startswith("<") and not body.startswith("<!"):
            above.append((depth, body.split()[0].strip("<>")))
    return texts


def run_texts(paths):
    """What the plugin makes of each page, all text of its runs in one string without white space."""
    for path in paths:
        out = subprocess.run([SAMPLES, PLUGIN, path], capture_output=True, check=False).stdout
        lines = [line for line in out.decode("utf-8", "replace").split("\n")
                 if '"' in line and not line.startswith("meta charset")]
        quoted = "".join(line[line.index('"') + 1:line.rindex('"')] for line in lines)
        plain = re.sub(r"\\([nt])", " ", quoted.replace('\\"', '"')).replace("\\\\", "\\")
        yield squeeze(plain)


def extract_texts(paths):
    """The same from the program: the title and all blocks with their numbers and markers."""
    env = dict(os.environ, SAMSOK_PLUGIN_PATH=os.path.abspath(TOP),
               SAMSOK_WORKER=os.path.abspath(os.path.join(TOP, "samsok-worker")))
    out = subprocess.run([os.path.join(TOP, "samsok"), "extract", "--format", "json", *paths],
                         capture_output=True, env=env, check=False).stdout.decode()
    decoder, at, found = json.JSONDecoder(), 0, {}
    while at < len(out.rstrip()):
        document, at = decoder.raw_decode(out, at)
        at += len(out[at:]) - len(out[at:].lstrip())
        parts = [document["metadata"].get("title") or ""]
        for block in document["blocks"]:
            parts += [block.get("marker") or "", block.get("number") or "", block["text"]]
        found[document["path"]] = squeeze("".join(parts))
    return [found.get(path, "") for path in paths]


def share_found(paths, texts, name):
    found = 0
    for path, text in zip(paths, texts):
        missing = [node for node in tree_texts(path[:-4] + "tree") if node not in text]
        found += not missing
        if missing:
            print(f"{name}: {os.path.basename(path)}: {missing[0][:60]}")
    share = found / len(paths)
    print(f"{name}: {found} of {len(paths)} cases: {share:.4f}")
    return share


def main():
    shared = os.environ.get("SAMSOK_SHARED", "../shared")
    cases = sys.argv[1] if len(sys.argv) > 1 else os.path.join(
        shared, "corpus/bad/html/html5lib-cases")
    paths = sorted(glob.glob(os.path.join(cases, "*.html")))
    if not paths:
        print(f"no cases in {cases}: skipped")
        return 77
    shares = [share_found(paths, run_texts(paths), "plugin"),
              share_found(paths, extract_texts(paths), "extract")]
    return 0 if min(shares) >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
