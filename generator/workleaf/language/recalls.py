"""Recalls and offers find what they show: the finished controls of this and of other worksheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from workleaf.worksheet.charts import Chart
from workleaf.worksheet.controls import (
    AnyControl,
    Compose,
    Group,
    Named,
    Place,
    Recall,
    Rows,
    Source,
    Tally,
)
from workleaf.worksheet.defaults import defaults
from workleaf.worksheet.model import Step, Worksheet
from workleaf.worksheet.paths import other
from workleaf.worksheet.texts import Tree, plain, slots

Places: TypeAlias = Mapping[str, Place]


def linked(worksheets: tuple[Worksheet, ...]) -> tuple[Worksheet, ...]:
    """The worksheets, each recall with the questions it shows; the others as they are."""
    by_id = {each.id: each for each in worksheets}
    return tuple(_worksheet(each, by_id) for each in worksheets)


def _worksheet(worksheet: Worksheet, by_id: Mapping[str, Worksheet]) -> Worksheet:
    if worksheet.elsewhere:
        read = (_source(each, worksheet, by_id) for each in worksheet.elsewhere)
        worksheet = replace(worksheet, elsewhere=tuple(filter(None, read)))
    if not any(isinstance(each, Recall) or each.offer for each in worksheet.controls()):
        return worksheet
    steps = (_step(step, worksheet, by_id) for step in worksheet.steps)
    return replace(worksheet, steps=tuple(steps))


def _step(step: Step, own: Worksheet, by_id: Mapping[str, Worksheet]) -> Step:
    return replace(step, controls=tuple(_control(each, own, by_id) for each in step.controls))


def _control(control: AnyControl, own: Worksheet, by_id: Mapping[str, Worksheet]) -> AnyControl:
    if control.offer:
        control = replace(control, offer=_source(control.offer, own, by_id))
    match control:
        case Recall():
            sources = (_source(each, own, by_id) for each in control.sources)
            return replace(control, sources=tuple(filter(None, sources)))
        case Group():
            inside = tuple(_control(each, own, by_id) for each in control.controls)
            return replace(control, controls=inside)
        case _:
            return control


def _source(source: Source, own: Worksheet, by_id: Mapping[str, Worksheet]) -> Source | None:
    """The source with its places; nothing where its worksheet could not be read."""
    held = by_id.get(source.worksheet) if source.worksheet else own
    places = _places(held) if held else {}
    if held is None or source.item not in places:
        return None
    first = _open(places[source.item], own=held is own)
    if held is own:
        return replace(source, places=(first,))
    names = list(dict.fromkeys(_needed(first, places)))
    rest = (places[name] for name in names if name != source.item)
    ids = {source.item, *names}
    start = ((path, text) for path, text in defaults(held).items() if _id(path) in ids)
    return replace(
        source,
        title=plain(held.title),
        places=(first, *rest),
        start=tuple(sorted(start)),
        moved=held.moved,
    )


def _id(path: str) -> str:
    return path.partition(".")[0].removesuffix(other(""))


def _open(place: Place, *, own: bool) -> Place:
    """Without the columns that no other place may show."""
    control = place.control
    if not isinstance(control, Rows):
        return place
    columns = tuple(
        each for each in control.columns if each.keep != "never" and (own or each.share != "never")
    )
    return replace(place, control=replace(control, columns=columns))


def _places(worksheet: Worksheet) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for step in worksheet.steps:
        shown = () if step.show_if is None else (step.show_if,)
        found.update(_inside(step.controls, shown))
    return found


def _inside(
    controls: tuple[AnyControl, ...], above: tuple[Tree, ...]
) -> Iterator[tuple[str, Place]]:
    for control in controls:
        shown = above if control.show_if is None else (*above, control.show_if)
        yield control.path, Place(control=control, shown=shown)
        if isinstance(control, Group):
            yield from _inside(control.controls, shown)


def _needed(place: Place, places: Places) -> Iterator[str]:
    """The items that it takes to show this one."""
    waiting, seen = list(_reads(place)), set[str]()
    while waiting:
        name = waiting.pop(0)
        if name in seen or name not in places:
            continue
        seen.add(name)
        yield name
        waiting += _reads(places[name])


def _reads(place: Place) -> Iterator[str]:
    trees: list[Tree] = [*place.shown]
    control = place.control
    if control.chart:
        trees += _charted(control.chart)
    if isinstance(control, Compose):
        trees += [slot.tree for slot in slots(control.template)]
    if isinstance(control, Tally):
        trees.append(control.tree)
    if isinstance(control, Rows):
        trees += [each.show_if for each in control.columns]
        trees += [each.tree for each in control.columns if isinstance(each, Tally)]
        if isinstance(control.plan, Named):
            trees += [row.show_if for row in control.plan.rows]
    for tree in trees:
        yield from _names(tree)


def _charted(chart: Chart) -> Iterator[Tree]:
    for panel in chart.panels:
        yield from (each.tree for each in panel.series)
        yield from (panel.other, panel.names, panel.dates)


def _names(tree: Tree) -> Iterator[str]:
    match tree:
        case ("v", str(name)):
            yield name.removesuffix(other(""))
        case ("s", _):
            return
        case tuple():
            for each in tree:
                yield from _names(each)
        case _:
            return
