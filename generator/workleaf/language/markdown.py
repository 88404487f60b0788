"""Author Markdown to the small tree of `workleaf.worksheet.texts`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from markdown_it import MarkdownIt
from markdown_it.token import Token

from workleaf.language.source import Report, Scalar
from workleaf.problems import Span
from workleaf.worksheet.texts import (
    Block,
    Break,
    Bullets,
    Code,
    Emphasis,
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
    plain,
)


class World(Protocol):
    """What a text may refer to."""

    @property
    def report(self) -> Report:
        """Where problems go."""

    def slot(self, expression: str, text: Scalar, offset: int) -> Slot | None:
        """The answer that `${expression}` puts in; `offset` is where the expression starts."""

    def target(self, name: str, span: Span) -> Target | None:
        """The worksheet or page of this name; a problem and `None` where there is none."""


# Fences, rules and code by indentation have no place in a worksheet; pictures and raw HTML get a
# message.
_MARKDOWN: Final = MarkdownIt("commonmark", {"html": False}).disable(
    ["code", "fence", "hr", "html_block", "html_inline", "lheading", "reference", "image"]
)
# Any address may pass here: `_link` decides, with a message.
_MARKDOWN.validateLink = lambda url: True  # type: ignore[method-assign]
# Signs that only extensions know, such as braces, are words like all others.
_MARKDOWN.inline.terminator_re = re.compile(r"[\n\\`*_\[\]<&]")

# Without any of these a text is words and nothing else, which most are: no need to parse it. The
# second asks for more: a block also knows signs at the start of a line.
_SIGNS = re.compile(r"[\\`*_\[\]<&!${}\x00\n]")
_BLOCK = re.compile(r"\s*(?:[#>+-]|\d)")
_SLOT = re.compile(r"\$\{([^{}]*)\}")
_UNFOUND: Final = 20
"""Links that stand elsewhere than they say, after which nobody looks where the next one stands."""
_COSTLY: Final = "[]*_`<&\\"
_MOST_SIGNS: Final = 2000
"""Signs of Markdown in one text; some take the square of their number to read."""
_WITHOUT: Final = str.maketrans(_COSTLY, " " * len(_COSTLY))
_STANDIN = re.compile("\x01(\\d+)\x02")
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?/?>|<!--")
_BRACES = re.compile(r"\{\{([^{}\n]*)\}\}|\{%[^%\n]*%\}")
_ADDRESS = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")


def line(text: Scalar, world: World) -> Line:
    """Inline Markdown: a title, a label, the words of a choice."""
    if not _SIGNS.search(text.value):
        return _plain(text.value)
    return _Reading(text, world).line()


def prose(text: Scalar, world: World) -> Prose:
    """Block Markdown: an intro, a hint, a note."""
    value = text.value.rstrip("\n")
    if not _SIGNS.search(value) and not _BLOCK.match(value):
        return (Paragraph(_plain(value)),) if value.strip() else ()
    return _Reading(text, world).prose()


def words(text: Scalar) -> str:
    """The plain words of a text; nothing in it is checked and answers in it are `…`."""
    if not _SIGNS.search(text.value):
        return " ".join(text.value.split())
    return plain(_Reading(text, _Nowhere()).line())


def _plain(value: str) -> Line:
    return (Plain(value.strip()),) if value.strip() else ()


class _Nowhere:
    """A world in which nothing is known and nobody complains."""

    @property
    def report(self) -> Report:
        return Report()

    def slot(self, expression: str, text: Scalar, offset: int) -> Slot | None:
        return Slot(tree=None, optional=False, name="")

    def target(self, name: str, span: Span) -> Target | None:
        return None


class _Reading:
    """One text being read."""

    def __init__(self, text: Scalar, world: World) -> None:
        self.text, self.world = text, world
        self.slots: list[Slot | None] = []
        self.searched = 0
        self.unfound = 0
        self.value = _SLOT.sub(self._stand_in, self._tame(self._warn()))

    def line(self) -> Line:
        """All of it as one line."""
        tokens = _MARKDOWN.parseInline(" ".join(self.value.split("\n")).strip())
        return tuple(_joined(self._inlines(tokens[0].children or [])))

    def prose(self) -> Prose:
        """All of it as blocks."""
        return self._blocks(_MARKDOWN.parse(self.value))

    def _stand_in(self, found: re.Match[str]) -> str:
        # Control characters never come out of a file, so they can stand in for slots meanwhile.
        lead = len(found[1]) - len(found[1].lstrip())
        self.slots.append(self.world.slot(found[1].strip(), self.text, found.start(1) + lead))
        return f"\x01{len(self.slots) - 1}\x02"

    def _tame(self, value: str) -> str:
        """Without the signs of Markdown where there are so many that reading them takes long."""
        if sum(map(value.count, _COSTLY)) <= _MOST_SIGNS:
            return value
        self.world.report.add("text-signs", self.text.span, most=_MOST_SIGNS)
        return value.translate(_WITHOUT)

    def _warn(self) -> str:
        """Note what does not go into a text; the text with spaces for its pictures."""
        value, report = self.text.value, self.world.report
        pieces, after = [], 0
        for start, end in _pictures(value):
            report.add("image", self.text.at(start, end - start))
            pieces += [value[after:start], " " * (end - start)]
            after = end
        bare = "".join((*pieces, value[after:]))
        for found in _TAG.finditer(bare):
            report.add("raw-html", self.text.at(found.start(), len(found[0])), tag=found[0][:20])
        for found in _BRACES.finditer(value):
            inside = (found[1] or "").strip() or "name"
            report.add(
                "braces", self.text.at(found.start(), len(found[0])), found=found[0], inside=inside
            )
        for start in (each.start() for each in re.finditer(r"\$\{", value)):
            if report.is_full(self.text.source.file):
                break
            if not _SLOT.match(value, start):
                report.add("slot-open", self.text.at(start, 2))
        return bare

    def _blocks(self, tokens: Sequence[Token]) -> Prose:
        found: list[Block] = []
        at = 0
        while at < len(tokens):
            token, stop = tokens[at], _closing(tokens, at)
            inside = tokens[at + 1 : stop]
            match token.type:
                case "paragraph_open":
                    found.append(Paragraph(self._inline(inside)))
                case "heading_open":
                    found.append(Heading(self._inline(inside)))
                case "bullet_list_open" | "ordered_list_open":
                    found.append(Bullets(self._items(inside), token.type == "ordered_list_open"))
                case "blockquote_open":
                    found.append(Quote(self._blocks(inside)))
                case other:
                    raise AssertionError(f"unexpected Markdown block: {other}")
            at = stop + 1
        return tuple(found)

    def _items(self, tokens: Sequence[Token]) -> tuple[Prose, ...]:
        found, at = [], 0
        while at < len(tokens):
            stop = _closing(tokens, at)
            found.append(self._blocks(tokens[at + 1 : stop]))
            at = stop + 1
        return tuple(found)

    def _inline(self, tokens: Sequence[Token]) -> Line:
        children = tokens[0].children if tokens else None
        return tuple(_joined(self._inlines(children or [])))

    def _inlines(self, tokens: Sequence[Token]) -> Iterator[Inline]:
        at = 0
        while at < len(tokens):
            token, stop = tokens[at], _closing(tokens, at)
            match token.type:
                case "text" | "text_special":
                    yield from self._words(token.content)
                case "softbreak":
                    yield Plain(" ")
                case "hardbreak":
                    yield Break()
                case "code_inline":
                    yield Code(self._unslotted(token.content))
                case "strong_open":
                    yield Strong(tuple(_joined(self._inlines(tokens[at + 1 : stop]))))
                case "em_open":
                    yield Emphasis(tuple(_joined(self._inlines(tokens[at + 1 : stop]))))
                case "link_open":
                    yield from self._link(token, tokens[at + 1 : stop])
                case other:
                    raise AssertionError(f"unexpected inline Markdown: {other}")
            at = stop + 1

    def _words(self, content: str) -> Iterator[Inline]:
        after = 0
        for found in _STANDIN.finditer(content):
            if found.start() > after:
                yield Plain(content[after : found.start()])
            slot = self.slots[int(found[1])]
            if slot:
                yield slot
            after = found.end()
        if after < len(content):
            yield Plain(content[after:])

    def _unslotted(self, content: str) -> str:
        if _STANDIN.search(content):
            self.world.report.add("slot-in-code", self.text.span)
        return _STANDIN.sub("", content)

    def _link(self, token: Token, inside: Sequence[Token]) -> Iterator[Inline]:
        parts = tuple(_joined(self._inlines(inside)))
        address = str(token.attrs.get("href", ""))
        target = self._target(address)
        if target:
            yield Link(target, parts)
        else:
            yield from parts

    def _target(self, address: str) -> Target | None:
        found = -1
        if self.unfound < _UNFOUND:
            found = self.text.value.find(f"]({address}", self.searched)
            self.unfound += found < 0
        span = self.text.at(found + 2, len(address)) if found >= 0 else self.text.span
        self.searched = max(found, self.searched)
        scheme = _ADDRESS.match(address)
        if _STANDIN.search(address) or "%01" in address:
            self.world.report.add("slot-in-link", span)
        elif scheme and scheme[1].lower() in ("https", "mailto", "tel"):
            return Target(kind="address", name=address)
        elif scheme and scheme[1].lower() == "http":
            self.world.report.add("link-not-secure", span, address=address)
        elif scheme or address.startswith("//"):
            self.world.report.add("link-scheme", span, address=address[:40])
        elif not address:
            self.world.report.add("link-empty", self.text.span)
        else:
            return self.world.target(address, span)
        return None


def _pictures(value: str) -> Iterator[tuple[int, int]]:
    """Where pictures stand. In one go: `![![![…` is as long as somebody likes."""
    after = 0
    for found in re.finditer(r"\]\(", value):
        start = value.rfind("![", after, found.start()) if found.start() > after else -1
        end = value.find(")", found.end()) + 1
        if not end:
            return
        if start >= 0:
            yield start, end
        after = end if start >= 0 else found.end()


def _closing(tokens: Sequence[Token], at: int) -> int:
    """Where what opens at `at` closes; `at` itself where it is one token."""
    depth = 0
    for index in range(at, len(tokens)):
        depth += tokens[index].nesting
        if depth <= 0:
            return index
    return len(tokens) - 1


def _joined(parts: Iterator[Inline]) -> Iterator[Inline]:
    """Neighbouring plain words become one."""
    words = ""
    for part in parts:
        if isinstance(part, Plain):
            words += part.text
            continue
        if words:
            yield Plain(words)
            words = ""
        yield part
    if words:
        yield Plain(words)
