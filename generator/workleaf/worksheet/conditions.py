# ruff: noqa: E501 - the table of nodes reads best with one node a line
"""Conditions and formulas: a tree of JSON data and the one meaning it has, here and in the browser.

The browser's twin is `generator/client/conditions.ts`; a differential test holds them together.

**Values** (JSON): unanswered `None` · text and dates `str` · number `float` · one choice `str`
(a whole-number choice is a number) · several choices and rankings a list of them, in order ·
grid `{row: value}` with every row, unanswered ones `None` · grid with columns `{row: {column: value}}` ·
table a list of `{column: value}` with every column, blank rows left out · tracker the same with `date`,
oldest first · plan, signature `{part: text}`. "Not sure" is the text `not_sure`, an answer but no number.
A text of spaces, an empty list, and a number that is not finite are unanswered.

**Nodes**
| node | meaning |
|---|---|
| number, `true`, `false`, `None` | itself (None is unknown) |
| `["s", text]` | a text |
| `["v", id]` | an item's value; unanswered while the item is hidden. Inside `each`, the row's column first |
| `["w", worksheet, id]` · `["theirs", id]` | the same in another worksheet · in the other person's copy |
| `["get", x, key]` | a row of a grid, a part of a plan; a column of rows as a list, several choices in each row as one; of a grid with columns: the row, else the column as `{row: value}` |
| `["at", x, n]` | the n-th of a list, from 1 |
| `["each", x, tree]` | `tree` worked out in every row of x: a list, or `{row: …}` for a grid with columns |
| `["except", list, [values]]` | the list without these (exclusive choices) |
| `["points", x, [[value, points], …]]` | choices as the points they are worth, others as they stand |
| `["words", x, [[value, words], …]]` `["words", x, […], other]` | choices as their words; words that are empty leave nothing; `other` as that tree, once it is answered |
| `["and", a, b]` `["or", a, b]` `["not", a]` | three-valued |
| `["is", a, b]` `["is not", a, b]` `["<", a, b]` `["<=", …]` `[">", …]` `[">=", …]` | unknown when either is unanswered; different kinds are not the same; only numbers and ISO dates and times are ordered |
| `["includes", list, x]` `["excludes", list, x]` | unknown when the list is unanswered |
| `["+", a, b]` `["-", …]` `["*", …]` `["/", …]` `["neg", a]` | numbers; division by zero is unknown |
| `["answered", a, …]` | yes when any part of every one is; always known |
| `["sum", a, …]` `["mean", …]` | numbers inside, all else skipped; unknown until half of the parts are numbers |
| `["min", a, …]` `["max", …]` | numbers inside; unknown when there is none |
| `["tally", "sum" or "mean", needs, leaf, …]` | a score: unknown until `needs` leaves are numbers |
| `["count", x]` `["count_of", list, value]` | how many answers, "not sure" skipped; how often |
| `["round", a]` `["round", a, digits]` | half away from zero |
| `["first", a, …]` `["if", c, a, b]` | the first that is answered; a when c is yes, else b |
| `["last", list]` `["last", list, n]` `["trend", list, n]` | the newest; the newest n; the slope of the newest n; unknown with fewer |
| `["gap", a, b]` | the largest difference, row by row; unknown when no row has both |
| `["days_between", a, b]` | days from a to b; `2026-02-30` is no date |
| `["has_words", x, [words], [after], more_than]` | x holds these whole words, in any case, more often than `more_than`, later than any of `after` |

A tree deeper than `DEEPEST`, or one that is no node, is unknown: nothing here ever raises.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from workleaf.worksheet.series import (
    answered,
    count,
    count_of,
    gap,
    newest,
    rounded,
    sum_or_mean,
    tally,
    trend,
)
from workleaf.worksheet.values import (
    Value,
    as_day,
    choice,
    is_date,
    is_time,
    leaves,
    normal,
    number,
    numbers,
    same,
)
from workleaf.worksheet.wording import occurrences

__all__ = ["DEEPEST", "Read", "Value", "choice", "evaluate", "is_date", "is_time", "normal"]

Read: TypeAlias = Callable[[str], object]
"""What is answered: `id`, `w:worksheet/id`, `theirs:id` → value."""
DEEPEST: Final = 100
"""Levels of a tree that are worked out; the interpreter's stack is finite in both places."""


def evaluate(tree: object, read: Read) -> Value:
    """What `tree` gives for the answers that `read` hands out. Never raises."""
    return _value(_Node(tree=tree, read=read, depth=0))


