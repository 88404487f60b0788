"""Charts and recalled answers as the data that scripts draw them from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from workleaf.outputs.web.controls import kind
from workleaf.worksheet.charts import Chart, Panel, Series
from workleaf.worksheet.controls import (
    AnyControl,
    Choice,
    Compose,
    Grid,
    Group,
    Named,
    Order,
    Pick,
    Place,
    Recall,
    Rows,
    Source,
    Tally,
    Write,
)
from workleaf.worksheet.texts import plain

Data: TypeAlias = dict[str, Any]


def chart(chart: Chart) -> Data:
    """A chart; what is empty is left out."""
    return _filled(
        type=chart.type,
        sort=chart.sort,
        panels=[_panel(each) for each in chart.panels],
    )


def _panel(panel: Panel) -> Data:
    return _filled(
        shape=panel.shape,
        label=panel.label,
        rows=panel.rows,
        other=panel.other,
        names=panel.names,
        dates=panel.dates,
        series=[_series(each) for each in panel.series],
    )


def _series(series: Series) -> Data:
    return _filled(
        label=series.label,
        tree=series.tree,
        words=series.words,
        points=series.points,
        ends=series.ends,
        endWords=series.end_words if any(series.end_words) else (),
    )


def recall(control: Recall) -> Data:
    """What a recall reads and how it says it."""
    return {"sources": [source(each) for each in control.sources]}


def source(earlier: Source) -> Data:
    """An earlier answer of this or another worksheet, and what it takes to work it out."""
    first = earlier.places[0].control
    return _filled(
        worksheet=earlier.worksheet,
        part=earlier.part,
        start=earlier.start,
        moved=earlier.moved.parts(),
        places=[_place(each) for each in earlier.places],
        chart=chart(first.chart) if first.chart and not earlier.part else None,
    )


def _place(place: Place) -> Data:
    return _shape(place.control) | {"shown": place.shown}


def _shape(control: AnyControl) -> Data:
    """How an answer is read from what is kept, and its words."""
    base = {
        "item": control.path,
        "kind": kind(control) or "",
        "label": plain(control.label),
        "show": control.show_if,
    }
    return _filled(**(base | _parts(control)))


def _parts(control: AnyControl) -> Data:
    match control:
        case Write(unit=unit):
            return {"unit": plain(unit)}
        case Pick(choices=choices) | Order(choices=choices):
            return {"choices": _words(choices)}
        case Grid(rows=rows, choices=choices):
            named = [(each.value, plain(each.words)) for each in rows]
            other = [("other", plain(control.other.label))] if control.other else []
            return {"rows": named + other, "choices": _words(choices)}
        case Rows(plan=plan, columns=columns):
            rows = plan.rows if isinstance(plan, Named) else ()
            return {
                "rows": [(each.value, plain(each.words)) for each in rows],
                "asked": [(each.value, each.show_if) for each in rows if each.show_if is not None],
                "columns": [_shape(each) for each in columns],
            }
        case Group(controls=controls):
            inside = [each for each in controls if each.path.startswith(f"{control.path}.")]
            return {"columns": [_part(each) for each in inside]}
        case Tally(tree=tree):
            return {"kind": "score", "tree": tree}
        case Compose():
            return {"kind": "text"}
        case _:
            return {}


def _part(control: AnyControl) -> Data:
    """A part of a plan: its words stand around the box."""
    found = _shape(control) | {"item": control.path.rpartition(".")[2]}
    if isinstance(control, Write) and not control.label:
        found |= _filled(before=plain(control.before), after=plain(control.after))
    return found


def _words(choices: Iterable[Choice]) -> list[tuple[str, str]]:
    return [(each.value, plain(each.words)) for each in choices]


def _filled(**values: object) -> Data:
    """Only what says something."""
    return {key: value for key, value in values.items() if value}
