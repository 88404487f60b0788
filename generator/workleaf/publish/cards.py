"""Worksheets as cards: title, minutes, who it is for, *Fill in here* and *Download PDF*."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from workleaf.publish.addresses import relative
from workleaf.strings import words
from workleaf.worksheet.facts import facts
from workleaf.worksheet.languages import direction, same
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.texts import plain

MAIN, BEFORE = "main", "before-you-start"


def address(worksheet: Worksheet) -> str:
    """The address of a worksheet's page."""
    return f"{_folder(worksheet)}worksheets/{worksheet.id}/"


def pdf_address(worksheet: Worksheet) -> str:
    """The address of a worksheet's PDF."""
    return f"{_folder(worksheet)}worksheets/{worksheet.id}.pdf"


def _folder(worksheet: Worksheet) -> str:
    """Translations have a folder a language."""
    return f"{worksheet.language}/" if worksheet.translation else ""


def cards(
    chosen: Iterable[Worksheet],
    *,
    page: str,
    language: str,
    pdf: bool,
    after: Mapping[str, str] | None = None,
) -> str:
    """Cards for one page, in the order given. `after`: what one has afterwards, by worksheet."""
    gains = after or {}
    return "\n".join(_card(each, page, language, pdf, gains.get(each.id, "")) for each in chosen)


def of_page(worksheets: Sequence[Worksheet], name: str) -> tuple[Worksheet, ...]:
    """The worksheets that belong to a page, main ones first."""
    own = [each for each in worksheets if each.guide and each.guide.name == name]
    listed = [each for each in own if not each.is_gate]
    return tuple(sorted(listed, key=lambda each: (MAIN not in each.tags, each.id)))


def grouped(
    worksheets: Sequence[Worksheet], order: Sequence[str]
) -> Mapping[str, tuple[Worksheet, ...]]:
    """All listed worksheets by page, pages in the order of the navigation.

    Those tagged `before-you-start` come first, under that tag.
    """
    listed = [each for each in worksheets if not each.is_gate]
    before = tuple(each for each in listed if BEFORE in each.tags)
    groups = {BEFORE: before} if before else {}
    rest = [each for each in listed if each not in before]
    known = {name: place for place, name in enumerate(order)}
    names = {each.guide.name if each.guide else "" for each in rest}
    for name in sorted(names, key=lambda each: (known.get(each, len(known)), each)):
        own = [each for each in rest if (each.guide.name if each.guide else "") == name]
        groups[name] = tuple(sorted(own, key=lambda each: (MAIN not in each.tags, each.id)))
    return groups


def _card(worksheet: Worksheet, page: str, language: str, pdf: bool, after: str) -> str:
    strings = words(worksheet.language)
    here = escape(relative(address(worksheet), page=page))
    title = escape(plain(worksheet.title))
    code = worksheet.language
    spoken = "" if same(code, language) else f' lang="{code}" dir="{direction(code)}"'
    doors = (
        f'<a class="wl-button" href="{here}">{escape(strings["fill_in_here"])}'
        f'<span class="wl-unseen">: {title}</span></a>'
    )
    if pdf and "pdf" in worksheet.exports:
        file = escape(relative(pdf_address(worksheet), page=page))
        doors += (
            f' <a class="wl-button wl-button--quiet" href="{file}" download>'
            f'{escape(strings["download_pdf"])}<span class="wl-unseen">: {title}</span></a>'
        )
    # What one has afterwards is written in the page, so in its language.
    gain = words(language)["card_after"].format(what=after) if after else ""
    own = f' lang="{language}" dir="{direction(language)}"' if spoken else ""
    return (
        f'<article class="wl-card"{spoken}>'
        f'<h3 class="wl-card__title"><a href="{here}">{title}</a></h3>'
        f'<p class="wl-card__summary">{escape(plain(worksheet.summary))}</p>'
        f'<p class="wl-card__facts">{escape(facts(worksheet, strings))}</p>'
        + (f'<p class="wl-card__after"{own}>{escape(gain)}</p>' if gain else "")
        + f'<p class="wl-card__doors" data-search-exclude>{doors}</p></article>'
    )
