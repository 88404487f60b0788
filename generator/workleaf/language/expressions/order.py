"""In which order things that read each other are worked out, and circles in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def cycle(graph: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The first circle of names that read each other, closed by its first name; empty for none."""
    done: set[str] = set()
    for start in sorted(graph):
        found = _walk(start, graph, done)
        if found:
            return found
    return ()


def _walk(start: str, graph: Mapping[str, Iterable[str]], done: set[str]) -> tuple[str, ...]:
    """Depth first without recursion: a chain may be as long as a worksheet."""
    trail: list[str] = []
    todo: list[tuple[str, bool]] = [(start, False)]
    while todo:
        name, leaving = todo.pop()
        if leaving:
            done.add(trail.pop())
        elif name in trail:
            return (*trail[trail.index(name) :], name)
        elif name not in done:
            trail.append(name)
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
