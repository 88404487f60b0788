"""Timers, tips, dates and copies: by keyboard, on narrow screens, for those who hear a page."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Shower
from site_looks import RUN_AXE
from test_aids_in_words import SHEET

pytestmark = pytest.mark.browser


def _busy(page: Page) -> None:
    """Everything at work: a running timer, a tip, a file that was made."""
    for run in page.locator("[data-wl-run]").all():
        run.click()
    page.get_by_label("Look again on").fill("2027-04-30")
    page.get_by_role("button", name="Add to my calendar").click()
    expect(page.locator(".wl-calendar [role=status]")).to_contain_text("was downloaded")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_in_the_way_of_anybody(
    show: Shower, axe_source: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    page = show(SHEET, viewport={"width": width, "height": 900}, color_scheme=scheme)
    _busy(page)
    page.locator("[data-wl-as=md]").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    page.evaluate(axe_source)
    found: list[Any] = page.evaluate(RUN_AXE)
    # The hand-made page around the form has no heading and no landmarks of its own.
    around = ("page-has-heading-one", "region", "landmark-one-main", "heading-order")
    assert [each for each in found if not each.startswith(around)] == []
    page.keyboard.press("Escape")
    for part in page.locator(".wl-timer, .wl-calendar, .wl-copies, .wl-tips").all():
        inside = part.evaluate("each => each.scrollWidth <= each.clientWidth")
        assert inside, part.get_attribute("class")
    buttons = ".wl-timer button:visible, .wl-calendar button, .wl-copies button"
    for button in page.locator(buttons).all():
        size = button.bounding_box()
        assert size
        assert size["height"] >= 44, button.inner_text()


def test_all_of_it_works_by_keyboard_alone(show: Shower) -> None:
    page = show(SHEET)
    seen: list[str] = []
    for _ in range(40):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.textContent.trim().split(':')[0]")
        seen.append(str(name))
        if name == "Start a quiet timer":
            page.keyboard.press("Space")
    for name in ("Start a quiet timer", "Add to my calendar", "Download my answers", "Back to the"):
        assert any(each.startswith(name) for each in seen), name
    assert any(each.startswith("Text (Markdown)") for each in seen)
    expect(page.locator("[data-wl-word]", has_text="Pause")).to_have_count(2)
