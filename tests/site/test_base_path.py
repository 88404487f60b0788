"""The site below a base path, as a project site on GitHub Pages has one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

import browsers
import projects

pytestmark = [pytest.mark.guide, pytest.mark.site, pytest.mark.browser]


@pytest.fixture(scope="module")
def based(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site that was built for its base path."""
    folder = projects.copy(tmp_path_factory.mktemp("based") / "project", translations=False)
    environment = {"SITE_URL": f"https://example.org{browsers.BASE_PATH}"}
    done = projects.run(folder, "workleaf", "build", environment=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    with browsers.serving(folder / "site") as address:
        yield address.rstrip("/") + browsers.BASE_PATH


def _open(browser: Browser, address: str, missing: list[str]) -> Page:
    page = browser.new_page()
    page.on(
        "response",
        lambda answer: missing.append(answer.url) if answer.status >= 400 else None,
    )
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page


def test_a_worksheet_works_below_a_base_path(browser: Browser, based: str) -> None:
    missing: list[str] = []
    page = _open(browser, f"{based}worksheets/help-finder/", missing)
    page.locator("[name=harm_self][value=yes]").check(force=True)
    expect(page.locator("[data-result=crisis]")).to_be_visible()
    page.locator("[data-result=crisis] a").first.click()
    page.wait_for_url(f"{based}safety/people-to-call/")
    assert missing == []
    page.close()


def test_the_page_for_missing_pages_is_whole_at_any_depth(browser: Browser, based: str) -> None:
    missing: list[str] = []
    address = f"{based}no/such/page/"
    page = _open(browser, address, missing)
    assert missing == [address]
    expect(page.locator("a[data-wl-exit]")).to_be_visible()
    page.close()
