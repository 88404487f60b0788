"""The list of pages for search engines: each with its languages, and without those left out."""

from __future__ import annotations

import gzip
import re
from html import escape
from pathlib import Path
from typing import Final

from workleaf.publish.files import replace
from workleaf.publish.heads import About, alternates

NAME: Final = "sitemap.xml"
LAST_CHANGE: Final = re.compile(r"\s*<lastmod>[^<]*</lastmod>")
ENTRY: Final = re.compile(r"[ \t]*<url>.*?</url>\n?", re.DOTALL)
PLACE: Final = re.compile(r"<loc>([^<]*)</loc>")
LINKS: Final = ' xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def rewrite(folder: Path, *, about: About) -> None:
    """Put the engine's list right.

    Engines write the day of the build as each page's last change: nobody observed that.
    """
    path = folder / NAME
    if not path.is_file():
        return
    text = LAST_CHANGE.sub("", path.read_text(encoding="utf-8"))
    text = ENTRY.sub(lambda found: _entry(found[0], about), text)
    if "<xhtml:link" in text and LINKS not in text:
        text = text.replace("<urlset", f"<urlset{LINKS}", 1)
    replace(path, text.encode())
    packed = path.with_name(f"{NAME}.gz")
    if packed.is_file():
        replace(packed, gzip.compress(text.encode(), mtime=0))


def _entry(text: str, about: About) -> str:
    place = PLACE.search(text)
    if place is None or not place[1].startswith(about.whole("")):
        return text
    address = place[1].removeprefix(about.whole(""))
    if address in about.noindex:
        return ""
    links = "".join(
        f'\n    <xhtml:link rel="alternate" hreflang="{code}" href="{escape(about.whole(other))}"/>'
        for code, other in alternates(address, about)
    )
    return text.replace("</loc>", f"</loc>{links}", 1)


def robots(site_url: str) -> str:
    """What programs that read sites are told: they may, and where the list is."""
    return f"User-agent: *\nAllow: /\nSitemap: {site_url.rstrip('/')}/{NAME}\n"
