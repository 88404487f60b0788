"""A file as it was read, before its conditions and texts can be understood."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Mapping as Names
from dataclasses import field

from workleaf.frozen import dataclass
from workleaf.language.fields import Entry
from workleaf.language.fields.choices import Lists
from workleaf.language.sheet import (
    CalendarEntry,
    EveryWorksheet,
    Example,
    Result,
    Step,
    Tip,
    Worksheet,
)
from workleaf.language.source import Mapping, Scalar, Sequence
from workleaf.problems import Span


@dataclass(frozen=True, eq=False, kw_only=True)
class Derived:
    """An id that was made from words, and where it would be written down."""

    id: str
    words: str
    fallback: str
    """What it is called where the words give no id."""
    node: Mapping
    """What it is the id of."""
    after: Scalar | None
    """The value it stands after; it stands first where this is `None`."""
    span: Span


@dataclass(frozen=True, eq=False, kw_only=True)
class StepDraft:
    """A step and its items; `options` is missing where the worksheet has no steps."""

    id: str
    entries: tuple[Entry, ...]
    options: Step | None = None


@dataclass(frozen=True, eq=False, kw_only=True)
class Draft:
    """A worksheet file."""

    id: str
    file: str
    node: Mapping
    options: Worksheet
    steps: tuple[StepDraft, ...]
    results: tuple[tuple[str, Result], ...]
    calendar: tuple[tuple[str, CalendarEntry], ...]
    lists: Lists
    derived: tuple[Derived, ...] = ()
    """Ids that were made from words."""
    broken: frozenset[str] = frozenset()
    """Ids of items that could not be read."""
    parts: frozenset[str] = frozenset()
    """The shared parts that it uses."""
    own_lists: tuple[Scalar, ...] = ()
    """The names of its own choice lists."""
    examples: tuple[tuple[Mapping, Example], ...] = ()
    """Where each stands, and what it says."""

    def entries(self) -> Iterator[Entry]:
        """Every item outside rows, groups before what they hold."""
        for step in self.steps:
            yield from flat(step.entries)


@dataclass(frozen=True, eq=False, kw_only=True)
class SharedDraft:
    """`_shared.yml`."""

    parts: Names[str, Sequence] = field(default_factory=dict)
    lists: Lists = field(default_factory=Lists)
    tips: Names[str, Tip] = field(default_factory=dict)
    every: EveryWorksheet = field(default_factory=EveryWorksheet)
    said: Callable[[tuple[Entry, ...]], tuple[Entry, ...]] = tuple
    """The items of its parts in the language that is being read."""
    language: str = "en"
    names: Names[str, tuple[Scalar, ...]] = field(default_factory=dict)
    """The names of parts, lists and tips as they are written, by the key they stand under."""
    node: Mapping | None = None
    removed: tuple[Scalar, ...] = ()
    """Worksheets that were given up."""

    @property
    def file(self) -> str:
        """The name of the file; empty where there is none."""
        return self.node.source.file if self.node else ""


def flat(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    """The items of groups too, after their group; not what stands in rows."""
    for entry in entries:
        yield entry
        if entry.field.holds:
            yield from flat(entry.inner)
