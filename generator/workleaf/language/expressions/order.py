"""In which order things that read each other are worked out, and circles in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

MOST_CIRCLES: Final = 20
"""More are not looked for: where all wait for all, there are as many as stars."""


def circles(graph: Mapping[str, Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """Circles of names that read each other, each closed by its first name.

    Every circle loses one name when it is found, so circles that share their way are one.
    """
    found: list[tuple[str, ...]] = []
    left = {name: frozenset(each) for name, each in graph.items()}
    done: set[str] = set()
    for start in sorted(left):
        while len(found) < MOST_CIRCLES and (circle := _walk(start, left, done)):
            found.append(circle)
            left[circle[-2]] -= {circle[-1]}
    return tuple(found)


def _walk(start: str, graph: Mapping[str, Iterable[str]], done: set[str]) -> tuple[str, ...]:
    """Depth first without recursion: a chain may be as long as a worksheet."""
    trail: list[str] = []
    opened: set[str] = set()
    todo: list[tuple[str, bool]] = [(start, False)]
    while todo:
        name, leaving = todo.pop()
        if leaving:
            opened.discard(name)
            done.add(trail.pop())
        elif name in opened:
            return (*trail[trail.index(name) :], name)
        elif name not in done:
            trail.append(name)
            opened.add(name)
            todo.append((name, True))
            todo += [(each, False) for each in sorted(graph.get(name, ()), reverse=True)]
    return ()


def in_order(graph: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The names of the graph, each after those it reads. Circles must have been dealt with."""
    found: dict[str, None] = {}
    for start in sorted(graph):
        todo = [(start, False)]
        opened: set[str] = set()
        while todo:
            name, ready = todo.pop()
            if name in found or (name in opened and not ready) or name not in graph:
                continue
            if ready:
                found[name] = None
                continue
            opened.add(name)
            todo.append((name, True))
            todo += [(each, False) for each in sorted(graph[name], reverse=True)]
    return tuple(found)
