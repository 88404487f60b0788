"""What tests ask a page in the browser about its answers and its storage."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from reader_pages import DATABASE, STORED


def until(condition: Callable[[], object], page: Page, *, seconds: float = 10) -> None:
    """Ask again until it holds; the page's own time passes in between."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        page.evaluate("() => new Promise(requestAnimationFrame)")


def stored(page: Page) -> dict[str, dict[str, Any]]:
    """All records on the device, by worksheet and path."""
    found: dict[str, dict[str, Any]] = page.evaluate(STORED, DATABASE)
    return found


def texts(page: Page) -> dict[str, str]:
    """Stored texts by path, of the worksheet `notes`."""
    return {
        name.removeprefix("notes/"): record["text"]
        for name, record in stored(page).items()
        if not name.endswith("/") and not record.get("gone")
    }


def keep(page: Page, choice: str = "device") -> None:
    """Answer the question about keeping."""
    page.locator(f"[data-keep-choice={choice}]").click()


def says(page: Page, words: str) -> None:
    """The form's live region says this."""
    expect(page.locator("[data-wl-status]")).to_contain_text(words)


def traces(page: Page) -> dict[str, int]:
    """How much the site keeps, by kind of storage."""
    found: dict[str, int] = page.evaluate(
        """async () => ({
          databases: (await indexedDB.databases()).length,
          local: localStorage.length,
          session: sessionStorage.length,
          caches: globalThis.caches ? (await caches.keys()).length : 0,
        })"""
    )
    return found


NOTHING = {"databases": 0, "local": 0, "session": 0, "caches": 0}
