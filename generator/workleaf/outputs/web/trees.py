"""The conditions and formulas of a form, each once, by the number that the HTML refers to."""

from __future__ import annotations

import json
from collections.abc import Mapping

from markupsafe import Markup

from workleaf.worksheet.texts import Tree


class Trees:
    """Collects trees while a form is drawn."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._trees: list[Tree] = []

    def number(self, tree: Tree) -> int:
        """The number of a tree; equal trees share one."""
        written = json.dumps(tree)
        if written not in self._numbers:
            self._numbers[written] = len(self._trees)
            self._trees.append(tree)
        return self._numbers[written]

    @property
    def all(self) -> tuple[Tree, ...]:
        """The trees in the order of their numbers."""
        return tuple(self._trees)


def as_json(data: Mapping[str, object]) -> Markup:
    """Data for scripts, as JSON that cannot end its own element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))
