"""What stands in rows: the columns of a table or grid, the fields of a tracker."""

from __future__ import annotations

import re

from workleaf.language.expressions import Item
from workleaf.language.fields.base import Entry
from workleaf.language.fields.setting import Setting
from workleaf.worksheet.controls import Cell, Pick, Tally, Write

_ROWS = re.compile(r"(\d{1,3})(?: to (\d{1,3}))?$")
MOST_ROWS = 200


def meanings(entry: Entry, setting: Setting) -> dict[str, Item]:
    """What conditions know about the columns."""
    return {each.id: each.field.value(each, setting) for each in entry.inner}


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
    return tuple(control for control in found if isinstance(control, Write | Pick | Tally))


def rows(text: str) -> tuple[int, int] | None:
    """`3 to 10` or `12`: how many rows at first and at most; `None` where it is neither."""
    found = _ROWS.match(text)
    if not found:
        return None
    first = int(found[1])
    most = int(found[2]) if found[2] else first
    return (first, most) if 1 <= first <= most <= MOST_ROWS else None
