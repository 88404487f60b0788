"""What stands in rows: the columns of a table or grid, the fields of a tracker."""

from __future__ import annotations

import re

from workleaf.language.expressions import Item
from workleaf.language.fields.base import Entry
from workleaf.language.fields.setting import Setting
from workleaf.worksheet.controls import Cell, Group, Pick, Say, Tally, Write

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


def rows(text: str, *, most: int = MOST_ROWS) -> tuple[int, int] | None:
    """`3 to 10` or `12`: how many rows at first and at most; `None` where it is neither."""
    found = _ROWS.match(text)
    if not found:
        return None
    first = int(found[1])
    last = int(found[2]) if found[2] else first
    return (first, last) if 1 <= first <= last <= most else None
