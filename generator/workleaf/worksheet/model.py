"""A finished worksheet: titles, steps of controls, results. Nothing in it needs another look."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Literal, TypeAlias

from workleaf.frozen import dataclass
from workleaf.worksheet.controls import AnyControl, Group, Keep, Source
from workleaf.worksheet.moved import Moved
from workleaf.worksheet.texts import Line, Prose, Target, Tree

Who: TypeAlias = Literal["alone", "together", "counsellor"]


@dataclass(frozen=True, kw_only=True)
class Step:
    """A screen or a section of a worksheet."""

    id: str
    title: Line
    """Empty where the worksheet has `fields` and no steps."""
    controls: tuple[AnyControl, ...]
    intro: Prose = ()
    show_if: Tree = None
    shown_when: str = ""


@dataclass(frozen=True, kw_only=True)
class Beside:
    """One question that a result is shown beside."""

    path: str
    when: Tree
    """That this question is what it is shown for; at the last place its whole condition."""


@dataclass(frozen=True, kw_only=True)
class Result:
    """A text shown after the last step; the first whose `when` is yes."""

    id: str
    show: Prose
    when: Tree = None
    """`None` only for the last one that is shown whenever nothing above it is."""
    shown_when: str = ""
    """`when` in words for paper; empty for the last one without `when`."""
    go: tuple[Target, ...] = ()
    passes: bool = False
    """`pass: yes`: this result opens the worksheets that this gate stands before."""
    about_safety: bool = False
    """It is marked `safety: yes`, or its condition asks a question that is."""
    beside: tuple[Beside, ...] = ()
    """For a result that touches safety: the questions that it is shown beside, in their order."""

    @property
    def safety(self) -> bool:
        """It touches safety, so it is shown at once, beside its question, and hides no other."""
        return self.about_safety or any(target.safety for target in self.go)


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What an author says should come of some answers; what is left out may be anything."""

    visible: tuple[str, ...] = ()
    """Ids of items and of steps."""
    hidden: tuple[str, ...] = ()
    scores: Mapping[str, float | None] = field(default_factory=dict)
    """None: unknown."""
    bands: Mapping[str, str] = field(default_factory=dict)
    """The band's words; empty for none."""
    results: tuple[str, ...] | None = None
    """All that show, in any order."""
    texts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words that stand in a generated text."""
    passes: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Example:
    """Answers, and what should come of them. For checks only: no reader ever meets one."""

    answers: Mapping[str, str | bool]
    """Answer path → text, `True` for a check; an empty text clears what stood there."""
    expected: Expected
    name: str = ""


@dataclass(frozen=True, kw_only=True)
class CalendarEntry:
    """What a reader may put into a calendar of their own."""

    id: str
    title: Line
    """Other people may see it."""
    date: str = ""
    """The path of a date question; empty for the day on which the file is made."""
    asked: str = ""
    """The words of that question."""
    time: str = ""
    """The path of a time question; empty, or unanswered: all day."""
    every: Literal["day", "week"] | None = None
    times: int = 1


@dataclass(frozen=True, kw_only=True)
class Worksheet:
    """One worksheet, checked and complete."""

    id: str
    title: Line
    steps: tuple[Step, ...]
    version: int = 1
    language: str = "en"
    direction: Literal["ltr", "rtl"] = "ltr"
    translation: Literal["", "draft", "reviewed"] = ""
    """How far it is, where this is a translation; empty for the worksheet as it was written."""
    summary: Line = ()
    intro: Prose = ()
    closing: Prose = ()
    start: tuple[AnyControl, ...] = ()
    """Shared parts before the first step (`every_worksheet.start`)."""
    end: tuple[AnyControl, ...] = ()
    results: tuple[Result, ...] = ()
    minutes: int | None = None
    who: tuple[Who, ...] = ()
    """The first is recommended."""
    tags: tuple[str, ...] = ()
    author: str = ""
    license: str = ""
    source: str = ""
    guide: Target | None = None
    keep: Keep = "device"
    share: Literal["private", "ok", "never"] = "private"
    paper: Literal["full", "reading"] = "full"
    safety: bool = False
    gate: str = ""
    """The id of the worksheet asked at the top of this one; empty for none."""
    is_gate: bool = False
    """Another worksheet's `gate`; it is not listed."""
    calendar: tuple[CalendarEntry, ...] = ()
    exports: tuple[Literal["pdf", "json", "md", "csv", "docx"], ...] = ("pdf", "json", "md")
    claims: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    file: str = ""
    """The YAML file, relative to the project, for edit links."""
    hash: str = ""
    """Of ids, kinds and choices: what a filled copy must match."""
    elsewhere: tuple[Source, ...] = ()
    """Answers of other worksheets that conditions and texts here read."""
    values: Mapping[str, Kind] = field(default_factory=dict)
    """What conditions may read: item id → kind."""
    examples: tuple[Example, ...] = ()
    moved: Moved = field(default_factory=Moved)
    """Where answers belong that were saved under older names."""

    def controls(self) -> Iterator[AnyControl]:
        """Every control in reading order, groups before what they hold; shared parts left out."""
        for step in self.steps:
            yield from _inside(step.controls)


Kind: TypeAlias = Literal[
    "text",
    "number",
    "one",
    "many",
    "order",
    "date",
    "time",
    "grid",
    "cells",
    "rows",
    "entries",
    "parts",
]
"""The shape of an item's value in conditions; see `workleaf.worksheet.conditions`."""


def _inside(controls: tuple[AnyControl, ...]) -> Iterator[AnyControl]:
    for control in controls:
        yield control
        if isinstance(control, Group):
            yield from _inside(control.controls)