@dataclass(frozen=True, kw_only=True)
class _Node:
    tree: object
    read: Read
    depth: int

    @property
    def size(self) -> int:
        return len(self.tree) if isinstance(self.tree, (tuple, list)) else 0

    def raw(self, n: int) -> object:
        return self.tree[n] if isinstance(self.tree, (tuple, list)) and n < self.size else None

    def value(self, n: int) -> Value:
        return _value(replace(self, tree=self.raw(n), depth=self.depth + 1))

    def rest(self, start: int = 1) -> list[Value]:
        return [self.value(n) for n in range(start, self.size)]

    def within(self, row: Mapping[str, object]) -> Value:
        """The second value, with a row's columns before the worksheet's items."""
        read = self.read
        inside = replace(self, read=lambda name: row[name] if name in row else read(name))
        return inside.value(2)


def _value(node: _Node) -> Value:
    tree = node.tree
    if isinstance(tree, bool):
        return tree
    if not isinstance(tree, (tuple, list)):
        return number(tree)
    name = node.raw(0)
    work = _WORK.get(name) if isinstance(name, str) and node.depth < DEEPEST else None
    return work(node) if work else None


def _words(node: _Node) -> Value:
    text = node.raw(1)
    return text if isinstance(text, str) else None


def _read(node: _Node) -> Value:
    match node.raw(0), node.raw(1), node.raw(2):
        case "v", str(name), _:
            return normal(node.read(name))
        case "w", str(worksheet), str(name):
            return normal(node.read(f"w:{worksheet}/{name}"))
        case "theirs", str(name), _:
            return normal(node.read(f"theirs:{name}"))
        case _:
            return None


def _get(node: _Node) -> Value:
    inside, key = node.value(1), node.raw(2)
    if not isinstance(key, str):
        return None
    if isinstance(inside, list):
        return normal(_joined(each.get(key) for each in inside if isinstance(each, dict)))
    if not isinstance(inside, dict):
        return None
    if key in inside:
        return normal(inside[key])
    return _by_row(inside, lambda row: row.get(key))


def _joined(values: Iterable[Value]) -> list[Value]:
    """The values one after the other; lists of choices become one list."""
    return [leaf for each in values for leaf in (each if isinstance(each, list) else [each])]


def _at(node: _Node) -> Value:
    inside, place = node.value(1), number(node.raw(2))
    if not isinstance(inside, list) or place is None or not place.is_integer():
        return None
    return normal(inside[int(place) - 1]) if 1 <= place <= len(inside) else None


def _each(node: _Node) -> Value:
    inside = node.value(1)
    if isinstance(inside, list):
        return normal([node.within(row) for row in inside if isinstance(row, dict)])
    if isinstance(inside, dict):
        return _by_row(inside, node.within)
    return None


def _by_row(rows: Mapping[str, Value], work: Callable[[dict[str, Value]], object]) -> Value:
    """`{row: …}`; a row without any answer keeps its place, because means count it."""
    return normal({key: work(row) if isinstance(row, dict) else None for key, row in rows.items()})


def _except(node: _Node) -> Value:
    inside, without = node.value(1), node.raw(2)
    if not isinstance(inside, list) or not isinstance(without, (tuple, list)):
        return inside
    return normal([each for each in inside if not any(same(each, value) for value in without)])


def _pairs(node: _Node) -> list[Sequence[object]]:
    pairs = node.raw(2)
    found = pairs if isinstance(pairs, (tuple, list)) else ()
    return [pair for pair in found if isinstance(pair, (tuple, list)) and len(pair) == 2]


def _exchanged(value: Value, pairs: Iterable[Sequence[object]], other: Value = None) -> Value:
    """Every choice inside as what the pairs say; words that are empty vanish from lists."""
    if isinstance(value, list):
        changed = [_exchanged(each, pairs, other) for each in value]
        return [each for each in changed if each not in ("", None)]
    if isinstance(value, dict):
        return {key: _exchanged(each, pairs, other) for key, each in value.items()}
    if value == "other" and other is not None:
        return other
    found = next((pair[1] for pair in pairs if same(value, pair[0])), value)
    return found if isinstance(found, str) else number(found)


def _points(node: _Node) -> Value:
    return _exchanged(node.value(1), _pairs(node))


def _as_words(node: _Node) -> Value:
    inside = node.value(1)
    return None if inside is None else _exchanged(inside, _pairs(node), node.value(3))


def _and(node: _Node) -> Value:
    left, right = node.value(1), node.value(2)
    if left is False or right is False:
        return False
    return True if left is True and right is True else None


def _or(node: _Node) -> Value:
    left, right = node.value(1), node.value(2)
    if left is True or right is True:
        return True
    return False if left is False and right is False else None


def _not(node: _Node) -> Value:
    inside = node.value(1)
    return not inside if isinstance(inside, bool) else None


