"""What a field looks like: drawn by us, because many viewers draw nothing by themselves."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from workleaf.outputs.pdf.fonts import LARGEST, LEADING, PAD, fit, fit_line, form_font

FONT = "/WorkleafForm"
WIDE_FONT = "/WorkleafFormWide"
PEN = "0.106 0.243 0.576"
"""What the reader writes is blue, on the screen and here."""


@dataclass(frozen=True)
class Ink:
    """Draws into one PDF; what looks the same is stored once."""

    pdf: Pdf
    fonts: Mapping[str, Object]
    kept: dict[tuple[object, ...], Object] = field(default_factory=dict)

    @property
    def setting(self) -> String:
        """The default appearance of a text field."""
        return String(f"{FONT} {LARGEST:g} Tf {PEN} rg")

    def resources(self) -> Dictionary:
        """The fonts that appearances may name."""
        return Dictionary(Font=Dictionary(self.fonts))

    def empty(self, width: float, height: float) -> Object:
        """A field with nothing in it."""
        return self._draw("", width, height)

    def text(self, text: str, width: float, height: float, *, share: float) -> Object:
        """One line, shrunk until it fits; `share` of the room left over stands before it."""
        size = fit_line(text, width=width)
        font = form_font()
        x = PAD + (width - 2 * PAD - font.width(text, size)) * share
        y = (height - size * font.capitals / 1000) / 2
        return self._marked(width, height, [(text, x, y)], size)

    def lines(self, text: str, width: float, height: float, *, share: float) -> Object:
        """Several lines, shrunk until they fit; `share` as in `text`."""
        size, lines = fit(text, width=width, room=height)
        top = height - PAD - size * 0.85
        room = [width - 2 * PAD - form_font().width(line, size) for line in lines]
        placed = [
            (line, PAD + room[count] * share, top - size * LEADING * count)
            for count, line in enumerate(lines)
        ]
        return self._marked(width, height, placed, size)

    def states(self, kind: str, value: str, width: float, height: float, sign: str) -> Object:
        """Both looks of a circle or check: chosen, under its value, and empty."""
        key = ("states", kind, value, round(width, 2), round(height, 2), sign)
        if key not in self.kept:
            on = self.tick(width, height) if kind == "check" else self.dot(width, height, sign)
            looks = Dictionary({f"/{value}": on, "/Off": self.empty(width, height)})
            self.kept[key] = self.pdf.make_indirect(Dictionary(N=looks))
        return self.kept[key]

    def tick(self, width: float, height: float) -> Object:
        """A ticked check."""
        points = [(0.22, 0.52), (0.42, 0.28), (0.80, 0.76)]
        path = " ".join(
            f"{width * x:.2f} {height * y:.2f} {'l' if count else 'm'}"
            for count, (x, y) in enumerate(points)
        )
        return self._draw(f"q {PEN} RG 1.6 w 1 J 1 j {path} S Q", width, height)

    def dot(self, width: float, height: float, sign: str) -> Object:
        """A chosen circle; on a scale the whole circle, with its number in white."""
        if not sign:
            return self._draw(f"q {PEN} rg {_disc(width, height, 0.27)} f Q", width, height)
        size = 8.5
        x = (width - form_font().width(sign, size)) / 2
        y = (height - size * form_font().capitals / 1000) / 2
        disc = f"q {PEN} rg {_disc(width, height, 0.5)} f Q"
        label = f"BT 1 g {FONT} {size} Tf {x:.2f} {y:.2f} Td {self._shown(sign)} Tj ET"
        return self._draw(f"{disc} {label}", width, height)

    def _marked(
        self, width: float, height: float, lines: list[tuple[str, float, float]], size: float
    ) -> Object:
        shown = [
            f"{self._font_for(text)} {size:g} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm {self._shown(text)} Tj"
            for text, x, y in lines
        ]
        # The ground hides the writing lines under what is written.
        ground = f"q 1 g 0 0 {width:.2f} {height:.2f} re f Q"
        body = f"{ground} /Tx BMC q BT {PEN} rg {' '.join(shown)} ET Q EMC"
        return self._draw(body, width, height)

    def _font_for(self, text: str) -> str:
        return FONT if _is_narrow(text) else WIDE_FONT

    def _shown(self, text: str) -> str:
        if _is_narrow(text):
            return f"<{text.encode('cp1252').hex()}>"
        glyphs = form_font().glyphs
        return "<" + "".join(f"{glyphs.get(sign, (0, 0))[0]:04x}" for sign in text) + ">"

    def _draw(self, body: str, width: float, height: float) -> Object:
        key = (body, round(width, 2), round(height, 2))
        if key not in self.kept:
            stream = self.pdf.make_stream(body.encode("ascii"))
            stream.Type, stream.Subtype = Name.XObject, Name.Form
            stream.BBox = Array([0, 0, round(width, 2), round(height, 2)])
            stream.Resources = self.resources() if "Tf" in body else Dictionary()
            self.kept[key] = stream
        return self.kept[key]


def _is_narrow(text: str) -> bool:
    """The letters are in the encoding that every viewer can type with this font."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _disc(width: float, height: float, share: float) -> str:
    r = min(width, height) * share
    c, x, y = r * 0.5523, width / 2, height / 2
    curves = (
        (x + r, y + c, x + c, y + r, x, y + r),
        (x - c, y + r, x - r, y + c, x - r, y),
        (x - r, y - c, x - c, y - r, x, y - r),
        (x + c, y - r, x + r, y - c, x + r, y),
    )
    path = " ".join(" ".join(f"{each:.2f}" for each in curve) + " c" for curve in curves)
    return f"{x + r:.2f} {y:.2f} m {path}"


