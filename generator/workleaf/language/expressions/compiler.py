"""Expressions checked against what their names stand for, and compiled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from workleaf.frozen import dataclass
from workleaf.language.expressions.checking import Checker
from workleaf.language.expressions.faults import ExpressionProblems, fault
from workleaf.language.expressions.finding import Found, Named, find, named
from workleaf.language.expressions.meaning import Meaning
from workleaf.language.expressions.measure import measured
from workleaf.language.expressions.nodes import Binary, Call, Node, Path, Unary
from workleaf.language.expressions.parser import parse, parse_optional
from workleaf.language.expressions.scope import Compiled, Item, Scope
from workleaf.language.expressions.wording import say
from workleaf.worksheet.conditions import DEEPEST, choice
from workleaf.worksheet.texts import Tree

MOST_PARTS: Final = 20_000
"""Parts of one tree, with the scores in it; each page carries it, and a browser works it out."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One number that a score counts."""

    tree: Tree
    path: str
    """As an author would write it: `trust.promises`; what `reverse` names."""
    words: str
    """The words of its question or row."""
    ends: tuple[float, float] | None
    """The smallest and the largest number it can be; `reverse` needs them."""
    elsewhere: frozenset[tuple[str, str]] = frozenset()
    """What it reads of other worksheets: worksheet and item."""


def compile_condition(text: str, scope: Scope, *, language: str = "en") -> Compiled:
    """A condition: yes, no or unknown. Raises `ExpressionProblems`."""
    node = parse(text)
    checker = Checker(scope)
    tree = checker.condition(node)
    elsewhere = _finish(checker, tree)
    return Compiled(
        tree=tree,
        reads=reads_of(node, scope),
        elsewhere=elsewhere,
        words=say(node, scope, language=language),
    )


def compile_branches(text: str, scope: Scope) -> tuple[Compiled, ...]:
    """What stands between the `or`s of a condition, in order. Raises `ExpressionProblems`."""
    found = []
    for node in _branches(parse(text)):
        checker = Checker(scope)
        tree = checker.condition(node)
        _finish(checker, tree)
        found.append(Compiled(tree=tree, reads=reads_of(node, scope)))
    return tuple(found)


def _branches(node: Node) -> Iterator[Node]:
    if isinstance(node, Binary) and node.operator == "or":
        yield from _branches(node.left)
        yield from _branches(node.right)
    else:
        yield node


def compile_number(text: str, scope: Scope) -> Compiled:
    """A formula: a number. Raises `ExpressionProblems`."""
    node = parse(text)
    checker = Checker(scope)
    tree = checker.number(node)
    elsewhere = _finish(checker, tree)
    return Compiled(tree=tree, reads=reads_of(node, scope), elsewhere=elsewhere)


def compile_text(text: str, scope: Scope) -> Compiled:
    """What stands between `${` and `}`: a text, a number or a list. Raises `ExpressionProblems`."""
    node, optional = parse_optional(text)
    checker = Checker(scope)
    meaning = checker.in_text(node)
    elsewhere = _finish(checker, meaning.tree)
    return Compiled(
        tree=meaning.tree,
        reads=reads_of(node, scope),
        elsewhere=elsewhere,
        optional=optional,
        name=next((found.name for found in _founds(node, scope)), text.strip()),
    )


def parts(text: str, scope: Scope) -> tuple[Part, ...]:
    """The numbers that `sum: text` counts, one a row of a grid. Raises `ExpressionProblems`."""
    node = parse(text)
    checker = Checker(scope)
    meaning = checker.numbers(node)
    elsewhere = _finish(checker, meaning.tree)
    if not isinstance(node, Path):
        own = Part(tree=_together(meaning), path=text.strip(), words=text.strip(), ends=None)
        return (replace(own, elsewhere=elsewhere),)
    found = find(node, scope)
    if found.shape == "record":
        return tuple(replace(each, elsewhere=elsewhere) for each in _row_parts(found, meaning))
    own = Part(
        tree=_together(meaning), path=found.written, words=found.name, ends=_ends(found.item)
    )
    return (replace(own, elsewhere=elsewhere),)


def _row_parts(found: Found, meaning: Meaning) -> Iterator[Part]:
    for row, words in found.rows.items():
        one = replace(meaning, shape="one", tree=("get", found.tree, row))
        path = f"{found.written}.{row}"
        yield Part(tree=one.as_number(), path=path, words=words, ends=_ends(found.item))


def _together(meaning: Meaning) -> Tree:
    """One number: several are added up."""
    tree = meaning.as_number()
    return tree if meaning.shape == "one" else ("sum", tree)


def _ends(item: Item) -> tuple[float, float] | None:
    if item.ends:
        return item.ends
    worth = [*item.points.values()]
    worth = worth or [value for each in item.choices if isinstance(value := choice(each), float)]
    return (min(worth), max(worth)) if worth else None


def names(text: str, scope: Scope) -> tuple[Named, ...]:
    """What an expression names, also before scores are compiled; nothing where it is faulty."""
    try:
        node = parse_optional(text)[0]
    except ExpressionProblems:
        return ()  # noted where the expression is compiled
    return tuple(found for path in _paths(node) if (found := named(path, scope)))


def reads_of(node: Node, scope: Scope) -> frozenset[str]:
    """What a parsed expression names; names that mean nothing are left out."""
    return frozenset(found.reads for found in _founds(node, scope))


def _finish(checker: Checker, tree: Tree) -> frozenset[tuple[str, str]]:
    """What a tree reads elsewhere, where nothing is wrong with it."""
    if checker.faults:
        raise ExpressionProblems(checker.faults)
    found = measured(tree, checker.scope.measures)
    if found.depth > DEEPEST or found.size > MOST_PARTS:
        raise ExpressionProblems([fault("condition-too-large", (0, 1))])
    return found.elsewhere


def _founds(node: Node, scope: Scope) -> Iterator[Found]:
    for path in _paths(node):
        try:
            yield find(path, scope)
        except ExpressionProblems:
            continue


def _paths(node: Node) -> Iterator[Path]:
    match node:
        case Path():
            yield node
        case Unary(inside=inside):
            yield from _paths(inside)
        case Binary(left=left, right=right):
            yield from _paths(left)
            yield from _paths(right)
        case Call(values=values):
            for value in values:
                yield from _paths(value)
        case _:
            return
