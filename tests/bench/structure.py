#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures how well `samsok extract` rebuilds the structure of reports, against what the files themselves tell.

    tests/bench/structure.py [--samsok FILE] [--worst N] [--details] FILE-OR-FOLDER...

Without arguments: the PDFs of $SAMSOK_SHARED/corpus/norwegian/pdf. Four figures a file, worst files and
examples after them:

  outline    PDF bookmarks found as a heading: with right level and page, found at all, of how many
  broken     words that neither a dictionary (hunspell-no) nor their own halves explain: a row end joined
             wrongly. "samordn- ingen" and "samord-ningen" count where "samordningen" is a word
  furniture  running heads and page numbers left in passages: one text on three pages or more at the edge
             of a page, and paragraphs that are a number
  cut        paragraphs that end without a full stop and go on, in small letters, in the next one
"""
import argparse, collections, json, os, re, subprocess, sys
from pathlib import Path

DICTIONARIES = [Path("/usr/share/hunspell") / name for name in ("nb_NO.dic", "nn_NO.dic", "en_US.dic")]
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
TEXT_KINDS = ("paragraph", "list-item", "quote")


def dictionary():
    words = set()
    for path in DICTIONARIES:
        if not path.exists():
            continue
        head = path.with_suffix(".aff").read_bytes()[:2000] if path.with_suffix(".aff").exists() else b""
        charset = "utf-8" if b"UTF-8" in head else "latin-1"
        for line in path.read_text(charset, "replace").splitlines()[1:]:
            words.add(line.split("/")[0].split("\t")[0].strip().lower())
    return words


def key(text):
    return "".join(c for c in text.lower() if c.isalnum())


def bare_key(text):
    """The title without its number: «2.3 Roller» and «Roller» are one heading."""
    return key(re.sub(r"^\s*(kapittel\s+|kap\.?\s+)?([0-9]+\.)*[0-9]+[.:)]?\s+", "", text, flags=re.I))


def extract(samsok, path):
    run = subprocess.run([samsok, "extract", "--format", "json", str(path)], capture_output=True, text=True)
    return json.loads(run.stdout) if run.stdout.strip() else None


def measure_outline(document):
    """Level is right when it is that of the bookmark, counted from the level most bookmarks agree on: some
    files give the title the first level, some do not."""
    headings = collections.defaultdict(list)
    for block in document["blocks"]:
        if block["kind"] == "heading":
            headings[bare_key(block["text"])].append([block, False])
    pairs, missed = [], []
    for entry in document.get("outline", []):
        if not bare_key(entry["title"]) and not key(entry["title"]):
            continue
        found = None
        for place in headings.get(bare_key(entry["title"]), []):
            if not place[1] and (entry["page"] == 0 or (place[0]["page"] or 0) == entry["page"]):
                found = place
                break
        if found is None:
            missed.append(entry)
        else:
            found[1] = True
            pairs.append((entry, found[0]))
    shifts = collections.Counter(e["level"] - b["level"] for e, b in pairs)
    shift = shifts.most_common(1)[0][0] if shifts else 0
    wrong = [(e, b) for e, b in pairs if e["level"] - b["level"] != shift]
    unmatched = [p[0] for places in headings.values() for p in places if not p[1]]
    return {"entries": len(pairs) + len(missed), "found": len(pairs), "right": len(pairs) - len(wrong),
            "missed": missed, "wrong": wrong, "extra": unmatched if document.get("outline") else []}


def measure_words(document, words):
    tokens = collections.Counter()
    texts = [b["text"] for b in document["blocks"] if b["kind"] not in ("furniture", "contents")]
    for text in texts:
        tokens.update(w.lower() for w in WORD.findall(text))
    known = lambda w: w in words or tokens[w] >= 3

    broken = []
    for word, count in tokens.items():
        if "-" in word and word not in words:
            joined = word.replace("-", "")
            parts = word.split("-")
            if (joined in words or tokens[joined] > 0) and not all(known(p) for p in parts):
                broken.append(word)
    for text in texts:
        for left, right in re.findall(r"([^\W\d_]{2,})- ([^\W\d_]{2,})", text):
            if (left + right).lower() in words or tokens[(left + right).lower()] > 0:
                broken.append(f"{left}- {right}")
    return {"words": sum(tokens.values()), "broken": broken}


def measure_furniture(document):
    edges = collections.defaultdict(set)
    found = []
    by_page = collections.defaultdict(list)
    for block in document["blocks"]:
        if block["kind"] not in ("furniture", "contents") and block["page"]:
            by_page[block["page"]].append(block)
    for page, blocks in by_page.items():
        for block in {id(b): b for b in blocks[:2] + blocks[-2:]}.values():
            folded = re.sub(r"\d+", "#", " ".join(block["text"].lower().split()))
            if len(folded) <= 120 and block["kind"] in TEXT_KINDS + ("heading",):
                edges[folded].add((page, block["text"]))
        for block in blocks:
            if block["kind"] in TEXT_KINDS and re.fullmatch(r"(side )?\d{1,4}|[ivx]{1,5}( av \d+)?", block["text"]):
                found.append((page, block["text"]))
    for folded, places in edges.items():
        if len({page for page, _ in places}) >= 3:
            found += sorted(places)
    return found


def measure_cut(document):
    """The text goes on in the next text block: no full stop, then a small letter."""
    cut, total, before = [], 0, None
    for block in document["blocks"]:
        if block["kind"] in ("furniture", "footnote", "caption"):
            continue
        if block["kind"] in TEXT_KINDS:
            total += 1
            if (before and block["kind"] == "paragraph" and re.match(r"[a-zæøå]", block["text"])
                    and len(block["text"].split()) > 2 and not re.search(r"[.!?:;…][»\")\]]*$", before["text"])):
                cut.append((block["page"], before["text"][-40:], block["text"][:40]))
        before = block if block["kind"] in TEXT_KINDS else None
    return {"blocks": total, "cut": cut}


def measure(samsok, path, words):
    document = extract(samsok, path)
    if document is None:
        return None
    return {"file": path.name, "pages": len(document["pages"]), "outline": measure_outline(document),
            "words": measure_words(document, words), "furniture": measure_furniture(document),
            "cut": measure_cut(document)}


def share(part, whole):
    return f"{100 * part / whole:.1f} %" if whole else "-"


def print_file(result, details):
    outline, cut = result["outline"], result["cut"]
    print(f"{outline['right']:4}/{outline['found']:4}/{outline['entries']:4} extra {len(outline['extra']):4}"
          f"  broken {len(result['words']['broken']):3}  furniture {len(result['furniture']):3}"
          f"  cut {len(cut['cut']):3}/{cut['blocks']:<5} {result['file'][:70]}")
    if not details:
        return
    for entry in outline["missed"][:details]:
        print(f"      missed  l{entry['level']} p{entry['page']} {entry['title'][:80]}")
    for entry, block in outline["wrong"][:details]:
        print(f"      level   {entry['level']} is {block['level']} p{entry['page']} {entry['title'][:80]}")
    for block in outline["extra"][:details]:
        print(f"      extra   l{block['level']} p{block['page']} {block['number'] or ''} {block['text'][:80]}")
    for word in result["words"]["broken"][:details]:
        print(f"      broken  {word}")
    for page, text in result["furniture"][:details]:
        print(f"      furniture p{page} {text[:80]}")
    for page, left, right in cut["cut"][:details]:
        print(f"      cut     p{page} …{left} / {right}…")


def print_worst(results, worst):
    for name, count in (("broken", lambda r: len(r["words"]["broken"])),
                        ("furniture", lambda r: len(r["furniture"])),
                        ("cut", lambda r: len(r["cut"]["cut"])),
                        ("outline", lambda r: r["outline"]["entries"] - r["outline"]["right"])):
        ranked = sorted((r for r in results if count(r) > 0), key=count, reverse=True)[:worst]
        print(f"worst by {name}: " + "; ".join(f"{r['file'][:50]} {count(r)}" for r in ranked))


def files_of(paths):
    for path in map(Path, paths):
        yield from sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--samsok", default="./samsok")
    parser.add_argument("--worst", type=int, default=10)
    parser.add_argument("--details", type=int, default=0, metavar="N", help="show N examples of each a file")
    parser.add_argument("paths", nargs="*")
    options = parser.parse_args()
    shared = os.environ.get("SAMSOK_SHARED", "../shared")
    paths = options.paths or [f"{shared}/corpus/norwegian/pdf"]
    words = dictionary()
    results = []
    for path in files_of(paths):
        result = measure(options.samsok, path, words)
        if result is None:
            print(f"not read: {path}")
            continue
        results.append(result)
        print_file(result, options.details)
    entries = sum(r["outline"]["entries"] for r in results)
    total = lambda get: sum(get(r) for r in results)
    print(f"outline   right {share(total(lambda r: r['outline']['right']), entries)}, found "
          f"{share(total(lambda r: r['outline']['found']), entries)} of {entries}; headings without bookmark "
          f"{total(lambda r: len(r['outline']['extra']))}")
    print(f"broken    {share(total(lambda r: len(r['words']['broken'])), total(lambda r: r['words']['words']))} "
          f"of {total(lambda r: r['words']['words'])} words")
    print(f"furniture {total(lambda r: len(r['furniture']))} on {total(lambda r: r['pages'])} pages")
    print(f"cut       {share(total(lambda r: len(r['cut']['cut'])), total(lambda r: r['cut']['blocks']))} "
          f"of {total(lambda r: r['cut']['blocks'])} text blocks")
    print_worst(results, options.worst)


if __name__ == "__main__":
    sys.exit(main())
