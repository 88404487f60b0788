"""What a guide says about itself: who has reviewed it, and where a harm can be reported.

Both are settings, so that a name, a day or an address is filled in at one place and nowhere
invented: what is not set is said to be missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Final

from workleaf.problems import Problem, problem
from workleaf.publish import days
from workleaf.publish.config import Review, Site
from workleaf.publish.directives import Directive
from workleaf.strings import listed, words

KNOWN: Final = ("clinician", "advocate", "lawyer")
"""Whom the words of every language know."""


def html(asked: Directive, *, site: Site, language: str) -> tuple[str, tuple[Problem, ...]]:
    """What stands in the place of a `review` or `contact` block, and what is wrong with it."""
    strings = words(language)
    if asked.show not in ("", "line"):
        return "", (problem("fence-show", asked.span, show=asked.show),)
    if asked.name == "contact":
        return _contact(site, strings), ()
    reviews = site.settings.review
    if asked.show or not reviews:
        said = sentences(reviews, language) or strings["review_unsaid"]
        return f'<p class="wl-review">{escape(said)}</p>', ()
    return _table(reviews, language), ()


def sentences(reviews: Sequence[Review], language: str) -> str:
    """Everybody in one sentence or more, who is missing first; empty where nobody is named."""
    strings = words(language)
    missing = [_who(each, strings) for each in reviews if not each.name]
    said = [strings["review_open"].format(who=listed(strings["or"], missing))] if missing else []
    said += [
        strings["review_done"].format(
            name=each.name, who=_who(each, strings), on=_day(each, language)
        )
        for each in reviews
        if each.name
    ]
    return " ".join(said)


def _table(reviews: Sequence[Review], language: str) -> str:
    """A row for each, with an empty place for a name and a day."""
    strings = words(language)
    heads = (strings[f"review_{key}"] for key in ("who", "name", "day"))
    rows = [
        (_who(each, strings), each.name or strings["review_nobody"], _day(each, language))
        for each in reviews
    ]
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _day(review: Review, language: str) -> str:
    return days.said(review.day.isoformat(), language=language) if review.day else "–"


def _who(review: Review, strings: Mapping[str, str]) -> str:
    return strings[f"review_{review.who}"] if review.who in KNOWN else review.who


def _contact(site: Site, strings: Mapping[str, str]) -> str:
    contact = site.settings.contact
    if contact.startswith("https://"):
        said = strings["contact_page"].format(contact=_link(contact, contact))
    elif contact:
        said = strings["contact_mail"].format(contact=_link(f"mailto:{contact}", contact))
    elif site.repo_url:
        said = strings["contact_source"].format(source=_link(site.repo_url, site.repo_url))
    else:
        said = strings["contact_none"]
    return f'<p class="wl-contact">{said}</p>'


def _link(address: str, shown: str) -> str:
    return f'<a href="{escape(address)}" rel="noreferrer">{escape(shown)}</a>'
