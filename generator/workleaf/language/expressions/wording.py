"""A condition in plain words, for paper: If you answered "Yes" to "Is it safe?"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import takewhile
from typing import Final, assert_never

from workleaf.frozen import dataclass
from workleaf.language.expressions.faults import ExpressionProblems
from workleaf.language.expressions.finding import Found, find
from workleaf.language.expressions.nodes import Binary, Call, Node, Number, Path, Unary, Words
from workleaf.language.expressions.scope import Scope
from workleaf.strings import listed
from workleaf.strings import words as strings

_OPPOSITE: Final[Mapping[str, str]] = {
    "and": "or",
    "or": "and",
    "is": "is not",
    "is not": "is",
    "<": ">=",
    ">=": "<",
    ">": "<=",
    "<=": ">",
    "includes": "excludes",
    "excludes": "includes",
}
_MIRRORED: Final[Mapping[str, str]] = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}
_KEYS: Final[Mapping[str, str]] = {
    "is": "same",
    "is not": "other",
    "<": "below",
    "<=": "at_most",
    ">": "above",
    ">=": "at_least",
    "+": "plus",
    "-": "minus",
    "*": "times",
    "/": "divided",
}
"""Operator → the end of its key in the strings."""
_CHOSEN: Final[Mapping[str, str]] = {
    "<": "chose_below",
    "<=": "chose_at_most",
    ">": "chose_above",
    ">=": "chose_at_least",
}
"""The same for how many choices were made."""


def say(node: Node, scope: Scope, *, language: str = "en") -> str:
    """The whole sentence for a checked condition."""
    teller = _Teller(scope=scope, words=strings(language))
    return teller.word("if", clause=teller.clause(node))


@dataclass(frozen=True, kw_only=True)
class _Simple:
    """A question compared with something fixed."""

    path: Path
    operator: str
    value: Words | Number


def _is_range(pair: Sequence[_Simple | None]) -> bool:
    """At least this and at most that, of one question."""
    match pair:
        case [_Simple(operator=">=") as low, _Simple(operator="<=") as high]:
            return str(low.path) == str(high.path)
        case _:
            return False


@dataclass(frozen=True, kw_only=True)
class _Teller:
    scope: Scope
    words: Mapping[str, str]

    def word(self, key: str, **blanks: object) -> str:
        return self.words[f"when_{key}"].format(**blanks)

    def number(self, value: float) -> str:
        """A number with the decimal sign of the language."""
        return f"{value:g}".replace(".", self.words["decimal"])

    # ------------------------------------------------------------ clauses

    def clause(self, node: Node, *, holds: bool = True, inside: str = "") -> str:
        """What must be so; `holds=False` for its opposite. `inside` is the operator around it."""
        match node:
            case Unary(inside=negated):
                return self.clause(negated, holds=not holds, inside=inside)
            case Binary(operator=("and" | "or")):
                return self._joined(node, holds=holds, inside=inside)
            case Binary():
                return self._comparison(node, holds=holds)
            case Call(name="answered", values=values):
                key = "answered" if holds else "empty"
                return self.word(key, question=self._questions(values))
            case Call(name="has_words", values=(text, Words(value=tip))):
                first = next(iter(self.scope.tips[tip].words), tip)
                key = "has_words" if holds else "no_words"
                return self.word(key, value=self.value(text), word=first)
            case Path():
                yes = Words(value="yes", offset=0, width=0)
                operator = "is" if holds else "is not"
                return self._answer(node, operator, [yes])
            case Call() | Number() | Words():
                return self.word("true" if holds else "untrue", value=self.value(node))
            case _:
                assert_never(node)

    def _joined(self, node: Binary, *, holds: bool, inside: str) -> str:
        operator = node.operator if holds else _OPPOSITE[node.operator]
        members = self._members(node, node.operator)
        clauses = list(self._clauses(members, operator, holds=holds))
        last = self.words["and"] if operator == "and" else self.word("or")
        joined = listed(last, clauses)
        if not inside or len(clauses) == 1:
            return joined
        return self.word("both" if operator == "and" else "either", clauses=joined)

    def _members(self, node: Node, operator: str) -> list[Node]:
        """`a or b or c` as one list."""
        if isinstance(node, Binary) and node.operator == operator:
            return [*self._members(node.left, operator), *self._members(node.right, operator)]
        return [node]

    def _clauses(self, members: list[Node], operator: str, *, holds: bool) -> Iterator[str]:
        """One clause a member; neighbours about the same question are said as one."""
        left = members
        while left:
            found = [self._simple(each, holds=holds) for each in left]
            first = found[0]
            run = list(takewhile(partial(self._joins, operator, first), found))
            if operator == "and" and _is_range(found[:2]):
                run = found[:2]
                yield self._range([each for each in run if each])
            elif len(run) > 1 and first:
                values = [each.value for each in run if each]
                yield self._answer(first.path, first.operator, values)
            else:
                run = found[:1]
                yield self.clause(left[0], holds=holds, inside=operator)
            left = left[len(run) :]

    def _range(self, ends: Sequence[_Simple]) -> str:
        low, high = (self.value(each.value) for each in ends)
        return self.word("between", value=self.value(ends[0].path), low=low, high=high)

    def _simple(self, node: Node, *, holds: bool) -> _Simple | None:
        """A question compared with something fixed; None for anything else."""
        match node:
            case Binary(operator=used, left=Path() as path, right=(Words() | Number()) as value):
                operator = used if holds else _OPPOSITE[used]
                return _Simple(path=path, operator=operator, value=value)
            case _:
                return None

    def _joins(self, operator: str, first: _Simple | None, each: _Simple | None) -> bool:
        """`each` is about the same question as `first` and can share its clause."""
        if first is None or each is None or str(each.path) != str(first.path):
            return False
        wanted = ("is", "includes") if operator == "or" else ("is not", "excludes")
        same = each.operator == first.operator and each.operator in wanted
        return same and all(self._labelled(first.path, [first.value, each.value]))

    def _labelled(self, path: Path, values: Sequence[Words | Number]) -> list[bool]:
        return [isinstance(each, Words) or bool(self._label(path, each)) for each in values]

    def _comparison(self, node: Binary, *, holds: bool) -> str:
        operator = node.operator if holds else _OPPOSITE[node.operator]
        left, right = node.left, node.right
        if isinstance(left, (Words, Number)) and isinstance(right, (Path, Call)):
            left, right, operator = right, left, _MIRRORED.get(operator, operator)
        match left, operator, right:
            case Path(), ("is" | "is not" | "includes" | "excludes"), Words():
                return self._answer(left, operator, [right])
            case Path(), ("is" | "is not"), Number() if self._label(left, right):
                return self._answer(left, operator, [right])
            case Path(), ("includes" | "excludes"), Number():
                return self._answer(left, operator, [right])
            case Call(name="trend", values=(series, newest)), ("<" | ">"), Number(value=0):
                key = "falls" if operator == "<" else "rises"
                return self.word(key, many=self.value(newest), value=self.value(series))
            case Call(name="count", values=(Path() as several,)), _, Number():
                found = find(several, self.scope)
                if found.item.kind == "many" and operator in _CHOSEN:
                    question, bound = self._question(found), self.value(right)
                    return self.word(_CHOSEN[operator], bound=bound, question=question)
            case _:
                pass
        if operator in ("includes", "excludes"):
            return self.word(f"list_{operator}", value=self.value(left), part=self.value(right))
        key = _KEYS[operator] + ("_day" if self._dated(left) or self._dated(right) else "")
        return self.word(key, value=self.value(left), bound=self.value(right))

    def _dated(self, node: Node) -> bool:
        """A date or a time is before and after, not below and above."""
        return isinstance(node, Path) and find(node, self.scope).sort in ("date", "time")

    def _answer(self, path: Path, operator: str, values: Sequence[Words | Number]) -> str:
        """A question and what was chosen or written there."""
        found = find(path, self.scope)
        said = [
            self.word("quote", words=self._label(path, each) or self.value(each)) for each in values
        ]
        key = {"is": "answer", "is not": "answer_not"}.get(operator, operator)
        whose = "_theirs" if found.whose == "theirs" else ""
        return self.word(
            f"{key}{whose}",
            answer=listed(self.word("or"), said),
            question=self._question(found),
        )

    def _label(self, path: Path, value: Words | Number) -> str:
        """A choice in the words that the reader sees; empty where there are none."""
        item = find(path, self.scope).item
        key = value.value if isinstance(value, Words) else f"{value.value:g}"
        return item.labels.get(key) or item.choices.get(key, "")

    # ------------------------------------------------------------ values

    def value(self, node: Node) -> str:
        """A value, as part of a sentence."""
        match node:
            case Number(value=value):
                return self.number(value)
            case Words(value=words):
                return words
            case Path():
                return self._path(node)
            case Unary(inside=inside):
                return self.word("negative", value=self.value(inside))
            case Binary(operator=operator, left=left, right=right) if operator in _KEYS:
                return self.word(_KEYS[operator], value=self.value(left), bound=self.value(right))
            case Binary():
                return self.clause(node)
            case Call():
                return self._call(node)
            case _:
                assert_never(node)

    def _call(self, call: Call) -> str:
        each = [self.value(value) for value in call.values]
        match call.name, call.values:
            case (("sum" | "mean" | "min" | "max" | "first"), _):
                return self.word(call.name, values=listed(self.words["and"], each))
            case "count", (several, Words() | Number() as wanted):
                label = self._label(several, wanted) if isinstance(several, Path) else ""
                quoted = self.word("quote", words=label or each[1])
                return self.word("count_of", value=each[0], answer=quoted)
            case "count", (Path() as several, *_):
                return self.word("count", question=self._question(find(several, self.scope)))
            case "count", _:
                return self.word("count", question=each[0])
            case "if", (condition, *_):
                return self.word(
                    "choice", clause=self.clause(condition), value=each[1], otherwise=each[2]
                )
            case "round", _:
                return self.word("round", value=each[0])
            case (("gap" | "days_between"), _):
                return self.word(call.name, left=each[0], right=each[1])
            case (("last" | "trend"), (_, _)):
                return self.word(f"{call.name}_of", value=each[0], many=each[1])
            case "last", _:
                return self.word("last", value=each[0])
            case _:
                return self.clause(call)

    def _path(self, path: Path) -> str:
        found = find(path, self.scope)
        question = self._question(found)
        if found.item.tree is not None:
            return self.word("result", question=question)
        key = "their_answer" if found.whose == "theirs" else "your_answer"
        return self.word(key if found.shape == "one" else f"{key}s", question=question)

    def _questions(self, values: Sequence[Node]) -> str:
        said: list[str] = []
        for each in values:
            try:
                found = find(each, self.scope) if isinstance(each, Path) else None
            except ExpressionProblems:
                found = None
            said.append(self._question(found) if found else self.value(each))
        return listed(self.words["and"], said)

    def _question(self, found: Found) -> str:
        """The words of a question in quotes, the row or part first."""
        place = self.word("place", inner="{inner}", outer="{outer}")
        said = ""
        for words in found.trail:
            quoted = self.word("quote", words=words.rstrip(" :…"))
            said = place.format(inner=quoted, outer=said) if said else quoted
        if found.place:
            said = self.word("place_number", number=found.place, question=said)
        if found.whose == "elsewhere":
            quoted = self.word("quote", words=found.worksheet)
            return self.word("worksheet", question=said, worksheet=quoted)
        return said
