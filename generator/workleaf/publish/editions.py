"""The site in each of its languages: which pages and worksheets there are, and where."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError

from workleaf.language import folder
from workleaf.publish import cards
from workleaf.publish.addresses import relative
from workleaf.publish.config import Site
from workleaf.publish.nav import FIRST_PAGE, LIST_PAGE, entries, files, translated
from workleaf.publish.pages import FRONT_MATTER, Page
from workleaf.strings import words
from workleaf.worksheet.languages import base, direction
from workleaf.worksheet.model import Worksheet


@dataclass(frozen=True, kw_only=True)
class Edition:
    """What the site holds in one language; where that is nothing, what it holds in its own."""

    language: str
    code: str
    """The folder of its pages; empty for the site's own language."""
    pages: tuple[Page, ...]
    """Its own pages only."""
    worksheets: Mapping[str, Worksheet]
    translated: tuple[Worksheet, ...]
    """Its own worksheets only."""
    addresses: Mapping[str, str]
    titles: Mapping[str, str]

    @property
    def first(self) -> Page | None:
        """The page that it begins with, which says what the site is called in its language."""
        return next((page for page in self.pages if page.source == FIRST_PAGE), None)

    @property
    def site_name(self) -> str:
        """What the site is called in its language; empty where its first page does not say."""
        return self.first.site_name if self.first else ""

    @property
    def all_addresses(self) -> dict[str, str]:
        """Those of pages, and of worksheets by their address in the site's own language."""
        moved = {f"worksheets/{each.id}/": cards.address(each) for each in self.translated}
        return {**self.addresses, **moved}


def languages(site: Site) -> tuple[str, ...]:
    """The languages beside the site's own: those of the settings, then those of translations."""
    found = folder.languages(site.worksheets)
    wanted = (*site.settings.languages, *found)
    return tuple(dict.fromkeys(each for each in wanted if each != site.language))


def editions(
    site: Site,
    pages: tuple[Page, ...],
    worksheets: tuple[Worksheet, ...],
    translations: Mapping[str, tuple[Worksheet, ...]],
) -> tuple[Edition, ...]:
    """The site in its own language, then in the others; one that holds nothing is left out."""
    own = _edition(site.language, "", pages, worksheets, None)
    found = [own]
    for code in languages(site):
        made = _edition(code, code, pages, translations.get(code, ()), own)
        if made.pages or made.translated:
            found.append(made)
    return tuple(found)


def _edition(
    language: str,
    code: str,
    pages: tuple[Page, ...],
    worksheets: tuple[Worksheet, ...],
    instead: Edition | None,
) -> Edition:
    mine = tuple(page for page in pages if page.language == code)
    # Of two pages with one name the one nearer to the top counts.
    far_first = sorted(mine, key=lambda each: (each.file.count("/"), each.file), reverse=True)
    return Edition(
        language=language,
        code=code,
        pages=mine,
        worksheets={
            **(instead.worksheets if instead else {}),
            **{each.id: each for each in worksheets},
        },
        translated=worksheets,
        addresses={
            **(instead.addresses if instead else {}),
            **{each.name: each.address for each in far_first},
        },
        titles={
            **(instead.titles if instead else {}),
            **{each.name: each.title for each in far_first},
        },
    )


def page_versions(page: Page, found: Sequence[Edition]) -> tuple[Page, ...]:
    """A page in every language it is in."""
    return tuple(each for edition in found for each in edition.pages if each.source == page.source)


def versions(worksheet: Worksheet, found: Sequence[Edition]) -> tuple[Worksheet, ...]:
    """A worksheet in every language it is in."""
    return tuple(
        each for edition in found for each in edition.translated if each.id == worksheet.id
    )


def by_address(found: Sequence[Edition]) -> dict[str, dict[str, str]]:
    """Address → language → address, of all that is in several languages."""
    together: dict[str, dict[str, str]] = {}
    for edition in found:
        for page in edition.pages:
            together.setdefault(page.source, {})[edition.language] = page.address
        for worksheet in edition.translated:
            together.setdefault(worksheet.id, {})[edition.language] = cards.address(worksheet)
    several = [each for each in together.values() if len(each) > 1]
    return {address: each for each in several for address in each.values()}


def named(names: Collection[str], found: Sequence[Edition]) -> tuple[str, ...]:
    """The addresses of pages and worksheets with these names, in every language."""
    pages = [page.address for each in found for page in each.pages if page.name in names]
    sheets = [cards.address(w) for each in found for w in each.translated if w.id in names]
    return tuple(sorted({*pages, *sheets}))


def name(code: str) -> str:
    """What a language calls itself."""
    try:
        said = Locale.parse(code, sep="-").get_display_name() or code
    except (UnknownLocaleError, ValueError):
        return code
    return said[:1].upper() + said[1:]


def switch(own: str, page: str, others: Sequence[tuple[str, str]]) -> str:
    """Links from a page to the same in other languages, as (language, address) pairs."""
    # With a target, because the theme's script sends links of other languages to their start.
    links = "".join(
        f'<li><a href="{escape(relative(address, page=page))}" target="_self"'
        f' hreflang="{code}" lang="{code}" dir="{direction(code)}">{escape(name(code))}</a></li>'
        for code, address in others
    )
    about = f'class="wl-languages" aria-label="{escape(words(own)["languages"])}"'
    return f"<nav {about} data-search-exclude><ul>{links}</ul></nav>"


def front_matter(text: str, language: str) -> str:
    """A page with its language between the `---` at its top, for the theme."""
    lines = [f"language: {language}", f"direction: {direction(language)}"]
    if spoken := theme_language(language):
        lines.append(f"theme_language: {spoken}")
    match = FRONT_MATTER.match(text)
    given = match[1] if match else ""
    new = [each for each in lines if f"\n{each.split(':')[0]}:" not in f"\n{given}"]
    rest = text[match.end() :] if match else text
    return "\n".join(["---", *new, f"{given}---", rest])


def theme_language(language: str) -> str:
    """The language of the theme's words; empty where the theme has none for it."""
    spec = find_spec("material")
    folders = spec.submodule_search_locations if spec else None
    for place in folders or ():
        for each in (language, base(language)):
            if (Path(place) / f"templates/partials/languages/{each}.html").is_file():
                return each
    return ""


def list_page(edition: Edition) -> str:
    """The file of the page that lists the worksheets of a language; empty where authors made it."""
    file = f"{edition.code}/worksheets/index.md"
    listed = any(not each.is_gate for each in edition.translated)
    made = any(page.file == file for page in edition.pages)
    return "" if made or not listed or not edition.code else file


def nav_entry(edition: Edition, nav: list[Any] | None, order: Sequence[str]) -> dict[str, Any]:
    """What the navigation holds of a language: the same as of the site's own, as far as it goes."""
    pages = {each.source: (each.title, each.file) for each in edition.pages}
    if file := list_page(edition):
        pages[LIST_PAGE] = (str(words(edition.language)["worksheets"]), file)
    if first := edition.first:
        pages[FIRST_PAGE] = (str(words(edition.language)["home"]), first.file)
    sheets = entries(cards.grouped(edition.translated, order))
    named = set(files(nav or []))
    rest = [file for file in pages if file not in named]
    groups = edition.first.navigation if edition.first else {}
    found = translated([*(nav or []), *rest], pages, sheets, groups)
    return {name(edition.language): found}
