"""The value of one control, read from flat answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias, assert_never

from workleaf.worksheet.controls import (
    AnyControl,
    Choice,
    Compose,
    Dated,
    Grid,
    Group,
    Growing,
    Named,
    Order,
    Pick,
    Recall,
    Rows,
    Say,
    Tally,
    Write,
)
from workleaf.worksheet.paths import join, placed
from workleaf.worksheet.texts import Tree
from workleaf.worksheet.values import Value, choice, is_date, normal, typed_number

Flat: TypeAlias = Mapping[str, object]
"""Answer path → text, `True` for a check, a list at the id of a choose_many."""
Row: TypeAlias = Callable[[dict[str, Value], Mapping[str, Tree], Tree], dict[str, Value]]
"""Takes the cells that do not show out of a row, given each column's `show_if` and the row's."""

_FIRST_NUMBER: Final = re.compile(r"\d+")


def _whole(row: dict[str, Value], hidden: Mapping[str, Tree], show_if: Tree) -> dict[str, Value]:
    return row


def value_of(control: AnyControl | None, flat: Flat, *, row: Row = _whole) -> Value:
    """What is answered in `control`; None where nothing is, and for what takes no answer."""
    match control:
        case Write():
            return _written(control, flat.get(control.path))
        case Pick(many=True):
            return normal(_picked(control.path, control.choices, flat))
        case Pick():
            return _chosen(flat.get(control.path))
        case Order():
            return normal(_ordered(control, flat))
        case Grid():
            rows = [each.value for each in control.rows] + ["other"] * (control.other is not None)
            return normal({each: _chosen(flat.get(join(control.path, each))) for each in rows})
        case Rows():
            return normal(_rows(control, flat, row))
        case Compose():
            return _text(flat.get(control.path)) if control.editable else None
        case Group():
            return normal(_parts(control, flat))
        case Recall():
            return _text(flat.get(control.path))
        case Tally() | Say() | None:
            return None
        case _:
            assert_never(control)


def _parts(group: Group, flat: Flat) -> dict[str, Value]:
    """A plan, a signature: the answers whose paths begin with its own."""
    start = f"{group.path}."
    inside = [each for each in group.controls if each.path.startswith(start)]
    return {
        each.path.removeprefix(start): value_of(each, flat)
        for each in inside
        if not isinstance(each, Say)
    }


def _text(found: object) -> str | None:
    return found if isinstance(found, str) and normal(found) is not None else None


def _written(control: Write, found: object) -> Value:
    text = str(found) if isinstance(found, (int, float)) else _text(found)
    if text is None or isinstance(found, bool):
        return None
    return typed_number(text) if control.kind == "number" else text


def _chosen(found: object) -> Value:
    if isinstance(found, bool):
        return None
    text = str(found) if isinstance(found, (int, float)) else _text(found)
    return None if text is None else choice(text)


def _picked(path: str, choices: Sequence[Choice], flat: Flat) -> list[Value]:
    listed = flat.get(path)
    if isinstance(listed, (list, tuple)):
        return [choice(each.value) for each in choices if each.value in listed]
    return [choice(each.value) for each in choices if flat.get(join(path, each.value))]


def _ordered(control: Order, flat: Flat) -> list[Value]:
    listed = flat.get(control.path)
    values = [each.value for each in control.choices]
    if isinstance(listed, (list, tuple)):
        return [choice(each) for each in listed if each in values]
    places = {each: typed_number(str(flat.get(join(control.path, each), ""))) for each in values}
    given = [(place, each) for each, place in places.items() if place is not None]
    return [choice(each) for _, each in sorted(given, key=lambda pair: pair[0])]


def _rows(control: Rows, flat: Flat, row: Row) -> Value:
    cells = dict(_cells(control, flat, row))
    match control.plan:
        case Named():
            return dict(cells)
        case Growing():
            return [each for each in cells.values() if normal(each) is not None]
        case Dated():
            return [
                {**each, "date": key if is_date(key) else None}
                for key, each in cells.items()
                if normal(each) is not None
            ]


def _cells(control: Rows, flat: Flat, row: Row) -> Iterator[tuple[str, dict[str, Value]]]:
    columns = [each for each in control.columns if not isinstance(each, Tally | Say)]
    hidden = {each.path: each.show_if for each in columns}
    shown = _shown(control)
    for key in _keys(control, flat):
        start = join(control.path, key)
        if flat.get(start) == "":
            continue  # the reader removed this row
        found = {
            each.path: value_of(placed(each, join(start, each.path)), flat) for each in columns
        }
        yield key, row(found, hidden, shown.get(key))


def _shown(control: Rows) -> Mapping[str, Tree]:
    """When each row stands there, by its key."""
    named = control.plan.rows if isinstance(control.plan, Named) else ()
    return {each.value: each.show_if for each in named}


def _keys(control: Rows, flat: Flat) -> list[str]:
    """The row part of the paths: named rows as planned, others by number or date."""
    if isinstance(control.plan, Named):
        return [each.value for each in control.plan.rows]
    start = f"{control.path}."
    found = {path[len(start) :].partition(".")[0] for path in flat if path.startswith(start)}
    return sorted(found, key=_place)


def _place(key: str) -> tuple[int, str]:
    number = None if is_date(key) else _FIRST_NUMBER.match(key)
    return (int(number[0]) if number else 0, key)
