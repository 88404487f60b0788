"""An expression as it was written: a tree of names, values and operators that know their place."""

from __future__ import annotations

from typing import TypeAlias

from workleaf.frozen import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """Stands at `offset` (from 0) of the text, `width` characters wide."""

    offset: int
    width: int

    @property
    def at(self) -> tuple[int, int]:
        """Its place, as faults want it."""
        return self.offset, self.width


@dataclass(frozen=True, kw_only=True, slots=True)
class Number(Placed):
    """A number."""

    value: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Words(Placed):
    """A text in quotes, its place inside them; `yes` and `no` are the texts "yes" and "no"."""

    value: str
    bare: bool = False
    """Written without quotes: `yes`, `no`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Key(Placed):
    """One part of a path: a name or, in brackets, a place from 1."""

    name: str | int


@dataclass(frozen=True, kw_only=True, slots=True)
class Path(Placed):
    """`partner`, `trust.promises`, `needs[1]`, `theirs.lines.want`."""

    keys: tuple[Key, ...]

    def __str__(self) -> str:
        """As it was written."""
        first, *rest = self.keys
        return str(first.name) + "".join(
            f"[{key.name}]" if isinstance(key.name, int) else f".{key.name}" for key in rest
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Unary(Placed):
    """`not a`, `-a`."""

    operator: str
    inside: Node


@dataclass(frozen=True, kw_only=True, slots=True)
class Binary(Placed):
    """`a and b`, `a < b`. The place is the operator's."""

    operator: str
    left: Node
    right: Node


@dataclass(frozen=True, kw_only=True, slots=True)
class Call(Placed):
    """`count(signs)`. The place is the function's name."""

    name: str
    values: tuple[Node, ...]


Node: TypeAlias = Number | Words | Path | Unary | Binary | Call
