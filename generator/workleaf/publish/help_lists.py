"""Help lines on a page: the fallback first, then countries under headings.

All of it reads without scripts. With them a menu narrows the list to a country, and lines that have
grown old since the page was built say so; the fallback always stays.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from typing import Final

from babel import Locale, UnknownLocaleError

from workleaf.publish import days
from workleaf.publish.help_lines import MAX_AGE_DAYS, HelpLine, HelpLines, Seen
from workleaf.strings import words

_ANYWHERE: Final = "*"
_TEXTED: Final = re.compile(r"(?:\w+ to )?(\d[\d ]*)(?: \(.*\))?")
"""A number to text, with the word to send before it: `HOME to 741741`."""


def html(
    found: HelpLines,
    *,
    kinds: Sequence[str],
    language: str,
    menu: bool,
    countries: Sequence[str] = (),
    translated: bool = False,
) -> str:
    """The lines of these kinds, of all countries where none are named.

    `menu`: with the menu that narrows all lists of the page. `translated`: the page is not in the
    language of the file.
    """
    strings = words(language)
    chosen = found.of_kinds(kinds)
    spoken = language if translated else ""
    areas = _countries(found, countries, spoken)
    parts = [_first(found, spoken), _menu(found, areas, strings) if menu else ""]
    parts.append(f'<p data-wl-none="{escape(strings["line_none"])}" hidden></p>')
    for code, name in areas:
        own = [each for each in chosen if code in each.country]
        # A stable sort: fresh ones first, otherwise the order of the file.
        own.sort(key=lambda each: not each.is_fresh(found.day))
        if own:
            rows = "".join(_row(each, language, found.day) for each in own)
            parts.append(
                f'<section data-area="{escape(code)}"><h3>{escape(name)}</h3>'
                f'<ul class="wl-lines__list">{rows}</ul></section>'
            )
    return f'<div class="wl-lines" data-wl-lines="{MAX_AGE_DAYS}">{"".join(parts)}</div>'


def _countries(found: HelpLines, asked: Sequence[str], language: str) -> list[tuple[str, str]]:
    """Countries that have a line, by name; after them what several countries share.

    `asked`: only these. `language`: names are in it.
    """
    used = {code for line in found.lines for code in line.country} - {_ANYWHERE}
    sharing = Counter(code for others in found.also.values() for code in others)
    shared = {code for code, times in sharing.items() if times > 1} - found.also.keys()
    names = _territories(language) if language else {}
    chosen = used & set(asked) if asked else used
    named = [(code, names.get(code, found.countries[code])) for code in chosen]
    return sorted(named, key=lambda each: (each[0] in shared, each[1].casefold()))


def _territories(language: str) -> Mapping[str, str]:
    """What countries are called in a language, where that is known."""
    try:
        return Locale.parse(language, sep="-").territories
    except (UnknownLocaleError, ValueError):
        return {}


def _first(found: HelpLines, language: str) -> str:
    fallback = found.fallback
    said = fallback.said(language) or fallback
    about = f" <small>{escape(said.about)}</small>" if said.about else ""
    return (
        f'<ul class="wl-lines__list wl-lines__first"><li><strong>{escape(said.text)}</strong>'
        f'</li><li><a href="{escape(fallback.url)}" rel="noreferrer">{escape(fallback.name)}</a>'
        f"{about}</li></ul>"
    )


def _menu(
    found: HelpLines, countries: Sequence[tuple[str, str]], strings: Mapping[str, str]
) -> str:
    """Without scripts it would do nothing, so it waits for them; there is none for one country."""
    if len(countries) < 2:
        return ""
    options = [f'<option value="">{escape(strings["line_all"])}</option>']
    for code, name in countries:
        areas = " ".join((code, *found.also.get(code, ())))
        options.append(f'<option value="{escape(areas)}">{escape(name)}</option>')
    return (
        f'<div class="wl-lines__menu" hidden><label for="wl-country">'
        f"{escape(strings['line_country'])}</label> "
        f'<select id="wl-country" data-wl-country autocomplete="off">{"".join(options)}</select>'
        f'<p role="status" class="wl-unseen" data-words="{escape(strings["line_shown"])}"></p>'
        "</div>"
    )


def _row(line: HelpLine, language: str, as_of: date) -> str:
    strings = words(language)
    spoken = f' lang="{escape(line.language)}"' if line.language else ""
    fresh = line.is_fresh(as_of)
    newest = line.newest
    counted = f' data-wl-seen="{newest.day}"' if fresh and newest else ""
    name = f'<strong class="wl-lines__name"{spoken}>{escape(line.name)}</strong>'
    old = (
        f"<span data-wl-old{' hidden' if fresh else ''}> {escape(_how_old(line, language))}</span>"
    )
    seen = f'<small class="wl-lines__seen">{escape(_where(line, language))}{old}</small>'
    return f"<li{counted}>{' '.join((name, *_ways(line, strings), seen))}</li>"


def _ways(line: HelpLine, strings: Mapping[str, str]) -> list[str]:
    ways = []
    for kind in ("phone", "emergency", "tty"):
        number = getattr(line, kind)
        if number:
            label = "" if kind == "phone" else strings[f"line_{kind}"] + " "
            shown = escape(label + number)
            ways.append(f'<a class="wl-lines__number" href="tel:{_dial(number)}">{shown}</a>')
    for kind in ("text", "whatsapp", "mail"):
        value = getattr(line, kind)
        if value:
            said = f"{escape(strings[f'line_{kind}'])} {escape(value)}"
            number = _TEXTED.fullmatch(value) if kind == "text" else None
            ways.append(
                f'<a href="sms:{_dial(number[1])}">{said}</a>'
                if number
                else f'<span class="wl-lines__way">{said}</span>'
            )
    if line.url:
        shown = line.url.removeprefix("https://").removeprefix("www.").rstrip("/")
        ways.append(f'<a href="{escape(line.url)}" rel="noreferrer">{escape(shown)}</a>')
    return ways


def _dial(number: str) -> str:
    """The first number of an entry, as digits to dial."""
    first = number.split("(")[0].strip() or number
    return "".join(sign for sign in first if sign.isdigit() or sign == "+")


def _where(line: HelpLine, language: str) -> str:
    strings = words(language)
    seen = "; ".join(_seen(each, language) for each in line.seen)
    has_number = any((line.phone, line.tty, line.text, line.whatsapp, line.emergency))
    return strings["line_seen" if has_number else "line_seen_page"].format(seen=seen)


def _seen(seen: Seen, language: str) -> str:
    strings = words(language)
    if not seen.on:
        return strings["line_seen_undated"].format(at=seen.at)
    key = "line_seen_on" if seen.on.count("-") == 2 else "line_seen_in"
    return strings[key].format(at=seen.at, on=days.said(seen.on, language=language))


def _how_old(line: HelpLine, language: str) -> str:
    strings, newest = words(language), line.newest
    if newest is None:
        return strings["line_undated"]
    return strings["line_old"].format(
        on=days.said(newest.on.rpartition(" to ")[2], language=language)
    )
