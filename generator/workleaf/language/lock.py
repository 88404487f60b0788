"""`worksheets.lock.json`: what was published, so that answers saved under older names are read.

It is written by `workleaf fix`, and committed. A line is an item; the order is the alphabet's, so
that a question that moves changes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeAlias

from pydantic import TypeAdapter, ValidationError

from workleaf.language.source import Report
from workleaf.problems import Span

NAME: Final = "worksheets.lock.json"
FORMAT: Final = 1
LARGEST: Final = 32 * 1024 * 1024
Earlier: TypeAlias = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Known:
    """An item or column as it was published."""

    kind: str
    words: str = ""
    was: tuple[str, ...] = ()
    """The ids it had before."""
    choices: Earlier = field(default_factory=dict)
    """Value → the values it had before."""
    rows: Earlier = field(default_factory=dict)
    columns: Mapping[str, Known] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A worksheet as it was published."""

    items: Mapping[str, Known] = field(default_factory=dict)
    was: tuple[str, ...] = ()
    removed: Mapping[str, Known] = field(default_factory=dict)
    """Items that were given up."""


@dataclass(frozen=True, kw_only=True)
class Lock:
    """All that was published from one folder."""

    folder: str
    """Relative to the lock."""
    worksheets: Mapping[str, Sheet] = field(default_factory=dict)
    removed: Mapping[str, Sheet] = field(default_factory=dict)

    def sheet(self, name: str, was: tuple[str, ...]) -> Sheet:
        """What is known of a worksheet, also under its earlier ids."""
        known = [
            places[each]
            for each in (name, *was)
            for places in (self.removed, self.worksheets)
            if each in places
        ]
        return Sheet(
            items={key: item for each in reversed(known) for key, item in each.items.items()},
            removed={key: item for each in reversed(known) for key, item in each.removed.items()},
            was=_joined(*(each.was for each in known)),
        )

    def learned(self, sheets: Mapping[str, Sheet]) -> Lock:
        """With what is published now."""
        found = {
            name: learned(self.sheet(name, sheet.was), sheet, name)
            for name, sheet in sheets.items()
        }
        taken = {each for name, sheet in found.items() for each in (name, *sheet.was)}
        before = {**self.removed, **self.worksheets}
        left = {name: sheet for name, sheet in before.items() if name not in taken}
        return replace(self, worksheets=found, removed=left)


def learned(old: Sheet, now: Sheet, name: str) -> Sheet:
    """What is known of a worksheet once it is published as it is now."""
    before = {**old.removed, **old.items}
    items = {}
    for each, known in now.items.items():
        items[each] = _grown(known, [before[key] for key in (each, *known.was) if key in before])
        items[each] = replace(items[each], was=_without(items[each].was, each))
    taken = {key for each, known in items.items() for key in (each, *known.was)}
    removed = {key: item for key, item in before.items() if key not in taken}
    for each, item in now.removed.items():
        removed.setdefault(each, item)
    return Sheet(items=items, removed=removed, was=_without(_joined(now.was, old.was), name))


def _grown(now: Known, earlier: list[Known]) -> Known:
    """With all names that this item, its choices, rows and columns had before."""
    if not earlier:
        return now
    columns = {}
    for name, column in now.columns.items():
        before = [
            each.columns[key]
            for each in earlier
            for key in (name, *column.was)
            if key in each.columns
        ]
        grown = _grown(column, before)
        columns[name] = replace(grown, was=_without(grown.was, name))
    return replace(
        now,
        was=_joined(now.was, *(each.was for each in earlier)),
        choices=_values(now.choices, [each.choices for each in earlier]),
        rows=_values(now.rows, [each.rows for each in earlier]),
        columns=columns,
    )


def _values(now: Earlier, earlier: list[Earlier]) -> dict[str, tuple[str, ...]]:
    found = {}
    for value, was in now.items():
        known = [each[key] for each in earlier for key in (value, *was) if key in each]
        found[value] = _without(_joined(was, *known), value)
    return found


def _joined(*parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({each for part in parts for each in part}))


