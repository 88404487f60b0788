"""Leave this page now, the theme's shortcuts, and coming back."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from browser.conftest import LIVE, Opener
from browser.test_saving import SLOW
from reader_pages import Pages, form, one, page, text
from reading import says, texts, until

pytestmark = pytest.mark.browser

SHORTCUTS = """
window.heard = [];
addEventListener('keydown', event => window.heard.push(event.key));
"""


def test_the_link_leaves_at_once_and_saves_on_the_way(visit: Opener) -> None:
    tab = visit(text("when"), privacy="ordinary")
    tab.locator("[name=when]").fill("In May")
    tab.locator("[data-wl-exit]").click()
    tab.wait_for_url("**/weather/")
    back = visit(text("when"), privacy="ordinary")
    expect(back.locator("[name=when]")).to_have_value("In May")


def test_the_link_waits_for_no_storage(context: BrowserContext, visit: Opener) -> None:
    context.add_init_script(SLOW)
    tab = visit(text("when"), privacy="ordinary")
    tab.evaluate("window.open = false")
    tab.locator("[name=when]").fill("In May")
    until(lambda: tab.evaluate("(window.held ?? []).length"), tab)
    tab.locator("[data-wl-exit]").click()
    tab.wait_for_url("**/weather/")
    assert "/notes/" not in tab.url


@pytest.mark.parametrize("name", ["when", "safe"])
def test_shift_three_times_leaves_and_replaces_the_history_entry(
    visit: Opener, pages: Pages, name: str
) -> None:
    tab = visit(text("when"), one("safe", ["yes", "no"]))
    tab.locator(f"[name={name}]").first.focus()
    for _ in range(3):
        tab.keyboard.press("Shift")
    tab.wait_for_url("**/weather/")
    tab.go_back()
    assert "/notes/" not in tab.url


def test_shift_for_capitals_or_too_slowly_does_not_leave(visit: Opener) -> None:
    tab = visit(text("when"))
    tab.locator("[name=when]").press_sequentially("ABCDEF")
    tab.keyboard.press("Shift")
    tab.keyboard.press("Shift")
    tab.keyboard.press("a")
    tab.keyboard.press("Shift")
    assert tab.url.endswith("/notes/")
    expect(tab.locator("[name=when]")).to_be_visible()
    expect(tab.locator("[name=when]")).to_have_value("ABCDEFa")


def test_the_window_is_empty_until_the_next_page_comes(visit: Opener) -> None:
    tab = visit(text("when"))
    tab.route("**/weather/", lambda route: route.fulfill(status=204))
    seen = tab.evaluate(
        """() => {
          document.querySelector('[data-wl-exit]').click();
          return [getComputedStyle(document.body).display, document.title];
        }"""
    )
    assert seen == ["none", "127.0.0.1"]
    seen = tab.evaluate(
        """() => {
          dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
          return [getComputedStyle(document.body).display, document.title];
        }"""
    )
    assert seen == ["block", "Notes"]


def test_keys_pressed_in_a_form_do_not_reach_the_themes_shortcuts(visit: Opener) -> None:
    tab = visit(text("when"), one("safe", ["yes", "no"]))
    tab.evaluate(SHORTCUTS)
    tab.locator("[name=safe]").first.focus()
    for key in ("n", "p", "s", "f", "/", "."):
        tab.keyboard.press(key)
    tab.locator("[data-wl-download]").focus()
    tab.keyboard.press("n")
    assert tab.evaluate("window.heard") == []
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Control+b")
    assert tab.evaluate("window.heard") == ["ArrowDown", "Control", "b"]
    tab.get_by_role("link", name="Other").focus()
    tab.keyboard.press("n")
    assert tab.evaluate("window.heard").count("n") == 1


def test_enter_in_a_box_sends_nothing(visit: Opener, pages: Pages) -> None:
    tab = visit(text("when"))
    pages.requested.clear()
    tab.locator("[name=when]").fill("In May")
    tab.keyboard.press("Enter")
    says(tab, "Saved until")
    assert tab.url.endswith("/notes/")
    assert pages.requested == []


def test_a_page_from_the_browsers_memory_shows_what_another_page_saved(
    browser: Browser, visit: Opener
) -> None:
    tab = visit(text("when"), privacy="ordinary")
    other = visit(text("when"), privacy="ordinary")
    other.evaluate("() => { BroadcastChannel.prototype.postMessage = () => {} }")
    other.locator("[name=when]").fill("Written elsewhere")
    says(other, "Saved")
    assert texts(other) == {"when": "Written elsewhere"}
    tab.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(tab.locator("[name=when]")).to_have_value("Written elsewhere")


def test_with_instant_loading_a_form_that_comes_later_is_started_once(
    context: BrowserContext, pages: Pages
) -> None:
    address = pages.put("/instant/", page("<div id=place></div>"))
    tab = context.new_page()
    tab.add_init_script(
        "window.document$ = {subscribe(act) { window.mount = act;"
        " document.addEventListener('DOMContentLoaded', act) }}"
    )
    tab.goto(address)
    until_form = form(text("when"), privacy="ordinary")
    tab.evaluate(
        "html => { document.querySelector('#place').innerHTML = html; mount(); mount(); }",
        until_form,
    )
    tab.locator(LIVE).wait_for()
    tab.locator("[name=when]").fill("In May")
    says(tab, "Saved")
    assert texts(tab) == {"when": "In May"}
