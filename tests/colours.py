"""The colours of the look, and how much they stand out from each other."""

from __future__ import annotations

import re

from projects import ROOT

TOKENS = ROOT / "generator" / "workleaf" / "outputs" / "web" / "tokens.css"
COLOUR = re.compile(
    r"--wl-(\w+): var\(--wl-light, (#[0-9a-f]{3,6})\) var\(--wl-dark, (#[0-9a-f]{3,6})\);"
)
GROUNDS = ("desk", "sheet", "tint", "note", "warn")


def colours(text: str = "") -> dict[str, tuple[str, str]]:
    """Name → the colour on light pages and on dark ones, in a style sheet or in the look itself."""
    text = text or TOKENS.read_text(encoding="utf-8")
    return {name: (light, dark) for name, light, dark in COLOUR.findall(text)}


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(sign * 2 for sign in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 for the same colour to 21 for black on white."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def weak(text: str, *, least: float = 4.5) -> list[str]:
    """The colours of a style sheet that a text must not have, since it could not be read."""
    behind = [colours()[name] for name in ("sheet", "desk", "tint")]
    return [
        name
        for name, pair in colours(text).items()
        if any(contrast(pair[scheme], each[scheme]) < least for each in behind for scheme in (0, 1))
    ]
