"""The colours keep the contrasts that the look promises, in both schemes and on every ground."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

WEB = Path(__file__).parent.parent / "generator" / "workleaf" / "outputs" / "web"
COLOUR = re.compile(
    r"--wl-(\w+): var\(--wl-light, (#[0-9a-f]{3,6})\) var\(--wl-dark, (#[0-9a-f]{3,6})\);"
)
GROUNDS = ("desk", "sheet", "tint", "note", "warn")
# Least contrast on every ground: 4.5 is the rule for text and 3 for edges; ours are higher.
LEAST = {
    "ink": 13.0,
    "soft": 7.0,
    "pine": 7.0,
    "pen": 7.0,
    "ochre": 7.0,
    "brick": 7.0,
    "focus": 4.5,
    "edge": 4.0,
}


def colours() -> dict[str, tuple[str, str]]:
    text = (WEB / "tokens.css").read_text(encoding="utf-8")
    return {name: (light, dark) for name, light, dark in COLOUR.findall(text)}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(sign * 2 for sign in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_and_edges_stand_out_on_every_ground(ground: str, scheme: int) -> None:
    table = colours()
    behind = table[ground][scheme]
    found = {name: contrast(table[name][scheme], behind) for name in LEAST}
    weak = {name: round(value, 2) for name, value in found.items() if value < LEAST[name]}
    assert weak == {}


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("filled", ["pine", "brick", "pen"])
def test_words_on_a_filled_button_stand_out(filled: str, scheme: int) -> None:
    table = colours()
    assert contrast(table[filled][scheme], table["sheet"][scheme]) >= 7


def test_every_typeface_file_has_its_face_and_licence() -> None:
    faces = (WEB / "fonts" / "fonts.css").read_text(encoding="utf-8")
    named = set(re.findall(r'url\("([^"]+)"\)', faces))
    assert named == {path.name for path in (WEB / "fonts").glob("*.woff2")}
    licences = {path.name for path in (WEB / "fonts").glob("*-OFL.txt")}
    assert licences == {"Literata-OFL.txt", "SourceSans3-OFL.txt"}
