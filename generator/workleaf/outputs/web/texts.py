"""Author text as HTML. Whatever an author wrote is escaped; only the tags written here are tags."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from markupsafe import Markup, escape

from workleaf.outputs.web.trees import Trees
from workleaf.strings import Said
from workleaf.worksheet.languages import direction
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

EMPTY = Markup()


def spoken(language: str) -> Markup:
    """The attributes of an element whose words are in another language than those around it."""
    return Markup(' lang="{}" dir="{}"').format(language, direction(language))


def marked(text: str) -> Markup:
    """A UI word, marked where it stands in for one that the language lacks."""
    if isinstance(text, Said):
        return Markup("<span{}>{}</span>").format(spoken(text.language), str(text))
    return escape(text)


@dataclass(frozen=True, kw_only=True)
class Texts:
    """Turns texts into HTML for one form."""

    link: Callable[[Target], str]
    """The address of a target, relative to the page."""
    trees: Trees
    """Where the slots' values are collected."""

    def line(self, line: Line) -> Markup:
        """Inline text."""
        if len(line) == 1 and isinstance(line[0], Plain):
            return escape(line[0].text)
        return EMPTY.join(self._inline(part) for part in line)

    def prose(self, prose: Prose, *, level: int = 3) -> Markup:
        """Block text; its headings stand at `level`."""
        return Markup("\n").join(self._block(block, level) for block in prose)

    def _inline(self, part: Inline) -> Markup:
        match part:
            case Plain(text):
                return escape(text)
            case Strong(parts):
                return Markup("<strong>{}</strong>").format(self.line(parts))
            case Emphasis(parts):
                return Markup("<em>{}</em>").format(self.line(parts))
            case Code(text):
                return Markup("<code>{}</code>").format(text)
            case Link(target, parts):
                return Markup('<a href="{}">{}</a>').format(self.link(target), self.line(parts))
            case Foreign(language, parts):
                return Markup("<span{}>{}</span>").format(spoken(language), self.line(parts))
            case Break():
                return Markup("<br>")
            case Slot():
                return self._slot(part)
            case _:
                assert_never(part)

    def _slot(self, slot: Slot) -> Markup:
        """A ruled blank; its question is there for those who hear the page."""
        return Markup(
            '<span class="wl-slot" data-slot="{}"{}><span class="wl-blank"></span>'
            '<span class="wl-unseen">{}</span></span>'
        ).format(
            self.trees.number(slot.tree),
            Markup(" data-optional") if slot.optional else "",
            slot.name,
        )

    def _block(self, block: Block, level: int) -> Markup:
        match block:
            case Paragraph((Foreign(language, parts),)):
                return Markup("<p{}>{}</p>").format(spoken(language), self.line(parts))
            case Paragraph(parts):
                return Markup("<p>{}</p>").format(self.line(parts))
            case Heading(parts):
                return Markup("<h{0}>{1}</h{0}>").format(level, self.line(parts))
            case Bullets(items, ordered):
                entries = EMPTY.join(self._entry(item, level) for item in items)
                return Markup("<{0}>{1}</{0}>").format("ol" if ordered else "ul", entries)
            case Quote(blocks):
                inside = self.prose(blocks, level=level)
                return Markup("<blockquote>{}</blockquote>").format(inside)
            case _:
                assert_never(block)

    def _entry(self, item: Prose, level: int) -> Markup:
        """A list entry; a lone paragraph in it needs no tags."""
        match item:
            case (Paragraph(parts),):
                return Markup("<li>{}</li>").format(self.line(parts))
            case _:
                return Markup("<li>{}</li>").format(self.prose(item, level=level))
