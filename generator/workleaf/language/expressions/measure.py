"""How large a tree is and what it reads elsewhere, in one walk that meets each score once."""

from __future__ import annotations

from typing import Final, NamedTuple

from workleaf.worksheet.texts import Tree

_WORTH: Final = 32
"""Trees with more parts are remembered: a score of many terms, which many conditions may name."""


class Measure(NamedTuple):
    """One tree, with the scores in it."""

    tree: Tree
    """Held, so that no other tree gets its `id` meanwhile."""
    depth: int
    size: int
    """Its parts, those of a score as often as it is named."""
    elsewhere: frozenset[tuple[str, str]]
    """What it reads of other worksheets: worksheet and item."""


_LEAF: Final = Measure(None, 1, 1, frozenset())


def measured(tree: Tree, known: dict[int, Measure]) -> Measure:
    """Measure a tree; `known` remembers the large ones, by their `id`."""
    if not isinstance(tree, tuple):
        return _LEAF
    if found := known.get(id(tree)):
        return found
    depth = size = 1
    elsewhere: frozenset[tuple[str, str]] = frozenset()
    for each in tree:
        if isinstance(each, tuple):
            inside = measured(each, known)
            depth = max(depth, inside.depth + 1)
            size += inside.size
            elsewhere |= inside.elsewhere
        else:
            depth = max(depth, 2)
            size += 1
    if len(tree) == 3 and tree[0] == "w":
        elsewhere |= {(str(tree[1]), str(tree[2]))}
    found = Measure(tree, depth, size, elsewhere)
    if size > _WORTH:
        known[id(tree)] = found
    return found
