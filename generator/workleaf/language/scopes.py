"""What names mean in a worksheet: a scope from a draft."""

from __future__ import annotations

from workleaf.language.drafts import Draft
from workleaf.language.expressions import Item
from workleaf.language.fields.choices import ChoiceLines
from workleaf.language.fields.choose_many import ChooseMany
from workleaf.language.fields.grid import Grid
from workleaf.language.fields.setting import Setting


def sources(draft: Draft) -> tuple[dict[str, ChoiceLines], frozenset[str]]:
    """What `choices_from` may name, and which of these are picks of the reader."""
    found: dict[str, ChoiceLines] = {}
    picked = set()
    for entry in draft.entries():
        if isinstance(entry.field, Grid):
            found[entry.id] = draft.lists.lines(entry.field.rows)
        elif isinstance(entry.field, ChooseMany):
            found[entry.id] = draft.lists.lines(entry.field.choices)
            picked.add(entry.id)
    return found, frozenset(picked)


def items(draft: Draft, setting: Setting) -> dict[str, Item]:
    """The items of a worksheet without the trees of their scores."""
    return {entry.id: entry.field.value(entry, setting) for entry in draft.entries()}
