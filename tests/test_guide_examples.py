"""Every worksheet of the guide that scores or branches shows by examples what its answers come to.

Which these are, and what there is to reach, comes from the finished worksheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from language_files import one
from web_pages import real
from workleaf.worksheet.controls import AnyControl, Compose, Tally
from workleaf.worksheet.model import Example, Worksheet
from workleaf.worksheet.outcome import outcome
from workleaf.worksheet.texts import Tree, plain

pytestmark = pytest.mark.guide

FROM_ELSEWHERE = ("theirs", "w")
"""What another person or another worksheet says is not for an example to answer."""


def branches(worksheet: Worksheet) -> bool:
    """Something about it depends on answers."""
    controls = tuple(worksheet.controls())
    return bool(
        worksheet.results
        or worksheet.gate
        or worksheet.is_gate
        or any(step.show_if is not None for step in worksheet.steps)
        or any(each.show_if is not None for each in controls)
        or any(isinstance(each, (Tally, Compose)) for each in controls)
    )


def open_ends(worksheet: Worksheet) -> Iterator[str]:
    """What no example shows."""
    examples = worksheet.examples
    if not examples:
        yield "no examples"
        return
    if not any(not each.answers for each in examples):
        yield "none is blank"
    reached = {name for each in examples for name in each.expected.results or ()}
    for result in worksheet.results:
        if result.id not in reached and not asks_elsewhere(result.when):
            yield f"the result '{result.id}'"
    if worksheet.is_gate and {each.expected.passes for each in examples} < {True, False}:
        yield "a gate that opens, and one that stays shut"
    for control in worksheet.controls():
        yield from _open(control, examples)
    yield from _unseen(worksheet)


def asks_elsewhere(tree: Tree) -> bool:
    return isinstance(tree, tuple) and (
        bool(tree and tree[0] in FROM_ELSEWHERE) or any(map(asks_elsewhere, tree))
    )


def _open(control: AnyControl, examples: tuple[Example, ...]) -> Iterator[str]:
    expected = [each.expected for each in examples]
    if isinstance(control, Tally):
        if not any(control.path in each.scores for each in expected):
            yield f"the score '{control.path}'"
        said = {each.bands.get(control.path) for each in expected}
        for band in control.bands:
            if plain(band.label) not in said:
                yield f"the band '{plain(band.label)}'"
    if isinstance(control, Compose) and not any(control.path in each.texts for each in expected):
        yield f"the words of '{control.path}'"


def _unseen(worksheet: Worksheet) -> Iterator[str]:
    """What only some answers show is seen, and is hidden."""
    found = [outcome(worksheet, each.answers) for each in worksheet.examples]
    conditional = [each.path for each in worksheet.controls() if each.show_if is not None]
    conditional += [step.id for step in worksheet.steps if step.show_if is not None]
    for name in conditional:
        if not any(name in each.visible for each in found):
            yield f"'{name}' shown"
        if not any(name in each.hidden for each in found):
            yield f"'{name}' hidden"


BRANCHING = sorted(name for name, each in real().items() if branches(each))


@pytest.mark.parametrize("name", BRANCHING)
def test_examples_reach_all_that_a_worksheet_may_come_to(name: str) -> None:
    assert list(open_ends(real()[name])) == []


def test_nearly_every_worksheet_of_the_guide_scores_or_branches() -> None:
    assert sorted(real().keys() - {*BRANCHING}) == ["outside-view"]


SCORED = """
title: Scored
fields:
  - {number: Kept, id: kept}
  - {text: More, id: more, show_if: kept > 3}
  - score: Sum
    id: total
    formula: kept
    bands: [{up_to: 3, label: Low}, {up_to: 9, label: High}]
  - {generated_text: Line, id: line, template: "${kept}."}
results:
  - {id: few, when: kept <= 3, show: Few.}
  - {id: many, when: kept > 3, show: Many.}
"""
EXAMPLES = """
examples:
  - {answers: {}, expect: {result: none, scores: {total: unknown}}}
  - {answers: {kept: 2}, expect: {result: few, scores: {total: 2}, bands: {total: Low}}}
  - answers: {kept: 5}
    expect: {result: many, scores: {total: 5}, bands: {total: High}, texts: {line: 5.}}
"""


def test_what_no_example_reaches_is_named(tmp_path: Path) -> None:
    whole = one(tmp_path, SCORED + EXAMPLES)
    assert list(open_ends(whole)) == []
    assert list(open_ends(replace(whole, examples=()))) == ["no examples"]
    assert list(open_ends(replace(whole, examples=whole.examples[:2]))) == [
        "the result 'many'",
        "the band 'High'",
        "the words of 'line'",
        "'more' shown",
    ]
    assert list(open_ends(replace(whole, examples=whole.examples[1:]))) == ["none is blank"]
