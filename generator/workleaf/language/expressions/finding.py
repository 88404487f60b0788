"""What a path stands for: its shape, its tree, and the words of the question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from workleaf.frozen import dataclass, replace
from workleaf.language.expressions.faults import ExpressionProblems, Fault, fault
from workleaf.language.expressions.nodes import Key, Path
from workleaf.language.expressions.scope import Item, Scope
from workleaf.problems import Suggestion
from workleaf.worksheet.texts import Tree

Shape: TypeAlias = Literal["one", "list", "record", "rows", "condition", "unknown"]
Sort: TypeAlias = Literal["number", "text", "choice", "date", "time", "any"]
_KNOWN: Final = 12
"""How many names a hint lists."""


@dataclass(frozen=True, kw_only=True)
class Found:
    """What stands at the end of a path."""

    shape: Shape
    sort: Sort
    tree: Tree
    item: Item
    """Where its choices and points are."""
    trail: tuple[str, ...]
    """The words of the question, then of the row, the column or the part."""
    rows: Mapping[str, str]
    """Its parts, while it has a value for each: rows of a grid or a column, columns of a row."""
    written: str
    """The path, as far as it was followed."""
    reads: str
    whose: Literal["mine", "theirs", "elsewhere"] = "mine"
    column: str = ""
    """The column of a table, a tracker or a grid that it is about; empty for all of them."""
    place: int = 0
    """The n-th of a list, from 1; 0 for all of it."""
    worksheet: str = ""
    """The title of another worksheet."""

    @property
    def name(self) -> str:
        """The words that say it best in a blank."""
        return self.trail[-1]


def find(path: Path, scope: Scope) -> Found:
    """What `path` stands for. Raises `ExpressionProblems`."""
    first, *rest = path.keys
    if first.name == "theirs":
        return _theirs(path, rest, scope)
    name = str(first.name)
    if name in scope.items:
        return _follow(_start(name, scope), rest, path)
    other = scope.worksheets(name)
    if other is None:
        raise ExpressionProblems([_unknown(first, scope)])
    return _elsewhere(path, rest, other)


def _start(name: str, scope: Scope) -> Found:
    item = scope.items[name]
    kept = item.id or name
    tree = item.tree if item.tree is not None else ("v", kept)
    shape, sort = _KINDS[item.kind]
    sort = "number" if item.numeric else sort
    return Found(
        shape=shape,
        sort=sort,
        tree=tree,
        item=item,
        trail=(item.words,),
        rows=item.rows,
        written=name,
        reads=kept,
    )


_KINDS: Final[Mapping[str, tuple[Shape, Sort]]] = {
    "text": ("one", "text"),
    "number": ("one", "number"),
    "one": ("one", "choice"),
    "many": ("list", "choice"),
    "order": ("list", "choice"),
    "date": ("one", "date"),
    "time": ("one", "time"),
    "grid": ("record", "choice"),
    "cells": ("record", "any"),
    "rows": ("rows", "any"),
    "entries": ("rows", "any"),
    "parts": ("record", "any"),
    "none": ("unknown", "any"),
}


def _theirs(path: Path, rest: list[Key], scope: Scope) -> Found:
    if not rest:
        raise ExpressionProblems([fault("condition-theirs", path.at)])
    key = rest[0]
    name = str(key.name)
    if name not in scope.items:
        raise ExpressionProblems([_unknown(key, scope)])
    start = _start(name, scope)
    if not start.item.shareable:
        raise ExpressionProblems([fault("condition-not-shared", key.at, id=name)])
    tree = _moved(start.tree, ("theirs",), scope, frozenset())
    moved = replace(
        start,
        tree=tree,
        written=f"theirs.{name}",
        reads=f"theirs:{start.reads}",
        whose="theirs",
    )
    return _follow(moved, rest[1:], path)


def _elsewhere(path: Path, rest: list[Key], scope: Scope) -> Found:
    worksheet = str(path.keys[0].name)
    if not rest:
        raise ExpressionProblems([fault("condition-worksheet", path.at, id=worksheet)])
    key = rest[0]
    name = str(key.name)
    if name not in scope.items:
        raise ExpressionProblems([_unknown(key, scope)])
    start = _start(name, scope)
    if not start.item.gives:
        raise ExpressionProblems([fault("condition-private", path.at, path=f"{worksheet}.{name}")])
    moved = replace(
        start,
        tree=_moved(start.tree, ("w", worksheet), scope, frozenset()),
        written=f"{worksheet}.{name}",
        reads=f"w:{worksheet}/{start.reads}",
        whose="elsewhere",
        worksheet=scope.title or worksheet,
    )
    return _follow(moved, rest[1:], path)


def _moved(tree: Tree, start: tuple[str, ...], scope: Scope, columns: frozenset[str]) -> Tree:
    """The tree of a score, read from another copy: `("v", id)` becomes `(*start, id)`."""
    match tree:
        case ("v", str(name)):
            return tree if name in columns else (*start, name)
        case ("s", _):
            return tree
        case ("each", rows, body):
            inside = columns | _columns(rows, scope)
            return "each", _moved(rows, start, scope, columns), _moved(body, start, scope, inside)
        case tuple():
            return tuple(_moved(each, start, scope, columns) for each in tree)
        case _:
            return tree


def _columns(rows: Tree, scope: Scope) -> frozenset[str]:
    match rows:
        case ("v", str(name)):
            held = (item for key, item in scope.items.items() if (item.id or key) == name)
            return frozenset(column for item in held for column in item.columns)
        case _:
            return frozenset()


@dataclass(frozen=True, kw_only=True)
class Named:
    """An item, or one column of it, that an expression names, and where."""

    item: str
    """The id that its answer is kept under."""
    column: str = ""
    worksheet: str = ""
    """Empty for this one, also where the other person's copy of it is meant."""
    theirs: bool = False
    at: tuple[int, int] = (0, 1)


