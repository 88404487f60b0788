"""Defaults: the answer that an item starts with, shaped like the answer."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import Decimal, InvalidOperation

from workleaf.language import ids
from workleaf.language.fields.setting import Setting
from workleaf.language.source import Mapping, Node, Scalar, Sequence


def text(node: Node | None, setting: Setting) -> str:
    """One text; empty where there is no default."""
    if node is None:
        return ""
    if isinstance(node, Scalar):
        return node.value.strip("\n")
    setting.report.add("default-shape", node.span, shape="one text")
    return ""


def number(node: Node | None, setting: Setting, low: Decimal | None, high: Decimal | None) -> str:
    """One number between the limits."""
    found = text(node, setting)
    if not found or node is None:
        return ""
    try:
        value = Decimal(found)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        setting.report.add("default-shape", node.span, shape="a number")
    elif (low is not None and value < low) or (high is not None and value > high):
        setting.report.add("default-limits", node.span, found=found)
    else:
        return found
    return ""


def choice(node: Node | None, setting: Setting, values: Collection[str]) -> tuple[str, ...]:
    """One of the values, or none."""
    found = text(node, setting)
    if not found or node is None:
        return ()
    if found in values:
        return (found,)
    near, known = ids.near(found, values), ids.listed(values)
    setting.report.add("default-choice", node.span, found=found, near=near, known=known)
    return ()


def choices(node: Node | None, setting: Setting, values: Collection[str]) -> tuple[str, ...]:
    """Several of the values."""
    nodes = node.items if isinstance(node, Sequence) else () if node is None else (node,)
    return tuple(value for each in nodes for value in choice(each, setting, values))


def parts(node: Node | None, setting: Setting, known: Collection[str]) -> dict[str, str]:
    """A text for each of some parts."""
    return {name: text(value, setting) for name, value in keyed(node, setting, known)}


def keyed(
    node: Node | None, setting: Setting, known: Collection[str]
) -> Iterator[tuple[str, Node]]:
    """The keys of a default and what stands behind them; keys that are not known are noted."""
    if node is None:
        return
    if not isinstance(node, Mapping):
        setting.report.add("default-shape", node.span, shape=f"keys ({ids.listed(known)})")
        return
    for key, value in node.pairs:
        if key.value in known:
            yield key.value, value
        else:
            near = ids.near(key.value, known)
            hint = f"known here: {ids.listed(known)}"
            setting.report.add(
                "unknown-key", key.span, key=key.value, near=near, known="" if near else hint
            )


def none(node: Node | None, setting: Setting, type_name: str) -> None:
    """This type takes no default."""
    if node is not None:
        setting.report.add("default-none", node.span, type=type_name)
