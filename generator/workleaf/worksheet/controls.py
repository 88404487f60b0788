"""The handful of controls that every field type lowers itself to and every output draws.

A control is a frozen, finished value. Its `path` is an answer path (`workleaf.worksheet.paths`); a
column of `Rows` has the column's id as its path, and the row puts it in place.
A property stands here only if two outputs use it.
"""

from __future__ import annotations

from dataclasses import field
from typing import Final, Literal, TypeAlias

from workleaf.frozen import dataclass
from workleaf.worksheet.charts import Chart
from workleaf.worksheet.moved import Moved
from workleaf.worksheet.texts import Line, Prose, Tree

Keep: TypeAlias = Literal["device", "session", "never"]
"""Where an answer may be kept: `store` in YAML."""
Surface: TypeAlias = Literal["screen", "paper"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """A condition that an answer should meet, and what to say when it does not; it never blocks."""

    tree: Tree
    message: Line


@dataclass(frozen=True, kw_only=True, slots=True)
class Control:
    """What every control has."""

    path: str
    label: Line = ()
    hint: Prose = ()
    show_if: Tree = None
    """Shown while this is yes; always when it is `None`."""
    shown_when: str = ""
    """`show_if` in words for paper, for example: If you answered "Yes" to "Is it safe?"."""
    only_on: Surface | None = None
    keep: Keep = "device"
    share: Literal["private", "ok", "never"] = "private"
    required: bool = False
    check: Check | None = None
    timer: tuple[int, ...] = ()
    """Minutes for a quiet timer that the reader may start, one after the other."""
    chart: Chart | None = None
    """A picture of answers under it."""
    offer: Source | None = None
    """Another worksheet's answer to start with, offered while this one is unanswered."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Write(Control):
    """A box to write in."""

    kind: Literal["text", "lines", "number", "date", "time", "email", "phone", "url"] = "text"
    lines: int = 1
    """Height on paper and at first on the screen, in lines."""
    placeholder: str = ""
    default: str = ""
    unit: Line = ()
    minimum: str = ""
    """Smallest number or earliest ISO date or time; empty for none."""
    maximum: str = ""
    step: str = ""
    max_length: int | None = None
    before: Line = ()
    """Words of the sentence in front of the box (`plan`)."""
    after: Line = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """One thing to choose: its saved value and its words."""

    value: str
    words: Line
    exclusive: bool = False
    """Choosing it clears the others, and `count` skips it."""
    apart: bool = False
    """Stands apart from the others: "Not sure" beside a scale."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pick(Control):
    """Choices to pick one or several from. Several (`many`): one check a choice at `path.value`."""

    choices: tuple[Choice, ...]
    many: bool = False
    look: Literal[
        "list", "dropdown", "scale", "slider", "stars", "yes_no", "checkbox", "checklist", "cards"
    ] = "list"
    low: Line = ()
    """Words at the low end of a scale."""
    high: Line = ()
    other: Write | None = None
    """The box of the choice `other`; its path is `path__other`."""
    least: int | None = None
    most: int | None = None
    default: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Order(Control):
    """Choices to put in order: `path.value` is a place from 1."""

    choices: tuple[Choice, ...]
    places: int
    """How many places there are to give (all choices, or `max_choices`)."""
    picked_from: str = ""
    """`choices_from`: the id of the choose_many whose picks are offered, empty for all choices."""
    default: tuple[str, ...] = ()
    """The values that have a place at first, in order."""


@dataclass(frozen=True, kw_only=True, slots=True)
class GridRow:
    """One row of a grid: its value and its words."""

    value: str
    words: Line
    show_if: Tree = None
    """The row stands there while this is yes: a group for each pick; always when it is `None`."""
    shown_when: str = ""
    """`show_if` in words for paper."""
    start_with: tuple[tuple[str, str], ...] = ()
    """What stands in its cells at first, as (column id, text) pairs; of a grid `("", value)`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid(Control):
    """The same choices for several rows: `path.row` is the chosen value."""

    rows: tuple[GridRow, ...]
    choices: tuple[Choice, ...]
    scale: bool = False
    """The choices are the numbers of a range, with `low` and `high` words at the ends."""
    low: Line = ()
    high: Line = ()
    other: Write | None = None
    """A last row named by the reader: value at `path.other`, words at `path__other`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """Rows with fixed names (a grid with columns, a group for each pick): `path.row.column`."""

    rows: tuple[GridRow, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Growing:
    """Rows that the reader adds and removes (a table, a group): `path.1.column`."""

    first: int
    """How many rows stand on the screen at first."""
    most: int
    start_with: tuple[tuple[tuple[str, str], ...], ...] = ()
    """Rows to begin with, each as (column id, text) pairs."""
    row_label: Line = ()
    add_label: Line = ()

    @property
    def on_paper(self) -> int:
        """Rows printed: the larger of `start_with`, the least rows and 6, up to the most."""
        return min(self.most, max(len(self.start_with), self.first, 6))


@dataclass(frozen=True, kw_only=True, slots=True)
class Dated:
    """Rows with a date (a tracker): `path.2026-11-23.field`, on paper `path.1.field`."""

    every: Literal["day", "week"]
    times: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Rows(Control):
    """Rows of cells: a table, a grid with columns, a tracker, a group that repeats."""

    columns: tuple[Cell, ...]
    plan: Named | Growing | Dated
    look: Literal["table", "sheets"] = "table"
    """`sheets`: one below the other, each with its questions (a group that repeats)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Band:
    """What a range of a score means."""

    up_to: float
    label: Line
    advice: Prose = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Tally(Control):
    """A number worked out from answers, with advice for each band (`score`). No answer path."""

    tree: Tree
    parts: tuple[Tree, ...] = ()
    """What it counts, for "4 of 6 answered"; empty for a formula."""
    bands: tuple[Band, ...] = ()
    how_to: str = ""
    """How to work it out by hand, for paper."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tip:
    """What is said under a text while certain words stand in it; it never blocks."""

    show: Line
    tree: Tree = None
    """Whether the words stand in the text, which is read at its own path; `None`: any words."""
    hours: tuple[str, str] | None = None
    """Only from one time of day to another, by the device's clock."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Compose(Control):
    """A text put together from answers; where `editable`, `path` holds the reader's version."""

    template: Prose
    editable: bool = False
    copy: bool = True
    max_words: int | None = None
    too_long: Line = ()
    """What to say above `max_words`."""
    tips: tuple[Tip, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Say(Control):
    """Text to read. No answer."""

    text: Prose
    look: Literal["plain", "info", "tip", "warning", "help", "aside", "rule"] = "plain"
    """`rule`: the words stand under a rule to sign on."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Group(Control):
    """Controls that belong together under one heading.

    `sentence` is a plan (boxes inside a sentence), `signature` a name and a date over a rule.
    """

    controls: tuple[AnyControl, ...]
    look: Literal["plain", "sentence", "signature"] = "plain"


@dataclass(frozen=True, kw_only=True)
class Place:
    """A control of a worksheet and the conditions it stands under."""

    control: AnyControl
    shown: tuple[Tree, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Source:
    """An earlier answer that a recall shows."""

    item: str
    part: tuple[str, ...] = ()
    """The row and column in it, where not all of it is shown."""
    worksheet: str = ""
    """The worksheet it stands in; empty for this one."""
    title: str = ""
    """That worksheet's title."""
    places: tuple[Place, ...] = ()
    """The item itself, then those that its conditions, charts and texts read."""
    start: tuple[tuple[str, str], ...] = ()
    """What stood in these before anybody had answered: answer path and text."""
    moved: Moved = field(default_factory=Moved)
    """What became of older names there: answers may still be kept under these."""


@dataclass(frozen=True, kw_only=True)
class Recall(Control):
    """Earlier answers, shown once the reader adds them: then `path` is `ADDED`."""

    sources: tuple[Source, ...]


ADDED: Final = "added"
"""The answer of a recall that the reader added."""
Cell: TypeAlias = Write | Pick | Tally | Say | Group
"""What may stand in a cell of `Rows`; texts, plans and several choices only on `sheets`."""
AnyControl: TypeAlias = Write | Pick | Order | Grid | Rows | Tally | Compose | Say | Group | Recall
"""The closed union that outputs `match` over, ending with `assert_never`."""
