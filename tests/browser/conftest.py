"""What tests of the reader's side share: hand-made pages and a fresh context."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

import reader_pages
from reader_pages import Pages
from web_pages import draw
from workleaf.worksheet.model import Worksheet

STYLE = '<link rel="stylesheet" href="/workleaf.css">'
LIVE = "form.wl-form.wl-live:not(.wl-gate)"
Opener = Callable[..., Page]
Shower = Callable[..., Page]


@pytest.fixture(scope="session")
def pages() -> Iterator[Pages]:
    with reader_pages.serving() as found:
        yield found


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    found = browser.new_context(accept_downloads=True)
    found.set_default_timeout(10_000)
    yield found
    found.close()


@pytest.fixture(scope="session")
def _kept_tab(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """One tab for all, with what goes wrong in its scripts: nothing is kept without a press."""
    errors: list[str] = []
    context = browser.new_context()
    tab = context.new_page()
    tab.on("pageerror", lambda error: errors.append(str(error)))
    yield tab, errors
    context.close()


@pytest.fixture
def clean_tab(_kept_tab: tuple[Page, list[str]]) -> Iterator[Page]:
    """The tab as it is before anything was answered."""
    page, errors = _kept_tab
    if page.url.startswith("http"):
        page.evaluate("() => sessionStorage.clear()")
    yield page
    found = [errors.pop() for _ in [*errors]]
    assert found == []


@pytest.fixture
def errors() -> list[str]:
    """What pages complained about; a test may ask that it stays empty."""
    return []


@pytest.fixture
def visit(context: BrowserContext, pages: Pages, errors: list[str]) -> Opener:
    """Opens a new tab on a page with this form and waits until it is alive."""

    def open_tab(*parts: str, before: str = "", at: str = "/notes/", **options: Any) -> Page:
        address = pages.put(at, reader_pages.page(before, reader_pages.form(*parts, **options)))
        tab = context.new_page()
        tab.on("pageerror", lambda error: errors.append(str(error)))
        tab.goto(address)
        tab.locator(LIVE).wait_for()
        return tab

    return open_tab


@pytest.fixture
def show(browser: Browser, pages: Pages) -> Iterator[Shower]:
    """Opens a worksheet as it is drawn, in a context of its own with these options."""
    contexts: list[BrowserContext] = []
    found: list[str] = []

    def open_it(
        worksheet: Worksheet,
        gate: Worksheet | None = None,
        before: Callable[[Page], None] = lambda page: None,
        **options: Any,
    ) -> Page:
        address = pages.put("/drawn/", reader_pages.page(STYLE, draw(worksheet, gate)))
        context = browser.new_context(accept_downloads=True, **options)
        contexts.append(context)
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.on("pageerror", lambda error: found.append(str(error)))
        before(page)
        page.goto(address)
        page.locator(LIVE).wait_for()
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert not found
