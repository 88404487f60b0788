"""The navigation: worksheets stand below the page that lists them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.texts import plain

LIST_PAGE = "worksheets/index.md"


def with_worksheets(
    nav: list[Any] | None, groups: Mapping[str, tuple[Worksheet, ...]]
) -> list[Any] | None:
    """The navigation with every listed worksheet behind `worksheets/index.md`, in groups' order."""
    if nav is None:
        return None
    return [_item(item, groups) for item in nav]


def page_order(nav: list[Any] | None) -> tuple[str, ...]:
    """The files of the navigation, in order."""
    return tuple(_files(nav or []))


def _item(item: Any, groups: Mapping[str, tuple[Worksheet, ...]]) -> Any:
    if item == LIST_PAGE:
        return [item, *_entries(groups)]
    if isinstance(item, dict):
        return {title: _below(value, groups) for title, value in item.items()}
    return item


def _below(value: Any, groups: Mapping[str, tuple[Worksheet, ...]]) -> Any:
    if value == LIST_PAGE:
        return [LIST_PAGE, *_entries(groups)]
    if isinstance(value, list):
        found: list[Any] = []
        for each in value:
            changed = _item(each, groups)
            found.extend(changed if isinstance(changed, list) else [changed])
        return found
    return value


def _entries(groups: Mapping[str, tuple[Worksheet, ...]]) -> list[dict[str, str]]:
    return [
        {plain(worksheet.title): f"worksheets/{worksheet.id}.md"}
        for worksheets in groups.values()
        for worksheet in worksheets
    ]


def _files(items: Iterable[Any]) -> Iterable[str]:
    for item in items:
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            for value in item.values():
                yield from _files(value if isinstance(value, list) else [value])
