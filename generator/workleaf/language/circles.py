"""Items that are shown because of each other: circles through conditions, scores and texts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workleaf.language.drafts import Draft
from workleaf.language.expressions import ExpressionProblems, cycle, reads
from workleaf.language.fields import Entry
from workleaf.language.fields.generated_text import GeneratedText
from workleaf.language.fields.score import Score
from workleaf.language.fields.setting import Setting
from workleaf.language.source import Scalar

_SLOT = re.compile(r"\$\{([^{}]*)\}")


def inspect(draft: Draft, setting: Setting) -> None:
    """Note the first circle of a worksheet, and conditions on a question that comes later."""
    graph: dict[str, frozenset[str]] = {}
    places: dict[str, Scalar] = {}
    order = {entry.id: number for number, entry in enumerate(draft.entries())}
    for step in draft.steps:
        condition = step.options.show_if if step.options else None
        _follow(step.entries, (condition,) if condition else (), graph, places, setting)
    circle = cycle({name: found & graph.keys() for name, found in graph.items()})
    if circle and (place := next((places[name] for name in circle if name in places), None)):
        code = "shown-by-itself" if len(circle) == 2 else "shown-circle"
        setting.report.add(code, place.span, names=" → ".join(circle), name=circle[0])
        return
    for name, place in places.items():
        found = _read((place.value,), setting)
        later = [each for each in found if order.get(each, -1) > order[name]]
        if later:
            setting.report.add(
                "condition-later", place.span, name=min(later, key=lambda each: order[each])
            )


def _follow(
    entries: tuple[Entry, ...],
    around: tuple[Scalar, ...],
    graph: dict[str, frozenset[str]],
    places: dict[str, Scalar],
    setting: Setting,
) -> None:
    for entry in entries:
        own = entry.field.show_if
        conditions = (*around, own) if own else around
        texts = (*(text.value for text in conditions), *_values(entry))
        graph[entry.id] = _read(texts, setting.within(entry.local))
        if own:
            places[entry.id] = own
        elif around:
            places.setdefault(entry.id, around[-1])
        if entry.field.type_name == "group":
            _follow(entry.inner, conditions, graph, places, setting)


def _values(entry: Entry) -> Iterator[str]:
    """The expressions that the value of an item is made of."""
    if isinstance(entry.field, Score):
        yield from (text.value for text in entry.field.counted())
        if entry.field.formula:
            yield entry.field.formula.value
    elif isinstance(entry.field, GeneratedText):
        yield from _SLOT.findall(entry.field.template.value)


def _read(texts: tuple[str, ...], setting: Setting) -> frozenset[str]:
    found: set[str] = set()
    for text in texts:
        try:
            found |= reads(text, setting.scope)
        except ExpressionProblems:
            continue  # noted where the expression is compiled
    return frozenset(found)
