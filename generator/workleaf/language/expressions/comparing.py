"""Comparisons: what may stand on the two sides of `is`, `includes`, `<` and their like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from workleaf.catalogue import SORTS
from workleaf.frozen import replace
from workleaf.language.expressions import guesses
from workleaf.language.expressions.meaning import UNKNOWN, Meaning, condition
from workleaf.language.expressions.nodes import Binary, Node, Number, Path, Words
from workleaf.problems import Suggestion
from workleaf.worksheet.conditions import choice, is_date, is_time

if TYPE_CHECKING:
    from workleaf.language.expressions.checking import Checker

_ORDERED: Final = ("number", "date", "time")
_ORDERING: Final = ("<", "<=", ">", ">=")
_WHOLE: Final = re.compile(r"-?\d+$")


def compare(checker: Checker, node: Binary) -> Meaning:
    """The comparison `node`."""
    if (meant := guesses.empty(node)) and str(node.right) not in checker.scope.items:
        checker.faults.append(meant)
        return UNKNOWN
    left = checker.value(node.left)
    bare = _bare_choice(checker, node.right, left)
    if bare:
        return checker.wrong("condition-choice-unquoted", node.right, choice=bare)
    right = checker.value(node.right)
    if left.unknown or right.unknown:
        return UNKNOWN
    match node.operator:
        case "is" | "is not":
            return _same(checker, node, left, right)
        case "includes" | "excludes":
            return _included(checker, node, left, right)
        case _:
            return _ordered(checker, node, left, right)


def _bare_choice(checker: Checker, side: Node, answer: Meaning) -> str:
    """A choice without its quotes; empty where it is none."""
    name = str(side) if isinstance(side, Path) else ""
    known = answer.item.choices if answer.item else {}
    return name if name in known and name not in checker.scope.items else ""


def _same(checker: Checker, node: Binary, left: Meaning, right: Meaning) -> Meaning:
    for side, meaning in ((node.left, left), (node.right, right)):
        if meaning.shape == "condition":
            return checker.wrong("condition-compared", node)
        if meaning.shape != "one":
            return _several(checker, side, node, meaning)
    if left.item is None and right.item is not None:
        left, right, sides = right, left, (node.right, node.left)
    else:
        sides = (node.left, node.right)
    if left.item is None and left.literal is not None and right.literal is not None:
        return checker.wrong("condition-no-question", node)
    fitting = fit(checker, sides[1], left, right)
    if fitting is None or _beyond(checker, sides[1], left):
        return UNKNOWN
    return condition((node.operator, left.tree, fitting.tree))


def _beyond(checker: Checker, side: Node, answer: Meaning) -> bool:
    """A number that a scale does not have."""
    item = answer.item
    if not isinstance(side, Number) or not item or not item.ends or not item.bounded:
        return False
    low, high = item.ends
    if low <= side.value <= high:
        return False
    blanks = {"low": f"{low:g}", "high": f"{high:g}", "found": f"{side.value:g}"}
    checker.wrong("condition-beyond", side, path=answer.written, **blanks)
    return True


def _several(checker: Checker, side: Node, node: Binary, meaning: Meaning) -> Meaning:
    """An answer of many parts beside `is` or `<`."""
    path = meaning.written
    if meaning.shape != "list":
        return checker.wrong("condition-name-one", side, path=path, example=_example(meaning))
    if node.operator in _ORDERING:
        return checker.several_numbers(side, meaning)
    other = node.right if side is node.left else node.left
    value = _written(other)
    if meaning.item and meaning.item.kind == "order":
        wanted = f"{path}[1] {node.operator} {value}"
        return checker.wrong("condition-is-ranking", side, path=path, wanted=wanted)
    wanted = "excludes" if node.operator == "is not" else "includes"
    return checker.wrong("condition-is-several", side, path=path, wanted=f"{path} {wanted} {value}")


def _written(node: Node) -> str:
    """A short value as it was written."""
    match node:
        case Words(bare=True) | Path():
            return node.value if isinstance(node, Words) else str(node)
        case Words(value=value):
            return f'"{value}"'
        case Number(value=value):
            return f"{value:g}"
        case _:
            return "…"


def _example(meaning: Meaning) -> str:
    """One answer of those in rows or parts."""
    item = meaning.item
    row = next(iter(meaning.rows), "…")
    if item and item.kind in ("rows", "entries"):
        return f"last({meaning.written}.{next(iter(item.columns), '…')})"
    if item and item.kind == "cells":
        return f"{meaning.written}.{row}.{next(iter(item.columns), '…')}"
    first, _, column = meaning.written.rpartition(".")
    return f"{first}.{row}.{column}" if meaning.column else f"{meaning.written}.{row}"


def _included(checker: Checker, node: Binary, left: Meaning, right: Meaning) -> Meaning:
    if left.shape == "one" and left.item is not None:
        operator = "is not" if node.operator == "excludes" else "is"
        wanted = f"{left.written} {operator} {_written(node.right)}"
        return checker.wrong("condition-includes-one", node, path=left.written, wanted=wanted)
    if left.shape in ("record", "rows"):
        return _several(checker, node.left, node, left)
    if left.shape != "list":
        return checker.wrong("condition-includes", node.left, operator=node.operator)
    if right.shape != "one":
        return checker.wrong("condition-one-value", node.right)
    fitting = fit(checker, node.right, replace(left, shape="one"), right)
    return UNKNOWN if fitting is None else condition((node.operator, left.tree, fitting.tree))


def _ordered(checker: Checker, node: Binary, left: Meaning, right: Meaning) -> Meaning:
    for side, meaning in ((node.left, left), (node.right, right)):
        if meaning.shape == "condition":
            return checker.wrong("condition-compared", node)
        if meaning.shape != "one":
            return _several(checker, side, node, meaning)
    left, right = _dated(left, right), _dated(right, left)
    if left.is_number and right.is_number:
        if _beyond(checker, node.right, left) or _beyond(checker, node.left, right):
            return UNKNOWN
        return condition((node.operator, left.as_number(), right.as_number()))
    for side, meaning, other in ((node.left, left, right), (node.right, right, left)):
        if meaning.literal is not None and meaning.sort == "text":
            return _odd_words(checker, side, meaning, other)
        if meaning.sort not in _ORDERED:
            return checker.wrong("condition-not-ordered", side, found=meaning.sort_words)
    if left.sort != right.sort:
        return checker.wrong("condition-sorts", node, left=left.sort_words, right=right.sort_words)
    return condition((node.operator, left.tree, right.tree))


def _dated(meaning: Meaning, other: Meaning) -> Meaning:
    """A fixed date or time beside a question for one."""
    words = meaning.literal or ""
    if (other.sort == "date" and is_date(words)) or (other.sort == "time" and is_time(words)):
        return replace(meaning, sort=other.sort)
    return meaning


def _odd_words(checker: Checker, side: Node, meaning: Meaning, other: Meaning) -> Meaning:
    """Fixed words that are not what the other side is."""
    words = meaning.literal or ""
    match other.sort:
        case "date":
            return checker.wrong("condition-date", side, text=words)
        case "time":
            return checker.wrong("condition-time", side, text=words)
        case "number" if _WHOLE.match(words):
            return checker.wrong("condition-quoted-number", side, text=words)
        case "number":
            return checker.wrong("condition-sorts", side, left=SORTS["number"], right=SORTS["text"])
        case _:
            return checker.wrong("condition-not-ordered", side, found=SORTS["text"])


def fit(checker: Checker, side: Node, answer: Meaning, value: Meaning) -> Meaning | None:
    """`value` as something that `answer` can be; None, and a fault, where it never can."""
    choices = answer.item.choices if answer.item else {}
    if isinstance(side, (Words, Number)):
        return _fit_fixed(checker, side, answer, value)
    both = {answer.sort, value.sort}
    others = value.item.choices if value.item else {}
    if both == {"choice"} and choices and others and not choices.keys() & others.keys():
        blanks = {"first": answer.written, "second": value.written}
        checker.wrong("condition-no-common", side, choices=", ".join(choices), **blanks)
        return None
    if len(both) == 1 or "any" in both or (both == {"number", "choice"} and choices):
        return value
    checker.wrong("condition-sorts", side, left=answer.sort_words, right=value.sort_words)
    return None


def _fit_fixed(
    checker: Checker, side: Words | Number, answer: Meaning, value: Meaning
) -> Meaning | None:
    choices = answer.item.choices if answer.item else {}
    words = side.value if isinstance(side, Words) else f"{side.value:g}"
    if words in choices:
        return replace(value, tree=_fixed(words))
    listed = _listed(answer)
    quoted = answer.sort == "number" and not listed and _WHOLE.match(words)
    if (
        choices
        and not (quoted and isinstance(side, Words))
        and (answer.sort == "choice" or isinstance(side, Words) or listed)
    ):
        code = "unknown-choice"
        blanks = {"near": Suggestion(words, choices), "choices": ", ".join(choices)}
        checker.wrong(code, side, choice=words, id=answer.written, **blanks)
        return None
    dated = _dated(value, answer)
    if dated.sort == answer.sort or answer.sort in ("any", "choice"):
        return dated
    if isinstance(side, Words):
        _odd_words(checker, side, value, answer)
    else:
        checker.wrong("condition-sorts", side, left=answer.sort_words, right=SORTS["number"])
    return None


def _listed(answer: Meaning) -> bool:
    """Its numbers are choices with words, not a range."""
    choices = answer.item.choices if answer.item else {}
    return any(_WHOLE.match(each) for each in choices)


def _fixed(words: str) -> float | tuple[str, str]:
    """A choice's value as it stands in a tree."""
    value = choice(words)
    return value if isinstance(value, float) else ("s", value)
