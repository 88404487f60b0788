"""The words of the notation: operators, functions and how many values each takes."""

from __future__ import annotations

from typing import Final

MANY: Final = 99

FUNCTIONS: Final[dict[str, tuple[int, int]]] = {
    "answered": (1, MANY),
    "sum": (1, MANY),
    "mean": (1, MANY),
    "min": (1, MANY),
    "max": (1, MANY),
    "count": (1, 2),
    "round": (1, 2),
    "first": (1, MANY),
    "last": (1, 2),
    "if": (3, 3),
    "days_between": (2, 2),
    "trend": (2, 2),
    "gap": (2, 2),
    "has_words": (2, 2),
}
"""Function → least and most values."""

COMPARISON: Final = 4
BINDING: Final[dict[str, int]] = {
    "or": 1,
    "and": 2,
    "is": COMPARISON,
    "is not": COMPARISON,
    "<": COMPARISON,
    "<=": COMPARISON,
    ">": COMPARISON,
    ">=": COMPARISON,
    "includes": COMPARISON,
    "excludes": COMPARISON,
    "+": 5,
    "-": 5,
    "*": 6,
    "/": 6,
}
"""Operator between two values → how tightly it binds; `not` is between `and` and `is`."""
NOT_BINDS: Final = 3

RESERVED: Final = frozenset(
    {"and", "or", "not", "is", "includes", "excludes", "yes", "no", "true", "false", "theirs"}
)
"""Words that cannot be ids."""

INSTEAD: Final[dict[str, str]] = {
    "=": "is",
    "===": "is",
    "equals": "is",
    "eq": "is",
    "<>": "is not",
    "isn't": "is not",
    "contains": "includes",
    "contain": "includes",
    "include": "includes",
    "has": "includes",
    "exclude": "excludes",
    "&": "and",
    "&&": "and",
    "AND": "and",
    "And": "and",
    "|": "or",
    "||": "or",
    "OR": "or",
    "Or": "or",
    "!": "not",
    "NOT": "not",
    "Not": "not",
    "IS": "is",
    "≤": "<=",
    "=<": "<=",
    "≥": ">=",
    "=>": ">=",
    "≠": "is not",
    "×": "*",
    "÷": "/",
}
"""What other notations write → what is written here."""
