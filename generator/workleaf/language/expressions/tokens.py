"""The text of an expression, cut into tokens that know their place."""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

from workleaf.frozen import dataclass
from workleaf.language.expressions.faults import ExpressionError, Fault, fault
from workleaf.language.expressions.words import INSTEAD

Sort: TypeAlias = Literal["number", "words", "sign", "name", "end"]

_TOKEN: Final = re.compile(
    r"""(?P<day>\d{4}-\d{1,2}-\d{1,2}(?![\w-]))
    |(?P<clock>\d{1,2}:\d{2}(?![\w:]))
    |(?P<number>\d+(?:\.\d+)?(?![\w.]))
    |"(?P<words>[^"]*)"
    |(?P<wrong>===|<>|=<|=>|&&|\|\||[&|≤≥≠×÷]|=(?!=)|!(?!=))
    |(?P<sign>==|!=|<=|>=|[<>+*/(),.\[\]?]|-(?=[\s(]|$))
    |(?P<minus>-)(?=[\d.\w])
    |(?P<name>[^\W\d]\w*(?:-\w+)*)""",
    re.VERBOSE,
)
_KEY: Final = re.compile(r"(?P<name>\w+)")
"""After a full stop: rows may start with a digit."""
_ENDS_A_VALUE: Final = ("number", "words", "name")
_STANDS_BEFORE_A_VALUE: Final = frozenset({"and", "or", "not", "is", "includes", "excludes"})
_BARE: Final = {"day": "condition-bare-day", "clock": "condition-bare-clock"}
LONGEST: Final = 2000
"""Characters; no honest condition comes near."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Token:
    """One sign, name, number or text."""

    sort: Sort
    text: str
    offset: int

    @property
    def at(self) -> tuple[int, int]:
        """Offset and width, without quotes."""
        return self.offset, len(self.text)


def cut(text: str) -> tuple[Token, ...]:
    """All tokens, an end token last. Raises `ExpressionError`."""
    if len(text) > LONGEST:
        raise ExpressionError(fault("condition-too-long", (0, 1)))
    found: list[Token] = []
    here, end = 0, len(text.rstrip())
    while here < end:
        if text[here].isspace():
            here += 1
            continue
        key = _KEY.match(text, here) if found and found[-1].text == "." else None
        match = key or _TOKEN.match(text, here)
        if match is None:
            raise ExpressionError(_unreadable(text, here))
        found.append(_token(match, found))
        here = match.end()
    return (*found, Token(sort="end", text="", offset=end))


def _token(match: re.Match[str], before: list[Token]) -> Token:
    sort = match.lastgroup or "sign"
    text, offset = match[sort], match.start(sort)
    match sort:
        case "wrong":
            raise ExpressionError(
                fault("condition-instead", (offset, len(text)), found=text, instead=INSTEAD[text])
            )
        case "day" | "clock":
            whole = "".join(
                part.zfill(2) if part.isdigit() else part for part in re.split("([-:])", text)
            )
            raise ExpressionError(fault(_BARE[sort], (offset, len(text)), found=whole))
        case "minus" if before and _ends_a_value(before[-1]):
            raise ExpressionError(fault("condition-minus", (offset, 1)))
        case "number":
            return Token(sort="number", text=text, offset=offset)
        case "words":
            return Token(sort="words", text=text, offset=offset)
        case "name":
            return Token(sort="name", text=text, offset=offset)
        case _:
            return Token(sort="sign", text=text, offset=offset)


def _ends_a_value(token: Token) -> bool:
    if token.sort == "name":
        return token.text not in _STANDS_BEFORE_A_VALUE
    return token.sort in _ENDS_A_VALUE or token.text in (")", "]")


def _unreadable(text: str, here: int) -> Fault:
    sign = text[here]
    if sign == '"':
        return fault("condition-quote-open", (here, 1))
    if sign in "'‘’“”„«»`":
        return fault("condition-quotes", (here, 1), found=sign)
    if sign in "${}":
        return fault("condition-braces", (here, 1))
    if sign.isdigit():
        width = re.match(r"[\w.]*", text[here:], re.ASCII)
        found = width[0] if width and width[0] else sign
        return fault("condition-number", (here, len(found)), found=found)
    return fault("condition-sign", (here, 1), found=sign)