def _is(node: _Node) -> Value:
    left, right = node.value(1), node.value(2)
    if left is None or right is None:
        return None
    if isinstance(left, (list, dict)) and isinstance(right, (list, dict)):
        return None
    return same(left, right) == (node.raw(0) == "is")


def _ordered(node: _Node) -> Value:
    left, right = node.value(1), node.value(2)
    first, second = number(left), number(right)
    compare = _COMPARE[str(node.raw(0))]
    if first is not None and second is not None:
        return compare((first > second) - (first < second))
    if (is_date(left) and is_date(right)) or (is_time(left) and is_time(right)):
        return compare((str(left) > str(right)) - (str(left) < str(right)))
    return None


_COMPARE: Final[Mapping[str, Callable[[int], bool]]] = {
    "<": lambda sign: sign < 0,
    "<=": lambda sign: sign <= 0,
    ">": lambda sign: sign > 0,
    ">=": lambda sign: sign >= 0,
}


def _includes(node: _Node) -> Value:
    inside, wanted = node.value(1), node.value(2)
    if not isinstance(inside, list) or wanted is None:
        return None
    return any(same(each, wanted) for each in inside) == (node.raw(0) == "includes")


def _arithmetic(node: _Node) -> Value:
    left, right = number(node.value(1)), number(node.value(2))
    if left is None or right is None:
        return None
    match node.raw(0):
        case "+":
            return number(left + right)
        case "-":
            return number(left - right)
        case "*":
            return number(left * right)
        case _:
            return number(left / right) if right else None


def _negative(node: _Node) -> Value:
    inside = number(node.value(1))
    return None if inside is None else number(-inside)


def _answered(node: _Node) -> Value:
    return all(normal(each) is not None for each in node.rest())


def _sum(node: _Node) -> Value:
    return sum_or_mean(node.rest(), node.raw(0))


def _most(node: _Node) -> Value:
    found = numbers(node.rest())
    if not found:
        return None
    return min(found) if node.raw(0) == "min" else max(found)


def _tally(node: _Node) -> Value:
    return tally(node.rest(3), node.raw(1), node.raw(2))


def _count(node: _Node) -> Value:
    return count(node.value(1))


def _count_of(node: _Node) -> Value:
    return count_of(node.value(1), node.value(2))


def _round(node: _Node) -> Value:
    return rounded(node.value(1), node.raw(2) if node.size > 2 else 0)


def _first(node: _Node) -> Value:
    return next((each for each in node.rest() if each is not None), None)


def _if(node: _Node) -> Value:
    return node.value(2 if node.value(1) is True else 3)


def _last(node: _Node) -> Value:
    found = answered(node.value(1))
    if node.size > 2:
        return newest(found, node.raw(2))
    return found[-1] if found else None


def _trend(node: _Node) -> Value:
    return trend(node.value(1), node.raw(2))


def _gap(node: _Node) -> Value:
    return gap(node.value(1), node.value(2))


def _days_between(node: _Node) -> Value:
    start, end = as_day(node.value(1)), as_day(node.value(2))
    return None if start is None or end is None else float(end - start)


def _has_words(node: _Node) -> Value:
    inside = node.value(1)
    if inside is None:
        return None
    texts = [each for each in leaves(inside) if isinstance(each, str)]
    words, after = _texts(node.raw(2)), _texts(node.raw(3))
    more_than = number(node.raw(4)) or 0.0
    return sum(occurrences(text, words, after) for text in texts) > more_than


def _texts(found: object) -> list[str]:
    return (
        [each for each in found if isinstance(each, str)]
        if isinstance(found, (tuple, list))
        else []
    )


_WORK: Final[Mapping[str, Callable[[_Node], Value]]] = {
    "s": _words,
    **dict.fromkeys(("v", "w", "theirs"), _read),
    "get": _get,
    "at": _at,
    "each": _each,
    "except": _except,
    "points": _points,
    "words": _as_words,
    "and": _and,
    "or": _or,
    "not": _not,
    **dict.fromkeys(("is", "is not"), _is),
    **dict.fromkeys(_COMPARE, _ordered),
    **dict.fromkeys(("includes", "excludes"), _includes),
    **dict.fromkeys(("+", "-", "*", "/"), _arithmetic),
    "neg": _negative,
    "answered": _answered,
    **dict.fromkeys(("sum", "mean"), _sum),
    **dict.fromkeys(("min", "max"), _most),
    "tally": _tally,
    "count": _count,
    "count_of": _count_of,
    "round": _round,
    "first": _first,
    "if": _if,
    "last": _last,
    "trend": _trend,
    "gap": _gap,
    "days_between": _days_between,
    "has_words": _has_words,
}
