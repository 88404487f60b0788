"""Print: every word that was written, and nothing that paper must not carry."""

from __future__ import annotations

import io

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from browser.conftest import Opener
from reader_pages import lines, one, text
from reading import until

pytestmark = pytest.mark.browser

LONG = " ".join(f"word{number}" for number in range(900))


def _printed(tab: Page) -> str:
    reader = PdfReader(io.BytesIO(tab.pdf()))
    return " ".join(" ".join(each.extract_text() for each in reader.pages).split())


def test_long_answers_are_printed_to_the_last_word(visit: Opener) -> None:
    tab = visit(lines("story"), text("when"))
    tab.locator("[name=story]").fill(LONG)
    tab.locator("[name=when]").fill(LONG.replace("word", "item"))
    printed = _printed(tab)
    for number in range(900):
        assert f"word{number}" in printed
        assert f"item{number}" in printed
    expect(tab.locator(".wl-written")).to_have_count(0)
    expect(tab.locator("[name=story]")).to_be_visible()
    expect(tab.locator("[name=story]")).to_have_value(LONG)


def test_hidden_answers_and_those_that_are_never_kept_stay_off_paper(visit: Opener) -> None:
    tab = visit(
        one("safe", ["yes", "no"]),
        text("when", more='data-show="0" hidden'),
        text("fear", more='data-keep="never" data-paper="no"'),
        trees=[["is", ["v", "safe"], ["s", "yes"]]],
    )
    tab.locator("[name=safe][value=yes]").check()
    tab.locator("[name=when]").fill("hidden words")
    tab.locator("[name=fear]").fill("secret words")
    assert "hidden words" in _printed(tab)
    tab.locator("[name=safe][value=no]").check()
    expect(tab.locator("[data-item=when]")).to_be_hidden()
    printed = _printed(tab)
    assert "hidden words" not in printed
    assert "secret words" not in printed
    expect(tab.locator("[data-item=fear]")).to_be_visible()


def test_the_print_button_warns_before_it_prints_answers(visit: Opener) -> None:
    tab = visit(text("when"))
    tab.evaluate("() => { window.prints = 0; window.print = () => { window.prints += 1 } }")
    tab.locator("[data-wl-print]").click()
    assert tab.evaluate("window.prints") == 1
    tab.locator("[name=when]").fill("In May")
    tab.locator("[data-wl-print]").click()
    dialog = tab.get_by_role("dialog", name="The printout holds your answers")
    dialog.get_by_role("button", name="Cancel").click()
    assert tab.evaluate("window.prints") == 1
    tab.locator("[data-wl-print]").click()
    dialog.get_by_role("button", name="Print").click()
    expect(dialog).to_have_count(0)
    until(lambda: tab.evaluate("window.prints") == 2, tab)
