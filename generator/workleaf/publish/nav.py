"""The navigation: worksheets stand below the page that lists them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from workleaf.publish import cards
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.texts import plain

FIRST_PAGE = "index.md"
LIST_PAGE = "worksheets/index.md"
NUMBER = re.compile(r"\d+\.\s+")
"""In front of a page's name in the navigation; it stays in every language."""


def with_worksheets(
    nav: list[Any] | None, groups: Mapping[str, tuple[Worksheet, ...]]
) -> list[Any] | None:
    """The navigation with every listed worksheet behind `worksheets/index.md`, in groups' order."""
    if nav is None:
        return None
    return [_item(item, groups) for item in nav]


def translated(
    nav: list[Any] | None,
    pages: Mapping[str, tuple[str, str]],
    worksheets: list[dict[str, str]],
    groups: Mapping[str, str],
) -> list[Any]:
    """The navigation in another language: what of it is translated, in its order and groups.

    `pages`: file → title and file in that language. `groups`: what a group is called in the site's
    own language → in that one. A group without such a name is called as its first page is, where
    that is an `index.md`; pages of other groups stand by themselves.
    """
    found: list[Any] = []
    for item in nav or []:
        label, value = next(iter(item.items())) if isinstance(item, dict) else ("", item)
        label = str(label)  # YAML reads a year as a number
        if not isinstance(value, list):
            found += _translated(value, label, pages, worksheets)
            continue
        inner = translated(value, pages, worksheets, groups)
        first = next(iter(files(value)), "")
        named = pages[first][0] if first.endswith("index.md") and first in pages else ""
        called = groups.get(label, named)
        found += [{called: inner}] if called and inner else inner
    return found


def _translated(
    file: str,
    label: str,
    pages: Mapping[str, tuple[str, str]],
    worksheets: list[dict[str, str]],
) -> list[Any]:
    if file not in pages:
        return []
    title, there = pages[file]
    if file == LIST_PAGE:
        return [{title: [there, *worksheets]}]
    number = NUMBER.match(label)
    return [{f"{number[0] if number else ''}{title}": there}]


def page_order(nav: list[Any] | None) -> tuple[str, ...]:
    """The files of the navigation, in order."""
    return tuple(files(nav or []))


def _item(item: Any, groups: Mapping[str, tuple[Worksheet, ...]]) -> Any:
    if item == LIST_PAGE:
        return [item, *entries(groups)]
    if isinstance(item, dict):
        return {title: _below(value, groups) for title, value in item.items()}
    return item


def _below(value: Any, groups: Mapping[str, tuple[Worksheet, ...]]) -> Any:
    if value == LIST_PAGE:
        return [LIST_PAGE, *entries(groups)]
    if isinstance(value, list):
        found: list[Any] = []
        for each in value:
            changed = _item(each, groups)
            found.extend(changed if isinstance(changed, list) else [changed])
        return found
    return value


def entries(groups: Mapping[str, tuple[Worksheet, ...]]) -> list[dict[str, str]]:
    """The worksheets of these groups, in their order."""
    return [
        {plain(worksheet.title): f"{cards.address(worksheet).rstrip('/')}.md"}
        for worksheets in groups.values()
        for worksheet in worksheets
    ]


def groups(items: Iterable[Any]) -> Iterable[str]:
    """What the groups of a navigation are called."""
    for item in items:
        for label, value in item.items() if isinstance(item, dict) else ():
            if isinstance(value, list):
                yield str(label)
                yield from groups(value)


def files(items: Iterable[Any]) -> Iterable[str]:
    """The files that a navigation names, in order."""
    for item in items:
        if isinstance(item, str):
            yield item
        elif isinstance(item, dict):
            for value in item.values():
                yield from files(value if isinstance(value, list) else [value])
