"""Opening every page of the site once, and what must hold there at both widths."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from playwright.sync_api import Browser, BrowserContext, Page, expect

from projects import ROOT, worksheets
from workleaf.publish.addresses import address

WIDE, NARROW = 1280, 320
TRANSLATED = re.compile(r"[a-z]{2}/")
LIVE = re.compile(r"\bwl-live\b")
RUN_AXE = """async given => {
  const [tags, exclude] = given ?? [];
  const only = tags ? {runOnly: tags} : {};
  const where = exclude ? {exclude} : document;
  const found = await axe.run(where, {resultTypes: ['violations'], ...only});
  return found.violations.map(each => each.id + ': ' +
    each.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', '));
}"""
COLOURS = ["cat.color"]
"""The rules of axe that dark colours can break; the others do not look at colours."""
WORDS = [
    f"cat.{each}"
    for each in ("forms", "language", "name-role-value", "structure", "text-alternatives")
]
"""The rules of axe that other words in the same page can break."""
SHAPES = ["wcag2a", "wcag22aa", "best-practice"]
"""The rules of axe but those of colours (which are wcag2aa), for a page whose shape changed."""
FRAME = [[".md-header"], [".md-tabs"], [".md-sidebar"], [".md-footer"]]
"""What is around every page, with the same colours."""
FRAMED = ("", "404.html", "docs/", "guide/understand-the-need/", "safety/", "worksheets/my-part/")
"""Pages on which the frame's colours are looked at in dark too."""
COLOUR_SCHEME = """scheme => {
  const still = new CSSStyleSheet();
  still.replaceSync('*, ::before, ::after { transition: none !important }');
  document.adoptedStyleSheets = [still];
  document.body.setAttribute('data-md-color-scheme', scheme);
}"""
"""What the look does when it starts on a device with such colours, without fading over."""


def guide_pages() -> list[str]:
    """The address of every page of the guide in the site's own language."""
    mine = (each for each in _pages() if not TRANSLATED.match(each) and each not in manual_pages())
    return sorted([*mine, "404.html"])


def manual_pages() -> list[str]:
    """The address of every page for authors."""
    return sorted(each for each in _pages() if each.startswith("docs/"))


def worksheet_pages() -> list[str]:
    """The address of every worksheet in the site's own language."""
    return [f"worksheets/{sheet}/" for sheet in worksheets()]


def translated() -> list[str]:
    """The address of every page in another language: written ones, worksheets and their list."""
    found = (path.stem.split(".") for path in (ROOT / "worksheets").glob("[!_]*.*.yml"))
    sheets = {f"{code}/worksheets/{name}/" for name, code in found}
    lists = {f"{each.split('/')[0]}/worksheets/" for each in sheets}
    return sorted({*(each for each in _pages() if TRANSLATED.match(each)), *sheets, *lists})


def _pages() -> list[str]:
    content = ROOT / "content"
    return [address(path.relative_to(content).as_posix()) for path in content.rglob("*.md")]


EXIT_ON_SEARCH = """() => {
  const [exit, search] = ['.wl-exit', '.md-search__form'].map(
    each => document.querySelector(each)?.getBoundingClientRect());
  return !!exit && !!search && exit.left < search.right && exit.top < search.bottom;
}"""
"""Whether the exit, on a wide screen, covers the box to search in."""
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


def faults(browser: Browser, server: str, axe: str, addresses: Iterable[str]) -> str:
    """What is wrong with these pages, a line each; empty where nothing is."""
    look = Look(browser=browser, server=server, axe=axe)
    for each in addresses:
        look.visit(each)
    look.context.close()
    return "\n".join(look.faults)


@dataclass
class Look:
    """One page after the other: all rules in light colours, those of colours in dark."""

    browser: Browser
    server: str
    axe: str
    faults: list[str] = field(default_factory=list)

    def visit(self, page_address: str) -> None:
        """Open a page and note all that is wrong with it, wide first and then narrow.

        Its colours are the same at both widths, so they are looked at once, and those of a few
        pages twice.
        """
        page = self._open(page_address)
        framed = page_address in FRAMED
        self._check(page, page_address, "light")
        self._colours(page, "slate", "dark")
        self._check(page, page_address, "dark", COLOURS, () if framed else FRAME)
        page.set_viewport_size({"width": NARROW, "height": 900})
        if framed:
            self._check(page, page_address, "dark", COLOURS)
        self._colours(page, "default", "light")
        self._check(page, page_address, "light", () if framed else SHAPES)
        page.close()

    def visit_translated(self, page_address: str, *, rules: bool) -> None:
        """The same for a page whose colours and parts were looked at in the first language."""
        page = self._open(page_address, rules=rules)
        page.set_viewport_size({"width": NARROW, "height": 900})
        if rules:
            self._check(page, page_address, "light", WORDS)
        else:
            self._check_sizes(page, page_address, "light")
        page.close()

    def _open(self, page_address: str, *, rules: bool = True) -> Page:
        page = self.context.new_page()
        page.on("request", lambda request: self._request(page_address, request.url))
        page.on("pageerror", lambda error: self._fault(page_address, f"script: {error}"))
        page.on("console", lambda entry: self._console(page_address, entry.type, entry.text))
        page.goto(self.server + page_address)
        for form in page.locator("form[data-worksheet]").all():
            expect(form).to_have_class(LIVE)
        if page.evaluate(EXIT_ON_SEARCH):
            self._fault(page_address, "the exit lies over the search")
        if rules:
            page.evaluate(self.axe)
        return page

    @cached_property
    def context(self) -> BrowserContext:
        """One for all pages, so that scripts and fonts are fetched once."""
        return self.browser.new_context(
            viewport={"width": WIDE, "height": 900}, color_scheme="light"
        )

    def _colours(self, page: Page, scheme: str, device: Literal["light", "dark"]) -> None:
        page.emulate_media(color_scheme=device)
        page.evaluate(COLOUR_SCHEME, scheme)

    def _check(
        self,
        page: Page,
        page_address: str,
        scheme: str,
        tags: Sequence[str] = (),
        left_out: Sequence[Sequence[str]] = (),
    ) -> None:
        width = self._check_sizes(page, page_address, scheme)
        found: list[Any] = page.evaluate(RUN_AXE, [list(tags) or None, list(left_out) or None])
        for each in found:
            self._fault(page_address, f"{scheme}, {width} px: axe {each}")

    def _check_sizes(self, page: Page, page_address: str, scheme: str) -> int:
        width: int = page.evaluate("innerWidth")
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            self._fault(page_address, f"{scheme}, {width} px: it is {wide} px wide")
        for each in page.evaluate(SMALL_OR_HIDDEN):
            self._fault(page_address, f"{scheme}, {width} px: picture: {each}")
        return width

    def _request(self, page_address: str, url: str) -> None:
        if not url.startswith((self.server, "data:", "blob:")):
            self._fault(page_address, f"requests {url}")

    def _console(self, page_address: str, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self._fault(page_address, f"console: {text}")

    def _fault(self, page_address: str, text: str) -> None:
        self.faults.append(f"{page_address}: {text}")
