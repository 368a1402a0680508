#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the PDF samples of the tests into its own folder, the same bytes each time.

Written by hand, object by object, so that each sample holds one case and no more, and so that
damage can be done where it is wanted. Needs nothing but Python.
"""
import hashlib
import os

FOLDER = os.path.dirname(os.path.abspath(__file__))
PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
FILE_ID = hashlib.md5(b"samsok").digest()


def rc4(key, data):
    box = list(range(256))
    j = 0
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


class Pdf:
    """Objects of a file, numbered from 1; 1 is the catalog, 2 the page tree, 3 to 5 fonts."""

    def __init__(self):
        self.objects = [b""] * 5
        for i, name in enumerate(("Times-Roman", "Times-Bold", "Times-Italic")):
            self.objects[2 + i] = (f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} "
                                   "/Encoding /WinAnsiEncoding >>").encode()
        self.pages = []
        self.catalog = ""
        self.page_tree = None
        self.info = None
        self.key = None
        self.encrypt = ""

    def add(self, body):
        self.objects.append(body if isinstance(body, bytes) else body.encode("cp1252"))
        return len(self.objects)

    def stream(self, data, entries=""):
        if not isinstance(data, bytes):
            data = data.encode("cp1252")
        number = len(self.objects) + 1
        if self.key:
            salted = self.key + number.to_bytes(3, "little") + b"\0\0"
            data = rc4(hashlib.md5(salted).digest()[:len(self.key) + 5], data)
        head = f"<< {entries} /Length {len(data)} >>\nstream\n".encode()
        return self.add(head + data + b"\nendstream")

    def page(self, content, extra="", resources=""):
        stream = self.stream(content)
        self.pages.append(self.add(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {extra} "
            f"/Resources << /Font << /R 3 0 R /B 4 0 R /I 5 0 R >> {resources} >> "
            f"/Contents {stream} 0 R >>"))
        return self.pages[-1]

    def image_page(self):
        image = self.stream(bytes(range(0, 256, 16)), "/Type /XObject /Subtype /Image /Width 4 "
                            "/Height 4 /BitsPerComponent 8 /ColorSpace /DeviceGray")
        return self.page("q 500 0 0 700 50 70 cm /Im Do Q",
                         resources=f"/XObject << /Im {image} 0 R >>")

    def protect(self, user, owner):
        """Standard security handler, revision 2. Source: ISO 32000-1 7.6.3, algorithms 1 to 4."""
        owner_key = hashlib.md5((owner + PAD)[:32]).digest()[:5]
        owner_entry = rc4(owner_key, (user + PAD)[:32])
        permissions = (-4 & 0xFFFFFFFF).to_bytes(4, "little")
        self.key = hashlib.md5((user + PAD)[:32] + owner_entry + permissions + FILE_ID).digest()[:5]
        self.encrypt = (f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{owner_entry.hex()}> "
                        f"/U <{rc4(self.key, PAD).hex()}> >>")

    def bytes(self):
        kids = " ".join(f"{n} 0 R" for n in self.pages)
        tree = self.page_tree or f"<< /Type /Pages /Kids [{kids}] /Count {len(self.pages)} >>"
        self.objects[0] = f"<< /Type /Catalog /Pages 2 0 R {self.catalog} >>".encode("cp1252")
        self.objects[1] = tree.encode()
        out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
        offsets = []
        for number, body in enumerate(self.objects, 1):
            offsets.append(len(out))
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1)
        out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        info = f"/Info {self.info} 0 R" if self.info else ""
        out += (f"trailer\n<< /Size {len(offsets) + 1} /Root 1 0 R {info} {self.encrypt} "
                f"/ID [<{FILE_ID.hex()}> <{FILE_ID.hex()}>] >>\nstartxref\n{start}\n%%EOF\n").encode()
        return bytes(out)


def at(x, y, text, font="R", size=11, rise=0):
    """Text at a place measured from the top left."""
    text = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf {rise} Ts 1 0 0 1 {x} {842 - y} Tm ({text}) Tj ET\n"


def report():
    """Printed labels, metadata, bookmarks (a named destination too), a note, a table, hyphens."""
    pdf = Pdf()
    first = pdf.page(at(72, 100, "Felles løft for fjorden", "B", 20) +
                     at(72, 130, "Samordningsrapport 2020:9"))
    second = pdf.page(at(72, 60, "Innhold", "B", 16) +
                      at(72, 90, "1") + at(100, 90, "Bakgrunn") + at(500, 90, "1"))
    third = pdf.page(
        at(72, 40, "Felles løft for fjorden", "I", 9) + at(440, 40, "Rapport 2020:9", "I", 9) +
        at(72, 80, "1", "B", 16) + at(104, 80, "Bakgrunn", "B", 16) +
        at(72, 110, "Kommunene har ulik praksis, og styringen er svak. Det krever samord-") +
        at(72, 124, "ningen") +
        "BT /R 11 Tf 1 0 0 1 110 718 Tm (av instruksjonsmyndighet) Tj "
        "/R 6.5 Tf 4 Ts (12) Tj /R 11 Tf 0 Ts ( skal være klar.) Tj ET\n" +
        at(72, 150, "•") + at(90, 150, "Ett punkt med tabulator etter merket") +
        at(72, 180, "Aktør", "B") + at(260, 180, "Rolle", "B") +
        at(72, 196, "Fjordrådet") + at(260, 196, "Pådriver") +
        at(72, 212, "Kystetaten") + at(260, 212, "Iverksetter") +
        at(72, 760, "12", "R", 6, 3) + at(80, 760, "Se kapittel 3.", "R", 9) +
        at(290, 800, "1"))
    pdf.info = pdf.add("<< /Title (Felles løft for fjorden) /Author (Kari Eksempel; Ola Prøve) "
                       "/CreationDate (D:20200314120000Z) /Producer (for hånd) "
                       "/Keywords (samordning, fjord) >>")
    outlines = len(pdf.objects) + 1
    pdf.add(f"<< /Type /Outlines /First {outlines + 1} 0 R /Last {outlines + 2} 0 R /Count 2 >>")
    pdf.add(f"<< /Title (Innhold) /Parent {outlines} 0 R /Next {outlines + 2} 0 R "
            f"/Dest [{second} 0 R /Fit] >>")
    pdf.add(f"<< /Title (1 Bakgrunn) /Parent {outlines} 0 R /Prev {outlines + 1} 0 R "
            f"/First {outlines + 3} 0 R /Last {outlines + 3} 0 R /Count 1 /Dest /kapittel1 >>")
    pdf.add(f"<< /Title (Ut av dokumentet) /Parent {outlines + 2} 0 R "
            "/A << /S /URI /URI (https://example.org/) >> >>")
    pdf.catalog = (f"/Outlines {outlines} 0 R /Dests << /kapittel1 [{third} 0 R /Fit] >> "
                   "/PageLabels << /Nums [0 << /S /r >> 2 << /S /D >>] >>")
    return pdf.bytes()


def scan():
    """Text on page 1 and 5; 2 to 4 are pictures, with an empty page among them."""
    pdf = Pdf()
    pdf.page(at(72, 100, "Følgebrev"))
    pdf.image_page()
    pdf.page("")
    pdf.image_page()
    pdf.page(at(72, 100, "Vedlegg"))
    pdf.image_page()
    return pdf.bytes()


def no_text():
    pdf = Pdf()
    pdf.image_page()
    pdf.image_page()
    return pdf.bytes()


def blank():
    pdf = Pdf()
    pdf.page("")
    return pdf.bytes()


def odd_labels():
    """A prefix, a start in the middle, and letters; a program's own title is none."""
    pdf = Pdf()
    for text in ("forside", "vedlegg", "vedlegg to", "siste"):
        pdf.page(at(72, 100, text))
    pdf.info = pdf.add("<< /Title (Microsoft Word - utkast.docx) /CreationDate (D:19700101) >>")
    pdf.catalog = ("/PageLabels << /Nums [0 << /P (Omslag) >> 1 << /P (V-) /S /D /St 7 >> "
                   "3 << /S /a /St 2 >>] >>")
    return pdf.bytes()


