"""Help lines as data: who to call, where each number was seen, and when.

A date that nobody observed is never filled in. How old a line is counts from the newest dated
sighting up to `as_of`, a day that stands in the file: the same file gives the same page on any day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from workleaf.language import loader
from workleaf.language.models import helps
from workleaf.language.source import Mapping, Node, Report, Scalar
from workleaf.problems import Problem, Span, problem

FILE: Final = "help-lines.yml"
MAX_AGE_DAYS: Final = 180
"""Past this a line says that it was not checked since, and comes after fresher ones."""
WARN_DAYS: Final = 150
"""Past this a test asks for another look."""

_ON: Final = re.compile(r"(?:\d{4} to )?(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def _day(on: str) -> date:
    """The first day that a date may mean: a year or month alone never makes a line younger."""
    found = _ON.fullmatch(on)
    if not found:
        raise ValueError("no date")
    year, month, day = found.groups(default="1")
    return date(int(year), int(month), int(day))


def _dated(on: str) -> str:
    if on:
        _day(on)
    return on


def _as_list(found: object) -> object:
    return [found] if isinstance(found, str) else found


OneOrMore = Annotated[tuple[str, ...], BeforeValidator(_as_list), Field(min_length=1)]


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Seen(_Data):
    """Where a number was read, and the date of that page where it had one."""

    at: str
    """Name the page or paper where the number was read."""
    on: Annotated[str, AfterValidator(_dated)] = ""
    """Write the page's own date, such as 2024-01-31, 2024-01 or 2024. No date? Leave this out."""

    @property
    def day(self) -> date | None:
        """The first day that its date may mean."""
        return _day(self.on) if self.on else None


class HelpLine(_Data):
    """One service."""

    country: OneOrMore
    """Write the code of a country that stands under 'countries', or a list of them."""
    kinds: OneOrMore
    """Say whom it is for: abuse, crisis, own-behaviour …; pages ask for lines by these words."""
    name: str
    """Write what the service calls itself."""
    language: str = ""
    """The language of the name, where it is not that of the pages: de."""
    phone: str = ""
    tty: str = ""
    text: str = ""
    whatsapp: str = ""
    mail: str = ""
    url: Annotated[str, Field(pattern=r"^(https://\S+)?$")] = ""
    """Write the whole address, with https:// in front."""
    emergency: str = ""
    seen: Annotated[tuple[Seen, ...], Field(min_length=1)]
    """Say at least one place where the number was read: {at: its name, on: its date}."""
    level: Literal["A", "B"]
    """A: a page of the service or of a government. B: news or another body."""

    @property
    def newest(self) -> Seen | None:
        """The newest sighting that has a date."""
        dated = [each for each in self.seen if each.day]
        return max(dated, key=lambda each: each.day or date.min, default=None)

    def age(self, day: date) -> int | None:
        """How many days it was not checked, on a day; nothing where no page had a date."""
        newest = self.newest
        return (day - newest.day).days if newest and newest.day else None

    def is_fresh(self, day: date) -> bool:
        """It was seen within `MAX_AGE_DAYS` for certain."""
        age = self.age(day)
        return age is not None and age <= MAX_AGE_DAYS


class Said(_Data):
    """The words of the fallback in another language."""

    text: str
    about: str = ""


class Fallback(_Data):
    """What always stands first."""

    text: str
    name: str
    url: Annotated[str, Field(pattern=r"^https://\S+$")]
    """Write the whole address, with https:// in front."""
    about: str = ""
    translated: dict[str, Said] = {}
    """Give its words in other languages: {es: {text: its text, about: its about}}."""

    def said(self, language: str) -> Said | None:
        """Its words in a language; nothing where they are only in the site's own."""
        return self.translated.get(language)


class HelpLines(_Data):
    """The whole file."""

    as_of: date | None = None
    """Write the day on which somebody last went through these lines: 2026-11-23."""
    lines: tuple[HelpLine, ...]
    """Write one entry a service, each with 'country', 'kinds', 'name', 'seen' and 'level'."""
    fallback: Fallback
    """Say what always stands first: 'text', 'name' and 'url'."""
    countries: dict[str, str] = {}
    """Give each code its name: NZ: New Zealand."""
    also: dict[str, OneOrMore] = {}
    """Country → whose lines somebody there can call as well."""

    @property
    def day(self) -> date:
        """The day up to which ages count."""
        return self.as_of or date.max

    def of_kinds(self, kinds: Sequence[str]) -> tuple[HelpLine, ...]:
        """Lines of any of these kinds, in the order of the file."""
        return tuple(each for each in self.lines if set(each.kinds) & set(kinds))


