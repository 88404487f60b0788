"""What is wrong with an expression, and where in its text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple


class Fault(NamedTuple):
    """A code of the catalogue, its place in the expression's text, and what fills its blanks."""

    code: str
    offset: int
    """From 0."""
    width: int
    blanks: Mapping[str, Any]


class ExpressionProblems(Exception):
    """All that is wrong with one expression. The reader catches it and knows the file."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(", ".join(fault.code for fault in self.faults))


class ExpressionError(ExpressionProblems):
    """The text cannot be read: parsing ends at the first fault."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__([fault])


def fault(code: str, at: tuple[int, int], **blanks: object) -> Fault:
    """The fault `code` at an (offset, width)."""
    return Fault(code, at[0], max(1, at[1]), blanks)
