"""Frozen dataclasses that cost no more to make than open ones.

Python keeps a frozen dataclass frozen by making each of its attributes through a call, which took a
quarter of the time of reading worksheets. Here the type checker alone holds us to it: it sees
`dataclasses.dataclass`, and `frozen=True` means to it what it always means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
else:
    import dataclasses
    from functools import cache

    def dataclass(*, frozen, eq=True, **how):
        """`dataclasses.dataclass(frozen=True, …)`: with `eq`, its values can be in sets."""
        assert frozen, "an open dataclass is one of `dataclasses`"
        return dataclasses.dataclass(eq=eq, unsafe_hash=eq, **how)

    def replace(value, **changes):
        """`dataclasses.replace` for values that are nothing but their attributes."""
        made = object.__new__(type(value))
        for name in _names(type(value)):
            setattr(made, name, changes[name] if name in changes else getattr(value, name))
        return made

    @cache
    def _names(kind):
        return tuple(each.name for each in dataclasses.fields(kind))


__all__ = ["dataclass", "replace"]
