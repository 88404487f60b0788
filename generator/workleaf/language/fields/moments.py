"""Dates and times of day as ISO text."""

from __future__ import annotations

import datetime

from workleaf.language.fields import defaults
from workleaf.language.fields.base import Entry
from workleaf.language.fields.setting import Setting
from workleaf.language.source import Node, Scalar
from workleaf.worksheet.controls import Write


def is_date(text: str) -> bool:
    """`2026-02-28` is a date, `2026-02-30` is none."""
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_time(text: str) -> bool:
    """`09:30` is a time of day."""
    try:
        return datetime.time.fromisoformat(text).isoformat("minutes") == text
    except ValueError:
        return False


def inspect(
    kind: str, low: Scalar | None, high: Scalar | None, entry: Entry, setting: Setting
) -> None:
    """Note what is no date or time, and ends the wrong way round."""
    fits, code = (is_date, "date-shape") if kind == "date" else (is_time, "time-shape")
    for place in (low, high):
        if place is not None and not fits(place.value):
            setting.report.add(code, place.span, found=place.value[:40])
    if low and high and low.value > high.value:
        setting.report.add("max-below-min", high.span, min=low.value, max=high.value)


def start(kind: str, node: Node | None, setting: Setting) -> str:
    """The date or time that a box starts with."""
    fits, code = (is_date, "date-shape") if kind == "date" else (is_time, "time-shape")
    found = defaults.text(node, setting)
    if found and node and not fits(found):
        setting.report.add(code, node.span, found=found[:40])
        return ""
    return found


def box(
    kind: str, low: Scalar | None, high: Scalar | None, entry: Entry, setting: Setting
) -> Write:
    """A box for a date or a time."""
    return Write(
        path=entry.id,
        kind="date" if kind == "date" else "time",
        minimum=low.value if low else "",
        maximum=high.value if high else "",
        default=start(kind, entry.field.default, setting),
    )
