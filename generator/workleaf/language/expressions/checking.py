"""Every rule about what may be compared, added and counted; the tree falls out on the way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workleaf.language.expressions.calls import CALLS
from workleaf.language.expressions.comparing import compare
from workleaf.language.expressions.faults import ExpressionProblems, Fault, fault
from workleaf.language.expressions.finding import find
from workleaf.language.expressions.meaning import (
    UNKNOWN,
    Meaning,
    answer,
    condition,
    in_words,
    number,
)
from workleaf.language.expressions.nodes import Binary, Call, Node, Number, Path, Unary, Words
from workleaf.language.expressions.scope import Scope
from workleaf.worksheet.texts import Tree

_ARITHMETIC: Final = ("+", "-", "*", "/")
_LOGIC: Final = ("and", "or")


class Checker:
    """Checks one expression; what is wrong with it gathers in `faults`."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.faults: list[Fault] = []

    def wrong(self, code: str, node: Node, **blanks: object) -> Meaning:
        """Notes a fault; its place serves as an unknown value."""
        self.faults.append(fault(code, node.at, **blanks))
        return UNKNOWN

    def condition(self, node: Node) -> Tree:
        """`node` where yes or no is needed."""
        meaning = self.value(node)
        if meaning.unknown or meaning.shape == "condition":
            return meaning.tree
        if meaning.yes_or_no:
            return "is", meaning.tree, ("s", "yes")
        if isinstance(node, Number) or meaning.literal is not None:
            alone = f"{node.value:g}" if isinstance(node, Number) else f'"{meaning.literal}"'
            return self.wrong("condition-alone", node, text=alone).tree
        return self.wrong("condition-not-yes-no", node, found=meaning.sort_words).tree

    def number(self, node: Node) -> Tree:
        """`node` where one number is needed."""
        meaning = self.value(node)
        if meaning.unknown:
            return None
        if meaning.shape == "one" and meaning.is_number:
            return meaning.as_number()
        return self._no_number(node, meaning).tree

    def numbers(self, node: Node) -> Meaning:
        """`node` where one number or several are needed; its tree is not yet worth points."""
        meaning = self.value(node)
        if meaning.unknown or (meaning.is_number and meaning.shape != "condition"):
            return meaning
        return self._no_number(node, meaning)

    def _no_number(self, node: Node, meaning: Meaning) -> Meaning:
        """Why `node` is no number, and where one is in it."""
        item = meaning.item
        if meaning.shape in ("record", "rows") and item:
            known = [name for name, column in item.columns.items() if column.numeric]
            if known:
                wanted = f"{meaning.written.partition('.')[0]}.{known[0]}"
                return self.wrong("condition-column", node, path=meaning.written, wanted=wanted)
        if meaning.shape == "list" and meaning.is_number:
            return self.several_numbers(node, meaning)
        return self.wrong("condition-not-number", node, found=meaning.sort_words)

    def several_numbers(self, node: Node, meaning: Meaning) -> Meaning:
        """A list where one value is needed."""
        known = ("sum", "mean", "max", "last") if meaning.is_number else ("count", "last")
        wanted = " or ".join(f"{name}({meaning.written})" for name in known)
        return self.wrong("condition-list-ordered", node, path=meaning.written, wanted=wanted)

    def in_text(self, node: Node) -> Meaning:
        """`node` inside a text: choices become their words."""
        meaning = self.value(node, text=True)
        if meaning.shape in ("one", "list", "unknown"):
            return meaning
        return self.wrong("condition-in-text", node, found=meaning.sort_words)

    def value(self, node: Node, *, text: bool = False) -> Meaning:
        """What `node` gives; `text` asks for words where it is a choice."""
        match node:
            case Number(value=value):
                return number(value)
            case Words(value=words):
                return Meaning(shape="one", sort="text", tree=("s", words), literal=words)
            case Path():
                return self._path(node, text=text)
            case Unary(operator="not", inside=inside):
                return condition(("not", self.condition(inside)))
            case Unary(inside=inside):
                return number(("neg", self.number(inside)))
            case Binary():
                return self._binary(node)
            case Call():
                return CALLS[node.name](self, node, text)

    def values(self, nodes: Sequence[Node], *, text: bool = False) -> list[Meaning]:
        """What each of `nodes` gives."""
        return [self.value(node, text=text) for node in nodes]

    def _path(self, node: Path, *, text: bool) -> Meaning:
        try:
            found = find(node, self.scope)
        except ExpressionProblems as problems:
            self.faults += problems.faults
            return UNKNOWN
        return in_words(found) if text else answer(found)

    def _binary(self, node: Binary) -> Meaning:
        operator = node.operator
        if operator in _LOGIC:
            left, right = self.condition(node.left), self.condition(node.right)
            return condition((operator, left, right))
        if operator in _ARITHMETIC:
            first, second = self.number(node.left), self.number(node.right)
            if operator == "/" and second == 0:
                return self.wrong("condition-by-zero", node.right)
            return number((operator, first, second))
        return compare(self, node)
