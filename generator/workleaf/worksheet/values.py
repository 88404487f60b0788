"""Single values in conditions: what counts as answered, as a number, as a date, as the same."""

from __future__ import annotations

import math
import re
from datetime import date
from typing import Final, TypeAlias

Value: TypeAlias = "None | bool | float | str | list[Value] | dict[str, Value]"
"""A value as `workleaf.worksheet.conditions` describes it."""

SPACES: Final = (
    "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff"
)
"""What the browser's `trim` takes away; Python's own list differs."""
_DEEPEST: Final = 5
"""Levels of a value; a grid with columns has three."""
_CHOICE: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_NUMBER: Final = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?", re.IGNORECASE)
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME: Final = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


def number(value: object) -> float | None:
    """A finite number as a double, as in the browser; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        found = float(value) + 0.0  # -0 becomes 0
    except OverflowError:
        return None
    return found if math.isfinite(found) else None


def normal(value: object, depth: int = 0) -> Value:
    """A JSON value with what is unanswered as None."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return value if value.strip(SPACES) else None
    if depth < _DEEPEST and isinstance(value, (list, tuple)):
        inside = [normal(each, depth + 1) for each in value]
        return inside if any(each is not None for each in inside) else None
    if depth < _DEEPEST and isinstance(value, dict):
        known = {str(key): normal(each, depth + 1) for key, each in value.items()}
        return known if any(each is not None for each in known.values()) else None
    return number(value)


def leaves(value: Value) -> list[Value]:
    """The single values inside, unanswered ones too."""
    if isinstance(value, list):
        return [leaf for each in value for leaf in leaves(each)]
    if isinstance(value, dict):
        # One order everywhere: the browser puts keys that look like numbers first, and sums round.
        return [leaf for key in sorted(value, key=_units) for leaf in leaves(value[key])]
    return [value]


def _units(key: str) -> bytes:
    """Sorts as the browser does, by UTF-16."""
    return key.encode("utf-16-be", "surrogatepass")


def numbers(values: list[Value]) -> list[float]:
    """The numbers inside; "not sure" and words are none."""
    return [found for leaf in leaves(values) if (found := number(leaf)) is not None]


def same(one: object, other: object) -> bool:
    """Two single values of one kind that are equal; lists and records never are."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, str) and isinstance(other, str):
        return one == other
    first = number(one)
    return first is not None and first == number(other)


def choice(text: str) -> str | float:
    """The value of a choice: a number where it is written as one."""
    found = number(float(text)) if _CHOICE.fullmatch(text) else None
    return text if found is None else found


def typed_number(text: str) -> float | None:
    """A number as a reader typed it, with a decimal point or comma."""
    written = text.strip(SPACES).replace(",", ".")
    return number(float(written)) if _NUMBER.fullmatch(written) else None


def as_day(value: object) -> int | None:
    """The number of the day of an ISO date; None where there is no such day."""
    if not isinstance(value, str) or not _DATE.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value).toordinal()
    except ValueError:
        return None


def is_date(value: object) -> bool:
    """It is an ISO date that exists."""
    return as_day(value) is not None


def is_time(value: object) -> bool:
    """It is a time of day, as 18:30."""
    return isinstance(value, str) and _TIME.fullmatch(value) is not None
