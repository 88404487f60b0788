"""Charts as authors write them, and the pictures that they become."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from workleaf.language.expressions import ExpressionProblems, Found, Item, answer, series
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Condition, Flag, OneOrMore, Options, Word, Words
from workleaf.language.source import Scalar
from workleaf.worksheet.charts import Chart as Picture
from workleaf.worksheet.charts import ChartType, Panel, Series
from workleaf.worksheet.conditions import choice
from workleaf.worksheet.texts import Tree

SORTED: Final = ("bar", "paired_bar", "dots")
"""The types whose rows may stand in another order."""
FEWEST_SPOKES: Final = 3
SHAPES: Final = {"one": "each", "record": "named", "rows": "listed", "list": "listed"}


class Chart(Options):
    """A picture of answers, under its item; a table stands beside it."""

    type: Word[ChartType]
    """How it looks."""
    of: OneOrMore[Condition] = ()
    """What it shows, if not the item itself: columns, items or series."""
    sort: Flag = False
    """`yes`: the largest first."""
    note: Words | None = None
    """A line under the chart."""


@dataclass(frozen=True, kw_only=True)
class _Named:
    """A series, where it was named and what it stands for."""

    place: Scalar
    found: Found

    @property
    def item(self) -> Item:
        return self.found.item

    @property
    def name(self) -> str:
        return self.found.written

    @property
    def shape(self) -> str:
        return SHAPES.get(self.found.shape, "") if self.item.kind != "order" else ""

    @property
    def rows_of(self) -> str:
        """The item whose rows it has."""
        return self.found.written.removeprefix("theirs.").split(".")[0]


def picture(chart: Chart, setting: Setting, *, own: str, label: Scalar) -> Picture | None:
    """The picture that a chart under the item `own` is; problems are noted and give `None`."""
    note = setting.line(chart.note)
    if chart.sort and chart.type not in SORTED:
        setting.report.add("chart-sort", label.span, type=chart.type)
    named = _named(chart, setting, own, label)
    if not named or not _fits(chart, named, setting):
        return None
    panels = _drawn(chart, named, setting)
    return Picture(type=chart.type, panels=panels, sort=chart.sort, note=note)


def _named(chart: Chart, setting: Setting, own: str, label: Scalar) -> list[_Named]:
    """What the chart names; nothing where any of it is wrong."""
    places = chart.of or (replace(label, value=own),)
    found: list[_Named] = []
    for place in places:
        try:
            whole = _Named(place=place, found=series(place.value, setting.scope, own=own))
        except ExpressionProblems as problems:
            setting.note(problems, place)
            continue
        found += [whole] if chart.type == "timeline" else _columns(whole)
    return found if len(found) >= len(places) else []


def _columns(whole: _Named) -> list[_Named]:
    """The numbers in its rows, where it is a whole table; else itself."""
    found = whole.found
    if not found.item.columns or found.item.kind not in ("cells", "rows", "entries"):
        return [whole]
    shape = "record" if found.shape == "record" else "list"
    numbers = [
        replace(whole, found=_column(found, name, column, shape))
        for name, column in found.item.columns.items()
        if _numeric(column)
    ]
    return numbers or [whole]


def _column(found: Found, name: str, column: Item, shape: str) -> Found:
    tree: Tree = ("get", found.tree, name)
    if column.tree is not None:
        tree = ("each", found.tree, column.tree)
    written = f"{found.written}.{name}"
    trail = (*found.trail, column.words)
    moved = replace(found, tree=tree, item=column, trail=trail, written=written)
    return replace(moved, shape="record" if shape == "record" else "list")


def _numeric(item: Item) -> bool:
    return item.numeric or bool(item.points)


# ---- what fits which type


def _fits(chart: Chart, named: list[_Named], setting: Setting) -> bool:
    before = len(setting.report.problems)
    match chart.type:
        case "calendar":
            _fit_calendar(named, setting)
        case "timeline":
            _fit_timeline(named, setting)
        case _:
            _fit_numbers(chart, named, setting)
    return len(setting.report.problems) == before


def _fit_calendar(named: list[_Named], setting: Setting) -> None:
    first = named[0]
    if _entries(first, setting) is None:
        setting.report.add("chart-calendar", first.place.span, name=first.name)
    elif len(named) > 1:
        setting.report.add("chart-calendar-one", named[1].place.span, count=len(named))
    elif first.found.shape != "rows" and not (_numeric(first.item) or first.item.choices):
        setting.report.add("chart-calendar-text", first.place.span, name=first.name)


def _fit_timeline(named: list[_Named], setting: Setting) -> None:
    first = named[0]
    if first.item.kind not in ("rows", "entries", "order"):
        setting.report.add("chart-timeline", first.place.span, name=first.name)
    elif len(named) > 1:
        setting.report.add("chart-timeline-one", named[1].place.span)


def _fit_numbers(chart: Chart, named: list[_Named], setting: Setting) -> None:
    add, kind = setting.report.add, chart.type
    for each in named:
        at = each.place.span
        if each.item.columns and each.found.shape in ("record", "rows"):
            add("chart-no-numbers", at, name=each.name, type=kind)
        elif not _numeric(each.item) or not each.shape:
            add("chart-numbers", at, name=each.name, type=kind, sort=answer(each.found).sort_words)
        elif each.shape != named[0].shape:
            add("chart-mixed", at, name=each.name, first=named[0].name)
        elif kind == "line" and each.shape != "listed":
            add("chart-line", at, name=each.name)
        elif kind == "radar" and each.shape == "listed":
            add("chart-radar-list", at, name=each.name)
    if kind == "paired_bar" and len(named) != 2:
        add("chart-two", named[-1].place.span, count=len(named))
    spokes = len(named) if named[0].shape == "each" else len(named[0].found.rows)
    if kind == "radar" and named[0].shape != "listed" and spokes < FEWEST_SPOKES:
        add("chart-radar", named[-1].place.span, count=spokes, least=FEWEST_SPOKES)


# ---- the finished picture


def _entries(named: _Named, setting: Setting) -> Item | None:
    """The tracker that a series belongs to."""
    item = setting.scope.items.get(named.rows_of)
    return item if item and item.kind == "entries" else None


def _drawn(chart: Chart, named: list[_Named], setting: Setting) -> tuple[Panel, ...]:
    if chart.type == "timeline":
        return (_timeline(named[0]),)
    groups: dict[object, list[_Named]] = {}
    for each in named:
        key = tuple(each.found.rows) if each.shape == "named" else each.rows_of
        groups.setdefault("" if each.shape == "each" else key, []).append(each)
    several = len(groups) > 1
    return tuple(_panel(chart, group, setting, several=several) for group in groups.values())


def _panel(chart: Chart, group: list[_Named], setting: Setting, *, several: bool) -> Panel:
    first = group[0]
    found = _told_apart(tuple(_series(each) for each in group), setting)
    label = first.found.trail[0] if several else ""
    if first.shape == "each":
        return Panel(series=found, shape="each", label=label)
    if first.shape == "named":
        rows = tuple(first.found.rows.items())
        other: Tree = ("v", f"{first.rows_of}__other") if "other" in first.found.rows else None
        return Panel(series=found, rows=rows, label=label, other=other)
    holder = setting.scope.items[first.rows_of]
    whole: Tree = ("v", holder.id or first.rows_of)
    if holder.kind == "entries":
        dates: Tree = ("get", whole, "date")
        return Panel(series=found, shape="listed", label=label, dates=dates, room=holder.room)
    names = next(_names(holder, whole), None)
    return Panel(series=found, shape="listed", label=label, names=names, room=holder.room)


def _names(holder: Item, whole: Tree) -> Iterator[Tree]:
    """What rows are called: their first words, else their first choice."""
    columns = holder.columns
    for kind in ("text", "one"):
        for name, column in columns.items():
            if column.kind == kind and not column.numeric:
                yield _worded(("get", whole, name), column)


def _worded(tree: Tree, item: Item) -> Tree:
    """Choices as the words that readers see."""
    words = {**item.choices, **item.labels}
    pairs = tuple((choice(value), said) for value, said in words.items())
    return ("words", tree, pairs) if pairs else tree


def _told_apart(found: tuple[Series, ...], setting: Setting) -> tuple[Series, ...]:
    """The same answer of two people is told by whose it is."""
    labels = {each.label for each in found}
    if not any(each.theirs for each in found):
        return found
    said = {True: setting.said_words["chart_theirs"], False: setting.said_words["chart_mine"]}
    if len(labels) == 1:
        return tuple(replace(each, label=said[each.theirs]) for each in found)
    return tuple(replace(each, label=f"{each.label} ({said[each.theirs]})") for each in found)


def _series(named: _Named) -> Series:
    item, found = named.item, named.found
    words = {**item.choices, **item.labels}
    return Series(
        label=found.trail[-1],
        tree=found.tree,
        words=tuple(words.items()),
        points=tuple(item.points.items()),
        ends=item.ends or _ends(item),
        end_words=item.end_words,
        theirs=found.whose == "theirs",
    )


def _ends(item: Item) -> tuple[float, float] | None:
    """The least and the most that choices are worth."""
    worth = [*item.points.values()]
    worth += [value for each in item.choices if isinstance(value := choice(each), float)]
    return (min(worth), max(worth)) if worth else None


def _timeline(named: _Named) -> Panel:
    """Rows in order: their names, a day where they have one, and what was chosen for them."""
    item, found = named.item, named.found
    if item.kind == "order":
        order = Series(label=found.name, tree=None)
        room = len(item.choices)
        return Panel(series=(order,), shape="listed", names=_worded(found.tree, item), room=room)
    names = next(_names(item, found.tree), None)
    days = [name for name, column in item.columns.items() if column.kind == "date"]
    dates: Tree = (
        ("get", found.tree, "date" if item.kind == "entries" else days[0])
        if (item.kind == "entries" or days)
        else None
    )
    said = tuple(
        Series(label=column.words, tree=_worded(("get", found.tree, name), column))
        for name, column in item.columns.items()
        if column.kind == "one" and not column.numeric
    )
    beside = tuple(each for each in said if each.tree != names)[:1]
    series_ = beside or (Series(label=found.name, tree=None),)
    return Panel(series=series_, shape="listed", names=names, dates=dates, room=item.room)
