"""A filled-in worksheet: what its answers mean, what shows, where scores stand.

Answers come flat, `{answer path: text}` as in `workleaf.worksheet.paths`; a check is `True` or any
text, the picks of a choose_many may also be a list at its id. A path that is missing stands as the
page came, with its default; a default that the reader cleared is an empty text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from workleaf.worksheet.conditions import Read, evaluate
from workleaf.worksheet.controls import AnyControl, Band, Group, Tally
from workleaf.worksheet.defaults import defaults, is_touched
from workleaf.worksheet.model import Result, Step, Worksheet
from workleaf.worksheet.paths import other
from workleaf.worksheet.reading import Flat, value_of
from workleaf.worksheet.texts import Tree
from workleaf.worksheet.values import Value, normal, number

__all__ = ["Flat", "Score", "Shown", "score", "shown_results", "values", "visible"]

_Place: TypeAlias = tuple[AnyControl, tuple[Tree, ...]]


@dataclass(frozen=True, kw_only=True)
class Shown:
    """What stands under a filled-in worksheet."""

    results: tuple[Result, ...]
    """The first that fits, and all that lead to a `safety: yes` place; of these, one without
    `when` only where nothing else shows."""
    too_few: bool
    """There are answers, but nothing fits: "Too few answers to say anything. That is fine."."""


@dataclass(frozen=True, kw_only=True)
class Score:
    """Where a score stands."""

    value: float | None
    """None until its needs are met."""
    band: Band | None
    answered: int
    """How many of its parts are numbers."""
    of: int


def values(
    worksheet: Worksheet,
    flat: Flat,
    *,
    elsewhere: Mapping[str, Read] | None = None,
    theirs: Read | None = None,
) -> Read:
    """What `evaluate` reads: values of items that show, `None` for those that do not.

    `elsewhere` are other worksheets by id, `theirs` is the other person's copy of this one.
    """
    return _Filled(
        places=_places(worksheet),
        flat={**defaults(worksheet), **flat},
        elsewhere=elsewhere or {},
        theirs=theirs,
    ).read


def visible(worksheet: Worksheet, flat: Flat, *, read: Read | None = None) -> tuple[Step, ...]:
    """The steps that show, holding only the controls that show."""
    reading = read or values(worksheet, flat)
    return tuple(
        replace(step, controls=tuple(_showing(step.controls, reading)))
        for step in worksheet.steps
        if _holds(step.show_if, reading)
    )


def shown_results(worksheet: Worksheet, flat: Flat, *, read: Read | None = None) -> Shown:
    """The results that show; none at all before the reader has answered anything."""
    if not is_touched(worksheet, flat):
        return Shown(results=(), too_few=False)
    reading = read or values(worksheet, flat)
    fitting = [result for result in worksheet.results if _holds(result.when, reading)]
    first = next((result for result in fitting if not result.safety), None)
    asked = tuple(each for each in fitting if not each.safety or each.when is not None)
    found = tuple(result for result in asked if result.safety or result is first)
    found = found or tuple(result for result in fitting if result.safety)
    return Shown(results=found, too_few=bool(worksheet.results) and not found)


def score(tally: Tally, read: Read) -> Score:
    """The value of a score, its band, and how much of it is answered."""
    value = number(evaluate(tally.tree, read))
    parts = [number(evaluate(part, read)) for part in tally.parts]
    band = None if value is None else _band(tally, value)
    answered = sum(part is not None for part in parts)
    return Score(value=value, band=band, answered=answered, of=len(parts))


def _band(tally: Tally, value: float) -> Band | None:
    return next((band for band in tally.bands if value <= band.up_to), None)


def _holds(tree: Tree, read: Read) -> bool:
    return tree is None or evaluate(tree, read) is True


def _showing(controls: tuple[AnyControl, ...], read: Read) -> Iterator[AnyControl]:
    for control in controls:
        if not _holds(control.show_if, read):
            continue
        if isinstance(control, Group):
            yield replace(control, controls=tuple(_showing(control.controls, read)))
        else:
            yield control


def _places(worksheet: Worksheet) -> dict[str, _Place]:
    """Every control by its path, with all conditions that it stands under."""
    found: dict[str, _Place] = {}
    for controls, tree in (
        (worksheet.start, None),
        *((step.controls, step.show_if) for step in worksheet.steps),
        (worksheet.end, None),
    ):
        for control, trees in _inside(controls, (tree,)):
            if control.path:
                found.setdefault(control.path, (control, trees))
    return found


def _inside(controls: tuple[AnyControl, ...], above: tuple[Tree, ...]) -> Iterator[_Place]:
    for control in controls:
        trees = (*above, control.show_if)
        yield control, trees
        if isinstance(control, Group):
            yield from _inside(control.controls, trees)


@dataclass(frozen=True, kw_only=True)
class _Filled:
    places: Mapping[str, _Place]
    flat: Flat
    elsewhere: Mapping[str, Read]
    theirs: Read | None
    known: dict[str, Value] = field(default_factory=dict)

    def read(self, name: str) -> object:
        """The value of `id`, `w:worksheet/id` or `theirs:id`."""
        if name.startswith("theirs:"):
            return self.theirs(name.removeprefix("theirs:")) if self.theirs else None
        if name.startswith("w:"):
            worksheet, _, item = name.removeprefix("w:").partition("/")
            read = self.elsewhere.get(worksheet)
            return read(item) if read else None
        if name not in self.known:
            # Unanswered while it is worked out, so a circle of conditions ends.
            self.known[name] = None
            self.known[name] = self._value(name)
        return self.known[name]

    def _value(self, name: str) -> Value:
        item = name.removesuffix(other(""))
        place = self.places.get(item)
        if place is None or not self._shows(place):
            return None
        control, _ = place
        if item != name:
            return value_of(getattr(control, "other", None), self.flat)
        if isinstance(control, Tally):
            return evaluate(control.tree, self.read)
        return value_of(control, self.flat, row=self._row)

    def _shows(self, place: _Place) -> bool:
        return all(_holds(tree, self.read) for tree in place[1])

    def _row(
        self, row: dict[str, Value], hidden: Mapping[str, Tree], show_if: Tree
    ) -> dict[str, Value]:
        """The row without cells that do not show; they count as unanswered for the others too."""
        known: dict[str, Value] = {}

        def read(name: str) -> object:
            if name not in row:
                return self.read(name)
            if name not in known:
                known[name] = None
                known[name] = row[name] if _holds(hidden.get(name), read) else None
            return known[name]

        if not _holds(show_if, read):
            return dict.fromkeys(row)
        return {column: normal(read(column)) for column in row}
