"""workleaf's own look: what it adds to the theme, and the words and links that stand on it.

Templates read them as `extra.workleaf_look`, by the language of a page.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any, Final

from workleaf.problems import Problem, problem
from workleaf.publish import notices
from workleaf.publish.addresses import address
from workleaf.publish.config import Link, Site, custom_folder, place
from workleaf.publish.editions import Edition, name
from workleaf.publish.files import Folder
from workleaf.strings import instead, words
from workleaf.worksheet.languages import direction

_THEME: Final = Path(__file__).parent / "theme"
_DELETING: Final = ("delete_again", "delete_ask", "deleted", "delete_failed")


def stage_theme(site: Site, *, languages: bool) -> None:
    """Everything that stands above the theme, the author's own overrides first.

    `languages`: the theme's words are in the language of each page.
    """
    parts = [_THEME / "look"] if site.settings.look == "workleaf" else []
    parts += [_THEME / "languages"] if languages else []
    own = custom_folder(site)
    parts += [own] if own and own.is_dir() else []
    found = {
        path.relative_to(part).as_posix(): path
        for part in parts
        for path in sorted(part.rglob("*"))
        if path.is_file()
    }
    staged = Folder(site.theme)
    for file, path in sorted(found.items()):
        staged.copy(file, path)
    staged.close()


def missing(site: Site) -> Iterator[Problem]:
    """Pages that the settings name and that are not there."""
    settings = site.settings
    for key, links in (("footer", settings.footer), ("exit_page", (settings.exit_page,))):
        for link in links:
            if link.file and not (site.content / link.file).is_file():
                at, text = place(site.config_file, key, link.file)
                yield problem("config-page", at, excerpt=text, key=key, file=link.file)


def said(site: Site, editions: Sequence[Edition]) -> Mapping[str, Any]:
    """What the look says, by language; nothing where a site has a look of its own."""
    if site.settings.look != "workleaf":
        return {}
    return {each.language: _said(site, each, editions[0]) for each in editions}


def _said(site: Site, edition: Edition, own: Edition) -> dict[str, Any]:
    settings, strings = site.settings, words(edition.language)
    deleting = {key: strings[key] for key in _DELETING}
    note = settings.exit_note if edition is own else ""
    around = {} if edition is own else _around(edition)
    return {
        **around,
        "spoken": _spoken(instead(edition.language)),
        "exit_address": settings.exit_address if settings.exit else "",
        "exit_page": _link(settings.exit_page, edition, own) if settings.exit_page.file else None,
        "leave": escape(strings["leave_page"]),
        "note": escape(note, quote=False),
        "screen": escape(strings["screen_seen"]),
        "way": escape(strings["screen_keys"]),
        "limits": escape(strings["screen_limits"]),
        "menu": escape(strings["menu"]),
        "links": [_link(link, edition, own) for link in settings.footer],
        "review": escape(notices.sentences(settings.review, edition.language), quote=False),
        "delete": escape(strings["delete_everything"]),
        "delete_words": escape(json.dumps(deleting, ensure_ascii=False)),
        "home": escape(strings["home"]),
        "missing_title": escape(strings["missing_title"]),
        "missing_text": escape(strings["missing_text"]),
    }


def _around(edition: Edition) -> dict[str, str]:
    """What settings say of a page in the site's own language, where it is in another one."""
    strings, first = words(edition.language), edition.first
    return {
        "section": name(edition.language),
        "first": first.address if first else "",
        "site_name": escape(edition.site_name),
        "copyright": first.copyright if first else "",
        "dark": escape(strings["dark_colours"]),
        "light": escape(strings["light_colours"]),
        "link_here": escape(strings["link_here"]),
    }


def _link(link: Link, edition: Edition, own: Edition) -> dict[str, str]:
    """A page in the language of the edition; where it is not translated, in the site's own."""
    titles = {page.source: page for page in own.pages}
    here = {page.source: page for page in edition.pages}.get(link.file)
    if here is None or edition is own:
        title = titles[link.file].title if link.file in titles else link.file
        spoken = "" if edition is own else own.language
        return _shown(link.label or title, address(link.file), spoken)
    return _shown(here.title, here.address, "")


def _shown(label: str, target: str, language: str) -> dict[str, str]:
    return {"label": escape(label), "address": target or ".", "spoken": _spoken(language)}


def _spoken(language: str) -> str:
    """Attributes for words that are in another language than the page."""
    return f' lang="{language}" dir="{direction(language)}"' if language else ""
