"""Answers inside texts, in Python and on the page."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Browser

import twins
from workleaf.worksheet.filling import (
    Piece,
    fill_line,
    fill_prose,
    is_gone,
    phrase,
    settle,
)
from workleaf.worksheet.texts import (
    Break,
    Bullets,
    Emphasis,
    Line,
    Paragraph,
    Plain,
    Slot,
    Strong,
    plain,
)

CASES: list[tuple[str, list[Any], list[str | None], bool]] = json.loads(
    (twins.FOLDER / "filling.json").read_text(encoding="utf-8")
)
PHRASES = [
    (None, None), ("  Ann ", "Ann"), (3.0, "3"), (2.5, "2.5"), (0.1 + 0.2, "0.3"), (-0.0, "0"),
    (1e21, "1e+21"), (1200000.0, "1200000"), (-1.5, "-1.5"), ([], ""), (["a"], "a"),
    (["a", "b"], "a and b"), (["a.", "b.", "c."], "a, b and c."), ([1.0, None, "x"], "1 and x"),
    (True, None), ({"a": 1.0}, None), (" … ", None), (".", None),
    (["a!", "?", "b,", "c!"], "a, b and c!"),
]  # fmt: skip


def pieces(case: list[Any]) -> list[dict[str, Any]]:
    """A case's parts in full: a text is fixed words, `{"is": …}` a slot."""
    return [
        {"text": each}
        if isinstance(each, str)
        else {"text": each["is"], "slot": True, "optional": each.get("optional", False)}
        for each in case
    ]


@pytest.mark.parametrize(("why", "case", "texts", "gone"), CASES, ids=[c[0] for c in CASES])
def test_a_paragraph_settles(
    why: str, case: list[Any], texts: list[str | None], gone: bool
) -> None:
    made = [Piece(**each) for each in pieces(case)]
    assert (settle(made), is_gone(made)) == (texts, gone), why


@pytest.mark.browser
def test_paragraphs_settle_the_same_in_the_browser(browser: Browser) -> None:
    found = twins.run(browser, "settle", [pieces(case) for _, case, _, _ in CASES])
    assert found == [[texts, gone] for _, _, texts, gone in CASES]


@pytest.mark.parametrize(("value", "expected"), PHRASES)
def test_a_value_reads_as_words(value: Any, expected: str | None) -> None:
    assert phrase(value, "1, 2 and 3") == expected


@pytest.mark.browser
def test_values_read_the_same_in_the_browser(browser: Browser) -> None:
    found = twins.run(browser, "phrase", [[value, "1, 2 and 3"] for value, _ in PHRASES])
    assert found == [expected for _, expected in PHRASES]


def slot(name: str, *, optional: bool = False) -> Slot:
    return Slot(tree=("v", name), optional=optional, name=name)


def filled(line: Line, **answers: object) -> Line:
    return fill_line(line, answers.get, conjunction="1, 2 and 3")


def test_words_take_the_place_of_a_slot_inside_emphasis() -> None:
    line = (Plain("Dear "), Strong((slot("name"), Plain(","))), Plain(" hello"))
    assert filled(line, name="Ann.") == (
        Plain("Dear "),
        Strong((Plain("Ann"), Plain(","))),
        Plain(" hello"),
    )


def test_a_slot_that_is_unanswered_stays() -> None:
    line = (Plain("Dear "), slot("name"))
    assert filled(line) == line


def test_lines_that_a_reader_wrote_stay_lines() -> None:
    assert filled((slot("x"),), x="one\r\ntwo") == (Plain("one"), Break(), Plain("two"))


def test_a_line_of_nothing_but_a_silent_slot_goes_with_its_break() -> None:
    line = (Plain("Hello"), Break(), slot("x", optional=True), Break(), Plain("Bye"))
    assert filled(line) == (Plain("Hello"), Break(), Plain("Bye"))


def test_a_paragraph_and_a_list_of_silent_slots_are_left_out() -> None:
    own = Paragraph((Emphasis((slot("x", optional=True),)),))
    stays = Paragraph((Plain("I am "), slot("y"), Plain(".")))
    prose = (own, stays, Bullets((((own),), (own,))))
    found = fill_prose(prose, {"y": ["calm", "glad."]}.get, conjunction="1, 2 and 3")
    assert plain(found) == "I am calm and glad."
    assert len(found) == 1


PAGE = """
<form>
<script type="application/json" class="wl-data">
{"trees": [["v", "name"], ["v", "why"], ["words", ["v", "hope"], [["b", ""], ["a", "peace"]]]]}
</script>
<p id="one">Dear <b><span class="wl-slot" data-slot="0"><span class="wl-blank"></span>
  <span class="wl-unseen">Name</span></span></b>, I know. <span class="wl-slot" data-slot="1"
  data-optional><span class="wl-blank"></span></span> I hope for <span class="wl-slot"
  data-slot="2"><span class="wl-blank"></span></span>.</p>
<p id="two"><span class="wl-slot" data-slot="1" data-optional><i class="wl-blank"></i></span></p>
<ul><li id="three">First
<p id="inner">Then <span class="wl-slot" data-slot="0">_</span></p></li></ul>
</form>
"""


@pytest.mark.browser
def test_slots_on_a_page_fill_and_empty_again(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(PAGE)
    page.add_script_tag(path=twins.FOLDER / "twin.js")

    def fill(**answers: object) -> str:
        page.evaluate("answers => fill(answers)", answers)
        return " ".join(page.inner_text("#one").split())

    assert fill(name="Ann.", why="I was tired.", hope=["a"]) == (
        "Dear Ann, I know. I was tired. I hope for peace."
    )
    assert page.inner_text("#two") == "I was tired."
    assert page.inner_text("#inner") == "Then Ann."
    assert page.locator("#one .wl-blank").count() == 0
    assert fill(hope="b") == "Dear Name, I know. I hope for."
    assert page.locator("#one .wl-blank").count() == 1
    assert page.locator("#two").is_hidden()
    assert page.locator("#three").is_visible()
    assert fill(name="<b>x</b>", hope=["a"]) == "Dear <b>x</b>, I know. I hope for peace."
    assert fill(why="x").startswith("Dear Name, I know. x I hope for")
    assert page.locator("#one .wl-blank").count() == 2
    assert page.locator("#two").is_visible()
    page.close()
