"""A picture of answers, finished: what it draws, of which answers, and the words beside them.

A chart has panels: series that share their rows stand in one panel, others in one of their own.
What a series is worth is worked out from its `tree` (`workleaf.worksheet.conditions`).
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from workleaf.frozen import dataclass
from workleaf.worksheet.texts import Line, Tree

ChartType: TypeAlias = Literal["bar", "paired_bar", "dots", "line", "radar", "calendar", "timeline"]


@dataclass(frozen=True, kw_only=True)
class Series:
    """One answer for each row of its panel."""

    label: str
    tree: Tree
    """One value, a value for each named row, or a list row by row."""
    words: tuple[tuple[str, str], ...] = ()
    """Value → words, where the answers are choices."""
    points: tuple[tuple[str, float], ...] = ()
    """Value → what it is worth, where that is not the value itself."""
    ends: tuple[float, float] | None = None
    """The smallest and the largest number it can be, where that is known."""
    end_words: tuple[str, str] = ("", "")
    theirs: bool = False
    """Of the other person's shared copy: left out while there is none."""

    def worth(self) -> tuple[tuple[float, str], ...]:
        """Numbers with the words of their choices, lowest first; none for plain numbers."""
        known = dict(self.points)
        found = [(known.get(value, _number(value)), words) for value, words in self.words]
        return tuple(sorted((number, words) for number, words in found if number is not None))


@dataclass(frozen=True, kw_only=True)
class Panel:
    """Series that share their rows."""

    series: tuple[Series, ...]
    shape: Literal["each", "named", "listed"] = "named"
    """`each`: every series is one row; `named`: the rows below; `listed`: a list of rows."""
    label: str = ""
    """What its rows are, where there are several panels."""
    rows: tuple[tuple[str, str], ...] = ()
    """Named rows: value and words."""
    other: Tree = None
    """What the reader calls the row `other`."""
    names: Tree = None
    """What listed rows are called, row by row: texts or dates; numbers where it is `None`."""
    dates: Tree = None
    """The day of each listed row."""
    room: int = 0
    """How many listed rows paper has room for."""


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A picture of answers."""

    type: ChartType
    panels: tuple[Panel, ...]
    sort: bool = False
    """The largest first."""
    note: Line = ()


def _number(value: str) -> float | None:
    try:
        return float(value)
    except ValueError:
        return None
