"""YAML text to nodes that know where they were written; bounded, and without surprises.

Every scalar stays text.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import field
from functools import cached_property, lru_cache
from typing import Final, TypeAlias

from workleaf.catalogue import CATALOGUE
from workleaf.frozen import dataclass
from workleaf.problems import Problem, Span, problem

MOST_TOLD: Final = 201
"""Errors of one file, and warnings; the last says that there are more. Nobody reads so many."""
_MANY: Final = {"error": "many-errors", "warning": "many-warnings"}


@dataclass(frozen=True, eq=False)
class Source:
    """The text of one file; line ends are `\\n`, a byte order mark is gone."""

    file: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """Its lines, as they stand."""
        return self.text.split("\n")

    @cached_property
    def starts(self) -> list[int]:
        """Where each line starts."""
        found = [0]
        for line in self.lines:
            found.append(found[-1] + len(line) + 1)
        return found[:-1]

    def span(self, start: int, end: int) -> Span:
        """The place of the characters from `start` up to `end`; the first line only."""
        start = min(start, len(self.text))
        line = bisect_right(self.starts, start) - 1
        stop = min(end, self.starts[line] + len(self.lines[line]))
        column = start - self.starts[line] + 1
        return Span(file=self.file, line=line + 1, column=column, width=max(1, stop - start))


@dataclass(frozen=True, eq=False, slots=True)
class Place:
    """From where to where a node stands in its source."""

    source: Source
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Its place for problems."""
        return self.source.span(self.start, self.end)


@dataclass(frozen=True, eq=False, slots=True)
class Scalar(Place):
    """A text. `style` is how it was quoted: nothing, a quote sign, `|` or `>`."""

    value: str
    style: str = ""

    def at(self, offset: int, width: int = 1) -> Span:
        """The place of `width` characters of the value, also inside quotes and blocks."""
        places = _places(self)
        if offset >= len(places):
            last = places[-1] + 1 if places else self.start
            return self.source.span(last, last + 1)
        final = min(offset + max(width, 1), len(places)) - 1
        return self.source.span(places[offset], places[final] + 1)

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True, eq=False, slots=True)
class Sequence(Place):
    """A list."""

    items: tuple[Node, ...] = ()


@dataclass(frozen=True, eq=False, slots=True)
class Mapping(Place):
    """Keys and values, in order."""

    pairs: tuple[tuple[Scalar, Node], ...] = ()

    def get(self, key: str) -> Node | None:
        """The value of a key."""
        for name, value in self.pairs:
            if name.value == key:
                return value
        return None

    def key(self, name: str) -> Scalar | None:
        """The key itself, for its place."""
        for key, _ in self.pairs:
            if key.value == name:
                return key
        return None


Node: TypeAlias = Scalar | Sequence | Mapping


@lru_cache(maxsize=4)  # one text may hold thousands of mistakes, and they come one after the other
def _places(scalar: Scalar) -> tuple[int, ...]:
    return tuple(_align(scalar))


def _align(scalar: Scalar) -> Iterator[int]:
    """Where each character of the value stands.

    Value and source hold the same visible characters in the same order; only white space differs.
    """
    raw, here, end = scalar.source.text, scalar.start, scalar.end
    if scalar.style in ("|", ">"):
        here = raw.find("\n", here) + 1 or end
    elif scalar.style in ("'", '"'):
        here += 1
    for sign in scalar.value:
        if not sign.isspace():
            while here < end and raw[here] != sign and not _escape(scalar, here):
                here += 1
        yield min(here, end)
        here += _escape(scalar, here) or 1


def _escape(scalar: Scalar, here: int) -> int:
    """How long the escape at `here` is; 0 where there is none."""
    raw = scalar.source.text
    if scalar.style == "'":
        return 2 if raw.startswith("''", here) else 0
    if scalar.style == '"' and raw.startswith("\\", here) and not raw.startswith("\\\n", here):
        return {"x": 4, "u": 6, "U": 10}.get(raw[here + 1 : here + 2], 2)
    return 0


@dataclasses.dataclass
class Report:
    """Collects the problems of all files; excerpts come from the sources it knows."""

    sources: dict[str, Source] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    noted: int = 0
    """How many there were, also those that are too many to be told."""
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    """File and level → how many."""

    def add(self, code: str, span: Span, **blanks: object) -> None:
        """Note the problem `code` at `span`."""
        level = CATALOGUE[code].level
        self.noted += 1
        self.counts[span.file, level] += 1
        if self.counts[span.file, level] > MOST_TOLD:
            return
        if self.counts[span.file, level] == MOST_TOLD:
            code, blanks = _MANY[level], {"most": MOST_TOLD - 1}
        source = self.sources.get(span.file)
        excerpt = source.lines[span.line - 1] if source and span.line <= len(source.lines) else ""
        self.problems.append(problem(code, span, excerpt=excerpt, **blanks))

    def is_full(self, file: str) -> bool:
        """More errors of this file would not be told."""
        return self.counts[file, "error"] >= MOST_TOLD

    @property
    def failed(self) -> bool:
        """There is an error, not only warnings."""
        return any(each.level == "error" for each in self.problems)
