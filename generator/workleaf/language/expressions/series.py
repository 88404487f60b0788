"""What a chart or a recall names: an item, a column of one, the other person's answer."""

from __future__ import annotations

from dataclasses import replace

from workleaf.language.expressions.faults import ExpressionProblems, fault
from workleaf.language.expressions.finding import Found, find
from workleaf.language.expressions.nodes import Key, Path
from workleaf.language.expressions.parser import parse
from workleaf.language.expressions.scope import Scope


def series(text: str, scope: Scope, *, own: str = "") -> Found:
    """What a path stands for; the columns of the item `own` are named without it.

    Raises `ExpressionProblems`.
    """
    node = parse(text)
    if not isinstance(node, Path):
        raise ExpressionProblems([fault("chart-path", (0, len(text)))])
    mine = scope.items.get(own)
    if mine and node.keys[0].name in mine.columns:
        whole = Key(offset=node.offset, width=0, name=own)
        node = replace(node, keys=(whole, *node.keys))
    return find(node, scope)
