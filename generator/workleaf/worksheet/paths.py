"""Answer paths: the one name of an answer in HTML, PDF, JSON and storage. Decided here only.

| control | paths |
|---|---|
| Write, Pick of one | `id` |
| the box of `other` | `id__other` |
| Pick of several | `id.choice` a check each |
| Order | `id.choice` = place from 1 |
| Grid | `id.row` |
| Rows | `id.row.column`, a tick of several `id.row.column.choice`; on paper rows count from 1 |
| Compose, editable | `id` |
| Recall | `id`, on the screen only |
| Group | those of its controls, which carry their own (`id.if`, `id.name`) |
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from workleaf.worksheet.controls import (
    AnyControl,
    Cell,
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
from workleaf.worksheet.model import Worksheet

IDENTITY = "_worksheet"
"""The name under which a filled copy carries `identity`."""
TICKED = "Yes"
"""What a filled copy says of a tick at `id.choice`; other answers are the choice's value."""


def identity(worksheet: Worksheet) -> str:
    """What a filled copy says about itself: id and version."""
    return f"{worksheet.id}@{worksheet.version}"


@dataclass(frozen=True, kw_only=True)
class Spot:
    """One answer path and the control that holds it."""

    path: str
    control: AnyControl
    value: str = ""
    """The choice or row that the path stands for, where it stands for one."""


def join(*parts: str | int) -> str:
    """An answer path from its parts."""
    return ".".join(str(part) for part in parts)


def other(path: str) -> str:
    """The path of the box that belongs to the choice `other`."""
    return f"{path}__other"


def on_paper(worksheet: Worksheet) -> tuple[Spot, ...]:
    """The answer paths that paper and PDF carry, in reading order.

    Left out: worksheets for reading only, `store: never`, `only_on: screen`, what has no answer.
    """
    if worksheet.paper == "reading" or worksheet.keep == "never":
        return ()
    return tuple(
        spot for step in worksheet.steps for each in step.controls for spot in _paper(each)
    )


def is_on_paper(control: AnyControl) -> bool:
    """Paper carries a box for this control."""
    return control.keep != "never" and control.only_on != "screen"


def _paper(control: AnyControl) -> Iterator[Spot]:
    if is_on_paper(control):
        yield from spots(control)


def placed(cell: Cell, path: str) -> Cell:
    """The control of a column in its row, with all that it holds."""
    match cell:
        case Group(controls=controls):
            held = (_under(each, path + each.path.removeprefix(cell.path)) for each in controls)
            return replace(cell, path=path, controls=tuple(held))
        case Pick(other=Write() as box):
            return replace(cell, path=path, other=replace(box, path=other(path)))
        case _:
            return replace(cell, path=path)


def _under(part: AnyControl, path: str) -> AnyControl:
    return replace(part, path=path)


def spots(control: AnyControl) -> Iterator[Spot]:
    """The answer paths of one control, rows counted as on paper."""
    path = control.path
    match control:
        case Write():
            yield Spot(path=path, control=control)
        case Pick(many=True):
            for choice in control.choices:
                yield Spot(path=join(path, choice.value), control=control, value=choice.value)
            yield from _other(control.other, path)
        case Pick():
            yield Spot(path=path, control=control)
            yield from _other(control.other, path)
        case Order():
            for choice in control.choices:
                yield Spot(path=join(path, choice.value), control=control, value=choice.value)
        case Grid():
            for row in control.rows:
                yield Spot(path=join(path, row.value), control=control, value=row.value)
            if control.other:
                yield Spot(path=join(path, "other"), control=control, value="other")
            yield from _other(control.other, path)
        case Rows():
            for key in row_keys(control):
                for column in filter(is_on_paper, control.columns):
                    yield from spots(placed(column, join(path, key, column.path)))
        case Compose():
            if control.editable:
                yield Spot(path=path, control=control)
        case Group():
            for each in control.controls:
                yield from _paper(each)
        case Tally() | Say() | Recall():
            return
        case _:
            assert_never(control)


def row_keys(rows: Rows) -> tuple[str, ...]:
    """The row part of the paths of `Rows`, as printed."""
    match rows.plan:
        case Named(rows=named):
            return tuple(row.value for row in named)
        case Growing() as growing:
            return tuple(str(number + 1) for number in range(growing.on_paper))
        case Dated(times=times):
            return tuple(str(number + 1) for number in range(times))


def cell_path(rows: Rows, key: str, column: Cell) -> str:
    """The path of one cell."""
    return join(rows.path, key, column.path)


def _other(box: Write | None, path: str) -> Iterator[Spot]:
    if box:
        yield Spot(path=other(path), control=box)