def _without(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    return tuple(each for each in names if each != name)


def find(folder: Path) -> Path | None:
    """The lock of a folder of worksheets: the nearest at or above it, if it is about this folder.

    Which folder it is about stands in it, so that a copy elsewhere is not taken for it.
    """
    whole = folder.resolve()
    return next((each / NAME for each in (whole, *whole.parents) if (each / NAME).is_file()), None)


def read(path: Path, *, folder: Path, report: Report) -> Lock | None:
    """The lock in a file; `None`, and a problem, where it cannot be read, `None` if not ours."""
    try:
        if path.stat().st_size > LARGEST:
            report.add("file-too-large", Span(file=NAME), limit="32 MiB")
            return None
        data = json.loads(path.read_bytes())
    except OSError as error:
        report.add("file-unreadable", Span(file=NAME), reason=error.strerror or str(error))
        return None
    except json.JSONDecodeError as error:
        report.add("lock-broken", Span(file=NAME, line=error.lineno, column=error.colno))
        return None
    except (ValueError, RecursionError):
        report.add("lock-broken", Span(file=NAME))
        return None
    if not isinstance(data, dict) or not isinstance(data.get("format"), int):
        report.add("lock-broken", Span(file=NAME))
        return None
    if data["format"] > FORMAT:
        report.add("lock-newer", Span(file=NAME), found=data["format"], known=FORMAT)
        return None
    return _checked(data, path, folder, report)


def _checked(data: dict[str, Any], path: Path, folder: Path, report: Report) -> Lock | None:
    try:
        found = _adapter().validate_python({**data, "format": None})
    except ValidationError:
        report.add("lock-broken", Span(file=NAME))
        return None
    about = (path.parent / found.folder).resolve()
    return found if about == folder.resolve() else None


@cache
def _adapter() -> TypeAdapter[Lock]:
    return TypeAdapter(Lock)


def written(lock: Lock) -> str:
    """The text of a lock: the same for the same worksheets."""
    lines = [f'  "format": {FORMAT},', f'  "folder": {json.dumps(lock.folder)},']
    lines += _sheets("worksheets", lock.worksheets, ",")
    lines += _sheets("removed", lock.removed, "")
    return "\n".join(["{", *lines, "}", ""])


def _sheets(key: str, sheets: Mapping[str, Sheet], end: str) -> Iterator[str]:
    if not sheets:
        yield f'  "{key}": {{}}{end}'
        return
    yield f'  "{key}": {{'
    for name, sheet in _sorted(sheets):
        yield f'    "{name}": {{'
        yield f'      "was": {json.dumps(sheet.was)},'
        yield from _items("items", sheet.items, ",")
        yield from _items("removed", sheet.removed, "")
        yield "    }" + _comma(name, sheets)
    yield f"  }}{end}"


def _items(key: str, items: Mapping[str, Known], end: str) -> Iterator[str]:
    if not items:
        yield f'      "{key}": {{}}{end}'
        return
    yield f'      "{key}": {{'
    for name, item in _sorted(items):
        text = json.dumps(_item(item), ensure_ascii=False)
        yield f'        "{name}": {text}' + _comma(name, items)
    yield f"      }}{end}"


def _sorted(found: Mapping[str, Any]) -> list[tuple[str, Any]]:
    return sorted(found.items())


def _comma(name: str, found: Mapping[str, Any]) -> str:
    return "" if name == max(found) else ","


def _item(item: Known) -> dict[str, Any]:
    """An item without what is empty, names in the order of the alphabet."""
    found = {
        "kind": item.kind,
        "words": item.words,
        "was": item.was,
        "choices": dict(_sorted(item.choices)),
        "rows": dict(_sorted(item.rows)),
        "columns": {name: _item(column) for name, column in _sorted(item.columns)},
    }
    return {key: value for key, value in found.items() if value or key == "kind"}


def line_of(path: Path, worksheet: str) -> int:
    """On which line of a lock a worksheet stands."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((n for n, line in enumerate(lines, 1) if line.startswith(f'    "{worksheet}":')), 1)
