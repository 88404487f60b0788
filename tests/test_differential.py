"""Python and the browser mean the same, over random trees, answers, texts and paragraphs."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import Any

import pytest
from playwright.sync_api import Browser

import bootstrap
import twins
from random_trees import NUMBERS, TEXTS, WORDS, Maker
from workleaf.worksheet.conditions import evaluate
from workleaf.worksheet.filling import Piece, is_gone, phrase, settle
from workleaf.worksheet.values import choice, typed_number
from workleaf.worksheet.wording import occurrences

CASES = int(os.environ.get("WORKLEAF_CASES", "24000"))
"""`WORKLEAF_CASES=300000 pytest tests/test_differential.py -k condition` tries far more."""
AT_ONCE = 25_000


def _assert_same(found: list[Any], browser: list[Any], cases: list[Any]) -> None:
    triples = zip(cases, found, browser, strict=True)
    odd = [each for each in triples if twins.difference(each[1], each[2])]
    assert not odd, f"{len(odd)} of {len(cases)} differ; the shortest: {min(odd, key=_length)}"


def _length(odd: tuple[Any, Any, Any]) -> int:
    return len(repr(odd))


@pytest.mark.browser
def test_a_random_condition_gives_the_same_in_python_and_in_the_browser(browser: Browser) -> None:
    unknown = 0
    for seed, start in enumerate(range(0, CASES, AT_ONCE), 7):
        maker = Maker(seed)
        count = min(AT_ONCE, CASES - start)
        depths = (maker.random.choice((0, 1, 2, 3)) for _ in range(count))
        cases = [[maker.tree(depth), maker.answers()] for depth in depths]
        found = [evaluate(tree, answers.get) for tree, answers in cases]
        unknown += sum(each is None for each in found)
        _assert_same(found, twins.run(browser, "evaluate", cases), cases)
    assert unknown < CASES / 2, f"{unknown} cases give nothing, so they show little"


@pytest.mark.browser
def test_random_answers_read_the_same_in_a_sentence(browser: Browser) -> None:
    maker = Maker(8)
    cases = [[maker.value(), "1, 2 and 3"] for _ in range(4000)]
    # Numbers reach a sentence through `evaluate`, as floats that are finite.
    cases += [[float(number), "1, 2 and 3"] for number in NUMBERS] + [
        [each, "1, 2 y 3"] for each in TEXTS
    ]
    evaluated = [[evaluate(["v", "x"], {"x": value}.get), word] for value, word in cases]
    found = [phrase(value, word) for value, word in evaluated]
    _assert_same(found, twins.run(browser, "phrase", evaluated), evaluated)


@pytest.mark.browser
def test_random_paragraphs_settle_the_same(browser: Browser) -> None:
    maker = Maker(9)
    fixed = ("", " ", ", ", ". ", "Dear ", " and", "\n", "\n ", "…", "I am  ", "x", "?", "... ")
    said = (
        None,
        None,
        "",
        "Ann",
        "Sam.",
        "well...",
        ".",
        "two\nlines",
        " ",
        "a!",
        "b? ,",
        "“c.”",
        ",",
    )

    def piece() -> dict[str, Any]:
        if maker.random.random() < 0.5:
            return {"text": maker.random.choice(fixed)}
        optional = maker.random.random() < 0.5
        return {"text": maker.random.choice(said), "slot": True, "optional": optional}

    cases = [[piece() for _ in range(maker.random.randrange(8))] for _ in range(6000)]
    made = [[Piece(**each) for each in case] for case in cases]
    found = [[settle(pieces), is_gone(pieces)] for pieces in made]
    _assert_same(found, twins.run(browser, "settle", cases), cases)


@pytest.mark.browser
def test_random_texts_hold_the_same_words_and_numbers(browser: Browser) -> None:
    maker = Maker(10)
    signs = "aAiİßé'’ ?.-+,0159eE_\n\u00a0😀ὈΔς"

    def text() -> str:
        return "".join(maker.random.choices(signs, k=maker.random.randrange(9)))

    lists: list[Any] = [
        [text() + text(), [text() for _ in range(2)], maker.few(lambda: maker.one(*WORDS))]
        for _ in range(6000)
    ]
    counted = [float(occurrences(each, words, after)) for each, words, after in lists]
    _assert_same(counted, twins.run(browser, "occurrences", lists), lists)
    texts = ["".join(maker.random.choices("0123456789.,-+eE ", k=5)) for _ in range(6000)]
    texts += [*TEXTS, "1" * 400, "007", "1_000", "infinity", "0x10", "1e999", "-0"]
    _assert_same([*map(typed_number, texts)], twins.run(browser, "typedNumber", texts), texts)
    _assert_same([*map(choice, texts)], twins.run(browser, "choice", texts), texts)


def test_the_committed_twin_is_what_its_sources_make() -> None:
    node = shutil.which("node")
    if not node or not bootstrap.install_node_packages():
        pytest.skip("there is no Node here, so the twin cannot be made again")
    for folder in (twins.FOLDER, twins.FILES):
        build = [node, str(folder / "build.mjs"), "--check"]
        done = subprocess.run(build, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
