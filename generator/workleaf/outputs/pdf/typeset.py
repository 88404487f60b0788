"""Author text as data for the layout: never as its source, so nothing an author writes is run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias, assert_never
from urllib.parse import urlsplit

from workleaf.strings import Said
from workleaf.worksheet.languages import base, direction
from workleaf.worksheet.texts import (
    Block,
    Break,
    Bullets,
    Code,
    Emphasis,
    Foreign,
    Heading,
    Inline,
    Line,
    Link,
    Paragraph,
    Plain,
    Prose,
    Quote,
    Slot,
    Strong,
    Target,
)

Data: TypeAlias = dict[str, Any]
Node: TypeAlias = list[Any]
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""Only these are followed from paper; a relative address would lead nowhere in a saved file."""


@dataclass(frozen=True)
class Typesetter:
    """Turns texts into data; `link` gives the address of a target, or nothing."""

    link: Callable[[Target], str] | None = None

    def line(self, parts: Line) -> list[Node]:
        """Inline text."""
        return [self._inline(part) for part in parts]

    def prose(self, blocks: Prose, *, level: int = 3) -> list[Node]:
        """Block text; headings inside it start at `level`."""
        return [self._block(block, level) for block in blocks]

    def address(self, target: Target) -> str:
        """Where a target can be reached from paper; empty where only its words can stand."""
        found = self.link(target) if self.link else ""
        if not found and target.kind == "address":
            found = target.name
        return found if urlsplit(found).scheme.lower() in SCHEMES else ""

    def _inline(self, part: Inline) -> Node:
        match part:
            case Plain(text):
                return ["t", text]
            case Strong(parts):
                return ["b", self.line(parts)]
            case Emphasis(parts):
                return ["i", self.line(parts)]
            case Code(text):
                return ["c", text]
            case Link(target, parts):
                return ["a", self.address(target), self.line(parts)]
            case Foreign(language, parts):
                return ["l", base(language), direction(language), self.line(parts)]
            case Break():
                return ["br"]
            case Slot(name=name):
                return ["slot", name]
            case _:
                assert_never(part)

    def _block(self, block: Block, level: int) -> Node:
        match block:
            case Paragraph(parts):
                return ["p", self.line(parts)]
            case Heading(parts):
                return ["h", level, self.line(parts)]
            case Bullets(items, ordered):
                kind = "ol" if ordered else "ul"
                return [kind, [self.prose(item, level=level) for item in items]]
            case Quote(blocks):
                return ["q", self.prose(blocks, level=level)]
            case _:
                assert_never(block)


def words(text: str) -> list[Node]:
    """Words of our own as inline data."""
    said: list[Node] = [["t", text]] if text else []
    if isinstance(text, Said) and said:
        return [["l", text.language, direction(text.language), said]]
    return said


def condition(text: str) -> list[Node]:
    """When something is asked or shown, as the line above it: no full stop ends a line."""
    short = text.removesuffix(".")
    return words(Said(short, text.language) if isinstance(text, Said) else short)
