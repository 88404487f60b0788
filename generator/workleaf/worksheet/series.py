"""Sums, counts and trends over values in conditions; None is unknown."""

from __future__ import annotations

import math
from collections.abc import Sequence

from workleaf.worksheet.values import Value, leaves, normal, number, numbers, same

_DIGITS = 10


def total(found: Sequence[float], how: object) -> float | None:
    """The sum or mean, left to right as the browser adds; `sum` rounds differently since 3.12."""
    result = 0.0
    for each in found:
        result += each
    return number(result / len(found) if how == "mean" else result)


def sum_or_mean(inside: list[Value], how: object) -> float | None:
    """Unknown until half of the parts are numbers."""
    found = numbers(inside)
    enough = found and len(found) * 2 >= len(leaves(inside))
    return total(found, how) if enough else None


def tally(inside: list[Value], how: object, needs: object) -> float | None:
    """Unknown until `needs` of the values are numbers."""
    found = [each for each in map(number, inside) if each is not None]
    least = number(needs)
    enough = found and least is not None and len(found) >= least
    return total(found, how) if enough else None


def parts(inside: Value) -> list[Value]:
    """What a list or record holds; nothing in anything else."""
    if isinstance(inside, dict):
        return list(inside.values())
    return inside if isinstance(inside, list) else []


def count(inside: Value) -> float:
    """How many answers there are, "not sure" skipped."""
    several = parts(inside) if isinstance(inside, (list, dict)) else [inside]
    return float(sum(normal(each) not in (None, "not_sure") for each in several))


def count_of(inside: Value, wanted: Value) -> float | None:
    """How often `wanted` is among the answers."""
    if wanted is None:
        return None
    return float(sum(same(each, wanted) for each in parts(inside)))


def rounded(value: Value, digits: object) -> float | None:
    """Half away from zero."""
    inside, places = number(value), number(digits)
    if inside is None or places is None or not places.is_integer() or not 0 <= places <= _DIGITS:
        return None
    scale = float(f"1e{int(places)}")
    scaled = number(abs(inside) * scale)
    if scaled is None:
        return None
    near = math.floor(scaled + 0.5) / scale
    return number(-near if inside < 0 else near)


def newest(found: Sequence[Value], many: object) -> list[Value] | None:
    """The last `many`; None with fewer."""
    wanted = number(many)
    if wanted is None or not wanted.is_integer() or not 1 <= wanted <= len(found):
        return None
    return list(found[len(found) - int(wanted) :])


def answered(inside: Value) -> list[Value]:
    """The answered values of a list."""
    found = map(normal, inside) if isinstance(inside, list) else ()
    return [each for each in found if each is not None]


def trend(inside: Value, many: object) -> float | None:
    """The slope of the newest numbers, one step apart."""
    known = numbers([inside]) if isinstance(inside, list) else []
    found = numbers(newest(known, many) or [])
    mean = total(found, "mean") if len(found) > 1 else None
    if mean is None:
        return None
    middle = (len(found) - 1) / 2
    above = below = 0.0
    for place, each in enumerate(found):
        above += (place - middle) * (each - mean)
        below += (place - middle) * (place - middle)
    return number(above / below)


def gap(left: Value, right: Value) -> float | None:
    """The largest difference between two numbers, or row by row."""
    if isinstance(left, dict) and isinstance(right, dict):
        pairs = [(left[key], right[key]) for key in left if key in right]
    elif isinstance(left, list) and isinstance(right, list):
        pairs = list(zip(left, right, strict=False))
    else:
        pairs = [(left, right)]
    known = [(number(one), number(other)) for one, other in pairs]
    found = [abs(one - other) for one, other in known if one is not None and other is not None]
    return number(max(found)) if found else None
