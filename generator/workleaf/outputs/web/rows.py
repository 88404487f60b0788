"""The rows that a form shows: how many, what they are called, what stands in them at first."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from markupsafe import Markup

from workleaf.outputs.web.texts import marked
from workleaf.worksheet.controls import Dated, Growing, Named, Rows
from workleaf.worksheet.texts import Line, Tree

BLANK = "__row__"
"""Stands for a new row's number or date in names, ids and words, until a script puts it in."""
ENTRIES = 6
"""Entries of a tracker that stand on the screen where scripts are off."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row as it is drawn."""

    key: str
    """Its part of the answer path."""
    name: Markup
    """What it is called; the number in it is marked, so that a script can change it."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What stands in its cells at first, by column."""
    show_if: Tree = None
    shown_when: str = ""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """All rows of a control."""

    rows: tuple[Row, ...]
    spare: tuple[Row, ...]
    """Rows to write in by hand, on paper only. Scripts leave out those that stand as rows."""
    blank: Row | None
    """What a new row is made from; None where rows are fixed."""


def sheet(control: Rows, strings: Mapping[str, str], line: Callable[[Line], Markup]) -> Sheet:
    """The rows of a control."""
    match control.plan:
        case Named(rows=named):
            rows = tuple(
                Row(
                    key=row.value,
                    name=line(row.words),
                    show_if=row.show_if,
                    shown_when=row.shown_when,
                    values=dict(row.start_with),
                )
                for row in named
            )
            return Sheet(rows=rows, spare=(), blank=None)
        case Growing() as growing:
            return _growing(growing, line(growing.row_label) or marked(strings["row"]))
        case Dated() as dated:
            return _dated(dated, strings)
        case _:
            assert_never(control.plan)


def _growing(plan: Growing, label: Markup) -> Sheet:
    def row(key: int | str) -> Row:
        name = Markup("{} <span data-wl-number>{}</span>").format(label, key)
        number = key - 1 if isinstance(key, int) else len(plan.start_with)
        values = dict(plan.start_with[number]) if number < len(plan.start_with) else {}
        return Row(key=str(key), name=name, values=values)

    shown = min(plan.most, max(plan.first, len(plan.start_with)))
    return Sheet(
        rows=tuple(row(number + 1) for number in range(shown)),
        spare=tuple(row(number + 1) for number in range(shown, plan.on_paper)),
        blank=row(BLANK) if plan.most > plan.first else None,
    )


def _dated(plan: Dated, strings: Mapping[str, str]) -> Sheet:
    name = strings["paper_week" if plan.every == "week" else "paper_day"]

    def row(number: int) -> Row:
        return Row(key=str(number), name=marked(name.format(number=number)))

    date = Markup("<span data-wl-date>{}</span>").format(BLANK)
    shown = min(plan.times, ENTRIES)
    return Sheet(
        rows=tuple(row(number + 1) for number in range(shown)),
        spare=tuple(row(number + 1) for number in range(plan.times)),
        blank=Row(key=BLANK, name=date),
    )
