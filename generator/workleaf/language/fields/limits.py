"""Limits of answers: smallest and largest, steps, numbers of choices."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from workleaf.language import markdown
from workleaf.language.fields.base import Entry
from workleaf.language.fields.setting import Setting
from workleaf.language.source import Scalar
from workleaf.worksheet.controls import Choice
from workleaf.worksheet.texts import Plain, Tree

MOST_POINTS = 101


def between(value: Tree, low: Tree, high: Tree) -> Tree:
    """The condition that a value lies between two ends; `None` without any."""
    least: Tree = (">=", value, low)
    most: Tree = ("<=", value, high)
    if low is None:
        return None if high is None else most
    return least if high is None else ("and", least, most)


def check_step(step: Decimal | None, entry: Entry, setting: Setting) -> None:
    """A step is larger than nothing."""
    place = entry.node.get("step")
    if step is not None and step <= 0 and place:
        setting.report.add("step-zero", place.span, found=step)


@lru_cache(maxsize=64)  # most scales of a site are the same few
def points(low: int, high: int, step: Decimal | None) -> tuple[str, ...]:
    """The values of a scale; none where there would be too many."""
    each = step if step is not None and step > 0 else Decimal(1)
    count = int((high - low) / each) + 1
    if count > MOST_POINTS:
        return ()
    return tuple(f"{(low + number * each).normalize():f}" for number in range(count))


def end_words(low: Scalar | None, high: Scalar | None) -> tuple[str, str]:
    """What both ends of a scale mean, as plain words."""
    return (markdown.words(low) if low else "", markdown.words(high) if high else "")


@lru_cache(maxsize=64)
def numbers(low: int, high: int, step: Decimal | None) -> tuple[Choice, ...]:
    """The points of a scale as choices."""
    values = points(low, high, step)
    return tuple(Choice(value=value, words=(Plain(value),)) for value in values)
