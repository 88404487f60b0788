"""What depends on answers follows them: questions, steps, checks, results, gates."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from browser.conftest import Opener
from reader_pages import form, many, one, result, table, text
from reading import says, texts

pytestmark = pytest.mark.browser

YES = ["is", ["v", "safe"], ["s", "yes"]]
BIG = ["<=", ["v", "many"], 5]


def test_a_hidden_question_keeps_its_answer_and_counts_as_unanswered(visit: Opener) -> None:
    trees = [YES, ["answered", ["v", "when"]]]
    tab = visit(
        one("safe", ["yes", "no"]),
        text("when", more='data-show="0" hidden'),
        text("then", more='data-show="1" hidden'),
        trees=trees,
        privacy="ordinary",
    )
    when, then = tab.locator("[data-item=when]"), tab.locator("[data-item=then]")
    expect(when).to_be_hidden()
    tab.locator("[name=safe][value=yes]").check()
    tab.locator("[name=when]").fill("In May")
    expect(then).to_be_visible()
    tab.locator("[name=safe][value=no]").check()
    expect(when).to_be_hidden()
    expect(then).to_be_hidden()
    says(tab, "Saved")
    assert texts(tab) == {"safe": "no", "when": "In May"}
    tab.reload()
    expect(when).to_be_hidden()
    tab.locator("[name=safe][value=yes]").check()
    expect(tab.locator("[name=when]")).to_have_value("In May")
    expect(then).to_be_visible()


def test_a_check_waits_until_the_reader_leaves_the_box_and_goes_at_once(visit: Opener) -> None:
    number = (
        text("many", more='data-check="0"')
        .replace('data-kind="text"', 'data-kind="number"')
        .replace('type="text"', 'type="text" inputmode="decimal"')
    )
    tab = visit(number, text("when"), trees=[BIG])
    complaint = tab.locator("[data-wl-check]").first
    tab.locator("[name=many]").press_sequentially("12,5")
    expect(complaint).to_be_hidden()
    tab.keyboard.press("Tab")
    expect(complaint).to_be_visible()
    tab.locator("[name=many]").fill("3")
    expect(complaint).to_be_hidden()


def test_results_show_the_first_that_holds_and_every_safety_one(visit: Opener) -> None:
    trees = [YES, ["includes", ["v", "need"], ["s", "help"]]]
    results = (
        result("fine", "Fine", when=0)
        + result("call", "Call somebody", when=1, more="data-safety")
        + result("both", "Not shown with Fine", when=0)
        + result("otherwise", "Only where nothing else shows", more="data-safety")
    )
    parts = (one("safe", ["yes", "no"]), many("need", ["help"]), text("when"))
    tab = visit(*parts, trees=trees, results=results)
    shown = tab.locator("[data-result]:visible")
    expect(shown).to_have_count(0)
    expect(tab.locator("[data-wl-too-few]")).to_be_hidden()
    tab.locator("[name=when]").fill("x")
    expect(shown).to_have_text(["Only where nothing else shows"])
    tab.locator("[name='need.help']").check()
    expect(shown).to_have_text(["Call somebody"])
    tab.locator("[name=safe][value=yes]").check()
    expect(shown).to_have_text(["Fine", "Call somebody"])
    expect(tab.locator("[data-wl-too-few]")).to_be_hidden()


def test_answers_that_lead_nowhere_are_told_kindly(visit: Opener) -> None:
    results = result("fine", "Fine", when=0)
    tab = visit(one("safe", ["yes", "no"]), trees=[YES], results=results)
    expect(tab.locator("[data-wl-too-few]")).to_be_hidden()
    tab.locator("[name=safe][value=no]").check()
    expect(tab.locator("[data-wl-too-few]")).to_be_visible()
    tab.locator("[name=safe][value=yes]").check()
    expect(tab.locator("[data-wl-too-few]")).to_be_hidden()


def test_rows_count_in_conditions(visit: Opener) -> None:
    tab = visit(
        table("changed", "cause"),
        text("when", more='data-show="0" hidden'),
        trees=[["answered", ["v", "changed"]]],
    )
    expect(tab.locator("[data-item=when]")).to_be_hidden()
    tab.locator("[name='changed.2.cause']").fill("Money")
    expect(tab.locator("[data-item=when]")).to_be_visible()


GATE: dict[str, Any] = {
    "worksheet": "ask-first",
    "role": "gate",
    "trees": [["is not", ["v", "afraid"], ["s", "no"]], ["is", ["v", "afraid"], ["s", "no"]]],
    "results": result("stop", "Please wait", when=0)
    + result("ok", "Go on", when=1, more="data-pass"),
}


def test_a_gate_is_never_stored_and_asked_anew_at_each_visit(visit: Opener) -> None:
    gate = form(one("afraid", ["yes", "no"]), **GATE)
    tab = visit(text("when"), before=gate, gate="ask-first", privacy="ordinary")
    tab.locator("[name=afraid][value=no]").check()
    expect(tab.locator("[data-result=ok]")).to_be_visible()
    tab.locator("[name=when]").fill("In May")
    says(tab, "Saved")
    assert texts(tab) == {"when": "In May"}
    everything = "JSON.stringify(localStorage) + JSON.stringify(sessionStorage)"
    assert "afraid" not in tab.evaluate(everything)
    tab.reload()
    expect(tab.locator("[name=when]")).to_have_value("In May")
    expect(tab.locator("[name=afraid]:checked")).to_have_count(0)
    expect(tab.locator("[data-result=ok]")).to_be_hidden()
    tab.locator("[name=afraid][value=yes]").check()
    expect(tab.locator("[data-result=stop]")).to_be_visible()
    tab.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(tab.locator("[name=afraid]:checked")).to_have_count(0)
    expect(tab.locator("[data-result=stop]")).to_be_hidden()
