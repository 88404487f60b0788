"""`from`: another worksheet's answer to start with, if it can become an answer of this type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from workleaf.language.expressions import Item
from workleaf.language.fields.setting import Setting
from workleaf.language.source import Scalar
from workleaf.worksheet.controls import Source

Shape: TypeAlias = Literal["one", "list", "grid", "cells", "rows", "entries", "parts"]
_SHAPES: dict[str, Shape] = {
    "many": "list",
    "order": "list",
    "grid": "grid",
    "cells": "cells",
    "rows": "rows",
    "entries": "entries",
    "parts": "parts",
}


@dataclass(frozen=True)
class _Gift:
    """What is offered: its shape, and where its choices, rows or columns are."""

    shape: Shape
    item: Item


def source(text: Scalar, own: Item, type_name: str, setting: Setting) -> Source | None:
    """The answer that `text` names, where it can be offered; what is wrong is noted."""
    found = setting.elsewhere(text)
    if found is None:
        return None
    gift = _gift(text, setting)
    if found.gated:
        setting.report.add("from-gated", text.span, name=text.value)
    elif gift and not _fits(own, gift):
        setting.report.add("from-mismatch", text.span, name=text.value, type=type_name)
    worksheet, item, *part = text.value.split(".")
    return Source(worksheet=worksheet, item=item, part=tuple(part))


def _gift(text: Scalar, setting: Setting) -> _Gift | None:
    """What stands at the end of a path that exists."""
    first, name, *rest = text.value.split(".")
    other = setting.scope.worksheets(first)
    if other is None:
        return None
    item = other.items[name]
    shape: Shape = _SHAPES.get(item.kind, "one")
    for step in rest:
        if step in item.rows and shape in ("grid", "cells"):
            shape = "one" if shape == "grid" else "parts"
        else:
            column = item.columns[step]
            several = shape in ("rows", "entries", "cells")
            item, shape = column, "list" if several else _SHAPES.get(column.kind, "one")
    return _Gift(shape, item)


def _fits(own: Item, gift: _Gift) -> bool:
    theirs = gift.item
    match own.kind:
        case "text" | "rows":
            return True
        case "number":
            return gift.shape == "one" and theirs.numeric
        case "date" | "time":
            return gift.shape == "one" and theirs.kind == own.kind
        case "one":
            return gift.shape == "one" and _alike(own.choices, theirs.choices)
        case "many" | "order":
            return gift.shape in ("one", "list") and _alike(own.choices, theirs.choices)
        case "grid":
            same = own.numeric and theirs.numeric
            values = same or _alike(own.choices, theirs.choices)
            return gift.shape == "grid" and _alike(own.rows, theirs.rows) and values
        case "cells":
            return (
                gift.shape == "cells"
                and _alike(own.rows, theirs.rows)
                and _alike(own.columns, theirs.columns)
            )
        case "entries" | "parts":
            return gift.shape == own.kind and _alike(own.columns, theirs.columns)
        case _:
            return False


def _alike(own: Mapping[str, object], theirs: Mapping[str, object]) -> bool:
    """They have a value, a row or a column in common."""
    return bool(set(own) & set(theirs))
