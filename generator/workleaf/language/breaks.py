"""Names that were published and would be lost: told with the lines that keep readers' answers."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workleaf.catalogue.stable import KINDS
from workleaf.language import ids
from workleaf.language.drafts import Draft
from workleaf.language.fields import Entry
from workleaf.language.lock import Earlier, Known, Sheet
from workleaf.language.source import Node, Report, Scalar
from workleaf.problems import Span
from workleaf.worksheet.moved import Names

_ALIKE = 0.6


@dataclass(frozen=True, kw_only=True)
class Compared:
    """A worksheet as it was published and as it is now."""

    draft: Draft
    before: Sheet
    now: Sheet
    after: Sheet
    """What is known of it once this is published."""
    dropped: Mapping[str, Names]
    """Item → what is no longer offered, though it is still written down."""
    report: Report

    def add(self, code: str, span: Span, **blanks: object) -> None:
        """Note a problem of this worksheet."""
        self.report.add(code, span, **blanks)

    @property
    def entries(self) -> Mapping[str, Entry]:
        """Its items by id."""
        return {entry.id: entry for entry in self.draft.entries()}

    @property
    def given_up(self) -> list[str]:
        """What its author says was given up."""
        return [each.value for each in self.draft.options.removed]

    def removed(self, names: Iterable[str]) -> str:
        """What `removed:` has to hold."""
        return ", ".join(dict.fromkeys((*self.given_up, *names)))


def inspect(compared: Compared) -> None:
    """Note all that would be lost."""
    _contradictions(compared)
    _items(compared)
    for name, known in compared.now.items.items():
        earlier = [
            compared.before.items.get(each) or compared.before.removed.get(each)
            for each in (name, *known.was)
        ]
        if found := next((each for each in earlier if each), None):
            _parts(compared, name, found)


def _contradictions(compared: Compared) -> None:
    """Names that would stand for two things at once."""
    now, entries = compared.now, compared.entries
    for each in compared.draft.options.removed:
        if each.value in now.items:
            compared.add("removed-still-there", each.span, id=each.value)
    heirs: dict[str, str] = {}
    every = {**compared.after.removed, **compared.after.items}
    for name, known in every.items():
        own = now.items[name].was if name in now.items else ()
        for old in known.was:
            if old in now.items and old in own:
                compared.add("renamed-still-there", _at(entries[name], "renamed_from"), id=old)
            elif old in now.items:
                example = ids.derived(old, {*every, *_all_was(every)}, fallback="question")
                place = _at(entries[old], "id")
                compared.add("id-retired", place, id=old, other=name, example=example)
            elif old in heirs and own:
                place = _at(entries[name], "renamed_from")
                compared.add("renamed-twice", place, id=old, other=heirs[old])
            heirs.setdefault(old, name)


def _all_was(every: Mapping[str, Known]) -> set[str]:
    return {old for known in every.values() for old in known.was}


def _at(entry: Entry, key: str) -> Span:
    return (entry.node.get(key) or entry.label).span


def _items(compared: Compared) -> None:
    """Items that are gone, or of another kind."""
    before, now = compared.before, compared.now
    taken = {each for name, known in now.items.items() for each in (name, *known.was)}
    gone = [name for name in before.items if name not in taken and name not in compared.given_up]
    new = {
        name: known
        for name, known in now.items.items()
        if not known.was and name not in before.items and name not in before.removed
    }
    left = []
    for name in gone:
        found = _alike(before.items[name], new, only=len(gone) == 1)
        if found and (entry := compared.entries[found]).node.source is compared.draft.node.source:
            del new[found]
            removed = compared.removed([name])
            compared.add("id-gone-renamed", entry.label.span, first=name, removed=removed)
        else:
            left.append(name)
    if left:
        names = ids.listed(f"'{name}'" for name in left)
        removed = compared.removed(left)
        compared.add("id-gone", _place(compared), ids=names, first=left[0], removed=removed)
    for name, known in now.items.items():
        old = before.items.get(name) or before.removed.get(name)
        if old and old.kind and not known.was:
            _kind(compared, name, old.kind, known.kind)


def _kind(compared: Compared, name: str, old: str, new: str) -> None:
    if old != new:
        entry = compared.entries[name]
        example = ids.derived(name, {*compared.before.items, *compared.now.items}, fallback=name)
        compared.add(
            "kind-changed",
            _at(entry, "id"),
            id=name,
            old=KINDS[old],
            new=KINDS[new],
            example=example,
        )


def _alike(gone: Known, new: Mapping[str, Known], *, only: bool) -> str:
    """The new item that a lost one may have become; empty for none."""
    fitting = {name: known for name, known in new.items() if known.kind == gone.kind}

    def likeness(name: str) -> float:
        return difflib.SequenceMatcher(None, fitting[name].words, gone.words).ratio()

    best = max(fitting, key=likeness, default="")
    alone = only and len(new) == 1
    return best if best and (alone or likeness(best) >= _ALIKE) else ""


def _place(compared: Compared) -> Span:
    """Where `removed:` stands, or would: beside the title."""
    key = compared.draft.node.key("removed")
    return key.span if key else compared.draft.options.title.span


def _parts(compared: Compared, name: str, old: Known) -> None:
    """Choices, rows and columns of an item that are gone, columns of another kind."""
    now, entry = compared.now.items[name], compared.entries[name]
    if now.kind != old.kind:
        return
    if entry.node.get("choices_from") is None:
        _values(compared, name, old.choices, now.choices, "choices")
    if entry.node.get("repeat_for") is None:
        _values(compared, name, old.rows, now.rows, "rows")
    inner = {each.id: each for each in entry.inner}
    taken = {each for column, known in now.columns.items() for each in (column, *known.was)}
    gone = list(_lost(compared, name, (each for each in old.columns if each not in taken)))
    if gone:
        compared.add(
            "column-gone",
            _key(entry, "columns", "fields"),
            item=name,
            names=ids.listed(gone),
            first=gone[0],
            removed=compared.removed(f"{name}.{each}" for each in gone),
        )
    for column, known in now.columns.items():
        if column in old.columns and not known.was and old.columns[column].kind != known.kind:
            example = ids.derived(column, {*old.columns, *now.columns}, fallback=column)
            kinds = {"old": KINDS[old.columns[column].kind], "new": KINDS[known.kind]}
            place = _at(inner[column], "id")
            compared.add("kind-changed", place, id=column, example=example, **kinds)
        elif column in old.columns and inner[column].node.get("choices_from") is None:
            of = f"{name}.{column}"
            _values(compared, of, old.columns[column].choices, known.choices, "choices")


def _values(compared: Compared, name: str, old: Earlier, now: Earlier, what: str) -> None:
    taken = {each for value, was in now.items() for each in (value, *was)}
    gone = list(_lost(compared, name, (each for each in old if each not in taken)))
    if not gone:
        return
    item, _, column = name.partition(".")
    entry = compared.entries[item]
    if column:
        entry = next(each for each in entry.inner if each.id == column)
    new = [value for value in now if value not in old]
    compared.add(
        "part-gone",
        _key(entry, what, "other", "maybe", "not_sure"),
        what=what,
        item=name,
        names=ids.listed(gone),
        first=gone[0],
        new=new[0] if new else "new_one",
        removed=compared.removed(f"{name}.{each}" for each in gone),
    )


def _lost(compared: Compared, name: str, gone: Iterable[str]) -> Iterator[str]:
    """Those that nobody said were given up."""
    known = compared.dropped.get(name, {})
    for each in gone:
        if each not in known and f"{name}.{each}" not in compared.given_up:
            yield each


def _key(entry: Entry, *names: str) -> Span:
    found = next((key for name in names if (key := entry.node.key(name))), None)
    return (found or entry.label).span


def worksheets(
    gone: Iterable[str],
    *,
    given_up: tuple[Scalar, ...],
    before: Mapping[str, Sheet],
    new: Mapping[str, tuple[Sheet, Node]],
    at: Mapping[str, Span],
    report: Report,
) -> None:
    """Worksheets that are gone. `new` has those that were not published yet, with their titles."""
    known = [each.value for each in given_up]
    left = dict(new)
    for name in gone:
        if name in known:
            continue
        items = before[name].items
        shared = {each: len(items.keys() & sheet.items.keys()) for each, (sheet, _) in left.items()}
        best = max(shared, key=lambda each: shared[each], default="")
        removed = ", ".join((*known, name))
        if best and shared[best] * 2 >= max(1, len(items)):
            place = left.pop(best)[1].span
            report.add("worksheet-gone-renamed", place, first=name, removed=removed)
        else:
            report.add("worksheet-gone", at[name], first=name, removed=removed)
