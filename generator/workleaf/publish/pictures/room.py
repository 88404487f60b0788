"""The room that words take in a drawing: browsers break no lines in one, so the build does."""

from __future__ import annotations

from typing import Final

from workleaf.outputs.pdf.fonts import form_font

BOLD: Final = 1.05
SERIF: Final = 1.08
"""How much wider than the text's typeface these are."""
STEP: Final = 0.96


def width(text: str, size: float, *, bold: bool = False, serif: bool = False) -> float:
    """How wide a line is, in the units of the drawing."""
    return form_font().width(text, size) * (BOLD if bold else 1) * (SERIF if serif else 1)


def lines(
    text: str, size: float, room: float, *, bold: bool = False, serif: bool = False
) -> tuple[str, ...]:
    """A text in as few lines as the room takes, and these as even as they can be.

    A word that is wider than the room has a line of its own.
    """
    scale = width("x", size, bold=bold, serif=serif) / form_font().width("x", 1)
    found = _broken(text, room / scale)
    narrower = room
    while narrower > room / 2:
        narrower *= STEP
        tried = _broken(text, narrower / scale)
        if len(tried) > len(found) or _widest(tried) > _widest(found):
            break
        found = tried
    return found


def _broken(text: str, room: float) -> tuple[str, ...]:
    found = [""]
    for word in text.split():
        longer = f"{found[-1]} {word}".strip()
        if found[-1] and form_font().width(longer, 1) > room:
            found.append(word)
        else:
            found[-1] = longer
    return tuple(found)


def _widest(found: tuple[str, ...]) -> float:
    return max(form_font().width(each, 1) for each in found)
