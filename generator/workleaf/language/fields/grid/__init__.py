"""The same scale, choices or questions for several rows."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from workleaf.language import markdown
from workleaf.language.expressions import Item
from workleaf.language.fields import cells, choosing, defaults, unsure
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.choices import Choices
from workleaf.language.fields.limits import check_step, end_words, numbers, points
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Ends, Number, Phrase, Raw, Words
from workleaf.language.source import Node
from workleaf.worksheet.controls import Choice, GridRow, Named, Rows
from workleaf.worksheet.controls import Grid as GridControl

WAYS = ("range", "choices", "columns")


class Grid(Field):
    """The same scale, choices or questions for several rows."""

    type_name: ClassVar[str] = "grid"
    ways: ClassVar[tuple[str, ...]] = ("range", "choices", "columns")
    inner_key: ClassVar[str] = "columns"

    rows: Choices
    """One row for each sentence, as `value: Sentence` lines."""
    range: Ends | None = None
    """The scale of every row, for example: 0 to 10."""
    step: Number | None = None
    """The distance between two points of the scale."""
    choices: Choices | None = None
    """Or: the choices of every row."""
    columns: Raw | None = None
    """Or: items, one for each column."""
    low: Words | None = None
    """Words at the low end of the scale."""
    high: Words | None = None
    """Words at the high end of the scale."""
    not_sure: Phrase | None = None
    """`yes`: adds "Not sure" to every row; or the words for it."""
    other: Words | None = None
    """Adds a last row with these words and a box to name it."""

    def inspect(self, entry: Entry, setting: Setting) -> None:
        given = [key for key in WAYS if key in entry.keys]
        if len(given) != 1:
            place = entry.node.key(given[1]) if given else entry.node.pairs[0][0]
            code = "grid-ways-many" if given else "grid-ways-none"
            setting.report.add(code, (place or entry.label).span)
        setting.lists.lines(self.rows, setting.report)
        setting.lists.lines(self.choices, setting.report)
        check_step(self.step, entry, setting)
        if self.range and not points(self.range.low, self.range.high, self.step):
            setting.report.add("range-too-long", self.range.span)
        self._inspect_columns(entry, setting)

    def _inspect_columns(self, entry: Entry, setting: Setting) -> None:
        values = {line.value for line in setting.lists.lines(self.rows)}
        for each in entry.inner:
            if each.id in values:
                setting.report.add("row-and-column", each.label.span, id=each.id)
        misplaced = ("low", "high", "not_sure", "other", "step") if entry.inner else ()
        for key in misplaced:
            if place := entry.node.key(key):
                setting.report.add("grid-columns-own", place.span, key=key)

    def value(self, entry: Entry, setting: Setting) -> Item:
        rows = {line.value: markdown.words(line.words) for line in setting.lists.lines(self.rows)}
        if entry.inner:
            return self.item(
                entry, setting, "cells", rows=rows, columns=cells.meanings(entry, setting)
            )
        if self.range:
            ends = (float(self.range.low), float(self.range.high))
            said = end_words(self.low, self.high)
            known = {"numeric": True, "ends": ends, "end_words": said, "bounded": True}
        else:
            known = choosing.meaning(setting.lists.lines(self.choices), None)
        base = self.item(entry, setting, "grid", **known)
        if self.other:
            rows[choosing.OTHER] = markdown.words(self.other)
        not_sure = unsure.words(self.not_sure, setting)
        labels = {**base.labels, **not_sure}
        return replace(base, rows=rows, choices={**base.choices, **not_sure}, labels=labels)

    def draw(self, entry: Entry, setting: Setting) -> GridControl | Rows:
        lines = setting.lists.lines(self.rows)
        start = dict(defaults.keyed(self.default, setting, [line.value for line in lines]))
        rows = tuple(
            GridRow(
                value=line.value,
                words=setting.line(line.words),
                start_with=self._start(start.get(line.value), entry, setting),
            )
            for line in lines
        )
        if entry.inner:
            return Rows(path=entry.id, columns=cells.drawn(entry, setting), plan=Named(rows=rows))
        other = choosing.other_box(setting.line(self.other), entry.id) if self.other else None
        return GridControl(
            path=entry.id,
            rows=rows,
            choices=self._choices(setting) + unsure.choice(self.not_sure, setting),
            scale=self.range is not None,
            low=setting.line(self.low),
            high=setting.line(self.high),
            other=other,
        )

    def _start(self, node: Node | None, entry: Entry, setting: Setting) -> cells.Cells:
        """What stands in a row at first."""
        if node is None:
            return ()
        if entry.inner:
            return cells.begins(entry.inner, node, setting)
        offered = self._choices(setting) + unsure.choice(self.not_sure, setting)
        found = defaults.choice(node, setting, [choice.value for choice in offered])
        return tuple(("", value) for value in found)

    def _choices(self, setting: Setting) -> tuple[Choice, ...]:
        if self.range is None:
            return choosing.drawn(setting.lists.lines(self.choices), setting)
        return numbers(self.range.low, self.range.high, self.step)
