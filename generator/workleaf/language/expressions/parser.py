"""The grammar of conditions and formulas."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from workleaf.language.expressions import guesses
from workleaf.language.expressions.faults import ExpressionError, Fault, fault
from workleaf.language.expressions.nodes import Binary, Call, Key, Node, Number, Path, Unary, Words
from workleaf.language.expressions.tokens import Token, cut
from workleaf.language.expressions.words import (
    BINDING,
    COMPARISON,
    FUNCTIONS,
    MANY,
    NOT_BINDS,
    RESERVED,
)
from workleaf.problems import Suggestion

_MOST: Final = 60
"""Operators, brackets and functions in one expression; keeps every walk over it shallow."""
_AS: Final = {"==": "is", "!=": "is not"}


def parse(text: str) -> Node:
    """The expression that `text` says. Raises `ExpressionError`."""
    node, asked = parse_optional(text)
    if asked:
        at = len(text.rstrip()) - 1
        raise ExpressionError(fault("condition-unexpected", (at, 1), found="?"))
    return node


def parse_optional(text: str) -> tuple[Node, bool]:
    """The same for `${…}`, where a `?` may stand at the end. Raises `ExpressionError`."""
    found = _attempt(text)
    if isinstance(found, Fault):
        raise ExpressionError(found)
    return found


@lru_cache(maxsize=4096)  # each condition is read for its order, its circles and its tree
def _attempt(text: str) -> tuple[Node, bool] | Fault:
    try:
        return _Parser(text).whole()
    except ExpressionError as error:
        return error.fault


class _Parser:
    def __init__(self, text: str) -> None:
        self._tokens = cut(text)
        self._here = 0
        self._work = 0

    def whole(self) -> tuple[Node, bool]:
        if self._ended:
            raise ExpressionError(fault("condition-empty", (0, 1)))
        node = self._expression(0)
        asked = self._take("?")
        if not self._ended:
            raise self._unexpected(self._peek)
        return node, asked

    @property
    def _ended(self) -> bool:
        return self._peek.sort == "end"

    @property
    def _peek(self) -> Token:
        return self._tokens[self._here]

    def _next(self) -> Token:
        token = self._peek
        self._here = min(self._here + 1, len(self._tokens) - 1)
        return token

    def _is_sign(self, *signs: str) -> bool:
        return self._peek.sort == "sign" and self._peek.text in signs

    def _take(self, sign: str) -> bool:
        found = self._is_sign(sign)
        if found:
            self._next()
        return found

    def _expect(self, sign: str) -> None:
        if not self._take(sign):
            raise ExpressionError(
                fault("condition-expected", self._peek.at, expected=sign, before=self._before())
            )

    def _before(self) -> str:
        return "at the end" if self._ended else f"before '{self._peek.text}'"

    def _count(self, token: Token) -> None:
        self._work += 1
        if self._work > _MOST:
            raise ExpressionError(fault("condition-too-long", token.at))

    def _operator(self) -> tuple[str, int]:
        """The operator that comes next and how many tokens it is; nothing when there is none."""
        token = self._peek
        if token.sort not in ("sign", "name"):
            return "", 0
        following = self._tokens[min(self._here + 1, len(self._tokens) - 1)]
        if token.text == "is" and following.sort == "name" and following.text == "not":
            return "is not", 2
        name = _AS.get(token.text, token.text)
        return (name, 1) if name in BINDING else ("", 0)

    def _expression(self, floor: int) -> Node:
        left = self._unary()
        while True:
            operator, length = self._operator()
            if not operator or BINDING[operator] <= floor:
                return left
            token = self._peek
            self._count(token)
            self._here += length
            right = self._expression(BINDING[operator])
            left = Binary(
                operator=operator,
                left=left,
                right=right,
                offset=token.offset,
                width=len(token.text),
            )
            if BINDING[operator] == COMPARISON:
                self._no_second_comparison()

    def _no_second_comparison(self) -> None:
        operator, _ = self._operator()
        if operator and BINDING[operator] == COMPARISON:
            raise ExpressionError(fault("condition-join", self._peek.at))

    def _unary(self) -> Node:
        token = self._next()
        at = {"offset": token.offset, "width": max(1, len(token.text))}
        match token.sort, token.text:
            case "number", text:
                return Number(value=float(text), **at)
            case "words", text:
                return Words(value=text, offset=token.offset, width=len(text))
            case "name", "not":
                self._count(token)
                return Unary(operator="not", inside=self._expression(NOT_BINDS), **at)
            case "name", ("yes" | "true"):
                return Words(value="yes", bare=True, **at)
            case "name", ("no" | "false"):
                return Words(value="no", bare=True, **at)
            case "sign", "-":
                self._count(token)
                return Unary(operator="-", inside=self._unary(), **at)
            case "sign", "(":
                self._count(token)
                inside = self._expression(0)
                self._expect(")")
                return inside
            case "name", _:
                return self._call(token) if self._is_sign("(") else self._path(token)
            case _:
                raise self._unexpected(token)

    def _call(self, name: Token) -> Call:
        if name.text not in FUNCTIONS:
            raise ExpressionError(
                fault(
                    "condition-function",
                    name.at,
                    name=name.text,
                    near=Suggestion(name.text, FUNCTIONS),
                    known=", ".join(FUNCTIONS),
                )
            )
        self._count(name)
        self._next()
        values: list[Node] = []
        while not self._is_sign(")"):
            values.append(self._expression(0))
            if not self._is_sign(")"):
                self._expect_more()
        self._next()
        self._arity(name, len(values))
        return Call(name=name.text, values=tuple(values), offset=name.offset, width=len(name.text))

    def _expect_more(self) -> None:
        if not self._take(","):
            raise ExpressionError(fault("condition-list", self._peek.at, before=self._before()))

    def _arity(self, name: Token, count: int) -> None:
        least, most = FUNCTIONS[name.text]
        if least <= count <= most:
            return
        wanted = str(least) if least == most else f"{least} or {most}"
        wanted = f"{least} to {most}" if most == MANY else wanted
        noun = "value" if wanted == "1" else "values"
        raise ExpressionError(
            fault(
                "condition-values",
                name.at,
                name=name.text,
                wanted=f"{wanted} {noun}",
                found=str(count),
            )
        )

    def _path(self, first: Token) -> Path:
        if first.text in RESERVED - {"theirs"} or first.text in ("AND", "OR", "NOT", "IS"):
            raise self._unexpected(first)
        keys = [Key(name=first.text, offset=first.offset, width=len(first.text))]
        while self._is_sign(".", "["):
            keys.append(self._key(self._next()))
        end = keys[-1].offset + keys[-1].width
        return Path(keys=tuple(keys), offset=first.offset, width=end - first.offset)

    def _key(self, sign: Token) -> Key:
        token = self._next()
        if sign.text == "." and token.sort in ("name", "number"):
            return Key(name=token.text, offset=token.offset, width=len(token.text))
        if sign.text == "[" and token.sort == "number" and token.text.isdigit() and int(token.text):
            self._expect("]")
            return Key(name=int(token.text), offset=token.offset, width=len(token.text))
        raise ExpressionError(
            fault("condition-place" if sign.text == "[" else "condition-key", token.at)
        )

    def _unexpected(self, token: Token) -> ExpressionError:
        return ExpressionError(guesses.unexpected(self._tokens, self._tokens.index(token)))
