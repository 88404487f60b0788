"""Items that wait for each other: circles through conditions, scores, choices and texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from workleaf.language.drafts import Draft
from workleaf.language.expressions import Named, circles, names
from workleaf.language.fields import Entry
from workleaf.language.fields.generated_text import GeneratedText
from workleaf.language.fields.score import Score
from workleaf.language.fields.setting import Setting
from workleaf.language.markdown import words
from workleaf.language.models import given
from workleaf.language.source import Scalar

_SLOT = re.compile(r"\$\{([^{}]*)\}")


@dataclass(frozen=True)
class _Place:
    """A condition, where it stands and what names mean there."""

    text: Scalar
    names: tuple[Named, ...]


@dataclass
class _Graph:
    """What each item and each column waits for."""

    setting: Setting
    waits: dict[str, set[str]] = field(default_factory=dict)
    places: dict[str, _Place] = field(default_factory=dict)
    labels: dict[str, Scalar] = field(default_factory=dict)
    order: dict[str, int] = field(default_factory=dict)

    def add(self, key: str, entry: Entry, conditions: tuple[_Place, ...], setting: Setting) -> None:
        """An item or a column, in the order of the file, with all that it is shown by."""
        self.order[key] = len(self.order)
        self.labels[key] = entry.label
        if conditions:
            self.places[key] = conditions[-1]
        table, _, column = key.partition(".")
        found = [each for place in conditions for each in place.names]
        found += _values(entry, setting)
        self.waits[key] = {name for each in found for name in _keys(each)}
        if column:
            siblings = setting.scope.items[table].columns
            own_names = {
                f"{table}.{each.item}"
                for each in found
                if each.item in siblings and not each.column
            }
            self.waits[key] = own_names | {table} | (self.waits[key] - set(siblings))

    def follow(
        self, entries: tuple[Entry, ...], around: tuple[_Place, ...], setting: Setting
    ) -> None:
        """All entries, those in groups and columns too."""
        for entry in entries:
            inside = setting.within(entry.local)
            conditions = (*around, *_place(entry.field.show_if, inside))
            self.add(entry.id, entry, conditions, inside)
            if entry.field.holds:
                self.follow(entry.inner, conditions, setting)
                continue
            item = inside.scope.items.get(entry.id)
            row = inside.inside(item.columns) if item and entry.inner else inside
            for column in entry.inner if item else ():
                own = _place(column.field.show_if, row)
                self.add(f"{entry.id}.{column.id}", column, own, row)


def inspect(draft: Draft, setting: Setting) -> None:
    """Note every circle of a worksheet, and conditions on a question that comes later."""
    graph = _Graph(setting)
    for step in draft.steps:
        around = _place(step.options.show_if, setting) if step.options else ()
        graph.follow(step.entries, around, setting)
    known = {key: found & graph.waits.keys() for key, found in graph.waits.items() if found}
    told = [each for circle in circles(known) for each in _told(circle, graph)]
    if not told:
        _later(graph)


def _told(circle: tuple[str, ...], graph: _Graph) -> Iterator[str]:
    """Scores alone are told where they are worked out; all else is told here."""
    first = circle.index(min(circle, key=lambda key: graph.order[key]))
    circle = (*circle[first:-1], *circle[: first + 1])
    place = next((graph.places[key] for key in circle if key in graph.places), None)
    if place is None:
        return
    said = " → ".join(f'{key} ("{words(graph.labels[key])}")' for key in circle)
    code = "shown-by-itself" if len(circle) == 2 else "shown-circle"
    graph.setting.report.add(code, place.text.span, names=said, name=circle[0])
    yield code


def _later(graph: _Graph) -> None:
    for key, place in graph.places.items():
        for each in place.names:
            name = each.item
            if (
                not each.worksheet
                and graph.order.get(name, -1) > graph.order[key.partition(".")[0]]
            ):
                span = place.text.at(*each.at)
                graph.setting.report.add("condition-later", span, name=name)


def _keys(each: Named) -> tuple[str, ...]:
    return (each.item, f"{each.item}.{each.column}") if each.column else (each.item,)


def _place(text: Scalar | None, setting: Setting) -> tuple[_Place, ...]:
    return (_Place(text, _here(text.value, setting)),) if text else ()


def _here(text: str, setting: Setting) -> tuple[Named, ...]:
    """What is asked in this worksheet; other copies and worksheets do not wait for it."""
    return tuple(
        each for each in names(text, setting.scope) if not each.worksheet and not each.theirs
    )


def _values(entry: Entry, setting: Setting) -> Iterator[Named]:
    """What the value of an item is made of, or its choices."""
    for text in _texts(entry):
        yield from _here(text, setting)
    source = given(entry.field, "choices_from") or given(entry.field, "repeat_for")
    if isinstance(source, Scalar) and source.value in setting.picked:
        yield Named(item=source.value)


def _texts(entry: Entry) -> Iterator[str]:
    if isinstance(entry.field, Score):
        yield from (text.value for text in entry.field.counted())
        if entry.field.formula:
            yield entry.field.formula.value
    elif isinstance(entry.field, GeneratedText):
        yield from _SLOT.findall(entry.field.template.value)
