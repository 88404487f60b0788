"""What a filled-in worksheet comes to, and whether that is what its author expects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from workleaf.strings import words
from workleaf.worksheet.answers import Flat, score, shown_results, values, visible
from workleaf.worksheet.conditions import Read
from workleaf.worksheet.controls import AnyControl, Compose, Group, Tally
from workleaf.worksheet.filling import fill_prose
from workleaf.worksheet.model import Expected, Step, Worksheet
from workleaf.worksheet.texts import plain

_AS_SHOWN: Final = 0.005
"""Pages show scores to two decimals."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What the screen shows for some answers. A gate counts as passed."""

    visible: frozenset[str]
    """Ids of items and of steps."""
    hidden: frozenset[str]
    scores: Mapping[str, float | None] = field(default_factory=dict)
    """None while unknown or hidden."""
    answered: Mapping[str, tuple[int, int]] = field(default_factory=dict, compare=False)
    """How many parts of a score are numbers, and of how many."""
    bands: Mapping[str, str] = field(default_factory=dict)
    """The words of a score's band; empty for none."""
    results: tuple[str, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    """The words of each generated text that shows."""
    passes: bool = False
    """A result with `pass: yes` shows."""


Aspect: TypeAlias = Literal["visible", "hidden", "score", "band", "result", "text", "pass"]


@dataclass(frozen=True, kw_only=True)
class Unmet:
    """Something expected that is not so."""

    aspect: Aspect
    name: str = ""
    """The id of the item."""
    words: str = ""
    """The words that a text does not hold."""


def outcome(worksheet: Worksheet, flat: Flat) -> Outcome:
    """What the answers come to."""
    read = values(worksheet, flat)
    steps = visible(worksheet, flat, read=read)
    shown = dict(_items(steps))
    every = dict(_items(worksheet.steps))
    results = shown_results(worksheet, flat, read=read).results
    found = {
        name: score(each, read) if name in shown else None
        for name, each in every.items()
        if isinstance(each, Tally)
    }
    seen = frozenset(shown) | {step.id for step in steps}
    return Outcome(
        visible=seen,
        hidden=(frozenset(every) | {step.id for step in worksheet.steps}) - seen,
        scores={name: each.value if each else None for name, each in found.items()},
        answered={name: (each.answered, each.of) for name, each in found.items() if each},
        bands={
            name: plain(each.band.label) if each and each.band else ""
            for name, each in found.items()
        },
        results=tuple(each.id for each in results),
        texts={
            name: _text(each, worksheet, flat, read)
            for name, each in shown.items()
            if isinstance(each, Compose)
        },
        passes=any(each.passes for each in results),
    )


def on_screen(worksheet: Worksheet) -> Mapping[str, AnyControl]:
    """The items that the screen may show, by id."""
    return dict(_items(worksheet.steps))


def unmet(expected: Expected, found: Outcome) -> Iterator[Unmet]:
    """What is not as expected."""
    for name in expected.visible:
        if name not in found.visible:
            yield Unmet(aspect="visible", name=name)
    for name in expected.hidden:
        if name not in found.hidden:
            yield Unmet(aspect="hidden", name=name)
    for name, value in expected.scores.items():
        if not _same(value, found.scores.get(name)):
            yield Unmet(aspect="score", name=name)
    for name, band in expected.bands.items():
        if band != found.bands.get(name, ""):
            yield Unmet(aspect="band", name=name)
    if expected.results is not None and {*expected.results} != {*found.results}:
        yield Unmet(aspect="result")
    for name, parts in expected.texts.items():
        for words_expected in parts:
            if _spaced(words_expected) not in _spaced(found.texts.get(name, "")):
                yield Unmet(aspect="text", name=name, words=words_expected)
    if expected.passes not in (None, found.passes):
        yield Unmet(aspect="pass")


def _items(steps: tuple[Step, ...]) -> Iterator[tuple[str, AnyControl]]:
    for step in steps:
        for control in step.controls:
            yield from _inside(control)


def _inside(control: AnyControl) -> Iterator[tuple[str, AnyControl]]:
    """Items as authors know them: the boxes of a plan are none."""
    if control.only_on == "paper":
        return
    yield control.path, control
    if isinstance(control, Group):
        for each in control.controls:
            if not each.path.startswith(f"{control.path}."):
                yield from _inside(each)


def _text(control: Compose, worksheet: Worksheet, flat: Flat, read: Read) -> str:
    own = flat.get(control.path) if control.editable else None
    if isinstance(own, str) and own.strip():
        return _spaced(own)
    conjunction = words(worksheet.language)["and"]
    return _spaced(plain(fill_prose(control.template, read, conjunction=conjunction)))


def _same(expected: float | None, found: float | None) -> bool:
    if expected is None or found is None:
        return expected is found
    return abs(expected - found) < _AS_SHOWN


def _spaced(text: str) -> str:
    return " ".join(text.split())
