"""What conditions mean: the shared cases, in Python and in the browser; and nothing ever raises."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

import twins
from random_trees import Maker
from workleaf.worksheet.conditions import _WORK, DEEPEST, evaluate

CASES: list[tuple[str, Any, dict[str, Any], Any]] = json.loads(
    (twins.FOLDER / "cases.json").read_text(encoding="utf-8")
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
NODES = """
    s v w theirs get at each except points words and or not is < >= includes + / neg answered sum
    mean min tally count count_of round first if last trend gap days_between has_words
"""
NAMES = st.sampled_from(NODES.split())
JSON = st.recursive(
    SCALARS | NAMES,
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(st.text(max_size=3), inside, max_size=3)
        | st.tuples(NAMES, inside, inside).map(list)
    ),
    max_leaves=25,
)


def plain(value: Any) -> Any:
    """Numbers as doubles."""
    return json.loads(json.dumps(value), parse_int=float)


def names_in(tree: Any) -> Iterator[str]:
    """The name of every node in a tree."""
    if isinstance(tree, list) and tree and isinstance(tree[0], str):
        yield tree[0]
    if isinstance(tree, list):
        for each in tree:
            yield from names_in(each)


def kind(value: Any) -> str:
    """What an answer looks like, for the list of what the cases cover."""
    match value:
        case {} if any(isinstance(each, dict) for each in value.values()):
            return "grid with columns"
        case {}:
            return "record"
        case [{}, *_]:
            return "rows"
        case list():
            return "list"
        case str():
            return "text"
        case _:
            return "number" if value is not None else "nothing"


def test_every_node_has_cases_some_known_and_some_unknown() -> None:
    known = {name for _, tree, _, end in CASES for name in names_in(tree) if end is not None}
    unknown = {name for _, tree, _, end in CASES for name in names_in(tree) if end is None}
    always_known = {"answered", "count"}
    assert set(_WORK) - known == set()
    assert set(_WORK) - unknown - always_known == set()


@pytest.mark.parametrize("operator", ["and", "or"])
def test_the_three_valued_table_is_there_in_full(operator: str) -> None:
    sides = {"yes": True, "no": False, "unknown": None}
    found = {why: expected for why, _, _, expected in CASES}
    for left, first in sides.items():
        for right, second in sides.items():
            values = {first, second}
            decides = operator == "or"
            other = None if None in values else not decides
            expected = decides if decides in values else other
            assert found[f"{left} {operator} {right}"] is expected


def test_not_is_there_in_full() -> None:
    found = {why: expected for why, _, _, expected in CASES}
    assert [found[f"not {each}"] for each in ("yes", "no", "unknown")] == [False, True, None]


@pytest.mark.parametrize(
    ("node", "kinds"),
    [
        ("answered", "text number list record rows nothing"),
        ("count", "text number list record rows nothing"),
        ("sum", "number record rows list nothing"),
        ("mean", "number record rows nothing"),
        ("is", "text number list nothing"),
        ("includes", "list text rows nothing"),
        ("excludes", "list text rows nothing"),
        ("<", "number text list nothing"),
        ("get", "record rows"),
        ("gap", "number record nothing"),
    ],
)
def test_every_kind_of_answer_is_tried(node: str, kinds: str) -> None:
    tried = [
        answers.get(asked)
        for _, tree, answers, _ in CASES
        if node in names_in(tree)
        for asked in (*answers, "nothing there")
    ]
    lacking = set(kinds.split()) - {kind(each) for each in tried}
    assert lacking == set()


@pytest.mark.parametrize(("why", "tree", "answers", "expected"), CASES, ids=[c[0] for c in CASES])
def test_a_condition_means(why: str, tree: Any, answers: dict[str, Any], expected: Any) -> None:
    found = evaluate(tree, answers.get)
    assert not twins.difference(found, plain(expected)), f"{why}: {found!r}"


@pytest.mark.browser
def test_the_browser_gives_the_same_for_every_case(browser: Browser) -> None:
    found = twins.run(browser, "evaluate", [[tree, answers] for _, tree, answers, _ in CASES])
    odd = [
        (case[0], each)
        for case, each in zip(CASES, found, strict=True)
        if twins.difference(each, plain(case[3]))
    ]
    assert not odd


@settings(max_examples=400, deadline=None)
@given(tree=JSON, answer=JSON)
def test_nothing_makes_a_condition_raise(tree: object, answer: object) -> None:
    found = evaluate(tree, lambda name: answer)
    assert found is None or isinstance(found, (bool, float, str, list, dict))


@settings(max_examples=100, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_the_same_answers_always_give_the_same(seed: int) -> None:
    maker = Maker(seed)
    tree, answers = maker.tree(3), maker.answers()
    assert repr(evaluate(tree, answers.get)) == repr(evaluate(tree, answers.get))


def test_a_tree_that_is_too_deep_is_unknown() -> None:
    tree: Any = True
    for _ in range(DEEPEST):
        tree = ["not", tree]
    assert evaluate(tree, lambda name: None) is True
    assert evaluate(["not", tree], lambda name: None) is None


def test_a_value_that_nests_without_end_is_unanswered() -> None:
    value: Any = 1
    for _ in range(5000):
        value = [value]
    assert evaluate(["answered", ["v", "x"]], lambda name: value) is False


def test_a_number_too_long_for_a_double_is_unanswered() -> None:
    assert evaluate(["answered", ["v", "x"]], {"x": 10**400}.get) is False
