"""Where answers belong that were saved under older names. The browser has the same rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import TypeAlias

Names: TypeAlias = Mapping[str, str]
_BOX = "__"


@dataclass(frozen=True, kw_only=True)
class Moved:
    """What became of the names that a worksheet was published with."""

    worksheets: tuple[str, ...] = ()
    """The ids it had before."""
    items: Names = field(default_factory=dict)
    """Earlier id of an item → its id."""
    names: Mapping[str, Names] = field(default_factory=dict)
    """Item → its checks, places or rows: earlier value → value."""
    cells: Mapping[str, Names] = field(default_factory=dict)
    """Item → its columns: earlier id → id."""
    texts: Mapping[str, Names] = field(default_factory=dict)
    """Item, or `item.column` → its choices: earlier value → value."""
    gone: Names = field(default_factory=dict)
    """Id of an item that was given up → its words."""
    dropped: Mapping[str, Names] = field(default_factory=dict)
    """Item → choices and rows that are no longer offered: value → words."""

    def parts(self) -> dict[str, object]:
        """What there is, by name, as scripts get it."""
        found = {each.name: getattr(self, each.name) for each in fields(self)}
        return {name: value for name, value in found.items() if value}

    def path(self, path: str) -> str:
        """Where the answer at an older path belongs."""
        return self._place(path)[0]

    def text(self, path: str, text: str) -> str:
        """What an answer at an older path says today."""
        return self.texts.get(self._place(path)[1], {}).get(text, text)

    def _place(self, path: str) -> tuple[str, str]:
        """The path today, and the key of its choices; boxes of own words have none."""
        head, *rest = path.split(".")
        item, box = _renamed(head, self.items)
        parts = [item + box]
        choices = "" if box else item
        if rest:
            name, box = _renamed(rest[0], self.names.get(item, {}))
            parts.append(name + box)
        if rest[1:]:
            cell, box = _renamed(rest[1], self.cells.get(item, {}))
            parts += [cell + box, *rest[2:]]
            choices = "" if box else f"{item}.{cell}"
        return ".".join(parts), choices


def _renamed(part: str, names: Names) -> tuple[str, str]:
    """A part of a path under its name of today, and the end that a box has."""
    name, line, end = part.partition(_BOX)
    return names.get(name, name), line + end


PAST = "_was."
"""An answer whose place another one took stands behind this: nobody asks for it any more."""


@dataclass(frozen=True)
class Saved:
    """An answer as it was saved: under which worksheet and path, and how late."""

    worksheet: str
    path: str
    text: str
    rev: int = 0


@dataclass(frozen=True)
class Placed:
    """The same at its place of today."""

    saved: Saved
    path: str
    text: str


def place(answers: Sequence[Saved], worksheet: str, moved: Moved) -> tuple[Placed, ...]:
    """Every answer at its place of today.

    Where two want one place, the worksheet's own goes before one of its earlier id, then the newer
    one, then the one that stands there; the other is kept as past, unless it says nothing new.
    """
    found = [
        Placed(each, moved.path(each.path), moved.text(each.path, each.text)) for each in answers
    ]
    first: dict[str, Placed] = {}
    for each in found:
        known = first.get(each.path)
        if known is None or _rank(each, worksheet) > _rank(known, worksheet):
            first[each.path] = each
    taken = {each.path for each in found}
    stay = []
    for each in found:
        winner = first[each.path]
        if winner is each:
            stay.append(each)
        elif each.text and each.text != winner.text:
            path = PAST + each.path
            while path in taken:
                path = PAST + path
            taken.add(path)
            stay.append(Placed(each.saved, path, each.text))
    return tuple(stay)


def _rank(each: Placed, worksheet: str) -> tuple[bool, int, bool]:
    saved = each.saved
    return saved.worksheet == worksheet, saved.rev, saved.path == each.path
