"""What an example answers goes into the PDF, comes back, and still means the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest

from outcomes import comparable, worksheets
from pdf_filling import with_pikepdf
from workleaf.outputs import answers, pdf
from workleaf.worksheet.controls import Dated, Pick, Rows
from workleaf.worksheet.defaults import defaults
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.outcome import outcome, unmet
from workleaf.worksheet.paths import TICKED, on_paper

Given: TypeAlias = str | bool
WITH_EXAMPLES = sorted(
    name for name, each in worksheets().items() if each.examples and on_paper(each)
)
EXAMPLES = [
    (name, number) for name in WITH_EXAMPLES for number in range(len(worksheets()[name].examples))
]


@cache
def blank(name: str) -> bytes:
    return pdf.make(replace(worksheets()[name], gate=""))


def printed(worksheet: Worksheet, given: Mapping[str, Given]) -> dict[str, str]:
    """Answer path → its name on paper: entries with a date are counted there."""
    dated = {
        each.path
        for each in worksheet.controls()
        if isinstance(each, Rows) and isinstance(each.plan, Dated)
    }
    days = sorted({path.split(".")[1] for path in given if path.split(".")[0] in dated})
    counted = {day: str(number) for number, day in enumerate(days, start=1)}
    return {path: ".".join(counted.get(part, part) for part in path.split(".")) for path in given}


def start(worksheet: Worksheet) -> dict[str, Given]:
    """What stands in an empty copy."""
    many = {each.path for each in worksheet.controls() if isinstance(each, Pick) and each.many}
    return {
        path: path.rpartition(".")[0] in many or text for path, text in defaults(worksheet).items()
    }


@pytest.mark.parametrize(("name", "number"), EXAMPLES)
def test_an_example_comes_back_from_paper_and_is_as_expected(
    name: str, number: int, tmp_path: Path
) -> None:
    worksheet = worksheets()[name]
    example = worksheet.examples[number]
    names, paths = printed(worksheet, example.answers), {each.path for each in on_paper(worksheet)}
    # What is for the screen only or kept nowhere has no box, nor have rows that are not printed.
    carried = {path: text for path, text in example.answers.items() if names[path] in paths}
    given = {names[path]: text for path, text in carried.items()}
    values = {path: TICKED if text is True else str(text) for path, text in given.items()}
    file = tmp_path / "filled.pdf"
    file.write_bytes(with_pikepdf(blank(name), values))
    read = answers.read(file)
    back = {path: text for path, text in read.answers.items() if not isinstance(text, list)}
    assert back == {path: text for path, text in {**start(worksheet), **given}.items() if text}
    if not all(carried.values()):
        return  # a default that is cleared on paper stands there again: nothing says it was read
    found = outcome(worksheet, read.answers)
    assert comparable(found) == comparable(outcome(worksheet, carried))
    if carried == example.answers:
        assert list(unmet(example.expected, found)) == []


def is_carried(name: str, number: int) -> bool:
    """Paper carries every answer of an example."""
    worksheet = worksheets()[name]
    given = worksheet.examples[number].answers
    paths = {each.path for each in on_paper(worksheet)}
    return set(printed(worksheet, given).values()) <= paths and all(given.values())


@pytest.mark.guide
def test_paper_carries_most_examples() -> None:
    whole = [each for each in EXAMPLES if is_carried(*each)]
    assert len(whole) >= 25
    assert len(whole) >= 0.8 * len(EXAMPLES)


def test_hidden_answers_are_on_paper_too() -> None:
    """Somebody fills in what a screen would hide; it comes back, and counts as unanswered."""
    given = [
        (worksheet, each)
        for worksheet in map(worksheets().__getitem__, WITH_EXAMPLES)
        for each in worksheet.examples
        if outcome(worksheet, each.answers).hidden & each.answers.keys()
    ]
    assert given, "an example answers a question that its other answers hide"
