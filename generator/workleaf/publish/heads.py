"""What a finished page says of itself to search engines and to places where its address is shared.

All of it stands in the page: nothing is loaded for it. What a page says already is left alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Final

from workleaf.publish.addresses import relative

END: Final = re.compile(r"</head>", re.IGNORECASE)
TITLE: Final = re.compile(r"<title>(.*?)</title>", re.DOTALL | re.IGNORECASE)
ABOUT: Final = re.compile(r'<meta\s+name="?description"?\s+content="([^"]*)"', re.IGNORECASE)
PLACE: Final = re.compile(r'<link\s+rel="?canonical"?\s+href="([^"]*)"', re.IGNORECASE)
LANGUAGE: Final = re.compile(r'<html[^>]*\slang="([^"]*)"', re.IGNORECASE)
NOT_FOUND: Final = "404.html"


@dataclass(frozen=True, kw_only=True)
class About:
    """What is known of a site when its pages are finished."""

    name: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    """Language → what the site is called in it, where that is not its name elsewhere."""
    url: str = ""
    licence: str = ""
    noindex: tuple[str, ...] = ()
    """Addresses of pages that search engines leave out."""
    versions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Address → language → address, of pages that are in several languages."""

    def whole(self, address: str) -> str:
        """An address with the site's own in front."""
        return f"{self.url.rstrip('/')}/{address}"


NOTHING: Final = About()
SHARED, ICON, TOUCH_ICON = "assets/sharing.png", "favicon.ico", "apple-touch-icon.png"
WIDTH, HEIGHT = 1200, 630


def with_head(text: str, *, address: str, about: About, files: Collection[str]) -> str:
    """A page with what is missing in its head; `address` is its own in a site of these files."""
    end = END.search(text)
    if end is None:
        return text
    head = text[: end.start()]
    added = "".join(
        f"{tag}\n"
        for mark, tag in _tags(head, address, about, files)
        if mark.lower() not in head.lower()
    )
    return head + added + text[end.start() :]


def _tags(
    head: str, address: str, about: About, files: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Each tag, after the words that a page has which says the same already."""
    if address in about.noindex or address == NOT_FOUND:
        yield 'name="robots"', '<meta name="robots" content="noindex">'
    if address != NOT_FOUND:
        yield from _icons(address, files)
    place, language = _found(PLACE, head), _found(LANGUAGE, head)
    name = about.names.get(language, about.name)
    if name and place:
        said = _Said(
            site=name,
            title=_found(TITLE, head).removesuffix(f" - {name}"),
            about=_found(ABOUT, head),
            place=place,
            language=language,
            is_home=not address,
        )
        yield from _shared(said, about, SHARED in files)
        yield "application/ld+json", _data(said, about)


@dataclass(frozen=True, kw_only=True)
class _Said:
    """What the head of a page says."""

    site: str
    title: str
    about: str
    place: str
    language: str
    is_home: bool


def _found(pattern: re.Pattern[str], head: str) -> str:
    found = pattern.search(head)
    return unescape(found[1]).strip() if found else ""


def _icons(address: str, files: Collection[str]) -> Iterator[tuple[str, str]]:
    if ICON in files:
        yield ICON, f'<link rel="icon" sizes="32x32" href="{relative(ICON, page=address)}">'
    if TOUCH_ICON in files:
        way = relative(TOUCH_ICON, page=address)
        yield TOUCH_ICON, f'<link rel="apple-touch-icon" href="{way}">'


def alternates(address: str, about: About) -> list[tuple[str, str]]:
    """The languages of a page with their addresses, its own among them.

    They stand in the sitemap only: the theme's script asks each page that a head names for more.
    """
    if not about.url or address in about.noindex:
        return []
    return list(about.versions.get(address, {}).items())


def _shared(said: _Said, about: About, image: bool) -> Iterator[tuple[str, str]]:
    values = {
        "og:type": "website" if said.is_home else "article",
        "og:site_name": said.site,
        "og:title": said.title,
        "og:description": said.about,
        "og:url": said.place,
        "og:locale": said.language.replace("-", "_"),
    }
    if image:
        values |= {
            "og:image": about.whole(SHARED),
            "og:image:width": str(WIDTH),
            "og:image:height": str(HEIGHT),
            "og:image:alt": about.name,
        }
    for name, value in values.items():
        if value:
            yield f'"{name}"', f'<meta property="{name}" content="{escape(value)}">'
    kind = "summary_large_image" if image else "summary"
    yield "twitter:card", f'<meta name="twitter:card" content="{kind}">'


def _data(said: _Said, about: About) -> str:
    site = {"@type": "WebSite", "name": said.site, "url": about.whole("")}
    page = {"@type": "WebPage", "name": said.title, "url": said.place, "isPartOf": site}
    found = {
        "@context": "https://schema.org",
        **(site if said.is_home else page),
        "description": said.about,
        "inLanguage": said.language,
        "license": about.licence,
        "isAccessibleForFree": True,
    }
    text = json.dumps({key: each for key, each in found.items() if each}, ensure_ascii=False)
    safe = text.replace("<", "\\u003c")
    return f'<script type="application/ld+json">{safe}</script>'
