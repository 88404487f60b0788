"""What stands in rows: the columns of a table or grid, the fields of a tracker."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from workleaf.language import ids
from workleaf.language.expressions import Item
from workleaf.language.fields.base import Entry
from workleaf.language.fields.setting import Setting
from workleaf.language.source import Mapping, Node, Scalar
from workleaf.worksheet.controls import Cell, Group, Pick, Say, Tally, Write

Cells = tuple[tuple[str, str], ...]
"""What stands in a row: (column id, text) pairs."""
_ROWS = re.compile(r"(\d{1,3})(?: to (\d{1,3}))?$")
MOST_ROWS = 200


def meanings(entry: Entry, setting: Setting) -> dict[str, Item]:
    """What conditions know about the columns."""
    found = {each.id: each.field.value(each, setting) for each in entry.inner}
    return {name: item for name, item in found.items() if item.kind != "none"}


def known(entry: Entry, setting: Setting) -> dict[str, Item]:
    """The columns as the finished scope knows them: with the trees of their scores."""
    item = setting.scope.items.get(entry.id)
    return dict(item.columns) if item else {}


def drawn(entry: Entry, setting: Setting) -> tuple[Cell, ...]:
    """The controls of the columns."""
    inside = setting.inside(known(entry, setting))
    for each in entry.inner:
        if each.field.timer and (place := each.node.key("timer")):
            setting.report.add("timer-in-rows", place.span)
    found = [control for each in entry.inner for control in each.field.lower(each, inside)]
    return tuple(each for each in found if isinstance(each, Write | Pick | Tally | Say | Group))


def begins(columns: tuple[Entry, ...], node: Node, setting: Setting) -> Cells:
    """What stands in a row at first: words for the first column, or `{column: value}`."""
    asked = {each.id: each for each in columns if each.field.answers}
    pairs: list[tuple[str, Node]] = []
    match node:
        case Scalar() if asked:
            pairs = [(next(iter(asked)), node)]
        case Mapping():
            pairs = [
                (key.value, value)
                for key, value in node.pairs
                if key.value in asked or _unknown(key, asked, setting)
            ]
        case _:
            setting.report.add("start-with-shape", node.span)
            return ()
    return tuple((name, _start(asked[name], each, setting)) for name, each in pairs)


def _unknown(key: Scalar, asked: Collection[str], setting: Setting) -> bool:
    near, known = ids.near(key.value, asked), ids.listed(asked)
    setting.report.add("column-unknown", key.span, name=key.value, near=near, known=known)
    return False


def _start(column: Entry, node: Node, setting: Setting) -> str:
    """What a cell starts with: checked as the default of its column would be."""
    field = column.field.model_copy(update={"default": node})
    match field.draw(replace(column, field=field), setting):
        case Write(default=text):
            return text
        case Pick(default=(value, *_)):
            return value
        case _:
            return ""


def rows(text: str, *, most: int = MOST_ROWS) -> tuple[int, int] | None:
    """`3 to 10` or `12`: how many rows at first and at most; `None` where it is neither."""
    found = _ROWS.match(text)
    if not found:
        return None
    first = int(found[1])
    last = int(found[2]) if found[2] else first
    return (first, last) if 1 <= first <= last <= most else None
