"""The form font: the letters that fields can show by themselves, and how wide they are."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "form"
LARGEST, SMALLEST, STEP = 10.5, 7.0, 0.5
"""Font sizes of what is written into a box, in points: it shrinks before it is ever cut off."""
LEADING = 1.2
PAD = 3.0
"""Room between the edge of a box and what is written in it, in points."""


@dataclass(frozen=True, kw_only=True)
class FormFont:
    """The font file and its measures in thousandths of the font size."""

    name: str
    data: bytes
    box: tuple[int, ...]
    ascent: int
    descent: int
    capitals: int
    glyphs: dict[str, tuple[int, int]]
    """Letter → number of its glyph, width."""

    def width(self, text: str, size: float) -> float:
        """How wide a text is, in points; letters that are not in the font count as wide ones."""
        return sum(self.glyphs.get(sign, (0, 600))[1] for sign in text) * size / 1000

    def draws(self, text: str) -> bool:
        """Every letter is in the font."""
        return all(sign in self.glyphs for sign in text.replace("\n", " "))


@cache
def form_font() -> FormFont:
    """The committed font that `generator/form_font.py` makes."""
    measures = json.loads((FOLDER / "form.json").read_text(encoding="utf-8"))
    return FormFont(
        name=measures["name"],
        data=(FOLDER / "form.ttf").read_bytes(),
        box=tuple(measures["box"]),
        ascent=measures["ascent"],
        descent=measures["descent"],
        capitals=measures["capitals"],
        glyphs={
            chr(int(point)): (gid, width) for point, (gid, width) in measures["glyphs"].items()
        },
    )


def wrap(text: str, size: float, width: float) -> list[str]:
    """The lines of a text in a box of this width (points); words that are too long are broken."""
    return [line for each in text.split("\n") for line in _wrap(each, size, width)]


def _wrap(text: str, size: float, width: float) -> list[str]:
    font, lines, line = form_font(), list[str](), ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if font.width(longer, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while font.width(line, size) > width and len(line) > 1:
            cut = _fitting(line, size, width)
            lines.append(line[:cut])
            line = line[cut:]
    return [*lines, line]


def _fitting(text: str, size: float, width: float) -> int:
    count = 1
    while count < len(text) and form_font().width(text[: count + 1], size) <= width:
        count += 1
    return count


def height(text: str, *, width: float, size: float = LARGEST) -> float:
    """How high a box of this width must be for a text, in points."""
    return len(wrap(text, size, width - 2 * PAD)) * size * LEADING + 2 * PAD


def fit(text: str, *, width: float, room: float) -> tuple[float, list[str]]:
    """The largest font size at which a text fits into a box of several lines, and its lines."""
    size = LARGEST
    while size > SMALLEST and height(text, width=width, size=size) > room:
        size -= STEP
    return size, wrap(text, size, width - 2 * PAD)


def fit_line(text: str, *, width: float) -> float:
    """The largest font size at which a text fits into a box of one line."""
    size = LARGEST
    while size > SMALLEST and form_font().width(text, size) > width - 2 * PAD:
        size -= STEP
    return size