def embed_fonts(pdf: Pdf) -> dict[str, Object]:
    """The form font twice over one file: by letters that viewers can type, and by glyphs."""
    font = form_font()
    # Packed once, not for every PDF.
    file = pdf.make_stream(_packed(font.data), Filter=Name.FlateDecode, Length1=len(font.data))
    descriptor = pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name(f"/{font.name}"),
            Flags=32,
            FontBBox=Array(font.box),
            ItalicAngle=0,
            Ascent=font.ascent,
            Descent=font.descent,
            CapHeight=font.capitals,
            StemV=80,
            FontFile2=file,
        )
    )
    return {FONT: _narrow_font(pdf, descriptor), WIDE_FONT: _wide_font(pdf, descriptor)}


def _narrow_font(pdf: Pdf, descriptor: Object) -> Object:
    font = form_font()
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name(f"/{font.name}"),
            FirstChar=32,
            LastChar=255,
            Widths=Object.parse(_narrow_widths()),
            Encoding=Name.WinAnsiEncoding,
            FontDescriptor=descriptor,
        )
    )


@cache
def _narrow_widths() -> bytes:
    signs = bytes(range(32, 256)).decode("cp1252", errors="replace")
    widths = [form_font().glyphs.get(sign, (0, 0))[1] for sign in signs]
    return str(widths).replace(",", "").encode()


def _wide_font(pdf: Pdf, descriptor: Object) -> Object:
    font = form_font()
    inner = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name(f"/{font.name}"),
        CIDSystemInfo=Dictionary(
            Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
        ),
        FontDescriptor=descriptor,
        CIDToGIDMap=Name.Identity,
        W=Object.parse(_wide_widths()),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name(f"/{font.name}"),
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(inner)]),
            ToUnicode=pdf.make_stream(_to_unicode(), Filter=Name.FlateDecode),
        )
    )


@cache
def _packed(data: bytes) -> bytes:
    return zlib.compress(data, 9)


def _by_glyph() -> list[tuple[int, int, str]]:
    """Number of a glyph, its width, its letter."""
    return sorted((glyph, width, sign) for sign, (glyph, width) in form_font().glyphs.items())


@cache
def _wide_widths() -> bytes:
    """Runs of glyphs that follow each other, each run as `first [width …]`."""
    runs: list[tuple[int, list[int]]] = []
    for glyph, width, _ in _by_glyph():
        if not runs or glyph != runs[-1][0] + len(runs[-1][1]):
            runs.append((glyph, []))
        runs[-1][1].append(width)
    return f"[{' '.join(f'{first} {widths}' for first, widths in runs)}]".replace(",", "").encode()


@cache
def _to_unicode() -> bytes:
    """What each glyph says, packed."""
    return _packed(_spelt([(glyph, sign) for glyph, _, sign in _by_glyph()]))


def _spelt(glyphs: list[tuple[int, str]]) -> bytes:
    lines = [f"<{glyph:04x}> <{sign.encode('utf-16-be').hex()}>" for glyph, sign in glyphs]
    chunks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    body = "\n".join(
        f"{len(chunk)} beginbfchar\n" + "\n".join(chunk) + "\nendbfchar" for chunk in chunks
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{body}\nendcmap CMapName currentdict /CMap defineresource pop end end\n"
    ).encode("ascii")
