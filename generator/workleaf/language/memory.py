"""What was read before, for a process that reads a folder again and again (`serve`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from workleaf.language.source import Report
from workleaf.problems import Problem

T = TypeVar("T")


class Memory:
    """Keeps what reading a thing gave, and what was wrong, while the thing stays the same."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[object, Any, list[Problem]]] = {}

    def recall(self, key: str, state: object, work: Callable[[Report], T], report: Report) -> T:
        """What `work` gave when `key` was last in this state; it works where that is not known.

        What `work` finds wrong goes to the report each time.
        """
        kept = self._kept.get(key)
        if kept is None or kept[0] != state:
            own = Report(report.sources)
            kept = self._kept[key] = (state, work(own), own.problems)
        report.problems += kept[2]
        found: T = kept[1]
        return found
