"""The manual on the site: its samples are alive and keep nothing, and readers see none of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html as lxml_html
from playwright.sync_api import Browser, Page, expect

import manual_pages as manual

pytestmark = [pytest.mark.guide, pytest.mark.site, pytest.mark.browser]
TRACES = """async () => ({
  databases: (await indexedDB.databases()).length,
  local: localStorage.length,
  session: sessionStorage.length,
})"""
NONE = {"databases": 0, "local": 0, "session": 0}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def _live(page: Page, sample: str) -> None:
    page.locator(f"form[data-worksheet='{sample}'].wl-live").wait_for()


def test_a_sample_is_alive_and_keeps_nothing(page: Page, server: str) -> None:
    page.goto(f"{server}docs/gallery/states/")
    _live(page, "hidden-and-shown")
    form = page.locator("form[data-worksheet='hidden-and-shown']")
    expect(form.locator("[data-item=what]")).to_be_hidden()
    form.get_by_text("Yes", exact=True).click()
    expect(form.locator("[data-item=what]")).to_be_visible()
    form.locator("[name=what]").fill("Nobody may read this")
    expect(page.locator("[data-wl-keep]")).to_have_count(0)
    expect(page.locator("[data-wl-status]")).to_have_count(0)
    page.goto(f"{server}docs/")
    assert page.evaluate(TRACES) == NONE
    page.goto(f"{server}docs/gallery/states/")
    _live(page, "hidden-and-shown")
    assert form.locator("[name=what]").input_value() == ""


def test_a_sample_keeps_nothing_for_a_reader_who_keeps_answers(page: Page, server: str) -> None:
    page.goto(f"{server}worksheets/why-the-break/")
    _live(page, "why-the-break")
    page.locator("[name=when]").fill("In May")
    page.locator("[data-keep-choice=device]").click()
    expect(page.locator("[data-wl-status]").first).to_contain_text("Saved")
    page.goto(f"{server}docs/gallery/writing/")
    _live(page, "text-a-name")
    page.locator("form[data-worksheet='text-a-name'] [name=name]").fill("Nobody may keep this")
    page.goto(f"{server}docs/")
    kept = page.evaluate(
        """() => new Promise(async done => {
          const [{name}] = await indexedDB.databases();
          indexedDB.open(name).onsuccess = ({target}) => {
            const store = target.result.transaction('answers').objectStore('answers');
            store.getAll().onsuccess = found => done(JSON.stringify(found.target.result));
          };
        })"""
    )
    assert "In May" in kept
    assert "Nobody" not in kept
    assert "text-a-name" not in kept


@pytest.mark.parametrize("address", ["", "guide/rebuild-trust/", "licence/"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_guide_shows_the_manual_only_in_its_last_row(
    page: Page, server: str, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(server + address)
    seen = [each for each in page.locator("a[href*='docs/']").all() if each.is_visible()]
    assert [each.text_content() for each in seen] == ["For authors"]
    seen[0].click()
    expect(page.locator("h1")).to_contain_text("Make your own worksheets")


def test_the_manual_has_its_own_navigation(page: Page, server: str) -> None:
    page.goto(f"{server}docs/how-to/private-answers/")
    menu = page.locator(".md-sidebar--primary")
    expect(menu.get_by_role("link", name="Your first worksheet")).to_be_visible()
    expect(menu.locator("[aria-current=page]")).to_have_text("Private answers")
    page.set_viewport_size({"width": 390, "height": 900})
    page.locator("label.md-header__button[for=__drawer]").click()
    expect(menu.get_by_role("link", name="Publish your site")).to_be_visible()


def test_search_does_not_know_the_manual(site_dir: Path) -> None:
    index = json.loads((site_dir / "search" / "search_index.json").read_text(encoding="utf-8"))
    places = [each["location"] for each in index["docs"]]
    assert len(places) > 100
    assert not [each for each in places if each.startswith("docs/")]


def test_each_live_block_stands_with_its_yaml(site_dir: Path) -> None:
    found = 0
    for name in manual.pages():
        place = site_dir / name.removesuffix("/index") / "index.html"
        for sample in lxml_html.parse(str(place)).iterfind(".//div[@class='wl-sample']"):
            form = sample.find(".//form")
            assert form is not None, place
            assert form.get("data-keep") == "never", place
            assert "title:" in "".join(sample.find(".//pre").itertext()), place
            found += 1
    assert found > 60
