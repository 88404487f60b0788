"""What names mean in a worksheet: a scope from a draft."""

from __future__ import annotations

from collections.abc import Mapping as Names
from dataclasses import dataclass

from workleaf.frozen import replace
from workleaf.language.drafts import Draft
from workleaf.language.expressions import Item
from workleaf.language.fields.choices import ChoiceLines
from workleaf.language.fields.choose_many import ChooseMany
from workleaf.language.fields.generated_text import GeneratedText
from workleaf.language.fields.grid import Grid
from workleaf.language.fields.setting import Setting
from workleaf.language.source import Scalar


@dataclass(frozen=True)
class Sources:
    """What `choices_from` and `repeat_for` may name."""

    lines: Names[str, ChoiceLines]
    """The rows of grids and the choices of choose_manys."""
    picked: frozenset[str]
    """Those that are picks of the reader."""
    others: Names[str, Scalar]
    """Their words of "Something else"."""


def sources(draft: Draft) -> Sources:
    """What `choices_from` and `repeat_for` may name in a worksheet."""
    lines: dict[str, ChoiceLines] = {}
    others: dict[str, Scalar] = {}
    picked = set()
    for entry in draft.entries():
        if isinstance(entry.field, Grid):
            lines[entry.id] = draft.lists.lines(entry.field.rows)
        elif isinstance(entry.field, ChooseMany):
            source = entry.field.choices_from
            earlier = lines.get(entry.local.get(source.value, source.value), ()) if source else ()
            lines[entry.id] = earlier or draft.lists.lines(entry.field.choices)
            picked.add(entry.id)
            if entry.field.other:
                others[entry.id] = entry.field.other
    return Sources(lines, frozenset(picked), others)


def items(draft: Draft, setting: Setting) -> dict[str, Item]:
    """The items of a worksheet without the trees of their scores."""
    gated = draft.options.gate is not None
    found = {entry.id: entry.field.value(entry, setting) for entry in draft.entries()}
    for entry in draft.entries() if gated else ():
        if isinstance(entry.field, GeneratedText):
            found[entry.id] = replace(found[entry.id], gated=True)
    return found
