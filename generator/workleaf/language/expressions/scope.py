"""What the names in an expression stand for, and what compiling one gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Literal

from workleaf.frozen import dataclass
from workleaf.language.expressions.measure import Measure
from workleaf.language.source import Scalar
from workleaf.worksheet.model import Kind
from workleaf.worksheet.texts import Tree


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """An item, a column, a part of a plan: what an expression may know about it."""

    kind: Kind | Literal["none"]
    """`none` for notes and recalls: there is something of that name, but it has no answer."""
    words: str
    """The question, as plain words."""
    id: str = ""
    """The id its answer is kept under, where that is not its name here (`use` with `prefix`)."""
    choices: Mapping[str, str] = field(default_factory=dict)
    """Value → words inside a sentence (`in_text`), with `yes`, `no`, `maybe`, `other`, `not_sure`
    where they can be chosen. Of a grid: what can be chosen in a row."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """Value → words as the reader sees them, where they differ from `choices`."""
    numeric: bool = False
    """Its values are numbers: number, scale, score, choices that are all whole numbers."""
    exclusive: frozenset[str] = frozenset()
    points: Mapping[str, float] = field(default_factory=dict)
    rows: Mapping[str, str] = field(default_factory=dict)
    """Rows of a grid (also `other`): value → words."""
    columns: Mapping[str, Item] = field(default_factory=dict)
    """Columns of a table, tracker or grid; parts of a plan or signature."""
    tree: Tree = None
    """The compiled tree of a score; in a row, over the row's columns."""
    ends: tuple[float, float] | None = None
    """The smallest and the largest number, for `reverse` and charts."""
    bounded: bool = False
    """It can be nothing outside `ends`: a scale. A number outside its limits may be typed."""
    end_words: tuple[str, str] = ("", "")
    """What these mean, in words."""
    room: int = 0
    """How many rows paper has for a table or tracker."""
    shareable: bool = False
    """`share: ok`: it may be read as `theirs`."""
    gated: bool = False
    """A text that is put together only once the worksheet's gate is passed."""
    kept: bool = True
    """Not `store: never`."""
    gives: bool = True
    """Other worksheets may read it (not `store: never`, not `share: never`)."""


@dataclass(frozen=True, kw_only=True)
class TipData:
    """A wording tip: what `has_words` looks for, and what stands under a text that names it."""

    words: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    more_than: int = 0
    show: Scalar | None = None
    hours: tuple[str, str] | None = None


def _no_worksheet(name: str) -> Scope | None:
    return None


@dataclass(frozen=True, kw_only=True)
class Scope:
    """What ids mean at one place. Inside a row: the row's columns over the worksheet's items."""

    items: Mapping[str, Item]
    title: str = ""
    """The worksheet's title, where others read it."""
    worksheets: Callable[[str], Scope | None] = _no_worksheet
    """The items of another worksheet, by its id."""
    others: tuple[str, ...] = ()
    """The ids of all worksheets, for suggestions."""
    tips: Mapping[str, TipData] = field(default_factory=dict)
    measures: dict[int, Measure] = field(default_factory=dict)
    """The large trees that were met here, so that each is measured once."""


@dataclass(frozen=True, kw_only=True)
class Compiled:
    """An expression that is checked."""

    tree: Tree
    reads: frozenset[str]
    """What it names, as `evaluate` asks for it: `partner`, `w:check-in/track`, `theirs:lines`.
    A score counts as itself, not as what it is worked out from."""
    elsewhere: frozenset[tuple[str, str]] = frozenset()
    """What its tree reads of other worksheets, also inside scores: worksheet and item."""
    words: str = ""
    """A condition for paper: If you answered "Yes" to "Is it safe?"."""
    optional: bool = False
    """`${partner?}`"""
    name: str = ""
    """The question's words, for a blank in a text."""
