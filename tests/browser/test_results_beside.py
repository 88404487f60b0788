"""A result that touches safety: at once, beside its question, heard, and in nobody's way."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Shower
from web_pages import real

pytestmark = [pytest.mark.guide, pytest.mark.browser]

STANDS = """() => [...document.querySelectorAll('[data-result]:not([hidden])')].map(each => {
  const before = each.closest('[role=status]')?.previousElementSibling;
  const gap = before ? each.getBoundingClientRect().top - before.getBoundingClientRect().bottom : 0;
  return [each.dataset.result, before?.dataset.item ?? '', gap < 60];
})"""


def stands(tab: Page) -> list[list[object]]:
    return tab.evaluate(STANDS)  # type: ignore[no-any-return]


def test_it_comes_beside_the_question_that_it_is_for_and_never_twice(show: Shower) -> None:
    tab = show(real()["steady-first"])
    expect(tab.locator(".wl-beside[role=status]")).to_have_count(2)
    tab.locator("[name='stop_signs.hopeless']").focus()
    tab.keyboard.press("Space")
    shown = tab.locator("[data-result]:visible")
    expect(shown).to_have_count(1)
    assert stands(tab) == [["hopeless", "stop_signs", True]]
    expect(tab.locator(".wl-beside + [data-wl-keep]:visible")).to_have_count(1)
    expect(tab.locator("[name='stop_signs.hopeless']")).to_be_focused()
    very_shaky = tab.locator("[name=steadiness][value='1']")
    very_shaky.focus()
    tab.keyboard.press("Space")
    expect(shown).to_have_count(1)
    tab.wait_for_function("() => !document.querySelector('[data-result]').hidden")
    assert stands(tab) == [["hopeless", "steadiness", True]]
    expect(very_shaky).to_be_focused()
    tab.locator("[name=steadiness][value='8']").check()
    tab.locator("[name='stop_signs.hopeless']").uncheck()
    expect(shown).to_have_count(0)


def test_none_hides_another_and_they_print_once(show: Shower) -> None:
    tab = show(real()["help-finder"])
    shown = tab.locator("[data-result]:visible")
    tab.locator("[name='signs.split']").check()
    expect(shown).to_have_count(1)
    for name, value in (("fear", "no"), ("harm_self", "maybe"), ("harm_other", "yes")):
        tab.locator(f"[name={name}][value={value}]").check()
    expect(shown).to_have_count(4)
    assert stands(tab) == [
        ["unsafe", "fear", True],
        ["crisis", "harm_self", True],
        ["harm_other", "harm_other", True],
        ["undecided", "", True],
    ]
    tab = show(real()["steady-first"])
    tab.emulate_media(media="print")
    expect(tab.locator("[data-result]:visible")).to_have_count(1)
