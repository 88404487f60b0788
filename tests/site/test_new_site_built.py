"""A new site as it comes: built in one step, sealed, without barriers, with its exit and help."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

import browsers
import projects
import site_looks
from workleaf.publish import new_site

pytestmark = [pytest.mark.site, pytest.mark.browser]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("new") / "our-guide"
    new_site.site(found, shown="our-guide")
    done = projects.run(found, "workleaf", "build", "--strict")
    assert done.returncode == 0, done.stdout + done.stderr
    return found


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with browsers.serving(folder / "site") as found:
        yield found


def test_every_page_is_sealed_and_leaves_by_the_exit(folder: Path) -> None:
    pages = sorted((folder / "site").rglob("*.html"))
    assert len(pages) == 11
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert "Content-Security-Policy" in text, path
        assert 'data-wl-exit href="https://www.bbc.com/weather"' in text, path
        assert 'data-site="our-guide"' in text, path
    assert len(list((folder / "site").rglob("*.pdf"))) == 3


@pytest.mark.parametrize("page", ["", "worksheets/is-it-a-good-time/"])
def test_it_has_no_barrier_and_asks_nobody_else(
    browser: Browser, address: str, axe_source: str, page: str
) -> None:
    look = site_looks.Look(browser, address, axe_source)
    look.visit(page)
    look.context.close()
    assert look.faults == []


def test_fear_leads_to_help_beside_its_question_and_is_kept_nowhere(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}worksheets/is-it-a-good-time/")
    page.locator("form.wl-live").wait_for()
    page.locator("[name=afraid][value=yes]").check(force=True)
    shown = page.locator("[data-result=safe_first]")
    expect(shown).to_be_visible()
    shown.get_by_role("link", name="Help lines").click()
    expect(page.locator("h1")).to_contain_text("Help lines")
    page.go_back()
    page.locator("form.wl-live").wait_for()
    assert page.locator("[name=afraid]:checked").count() == 0
    page.close()
