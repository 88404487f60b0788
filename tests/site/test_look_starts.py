"""What the look does before the theme starts: colours, the search that waits, the closed menu."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = [pytest.mark.guide, pytest.mark.site, pytest.mark.browser]
GROUND = "getComputedStyle(document.body).backgroundColor"
KEPT = "Object.keys(localStorage).map(each => each.split('.').pop())"
INDEX = "search_index.json"


def _context(browser: Browser, device: Literal["light", "dark"]) -> BrowserContext:
    return browser.new_context(
        viewport={"width": 390, "height": 844}, color_scheme=device, reduced_motion="reduce"
    )


@pytest.fixture
def light(browser: Browser) -> Iterator[Page]:
    context = _context(browser, "light")
    yield context.new_page()
    context.close()


def _scheme(page: Page, scheme: str) -> None:
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


@pytest.mark.parametrize(("device", "scheme"), [("light", "default"), ("dark", "slate")])
def test_a_page_has_the_colours_of_the_device_and_keeps_no_choice(
    browser: Browser, server: str, device: Literal["light", "dark"], scheme: str
) -> None:
    context = _context(browser, device)
    page = context.new_page()
    page.goto(server)
    _scheme(page, scheme)
    offered = page.locator(".md-header__option label:visible")
    expect(offered).to_have_count(1)
    assert (
        offered.get_attribute("title") == {"light": "Dark colours", "dark": "Light colours"}[device]
    )
    bar = page.locator("meta[name='theme-color']")
    head = page.locator("header.md-header").evaluate(
        "each => getComputedStyle(each).backgroundColor"
    )
    expect(bar).to_have_attribute("content", head)
    assert page.evaluate(KEPT) == []
    context.close()


def test_colours_follow_the_device_until_somebody_chooses(light: Page, server: str) -> None:
    light.goto(server)
    ground = light.evaluate(GROUND)
    light.emulate_media(color_scheme="dark")
    _scheme(light, "slate")
    assert light.evaluate(GROUND) != ground
    light.emulate_media(color_scheme="light")
    _scheme(light, "default")
    light.locator("label[title='Dark colours']").click()
    _scheme(light, "slate")
    assert light.evaluate(KEPT) == ["__palette"]
    light.goto(f"{server}safety/")
    _scheme(light, "slate")
    light.emulate_media(color_scheme="dark")
    light.emulate_media(color_scheme="light")
    _scheme(light, "slate")
    light.locator("label[title='Light colours']").click()
    _scheme(light, "default")


def test_the_enter_key_switches_the_colours(light: Page, server: str) -> None:
    light.goto(server)
    switch = light.get_by_role("radio", name="Dark colours")
    expect(switch).to_be_checked()
    switch.press("Enter")
    _scheme(light, "slate")
    expect(light.get_by_role("radio", name="Light colours")).to_be_focused()


def test_the_words_of_the_search_come_when_somebody_turns_to_it(light: Page, server: str) -> None:
    asked: list[str] = []
    light.on("request", lambda request: asked.append(request.url))
    light.goto(server, wait_until="networkidle")
    assert not [each for each in asked if INDEX in each]
    with light.expect_request(lambda request: INDEX in request.url):
        light.locator("label.md-header__button[for='__search']").click()
    light.get_by_role("textbox", name="Search").fill("apology")
    expect(light.locator(".md-search-result__link").first).to_be_visible()
    assert len([each for each in asked if INDEX in each]) == 1


def test_a_closed_menu_costs_nothing_and_an_open_one_is_whole(light: Page, server: str) -> None:
    light.goto(server)
    inside = light.locator(".md-sidebar--primary").get_by_role(
        "link", name="Start here", exact=True
    )
    skipped = (
        "each => each.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})"
    )
    assert inside.count() == 0, "a closed menu is not read out"
    link = light.locator(".md-sidebar--primary a[href='start-here/']")
    assert link.evaluate(skipped) is False
    light.locator("label.md-header__button[for='__drawer']").click()
    expect(inside).to_be_visible()
    inside.click()
    light.wait_for_url(f"{server}start-here/")