def locked():
    pdf = Pdf()
    pdf.protect(b"hemmelig", b"eier")
    pdf.page(at(72, 100, "Ingen ser dette"))
    return pdf.bytes()


def owner_locked():
    """An owner's password alone: anyone may open it."""
    pdf = Pdf()
    pdf.protect(b"", b"eier")
    pdf.page(at(72, 100, "Alle kan lese dette"))
    return pdf.bytes()


def cut_off():
    """The download broke off in the last page: no table of objects, no trailer."""
    whole = report()
    return whole[:whole.rindex(b"Iverksetter")]


def shifted():
    """A mail gateway put lines before the header: every offset is wrong, and poppler looks anew."""
    return b"X-Gateway: checked\r\n" * 3 + odd_labels()


def beheaded():
    """The first bytes are lost, and the header with them."""
    return odd_labels()[9:]


def no_pages():
    return Pdf().bytes()


def lost_page():
    """The page tree counts a page that is not in the file."""
    pdf = Pdf()
    pdf.page(at(72, 100, "Den første"))
    pdf.pages.append(99)
    pdf.page(at(72, 100, "Den tredje"))
    return pdf.bytes()


def outline_loop():
    """Bookmarks that name each other as the next."""
    pdf = Pdf()
    page = pdf.page(at(72, 100, "Rundt og rundt"))
    root = len(pdf.objects) + 1
    pdf.add(f"<< /Type /Outlines /First {root + 1} 0 R /Last {root + 2} 0 R /Count 2 >>")
    pdf.add(f"<< /Title (Den ene) /Parent {root} 0 R /Next {root + 2} 0 R /Dest [{page} 0 R /Fit] >>")
    pdf.add(f"<< /Title (Den andre) /Parent {root} 0 R /Next {root + 1} 0 R "
            f"/First {root + 1} 0 R /Last {root + 1} 0 R /Dest [{page} 0 R /Fit] >>")
    pdf.catalog = f"/Outlines {root} 0 R"
    return pdf.bytes()


