#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets the sources *.report beside it as PDF reports in ../sample/pdf; README.md tells the markup.

Needs python3-cairo and the Liberation fonts. The same sources, fonts and version of cairo give the
same bytes: dates come from the sources, never from the clock.

Usage: make-pdf.py [SOURCE...]
"""
import glob
import io
import os
import re
import sys

import cairo

PAGE_WIDTH, PAGE_HEIGHT = 595, 842
LEFT, RIGHT = 85, 510
TOP, BOTTOM = 90, 760
BODY, SMALL, NOTE = 11, 9, 8.5
ROMAN = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
SERIF, SANS = "Liberation Serif", "Liberation Sans"
BULLET = "•"
# Where common words may break without a · in the source: after the first half, before the second.
HALVES = ["samord ning", "opplys ning", "departe ment", "kommu ne", "forstå else", "forstå ing",
          "utfordr ing", "tilpas ning", "tilpas sing", "evalue ring", "finansi ering", "etat ene",
          "etat ane", "erfar ing", "mulig het", "kost nad",
          "spørs mål", "digitali sering", "sam arbeid", "arbeids gruppe", "mel ding",
          "innbyg gj", "direk tør", "viktig ste"]
BREAK = re.compile("·|(?<=\\w)-(?=\\w)|" + "|".join(
    f"(?<={first})(?={second})" for first, second in (half.split() for half in HALVES)))


class Word:
    """A word with its look; `note` is the text of a footnote whose mark follows it."""

    def __init__(self, text, bold=False, note=None):
        self.text, self.bold, self.note, self.mark = text, bold, note, None


def words_of(text):
    """Splits a paragraph: *bold*, [^note], · for a place where a word may break."""
    words, bold = [], False
    for piece in re.split(r"(\*|\[\^[^\]]*\])", text):
        if piece == "*":
            bold = not bold
        elif piece.startswith("[^"):
            words[-1].note = piece[2:-1]
        else:
            glued = words and words[-1].note is not None and re.match(r"\S", piece)
            parts = piece.split()
            if glued and re.fullmatch(r"[.,;:)»]+", parts[0]):
                words[-1].text += parts.pop(0)
            words += [Word(part, bold) for part in parts]
    return words


class Canvas:
    """One PDF file being drawn; coordinates are points from the top left."""

    def __init__(self, target, source):
        self.surface = cairo.PDFSurface(target, PAGE_WIDTH, PAGE_HEIGHT)
        fields = source.fields
        for key, value in ((cairo.PDFMetadata.TITLE, fields["title"]),
                           (cairo.PDFMetadata.AUTHOR, fields["author"]),
                           (cairo.PDFMetadata.KEYWORDS, fields.get("keywords", "")),
                           (cairo.PDFMetadata.SUBJECT, fields.get("subject", "")),
                           (cairo.PDFMetadata.CREATE_DATE, fields["date"] + "T12:00:00Z")):
            self.surface.set_metadata(key, value)
        self.context = cairo.Context(self.surface)

    def font(self, size, bold=False, italic=False, family=SERIF):
        slant = cairo.FONT_SLANT_ITALIC if italic else cairo.FONT_SLANT_NORMAL
        weight = cairo.FONT_WEIGHT_BOLD if bold else cairo.FONT_WEIGHT_NORMAL
        self.context.select_font_face(family, slant, weight)
        self.context.set_font_size(size)

    def width(self, text, size, bold=False, italic=False, family=SERIF):
        self.font(size, bold, italic, family)
        return self.context.text_extents(text).x_advance

    def text(self, x, y, text, size, bold=False, italic=False, family=SERIF):
        self.font(size, bold, italic, family)
        self.context.move_to(x, y)
        self.context.show_text(text)

    def rule(self, x1, x2, y):
        self.context.set_line_width(0.5)
        self.context.move_to(x1, y)
        self.context.line_to(x2, y)
        self.context.stroke()


class Source:
    """A parsed .report file: fields at the top, then blocks (kind, text)."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            head, body = file.read().split("\n\n", 1)
        self.fields = dict(line[1:].split(" ", 1) for line in head.splitlines() if line[:1] == "@")
        self.blocks = [self.block(chunk) for chunk in re.split(r"\n\s*\n", body.strip())]
        self.number_headings()

    @staticmethod
    def block(chunk):
        lines = chunk.split("\n")
        if lines[0].startswith("|"):
            return "table", [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
        if lines[0].startswith("@form"):
            return "form", [line.split(": ", 1) for line in lines[1:]]
        match = re.match(r"(@\w+|=|##?#?|-|\d+\.|>|!)(?:\s+|$)", chunk)
        kind = match.group(1) if match else "text"
        rest = " ".join(chunk[match.end() if match else 0:].split())
        return ("item", (kind, rest)) if kind[0].isdigit() else (kind, rest)

    def number_headings(self):
        first = second = 0
        for i, (kind, text) in enumerate(self.blocks):
            if kind == "#":
                first, second = first + 1, 0
                self.blocks[i] = (kind, (str(first), text))
            elif kind == "##":
                second += 1
                self.blocks[i] = (kind, (f"{first}.{second}", text))


class Setter:
    """Sets the blocks of a source on pages; `contents` comes from an earlier pass."""

    def __init__(self, canvas, source, contents):
        self.canvas, self.source, self.contents = canvas, source, contents
        self.entries = []
        self.sheet, self.number, self.roman = 0, 0, True
        self.note_count, self.notes = 0, []
        self.new_page()

    # Pages

    def label(self):
        return ROMAN[self.number] if self.roman else str(self.number)

    def new_page(self):
        self.sheet += 1
        self.number += 1
        self.y, self.bottom = TOP, BOTTOM
        self.canvas.surface.set_page_label(self.label())

    def end_page(self):
        self.draw_notes()
        if self.sheet > 1:
            fields = self.source.fields
            right = f"{fields['series']} {fields['number']}"
            self.canvas.text(LEFT, 50, fields["short"], SMALL, italic=True)
            width = self.canvas.width(right, SMALL, italic=True)
            self.canvas.text(RIGHT - width, 50, right, SMALL, italic=True)
            width = self.canvas.width(self.label(), SMALL)
            self.canvas.text((PAGE_WIDTH - width) / 2, 800, self.label(), SMALL)
        self.canvas.surface.show_page()

    def break_page(self):
        self.end_page()
        self.new_page()

    def need(self, height):
        if self.y + height > self.bottom:
            self.break_page()

    # Notes

    def draw_notes(self):
        if not self.notes:
            return
        y = BOTTOM - sum(len(lines) for _, lines in self.notes) * 11 + 20
        self.canvas.rule(LEFT, LEFT + 120, y - 12)
        for mark, lines in self.notes:
            self.canvas.text(LEFT, y - 3, mark, 5.5)
            for line in lines:
                self.draw_words(LEFT + 10, y, line, NOTE, None)
                y += 11
        self.notes = []

    def take_notes(self, line):
        """Reserves room for the notes of a line that is about to be set."""
        for word in line:
            if word.note is None or word.mark is not None:
                continue
            lines = list(self.lines(words_of(word.note), RIGHT - LEFT - 10, NOTE))
            if not self.notes:
                self.bottom -= 14
            self.bottom -= 11 * len(lines)
            if self.y > self.bottom:
                self.break_page()
                self.bottom -= 14 + 11 * len(lines)
            self.note_count += 1
            word.mark = str(self.note_count)
            self.notes.append((word.mark, lines))

    # Lines

    def word_width(self, word, size):
        width = self.canvas.width(word.text.replace("·", ""), size, word.bold)
        return width + (self.canvas.width("00", size * 0.6) if word.note else 0)

    def split(self, word, room, size):
        """The longest beginning of a word that fits with its hyphen, and the rest."""
        for match in reversed(list(BREAK.finditer(word.text))):
            head = word.text[:match.start()].replace("·", "") + "-"
            if self.canvas.width(head, size, word.bold) <= room:
                return Word(head, word.bold), Word(word.text[match.end():], word.bold, word.note)
        return None, word

    def lines(self, words, width, size):
        line, used = [], 0
        blank = self.canvas.width(" ", size)
        queue = list(words)
        while queue:
            word = queue.pop(0)
            advance = self.word_width(word, size)
            head, rest = None, word
            if used + advance > width:
                head, rest = self.split(word, width - used, size)
            if used + advance <= width or not (head or line):
                line.append(word)
                used += advance + blank
                continue
            if head:
                line.append(head)
            yield line
            line, used = [], 0
            queue.insert(0, rest)
        if line:
            yield line

    def draw_words(self, x, y, line, size, width):
        """Draws a line, justified to `width` unless that is None."""
        blank = self.canvas.width(" ", size)
        if width is not None and len(line) > 1:
            blank = (width - sum(self.word_width(word, size) for word in line)) / (len(line) - 1)
        for word in line:
            text = word.text.replace("·", "")
            self.canvas.text(x, y, text, size, word.bold)
            if word.mark:
                after = x + self.canvas.width(text, size, word.bold)
                self.canvas.text(after, y - size * 0.35, word.mark, size * 0.6)
            x += self.word_width(word, size) + blank

    def paragraph(self, text, indent=0, marker=None, size=BODY):
        width = RIGHT - LEFT - indent
        lines = list(self.lines(words_of(text), width, size))
        leading = size + 3.5
        for i, line in enumerate(lines):
            self.need(leading * (2 if i == 0 and len(lines) > 1 else 1))
            self.take_notes(line)
            if i == 0 and marker:
                self.canvas.text(LEFT + indent - 18, self.y, marker, size)
            last = i == len(lines) - 1
            self.draw_words(LEFT + indent, self.y, line, size, None if last else width)
            self.y += leading
        self.y += 6

    # Blocks

    def heading(self, number, text, level):
        size = {1: 17, 2: 13, 3: BODY}[level]
        if level == 1 and self.y > TOP + 330:
            self.break_page()
        self.need(90)
        self.y += 0 if self.y == TOP else {1: 16, 2: 10, 3: 4}[level]
        shown = text.replace("·", "")
        if number:
            self.canvas.text(LEFT, self.y, number, size, bold=True, family=SANS)
        indent = {1: 28, 2: 36, 3: 0}[level] if number else 0
        words = [Word(part, True) for part in shown.split()]
        for line in self.heading_lines(words, size, RIGHT - LEFT - indent):
            self.canvas.text(LEFT + indent, self.y, line, size, bold=True, family=SANS)
            self.y += size + 5
        self.y += 6
        if level < 3:
            self.bookmark(number, shown, level)

    def heading_lines(self, words, size, width):
        line = ""
        for word in words:
            longer = f"{line} {word.text}".strip()
            if line and self.canvas.width(longer, size, True, family=SANS) > width:
                yield line
                longer = word.text
            line = longer
        yield line

    def bookmark(self, number, text, level):
        title = f"{number} {text}" if number else text
        parent = self.parent if level == 2 else cairo.PDF_OUTLINE_ROOT
        item = self.canvas.surface.add_outline(
            parent, title, f"page={self.sheet} pos=[{LEFT} {self.y - 40:.0f}]", 0)
        if level == 1:
            self.parent = item
        self.entries.append((number, text, level, self.label()))

    def contents_page(self, title):
        self.heading("", title, 1)
        dot = self.canvas.width(".", BODY)
        for number, text, level, label in self.contents:
            x = LEFT + (18 if level == 2 else 0)
            self.need(17)
            self.canvas.text(x, self.y, number, BODY, level == 1)
            x += (28 if level == 2 else 18) if number else 0
            self.canvas.text(x, self.y, text, BODY, level == 1)
            x += self.canvas.width(text, BODY, level == 1) + 4
            end = RIGHT - self.canvas.width(label, BODY) - 2
            dots = "." * int((end - x) / dot)
            self.canvas.text(end - len(dots) * dot, self.y, dots, BODY)
            self.canvas.text(RIGHT - self.canvas.width(label, BODY), self.y, label, BODY)
            self.y += 17

    def table(self, rows):
        step = (RIGHT - LEFT) / len(rows[0])
        for i, row in enumerate(rows):
            cells = [list(self.lines([Word(w.text, i == 0) for w in words_of(cell)], step - 14, SMALL))
                     for cell in row]
            height = max(len(cell) for cell in cells) * 12 + 6
            self.need(height)
            for k, cell in enumerate(cells):
                for j, line in enumerate(cell):
                    self.draw_words(LEFT + k * step, self.y + j * 12, line, SMALL, None)
            self.canvas.rule(LEFT, RIGHT, self.y + height - 14)
            self.y += height
        self.y += 10

    def form(self, rows):
        for key, value in rows:
            lines = list(self.lines(words_of(value), RIGHT - LEFT - 150, SMALL))
            self.need(12 * len(lines) + 6)
            self.canvas.text(LEFT, self.y, key + ":", SMALL, bold=True)
            for line in lines:
                self.draw_words(LEFT + 150, self.y, line, SMALL, None)
                self.y += 12
            self.y += 6

    def cover(self):
        fields = self.source.fields
        self.y = 240
        for line in self.heading_lines([Word(w, True) for w in fields["title"].split()], 26,
                                       RIGHT - LEFT):
            self.canvas.text(LEFT, self.y, line, 26, bold=True, family=SANS)
            self.y += 34
        self.canvas.text(LEFT, self.y + 6, fields["subtitle"], 14, family=SANS)
        self.canvas.text(LEFT, 640, f"{fields['series']} {fields['number']}", 12, family=SANS)
        width = self.canvas.width("ISSN 1234-5679", 12, family=SANS)
        self.canvas.text(RIGHT - width, 640, "ISSN 1234-5679", 12, family=SANS)
        self.canvas.text(LEFT, 700, fields["publisher"], 12, family=SANS)

    def set_block(self, kind, value):
        if kind == "@contents":
            self.contents_page(value)
        elif kind == "@page":
            self.break_page()
        elif kind == "@body":
            self.end_page()
            self.roman, self.number = False, 0
            self.new_page()
        elif kind == "=":
            self.heading("", value, 1)
        elif kind in ("#", "##"):
            self.heading(*value, len(kind))
        elif kind == "###":
            self.heading("", value, 3)
        elif kind in ("-", "item"):
            marker, text = (BULLET, value) if kind == "-" else value
            self.paragraph(text, 24, marker)
        elif kind == ">":
            self.paragraph(value, 36, size=10)
        elif kind == "!":
            self.need(60)
            self.paragraph(f"*{value}*", size=SMALL)
        elif kind in ("table", "form"):
            getattr(self, kind)(value)
        else:
            self.paragraph(value)

    def set_all(self):
        self.cover()
        self.break_page()
        for kind, value in self.source.blocks:
            self.set_block(kind, value)
        self.end_page()
        self.canvas.surface.finish()
        return self.entries


def make(path):
    contents = []
    for _ in range(2):  # the contents page changes no page numbers between these two
        contents = Setter(Canvas(io.BytesIO(), Source(path)), Source(path), contents).set_all()
    name = os.path.splitext(os.path.basename(path))[0] + ".pdf"
    target = os.path.join(os.path.dirname(os.path.abspath(path)), "..", "sample", "pdf", name)
    source = Source(path)
    Setter(Canvas(target, source), source, contents).set_all()


def main():
    folder = os.path.dirname(os.path.abspath(__file__))
    for path in sys.argv[1:] or sorted(glob.glob(os.path.join(folder, "*.report"))):
        make(path)


if __name__ == "__main__":
    main()
