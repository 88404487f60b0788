"""Which questions may go over the end of a page; every other stays with its boxes."""

from __future__ import annotations

from workleaf.outputs.pdf.sheet import LINE
from workleaf.outputs.pdf.typeset import Data

MOST = 480.0
"""A question that is certainly lower than this (in points) stays on one page; a page has 720."""
MOST_TABLE = 320.0
"""A higher table may go on on the next page, under its head again."""
MOST_LETTERS = 1500
ROW, ROOM, BULLET = 34.0, 9.0, 26.0
"""How high a row of a grid, the space between rows and a bullet can be."""


def is_long_text(data: object) -> bool:
    """A text may be too long to stay on one page."""
    return letters(data) > MOST_LETTERS


def is_long(body: Data) -> bool:
    """The boxes of a question may be too high to stay on one page."""
    rows, items = len(body.get("rows", ())), len(body.get("items", ()))
    match body["k"]:
        case "grid":
            return rows * ROW > MOST_TABLE
        case "table":
            return sum(_row(row["cells"]) for row in body["rows"]) > MOST_TABLE
        case "blocks":
            return rows > 1
        case "bullets":
            return items * BULLET > MOST
        case "letter":
            return bool(letters(body["prose"]) / 70 * ROW + body.get("lines", 0) * LINE > MOST)
        case "choices" | "places":
            return items * BULLET > MOST
        case "box":
            return bool(body["lines"] * LINE > MOST)
        case "tally":
            return letters(body["bands"]) / 70 * 16 + len(body["bands"]) * BULLET > MOST
        case "sentence":
            return any("block" in part for part in body["parts"])
        case _:
            return False


def is_tall(cells: list[Data]) -> bool:
    """One row may be too high to stay on one page: cells beside each other, or in two columns."""
    if not any("body" in each for each in cells):
        return _row(cells) > MOST
    shares = [(_cell(each["body"]) + BULLET) / (1 if each["wide"] else 2) for each in cells]
    return sum(shares) > MOST


def _row(cells: list[Data]) -> float:
    return ROOM + max((_cell(each) for each in cells), default=0.0)


def _cell(cell: Data) -> float:
    if cell["k"] == "box":
        return float(cell["lines"] * LINE)
    if cell["k"] == "prose":
        return letters(cell["prose"]) / 70 * 16
    if cell["k"] == "sentence":
        return len(cell["parts"]) * LINE * 2
    beside = cell["k"] == "scale" or cell.get("layout") == "row"
    stacked = 1 if beside else len(cell.get("items", ()))
    return float(cell.get("height", stacked * BULLET))


def letters(data: object) -> int:
    """How many letters stand in a text."""
    if isinstance(data, str):
        return len(data)
    if isinstance(data, list):
        return sum(letters(each) for each in data)
    if isinstance(data, dict):
        return sum(letters(each) for each in data.values())
    return 0
