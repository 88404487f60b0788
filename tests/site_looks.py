"""Opening every page of the site at one width, and what must hold there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect

from projects import ROOT, worksheets
from workleaf.publish.addresses import address

TRANSLATED = re.compile(r"[a-z]{2}/")
LIVE = re.compile(r"\bwl-live\b")
RUN_AXE = """async tags => {
  const only = tags ? {runOnly: tags} : {};
  const found = await axe.run(document, {resultTypes: ['violations'], ...only});
  return found.violations.map(each => each.id + ': ' +
    each.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', '));
}"""


def addresses() -> list[str]:
    """The address of every page in the site's own language, from the files that authors write."""
    sheets = [f"worksheets/{sheet}/" for sheet in worksheets()]
    return sorted([*(each for each in _pages() if not TRANSLATED.match(each)), *sheets, "404.html"])


def translated() -> list[str]:
    """The address of every page in another language: written ones, worksheets and their list."""
    found = (path.stem.split(".") for path in (ROOT / "worksheets").glob("[!_]*.*.yml"))
    sheets = {f"{code}/worksheets/{name}/" for name, code in found}
    lists = {f"{each.split('/')[0]}/worksheets/" for each in sheets}
    return sorted({*(each for each in _pages() if TRANSLATED.match(each)), *sheets, *lists})


def _pages() -> list[str]:
    content = ROOT / "content"
    return [address(path.relative_to(content).as_posix()) for path in content.rglob("*.md")]


DARK = """async () => {
  document.body.setAttribute('data-md-color-scheme', 'slate');
  await Promise.allSettled(document.getAnimations().map(each => each.finished));
}"""
"""What the theme does when it starts on a device with dark colours; colours fade over."""
SMALL_OR_HIDDEN = """() => [...document.querySelectorAll('.wl-picture > svg')].flatMap(picture => {
  const frame = picture.getBoundingClientRect();
  const scale = frame.width / picture.viewBox.baseVal.width;
  const inside = (one, other) => one.left >= other.left - 1 && one.right <= other.right + 1
    && one.top >= other.top - 1 && one.bottom <= other.bottom + 1;
  const apart = (one, other) => one.right <= other.left || other.right <= one.left
    || one.bottom <= other.top + 2 || other.bottom <= one.top + 2;
  const words = [...picture.querySelectorAll('text')].map(each => ({
    said: each.textContent.trim(), box: each.getBoundingClientRect(),
    size: parseFloat(getComputedStyle(each).fontSize) * scale,
  }));
  return words.flatMap(({said, box, size}, at) => [
    ...(size < 14 ? [`'${said}' in ${size.toFixed(1)} px`] : []),
    ...(inside(box, frame) ? [] : [`'${said}' leaves its picture`]),
    ...words.slice(at + 1).filter(other => !apart(box, other.box))
      .map(other => `'${said}' on '${other.said}'`),
  ]);
})"""
"""What nobody could read in a picture: small words, and those cut off or on top of others."""
COLOURS = ["cat.color"]
"""The rules of axe that dark colours can break; the others do not look at colours."""
WORDS = [
    f"cat.{each}"
    for each in ("forms", "language", "name-role-value", "structure", "text-alternatives")
]
"""The rules of axe that other words in the same page can break."""


@dataclass
class Look:
    """One width, one page after the other: all rules in light colours, those of colours in dark."""

    browser: Browser
    server: str
    axe: str
    width: int
    faults: list[str] = field(default_factory=list)

    def visit(self, page_address: str) -> None:
        """Open a page and note all that is wrong with it."""
        page = self._open(page_address)
        self._check(page, page_address, "light")
        page.emulate_media(color_scheme="dark")
        page.evaluate(DARK)
        self._check(page, page_address, "dark", COLOURS)
        page.close()

    def visit_translated(self, page_address: str) -> None:
        """The same for a page whose colours and parts were looked at in the first language."""
        page = self._open(page_address)
        self._check(page, page_address, "light", WORDS)
        page.close()

    def _open(self, page_address: str) -> Page:
        page = self.context.new_page()
        page.on("request", lambda request: self._request(page_address, request.url))
        page.on("pageerror", lambda error: self._fault(page_address, f"script: {error}"))
        page.on("console", lambda entry: self._console(page_address, entry.type, entry.text))
        page.goto(self.server + page_address)
        for form in page.locator("form[data-worksheet]").all():
            expect(form).to_have_class(LIVE)
        for each in page.evaluate(SMALL_OR_HIDDEN):
            self._fault(page_address, f"picture: {each}")
        page.evaluate(self.axe)
        return page

    @cached_property
    def context(self) -> BrowserContext:
        """One for all pages, so that scripts and fonts are fetched once."""
        return self.browser.new_context(
            viewport={"width": self.width, "height": 900}, color_scheme="light"
        )

    def _check(
        self, page: Page, page_address: str, scheme: str, tags: list[str] | None = None
    ) -> None:
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > self.width:
            self._fault(page_address, f"{scheme}: {wide} px wide")
        found: list[Any] = page.evaluate(RUN_AXE, tags)
        for each in found:
            self._fault(page_address, f"{scheme}: axe {each}")

    def _request(self, page_address: str, url: str) -> None:
        if not url.startswith((self.server, "data:", "blob:")):
            self._fault(page_address, f"requests {url}")

    def _console(self, page_address: str, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self._fault(page_address, f"console: {text}")

    def _fault(self, page_address: str, text: str) -> None:
        self.faults.append(f"{page_address} ({self.width} px): {text}")
