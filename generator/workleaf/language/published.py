"""What a worksheet publishes: the names that answers are saved under, and what they were before."""

from __future__ import annotations

from collections.abc import Mapping

from workleaf.language.drafts import Draft
from workleaf.language.expressions import Item
from workleaf.language.fields import Entry, Field
from workleaf.language.fields.choices import ChoiceLines, Lists
from workleaf.language.fields.grid import Grid
from workleaf.language.fields.group import Group
from workleaf.language.fields.score import Score
from workleaf.language.lock import Earlier, Known, Sheet
from workleaf.language.markdown import words
from workleaf.language.models import given
from workleaf.worksheet.moved import Moved, Names

PICKED = ("one", "many", "order", "grid")
"""Kinds whose choices are saved."""


def sheet(draft: Draft, items: Mapping[str, Item], sources: Mapping[str, ChoiceLines]) -> Sheet:
    """What a worksheet publishes now. `sources` are the lists that `choices_from` may name."""
    kept = [entry for entry in draft.entries() if is_kept(entry) and entry.id in items]
    found = {
        entry.id: _known(entry, items[entry.id], draft.lists, sources)
        for entry in kept
        if items[entry.id].kind != "none" and draft.options.store != "never"
    }
    given_up = [each.value for each in draft.options.removed if "." not in each.value]
    was = draft.options.renamed_from
    return Sheet(
        items=found,
        was=(was.value,) if was else (),
        removed={each: Known(kind="") for each in given_up},
    )


def is_kept(entry: Entry) -> bool:
    """Something is saved under its id."""
    field = entry.field
    own = given(field, "editable") is not False
    repeated = isinstance(field, Group) and not field.holds
    answers = field.answers or repeated
    return answers and own and field.store != "never" and not isinstance(field, Score)


def _known(entry: Entry, item: Item, lists: Lists, sources: Mapping[str, ChoiceLines]) -> Known:
    columns = {
        each.id: _known(each, item.columns[each.id], lists, sources)
        for each in entry.inner
        if is_kept(each) and each.id in item.columns
    }
    picked = item.choices if item.kind in PICKED else {}
    return Known(
        kind=item.kind,
        words=item.words,
        was=_was(entry),
        choices=_values(picked, choice_lines(entry.field, lists, sources)),
        rows=_values(item.rows, row_lines(entry.field, lists, sources)),
        columns=columns,
    )


def _was(entry: Entry) -> tuple[str, ...]:
    """The id it is renamed from; in a shared part with a prefix, that has the prefix too."""
    was = entry.field.renamed_from
    if was is None:
        return ()
    own = next((name for name, here in entry.local.items() if here == entry.id), entry.id)
    return (entry.id.removesuffix(own) + was.value,)


def _values(values: Mapping[str, str], lines: ChoiceLines) -> Earlier:
    renamed = {
        line.value: (line.options.renamed_from.value,)
        for line in lines
        if line.options.renamed_from
    }
    return {value: renamed.get(value, ()) for value in values}


def choice_lines(field: Field, lists: Lists, sources: Mapping[str, ChoiceLines]) -> ChoiceLines:
    """The choices as they are written, also those that are no longer offered."""
    source = given(field, "choices_from")
    if source is not None:
        return sources.get(source.value, ())
    return lists.whole(given(field, "choices"))


def row_lines(field: Field, lists: Lists, sources: Mapping[str, ChoiceLines]) -> ChoiceLines:
    """The rows of a grid as they are written; a group may be repeated for the picks of another."""
    if isinstance(field, Group) and field.repeat_for:
        return sources.get(field.repeat_for.value, ())
    return lists.whole(field.rows) if isinstance(field, Grid) else ()


def dropped(draft: Draft) -> dict[str, Names]:
    """Item, or `item.column` → choices and rows that are no longer offered, with their words."""
    found: dict[str, Names] = {}
    for entry in draft.entries():
        inner = () if entry.field.holds else entry.inner
        for place, each in (
            (entry.id, entry),
            *((f"{entry.id}.{each.id}", each) for each in inner),
        ):
            choices = choice_lines(each.field, draft.lists, {})
            lines = (*choices, *row_lines(each.field, draft.lists, {}))
            gone = {line.value: words(line.words) for line in lines if line.options.removed}
            if gone:
                found[place] = gone
    return found


def moved(sheet: Sheet, no_longer: Mapping[str, Names]) -> Moved:
    """The map from all earlier names to those of today."""
    names: dict[str, Names] = {}
    texts: dict[str, Names] = {}
    cells: dict[str, Names] = {}
    for name, item in sheet.items.items():
        checks = item.kind in ("many", "order")
        names[name] = _turned(item.choices if checks else item.rows)
        texts[name] = {} if checks else _turned(item.choices)
        cells[name] = _turned({column: each.was for column, each in item.columns.items()})
        for column, each in item.columns.items():
            texts[f"{name}.{column}"] = _turned(each.choices)
    every = {**sheet.removed, **sheet.items}
    earlier = _turned({name: item.was for name, item in every.items()})
    return Moved(
        worksheets=sheet.was,
        items={old: new for old, new in earlier.items() if old not in sheet.items},
        names=_some(names),
        cells=_some(cells),
        texts=_some(texts),
        gone={name: item.words for name, item in sorted(sheet.removed.items())},
        dropped=no_longer,
    )


def _turned(found: Earlier) -> Names:
    """Earlier name → name."""
    return {old: name for name, was in found.items() for old in was if old not in found}


def _some(found: Mapping[str, Names]) -> dict[str, Names]:
    return {name: names for name, names in found.items() if names}
