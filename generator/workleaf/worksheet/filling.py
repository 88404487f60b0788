"""Answers inside texts: what a slot says, and what gives way around one that says nothing.

Where an answer's closing marks meet a mark of the text, one of the two goes: the text's full stop
before an answer that asks, calls out or trails off, else the answer's own.

The browser's twin is `generator/client/filling.ts`; `settle` and `phrase` mean the same there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, assert_never

from workleaf.strings import listed
from workleaf.worksheet.conditions import Read, Value, evaluate
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
)
from workleaf.worksheet.values import SPACES

_SOFT: Final = ",;:،؛、，；："
"""Marks inside a sentence; an answer has no need of one at its end."""
_STOPS: Final = ".۔。"
_LOUD: Final = "!?…؟！？"
_ENDS: Final = (*_STOPS, *_LOUD)
_MARKS: Final = f"{_SOFT}{_STOPS}{_LOUD}"
_QUOTES: Final = "\"'”’»"
_TOO_LARGE: Final = 1e21
_BEFORE_NOTHING: Final = re.compile(f"[{SPACES}]+$")
_AFTER_NOTHING: Final = re.compile(f"^[{SPACES}]+")


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A part of a paragraph: fixed words (a new line is `\\n`), or a slot."""

    text: str | None
    """None for a slot that is unanswered, an empty text for one that has nothing to say."""
    slot: bool = False
    optional: bool = False

    @property
    def silent(self) -> bool:
        """Leaves nothing, not even a blank."""
        return self.slot and (self.text == "" or (self.text is None and self.optional))


def fill_line(line: Line, read: Read, *, conjunction: str) -> Line:
    """`line` with answers in place; a slot that is unanswered and not optional stays."""
    filled, _ = _Filler(line, read, conjunction).done()
    return filled


def fill_prose(prose: Prose, read: Read, *, conjunction: str) -> Prose:
    """`prose` with answers in place; a paragraph of nothing but silent slots is left out."""
    return tuple(filled for block in prose for filled in _block(block, read, conjunction))


def phrase(value: Value, conjunction: str) -> str | None:
    """A value in a sentence: "a, b and c". None when it is unanswered, or nothing but marks."""
    if isinstance(value, (bool, dict)):
        return None
    if isinstance(value, float):
        return number_words(value)
    if isinstance(value, str):
        text = value.strip(SPACES)
        return text if _bare(text) or not text else None
    if value is None:
        return None
    said = [each for part in value if (each := phrase(part, conjunction))]
    *start, last = said or [""]
    return listed(conjunction, [*map(_bare, start), last])


def number_words(value: float) -> str:
    """A number without trailing zeros, at most six decimals."""
    if abs(value) >= _TOO_LARGE:
        return repr(value)
    exact = Decimal(value).quantize(Decimal("0.000001"), ROUND_HALF_UP)
    text = f"{exact:f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _bare(text: str) -> str:
    """Without the marks and spaces at its end."""
    return text.rstrip(f"{_MARKS}{SPACES}")


def settle(pieces: Sequence[Piece]) -> list[str | None]:
    """What each piece of a paragraph says: silent slots take a space along, doubled marks go."""
    texts = [piece.text for piece in pieces]
    for here, piece in enumerate(pieces):
        if piece.silent:
            _close(texts, pieces, here)
    for here, piece in enumerate(pieces):
        if piece.slot and texts[here]:
            _meet(texts, pieces, here)
    return texts


def is_gone(pieces: Sequence[Piece]) -> bool:
    """Nothing but silent slots is in the paragraph."""
    slots = [piece for piece in pieces if piece.slot]
    fixed = "".join(piece.text or "" for piece in pieces if not piece.slot)
    return bool(slots) and all(piece.silent for piece in slots) and not _has_word(fixed)


def _has_word(text: str) -> bool:
    return any(unicodedata.category(sign)[0] in "LN" for sign in text)


def _close(texts: list[str | None], pieces: Sequence[Piece], here: int) -> None:
    """Takes the silent slot at `here` out, with its full stop if it is a whole sentence, and
    with a space beside it."""
    texts[here] = ""
    before, after = _beside(texts, pieces, here)
    if _begins(texts, pieces, before) and _mark(texts, pieces, after) in _ENDS:
        _shorten(texts, after)
        before, after = _beside(texts, pieces, here)
    left = "\n" if before < 0 else (texts[before] or "_")[-1]
    right = "\n" if after == len(texts) else (texts[after] or "_")[0]
    if left == "\n" and _is_fixed(pieces, after):
        # Alone on its line: the line goes, and with it the space after the slot.
        texts[after] = _AFTER_NOTHING.sub("", texts[after] or "")
    elif _is_fixed(pieces, before) and (right in SPACES or right in _MARKS):
        texts[before] = _BEFORE_NOTHING.sub("", texts[before] or "")


