"""Help lines as data: who to call, where the number was seen, and when.

A date that nobody observed is never filled in; a number past `MAX_AGE_DAYS` is labelled, not
hidden.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from html import escape
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from workleaf.problems import Span, WorksheetError, problem
from workleaf.strings import words

FILE = "help-lines.yml"
MAX_AGE_DAYS = 180


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Seen(_Data):
    """Where a number was read, and the date of that page where it had one.

    `on` is a day, a month, a year or `2019 to 2020`.
    """

    at: str
    on: str = Field(default="", pattern=r"^(\d{4}(-\d\d(-\d\d)?| to \d{4})?)?$")


class HelpLine(_Data):
    """One service."""

    country: str
    kinds: tuple[str, ...]
    name: str
    phone: str = ""
    tty: str = ""
    text: str = ""
    whatsapp: str = ""
    mail: str = ""
    url: str = ""
    emergency: str = ""
    seen: tuple[Seen, ...]
    level: Literal["A", "B"]


class Fallback(_Data):
    """What always stands first."""

    text: str
    name: str
    url: str


class HelpLines(_Data):
    """The whole file."""

    lines: tuple[HelpLine, ...]
    fallback: Fallback
    countries: dict[str, str]


def read(content: Path, *, root: Path) -> HelpLines:
    """The help lines of a site. Raises `WorksheetError` naming what is wrong."""
    path = content / FILE
    place = Span(file=path.relative_to(root).as_posix())
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        return HelpLines.model_validate(data)
    except FileNotFoundError:
        raise WorksheetError([problem("help-lines-missing", place)]) from None
    except (yaml.YAMLError, ValidationError) as error:
        why = _why(error)
        raise WorksheetError([problem("help-lines-shape", place, why=why)]) from None


def html(found: HelpLines, *, kinds: Sequence[str], language: str, today: str) -> str:
    """The lines of these kinds as a list, the fallback first, then by country."""
    strings = words(language)
    fallback = found.fallback
    way = f'<a href="{escape(fallback.url)}" rel="noreferrer">{escape(fallback.name)}</a>'
    rows = [f"<li><strong>{escape(fallback.text)}</strong></li>", f"<li>{way}</li>"]
    names = found.countries
    chosen = [line for line in found.lines if set(line.kinds) & set(kinds) and line.country != "*"]
    for line in sorted(chosen, key=lambda each: names.get(each.country, each.country)):
        rows.append(_row(line, names.get(line.country, line.country), strings, today))
    return '<ul class="wl-lines">' + "".join(rows) + "</ul>"


def _row(line: HelpLine, country: str, strings: Mapping[str, str], today: str) -> str:
    parts = [
        f'<span class="wl-lines__country">{escape(country)}</span>',
        f"<strong>{escape(line.name)}</strong>",
        *_ways(line, strings),
    ]
    seen = "; ".join(_seen(each, strings) for each in line.seen)
    note = strings["line_seen"].format(seen=seen)
    if _old(line, today):
        note += " " + strings["line_old"]
    parts.append(f'<small class="wl-lines__seen">{escape(note)}</small>')
    return "<li>" + " ".join(parts) + "</li>"


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
            ways.append(f"<span>{escape(strings[f'line_{kind}'])} {escape(value)}</span>")
    if line.url:
        shown = line.url.removeprefix("https://").removeprefix("www.").rstrip("/")
        ways.append(f'<a href="{escape(line.url)}" rel="noreferrer">{escape(shown)}</a>')
    return ways


def _dial(number: str) -> str:
    """The first number of an entry, as digits to dial."""
    first = number.split("(")[0].strip()
    return "".join(sign for sign in first if sign.isdigit() or sign == "+")


def _seen(seen: Seen, strings: Mapping[str, str]) -> str:
    if seen.on:
        key = "line_seen_on" if seen.on.count("-") == 2 else "line_seen_in"
        return strings[key].format(at=seen.at, on=seen.on)
    return strings["line_seen_undated"].format(at=seen.at)


def _old(line: HelpLine, today: str) -> bool:
    """No sighting is younger than `MAX_AGE_DAYS`; a year alone counts as its end."""
    return all(_age(seen.on, today) > MAX_AGE_DAYS for seen in line.seen)


def _age(on: str, today: str) -> int:
    if not on:
        return MAX_AGE_DAYS + 1
    last = on.rpartition(" to ")[2]
    year, month, day = [*last.split("-"), *("12", "28")[last.count("-") :]]
    return (date.fromisoformat(today) - date(int(year), int(month), int(day))).days


def _why(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg'].lower()}"
    return str(error).splitlines()[0]
