"""The answers that a text puts in, compared between a text and its translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, assert_never

from workleaf.language.expressions import ExpressionError, Node
from workleaf.language.expressions.nodes import Binary, Call, Number, Path, Unary, Words
from workleaf.language.expressions.parser import parse_optional

_SLOT: Final = re.compile(r"\$\{([^{}]*)\}")
_FREE: Final = {"first": (0, 99), "if": (1, 3)}
"""Functions and which of their values may be words that a translation changes: from, up to."""


@dataclass(frozen=True)
class Placeholder:
    """`${…}` in a text."""

    written: str
    shape: str
    """What it asks for, whatever words it says instead of an answer."""
    offset: int


def placeholders(text: str) -> Iterator[Placeholder]:
    """Those of a text, in order."""
    for found in _SLOT.finditer(text):
        yield Placeholder(found[0], _whole(found[1]), found.start())


def _whole(expression: str) -> str:
    try:
        node, optional = parse_optional(expression)
    except ExpressionError:
        return " ".join(expression.split())
    return _shape(node) + ("?" if optional else "")


def _shape(node: Node) -> str:
    match node:
        case Words(value=value):
            return f'"{value}"'
        case Number(value=value):
            return f"{value:g}"
        case Path():
            return str(node)
        case Unary(operator=operator, inside=inside):
            return f"{operator} ({_shape(inside)})"
        case Binary(operator=operator, left=left, right=right):
            return f"({_shape(left)} {operator} {_shape(right)})"
        case Call(name=name, values=values):
            first, last = _FREE.get(name, (0, 0))
            said = (
                '"…"' if isinstance(each, Words) and first <= at < last else _shape(each)
                for at, each in enumerate(values)
            )
            return f"{name}({', '.join(said)})"
        case _:
            assert_never(node)
