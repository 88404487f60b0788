"""The fences of a page that workleaf resolves: `worksheet`, `worksheets`, `help-lines`, `picture`,
`review`, `contact`.

Two more are for a manual of the language: `manual` (see `publish.manual`) and `sample`, a worksheet
shown with its YAML.

They are found line by line, so a fence inside another (longer) fence stays an example.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml

from workleaf.problems import Problem, Span, problem

FENCE = re.compile(r"^(?P<mark>`{3,}|~{3,})\s*(?P<name>[\w-]*)(?P<rest>.*)$")
BLOCK = re.compile(r"^///\s*worksheet\s*\|\s*(?P<use>[\w-]+)\s*$")
NAMES = (
    "worksheet",
    "worksheets",
    "help-lines",
    "picture",
    "review",
    "contact",
    "manual",
    "sample",
)
KEYS = {
    "manual": ("list", "types", "gallery", "keys", "show"),
    "worksheet": ("use", "step", "only", "collapsed"),
    "worksheets": ("use", "all", "after"),
    "help-lines": ("kinds", "countries"),
    "picture": ("use",),
    "review": ("show",),
    "contact": (),
}

_WHOLE = {"title", "fields", "steps"}
"""Keys that tell a whole worksheet from the name of one."""


@dataclass(frozen=True, kw_only=True)
class Directive:
    """One resolved fence: what it asks for and where it stands."""

    name: str
    span: Span
    use: tuple[str, ...] = ()
    step: str = ""
    only: tuple[str, ...] = ()
    collapsed: bool = False
    all: bool = False
    after: Mapping[str, str] = field(default_factory=dict)
    """Worksheet → what its reader has afterwards."""
    kinds: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    """Only the help lines of these; without any, of all."""
    listed: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    gallery: tuple[str, ...] = ()
    keys: str = ""
    show: str = ""
    body: tuple[str, ...] = ()
    """A whole worksheet: the lines of a `sample`, or of a `worksheet` written in the page."""


@dataclass(frozen=True)
class Text:
    """Lines of a page that stay as they are."""

    lines: tuple[str, ...]


@dataclass
class _Open:
    mark: str
    name: str
    line: int
    body: list[str] = field(default_factory=list)


def split(text: str, *, file: str) -> tuple[tuple[Text | Directive, ...], tuple[Problem, ...]]:
    """A page as text and directives in order, and what is wrong with the directives."""
    parts: list[Text | Directive] = []
    problems: list[Problem] = []
    for piece in _pieces(text.split("\n")):
        if isinstance(piece, Text):
            parts.append(piece)
            continue
        found = _directive(piece, file)
        if isinstance(found, Directive):
            parts.append(found)
        else:
            problems.append(found)
    return tuple(parts), tuple(problems)


def _pieces(lines: list[str]) -> Iterator[Text | _Open]:
    kept: list[str] = []
    inside: _Open | None = None
    for number, line in enumerate(lines, 1):
        if inside is None:
            opened = _opens(line, number)
            if opened and opened.name in NAMES:
                yield Text(tuple(kept))
                kept = []
            else:
                kept.append(line)
            inside = opened
        elif _closes(line, inside.mark):
            if inside.name in NAMES:
                yield inside
            else:
                kept.append(line)
            inside = None
        elif inside.name in NAMES:
            inside.body.append(line)
        else:
            kept.append(line)
    if inside is not None and inside.name in NAMES:
        yield inside
    yield Text(tuple(kept))


def _opens(line: str, number: int) -> _Open | None:
    block = BLOCK.match(line)
    if block:
        return _Open("///", "worksheet", number, [f"use: {block['use']}"])
    fence = FENCE.match(line)
    if not fence:
        return None
    plain = not fence["rest"].strip() and len(fence["mark"]) == 3
    return _Open(fence["mark"], fence["name"] if plain else "", number)


def _closes(line: str, mark: str) -> bool:
    text = line.rstrip()
    return text == mark if mark == "///" else text.startswith(mark) and not text.strip(mark[0])


def _directive(piece: _Open, file: str) -> Directive | Problem:
    place = Span(file=file, line=piece.line, width=len(piece.mark + piece.name))
    if piece.name == "sample" or _is_worksheet(piece):
        return Directive(name=piece.name, span=place, body=tuple(piece.body))
    try:
        body = yaml.load("\n".join(piece.body) or "{}", Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        return problem("fence-yaml", place, why=error.problem or "it cannot be read")
    if not isinstance(body, dict):
        return problem("fence-shape", place, name=piece.name)
    if not isinstance(body.get("after", {}), dict):
        return problem("fence-after-shape", place)
    for offset, line in enumerate(piece.body, 1):
        key = line.split(":")[0].strip()
        if line and not line[0].isspace() and key in body and key not in KEYS[piece.name]:
            at = Span(file=file, line=piece.line + offset, width=len(key))
            known = ", ".join(KEYS[piece.name])
            return problem("fence-key", at, excerpt=line, key=key, name=piece.name, known=known)
    return Directive(
        name=piece.name,
        span=place,
        use=_texts(body.get("use")),
        step=str(body.get("step", "")),
        only=_texts(body.get("only")),
        collapsed=_yes(body.get("collapsed")),
        all=_yes(body.get("all")),
        after={str(key): str(value) for key, value in body.get("after", {}).items()},
        kinds=_texts(body.get("kinds")),
        countries=_texts(body.get("countries")),
        listed=_texts(body.get("list")),
        types=_texts(body.get("types")),
        gallery=_texts(body.get("gallery")),
        keys=str(body.get("keys", "")),
        show=str(body.get("show", "")),
    )


def _is_worksheet(piece: _Open) -> bool:
    """The block does not name a worksheet; it is one."""
    starts = {line.split(":")[0] for line in piece.body}
    return piece.name == "worksheet" and "use" not in starts and bool(starts & _WHOLE)


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(str(each) for each in value)
    return (str(value),) if value else ()


def _yes(value: object) -> bool:
    return str(value).lower() in ("yes", "true")
