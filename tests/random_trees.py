# ruff: noqa: E731 - a maker is a lambda with a name, one line each
"""Random answers and trees: most sensible, some nonsense; the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

Make: TypeAlias = Callable[[], Any]

NUMBERS = (0, 1, 2, 3, 4, 10, -1, 0.1, 0.2, 0.5, 2.5, -2.5, 1.005, 1e308, 1e-7, 9007199254740993)
DAYS = (
    "2026-01-31",
    "2026-02-28",
    "2026-02-30",
    "2024-02-29",
    "0000-01-01",
    "0099-12-31",
    "2026-13-01",
    "2026-01-3１",
    "1999-12-31",
    "2026-1-1",
)
TIMES = ("18:30", "09:05", "24:00", "9:05", "00:00")
CHOICES = ("yes", "no", "not_sure", "money", "lies", "other", 2, 1)
TEXTS = (
    "",
    " ",
    "\u00a0",
    "\u0085",
    "\ufeff",
    "Ann",
    "zoë",
    "😀",
    "\uffff",
    "Sorry, but ALWAYS",
    "always. İstanbul",
    "don’t  always",
    "But sorry; always but",
    "５",
    *DAYS,
    *TIMES,
)
WORDS = ("always", "don't", "BUT", "?", "", "i", "😀", "sorry", "a")
KEYS = ("safe", "free", "2", "10", "kind", "weight", "now", "date", "if", "missing", "__proto__")
IDS = (
    "text",
    "words",
    "number",
    "other_number",
    "one",
    "many",
    "order",
    "date",
    "later",
    "time",
    "grid",
    "more",
    "cells",
    "rows",
    "entries",
    "parts",
    "w:check-in/track",
    "theirs:grid",
    "other_box",
    "nothing",
)
NONSENSE: tuple[Any, ...] = (
    "bare",
    [],
    ["unknown", 1],
    [["v", "text"]],
    ["s"],
    ["v"],
    ["s", 1],
    ["w", "a"],
    {"v": 1},
)


class Maker:
    """Makes things; `pick` chooses one maker of several."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def one(self, *several: Any) -> Any:
        """One of these."""
        return self.random.choice(several)

    def pick(self, *makers: Make) -> Any:
        """What one of these makes."""
        return self.random.choice(makers)()

    def chance(self, share: float) -> bool:
        """True as often as this."""
        return self.random.random() < share

    def few(self, make: Make, most: int = 5) -> list[Any]:
        """A short list."""
        return [make() for _ in range(self.random.randrange(most))]

    # ---------------------------------------------------------------- answers

    def scalar(self) -> Any:
        """Any single value."""
        return self.one(
            None,
            self.one(*NUMBERS),
            self.one(*TEXTS),
            self.one(*CHOICES),
            True,
            False,
            self.random.uniform(-10, 10),
        )

    def value(self, depth: int = 0) -> Any:
        """Any value, nested at random."""
        if depth > 6 or self.chance(0.4):
            return self.scalar()
        keys = self.random.sample(KEYS, self.random.randrange(5))
        inside: Make = lambda: self.value(depth + 1)
        return self.pick(lambda: self.few(inside), lambda: {key: inside() for key in keys})

    def small(self) -> Any:
        """An answer on a scale, sometimes missing or "not sure"."""
        return self.one(*range(6), 2.5, self.random.uniform(0, 10), None, "not_sure")

    def row(self) -> dict[str, Any]:
        """One row of a table."""
        made = {"kind": self.one(*CHOICES, None), "weight": self.small(), "date": self.one(*DAYS)}
        return {**made, "now": self.small()} if self.chance(0.7) else {"weight": self.small()}

    def answers(self) -> dict[str, Any]:
        """A filled-in worksheet; a few answers are missing, a few are nonsense."""
        grid: Make = lambda: {key: self.small() for key in KEYS[:4]}
        rows: Make = lambda: self.few(self.row)
        makers: Mapping[str, Make] = {
            "text": lambda: self.one(*TEXTS),
            "words": lambda: " ".join(self.few(lambda: self.one(*WORDS), 8)),
            "number": lambda: self.one(*NUMBERS),
            "other_number": self.small,
            "one": lambda: self.one(*CHOICES),
            "many": lambda: self.random.sample(CHOICES, self.random.randrange(5)),
            "order": lambda: self.random.sample(CHOICES, 4),
            "date": lambda: self.one(*DAYS),
            "later": lambda: self.one(*DAYS),
            "time": lambda: self.one(*TIMES),
            "grid": grid,
            "more": grid,
            "cells": lambda: {"safe": self.row(), "free": self.row()},
            "rows": rows,
            "entries": rows,
            "parts": lambda: {"if": self.one(*TEXTS), "then": "x"},
            "w:check-in/track": rows,
            "theirs:grid": grid,
            "other_box": lambda: "what I wrote.",
        }
        made = {
            name: self.value() if self.chance(0.05) else make() for name, make in makers.items()
        }
        return {name: each for name, each in made.items() if self.chance(0.9)}

    # ---------------------------------------------------------------- trees

    def tree(self, depth: int) -> Any:
        """A tree of any sort."""
        return self.pick(
            *(
                lambda make=make: make(depth)
                for make in (self.condition, self.number, self.number, self.text, self.several)
            )
        )

    def _odd(self, depth: int) -> Any:
        """Something that does not belong here."""
        if depth <= 0 or self.chance(0.3):
            return self.one(*NONSENSE, True, False, None, ["v", self.one(*IDS)])
        return self.tree(depth - 1)

    def number(self, depth: int) -> Any:
        """A tree that should give a number."""
        if self.chance(0.04):
            return self._odd(depth)
        leaf = self.one(
            ["v", "number"],
            ["v", "other_number"],
            self.one(*NUMBERS),
            ["get", ["v", "grid"], self.one(*KEYS)],
            ["v", self.one(*KEYS)],
            ["get", ["get", ["v", "cells"], "safe"], "weight"],
        )
        if depth <= 0:
            return leaf
        n: Make = lambda: self.number(depth - 1)
        s: Make = lambda: self.series(depth - 1)
        many: Make = lambda: [self.pick(n, s) for _ in range(self.random.randrange(1, 4))]
        return self.pick(
            lambda: [self.one("+", "-", "*", "/"), n(), n()],
            lambda: ["neg", n()],
            lambda: ["round", n(), *self.one([], [0], [1], [2], [11], [0.5], [None])],
            lambda: [self.one("sum", "mean", "min", "max"), *many()],
            lambda: ["tally", self.one("sum", "mean"), self.one(0, 1, 2, 3, None), *many()],
            lambda: ["count", self.several(depth - 1)],
            lambda: ["count_of", self.several(depth - 1), self.choice()],
            lambda: ["last", s()],
            lambda: ["trend", s(), self.one(2, 3, 4, 1, 0, None)],
            lambda: ["gap", *self.one(lambda: [n(), n()], lambda: [self.grid(), self.grid()])()],
            lambda: ["gap", s(), s()],
            lambda: ["days_between", self.day(), self.day()],
            lambda: ["if", self.condition(depth - 1), n(), n()],
            lambda: ["first", n(), n()],
            lambda: ["at", s(), self.one(1, 2, 3, 1.5, 0, -1, "1", None)],
            lambda: ["points", self.choice(), self.pairs(NUMBERS)],
            lambda: leaf,
        )

    def condition(self, depth: int) -> Any:
        """A tree that should give yes or no."""
        if self.chance(0.04):
            return self._odd(depth)
        c: Make = lambda: self.condition(depth - 1)
        n: Make = lambda: self.number(depth - 1)
        order, same = ("<", "<=", ">", ">="), ("is", "is not")
        plain: tuple[Make, ...] = (
            lambda: [self.one(*order, *same), n(), n()],
            lambda: [self.one(*order, *same), self.day(), self.day()],
            lambda: [self.one(*order), ["v", "time"], self.one(["s", "12:00"], ["v", "time"])],
            lambda: [self.one(*same), self.choice(), self.choice()],
            lambda: [self.one(*same), self.text(depth - 1), self.text(depth - 1)],
            lambda: [self.one("includes", "excludes"), self.several(depth - 1), self.choice()],
            lambda: [
                "answered",
                *(["v", self.one(*IDS)] for _ in range(self.random.randrange(1, 4))),
            ],
            lambda: [
                "has_words",
                self.one(["v", "words"], ["v", "text"], ["v", "rows"]),
                self.few(lambda: self.one(*WORDS)),
                self.few(lambda: self.one(*WORDS), 2),
                self.one(0, 0, 1, None),
            ],
        )
        if depth <= 0:
            return self.pick(*plain)
        logic: Make = lambda: [self.one("and", "or"), c(), c()]
        return self.pick(*plain, logic, logic, lambda: ["not", c()])

    def day(self) -> Any:
        """A tree that should give a date."""
        return self.one(
            ["v", "date"],
            ["v", "later"],
            ["s", self.one(*DAYS)],
            ["last", ["get", ["v", "entries"], "date"]],
        )

    def choice(self) -> Any:
        """A tree that should give a choice."""
        fixed = self.one(*CHOICES)
        return self.one(
            ["v", "one"],
            ["at", ["v", "order"], self.one(1, 2, 3)],
            ["s", fixed] if isinstance(fixed, str) else fixed,
            ["get", ["v", "grid"], self.one(*KEYS)],
        )

    def text(self, depth: int) -> Any:
        """A tree that should give words."""
        if self.chance(0.04):
            return self._odd(depth)
        plain = self.one(
            ["v", "text"], ["v", "words"], ["s", self.one(*TEXTS)], ["get", ["v", "parts"], "if"]
        )
        words: Make = lambda: [
            "words",
            self.choice(),
            self.pairs(("", "the money", "a lie")),
            *self.one([], [["v", "other_box"]]),
        ]
        return self.pick(lambda: plain, words, lambda: ["first", plain, words()])

    def several(self, depth: int) -> Any:
        """A tree that should give a list, or rows."""
        if self.chance(0.04):
            return self._odd(depth)
        choices = ["v", self.one("many", "order")]
        return self.pick(
            lambda: choices,
            lambda: ["except", choices, self.one(["not_sure", "money"], [2], [], None)],
            lambda: [
                "words",
                choices,
                self.pairs(("", "the money")),
                *self.one([], [["v", "other_box"]]),
            ],
            lambda: ["points", choices, self.pairs(NUMBERS)],
            lambda: ["get", ["v", self.one("rows", "cells")], "kind"],
            lambda: ["v", self.one(*IDS)],
            lambda: self.grid(),
            lambda: self.series(depth - 1),
        )

    def series(self, depth: int) -> Any:
        """A tree that should give several numbers."""
        rows = self.one(["v", "rows"], ["v", "entries"], ["w", "check-in", "track"], ["v", "cells"])
        plain: Make = lambda: ["get", rows, self.one("weight", "now", "kind")]
        if depth <= 0:
            return plain()
        return self.pick(
            plain,
            lambda: [
                "each",
                rows,
                self.pick(lambda: self.row_number(), lambda: self.number(depth - 1)),
            ],
            lambda: ["last", plain(), self.one(1, 2, 3, 0, 1.5, "1", None)],
            lambda: ["points", ["get", rows, "kind"], self.pairs(NUMBERS)],
            self.grid,
        )

    def row_number(self) -> Any:
        """A number worked out in a row."""
        return [self.one("+", "-", "*", "/"), ["v", "weight"], self.one(["v", "now"], 10)]

    def grid(self) -> Any:
        """A tree that should give `{row: number}`."""
        return self.one(
            ["v", "grid"], ["v", "more"], ["theirs", "grid"], ["get", ["v", "cells"], "now"]
        )

    def pairs(self, into: tuple[Any, ...]) -> list[Any]:
        """What choices are exchanged for; once in a while a pair is none."""
        made: list[Any] = [[value, self.one(*into)] for value in self.random.sample(CHOICES, 4)]
        return (
            [*made, self.one("odd", [1], [1, 2, 3], ["money", None])] if self.chance(0.2) else made
        )