def read(content: Path, *, root: Path) -> tuple[HelpLines | None, tuple[Problem, ...]]:
    """The help lines of a site, and what is wrong with them; neither where it has no such file."""
    path = content / FILE
    if not path.is_file():
        return None, ()
    report = Report()
    node = loader.load(path, file=path.relative_to(root).as_posix(), report=report)
    if node is None:
        return None, tuple(report.problems)
    try:
        found = HelpLines.model_validate(_plain(node))
    except ValidationError as error:
        places = [each["loc"] for each in error.errors()]
        for each in error.errors():
            # A list of which no entry can be read is not too short as well.
            if all(each["loc"] == at or each["loc"] != at[: len(each["loc"])] for at in places):
                _mistake(each["loc"], each["type"], node, report)
        return None, tuple(report.problems)
    _names(found, node, report)
    return found, tuple(report.problems)


def unknown(
    found: HelpLines, kinds: Iterable[str], countries: Iterable[str] = (), *, span: Span
) -> Iterator[Problem]:
    """What a page asks for and no line has; a file without lines is still to be filled."""
    known = sorted({kind for line in found.lines for kind in line.kinds})
    places = sorted({code for line in found.lines for code in line.country})
    for kind in kinds:
        if known and kind not in known:
            yield problem("help-line-kind", span, kind=kind, known=", ".join(known))
    for code in countries:
        if places and code not in places:
            yield problem("help-line-nowhere", span, country=code, known=", ".join(places))


def _plain(node: Node) -> Any:
    match node:
        case Scalar():
            return node.value
        case Mapping():
            return {key.value: _plain(value) for key, value in node.pairs}
        case _:
            return [_plain(each) for each in node.items]


def _mistake(loc: tuple[int | str, ...], kind: str, root: Node, report: Report) -> None:
    """Tells one mistake at its place."""
    path = list(loc)
    model = _model(path)
    key = next((part for part in reversed(path) if isinstance(part, str)), "lines")
    about = helps(model).get(key, "compare it with its neighbours")
    at, value = _place(root, path)
    if kind == "extra_forbidden":
        known = ", ".join(model.model_fields)
        report.add("help-line-unknown", at, key=key, known=known)
    elif kind == "missing":
        report.add("help-line-missing", at, key=key, about=about)
    elif key == "level":
        report.add("help-line-level", at, value=value)
    else:
        report.add("help-line-value", at, key=key, about=about)


def _model(path: Sequence[int | str]) -> type[_Data]:
    if "seen" in path[:-1]:
        return Seen
    if "translated" in path[:-1]:
        return Said
    inner: dict[object, type[_Data]] = {"lines": HelpLine, "fallback": Fallback}
    return inner.get(path[0], HelpLines) if len(path) > 1 else HelpLines


def _place(node: Node, path: Sequence[int | str]) -> tuple[Span, str]:
    """Where the deepest part of a path that is there stands, and what is written there."""
    at = node.span
    for part in path:
        if isinstance(node, Mapping):
            key, value = node.key(str(part)), node.get(str(part))
            if key is None or value is None:
                break
            at, node = key.span, value
        elif not isinstance(node, Scalar) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            at = node.span
    return at, node.value if isinstance(node, Scalar) else ""


def _names(found: HelpLines, root: Node, report: Report) -> None:
    """What refers to something else finds it, and no page is newer than the look at it."""
    if found.lines and not found.as_of:
        report.add("help-line-missing", root.span, key="as_of", about=helps(HelpLines)["as_of"])
    for number, line in enumerate(found.lines):
        for code in line.country:
            if code not in found.countries:
                at, _ = _place(root, ("lines", number, "country"))
                report.add("help-line-country", at, country=code)
        for place, seen in enumerate(line.seen):
            if seen.day and found.as_of and seen.day > found.as_of:
                at, _ = _place(root, ("lines", number, "seen", place, "on"))
                report.add("help-line-later", at, on=seen.on, as_of=found.as_of)
    for code, others in found.also.items():
        for each in (code, *others):
            if each not in found.countries:
                at, _ = _place(root, ("also", code))
                report.add("help-line-country", at, country=each)