def false_count():
    """A page tree that claims two thousand million pages and holds one."""
    pdf = Pdf()
    page = pdf.page(at(72, 100, "Den eneste"))
    pdf.page_tree = f"<< /Type /Pages /Kids [{page} 0 R] /Count 2000000000 >>"
    return pdf.bytes()


def columns():
    """Two columns, a page turned on its side and a line set upwards in the margin."""
    pdf = Pdf()
    left = ["Første spalte begynner her", "og går videre nedover", "til den er slutt."]
    right = ["Andre spalte kommer", "etterpå, ikke imellom,", "og slutter her."]
    content = "".join(at(72, 100 + 14 * i, line) for i, line in enumerate(left))
    content += "".join(at(320, 100 + 14 * i, line) for i, line in enumerate(right))
    pdf.page(content + "BT /R 9 Tf 0 1 -1 0 30 300 Tm (I margen) Tj ET\n")
    pdf.page("BT /R 11 Tf 0 1 -1 0 100 72 Tm (Siden ligger) Tj ET\n", "/Rotate 90")
    return pdf.bytes()


def main():
    samples = {
        "report": report(), "scan": scan(), "no-text": no_text(), "blank": blank(),
        "odd-labels": odd_labels(), "locked": locked(), "owner-locked": owner_locked(),
        "cut-off": cut_off(), "no-pages": no_pages(), "shifted": shifted(), "beheaded": beheaded(),
        "lost-page": lost_page(),
        "outline-loop": outline_loop(), "false-count": false_count(), "columns": columns(),
        "empty": b"", "header-only": b"%PDF-1.7\nDette er ikke mer enn et hode.\n",
    }
    for name, data in samples.items():
        with open(os.path.join(FOLDER, name + ".pdf"), "wb") as file:
            file.write(data)


if __name__ == "__main__":
    main()
