"""The functions of the notation: what each takes and gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from workleaf.language.expressions.comparing import fit
from workleaf.language.expressions.meaning import (
    UNKNOWN,
    Meaning,
    condition,
    number,
    without_exclusive,
)
from workleaf.language.expressions.nodes import Call, Node, Number, Words
from workleaf.problems import Suggestion
from workleaf.worksheet.texts import Tree

if TYPE_CHECKING:
    from workleaf.language.expressions.checking import Checker

_Call: TypeAlias = "Callable[[Checker, Call, bool], Meaning]"
_MOST_DIGITS: Final = 10


def _answered(checker: Checker, call: Call, text: bool) -> Meaning:
    values = checker.values(call.values)
    for node, meaning in zip(call.values, values, strict=True):
        if meaning.literal is not None or isinstance(node, Number):
            return checker.wrong("condition-no-question", node)
    return condition(("answered", *(meaning.tree for meaning in values)))


def _over_numbers(checker: Checker, call: Call, text: bool) -> Meaning:
    """`sum`, `mean`, `min`, `max`."""
    return number((call.name, *(checker.numbers(node).as_number() for node in call.values)))


def _count(checker: Checker, call: Call, text: bool) -> Meaning:
    several = checker.value(call.values[0])
    if several.unknown:
        return UNKNOWN
    if several.shape in ("one", "condition") and several.sort != "text":
        return checker.wrong("condition-count-one", call.values[0], found=several.sort_words)
    if len(call.values) == 1:
        return number(("count", without_exclusive(several)))
    wanted = checker.value(call.values[1])
    if wanted.unknown:
        return UNKNOWN
    if several.shape not in ("list", "record") or wanted.shape != "one":
        return checker.wrong("condition-count-of", call, path=several.written)
    fitting = fit(checker, call.values[1], replace(several, shape="one"), wanted)
    return number(("count_of", several.tree, fitting.tree)) if fitting else UNKNOWN


def _round(checker: Checker, call: Call, text: bool) -> Meaning:
    tree = checker.number(call.values[0])
    if len(call.values) == 1:
        return number(("round", tree))
    digits = _whole(checker, call.values[1], 0, _MOST_DIGITS)
    return number(("round", tree, digits))


def _whole(checker: Checker, node: Node, least: int, most: int) -> Tree:
    """A fixed whole number."""
    if isinstance(node, Number) and node.value.is_integer() and least <= node.value <= most:
        return int(node.value)
    return checker.wrong("condition-whole", node, least=str(least), most=str(most)).tree


def _first(checker: Checker, call: Call, text: bool) -> Meaning:
    values = checker.values(call.values, text=text)
    return _alike(checker, call, values, call.values, ("first",), text=text)


def _if(checker: Checker, call: Call, text: bool) -> Meaning:
    tree = checker.condition(call.values[0])
    values = checker.values(call.values[1:], text=text)
    return _alike(checker, call, values, call.values[1:], ("if", tree), text=text)


def _alike(
    checker: Checker,
    call: Call,
    values: list[Meaning],
    nodes: tuple[Node, ...],
    start: tuple[Tree, ...],
    *,
    text: bool,
) -> Meaning:
    """One of several values of the same sort; inside a text, anything that reads as words."""
    if any(meaning.unknown for meaning in values):
        return UNKNOWN
    first = next((each for each in values if each.item), values[0])
    for node, meaning in zip(nodes, values, strict=True):
        if meaning.shape != first.shape and {meaning.shape, first.shape} != {"one", "list"}:
            return checker.wrong("condition-alike", node, name=call.name)
        if meaning.sort != first.sort and not (text or _mixes(meaning, first)):
            return checker.wrong("condition-alike", node, name=call.name)
    return replace(first, tree=(*start, *(meaning.tree for meaning in values)), literal=None)


def _mixes(one: Meaning, other: Meaning) -> bool:
    """Words may stand in for a choice, a date or a text; never for a number."""
    return "number" not in (one.sort, other.sort)


def _last(checker: Checker, call: Call, text: bool) -> Meaning:
    series = checker.value(call.values[0], text=text)
    if series.unknown:
        return UNKNOWN
    if series.shape != "list":
        return checker.wrong("condition-series", call.values[0], name=call.name)
    if len(call.values) == 1:
        return replace(series, shape="one", tree=("last", series.tree))
    newest = _whole(checker, call.values[1], 1, 999)
    written = f"last({series.written}, {newest})"
    return replace(series, tree=("last", series.tree, newest), written=written)


def _trend(checker: Checker, call: Call, text: bool) -> Meaning:
    series = checker.numbers(call.values[0])
    newest = _whole(checker, call.values[1], 2, 999)
    if series.shape not in ("list", "unknown"):
        return checker.wrong("condition-series", call.values[0], name=call.name)
    return number(("trend", series.as_number(), newest))


def _gap(checker: Checker, call: Call, text: bool) -> Meaning:
    left, right = (checker.numbers(node) for node in call.values)
    if not (left.unknown or right.unknown) and left.shape != right.shape:
        return checker.wrong("condition-gap", call)
    return number(("gap", left.as_number(), right.as_number()))


def _days_between(checker: Checker, call: Call, text: bool) -> Meaning:
    trees: list[Tree] = []
    for node in call.values:
        meaning = checker.value(node)
        day = Meaning(shape="one", sort="date", tree=None)
        if meaning.literal is not None:
            fitting = fit(checker, node, day, meaning)
            trees.append(fitting.tree if fitting else None)
        elif meaning.unknown or (meaning.shape == "one" and meaning.sort == "date"):
            trees.append(meaning.tree)
        else:
            checker.wrong("condition-no-date", node, found=meaning.sort_words)
    return number(("days_between", *trees))


def _has_words(checker: Checker, call: Call, text: bool) -> Meaning:
    meaning = checker.value(call.values[0])
    name = call.values[1]
    if not isinstance(name, Words) or name.bare:
        return checker.wrong("condition-tip-name", name)
    tip = checker.scope.tips.get(name.value)
    if tip is None:
        blanks = {"near": Suggestion(name.value, checker.scope.tips)}
        known = ", ".join(checker.scope.tips) or "none yet"
        return checker.wrong("condition-tip", name, name=name.value, known=known, **blanks)
    if not tip.words:
        return checker.wrong("condition-tip-empty", name, name=name.value)
    if meaning.shape == "condition" or meaning.literal is not None or meaning.sort == "number":
        return checker.wrong("condition-no-text", call.values[0], found=meaning.sort_words)
    return condition(("has_words", meaning.tree, tip.words, tip.after, tip.more_than))


CALLS: Final[Mapping[str, _Call]] = {
    "answered": _answered,
    "sum": _over_numbers,
    "mean": _over_numbers,
    "min": _over_numbers,
    "max": _over_numbers,
    "count": _count,
    "round": _round,
    "first": _first,
    "last": _last,
    "if": _if,
    "days_between": _days_between,
    "trend": _trend,
    "gap": _gap,
    "has_words": _has_words,
}
"""What checks each function of `FUNCTIONS`."""
