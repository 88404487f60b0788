"""What names mean in a worksheet: a scope from a draft, with scores worked out in their order."""

from __future__ import annotations

from collections.abc import Mapping as Names
from dataclasses import replace

from workleaf.language.drafts import Draft
from workleaf.language.expressions import ExpressionProblems, Item, Scope, cycle, in_order, reads
from workleaf.language.fields import Entry
from workleaf.language.fields.choices import ChoiceLines
from workleaf.language.fields.choose_many import ChooseMany
from workleaf.language.fields.grid import Grid
from workleaf.language.fields.score import Score
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


def finished(draft: Draft, scope: Scope, setting: Setting) -> Scope:
    """The scope with the tree of every score. Scores that read each other are noted."""
    found = dict(scope.items)
    entries = {entry.id: entry for entry in draft.entries()}
    for name, entry in entries.items():
        if found[name].columns:
            columns = _scored(entry.inner, found[name].columns, replace(setting, scope=scope))
            found[name] = replace(found[name], columns=columns)
    found = _scored(
        tuple(entries.values()), found, replace(setting, scope=replace(scope, items={}))
    )
    return replace(scope, items=found)


def _scored(
    entries: tuple[Entry, ...], known: Names[str, Item], setting: Setting
) -> dict[str, Item]:
    """The items with their scores' trees. Names mean these items first, then the setting's."""
    found = dict(known)
    scores = {entry.id: entry for entry in entries if isinstance(entry.field, Score)}
    graph = {
        name: _reads(entry, setting.inside(found)) & scores.keys() for name, entry in scores.items()
    }
    circle = cycle(graph)
    if circle:
        entry = scores[circle[0]]
        setting.report.add("score-circle", entry.label.span, names=" → ".join(circle))
        return found
    for name in in_order(graph):
        entry = scores[name]
        field = entry.field
        if isinstance(field, Score):
            tree = field.tree(entry, setting.inside(found).within(entry.local))
            found[name] = replace(found[name], tree=tree)
    return found


def _reads(entry: Entry, setting: Setting) -> frozenset[str]:
    field = entry.field
    texts = (
        (*field.counted(), *((field.formula,) if field.formula else ()))
        if isinstance(field, Score)
        else ()
    )
    found: set[str] = set()
    scope = setting.within(entry.local).scope
    for text in texts:
        try:
            found |= reads(text.value, scope)
        except ExpressionProblems:
            continue  # noted when the score is compiled
    return frozenset(found)