def _beside(texts: Sequence[str | None], pieces: Sequence[Piece], here: int) -> tuple[int, int]:
    """What says something before and after a place; -1 and the length where nothing does."""
    before, after = here - 1, here + 1
    while before >= 0 and texts[before] == "":
        before -= 1
    while after < len(texts) and (texts[after] == "" or pieces[after].silent):
        after += 1
    return before, after


def _is_fixed(pieces: Sequence[Piece], at: int) -> bool:
    return 0 <= at < len(pieces) and not pieces[at].slot


def _begins(texts: Sequence[str | None], pieces: Sequence[Piece], before: int) -> bool:
    """What comes after `before` begins a sentence."""
    for here in range(before, -1, -1):
        text = texts[here] or ""
        kept = text.rstrip(SPACES)
        if not _is_fixed(pieces, here) and texts[here] != "":
            return False
        if kept or text.endswith("\n"):
            return text.endswith("\n") or kept.endswith(_ENDS)
    return True


def _mark(texts: Sequence[str | None], pieces: Sequence[Piece], at: int) -> str:
    """The mark that fixed words begin with; a space where they begin with another sign."""
    text = texts[at] if _is_fixed(pieces, at) else ""
    return text[0] if text and text[0] in _MARKS else " "


def _shorten(texts: list[str | None], at: int) -> None:
    texts[at] = (texts[at] or "")[1:]


def _meet(texts: list[str | None], pieces: Sequence[Piece], here: int) -> None:
    """An answer and the mark after it: one closing mark is enough."""
    after = next((n for n in range(here + 1, len(texts)) if texts[n] != ""), len(texts))
    mark = _mark(texts, pieces, after)
    if mark not in _MARKS:
        return
    text = texts[here] or ""
    said = text.rstrip(f"{_SOFT}{SPACES}")
    if mark in _STOPS and _is_closed(said) and (texts[after] or "")[1:2] != mark:
        texts[here] = said
        _shorten(texts, after)
    else:
        texts[here] = _bare(text) or text


def _is_closed(said: str) -> bool:
    """It needs no full stop: it asks, calls out, trails off, or ends inside quotation marks."""
    inner = said.rstrip(f"{_QUOTES}{SPACES}")
    return inner.endswith(_ENDS if inner != said else (*_LOUD, ".."))


class _Filler:
    """One line: its leaves become pieces, and the settled pieces become leaves again."""

    def __init__(self, line: Line, read: Read, conjunction: str) -> None:
        self._line = line
        self._pieces = [_piece(leaf, read, conjunction) for leaf in _leaves(line)]
        self._texts = iter(settle(self._pieces))

    def done(self) -> tuple[Line, bool]:
        """The filled line, and whether nothing of it is left."""
        return tuple(self._filled(self._line)), is_gone(self._pieces)

    def _filled(self, line: Line) -> Iterator[Inline]:
        for part in line:
            match part:
                case Strong(parts) | Emphasis(parts) | Link(_, parts) | Foreign(_, parts):
                    yield replace(part, parts=tuple(self._filled(parts)))
                case Slot():
                    yield from _answer(next(self._texts), part)
                case Break():
                    if next(self._texts):
                        yield part
                case Plain() | Code():
                    text = next(self._texts)
                    if text:
                        yield replace(part, text=text)
                case _:
                    assert_never(part)


def _leaves(line: Line) -> Iterator[Plain | Code | Break | Slot]:
    for part in line:
        match part:
            case Strong(parts) | Emphasis(parts) | Link(_, parts) | Foreign(_, parts):
                yield from _leaves(parts)
            case _:
                yield part


def _piece(leaf: Plain | Code | Break | Slot, read: Read, conjunction: str) -> Piece:
    match leaf:
        case Slot(tree=tree, optional=optional):
            said = phrase(evaluate(tree, read), conjunction)
            return Piece(text=said, slot=True, optional=optional)
        case Break():
            return Piece(text="\n")
        case Plain(text) | Code(text):
            return Piece(text=text)
        case _:
            assert_never(leaf)


def _answer(text: str | None, slot: Slot) -> Iterator[Inline]:
    """The words in the place of a slot; lines that the reader wrote stay lines."""
    if text is None:
        yield slot
        return
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n")):
        if number:
            yield Break()
        if line:
            yield Plain(line)


def _block(block: Block, read: Read, conjunction: str) -> Iterator[Block]:
    match block:
        case Paragraph(parts) | Heading(parts):
            filled, gone = _Filler(parts, read, conjunction).done()
            if not gone:
                yield replace(block, parts=filled)
        case Bullets(items=items):
            left = tuple(
                each for item in items if (each := fill_prose(item, read, conjunction=conjunction))
            )
            if left:
                yield replace(block, items=left)
        case Quote(blocks):
            inside = fill_prose(blocks, read, conjunction=conjunction)
            if inside:
                yield replace(block, blocks=inside)
        case _:
            assert_never(block)
