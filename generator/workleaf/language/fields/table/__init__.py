"""A table that the reader adds rows to."""

from __future__ import annotations

from typing import ClassVar

from workleaf.language import ids
from workleaf.language.expressions import Item
from workleaf.language.fields import cells, defaults
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Many, Name, Raw, Words
from workleaf.language.source import Mapping, Node, Scalar
from workleaf.worksheet.controls import Growing, Rows

USUAL = (3, 10)
Line = tuple[tuple[str, str], ...]


class Table(Field):
    """A table that the reader adds rows to."""

    type_name: ClassVar[str] = "table"
    inner_key: ClassVar[str] = "columns"

    columns: Raw
    """The columns, each written like a question."""
    rows: Name | None = None
    """How many rows: `12`, or `3 to 10` for 3 at first and up to 10."""
    row_label: Words | None = None
    """What a row is called, for example: Week."""
    add_label: Words | None = None
    """The words of the button that adds a row."""
    start_with: Many[Raw] = ()
    """Rows to begin with: words for the first column, or `{column: words}`."""

    def inspect(self, entry: Entry, setting: Setting) -> None:
        defaults.none(self.default, setting, self.type_name)
        if self.rows and not cells.rows(self.rows.value):
            setting.report.add(
                "rows-shape", self.rows.span, found=self.rows.value[:40], most=cells.MOST_ROWS
            )
        most = self.counts()[1]
        if len(self.start_with) > most:
            setting.report.add(
                "start-with-too-many",
                self.start_with[most].span,
                count=len(self.start_with),
                most=most,
            )

    def counts(self) -> tuple[int, int]:
        """How many rows stand there at first, and how many there can be."""
        return (cells.rows(self.rows.value) if self.rows else None) or USUAL

    def value(self, entry: Entry, setting: Setting) -> Item:
        return self.item(entry, setting, "rows", columns=cells.meanings(entry, setting))

    def draw(self, entry: Entry, setting: Setting) -> Rows:
        first, most = self.counts()
        names = [each.id for each in entry.inner if each.field.answers]
        plan = Growing(
            first=first,
            most=most,
            start_with=tuple(_start(line, names, setting) for line in self.start_with),
            row_label=setting.line(self.row_label),
            add_label=setting.line(self.add_label),
        )
        return Rows(path=entry.id, columns=cells.drawn(entry, setting), plan=plan)


def _start(line: Node, names: list[str], setting: Setting) -> Line:
    """One row to begin with, as (column, text) pairs."""
    match line:
        case Scalar() if names:
            return ((names[0], line.value),)
        case Mapping():
            return tuple(_cell(key, value, names, setting) for key, value in line.pairs)
        case _:
            setting.report.add("start-with-shape", line.span)
            return ()


def _cell(key: Scalar, value: Node, names: list[str], setting: Setting) -> tuple[str, str]:
    if key.value not in names:
        near, known = ids.near(key.value, names), ids.listed(names)
        setting.report.add("column-unknown", key.span, name=key.value, near=near, known=known)
    return key.value, defaults.text(value, setting)
