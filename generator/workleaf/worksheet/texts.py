"""Author text as a small tree that every output draws: words, emphasis, links, slots."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias, assert_never

from workleaf.frozen import dataclass, replace

Tree: TypeAlias = "None | bool | int | float | str | tuple[Tree, ...]"
"""A compiled condition or formula: JSON data, see `workleaf.worksheet.conditions`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """Where a link or a result leads: a worksheet, a page of the site, or a web address."""

    kind: Literal["worksheet", "page", "address"]
    name: str
    """The worksheet's id, the page's name, or the address itself."""
    title: str = ""
    """The title of the worksheet or page, as plain words; empty for an address."""
    safety: bool = False
    """The target is marked `safety: yes`."""


@dataclass(frozen=True, slots=True)
class Plain:
    """Words as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Strong words: `**so**`."""

    parts: Line


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words: `*so*`."""

    parts: Line


@dataclass(frozen=True, slots=True)
class Code:
    """Words shown letter by letter: `` `so` ``."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    target: Target
    parts: Line


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than the worksheet's: they have no translation yet."""

    language: str
    parts: Line


@dataclass(frozen=True, slots=True)
class Break:
    """A new line inside a paragraph."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """An answer inside a text: `${partner}`; filled in the browser, a ruled blank on paper."""

    tree: Tree
    """Its value: text, number or a list of texts (choices are already their words)."""
    optional: bool
    """`${partner?}`: while unanswered it is left out with its space or its paragraph."""
    name: str
    """The question's words, for screen readers and for the blank on paper."""


Inline: TypeAlias = Plain | Strong | Emphasis | Code | Link | Foreign | Break | Slot
Line: TypeAlias = tuple[Inline, ...]
"""Inline Markdown: titles, labels, choices."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    parts: Line


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a text; outputs decide its level."""

    parts: Line


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, with numbers where it is `ordered`."""

    items: tuple[Prose, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted passage."""

    blocks: Prose


Block: TypeAlias = Paragraph | Heading | Bullets | Quote
Prose: TypeAlias = tuple[Block, ...]
"""Block Markdown: intros, hints, notes, advice, templates, results."""


def in_language(language: str, line: Line) -> Line:
    """The line marked as words of another language; as it is where no language is given."""
    return (Foreign(language, line),) if language and line else line


def prose_in_language(language: str, prose: Prose) -> Prose:
    """The same for blocks."""
    return tuple(_in_language(language, block) for block in prose) if language else prose


def _in_language(language: str, block: Block) -> Block:
    match block:
        case Paragraph(parts) | Heading(parts):
            return replace(block, parts=in_language(language, parts))
        case Bullets(items):
            return replace(block, items=tuple(prose_in_language(language, item) for item in items))
        case Quote(blocks):
            return replace(block, blocks=prose_in_language(language, blocks))
        case _:
            assert_never(block)


def plain(text: Line | Prose, *, blank: str = "…") -> str:
    """The words of a text without markup; a slot becomes `blank`, blocks are joined by a space."""
    return " ".join("".join(_words(part, blank) for part in text).split())


def slots(text: Line | Prose) -> Iterator[Slot]:
    """The slots of a text, in order."""
    for part in text:
        match part:
            case Slot():
                yield part
            case Strong(parts) | Emphasis(parts) | Link(_, parts):
                yield from slots(parts)
            case Paragraph(parts) | Heading(parts):
                yield from slots(parts)
            case Bullets(items):
                for item in items:
                    yield from slots(item)
            case Quote(blocks):
                yield from slots(blocks)
            case _:
                continue


def _words(part: Inline | Block, blank: str) -> str:
    match part:
        case Plain(text) | Code(text):
            return text
        case Strong(parts) | Emphasis(parts):
            return "".join(_words(each, blank) for each in parts)
        case Link(_, parts) | Foreign(_, parts):
            return "".join(_words(each, blank) for each in parts)
        case Break():
            return " "
        case Slot():
            return blank
        case Paragraph(parts) | Heading(parts):
            return "".join(_words(each, blank) for each in parts) + " "
        case Bullets(items):
            return " ".join(_words(block, blank) for item in items for block in item)
        case Quote(blocks):
            return " ".join(_words(block, blank) for block in blocks)
