"""Entries of the calendar file: what they are called, and which questions say when."""

from __future__ import annotations

from typing import Final

from workleaf.language import ids
from workleaf.language.drafts import Draft
from workleaf.language.expressions import Item
from workleaf.language.fields.setting import Setting
from workleaf.language.sheet import CalendarEntry as Options
from workleaf.language.source import Scalar
from workleaf.worksheet.model import CalendarEntry

_UNKNOWN: Final = {"date": "calendar-date", "time": "calendar-time"}


def lowered(draft: Draft, setting: Setting) -> tuple[CalendarEntry, ...]:
    """The calendar of a worksheet."""
    return tuple(_entry(name, options, draft, setting) for name, options in draft.calendar)


def _entry(name: str, options: Options, draft: Draft, setting: Setting) -> CalendarEntry:
    date = _asked("date", options.date, draft, setting)
    time = _asked("time", options.time, draft, setting)
    return CalendarEntry(
        id=name,
        title=setting.line(options.title),
        date=options.date.value if date and options.date else "",
        asked=date.words if date else "",
        time=options.time.value if time and options.time else "",
        every=options.every,
        times=options.times,
    )


def _asked(kind: str, name: Scalar | None, draft: Draft, setting: Setting) -> Item | None:
    """The date or time question of this name; one that does not exist is noted."""
    if name is None or name.value in draft.broken:
        return None
    items = setting.scope.items
    found = items.get(name.value)
    if found and found.kind == kind:
        return found
    known = [each for each, item in items.items() if item.kind == kind]
    near = ids.near(name.value, known)
    setting.report.add(_UNKNOWN[kind], name.span, name=name.value, near=near)
    return None