def named(path: Path, scope: Scope) -> Named | None:
    """What `path` is about; None where it means nothing."""
    try:
        found = find(path, scope)
    except ExpressionProblems:
        return None
    worksheet = str(path.keys[0].name) if found.whose == "elsewhere" else ""
    item = found.reads.rpartition("/" if worksheet else ":")[2]
    return Named(
        item=item,
        column=found.column,
        worksheet=worksheet,
        theirs=found.whose == "theirs",
        at=path.at,
    )


def _follow(found: Found, keys: list[Key], path: Path) -> Found:
    """Into the rows, columns, parts and places that the keys name."""
    if found.item.kind == "none" and keys:
        alone = ".".join(str(key.name) for key in keys)
        raise ExpressionProblems(
            [fault("condition-through-heading", path.at, id=found.written, wanted=alone)]
        )
    if found.item.kind == "none":
        raise ExpressionProblems([fault("condition-no-answer", path.at, id=found.written)])
    while keys:
        before, left = found, keys
        found, keys = _step(found, keys)
        for key in left[: len(left) - len(keys)]:
            sign = f"[{key.name}]" if isinstance(key.name, int) else f".{key.name}"
            found = replace(found, written=before.written + sign)
            before = found
    return found


def _step(found: Found, keys: list[Key]) -> tuple[Found, list[Key]]:
    key, *rest = keys
    if isinstance(key.name, int):
        if found.shape != "list" or _beyond(found, key.name):
            raise ExpressionProblems([_no_part(found, key)])
        return replace(found, shape="one", tree=("at", found.tree, key.name), place=key.name), rest
    item, name = found.item, key.name
    if found.shape == "record" and name in item.rows and item.kind in ("grid", "cells"):
        return _row(found, name, rest)
    if found.shape in ("record", "rows") and name in item.columns:
        return _column(found, name), rest
    if item.kind == "parts" and found.shape == "record" and name in item.rows:
        part = Item(kind="text", words=item.rows[name])
        return _into(found, part, name), rest
    if item.kind == "entries" and found.shape == "rows" and name == "date":
        day = Item(kind="date", words=found.name)
        return replace(_into(found, day, name), shape="list"), rest
    raise ExpressionProblems([_no_part(found, key)])


