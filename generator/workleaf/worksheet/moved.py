"""Where answers belong that were saved under older names. The browser has the same rules."""

from __future__ import annotations

from collections.abc import Mapping
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
