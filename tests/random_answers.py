"""Answers as somebody could give them to a worksheet: any of its questions, by a seed."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from workleaf.worksheet.controls import (
    AnyControl,
    Dated,
    Grid,
    Group,
    Growing,
    Order,
    Pick,
    Rows,
    Write,
)
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.paths import join, placed, spots

WORDS = ("I always do", "Tea", "my password", "We walk – and talk.", "7")
ANSWERED = 0.7
"""How many of the questions somebody answers."""


def some_answers(worksheet: Worksheet, seed: str) -> dict[str, str | bool]:
    """Answers to a part of the questions; none only where there is nothing to answer."""
    random = Random(f"{worksheet.id} {seed}")
    controls = [each for step in worksheet.steps for each in step.controls]
    for _ in range(20):
        found = dict(pair for control in controls for pair in _of(control, random))
        if found:
            return found
    return {}


def _of(control: AnyControl, random: Random) -> Iterator[tuple[str, str | bool]]:
    match control:
        case Pick(many=True):
            yield from _several(control, random)
        case Order():
            several = random.sample(control.choices, random.randint(0, control.places))
            for place, choice in enumerate(several, start=1):
                yield join(control.path, choice.value), str(place)
        case Rows(plan=Dated()):
            yield from _entries(control, random)
        case Rows(plan=Growing(most=most)):
            row = 1
            for _ in range(random.randint(0, most)):
                cells = [
                    placed(each, join(control.path, row, each.path)) for each in control.columns
                ]
                found = [pair for cell in cells for pair in _of(cell, random)]
                yield from found
                row += bool(found)  # pages count rows without a gap
        case Group():
            for each in control.controls:
                yield from _of(each, random)
        case _:
            for spot in spots(control):
                if isinstance(spot.control, Pick) and spot.control.many:
                    ticked = not _is_exclusive(spot.control, spot.value) and random.random() < 0.4
                    if spot.value and ticked:
                        yield spot.path, True
                elif random.random() < ANSWERED:
                    yield from _one(spot.path, spot.control, random)


def _is_exclusive(control: Pick, value: str) -> bool:
    return any(choice.exclusive for choice in control.choices if choice.value == value)


def _several(control: Pick, random: Random) -> Iterator[tuple[str, str | bool]]:
    """Choices that go together: one that excludes the others is left out."""
    fitting = [choice.value for choice in control.choices if not choice.exclusive]
    most = min(control.most or len(fitting), len(fitting))
    for value in random.sample(fitting, random.randint(0, most)):
        yield join(control.path, value), True


def _entries(control: Rows, random: Random) -> Iterator[tuple[str, str | bool]]:
    for day in range(1, random.randint(1, 5)):
        for column in control.columns:
            path = join(control.path, f"2026-01-{day:02}", column.path)
            if random.random() < ANSWERED:
                yield from _one(path, column, random)


def _one(path: str, control: AnyControl, random: Random) -> Iterator[tuple[str, str | bool]]:
    match control:
        case Write(kind="number"):
            yield path, random.choice(["0", "1", "3", "2.5", "12"])
        case Write(kind="date"):
            yield path, random.choice(["2026-01-31", "2026-11-05"])
        case Write(kind="time"):
            yield path, random.choice(["07:30", "21:00"])
        case Write():
            yield path, random.choice(WORDS)[: control.max_length]
        case Pick(choices=choices) | Grid(choices=choices):
            yield path, random.choice(choices).value
        case _:
            return
