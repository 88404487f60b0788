"""The manual's page about conditions: its ten worksheets do what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from conditions_page import PAGE, refusal, ten
from language_files import read
from workleaf.worksheet.conditions import evaluate
from workleaf.worksheet.outcome import outcome, unmet

pytestmark = pytest.mark.guide


def test_there_are_ten_and_each_says_what_should_come_of_its_answers(tmp_path: Path) -> None:
    assert len(ten()) == 10
    for name, text in ten().items():
        reading = read(tmp_path, **{name.replace("-", "_"): text})
        assert [str(each) for each in reading.problems] == []
        worksheet = reading.by_id[name]
        assert len(worksheet.examples) >= 2, name
        for example in worksheet.examples:
            assert not [*unmet(example.expected, outcome(worksheet, example.answers))], name


def test_each_ends_both_ways() -> None:
    """An example where something shows and one where it does not, so that nothing is left open."""
    for name, text in ten().items():
        assert "visible" in text or "scores" in text, name
        assert "hidden" in text or "unknown" in text, name


def test_what_the_check_refuses_is_shown_to_the_letter(tmp_path: Path) -> None:
    text, said = refusal()
    reading = read(tmp_path, mood=text)
    found = "\n\n".join(str(each) for each in reading.problems)
    name = f"{tmp_path.name}/mood.yml"
    assert found.replace(name, "worksheets/mood.yml") == said.strip()


CELL = {"yes": True, "no": False, "unknown": None}


@pytest.mark.parametrize("place", [2, 3])
def test_the_table_is_true(place: int) -> None:
    rows = re.findall(r"^\| (yes|no|unknown) \| (\w+) \| (\w+) \| (\w+) \|$", PAGE, re.MULTILINE)
    assert len(rows) == 6
    for row in rows:
        left, right = CELL[row[0]], CELL[row[1]]
        operator = "and" if place == 2 else "or"
        for tree in ([operator, left, right], [operator, right, left]):
            assert evaluate(tree, lambda name: None) is CELL[row[place]], row