def _beyond(found: Found, place: int) -> bool:
    """There are fewer choices than this place; an author's list is never that long later."""
    several = found.item.kind in ("many", "order")
    return several and bool(found.item.choices) and place > len(found.item.choices)


def _row(found: Found, row: str, rest: list[Key]) -> tuple[Found, list[Key]]:
    item, words = found.item, found.item.rows[row]
    trail = (*found.trail, words)
    if item.kind == "grid":
        tree = ("get", found.tree, row)
        return replace(found, shape="one", tree=tree, trail=trail), rest
    if rest and str(rest[0].name) in item.columns:
        column = _column(found, str(rest[0].name))
        tree = (
            ("get", column.tree, row)
            if column.item.tree is not None
            else ("get", ("get", found.tree, row), str(rest[0].name))
        )
        trail = (*trail, column.item.words)
        return replace(column, shape="one", tree=tree, trail=trail), rest[1:]
    if rest:
        raise ExpressionProblems([_no_part(found, rest[0])])
    sort: Sort = "number" if all(each.numeric for each in item.columns.values()) else "any"
    inside = replace(item, kind="parts")
    tree = ("get", found.tree, row)
    columns = {key: column.words for key, column in item.columns.items()}
    return replace(found, tree=tree, item=inside, trail=trail, sort=sort, rows=columns), rest


def _column(found: Found, name: str) -> Found:
    into = replace(_into(found, found.item.columns[name], name), column=name)
    if found.item.kind == "parts":
        return into
    if into.item.tree is not None:
        into = replace(into, tree=("each", found.tree, into.item.tree))
    return replace(into, shape="list" if found.shape == "rows" else "record")


def _into(found: Found, item: Item, key: str) -> Found:
    shape, sort = _KINDS[item.kind]
    return replace(
        found,
        shape=shape,
        sort="number" if item.numeric else sort,
        tree=("get", found.tree, key),
        item=item,
        trail=(*found.trail, item.words),
    )


def _unknown(key: Key, scope: Scope) -> Fault:
    name = str(key.name)
    first, _, last = name.partition("-")
    if first in scope.items and (last in scope.items or not last or last.isdigit()):
        return fault("condition-minus", key.at)
    known = ", ".join(list(scope.items)[:_KNOWN]) + (" …" if len(scope.items) > _KNOWN else "")
    close = Suggestion(name, [*scope.items, *scope.others])
    return fault("condition-unknown", key.at, id=name, near=close, known=known or "none yet")


def _no_part(found: Found, key: Key) -> Fault:
    item, name, written = found.item, str(key.name), found.written
    if isinstance(key.name, int) and found.shape == "list":
        most = str(len(item.choices))
        return fault("condition-place-beyond", key.at, path=written, most=most)
    if isinstance(key.name, int) and found.shape == "rows":
        column = next(iter(item.columns), "…")
        wanted = f"{written}.{column}[{key.name}]"
        return fault("condition-place-of-rows", key.at, path=written, wanted=wanted)
    if isinstance(key.name, int):
        return fault("condition-no-place", key.at, path=written)
    if found.shape == "list" and name in item.choices:
        return fault("condition-write-includes", key.at, path=written, choice=name)
    known = [*item.rows, *(each for each in item.columns if each not in item.rows)]
    if not known or found.shape not in ("record", "rows"):
        return fault("condition-no-parts", key.at, path=written, part=name)
    return fault(
        "condition-no-part",
        key.at,
        path=written,
        part=name,
        near=Suggestion(name, known),
        known=", ".join(known[:_KNOWN]),
    )
