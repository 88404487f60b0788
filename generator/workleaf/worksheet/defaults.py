"""How a worksheet stands before anybody has touched it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workleaf.worksheet.controls import (
    AnyControl,
    Dated,
    Grid,
    Group,
    Growing,
    Named,
    Order,
    Pick,
    Rows,
    Write,
)
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.paths import join, other, placed


def defaults(worksheet: Worksheet) -> dict[str, str]:
    """The answers that a form starts with, by answer path; a check is `yes`."""
    steps = (each for step in worksheet.steps for each in step.controls)
    return {
        path: text
        for control in (*worksheet.start, *steps, *worksheet.end)
        for path, text in _of(control, control.path)
        if text
    }


def is_touched(worksheet: Worksheet, flat: Mapping[str, object]) -> bool:
    """The reader has answered something, or cleared what stood there."""
    fresh = defaults(worksheet)
    ids = {control.path.partition(".")[0] for control in _all(worksheet)}
    own = ((path, found) for path, found in flat.items() if _id(path) in ids)
    return any(not _is_as(found, path, fresh) for path, found in own)


def _all(worksheet: Worksheet) -> Iterator[AnyControl]:
    yield from worksheet.start
    yield from worksheet.controls()
    yield from worksheet.end


def _id(path: str) -> str:
    return path.partition(".")[0].removesuffix(other(""))


def _is_as(found: object, path: str, fresh: Mapping[str, str]) -> bool:
    if isinstance(found, (list, tuple)):
        start = f"{path}."
        stood = {key.removeprefix(start) for key in fresh if key.startswith(start)}
        return set(found) == stood
    text = "yes" if found is True else str(found or "")
    return text == fresh.get(path, "")


def _of(control: AnyControl, path: str) -> Iterator[tuple[str, str]]:
    match control:
        case Write():
            yield path, control.default
        case Pick(many=True):
            yield from ((join(path, value), "yes") for value in control.default)
        case Pick(default=(value, *_)):
            yield path, value
        case Order(default=values):
            yield from ((join(path, value), str(n + 1)) for n, value in enumerate(values))
        case Grid():
            for row in control.rows:
                yield from ((join(path, row.value), text) for _, text in row.start_with)
        case Rows():
            yield from _rows(control)
        case Group():
            for each in control.controls:
                yield from _of(each, each.path)
        case _:
            return


def _rows(control: Rows) -> Iterator[tuple[str, str]]:
    match control.plan:
        case Growing(start_with=rows, first=first):
            count = max(len(rows), first)
            keys = [str(number + 1) for number in range(count)]
            begin = [dict(row) for row in rows] + [{}] * (count - len(rows))
        case Named(rows=named):
            keys = [row.value for row in named]
            begin = [dict(row.start_with) for row in named]
        case Dated():
            return
    for key, row in zip(keys, begin, strict=True):
        for column in control.columns:
            at = join(control.path, key, column.path)
            if column.path in row:
                yield at, row[column.path]
            else:
                yield from _of(placed(column, at), at)
